"""The rows of the sheets of a workbook, read where a damaged one can do no harm."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

from ..apart import EndedError, read_apart
from ..limits import MOST_TEXT, MOST_UNPACKED

__all__ = ["TOO_LARGE", "WorkbookError", "sheets_of"]

TOO_LARGE = f"one that is sound, and with at most {MOST_UNPACKED >> 20} MB and {MOST_TEXT:,} characters inside"


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
    except (zipfile.BadZipFile, ValueError, OSError, EOFError):
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
