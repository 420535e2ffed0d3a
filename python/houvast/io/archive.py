"""Office files are archives that note when they were made; these are the same bytes whenever that is."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Final

__all__ = ["without_time"]

_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)  # that an archive can note
_MADE: Final = re.compile(rb"(<dcterms:(?:created|modified)\b[^>]*>)[^<]*")


def without_time(archive: bytes) -> bytes:
    """The archive, and the workbooks behind its charts, as if made on the first day that an archive can note."""
    whole = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as made, zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in made.namelist():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.create_system = 3  # the same one everywhere
            kept.writestr(entry, _without_time(name, made.read(name)), zipfile.ZIP_DEFLATED)
    return whole.getvalue()


def _without_time(name: str, part: bytes) -> bytes:
    if name.endswith(".xlsx"):
        return without_time(part)
    return _MADE.sub(rb"\g<1>1980-01-01T00:00:00Z", part) if name == "docProps/core.xml" else part
