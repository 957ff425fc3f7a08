#!/usr/bin/env python3
"""Prints the cross-validated F1 of scikit-learn's LinearSVC on topics of newswire, beside which ours is tested.

    .venv-suggestions/bin/python Tests/Fixtures/suggestions/reuters_reference.py ../shared/data/reuters21578/reuters-00{0,1,2}.json

Of the articles that have a topic every third is an example; features are TfidfVectorizer's, five stratified parts.
"""

import json
import sys

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.svm import LinearSVC

articles = [article for name in sys.argv[1:] for article in json.load(open(name, encoding="utf-8")) if article.get("topics")]
features = TfidfVectorizer(token_pattern=r"\w+", min_df=2).fit_transform([article.get("body") or "" for article in articles])
examples = features.tocsr()[::3]
for topic in ("earn", "acq", "grain", "crude"):
    has = np.array([topic in article["topics"] for article in articles[::3]])
    parts = StratifiedKFold(5, shuffle=True, random_state=1)
    found = cross_val_predict(LinearSVC(C=1, dual=False), examples, has, cv=parts)
    print(f"{topic}: {has.sum()} of {len(has)}, F1 {f1_score(has, found):.3f}")
