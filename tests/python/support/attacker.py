"""An attacker who knows the rules: every world of whole numbers that fits what was told, group by group and together.

A world of one group is a pair (people, count): how many people a figure is about, and how many of them are counted.
What a release tells of a group leaves a set of pairs, as a table of truth values; what it tells of everybody leaves a
set for the sums. Nothing here calls the product.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Worlds: TypeAlias = NDArray[np.bool_]
"""worlds[people, count]: whether it can be so."""


def sums(one: Worlds, other: Worlds) -> Worlds:
    """What two groups can be together."""
    people, counts = np.add(one.shape, other.shape) - 1
    both = np.zeros((people, counts), bool)
    for n, k in np.argwhere(one):
        both[n : n + other.shape[0], k : k + other.shape[1]] |= other
    return both


def left(group: Worlds, rest: Worlds, whole: Worlds) -> Worlds:
    """The worlds of a group for which the rest has one that gives the whole."""
    fits = np.zeros_like(group)
    for n, k in np.argwhere(group):
        part = whole[n : n + rest.shape[0], k : k + rest.shape[1]]
        fits[n, k] = bool((part & rest[: part.shape[0], : part.shape[1]]).any())
    return fits


@dataclass(frozen=True)
class Told:
    """A group that is told of as one: what its members can be, each by itself and together."""

    members: tuple[Worlds, ...]
    together: Worlds

    def worlds(self) -> Worlds:
        """What the group can be."""
        return np.asarray(total(self.members) & self.together)


def total(groups: Sequence[Worlds]) -> Worlds:
    """What groups can be together."""
    return reduce(sums, groups, np.ones((1, 1), bool))


def possible(groups: Sequence[Told], whole: Worlds) -> list[Worlds]:
    """What each member can still be when everything that was told is put together."""
    found = []
    for g, group in enumerate(groups):
        rest = total([other.worlds() for h, other in enumerate(groups) if h != g])
        here = left(group.worlds(), rest, whole)
        for m, member in enumerate(group.members):
            found.append(left(member, total(group.members[:m] + group.members[m + 1 :]), here))
    return found


@dataclass(frozen=True)
class Known:
    """What an attacker knows of one number of people in one member: every value that it can have."""

    member: int
    count: str
    """ "counted" or "others"."""
    values: frozenset[int]
    insider: bool

    def is_exact(self, threshold: int) -> bool:
        """Whether it is known to the person, and of fewer people than the threshold."""
        return len(self.values) == 1 and self.is_few(threshold)

    def is_few(self, threshold: int) -> bool:
        """Whether it is certain that there is somebody, and fewer than the threshold."""
        return bool(self.values) and min(self.values) >= 1 and max(self.values) < threshold


def _values(worlds: Worlds, count: str, *, without: int) -> frozenset[int]:
    pairs = np.argwhere(worlds)
    numbers = pairs[:, 1] if count == "counted" else pairs[:, 0] - pairs[:, 1]
    return frozenset(int(number) - without for number in numbers)


def _with_me(group: Worlds, answer: str) -> Worlds:
    """The worlds of a group with somebody in it who is counted, or who is not."""
    people, counts = np.indices(group.shape)
    return np.asarray(group & ((counts >= 1) if answer == "counted" else (people - counts >= 1)))


def outsider(groups: Sequence[Told], whole: Worlds) -> Iterator[Known]:
    """What is known to somebody who only reads."""
    for m, worlds in enumerate(possible(groups, whole)):
        for count in ("counted", "others"):
            yield Known(m, count, _values(worlds, count, without=0), False)


def insider(groups: Sequence[Told], whole: Worlds) -> Iterator[Known]:
    """What is known to a person of one member, who knows the own answer, of all the others."""
    places = [(g, m) for g, group in enumerate(groups) for m in range(len(group.members))]
    for mine, (mine_g, mine_m) in enumerate(places):
        for answer in ("counted", "others"):
            told = list(groups)
            members = list(told[mine_g].members)
            members[mine_m] = _with_me(members[mine_m], answer)
            told[mine_g] = Told(tuple(members), told[mine_g].together)
            for each, worlds in enumerate(possible(told, whole)):
                for count in ("counted", "others"):
                    without = int(each == mine and count == answer)
                    yield Known(each, count, _values(worlds, count, without=without), True)
