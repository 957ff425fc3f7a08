#!/usr/bin/env python3
"""Makes the benchmark's evidence: a register of places, partnerships, a mapping beside each, their sources.

    python3 Benchmarks/generate.py FOLDER [--rows 1000000] [--seed 1]

The same arguments give the same bytes. Few actors hold many partnerships and many hold few (Zipf), and so
with countries, places and sources; the dates are as sources give them: mostly years, some days, some ranges
and decades.
"""

import argparse
import bisect
import csv
import itertools
import json
import os
import random

HELP_AS_WRITTEN = argparse.RawDescriptionHelpFormatter
COLUMNS = ["id", "side_a", "side_a_country", "side_b", "side_b_place",
           "kind", "start", "active", "agreement", "source_id"]  # fmt: skip
COUNTRIES = (
    "it de fr gb es us jp kr ru br in nl be se pl ch at cz hu ro bg gr pt dk fi no ie hr si sk lt lv ee "
    "lu cy mt rs tr ua kz uz mn vn th my id ph au nz ca mx ar cl pe za eg ma ke et ge"
).split()
PLACES, ACTORS, SOURCES = 2_000, 20_000, 5_000
FORMS = ["City of {}", "{} University", "{}, Region of", "{} S.p.A.", "Università di {}",
         "{} Chamber of Commerce"]  # fmt: skip
KINDS = {"twinning": 40, "cooperation agreement": 23, "memorandum": 15, "strategic partnership": 8,
         "institutional dialogue": 7, "informal": 7}  # fmt: skip
LAST_YEAR, YEARS = 2025, 76  # of what is established; more and more of it towards the end

ACTORS_MAPPING = """\
file: actors.csv
source: {value: register}
locator: {template: "{id}"}
entities:
  - kind: actor
    id: "{id}"
    says:
      name: {column: name}
      kind: {column: kind}
      within: {column: within}
"""
PARTNERSHIPS_MAPPING = """\
file: partnerships.csv
source: {column: source_id}
locator: {template: "row {id}"}
entities:
  - kind: partnership
    id: "t{id}"
    says:
      kind: {column: kind}
      party:
        - {column: side_a, side: a, create: {kind: association, within: {template: "{side_a_country}"}}}
        - {column: side_b, side: b, create: {kind: association, within: {template: "{side_b_place}"}}}
      established: {column: start}
      active: {column: active}
      agreement: {column: agreement}
"""


def zipf(population, exponent=1.0, shift=0):
    """Cumulative weights: the nth member weighs 1 / (n + shift) ** exponent."""
    return list(itertools.accumulate(1 / (rank + shift) ** exponent for rank in range(1, population + 1)))


def drawer(dice, members, weights):
    """Draws members by cumulative weights; a good deal faster than one call of `choices` for each."""
    total = weights[-1]
    return lambda: members[bisect.bisect_right(weights, dice.random() * total)]


def words(dice, count):
    """So many different made-up words, with an accent here and there."""
    onsets, vowels = "b c d f g l m n p r s t v br ch gl str tr".split(), "a e i o u ia io à è ò".split()
    found = {}
    while len(found) < count:
        syllables = (dice.choice(onsets) + dice.choice(vowels) for _ in range(dice.choice([2, 3, 3])))
        found["".join(syllables).capitalize()] = True
    return list(found)


def register(names):
    """Rows of the register: the states, and the places of China."""
    yield from ((code, code.upper(), "state", "") for code in [*COUNTRIES, "cn"])
    yield from ((f"p{number}", f"{name} Province", "region", "cn") for number, name in enumerate(names, 1))


def date(dice):
    """An EDTF date as a source would give it."""
    year = LAST_YEAR - int(YEARS * dice.random() ** 1.8)
    form = dice.random()
    if form < 0.70:
        return f"{year}"
    if form < 0.85:
        return f"{year}-{1 + int(12 * dice.random()):02}-{1 + int(28 * dice.random()):02}"
    if form < 0.95:
        return f"{year}/{min(LAST_YEAR, year + 1 + int(12 * dice.random()))}"
    return f"{year // 10}X" if form < 0.975 else f"{year}~"


def partnerships(rows, dice, names):
    actors = [form.format(name) for name, form in zip(names, itertools.cycle(FORMS))]
    places = [f"p{number}" for number in range(1, PLACES + 1)]
    country = drawer(dice, COUNTRIES, zipf(len(COUNTRIES), 0.9))
    place = drawer(dice, places, zipf(PLACES, 0.8))
    at_home = [(actor, country()) for actor in actors]
    abroad = [(actor, place()) for actor in dice.sample(actors, len(actors))]
    one = drawer(dice, at_home, zipf(ACTORS, 1.05, 3))
    other = drawer(dice, abroad, zipf(ACTORS, 1.05, 3))
    kind = drawer(dice, list(KINDS), list(itertools.accumulate(KINDS.values())))
    source = drawer(dice, [f"s{number}" for number in range(1, SOURCES + 1)], zipf(SOURCES, 0.9))
    for row in range(1, rows + 1):
        active, agreement = dice.random(), dice.random()
        yield (
            row, *one(), *other(), kind(), date(dice),
            "yes" if active < 0.62 else "no" if active < 0.77 else "",
            "yes" if agreement < 0.55 else "no", source(),
        )  # fmt: skip


def sources():
    kinds = [("register", "dataset", "Register of states and places")]
    kinds += [(f"s{number}", "report", f"Report {number}") for number in range(1, SOURCES + 1)]
    return [
        {"id": name, "type": kind, "title": title, "issued": {"date-parts": [[2026]]}}
        for name, kind, title in kinds
    ]


def write(folder, name, header, rows):
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def generate(folder, rows, seed):
    os.makedirs(folder, exist_ok=True)
    dice = random.Random(seed)
    names = words(dice, PLACES + ACTORS)
    write(folder, "actors.csv", ["id", "name", "kind", "within"], register(names[:PLACES]))
    write(folder, "partnerships.csv", COLUMNS, partnerships(rows, dice, names[PLACES:]))
    for name, content in [
        ("actors.yml", ACTORS_MAPPING),
        ("partnerships.yml", PARTNERSHIPS_MAPPING),
        ("sources.json", json.dumps(sources()) + "\n"),
    ]:
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(content)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=HELP_AS_WRITTEN)
    arguments.add_argument("folder")
    arguments.add_argument("--rows", type=int, default=1_000_000)
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    generate(options.folder, options.rows, options.seed)


if __name__ == "__main__":
    main()
