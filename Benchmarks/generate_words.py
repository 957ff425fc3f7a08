#!/usr/bin/env python3
"""Makes articles of invented words in four languages, and a dictionary of 1,000 patterns over them.

    python3 Benchmarks/generate_words.py FOLDER [--articles 100000] [--seed 1]

The same arguments give the same bytes. Few words are frequent and most are rare (Zipf), in the later half some have become more frequent; of the
patterns 600 are words, 250 phrases of two or three words that the articles have, and 150 prefixes.
"""

import argparse
import csv
import datetime
import os

import numpy as np

FIRST, DAYS = datetime.date(2005, 1, 1), 20 * 365
HALF = "2015-01-01"  # articles from this day on are the later half
LANGUAGES = {  # share, words, onsets, vowels, codas
    "en": (0.6, 50_000, "b c d f g h l m n p r s t w st tr pl th", "a e i o u ea ou", "   n r s t d l nd st"),
    "it": (0.2, 30_000, "b c d f g l m n p r s t v str pr tr gl", "a e i o u io ia à è ò", "  n l r"),
    "de": (0.1, 30_000, "b d f g h k l m n r s t w z sch st br pf", "a e i o u ei au ä ö ü", "  n r t s ch ß"),
    "fr": (0.1, 30_000, "b c d f g j l m n p r s t v ch tr pl", "a e i o u eu ou é è ai", "  n r s t"),
}
THEMES = """cooperation trade infrastructure culture education health media technology security tourism
            environment governance""".split()  # fmt: skip
COLUMNS = ["id", "date", "language", "body"]


class Language:
    """Words by rank, how likely each is, and the phrases that people use."""

    def __init__(self, draw, code):
        _, count, onsets, vowels, codas = LANGUAGES[code]
        parts = [part.split(" ") for part in (onsets, vowels, codas)]
        words = {}
        while len(words) < count:
            syllables = 1 if len(words) < 120 else 2 if len(words) < 4_000 else 3
            picks = [part[int(draw.random() * len(part))] for _ in range(syllables) for part in parts]
            words.setdefault("".join(picks), None)
        self.words = list(words)
        shares = 1 / (np.arange(count) + 2.7)
        later = shares * np.where(draw.random(count) < 0.02, 1.5, 1)
        self.sums = [np.cumsum(each) / each.sum() for each in (shares, later)]
        # As they may stand in a sentence: plain, at its beginning, before a comma, at its end.
        forms = (self.words, [w.capitalize() for w in self.words], [w + "," for w in self.words],
                 [w + "." for w in self.words])  # fmt: skip
        self.forms = np.array(forms, dtype=object)
        self.phrases = [draw.integers(60, 3_000, draw.integers(2, 4)) for _ in range(400)]

    def body(self, draw, is_later):
        count = int(draw.integers(150, 600))
        words = np.searchsorted(self.sums[is_later], draw.random(count))
        for _ in range(count // 40):
            phrase = self.phrases[int(draw.random() * len(self.phrases))]
            place = int(draw.random() * (count - len(phrase)))
            words[place : place + len(phrase)] = phrase
        marks = draw.random(count)
        ends = marks > 0.93
        kinds = np.where(ends, 3, np.where(marks < 0.06, 2, 0))
        kinds[np.concatenate(([True], ends[:-1])) & (kinds == 0)] = 1
        breaks = np.where(ends & (draw.random(count) < 0.2), "\n\n", " ").astype(object)
        return "".join(self.forms[kinds, words] + breaks).strip()


def articles(path, languages, draw, count):
    codes = list(languages)
    shares = [LANGUAGES[code][0] for code in codes]
    with open(path, "w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(COLUMNS)
        for number in range(1, count + 1):
            date = (FIRST + datetime.timedelta(days=int(draw.random() * DAYS))).isoformat()
            code = codes[draw.choice(len(codes), p=shares)]
            rows.writerow([f"a{number:06}", date, code, languages[code].body(draw, int(date >= HALF))])


def dictionary(path, languages, draw):
    patterns = {}

    def fill(target, make):
        while len(patterns) < target:
            language = list(languages.values())[draw.integers(len(languages))]
            patterns.setdefault(make(language), THEMES[draw.integers(len(THEMES))])

    fill(600, lambda language: language.words[60 + int(draw.random() ** 2 * 12_000)])
    fill(850, lambda language: " ".join(language.words[word] for word in language.phrases[draw.integers(400)]))
    fill(1_000, lambda language: language.words[4_000 + draw.integers(12_000)][:5] + "*")
    with open(path, "w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["category", "pattern"])
        rows.writerows(sorted((theme, pattern) for pattern, theme in patterns.items()))


def generate(folder, count, seed):
    os.makedirs(folder, exist_ok=True)
    draw = np.random.default_rng(seed)
    languages = {code: Language(draw, code) for code in LANGUAGES}
    dictionary(os.path.join(folder, "dictionary.csv"), languages, draw)
    articles(os.path.join(folder, "articles.csv"), languages, draw, count)


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("folder")
    arguments.add_argument("--articles", type=int, default=100_000)
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    generate(options.folder, options.articles, options.seed)
