"""The rows of the sheets of a workbook, read where a damaged one can do no harm."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

from ...texts import Claim
from ..apart import EndedError, read_apart
from ..limits import MOST_TEXT, MOST_UNPACKED

__all__ = ["WorkbookError", "sheets_of", "too_large"]


def too_large() -> Claim:
    """How large a workbook may be."""
    return Claim("problem.expected.workbook_size", {"megabytes": MOST_UNPACKED >> 20, "characters": f"{MOST_TEXT:,}"})


class WorkbookError(Exception):
    """A workbook that cannot be read; `kind` is "locked", "workbook", "no sheet", "large" or "ended"."""

    def __init__(self, kind: str, about: Any = None) -> None:
        super().__init__(kind, about)
        self.kind = kind
        self.about = about


def _check_size(data: bytes) -> None:
    """Refuses what would fill the memory; what is no zip file has no parts."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
    except (zipfile.BadZipFile, RuntimeError, ValueError, OSError, EOFError):
        return
    if unpacked > MOST_UNPACKED:
        raise WorkbookError("large")


def sheets_of(data: bytes, names: list[str] | None = None) -> dict[str, list[list[Any]]]:
    """The rows of every sheet, or of those that are named. Raises WorkbookError."""
    _check_size(data)
    try:
        kind, found = read_apart(Path(__file__).with_name("sheets_reader.py"), [str(MOST_TEXT), *(names or [])], data)
    except EndedError as error:
        raise WorkbookError("ended") from error
    if kind != "sheets":
        raise WorkbookError(kind, found)
    sheets: dict[str, list[list[Any]]] = found
    return sheets
