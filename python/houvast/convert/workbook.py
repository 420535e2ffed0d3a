"""Spreadsheets as rows of text; what a spreadsheet hides, or could not compute, is said and not passed over."""

from __future__ import annotations

import importlib.util
from typing import Any

from ..errors import MissingExtraError, Where
from ..io.limits import MOST_UNPACKED
from ..io.workbook.reader import WorkbookError, sheets_of
from ..io.workbook.xlsx_in import far_cell, hidden_rows, hidden_sheets, odd_cells, sheet_texts
from ..texts import languages, say
from .headings import questions_in
from .sheet import Raw, clean
from .unreadable import unreadable

__all__ = ["SHEETS", "read_workbook"]

SHEETS = (".xlsx", ".xlsm", ".xls", ".ods")
_HEADING = 12  # rows in which the heading of a sheet is looked for
_QUESTIONS = 3  # in one row: it is the heading of answers, and no list of questions


def read_workbook(file: str, data: bytes, sheet: str | None = None) -> Raw:
    """The rows of the one sheet with answers, or of the sheet that is named."""
    if importlib.util.find_spec("python_calamine") is None:
        raise MissingExtraError.of("convert", "python-calamine")
    if data.startswith(b"\xd0\xcf\x11\xe0") and (
        not file.casefold().endswith(".xls") or "EncryptedPackage".encode("utf-16-le") in data
    ):
        raise unreadable("HV-116", "locked", Where(file))
    texts = sheet_texts(data)
    for text in texts.values():
        if (far := far_cell(text)) is not None:
            raise unreadable("HV-116", "far", Where(file, *far))
    tables = _tables(file, data, sheet)
    filled = {name: rows for name, rows in tables.items() if any(clean(cell) for row in rows for cell in row)}
    if len(filled) > 1:  # houvast's own sheet of answer words, which is hidden
        filled = {name: rows for name, rows in filled.items() if name not in _answer_words_sheets()}
    if not filled:
        raise unreadable("HV-102", "empty", Where(file))
    name = _with_answers(filled, hidden_sheets(data))
    if not name:
        raise unreadable("HV-701", "sheets", Where(file), names=", ".join(filled))
    table = filled[name]
    kept = [(i + 1, [clean(cell) for cell in row]) for i, row in enumerate(table)]
    hidden = _seen_inside(file, texts.get(name, b""), kept)
    first = next(number for number, row in kept if any(row))
    kept = [(number, row) for number, row in kept if any(row) or number == first + 1]
    raw = Raw(file, [row for _, row in kept], [number for number, _ in kept], "xlsx")
    lost = sum(number in hidden for number in raw.numbers)
    if lost:
        raw.notes["hidden"] = lost
    if len(filled) > 1:
        raw.notes["sheets"] = len(filled) - 1
    return raw


def _with_answers(tables: dict[str, list[list[Any]]], hidden: set[str]) -> str:
    """The sheet of the answers: the one whose heading has questions, else the one that can be seen; or nothing."""
    asked = [name for name, rows in tables.items() if any(_asks(row) for row in rows[:_HEADING])]
    seen = [name for name in tables if name not in hidden]
    return next((found[0] for found in (list(tables), asked, seen) if len(found) == 1), "")


def _asks(row: list[Any]) -> bool:
    return questions_in([clean(cell) for cell in row]) >= _QUESTIONS


def _answer_words_sheets() -> set[str]:
    return {say("workbook.sheet.lists", lang) for lang in languages()}


def _tables(file: str, data: bytes, sheet: str | None) -> dict[str, list[list[Any]]]:
    """The rows of every sheet, or of the one that is named."""
    try:
        return sheets_of(data, [sheet] if sheet is not None else None)
    except WorkbookError as error:
        if error.kind == "no sheet":
            raise unreadable("HV-701", "no_sheet", Where(file), names=", ".join(error.about)) from None
        if error.kind == "large":
            raise unreadable("HV-302", "large", Where(file), most=MOST_UNPACKED >> 20) from None
        raise unreadable("HV-116", "locked" if error.kind == "locked" else "workbook", Where(file)) from None


def _seen_inside(file: str, text: bytes, rows: list[tuple[int, list[str]]]) -> set[int]:
    """The hidden rows of a sheet; fills in errors such as #N/A, and refuses formulas that were never computed."""
    for cell in odd_cells(text):
        if not cell.error:
            raise unreadable("HV-116", "formula", Where(file, cell.row, cell.letters))
        if cell.row <= len(rows) and cell.column <= len(rows[cell.row - 1][1]):
            rows[cell.row - 1][1][cell.column - 1] = cell.error
    return hidden_rows(text)
