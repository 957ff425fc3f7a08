"""What was set as a goal, and what was reached."""

import statistics
from dataclasses import dataclass

from coding_jobs import KRIPPENDORFF
from corpus_jobs import RENSA, p95
from jobs import DUCKDB, ENTENTE, POLARS, PYTHON, SQLITE_UTILS
from visiting import DATASETTE, DATASETTE_PLAIN, KEEPING, KINDS, PAGE, RECORD
from words_jobs import AHOCORASICK, SCIKIT_LEARN

MIB = 2**20


@dataclass
class Goal:
    job: str
    ours: str
    compared: str
    reached: str
    target: str
    is_met: bool


def size(bytes_):
    return f"{bytes_ / MIB:,.{0 if bytes_ >= 10 * MIB else 1}f} MiB"


def duration(seconds):
    if seconds < 0.1:
        return f"{1000 * seconds:.{0 if seconds >= 0.01 else 1}f} ms"
    return f"{seconds:.2f} s" if seconds < 10 else f"{seconds:.1f} s"


def faster(job, ours, name, theirs, times):
    """So many times as fast as a peer."""
    ratio = theirs / ours
    target = "faster" if times == 1 else f"≥ {times} ×"
    return Goal(job, duration(ours), f"{name}: {duration(theirs)}", f"{ratio:.2f} ×", target, ratio >= times)


def within(job, seconds, limit):
    """In less than so many seconds."""
    return Goal(job, duration(seconds), "", duration(seconds), f"< {duration(limit)}", seconds < limit)


def goals(found):
    imports, sizes, warm = found["import"], found["sizes"], found["warm"]
    ours = imports[ENTENTE].median
    yield faster("Import", ours, SQLITE_UTILS, imports[SQLITE_UTILS].median, 10)
    yield faster("Import", ours, PYTHON, imports[PYTHON].median, 1)
    peak = imports[ENTENTE].peak
    yield Goal("Import, peak memory", f"{peak:,.0f} MiB", "", f"{peak:,.0f} MiB", "< 2,048 MiB", peak < 2048)

    archive, table = sizes[ENTENTE] / sizes["facts"], sizes["table"] / sizes["facts"]
    yield Goal(
        "File, bytes a fact", f"{archive:.1f} ({size(sizes[ENTENTE])})",
        f"the CSV file: {table:.1f} ({size(sizes['table'])})",
        f"{archive / table:.2f} ×", "< 3 ×", archive < 3 * table,
    )  # fmt: skip

    ours = statistics.median(warm[ENTENTE])
    for name in (POLARS, DUCKDB):
        yield faster("Count, data loaded", ours, name, statistics.median(warm[name]), 3)
    cold = found["cold"]
    yield faster(
        "Count, whole process", cold[ENTENTE].median, f"{POLARS}, from the CSV file", cold[POLARS].median, 1
    )
    yield within("Count anew after one more statement", statistics.median(map(whole, found["edits"])), 0.1)
    for name, series in found["look up"].items():
        yield within(name[0].upper() + name[1:], series.median, 0.05)
    reliability = found["reliability"]
    yield faster(
        "Reliability of coding", reliability[ENTENTE].median, KRIPPENDORFF, reliability[KRIPPENDORFF].median, 20
    )
    yield from corpora(found)
    for job, title, peer, times in (
        ("code", "Coding by a dictionary", AHOCORASICK, 5),
        ("keyness", "Matrix and keyness", SCIKIT_LEARN, 10),
    ):
        series = found["words"][job]
        yield faster(title, series[ENTENTE].median, peer, series[peer].median, times)
    yield from visits(found["visit"])


def corpora(found):
    """Goals of near-duplicates and of search."""
    series, quality, _ = found["duplicates"]
    job = f"Near-duplicates of {found['articles']:,} articles"
    ours = series[ENTENTE]
    yield faster(job, ours.median, RENSA, series[RENSA].median, 3)
    (precision, recall, f1), theirs = quality[ENTENTE], quality[RENSA][2]
    yield Goal(
        f"{job}: F1", f"{f1:.3f} (precision {precision:.3f}, recall {recall:.3f})", f"{RENSA}: {theirs:.3f}",
        f"{f1:.3f}", "≥ .95", f1 >= 0.95,
    )  # fmt: skip
    yield Goal(f"{job}: peak memory", f"{ours.peak:,.0f} MiB", "", f"{ours.peak:,.0f} MiB", "< 2,048 MiB", ours.peak < 2048)
    points = {count: 1e6 * point.seconds / count for count, (point, _) in found["duplicates growth"].items()}
    if len(points) > 1:
        first, last = points[min(points)], points[max(points)]
        yield Goal(
            f"Near-duplicates: time an article, {min(points):,} to {max(points):,}", f"{first:.0f} … {last:.0f} µs", "",
            f"{last / first:.2f} ×", "flat (< 1.5 ×)", last < 1.5 * first,
        )  # fmt: skip
    yield within(f"Search {found['rows']:,} short texts, 95 of 100", p95(found["titles"][1]), 0.05)


def visits(found):
    """Goals of the observatory; nothing where it was not visited."""
    if not found:
        return
    ours, peers = found["loads"][ENTENTE], [found["loads"][name] for name in (DATASETTE, DATASETTE_PLAIN)]
    for question, times in ((PAGE, 20), (RECORD, 10), (KINDS, 10)):
        best = max(peer[question].a_second for peer in peers)
        for how, loads in (("nothing kept", ours), ("as it serves", found["loads"][KEEPING])):
            a_second = loads[question].a_second
            yield Goal(
                f"Visit: {question}, {how}", f"{a_second:,.0f} a second",
                f"Datasette at its best: {best:,.0f} a second", f"{a_second / best:.1f} ×", f"≥ {times} ×",
                a_second >= times * best,
            )  # fmt: skip
    for question in (RECORD, KINDS):
        yield within(f"Visit: {question}, 99 of 100 with 32 visitors", ours[question].p99, 0.05)
    table = found["tables"]
    yield within("Visit: a table never asked before, 99 of 100, one visitor", table.alone_p99, 0.25)
    yield within("Visit: a table never asked before, 99 of 100 with 32 visitors", table.p99, 0.25)
    yield within("Visit: first answer of a cold start", found["start"], 0.3)
    memory = list(found["memory"].values())
    growth = (memory[-1] - memory[1]) / memory[1]
    yield Goal(
        f"Visit: memory over {max(found['memory']):,} s of 32 visitors", f"{memory[1]:,.0f} … {memory[-1]:,.0f} MiB", "",
        f"{100 * growth:+.1f} %", "flat (< 5 %)", growth < 0.05,
    )  # fmt: skip


def whole(edit):
    return sum(edit.values())
