"""What people do to a workbook in a hurry: merged cells, totals, notes on sheets of their own, names instead of ids."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

from ...results.columns import TABLES, field, names
from ..ids import free_id

__all__ = ["is_own_sheet", "named_parties", "unmerged", "without_totals"]

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
_TOTALS = {"totaal", "total", "totalen", "som", "sum", "gemiddelde", "gemiddeld", "average", "aantal", "n"}
_LIKE = 0.8  # similarity from which the name of a sheet may be a slip
_FEW = 2  # headings of a table on a sheet of one's own, from which it may be one

Rows = list[list[Any]]


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + letter - 64
    return number - 1


def unmerged(rows: Rows, sheet: bytes) -> Rows:
    """The rows with what a merged cell says in every row that it covers."""
    made = [list(row) for row in rows]
    for left, top, _, bottom in _MERGED.findall(sheet):
        column, first = _column(left), int(top) - 1
        if first < len(made) and column < len(made[first]):
            for row in made[first + 1 : int(bottom)]:
                if column < len(row) and row[column] in ("", None):
                    row[column] = made[first][column]
    return made


def without_totals(rows: Rows) -> Rows:
    """The rows with those emptied that a spreadsheet computed from the others; every row keeps its place."""
    return [[] if at and _first(row).casefold().strip(" :.") in _TOTALS else list(row) for at, row in enumerate(rows)]


def _first(row: Sequence[Any]) -> str:
    return next((str(cell).strip() for cell in row if str(cell).strip()), "")


def is_own_sheet(rows: Rows, known: Sequence[str], name: str) -> bool:
    """Whether a sheet of another name is somebody's own: no table of a study by its headings or its name."""
    headings = {str(cell).strip().casefold() for row in rows[:3] for cell in row}
    own = {column for table in TABLES for column in names(table)}
    alike = any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", name) for word in known)
    alike = alike or bool(get_close_matches(name, known, 1, _LIKE))
    return len(headings & own) < _FEW and not alike


def named_parties(tables: dict[str, Rows]) -> None:
    """Gives parties without an id one made of their name, and writes ids where other sheets have a name of a party."""
    parties = tables.get("parties", [])
    head = _head(parties)
    if "name" not in head:
        return
    by_name = _with_ids(parties, head)
    for table, rows in tables.items():
        columns = [i for i, name in enumerate(_head(rows)) if name and _tells_party(table, name)]
        for row in rows[1:]:
            for i in columns:
                if i < len(row):
                    row[i] = by_name.get(str(row[i]).strip().casefold(), row[i])


def _head(rows: Rows) -> list[str]:
    return [str(cell).strip().casefold() for cell in rows[0]] if rows else []


def _tells_party(table: str, column: str) -> bool:
    """Whether a column holds the id of a party."""
    return column in names(table) and field(table, column).of == "parties"


def _with_ids(parties: Rows, head: list[str]) -> dict[str, str]:
    """Completes the ids; returns the id of every name that only one party has."""
    if "id" not in head:
        for at, row in enumerate(parties):
            row.append("id" if at == 0 else "")
        head = [*head, *[""] * (len(parties[0]) - 1 - len(head)), "id"]
    at, called = head.index("id"), head.index("name")
    used = {str(row[at]).strip() for row in parties[1:] if at < len(row)} - {""}
    found: dict[str, list[str]] = {}
    for row in parties[1:]:
        name = str(row[called]).strip() if called < len(row) else ""
        if not name:
            continue
        row += [""] * (at + 1 - len(row))
        if not str(row[at]).strip():
            row[at] = free_id(name, used)
        found.setdefault(name.casefold(), []).append(str(row[at]).strip())
    return {name: ids[0] for name, ids in found.items() if len(ids) == 1 and name not in used}
