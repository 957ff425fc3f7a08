"""Writes shares.json: intervals and tests of shares, by statsmodels and scipy.

    python -m venv v && v/bin/pip install scipy statsmodels && v/bin/python Tests/Fixtures/themes/make_reference.py
"""

import json
import pathlib
import random

import scipy
import statsmodels
from scipy.stats import fisher_exact
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

random.seed(20260101)
cases = [(0, 1), (1, 1), (0, 852), (852, 852), (1, 2), (50, 852), (426, 852), (3, 1_000_000)]
shares = [
    {"count": count, "total": total, "interval": list(proportion_confint(count, total, 0.05, "wilson"))}
    for count, total in cases + [(random.randint(0, n), n) for n in random.sample(range(2, 5000), 20)]
]

# Articles on Chinese culture, 2019 and 2020, by either number of articles analysed (Evidence/figures.csv).
pairs = [(2, 42, 37, 1294), (2, 42, 37, 852), (0, 10, 5, 12), (5, 12, 0, 10), (10, 10, 10, 10), (0, 10, 0, 20), (1, 300, 9, 250), (40, 400, 90, 452)]
for _ in range(30):
    one, other = random.randint(1, 600), random.randint(1, 600)
    pairs.append((random.randint(0, one), one, random.randint(0, other), other))

comparisons = []
for before, of_before, after, of_after in pairs:
    table = [[before, of_before - before], [after, of_after - after]]
    ratio = None
    if before and after:
        ratio = list(
            confint_proportions_2indep(after, of_after, before, of_before, compare="ratio", method="log")
        )
    comparisons.append(
        {
            "before": [before, of_before],
            "after": [after, of_after],
            "difference": list(
                confint_proportions_2indep(after, of_after, before, of_before, compare="diff", method="newcomb")
            ),
            "ratio": ratio,
            "probability": fisher_exact(table)[1],
        }
    )

result = {
    "by": f"scipy {scipy.__version__}, statsmodels {statsmodels.__version__}",
    "shares": shares,
    "comparisons": comparisons,
}
target = pathlib.Path(__file__).parent / "shares.json"
target.write_text(json.dumps(result, indent=1) + "\n")
