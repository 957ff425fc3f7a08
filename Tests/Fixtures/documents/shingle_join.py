#!/usr/bin/env python3
"""All pairs of near-duplicates in JSON arrays of articles, by sets of runs of five words: an oracle for `entente corpus dedupe`.

    shingle_join.py FILE... > pairs.csv

Two bodies are a pair where |A & B| / |A | B| >= .5, or |A & B| / min(|A|, |B|) >= .8 and the shorter has twenty runs, and their
dates are seven days apart at most. Every pair that shares a run is compared; runs are the words themselves, not numbers.
"""

import collections
import datetime
import json
import re
import sys

MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()


def day(text):
    number, month, year = re.match(r"\s*(\d+)-([A-Z]{3})-(\d{4})", text).groups()
    return datetime.date(int(year), MONTHS.index(month) + 1, int(number)).toordinal()


def runs(text):
    words = re.findall(r"[^\W_]+", text.lower())
    if not words:
        return set()
    return {tuple(words[place : place + 5]) for place in range(max(1, len(words) - 4))}


articles = [article for path in sys.argv[1:] for article in json.load(open(path, encoding="utf-8"))]
sets = [runs(article.get("body", "")) for article in articles]
days = [day(article["date"]) for article in articles]
holders = collections.defaultdict(list)
for number, own in enumerate(sets):
    for run in own:
        holders[run].append(number)
shared = collections.Counter()
for numbers in holders.values():
    for place, second in enumerate(numbers):
        for first in numbers[:place]:
            shared[first, second] += 1
print("a,b,resemblance,containment")
for (first, second), common in sorted(shared.items()):
    one, other = len(sets[first]), len(sets[second])
    resemblance, containment = common / (one + other - common), common / min(one, other)
    if abs(days[first] - days[second]) > 7:
        continue
    if resemblance >= 0.5 or (containment >= 0.8 and min(one, other) >= 20):
        print(f"{articles[first]['id']},{articles[second]['id']},{resemblance:.6f},{containment:.6f}")
