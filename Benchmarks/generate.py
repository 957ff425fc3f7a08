#!/usr/bin/env python3
"""Makes the benchmark's evidence: actors, partnerships, a mapping beside each, the source they cite.

    python3 Benchmarks/generate.py FOLDER [--rows 20000] [--seed 1]

The same arguments give the same bytes. Few actors hold many partnerships and many hold few (Zipf), and the
dates are as sources give them: mostly years, some months and days, some ranges and decades.
"""

import argparse
import csv
import itertools
import json
import os
import random

HELP_AS_WRITTEN = argparse.RawDescriptionHelpFormatter
STATES = {
    "at": "Austria", "be": "Belgium", "bg": "Bulgaria", "cy": "Cyprus", "cz": "Czechia", "de": "Germany",
    "dk": "Denmark", "ee": "Estonia", "es": "Spain", "fi": "Finland", "fr": "France", "gr": "Greece",
    "hr": "Croatia", "hu": "Hungary", "ie": "Ireland", "it": "Italy", "lt": "Lithuania", "lu": "Luxembourg",
    "lv": "Latvia", "mt": "Malta", "nl": "Netherlands", "pl": "Poland", "pt": "Portugal", "ro": "Romania",
    "se": "Sweden", "si": "Slovenia", "sk": "Slovakia",
}  # fmt: skip
REGIONS_A_STATE = 12
CITIES_A_STATE = 60
PROVINCES = 31
CHINESE_CITIES = 300
FIRST_YEAR, LAST_YEAR = 1972, 2023  # of what is established

ACTORS_MAPPING = """\
file: actors.csv
source: {value: benchmark}
locator: {column: locator}
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
source: {value: benchmark}
locator: {column: locator}
missing: ["", unknown]
entities:
  - kind: partnership
    id: "{id}"
    says:
      kind: {column: kind}
      party:
        - {column: partner, side: partner}
        - {column: chinese, side: cn}
      established: {column: established}
      ended: {column: ended}
      agreement: {column: agreement}
"""
SOURCE = {
    "id": "benchmark",
    "type": "dataset",
    "title": "Generated partnerships for timing",
    "issued": {"date-parts": [[2026]]},
}


def actors():
    """Rows of the register: states, then what lies within them."""
    places = [(code, name, "state", "") for code, name in STATES.items()] + [("cn", "China", "state", "")]
    for code, name in STATES.items():
        places += [
            (f"{code}-region-{number}", f"{name} region {number}", "region", code)
            for number in range(1, REGIONS_A_STATE + 1)
        ]
        places += [
            (f"{code}-city-{number}", f"{name} city {number}", "city", code)
            for number in range(1, CITIES_A_STATE + 1)
        ]
    places += [
        (f"cn-province-{number}", f"China province {number}", "province", "cn")
        for number in range(1, PROVINCES + 1)
    ]
    places += [
        (f"cn-city-{number}", f"China city {number}", "city", f"cn-province-{(number - 1) % PROVINCES + 1}")
        for number in range(1, CHINESE_CITIES + 1)
    ]
    return [(*place, f"row {row}") for row, place in enumerate(places, start=1)]


def skewed(dice, population):
    """A drawer of members of the population, in an order of its own: the nth with the weight 1/n."""
    ranked = dice.sample(population, len(population))
    weights = list(itertools.accumulate(1 / rank for rank in range(1, len(ranked) + 1)))
    return lambda: dice.choices(ranked, cum_weights=weights)[0]


def date(dice):
    """An EDTF date as a source would give it."""
    year = dice.randint(FIRST_YEAR, LAST_YEAR)
    form = dice.choices(["year", "month", "day", "range", "decade"], weights=[50, 15, 20, 10, 5])[0]
    if form == "year":
        return f"{year}"
    if form == "month":
        return f"{year}-{dice.randint(1, 12):02}"
    if form == "day":
        return f"{year}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
    if form == "range":
        last = min(year + dice.randint(1, 8), LAST_YEAR)
        return f"[{min(year, LAST_YEAR - 1)}..{last}]"
    return f"{year // 10}X"


def partnerships(rows, dice):
    european = [f"{code}-{sort}-{number}" for code in STATES
                for sort, count in (("region", REGIONS_A_STATE), ("city", CITIES_A_STATE))
                for number in range(1, count + 1)]  # fmt: skip
    chinese = [f"cn-province-{number}" for number in range(1, PROVINCES + 1)]
    chinese += [f"cn-city-{number}" for number in range(1, CHINESE_CITIES + 1)]
    partner, other = skewed(dice, european), skewed(dice, chinese)
    kinds, agreements = ["twinning", "cooperation agreement", "memorandum"], ["yes", "no", "unknown"]
    for row in range(1, rows + 1):
        one = partner()
        yield (
            f"p{row:07}",
            dice.choices(kinds, weights=[70, 20, 10])[0],
            one,
            other(),
            one.split("-")[0],
            date(dice),
            f"{LAST_YEAR + dice.randint(1, 3)}" if dice.random() < 0.05 else "",
            dice.choices(agreements, weights=[60, 10, 30])[0],
            f"row {row}",
        )


def write(folder, name, header, rows):
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def generate(folder, rows, seed):
    os.makedirs(folder, exist_ok=True)
    header = ["id", "kind", "partner", "chinese", "country", "established", "ended", "agreement", "locator"]
    write(folder, "actors.csv", ["id", "name", "kind", "within", "locator"], actors())
    write(folder, "partnerships.csv", header, partnerships(rows, random.Random(seed)))
    for name, content in [
        ("actors.yml", ACTORS_MAPPING),
        ("partnerships.yml", PARTNERSHIPS_MAPPING),
        ("sources.json", json.dumps([SOURCE], indent=2) + "\n"),
    ]:
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(content)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=HELP_AS_WRITTEN)
    arguments.add_argument("folder")
    arguments.add_argument("--rows", type=int, default=20_000)
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    generate(options.folder, options.rows, options.seed)


if __name__ == "__main__":
    main()
