"""A study as one Excel workbook: a sheet per table, read as people fill it in, with places as Excel shows them."""

from __future__ import annotations

import dataclasses
import importlib.util
import json
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

from ... import _core
from ...errors import MissingExtraError, ParseError, Said, ValidationError, Where, nearest, problem, problems, reason_of
from ...results.columns import TABLES, field, names
from ...results.tables import cells_of
from ...texts import PSEUDO, Claim, Named, find_language, languages, readings, say
from ..frames import study_to_tables
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


def _check_values(text: bytes, file: str) -> None:
    """Refuses cells that hold something but would be read as empty."""
    for cell in odd_cells(text):
        where = Where(file, cell.row, cell.letters)
        if cell.error:
            subject, expected = "problem.subject.cell_error", "problem.expected.meant_value"
            raise problem(ParseError, "HV-116", subject, expected, where, value=cell.error)
        raise problem(ParseError, "HV-116", "problem.subject.formula", "problem.expected.computed", where)


def _text(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if hasattr(cell, "isoformat"):
        return str(cell.isoformat())[:10]
    return str(cell).strip()


def _unknown(code: str, subject: Said, value: str, known: Sequence[str], where: Where) -> ValidationError:
    expected = Claim("problem.expected.one_of", {"choices": ", ".join(known)})
    return problem(ValidationError, code, subject, expected, where, value=value, near=nearest(value, known))


def _records(rows: Sequence[Sequence[Any]], known: Sequence[str], file: str) -> list[tuple[int, dict[str, str]]]:
    """Rows under a heading with their number, as texts; what is empty is left out."""
    head = [_text(cell) for cell in rows[0]] if rows else []
    for name in head:
        if name and name not in known and not _in_language(name):
            raise _unknown("HV-111", "problem.subject.unknown_column", name, known, Where(file, None, name))
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


def _given(study: Sequence[Sequence[Any]], file: str) -> dict[str, str]:
    """What stands behind each key on the sheet of the study; JSON may go on over several cells."""
    given: dict[str, str] = {}
    for at, row in enumerate(study[1:], 2):
        cells = [str(cell) if isinstance(cell, str) else _text(cell) for cell in row]
        if cells and cells[0].strip():
            key = cells[0].strip()
            if key not in _KEYS and not key.startswith(JSON) and not _in_language(key):
                where = Where(file, at, str(study[0][0]))
                raise _unknown("HV-110", "problem.subject.unknown_key", key, _KEYS, where)
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


def _as_written(given: Mapping[str, str], file: str) -> dict[str, Any]:
    """The keys of study.json that stand on the sheet as JSON."""
    read: dict[str, Any] = {}
    for key in (key for key in given if key.startswith(JSON)):
        try:
            read[key.removeprefix(JSON)] = json.loads(given[key])
        except ValueError:
            subject, expected = "problem.subject.cell", "problem.expected.own_json"
            raise problem(ParseError, "HV-104", subject, expected, Where(file), value=key) from None
    return read


def _header(
    study: Sequence[Sequence[Any]],
    waves: Sequence[Mapping[str, str]],
    relations: Sequence[Mapping[str, str]],
    file: str,
) -> dict[str, Any]:
    given = _given(study, file)
    return {
        "schema": "houvast-study/1",
        "id": given.get("id", ""),
        "title": _words(given, TITLE),
        **{key: given[key] for key in ("language", "source", "licence", "retention") if given.get(key)},
        **{key: _flag(given[key]) for key in FLAGS if given.get(key)},
        "instruments": _names(given.get("instruments", "")),
        "waves": [_wave(record) for record in waves],
        "relations": [_relation(record) for record in relations],
        **_as_written(given, file),
    }


def _sheet(name: str) -> Named:
    """A sheet as it is called in the language that is spoken."""
    return Named("message", "workbook.sheet." + name)


def _found(sheets: Mapping[str, list[list[Any]]], file: str) -> dict[str, tuple[str, list[list[Any]]]]:
    """The sheets by what they hold, each with the name that it has here, in whatever language."""
    sheets_known = (*STUDY_SHEETS, *HELP_SHEETS, *TABLES)
    known = {name: sheet for sheet in sheets_known for name in (sheet, *readings("workbook.sheet." + sheet))}
    found: dict[str, tuple[str, list[list[Any]]]] = {}
    for name, rows in sheets.items():
        folded = name.strip().lower()
        empty = not any(_text(cell) for row in rows for cell in row)
        if folded.startswith("x_") or (folded not in known and empty):
            continue  # a sheet of one's own, or one that Excel made
        if folded not in known or known[folded] in found:
            names = [_sheet(each) for each in (*STUDY_SHEETS, *TABLES)]
            expected, where = Claim("problem.expected.sheets", {"names": names}), Where(f"{file}, {name}")
            raise problem(ParseError, "HV-117", "problem.subject.sheet", expected, where, value=name)
        found[known[folded]] = (name, rows)
    return found


def _language_of(study_sheet: str) -> str:
    """The language that a workbook was made in, by the name of the sheet of the study."""
    names = {say("workbook.sheet.study", lang): lang for lang in (*languages(), PSEUDO)}
    return names.get(study_sheet.strip().lower(), "en")


def _loose(where: Where, columns: int) -> NoReturn:
    expected = Claim("problem.expected.cells_of_columns", {"n": columns})
    raise problem(ValidationError, "HV-113", "problem.subject.cell_without_heading", expected, where)


def _cells(table: str, column: str, cells: list[Any]) -> list[Any]:
    """The cells of a column as they are meant: `2,5` is a number."""
    if field(table, column).kind == "number":
        return [cell.replace(",", ".") if isinstance(cell, str) and _COMMA.fullmatch(cell) else cell for cell in cells]
    return cells


def _columns(table: str, rows: list[list[Any]], where: str) -> _core.ColumnTable | None:
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
            _loose(Where(where, filled[0]), sum(map(bool, head)))
    return _core.columns_from_items(columns, table, where, 2, [at for at, _ in kept])


def _in_sheets(error: ValidationError, lists: Mapping[str, tuple[str, list[int]]]) -> ValidationError:
    """The error with the row of a sheet where it has a place in the JSON that was made of the sheet."""
    issues = []
    for issue in error.issues:
        place = re.fullmatch(r"/(waves|relations)/(\d+)(?:/(\w+))?.*", issue.where.pointer)
        if place is not None:
            file, rows = lists[place[1]]
            issue = dataclasses.replace(issue, where=Where(file, rows[int(place[2])], place[3] or ""))
        issues.append(issue)
    return problems(ValidationError, issues)


def read_workbook(path: str | os.PathLike[str]) -> _core.Study:
    """The study in a workbook; places in messages are the sheet, the row and the column as Excel shows them."""
    place = Path(path)
    sheets, texts = _sheets(place)
    found = _found(sheets, place.name)
    for name, _ in found.values():
        _check_values(texts.get(name, b""), f"{place.name}, {name}")
    if "study" not in found:
        subject, expected = "problem.subject.sheet", "problem.expected.study_sheet"
        raise problem(
            ParseError, "HV-109", subject, expected, Where(place.name), value=say("workbook.sheet.study", "nl")
        )
    lang = _language_of(found["study"][0])
    lists: dict[str, tuple[str, list[int]]] = {}
    records: dict[str, list[dict[str, str]]] = {}
    for key, heading in (("waves", WAVE_HEAD), ("relations", RELATION_HEAD)):
        name, rows = found.get(key, (say("workbook.sheet." + key, lang), []))
        numbered = _records(rows, heading, f"{place.name}, {name}")
        lists[key] = (f"{place.name}, {name}", [at for at, _ in numbered])
        records[key] = [record for _, record in numbered]
    name, rows = found["study"]
    file = f"{place.name}, {name}"
    header = _header(rows, records["waves"], records["relations"], file)
    tables = []
    for table in TABLES:
        name, rows = found.get(table, (say("workbook.sheet." + table, lang), []))
        columns = _columns(table, rows, f"{place.name}, {name}")
        if columns is not None:
            tables.append(columns)
        elif table == "parties":
            where = Where(f"{place.name}, {name}")
            raise problem(ValidationError, "HV-210", "problem.subject.parties", "problem.expected.first_party", where)
    try:
        return _core.study_from_columns(json.dumps(header).encode("utf-8"), tables, file)
    except ValidationError as error:
        raise _in_sheets(error, lists) from None


def write_workbook(study: _core.Study, path: str | os.PathLike[str]) -> Path:
    """Writes a filled study as a workbook that `houvast.load` reads back. Exact data: for inside use."""
    return write_sheets(Path(path), study, {name: cells_of(table) for name, table in study_to_tables(study).items()})
