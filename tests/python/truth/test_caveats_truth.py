"""What is to be borne in mind with a comparison holds by the raw answers, and a lie would be seen."""

from functools import cache
from typing import Any

import numpy as np
import pandas as pd
from caveats import PREDICATES
from raw import Raw, keys_of
from studies import of_seed

import houvast

QUESTIONS = [q.id for q in houvast.instrument("six-elements").questions if q.scale]
PEOPLE = {"professional": 150, "ouder": 150, "jeugdige": 20}
OTHERWISE = {"E2.4": 1.8, "E5.1": -1.5}
"""By how much parents who see it alike answer these questions higher."""


@cache
def study() -> houvast.Study:
    rng = np.random.default_rng(4)
    rows = []
    for group, count in PEOPLE.items():
        for person in range(count):
            lean = rng.normal(-0.4 if group == "ouder" else 0, 1.2)
            for question in QUESTIONS:
                apart = OTHERWISE.get(question, 0.0) if group == "ouder" else 0.0
                latent = lean + apart + rng.logistic(0, 1)
                answer = 1 + int(np.searchsorted([-1.5, -0.5, 0.7, 2.0], latent))
                rows.append(("w1", f"{group}-{person}", group, question, str(answer)))
    answers = pd.DataFrame(rows, columns=["wave", "respondent", "party", "question", "answer"])
    parties = pd.DataFrame({"id": list(PEOPLE), "kind": "group", "perspective": list(PEOPLE), "asked": PEOPLE.values()})
    header = {"id": "caveats", "title": {"nl": "x", "en": "x"}, "instruments": ["six-elements"]}
    header["waves"] = [{"id": "w1", "date": "2024-01-01"}]
    return houvast.study_from_frames(header, parties=parties, answers=answers)


def test_every_caveat_holds_and_each_planted_one_is_found() -> None:
    claims, raw = study().comparison_caveats(), Raw(study())
    assert {claim.args["question"].id for claim in claims} == set(OTHERWISE)
    for claim in claims:
        assert PREDICATES[claim.id](claim.args, "w1", raw), claim.say("en")


def test_lies_are_caught() -> None:
    claims, raw = study().comparison_caveats(), Raw(study())
    for claim in claims:
        named: Any = type(claim.args["question"])
        for lie in (
            {"question": named("question", "E1.1")},
            {"other": named("group", "perspective:jeugdige")},
            {"other": claim.args["group"]},
            {"size": "large" if claim.args["size"] == "moderate" else "moderate"},
        ):
            assert not PREDICATES[claim.id]({**claim.args, **lie}, "w1", raw), lie


def test_the_table_and_the_words_say_the_same() -> None:
    rows = study().differential_item_functioning(wave="w1").to_dicts()
    differs = [row for row in rows if row["differs"]]
    assert len(differs) == len(study().comparison_caveats())
    assert {row["id"]: row["log_odds"] > 0 for row in differs if row["group_x"] == "professional"} == {
        question: apart < 0 for question, apart in OTHERWISE.items()
    }
    assert all("30" in row["reason"] for row in rows if "jeugdige" in (row["group_x"], row["group_y"]))
    said = study().comparison_caveats()[0].say("nl")
    assert said.startswith("Bij ") and "‘Ouder" in said and "de vraag anders opvatten" in said


def test_an_agenda_tells_it_behind_the_difference_and_of_nothing_else() -> None:
    raw, told = Raw(study()), []
    for item in study().agenda(length=20):
        caveats = [claim for claim in item.claims if claim.id.startswith("caveat.")]
        if item.question in OTHERWISE and item.reason == "between":
            assert [claim.id for claim in item.claims] == ["difference.agenda.between", "caveat.functioning"]
            assert {claim.args["question"].id for claim in caveats} == {item.question}
            assert all(PREDICATES[claim.id](claim.args, "w1", raw) for claim in caveats)
            assert "de vraag anders opvatten" in item.why.get("nl")
            told.append(item.question)
        else:
            assert not caveats, item.question
    assert told


def test_where_groups_are_small_nothing_is_said() -> None:
    assert of_seed(2024).comparison_caveats() == []


def test_every_caveat_has_a_predicate() -> None:
    assert set(PREDICATES) == keys_of("caveat", "caveat.")
