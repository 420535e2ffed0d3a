"""How often a report and an agenda say something of a kind: of studies without it, and of studies with it planted.

Usage: python scripts/calibrate_statements.py [studies without] [studies with] [first seed] [record] [seconds]

With a record (a file, one study per line) it goes on where it stopped, and stops after so many seconds; the table is of
what stands in the record.
"""

from __future__ import annotations

import json
import math
import sys
import time
from collections.abc import Callable
from pathlib import Path
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


CASES: dict[str, tuple[dict[str, int], int, Shares]] = {
    "nothing, one wave": (PEOPLE, 1, lambda *_: 0.4),
    "nothing, two waves": (PEOPLE, 2, lambda *_: 0.4),
    "25 points, two groups of 30": (TWO, 1, lambda _, group, __: 0.7 if group == "ouder" else 0.45),
    "20 points, 60 people twice": (TWO, 2, lambda wave, *_: 0.6 if wave else 0.4),
    "one question 25 points lower": (PEOPLE, 1, lambda _, __, question: 0.25 if question == "E3.4" else 0.5),
}
Told = dict[str, dict[int, tuple[set[str], set[str]]]]
"""By name of the studies and seed: the kinds that the report and the agenda said something of."""


def kept(record: Path) -> Told:
    """What stands in a record."""
    told: Told = {name: {} for name in CASES}
    for line in record.read_text("utf-8").splitlines() if record.is_file() else []:
        each = json.loads(line)
        told[each["studies"]][each["seed"]] = set(each["report"]), set(each["agenda"])
    return told


def print_table(told: Told) -> None:
    """One line per kind of study."""
    print("| studies | number | report: " + " | ".join(KINDS) + " | agenda: " + " | ".join(KINDS) + " |")
    print("|---|---|---|---|---|---|---|---|")
    for name, found in told.items():
        if found:
            cells = [f"{np.mean([kind in each[at] for each in found.values()]):.1%}" for at in (0, 1) for kind in KINDS]
            print(f"| {name} | {len(found)} | " + " | ".join(cells) + " |")


def main(without: int = 400, planted: int = 200, first: int = 0, record: str = "", seconds: float = math.inf) -> None:
    """The table, and the record."""
    told, end = kept(Path(record)), time.monotonic() + seconds
    for name, (people, waves, share) in CASES.items():
        number = without if name.startswith("nothing") else planted
        for seed in range(first, first + number):
            if seed in told[name] or time.monotonic() > end:
                continue
            found = said(study(np.random.default_rng([seed, waves]), people, waves, share))
            told[name][seed] = found
            if record:
                kinds = {"report": sorted(found[0]), "agenda": sorted(found[1])}
                with Path(record).open("a", encoding="utf-8") as file:
                    file.write(json.dumps({"studies": name, "seed": seed, **kinds}) + "\n")
    print_table(told)


if __name__ == "__main__":
    given = sys.argv[1:]
    main(*map(int, given[:3]), *given[3:4], *map(float, given[4:]))
