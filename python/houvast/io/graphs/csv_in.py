"""Reads tables in CSV: lists of ties, as Gephi and Visone write them too, and lists of nodes."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from ...errors import ParseError, Where
from ...texts import Claim
from .common import bare, held_values, text_of, unreadable
from .graph_in import Asked, In, number

__all__ = ["from_edges", "nodes_of", "table_of", "with_nodes", "wrong_width"]

_ENDS = {("source", "target"): True, ("from", "to"): True, ("node_a", "node_b"): False}
_TYPES = {"directed": True, "undirected": False, "true": True, "false": False}
_QUOTED = re.compile(r' *"((?:[^"]|"")*)" *')
Row = tuple[int, list[str]]


def _cells(text: str, delimiter: str, file: str) -> list[Row]:
    """Rows and their cells: those in quotes as they are, others without the spaces around them."""
    cell = re.compile(rf' *"(?:[^"]|"")*" *(?=[{delimiter}\r\n]|\Z)|(?! *")[^{delimiter}\r\n]*')
    rows: list[Row] = []
    cells: list[str] = []
    place, row, started = 0, 1, 1
    while True:
        match = cell.match(text, place)
        if match is None:
            raise unreadable("HV-116", "problem.subject.table", "problem.expected.closed_quote", Where(file, started))
        quoted = _QUOTED.fullmatch(match[0]) if '"' in match[0] else None
        cells.append(quoted[1].replace('""', '"') if quoted else match[0].strip())
        row += len(re.findall(r"\r\n|\r|\n", match[0])) if quoted else 0
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


def table_of(data: bytes, file: str, encoding: str | None) -> list[Row]:
    """The rows of a table, the heading first."""
    text = text_of(data, file, encoding)
    first = re.match("[a-z_]* *([,;\t])", text)  # a name in the heading of a matrix may have more of another
    delimiter = first[1] if first else max(",;\t", key=text.split("\n", 1)[0].count)
    rows = _cells(text, delimiter, file)
    if not rows:
        raise unreadable("HV-102", "problem.subject.file", "problem.expected.table_of_ties", Where(file))
    return rows


def wrong_width(cells: int, columns: int, where: Where) -> ParseError:
    """The error for a row that is longer or shorter than the heading."""
    subject = Claim("problem.subject.row_with_cells", {"n": cells})
    return unreadable("HV-113", subject, Claim("problem.expected.cells", {"n": columns}), where)


class _Ties:
    def __init__(self, heading: Row, file: str, asked: Asked):
        self.file = file
        self.heading = heading[1]
        self.folded = [cell.casefold() for cell in self.heading]
        self.where = Where(file, heading[0])
        self.ends, self.directed = self._ends()
        self.type = self.folded.index("type") if "type" in self.folded else None
        weights = [at for at, name in enumerate(self.heading) if at not in self.ends and asked.weighs(name)]
        self.weight = weights[0] if weights else None
        known = {*self.ends, self.type, self.weight}
        self.others = [at for at in range(len(self.heading)) if at not in known and self.folded[at] != "id"]
        if len(set(self.folded)) < len(self.folded):
            often = Counter(self.folded)
            twice = next(name for name in self.heading if often[name.casefold()] > 1)
            raise unreadable(
                "HV-114", "problem.subject.column", "problem.expected.different_columns", self.where, twice
            )

    def _ends(self) -> tuple[tuple[int, int], bool]:
        for names, directed in _ENDS.items():
            if set(names) <= set(self.folded):
                return (self.folded.index(names[0]), self.folded.index(names[1])), directed
        found = ",".join(self.heading)
        raise unreadable("HV-112", "problem.subject.heading", "problem.expected.tie_heading", self.where, found)

    def read(self, rows: list[Row], found: In) -> In:
        found.directed = self.directed
        for row, cells in rows:
            where = Where(self.file, row)
            if len(cells) != len(self.heading):
                raise wrong_width(len(cells), len(self.heading), where)
            self.tie(cells, where, found)
        for at in self.others:
            if any(cells[at] for _, cells in rows):
                found.tie_attributes[self.heading[at]] = None
        return found

    def tie(self, cells: list[str], where: Where, found: In) -> None:
        """Reads a row: a tie, or a node without ties."""
        source, target = (bare(cells[at]) for at in self.ends)
        if not source:
            column = Claim("problem.subject.column_named", {"name": self.folded[self.ends[0]]})
            raise unreadable("HV-109", column, "problem.expected.name", where)
        a = found.node(source)
        if target:
            weight = None if self.weight is None else number(cells[self.weight], where)
            found.tie(a, found.node(target), weight, self.is_arc(cells, where))

    def is_arc(self, cells: list[str], where: Where) -> bool:
        """Whether the tie has a direction, as its `Type` says."""
        said = "" if self.type is None else cells[self.type]
        if not said:
            return self.directed
        if said.casefold() not in _TYPES:
            column = Claim("problem.subject.column_named", {"name": "Type"})
            expected = Claim("problem.expected.choices", {"choices": ["Directed", "Undirected"]})
            raise unreadable("HV-108", column, expected, where, said)
        return _TYPES[said.casefold()]


def nodes_of(data: bytes, file: str, encoding: str | None) -> dict[str, dict[str, Any]]:
    """The nodes of a table with the column Id (and Label and others) and their values."""
    (first, heading), *rows = table_of(data, file, encoding)
    folded = [cell.casefold() for cell in heading]
    if "id" not in folded or len(set(folded)) < len(folded):
        where, found = Where(file, first), ",".join(heading)
        raise unreadable("HV-112", "problem.subject.heading", "problem.expected.node_heading", where, found)
    at = folded.index("id")
    names: list[str] = []
    for row, cells in rows:
        if len(cells) != len(heading):
            raise wrong_width(len(cells), len(heading), Where(file, row))
        if not cells[at]:
            raise unreadable("HV-109", "problem.subject.node", "problem.expected.name", Where(file, row))
        names.append(bare(cells[at]))
    columns = {
        "label" if folded[place] == "label" else name: held_values([cells[place] for _, cells in rows])
        for place, name in enumerate(heading)
        if place != at
    }
    held = {name: {key: column[place] for key, column in columns.items()} for place, name in enumerate(names)}
    if len(held) < len(names):
        often = Counter(names)
        twice = next(name for name in names if often[name] > 1)
        raise unreadable("HV-106", "problem.subject.id", "problem.expected.node_once", Where(file), twice)
    return held


def from_edges(data: bytes, file: str, asked: Asked) -> list[In]:
    """The network of a list of ties; a column `Type` says of each whether it has a direction."""
    heading, *rows = table_of(data, file, asked.encoding)
    return [_Ties(heading, file, asked).read(rows, In(file, True))]


def with_nodes(data: bytes, file: str, asked: Asked, nodes: dict[str, dict[str, Any]]) -> In:
    """The network of a list of ties between nodes that a table of their own lists."""
    found = In(file, True)
    for name in nodes:
        found.node(name)
    for place, held in enumerate(nodes.values()):
        for key, value in held.items():
            found.attribute(place, key, value)
    heading, *rows = table_of(data, file, asked.encoding)
    ties = _Ties(heading, file, asked)
    for row, cells in rows:
        for end in [bare(cells[at]) for at in ties.ends if len(cells) == len(heading[1])]:
            if end and end not in nodes:
                where = Where(file, row)
                raise unreadable("HV-109", "problem.subject.node", "problem.expected.node_of_table", where, end)
    return ties.read(rows, found)
