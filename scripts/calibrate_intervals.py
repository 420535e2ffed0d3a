"""How often an interval holds the share of high answers that it is about, over questions that count the same.

Usage: python scripts/calibrate_intervals.py [studies] [first seed]
"""

from __future__ import annotations

import sys

import numpy as np
from numpy.typing import NDArray

from houvast import stats

PEOPLE = (8, 20, 60, 200)
QUESTIONS = (3, 5, 14)
SHARES = (0.2, 0.35, 0.5, 0.7, 0.85)
LEANINGS = (0.4, 0.8, 1.5)
"""How far people lean one way: a standard deviation on the logit scale."""
MISSING = 0.1
ROSTER = 1.5
"""With a known roster: people asked, over people who answered."""


def centre(share: float, leaning: float) -> float:
    """The logit around which people lean when this share of their answers is high."""
    leanings = np.random.default_rng(0).normal(0, leaning, 40_000)
    low, high = -12.0, 12.0
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if np.mean(1 / (1 + np.exp(-(middle + leanings)))) < share else (low, middle)
    return low


def answers(rng: np.random.Generator, people: int, centres: NDArray[np.float64], leaning: float) -> NDArray[np.float64]:
    """1 for a high answer and 0 for another, people × questions."""
    lean = rng.normal(0, leaning, (people, 1))
    return (rng.random((people, len(centres))) < 1 / (1 + np.exp(-(centres + lean)))).astype(float)


def held(
    rng: np.random.Generator, people: int, centres: NDArray[np.float64], leaning: float, share: float
) -> list[bool]:
    """Whether the interval holds the share, without and with a known roster."""
    asked = int(np.ceil(people * ROSTER))
    all_asked = answers(rng, asked, centres, leaning)
    told = all_asked[:people].copy()
    told[rng.random(told.shape) < MISSING] = np.nan
    of_many, of_asked = stats.mean_share(told).interval, stats.mean_share(told, population=asked).interval
    return [of_many.low <= share <= of_many.high, of_asked.low <= all_asked.mean() <= of_asked.high]


def coverage(people: int, questions: int, studies: int, first: int) -> tuple[float, float]:
    """How often intervals hold the share, over all shares and leanings."""
    found = []
    for share in SHARES:
        spread = np.clip(share + np.linspace(-0.15, 0.15, questions), 0.03, 0.97)
        for leaning in LEANINGS:
            centres = np.array([centre(each, leaning) for each in spread])
            rng = np.random.default_rng([first, people, questions, int(share * 100), int(leaning * 10)])
            found += [held(rng, people, centres, leaning, float(spread.mean())) for _ in range(studies)]
    of_many, of_asked = np.mean(found, axis=0)
    return float(of_many), float(of_asked)


def main(studies: int = 500, first: int = 0) -> None:
    """The table."""
    columns = [f"{questions} questions" for questions in QUESTIONS]
    print("| people | " + " | ".join(columns) + " | " + " | ".join(f"{each}, roster" for each in columns) + " |")
    print("|---" * (1 + 2 * len(QUESTIONS)) + "|")
    for people in PEOPLE:
        pairs = [coverage(people, questions, studies, first) for questions in QUESTIONS]
        cells = [f"{pair[roster]:.1%}" for roster in (0, 1) for pair in pairs]
        print(f"| {people} | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
