"""A question that was put to some groups only is told of those: who was not asked has nothing to hide."""

from __future__ import annotations

import json
from collections.abc import Collection

import pytest

import houvast
from houvast.release import explain_release
from small_studies import GROUPS, HIGH, INSTRUMENT, LOW

PEOPLE = {"professional": 40, "ouder": 20, "jeugdige": 16}


def partly_asked(asked: Collection[str], answered: dict[str, int]) -> houvast.Study:
    """A study with a question that was put to the groups in `asked` only."""
    first = INSTRUMENT["questions"][0]
    rows = []
    for group in GROUPS:
        for i in range(answered[group]):
            row = {"wave": "w", "respondent": f"{group}-{i}", "party": group}
            rows.append({**row, "question": "Q0", "answer": HIGH if i % 2 else LOW})
            rows.append(
                {**row, "question": "Q1", "answer": (HIGH if i % 3 else LOW) if group in asked else "not_asked"}
            )
    study = {
        "schema": "houvast-study/1",
        "id": "some-asked",
        "title": {"nl": "Deels gevraagd", "en": "Partly asked"},
        "instruments": [{**INSTRUMENT, "questions": [{**first, "id": f"Q{q}"} for q in range(2)]}],
        "waves": [{"id": "w"}],
        "parties": [{"id": name, "perspective": name, "asked": 60, "domain": "zorg"} for name in GROUPS],
        "answers": rows,
    }
    return houvast._core.study_from_json(json.dumps(study).encode(), "study.json")


def released(asked: Collection[str], answered: dict[str, int]) -> dict[str, bool]:
    """Whether the answers of each group to that question are shown."""
    document = partly_asked(asked, answered).release("team", by="perspective").document()
    return {row["group"]: row["shown"] for row in document["groups"] if row["id"] == "Q1"}


@pytest.mark.parametrize("asked", [("professional", "ouder"), ("professional",)])
def test_a_group_that_was_not_asked_hides_no_other(asked: tuple[str, ...]) -> None:
    assert released(asked, PEOPLE) == {group: group in asked for group in GROUPS}


def test_a_group_of_which_few_were_asked_still_does() -> None:
    shown = released(("professional", "ouder", "jeugdige"), PEOPLE)
    assert all(shown.values())
    few = released(("professional", "ouder", "jeugdige"), {**PEOPLE, "jeugdige": 4})
    assert sum(few.values()) < len(few) or "*" in few


def test_who_was_not_asked_is_explained_as_such() -> None:
    found = explain_release(partly_asked(("professional",), PEOPLE), "team")
    told = {each.group: each.say("en") for each in found if (each.kind, each.id) == ("question", "Q1") and each.group}
    assert told == {
        group: f"Question w, Q1, {title}: hidden. This question was not put to this group. (rule: cells)"
        for group, title in {"ouder": "Parents", "jeugdige": "Young people"}.items()
    }
