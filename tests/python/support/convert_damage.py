"""Ways in which an export goes wrong in practice; every one must be refused or asked about, with its code."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

EXPORTS = Path(__file__).parents[2] / "data" / "exports"
Table = list[list[str]]
# Stands in every place that is broken on purpose: it may never come back in a message.
SECRET = "Karel van de Kwartelkamp"


@dataclass
class Damage:
    """What is done to an export (or to the table in it), with which options it is read, and the code to expect."""

    name: str
    code: str
    bytes: Callable[[bytes], bytes] | None = None
    table: Callable[[Table], Any] | None = None
    source: str = "plain/wide.csv"
    options: dict[str, Any] = field(default_factory=dict)
    suffix: str = ""
    encoding: str = "utf-8"

    def make(self, folder: Path) -> Path:
        origin = EXPORTS / self.source
        data = origin.read_bytes()
        if self.table is not None:
            text = data.decode("utf-8-sig")
            rows = list(csv.reader(io.StringIO(text, newline="")))
            self.table(rows)
            out = io.StringIO(newline="")
            csv.writer(out, lineterminator="\n").writerows(rows)
            data = out.getvalue().encode(self.encoding)
        if self.bytes is not None:
            data = self.bytes(data)
        place = folder / (origin.stem + (self.suffix or origin.suffix))
        place.write_bytes(data)
        return place


def at(rows: Table, name: str) -> int:
    return rows[0].index(name)


def put(column: str, value: str, row: int = 3) -> Callable[[Table], None]:
    def change(rows: Table) -> None:
        rows[row][at(rows, column)] = value

    return change


def everywhere(column: str, old: str, new: str) -> Callable[[Table], None]:
    def change(rows: Table) -> None:
        for row in rows[1:]:
            if row[at(rows, column)] == old:
                row[at(rows, column)] = new

    return change


def rename(old: str, new: str) -> Callable[[Table], None]:
    def change(rows: Table) -> None:
        rows[0][next(i for i, name in enumerate(rows[0]) if name == old)] = new

    return change


def with_column(name: str, cells: Callable[[int], str]) -> Callable[[Table], None]:
    def change(rows: Table) -> None:
        rows[0].append(name)
        for i, row in enumerate(rows[1:]):
            row.append(cells(i))

    return change


def drop_row(number: int) -> Callable[[Table], None]:
    return lambda rows: rows.pop(number)


def swap_heads(first: str, second: str) -> Callable[[Table], None]:
    """The codes before two headings change places; the texts stay."""

    def change(rows: Table) -> None:
        i, j = (next(n for n, name in enumerate(rows[0]) if name.startswith(code)) for code in (first, second))
        a, b = rows[0][i], rows[0][j]
        rows[0][i], rows[0][j] = second + a[len(first) :], first + b[len(second) :]

    return change


def head(start: str, new: Callable[[str], str]) -> Callable[[Table], None]:
    def change(rows: Table) -> None:
        i = next(n for n, name in enumerate(rows[0]) if name.startswith(start))
        rows[0][i] = new(rows[0][i])

    return change


def shift(rows: Table) -> None:
    """From one row on, everything stands one column to the right: a comma too many, closed up again."""
    for row in rows[4:]:
        row[7:] = ["", *row[7:-1]]


def twice(rows: Table) -> None:
    rows.append(list(rows[1]))


def numbered(rows: Table) -> None:
    counts: dict[str, int] = {}
    for i, name in enumerate(rows[0]):
        if "[" in name:
            group = name.partition("[")[0]
            counts[group] = counts.get(group, 0) + 1
            rows[0][i] = f"{group}[SQ{counts[group]:03}]"


def zeros(rows: Table) -> None:
    for i, row in enumerate(rows[1:]):
        row[at(rows, "respondent")] = f"{i:04d}"
    rows[5][at(rows, "respondent")] = "7"
    rows[7][at(rows, "respondent")] = "99"
    rows.append(["2023", *rows[8][1:]])


def spelled(new: Callable[[str], str]) -> Callable[[Table], None]:
    def change(rows: Table) -> None:
        again = ["2023", *rows[2][1:]]
        again[1] = new(again[1])
        rows.append(again)

    return change


LIME = "limesurvey/code-code.csv"
FULL = "limesurvey/code-full.csv"
GOOGLE = "google/nl.csv"
QUALTRICS = "qualtrics/text.csv"
MONKEY = "surveymonkey/condensed.csv"
NET = "network/limesurvey-full.csv"
ROSTER = {"roster": EXPORTS / "network" / "roster.csv"}
STRUCTURE = {"structure": EXPORTS / "limesurvey" / "structure.txt"}
DICTIONARY = {"structure": EXPORTS / "redcap" / "dictionary.csv"}


def label(name: str, value: str, code: str = "HV-704") -> Damage:
    return Damage(name, code, table=put("E1.1", value))


FILES = [
    Damage("empty file", "HV-102", lambda _: b""),
    Damage("byte order mark only", "HV-102", lambda _: b"\xef\xbb\xbf"),
    Damage("blank lines only", "HV-102", lambda _: b"\r\n\r\n"),
    Damage("heading only", "HV-102", lambda data: data.split(b"\n")[0] + b"\n"),
    Damage("cp1252 not declared", "HV-702", source="plain/wide-cp1252.csv"),
    Damage("cp1252 declared for UTF-8", "HV-702", options={"encoding": "cp1252"}),
    Damage("UTF-8 declared for cp1252", "HV-702", source="plain/wide-cp1252.csv", options={"encoding": "utf-8"}),
    Damage("read as cp1252 and saved again", "HV-702", lambda data: data.decode().encode().decode("cp1252").encode()),
    Damage("letters replaced", "HV-702", lambda data: data.replace("é".encode(), "\ufffd".encode())),
    Damage("UTF-16 without its mark, cut off", "HV-702", lambda data: data.decode().encode("utf-16-le")[:-1]),
    Damage("UTF-16 cut off", "HV-702", lambda data: data[:-1], source="plain/wide-utf16.csv"),
    Damage("an encoding that is none", "HV-303", options={"encoding": "excel"}),
    Damage("workbook named csv", "HV-116", source="plain/wide.xlsx", suffix=".csv"),
    Damage("csv named workbook", "HV-116", suffix=".xlsx"),
    Damage("csv named sav", "HV-116", suffix=".sav"),
    Damage("workbook cut off", "HV-116", lambda data: data[: len(data) // 2], source="plain/wide.xlsx"),
    Damage("sav cut off", "HV-116", lambda data: data[: len(data) // 2], source="spss/labelled.sav"),
    Damage("a document", "HV-701", suffix=".docx"),
    Damage(
        "cut off in a row", "HV-113", lambda data: data[: data.rstrip().rindex(b"\nM5N6") if b"\nM5N6" in data else -60]
    ),
    Damage("cut off in a quoted cell", "HV-116", lambda data: data[: data.rindex(b',"') + 8]),
    Damage(
        "a quote that swallows rows",
        "HV-116",
        lambda data: (
            data.replace(b",De Linde,", b',"De Linde,', 1)
            .replace(b",De Linde,", b',De Linde",', 2)
            .replace(b',De Linde",', b",De Linde,", 1)
        ),
    ),
    Damage("a cell too many", "HV-113", lambda data: data.replace(b"2024,B3Q8", b"2024,,B3Q8,extra", 1)),
    Damage("comma without quotes", "HV-113", lambda data: data.replace(b"\n2024,W5T1", b"\n20,24,W5T1", 1)),
    Damage("a sheet that is not there", "HV-701", source="plain/wide.xlsx", options={"sheet": "Blad2"}),
    Damage("a platform that is none", "HV-303", options={"platform": "enalyzer"}),
]
PLATFORMS = [
    Damage("Qualtrics without its texts", "HV-701", table=drop_row(1), source=QUALTRICS),
    Damage("Qualtrics with names only", "HV-701", table=lambda rows: rows.__delitem__(slice(1, 3)), source=QUALTRICS),
    Damage("Qualtrics numbers of states", "HV-704", source="qualtrics/numeric.csv"),
    Damage("SurveyMonkey without second heading", "HV-701", table=drop_row(1), source=MONKEY),
    Damage("LimeSurvey codes without structure", "HV-704", source=LIME),
    Damage("LimeSurvey numbered sub-questions", "HV-703", table=numbered, source=FULL),
    Damage("structure of another kind", "HV-701", source=LIME, options={"structure": EXPORTS / GOOGLE}),
    Damage(
        "LimeSurvey code outside the structure", "HV-704", table=put("E1[E11]", "A6"), source=LIME, options=STRUCTURE
    ),
    Damage(
        "REDCap code outside the dictionary",
        "HV-704",
        table=put("e1_1", "6"),
        source="redcap/raw.csv",
        options=DICTIONARY,
    ),
    Damage("REDCap without dictionary", "HV-704", source="redcap/raw.csv"),
    Damage(
        "REDCap without event",
        "HV-707",
        table=put("redcap_event_name", ""),
        source="redcap/two-raw.csv",
        options=DICTIONARY,
    ),
    Damage("heading rows taken for another platform", "HV-701", source=GOOGLE, options={"platform": "qualtrics"}),
    Damage("a file of something else", "HV-708", lambda _: b"datum,bedrag\n2024-01-02,12\n2024-01-03,15\n"),
]
QUESTIONS = [
    Damage("a question twice", "HV-706", table=with_column("e1_1", lambda i: "helemaal")),
    Damage("the same heading twice", "HV-706", table=with_column("E1.1", lambda i: "helemaal")),
    Damage("codes changed places", "HV-703", table=swap_heads("E1.1", "E1.2"), source=GOOGLE),
    Damage(
        "code before another question",
        "HV-703",
        table=head("E2.1", lambda name: "E2.1. Hoe tevreden bent u over ons?"),
        source=GOOGLE,
    ),
    Damage(
        "reworded question",
        "HV-703",
        table=head("E1.1", lambda _: "Weten wij wat beter samenwerken oplevert voor ouders?"),
        source=GOOGLE,
    ),
    Damage("heading cut off", "HV-703", table=head("E1.1", lambda _: "Weten we wat beter same..."), source=GOOGLE),
    Damage(
        "heading cut off, two may fit", "HV-703", table=head("E1.3", lambda _: "Kennen we elkaars ..."), source=GOOGLE
    ),
    Damage("answers without a heading", "HV-703", table=rename("E1.1", "")),
    Damage("a code that does not exist", "HV-703", table=rename("E1.1", "E1.7")),
    Damage(
        "a damaged code over numbers",
        "HV-703",
        table=rename("e2_5", "ex_5"),
        source="redcap/raw.csv",
        options=DICTIONARY,
    ),
    Damage("a damaged code over codes", "HV-703", table=rename("E2[E25]", "E2[X25]"), source=LIME, options=STRUCTURE),
    Damage("two codes in one heading", "HV-703", table=rename("E1.1", "E1.1_E1.2")),
    Damage("another instrument", "HV-708", options={"instruments": ["canvas"]}),
    Damage("an instrument that does not exist", "HV-501", options={"instruments": ["six-element"]}),
    Damage(
        "a question about a party",
        "HV-703",
        table=rename("E1.1", "P1"),
        options={"instruments": ["six-elements", "know-your-partner"]},
    ),
    Damage("shifted cells", "HV-704", table=shift),
]
LABELS = [
    label("typing mistake", "een klein betje"),
    label("full stop", "helemaal niet."),
    label("midpoint or don't know", "neutraal/weet niet"),
    label("two labels", "helemaal niet/helemaal"),
    label("two choices", "helemaal;helemaal niet"),
    label("above the scale", "6"),
    label("below the scale", "0"),
    label("missing code", "-99"),
    label("between two values", "3,5"),
    label("between two values, point", "4.7"),
    label("number and label disagree", "1 - helemaal"),
    label("label of another scale", "mee eens"),
    label("label inside a longer text", "niet helemaal eens"),
    label("error of a spreadsheet", "#N/A"),
    label("a dash", "-"),
    label("a date", "2024-02-01", "HV-711"),
    label("a name", SECRET),
    label("a sentence", f"{SECRET} vindt dat we hier eerst nog eens goed over moeten praten", "HV-703"),
    Damage(
        "free text in a rated question",
        "HV-703",
        table=lambda rows: [put("E2.4", f"{SECRET} {i} vindt", i)(rows) for i in range(1, 9)],
    ),
    Damage("a letter for every value", "HV-704", table=lambda rows: [everywhere("E2.4", "helemaal", "A1")(rows)]),
]
PEOPLE = [
    Damage("respondent twice", "HV-707", table=twice),
    Damage("leading zeros lost", "HV-711", table=zeros),
    Damage("respondent in lower case", "HV-711", table=spelled(str.lower)),
    Damage("respondent with a dash", "HV-711", table=spelled(lambda code: f"{code[:2]}-{code[2:]}")),
    Damage("two columns of respondents", "HV-706", table=with_column("token", lambda i: f"t{i}")),
    Damage("wave missing", "HV-707", table=put("wave", "")),
    Damage("two waves in one", "HV-707", source="plain/two-wide.csv", options={"waves": ["2024"]}),
    Damage("waves without a file", "HV-707", options={"waves": ["2023", "2024"]}),
    Damage("domain misspelled", "HV-709", table=put("domain", "onderwjis")),
    Damage("domain unknown", "HV-709", table=put("domain", "sterrenkunde")),
    Damage("perspective unknown", "HV-709", table=put("perspective", "directeur")),
    Damage("level in the wrong column", "HV-709", table=put("level", "onderwijs")),
    Damage("organisation misspelled", "HV-709", table=put("organisation", "Wijkteam Nord", 4)),
    Damage("an address among organisations", "HV-703", table=put("organisation", "bel 06-12345678")),
    Damage(
        "an address in a column of your own", "HV-703", table=with_column("x_contact", lambda i: f"k{i}@example.org")
    ),
    Damage("an address in a rated question", "HV-703", table=put("E1.1", "k@example.org")),
    Damage("parties without a list", "HV-712", table=with_column("party", lambda i: "linde-team")),
]
NETWORK = [
    Damage("a respondent of no party", "HV-712", table=put("Toegangscode", "X0X0"), source=NET, options=ROSTER),
    Damage(
        "a party that is not in the list",
        "HV-703",
        table=rename("Met wie werk je samen? [Ouders]", "Met wie werk je samen? [Ouderraad]"),
        source=NET,
        options=ROSTER,
    ),
    Damage(
        "a tie that is no tie",
        "HV-704",
        table=put("Met wie werk je samen? [Ouders]", "soms", 1),
        source=NET,
        options=ROSTER,
    ),
    Damage(
        "a tie too strong", "HV-704", table=put("Met wie werk je samen? [Ouders]", "7", 1), source=NET, options=ROSTER
    ),
    Damage(
        "a party column with an unknown party",
        "HV-712",
        table=with_column("Partij", lambda i: "politie"),
        source=NET,
        options=ROSTER,
    ),
    Damage(
        "a party twice in the heading",
        "HV-706",
        table=rename("Met wie werk je samen? [Ouders]", "Met wie werk je samen? [ouders]#2 [Gemeente]"),
        source=NET,
        options=ROSTER,
    ),
]
DAMAGES = [*FILES, *PLATFORMS, *QUESTIONS, *LABELS, *PEOPLE, *NETWORK]

MAPPINGS: dict[str, tuple[str, str]] = {
    "no JSON": ("HV-104", "{"),
    "not UTF-8": ("HV-103", "\udcff"),
    "a list": ("HV-108", "[]"),
    "another schema": ("HV-115", '{"schema": "houvast-mapping/9"}'),
    "a key twice": ("HV-106", '{"schema": "houvast-mapping/1", "schema": "houvast-mapping/1"}'),
    "a hundred thousand levels": ("HV-105", "[" * 100_000),
}


def mapped(**content: Any) -> str:
    return json.dumps({"schema": "houvast-mapping/1", **content})


def one(**column: Any) -> str:
    return mapped(columns=[column])


def answer(**entry: Any) -> str:
    return mapped(answers={"six-elements/extent-5": [entry]})


MAPPINGS |= {
    "an unknown key": ("HV-110", mapped(kolommen=[])),
    "columns that are no list": ("HV-108", mapped(columns={})),
    "a column without a role": ("HV-109", one(column="E1.1")),
    "an unknown role": ("HV-207", one(column="E1.1", role="vraag")),
    "a question without a target": ("HV-109", one(column="E1.1", role="question")),
    "an unknown part": ("HV-207", one(column="E1.1", role="question", target="E1.1", part="cijfer")),
    "confirm that is no yes or no": ("HV-108", one(column="E1.1", role="drop", confirm="ja")),
    "a column twice": ("HV-114", mapped(columns=[{"column": "E1.1", "role": "drop"}] * 2)),
    "a question that does not exist": ("HV-502", one(column="E1.1", role="question", target="E1.9", part="answer")),
    "an attribute that does not exist": ("HV-506", one(column="domain", role="attribute", target="domein")),
    "a column that is not in the export": ("HV-705", one(column="E1.1 oud", role="question", target="E1.1")),
    "two columns for one question": ("HV-706", one(column="E1.2", role="question", target="E1.1", part="answer")),
    "a question waiting": ("HV-703", one(column="E1.1", role="question", target="E1.1", part="answer", confirm=True)),
    "a label waiting": ("HV-704", answer(label="helemaal", value=5, confirm=True)),
    "a label off the scale": ("HV-204", answer(label="helemaal", value=9)),
    "a label with a word": ("HV-205", answer(label="helemaal", value="veel")),
    "a label without a value": ("HV-109", answer(label="helemaal", value=None)),
    "a label twice": ("HV-201", mapped(answers={"six-elements/extent-5": [{"label": "helemaal", "value": 5}] * 2})),
}
