"""A release as a ledger keeps it: per figure the digests of its people, and which of them are in each set."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .people import Cell, Figure, People
from .rules import Entry

__all__ = ["entry_of", "json_of"]


def json_of(entry: Entry) -> dict[str, Any]:
    """An entry as JSON; its number is whoever's who adds it."""
    figures: dict[str, Any] = {}
    for name, figure in entry.figures.items():
        at, _, number = name.rpartition("/")
        figures.setdefault(at, {})[number] = figure
    kept = {at: _packed(numbers) for at, numbers in figures.items()}
    words = {name: getattr(entry, name) for name in ("study", "policy", "threshold", "by", "day")}
    return {**words, "figures": kept}


def entry_of(found: Mapping[str, Any]) -> Entry:
    """An entry from its JSON."""
    words = {name: found[name] for name in ("number", "study", "policy", "threshold", "by", "day")}
    figures = {}
    for at, kept in found["figures"].items():
        for number, figure in kept["numbers"].items():
            figures[f"{at}/{number}"] = _unpacked(figure, kept["people"])
    return Entry(**words, figures=figures)


def _packed(numbers: Mapping[str, Figure]) -> dict[str, Any]:
    """Figures of the same people: a list of these, and of each set the places in it as the bits of a number."""
    people = sorted({person for figure in numbers.values() for those in _sets(figure) for person in those})
    bit = {person: 1 << i for i, person in enumerate(people)}

    def bits(those: People) -> str:
        return f"{sum(bit[person] for person in those):x}"

    return {
        "people": people,
        "numbers": {
            number: {
                "told": sorted([bits(cell.people), cell.low, cell.high] for cell in figure.told),
                "members": sorted(map(bits, figure.members)),
            }
            for number, figure in numbers.items()
        },
    }


def _sets(figure: Figure) -> list[People]:
    return [*(cell.people for cell in figure.told), *figure.members]


def _unpacked(figure: Mapping[str, Any], people: list[str]) -> Figure:
    def those(bits: str) -> People:
        marks = f"{int(bits, 16):b}"[::-1]
        return frozenset(person for person, mark in zip(people, marks, strict=False) if mark == "1")

    told = frozenset(Cell(those(bits), low, high) for bits, low, high in figure["told"])
    return Figure(told, frozenset(map(those, figure["members"])))
