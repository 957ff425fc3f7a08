"""Near-duplicate articles with rensa: RMinHash of 128 permutations, LSH of 16 bands, pairs kept at .7, joined.

python3 duplicates_rensa.py articles.jsonl clusters.csv
"""

import csv
import json
import re
import sys

from rensa import RMinHash, RMinHashLSH

THRESHOLD, PERMUTATIONS, BANDS, AT_ONCE = 0.7, 128, 16, 2_000
PUNCTUATION = re.compile(r"[^\w\s]+")


def shingles(body):
    words = PUNCTUATION.sub(" ", body.lower()).split()
    return list(map(" ".join, zip(words, words[1:], words[2:], words[3:], words[4:])))


source, answer = sys.argv[1:]
names, bodies = [], []
with open(source, encoding="utf-8") as lines:
    for line in lines:
        article = json.loads(line)
        names.append(article["id"])
        bodies.append(article["body"])
hashes = []
for first in range(0, len(bodies), AT_ONCE):
    sets = [shingles(body) for body in bodies[first : first + AT_ONCE]]
    hashes += RMinHash.from_token_sets(sets, PERMUTATIONS, 42)
index = RMinHashLSH(THRESHOLD, PERMUTATIONS, BANDS)
index.insert_many(hashes)
parent = list(range(len(hashes)))


def root(place):
    while parent[place] != place:
        parent[place] = place = parent[parent[place]]
    return place


for number, candidates in enumerate(index.query_all(hashes)):
    for other in candidates:
        if other < number and hashes[number].jaccard(hashes[other]) >= THRESHOLD:
            parent[root(number)] = root(other)
with open(answer, "w", encoding="utf-8", newline="") as file:
    rows = csv.writer(file, lineterminator="\n")
    rows.writerow(["doc_id", "cluster_id"])
    rows.writerows((name, root(number)) for number, name in enumerate(names))
