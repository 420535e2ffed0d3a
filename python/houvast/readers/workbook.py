"""Spreadsheets as rows of text; what a spreadsheet hides, or could not compute, is said and not passed over."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from html import unescape
from typing import Any

from ..errors import MissingExtraError, Where
from .sheet import Raw, clean
from .unreadable import unreadable

__all__ = ["SHEETS", "read_workbook"]

SHEETS = (".xlsx", ".xlsm", ".xls", ".ods")
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL)
_VALUE = re.compile(rb"<(?:\w+:)?(?:v|t)\b[^>]*>([^<]+)<")
_FORMULA = re.compile(rb"<(?:\w+:)?f\b")


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
    hidden = _seen_inside(file, data, name, kept)
    first = next(number for number, row in kept if any(row))
    kept = [(number, row) for number, row in kept if any(row) or number == first + 1]
    raw = Raw(file, [row for _, row in kept], [number for number, _ in kept], "xlsx")
    lost = sum(number in hidden for number in raw.numbers)
    if lost:
        raw.notes["hidden"] = lost
    return raw


def _seen_inside(file: str, data: bytes, sheet: str, rows: list[tuple[int, list[str]]]) -> set[int]:
    """The hidden rows of an .xlsx; fills in errors such as #N/A, and refuses formulas that were never computed.

    The reader of workbooks gives both kinds of cells as empty ones.
    """
    text = _sheet_text(data, sheet)
    for attributes, inside in _CELL.findall(text):
        failed = b't="e"' in attributes
        if not failed and not (_FORMULA.search(inside) and not _VALUE.search(inside)):
            continue
        place = re.search(rb'\br="([A-Z]+)(\d+)"', attributes)
        if place is None:
            continue
        letters, row = place.group(1).decode(), int(place.group(2))
        if not failed and b't="str"' not in attributes:
            raise unreadable("HV-116", "formula", Where(file, row, letters))
        column = 0
        for letter in letters:
            column = column * 26 + ord(letter) - 64
        value = _VALUE.search(inside)
        if failed and row <= len(rows) and column <= len(rows[row - 1][1]):
            rows[row - 1][1][column - 1] = value.group(1).decode() if value else "#N/A"
    found = (re.search(rb'\br="(\d+)"', told) for told in _ROW.findall(text) if re.search(rb'hidden="(1|true)"', told))
    return {int(number.group(1)) for number in found if number}


def _sheet_text(data: bytes, sheet: str) -> bytes:
    """The XML of a sheet of an .xlsx; nothing for other workbooks."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if "xl/workbook.xml" not in archive.namelist():
                return b""
            book = archive.read("xl/workbook.xml").decode("utf-8", "replace")
            links = archive.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
            for told in re.findall(r"<(?:\w+:)?sheet\b[^>]*>", book):
                name = re.search(r'\bname="([^"]*)"', told)
                link = re.search(r'\br:id="([^"]*)"', told)
                if name is None or link is None or unescape(name.group(1)) != sheet:
                    continue
                for line in re.findall(r"<Relationship\b[^>]*>", links):
                    target = re.search(r'\bTarget="([^"]*)"', line)
                    if target and f'Id="{link.group(1)}"' in line:
                        path = target.group(1)
                        return archive.read(path[1:] if path.startswith("/") else f"xl/{path}")
    except (zipfile.BadZipFile, RuntimeError, KeyError, ValueError, OSError, EOFError, zlib.error):
        return b""  # the reader of workbooks has read it; only what it hides cannot be seen
    return b""
