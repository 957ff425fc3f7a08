"""What the peers and the harness share: the periods asked about, and how a loaded table is asked again."""

import json
import time

PERIODS = ["0000/1979", "1980/1989", "1990/1999", "2000/2009", "2010/2029"]


def ask_again(question, runs):
    """Prints the seconds of so many further answers as JSON; `runs` is a list of one number, or of none."""
    seconds = []
    for _ in range(int(runs[0]) if runs else 0):
        began = time.perf_counter()
        question()
        seconds.append(time.perf_counter() - began)
    print(json.dumps({"count": seconds}))
