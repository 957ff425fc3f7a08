#!/usr/bin/env python3
"""Makes the world map's outlines and positions, Evidence/outlines/world.geojson and places.json, from Natural Earth.

    python3 -m venv .venv-outlines && .venv-outlines/bin/pip install shapely==2.2.0 pycountry==24.6.1
    .venv-outlines/bin/python Tools/prepare_world.py WORLD_MAP.gpkg Evidence/outlines

WORLD_MAP.gpkg is the GeoPackage that QGIS ships (Debian: package qgis-common, folder resources/data). Its first-level units carry
no ISO 3166-2 code: they are joined to ISO's list (pycountry, from Debian's iso-codes) by name within their country, and by the table
below where the names differ. Units that ISO sets under another (Italian provinces under regions) are put together to it. Rings are wound as
d3-geo reads them, exteriors clockwise.
"""

import argparse
import json
import pathlib
import sqlite3
import sys
import unicodedata

import pycountry
import shapely

from prepare_outlines import UNITS, geometry, rounded, without_islets

# Countries whose first-level borders are drawn.
DIVIDED = "AT BE BG CN CZ DE DK ES FI FR GB GR HR HU IE IT NL PL PT RO SE SK".split()

# Where Natural Earth's name is none of ISO's: unit or region that it is, or lies in.
OTHER_NAMES = {
    "CD": {"Kinshasa City": "CD-KN"},
    "CN": {natural: code for code, (natural, _) in UNITS.items()},
    "ES": {
        "Baleares": "ES-IB", "Navarra": "ES-NC", "Barcelona": "ES-CT", "Gerona": "ES-CT", "Lérida": "ES-CT",
        "Tarragona": "ES-CT", "La Coruña": "ES-GA", "Lugo": "ES-GA", "Orense": "ES-GA", "Pontevedra": "ES-GA",
        "Álava": "ES-PV", "Alicante": "ES-VC", "Castellón": "ES-VC",
    },
    "FR": {"Seien-et-Marne": "FR-77"},
    "GB": {
        **dict.fromkeys(
            "Strabane|Fermanagh|Newtownabbey|Ballymena|Moyle|Derry|Dungannon|Armagh|Newry and Mourne|Limavady|Coleraine|Larne|"
            "Carrickfergus|Belfast|North Down|Ards|Down|Magherafelt|Omagh|Craigavon|Banbridge|Antrim|Lisburn|Ballymoney|"
            "Castlereagh|Cookstown".split("|"), "GB-NIR"),
        **dict.fromkeys(
            "Ceredigion|Caerphilly|Anglesey|Flintshire|Wrexham|Monmouthshire|Newport|Cardiff|Vale of Glamorgan|Bridgend|"
            "Neath Port Talbot|Swansea|Carmarthenshire|Pembrokeshire|Denbighshire|Rhondda, Cynon, Taff|Torfaen|"
            "Merthyr Tydfil".split("|"), "GB-WLS"),
        **dict.fromkeys(
            "Merseyside|Durham|Bournemouth|Poole|Bristol|City|Northamptonshire|"
            "Royal Borough of Windsor and Maidenhead".split("|"), "GB-ENG"),
        "Edinburgh": "GB-EDH",
    },
    "IT": {
        "Aoste": "IT-23", "Turin": "IT-TO", "Crotene": "IT-KR", "Oristrano": "IT-OR", "Carbonia-Iglesias": "IT-88",
        "Olbia-Tempio": "IT-88", "Medio Campidano": "IT-88", "Ogliastra": "IT-88",
    },
    "KR": {
        "Incheon": "KR-28", "Busan": "KR-26", "Ulsan": "KR-31", "Daejeon": "KR-30", "Gangwon": "KR-42", "Gwangju": "KR-29",
        "Daegu": "KR-27",
    },
    "PL": {
        "Lesser Poland": "PL-12", "Subcarpathian": "PL-18", "Lower Silesian": "PL-02", "Warmian-Masurian": "PL-28",
        "Lubusz": "PL-08", "West Pomeranian": "PL-32", "Lublin": "PL-06", "Podlachian": "PL-20", "Pomeranian": "PL-22",
        "Silesian": "PL-24", "Łódź": "PL-10", "Masovian": "PL-14", "Kuyavian-Pomeranian": "PL-04", "Opole": "PL-16",
        "Greater Poland": "PL-30", "Świętokrzyskie": "PL-26",
    },
}


def fold(text):
    """Letters and digits alone, without accents or case."""
    plain = unicodedata.normalize("NFKD", text.replace("ł", "l").replace("Ł", "L")).lower()
    return "".join(character for character in plain if character.isalnum())


def ancestors(code):
    """The code, and those of the units that ISO sets it under."""
    while code:
        yield code
        unit = pycountry.subdivisions.get(code=code)
        code = unit.parent_code if unit else None


def read_units(layer):
    """{country: [(code or None, shape)]} of the first-level units."""
    names = {}
    for unit in pycountry.subdivisions:
        names.setdefault(unit.country_code, {}).setdefault(fold(unit.name), unit.code)
    units = {}
    rows = layer.execute("SELECT iso_a2, name, gn_name, woe_name, woe_label, geom FROM states_provinces WHERE iso_a2 IS NOT NULL")
    for country, name, *others, blob in rows:
        known = names.get(country, {})
        code = OTHER_NAMES.get(country, {}).get(name) or next(
            (known[fold(each)] for each in [name, *others] if each and fold(each) in known), None)
        units.setdefault(country, []).append((code, geometry(blob)))
    return units


def position(shape, digits=2):
    """The middle of the shape's largest part, or where that lies outside, a point within."""
    largest = max(shapely.get_parts(shape), key=shapely.area)
    middle = largest.centroid if largest.contains(largest.centroid) else largest.point_on_surface()
    return [round(middle.x, digits), round(middle.y, digits)]


def positions(countries, units):
    """{code: [longitude, latitude]} by ISO 3166-1 (both letters' lengths) and 3166-2."""
    places = {}
    for alpha2, shape in countries:
        places[alpha2] = position(shape)
        country = pycountry.countries.get(alpha_2=alpha2)
        if country:
            places[country.alpha_3] = places[alpha2]
    for own in units.values():
        parts = {}
        for code, shape in own:
            for each in ancestors(code):
                parts.setdefault(each, []).append(shape)
        for code, shapes in parts.items():
            places[code] = position(shapely.union_all(shapes))
    # Of China's regions with laws of their own ISO has a country's code and a province's.
    for province, country in {"CN-HK": "HK", "CN-MO": "MO", "CN-TW": "TW"}.items():
        places.setdefault(province, places[country])
    return dict(sorted(places.items()))


def inner_borders(own, tolerance):
    """The lines between a country's first-level units, as one shape."""
    wholes = {}
    for place, (code, shape) in enumerate(own):
        wholes.setdefault(list(ancestors(code))[-1] if code else place, []).append(shape)
    shapes = [shapely.union_all(parts) for parts in wholes.values()]
    outline = shapely.union_all(shapes).boundary.buffer(0.02)
    lines = shapely.union_all([shape.boundary for shape in shapes]).difference(outline)
    return shapely.line_merge(lines).simplify(tolerance)


def polygons(shape):
    wound = shapely.orient_polygons(shapely.multipolygons(shapely.get_parts(shape)), exterior_cw=True)
    return shapely.geometry.mapping(wound)


def lines(shapes, digits, shortest):
    parts = [part for shape in shapes for part in shapely.get_parts(rounded(shape, digits))]
    kept = [part for part in parts if part.geom_type == "LineString" and part.length >= shortest]
    return shapely.geometry.mapping(shapely.multilinestrings(kept))


def feature(layer, geometry):
    return {"type": "Feature", "properties": {"layer": layer}, "geometry": geometry}


def write(path, value):
    path.write_text(json.dumps(value, separators=(",", ":"), ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{path}: {path.stat().st_size} bytes")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("geopackage")
    arguments.add_argument("folder", type=pathlib.Path)
    options = arguments.parse_args()
    layer = sqlite3.connect(f"file:{options.geopackage}?mode=ro", uri=True)

    countries = [
        (alpha2, geometry(blob))
        for alpha2, blob in layer.execute("SELECT iso_a2, geom FROM countries ORDER BY iso_a2") if alpha2 != "AQ"
    ]
    units = read_units(layer)
    places = positions(countries, units)
    write(options.folder / "places.json", places)

    shapes = shapely.coverage_simplify([without_islets(shape, 0.2) for _, shape in countries], 0.3)
    land = [rounded(shape, 2).buffer(0) for shape in shapes]
    if any(not shape.is_valid for shape in land):
        sys.exit("not valid after simplifying")
    disputed = [geometry(blob).simplify(0.1) for (blob,) in layer.execute("SELECT geom FROM disputed_borders")]
    inner = [inner_borders(units[country], 0.2) for country in DIVIDED]
    features = [feature("land", polygons(shape)) for shape in land if not shape.is_empty]
    features.append(feature("first level", lines(inner, 2, 0.1)))
    features.append(feature("disputed", lines(disputed, 2, 0.05)))
    write(options.folder / "world.geojson", {"type": "FeatureCollection", "features": features})


if __name__ == "__main__":
    main()
