#!/usr/bin/env python3
"""Times Entente beside what one would use instead, on a generated table; writes Documentation/Benchmarks.md.

    .venv/bin/python Benchmarks/bench.py ENTENTE WARM [--rows 1000000] [--largest N]

ENTENTE and WARM are the built programs. Start reading in jobs.py; how it is measured is in measuring.py.
"""

import argparse
import os
import shutil
import sys
import tempfile

import coding_jobs
import corpus_jobs
import generate
import jobs
import page
import visiting
from workplace import Site, prepare

HELP_AS_WRITTEN = argparse.RawDescriptionHelpFormatter
SMALLEST = 10_000  # of the sizes that the growth is measured at, ten times as many each


def site(options, scratch, rows):
    """The programs and a folder with so many generated rows."""
    folder = os.path.join(scratch, f"rows-{rows}")
    print(f"{rows:,} rows", file=sys.stderr)
    generate.generate(folder, rows, options.seed)
    return Site(os.path.abspath(options.entente), os.path.abspath(options.warm), folder)


def measure(options, scratch):
    """Everything the page tells, by name."""
    main = site(options, scratch, options.rows)
    prepare(main)
    found = {"rows": options.rows, "seed": options.seed}
    print("import", file=sys.stderr)
    found["import"] = jobs.import_(main, options.rows)
    found["sizes"] = jobs.sizes(main)
    print("count", file=sys.stderr)
    found["cold"], cells = jobs.count_cold(main)
    found["cells"] = len(cells)
    found["warm"], found["edits"], found["ledger"] = jobs.count_warm(main, cells)
    print("look up", file=sys.stderr)
    found["look up"] = jobs.look_up(main)
    found["visit"] = visiting.visit(main, options.rows, options.soak) if visiting.is_possible() else None
    print("reliability", file=sys.stderr)
    found["reliability"] = coding_jobs.reliability(main, options.seed)
    print("corpora", file=sys.stderr)
    found["articles"] = options.articles
    found["duplicates"] = corpus_jobs.duplicates(main, options.articles, options.seed)
    sizes = [size for size in (10_000, 100_000, 1_000_000) if size <= options.most_articles]
    found["duplicates growth"] = corpus_jobs.growth(main, sizes, options.seed)
    found["titles"] = corpus_jobs.titles(main, options.rows, options.seed)
    found["differences"] = main.differences
    found["growth"] = growth(options, scratch, found)
    return found


def growth(options, scratch, found):
    """{rows: seconds of import, table and show}; those of the main table are known already."""
    known = {
        "import": found["import"][jobs.ENTENTE].median,
        "table": found["cold"][jobs.ENTENTE].median,
        "show": found["look up"]["show a partnership"].median,
    }
    points, rows = {}, SMALLEST
    while rows <= max(options.rows, options.largest):
        if rows != options.rows:
            other = site(options, scratch, rows)
            points[rows] = jobs.growth_point(other)
            shutil.rmtree(other.folder)
        rows *= 10
    return dict(sorted({**points, options.rows: known}.items()))


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=HELP_AS_WRITTEN)
    arguments.add_argument("entente", help="the program to time")
    arguments.add_argument("warm", help="the program that measures in one process")
    arguments.add_argument("--rows", type=int, default=1_000_000, help="partnerships (%(default)s)")
    arguments.add_argument(
        "--largest", type=int, default=0, help="measure the growth up to so many, once (ROWS)"
    )
    arguments.add_argument(
        "--soak", type=int, default=60, help="how many seconds to watch the server's memory (%(default)s)"
    )
    arguments.add_argument(
        "--articles", type=int, default=100_000, help="articles among which duplicates are looked for (%(default)s)"
    )
    arguments.add_argument(
        "--most-articles", type=int, default=100_000, help="the growth of that, up to so many (%(default)s)"
    )
    arguments.add_argument("--seed", type=int, default=1, help="of the generator (%(default)s)")
    arguments.add_argument("--output", default=page.OUTPUT, help="the page to write")
    options = arguments.parse_args()

    with tempfile.TemporaryDirectory(prefix="entente-bench-") as scratch:
        found = measure(options, scratch)
    print(page.write(found, options.entente, options.output))
    if found["differences"]:
        sys.exit(1)


if __name__ == "__main__":
    main()
