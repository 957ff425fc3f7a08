#!/usr/bin/env python3
"""Makes Evidence/outlines/cn-provinces.geojson from Natural Earth's first-level units.

    python3 -m venv .venv-outlines && .venv-outlines/bin/pip install shapely==2.2.0
    .venv-outlines/bin/python Tools/prepare_outlines.py WORLD_MAP.gpkg Evidence/outlines/cn-provinces.geojson

WORLD_MAP.gpkg is the GeoPackage that QGIS ships (Debian: package qgis-common, folder resources/data). Its
layer `states_provinces` is Natural Earth 1:10m, Admin 1, version 4.1.0. Shared borders are simplified once
for both neighbours, so that no gap opens between them. Rings are wound as d3-geo (and so Vega) reads them:
exteriors clockwise, holes counter-clockwise, the opposite of RFC 7946.
"""

import argparse
import json
import sqlite3
import sys

import shapely

# ISO 3166-2 code: (name in Natural Earth, English name shown)
UNITS = {
    "CN-AH": ("Anhui", "Anhui"),
    "CN-BJ": ("Beijing", "Beijing"),
    "CN-CQ": ("Chongqing", "Chongqing"),
    "CN-FJ": ("Fujian", "Fujian"),
    "CN-GD": ("Guangdong", "Guangdong"),
    "CN-GS": ("Gansu", "Gansu"),
    "CN-GX": ("Guangxi", "Guangxi"),
    "CN-GZ": ("Guizhou", "Guizhou"),
    "CN-HA": ("Henan", "Henan"),
    "CN-HB": ("Hubei", "Hubei"),
    "CN-HE": ("Hebei", "Hebei"),
    "CN-HI": ("Hainan", "Hainan"),
    "CN-HL": ("Heilongjiang", "Heilongjiang"),
    "CN-HN": ("Hunan", "Hunan"),
    "CN-JL": ("Jilin", "Jilin"),
    "CN-JS": ("Jiangsu", "Jiangsu"),
    "CN-JX": ("Jiangxi", "Jiangxi"),
    "CN-LN": ("Liaoning", "Liaoning"),
    "CN-NM": ("Inner Mongol", "Inner Mongolia"),
    "CN-NX": ("Ningxia", "Ningxia"),
    "CN-QH": ("Qinghai", "Qinghai"),
    "CN-SC": ("Sichuan", "Sichuan"),
    "CN-SD": ("Shandong", "Shandong"),
    "CN-SH": ("Shanghai", "Shanghai"),
    "CN-SN": ("Shaanxi", "Shaanxi"),
    "CN-SX": ("Shanxi", "Shanxi"),
    "CN-TJ": ("Tianjin", "Tianjin"),
    "CN-XJ": ("Xinjiang", "Xinjiang"),
    "CN-XZ": ("Xizang", "Tibet"),
    "CN-YN": ("Yunnan", "Yunnan"),
    "CN-ZJ": ("Zhejiang", "Zhejiang"),
}
# Units that Natural Earth keeps apart from China proper, here whole: all their districts dissolved.
WHOLE = {"CN-HK": ("HK", "Hong Kong"), "CN-MO": ("MO", "Macau")}

HELP_AS_WRITTEN = argparse.RawDescriptionHelpFormatter
QUERY = "SELECT geom FROM states_provinces"
ENVELOPE_BYTES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}


def geometry(blob):
    """The shape in a GeoPackage blob: a header (its length depends on the envelope), then WKB."""
    if blob[:2] != b"GP":
        sys.exit("not a GeoPackage geometry")
    return shapely.from_wkb(blob[8 + ENVELOPE_BYTES[blob[3] >> 1 & 7]:])


def read_units(path):
    """{code: (English name, shape)} of the units above."""
    layer = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    units = {}
    for code, (name, english) in UNITS.items():
        rows = layer.execute(f"{QUERY} WHERE iso_a2 = 'CN' AND name = ?", [name]).fetchall()
        if len(rows) != 1:
            sys.exit(f"{code}: {len(rows)} units named {name!r}")
        units[code] = (english, geometry(rows[0][0]))
    for code, (iso, english) in WHOLE.items():
        rows = layer.execute(f"{QUERY} WHERE iso_a2 = ?", [iso]).fetchall()
        if not rows:
            sys.exit(f"{code}: nothing with iso_a2 {iso!r}")
        units[code] = (english, shapely.union_all([geometry(blob) for (blob,) in rows]))
    return units


def without_islets(shape, smallest):
    """The shape less its parts under `smallest` square degrees; the largest part always stays."""
    parts = sorted(shapely.get_parts(shape), key=shapely.area, reverse=True)
    kept = [part for place, part in enumerate(parts) if place == 0 or shapely.area(part) >= smallest]
    return shapely.multipolygons(kept)


def rounded(shape, digits):
    return shapely.transform(shape, lambda points: points.round(digits))


def coordinates(shape):
    """GeoJSON coordinates, exteriors clockwise."""
    if shape.geom_type == "Polygon":
        shape = shapely.multipolygons([shape])
    wound = shapely.orient_polygons(shape, exterior_cw=True)
    return shapely.geometry.mapping(wound)["coordinates"]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=HELP_AS_WRITTEN)
    arguments.add_argument("geopackage")
    arguments.add_argument("output")
    for option, kind, default, meaning in [
        ("--tolerance", float, 0.05, "degrees; detail below it goes"),
        ("--smallest", float, 0.002, "square degrees; islets below it go"),
        ("--digits", int, 4, "decimals of a coordinate"),
    ]:
        arguments.add_argument(option, type=kind, default=default, help=f"{meaning} (%(default)s)")
    options = arguments.parse_args()

    units = read_units(options.geopackage)
    shapes = [without_islets(shape, options.smallest) for _, shape in units.values()]
    if not shapely.coverage_is_valid(shapes):
        sys.exit("neighbours do not share their borders: simplifying would open gaps")
    simplified = shapely.coverage_simplify(shapes, options.tolerance)
    # A unit as small as an islet (Macau) would shrink to a triangle: it stays as it is.
    simple = [
        rounded(before if shapely.area(before) < options.smallest else after, options.digits)
        for before, after in zip(shapes, simplified)
    ]
    broken = [code for code, shape in zip(units, simple) if not shape.is_valid or shape.is_empty]
    if broken:
        sys.exit(f"no longer valid after simplifying: {', '.join(broken)}")
    if not shapely.coverage_is_valid(simple):
        sys.exit("borders no longer shared after simplifying")

    features = [
        {
            "type": "Feature",
            "properties": {"code": code, "name": name},
            "geometry": {"type": "MultiPolygon", "coordinates": coordinates(shape)},
        }
        for (code, (name, _)), shape in sorted(zip(units.items(), simple))
    ]
    with open(options.output, "w", encoding="utf-8") as output:
        lines = ",\n".join(json.dumps(feature, separators=(",", ":")) for feature in features)
        output.write('{"type":"FeatureCollection","features":[\n' + lines + "\n]}\n")
    points = sum(shapely.get_num_coordinates(shape) for shape in simple)
    print(f"{options.output}: {len(features)} units, {points} points")


if __name__ == "__main__":
    main()
