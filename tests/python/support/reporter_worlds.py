"""Every way in which parties can be silent about a network, and of whom a release then makes somebody certain.

    python tests/python/support/reporter_worlds.py

Parties are all alike in what a release is split by, so that their network is told in blocks of another attribute. A
world is how many parties of each domain told about their ties, of whom nobody has any; a study has a relation per
world, so one release shows what becomes of each. The attacker knows how many parties of each domain were asked.
Nothing here looks at how the product decides.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import houvast
from houvast import _core

DOMAINS = ("onderwijs", "zorg", "jeugdhulp", "gemeente")
OF_TIES = ("density", "bounds")  # what ties have a say in
World = tuple[int, ...]


def worlds_of(sizes: Sequence[int]) -> list[World]:
    """How many of each domain may have told."""
    return list(itertools.product(*(range(size + 1) for size in sizes)))


def study_of_worlds(sizes: Sequence[int], *, directed: bool, more: dict[str, Any] | None = None) -> houvast.Study:
    """A relation for each world."""
    names = [[f"{DOMAINS[g]}{i}" for i in range(size)] for g, size in enumerate(sizes)]
    relations = [
        {"id": f"x{number}", "title": {"nl": "x", "en": "x"}, "directed": directed}
        for number, _ in enumerate(worlds_of(sizes))
    ]
    ties = [
        {"wave": "w", "relation": f"x{number}", "reporter": name, "from": name, "to": ""}
        for number, world in enumerate(worlds_of(sizes))
        for g, told in enumerate(world)
        for name in names[g][:told]
    ]
    parties = [
        {"id": name, "perspective": "professional", "domain": DOMAINS[g], "asked": 1}
        for g, those in enumerate(names)
        for name in those
    ]
    data = {
        "schema": "houvast-study/1",
        "id": "silent",
        "title": {"nl": "Stil", "en": "Silent"},
        "instruments": ["six-elements"],
        "waves": [{"id": "w", "date": "2026-01-01"}],
        "relations": relations,
        "parties": parties,
        "ties": ties,
        **(more or {}),
    }
    return _core.study_from_json(json.dumps(data).encode(), "study.json")


def alike(sizes: Sequence[int], policy: str, *, directed: bool, without: Sequence[str] = ()) -> list[list[World]]:
    """Worlds of which the document says the same; `without` some fields."""
    document = study_of_worlds(sizes, directed=directed).release(policy, by="perspective").document()
    told = {row["relation"]: row for row in document["networks"]}
    found: dict[str, list[World]] = {}
    for number, world in enumerate(worlds_of(sizes)):
        row = told.get(f"x{number}", {})
        kept = {name: value for name, value in row.items() if name not in ("relation", "title", *without)}
        if without and kept:
            kept["blocks"] = [block["shown"] for block in row["blocks"]]
        found.setdefault(json.dumps(kept), []).append(world)
    return list(found.values())


@dataclass(frozen=True)
class Fact:
    """Of whom somebody is certain that they are at least one, and fewer than the threshold."""

    domains: tuple[int, ...]
    told: bool
    by: str
    numbers: tuple[int, int] = field(compare=False)


def facts(worlds: Sequence[World], sizes: Sequence[int], threshold: int) -> Iterator[Fact]:
    """What worlds that look alike tell of those of some domains who told, and who did not."""
    places = range(len(sizes))
    eyes: list[tuple[int, bool] | None] = [None, *itertools.product(places, (True, False))]
    for own in eyes:
        seen = [each for each in worlds if own is None or _number(each, sizes, own[:1], own[1]) >= 1]
        if not seen:
            continue
        for many in range(1, len(sizes) + 1):
            for domains, told in itertools.product(itertools.combinations(places, many), (True, False)):
                mine = int(own is not None and own[0] in domains and own[1] == told)
                numbers = [_number(each, sizes, domains, told) - mine for each in seen]
                if min(numbers) >= 1 and max(numbers) < threshold:
                    by = (
                        "a reader"
                        if own is None
                        else f"one of domain {own[0]} who {'told' if own[1] else 'was silent'}"
                    )
                    yield Fact(domains, told, by, (min(numbers), max(numbers)))


def _number(world: World, sizes: Sequence[int], domains: Sequence[int], told: bool) -> int:
    return sum(world[g] if told else sizes[g] - world[g] for g in domains)


SIZES = (
    (11,),
    (20,),
    (23,),
    (5, 6),
    (6, 6),
    (6, 7),
    (3, 4, 7),
    (10, 10),
    (8, 8, 6),
    (9, 14),
    (3, 9, 12),
    (5, 30),
    (11, 24),
)


def main() -> None:
    """How many worlds tell something of few, by policy and direction."""
    for policy, threshold, directed in itertools.product(("team", "external"), (5, 10), (False, True)):
        if (policy, threshold) not in (("team", 5), ("external", 10)):
            continue
        worlds = outside = inside = 0
        for sizes in SIZES:
            for each in alike(sizes, policy, directed=directed, without=OF_TIES):
                found = list(facts(each, sizes, threshold))
                worlds += len(each)
                outside += len(each) * any(fact.by == "a reader" for fact in found)
                inside += len(each) * bool(found)
        kind = "directed" if directed else "without direction"
        print(f"{policy}, {kind}: {worlds} worlds, a reader certain in {outside}, somebody in {inside}", flush=True)


if __name__ == "__main__":
    main()
