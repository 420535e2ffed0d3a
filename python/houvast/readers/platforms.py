"""Which platform wrote an export, how that shows, and its columns with heading, part and answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from ..errors import Where
from .sheet import Column, Raw, Sheet, parse_problem
from .structure import Structure
from .vocabulary import fold

__all__ = ["PLATFORMS", "detect", "unfold"]

PLATFORMS = ("limesurvey", "msforms", "google", "qualtrics", "surveymonkey", "redcap", "spss", "long", "wide")

_LIME = {"submitdate", "lastpage", "startlanguage", "seed", "startdate", "datestamp", "refurl"}
_LIME_FULL = {
    *("date submitted", "last page", "start language", "date started", "date last action", "referrer url"),
    *("datum ingezonden", "datum verzonden", "laatste pagina", "begintaal", "starttaal", "datum gestart"),
    *("datum laatste actie", "verwijzende url", "datum laatste activiteit"),
}
_STARTED = {"start time", "starttijd", "begintijd", "tijd van aanvang"}
_FINISHED = {"completion time", "tijd van voltooien", "voltooiingstijd", "eindtijd", "tijd van voltooiing"}
_STAMP = {"timestamp", "tijdstempel"}
_QUESTION = {"question", "vraag", "vraagcode", "vraag_id", "question_id", "item", "variable", "variabele"}
_ANSWER = {"answer", "antwoord", "value", "waarde", "response", "score"}
_PREVIEWS = {"survey preview", "survey test", "preview", "enquêtevoorbeeld", "1", "2", "9", "17"}
_PLAIN_PARTS = {"", "response", "open-ended response", "antwoord", "open antwoord", "reactie", "open-einde reactie"}
_MATRIX = re.compile(r"(.*?)\s*\[(.*)\]", re.DOTALL)
_CODE = re.compile(r"[A-Za-z]\w*(\[[^\[\]]*\])*")


def _found(names: list[str], words: set[str]) -> list[str]:
    return [name for name in names if fold(name) in words]


def detect(raw: Raw) -> tuple[str, str]:
    """The platform, and the columns or rows by which it is recognised."""
    names = raw.rows[0]
    third = raw.rows[2] if len(raw.rows) > 2 else []
    if any('"ImportId"' in cell for cell in third):
        return "qualtrics", "ImportId"
    if len(_found(names, {"responseid", "startdate", "recordeddate", "distributionchannel"})) >= 3:
        expected = "the three heading rows of Qualtrics: names, texts and ImportId; export the CSV again, unedited"
        raise parse_problem("HV-701", "Qualtrics export", expected, Where(raw.file, raw.numbers[0]))
    found = _found(names, {"respondent id", "collector id", "respondent-id", "collector-id", "verzamelaar-id"})
    if len(found) >= 2:
        return "surveymonkey", ", ".join(found)
    found = [name for name in names if re.fullmatch(r"redcap_\w+|[a-z0-9_]+_complete", name)]
    found += _found(names, {"complete?", "event name", "survey identifier"})
    if found and (len(found) > 1 or fold(names[0]).replace(" ", "_") in ("record_id", "study_id")):
        return "redcap", ", ".join(found[:3])
    found = _found([name.partition(". ")[0] for name in names], _LIME)
    found += [name for name in names if fold(name.replace("_", " ")) in _LIME_FULL]
    if len(found) >= 2:
        return "limesurvey", ", ".join(found[:3])
    found = _found(names, _STARTED)[:1] + _found(names, _FINISHED)[:1]
    if len(found) == 2:
        return "msforms", ", ".join(found)
    if fold(names[0]) in _STAMP:
        return "google", names[0]
    question, answer = _found(names, _QUESTION), _found(names, _ANSWER)
    if question and answer:
        return "long", f"{question[0]}, {answer[0]}"
    return "wide", ""


def unfold(raw: Raw, platform: str | None, structure: Structure | None) -> Sheet:
    """The export as columns; `platform` overrides what is recognised."""
    name, reason = detect(raw) if platform is None else (platform, "")
    heads = 3 if name == "qualtrics" else 2 if name == "surveymonkey" else 1
    if len(raw.rows) <= heads:
        raise parse_problem("HV-102", "export", "a heading and at least one response", Where(raw.file))
    sheet = _UNFOLD.get(name, _wide)(raw)
    sheet.platform, sheet.reason = name, reason
    if structure is not None:
        structure.explain(sheet)
    return sheet


def _cells(raw: Raw, heads: int, index: int) -> list[str]:
    return [row[index] for row in raw.rows[heads:]]


def _unique(columns: list[Column]) -> list[Column]:
    seen: dict[str, int] = {}
    for column in columns:
        seen[column.key] = seen.get(column.key, 0) + 1
        if seen[column.key] > 1:
            column.key = f"{column.key}#{seen[column.key]}"
    return columns


def _sheet(raw: Raw, heads: int, columns: list[Column]) -> Sheet:
    named = [column for column in columns if column.key or any(column.cells)]
    for i, column in enumerate(named):
        if not column.key:
            column.key = f"column {i + 1}"
    return Sheet(raw.file, "", "", _unique(named), raw.numbers[heads:])


def _wide(raw: Raw) -> Sheet:
    columns = [Column(name, name, "", _cells(raw, 1, i)) for i, name in enumerate(raw.rows[0])]
    matrices = Counter(matrix.group(1) for name in raw.rows[0] if (matrix := _MATRIX.fullmatch(name)))
    for column in columns:
        matrix = _MATRIX.fullmatch(column.key)
        if matrix is not None and matrices[matrix.group(1)] > 1:  # several rows under one heading
            column.title, column.part = matrix.groups()
    return _sheet(raw, 1, columns)


def _bracketed(raw: Raw) -> Sheet:
    """Headings such as `Text of the matrix [Text of the row]`."""
    columns = []
    for i, name in enumerate(raw.rows[0]):
        matrix = _MATRIX.fullmatch(name)
        title, part = matrix.groups() if matrix else (name, "")
        columns.append(Column(name, title, part, _cells(raw, 1, i)))
    return _sheet(raw, 1, columns)


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
    if len(raw.rows) < 3 or not any("ImportId" in cell for cell in raw.rows[2]):
        expected = "the three heading rows of Qualtrics: names, texts and ImportId"
        raise parse_problem("HV-701", "Qualtrics export", expected, Where(raw.file, raw.numbers[0]))
    columns = []
    for i, name in enumerate(raw.rows[0]):
        title, _, part = raw.rows[1][i].rpartition(" - ")
        columns.append(Column(name, title or part, part if title else "", _cells(raw, 3, i)))
    sheet = _sheet(raw, 3, columns)
    status = next((column for column in columns if fold(column.key) == "status"), None)
    if status is not None:
        kept = [i for i, cell in enumerate(status.cells) if fold(cell) not in _PREVIEWS]
        sheet.previews = len(status.cells) - len(kept)
        sheet.rows = [sheet.rows[i] for i in kept]
        for column in sheet.columns:
            column.cells = [column.cells[i] for i in kept]
    return sheet


def _surveymonkey(raw: Raw) -> Sheet:
    first = next((i for i, name in enumerate(raw.rows[0]) if fold(name) in ("respondent id", "respondent-id")), 0)
    if raw.rows[1][first]:
        expected = "the two heading rows of SurveyMonkey; the second, with the parts of questions, is not there"
        raise parse_problem("HV-701", "SurveyMonkey export", expected, Where(raw.file, raw.numbers[1]))
    title = ""
    groups: list[list[Column]] = []
    for i, name in enumerate(raw.rows[0]):
        title = name or title
        part = raw.rows[1][i]
        plain = fold(part) in _PLAIN_PARTS
        column = Column(title if plain else f"{title} [{part}]", title, "" if plain else part, _cells(raw, 2, i))
        if groups and groups[-1][0].title == title and not name:
            groups[-1].append(column)
        else:
            groups.append([column])
    return _sheet(raw, 2, [column for group in groups for column in _chosen(group)])


def _chosen(group: list[Column]) -> list[Column]:
    """One column for a question that was exported as one column per choice; otherwise the group as it is."""
    split = [(column, *_row_and_choice(column)) for column in group]
    told = [(cell, choice) for column, _, choice in split for cell in column.cells if cell]
    if len(group) < 2 or not told or any(fold(cell) != fold(choice) for cell, choice in told):
        return group
    merged: dict[str, Column] = {}
    for column, row, choice in split:
        key = f"{column.title} [{row}]" if row else column.title
        whole = merged.setdefault(row, Column(key, column.title, row, [""] * len(column.cells)))
        for i, cell in enumerate(column.cells):
            if cell:
                whole.cells[i] = f"{whole.cells[i]};{choice}" if whole.cells[i] else choice
    return list(merged.values())


def _row_and_choice(column: Column) -> tuple[str, str]:
    told = {fold(cell) for cell in column.cells if cell}
    row, _, choice = column.part.rpartition(" - ")
    return (row, choice) if row and fold(column.part) not in told else ("", column.part)


def _redcap(raw: Raw) -> Sheet:
    columns: list[Column] = []
    boxes: dict[str, Column] = {}
    for i, name in enumerate(raw.rows[0]):
        cells = _cells(raw, 1, i)
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
    return _sheet(raw, 1, columns)


def _long(raw: Raw) -> Sheet:
    """One row per answer becomes one row per respondent and wave: rows that agree on all other columns."""
    names = raw.rows[0]
    question = names.index(_found(names, _QUESTION)[0])
    answer = names.index(_found(names, _ANSWER)[0])
    text = next((i for i, name in enumerate(names) if fold(name) in ("text", "tekst", "toelichting")), None)
    told = {question, answer} | ({text} if text is not None else set())
    same = [i for i in range(len(names)) if i not in told]
    rows: dict[tuple[str, ...], int] = {}
    columns: dict[str, Column] = {}
    first: list[int] = []
    for number, row in zip(raw.numbers[1:], raw.rows[1:], strict=True):
        key = tuple(row[i] for i in same)
        if key not in rows:
            rows[key] = len(rows)
            first.append(number)
        if not row[question]:
            raise parse_problem("HV-707", "row without a question", "a question", Where(raw.file, number))
        cells = {row[question]: row[answer]}
        if text is not None and row[text]:
            cells[f"{row[question]}:text"] = row[text]
        for name, cell in cells.items():
            column = columns.setdefault(name, Column(name, name))
            missing = rows[key] + 1 - len(column.cells)
            column.cells += [""] * max(missing, 0)
            column.rows += [0] * max(missing, 0)
            if column.rows[rows[key]]:
                where = Where(raw.file, number, name)
                raise parse_problem("HV-203", "the same answer twice", "one row per respondent and question", where)
            column.cells[rows[key]], column.rows[rows[key]] = cell, number
    bare = [name for name, column in columns.items() if f"{name}:text" in columns and not any(column.cells)]
    for name in bare:
        del columns[name]
    for column in columns.values():
        lacking = len(rows) - len(column.cells)
        column.cells += [""] * lacking
        column.rows = [row or first[i] for i, row in enumerate(column.rows + [0] * lacking)]
    fixed = [Column(names[i], names[i], "", [key[n] for key in rows]) for n, i in enumerate(same)]
    sheet = _sheet(raw, 1, fixed + list(columns.values()))
    sheet.rows = first
    return sheet


_UNFOLD: dict[str, Callable[[Raw], Sheet]] = {
    "limesurvey": _limesurvey,
    "google": _bracketed,
    "qualtrics": _qualtrics,
    "surveymonkey": _surveymonkey,
    "redcap": _redcap,
    "long": _long,
}
