"""What readers and writers of graph files share: errors, extras and guarded cells."""

from __future__ import annotations

import codecs
import importlib
import re
from collections.abc import Sequence
from typing import Any

from ...errors import InvalidValueError, MissingExtraError, ParseError, Said, Where, problem
from ...texts import Claim

_MOST_DIGITS = 18
_SHOWN = 80  # characters of what stands in a file
_WHOLE = re.compile(r"-?(0|[1-9]\d{0,17})", re.ASCII)
_NUMBER = re.compile(r"-?(0|[1-9]\d{0,17})(\.\d{1,17})?", re.ASCII)
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


def text_of(data: bytes, file: str, encoding: str | None = None) -> str:
    """The text of a file in an encoding; without one, what its byte order mark says, and UTF-8 without a mark."""
    marked = "utf-16" if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8"
    try:
        return data.decode(encoding or marked).removeprefix("\ufeff")
    except UnicodeError as error:
        row = data[: getattr(error, "start", 0)].count(b"\n") + 1
        expected = Claim("problem.expected.text_in", {"encoding": encoding or marked})
        raise unreadable("HV-103", "problem.subject.text", expected, Where(file, row)) from None
    except (LookupError, ValueError):
        raise unusable("HV-303", "problem.subject.encoding", "problem.expected.encoding", str(encoding)) from None


def whole_number(text: str) -> int | None:
    """The number that digits write; nothing for other texts, and for more digits than any file can count to."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS else None


def guarded(name: str) -> str:
    """A cell that no spreadsheet takes for a formula; `bare` gives the name back."""
    return "'" + name if _FORMULA.match(name) else name


def bare(cell: str) -> str:
    """The name in a guarded cell."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def held_values(cells: Sequence[str | None]) -> list[Any]:
    """The values of a column without a type: whole numbers or numbers where every filled cell writes one as numbers
    are written, else texts; empty cells are None."""
    filled = [cell for cell in cells if cell]
    for pattern, kind in ((_WHOLE, int), (_NUMBER, float)):
        if filled and all(pattern.fullmatch(cell) for cell in filled):
            return [kind(cell) if cell else None for cell in cells]
    return [cell or None for cell in cells]
