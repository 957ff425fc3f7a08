#!/usr/bin/env python3
"""Renders Vega-Lite figures to SVG and PNG, all in one process and without the network.

    python render_figures.py --out FOLDER [FIGURES.jsonl]     (standard input where no file is named)

Each line of the input is a figure: {"name": "new-by-year", "spec": {…Vega-Lite 5, its data inline…}}.
It becomes FOLDER/new-by-year.svg and FOLDER/new-by-year.png (twice the size, for print).

A figure that cannot be rendered does not stop the others: it is reported on standard error as one line
{"name": …, "line": …, "error": …}, and the exit code is 1. Wrong usage exits with 2.
"""

import argparse
import json
import os
import re
import sys

import vl_convert

HELP_AS_WRITTEN = argparse.RawDescriptionHelpFormatter
VEGA_LITE = "5.21"
PNG_SCALE = 2
# The first is for Latin with all its accents, the second for Chinese. The set-up step installs both.
FONTS = "DejaVu Sans, Droid Sans Fallback, sans-serif"
CONFIG = {
    "font": FONTS,
    "background": "white",
    "text": {"font": FONTS},
    "title": {"font": FONTS, "subtitleFont": FONTS},
    "axis": {"labelFont": FONTS, "titleFont": FONTS},
    "legend": {"labelFont": FONTS, "titleFont": FONTS},
    "header": {"labelFont": FONTS, "titleFont": FONTS},
}
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
NETWORK = []  # the addresses a figure may fetch: none


class Refused(Exception):
    """A line of the input that is not a figure."""


def figure(line):
    """The name and the specification on one line of the input."""
    try:
        entry = json.loads(line)
    except json.JSONDecodeError as error:
        raise Refused(f"not JSON: {error}") from error
    if not isinstance(entry, dict):
        raise Refused("not an object with name and spec")
    name, spec = entry.get("name"), entry.get("spec")
    if not isinstance(name, str) or not NAME.fullmatch(name):
        raise Refused(f"not a usable file name: {name!r}")
    if not isinstance(spec, dict):
        raise Refused("spec is not an object")
    return name, spec


def with_fonts(spec):
    """The specification with our fonts where it names none of its own."""
    own = spec.get("config", {})
    merged = {
        key: {**ours, **own.get(key, {})} if isinstance(ours, dict) else own.get(key, ours)
        for key, ours in CONFIG.items()
    }
    return {**spec, "config": {**own, **merged}}


def write(path, content):
    """Writes beside the place and moves it there, so that no half figure is ever seen."""
    part = f"{path}.part"
    with open(part, "wb") as file:
        file.write(content)
    os.replace(part, path)


def render(name, spec, folder):
    spec = with_fonts(spec)
    options = {"vl_version": VEGA_LITE, "allowed_base_urls": NETWORK}
    svg = vl_convert.vegalite_to_svg(spec, **options)
    png = vl_convert.vegalite_to_png(spec, scale=PNG_SCALE, **options)
    write(os.path.join(folder, f"{name}.svg"), svg.encode("utf-8"))
    write(os.path.join(folder, f"{name}.png"), png)


def report(name, number, error):
    """One JSON line for one figure: the error's own words, without the renderer's call stack."""
    words = [line.strip() for line in str(error).splitlines() if not line.startswith("    at ")]
    message = {"name": name, "line": number, "error": " ".join(words)}
    print(json.dumps(message, ensure_ascii=False), file=sys.stderr)


def render_all(lines, folder):
    """Renders what can be rendered; says whether all could."""
    seen, well = set(), True
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        name = None
        try:
            name, spec = figure(line)
            if name in seen:
                raise Refused("a figure of this name came before")
            seen.add(name)
            render(name, spec, folder)
        except (Refused, ValueError, OSError) as error:
            well = False
            report(name, number, error)
    return well


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=HELP_AS_WRITTEN)
    arguments.add_argument("--out", required=True, metavar="FOLDER", help="where they go; made if absent")
    arguments.add_argument("figures", nargs="?", metavar="FIGURES.jsonl", help="one figure a line")
    options = arguments.parse_args()

    os.makedirs(options.out, exist_ok=True)
    if options.figures:
        with open(options.figures, encoding="utf-8") as lines:
            well = render_all(lines, options.out)
    else:
        sys.stdin.reconfigure(encoding="utf-8")
        well = render_all(sys.stdin, options.out)
    sys.exit(0 if well else 1)


if __name__ == "__main__":
    main()
