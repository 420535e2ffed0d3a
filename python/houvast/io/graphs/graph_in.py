"""What was read from a graph file, until it is a graph."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from ..._core import Graph
from ...errors import Said, Where, printable
from ...texts import Claim
from .common import unreadable, unusable

_MOST_NAMES = 20  # in one sentence
LOOKS = "graph_file.left_out.looks"

Attributes = dict[str, list[Any]]
Tie = tuple[int, int, float | None]  # both ends and a weight


@dataclass(frozen=True, slots=True)
class Asked:
    """How a file is to be read."""

    encoding: str | None = None
    weight: str | None = None  # the attribute of ties that weighs

    def weighs(self, name: str, usual: Iterable[str] = ("weight",)) -> bool:
        """Whether an attribute of ties is their weight."""
        return name == self.weight if self.weight is not None else name.casefold() in usual


class In:
    """What was read of one network: names, ties, attributes, and what was left out."""

    def __init__(self, file: str, directed: bool, name: str = ""):
        self.file = file
        self.directed = directed  # what ties are that do not say it, and a network without ties
        self.name = name
        self.places: dict[str, int] = {}
        self.ties: list[Tie] = []
        self.arcs: list[bool] = []  # whether each tie has a direction
        self.usual_weight: float | None = None  # what a tie without a weight weighs among others with one
        self.attributes: Attributes = {}
        self.tie_attributes: dict[str, None] = {}  # those of ties that are not their weight
        self.parts: dict[str, None] = {}  # what else the file holds, in its own words
        self.looks = False  # whether the file says how the network is drawn
        self.times = False  # or when nodes and ties are there
        self.repeated: dict[str, None] = {}  # attributes of which a node or tie has several, and the first was read
        self.left_out: list[Claim] = []

    def node(self, name: str) -> int:
        """The place of a node, a new one if need be."""
        return self.places.setdefault(name, len(self.places))

    def tie(self, a: int, b: int, weight: float | None, arc: bool | None = None) -> None:
        """Adds a tie; `arc`: whether it has a direction, None as the whole network."""
        self.ties.append((a, b, weight))
        self.arcs.append(self.directed if arc is None else arc)

    def attribute(self, node: int, key: str, value: Any) -> None:
        """Keeps a value of a node."""
        column = self.attributes.setdefault(key, [])
        if len(column) <= node:
            column.extend([None] * (len(self.places) - len(column)))
        column[node] = value

    def default(self, key: str, value: Any) -> None:
        """Gives the nodes that have no value of an attribute this one."""
        column = self.attributes.get(key, [])
        column = column + [None] * (len(self.places) - len(column))
        self.attributes[key] = [value if held is None else held for held in column]

    def own_column(self, key: str, column: list[Any]) -> None:
        """Keeps a column that is ours to name, under a longer name where the file has that one."""
        while key in self.attributes:
            key += "_"
        self.attributes[key] = column

    def labels(self, labels: Iterable[str | None]) -> None:
        """Keeps what nodes are called beside their ids, where that is anything else."""
        found = list(labels)
        if any(label is not None and label != name for label, name in zip(found, self.places, strict=True)):
            self.attributes["label"] = found

    def told(self) -> list[Claim]:
        """Everything that the file says and that this does not hold."""
        said = list(self.left_out)
        if self.looks:
            said.append(Claim(LOOKS, {}))
        if self.times:
            said.append(Claim("graph_file.left_out.times", {}))
        for key, names in (
            ("graph_file.left_out.tie_attributes", self.tie_attributes),
            ("graph_file.left_out.repeated", self.repeated),
            ("graph_file.left_out.parts", self.parts),
        ):
            if names:
                said.append(Claim(key, {"names": _shown(names)}))
        return said

    def _weighted(self) -> list[Tie]:
        """The ties, all with a weight or all without one."""
        weightless = sum(weight is None for _, _, weight in self.ties)
        if weightless in (0, len(self.ties)):
            return self.ties
        if self.usual_weight is None:
            subject = Claim("problem.subject.ties_without_weight", {"n": weightless, "ties": len(self.ties)})
            raise unreadable("HV-109", subject, "problem.expected.all_weights", Where(self.file))
        return [(a, b, self.usual_weight if weight is None else weight) for a, b, weight in self.ties]

    def finish(
        self, duplicates: str = "error", directed: bool | None = None, weight: str | None = None
    ) -> tuple[Graph, list[str], Attributes]:
        """The graph, the names and the attributes in node order."""
        if weight is not None and self.tie_attributes and all(held is None for _, _, held in self.ties):
            choices = Claim("problem.expected.choices", {"choices": list(self.tie_attributes)})
            raise unusable("HV-303", "problem.subject.tie_attribute", choices, weight)
        ties = self._weighted()
        wanted = (any(self.arcs) if self.arcs else self.directed) if directed is None else directed
        if wanted:
            ties = ties + [
                (b, a, held) for (a, b, held), arc in zip(ties, self.arcs, strict=True) if not arc and a != b
            ]
        graph = graph_of(len(self.places), ties, (wanted, None), duplicates)
        for column in self.attributes.values():
            column.extend([None] * (len(self.places) - len(column)))
        return graph, list(self.places), self.attributes


def _shown(names: Iterable[str]) -> list[str]:
    """The names as a sentence may hold them: the first ones, and none too long."""
    first = [printable(name) for name in islice(names, _MOST_NAMES + 1)]
    return first if len(first) <= _MOST_NAMES else [*first[:-1], "…"]


Reader = Callable[[bytes, str, Asked], list[In]]


def graph_of(nodes: int, ties: list[Tie], directed: tuple[bool, bool | None], duplicates: str) -> Graph:
    """A graph of ties that all have a weight, or none.

    `directed`: what the ties are, and what they are to become (None: the same): a tie without direction becomes one
    each way, and without direction two opposite ties are several.
    """
    is_directed, wanted = directed
    if wanted and not is_directed:
        ties = ties + [(b, a, weight) for a, b, weight in ties if a != b]
    weights = [weight for _, _, weight in ties if weight is not None]
    return Graph(
        nodes,
        [a for a, _, _ in ties],
        [b for _, b, _ in ties],
        directed=is_directed if wanted is None else wanted,
        weights=weights or None,
        duplicates=duplicates,
    )


def cells_weigh(cells: Iterable[str]) -> bool:
    """Whether the cells of a matrix are weights: anything but 0 and 1."""
    return any(cell != "1" and float(cell) != 0 for cell in set(cells))


def number(text: str, where: Where, subject: Said = "problem.subject.weight") -> float:
    """The finite number in a cell."""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value) or "_" in text:
        raise unreadable("HV-108", subject, "problem.expected.decimal_point", where, text)
    return value
