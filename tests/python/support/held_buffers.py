"""The memory that a table of Arrow holds, rows that are not shown included."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def held_by(arrow: Any) -> Iterator[bytes]:
    """The bytes of every buffer of a table, and of the dictionaries of its columns."""
    for column in arrow.columns:
        for chunk in column.chunks:
            for array in (chunk, getattr(chunk, "dictionary", None)):
                yield from (bytes(buffer) for buffer in array.buffers() if buffer) if array is not None else ()
