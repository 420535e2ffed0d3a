"""Reads VNA of NetDraw: nodes with their attributes, and ties of one or more relations."""

from __future__ import annotations

import csv
import re

from ...errors import ParseError, Said, Where
from ...texts import Claim
from .common import held_values, text_of, unreadable
from .graph_in import Asked, In, cells_weigh, number

__all__ = ["from_vna"]

_SECTIONS = ["*Node data", "*Node properties", "*Tie data", "*Tie properties"]
_NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?", re.ASCII)
_QUOTED = re.compile(r'"[^"]*"')
_BY_BLANKS = re.compile(r'"([^"]*)"|([^\s"]+)')
Row = tuple[int, list[str]]  # its place in the file, and its cells


def _wrong(where: Where, expected: Said, value: str = "") -> ParseError:
    return unreadable("HV-154", Claim("problem.subject.graph_format", {"format": "VNA"}), expected, where, value)


def _cells(line: str) -> list[str]:
    """The cells of a line, between commas or tabs where it has some, else between blanks."""
    line = line.strip(" ")
    bare = _QUOTED.sub("", line)
    sign = "," if "," in bare else "\t" if "\t" in bare.strip() else ""
    if not sign:
        return [quoted or word for quoted, word in _BY_BLANKS.findall(line)]
    return [cell.strip() for cell in next(csv.reader([line], delimiter=sign, skipinitialspace=True))]


def _sections(text: str, file: str) -> dict[str, list[Row]]:
    """The rows of each section, its heading first."""
    found: dict[str, list[Row]] = {}
    rows: list[Row] | None = None
    known = {name.casefold() for name in _SECTIONS}
    for row, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        name = " ".join(line.casefold().split())
        if name.startswith("*") and name in known - found.keys():
            rows = found[name] = []
        elif name.startswith("*") or (name and rows is None):
            raise _wrong(Where(file, row), Claim("problem.expected.vna_sections", {"sections": _SECTIONS}), line)
        elif rows is not None and name:
            rows.append((row, _row(line, Where(file, row))))
    return found


def _row(line: str, where: Where) -> list[str]:
    try:
        return _cells(line)
    except csv.Error:
        raise _wrong(where, "problem.expected.closed_quote") from None


def _check_widths(rows: list[Row], file: str) -> None:
    for row, cells in rows:
        if len(cells) != len(rows[0][1]):
            subject = Claim("problem.subject.row_with_cells", {"n": len(cells)})
            expected = Claim("problem.expected.cells", {"n": len(rows[0][1])})
            raise unreadable("HV-113", subject, expected, Where(file, row))


class _Vna:
    def __init__(self, sections: dict[str, list[Row]], file: str, asked: Asked):
        self.file = file
        self.asked = asked
        self.sections = sections
        self.nodes: dict[str, Row] = {}

    def read(self) -> list[In]:
        for name in ("*node data", "*node properties"):
            for row, cells in self.sections.get(name, [])[1:]:
                self.add_node(row, cells, name == "*node data")
        ties = self.sections.get("*tie data", [])
        _check_widths(ties, self.file)
        heading = [cell.casefold() for cell in ties[0][1]] if ties else []
        if ties and len(heading) < 2:
            raise _wrong(Where(self.file, ties[0][0]), "problem.expected.vna_ties")
        columns = range(2, len(heading))
        weighing = [at for at in columns if all(_NUMBER.fullmatch(cells[at]) for _, cells in ties[1:])]
        return self.networks(ties, weighing)

    def networks(self, ties: list[Row], weighing: list[int]) -> list[In]:
        """A network for each column of numbers; without one, a single network."""
        heading = ties[0][1] if ties else []
        names = [heading[at] for at in weighing]
        chosen = [at for at in weighing if self.asked.weight in (None, heading[at])]
        made = []
        each: list[int | None] = [*chosen] or [None]
        for at in each:
            found = self.with_nodes("" if at is None else heading[at])
            found.tie_attributes = {name: None for name in heading[2:] if name not in names or not chosen}
            self.fill(found, ties[1:], at)
            made.append(found)
        return made

    def fill(self, found: In, rows: list[Row], at: int | None) -> None:
        weighted = at is not None and cells_weigh(cells[at] for _, cells in rows)
        for row, cells in rows:
            if not cells[0] or not cells[1]:
                raise _wrong(Where(self.file, row), "problem.expected.name")
            ends = found.node(cells[0]), found.node(cells[1])
            weight = 1.0 if at is None else number(cells[at], Where(self.file, row))
            if weight != 0:
                found.tie(*ends, weight if weighted else None)

    def add_node(self, row: int, cells: list[str], has_attributes: bool) -> None:
        name = cells[0] if cells else ""
        if not name:
            raise _wrong(Where(self.file, row), "problem.expected.name")
        if name in self.nodes and has_attributes:
            raise _wrong(Where(self.file, row), "problem.expected.node_once", name)
        self.nodes.setdefault(name, (row, cells if has_attributes else []))

    def with_nodes(self, relation: str) -> In:
        """A network with the nodes and their attributes."""
        found = In(self.file, True, relation)
        for name in self.nodes:
            found.node(name)
        data = self.sections.get("*node data", [])
        _check_widths(data, self.file)
        for at, key in enumerate(data[0][1] if data else []):
            if at > 0:
                cells = [held[at] if held else None for _, held in self.nodes.values()]
                found.own_column(key, held_values(cells))
        properties = ("*node properties", "*tie properties")
        found.looks = any(len(self.sections.get(name, [])) > 1 for name in properties)
        return found


def from_vna(data: bytes, file: str, asked: Asked) -> list[In]:
    """The networks of a VNA file, one for each relation: a column of numbers in its *Tie data, where 0 is no tie."""
    sections = _sections(text_of(data, file, asked.encoding), file)
    if not sections:
        raise _wrong(Where(file), Claim("problem.expected.vna_sections", {"sections": _SECTIONS}))
    return _Vna(sections, file, asked).read()
