"""A study as one Excel workbook: a sheet per table, read as people fill it in, with places as Excel shows them."""

from __future__ import annotations

import dataclasses
import importlib.util
import json
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ... import _core
from ...errors import (
    Issue,
    MissingExtraError,
    ParseError,
    Said,
    ValidationError,
    Where,
    issue,
    nearest,
    problem,
    problems,
    reason_of,
)
from ...results.cells import cells_of
from ...results.columns import TABLES, field, names
from ...texts import PSEUDO, Claim, Named, find_language, languages, readings, say
from ..frames import study_to_tables
from .hurried import is_own_sheet, named_parties, unmerged, without_totals
from .matrix import MATRIX, matrix_cells
from .reader import WorkbookError, sheets_of, too_large
from .sheets import (
    FLAGS,
    HELP_SHEETS,
    JSON,
    LABEL,
    NONE,
    RELATION_HEAD,
    STUDY_SHEETS,
    TEXTS,
    TITLE,
    WAVE_HEAD,
    write_sheets,
)
from .xlsx_in import far_cell, odd_cells, sheet_texts

__all__ = ["read_workbook", "write_workbook"]

_KEYS = (*TEXTS, *FLAGS, "instruments")
_FLAGS = {"true": True, "1": True, "waar": True, "false": False, "0": False, "onwaar": False}
_FLAGS |= {word.lower(): True for word in ("yes", *readings("workbook.flag", flag="yes"))}
_FLAGS |= {word.lower(): False for word in ("no", *readings("workbook.flag", flag="no"))}
_COMMA = re.compile(r"\s*-?\d+,\d+\s*")


def _no_workbook(path: Path, reason: Named | str) -> ParseError:
    expected = Claim("problem.expected.workbook", {"reason": reason})
    return problem(ParseError, "HV-101", "problem.subject.file", expected, Where(path.name))


def _sheets(path: Path) -> tuple[dict[str, list[list[Any]]], dict[str, bytes]]:
    """The rows of each sheet, and their XML."""
    if importlib.util.find_spec("python_calamine") is None:
        raise MissingExtraError.of("excel", "python-calamine")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _no_workbook(path, reason_of(error)) from error
    texts = sheet_texts(data)
    for name, text in texts.items():
        if (far := far_cell(text)) is not None:
            where = Where(f"{path.name}, {name}", *far)
            raise problem(ParseError, "HV-113", "problem.subject.far_cell", "problem.expected.near_cells", where)
    try:
        return sheets_of(data), texts
    except WorkbookError as error:
        if error.kind in ("large", "ended"):
            where = Where(path.name)
            raise problem(ParseError, "HV-302", "problem.subject.workbook", too_large(), where) from None
        raise _no_workbook(path, error.about or Named("message", "problem.reason.locked")) from error


def _odd(text: bytes, file: str) -> list[Issue]:
    """Cells that hold something but would be read as empty."""
    issues = []
    for cell in odd_cells(text):
        where = Where(file, cell.row, cell.letters)
        if cell.error:
            subject, expected = "problem.subject.cell_error", "problem.expected.meant_value"
            issues.append(issue("HV-116", subject, expected, where, value=cell.error))
        else:
            issues.append(issue("HV-116", "problem.subject.formula", "problem.expected.computed", where))
    return issues


def _text(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if hasattr(cell, "isoformat"):
        return str(cell.isoformat())[:10]
    return str(cell).strip()


def _unknown(code: str, subject: Said, value: str, known: Sequence[str], where: Where) -> Issue:
    expected = Claim("problem.expected.one_of", {"choices": ", ".join(known)})
    return issue(code, subject, expected, where, value=value, near=nearest(value, known))


def _records(
    rows: Sequence[Sequence[Any]], known: Sequence[str], file: str, issues: list[Issue]
) -> list[tuple[int, dict[str, str]]]:
    """Rows under a heading with their number, as texts; what is empty is left out."""
    head = [_text(cell) for cell in rows[0]] if rows else []
    for name in head:
        if name and name not in known and not _in_language(name):
            issues.append(_unknown("HV-111", "problem.subject.unknown_column", name, known, Where(file, None, name)))
    records = [{name: _text(cell) for name, cell in zip(head, row, strict=False) if name} for row in rows[1:]]
    filled = [(at, {name: cell for name, cell in record.items() if cell}) for at, record in enumerate(records, 2)]
    return [(at, record) for at, record in filled if record]


def _flag(word: str) -> bool | str:
    """Yes or no; another word as it is, for the core to say what is wrong with it."""
    return _FLAGS.get(word.lower(), word)


def _in_language(name: str) -> bool:
    """Whether a heading or key is that of a text in a language, such as title_nl."""
    return name.startswith((TITLE, LABEL)) and find_language(name.partition("_")[2]) is not None


def _words(record: Mapping[str, str], prefix: str) -> dict[str, str]:
    """A text by language; what has no Dutch is called as in English there, and the other way round."""
    texts = {name.removeprefix(prefix): text for name, text in record.items() if name.startswith(prefix)}
    dutch, english = texts.get("nl", ""), texts.get("en", "")
    return {**{tag: text for tag, text in texts.items() if text}, "nl": dutch or english, "en": english or dutch}


def _given(study: Sequence[Sequence[Any]], file: str, issues: list[Issue]) -> dict[str, str]:
    """What stands behind each key on the sheet of the study; JSON may go on over several cells."""
    given: dict[str, str] = {}
    for at, row in enumerate(study[1:], 2):
        cells = [str(cell) if isinstance(cell, str) else _text(cell) for cell in row]
        if cells and cells[0].strip():
            key = cells[0].strip()
            if key not in _KEYS and not key.startswith(JSON) and not _in_language(key):
                where = Where(file, at, str(study[0][0]))
                issues.append(_unknown("HV-110", "problem.subject.unknown_key", key, _KEYS, where))
                continue
            given[key] = "".join(cells[1:]) if cells[0].startswith(JSON) else (cells[1:] or [""])[0].strip()
    return given


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(";") if name.strip()]


def _wave(record: Mapping[str, str]) -> dict[str, Any]:
    wave: dict[str, Any] = {"id": record.get("id", "")}
    wave |= {"date": record["date"]} if "date" in record else {}
    if any(name.startswith(LABEL) for name in record):
        wave["label"] = _words(record, LABEL)
    if "instruments" in record:
        wave["instruments"] = [name for name in _names(record["instruments"]) if name != NONE]
    return wave


def _relation(record: Mapping[str, str]) -> dict[str, Any]:
    relation: dict[str, Any] = {"id": record.get("id", ""), "title": _words(record, TITLE)}
    relation |= {key: _flag(record[key]) for key in ("directed", "complete") if key in record}
    if "max_strength" in record:
        try:
            relation["max_strength"] = float(record["max_strength"].replace(",", "."))
        except ValueError:
            relation["max_strength"] = record["max_strength"]  # the core says what is wrong with it
    return relation


def _as_written(given: Mapping[str, str], file: str, issues: list[Issue]) -> dict[str, Any]:
    """The keys of study.json that stand on the sheet as JSON."""
    read: dict[str, Any] = {}
    for key in (key for key in given if key.startswith(JSON)):
        try:
            read[key.removeprefix(JSON)] = json.loads(given[key])
        except ValueError:
            subject, expected = "problem.subject.cell", "problem.expected.own_json"
            issues.append(issue("HV-104", subject, expected, Where(file), value=key))
    return read


def _header(
    study: Sequence[Sequence[Any]],
    waves: Sequence[Mapping[str, str]],
    relations: Sequence[Mapping[str, str]],
    file: str,
    issues: list[Issue],
) -> dict[str, Any]:
    given = _given(study, file, issues)
    return {
        "schema": "houvast-study/1",
        "id": given.get("id", ""),
        "title": _words(given, TITLE),
        **{key: given[key] for key in ("language", "source", "licence", "retention") if given.get(key)},
        **{key: _flag(given[key]) for key in FLAGS if given.get(key)},
        "instruments": _names(given.get("instruments", "")),
        "waves": [_wave(record) for record in waves],
        "relations": [_relation(record) for record in relations],
        **_as_written(given, file, issues),
    }


def _sheet(name: str) -> Named:
    """A sheet as it is called in the language that is spoken."""
    return Named("message", "workbook.sheet." + name)


def _found(
    sheets: Mapping[str, list[list[Any]]], file: str, issues: list[Issue]
) -> dict[str, tuple[str, list[list[Any]]]]:
    """The sheets by what they hold, each with the name that it has here, in whatever language.

    Sheets of one's own are passed over.
    """
    sheets_known = (*STUDY_SHEETS, *HELP_SHEETS, *TABLES)
    known = {name: sheet for sheet in sheets_known for name in (sheet, *readings("workbook.sheet." + sheet))}
    found: dict[str, tuple[str, list[list[Any]]]] = {}
    for name, rows in sheets.items():
        folded = name.strip().lower()
        empty = not any(_text(cell) for row in rows for cell in row)
        own = folded.startswith("x_") or empty or is_own_sheet(rows, [*known], folded)
        if folded not in known and own:
            continue  # or one that Excel made
        if folded not in known or known[folded] in found:
            names = [_sheet(each) for each in (*STUDY_SHEETS, *TABLES)]
            expected, where = Claim("problem.expected.sheets", {"names": names}), Where(f"{file}, {name}")
            issues.append(issue("HV-117", "problem.subject.sheet", expected, where, value=name))
            continue
        found[known[folded]] = (name, rows)
    return found


def _language_of(study_sheet: str) -> str:
    """The language that a workbook was made in, by the name of the sheet of the study."""
    names = {say("workbook.sheet.study", lang): lang for lang in (*languages(), PSEUDO)}
    return names.get(study_sheet.strip().lower(), "en")


def _cells(table: str, column: str, cells: list[Any]) -> list[Any]:
    """The cells of a column as they are meant: `2,5` is a number."""
    if field(table, column).kind == "number":
        return [cell.replace(",", ".") if isinstance(cell, str) and _COMMA.fullmatch(cell) else cell for cell in cells]
    return cells


def _columns(table: str, rows: list[list[Any]], where: str, issues: list[Issue]) -> _core.ColumnTable | None:
    """The table on a sheet, or None when nothing was filled in; empty rows and columns are left out."""
    kept = [(at, row) for at, row in enumerate(rows[1:], 2) if any(_text(cell) for cell in row)]
    if not kept:
        return None
    fixed = {name.lower(): name for name in names(table)}
    head = [_text(cell) for cell in rows[0]]
    width = max(len(head), *(len(row) for _, row in kept))
    columns = []
    for i in range(width):
        cells = [row[i] if i < len(row) else "" for _, row in kept]
        name = head[i] if i < len(head) else ""
        if name:
            meant = fixed.get(name.lower(), name)  # Excel likes to begin with a capital
            name = name if meant in head else meant
            columns.append((name, _cells(table, name, cells)))
        elif filled := [at for (at, _), cell in zip(kept, cells, strict=True) if _text(cell)]:
            expected = Claim("problem.expected.cells_of_columns", {"n": sum(map(bool, head))})
            issues.append(issue("HV-113", "problem.subject.cell_without_heading", expected, Where(where, filled[0])))
    return _core.columns_from_items(columns, table, where, 2, [at for at, _ in kept])


def _matrix(table: str, rows: list[list[Any]], where: str, issues: list[Issue]) -> _core.ColumnTable | None:
    """The prevention matrix, from its form or as a table of the study format."""
    heads = {_text(cell).lower() for cell in rows[0]} if rows else set()
    if heads.issuperset(names(table)):
        return _columns(table, rows, where, issues)
    numbers, columns = matrix_cells(rows)
    return _core.columns_from_items(columns, table, where, 2, numbers) if numbers else None


def _in_sheets(issues: Sequence[Issue], lists: Mapping[str, tuple[str, list[int]]]) -> list[Issue]:
    """The problems with the row of a sheet where they have a place in the JSON that was made of the sheet."""
    placed = []
    for each in issues:
        place = re.fullmatch(r"/(waves|relations)/(\d+)(?:/(\w+))?.*", each.where.pointer)
        if place is not None:
            file, rows = lists[place[1]]
            each = dataclasses.replace(each, where=Where(file, rows[int(place[2])], place[3] or ""))
        placed.append(each)
    return placed


def read_workbook(path: str | os.PathLike[str]) -> _core.Study:
    """The study in a workbook; places in messages are the sheet, the row and the column as Excel shows them.

    Everything that is wrong on any sheet is told at once.
    """
    place = Path(path)
    sheets, texts = _sheets(place)
    issues: list[Issue] = []
    found = _found(sheets, place.name, issues)
    for name, _ in found.values():
        issues += _odd(texts.get(name, b""), f"{place.name}, {name}")
    if "study" not in found:
        subject, expected = "problem.subject.sheet", "problem.expected.study_sheet"
        issues.append(issue("HV-109", subject, expected, Where(place.name), value=say("workbook.sheet.study", "nl")))
        raise _all(issues)
    lang = _language_of(found["study"][0])
    lists: dict[str, tuple[str, list[int]]] = {}
    records: dict[str, list[dict[str, str]]] = {}
    for key, heading in (("waves", WAVE_HEAD), ("relations", RELATION_HEAD)):
        name, rows = found.get(key, (say("workbook.sheet." + key, lang), []))
        numbered = _records(rows, heading, f"{place.name}, {name}", issues)
        lists[key] = (f"{place.name}, {name}", [at for at, _ in numbered])
        records[key] = [record for _, record in numbered]
    name, rows = found["study"]
    file = f"{place.name}, {name}"
    header = _header(rows, records["waves"], records["relations"], file, issues)
    tables = _tables(found, texts, place, lang, issues)
    try:
        made = _core.study_from_columns(json.dumps(header).encode("utf-8"), tables, file)
    except (ParseError, ValidationError) as error:
        told = _in_sheets(error.issues, lists)
        raise (_all([*issues, *_news(told, issues)]) if issues else problems(type(error), told)) from None
    if issues:
        raise _all(issues)
    return made


def _tables(
    found: Mapping[str, tuple[str, list[list[Any]]]],
    texts: Mapping[str, bytes],
    place: Path,
    lang: str,
    issues: list[Issue],
) -> list[_core.ColumnTable]:
    """The tables on the sheets, as people mean them."""
    meant, called = {}, {}
    for table in TABLES:
        name, rows = found.get(table, (say("workbook.sheet." + table, lang), []))
        called[table] = name
        meant[table] = without_totals(unmerged(rows, texts.get(name, b"")))
    named_parties(meant)
    tables = []
    for table in TABLES:
        where = f"{place.name}, {called[table]}"
        columns = (_matrix if table == MATRIX else _columns)(table, meant[table], where, issues)
        if columns is not None:
            tables.append(columns)
        elif table == "parties":
            others = [other for other in TABLES if _is_filled_in(other, meant[other])]
            wanted = "problem.expected.first_party" if others else "problem.expected.filled_workbook"
            raise problem(ValidationError, "HV-210", "problem.subject.parties", wanted, Where(where))
    return tables


def _is_filled_in(table: str, rows: Sequence[Sequence[Any]]) -> bool:
    """Whether anything stands in a table but its headings."""
    return bool(matrix_cells(rows)[0]) if table == MATRIX else any(_text(cell) for row in rows[1:] for cell in row)


def _news(found: Sequence[Issue], known: Sequence[Issue]) -> list[Issue]:
    """The problems in rows of which every cell could be read."""
    said = {(each.where.file, each.where.row) for each in known if each.code in ("HV-113", "HV-116")}
    return [each for each in found if (each.where.file, each.where.row) not in said]


def _all(issues: Sequence[Issue]) -> ParseError | ValidationError:
    """The error for everything that is wrong: of the form when all of it is."""
    of_form = all(each.code.startswith("HV-1") and each.code not in ("HV-110", "HV-111", "HV-113") for each in issues)
    return problems(ParseError, issues) if of_form else problems(ValidationError, issues)


def write_workbook(study: _core.Study, path: str | os.PathLike[str]) -> Path:
    """Writes a filled study as a workbook that `houvast.load` reads back. Exact data: for inside use."""
    return write_sheets(Path(path), study, {name: cells_of(table) for name, table in study_to_tables(study).items()})
