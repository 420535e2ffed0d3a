"""Which platform wrote an export, how that shows, and its columns with heading, part and answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from ..errors import Where
from .headings import split_rows, texts_below
from .kobo import signs_of_kobo, unfold_kobo
from .others import is_other, with_others
from .personal import personal
from .sheet import Column, Raw, Sheet
from .signs import SIGNS
from .structure import Structure
from .tables import ANSWER, QUESTION, cells_of, found_names, plain_sheet, unfold_long
from .unreadable import unreadable
from .vocabulary import answer_words, fold

__all__ = ["PLATFORMS", "detect", "unfold"]

PLATFORMS = (
    *("limesurvey", "msforms", "google", "qualtrics", "surveymonkey", "redcap", "kobo", "jotform", "sosci", "typeform"),
    *("spss", "long", "wide"),
)

_LIME = {"submitdate", "lastpage", "startlanguage", "seed", "startdate", "datestamp", "refurl"}
_STAMP = {"timestamp", "tijdstempel"}
_PREVIEWS = {"survey preview", "survey test", "preview", "enquêtevoorbeeld", "1", "2", "9", "17"}
_PLAIN_PARTS = {"", "response", "open-ended response", "antwoord", "open antwoord", "reactie", "open-einde reactie"}
_QUALTRICS = {"responseid", "startdate", "recordeddate", "distributionchannel"}
_MONKEY = {"respondent id", "collector id", "respondent-id", "collector-id", "verzamelaar-id"}
_UNANSWERED = "-99"  # what Qualtrics writes, when asked to, for a question that was seen and not answered
_FEWEST_OWN = {"sosci": 4, "typeform": 3, "jotform": 2}  # columns of its own by which a platform is known
_ARROW = " >> "  # of Jotform, between a matrix and its row
_MATRIX = re.compile(r"(.*?)\s*\[(.*)\]", re.DOTALL)
_CODE = re.compile(r"[A-Za-z]\w*(\[[^\[\]]*\])*")


def detect(raw: Raw) -> tuple[str, str]:
    """The platform, and the columns or rows by which it is recognised."""
    return next(found for signs in _SIGNS if (found := signs(raw)) is not None)


def _row(raw: Raw, number: int) -> list[str]:
    """The cells of a row, from 0; nothing when the file is shorter."""
    return raw.rows[number] if len(raw.rows) > number else []


def _signs_of_qualtrics(raw: Raw) -> tuple[str, str] | None:
    if any('"ImportId"' in cell for cell in _row(raw, 2)):
        return "qualtrics", "ImportId"
    found = found_names(raw.rows[0], _QUALTRICS)
    if len(found) >= 3 and _two_headings(raw):
        return "qualtrics", ", ".join(found[:3])
    if len(found) >= 3 or len(found_names(_row(raw, 1), {"responseid", "responseset"})) == 2:
        raise unreadable("HV-701", "qualtrics", Where(raw.file, raw.numbers[0]))
    return None


def _signs_of_surveymonkey(raw: Raw) -> tuple[str, str] | None:
    found = found_names(raw.rows[0], _MONKEY)
    if len(found) >= 2:
        return "surveymonkey", ", ".join(found)
    return ("surveymonkey", ", ".join(found) or _row(raw, 1)[0]) if _parts_below(raw) else None


def _parts_below(raw: Raw) -> bool:
    """Whether the second row is a heading too, with the parts of the questions above it, as SurveyMonkey writes it.

    Nobody has answered in it: it is empty where respondents are numbered, and says `Response` or fills a heading that
    the first row leaves empty.
    """
    first, second = raw.rows[0], _row(raw, 1)
    if not any(second) or len(raw.rows) < 3:
        return False
    numbered = [i for i, name in enumerate(first) if fold(name) in _MONKEY]
    if any(second[i] for i in numbered) or any(re.fullmatch(r"-?\d+([.,]\d+)?", cell) for cell in second if cell):
        return False
    said = any(fold(cell) in _PLAIN_PARTS for cell in second if cell)
    continued = any(cell and not name for name, cell in zip(first, second, strict=True))
    return said and (bool(numbered) or continued)


def _signs_of_redcap(raw: Raw) -> tuple[str, str] | None:
    names = raw.rows[0]
    found = [name for name in names if re.fullmatch(r"redcap_\w+|[a-z0-9_]+_complete", name)]
    found += found_names(names, {"complete?", "event name", "survey identifier"})
    if found and (len(found) > 1 or fold(names[0]).replace(" ", "_") in ("record_id", "study_id")):
        return "redcap", ", ".join(found[:3])
    return None


def _signs_of_limesurvey(raw: Raw) -> tuple[str, str] | None:
    names = raw.rows[0]
    if len(found_names(_row(raw, 1), _LIME)) >= 3:
        raise unreadable("HV-701", "vv", Where(raw.file, raw.numbers[1]))
    found = found_names([name.partition(". ")[0] for name in names], _LIME)
    found += [name for name in names if fold(name.replace("_", " ")) in SIGNS["limesurvey_heading"]]
    return ("limesurvey", ", ".join(found[:3])) if len(found) >= 2 else None


def _signs_of_forms(raw: Raw) -> tuple[str, str] | None:
    """Microsoft Forms tells when each response began and ended, Google Forms only when it came in."""
    names = raw.rows[0]
    found = found_names(names, set(SIGNS["started"]))[:1] + found_names(names, set(SIGNS["finished"]))[:1]
    if len(found) == 2:
        return "msforms", ", ".join(found)
    return ("google", names[0]) if fold(names[0]) in _STAMP else None


def _signs_of_others(raw: Raw) -> tuple[str, str] | None:
    """Platforms that are known by names of columns alone."""
    for platform, least in _FEWEST_OWN.items():
        found = found_names(raw.rows[0], set(SIGNS[platform]))
        if len(found) >= least:
            return platform, ", ".join(found[:3])
    arrows = [name for name in raw.rows[0] if _ARROW in name]
    return ("jotform", _ARROW.strip()) if len(arrows) > 1 else None


def _signs_of_a_table(raw: Raw) -> tuple[str, str]:
    question, answer = found_names(raw.rows[0], QUESTION), found_names(raw.rows[0], ANSWER)
    return ("long", f"{question[0]}, {answer[0]}") if question and answer else ("wide", "")


# In the order in which they are looked for; the last always finds something.
_SIGNS: tuple[Callable[[Raw], tuple[str, str] | None], ...] = (
    _signs_of_qualtrics,
    _signs_of_surveymonkey,
    _signs_of_redcap,
    _signs_of_limesurvey,
    _signs_of_forms,
    _signs_of_others,
    signs_of_kobo,
    _signs_of_a_table,
)


def unfold(raw: Raw, platform: str | None, structure: Structure | None) -> Sheet:
    """The export as columns; `platform` overrides what is recognised."""
    name, reason = detect(raw) if platform is None else (platform, "")
    heads = 1 + (name in ("qualtrics", "surveymonkey")) + (name == "qualtrics" and not _two_headings(raw))
    if len(raw.rows) <= heads:
        raise unreadable("HV-102", "only_heading", Where(raw.file))
    texts = texts_below(raw) if heads == 1 and name != "long" else {}
    _check_heading(raw)
    sheet = _UNFOLD.get(name, _wide)(raw)
    for column in sheet.columns:
        column.title = texts.get(column.key, column.title)
    split_rows(sheet.columns)
    sheet.platform, sheet.reason = name, reason
    sheet.notes |= raw.notes
    described = with_others(sheet)
    if described:
        sheet.notes["others"] = described
    if structure is not None:
        structure.explain(sheet)
    return sheet


def _two_headings(raw: Raw) -> bool:
    """Whether the second row of a Qualtrics table holds texts and the third a response, as in its workbooks."""
    moments = [i for i, name in enumerate(raw.rows[0]) if fold(name) in ("startdate", "enddate", "recordeddate")]
    second, third = _row(raw, 1), _row(raw, 2)
    texts = bool(moments and second) and all(second[i] and not re.search(r"\d", second[i]) for i in moments)
    return texts and not any("ImportId" in cell for cell in [*second, *third])


def _check_heading(raw: Raw) -> None:
    """Refuses a heading that is a response, or that holds something personal: headings go into the mapping."""
    for i, name in enumerate(raw.rows[0]):
        if personal(name):
            raise unreadable("HV-714", "heading_personal", Where(raw.file, raw.numbers[0], str(i + 1)))
    answers = [name for name in raw.rows[0] if re.fullmatch(r"-?\d{1,3}", name) or fold(name) in answer_words()]
    if len(answers) >= 3 and 3 * len(answers) >= sum(map(bool, raw.rows[0])):
        raise unreadable("HV-701", "no_heading", Where(raw.file, raw.numbers[0]))


def _wide(raw: Raw) -> Sheet:
    columns = [Column(name, name, "", cells_of(raw, 1, i)) for i, name in enumerate(raw.rows[0])]
    matrices = Counter(matrix.group(1) for name in raw.rows[0] if (matrix := _MATRIX.fullmatch(name)))
    for column in columns:
        matrix = _MATRIX.fullmatch(column.key)
        if matrix is not None and matrices[matrix.group(1)] > 1:  # several rows under one heading
            column.title, column.part = matrix.groups()
    return plain_sheet(raw, 1, columns)


def _bracketed(raw: Raw) -> Sheet:
    """Headings such as `Text of the matrix [Text of the row]`."""
    columns = []
    for i, name in enumerate(raw.rows[0]):
        matrix = _MATRIX.fullmatch(name)
        title, part = matrix.groups() if matrix else (name, "")
        columns.append(Column(name, title, part, cells_of(raw, 1, i)))
    return plain_sheet(raw, 1, columns)


def _jotform(raw: Raw) -> Sheet:
    """Headings such as `Text of the matrix >> Text of the row`; a table in a form has a third text, of its column."""
    columns = []
    for i, name in enumerate(raw.rows[0]):
        title, _, part = name.partition(_ARROW)
        columns.append(Column(name, title, part, cells_of(raw, 1, i)))
    return plain_sheet(raw, 1, columns)


def _sosci(raw: Raw) -> Sheet:
    """Codes such as -9 are no answers: the question was not answered, or was not shown."""
    sheet = _wide(raw)
    for column in sheet.columns:
        column.cells = ["" if fold(cell) in SIGNS["sosci_empty"] else cell for cell in column.cells]
    return sheet


def _limesurvey(raw: Raw) -> Sheet:
    sheet = _bracketed(raw)
    sheet.not_shown = "N/A"
    underscored = not any(" " in column.key for column in sheet.columns)
    for column in sheet.columns:
        column.cells = [cell[1:] if cell.startswith("'=") else cell for cell in column.cells]  # masked formulas
        if underscored and column.key.count("_") > 2:
            column.title, column.part = column.title.replace("_", " "), column.part.replace("_", " ")
        both = re.fullmatch(r"([A-Za-z]\w*(?:\[[^\[\]]*\])*)\. (.*)", column.key, re.DOTALL)
        if both:  # heading mode "code & text"
            matrix = _MATRIX.fullmatch(both.group(2))
            column.key = both.group(1)
            column.title, column.part = matrix.groups() if matrix else (both.group(2), "")
        elif _CODE.fullmatch(column.key) and "[" in column.key:
            column.title = column.part = ""
    return sheet


def _qualtrics(raw: Raw) -> Sheet:
    heads = 2 if _two_headings(raw) else 3
    if heads == 3 and not any("ImportId" in cell for cell in raw.rows[2]):
        raise unreadable("HV-701", "qualtrics", Where(raw.file, raw.numbers[0]))
    columns = []
    for i, name in enumerate(raw.rows[0]):
        title, _, part = raw.rows[1][i].rpartition(" - ")
        cells = ["" if cell == _UNANSWERED else cell for cell in cells_of(raw, heads, i)]
        columns.append(Column(name, title or part, part if title else "", cells))
    sheet = plain_sheet(raw, heads, columns)
    status = next((column for column in columns if fold(column.key) == "status"), None)
    if status is not None:
        kept = [i for i, cell in enumerate(status.cells) if fold(cell) not in _PREVIEWS]
        sheet.previews = len(status.cells) - len(kept)
        sheet.keep(kept)
    return sheet


def _surveymonkey(raw: Raw) -> Sheet:
    first = next((i for i, name in enumerate(raw.rows[0]) if fold(name) in ("respondent id", "respondent-id")), None)
    if first is not None and raw.rows[1][first]:
        raise unreadable("HV-701", "surveymonkey", Where(raw.file, raw.numbers[1]))
    title = ""
    groups: list[list[Column]] = []
    for i, name in enumerate(raw.rows[0]):
        title = name or title
        part = raw.rows[1][i]
        plain = fold(part) in _PLAIN_PARTS
        column = Column(title if plain else f"{title} [{part}]", title, "" if plain else part, cells_of(raw, 2, i))
        if groups and groups[-1][0].title == title and not name:
            groups[-1].append(column)
        else:
            groups.append([column])
    return plain_sheet(raw, 2, [column for group in groups for column in _chosen(group)])


def _chosen(group: list[Column]) -> list[Column]:
    """One column for a question that was exported as one column per choice; otherwise the group as it is."""
    split = [(column, *_row_and_choice(column)) for column in group]
    told = [(cell, choice) for column, _, choice in split for cell in column.cells if cell and not is_other(choice)]
    if len(group) < 2 or not told or any(fold(cell) != fold(choice) for cell, choice in told):
        return group
    merged: dict[str, Column] = {}
    for column, row, choice in split:
        key = f"{column.title} [{row}]" if row else column.title
        whole = merged.setdefault(row, Column(key, column.title, row, [""] * len(column.cells)))
        for i, cell in enumerate(column.cells):
            if cell:
                said = cell if is_other(choice) else choice
                whole.cells[i] = f"{whole.cells[i]};{said}" if whole.cells[i] else said
    return list(merged.values())


def _row_and_choice(column: Column) -> tuple[str, str]:
    told = {fold(cell) for cell in column.cells if cell}
    row, _, choice = column.part.rpartition(" - ")
    return (row, choice) if row and fold(column.part) not in told else ("", column.part)


def _redcap(raw: Raw) -> Sheet:
    columns: list[Column] = []
    boxes: dict[str, Column] = {}
    for i, name in enumerate(raw.rows[0]):
        cells = cells_of(raw, 1, i)
        box = re.fullmatch(r"(\w+?)___(\w+)", name) or re.fullmatch(r"(.*?)\s*\(choice=(.*)\)", name, re.DOTALL)
        if box is None or not all(fold(cell) in ("", "0", "1", "checked", "unchecked") for cell in cells):
            columns.append(Column(name, name, "", cells))
            continue
        key, choice = box.groups()
        if key not in boxes:
            boxes[key] = Column(key, key, "", [""] * len(cells))
            columns.append(boxes[key])
        whole = boxes[key]
        for row, cell in enumerate(cells):
            if fold(cell) in ("1", "checked"):
                whole.cells[row] = f"{whole.cells[row]};{choice}" if whole.cells[row] else choice
    return plain_sheet(raw, 1, columns)


_UNFOLD: dict[str, Callable[[Raw], Sheet]] = {
    "limesurvey": _limesurvey,
    "google": _bracketed,
    "qualtrics": _qualtrics,
    "surveymonkey": _surveymonkey,
    "redcap": _redcap,
    "kobo": unfold_kobo,
    "jotform": _jotform,
    "sosci": _sosci,
    "long": unfold_long,
}
