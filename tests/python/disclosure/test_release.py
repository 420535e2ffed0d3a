"""Releases under attack: studies of two and three groups around the threshold, every figure of their documents.

The rules are stated here a second time, from docs/method/release.md; what the product thinks of a release is not asked.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import houvast
from attacker import Known, Told, Worlds, insider, outsider

GROUPS = ("professional", "ouder", "jeugdige")
QUESTIONS = ("E1.1", "E2.1", "E3.2")
THRESHOLDS = {"team": 5, "external": 10}


@dataclass(frozen=True)
class Group:
    """How many people of a group were asked, and what each of those who took part answered to each question."""

    asked: int
    answers: tuple[dict[str, str], ...]


def drawn(rnd: random.Random, threshold: int, groups: int) -> list[Group]:
    """Groups around the threshold up to four times it; now and then one below it."""
    made = []
    lean = {question: rnd.random() for question in QUESTIONS}
    unknown = {question: rnd.choice((0.0, 0.1, 0.5)) for question in QUESTIONS}
    for _ in range(groups):
        asked = rnd.randint(threshold - 2, 4 * threshold)
        people = sum(rnd.random() < 0.9 for _ in range(asked))
        own = {question: min(1, max(0, lean[question] + rnd.uniform(-0.4, 0.4))) for question in QUESTIONS}

        def answer(question: str, own: dict[str, float] = own) -> str:
            if rnd.random() < unknown[question]:
                return "dont_know"
            if rnd.random() < 0.03:
                return "skipped"
            return str(rnd.choice((4, 5)) if rnd.random() < own[question] else rnd.choice((1, 2, 3)))

        made.append(Group(asked, tuple({question: answer(question) for question in QUESTIONS} for _ in range(people))))
    return made


def study_of(waves: list[list[Group]], asked_known: bool, path: Path) -> houvast.Study:
    """A study with one party per group."""
    parties = [
        {"id": name, "perspective": name, "asked": max(groups[g].asked for groups in waves)}
        for g, name in enumerate(GROUPS[: len(waves[0])])
    ]
    answers = [
        {"wave": f"w{w}", "respondent": f"{GROUPS[g]}{i}", "party": GROUPS[g], "question": question, "answer": said}
        for w, groups in enumerate(waves)
        for g, group in enumerate(groups)
        for i, given in enumerate(group.answers)
        for question, said in given.items()
        if said != "skipped"
    ]
    study = {
        "schema": "houvast-study/1",
        "id": "attacked",
        "title": {"nl": "Aangevallen", "en": "Attacked"},
        "asked_known": asked_known,
        "instruments": ["six-elements"],
        "waves": [{"id": f"w{w}", "date": f"20{20 + w}-01-01"} for w in range(len(waves))],
        "parties": parties,
        "answers": answers,
    }
    path.write_text(json.dumps(study), encoding="utf-8")
    return houvast.load(path)


def counts(group: Group, question: str) -> dict[str, tuple[int, int]]:
    """(people, counted): high answers of those who answered, don't-knows of those who could say."""
    said = [given[question] for given in group.answers]
    answered = [int(answer) for answer in said if answer.isdigit()]
    return {
        "top": (len(answered), sum(answer >= 4 for answer in answered)),
        "dont_know": (len(said), said.count("dont_know")),
    }


def everything(most: int) -> Worlds:
    """Nothing is told: at most so many people."""
    people, counted = np.indices((most + 1, most + 1))
    return np.asarray(counted <= people)


def in_step(share: dict[str, float], most: int) -> Worlds:
    """The worlds of at most so many people whose share lies in a step."""
    people, counted = np.indices((most + 1, most + 1))
    low, high = (round(20 * share[end]) * people for end in ("low", "high"))
    return np.asarray(
        (counted <= people) & (20 * counted >= low) & ((20 * counted < high) | (share["high"] == 1)) & (people > 0)
    )


def banded(worlds: Worlds, band: str) -> Worlds:
    """The worlds in which the number of people lies in a band."""
    low, _, high = band.rstrip("+").partition("–")
    people = np.arange(len(worlds))
    fits = (people >= int(low)) & (people <= (int(high) if high else len(worlds)))
    return np.asarray(worlds & fits[:, None])


def told(score: dict[str, Any] | None, figure: str, most: int, exactly: int | None) -> Worlds:
    """What a document tells of a figure of one group; `exactly`: the attacker knows how many people it is about."""
    worlds = everything(most)
    if score is not None and score["shown"]:
        if score[figure] is not None:
            worlds = worlds & in_step(score[figure], most)
        if figure == "top":
            worlds = banded(worlds, score["n_band"])
    if exactly is not None:
        worlds = worlds & (np.arange(most + 1) == exactly)[:, None]
    return np.asarray(worlds)


def parts_of(scores: dict[str, Any], people: list[int], figure: str) -> list[Told]:
    """What is told of every group, for an attacker who knows how many people in it the figure is about."""
    parts, joined = [], []
    for number, name in zip(people, GROUPS, strict=False):
        if name in scores:
            worlds = told(scores[name], figure, number, number)
            parts.append(Told((worlds,), worlds))
        else:
            joined.append(told(None, figure, number, number))
    if joined:
        most = sum(len(worlds) - 1 for worlds in joined)
        parts.append(Told(tuple(joined), told(scores.get("*"), figure, most, None)))
    return parts


def attacked(document: dict[str, Any], waves: list[list[Group]]) -> Iterator[tuple[str, list[Known]]]:
    """Every figure of every question and wave, and what an attacker makes of it."""
    for w, groups in enumerate(waves):
        for question in QUESTIONS:
            rows = [
                s for s in [*document["totals"], *document["groups"]] if (s["wave"], s["id"]) == (f"w{w}", question)
            ]
            scores = {row["group"]: row for row in rows}
            for figure in ("top", "dont_know"):
                people = [counts(group, question)[figure][0] for group in groups]
                parts, whole = parts_of(scores, people, figure), told(scores[""], figure, sum(people), None)
                yield f"{question} {figure}", [*outsider(parts, whole), *insider(parts, whole)]
        asked = [max(each[g].asked for each in waves) for g in range(len(groups))]
        rows = [row for row in document["responses"] if row["wave"] == f"w{w}"]
        totals = [row for row in rows if row["is_total"]]
        parts = parts_of({row["group"]: row for row in rows if not row["is_total"]}, asked, "share")
        whole = told(totals[0], "share", sum(asked), None)
        yield "response", [*outsider(parts, whole), *insider(parts, whole)]


@pytest.mark.parametrize("policy", ["team", "external"])
@pytest.mark.parametrize("groups", [2, 3])
@pytest.mark.parametrize("asked_known", [True, False])
def test_no_number_of_few_people_is_certain(policy: str, groups: int, asked_known: bool, tmp_path: Path) -> None:
    """Neither from outside nor as somebody who answered, nor for who knows how many people answered in each group."""
    rnd, threshold = random.Random(f"{policy}{groups}{asked_known}"), THRESHOLDS[policy]
    shown = 0
    for trial in range(12 if policy == "team" else 4):
        waves = [drawn(rnd, threshold, groups) for _ in range(1 + trial % 2)]
        study = study_of(waves, asked_known, tmp_path / f"{trial}.json")
        document = study.release(policy).document()
        shown += sum(score["shown"] for score in document["groups"])
        for figure, known in attacked(document, waves):
            assert [each for each in known if each.is_few(threshold)] == [], (trial, figure)
    assert shown > 0
