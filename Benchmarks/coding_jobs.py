"""The jobs of content analysis, by Entente and by what one would use instead, on the same files and in turn."""

import json

import generate_ratings
from jobs import ENTENTE, RUNS
from measuring import run, take_turns

KRIPPENDORFF = "krippendorff"
RESAMPLES = 1_000
LEVELS = ("nominal", "ordinal")
CLOSE, NEAR = 1e-9, 0.006  # of the coefficients; of the ends of intervals, which other random numbers gave


def reliability(site, seed):
    """Alpha at two levels with intervals; Entente works out all other coefficients besides."""
    table = site.path("ratings.csv")
    generate_ratings.generate(table, seed)
    commands = [
        [site.entente, "agree", table, "--level", level, "--bootstrap", RESAMPLES, "--json"]
        for level in LEVELS
    ]
    told = {}

    def ours():
        whole = run(commands[:1], site.folder)
        told["nominal"] = json.loads(whole.printed)["coefficients"]["alpha"]
        other = run(commands[1:], site.folder)
        told["ordinal"] = json.loads(other.printed)["coefficients"]["alpha"]
        whole.seconds += other.seconds
        whole.processor += other.processor
        whole.peak = max(whole.peak, other.peak)
        return whole

    series = take_turns(
        {ENTENTE: ours, KRIPPENDORFF: lambda: site.peer("alpha_krippendorff.py", table, RESAMPLES)}, RUNS
    )
    expected = json.loads(series[KRIPPENDORFF].printed)
    for level in LEVELS:
        for end, tolerance in (("value", CLOSE), ("low", NEAR), ("high", NEAR)):
            found, theirs = told[level][end], expected[level][end]
            if abs(found - theirs) > tolerance:
                site.expect(f"{end} of {level} alpha", found, theirs)
    return series
