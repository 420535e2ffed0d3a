"""The same study once more, as platforms and people leave it behind: quizzes, zips, titles, other fields, repeats.

Each is made from a plain export that make.py wrote; run that, it calls this.
"""

from __future__ import annotations

import csv
import io
import zipfile
from xml.sax.saxutils import escape

import make

Rows = list[list[str]]
OTHER = "De Linde"  # filled in by hand behind "other" in the exports that have it


def rows_of(name: str, sep: str = ",") -> Rows:
    text = (make.HERE / name).read_bytes().decode("utf-8-sig")
    return [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=sep) if row]


def with_column(rows: Rows, place: int, heads: list[str], cell: str = "") -> Rows:
    more = [*heads, *[cell] * (len(rows) - len(heads))]
    return [[*row[:place], one, *row[place:]] for row, one in zip(rows, more, strict=True)]


def with_other(rows: Rows, column: int, heads: list[str], word: str) -> Rows:
    """The organisation OTHER becomes `word`, with the name in a column of its own behind it."""
    wide = with_column(rows, column + 1, heads)
    for row in wide[len(heads) :]:
        if row[column] == OTHER:
            row[column], row[column + 1] = word, OTHER
    return wide


def zipped(name: str, inside: dict[str, bytes]) -> None:
    with zipfile.ZipFile(make.HERE / name, "w", zipfile.ZIP_STORED) as archive:
        for path, data in inside.items():
            archive.writestr(zipfile.ZipInfo(path, (2024, 11, 20, 9, 0, 0)), data)


def limesurvey() -> None:
    quoted = {"all_quoted": True, "encoding": "utf-8-sig", "end": "\r\n", "tail": "\r\n"}
    rows = rows_of("limesurvey/code-full.csv")
    place = rows[0].index("organisatie")
    rows = with_other(rows, place, ["organisatie[other]"], "-oth-")
    rows = with_column(rows, place, ["toestemming"], "Ja, ik geef toestemming")
    for name in ("interviewtime", "groupTime12", "E11Time"):
        rows = with_column(rows, len(rows[0]), [name], "12.4")
    make.write_csv("limesurvey/other-full.csv", rows, **quoted)
    lines, names, question, count = rows_of("limesurvey/structure.txt", "\t"), {}, "", 0
    for line in lines[1:]:
        if line[2] == "Q":
            question, count = line[4], 0
        elif line[2] == "SQ":
            count += 1
            names[f"{question}[{line[4]}]"] = f"{question}[SQ{count:03}]"
            line[4] = f"SQ{count:03}"
    rows = rows_of("limesurvey/code-code.csv")
    make.write_csv("limesurvey/numbered-code.csv", [[names.get(h, h) for h in rows[0]], *rows[1:]], **quoted)
    make.write_csv("limesurvey/numbered-structure.txt", lines, sep="\t", encoding="utf-8-sig")


def msforms() -> None:
    """A quiz that somebody gave a title and numbers, and of which the questions lost their question marks."""
    asked = make.Asked(0)
    head = ["ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam", "Totaal aantal punten", "Feedback voor quiz"]
    head += make.TOLD["nl"]
    for i, (question, part) in enumerate(asked.columns):
        text = make.text_nl(question, part)
        head += [f"{i + 1}. {text.rstrip('?')}", f"Punten - {text}", f"Feedback - {text}"]
    table: list[list[object]] = [["Vragenlijst samenwerken"], [], head]
    for i, person in enumerate(asked.people):
        cells = [cell for told in asked.cells(person) for cell in (told, 0.0, "")]
        table.append([i + 1, "", "", "anonymous", "", 0.0, "", *make.about(person), *cells])
    make.write_xlsx("msforms/quiz.xlsx", table)


def google() -> None:
    rows = with_column(rows_of("google/nl.csv"), 1, ["Score"], "0 / 24")
    for name in [name for name in rows[0] if name.startswith("E2")]:
        place = rows[0].index(name) + 1
        rows = with_column(rows, place, [f"{name} [Score]"], "-- / 0")
        rows = with_column(rows, place + 1, [f"{name} [Feedback]"])
    make.write_csv("google/quiz.csv", rows)
    inside = {"Samenwerken.csv": (make.HERE / "google/nl.csv").read_bytes(), "__MACOSX/._Samenwerken.csv": b"\0"}
    zipped("google/nl.csv.zip", inside)


def qualtrics() -> None:
    """A workbook, which has no third heading, with system columns in Dutch and an organisation behind `Anders`."""
    rows = rows_of("qualtrics/text.csv")
    heads = ["Organisatie_4_TEXT", "Organisatie - Anders, namelijk: - Tekst", '{"ImportId":"QID1_4_TEXT"}']
    rows = with_other(rows, rows[0].index("Organisatie"), heads, "Anders, namelijk:")
    del rows[2]
    rows[1][:4] = ["Begindatum", "Einddatum", "Type respons", "IP-adres"]
    make.write_xlsx("qualtrics/two-headings.xlsx", [list(row) for row in rows])


def surveymonkey() -> None:
    rows = rows_of("surveymonkey/condensed.csv")
    heads = ["", "Anders (geef nadere toelichting)"]
    make.write_csv("surveymonkey/other.csv", with_other(rows, rows[0].index("Organisatie"), heads, ""))


def redcap() -> None:
    """Records that tell about the person once: in the first event, or on the row above the repeats."""
    names = ["organisatie", "domein", "niveau", "perspectief"]
    rows, seen = rows_of("redcap/two-raw.csv"), set()
    for row in rows[1:]:
        for name in names if row[0] in seen else []:
            row[rows[0].index(name)] = ""
        seen.add(row[0])
    make.write_csv("redcap/two-once.csv", rows)
    rows = with_column(rows_of("redcap/raw.csv"), 1, ["redcap_repeat_instrument"], "houvast")
    rows = with_column(rows, 2, ["redcap_repeat_instance"], "1")
    table = [rows[0]]
    for row in rows[1:]:
        about = {rows[0].index(name) for name in names}
        table.append([row[0], *(cell if i in about else "" for i, cell in enumerate(row) if i)])
        table.append(["" if i in about else cell for i, cell in enumerate(row)])
    make.write_csv("redcap/repeats.csv", table)


def plain() -> None:
    rows = rows_of("plain/wide.csv")
    make.write_csv("plain/separator-line.csv", rows, sep=";", end="\r\n")
    place = make.HERE / "plain/separator-line.csv"
    place.write_bytes(b"\xef\xbb\xbfsep=;\r\n" + place.read_bytes())
    make.write_csv("plain/titled.csv", [["Resultaten vragenlijst", "2024"], [""], *rows], sep=";")
    make.write_csv("plain/pipes.csv", rows, sep="|")
    cells = [
        "".join(
            '<table:table-cell office:value-type="string">'
            + "".join(f"<text:p>{escape(line)}</text:p>" for line in cell.split("\n"))
            + "</table:table-cell>"
            for cell in row
        )
        for row in rows
    ]
    space = "urn:oasis:names:tc:opendocument:xmlns"
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    content = (
        f'<?xml version="1.0"?><office:document-content xmlns:office="{space}:office:1.0" '
        f'xmlns:table="{space}:table:1.0" xmlns:text="{space}:text:1.0"><office:body><office:spreadsheet>'
        '<table:table table:name="Blad1">'
        + "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
        + "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    listed = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{type_}"/>'
        for path, type_ in (("/", kind), ("content.xml", "text/xml"))
    )
    manifest = f'<?xml version="1.0"?><manifest:manifest xmlns:manifest="{space}:manifest:1.0">{listed}'
    manifest += "</manifest:manifest>"
    inside = {"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest}
    zipped("plain/wide.ods", {path: text.encode() for path, text in inside.items()})


def write_all() -> None:
    for write in (limesurvey, msforms, google, qualtrics, surveymonkey, redcap, plain):
        write()
