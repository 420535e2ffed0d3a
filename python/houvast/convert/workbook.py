"""Spreadsheets as rows of text; what a spreadsheet hides, or could not compute, is said and not passed over."""

from __future__ import annotations

import io
from typing import Any

from ..errors import MissingExtraError, Where
from ..io.workbook.xlsx_in import far_cell, hidden_rows, odd_cells, sheet_texts
from .sheet import Raw, clean
from .unreadable import unreadable

__all__ = ["SHEETS", "read_workbook"]

SHEETS = (".xlsx", ".xlsm", ".xls", ".ods")


def read_workbook(file: str, data: bytes, sheet: str | None = None) -> Raw:
    """The rows of the one sheet with data, or of the sheet that is named."""
    try:
        import python_calamine
    except ImportError as error:
        raise MissingExtraError.of("convert", "python-calamine") from error
    if data.startswith(b"\xd0\xcf\x11\xe0") and (
        not file.casefold().endswith(".xls") or "EncryptedPackage".encode("utf-16-le") in data
    ):
        raise unreadable("HV-116", "locked", Where(file))
    texts = sheet_texts(data)
    for text in texts.values():
        if (far := far_cell(text)) is not None:
            raise unreadable("HV-116", "far", Where(file, *far))
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = list(book.sheet_names)
        if sheet is not None and sheet not in names:
            raise unreadable("HV-701", "no sheet", Where(file), names=", ".join(names))
        chosen = [sheet] if sheet is not None else names
        tables: dict[str, list[list[Any]]] = {
            name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in chosen
        }
    except python_calamine.PasswordError:
        raise unreadable("HV-116", "locked", Where(file)) from None
    except (python_calamine.CalamineError, OSError):
        raise unreadable("HV-116", "workbook", Where(file)) from None
    filled = {name: rows for name, rows in tables.items() if any(clean(cell) for row in rows for cell in row)}
    if not filled:
        raise unreadable("HV-102", "empty", Where(file))
    if len(filled) > 1:
        raise unreadable("HV-701", "sheets", Where(file), names=", ".join(filled))
    name, table = next(iter(filled.items()))
    kept = [(i + 1, [clean(cell) for cell in row]) for i, row in enumerate(table)]
    hidden = _seen_inside(file, texts.get(name, b""), kept)
    first = next(number for number, row in kept if any(row))
    kept = [(number, row) for number, row in kept if any(row) or number == first + 1]
    raw = Raw(file, [row for _, row in kept], [number for number, _ in kept], "xlsx")
    lost = sum(number in hidden for number in raw.numbers)
    if lost:
        raw.notes["hidden"] = lost
    return raw


def _seen_inside(file: str, text: bytes, rows: list[tuple[int, list[str]]]) -> set[int]:
    """The hidden rows of a sheet; fills in errors such as #N/A, and refuses formulas that were never computed."""
    for cell in odd_cells(text):
        if not cell.error:
            raise unreadable("HV-116", "formula", Where(file, cell.row, cell.letters))
        if cell.row <= len(rows) and cell.column <= len(rows[cell.row - 1][1]):
            rows[cell.row - 1][1][cell.column - 1] = cell.error
    return hidden_rows(text)
