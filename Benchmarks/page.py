"""The page that tells what was measured: Documentation/Benchmarks.md and its figure."""

import importlib.metadata
import os
import platform
import sqlite3
import statistics
import subprocess
from datetime import datetime, timezone

import growth_figure
from corpus_jobs import p95
from goals import duration, goals, size
from jobs import RUNS
from serving import CONNECTIONS, SECONDS
from visiting import TABLE
from words_jobs import ARTICLES, PATTERNS

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
OUTPUT = os.path.join(ROOT, "Documentation", "Benchmarks.md")
# What stands between these lines of the page is written by hand, and stays.
BEGIN, END = "<!-- by hand: what misses its target, and why -->", "<!-- end of what is written by hand -->"
NOTHING_YET = "Nothing is said about it yet."


def write(found, entente, output):
    """Writes the page and draws the figure beside it; gives the page's text."""
    by_hand = kept(output)
    growth_figure.draw(found["growth"], os.path.join(os.path.dirname(output), "images"))
    text = "\n".join(
        [
            "# Benchmarks", "",
            "Written by `make bench`, but for the part that says why a target is missed. The peers do less: they",
            "keep a table, Entente keeps statements with their sources, contradictions and consequences. Quote",
            "ratios, not seconds.", "",
            *circumstances(found, entente), "",
            *goal_table(found), "",
            answers(found), "",
            BEGIN, "", by_hand, "", END, "",
            *every_run(found),
            *growth(found["growth"]),
        ]
    )  # fmt: skip
    with open(output, "w", encoding="utf-8") as file:
        file.write(text)
    return text


def kept(output):
    if not os.path.exists(output):
        return NOTHING_YET
    with open(output, encoding="utf-8") as file:
        _, begun, rest = file.read().partition(BEGIN)
    return rest.partition(END)[0].strip() if begun else NOTHING_YET


def circumstances(found, entente):
    told = subprocess.run([entente, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    names = ("sqlite-utils", "polars", "duckdb", "datasette", "krippendorff", "rensa", "ahocorasick_rs")
    names += ("scikit-learn",)
    peers = [f"{name} {importlib.metadata.version(name)}" for name in names]
    load = f"; {os.getloadavg()[0]:.1f} processes at work at the end" if hasattr(os, "getloadavg") else ""
    rows, seed, table = found["rows"], found["seed"], found["sizes"]["table"]
    programs = [
        f"Entente {told}",
        f"Python {platform.python_version()}",
        f"its SQLite {sqlite3.sqlite_version}",
    ]
    return [
        f"- {rows:,} generated partnerships (seed {seed}): {size(table)} of CSV",
        f"- {machine()}{load}",
        f"- {', '.join(programs + peers)}",
        f"- run on {datetime.now(timezone.utc):%Y-%m-%d}; the tools take turns, medians of {RUNS} runs at least",
    ]


def machine():
    model = platform.processor() or platform.machine()
    if os.path.exists("/proc/cpuinfo"):
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            models = [line.split(":", 1)[1].strip() for line in file if line.startswith("model name")]
        model = models[0] if models else model
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{model}, {os.cpu_count()} cores, {memory:.0f} GiB of memory, {platform.system()}"


def goal_table(found):
    yield "| job | Entente | compared with | reached | target | |"
    yield "| --- | ---: | --- | ---: | ---: | --- |"
    for goal in goals(found):
        verdict = "met" if goal.is_met else "**missed**"
        yield f"| {goal.job} | {goal.ours} | {goal.compared} | {goal.reached} | {goal.target} | {verdict} |"


def answers(found):
    if found["differences"]:
        return "**The answers differ**: " + "; ".join(found["differences"]) + "."
    return (
        f"The answers agree: {found['rows']:,} partnerships in each file; all {found['cells']:,} cells\n"
        "of the count, certain and possible, from Entente, polars and DuckDB alike."
    )


def every_run(found):
    sizes = found["sizes"]
    yield from section(
        "Import",
        "Entente: every cell a sourced statement, actors created, snapshot, indexes and search ready at the\n"
        "end; the register of states and places is there before. The peers: a bare table and four indexes.\n"
        f"A fact is a cell that says something, but for the row's own number: {sizes['facts']:,} of them.",
        found["import"],
        lambda name: size(sizes[name]),
        "file",
    )
    yield from section(
        "Count by period, country and place: whole process",
        "With bounds. Entente from its archive, the peers from the CSV file; all write a line for every\n"
        "cell that is not empty.",
        found["cold"],
    )
    yield from within_a_process(
        "Count by period, country and place: data loaded",
        "The same question inside a process that holds the data. Entente's reads it from the archive\n"
        f"first, in {duration(found['ledger'])}.",
        found["warm"],
    )
    parts = {"append": "the log and the snapshot", "ledger": "read the data", "count": "count"}
    yield from within_a_process(
        "Count anew after one more statement",
        "One statement is appended and the snapshot follows; then the same count of what is on record now.",
        {title: [edit[part] for edit in found["edits"]] for part, title in parts.items()},
    )
    yield from section("Show and find", "Whole processes, on the archive of the import.", found["look up"])
    yield from section(
        "Reliability of coding",
        "Krippendorff's alpha, nominal and ordinal, with 1,000 resamples each, of 2,000 units and 4 coders. Entente: two\n"
        "processes, which work out all other coefficients and their intervals besides.",
        found["reliability"],
    )
    yield from corpora(found)
    yield from section(
        "Coding by a dictionary",
        f"{ARTICLES:,} articles of 150 to 600 words, {PATTERNS:,} patterns in 12 categories; from the CSV file to a line an article. The counts are\n"
        "the same.",
        found["words"]["code"],
    )
    yield from section(
        "Matrix and keyness",
        "The document-feature matrix of these articles, and G² of every word in those from 2015 on against the others; from the CSV file.\n"
        "Entente works out χ², log ratios with intervals and false discovery rates besides. The figures are the same.",
        found["words"]["keyness"],
    )
    if found["visit"]:
        yield from visits(found["visit"])


def corpora(found):
    series, quality, imported = found["duplicates"]
    yield from section(
        "Near-duplicates",
        f"Of {found['articles']:,} articles of 150 to 600 words, a family of copies in ten, with footers and bulletins as traps.\n"
        "Entente from the archive that has them, with what it tells of thresholds and clusters, which it keeps; rensa from\n"
        f"the file: MinHash, LSH, pairs joined. The import into the archive, with its index, took {duration(imported.seconds)}.",
        series,
        lambda name: " / ".join(f"{share:.3f}" for share in quality[name]),
        "precision / recall / F1",
    )
    yield "| articles | near-duplicates | an article | peak memory | import |"
    yield "| ---: | ---: | ---: | ---: | ---: |"
    for count, (point, imported) in found["duplicates growth"].items():
        yield (
            f"| {count:,} | {duration(point.seconds)} | {1e6 * point.seconds / count:.0f} µs | {point.peak:,.0f} MiB |"
            f" {duration(imported.seconds)} |"
        )
    imported, queries = found["titles"]
    yield (
        f"\n## Short texts\n\n{found['rows']:,} titles, half of them Chinese, came into a corpus in {duration(imported.seconds)}\n"
        f"({imported.peak:,.0f} MiB at most). {len(queries.runs)} queries, whole processes each: words, phrases, beginnings and Chinese strings,\n"
        f"one in five of the commonest words: {duration(queries.median)} in the median, 95 of 100 within {duration(p95(queries))},\n"
        f"the slowest {duration(max(queries.seconds))}.\n"
    )


def visits(found):
    yield "## Visit\n"
    yield (
        "`entente serve --cache 0`, which keeps no answers; `entente serve` as it is, which keeps 64 MiB of them and is asked for\n"
        "2,000 addresses again and again; and Datasette on the table of executemany with one\n"
        "more index, on country and kind; by wrk on the same machine, one visitor and then "
        f"{CONNECTIONS} at once, for {SECONDS} s.\n"
        "What is made once for a record, beside the first answers, took "
        f"{duration(found['warm'])}. A page of Entente's has the partnerships with their dates and bounds, the\n"
        "counts of all kinds and the frame; its record every statement with its source.\n"
    )
    yield f"| | | answers a second | one visitor | 99 of 100 of one | of {CONNECTIONS} | 99 of 100 of {CONNECTIONS} | refused |"
    yield "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    rows = [(question, name, load) for name, loads in found["loads"].items() for question, load in loads.items()]
    for question, name, load in [*sorted(rows), (TABLE, "entente", found["tables"])]:
        times = " | ".join(map(duration, (load.alone, load.alone_p99, load.median, load.p99)))
        yield f"| {question} | {name} | {load.a_second:,.0f} | {times} | {load.not_200:,} |"
    points = ", ".join(f"{size_:,.0f} MiB after {second:,} s" for second, size_ in found["memory"].items())
    yield f"\nMemory of the server while all of it is asked for over and over: {points}.\n"


def spread(seconds):
    return f"{duration(min(seconds))} … {duration(max(seconds))}"


def section(title, about, series, more=None, more_title=""):
    yield f"## {title}\n\n{about}\n"
    yield f"| | median | fastest … slowest | processor | peak memory |{f' {more_title} |' if more else ''}"
    yield f"| --- | ---: | ---: | ---: | ---: |{' ---: |' if more else ''}"
    for name, one in series.items():
        times = (
            spread(one.seconds)
            if len(one.runs) > 1
            else "ended by us: too long"
            if one.runs[0].is_cut
            else "run once"
        )
        yield (
            f"| {name} | {duration(one.median)} | {times} | {duration(one.processor)} | {one.peak:,.0f} MiB |"
            + (f" {more(name)} |" if more else "")
        )
    yield ""


def within_a_process(title, about, seconds):
    yield f"## {title}\n\n{about}\n"
    yield "| | median | fastest … slowest |"
    yield "| --- | ---: | ---: |"
    for name, each in seconds.items():
        yield f"| {name} | {duration(statistics.median(each))} | {spread(each)} |"
    yield ""


def growth(points):
    yield "## Growth\n"
    yield f"![Seconds of import, table and show by the number of partnerships](images/{growth_figure.NAME}.svg)\n"
    yield "| partnerships | import | table | show |"
    yield "| ---: | ---: | ---: | ---: |"
    for rows, point in points.items():
        times = [duration(point[job]) for job in ("import", "table", "show")]
        yield f"| {rows:,} | {' | '.join(times)} |"
