"""How often the interval of a partially pooled share holds the share that it is about, group by group.

Usage: python scripts/calibrate_pooled.py [studies] [first seed]
"""

from __future__ import annotations

import sys

import numpy as np
from numpy.typing import NDArray

from houvast import stats

COMPANIES = ((5, 8, 10, 15, 5), (8, 8, 8, 8), (80, 18, 12, 15, 12), (20, 20, 20, 20), (60, 60, 60), (200, 200, 200))
"""People per group."""
QUESTIONS = (1, 3, 5, 14)
SHARES = (0.3, 0.6)
APART = (0.0, 0.3, 0.8)
"""How far the groups lie apart: a standard deviation on the logit scale."""
LEANING = 0.8
ROSTER = 1.5
"""With a known roster: people asked, over people who answered."""
LEANINGS = np.random.default_rng(0).normal(0, LEANING, (2000, 1))


def high(centres: NDArray[np.float64], leanings: NDArray[np.float64]) -> NDArray[np.float64]:
    """The chance of a high answer, people × questions."""
    return np.asarray(1 / (1 + np.exp(-(centres + leanings))))


def held(
    rng: np.random.Generator, people: tuple[int, ...], questions: int, share: float, apart: float
) -> tuple[list[bool], list[bool]]:
    """Whether each group's interval holds its share: of all that there could be, and of all who were asked."""
    asked = [int(np.ceil(n * ROSTER)) for n in people]
    centre = np.log(share / (1 - share)) * np.sqrt(1 + 0.346 * LEANING**2)
    of_many, of_asked, told = [], [], []
    for n, roster in zip(people, asked, strict=True):
        centres = centre + rng.normal(0, apart) + np.linspace(-0.6, 0.6, questions)
        answers = (rng.random((roster, questions)) < high(centres, rng.normal(0, LEANING, (roster, 1)))).astype(float)
        told.append(answers[:n])
        of_many.append(high(centres, LEANINGS).mean())
        of_asked.append(answers.mean())
    group = np.repeat(np.arange(len(people)), people)
    whole = stats.pooled_shares(np.vstack(told), group).to_dicts()
    roster_known = stats.pooled_shares(np.vstack(told), group, population=asked).to_dicts()
    return (
        [row["pooled_low"] <= each <= row["pooled_high"] for row, each in zip(whole, of_many, strict=True)],
        [
            row["pooled_low"] - 1e-9 <= each <= row["pooled_high"] + 1e-9
            for row, each in zip(roster_known, of_asked, strict=True)
        ],
    )


def coverage(people: tuple[int, ...], questions: int, studies: int, first: int) -> tuple[float, float]:
    """How often intervals hold the share, over groups, shares and distances."""
    found = []
    for share in SHARES:
        for apart in APART:
            rng = np.random.default_rng([first, *people, questions, int(10 * share), int(10 * apart)])
            found += [held(rng, people, questions, share, apart) for _ in range(studies)]
    return float(np.mean([each[0] for each in found])), float(np.mean([each[1] for each in found]))


def main(studies: int = 200, first: int = 0) -> None:
    """The table."""
    columns = [f"{questions} question{'s' if questions > 1 else ''}" for questions in QUESTIONS]
    print("| people | " + " | ".join(columns) + " | " + " | ".join(f"{each}, roster" for each in columns) + " |")
    print("|---" * (1 + 2 * len(QUESTIONS)) + "|")
    for people in COMPANIES:
        pairs = [coverage(people, questions, studies, first) for questions in QUESTIONS]
        cells = [f"{pair[roster]:.1%}" for roster in (0, 1) for pair in pairs]
        print(f"| {', '.join(map(str, people))} | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
