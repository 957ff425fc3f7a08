"""What one would write in plain Python: a CSV file into an indexed SQLite table, in one transaction.

python3 load_python.py partnerships.csv out.db
"""

import csv
import sqlite3
import sys

# What the partnerships are looked for by; sqlite-utils is given the same.
INDEXED = ["side_a_country", "side_b_place", "kind", "start"]


def load(source, database):
    with open(source, encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        columns = next(rows)
        typed = [f"{column} {'INTEGER PRIMARY KEY' if column == 'id' else 'TEXT'}" for column in columns]
        connection = sqlite3.connect(database)
        with connection:
            connection.execute(f"CREATE TABLE partnerships ({', '.join(typed)})")
            connection.executemany(f"INSERT INTO partnerships VALUES ({', '.join('?' * len(columns))})", rows)
            for column in INDEXED:
                connection.execute(f"CREATE INDEX by_{column} ON partnerships ({column})")
        connection.close()


if __name__ == "__main__":
    load(*sys.argv[1:])
