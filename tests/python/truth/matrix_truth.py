"""Whether what is said of a cell of the prevention matrix holds, by the study's own tables."""

from collections.abc import Mapping
from itertools import product
from typing import Any

from ecosystem import Ecosystem, words

Cell = tuple[str, str]  # support level, age


def lines(eco: Ecosystem, cell: Cell) -> int:
    """How many offers people wrote in a cell."""
    rows = eco.frames["matrix"]
    texts = rows[(rows["support_level"] == cell[0]) & (rows["age"] == cell[1])]["text"]
    return sum(bool(line.strip()) for text in texts for line in text.splitlines())


def organisations(eco: Ecosystem, cell: Cell, need: str) -> set[str]:
    """Who offers something in a cell for a need; parties of one organisation count once."""
    found = set()
    for id, party in eco.parties.items():
        for offer in words(party["offers"] or None):
            asked = zip(offer.split("/"), (need, cell[1], cell[0]), strict=True)
            if all(said in ("*", want) for said, want in asked):
                found.add(party["organisation"] or f"\n{id}")
    return found


def offered(eco: Ecosystem, cell: Cell) -> dict[str, int]:
    """How many organisations offer something for each need."""
    return {term["id"]: len(organisations(eco, cell, term["id"])) for term in eco.terms("needs")}


def anything(eco: Ecosystem) -> bool:
    """Whether the matrix holds anything at all."""
    offers = any(words(party["offers"] or None) for party in eco.parties.values())
    cells = product(*([term["id"] for term in eco.terms(name)] for name in ("support_levels", "ages")))
    return offers or any(lines(eco, cell) for cell in cells)


def empty(eco: Ecosystem, cell: Cell) -> bool:
    return anything(eco) and not lines(eco, cell) and not any(offered(eco, cell).values())


def expected(eco: Ecosystem, cell: Cell) -> bool:
    return cell[0] in eco.expected("support_levels") and cell[1] in eco.expected("ages")


def gaps(eco: Ecosystem, cell: Cell) -> list[str]:
    """Needs that are expected to be met and for which nobody offers anything, where parties say what they offer."""
    if not any(words(party["offers"] or None) for party in eco.parties.values()) or not expected(eco, cell):
        return []
    return [need for need, n in offered(eco, cell).items() if n == 0 and need in eco.expected("needs")]


def overlaps(eco: Ecosystem, cell: Cell) -> list[str]:
    return [need for need, n in offered(eco, cell).items() if n >= eco.thresholds["overlap"]]


def called(eco: Ecosystem, ids: list[str]) -> list[str]:
    titles = {term["id"]: term["title"]["nl"] for term in eco.terms("needs")}
    return sorted(titles[id] for id in ids)


def titles(args: Mapping[str, Any]) -> list[str]:
    return sorted(text.nl for text in args["needs"])


PREDICATES = {
    "coverage.matrix.unknown": lambda _, eco, cell: not anything(eco),
    "coverage.matrix.gap": lambda _, eco, cell: empty(eco, cell) and expected(eco, cell),
    "coverage.matrix.none": lambda _, eco, cell: empty(eco, cell) and not expected(eco, cell),
    "coverage.matrix.offered": lambda _, eco, cell: (
        anything(eco)
        and not empty(eco, cell)
        and lines(eco, cell) < eco.thresholds["overlap"]
        and not gaps(eco, cell)
        and not overlaps(eco, cell)
    ),
    "coverage.matrix.several": lambda args, eco, cell: args["n"] == lines(eco, cell) >= eco.thresholds["overlap"],
    "coverage.matrix.overlap": lambda args, eco, cell: titles(args) == called(eco, overlaps(eco, cell)),
    "coverage.matrix.needs": lambda args, eco, cell: titles(args) == called(eco, gaps(eco, cell)),
}
