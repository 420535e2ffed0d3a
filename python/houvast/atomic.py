"""Files written whole or not at all: temporary file, flush to disk, rename; readable by their owner only."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

__all__ = ["write_bytes", "write_text"]

_PREFIX = ".houvast-"


def write_text(path: str | os.PathLike[str], text: str) -> Path:
    """Writes UTF-8 text to a path, replacing what was there only when everything has reached the disk."""
    return write_bytes(path, text.encode("utf-8"))


def write_bytes(path: str | os.PathLike[str], data: bytes) -> Path:
    """Writes bytes to a path, replacing what was there only when everything has reached the disk."""
    place = Path(path)
    handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=".tmp", dir=place.parent)  # mode 0600
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, place)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    return place
