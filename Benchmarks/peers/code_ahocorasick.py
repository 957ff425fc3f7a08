"""Coding articles by a dictionary with ahocorasick_rs: one automaton, every match counted.

python3 code_ahocorasick.py articles.csv dictionary.csv ANSWER   writes id and a column a category
"""

import ahocorasick_rs

from articles import arguments, articles, needle, patterns, plain, write

source, dictionary, answer = arguments(3)
pairs = patterns(dictionary)
names = sorted({category for category, _ in pairs})
number = [names.index(category) for category, _ in pairs]
automaton = ahocorasick_rs.BytesAhoCorasick([needle(pattern).encode() for _, pattern in pairs])
rows = []
for identifier, _, body in articles(source):
    row = [0] * len(names)
    for pattern, _, _ in automaton.find_matches_as_indexes(plain(body).encode(), overlapping=True):
        row[number[pattern]] += 1
    rows.append([identifier, *row])
write(answer, ["id", *names], rows)
