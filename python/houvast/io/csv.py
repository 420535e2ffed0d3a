"""Tables as CSV that is safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from .. import _core
from ..errors import choose
from ..results.cells import cells_of
from ..results.hidden import HIDDEN, HIDDEN_SYMBOL
from .atomic import write_text
from .inside import inside_path

__all__ = ["csv_text", "delimiter_of", "plain_csv", "safe_cell", "table_csv"]

_RUN = re.compile(r"'*[=+\-@\t\r]")  # a spreadsheet runs cells that start so; with ' before it, it shows them


def delimiter_of(heading: str) -> str:
    """What stands between the cells of a heading: the most frequent of comma, semicolon and tab."""
    return max(",;\t", key=heading.count)


def safe_cell(value: Any) -> Any:
    """A cell for CSV: texts that a spreadsheet would run get an apostrophe in front, nothing is an empty text."""
    if value is HIDDEN:
        return HIDDEN_SYMBOL
    if isinstance(value, str) and _RUN.match(value):
        return "'" + value
    return "" if value is None else value


def _dutch(value: Any) -> Any:
    """A cell as a Dutch Excel reads it."""
    if isinstance(value, bool):
        return "WAAR" if value else "ONWAAR"
    return str(value).replace(".", ",") if isinstance(value, float) else safe_cell(value)


def plain_csv(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """Rows as CSV. A lone carriage return ends a line too, so a table that holds one is quoted throughout."""
    carriage = any("\r" in cell for row in (columns, *rows) for cell in row if isinstance(cell, str))
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n", quoting=csv.QUOTE_ALL if carriage else csv.QUOTE_MINIMAL)
    writer.writerow(columns)
    writer.writerows(rows)
    return buffer.getvalue()


def csv_text(columns: Sequence[str], rows: Iterable[Iterable[Any]], dialect: str = "plain") -> str:
    """CSV that is safe to open in a spreadsheet: "plain" as every program reads it, or "excel-nl" for a double click
    in a Dutch Excel: semicolons, decimal commas, WAAR and ONWAAR, and a byte order mark.
    """
    heading = [safe_cell(column) for column in columns]
    if choose(dialect, ("plain", "excel-nl"), "problem.subject.dialect") == "plain":
        return plain_csv(heading, [[safe_cell(value) for value in row] for row in rows])
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerows([heading, *([_dutch(value) for value in row] for row in rows)])
    return "\ufeff" + buffer.getvalue()


def table_csv(table: _core.Table, path: str | os.PathLike[str], dialect: str = "plain") -> Path:
    """Writes an exact table as CSV; returns where: `scores.csv` becomes `scores-intern.csv`.

    `dialect="excel-nl"` is for opening in a Dutch Excel: semicolons and decimal commas.
    """
    cells = cells_of(table)
    return write_text(inside_path(path), csv_text(list(cells), zip(*cells.values(), strict=True), dialect))
