"""The jobs on the words of articles, by Entente and by what one would use instead, on the same files and in turn."""

import csv

import generate_words
from jobs import ENTENTE, RUNS
from measuring import run, take_turns

AHOCORASICK, SCIKIT_LEARN = "ahocorasick_rs", "scikit-learn"
ARTICLES, PATTERNS = 100_000, 1_000
CLOSE = 1e-6  # of G², beside its size


def words(site, seed):
    """{job: series}: coding by a dictionary, and keyness. Answers are compared row by row."""
    generate_words.generate(site.folder, ARTICLES, seed)
    articles, patterns, half = site.path("articles.csv"), site.path("dictionary.csv"), generate_words.HALF
    theirs = site.path("peer.csv")
    code = {
        ENTENTE: lambda: ours(site, "code", articles, patterns),
        AHOCORASICK: lambda: site.peer("code_ahocorasick.py", articles, patterns, theirs),
    }
    keyness = {
        ENTENTE: lambda: ours(site, "keyness", articles, half),
        SCIKIT_LEARN: lambda: site.peer("keyness_sklearn.py", articles, half, theirs),
    }
    found = {"code": take_turns(code, RUNS)}
    site.expect("articles whose matches differ", differing(site, lambda one, other: one == other), 0)
    found["keyness"] = take_turns(keyness, RUNS)
    site.expect("rows of keyness that differ", differing(site, alike), 0)
    return found


def differing(site, is_same):
    """How many rows of the two answers differ."""
    answers = (rows(site.path(name)) for name in ("entente.csv", "peer.csv"))
    return sum(not is_same(*pair) for pair in zip(*answers, strict=True))


def ours(site, *question):
    return run([[site.words, *question, site.path("entente.csv")]], site.folder)


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def alike(one, other):
    """Words and counts as they are, G² but for its last digits."""
    if one[0] != other[0] or one[2:] != other[2:]:
        return False
    if one[1] == other[1]:
        return True
    g2, theirs = float(one[1]), float(other[1])
    return abs(g2 - theirs) <= CLOSE * max(1, abs(theirs))
