"""Draws that are the same in every version of Python: everything goes through `random.Random.random`."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

Item = TypeVar("Item")


class Draw:
    """A stream of chance with a name; streams of other names do not disturb it."""

    def __init__(self, *name: object) -> None:
        self._random = Random("/".join(str(part) for part in name))

    def unit(self) -> float:
        """A number from 0 up to 1."""
        return self._random.random()

    def below(self, bound: int) -> int:
        """A whole number from 0 up to, not including, `bound`."""
        return int(self._random.random() * bound)

    def chance(self, probability: float) -> bool:
        return self._random.random() < probability

    def choice(self, items: Sequence[Item]) -> Item:
        return items[self.below(len(items))]

    def shuffled(self, items: Sequence[Item]) -> list[Item]:
        result = list(items)
        for i in range(len(result) - 1, 0, -1):
            j = self.below(i + 1)
            result[i], result[j] = result[j], result[i]
        return result

    def normal(self) -> float:
        """About standard normal: the sum of twelve uniform numbers minus six, which needs no logarithm."""
        total = -6.0
        for _ in range(12):
            total += self._random.random()  # not sum(), which rounds differently since Python 3.12
        return total

    def weighted(self, weights: Sequence[float]) -> int:
        """The index of one of the weights, drawn in proportion to it."""
        total = 0.0
        for weight in weights:
            total += weight
        rest = self._random.random() * total
        for index, weight in enumerate(weights):
            rest -= weight
            if rest < 0:
                return index
        return len(weights) - 1
