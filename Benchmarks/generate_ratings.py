#!/usr/bin/env python3
"""Makes a table of ratings: 2,000 units, 4 coders, codes 1 to 8, a sixth missing.

    python3 Benchmarks/generate_ratings.py FILE [--seed 1]

Most units are of few codes, and coders of unlike skill mostly slip to a code beside the right one.
"""

import argparse
import csv
import random

UNITS, CODES, MISSING = 2_000, 8, 1 / 6
SHARES = [26, 20, 16, 12, 10, 7, 5, 4]
SKILLS = {"ann": 0.86, "ben": 0.82, "cy": 0.78, "dee": 0.72}


def generate(path, seed):
    draw = random.Random(seed)

    def rating(code, skill):
        if draw.random() < MISSING:
            return ""
        if draw.random() < skill:
            return code
        return draw.choice([draw.randint(1, CODES), max(1, code - 1), min(CODES, code + 1)])

    with open(path, "w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["unit", *SKILLS])
        for unit, code in enumerate(draw.choices(range(1, CODES + 1), SHARES, k=UNITS), 1):
            rows.writerow([unit, *(rating(code, skill) for skill in SKILLS.values())])


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("file")
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    generate(options.file, options.seed)
