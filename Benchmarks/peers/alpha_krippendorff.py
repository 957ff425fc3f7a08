"""Krippendorff's alpha, nominal and ordinal, with 1,000 resamples of the units, by the package krippendorff.

python3 alpha_krippendorff.py ratings.csv RESAMPLES   prints {level: {value, low, high}}

From counts of values a unit, which is the package's faster form.
"""

import csv
import json
import sys

import krippendorff
import numpy as np

source, resamples = sys.argv[1:]
with open(source, encoding="utf-8", newline="") as file:
    rows = csv.reader(file)
    next(rows)
    units = np.array([[float(cell) if cell else np.nan for cell in row[1:]] for row in rows])
values = np.unique(units[~np.isnan(units)])
counts = (units[:, :, None] == values).sum(axis=1)
found = {}
for level in ("nominal", "ordinal"):
    draw = np.random.default_rng(1)

    def alpha(chosen, level=level):
        return krippendorff.alpha(
            value_counts=counts[chosen], value_domain=values, level_of_measurement=level
        )

    drawn = [alpha(draw.integers(0, len(units), len(units))) for _ in range(int(resamples))]
    low, high = np.quantile(drawn, [0.025, 0.975])
    found[level] = {"value": alpha(np.arange(len(units))), "low": low, "high": high}
print(json.dumps(found))
