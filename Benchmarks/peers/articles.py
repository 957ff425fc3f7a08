"""What the peers of the jobs on articles share: reading them and the dictionary."""

import csv
import re
import sys

csv.field_size_limit(1 << 24)
PUNCTUATION = re.compile(r"[^\w\s]+")


def articles(path):
    """Identifier, date and body of each."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        for identifier, date, _, body in rows:
            yield identifier, date, body


def patterns(path):
    """Category and pattern: a word, a phrase, or a prefix that ends in `*`."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        return [(category, pattern) for category, pattern in rows]


def needle(pattern):
    """The pattern as it stands in plain text, where every word has a space on both sides."""
    return " " + (pattern[:-1] if pattern.endswith("*") else pattern + " ")


def plain(body):
    """Lower-cased words with one space before, between and after."""
    return " " + " ".join(PUNCTUATION.sub(" ", body.lower()).split()) + " "


def write(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def arguments(count):
    if len(sys.argv) != count + 1:
        sys.exit(f"expected {count} arguments")
    return sys.argv[1:]
