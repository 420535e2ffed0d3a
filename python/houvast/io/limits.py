"""What is refused because it is too large, in one place; docs/reference/limits.md tells it to users."""

from __future__ import annotations

__all__ = [
    "MOST_CELLS",
    "MOST_GRAPH_FILE",
    "MOST_NODES",
    "MOST_TEXT",
    "MOST_UNPACKED",
    "READER_MEMORY",
    "READER_SECONDS",
]

MOST_CELLS = 20_000_000  # of a sheet, empty ones between filled ones too
MOST_UNPACKED = 1 << 30  # bytes in the parts of a workbook
MOST_TEXT = 1 << 28  # characters in the cells of a workbook, a shared text as often as it is shown
READER_MEMORY = 4 << 30  # bytes for the process that reads a workbook
READER_SECONDS = 120  # of processor time for it
MOST_GRAPH_FILE = 1 << 30  # bytes of a file with a network
MOST_NODES = 1_000_000  # that such a file may claim without naming them; more only when it has a byte for each
