"""An attacker who knows the rules: every world of whole numbers that fits what was told, group by group and together.

A world of one group is a pair (people, count): how many people a figure is about, and how many of them are counted.
What a release tells of a group leaves a set of pairs, as a table of truth values; what it tells of everybody leaves a
set for the sums. Nothing here calls the product.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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


def possible(groups: Sequence[Worlds], whole: Worlds) -> list[Worlds]:
    """What each group can still be when everything that was told is put together."""
    nobody = np.ones((1, 1), bool)
    found = []
    for g, group in enumerate(groups):
        rest = nobody
        for h, other in enumerate(groups):
            if h != g:
                rest = sums(rest, other)
        found.append(left(group, rest, whole))
    return found


@dataclass(frozen=True)
class Known:
    """What an attacker knows of one number of people in one group: every value that it can have."""

    group: int
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


def outsider(groups: Sequence[Worlds], whole: Worlds) -> Iterator[Known]:
    """What is known to somebody who only reads."""
    for g, worlds in enumerate(possible(groups, whole)):
        for count in ("counted", "others"):
            yield Known(g, count, _values(worlds, count, without=0), False)


def insider(groups: Sequence[Worlds], whole: Worlds) -> Iterator[Known]:
    """What is known to a person of one group, who knows the own answer, of all the others."""
    for mine in range(len(groups)):
        for answer in ("counted", "others"):
            told = [_with_me(group, answer) if g == mine else group for g, group in enumerate(groups)]
            for g, worlds in enumerate(possible(told, whole)):
                for count in ("counted", "others"):
                    yield Known(g, count, _values(worlds, count, without=int(g == mine and count == answer)), True)
