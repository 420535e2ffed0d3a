"""What was read from a graph file, until it is a graph."""

from __future__ import annotations

import math
from typing import Any

from ..._core import Graph
from ...errors import Said, Where
from ...texts import Claim
from .common import unreadable

Attributes = dict[str, list[Any]]
Tie = tuple[int, int, float | None]  # both ends and a weight


class In:
    """What was read: names, ties, attributes."""

    def __init__(self, file: str, directed: bool):
        self.file = file
        self.directed = directed
        self.places: dict[str, int] = {}
        self.ties: list[Tie] = []
        self.attributes: Attributes = {}

    def node(self, name: str) -> int:
        """The place of a node, a new one if need be."""
        return self.places.setdefault(name, len(self.places))

    def tie(self, a: int, b: int, weight: float | None) -> None:
        """Adds a tie."""
        self.ties.append((a, b, weight))

    def attribute(self, node: int, key: str, value: Any) -> None:
        """Keeps a value of a node."""
        self.attributes.setdefault(key, []).extend([None] * (len(self.places) - len(self.attributes.get(key, []))))
        self.attributes[key][node] = value

    def finish(self, duplicates: str = "error", directed: bool | None = None) -> tuple[Graph, list[str], Attributes]:
        """The graph, the names and the attributes in node order."""
        weightless = sum(weight is None for _, _, weight in self.ties)
        if 0 < weightless < len(self.ties):
            subject = Claim("problem.subject.ties_without_weight", {"n": weightless, "ties": len(self.ties)})
            raise unreadable("HV-109", subject, "problem.expected.all_weights", Where(self.file))
        graph = graph_of(len(self.places), self.ties, (self.directed, directed), duplicates)
        for column in self.attributes.values():
            column.extend([None] * (len(self.places) - len(column)))
        return graph, list(self.places), self.attributes


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


def number(text: str, where: Where, subject: Said = "problem.subject.weight") -> float:
    """The finite number in a cell."""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value) or "_" in text:
        raise unreadable("HV-108", subject, "problem.expected.decimal_point", where, text)
    return value
