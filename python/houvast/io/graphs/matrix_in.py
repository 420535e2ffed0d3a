"""Reads a matrix from CSV, with or without labels."""

from __future__ import annotations

import re

from ...errors import Where
from .common import bare, text_of, unreadable
from .csv_in import Row, table_of, wrong_width
from .graph_in import Asked, In, cells_weigh, number

__all__ = ["from_matrix", "is_matrix"]


_FIRST = re.compile(r'[ ]*(""|directed|undirected|)[ ]*[,;\t]')  # cell of a matrix with labels


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def _labelled(rows: list[Row]) -> list[Row]:
    """The rows with labels: 0, 1, ... for a square of nothing but numbers, which is a matrix without them."""
    width = len(rows[0][1])
    if len(rows) != width or not all(_is_number(cell) for _, cells in rows for cell in cells):
        return rows
    numbered = [(row, [str(place), *cells]) for place, (row, cells) in enumerate(rows)]
    return [(rows[0][0], ["", *map(str, range(width))]), *numbered]


def is_matrix(data: bytes, file: str, encoding: str | None) -> bool:
    """Whether a table is a matrix and no list of ties: its first cell is empty or says which matrix it is."""
    if not _FIRST.match(text_of(data, file, encoding)):
        return False
    rows = table_of(data, file, encoding)
    return len(rows) == len(rows[0][1]) > 1


def from_matrix(data: bytes, file: str, asked: Asked) -> list[In]:
    """The network of a matrix, with or without labels; an empty cell is no tie."""
    (first, heading), *rows = _labelled(table_of(data, file, asked.encoding))
    names = [bare(cell) for cell in heading[1:]]
    result = In(file, False)
    for place, name in enumerate(names):
        if not name or result.node(name) != place:
            subject, expected = "problem.subject.column", "problem.expected.different_columns"
            raise unreadable("HV-114", subject, expected, Where(file, first), name)
    if [bare(cells[0]) for _, cells in rows] != names:
        raise unreadable("HV-112", "problem.subject.rows", "problem.expected.names_of_columns", Where(file))
    cells_of = [[cell.strip() or "0" for cell in cells[1:]] for _, cells in rows]
    values = _numbers(rows, cells_of, len(names), file)
    two_sided = all(values[a][b] == values[b][a] for a in range(len(names)) for b in range(a))
    if heading[0] == "undirected" and not two_sided:
        subject, expected = "problem.subject.undirected_matrix", "problem.expected.symmetric"
        raise unreadable("HV-209", subject, expected, Where(file))
    result.directed = heading[0] == "directed" or not two_sided
    weighted = cells_weigh(cell for cells in cells_of for cell in cells)  # ours write a weight of 1 as 1.0
    for a in range(len(names)):
        for b in range(0 if result.directed else a, len(names)):
            if values[a][b] != 0:
                result.tie(a, b, values[a][b] if weighted else None)
    return [result]


def _numbers(rows: list[Row], cells_of: list[list[str]], width: int, file: str) -> list[list[float]]:
    values = []
    for (row, _), cells in zip(rows, cells_of, strict=True):
        if len(cells) != width:
            raise wrong_width(len(cells) + 1, width + 1, Where(file, row))
        values.append([number(cell, Where(file, row), "problem.subject.cell") for cell in cells])
    return values
