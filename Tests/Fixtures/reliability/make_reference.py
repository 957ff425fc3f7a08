#!/usr/bin/env python3
"""What irrCAC and krippendorff (PyPI) make of the tables of R's irrCAC package; writes irrcac.json beside this script.

    python3 make_reference.py FOLDER        # pip install irrcac==0.4.4 krippendorff==0.9.0

FOLDER has the tables as cac.*.csv. irrCAC knows no ordinal difference as Krippendorff defines it: the ordinal alpha is that of the package
krippendorff. Cohen's kappa of a pair is irrCAC's Conger coefficient of the two.
"""

import csv
import itertools
import json
import os
import sys

import krippendorff
import numpy as np
import pandas as pd
from irrCAC.raw import CAC

WEIGHTS = {"nominal": "identity", "ordinal": "ordinal", "interval": "quadratic", "ratio": "ratio"}

# The arguments of `entente agree`, and the levels that the values allow.
TEXT, NUMBERS, WITH_ZERO = ["nominal"], list(WEIGHTS), ["nominal", "ordinal", "interval"]
TABLES = [
    ("cac.raw4raters.csv", {}, NUMBERS),
    ("cac.raw5obser.csv", {}, WITH_ZERO),
    ("cac.raw.g1g2.csv", {"unit": "Units", "coders": "Rater1,Rater2,Rater3,Rater4"}, TEXT),
    ("cac.raw.gender.csv", {"coders": "RaterA,RaterB,RaterC,RaterD"}, TEXT),
    ("cac.ben.gerry.csv", {"unit": "Units", "coders": "Ben,Gerry"}, TEXT),
    ("cac.dist.g1g2.csv", {"unit": "Group+Units", "counts": "a,b,c,d,e"}, TEXT),
    ("cac.dist4cat.csv", {"counts": "a,b,c"}, TEXT),
    ("cac.general.csv", {"long": "Group+Subject,Raters,Var1"}, WITH_ZERO),
]


def ratings(rows, options):
    """A frame of units and coders; unnamed coders of counts are those of the longest row."""
    header, body = rows[0], rows[1:]
    place = header.index
    if "long" in options:
        unit, coder, value = options["long"].split(",")
        cells = {}
        for row in body:
            key = tuple(row[place(name)] for name in unit.split("+"))
            cells.setdefault(key, {})[row[place(coder)]] = row[place(value)]
        return pd.DataFrame(list(cells.values()))
    if "counts" in options:
        columns = options["counts"].split(",")
        units = [[name for name in columns for _ in range(int(row[place(name)]))] for row in body]
        most = max(map(len, units))
        return pd.DataFrame([unit + [np.nan] * (most - len(unit)) for unit in units])
    coders = options["coders"].split(",") if "coders" in options else header[1:]
    return pd.DataFrame([{name: row[place(name)].strip() or np.nan for name in coders} for row in body])


def figures(frame, level):
    if all(isinstance(value, float) or value.isdigit() for value in frame.stack()):
        frame = frame.astype(float)

    def value(data, method):
        return float(getattr(CAC(data, weights=WEIGHTS[level], digits=12), method)()["est"]["coefficient_value"])

    def plain(data, method, figure="coefficient_value"):
        return float(getattr(CAC(data, digits=12), method)()["est"][figure])

    found = {
        "alpha": value(frame, "krippendorff"),
        "fleiss_kappa": plain(frame, "fleiss"),
        "ac1": plain(frame, "gwet"),
        "brennan_prediger": plain(frame, "bp"),
        "percent": plain(frame, "fleiss", "pa"),
    }
    if level != "nominal":
        found["ac2"] = value(frame, "gwet")
    if level == "ordinal":
        found["alpha"] = krippendorff.alpha(frame.to_numpy().T, level_of_measurement="ordinal")
    return frame, found


def main():
    reference = []
    for name, options, levels in TABLES:
        with open(os.path.join(sys.argv[1], name), newline="", encoding="utf-8") as file:
            frame = ratings(list(csv.reader(file)), options)
        for level in levels:
            numbers, found = figures(frame, level)
            pairs = {}
            if "counts" not in options:
                for one, other in itertools.combinations(numbers.columns, 2):
                    pairs[f"{one},{other}"] = float(
                        CAC(numbers[[one, other]], digits=12).conger()["est"]["coefficient_value"]
                    )
            rounded = {key: round(float(value), 6) for key, value in found.items()}
            kappas = {key: round(value, 6) for key, value in pairs.items()}
            reference.append(
                {"table": name, **options, "level": level, "figures": rounded, "cohen_kappa": kappas}
            )
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "irrcac.json"), "w") as file:
        json.dump(reference, file, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
