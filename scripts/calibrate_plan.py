"""How often a difference of the planned size is told of the planned number of people.

Usage: python scripts/calibrate_plan.py [studies] [first seed]
"""

from __future__ import annotations

import sys
from functools import cache
from typing import Any

import numpy as np
from calibrate_intervals import centre
from calibrate_statements import QUESTIONS, study

GROUPS = ("professional", "ouder")
ROSTER = 2000
"""Of each group, so that the plan finds its numbers."""
SPREADS = {"question": 1.15, "element": 2.5, "instrument": 1.15}
"""How far people lean one way, on the logit scale; an element is only told when its questions hang together."""
CASES = (
    ("question", 0.25),
    ("question", 0.4),
    ("element", 0.25),
    ("element", 0.4),
    ("instrument", 0.25),
)


def correlation_of(spread: float) -> float:
    """Between two answers of one person, half of all answers being high."""
    chance = 1 / (1 + np.exp(-np.random.default_rng(0).normal(0, spread, 100_000)))
    return float(4 * chance.var())


def planted(breadth: str) -> tuple[str, list[str]]:
    """What is looked at, and the questions where the difference is: of an element the one with the fewest."""
    elements = {q.split(".")[0]: [p for p in QUESTIONS if p.startswith(q.split(".")[0] + ".")] for q in QUESTIONS}
    if breadth == "question":
        return "E3.4", ["E3.4"]
    if breadth == "element":
        return min(elements.items(), key=lambda each: len(each[1]))
    return "six-elements", QUESTIONS


@cache
def asked_for(share: float, spread: float) -> float:
    """What `study` is to be asked for, so that exactly this share of answers is high."""
    return float(1 / (1 + np.exp(-centre(share, spread) / np.sqrt(1 + 0.346 * spread**2))))


def share_of(kind: str, questions: list[str], apart: float, spread: float) -> Any:
    """The share of high answers by wave, group and question."""

    def share(wave: int, group: str, question: str) -> float:
        if question not in questions:
            return 0.5
        is_higher = wave == 1 if kind == "change" else group == "ouder"
        return asked_for(0.5 + apart / 2 if is_higher else 0.5 - apart / 2, spread)

    return share


def told(of: Any, kind: str, breadth: str, id: str) -> bool:
    """Whether it is said of this question, element or instrument."""
    supported = of.release("team").document()["supported"]
    found = supported["differences" if kind == "difference" else "changes"]
    return any(each["kind"] == breadth and each["id"] == id for each in found)


def main(studies: int = 100, first: int = 0) -> None:
    """The table."""
    rng = np.random.default_rng(0)
    plans = study(rng, dict.fromkeys(GROUPS, 5), 1, lambda *_: 0.5)
    parties = plans.to_frames()["parties"].assign(asked=ROSTER)
    print("| kind | of | points | people | told |")
    print("|---|---|---|---|---|")
    for breadth, apart in CASES:
        id, questions = planted(breadth)
        spread = SPREADS[breadth]
        roster = plans.from_frames(plans.header_json(), parties=parties)
        rows = roster.plan(apart, breadth=breadth, correlation=correlation_of(spread)).table.to_dicts()
        for row in rows:
            kind, n = row["kind"], row["needed"]
            people = dict.fromkeys(GROUPS, n) if kind == "difference" else {"professional": n}
            waves = 1 if kind == "difference" else 2
            made = (
                study(
                    np.random.default_rng([first + seed, n]),
                    people,
                    waves,
                    share_of(kind, questions, apart, spread),
                    spread,
                )
                for seed in range(studies)
            )
            rate = np.mean([told(each, kind, breadth, id) for each in made])
            of_each = f"{n} and {n}" if kind == "difference" else f"{n}, twice"
            print(f"| {kind} | {breadth} | {100 * apart:.0f} | {of_each} | {rate:.0%} |", flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
