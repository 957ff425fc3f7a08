"""The jobs, done by Entente and by what one would use instead, on the same files and in turn."""

import collections
import csv
import json
import os
import sqlite3
import statistics
import sys

from measuring import run, take_turns
from peers.asking import PERIODS
from peers.load_python import INDEXED
from workplace import copy_archive, import_once, prepare

RUNS = 3
QUICK_RUNS = 7  # of commands that take milliseconds
AXES = "period,country@a,within@b"
COUNT = ["table", "--count", "partnerships", "--by", AXES, "--periods", ",".join(PERIODS), "--format", "csv"]

ENTENTE, PYTHON, SQLITE_UTILS = "entente", "Python executemany", "sqlite-utils"
POLARS, DUCKDB = "polars", "DuckDB"


def import_(site, rows):
    """Entente's statements, beside a bare table with four indexes."""

    def fresh(name):
        if os.path.exists(site.path(name)):
            os.remove(site.path(name))
        return site.path(name)

    def sqlite_utils():
        tool, database = os.path.join(os.path.dirname(sys.executable), "sqlite-utils"), fresh("utils.db")
        load = [tool, "insert", database, "partnerships", site.table, "--csv", "--pk", "id", "--silent"]
        indexes = [[tool, "create-index", database, "partnerships", column] for column in INDEXED]
        return run([load, *indexes], site.folder)

    tools = {
        ENTENTE: lambda: import_once(site),
        PYTHON: lambda: site.peer("load_python.py", site.table, fresh("python.db")),
        SQLITE_UTILS: sqlite_utils,
    }
    series = take_turns(tools, RUNS)
    counted = site.ask("query", "SELECT count(*) AS n FROM partnership", "--format", "csv").printed.split()
    site.expect("partnerships in the archive", int(counted[-1]), rows)
    for name in ("python.db", "utils.db"):
        connection = sqlite3.connect(site.path(name))
        (found,) = connection.execute("SELECT count(*) FROM partnerships").fetchone()
        connection.close()
        site.expect(f"rows in {name}", found, rows)
    return series


def sizes(site):
    """Bytes of the table, of the archive, and of the bare tables; and how many facts the table states.

    A fact is a cell that says something, but for the row's own number.
    """
    with open(site.table, encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        facts = sum(sum(map(bool, row)) - 1 for row in rows)
    archive = sum(
        os.path.getsize(site.archive + ending)
        for ending in ("", "-wal")
        if os.path.exists(site.archive + ending)
    )
    return {
        "facts": facts,
        "table": os.path.getsize(site.table),
        ENTENTE: archive,
        PYTHON: os.path.getsize(site.path("python.db")),
        SQLITE_UTILS: os.path.getsize(site.path("utils.db")),
    }


def count_cold(site):
    """The count as a whole process: from the archive; the peers' from the CSV file. Cells are compared."""

    def ours():
        answer = site.ask(*COUNT)
        with open(site.path("entente.csv"), "w", encoding="utf-8") as file:
            file.write(answer.printed)
        return answer

    tools = {
        ENTENTE: ours,
        POLARS: lambda: site.peer("count_polars.py", site.table, site.path("polars.csv")),
        DUCKDB: lambda: site.peer("count_duckdb.py", site.table, site.path("duckdb.csv")),
    }
    series = take_turns(tools, RUNS)
    expected = cells(site.path("polars.csv"))
    for name in ("entente.csv", "duckdb.csv"):
        found = cells(site.path(name))
        site.expect(f"cells of {name} unlike polars'", sorted(found ^ expected)[:3], [])
    return series, expected


def cells(path):
    """The rows of an answer, in any order: period, country, place, certain, possible."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        return set(map(tuple, rows))


def count_warm(site, expected):
    """The count inside a process that holds the data, and Entente's count anew after one more statement.

    ({tool: seconds}, [{part of the edit: seconds}], seconds to read the ledger)
    """
    copy = site.path("edited.entente")

    def ours():
        copy_archive(site.archive, copy)
        return run([[site.warm, copy, AXES, ",".join(PERIODS), RUNS]], site.folder)

    tools = {
        ENTENTE: ours,
        POLARS: lambda: site.peer("count_polars.py", site.table, site.path("polars.csv"), RUNS),
        DUCKDB: lambda: site.peer("count_duckdb.py", site.table, site.path("duckdb.csv"), RUNS),
    }
    told = {
        name: [json.loads(one.printed) for one in series.runs]
        for name, series in take_turns(tools, RUNS).items()
    }
    totals = [len(expected), *(sum(int(cell[column]) for cell in expected) for column in (3, 4))]
    for one in told[ENTENTE]:
        site.expect(
            "the warm count's cells, certain, possible",
            [one["cells"], one["certain"], one["possible"]],
            totals,
        )
    seconds = {name: [second for one in runs for second in one["count"]] for name, runs in told.items()}
    edits = [edit for one in told[ENTENTE] for edit in one["edits"]]
    return seconds, edits, statistics.median(one["ledger"] for one in told[ENTENTE])


def look_up(site):
    """show and find as whole processes: what is rare, and what there is most of."""
    with open(site.table, encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        partners = collections.Counter(row[1] for row in rows)
    (busiest, most), (rarest, _) = partners.most_common(1)[0], partners.most_common()[-1]
    commands = {
        "show a partnership": ["show", "t1"],
        f"show the busiest actor ({most:,} partnerships)": ["show", busiest],
        "find a rare name": ["find", rarest],
        "find a common word": ["find", "university"],
    }
    return take_turns(
        {name: lambda c=command: site.ask(*c) for name, command in commands.items()}, QUICK_RUNS
    )


def growth_point(site):
    """Seconds of import, table and show on the archive of the site, made anew."""
    prepare(site)
    return {
        "import": import_once(site).seconds,
        "table": statistics.median(site.ask(*COUNT).seconds for _ in range(RUNS)),
        "show": statistics.median(site.ask("show", "t1").seconds for _ in range(QUICK_RUNS)),
    }
