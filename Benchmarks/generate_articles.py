#!/usr/bin/env python3
"""Makes articles of made-up words with wire copies planted among them, and says which are one text.

    python3 Benchmarks/generate_articles.py FOLDER ARTICLES [--seed 1]

`articles.jsonl` has id, date, outlet, language, headline and body, 150 to 600 words; `families.csv` has the articles that are one text.
A tenth of what is drawn is a family of two to twelve: verbatim, cut to 60 to 95 %, with a paragraph changed, or with 1 to 3 words in a
hundred changed, some of it twice; most with a headline of their own, within five days. Traps: three articles in ten end in a footer
of their outlet, and forty series of bulletins have 60 % of their text in common, and are not one text.
"""

import argparse
import datetime
import json
import os

import numpy as np

FIRST_DAY, DAYS = datetime.date(2005, 1, 1), 7305
OUTLETS = [f"{name} {kind}" for kind in ("Daily", "Courier", "Wire", "Gazette", "Radio") for name in ("North", "Harbour", "Central", "Lakeside", "Capital", "Valley")]  # fmt: skip
LANGUAGES = {  # vocabulary, onsets, vowels, codas
    "en": (50_000, "b c d f g h l m n p r s t w st tr pl th".split(), "a e i o u ea ou".split(), ["", "", "n", "r", "s", "t", "nd", "st"]),
    "it": (30_000, "b c d f g l m n p r s t v str pr gl".split(), "a e i o u io ia à è ò".split(), ["", "", "", "n", "l", "r"]),
    "de": (30_000, "b d f g h k l m n r s t w z sch br pf".split(), "a e i o u ei au ä ö ü".split(), ["", "", "n", "r", "t", "ch", "ß"]),
}  # fmt: skip
LANGUAGE_SHARES = ["en"] * 6 + ["it"] * 2 + ["de"] * 2
SHUFFLED = 10_000  # articles that are put out of order together


class Language:
    def __init__(self, draw, code):
        size, onsets, vowels, codas = LANGUAGES[code]
        self.code, self.draw, words = code, draw, {}
        while len(words) < size:
            syllables = 1 if len(words) < 120 else 2 if len(words) < 4_000 else 3
            words["".join(onsets[draw.integers(len(onsets))] + vowels[draw.integers(len(vowels))] + codas[draw.integers(len(codas))] for _ in range(syllables))] = None
        self.words = np.array(list(words))
        weights = 1 / (np.arange(1, size + 1) + 2.7) ** 1.05
        self.sums = np.cumsum(weights / weights.sum())

    def text(self, count):
        """Words in sentences of 8 to 25, and these in paragraphs of 3 to 5: a list of lists of texts."""
        words = self.words[np.minimum(np.searchsorted(self.sums, self.draw.random(count)), len(self.words) - 1)].tolist()
        paragraphs, place = [[]], 0
        while place < count:
            if len(paragraphs[-1]) >= self.draw.integers(3, 6):
                paragraphs.append([])
            end = place + int(self.draw.integers(8, 26))
            paragraphs[-1].append(" ".join(words[place:end]).capitalize() + ".")
            place = end
        return paragraphs


def reworked(draw, language, original):
    body = [list(paragraph) for paragraph in original]
    for _ in range(1 if draw.integers(5) else 2):
        choice = draw.integers(100)
        if choice < 25:
            continue
        if choice < 55:
            keep = max(3, int(sum(map(len, body)) * (0.6 + 0.35 * draw.random())))
            for paragraph in body:
                del paragraph[max(0, keep) :]
                keep -= len(paragraph)
            body = [paragraph for paragraph in body if paragraph]
        elif choice < 85:
            place = draw.integers(len(body))
            words = sum(sentence.count(" ") + 1 for sentence in body[place])
            body[place] = [sentence for paragraph in language.text(words) for sentence in paragraph]
        else:
            share = 0.01 + 0.02 * draw.random()
            for paragraph in body:
                for number, sentence in enumerate(paragraph):
                    words = sentence[:-1].split(" ")
                    for word in np.flatnonzero(draw.random(len(words)) < share).tolist():
                        words[word] = str(language.words[draw.integers(3_000)])
                    paragraph[number] = " ".join(words).capitalize() + "."
    return body


def drawn(draw, count):
    """(family or None, language, day, outlet, headline, body) of each article."""
    languages = {code: Language(draw, code) for code in LANGUAGES}
    footers = {(outlet, code): language.text(45)[0] for outlet in range(len(OUTLETS)) for code, language in languages.items()}
    series = [(language := languages[draw.choice(LANGUAGE_SHARES)], language.text(220), int(draw.integers(len(OUTLETS)))) for _ in range(40)]

    def article(family, language, day, outlet, body):
        body = body + [footers[outlet, language.code]] if draw.integers(10) < 3 else body
        headline = " ".join(language.text(8)[0])[:-1]
        return family, language.code, day, outlet, headline, "\n\n".join(map(" ".join, body))

    made, family = 0, 0
    while made < count:
        kind, day, outlet = draw.random(), int(draw.integers(DAYS)), int(draw.integers(len(OUTLETS)))
        language = languages[draw.choice(LANGUAGE_SHARES)]
        if kind < 0.10:
            size = 2
            while size < 12 and draw.random() < 0.5:
                size += 1
            if made + size > count:
                continue
            family += 1
            original = language.text(int(draw.integers(250, 575)))
            yield article(family, language, day, outlet, original)
            for _ in range(size - 1):
                copied = reworked(draw, language, original)
                yield article(family, language, min(day + int(draw.integers(6)), DAYS - 1), int(draw.integers(len(OUTLETS))), copied)
            made += size
            continue
        if kind < 0.12:
            language, template, outlet = series[draw.integers(len(series))]
            body = template[:1] + language.text(int(draw.integers(110, 140))) + template[1:]
        else:
            body = language.text(int(draw.integers(145, 575)))
        yield article(None, language, day, outlet, body)
        made += 1


def generate(folder, count, seed):
    os.makedirs(folder, exist_ok=True)
    draw = np.random.default_rng(seed)
    with (
        open(os.path.join(folder, "articles.jsonl"), "w", encoding="utf-8") as articles,
        open(os.path.join(folder, "families.csv"), "w", encoding="utf-8") as families,
    ):
        families.write("doc_id,cluster_id\n")
        number, waiting = 0, []

        def write():
            nonlocal number
            for place in draw.permutation(len(waiting)).tolist():
                family, language, day, outlet, headline, body = waiting[place]
                number += 1
                record = {
                    "id": f"a{number}", "date": (FIRST_DAY + datetime.timedelta(days=day)).isoformat(),
                    "outlet": OUTLETS[outlet], "language": language, "headline": headline, "body": body,
                }  # fmt: skip
                articles.write(json.dumps(record, ensure_ascii=False) + "\n")
                if family is not None:
                    families.write(f"a{number},f{family}\n")
            waiting.clear()

        for article in drawn(draw, count):
            waiting.append(article)
            if len(waiting) >= SHUFFLED:
                write()
        write()


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("folder")
    arguments.add_argument("articles", type=int)
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    generate(options.folder, options.articles, options.seed)
