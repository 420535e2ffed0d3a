"""Ties that stand in a table of their own: a matrix of names, or one row per tie."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..errors import Where
from .personal import personal
from .sheet import Raw
from .signs import SIGNS
from .ties import strength
from .vocabulary import fold

__all__ = ["CONDITIONS", "Edge", "conditions_of", "edges_of", "fields_of", "is_edge_list", "is_matrix", "is_of_ties"]

CONDITIONS = ("P1", "P2", "P3", "P4")

_FIELDS = ("from", "to", "strength", "relation", "reporter", "wave")
_FEWEST = 2  # names beside the first column of a matrix


@dataclass(frozen=True)
class Edge:
    """What somebody says about a tie, with names as they were written; a target of '' is: with nobody."""

    where: Where
    source: str
    target: str
    strength: float = 1.0
    relation: str = ""
    reporter: str = ""
    wave: str = ""
    conditions: tuple[bool | None, ...] = ()  # those of knowing your partner, where they were asked
    perspective: str = ""  # of who says it, when they do not say who they are


def fields_of(heading: list[str]) -> dict[str, int]:
    """The place of each column of a list of ties, by what it tells."""
    places = {name: [i for i, word in enumerate(heading) if fold(word) in SIGNS[f"tie_{name}"]] for name in _FIELDS}
    return {name: found[0] for name, found in places.items() if found}


def is_edge_list(raw: Raw) -> bool:
    """Whether a table has a column for each end of a tie."""
    return {"from", "to"} <= fields_of(raw.rows[0]).keys()


def is_matrix(raw: Raw) -> bool:
    """Whether a table has names beside and above it, mostly the same ones, and strengths of ties in between."""
    above = {fold(name) for name in raw.rows[0][1:]}
    beside = [fold(row[0]) for row in raw.rows[1:]]
    cells = [cell for row in raw.rows[1:] for cell in row[1:] if cell]
    named = len(above) == len(raw.rows[0]) - 1 >= _FEWEST and all(beside) and bool(beside)
    same = sum(name in above for name in beside)
    return named and 2 * same >= len(beside) and all(strength(cell) is not None for cell in cells)


def is_of_ties(raw: Raw) -> bool:
    """Whether a table holds ties and nothing else."""
    fields = fields_of(raw.rows[0])
    listed = is_edge_list(raw) and len(fields) == len([name for name in raw.rows[0] if name])
    return len(raw.rows) > 1 and (listed or is_matrix(raw))


def edges_of(raw: Raw, highest: float) -> tuple[list[Edge], list[tuple[Where, float | None]]]:
    """Every tie of the table, and where no strength from 0 to the highest stands, with the number there."""
    fields = fields_of(raw.rows[0])
    found = _listed(raw, fields) if {"from", "to"} <= fields.keys() else _matrix(raw)
    edges, wrong = [], []
    for edge, cell in found:
        value = 1.0 if cell is None else strength(cell)
        if value is None or value > highest:
            wrong.append((edge.where, value))
        elif value > 0 or not edge.target:
            edges.append(Edge(edge.where, edge.source, edge.target, value, edge.relation, edge.reporter, edge.wave))
    return edges, wrong


def conditions_of(edges: Iterable[Edge]) -> list[str]:
    """The cells of P1 to P4 of what the people of a party say together: what more of them say, yes or no."""
    cells = []
    told = [edge.conditions for edge in edges if edge.conditions]
    for at, _ in enumerate(CONDITIONS):
        said = [each[at] for each in told if each[at] is not None]
        yes, no = said.count(True), said.count(False)
        cells.append("yes" if yes > no else "no" if no > yes else "")
    return cells


def _listed(raw: Raw, fields: dict[str, int]) -> list[tuple[Edge, str | None]]:
    """The rows of a list, each with the cell of its strength; an empty other end is: with nobody."""
    found: list[tuple[Edge, str | None]] = []
    for number, row in zip(raw.numbers[1:], raw.rows[1:], strict=True):
        told = {name: row[place] for name, place in fields.items()}
        if told["from"] or told["to"]:
            cell = told.get("strength") or None
            where = Where(raw.file, number, raw.rows[0][fields["strength" if cell else "to"]])
            relation, reporter, wave = (told.get(name, "") for name in ("relation", "reporter", "wave"))
            found.append((Edge(where, told["from"], told["to"], 1.0, relation, reporter, wave), cell))
    return found


def _matrix(raw: Raw) -> list[tuple[Edge, str | None]]:
    """The cells of a matrix: what the party of the row says. A row without any cell says nothing."""
    found: list[tuple[Edge, str | None]] = []
    for number, row in zip(raw.numbers[1:], raw.rows[1:], strict=True):
        cells = [(name, cell) for name, cell in zip(raw.rows[0][1:], row[1:], strict=True) if cell]
        others = [(name, cell) for name, cell in cells if fold(name) != fold(row[0])]
        found += [(Edge(Where(raw.file, number, _shown(name)), row[0], name), cell) for name, cell in others]
        if others and all(strength(cell) == 0 for _, cell in others):
            found.append((Edge(Where(raw.file, number), row[0], ""), None))
    return found


def _shown(heading: str) -> str:
    """A heading as a place in a message, unless it points to a person."""
    return "" if personal(heading) else heading
