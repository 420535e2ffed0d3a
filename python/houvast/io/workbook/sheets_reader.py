"""Reads the sheets of a workbook; runs in a process of its own (houvast.io.apart), so it imports nothing of houvast."""

from __future__ import annotations

import io
from typing import Any

__all__ = ["reply"]


def reply(data: bytes, arguments: list[str]) -> tuple[str, Any]:
    """What became of it, and the rows of each sheet or what the reader said.

    `arguments`: the most characters in all cells, and perhaps the name of the one sheet to read.
    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    left, names = int(arguments[0]), arguments[1:]
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        known = list(book.sheet_names)
        if any(name not in known for name in names):
            return "no sheet", known
        sheets: dict[str, list[list[Any]]] = {}
        for name in names or known:
            sheets[name] = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            left -= sum(len(cell) for row in sheets[name] for cell in row if isinstance(cell, str))
            if left < 0:
                return "large", None
    except PasswordError:
        return "locked", None
    except (CalamineError, OSError, ValueError) as error:
        return "workbook", str(error)
    return "sheets", sheets
