"""The observatory beside Datasette, on the same partnerships: pages, records and counts asked for over HTTP."""

import collections
import csv
import itertools
import json
import os
import random
import shutil
import sqlite3
import sys
import time
from urllib.parse import quote

from jobs import ENTENTE
from serving import Server

DATASETTE, DATASETTE_PLAIN = "Datasette", "Datasette, no facets suggested"
KEEPING = "entente, keeping answers"
PAGE, RECORD, KINDS = "a page of 100 partnerships", "a record as JSON", "a count by kind within a country"
TABLE = "a table of all partnerships, never asked before"
EXAMPLES = 20
# Enough for its most expensive question.
LIMITS = ["--setting", "sql_time_limit_ms", "20000", "--setting", "facet_time_limit_ms", "20000"]


class Draws:
    """What visitors ask for: countries, kinds and records as often as the table has them (seed 1)."""

    def __init__(self, table, rows):
        with open(table, encoding="utf-8", newline="") as file:
            self.lists = collections.Counter((row["side_a_country"], row["kind"]) for row in csv.DictReader(file))
        dice = random.Random(1)
        pairs, weights = list(self.lists), list(self.lists.values())
        self.pairs = dice.choices(pairs, weights, k=2000)
        self.records = [dice.randrange(1, rows + 1) for _ in range(2000)]
        self.countries = [country for country, _ in self.pairs]


def ours(draws):
    return {
        PAGE: [f"/partnerships?within={country}&kind={quote(kind)}" for country, kind in draws.pairs],
        RECORD: [f"/api/v1/partnerships/t{number}" for number in draws.records],
        KINDS: [f"/api/v1/kinds?within={country}" for country in draws.countries],
    }


def theirs(draws):
    root = "/python/partnerships"
    return {
        PAGE: [f"{root}?side_a_country={country}&kind={quote(kind)}" for country, kind in draws.pairs],
        RECORD: [f"{root}/{number}.json?_shape=objects" for number in draws.records],
        KINDS: [f"{root}.json?side_a_country={country}&_facet=kind&_size=0" for country in draws.countries],
    }


def tables():
    """Questions to Explore that differ, each over all partnerships."""
    rows = ["country", "kind", "year", "period", "level"]
    starts = [f"{first}%2F{last}" for first in range(1950, 2000) for last in range(2001, 2026)]
    random.Random(1).shuffle(starts)
    for place, (established, row) in enumerate(zip(starts, itertools.cycle(rows))):
        column = rows[(place // len(rows) + 1 + rows.index(row)) % len(rows)]
        shape = f"rows={row}" + (f"&columns={column}" if column != row else "")
        periods = "&periods=0000%2F1989%2C1990%2F2009%2C2010%2F2029" if "period" in shape else ""
        yield f"/explore?{shape}{periods}&established={established}&scope=all"


def visit(site, rows, soak):
    """{tool: {question: Load}}, Entente's tables, its start and its memory; answers are compared."""
    draws = Draws(site.table, rows)
    found = {"loads": {}}
    database = datasette_database(site)
    serve = [site.entente, "serve", "--port", "{port}", "--archive", site.archive]
    for name, command, paths, first in (
        (ENTENTE, [*serve, "--cache", "0"], ours, "/"),
        (KEEPING, serve, ours, "/"),
        (DATASETTE, [tool("datasette"), "serve", database, "--port", "{port}", *LIMITS], theirs, "/-/versions.json"),
        (DATASETTE_PLAIN, [tool("datasette"), "serve", database, "--port", "{port}", *LIMITS,
                           "--setting", "suggest_facets", "off"], theirs, "/-/versions.json"),
    ):  # fmt: skip
        print(f"visit {name}", file=sys.stderr)
        with Server(command, first) as server:
            start, is_ours = server.start, paths is ours
            warm = warm_up(server) if is_ours else None
            if name == ENTENTE:
                found["start"], found["warm"] = start, warm
            asked = paths(draws)
            counts = kinds_ours if is_ours else kinds_theirs
            compare(site, server, draws, asked[KINDS], counts, name)
            found["loads"][name] = {question: server.load(paths, site.folder) for question, paths in asked.items()}
            if name == ENTENTE:
                found["tables"] = server.load(list(tables()), site.folder)
                found["memory"] = memory(server, [path for paths in asked.values() for path in paths[:200]], site, soak)
    return found


def tool(name):
    return os.path.join(os.path.dirname(sys.executable), name)


def datasette_database(site):
    """The table that executemany loaded, with an index for the page, and what SQLite's planner wants to know."""
    path = site.path("python.db")
    connection = sqlite3.connect(path)
    connection.execute("CREATE INDEX IF NOT EXISTS by_country_and_kind ON partnerships (side_a_country, kind)")
    connection.execute("ANALYZE")
    connection.commit()
    connection.close()
    return path


def warm_up(server):
    """What is made once for a record (the ledger, the map, the studies) is made beside the first answers; seconds that it takes."""
    began = time.perf_counter()
    for path in ("/partnerships", "/explore?scope=all", "/"):
        server.wait_for(path)
    return time.perf_counter() - began


def kinds_ours(answer):
    return {kind: count["possible"] for kind, count in answer.items()}


def kinds_theirs(answer):
    return {one["value"]: one["count"] for one in answer["facet_results"]["kind"]["results"]}


def compare(site, server, draws, paths, counts, name):
    for country, path in list(zip(draws.countries, paths))[:EXAMPLES]:
        expected = {kind: count for (place, kind), count in draws.lists.items() if place == country}
        site.expect(f"kinds within {country} by {name}", counts(json.loads(server.get(path))), expected)


def memory(server, paths, site, soak):
    """MiB before and while everything is asked for over and over: {seconds: MiB}."""
    file = site.path("soak.txt")
    with open(file, "w", encoding="utf-8") as out:
        out.write("\n".join(paths) + "\n")
    began, points = time.monotonic(), {0: server.memory()}
    while time.monotonic() - began < soak:
        server.wrk(file, 2, 32, 10)
        points[round(time.monotonic() - began)] = server.memory()
    return points


def is_possible():
    return shutil.which("wrk") is not None
