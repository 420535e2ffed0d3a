"""One network of a Pajek file: its vertices, and the ties of each of its relations."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...errors import Where
from ...texts import Claim
from .common import held_values, unreadable
from .graph_in import In, cells_weigh

__all__ = ["LISTS", "ONE_TIE", "PajekNetwork", "Relation"]

ONE_TIE = {"arcs", "edges"}
LISTS = {"arcslist", "edgeslist"}
_ARCS = {"arcs", "arcslist"}
_EDGES = {"edges", "edgeslist"}


@dataclass
class Relation:
    """The ties of one relation."""

    name: str
    ties: list[tuple[int, int, float | None, bool]] = field(default_factory=list)  # ends, weight, whether an arc
    sections: set[str] = field(default_factory=set)
    cells: list[str] = field(default_factory=list)  # of a matrix, those that are not 0
    rows: int = 0  # of a matrix

    def is_directed(self) -> bool:
        """Without ties: whether there is room for arcs only."""
        return bool(_ARCS & self.sections) and not _EDGES & self.sections


@dataclass
class PajekNetwork:
    """What was read of a network."""

    file: str
    name: str = ""
    labels: list[str] | None = None  # of the vertices; none before there are any
    first_mode: int | None = None  # vertices of the first of two modes
    relations: dict[str, Relation] = field(default_factory=dict)
    looks: bool = False  # whether it says how anything is drawn
    times: bool = False  # or when anything is there

    @property
    def size(self) -> int:
        """The number of vertices."""
        return len(self.labels or [])

    @property
    def matrix_size(self) -> tuple[int, int]:
        """Rows and columns of a matrix."""
        first = self.first_mode
        return (self.size, self.size) if first is None else (first, self.size - first)

    def relation(self, number: str, section: str) -> Relation:
        """The relation of a number, a new one if need be."""
        found = self.relations.setdefault(number, Relation(number))
        found.sections.add(section)
        return found

    def networks(self, columns: dict[str, list[str]], several: bool) -> list[In]:
        """A network for each relation that has ties, or one without; `several`: whether its own name is told."""
        told = [relation for relation in self.relations.values() if relation.ties]
        if not told:
            sections = {section for relation in self.relations.values() for section in relation.sections}
            told = [Relation("", sections=sections)]
        return [self._network(relation, columns, several) for relation in told]

    def _network(self, relation: Relation, columns: dict[str, list[str]], several: bool) -> In:
        self._check_matrix(relation)
        names = [self.name, relation.name] if several else [relation.name]
        found = In(self.file, relation.is_directed(), " ".join(filter(None, names)))
        found.usual_weight = 1.0
        found.looks, found.times = self.looks, self.times
        self._nodes(found)
        if self.first_mode is not None:
            found.own_column("mode", [1 if place < self.first_mode else 2 for place in range(self.size)])
        for name, cells in columns.items():
            if len(cells) == self.size:
                found.own_column(name, held_values(cells))
            else:
                found.parts[name] = None
        plain = "matrix" in relation.sections and not cells_weigh(relation.cells)
        for a, b, weight, is_arc in relation.ties:
            found.tie(a, b, None if plain else weight, is_arc)
        return found

    def _nodes(self, found: In) -> None:
        """Nodes are called by their labels, or by their numbers where a label stands twice."""
        labels = self.labels or []
        different = len(set(labels)) == len(labels)
        for place, label in enumerate(labels):
            found.node(label if different else str(place + 1))
        if not different:
            found.labels(labels)

    def _check_matrix(self, relation: Relation) -> None:
        rows = self.matrix_size[0]
        if "matrix" in relation.sections and relation.rows != rows:
            subject = Claim("problem.subject.pajek_rows", {"n": relation.rows})
            expected = Claim("problem.expected.pajek_rows", {"n": rows})
            raise unreadable("HV-154", subject, expected, Where(self.file))
