#!/usr/bin/env python3
"""Makes the workbooks and the text files of tables/, and what openpyxl and Python's codecs read in them.

    python3 -m venv .venv-tables && .venv-tables/bin/pip install openpyxl==3.1.5 XlsxWriter==3.2.9
    .venv-tables/bin/python Tests/Fixtures/make_tables.py

Two writers make workbooks that differ: openpyxl, and XlsxWriter, which writes rich text and the results of
formulas. `expected.json` holds every row with contents as openpyxl reads it, written as text by the rules
below, which were written down apart from the program's.
"""

import datetime
import json
import pathlib

import openpyxl
import openpyxl.utils.escape
import xlsxwriter

HERE = pathlib.Path(__file__).parent / "tables"
NOW = datetime.datetime(2026, 1, 1)


def kinds(path):
    """Every kind of cell that openpyxl writes, with odd contents."""
    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = NOW
    sheet = book.active
    sheet.title = "All kinds"
    sheet.append(["name", "number", "day", "remark"])
    numbers = [0.1 + 0.2, -9, 1e20, 1.5e-7, 123456789012345, 1 / 3, 2.50, 0, 1e15, 43831]
    days = [
        (datetime.date(2020, 3, 5), "yyyy-mm-dd"), (datetime.date(1900, 3, 1), "d.m.yyyy"),
        (datetime.date(9999, 12, 31), "yyyy/m/d"), (datetime.datetime(2016, 2, 29, 14, 30, 5), "yyyy-mm-dd hh:mm:ss"),
        (datetime.date(1972, 2, 29), '[$-804]yyyy"年"m"月"d"日";@'), (datetime.date(2000, 1, 1), "dd/mm/yy"),
        (datetime.date(2019, 12, 31), "mmmm d, yyyy"), (datetime.date(2020, 2, 2), "[Red]yyyy\\-mm\\-dd"),
        (datetime.datetime(2020, 2, 2, 23, 59, 59), "m/d/yy h:mm"), (datetime.date(1949, 10, 1), "ddd, d mmm yyyy"),
    ]
    names = ["Łódź", "成都", 'quo"te', "a,b", "two\nlines", "=SUM(1,1) as text", "007", " spaces ", "<&>'\"", "naïve 😀"]
    for name, number, (day, form) in zip(names, numbers, days):
        if sheet.max_row == 4:
            sheet.append([])
        sheet.append([name, number, day, None])
        row = sheet.max_row
        sheet.cell(row, 1).data_type = "s"
        sheet.cell(row, 3).number_format = form
    sheet.cell(sheet.max_row + 3, 1).value = "after blank rows"
    sheet.cell(sheet.max_row, 2).value = True
    sheet.row_dimensions[3].hidden = True
    book.save(path)


def runs(path):
    """Rich text, results of formulas, text in the cells themselves, and the days of 1904."""
    book = xlsxwriter.Workbook(path, {"date_1904": True, "constant_memory": False})
    book.set_properties({"created": NOW})
    sheet = book.add_worksheet("1904")
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "dd mmm yyyy"})
    sheet.write_row(0, 0, ["name", "number", "day"])
    sheet.write_rich_string(1, 0, "plain, ", bold, "bold", " and plain")
    sheet.write_formula(1, 1, "=6*7", None, 42)
    sheet.write_datetime(1, 2, datetime.datetime(1904, 1, 2), day)
    sheet.write_formula(2, 0, '="a"&"b"', None, "ab")
    sheet.write_formula(2, 1, "=1/4", None, 0.25)
    sheet.write_datetime(2, 2, datetime.datetime(2020, 3, 5), day)
    sheet.write_string(3, 0, "line one\r\nline two")
    sheet.write_boolean(3, 1, False)
    sheet.write_formula(3, 2, "=DATE(2016,2,29)", day, 40967)
    book.close()


def inline(path):
    """XlsxWriter's other way: the texts in the cells, not shared."""
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    book.set_properties({"created": NOW})
    sheet = book.add_worksheet("Inline")
    for row, record in enumerate([["name", "number"], ["Göttingen", 1], ["  two  ", 2.25], ["tab\tand _x0041_", -0.5]]):
        for column, value in enumerate(record):
            sheet.write(row, column, value)
    book.close()


def faults(path):
    """What a cell can hold that is not taken: an error, merged cells, a formula without its result, days that are none."""
    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = NOW
    sheet = book.active
    sheet.append(["name", "remark", "day", "value"])
    sheet.append(["a", None, datetime.date(2020, 1, 1), "#DIV/0!"])
    sheet.append(["b", None, datetime.date(2020, 1, 2), 2])
    sheet.append(["c", "merged", None, 3])
    sheet.append(["d", None, None, 4])
    sheet.append(["e", None, datetime.date(2020, 1, 5), "=1+1"])
    sheet.append(["f", None, 60, 6])
    sheet.append(["g", None, datetime.date(2020, 3, 5), 7])
    sheet["C7"].number_format = "yyyy-mm-dd"
    sheet["C8"].number_format = "d-mmm"
    sheet.merge_cells("B4:C5")
    book.save(path)


def text(cell):
    """A cell as openpyxl reads it, as text."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        whole = format(value, ".15g")
        if "e" in whole:
            whole = format(value, "f") if value > 1 else format(value, ".21f").rstrip("0")
            whole = whole.split(".")[0] if value > 1 else whole
        return whole
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat()
    return openpyxl.utils.escape.unescape(value)


def read(path):
    """The sheet's rows that have contents, with their numbers."""
    sheet = openpyxl.load_workbook(path, data_only=True).worksheets[0]
    rows = [[row[0].row, [text(cell) for cell in row]] for row in sheet.iter_rows()]
    return {"sheet": sheet.title, "rows": [row for row in rows if any(row[1])]}


CHINESE = """名称;地区;成立;备注
成都市与罗兹市;四川省;2015;友好城市关系，双方互赠口罩
广东省与艾米利亚-罗马涅;广东省;2015;经济和文化交流
上海市与汉堡市;上海市;1986;港口合作，每年互访一次
"""
TAIWANESE = """名稱;地區;備註
高雄市與羅茲市;臺灣;友好城市關係，雙方互贈口罩
"""
POLISH = """nazwa;województwo;od
Łódź;łódzkie;2015
Gdańsk;pomorskie;1985
Wrocław;dolnośląskie;1983
Rzeszów, współpraca wciąż trwa;podkarpackie;2004
"""
FRENCH = """nom;région;depuis;remarque
Lyon;Auvergne-Rhône-Alpes;1988;coopération décentralisée à l’échelle régionale
Besançon;Franche-Comté;1999;jumelage « dormant » à l’été 2004
"""
RUSSIAN = """город;область;год
Нижний Новгород;Нижегородская;1992
Хабаровск;Хабаровский край;1993
"""
TEXTS = [
    ("chinese", CHINESE, ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"]),
    ("taiwanese", TAIWANESE, ["big5"]),
    ("polish", POLISH, ["cp1250", "iso8859-2", "utf-16-le"]),
    ("french", FRENCH, ["cp1252", "utf-16-be"]),
    ("russian", RUSSIAN, ["cp1251", "koi8-r"]),
]


def main():
    HERE.mkdir(exist_ok=True)
    expected = {}
    for make in (kinds, runs, inline):
        path = HERE / f"{make.__name__}.xlsx"
        make(path)
        expected[path.name] = read(path)
    faults(HERE / "faults.xlsx")
    for name, content, encodings in TEXTS:
        for encoding in encodings:
            (HERE / f"{name}.{encoding}.csv").write_bytes(content.encode(encoding))
            expected[f"{name}.{encoding}.csv"] = content
    (HERE / "expected.json").write_text(json.dumps(expected, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


main()
