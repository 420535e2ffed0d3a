"""What a release leaves out tells nothing: all worlds that give the same document, for every count that there can be.

Here the attacker has the product itself, and knows how many people answered in each group. A study asks one question
for every way in which two groups can answer, so one release shows what becomes of each.
"""

from __future__ import annotations

import itertools
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

import houvast

GROUPS = ("professional", "ouder")
World = tuple[int, ...]


def instrument(questions: int) -> dict[str, object]:
    """One element with so many questions, answered yes or no."""
    words = {"nl": "v", "en": "q"}
    labels = [
        {"value": value, "aliases": [], "text": {"nl": said, "en": said}} for value, said in ((1, "no"), (2, "yes"))
    ]
    scale = {
        "id": "yes",
        "min": 1,
        "max": 2,
        "direction": "ascending",
        "top_from": 2,
        "source": "own",
        "labels": labels,
    }
    source = {"title": "Own", "authors": [], "publisher": "", "year": 0, "section": ""}
    asked = [
        {"id": f"Q{i}", "element": "E", "form": "closed", "scale": "yes", "text": words, "reverse": False}
        for i in range(questions)
    ]
    return {
        "schema": "houvast-instrument/1",
        "id": "every-way",
        "version": "1.0.0",
        "kind": "survey",
        "title": words,
        "description": words,
        "licence": "",
        "source": source,
        "validated": False,
        "private": False,
        "scales": [scale],
        "elements": [{"id": "E", "title": words}],
        "questions": asked,
    }


def worlds_by_document(people: tuple[int, int], policy: str, path: Path) -> list[list[World]]:
    """The ways to answer, those together of which the document says the same."""
    worlds = list(itertools.product(*(range(n + 1) for n in people)))
    answers = [
        {
            "wave": "w",
            "respondent": f"{name}{i}",
            "party": name,
            "question": f"Q{q}",
            "answer": "2" if i < world[g] else "1",
        }
        for q, world in enumerate(worlds)
        for g, name in enumerate(GROUPS)
        for i in range(people[g])
    ]
    study = {
        "schema": "houvast-study/1",
        "id": "every-way",
        "title": {"nl": "Elke manier", "en": "Every way"},
        "instruments": [instrument(len(worlds))],
        "waves": [{"id": "w", "date": "2020-01-01"}],
        "parties": [{"id": name, "perspective": name, "asked": n} for name, n in zip(GROUPS, people, strict=True)],
        "answers": answers,
    }
    path.write_text(json.dumps(study), encoding="utf-8")
    document = houvast.load(path).release(policy).document()
    told: dict[int, str] = defaultdict(str)
    for row in [*document["totals"], *document["groups"]]:
        if row["kind"] == "question":
            told[int(row["id"][1:])] += json.dumps({key: row[key] for key in row if key != "id"})
    alike = defaultdict(list)
    for question, words in told.items():
        alike[words].append(worlds[question])
    return list(alike.values())


def numbers(worlds: list[World], people: tuple[int, int]) -> Iterator[list[int]]:
    """What each number of people can be: from outside, and of all others for somebody of each group and answer."""
    for g, counted in itertools.product(range(2), (True, False)):
        yield [world[g] if counted else people[g] - world[g] for world in worlds]
        for mine, yes in itertools.product(range(2), (True, False)):
            own = int(mine == g and yes == counted)
            with_me = [world for world in worlds if (world[mine] if yes else people[mine] - world[mine]) >= 1]
            yield [(world[g] if counted else people[g] - world[g]) - own for world in with_me]


@pytest.mark.parametrize("people", [(6, 6), (8, 14), (6, 20), (12, 21), (4, 11), (15, 30), (22, 24)])
def test_what_is_left_out_tells_nothing_of_few_people(people: tuple[int, int], tmp_path: Path) -> None:
    for worlds in worlds_by_document(people, "team", tmp_path / "study.json"):
        for values in numbers(worlds, people):
            assert not values or min(values) < 1 or max(values) >= 5, (worlds, values)


def test_enough_is_told_all_the_same(tmp_path: Path) -> None:
    assert len(worlds_by_document((15, 30), "team", tmp_path / "study.json")) > 12
