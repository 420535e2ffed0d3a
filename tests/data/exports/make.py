"""Writes every export of this folder from the one study of base.py. Run: python tests/data/exports/make.py"""

from __future__ import annotations

import csv
import datetime
import io
import itertools
import json
import re
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pyreadstat
import xlsxwriter
from base import (
    NAMED,
    PEOPLE,
    QUESTIONS,
    ROSTER,
    ROSTER_COLUMNS,
    SCALE,
    STATES,
    TITLES,
    answers,
    code,
    expected,
    expected_network,
    label,
)

HERE = Path(__file__).parent
Rows = list[list[str]]
INSTRUMENT_ELEMENTS = list(dict.fromkeys(question.element for question in QUESTIONS))
TOLD = {
    "nl": ("Deelnemercode", "Organisatie", "Domein", "Niveau", "Perspectief"),
    "en": ("Participant code", "Organisation", "Domain", "Level", "Perspective"),
}


def about(person: tuple[str, ...], lang: str = "nl") -> list[str]:
    return [person[0], person[3], *(TITLES[lang][word] for word in person[4:])]


def squeezed(question: str) -> str:
    return question.replace(".", "")


class Asked:
    """The columns of the questions in order: (question, part), and their cells."""

    def __init__(self, wave: int = 0, say: Callable[[int | str], str] = label) -> None:
        self.columns = []
        for question in QUESTIONS:
            if question.form != "open":
                self.columns.append((question, "answer"))
            if question.form != "closed":
                self.columns.append((question, "text"))
        self.told, self.say = answers(wave), say
        self.people = [person for person in PEOPLE if person[0] in self.told]

    def cells(self, person: tuple[str, ...]) -> list[str]:
        mine = self.told[person[0]]
        return [self.say(mine[q.id][0]) if part == "answer" else mine[q.id][1] for q, part in self.columns]

    def heads(self, wording: Callable[..., str]) -> list[str]:
        return [wording(question, part) for question, part in self.columns]


def text_nl(question, part: str, lang: str = "nl") -> str:
    if question.form == "mixed":
        return str((question.closed_part if part == "answer" else question.open_part).get(lang))
    return str(question.text.get(lang))


def text_en(question, part: str) -> str:
    return text_nl(question, part, "en")


def write_csv(
    name: str,
    rows: Rows,
    *,
    sep: str = ",",
    encoding: str = "utf-8",
    end: str = "\n",
    all_quoted: bool = False,
    tail: str = "",
) -> None:
    buffer = io.StringIO(newline="")
    quoting = csv.QUOTE_ALL if all_quoted else csv.QUOTE_MINIMAL
    csv.writer(buffer, delimiter=sep, lineterminator=end, quoting=quoting).writerows(rows)
    place = HERE / name
    place.parent.mkdir(exist_ok=True)
    place.write_bytes((buffer.getvalue() + tail).encode(encoding))


def write_xlsx(name: str, rows: list[list[object]]) -> None:
    place = HERE / name
    place.parent.mkdir(exist_ok=True)
    book = xlsxwriter.Workbook(place, {"strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": datetime.datetime(2024, 11, 20)})
    sheet = book.add_worksheet("Form1")
    moment = book.add_format({"num_format": "m/d/yy h:mm:ss"})
    for i, row in enumerate(rows):
        for j, cell in enumerate(row):
            if isinstance(cell, datetime.datetime):
                sheet.write_datetime(i, j, cell, moment)
            elif isinstance(cell, int | float):
                sheet.write_number(i, j, cell)
            elif cell != "":
                sheet.write_string(i, j, str(cell))
    book.close()


LIME_FIELDS = ["organisatie", "domein", "niveau", "perspectief"]
LIME_FIELD_TEXTS = ["Bij welke organisatie hoor je?", "Domein", "Niveau", "Perspectief"]
LIME_SYSTEM = ["id", "submitdate", "lastpage", "startlanguage", "seed", "token", "ipaddr"]
LIME_SYSTEM_TEXTS = ["Antwoord ID", "Datum ingezonden", "Laatste pagina", "Starttaal", "Seed", "Toegangscode"]
LIME_SYSTEM_TEXTS += ["IP-adres"]


def lime_code(question, part: str) -> str:
    place = f"{question.element}[{squeezed(question.id)}]"
    return place if part == "answer" else f"{squeezed(question.id)}tekst"


def lime_open(question) -> str:
    return text_nl(question, "text") if question.form == "mixed" else str(question.text.nl)


def lime_full(question, part: str) -> str:
    return lime_open(question) if part == "text" else f"In hoeverre geldt dit? [{text_nl(question, part)}]"


def lime_short(question, part: str) -> str:
    if part == "text":
        return f"{question.id} {text_nl(question, part)[:10]}.. (toelichting)"
    return f"In hoeverre ge.. [{question.id} {text_nl(question, part)[:10]}..]"


def lime_both(question, part: str) -> str:
    return f"{lime_code(question, part)}. {lime_full(question, part)}"


# Per kind of heading: of the system's columns and of the fields, and the wording of the questions.
LIME_HEADINGS: dict[str, tuple[list[str], Callable[..., str]]] = {
    "code": ([*LIME_SYSTEM, *LIME_FIELDS], lime_code),
    "full": ([*LIME_SYSTEM_TEXTS, *LIME_FIELD_TEXTS], lime_full),
    "short": ([*LIME_SYSTEM_TEXTS, *LIME_FIELD_TEXTS], lime_short),
    "both": (
        [
            *(f"{name}. {text}" for name, text in zip(LIME_SYSTEM, LIME_SYSTEM_TEXTS, strict=True)),
            *(f"{name}. {text}" for name, text in zip(LIME_FIELDS, LIME_FIELD_TEXTS, strict=True)),
        ],
        lime_both,
    ),
}


def lime_rows(heading: str, coded: bool = False, wave: int = 0) -> Rows:
    asked = Asked(wave, (lambda value: "" if value == "" else f"A{code(value)}") if coded else label)
    own, wording = LIME_HEADINGS[heading]
    table = [[*own, *asked.heads(wording)]]
    for i, person in enumerate(asked.people):
        mine = about(person)
        done = "" if i == 9 else "2024-11-20 10:32:11"
        meta = [str(i + 3), done, "4" if done else "2", "nl", str(81234567 + i), mine[0], f"192.0.2.{i + 1}"]
        masked = [f"'{cell}" if cell.startswith("=") else cell for cell in asked.cells(person)]
        table.append([*meta, *mine[1:], *masked])
    return table


def lime_structure() -> Rows:
    """The survey structure as LimeSurvey writes it: fields, then a matrix per element and its open questions."""
    lines = [["id", "related_id", "class", "type/scale", "name", "relevance", "text", "help", "language"]]
    numbers = itertools.count(1)
    for name, words in zip(LIME_FIELDS, LIME_FIELD_TEXTS, strict=True):
        lines.append([str(next(numbers)), "", "Q", "S", name, "1", words, "", "nl"])
    for element in INSTRUMENT_ELEMENTS:
        own = [question for question in QUESTIONS if question.element == element]
        number = str(next(numbers))
        lines.append([number, "", "Q", "F", element, "1", "In hoeverre geldt dit?", "", "nl"])
        for question in (question for question in own if question.form != "open"):
            lines.append(["", "", "SQ", "0", squeezed(question.id), "1", text_nl(question, "answer"), "", "nl"])
        for value in [*SCALE, *STATES]:
            lines.append([number, "", "A", "0", f"A{code(value)}", "0", label(value), "", "nl"])
        for question in (question for question in own if question.form != "closed"):
            name = f"{squeezed(question.id)}tekst"
            lines.append([str(next(numbers)), "", "Q", "T", name, "1", lime_open(question), "", "nl"])
    return lines


def limesurvey() -> None:
    quoted = {"all_quoted": True, "encoding": "utf-8-sig", "end": "\r\n", "tail": "\r\n"}
    write_csv("limesurvey/code-code.csv", lime_rows("code", coded=True), **quoted)
    write_csv("limesurvey/code-full.csv", lime_rows("code"), **quoted)
    write_csv("limesurvey/full-code.csv", lime_rows("full", coded=True), sep=";", **quoted)
    write_csv("limesurvey/full-full.csv", lime_rows("full"), sep=";", **quoted)
    heads, *rest = lime_rows("full")
    write_csv("limesurvey/underscored-full.csv", [[head.replace(" ", "_") for head in heads], *rest], **quoted)
    heads, *rest = lime_rows("code")
    write_csv("limesurvey/expression-full.csv", [[re.sub(r"\[(\w+)\]", r"_\1", h) for h in heads], *rest], **quoted)
    write_csv("limesurvey/abbreviated-full.csv", lime_rows("short"), **quoted)
    write_csv("limesurvey/codetext-full.csv", lime_rows("both"), **quoted)
    write_csv("limesurvey/two-2023.csv", lime_rows("code", wave=0), **quoted)
    write_csv("limesurvey/two-2024.csv", lime_rows("code", wave=1), **quoted)
    write_csv("limesurvey/structure.txt", lime_structure(), sep="\t", encoding="utf-8-sig")


def msforms() -> None:
    def rows(lang: str, wave: int = 0) -> list[list[object]]:
        asked = Asked(wave, lambda value: label(value, lang))
        system = ["ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam", "Tijd van laatste wijziging"]
        if lang == "en":
            system = ["ID", "Start time", "Completion time", "Email", "Name", "Last modified time"]
        heads = asked.heads(text_nl if lang == "nl" else text_en)
        heads = [f"{head}\u00a0" if i % 5 == 0 else head for i, head in enumerate(heads)]
        table: list[list[object]] = [[*system, *TOLD[lang], *heads]]
        for i, person in enumerate(asked.people):
            start = datetime.datetime(2024, 11, 20, 9, i)
            meta = [i + 1, start, start + datetime.timedelta(minutes=7), "anonymous", "", ""]
            table.append([*meta, *about(person, lang), *asked.cells(person)])
        return table

    write_xlsx("msforms/nl.xlsx", rows("nl"))
    write_xlsx("msforms/en.xlsx", rows("en"))
    write_xlsx("msforms/two-2023.xlsx", rows("nl", 0))
    write_xlsx("msforms/two-2024.xlsx", rows("nl", 1))


def google() -> None:
    def rows(wording: Callable[..., str], lang: str, wave: int = 0) -> Rows:
        asked = Asked(wave, lambda value: label(value, lang))
        stamp = "Tijdstempel" if lang == "nl" else "Timestamp"
        mail = "E-mailadres" if lang == "nl" else "Email Address"
        table = [[stamp, mail, *TOLD[lang], *asked.heads(wording)]]
        for i, person in enumerate(asked.people):
            moment = f"2024/11/20 {i + 1}:32:11 a.m. EET"
            table.append([moment, person[2], *about(person, lang), *asked.cells(person)])
        return table

    def grid(question, part: str) -> str:
        words = text_nl(question, part)
        return words if part == "text" else f"In hoeverre geldt dit? [{words}]"

    def words(question, part: str) -> str:
        return f"{question.id}. {text_nl(question, part)}"

    write_csv("google/nl.csv", rows(words, "nl"))
    write_csv("google/grid.csv", rows(grid, "nl"))
    write_csv("google/en.csv", rows(text_en, "en"))
    write_csv("google/two-2023.csv", rows(words, "nl", 0))
    write_csv("google/two-2024.csv", rows(words, "nl", 1))


def qualtrics() -> None:
    system = [
        ("StartDate", "Start Date", '{"ImportId":"startDate","timeZone":"Europe/Amsterdam"}'),
        ("EndDate", "End Date", '{"ImportId":"endDate","timeZone":"Europe/Amsterdam"}'),
        ("Status", "Response Type", '{"ImportId":"status"}'),
        ("IPAddress", "IP Address", '{"ImportId":"ipAddress"}'),
        ("Progress", "Progress", '{"ImportId":"progress"}'),
        ("Duration (in seconds)", "Duration (in seconds)", '{"ImportId":"duration"}'),
        ("Finished", "Finished", '{"ImportId":"finished"}'),
        ("RecordedDate", "Recorded Date", '{"ImportId":"recordedDate","timeZone":"Europe/Amsterdam"}'),
        ("ResponseId", "Response ID", '{"ImportId":"_recordId"}'),
        ("RecipientLastName", "Recipient Last Name", '{"ImportId":"recipientLastName"}'),
        ("RecipientFirstName", "Recipient First Name", '{"ImportId":"recipientFirstName"}'),
        ("RecipientEmail", "Recipient Email", '{"ImportId":"recipientEmail"}'),
        ("ExternalReference", "External Data Reference", '{"ImportId":"externalDataReference"}'),
        ("LocationLatitude", "Location Latitude", '{"ImportId":"locationLatitude"}'),
        ("LocationLongitude", "Location Longitude", '{"ImportId":"locationLongitude"}'),
        ("DistributionChannel", "Distribution Channel", '{"ImportId":"distributionChannel"}'),
        ("UserLanguage", "User Language", '{"ImportId":"userLanguage"}'),
    ]

    def rows(mode: str, wave: int = 0) -> Rows:
        asked = Asked(wave, code if mode == "numeric" else label)

        def name(question, part: str) -> str:
            if mode == "matrix":
                return f"Q{question.element[1]}_{question.id[-1]}" + ("" if part == "answer" else "_T")
            return question.id + ("" if part == "answer" else "_TEXT")

        def words(question, part: str) -> str:
            own = text_nl(question, part) if part == "answer" or question.form == "mixed" else str(question.text.nl)
            return f"In hoeverre geldt dit? - {own}" if mode == "matrix" and part == "answer" else own

        told = list(TOLD["nl"][1:])
        names = [*(s[0] for s in system), *told, *asked.heads(name)]
        labels = [*(s[1] for s in system), *told, *asked.heads(words)]
        imports = [s[2] for s in system] + [
            json.dumps({"ImportId": f"QID{i}"}) for i in range(len(names) - len(system))
        ]
        table = [names, labels, imports]
        people = [*asked.people, asked.people[0]]
        for i, person in enumerate(people):
            preview = i == len(asked.people)
            status = ("1" if preview else "0") if mode == "numeric" else "Survey Preview" if preview else "IP Address"
            first, last = person[1].split()
            done = "False" if i == 9 else "True"
            meta = ["2024-11-20 09:00:00", "2024-11-20 09:07:00", status, f"192.0.2.{i}", "100", "420", done]
            meta += ["2024-11-20 09:07:01", f"R_{i:04d}abc", last, first, person[2]]
            meta += ["" if preview else person[0], "52.37", "4.89", "email", "NL"]
            table.append([*meta, *about(person)[1:], *asked.cells(person)])
        return table

    write_csv("qualtrics/text.csv", rows("text"))
    write_csv("qualtrics/numeric.csv", rows("numeric"))
    write_csv("qualtrics/matrix.csv", rows("matrix"), sep="\t", encoding="utf-16")
    write_csv("qualtrics/two-2023.csv", rows("text", 0))
    write_csv("qualtrics/two-2024.csv", rows("text", 1))
    coded = [{"label": str(number), "value": state, "match": "manual"} for state, (_, _, number) in STATES.items()]
    mapping = {"schema": "houvast-mapping/1", "answers": {"six-elements/extent-5": coded}}
    (HERE / "coded.mapping.json").write_text(json.dumps(mapping, indent=1) + "\n", encoding="utf-8")


def surveymonkey() -> None:
    system = ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Email Address", "First Name"]
    system += ["Last Name", "Custom Data 1"]
    choices = [*(label(value) for value in SCALE), *(label(state) for state in STATES)]

    def rows(expanded: bool, alone: bool = False) -> Rows:
        asked = Asked()
        top, below = [*system, *TOLD["nl"][1:]], [*[""] * len(system), *["Response"] * 4]
        for n, (question, part) in enumerate(asked.columns):
            words = text_nl(question, part) if part == "answer" or question.form == "mixed" else str(question.text.nl)
            if part == "text":
                top.append(words)
                below.append("Open-Ended Response")
            elif expanded:
                top += [words, *[""] * (len(choices) - 1)]
                below += choices
            elif alone:
                top.append(words)
                below.append("")
            else:
                first = (
                    n == 0 or asked.columns[n - 1][1] == "text" or asked.columns[n - 1][0].element != question.element
                )
                top.append("In hoeverre geldt dit?" if first else "")
                below.append(words)
        table = [top, [""] * len(below) if alone else below]
        for i, person in enumerate(asked.people):
            first, last = person[1].split()
            cells: list[str] = []
            for (_, part), cell in zip(asked.columns, asked.cells(person), strict=True):
                cells += [c if c == cell else "" for c in choices] if expanded and part == "answer" else [cell]
            meta = [str(11400000000 + i), "430000001", "11/20/2024 09:00:00 AM", "11/20/2024 09:07:00 AM"]
            meta += [f"192.0.2.{i}", person[2], first, last, person[0]]
            table.append([*meta, *about(person)[1:], *cells])
        return table

    write_csv("surveymonkey/condensed.csv", rows(False), encoding="utf-8-sig")
    write_csv("surveymonkey/expanded.csv", rows(True))
    write_csv("surveymonkey/one-heading.csv", rows(False, True))
    write_xlsx("surveymonkey/condensed.xlsx", [list(row) for row in rows(False)])


def redcap() -> None:
    def field(question, part: str) -> str:
        return question.id.lower().replace(".", "_") + ("" if part == "answer" else "_toelichting")

    def words(question, part: str) -> str:
        return text_nl(question, part) if part == "answer" or question.form == "mixed" else str(question.text.nl)

    own = ["organisatie", "domein", "niveau", "perspectief"]

    def rows(mode: str, waves: list[tuple[str, int]]) -> Rows:
        labelled, events = mode == "label", len(waves) > 1
        asked = Asked(0)
        heads = ["Record ID", "Survey Identifier", "Survey Timestamp"]
        heads = heads if labelled else ["record_id", "redcap_survey_identifier", "houvast_timestamp"]
        heads += ["Event Name" if labelled else "redcap_event_name"] if events else []
        heads += [name.title() for name in own] if labelled else own
        heads += [*asked.heads(words if labelled else field), "Complete?" if labelled else "houvast_complete"]
        table = [heads]
        for i, person in enumerate(PEOPLE):
            for wave, number in waves:
                asked = Asked(number, label if labelled else code)
                if person[0] not in asked.told:
                    continue
                event = [wave if labelled else f"{wave}_arm_1"] if events else []
                done = ("Incomplete" if i == 9 else "Complete") if labelled else ("0" if i == 9 else "2")
                meta = [person[0], person[1], "2024-11-20 09:07:00", *event]
                table.append([*meta, *about(person)[1:], *asked.cells(person), done])
        return table

    write_csv("redcap/raw.csv", rows("raw", [("2024", 0)]))
    write_csv("redcap/label.csv", rows("label", [("2024", 0)]))
    write_csv("redcap/two-raw.csv", rows("raw", [("2023", 0), ("2024", 1)]))
    write_csv("redcap/two-label.csv", rows("label", [("2023", 0), ("2024", 1)]))
    choices = " | ".join(f"{code(value)}, {label(value)}" for value in [*SCALE, *STATES])
    lines = [["Variable / Field Name", "Form Name", "Section Header", "Field Type", "Field Label"]]
    lines[0] += ["Choices, Calculations, OR Slider Labels"]
    lines.append(["record_id", "houvast", "", "text", "Record ID", ""])
    lines += [[name, "houvast", "", "text", name.title(), ""] for name in own]
    for question, part in Asked().columns:
        kind = ["radio", words(question, part), choices] if part == "answer" else ["notes", words(question, part), ""]
        lines.append([field(question, part), "houvast", "", *kind])
    write_csv("redcap/dictionary.csv", lines)


def spss() -> None:
    asked = Asked(0, code)
    names = ["deelnemercode", "organisatie", "domein", "niveau", "perspectief"]
    own = [q.id.replace(".", "_") + ("" if part == "answer" else "_tekst") for q, part in asked.columns]
    heads = asked.heads(lambda q, part: text_nl(q, part) if part == "answer" or q.form == "mixed" else str(q.text.nl))
    data: dict[str, list[object]] = {name: [] for name in [*names, *own]}
    for person in asked.people:
        for name, cell in zip(names, about(person), strict=True):
            data[name].append(cell)
        for name, (_, part), cell in zip(own, asked.columns, asked.cells(person), strict=True):
            data[name].append(float(cell) if part == "answer" and cell else None if part == "answer" else cell)
    frame = pd.DataFrame(
        {name: pd.Series(cells, dtype=object if isinstance(cells[0], str) else float) for name, cells in data.items()}
    )
    values = {int(code(value)): label(value) for value in [*SCALE, *STATES]}
    rated = [name for name, (_, part) in zip(own, asked.columns, strict=True) if part == "answer"]
    place = HERE / "spss"
    place.mkdir(exist_ok=True)
    pyreadstat.write_sav(
        frame,
        place / "labelled.sav",
        column_labels=[*names, *heads],
        variable_value_labels=dict.fromkeys(rated, values),
        missing_ranges={name: [{"lo": 7, "hi": 9}] for name in rated},
    )
    turned = frame.copy()  # the codes run the other way round; only the value labels tell
    for name in rated:
        turned[name] = turned[name].map(lambda v: 6 - v if v in (1, 2, 3, 4, 5) else v)
    back = {6 - int(value) if int(value) <= 5 else int(value): words for value, words in values.items()}
    pyreadstat.write_sav(
        turned,
        place / "turned.sav",
        column_labels=[*names, *heads],
        variable_value_labels=dict.fromkeys(rated, back),
        missing_ranges={name: [{"lo": 7, "hi": 9}] for name in rated},
    )
    for name in ("labelled.sav", "turned.sav"):  # the moment of writing stands in the header
        data_bytes = bytearray((place / name).read_bytes())
        data_bytes[92:109] = b"20 Nov 2409:00:00"
        (place / name).write_bytes(bytes(data_bytes))


def plain() -> None:
    def wide(waves: list[tuple[str, int]], say: Callable[[int | str], str] = label) -> Rows:
        heads = Asked().heads(lambda q, part: q.id if part == "answer" or q.form == "open" else f"{q.id}:text")
        table = [["wave", "respondent", "organisation", "domain", "level", "perspective", *heads]]
        for wave, number in waves:
            asked = Asked(number, say)
            for person in asked.people:
                table.append([wave, person[0], *person[3:], *asked.cells(person)])
        return table

    def long(waves: list[tuple[str, int]]) -> Rows:
        table = [["wave", "respondent", "organisation", "domain", "level", "perspective", "question", "answer", "text"]]
        for wave, number in waves:
            for code_, mine in answers(number).items():
                person = next(p for p in PEOPLE if p[0] == code_)
                for question, (value, text) in mine.items():
                    if value or text:
                        table.append([wave, code_, *person[3:], question, label(value), text])
        return table

    one, two = [("2024", 0)], [("2023", 0), ("2024", 1)]
    state_or_code = lambda value: str(value)  # noqa: E731
    write_csv("plain/wide.csv", wide(one))
    write_csv("plain/wide-values.csv", wide(one, state_or_code))
    write_csv("plain/wide-utf16.csv", wide(one), sep=";", encoding="utf-16", end="\r\n")
    write_csv("plain/wide-cp1252.csv", wide(one), sep=";", encoding="cp1252", end="\r\n")
    write_csv("plain/wide.tsv", wide(one), sep="\t", encoding="utf-8-sig", end="\r\n", tail="\r\n\r\n")
    write_xlsx(
        "plain/wide.xlsx", [[float(c) if c in "12345" and c else c for c in row] for row in wide(one, state_or_code)]
    )
    write_csv("plain/long.csv", long(one))
    write_csv("plain/long-semicolon.csv", long(one), sep=";", encoding="utf-8-sig")
    write_csv("plain/two-wide.csv", wide(two))
    write_csv("plain/two-long.csv", long(two))


def network() -> None:
    """The question "met wie werk je samen?" in every form, with a list of parties beside it."""
    write_csv("network/roster.csv", [ROSTER_COLUMNS, *([str(cell) for cell in row] for row in ROSTER)])
    names = {row[0]: str(row[1]) for row in ROSTER}
    ask, three, told = "Met wie werk je samen?", QUESTIONS[:3], answers(0)
    rated = {person[0]: [label(told[person[0]][q.id][0]) for q in three] for person in PEOPLE}
    heads = [q.id for q in three]

    def ticks(person: str, yes: str, no: str) -> list[str]:
        return [("" if person not in NAMED else yes if id in NAMED[person] else no) for id in names]

    def joined(person: str, sep: str, end: str = "") -> str:
        chosen = [names[id] for id in names if id in NAMED.get(person, [])]
        return sep.join(chosen) + (end if chosen else "")

    lime = [
        [
            "id",
            "submitdate",
            "lastpage",
            "startlanguage",
            "token",
            *heads,
            *(f"samenwerking[{id.replace('-', '')}]" for id in names),
        ]
    ]
    full = [
        [
            "Antwoord ID",
            "Datum ingezonden",
            "Laatste pagina",
            "Toegangscode",
            *heads,
            *(f"{ask} [{n}]" for n in names.values()),
        ]
    ]
    forms: list[list[object]] = [["Id", "Begintijd", "Tijd van voltooien", "Deelnemercode", *heads, ask]]
    google_rows = [["Tijdstempel", "Deelnemercode", *heads, ask]]
    monkey = [["Respondent ID", "Collector ID", "Custom Data 1", *heads, ask, *[""] * (len(names) - 1)]]
    monkey.append([*[""] * 3, *["Response"] * 3, *names.values()])
    raw = [["record_id", *heads, *(f"samenwerking___{i + 1}" for i in range(len(names))), "houvast_complete"]]
    labelled = [["Record ID", *heads, *(f"{ask} (choice={n})" for n in names.values()), "Complete?"]]
    matrix = [["respondent", *heads, *(f"samenwerking[{id}]" for id in names)]]
    for i, person in enumerate(p[0] for p in PEOPLE):
        stamp = datetime.datetime(2024, 11, 20, 9, i)
        lime.append([str(i), "2024-11-20 09:00:00", "2", "nl", person, *rated[person], *ticks(person, "Y", "")])
        full.append([str(i), "2024-11-20 09:00:00", "2", person, *rated[person], *ticks(person, "Ja", "Nee")])
        forms.append([i + 1, stamp, stamp, person, *rated[person], joined(person, ";", ";")])
        google_rows.append(["2024/11/20 9:00:00", person, *rated[person], joined(person, ", ")])
        chosen = [names[id] if id in NAMED.get(person, []) else "" for id in names]
        monkey.append([str(i), "43", person, *rated[person], *chosen])
        raw.append([person, *rated[person], *(t or "0" for t in ticks(person, "1", "0")), "2"])
        labelled.append(
            [person, *rated[person], *(t or "Unchecked" for t in ticks(person, "Checked", "Unchecked")), "Complete"]
        )
        matrix.append([person, *rated[person], *ticks(person, "ja", "")])
    write_csv("network/limesurvey-code.csv", lime, all_quoted=True, encoding="utf-8-sig")
    write_csv("network/limesurvey-full.csv", full, all_quoted=True, encoding="utf-8-sig")
    write_xlsx("network/msforms.xlsx", forms)
    write_csv("network/google.csv", google_rows)
    write_csv("network/surveymonkey.csv", monkey)
    write_csv("network/redcap-raw.csv", raw)
    write_csv("network/redcap-label.csv", labelled)
    write_csv("network/matrix.csv", matrix)
    choices = " | ".join(f"{i + 1}, {name}" for i, name in enumerate(names.values()))
    lines = [
        ["Variable / Field Name", "Form Name", "Field Type", "Field Label", "Choices, Calculations, OR Slider Labels"]
    ]
    write_csv("network/redcap-dictionary.csv", [*lines, ["samenwerking", "houvast", "checkbox", ask, choices]])


def write_all() -> None:
    for write in (limesurvey, msforms, google, qualtrics, surveymonkey, redcap, spss, plain, network):
        write()


if __name__ == "__main__":
    import make_more  # it reads what is written here

    write_all()
    make_more.write_all()
    (HERE / "expected-one.json").write_text(expected([("2024", 0)]), encoding="utf-8")
    (HERE / "expected-network.json").write_text(expected_network(), encoding="utf-8")
    (HERE / "expected-two.json").write_text(expected([("2023", 0), ("2024", 1)]), encoding="utf-8")
