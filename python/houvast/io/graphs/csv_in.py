"""Reads a list of ties or a matrix from CSV."""

from __future__ import annotations

import re

from ...errors import ParseError, Where
from ...texts import Claim
from .common import bare, unreadable, utf8_text
from .graph_in import In, number

_HEADINGS = {("source", "target"): True, ("node_a", "node_b"): False}
_QUOTED = re.compile(r' *"((?:[^"]|"")*)" *')


def _cells(text: str, delimiter: str, file: str) -> list[tuple[int, list[str]]]:
    """Rows and their cells: those in quotes as they are, others without the spaces around them."""
    cell = re.compile(rf' *"(?:[^"]|"")*" *(?=[{delimiter}\r\n]|\Z)|(?! *")[^{delimiter}\r\n]*')
    rows: list[tuple[int, list[str]]] = []
    cells: list[str] = []
    place, row, started = 0, 1, 1
    while True:
        match = cell.match(text, place)
        if match is None:
            raise unreadable("HV-116", "problem.subject.table", "problem.expected.closed_quote", Where(file, started))
        quoted = _QUOTED.fullmatch(match[0])
        cells.append(quoted[1].replace('""', '"') if quoted else match[0].strip())
        row += len(re.findall(r"\r\n|\r|\n", match[0]))
        place = match.end()
        if text[place : place + 1] == delimiter:
            place += 1
            continue
        if cells != [""] or quoted:
            rows.append((started, cells))
        if place == len(text):
            return rows
        place += 2 if text.startswith("\r\n", place) else 1
        row += 1
        cells, started = [], row


def _csv_rows(data: bytes, file: str) -> list[tuple[int, list[str]]]:
    text = utf8_text(data, file)
    first = re.match("[a-z_]* *([,;\t])", text)  # a name in the heading of a matrix may have more of another
    delimiter = first[1] if first else max(",;\t", key=text.split("\n", 1)[0].count)
    rows = _cells(text, delimiter, file)
    if not rows:
        raise unreadable("HV-102", "problem.subject.file", "problem.expected.table_of_ties", Where(file))
    return rows


def from_edges(data: bytes, file: str) -> In:
    """The graph of a list of ties."""
    (first, heading), *rows = _csv_rows(data, file)
    heading = [cell.strip().lower() for cell in heading]
    weighted = heading[2:] == ["weight"]
    if tuple(heading[:2]) not in _HEADINGS or heading[2:] not in ([], ["weight"]):
        subject, expected = "problem.subject.heading", "problem.expected.tie_heading"
        raise unreadable("HV-112", subject, expected, Where(file, first), ",".join(heading))
    result = In(file, _HEADINGS[(heading[0], heading[1])])
    for row, cells in rows:
        where = Where(file, row)
        if len(cells) != len(heading):
            raise _wrong_width(len(cells), len(heading), where)
        if not cells[0]:
            column = Claim("problem.subject.column_named", {"name": heading[0]})
            raise unreadable("HV-109", column, "problem.expected.name", where)
        a = result.node(bare(cells[0]))
        if cells[1]:
            b = result.node(bare(cells[1]))
            result.tie(a, b, number(cells[2], where) if weighted else None)
    return result


def _wrong_width(cells: int, columns: int, where: Where) -> ParseError:
    subject = Claim("problem.subject.row_with_cells", {"n": cells})
    return unreadable("HV-113", subject, Claim("problem.expected.cells", {"n": columns}), where)


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def _labelled(rows: list[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
    """The rows with labels: 0, 1, ... for a square of nothing but numbers, which is a matrix without them."""
    width = len(rows[0][1])
    if len(rows) != width or not all(_is_number(cell) for _, cells in rows for cell in cells):
        return rows
    numbered = [(row, [str(place), *cells]) for place, (row, cells) in enumerate(rows)]
    return [(rows[0][0], ["", *map(str, range(width))]), *numbered]


def from_matrix(data: bytes, file: str) -> In:
    """The graph of a matrix, with or without labels."""
    (first, heading), *rows = _labelled(_csv_rows(data, file))
    names = [bare(cell) for cell in heading[1:]]
    result = In(file, False)
    for place, name in enumerate(names):
        if not name or result.node(name) != place:
            subject, expected = "problem.subject.column", "problem.expected.different_columns"
            raise unreadable("HV-114", subject, expected, Where(file, first), name)
    if [bare(cells[0]) for _, cells in rows] != names:
        raise unreadable("HV-112", "problem.subject.rows", "problem.expected.names_of_columns", Where(file))
    values: list[list[float]] = []
    for row, cells in rows:
        if len(cells) != len(heading):
            raise _wrong_width(len(cells), len(heading), Where(file, row))
        values.append([number(cell, Where(file, row), "problem.subject.cell") for cell in cells[1:]])
    two_sided = all(values[a][b] == values[b][a] for a in range(len(names)) for b in range(a))
    if heading[0] == "undirected" and not two_sided:
        subject, expected = "problem.subject.undirected_matrix", "problem.expected.symmetric"
        raise unreadable("HV-209", subject, expected, Where(file))
    result.directed = heading[0] == "directed" or not two_sided
    texts = {cell.strip() for _, cells in rows for cell in cells[1:]}  # ours write a weight of 1 as 1.0
    weighted = any(text != "1" and float(text) != 0 for text in texts)
    for a in range(len(names)):
        for b in range(0 if result.directed else a, len(names)):
            if values[a][b] != 0:
                result.tie(a, b, values[a][b] if weighted else None)
    return result
