"""How often a report and an agenda say something of a kind: of studies without it, and of studies with it planted.

Usage: python scripts/calibrate_statements.py [studies without] [studies with] [first seed]
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd

import houvast

PEOPLE = {"professional": 80, "ouder": 18, "jeugdige": 12, "informeel": 15, "ervaringsdeskundige": 12}
TWO = {"professional": 30, "ouder": 30}
QUESTIONS = [q.id for q in houvast.instrument("six-elements").questions if q.scale]
KINDS = ("difference", "change", "order")

Shares = Callable[[int, str, str], float]
"""The share of high answers, by wave (0 or 1), group and question."""


def study(rng: np.random.Generator, people: dict[str, int], waves: int, share: Shares, spread: float = 0.8) -> Any:
    """People lean one way, so that their answers go together; in a second wave the same people answer again."""
    rows = []
    for group, count in people.items():
        for person in range(count):
            lean = rng.normal(0, spread)
            for wave in range(waves):
                for question in QUESTIONS:
                    wanted = share(wave, group, question)
                    # With a leaning of this spread the share of everybody is (nearly) the wanted one.
                    centre = np.log(wanted / (1 - wanted)) * np.sqrt(1 + 0.346 * spread**2)
                    high = rng.random() < 1 / (1 + np.exp(-(centre + lean)))
                    answer = rng.integers(4, 6) if high else rng.integers(1, 4)
                    rows.append((f"w{wave + 1}", f"{group}-{person}", group, question, str(answer)))
    answers = pd.DataFrame(rows, columns=["wave", "respondent", "party", "question", "answer"])
    parties = pd.DataFrame({"id": list(people), "kind": "group", "perspective": list(people), "asked": people.values()})
    header = {"id": "calibration", "title": {"nl": "x", "en": "x"}, "instruments": ["six-elements"]}
    header["waves"] = [{"id": f"w{wave + 1}", "date": f"202{wave}-01-01"} for wave in range(waves)]
    return houvast.study_from_frames(header, parties=parties, answers=answers)


def said(of: Any) -> tuple[set[str], set[str]]:
    """The kinds that a report and an agenda say something of."""
    report = {claim.id.split(".")[0] for claim in of.release("team").claims()}
    agenda = {claim.id.split(".")[0] for item in of.agenda(length=20) for claim in item.claims}
    return report & set(KINDS), agenda & set(KINDS)


def rates(name: str, seeds: range, people: dict[str, int], waves: int, share: Shares) -> None:
    """One line of the table."""
    told = [said(study(np.random.default_rng([seed, waves]), people, waves, share)) for seed in seeds]
    cells = [f"{np.mean([kind in each[at] for each in told]):.1%}" for at in (0, 1) for kind in KINDS]
    print(f"| {name} | {len(seeds)} | " + " | ".join(cells) + " |", flush=True)


def main(without: int = 400, planted: int = 200, first: int = 0) -> None:
    """The table."""
    nothing, something = range(first, first + without), range(first, first + planted)
    print("| studies | number | report: " + " | ".join(KINDS) + " | agenda: " + " | ".join(KINDS) + " |")
    print("|---|---|---|---|---|---|---|---|")
    rates("nothing, one wave", nothing, PEOPLE, 1, lambda *_: 0.4)
    rates("nothing, two waves", nothing, PEOPLE, 2, lambda *_: 0.4)
    rates("25 points, two groups of 30", something, TWO, 1, lambda _, group, __: 0.7 if group == "ouder" else 0.45)
    rates("20 points, 60 people twice", something, TWO, 2, lambda wave, *_: 0.6 if wave else 0.4)
    rates(
        "one question 25 points lower",
        something,
        PEOPLE,
        1,
        lambda _, __, question: 0.25 if question == "E3.4" else 0.5,
    )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
