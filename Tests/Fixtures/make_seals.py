"""Prints the seals that SealTests expects: the form of Documentation/Schema.md ("Packed statements", "Seals"), written down by hand.

Two batches: an edit that brings a source, and one packed statement, "fr is named France", at locator "p. 1" of it.
"""

import hashlib
import struct


def row(table, *values):
    def form(value):
        if value is None:
            return b"|n"
        if isinstance(value, int):
            return b"|i%d" % value
        if isinstance(value, bytes):
            return b"|b" + hashlib.sha256(value).hexdigest().encode()
        text = value.encode()
        return b"|t%d:" % len(text) + text

    return table.encode() + b"".join(map(form, values)) + b"\n"


def number(value):
    return struct.pack("<I", value)


def fnv1a(text):
    hash = 0xCBF29CE484222325
    for byte in text.encode():
        hash = (hash ^ byte) * 0x100000001B3 % 2**64
    return number((hash ^ hash >> 32) & 0xFFFFFFFF)


def constant(text):
    return b"\x01" + number(len(text)) + text.encode()


plain = b"\x02" + number(2) + b"fr"
numbered = b"\x04" + number(3) + b"p. " + bytes([1 * 2])
columns = {
    "entity": plain, "source": constant("a"), "locator": numbered, "rank": constant("normal"),
    "certainty": constant("stated"), "coder": constant(""), "note": constant(""), "name": constant('"France"'),
}
content = b"SHF1" + number(1) + bytes([len(columns)])
for name, column in columns.items():
    content += bytes([len(name)]) + name.encode() + column

first = hashlib.sha256(
    row("batch", 1, "edit", "f.csv", "", "", "kim", "", "2026-01-31T00:00:00.000Z")
    + row("source_entry", 1, "a", "Œuvre", None, None, None, '{"id":"a"}')
).hexdigest()
second = hashlib.sha256(
    first.encode()
    + row("batch", 2, "edit", "", "", "", "", "", "2026-01-31T00:00:01.000Z")
    + row("sheaf", 1, "actor", 1, 1, fnv1a("fr"), content)
).hexdigest()
print(first)
print(second)
