"""What the command shows: colour only on a terminal, tables, JSON, and progress of long work."""

from __future__ import annotations

import json
import math
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Final, TextIO

from .. import _core

__all__ = ["paint", "plain_json", "print_json", "print_table", "step"]

# Colour only comes on top of symbol and word.
_COLOURS: Final = {
    "ok": "36",
    "attention": "33",
    "missing": "33;1",
    "unknown": "2",
    "not_applicable": "2",
    "strong": "1",
}


def _terminal(stream: TextIO) -> bool:
    return bool(stream.isatty()) and os.environ.get("TERM") != "dumb"


def paint(text: str, style: str, stream: TextIO | None = None) -> str:
    """Text in the style of a status or "strong"; as it is without a terminal or with NO_COLOR (https://no-color.org)."""
    if os.environ.get("NO_COLOR") or not _terminal(stream or sys.stdout):
        return text
    return f"\x1b[{_COLOURS[style]}m{text}\x1b[0m"


def plain_json(value: Any) -> Any:
    """The value with everything that JSON cannot say (nan, infinite) as null."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {str(key): plain_json(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain_json(item) for item in value]
    return value


def print_json(value: Any) -> None:
    """One JSON document on standard output; what a release hides is written as its symbol."""
    json.dump(plain_json(value), sys.stdout, ensure_ascii=False, indent=1, allow_nan=False, default=repr)
    print()


def print_table(table: _core.Table, columns: Sequence[str] = ()) -> None:
    """A table as text: numbers to the right, words to the left, "-" where there is no value."""
    names = table.columns
    names = [name for name in names if name in columns] or names
    rows = [[row[name] for name in names] for row in table.to_dicts()]
    cells = [[_cell(value) for value in row] for row in rows]
    number = [any(isinstance(row[i], int | float) for row in rows) for i in range(len(names))]
    widths = [max([len(name), *(len(row[i]) for row in cells)]) for i, name in enumerate(names)]
    for row in [names, *cells]:
        placed = [
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(row, widths, number, strict=True)
        ]
        print("  ".join(placed).rstrip())


def _cell(value: Any) -> str:
    if value is None:
        return "-"
    return f"{value:.3f}" if isinstance(value, float) else str(value)


@contextmanager
def share_done(words: str) -> Iterator[Callable[[str], None]]:
    """Lets be said on a terminal how far something is; gone when it is done, and nothing elsewhere."""
    stream, last = sys.stderr, [0.0]
    if not _terminal(stream):
        yield lambda _far: None
        return

    def tell(far: str) -> None:
        now = time.monotonic()
        if now - last[0] > 0.2:
            last[0] = now
            stream.write(f"\r\x1b[K{words} … {far}")
            stream.flush()

    try:
        yield tell
    finally:
        stream.write("\r\x1b[K")
        stream.flush()


@contextmanager
def step(words: str) -> Iterator[None]:
    """Says on a terminal what is being done and for how long; gone when it is done, and nothing elsewhere."""
    stream = sys.stderr
    if not _terminal(stream):
        yield
        return
    done = threading.Event()
    begin = time.monotonic()

    def tell() -> None:
        while True:
            seconds = int(time.monotonic() - begin)
            stream.write(f"\r\x1b[K{words} …" + (f" {seconds} s" if seconds else ""))
            stream.flush()
            if done.wait(0.5):
                return

    teller = threading.Thread(target=tell, daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()
        stream.write("\r\x1b[K")
        stream.flush()
