#!/usr/bin/env python3
"""Times Entente beside what one would use instead, on one generated file; writes Documentation/Benchmarks.md.

    .venv/bin/python Benchmarks/bench.py .build/release/entente [--rows 20000] [--output FILE]

Every run is a whole process, from start to end. The tools take turns, so that a slow minute falls on all of
them; the median of three runs counts. The counts that the tools give are compared, too.
"""

import argparse
import importlib.metadata
import json
import os
import platform
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timezone

import generate

HELP_AS_WRITTEN = argparse.RawDescriptionHelpFormatter
RUNS = 3
HERE = os.path.dirname(os.path.abspath(__file__))
OUTPUT = os.path.join(os.path.dirname(HERE), "Documentation", "Benchmarks.md")
PEERS = [sys.executable, os.path.join(HERE, "peers.py")]
SQLITE_UTILS = os.path.join(os.path.dirname(sys.executable), "sqlite-utils")

# Entente's commands, run in the folder of the generated files with ENTENTE_ARCHIVE set.
PREPARE = [["init"], ["import", "actors.yml"]]  # not timed: the register of actors is there before
IMPORT = ["import", "partnerships.yml"]
FIRST, LAST = "1980", "2020"
TABLE = ["table", "--count", "partnerships", "--rows", "country", "--established", f"{FIRST}/{LAST}",
         "--scope", "all", "--json"]  # fmt: skip

IMPORT_JOB = "import"
TABLE_JOB = "table"
JOBS = {
    IMPORT_JOB: "Import the partnerships",
    TABLE_JOB: f"Count partnerships by country, established {FIRST} to {LAST}",
}
WHAT = {
    (IMPORT_JOB, "entente"): "sourced statements, references resolved, snapshot, search index",
    (IMPORT_JOB, "Python csv + sqlite3"): "the bare table",
    (IMPORT_JOB, "sqlite-utils insert"): "the bare table",
    (TABLE_JOB, "entente"): "from the archive",
    (TABLE_JOB, "Python csv"): "from the CSV file, its country column given",
}


def run(command, folder, archive=None):
    """Runs a command to its end: (seconds, what it printed)."""
    environment = {**os.environ, "ENTENTE_ARCHIVE": archive} if archive else None
    start = time.perf_counter()
    ended = subprocess.run(
        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    seconds = time.perf_counter() - start
    if ended.returncode != 0:
        shown = " ".join([os.path.basename(command[0]), *command[1:]])
        sys.exit(f"{shown}\nended with {ended.returncode}:\n{ended.stderr}")
    return seconds, ended.stdout


class Series:
    """The runs of one tool at one job."""

    def __init__(self):
        self.seconds, self.printed = [], ""

    def add(self, result):
        seconds, self.printed = result
        self.seconds.append(seconds)

    @property
    def median(self):
        return statistics.median(self.seconds)


def copy_archive(prepared, place):
    """A fresh archive for one run, with the side files if there are any."""
    for ending in ("", "-wal", "-shm"):
        if os.path.exists(prepared + ending):
            shutil.copy(prepared + ending, place + ending)


def measure(entente, folder):
    """{(job, tool): its runs}"""
    prepared = os.path.join(folder, "prepared.entente")
    for command in PREPARE:
        run([entente, *command], folder, prepared)

    series = {key: Series() for key in WHAT}
    for turn in range(RUNS):
        print(f"run {turn + 1} of {RUNS}", file=sys.stderr)
        archive = os.path.join(folder, f"run{turn}.entente")
        copy_archive(prepared, archive)
        series[IMPORT_JOB, "entente"].add(run([entente, *IMPORT], folder, archive))
        series[IMPORT_JOB, "Python csv + sqlite3"].add(
            run([*PEERS, "load", "partnerships.csv", f"plain{turn}.db"], folder)
        )
        series[IMPORT_JOB, "sqlite-utils insert"].add(
            run([SQLITE_UTILS, "insert", f"utils{turn}.db", "bare", "partnerships.csv", "--csv"], folder)
        )
        series[TABLE_JOB, "entente"].add(run([entente, *TABLE], folder, archive))
        series[TABLE_JOB, "Python csv"].add(run([*PEERS, "count", "partnerships.csv", FIRST, LAST], folder))
    return series


def totals(printed):
    """Each country's total in the table's JSON (Documentation/Formats.md): its identifier and [certain, possible]."""
    return {row["row"]: [row["certain"], row["possible"]] for row in json.loads(printed)["rowTotals"]}


def agreement(series):
    """Whether Entente's counts are those of the plain group-by, in a sentence."""
    expected = json.loads(series[TABLE_JOB, "Python csv"].printed)
    found = totals(series[TABLE_JOB, "entente"].printed)
    different = [
        f"{country} {found.get(country)} instead of {pair}"
        for country, pair in expected.items()
        if found.get(country, [0, 0]) != pair
    ]
    if different:
        return f"**The counts differ**: {'; '.join(different)}."
    return f"The counts agree for all {len(expected)} countries, certain and possible."


def machine():
    model = platform.processor() or platform.machine()
    memory = ""
    if os.path.exists("/proc/cpuinfo"):
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            models = [line.split(":", 1)[1].strip() for line in file if line.startswith("model name")]
        model = models[0] if models else model
        size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
        memory = f", {size:.0f} GiB of memory"
    return f"{model}, {os.cpu_count()} cores{memory}, {platform.system()}"


def table(series):
    lines = []
    for job, title in JOBS.items():
        base = series[job, "entente"].median
        lines += [f"## {title}", ""]
        lines += ["| tool | does | median | fastest … slowest | time against Entente's |"]
        lines += ["| --- | --- | ---: | ---: | ---: |"]
        for (of, tool), one in series.items():
            if of == job:
                lines.append(
                    f"| {tool} | {WHAT[of, tool]} | {one.median:.3f} s "
                    f"| {min(one.seconds):.3f} … {max(one.seconds):.3f} s "
                    f"| {one.median / base:.2f} × |"
                )
        lines.append("")
    return lines


def page(series, rows, seed, entente):
    version = run([entente, "--version"], HERE)[1].strip()
    versions = (
        f"Entente {version}, Python {platform.python_version()}, its SQLite {sqlite3.sqlite_version}, "
        f"sqlite-utils {importlib.metadata.version('sqlite-utils')}"
    )
    return "\n".join(
        [
            "# Benchmarks",
            "",
            "Written by `make bench`; do not edit. The peers do less: they keep a table, Entente keeps",
            "statements with their sources, contradictions and consequences. Quote ratios, not seconds.",
            "",
            f"- {rows:,} generated partnerships (seed {seed}); {RUNS} runs, whole processes, taking turns",
            f"- {machine()}",
            f"- {versions}",
            f"- run on {datetime.now(timezone.utc):%Y-%m-%d}",
            "",
            *table(series),
            agreement(series),
            "",
        ]
    )


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=HELP_AS_WRITTEN)
    arguments.add_argument("entente", help="the program to time")
    arguments.add_argument("--rows", type=int, default=20_000, help="partnerships (%(default)s)")
    arguments.add_argument("--seed", type=int, default=1, help="of the generator (%(default)s)")
    arguments.add_argument("--output", default=OUTPUT, help="the page to write")
    options = arguments.parse_args()
    entente = os.path.abspath(options.entente)

    with tempfile.TemporaryDirectory(prefix="entente-bench-") as folder:
        generate.generate(folder, options.rows, options.seed)
        series = measure(entente, folder)
    text = page(series, options.rows, options.seed, entente)
    with open(options.output, "w", encoding="utf-8") as file:
        file.write(text)
    print(text)
    if "**The counts differ**" in text:
        sys.exit(1)


if __name__ == "__main__":
    main()
