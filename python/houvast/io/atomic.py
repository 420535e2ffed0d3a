"""Files written whole or not at all: temporary file, flush to disk, rename; readable by their owner only."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

__all__ = ["whole_file", "write_bytes", "write_text"]

_PREFIX = ".houvast-"


@contextlib.contextmanager
def whole_file(path: str | os.PathLike[str]) -> Iterator[Path]:
    """A temporary path to write to; it takes the place of `path` when the block ends well, and is gone when not."""
    place = Path(path)
    handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=".tmp" + place.suffix, dir=place.parent)  # mode 0600
    os.close(handle)
    try:
        yield Path(name)
        with Path(name).open("rb+") as file:
            os.fsync(file.fileno())
        Path(name).chmod(0o600)
        os.replace(name, place)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def write_text(path: str | os.PathLike[str], text: str) -> Path:
    """Writes UTF-8 text to a path, replacing what was there only when everything has reached the disk."""
    return write_bytes(path, text.encode("utf-8"))


def write_bytes(path: str | os.PathLike[str], data: bytes) -> Path:
    """Writes bytes to a path, replacing what was there only when everything has reached the disk."""
    with whole_file(path) as temporary:
        temporary.write_bytes(data)
    return Path(path)
