"""Whole processes, measured from start to end: seconds, processor seconds and peak memory."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field

# A tool whose run takes longer than this many seconds is run once only; the page says so.
PATIENCE = 35


@dataclass
class Run:
    seconds: float
    processor: float
    peak: float  # MiB
    printed: str = ""


@dataclass
class Series:
    """The runs of one tool at one job."""

    runs: list = field(default_factory=list)

    @property
    def seconds(self):
        return [run.seconds for run in self.runs]

    @property
    def median(self):
        return statistics.median(self.seconds)

    @property
    def processor(self):
        return statistics.median(run.processor for run in self.runs)

    @property
    def peak(self):
        return max(run.peak for run in self.runs)

    @property
    def printed(self):
        return self.runs[-1].printed


def run(commands, folder, archive=None):
    """Runs commands one after the other as one piece of work. Leaves the program when one of them fails."""
    environment = {**os.environ, "ENTENTE_ARCHIVE": archive} if archive else os.environ
    whole = Run(0, 0, 0)
    for command in commands:
        one = process([str(part) for part in command], folder, environment)
        whole = Run(
            whole.seconds + one.seconds,
            whole.processor + one.processor,
            max(whole.peak, one.peak),
            one.printed,
        )
    return whole


def process(command, folder, environment):
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as complaints:
        began = time.perf_counter()
        started = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=complaints
        )
        _, status, usage = os.wait4(started.pid, 0)
        seconds = time.perf_counter() - began
        started.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        complaints.seek(0)
        if started.returncode != 0:
            shown = " ".join([os.path.basename(command[0]), *command[1:]])
            sys.exit(
                f"{shown}\nended with {started.returncode}:\n{complaints.read().decode(errors='replace')}"
            )
        # Linux tells the peak in KiB, macOS in bytes.
        unit = 2**20 if sys.platform == "darwin" else 2**10
        return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit, out.read().decode())


def take_turns(tools, runs):
    """Runs each tool so many times, A B C A B C, so that a slow minute falls on all.

    `tools` has a function for each tool, which gives a Run. The first turn counts like the others: the files
    are in the file cache, having just been written or read.
    """
    series = {name: Series() for name in tools}
    for turn in range(runs):
        print(f"  turn {turn + 1} of {runs}", file=sys.stderr)
        for name, tool in tools.items():
            if series[name].runs and series[name].seconds[0] > PATIENCE:
                continue
            series[name].runs.append(tool())
    return series
