"""The study of tests/data/exports once more, in forms of export that platforms give and no file there has.

Every form is made where it is asked for. They follow what the platforms document: LimeSurvey, "Export responses" and
"Tab Separated Value survey structure"; Microsoft Support, "Check and share your form results"; Qualtrics,
"Understanding Your Dataset" and "Recode Values"; SurveyMonkey Help, "Response exports"; REDCap, "Data Exports" and
"Repeating Instruments and Events"; ODK, "Export format" of Briefcase and Central; KoboToolbox, "Exporting and
downloading your data"; Jotform, "How to download form submissions"; SoSci Survey, "Additional Variables in the Data
Set"; Typeform, "Results as CSV".
"""

from __future__ import annotations

import csv
import importlib.util
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import xlsxwriter

EXPORTS = Path(__file__).parents[2] / "data" / "exports"
Rows = list[list[str]]


def module(name: str) -> ModuleType:
    """A script of the folder of exports."""
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, EXPORTS / f"{name}.py")
        assert spec is not None and spec.loader is not None
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


base, make = module("base"), module("make")
ABOUT = ["Organisatie", "Domein", "Niveau", "Perspectief"]


@dataclass(frozen=True)
class Form:
    """One form of export: the platform, what was chosen in it, how it is written, and what is told beside it."""

    platform: str
    choice: str
    write: Callable[[Path], Path]
    options: dict[str, Any] = field(default_factory=dict)


def file(name: str, platform: str, choice: str, structure: str = "") -> Form:
    """A form of which a file stands in the folder of exports."""
    options = {"structure": EXPORTS / structure} if structure else {}
    return Form(platform, choice, lambda _: EXPORTS / name, options)


def same(study: Any) -> dict[str, Any]:
    """A study without the line that says where it comes from."""
    content: dict[str, Any] = json.loads(study if isinstance(study, str) else study.to_json())
    return {key: value for key, value in content.items() if key != "source"}


def wanted() -> dict[str, Any]:
    """The study that every export must become, made without the readers."""
    return same((EXPORTS / "expected-one.json").read_text(encoding="utf-8"))


def as_csv(rows: Callable[[], Rows], name: str = "export.csv", sep: str = ",") -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        place = folder / name
        with place.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=sep).writerows(rows())
        return place

    return write


def as_xlsx(sheets: Callable[[], dict[str, Rows]], hidden: tuple[str, ...] = ()) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        place = folder / "export.xlsx"
        with xlsxwriter.Workbook(place) as book:
            for name, rows in sheets().items():
                sheet = book.add_worksheet(name)
                for at, row in enumerate(rows):
                    for across, cell in enumerate(row):
                        sheet.write_string(at, across, cell) if cell else None
                if name in hidden:
                    sheet.hide()
        return place

    return write


def words(question: Any, part: str) -> str:
    """The text of a question as people paste it in a form."""
    return make.text_nl(question, part) if part == "answer" or question.form == "mixed" else str(question.text.nl)


def table(
    heads: list[str],
    before: Callable[[int, tuple[str, ...]], list[str]],
    wording: Callable[..., str] = words,
    after: tuple[list[str], Callable[[int], list[str]]] = ([], lambda _: []),
    say: Callable[[int | str], str] | None = None,
) -> Rows:
    """A heading and a row for each respondent: what comes before the questions, the answers, and what comes behind."""
    asked = make.Asked(0, say or base.label)
    rows = [[*heads, *ABOUT, *asked.heads(wording), *after[0]]]
    for i, person in enumerate(asked.people):
        rows.append([*before(i, person), *make.about(person)[1:], *asked.cells(person), *after[1](i)])
    return rows


# --- LimeSurvey ---------------------------------------------------------------------------------------------------

LIME = ["id", "submitdate", "lastpage", "startlanguage", "seed", "token"]


def lime(i: int, person: tuple[str, ...]) -> list[str]:
    return [str(i + 3), "2024-11-20 10:32:11", "4", "nl", str(81234567 + i), person[0]]


def lime_comments() -> Rows:
    """Lists with comment: behind each rated question a column for what people add."""
    rows = table(LIME, lime, lambda q, part: q.id.replace(".", "") + ("" if part == "answer" else "tekst"))
    rated = {q.id.replace(".", "") for q in base.QUESTIONS if q.form == "closed"}
    return [
        [
            c
            for head, cell in zip(rows[0], row, strict=True)
            for c in ([cell, more(head, at)] if head in rated else [cell])
        ]
        for at, row in enumerate(rows)
    ]


def more(head: str, at: int) -> str:
    return f"{head}[comment]" if at == 0 else "omdat het zo is" if at % 3 == 0 else ""


def lime_numbered(mark: Callable[[str, int], str]) -> Callable[[], Rows]:
    def rows() -> Rows:
        counted: dict[str, int] = {}

        def wording(question: Any, part: str) -> str:
            if part == "text":
                return f"{question.id.replace('.', '')}tekst"
            counted[question.element] = counted.get(question.element, 0) + 1
            return mark(question.element, counted[question.element])

        return table(LIME, lime, wording)

    return rows


# --- forms of Microsoft and Google ---------------------------------------------------------------------------------

MICROSOFT = ["Id", "Begintijd", "Tijd van voltooien", "E-mail", "Naam"]


def microsoft(i: int, _: tuple[str, ...]) -> list[str]:
    return [str(i + 1), "2024-11-20 09:00", "2024-11-20 09:07", "anonymous", ""]


def teams() -> dict[str, Rows]:
    """Through Teams: headings that stand twice get a number, and every heading ends in a blank that does not break."""
    rows = table([*MICROSOFT, "Deelnemercode"], lambda i, p: [*microsoft(i, p), p[0]])
    rows[0] = [name if n < len(MICROSOFT) else f"{name.rstrip('?')}?\u00a02" for n, name in enumerate(rows[0])]
    rows[0][5:10] = ["Deelnemercode\u00a0", *(f"{name}\u00a0" for name in ABOUT)]
    return {"Sheet1": rows}


def hidden_lists() -> dict[str, Rows]:
    rows = table([*MICROSOFT, "Deelnemercode"], lambda i, p: [*microsoft(i, p), p[0]])
    lists = [["helemaal niet", "zorg"], ["voor een deel", "onderwijs"], ["helemaal", "gemeente"]]
    return {"Antwoorden": rows, "Lijsten": lists}


def google(i: int, person: tuple[str, ...]) -> list[str]:
    return [f"20-11-2024 09:{i:02}:00", person[2], person[0]]


# --- Qualtrics and SurveyMonkey ------------------------------------------------------------------------------------

QUALTRICS = [
    "StartDate",
    "EndDate",
    "Status",
    "Progress",
    "Finished",
    "RecordedDate",
    "ResponseId",
    "ExternalReference",
]


def qualtrics(i: int, person: tuple[str, ...]) -> list[str]:
    return ["2024-11-20 09:00:00", "2024-11-20 09:07:00", "0", "100", "1", "2024-11-20 09:07:01", f"R_{i}", person[0]]


def recoded(value: int | str) -> str:
    """Recode values from 0 to 4; what was seen and not answered is −99."""
    return str(value - 1) if isinstance(value, int) else "-99" if value == "" else base.label(value)


def under_codes(rows: Rows, headings: int) -> Rows:
    """Codes of Qualtrics above the texts, and its third heading when there are three."""
    own = QUALTRICS if headings == 3 else []
    codes = [name if name in own else f"Q{n}" for n, name in enumerate(rows[0])]
    third = [[f'{{"ImportId":"QID{n}"}}' for n in range(len(codes))]] if headings == 3 else []
    return [codes, rows[0], *third, *rows[1:]]


def monkey() -> Rows:
    """Condensed; somebody took the columns of the platform out."""
    rows = table(["Code"], lambda _, p: [p[0]])
    first, below = ["Deelnemercode", *ABOUT], ["Open-Ended Response", *["Response"] * 4]
    for n, name in enumerate(rows[0][5:]):
        question, part = make.Asked().columns[n]
        matrix = part == "answer" and n > 0 and make.Asked().columns[n - 1][0].element == question.element
        first.append("" if matrix and make.Asked().columns[n - 1][1] == "answer" else "In hoeverre geldt dit?")
        if part == "text":
            first[-1] = name
        below.append("Open-Ended Response" if part == "text" else name)
    return [first, below, *rows[1:]]


def two_headings() -> Rows:
    """The name of the element above its questions, as people make in a spreadsheet."""
    rows = table(["Deelnemercode"], lambda _, p: [p[0]])
    above = ["Over jou", *[""] * 4]
    told = ""
    for question, _ in make.Asked().columns:
        above.append("" if question.element == told else f"Onderdeel {question.element[1]}")
        told = question.element
    return [above, *rows]


# --- REDCap --------------------------------------------------------------------------------------------------------


def field_name(question: Any, part: str) -> str:
    return question.id.lower().replace(".", "_") + ("" if part == "answer" else "_toelichting")


def redcap(i: int, person: tuple[str, ...]) -> list[str]:
    return [person[0], "school_arm_1" if i % 2 else "school_arm_2"]


def redcap_arms() -> Rows:
    """Two arms with an event of one name; labels as answers."""
    return table(["record_id", "redcap_event_name"], redcap, field_name, (["vragen_complete"], lambda _: ["2"]))


def redcap_arms_labelled() -> Rows:
    def before(i: int, person: tuple[str, ...]) -> list[str]:
        return [person[0], f"2024 (Arm {i % 2 + 1}: {'Scholen' if i % 2 else 'Wijkteams'})"]

    return table(["Record ID", "Event Name"], before, words, (["Complete?"], lambda _: ["Complete"]))


def redcap_instruments() -> Rows:
    """The parts of the questionnaire are instruments, of which the second repeats: its answers stand in rows below."""
    rows = table(
        ["record_id", "redcap_repeat_instrument", "redcap_repeat_instance"], lambda _, p: [p[0], "", ""], field_name
    )
    split = next(n for n, name in enumerate(rows[0]) if name.startswith("e4"))
    made = [[*rows[0], "deel2_complete"]]
    for row in rows[1:]:
        made.append([*row[:split], *[""] * (len(row) - split), ""])
        made.append([row[0], "deel2", "1", *[""] * (split - 3), *row[split:], "2"])
    return made


# --- Kobo, ODK, Jotform, SoSci, Typeform ---------------------------------------------------------------------------


def grouped(sep: str) -> Callable[..., str]:
    def wording(question: Any, part: str) -> str:
        name = question.id.replace(".", "_") + ("" if part == "answer" else "_toelichting")
        return f"deel_{question.element[1]}{sep}{name}"

    return wording


def named(value: int | str) -> str:
    """The name of a choice, as it is made of its label."""
    return base.label(value).replace(" ", "_").replace("'", "")


def odk() -> Rows:
    heads, end = ["SubmissionDate", "persoon-deelnemercode"], ["meta-instanceID", "KEY", "SubmitterName", "FormVersion"]
    after = (end, lambda i: [f"uuid:{i}", f"uuid:{i}", "App User", "2024112001"])
    rows = table(heads, lambda _, p: ["2024-11-20T09:07:00Z", p[0]], grouped("-"), after, named)
    rows[0][2:6] = [f"persoon-{name.lower()}" for name in ABOUT]
    return rows


def kobo(labels: bool) -> Callable[[], Rows]:
    def rows() -> Rows:
        end = ["_id", "_uuid", "_submission_time", "_validation_status", "_status", "__version__", "_index"]
        after = (end, lambda i: [str(900 + i), f"u-{i}", "2024-11-20T09:07", "", "submitted_via_web", "v1", str(i + 1)])
        return table(
            ["start", "end", "Deelnemercode"],
            lambda _, p: ["2024-11-20T09:00", "2024-11-20T09:07", p[0]],
            words if labels else grouped("/"),
            after,
            base.label if labels else named,
        )

    return rows


def jotform() -> Rows:
    def wording(question: Any, part: str) -> str:
        return words(question, part) if part == "text" else f"In hoeverre geldt dit? >> {words(question, part)}"

    after = (["Submission IP", "Submission ID", "Last Update Date"], lambda i: [f"192.0.2.{i}", str(54321 + i), ""])
    return table(["Submission Date", "Deelnemercode"], lambda _, p: ["2024-11-20 09:07:00", p[0]], wording, after)


def sosci_names(question: Any, part: str) -> str:
    numbers = {q.id: n for n, q in enumerate((q for q in base.QUESTIONS if q.element == question.element), 1)}
    return f"{question.element}{'' if part == 'answer' else 'T'}_{numbers[question.id]:02}"


def sosci() -> Rows:
    """Variables by name, the texts of the questions in the second row; labels as answers."""
    heads = ["CASE", "SERIAL", "REF", "QUESTNNR", "MODE", "STARTED"]
    end = ["TIME001", "TIME_SUM", "MAILSENT", "LASTDATA", "FINISHED", "Q_VIEWER", "LASTPAGE", "MAXPAGE", "MISSING"]
    told = ["Interview-nummer", "Serial number", "Referentie", "Vragenlijst", "Modus", "Begonnen"]
    end_told = ["Tijd op bladzijde 1", "Tijd samen", "Uitnodiging", "Laatst bewaard", "Afgerond", "Alleen bekeken"]
    end_told += ["Laatste bladzijde", "Verste bladzijde", "Ontbrekend"]
    after = (end, lambda _: ["40", "420", "", "2024-11-20 09:07:00", "1", "0", "4", "4", "0"])

    def before(i: int, person: tuple[str, ...]) -> list[str]:
        return [str(100 + i), person[0], "", "samen", "interview", "2024-11-20 09:00:00"]

    rows = table(heads, before, sosci_names, after)
    return [rows[0], [*told, *ABOUT, *make.Asked().heads(words), *end_told], *rows[1:]]


def typeform() -> Rows:
    end = ["Response Type", "Start Date (UTC)", "Stage Date (UTC)", "Submit Date (UTC)", "Network ID", "Tags", "Ending"]
    after = (end, lambda i: ["completed", "2024-11-20 09:00", "", "2024-11-20 09:07", f"a1b2c{i}", "", "Bedankt!"])
    return table(["#", "Wat is je deelnemercode?"], lambda i, p: [f"x7k{i}q", p[0]], words, after)


FORMS = {
    "limesurvey-comments": Form("LimeSurvey", "codes; lists with comment", as_csv(lime_comments)),
    "limesurvey-sq": Form("LimeSurvey", "codes as `E1[SQ001]`", as_csv(lime_numbered(lambda e, n: f"{e}[SQ{n:03}]"))),
    "limesurvey-expression": Form(
        "LimeSurvey", "codes as `E1_SQ001`", as_csv(lime_numbered(lambda e, n: f"{e}_SQ{n:03}"))
    ),
    "msforms-teams": Form("Microsoft Forms", "from Teams, numbers behind headings", as_xlsx(teams)),
    "msforms-hidden": Form("Microsoft Forms", "with a hidden sheet of lists", as_xlsx(hidden_lists, ("Lijsten",))),
    "google-sheet": Form(
        "Google Forms",
        "the linked sheet, as .xlsx",
        as_xlsx(lambda: {"Formulierreacties 1": table(["Tijdstempel", "E-mailadres", "Deelnemercode"], google)}),
    ),
    "qualtrics-recoded": Form(
        "Qualtrics",
        "recode values 0 to 4, −99 for seen and not answered",
        as_csv(lambda: under_codes(table(QUALTRICS, qualtrics, say=recoded), 3)),
    ),
    "qualtrics-bare": Form(
        "Qualtrics",
        "without the columns of the platform and without ImportId",
        as_csv(lambda: under_codes(table(["Deelnemercode"], lambda _, p: [p[0]]), 2)),
    ),
    "surveymonkey-bare": Form("SurveyMonkey", "without the columns of the platform", as_csv(monkey)),
    "redcap-arms": Form("REDCap", "arms", as_csv(redcap_arms)),
    "redcap-arms-labels": Form("REDCap", "arms, labels", as_csv(redcap_arms_labelled)),
    "redcap-instruments": Form("REDCap", "repeating instruments", as_csv(redcap_instruments)),
    "odk": Form("ODK Central", "CSV", as_csv(odk)),
    "kobo-names": Form("KoboToolbox", "XML values and headings, groups", as_csv(kobo(False), sep=";")),
    "kobo-labels": Form("KoboToolbox", "labels", as_xlsx(lambda: {"Samenwerken": kobo(True)()})),
    "jotform": Form("Jotform", "CSV", as_csv(jotform)),
    "sosci": Form("SoSci Survey", "CSV, labels, texts in the second row", as_csv(sosci, sep=";")),
    "typeform": Form("Typeform", "CSV", as_csv(typeform)),
    "two-headings": Form("anything else", "the elements above their questions", as_csv(two_headings)),
}
