"""Partnerships per period × country × place, certain and possible, with DuckDB.

python3 count_duckdb.py partnerships.csv answer.csv [RUNS]   RUNS: ask the loaded table again so often, timed
"""

import sys

import duckdb
from asking import PERIODS, ask_again

# A year's place among the periods, which are decades but for the first and the last.
PERIOD = f"greatest(0, least({len(PERIODS) - 1}, cast({{}} as int) // 10 - 197))"
FIRST = PERIOD.format("replace(substr(start, 1, 4), 'X', '0')")
LAST = PERIOD.format("replace(substr(split_part(start, '/', -1), 1, 4), 'X', '9')")
COUNT = f"""
    create or replace table cells as
    select period, country, place, count(*) filter (first = last) as certain, count(*) as possible
    from (
        select unnest(range(first, last + 1)) as period, * from (
            select {FIRST} as first, {LAST} as last, side_a_country as country, side_b_place as place
            from partnerships))
    group by all
"""

source, answer, *runs = sys.argv[1:]
database = duckdb.connect()
database.execute("create table partnerships as from read_csv(?, types = {'start': 'VARCHAR'})", [source])
database.execute(COUNT)
names = "[" + ", ".join(f"'{name}'" for name in PERIODS) + "]"
database.execute(
    f"copy (select {names}[period + 1] as period, * exclude (period) from cells) to '{answer}' (header)"
)
ask_again(lambda: database.execute(COUNT), runs)
