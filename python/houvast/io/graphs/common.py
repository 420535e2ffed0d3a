"""What readers and writers of graph files share: errors, extras and guarded cells."""

from __future__ import annotations

import importlib
import re
from typing import Any

from ...errors import InvalidValueError, MissingExtraError, ParseError, Said, Where, problem

_MOST_DIGITS = 18
_SHOWN = 80  # characters of what stands in a file
_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def unreadable(code: str, subject: Said, expected: Said, where: Where, value: str = "") -> ParseError:
    """The error for a file that is not what it should be; a long value is cut short."""
    shown = value if len(value) <= _SHOWN else value[: _SHOWN - 3] + "..."
    return problem(ParseError, code, subject, expected, where, value=shown)


def unusable(code: str, subject: Said, expected: Said, value: str = "") -> InvalidValueError:
    """The error for an argument that cannot be used."""
    return problem(InvalidValueError, code, subject, expected, value=value)


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
        raise unreadable("HV-103", "problem.subject.text", "problem.expected.utf_8", Where(file, row)) from None


def whole_number(text: str) -> int | None:
    """The number that digits write; nothing for other texts, and for more digits than any file can count to."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS else None


def guarded(name: str) -> str:
    """A cell that no spreadsheet takes for a formula; `bare` gives the name back."""
    return "'" + name if _FORMULA.match(name) else name


def bare(cell: str) -> str:
    """The name in a guarded cell."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
