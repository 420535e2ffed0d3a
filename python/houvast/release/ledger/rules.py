"""Whether a release, put beside earlier ones of the same study, would tell of too few people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final, TypeAlias

from ... import _core
from ...errors import Issue, Said, issue
from ...texts import Claim
from .people import Cell, Figure, People

__all__ = ["Entry", "adds_nothing", "refusal"]

_Place: TypeAlias = tuple[bool, ...]
_CODE: Final = "HV-406"


@dataclass(frozen=True, slots=True)
class Entry:
    """One release in a ledger; `number` is 0 while it is planned."""

    number: int
    study: str
    policy: str
    threshold: int
    by: str
    day: str
    figures: Mapping[str, Figure]


def adds_nothing(planned: Entry, earlier: Iterable[Entry]) -> bool:
    """Whether a release of the same policy told the same of the same people."""
    return any(
        (each.policy, each.threshold, each.by) == (planned.policy, planned.threshold, planned.by)
        and each.figures == planned.figures
        for each in earlier
    )


def refusal(planned: Entry, earlier: Sequence[Entry]) -> Issue | None:
    """Why a release may not leave beside earlier ones of its study; nothing when it may.

    Whoever may read a release of some threshold may read those of higher ones too. So for every threshold up to that of
    the planned release, it is looked at beside the earlier ones that have it or a higher one.
    """
    for each in earlier:
        if each.by != planned.by:
            return _beside(each, Claim("problem.expected.ledger_same_split", {"by": each.by or "none"}))
    for threshold in sorted({planned.threshold, *(each.threshold for each in earlier)}):
        if threshold <= planned.threshold:
            among = [each for each in earlier if each.threshold >= threshold]
            for name in planned.figures:
                if found := _refused(name, planned, [each for each in among if name in each.figures], threshold):
                    return found
    return None


def _beside(earlier: Entry, expected: Said) -> Issue:
    told = {"number": earlier.number, "day": earlier.day, "policy": earlier.policy}
    return issue(_CODE, Claim("problem.subject.beside_release", told), expected)


def _refused(name: str, planned: Entry, earlier: Sequence[Entry], threshold: int) -> Issue | None:
    """What one figure of a release tells beside what earlier ones told of it."""
    now = planned.figures[name]
    told = [each.figures[name].told for each in earlier]
    if not earlier or now.told <= frozenset(chain.from_iterable(told)):
        return None
    where = {"figure": name.partition(" of ")[0]}
    for each, before in zip(earlier, told, strict=True):
        if not _everybody(now.told) & _everybody(before):
            return _beside(each, Claim("problem.expected.ledger_same_ids", where))
        if _splits_off([now.told, before], threshold):
            return _beside(each, Claim("problem.expected.ledger_same_people", where))
    if _splits_off([now.told, *told], threshold):
        return _beside(earlier[-1], Claim("problem.expected.ledger_same_people", where))
    if _isolates(now, [each.figures[name] for each in earlier], threshold):
        return _beside(earlier[-1], Claim("problem.expected.ledger_no_few", where))
    return None


def _everybody(cells: Iterable[Cell]) -> People:
    return frozenset(chain.from_iterable(cell.people for cell in cells))


# ------------------------------------------------------------------------------------------------ parts


def _parts(sets: Sequence[People]) -> dict[_Place, People]:
    """People by which of some sets they are in."""
    places: dict[str, list[bool]] = {}
    for at, people in enumerate(sets):
        for person in people:
            places.setdefault(person, [False] * len(sets))[at] = True
    found: dict[_Place, set[str]] = {}
    for person, place in places.items():
        found.setdefault(tuple(place), set()).add(person)
    return {place: frozenset(people) for place, people in found.items()}


def _told_apart(cells: Iterable[Cell]) -> set[People]:
    return set(_parts(list({cell.people for cell in cells})).values())


def _splits_off(releases: Sequence[frozenset[Cell]], threshold: int) -> bool:
    """Whether releases together tell few people apart whom none of them tells apart by itself.

    As many as the threshold are few: one of them knows of the others.
    """
    together = _told_apart(chain.from_iterable(releases))
    alone = set(chain.from_iterable(map(_told_apart, releases)))
    return any(len(people) <= threshold for people in together - alone)


def _isolates(now: Figure, earlier: Sequence[Figure], threshold: int) -> bool:
    """Whether all that was told of a figure, put together, makes somebody certain of few people."""
    figures = [now, *earlier]
    cells = list(dict.fromkeys(chain.from_iterable(figure.told for figure in figures)))
    sets = list({*(cell.people for cell in cells), *chain.from_iterable(figure.members for figure in figures)})
    parts = _parts(sets)
    order = list(parts)
    at = {people: [i for i, place in enumerate(order) if place[s]] for s, people in enumerate(sets)}
    looked_at = {(i,) for i in range(len(order))} | {tuple(each) for each in at.values()}
    looked_at |= {tuple(i for i in one if i not in other) for one in at.values() for other in at.values()}
    told = [(at[cell.people], cell.low, cell.high) for cell in cells]
    people = [len(parts[place]) for place in order]
    return _core.sequence_isolates_few(people, told, [list(each) for each in looked_at if each], threshold)
