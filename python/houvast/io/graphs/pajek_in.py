"""Reads Pajek: networks of one or two modes with one or more relations, and partitions and vectors as attributes."""

from __future__ import annotations

import re
from collections import Counter

from ...errors import ParseError, Said, Where
from ...texts import Claim
from ..limits import MOST_NODES
from .common import text_of, unreadable, whole_number
from .graph_in import Asked, In, number
from .pajek_network import LISTS, ONE_TIE, PajekNetwork, Relation

__all__ = ["from_pajek"]

_SECTIONS = ["*Vertices", "*Arcs", "*Edges", "*Arcslist", "*Edgeslist", "*Matrix", "*Network", "*Partition", "*Vector"]
_TIES = ONE_TIE | LISTS | {"matrix"}
_COLUMNS = {"partition", "vector"}
_PASSED_OVER = {"permutation", "cluster", "hierarchy"}
# A label in double quotes, in which \" is a quote; one in single quotes; or a word.
_VERTEX = re.compile(r"""\s*(\d+)(?:\s+(?:"((?:\\"|[^"])*)"|'([^']*)'|([^\s"]\S*))(\s.*)?)?\s*""")
_HEADING = re.compile(r"\*\s*(\w*)\s*(?::\s*(\d+))?\s*(.*)")
_LOOK = re.compile("[A-Za-z]")  # how a tie is drawn: a letter with what it stands for, such as c Blue


def from_pajek(data: bytes, file: str, asked: Asked) -> list[In]:
    """The networks of a .net or .paj file, one for each relation that has ties; a tie without a value weighs 1."""
    reading = _Pajek(file, len(data))
    for row, line in enumerate(re.split(r"\r\n|\r|\n", text_of(data, file, asked.encoding)), 1):
        if line.strip() and not line.startswith(("%", "/*")):
            reading.line(line, Where(file, row))
    return reading.finish()


class _Pajek:
    def __init__(self, file: str, size: int):
        self.file = file
        self.most = max(MOST_NODES, size)
        self.networks: list[PajekNetwork] = [PajekNetwork(file)]
        self.section = ""
        self.relation = ""
        self.columns: dict[str, list[str]] = {}
        self.called: Counter[str] = Counter()  # how often a name of a column came again
        self.column: list[str] | None = None  # the partition or vector that is being read
        self.passed_over: dict[str, None] = {}

    @property
    def network(self) -> PajekNetwork:
        """The one that is being read."""
        return self.networks[-1]

    def wrong(self, where: Where, expected: Said, value: str = "") -> ParseError:
        return unreadable("HV-154", "problem.subject.pajek", expected, where, value)

    def line(self, line: str, where: Where) -> None:
        """Reads one line."""
        if line.startswith("*"):
            self.heading(line, where)
        elif self.column is not None:
            self.column.append(line.strip())
        elif self.section == "vertices":
            self.vertex(line, where)
        elif self.section in _TIES:
            self.ties(line.split(), where)
        elif self.section not in _PASSED_OVER:
            raise self.wrong(where, Claim("problem.expected.pajek_line", {"sections": _SECTIONS}))

    def heading(self, line: str, where: Where) -> None:
        match = _HEADING.fullmatch(line)
        section, relation, rest = (match[1].lower(), match[2] or "", match[3].strip()) if match else ("", "", "")
        if section in _PASSED_OVER:
            self.column = None
            self.passed_over[f"*{section}"] = None
        elif section == "vertices" and self.section in _PASSED_OVER:
            return
        elif section == "network":
            self.begin_network(rest)
        elif section in _COLUMNS:
            self.column = self.columns[self.column_name(section, rest)] = []
        elif section == "vertices":
            self.vertices(rest.split(), where)
        elif section in _TIES:
            self.begin_ties(section, relation, rest)
        else:
            raise self.wrong(where, Claim("problem.expected.choices", {"choices": _SECTIONS}), f"*{section}")
        self.section = section

    def column_name(self, section: str, rest: str) -> str:
        """What a partition or vector is called: its own name, without the ending of a file."""
        name = re.sub(r"\.(clu|vec)$", "", rest.strip('"'), flags=re.IGNORECASE) or section
        free, times = name, self.called[name]
        while free in self.columns:
            times += 1
            free = f"{name}_{times if times > 1 else ''}"
        self.called[name] = times
        return free

    def begin_network(self, name: str) -> None:
        self.column = None
        if self.network.labels is not None or self.network.name:
            self.networks.append(PajekNetwork(self.file))
        self.network.name = name.strip('"')

    def begin_ties(self, section: str, relation: str, rest: str) -> None:
        self.column = None
        self.relation = relation
        found = self.network.relation(relation, section)
        if label := rest.strip().strip('"'):
            found.name = label

    def vertices(self, numbers: list[str], where: Where) -> None:
        counts = [count for cell in numbers if (count := whole_number(cell)) is not None]
        unfit = len(counts) != len(numbers) or not 1 <= len(numbers) <= 2
        if unfit or (self.column is None and self.network.labels is not None):
            raise self.wrong(where, "problem.expected.pajek_vertices")
        count = counts[0]
        if count > self.most:  # a number of vertices costs nothing to claim
            raise self.wrong(where, Claim("problem.expected.pajek_most", {"most": self.most}))
        if self.column is not None:
            return
        if len(numbers) == 2:
            self.network.first_mode = counts[1]
            if counts[1] > count:
                raise self.wrong(where, Claim("problem.expected.pajek_first_mode", {"n": count}))
        self.network.labels = [str(i + 1) for i in range(count)]

    def vertex(self, line: str, where: Where) -> None:
        labels = self.network.labels or []
        match = _VERTEX.fullmatch(line)
        number = whole_number(match[1]) if match else None
        if match is None or number is None or not 1 <= number <= len(labels):
            raise self.wrong(where, Claim("problem.expected.pajek_vertex", {"last": len(labels)}))
        label = match[2].replace('\\"', '"') if match[2] else match[3] or match[4]
        labels[number - 1] = label or match[1]
        self.beside((match[5] or "").split())

    def beside(self, cells: list[str]) -> None:
        """Notes what a line says beside a vertex or a tie: when it is there, and how it is drawn."""
        self.network.times |= any(cell.startswith("[") for cell in cells)
        self.network.looks |= any(not cell.startswith("[") for cell in cells)

    def place(self, cell: str, where: Where) -> int:
        number = whole_number(cell)
        if number is None or not 1 <= number <= self.network.size:
            about = {"section": f"*{self.section.capitalize()}", "last": self.network.size}
            raise self.wrong(where, Claim("problem.expected.pajek_ends", about))
        return number - 1

    def ties(self, cells: list[str], where: Where) -> None:
        """Reads a line of ties; a number with a colon before it is their relation."""
        relation = self.relation
        if self.section != "matrix" and cells[0].endswith(":") and whole_number(cells[0][:-1]) is not None:
            relation, *cells = cells[0][:-1], *cells[1:]
        found = self.network.relation(relation, self.section)
        if self.section in ONE_TIE:
            self.one_tie(cells, found, where)
        elif self.section == "matrix":
            self.row_of_matrix(cells, found, where)
        elif cells:
            start, *ends = [self.place(cell, where) for cell in cells]
            for end in ends:
                self.tie(found, (start, end), None, where)

    def one_tie(self, cells: list[str], found: Relation, where: Where) -> None:
        if len(cells) < 2:
            raise self.wrong(where, "problem.expected.pajek_two_vertices")
        ends = self.place(cells[0], where), self.place(cells[1], where)
        rest = cells[2:]
        weight = None
        if rest and not rest[0].startswith("[") and not (len(rest) > 1 and _LOOK.match(rest[0])):
            weight = number(rest.pop(0), where)
        self.beside(rest)
        self.tie(found, ends, weight, where)

    def row_of_matrix(self, cells: list[str], found: Relation, where: Where) -> None:
        rows, columns = self.network.matrix_size
        if found.rows >= rows or len(cells) != columns:
            expected = Claim("problem.expected.pajek_matrix", {"rows": rows, "columns": columns})
            subject = Claim("problem.subject.pajek_numbers", {"n": len(cells)})
            raise unreadable("HV-154", subject, expected, where)
        for column, cell in enumerate(cells, self.network.size - columns):
            if weight := number(cell, where, "problem.subject.cell"):
                found.cells.append(cell)
                self.tie(found, (found.rows, column), weight, where)
        found.rows += 1

    def tie(self, found: Relation, ends: tuple[int, int], weight: float | None, where: Where) -> None:
        a, b = ends
        first_mode = self.network.first_mode
        if first_mode is not None and (a < first_mode) == (b < first_mode):
            raise self.wrong(where, "problem.expected.pajek_between_modes")
        is_arc = self.section in ("arcs", "arcslist") or (self.section == "matrix" and first_mode is None)
        found.ties.append((a, b, weight, is_arc))

    def finish(self) -> list[In]:
        """The networks, when every line was read."""
        several = len(self.networks) > 1
        found = [each for network in self.networks for each in network.networks(self.columns, several)]
        for network in found:
            network.parts |= self.passed_over
        return found
