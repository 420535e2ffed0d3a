"""What a release still shows of the example region, and what it costs in time and memory.

    python bench/release.py [SEEDS]

With no seeds (0) it measures time and memory only.

Prints, by policy and split, over so many regions the shares of cells of groups (question, wave, group) that are hidden,
in halves, in quarters and finer; then seconds and memory of a release of the region, and of nine domains on three
levels with 24 questions in two waves.
"""

import json
import multiprocessing
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator
from typing import Any

import numpy as np
from scale import HEADER, LEVELS, PERSPECTIVES, table

import houvast
from houvast.examples.region import region

SPLITS = ("perspective", "domain", "level")
POLICIES = ("team", "external")
STEPS = ("hidden", "halves", "quarters", "finer")
DOMAINS = (
    "onderwijs",
    "zorg",
    "jeugdhulp",
    "kinderopvang",
    "gemeente",
    "sociaal-domein",
    "bedrijfsleven",
    "ouders",
    "jeugdigen",
)
PEOPLE = 12  # of each domain on each level
QUESTIONS = 24  # that are rated; the instrument has 23


def told(release: houvast.Release) -> Iterator[str]:
    """How finely each cell of a group is told."""
    for row in release.groups:
        if row.kind == "question":
            yield (
                STEPS[min({1: 0, 2: 1, 4: 2}.get(round(1 / (row.top.high - row.top.low)), 3), 3)]
                if row.shown
                else STEPS[0]
            )


def utility(seeds: int) -> None:
    """Prints the shares, a row for each policy and split."""
    print(f"| policy | by | cells | {' | '.join(STEPS)} |\n|---|---|---:|{'---:|' * len(STEPS)}")
    for policy in POLICIES:
        for by in SPLITS:
            counted: Counter[str] = Counter()
            for seed in range(seeds):
                counted.update(told(region(seed).study().release(policy, by=by)))
            cells = sum(counted.values())
            print(
                f"| {policy} | {by} | {cells} | {' | '.join(f'{counted[s] / max(cells, 1):.1%}' for s in STEPS)} |",
                flush=True,
            )


def instrument() -> dict[str, Any]:
    """The six elements with one question more."""
    made = json.loads(houvast.instrument("six-elements").json)
    rated = [question for question in made["questions"] if question.get("scale")]
    made["id"], more = "six-elements-and-one", QUESTIONS - len(rated)
    made["questions"] += [{**rated[-1], "id": f"E6.{9 - each}"} for each in range(more)]
    return made


def large() -> houvast.Study:
    """Nine domains on three levels, a dozen people each, who all answer 24 questions in two waves."""
    random = np.random.default_rng(1)
    cells = [(domain, level) for domain in DOMAINS for level in LEVELS for _ in range(PEOPLE)]
    asked = instrument()
    header = {**json.loads(HEADER), "instruments": [asked]}
    questions = [question["id"] for question in asked["questions"] if question.get("scale")]
    assert len(questions) == QUESTIONS
    roster = [
        [f"p{i}", "person", domain, level, PERSPECTIVES[i % len(PERSPECTIVES)], f"o{i // 9}", "1"]
        for i, (domain, level) in enumerate(cells)
    ]
    answers = [
        [wave, f"r{i}", f"p{i}", *random.integers(1, 6, len(questions)).astype(str).tolist()]
        for wave in ("w1", "w2")
        for i in range(len(cells))
    ]
    columns = ["id", "kind", "domain", "level", "perspective", "organisation", "asked"]
    return houvast._core.study_from_columns(
        json.dumps(header).encode(),
        [table("parties", columns, roster), table("answers", ["wave", "respondent", "party", *questions], answers)],
        "study.json",
    )


def measured(name: str, policy: str, by: str) -> None:
    """Prints seconds, processor time and memory of one release, in a process of its own."""
    study = region(2024).study() if name == "region" else large()
    begin, busy = time.perf_counter(), time.process_time()
    study.release(policy, by=by)
    took, worked = time.perf_counter() - begin, time.process_time() - busy
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"| {name} | {policy} | {by} | {took:.2f} | {worked:.2f} | {memory:.0f} |", flush=True)


def main(seeds: int) -> None:
    """Prints both tables."""
    if seeds:
        utility(seeds)
    print("\n| study | policy | by | s | s of processor | memory, MiB |\n|---|---|---|---:|---:|---:|", flush=True)
    for name in ("region", "9 domains, 3 levels"):
        for policy in POLICIES:
            for by in SPLITS:
                process = multiprocessing.get_context("spawn").Process(target=measured, args=(name, policy, by))
                process.start()
                process.join()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 8)
