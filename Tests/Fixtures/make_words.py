#!/usr/bin/env python3
"""Makes words/expected.json: a small corpus, and what Python, scipy and numpy find in it.

    python3 -m venv .venv-words && .venv-words/bin/pip install scipy==1.17.1
    .venv-words/bin/python Tests/Fixtures/make_words.py

Words are those of Python's own `\\w+`, lower-cased. G², χ², their chances, the ratio of two shares with its interval, and the false
discovery rates are scipy's; logDice, PMI and t are worked out from their formulas; what stands near is counted by going through all pairs
of words.
"""

import collections
import json
import pathlib
import re

import numpy as np
from scipy import stats
from scipy.stats import contingency

HERE = pathlib.Path(__file__).parent / "words"
COMMON = "the of and partner trade strategic with Più città Ökonomie agreement".split()
RARE = [f"{a}{b}" for a in ("lo", "ra", "ści", "mün", "co", "dé") for b in ("na", "ter", "ix", "ção", "ß")]
NODE, LEFT, RIGHT = "partner", 3, 2


def corpus():
    draw = np.random.default_rng(5)
    texts = []
    for number in range(60):
        share = 0.75 if number < 30 else 0.6
        words = [
            COMMON[int(draw.random() ** 1.5 * len(COMMON))] if draw.random() < share
            else RARE[int(draw.random() ** 2 * len(RARE))]
            for _ in range(int(draw.integers(0, 60)))
        ]  # fmt: skip
        marks = [" ", " ", " ", ", ", ". ", "\n\n", " – ", "-"]
        texts.append("".join(word + marks[int(draw.integers(0, len(marks)))] for word in words))
    return texts


def words_of(text):
    return re.findall(r"\w+", text.lower())


def g2_of(table):
    """None where a row or column is empty."""
    table = np.array(table)
    if (table.sum(0) == 0).any() or (table.sum(1) == 0).any():
        return None
    return stats.chi2_contingency(table, correction=False, lambda_="log-likelihood").statistic


def keyness(texts):
    later, earlier = texts[30:], texts[:30]
    a = collections.Counter(word for text in later for word in words_of(text))
    b = collections.Counter(word for text in earlier for word in words_of(text))
    whole_a, whole_b = a.total(), b.total()
    rows = []
    for word in sorted(a | b):
        table = [[a[word], b[word]], [whole_a - a[word], whole_b - b[word]]]
        g2 = g2_of(table)
        few = a[word] * (whole_a + whole_b) < (a[word] + b[word]) * whole_a
        row = {
            "word": word, "target": a[word], "reference": b[word], "g2": -g2 if few else g2,
            "chi2": stats.chi2_contingency(np.array(table), correction=False).statistic, "p": stats.chi2.sf(g2, 1),
        }  # fmt: skip
        if a[word] and b[word]:
            risk = contingency.relative_risk(a[word], whole_a, b[word], whole_b)
            interval = risk.confidence_interval(0.95)
            row["log_ratio"] = [float(np.log2(x)) for x in (risk.relative_risk, interval.low, interval.high)]
        rows.append(row)
    for row, q in zip(rows, stats.false_discovery_control([row["p"] for row in rows])):
        row["q"] = float(q)
    return {"target": whole_a, "reference": whole_b, "rows": rows}


def collocations(texts):
    near, total = collections.Counter(), collections.Counter()
    matches = 0
    for text in texts:
        words = words_of(text)
        nodes = [place for place, word in enumerate(words) if word == NODE]
        matches += len(nodes)
        for place, word in enumerate(words):
            if word == NODE:
                continue
            total[word] += 1
            if any(node - LEFT <= place < node or node < place <= node + RIGHT for node in nodes):
                near[word] += 1
    n, r = total.total(), near.total()
    rows = []
    for word in sorted(near):
        o, c = near[word], total[word]
        e = c * r / n
        g2 = g2_of([[o, c - o], [r - o, n - r - c + o]])
        rows.append({
            "word": word, "near": o, "total": c, "log_dice": 14 + float(np.log2(2 * o / (matches + c))),
            "pmi": float(np.log2(o / e)), "t": float((o - e) / np.sqrt(o)), "g2": -g2 if o < e else g2,
        })  # fmt: skip
    return {"node": NODE, "left": LEFT, "right": RIGHT, "matches": matches, "near": r, "words": n, "rows": rows}


def main():
    texts = corpus()
    counts = [collections.Counter(words_of(text)) for text in texts]
    expected = {
        "texts": texts,
        "tokens": sum(count.total() for count in counts),
        "features": len(set().union(*counts)),
        "cells": sum(len(count) for count in counts),
        "keyness": keyness(texts),
        "collocations": collocations(texts),
    }
    HERE.mkdir(exist_ok=True)
    text = json.dumps(expected, ensure_ascii=False, indent=1)
    (HERE / "expected.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
