"""What readers and writers of graph files share: errors, extras and guarded cells."""

from __future__ import annotations

import importlib
import re
from typing import Any

from ...errors import InvalidValueError, Issue, MissingExtraError, ParseError, Where

_MOST_DIGITS = 18
_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def _issue(code: str, subject: str, value: str, expected: str, where: Where) -> tuple[str, list[Issue]]:
    row = f", row {where.row}" if where.row else ""
    place = f"{where.file}{row}{where.pointer and f', {where.pointer}'}: " if where.file else ""
    found = f" '{value if len(value) <= 80 else value[:77] + '...'}'" if value else ""
    message = f"[{code}] {place}{subject}{found}; expected {expected}"
    return message, [Issue(code, subject, value, expected, where, message)]


def unreadable(code: str, subject: str, value: str, expected: str, where: Where) -> ParseError:
    """The error for a file that is not what it should be."""
    return ParseError(*_issue(code, subject, value, expected, where))


def unusable(code: str, subject: str, value: str, expected: str) -> InvalidValueError:
    """The error for an argument that cannot be used."""
    return InvalidValueError(*_issue(code, subject, value, expected, Where()))


def require(package: str) -> Any:
    """A package of the extra `network`."""
    try:
        return importlib.import_module(package)
    except ImportError as error:
        raise MissingExtraError.of("network", package.partition(".")[0]) from error


def utf8_text(data: bytes, file: str) -> str:
    """The text of a file, with or without a byte order mark."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data[: error.start].count(b"\n") + 1
        raise unreadable("HV-103", "text", "", "UTF-8", Where(file, row)) from None


def whole_number(text: str) -> int | None:
    """The number that digits write; nothing for other texts, and for more digits than any file can count to."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS else None


def guarded(name: str) -> str:
    """A cell that no spreadsheet takes for a formula; `bare` gives the name back."""
    return "'" + name if _FORMULA.match(name) else name


def bare(cell: str) -> str:
    """The name in a guarded cell."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
