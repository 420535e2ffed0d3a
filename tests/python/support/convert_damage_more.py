"""More ways in which an export goes wrong: what people, spreadsheets and privacy do to it; each with its code."""

import csv
import io
import zipfile
from collections.abc import Callable

from convert_damage import (
    GOOGLE,
    LIME,
    QUALTRICS,
    Damage,
    Table,
    answer,
    at,
    drop_row,
    mapped,
    one,
    put,
    rename,
    spelled,
    with_column,
)

TWO = "plain/two-wide.csv"


def every(column: str, cell: Callable[[str, int], str]) -> Callable[[Table], None]:
    """Every cell of a column anew, from what stood there and its number."""

    def change(rows: Table) -> None:
        for i, row in enumerate(rows[1:]):
            row[at(rows, column)] = cell(row[at(rows, column)], i)

    return change


def own(name: str, *cells: str) -> Damage:
    """A column of your own that goes into the study, with something in it that points to a person."""
    return Damage(f"{name} in a column of your own", "HV-703", table=with_column("x_eigen", lambda i: cells[i % 2]))


def wave(name: str, cell: Callable[[str, int], str], code: str = "HV-707", source: str = TWO) -> Damage:
    return Damage(name, code, table=every("wave", cell), source=source)


def row_after(column: str, word: str, cell: str) -> Callable[[Table], None]:
    """A row at the end with a word in one column and the same in all questions."""

    def change(rows: Table) -> None:
        new = [cell if name.startswith("E") and not name.endswith("text") else "" for name in rows[0]]
        new[at(rows, column)] = word
        rows.append(new)

    return change


def vv_export(rows: Table) -> None:
    rows.insert(0, ["Antwoord ID", *(f"Vraag {i}" for i in range(len(rows[0]) - 1))])


def legacy(rows: Table) -> None:
    names = ["ResponseID", "ResponseSet", "IPAddress", "StartDate", "EndDate", "Finished", "Status"]
    system = rows[0].index("UserLanguage") + 1
    rows[0][:system] = [f"V{i + 1}" for i in range(system)]
    rows[1][: len(names)] = names
    del rows[2]


def quoted_lines(data: bytes) -> bytes:
    """A spreadsheet with other separators put every line that holds a quote into one cell."""
    lines = data.decode().split("\n")
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";", lineterminator="\n").writerows([line] for line in lines if line)
    return out.getvalue().encode()


def zipped(*names: str) -> Callable[[bytes], bytes]:
    def change(data: bytes) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name in names:
                archive.writestr(name, data)
        return out.getvalue()

    return change


def consent(*cells: str) -> Callable[[Table], None]:
    return with_column("Geef je toestemming?", lambda i: cells[min(i, len(cells) - 1)])


MORE = [
    Damage("no heading", "HV-701", table=drop_row(0)),
    Damage("no heading above addresses", "HV-714", table=drop_row(0), source=GOOGLE),
    Damage("an address in a heading", "HV-714", table=rename("E6.3", "vraag van k@example.org")),
    Damage("a VV export of LimeSurvey", "HV-701", table=vv_export, source=LIME),
    Damage("an old export of Qualtrics", "HV-701", table=legacy, source=QUALTRICS),
    Damage("rows taken for one per answer", "HV-701", options={"platform": "long"}),
    Damage("every row in quotes", "HV-116", quoted_lines, source=GOOGLE),
    Damage(
        "a page to log in", "HV-113", lambda _: b"<!DOCTYPE html>\n<html><head>\n<body>Meld je aan, a.u.b.</body>\n"
    ),
    Damage("a web page named xls", "HV-116", lambda _: b"<html><table></table></html>", suffix=".xls"),
    Damage("a workbook with a password", "HV-116", lambda _: bytes.fromhex("d0cf11e0a1b11ae1") * 99, suffix=".xlsx"),
    Damage("a zip with two exports", "HV-701", zipped("a.csv", "b.csv"), suffix=".zip"),
    Damage("a zip without an export", "HV-701", zipped("leesmij.pdf"), suffix=".zip"),
    Damage("a zip that is none", "HV-116", suffix=".zip"),
    Damage("a zip cut off", "HV-116", lambda data: zipped("a.csv")(data)[:-30], suffix=".zip"),
    Damage("a wave without a name", "HV-208", options={"waves": [" "]}),
    Damage("two columns of waves", "HV-706", table=with_column("meting", lambda i: "T9")),
    wave("the moment of answering as wave", lambda old, i: f"{old}-11-{10 + i % 6} 09:{i:02}"),
    wave("the day of answering as wave", lambda old, i: f"{old}-11-{10 + i % 6}"),
    wave("days that read two ways", lambda old, i: f"01-02-{old}"),
    wave("days as a spreadsheet numbers them", lambda old, i: {"2023": "45250", "2024": "45606"}[old]),
    wave("a wave for everyone", lambda old, i: f"ronde {i}", source="plain/wide.csv"),
    wave("an address as wave", lambda old, i: "k@example.org", "HV-703"),
    wave("a wave that cannot be named", lambda old, i: f"{old};a", "HV-208"),
    Damage("a row of totals", "HV-711", table=row_after("wave", "Aantal", "4"), source="plain/wide-values.csv"),
    Damage(
        "a row of averages", "HV-711", table=row_after("respondent", "Gemiddelde", "4"), source="plain/wide-values.csv"
    ),
    Damage("a test respondent", "HV-711", table=put("respondent", "TEST")),
    Damage("a test organisation", "HV-709", table=put("organisation", "test")),
    Damage("an organisation with more words", "HV-709", table=put("organisation", "obs De Linde", 1)),
    Damage("a spreadsheet's error in an open answer", "HV-711", table=put("E3.1", "#NAAM?")),
    Damage("a spreadsheet's error as organisation", "HV-711", table=put("organisation", "#N/A")),
    Damage("an organisation under another heading", "HV-703", table=rename("organisation", "Welke organisatie?")),
    Damage("consent that is not told", "HV-713", table=consent("Ja", "Ja", "", "Ja")),
    Damage("consent that is not clear", "HV-713", table=consent("Ja", "misschien", "Ja")),
    Damage("consent in numbers", "HV-713", table=consent("2", "1")),
    own("a citizen service number", "111222333", "123456782"),
    own("a date of birth", "12-03-1984", "1-4-1990"),
    own("a postal code", "1234 AB", "3511 CE"),
    own("a place on the map", "52.370216", "51.92442"),
    own("a telephone number abroad", "+32 470 12 34 56", "+49 30 123456"),
    own("a telephone number in brackets", "(06) 1234 5678", "(010) 123 45 67"),
    own("an IP address of the new kind", "2001:db8::1", "fe80::1ff:fe23"),
    own("an account number", "NL91ABNA0417164300", "NL02 RABO 0123 4567 89"),
    own("a disguised e-mail address", "jan (at) example.org", "jan@school"),
    Damage("a number each in a column of your own", "HV-703", table=with_column("x_kenmerk", lambda i: f"n{i}")),
    Damage("names in a column of your own", "HV-703", table=with_column("x_naam", lambda i: "Karel")),
    Damage("a date of birth as perspective", "HV-703", table=put("perspective", "ouder (12-3-2010)")),
    Damage("a respondent with a space too many", "HV-711", table=spelled(lambda code: f"{code[:2]} {code[2:]}")),
]

MORE_MAPPINGS: dict[str, tuple[str, str]] = {
    "a scale that does not exist": ("HV-502", mapped(answers={"six-elements/extent-6": [{"label": "x", "value": 1}]})),
    "a scale of no instrument": ("HV-502", mapped(answers={"zes/extent-5": [{"label": "x", "value": 1}]})),
    "a number in quotes": ("HV-205", answer(label="helemaal", value="5")),
    "a number with decimals": ("HV-108", answer(label="helemaal", value=4.5)),
    "a word off the profile": (
        "HV-207",
        one(column="domain", role="attribute", target="domain", values=[{"label": "onderwijs", "value": "onderwjis"}]),
    ),
    "an open part of a closed question": ("HV-209", one(column="E1.1", role="question", target="E1.1", part="text")),
    "ties without a list of parties": ("HV-712", one(column="E1.1", role="ties", target="samenwerking")),
    "a relation that does not exist": ("HV-507", one(column="E1.1", role="ties", target="E1.1")),
    "a relation that is no object": ("HV-108", mapped(relations=["samenwerking"])),
    "a relation without a title": ("HV-109", mapped(relations=[{"id": "samenwerking"}])),
    "a strength in words": ("HV-108", mapped(relations=[{"id": "a", "title": {"nl": "a"}, "max_strength": "veel"}])),
    "repeats that are none": ("HV-207", mapped(repeats="beste")),
    "personal that is no choice": ("HV-207", mapped(personal="ja")),
    "an instrument file that is not there": ("HV-101", mapped(instruments=["weg.json"])),
    "two columns for the wave": (
        "HV-706",
        mapped(columns=[{"column": "wave", "role": "wave"}, {"column": "level", "role": "wave"}]),
    ),
    "consent with another value": (
        "HV-713",
        one(column="level", role="consent", values=[{"label": "uitvoering", "value": "ja"}]),
    ),
}
