"""Partnerships per period × country × place, certain and possible, with polars.

python3 count_polars.py partnerships.csv answer.csv [RUNS]   RUNS: ask the loaded table again so often, timed
"""

import sys

import polars as pl
from asking import PERIODS, ask_again

START = pl.col("start")


def period(years):
    """A year's place among the periods, which are decades but for the first and the last."""
    return (years.cast(pl.Int32) // 10 - 197).clip(0, len(PERIODS) - 1)


def count(frame):
    spans = frame.lazy().select(
        period(START.str.slice(0, 4).str.replace_all("X", "0", literal=True)).alias("first"),
        period(
            START.str.split("/").list.last().str.slice(0, 4).str.replace_all("X", "9", literal=True)
        ).alias("last"),
        pl.col("side_a_country").alias("country"),
        pl.col("side_b_place").alias("place"),
    )
    each = spans.with_columns(pl.int_ranges("first", pl.col("last") + 1).alias("period")).explode("period")
    certain = (pl.col("first") == pl.col("last")).sum().alias("certain")
    return each.group_by("period", "country", "place").agg(certain, pl.len().alias("possible")).collect()


source, answer, *runs = sys.argv[1:]
table = pl.read_csv(source, schema_overrides={"start": pl.String})
cells = count(table)
cells.with_columns(pl.Series(PERIODS).gather(cells["period"]).alias("period")).write_csv(answer)
ask_again(lambda: count(table), runs)
