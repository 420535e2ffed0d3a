"""Every way in which groups can answer, a release of each, and what worlds with the same document leave possible.

The attacker has the product itself and knows how many people answered in each group. The whole document is compared:
figures, what is said of groups and of questions, places on the agenda.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import houvast
from small_studies import GROUPS, HIGH, INSTRUMENT, LOW

THRESHOLD = 5
World = tuple[tuple[int, ...], ...]
"""High answers to each question, in each group."""


@dataclass(frozen=True)
class Found:
    """What came of an attack."""

    worlds: int
    documents: int
    told: int
    """worlds of which the document says that groups differ"""
    opened: tuple[str, ...]
    """what somebody is certain of: 1 to threshold - 1 people"""


def study_of(world: World, people: Sequence[int], shuffled: random.Random | None = None) -> houvast.Study:
    """A study of one element, in which the first of each group give the high answers, or any, when `shuffled`."""
    first = INSTRUMENT["questions"][0]
    questions = [{**first, "id": f"Q{q}"} for q in range(len(world))]
    answers = []
    for q, highs in enumerate(world):
        for group, n, high in zip(GROUPS, people, highs, strict=False):
            given = [HIGH] * high + [LOW] * (n - high)
            if shuffled is not None:
                shuffled.shuffle(given)
            answers += [
                {"wave": "w", "respondent": f"{group}-{i}", "party": group, "question": f"Q{q}", "answer": answer}
                for i, answer in enumerate(given)
            ]
    study = {
        "schema": "houvast-study/1",
        "id": "every-world",
        "title": {"nl": "Elke wereld", "en": "Every world"},
        "instruments": [{**INSTRUMENT, "questions": questions}],
        "waves": [{"id": "w", "date": "2020-01-01"}],
        "parties": [{"id": name, "perspective": name, "asked": 60, "domain": "zorg"} for name in GROUPS[: len(people)]],
        "answers": answers,
    }
    return houvast._core.study_from_json(json.dumps(study).encode(), "study.json")


Within = Sequence[tuple[int, int]]
"""Of each question, between which numbers all high answers lie."""


def worlds_of(people: Sequence[int], within: Within) -> Iterator[World]:
    """Every number of high answers to every question in every group."""
    of_question = list(itertools.product(*(range(n + 1) for n in people)))
    return itertools.product(*([world for world in of_question if low <= sum(world) <= high] for low, high in within))


def _numbers(worlds: Sequence[World], people: Sequence[int], question: int) -> Iterator[tuple[str, list[int]]]:
    """What each number of people can be: from outside, and of the others for somebody of each group and answer."""
    everybody = range(len(people))
    parts = [[group] for group in everybody] + [list(everybody)]
    insiders = [None, *itertools.product(everybody, (True, False))]
    for part, insider, counted in itertools.product(parts, insiders, (True, False)):
        values = []
        for world in worlds:
            highs = world[question]
            if insider and (highs[insider[0]] if insider[1] else people[insider[0]] - highs[insider[0]]) == 0:
                continue
            own = int(insider is not None and insider[0] in part and insider[1] == counted)
            values.append(sum(highs[g] if counted else people[g] - highs[g] for g in part) - own)
        yield f"question {question}, part {part}, insider {insider}, counted {counted}", values


def attacked(
    people: Sequence[int],
    questions: int = 1,
    policy: str = "team",
    seed: int | None = None,
    within: Within | None = None,
) -> Found:
    """Releases every world, and reads off every document what it makes certain.

    Parameters
    ----------
    within
        only these worlds; when they are those of whole steps of everybody, no other world has their documents
    seed
        who gives the high answers is drawn; else the first of each group do, to every question
    """
    alike: dict[bytes, list[World]] = defaultdict(list)
    worlds = told = 0
    shuffled = None if seed is None else random.Random(seed)
    for world in worlds_of(people, within or [(0, sum(people))] * questions):
        document = study_of(world, people, shuffled).release(policy, by="perspective").document()
        told += bool(document["supported"]["differences"])
        worlds += 1
        alike[hashlib.sha256(json.dumps(document).encode()).digest()].append(world)
    opened = [
        f"{name}: {sorted(set(values))}"
        for same in alike.values()
        for question in range(len(same[0]))
        for name, values in _numbers(same, people, question)
        if values and min(values) >= 1 and max(values) < THRESHOLD
    ]
    return Found(worlds, len(alike), told, tuple(opened))
