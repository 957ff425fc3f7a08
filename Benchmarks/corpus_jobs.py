"""The jobs of corpora: near-duplicates among articles, and the import and search of a million short texts."""

import collections
import csv
import json
import os
import random
import shutil
import statistics

import generate_articles
import generate_titles
from jobs import ENTENTE, RUNS
from measuring import Series, take_turns
from workplace import Site

RENSA = "rensa"
QUERIES = 200
CLUSTERS = """
    SELECT m.id AS doc_id, cluster AS cluster_id FROM cluster_member JOIN document m ON m.number = document"""


def folder_of(site, name):
    path = site.path(name)
    shutil.rmtree(path, ignore_errors=True)
    os.makedirs(path)
    return Site(site.entente, site.warm, site.words, path, site.differences)


def pairs(sizes):
    return sum(size * (size - 1) // 2 for size in sizes)


def quality(found, planted):
    """(precision, recall, F1) over all pairs of articles; one that a clustering leaves out is alone."""
    right = pairs(collections.Counter((found[one], planted[one]) for one in found.keys() & planted.keys()).values())
    claimed, real = (pairs(collections.Counter(some.values()).values()) for some in (found, planted))
    return right / max(1, claimed), right / max(1, real), 2 * right / max(1, claimed + real)


def clusters(lines):
    return {row["doc_id"]: row["cluster_id"] for row in csv.DictReader(lines)}


def with_articles(site, count, seed):
    """A folder with so many articles, and an archive that has them; and how the import went."""
    place = folder_of(site, f"articles-{count}")
    generate_articles.generate(place.folder, count, seed)
    place.ask("init")
    options = "--name news --id id --text body --title headline --date date --outlet outlet --language language"
    return place, place.ask("corpus", "import", "articles.jsonl", *options.split())


def dedupe(place):
    return place.ask("corpus", "dedupe", "news", "--json")


def duplicates(site, count, seed):
    """Entente from the archive, rensa from the file of articles; ({tool: Series}, {tool: quality}, the import)."""
    place, imported = with_articles(site, count, seed)
    answer = place.path("rensa.csv")
    tools = {
        ENTENTE: lambda: dedupe(place),
        RENSA: lambda: place.peer("duplicates_rensa.py", place.path("articles.jsonl"), answer),
    }
    series = take_turns(tools, RUNS)
    told = json.loads(series[ENTENTE].printed)
    place.expect("documents looked at", told["documents"], count)
    with open(place.path("families.csv"), encoding="utf-8") as file:
        planted = clusters(file)
    with open(answer, encoding="utf-8") as file:
        theirs = clusters(file)
    ours = place.ask("query", CLUSTERS, "--format", "csv").printed.splitlines()
    return series, {ENTENTE: quality(clusters(ours), planted), RENSA: quality(theirs, planted)}, imported


def growth(site, sizes, seed):
    """{articles: (run of dedupe, run of import)}"""
    points = {}
    for count in sizes:
        place, imported = with_articles(site, count, seed)
        points[count] = dedupe(place), imported
        shutil.rmtree(place.folder)
    return points


def questions(path, seed):
    """Queries over the titles: words and phrases of them, beginnings, Chinese strings; one in five of the commonest."""
    draw = random.Random(seed)
    with open(path, encoding="utf-8") as file:
        titles = [line.rstrip("\n").split("\t")[3] for number, line in enumerate(file) if number and number % 97 == 0]
    words = collections.Counter(word for title in titles for word in title.split() if " " in title)
    common = [word for word, _ in words.most_common(20)]
    for number in range(QUERIES):
        title = draw.choice(titles)
        if number % 5 == 0:
            yield " OR ".join(draw.sample(common, draw.randint(1, 2)))
        elif " " not in title:
            first = draw.randrange(len(title) - 4)
            yield title[first : first + draw.randint(1, 4)]
        else:
            some = title.split()
            first = draw.randrange(len(some) - 1)
            yield (
                draw.choice(some) + " " + draw.choice(some),
                f'"{some[first]} {some[first + 1]}"',
                draw.choice(some)[:3] + "*",
                draw.choice(some),
            )[number % 4]


def titles(site, count, seed):
    """The import of short texts, and queries over them, whole processes each: (run, Series)"""
    place = folder_of(site, "titles")
    generate_titles.generate(place.path("titles.tsv"), count, seed)
    place.ask("init")
    options = "--name titles --id id --text text --date date --outlet outlet"
    imported = place.ask("corpus", "import", "titles.tsv", *options.split())
    series = Series()
    for query in questions(place.path("titles.tsv"), seed):
        told = place.ask("corpus", "search", "titles", query, "--json")
        series.runs.append(told)
        if not json.loads(told.printed)["found"]:
            place.expect(f"documents found of '{query}'", 0, "some")
    return imported, series


def p95(series):
    return statistics.quantiles(series.seconds, n=20)[-1]
