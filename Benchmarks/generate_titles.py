#!/usr/bin/env python3
"""Makes short texts: titles of 4 to 12 made-up words, or of 8 to 16 Chinese characters.

    python3 Benchmarks/generate_titles.py FILE TITLES [--seed 1]

A TSV file with id, date, outlet and text; words and characters are as uneven as those of a language.
"""

import argparse
import datetime

import numpy as np

FIRST_DAY, DAYS, OUTLETS = datetime.date(2015, 1, 1), 3653, 40
CHARACTERS = [chr(0x4E00 + 7 * place) for place in range(2_800)]
SYLLABLES = [onset + vowel for onset in "b c d f g l m n p r s t v z".split() for vowel in "a e i o u ia è".split()]


def words(draw, count):
    known = {}
    while len(known) < count:
        known["".join(SYLLABLES[draw.integers(len(SYLLABLES))] for _ in range(1 + len(known) // 9_000 + draw.integers(2)))] = None
    return list(known)


def sums(count):
    weights = 1 / (np.arange(1, count + 1) + 2.7)
    return np.cumsum(weights / weights.sum())


def generate(path, count, seed):
    draw = np.random.default_rng(seed)
    vocabulary = words(draw, 30_000)
    signs = [(vocabulary, sums(len(vocabulary)), (4, 13), " "), (CHARACTERS, sums(len(CHARACTERS)), (8, 17), "")]
    with open(path, "w", encoding="utf-8") as file:
        file.write("id\tdate\toutlet\ttext\n")
        for number in range(1, count + 1):
            some, spread, (least, most), blank = signs[number % 2]
            places = np.searchsorted(spread, draw.random(int(draw.integers(least, most))))
            text = blank.join(some[min(place, len(some) - 1)] for place in places.tolist())
            day = FIRST_DAY + datetime.timedelta(days=int(draw.integers(DAYS)))
            file.write(f"t{number}\t{day}\toutlet {draw.integers(OUTLETS)}\t{text}\n")
    return vocabulary


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("file")
    arguments.add_argument("titles", type=int)
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    generate(options.file, options.titles, options.seed)
