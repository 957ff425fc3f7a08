#!/usr/bin/env python3
"""Kills an import at random moments and looks at what is left.

    python3 Tools/kill_import.py PROGRAM [--rows 1000000] [--kills 20] [--seed N] [--pad 0]

A generated table is imported once undisturbed; then again and again into a copy of the same archive, each time
killed (SIGKILL) at a moment drawn from that duration. After each kill the archive must open, `check --deep` must
pass, and it must hold either what it held before or all of the table. In the end the import is run once more on the last
archive that was left as before, and must come to what the undisturbed one came to: every row of every table, but for moments and the seals over them.
--pad gives each row a locator of so many characters: a table of a few rows is then as large as one that is packed.
"""

import argparse
import hashlib
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(ROOT, "Benchmarks"))
import generate  # noqa: E402

HELP_AS_WRITTEN = argparse.RawDescriptionHelpFormatter
# What differs from run to run: when a batch was recorded, and the digests that cover that.
MOMENTS = {"batch": {"recorded_at"}, "seal": {"digest"}}


def contents(path):
    """A digest of each table's rows. Tables that FTS5 keeps for itself are left out: they follow from `search`."""
    base = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    tables = base.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        " AND (name NOT LIKE 'search_%' OR name = 'search_row') ORDER BY 1"
    ).fetchall()
    digests = {}
    for table, _ in tables:
        columns = [row[1] for row in base.execute(f"PRAGMA table_info({table})")]
        kept = ", ".join(column for column in columns if column not in MOMENTS.get(table, ()))
        digest, count = hashlib.sha256(), 0
        for row in base.execute(f"SELECT {kept} FROM {table} ORDER BY 1"):
            digest.update(repr(row).encode())
            count += 1
        digests[table] = (count, digest.hexdigest())
    base.close()
    return digests


def pad(folder, characters):
    """Gives the table a column of so many characters, as its locator."""
    table, mapping = (os.path.join(folder, f"partnerships.{kind}") for kind in ("csv", "yml"))
    with open(table, encoding="utf-8") as file:
        header, *rows = file.read().splitlines()
    with open(table, "w", encoding="utf-8", newline="") as file:
        file.write("\n".join([header + ",page", *(f"{row},{'x' * characters}" for row in rows)]) + "\n")
    with open(mapping, encoding="utf-8") as file:
        text = re.sub("^locator:.*$", "locator: {column: page}", file.read(), flags=re.MULTILINE)
    with open(mapping, "w", encoding="utf-8") as file:
        file.write(text)


class Trial:
    def __init__(self, program, folder):
        self.program, self.folder = os.path.abspath(program), folder

    def path(self, name):
        return os.path.join(self.folder, name)

    def run(self, *arguments):
        done = subprocess.run([self.program, *arguments], cwd=self.folder, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"entente {' '.join(arguments)}: exit {done.returncode}\n{done.stdout}{done.stderr}")

    def start(self, archive):
        return subprocess.Popen(
            [self.program, "import", "partnerships.yml", "--archive", archive],
            cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip

    def copy(self, source, target):
        """Copies an archive with its side files."""
        for suffix in ("", "-wal", "-shm", "-journal"):
            if os.path.exists(self.path(target + suffix)):
                os.remove(self.path(target + suffix))
            if os.path.exists(self.path(source + suffix)):
                shutil.copyfile(self.path(source + suffix), self.path(target + suffix))


def changed(one, other):
    return [table for table in sorted(one.keys() | other.keys()) if one.get(table) != other.get(table)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=HELP_AS_WRITTEN)
    parser.add_argument("program")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    parser.add_argument("--pad", type=int, default=0)
    options = parser.parse_args()
    dice = random.Random(options.seed)
    print(f"seed {options.seed}: {options.rows:,} rows, {options.kills} kills", flush=True)
    with tempfile.TemporaryDirectory(prefix="entente-kill-") as folder:
        trial = Trial(options.program, folder)
        generate.generate(folder, options.rows, 1)
        if options.pad:
            pad(folder, options.pad)
        trial.run("init", "--archive", "before.entente")
        trial.run("import", "actors.yml", "--archive", "before.entente")
        before = contents(trial.path("before.entente"))

        trial.copy("before.entente", "after.entente")
        started = time.monotonic()
        trial.run("import", "partnerships.yml", "--archive", "after.entente")
        duration = time.monotonic() - started
        after = contents(trial.path("after.entente"))
        print(f"undisturbed: {duration:.2f} s", flush=True)

        for number in range(1, options.kills + 1):
            trial.copy("before.entente", "killed.entente")
            moment = dice.uniform(0, duration)
            process = trial.start("killed.entente")
            time.sleep(moment)
            process.kill()
            process.wait()
            sides = [
                f"{suffix} {os.path.getsize(trial.path('killed.entente' + suffix)):,} bytes"
                for suffix in ("-wal", "-journal")
                if os.path.exists(trial.path("killed.entente" + suffix))
            ]
            trial.run("check", "--deep", "--archive", "killed.entente")
            left = contents(trial.path("killed.entente"))
            if left not in (before, after):
                sys.exit(f"kill {number} at {moment:.2f} s: half an import is left: {', '.join(changed(left, before))}")
            state = "as before" if left == before else "all there"
            if left == before:
                trial.copy("killed.entente", "again.entente")
            print(f"kill {number:2} at {moment:6.2f} s: sound, {state} ({', '.join(sides) or 'no side file'})", flush=True)

        if not os.path.exists(trial.path("again.entente")):
            sys.exit("no kill came before the end: there is nothing to run once more; take another seed")
        trial.run("import", "partnerships.yml", "--archive", "again.entente")
        trial.run("check", "--deep", "--archive", "again.entente")
        if difference := changed(contents(trial.path("again.entente")), after):
            sys.exit(f"the import run once more differs from the undisturbed one: {', '.join(difference)}")
    print("run once more, it equals the undisturbed import")


if __name__ == "__main__":
    main()
