#!/usr/bin/env python3
"""Makes expected.json: a small corpus, some of it coded, and what scikit-learn and scipy learn from it.

    python3 -m venv .venv-suggestions && .venv-suggestions/bin/pip install scikit-learn==1.9.1 scipy==1.17.1
    .venv-suggestions/bin/python Tests/Fixtures/suggestions/make_reference.py

Features are TfidfVectorizer's, the machine is LinearSVC (squared hinge loss, in the primal, which is LIBLINEAR's solver 2) trained until nothing changes any more,
the scale is fitted by scipy's minimiser on Platt's loss. The share is corrected by its formula; its interval is numpy's, of 200,000 draws.
"""

import json
import pathlib

import numpy as np
from scipy import optimize, sparse
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import f1_score, precision_score, recall_score
from sklearn.svm import LinearSVC

HERE = pathlib.Path(__file__).parent
CODED, REST, FOLDS, COST = 200, 120, 5, 1.5
TOPIC = [f"topic{number}" for number in range(25)]
COMMON = [f"word{number}" for number in range(120)]


def corpus(draw):
    texts, has = [], []
    for number in range(CODED + REST):
        # The code is twice as frequent in the rest.
        is_topic = bool(draw.random() < (0.2 if number < CODED else 0.4))
        share = draw.uniform(0.05, 0.4) if is_topic else draw.uniform(0, 0.06)
        words = [
            TOPIC[int(draw.integers(len(TOPIC)))] if draw.random() < share else COMMON[int(draw.random() ** 2 * len(COMMON))]
            for _ in range(int(draw.integers(15, 60)))
        ]  # fmt: skip
        texts.append(" ".join(words))
        has.append(is_topic)
    return texts, np.array(has)


def machine(features, has):
    return LinearSVC(C=COST, dual=False, tol=1e-12, max_iter=100_000).fit(features, has)


def platt(decisions, has):
    """(a, b) of 1 / (1 + exp(a d + b)), by the targets of Platt."""
    positive, negative = has.sum(), (~has).sum()
    target = np.where(has, (positive + 1) / (positive + 2), 1 / (negative + 2))

    def loss(scale):
        value = scale[0] * decisions + scale[1]
        return np.sum(np.logaddexp(0, value) - (1 - target) * value)

    return optimize.minimize(loss, [0, 0], method="Nelder-Mead", options={"xatol": 1e-11, "fatol": 1e-13, "maxiter": 100_000}).x


def probability(scale, decisions):
    return 1 / (1 + np.exp(scale[0] * decisions + scale[1]))


def interval(share, recall, false_positives, counts):
    """The middle 95 % of the corrected share, when the three shares are drawn anew."""
    draw = np.random.default_rng(3)
    q, r, f = (draw.binomial(n, p, 200_000) / n for n, p in zip(counts, (share, recall, false_positives)))
    defined = r > f
    return np.quantile(np.clip((q[defined] - f[defined]) / (r[defined] - f[defined]), 0, 1), [0.025, 0.975])


def main():
    draw = np.random.default_rng(3)
    texts, has = corpus(draw)
    vectors = TfidfVectorizer(token_pattern=r"\w+", min_df=2)
    features = sparse.csr_matrix(vectors.fit_transform(texts))
    coded, rest, truth = features[:CODED], features[CODED:], has[:CODED]
    folds = np.empty(CODED, dtype=int)
    for kind in (True, False):
        some = draw.permutation(np.flatnonzero(truth == kind))
        folds[some] = np.arange(len(some)) % FOLDS
    decisions = np.empty(CODED)
    for fold in range(FOLDS):
        out = folds == fold
        decisions[out] = machine(coded[~out], truth[~out]).decision_function(coded[out])
    held_out = np.empty(CODED)
    for fold in range(FOLDS):
        out = folds == fold
        held_out[out] = probability(platt(decisions[~out], truth[~out]), decisions[out])
    suggested = held_out >= 0.5
    whole = machine(coded, truth)
    of_rest = probability(platt(decisions, truth), whole.decision_function(rest))
    recall, false_positives = recall_score(truth, suggested), suggested[~truth].mean()
    share = (of_rest >= 0.5).mean()
    first = features[0].tocoo()
    names = vectors.get_feature_names_out()
    expected = {
        "texts": texts, "has": truth.tolist(), "folds": folds.tolist(), "cost": COST,
        "features": features.shape[1],
        "first": {names[column]: float(value) for column, value in zip(first.col, first.data)},
        "held_out": held_out.tolist(), "rest": of_rest.tolist(), "precision": precision_score(truth, suggested), "recall": recall,
        "f1": f1_score(truth, suggested), "false_positives": float(false_positives), "suggested": float(share),
        "share": float(np.clip((share - false_positives) / (recall - false_positives), 0, 1)),
        "interval": interval(share, recall, false_positives, (REST, truth.sum(), (~truth).sum())).tolist(),
    }  # fmt: skip
    (HERE / "expected.json").write_text(json.dumps(expected, indent=1) + "\n", encoding="utf-8")
    print({key: expected[key] for key in ("precision", "recall", "f1", "false_positives", "suggested", "share", "interval")})


if __name__ == "__main__":
    main()
