"""Says whether two QDA projects (.qdpx) mean the same: the same tree of elements and the same files beside it.

    python3 compare.py ONE.qdpx OTHER.qdpx

By Python's own zipfile and ElementTree. White space between elements, the order of attributes and prefixes mean nothing.
"""

import sys
import xml.etree.ElementTree as ET
import zipfile


def tree(element):
    text = element.text or ""
    if len(element) and not text.strip():
        text = ""
    return (element.tag, sorted(element.attrib.items()), text, [tree(child) for child in element])


def project(path):
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        names = [name for name in package.namelist() if not name.endswith("/")]
        document = next(name for name in names if name.endswith(".qde"))
        files = {name: package.read(name) for name in names if name != document}
        return tree(ET.fromstring(package.read(document))), files


def difference(one, other, path=""):
    if one[:3] != other[:3]:
        return f"{path}: {one[:3]} and {other[:3]}"
    if len(one[3]) != len(other[3]):
        return f"{path}/{one[0]}: {len(one[3])} and {len(other[3])} children"
    for number, pair in enumerate(zip(one[3], other[3])):
        found = difference(*pair, f"{path}/{one[0]}[{number}]")
        if found:
            return found
    return None


(first, first_files), (second, second_files) = project(sys.argv[1]), project(sys.argv[2])
found = difference(first, second)
if not found and first_files != second_files:
    found = f"files: {sorted(first_files)} and {sorted(second_files)}"
print(found or "same")
