"""Reads Pajek networks: arcs, edges, lists of them, matrices, and networks of two modes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...errors import ParseError, Said, Where
from ...texts import Claim
from .common import unreadable, utf8_text, whole_number
from .graph_in import In, number

_ONE_TIE = {"arcs", "edges"}
_LISTS = {"arcslist", "edgeslist"}
_SECTIONS = ["*Vertices", "*Arcs", "*Edges", "*Arcslist", "*Edgeslist", "*Matrix"]
# A label in double quotes, in which \" is a quote; one in single quotes; or a word.
_VERTEX = re.compile(r"""\s*(\d+)(?:\s+(?:"((?:\\"|[^"])*)"|'([^']*)'|([^\s"]\S*))(?:\s.*)?)?\s*""")


def from_pajek(data: bytes, file: str) -> In:
    """The network of a .net file; of several relations, the one that has ties."""
    reading = _Pajek(file, len(data))
    for row, line in enumerate(re.split(r"\r\n|\r|\n", utf8_text(data, file)), 1):
        if line.strip() and not line.startswith("%"):
            reading.line(line, Where(file, row))
    return reading.finish()


class _Pajek:
    def __init__(self, file: str, size: int):
        self.file = file
        self.size = size
        self.names: list[str] = []
        self.first_mode: int | None = None  # vertices of the first of two modes
        self.section = ""
        self.sections: set[str] = set()
        self.relation = ""
        self.relations: dict[str, Where] = {}  # those with ties
        self.matrix_row = 0
        self.matrix_cells: set[str] = set()
        self.ties: list[tuple[int, int, float | None, bool]] = []  # ends, weight, whether it is an arc

    def wrong(self, where: Where, expected: Said, value: str = "") -> ParseError:
        return unreadable("HV-154", "problem.subject.pajek", expected, where, value)

    def line(self, line: str, where: Where) -> None:
        """Reads one line."""
        if line.startswith("*"):
            self.heading(line, where)
        elif self.section == "vertices":
            self.vertex(line, where)
        elif self.section in _ONE_TIE:
            self.one_tie(line.split(), where)
        elif self.section in _LISTS:
            self.list_of_ties(line.split(), where)
        elif self.section == "matrix":
            self.row_of_matrix(line.split(), where)
        else:
            raise self.wrong(where, Claim("problem.expected.pajek_line", {"sections": _SECTIONS}))

    def heading(self, line: str, where: Where) -> None:
        section, *rest = line[1:].lower().split() or [""]
        section, colon, relation = section.partition(":")
        if not colon and rest and rest[0].startswith(":"):
            relation = rest[0][1:]
        if section == "network":
            return
        if section not in {"vertices", "matrix"} | _ONE_TIE | _LISTS:
            raise self.wrong(where, Claim("problem.expected.choices", {"choices": _SECTIONS}), f"*{section}")
        self.section, self.relation = section, relation
        self.sections.add(section)
        if section == "vertices":
            self.vertices(rest, where)

    def vertices(self, numbers: list[str], where: Where) -> None:
        counts = [count for cell in numbers if (count := whole_number(cell)) is not None]
        if len(counts) != len(numbers) or not 1 <= len(numbers) <= 2 or self.names:
            raise self.wrong(where, "problem.expected.pajek_vertices")
        count = counts[0]
        if count > self.size:  # a number of vertices costs nothing to claim
            raise self.wrong(where, "problem.expected.pajek_vertex_lines")
        if len(numbers) == 2:
            self.first_mode = counts[1]
            if self.first_mode > count:
                raise self.wrong(where, Claim("problem.expected.pajek_first_mode", {"n": count}))
        self.names = [str(i + 1) for i in range(count)]

    def vertex(self, line: str, where: Where) -> None:
        match = _VERTEX.fullmatch(line)
        number = whole_number(match[1]) if match else None
        if match is None or number is None or not 1 <= number <= len(self.names):
            raise self.wrong(where, Claim("problem.expected.pajek_vertex", {"last": len(self.names)}))
        label = match[2].replace('\\"', '"') if match[2] else match[3] or match[4]
        self.names[number - 1] = label or match[1]

    def place(self, cell: str, where: Where) -> int:
        number = whole_number(cell)
        if number is None or not 1 <= number <= len(self.names):
            about = {"section": f"*{self.section.capitalize()}", "last": len(self.names)}
            raise self.wrong(where, Claim("problem.expected.pajek_ends", about))
        return number - 1

    def one_tie(self, cells: list[str], where: Where) -> None:
        if len(cells) < 2:
            raise self.wrong(where, "problem.expected.pajek_two_vertices")
        weight = number(cells[2], where) if len(cells) > 2 else None
        self.tie(self.place(cells[0], where), self.place(cells[1], where), weight, where)

    def list_of_ties(self, cells: list[str], where: Where) -> None:
        start, *ends = [self.place(cell, where) for cell in cells]
        for end in ends:
            self.tie(start, end, None, where)

    def row_of_matrix(self, cells: list[str], where: Where) -> None:
        rows, first_column = (len(self.names), 0) if self.first_mode is None else (self.first_mode, self.first_mode)
        columns = len(self.names) - first_column
        if self.matrix_row >= rows or len(cells) != columns:
            expected = Claim("problem.expected.pajek_matrix", {"rows": rows, "columns": columns})
            subject = Claim("problem.subject.pajek_numbers", {"n": len(cells)})
            raise unreadable("HV-154", subject, expected, where)
        for column, cell in enumerate(cells, first_column):
            if weight := number(cell, where, "problem.subject.cell"):
                self.matrix_cells.add(cell)
                self.tie(self.matrix_row, column, weight, where)
        self.matrix_row += 1

    def tie(self, a: int, b: int, weight: float | None, where: Where) -> None:
        if self.first_mode is not None and (a < self.first_mode) == (b < self.first_mode):
            raise self.wrong(where, "problem.expected.pajek_between_modes")
        self.relations.setdefault(self.relation, where)
        if len(self.relations) > 1:
            several = ", ".join(f":{relation}" for relation in self.relations)
            raise self.wrong(where, "problem.expected.pajek_one_relation", several)
        is_arc = self.section in ("arcs", "arcslist") or (self.section == "matrix" and self.first_mode is None)
        self.ties.append((a, b, weight, is_arc))

    def is_directed(self) -> bool:
        """Whether there are arcs, or in a network without ties room for arcs only."""
        arcs, edges = {"arcs", "arcslist"} & self.sections, {"edges", "edgeslist"} & self.sections
        return any(tie[3] for tie in self.ties) or (not self.ties and bool(arcs) and not edges)

    def finish(self) -> In:
        """The whole, when every line was read."""
        where = Where(self.file)
        expected_rows = len(self.names) if self.first_mode is None else self.first_mode
        if "matrix" in self.sections and self.matrix_row != expected_rows:
            subject = Claim("problem.subject.pajek_rows", {"n": self.matrix_row})
            raise unreadable("HV-154", subject, Claim("problem.expected.pajek_rows", {"n": expected_rows}), where)
        result = In(self.file, self.is_directed())
        for place, name in enumerate(self.names):
            if result.node(name) != place:
                raise self.wrong(where, "problem.expected.pajek_labels", name)
        if self.first_mode is not None:
            for place in range(len(self.names)):
                result.attribute(place, "mode", 1 if place < self.first_mode else 2)
        for a, b, weight, is_arc in self.weighted():
            result.tie(a, b, weight)
            if result.directed and not is_arc and a != b:
                result.tie(b, a, weight)
        return result

    def weighted(self) -> Iterator[tuple[int, int, float | None, bool]]:
        """The ties; a matrix of nothing but 0 and 1 has no weights."""
        plain = bool(self.matrix_cells) and self.matrix_cells == {"1"}
        for a, b, weight, is_arc in self.ties:
            yield a, b, None if plain else weight, is_arc
