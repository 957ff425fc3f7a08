#!/usr/bin/env python3
"""What one would write in plain Python instead of using Entente; each is timed as a program of its own.

    python3 Benchmarks/peers.py load partnerships.csv out.db     the bare table, by csv and sqlite3
    python3 Benchmarks/peers.py count partnerships.csv FIRST LAST
        partnerships a country established from year FIRST to year LAST, as {"it": [certain, possible], …}
"""

import csv
import json
import sqlite3
import sys


def load(source, database):
    with open(source, encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        columns = next(rows)
        with sqlite3.connect(database) as connection:
            connection.execute(f"CREATE TABLE partnerships ({', '.join(columns)})")
            places = ", ".join("?" * len(columns))
            connection.executemany(f"INSERT INTO partnerships VALUES ({places})", rows)


def years(date):
    """First and last year that a date of the generator can mean; months and days do not matter here."""
    if date.startswith("["):
        first, last = date[1:-1].split("..")
        return int(first), int(last)
    if date.endswith("X"):
        return int(date[:-1] + "0"), int(date[:-1] + "9")
    return int(date[:4]), int(date[:4])


def count(source, first, last):
    counts = {}
    with open(source, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            earliest, latest = years(row["established"])
            pair = counts.setdefault(row["country"], [0, 0])
            pair[0] += first <= earliest and latest <= last
            pair[1] += earliest <= last and first <= latest
    json.dump(counts, sys.stdout, sort_keys=True)
    print()


def main():
    match sys.argv[1:]:
        case ["load", source, database]:
            load(source, database)
        case ["count", source, first, last]:
            count(source, int(first), int(last))
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
