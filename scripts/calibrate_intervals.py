"""How often an interval holds what it is about: a share of high answers, its change, and its difference between groups.

Every question counts the same. Usage: python scripts/calibrate_intervals.py [studies] [first seed]
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.typing import NDArray

from houvast import _core, stats

PEOPLE = (8, 20, 60, 200)
QUESTIONS = (3, 5, 14)
SHARES = (0.2, 0.35, 0.5, 0.7, 0.85)
MOVES = ((0.2, 0.2), (0.5, 0.5), (0.35, 0.6), (0.5, 0.75), (0.85, 0.7))
"""The share in an earlier and a later wave, or of two groups."""
LEANINGS = (0.4, 0.8, 1.5)
"""How far people lean one way: a standard deviation on the logit scale."""
STEADY = 0.7
"""How much of a leaning stays in a later wave: a correlation."""
MISSING = 0.1
ROSTER = 1.5
"""With a known roster: people asked, over people who answered."""

Answers = NDArray[np.float64]
Held = Callable[[np.random.Generator, int, int, float], list[bool]]
"""Whether the interval of one study holds what it is about, without and with a known roster."""


@cache
def centre(share: float, leaning: float) -> float:
    """The logit around which people lean when this share of their answers is high."""
    leanings = np.random.default_rng(0).normal(0, leaning, 40_000)
    low, high = -12.0, 12.0
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if np.mean(1 / (1 + np.exp(-(middle + leanings)))) < share else (low, middle)
    return low


def spread(share: float, questions: int) -> NDArray[np.float64]:
    """The shares of the questions, 30 points apart."""
    return np.asarray(np.clip(share + np.linspace(-0.15, 0.15, questions), 0.03, 0.97))


def answers(rng: np.random.Generator, shares: NDArray[np.float64], leaning: float, lean: Answers) -> Answers:
    """1 for a high answer and 0 for another, people × questions."""
    centres = np.array([centre(float(each), leaning) for each in shares])
    return np.asarray((rng.random((len(lean), len(shares))) < 1 / (1 + np.exp(-(centres + lean)))).astype(float))


def told(rng: np.random.Generator, of_all: Answers, people: int) -> Answers:
    """The answers of those who answered, some missing."""
    seen = of_all[:people].copy()
    seen[rng.random(seen.shape) < MISSING] = np.nan
    return seen


def asked(people: int) -> int:
    """How many people stand on a known roster."""
    return int(np.ceil(people * ROSTER))


def holds(interval: _core.Interval | None, value: float) -> bool:
    """Whether there is an interval, and it holds the value."""
    return interval is not None and interval.low - 1e-9 <= value <= interval.high + 1e-9


def of_share(share: float) -> Held:
    """Of a share."""

    def held(rng: np.random.Generator, people: int, questions: int, leaning: float) -> list[bool]:
        shares = spread(share, questions)
        of_all = answers(rng, shares, leaning, rng.normal(0, leaning, (asked(people), 1)))
        seen = told(rng, of_all, people)
        of_many, of_asked = stats.mean_share(seen), stats.mean_share(seen, population=len(of_all))
        return [holds(of_many.interval, float(shares.mean())), holds(of_asked.interval, float(of_all.mean()))]

    return held


def of_change(share: float, later: float) -> Held:
    """Of a change of the same people."""

    def held(rng: np.random.Generator, people: int, questions: int, leaning: float) -> list[bool]:
        shares = [spread(share, questions), spread(later, questions)]
        lean = rng.normal(0, leaning, (asked(people), 1))
        now = STEADY * lean + np.sqrt(1 - STEADY**2) * rng.normal(0, leaning, lean.shape)
        of_all = [answers(rng, each, leaning, at) for each, at in zip(shares, (lean, now), strict=True)]
        seen = [told(rng, each, people) for each in of_all]
        of_many = stats.mean_share_change(*seen)
        of_asked = stats.mean_share_change(*seen, population=len(lean))
        truth, truth_of_asked = (float(after.mean() - before.mean()) for before, after in (shares, of_all))
        return [holds(of_many.interval, truth), holds(of_asked.interval, truth_of_asked)]

    return held


def of_difference(share: float, other: float) -> Held:
    """Of a difference between two groups of the same size."""

    def held(rng: np.random.Generator, people: int, questions: int, leaning: float) -> list[bool]:
        shares = [spread(share, questions), spread(other, questions)]
        of_all = [answers(rng, each, leaning, rng.normal(0, leaning, (asked(people), 1))) for each in shares]
        seen = [told(rng, each, people) for each in of_all]
        of_many = stats.mean_share_difference(*seen)
        of_asked = stats.mean_share_difference(*seen, population_x=len(of_all[0]), population_y=len(of_all[1]))
        truth, truth_of_asked = (float(x.mean() - y.mean()) for x, y in (shares, of_all))
        return [holds(of_many.interval, truth), holds(of_asked.interval, truth_of_asked)]

    return held


KINDS: dict[str, list[Held]] = {
    "share": [of_share(share) for share in SHARES],
    "change of the same people": [of_change(*move) for move in MOVES],
    "difference between two groups": [of_difference(*move) for move in MOVES],
}


def coverage(kind: str, people: int, questions: int, studies: int, first: int) -> tuple[float, float]:
    """How often intervals hold what they are about, over all shares and leanings."""
    found = []
    for place, held in enumerate(KINDS[kind]):
        for leaning in LEANINGS:
            rng = np.random.default_rng([first, people, questions, place, int(leaning * 10)])
            found += [held(rng, people, questions, leaning) for _ in range(studies)]
    of_many, of_asked = np.mean(found, axis=0)
    return float(of_many), float(of_asked)


def main(studies: int = 500, first: int = 0) -> None:
    """A table per kind of interval."""
    columns = [f"{questions} questions" for questions in QUESTIONS]
    for kind in KINDS:
        print(
            f"\n| {kind}, people | " + " | ".join(columns) + " | " + " | ".join(f"{c}, roster" for c in columns) + " |"
        )
        print("|---" * (1 + 2 * len(QUESTIONS)) + "|")
        for people in PEOPLE:
            pairs = [coverage(kind, people, questions, studies, first) for questions in QUESTIONS]
            cells = [f"{pair[roster]:.1%}" for roster in (0, 1) for pair in pairs]
            print(f"| {people} | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
