"""Motives are asked to know which, and not how good: no score, no order, no weak point, in no view."""

from __future__ import annotations

import json
from functools import cache

import numpy as np
import pandas as pd
from raw import ROOT

import houvast
from houvast.report import render_report

INSTRUMENT = houvast.instrument("samen-beter")
MOTIVES = [q.id for q in INSTRUMENT.questions if q.element == "M"]
FACTORS = [q.id for q in INSTRUMENT.questions if q.element == "S"]
PEOPLE = {"professional": 60, "ouder": 40}


@cache
def study() -> houvast.Study:
    """Power plays a part for few, more for professionals, and less than before; the factors hang together."""
    rng = np.random.default_rng(3)
    rows = []
    for group, count in PEOPLE.items():
        for person in range(count):
            for wave in ("w1", "w2"):
                lean = rng.normal(0, 1.5)
                for question in FACTORS:
                    answer = 1 + int(np.searchsorted([-1.5, -0.5, 0.7, 2.0], lean + rng.logistic(0, 1)))
                    rows.append((wave, f"{group}-{person}", group, question, str(answer)))
                for question in MOTIVES:
                    share = (0.7 if wave == "w1" else 0.05 if group == "ouder" else 0.4) if question == "M1" else 0.8
                    rows.append((wave, f"{group}-{person}", group, question, str(int(rng.random() < share))))
    answers = pd.DataFrame(rows, columns=["wave", "respondent", "party", "question", "answer"])
    parties = pd.DataFrame({"id": list(PEOPLE), "kind": "group", "perspective": list(PEOPLE), "asked": [80, 60]})
    header = {"id": "motives", "title": {"nl": "x", "en": "x"}, "instruments": ["samen-beter"]}
    header["waves"] = [{"id": "w1", "date": "2023-01-01"}, {"id": "w2", "date": "2024-01-01"}]
    return houvast.study_from_frames(header, parties=parties, answers=answers)


def test_the_instrument_declares_it() -> None:
    assert {element.id: element.graded for element in INSTRUMENT.elements} == {"S": True, "M": False}
    assert all(element.graded for element in houvast.instrument("six-elements").elements)
    parts = json.loads(INSTRUMENT.json)
    parts["elements"][1].pop("graded")
    assert houvast.Instrument.parse(json.dumps(parts)).elements[1].graded


def test_motives_have_no_score_as_a_whole_and_nothing_hangs_together() -> None:
    assert {row["id"] for row in study().scores().to_dicts() if row["kind"] == "element"} == {"S"}
    assert {row["id"] for row in study().reliability().to_dicts()} == {"S"}
    assert {row["id"] for row in study().scores().to_dicts()} == {"S", *FACTORS, *MOTIVES}
    tally = houvast.scoring.Tally(INSTRUMENT)
    assert {row["id"] for row in tally.finalize().to_dicts() if row["kind"] == "element"} == {"S"}


def test_no_agenda_and_no_comparison_speaks_of_them() -> None:
    assert not {item.question for item in study().agenda(length=40)} & set(MOTIVES)
    release = study().release("team", agenda_length=40)
    assert not {card.question for card in release.agenda} & set(MOTIVES)
    supported = release.document()["supported"]
    assert not {each["id"] for found in supported.values() for each in found} & {*MOTIVES, "M"}
    kinds = ("order.", "change.", "difference.")
    assert not [
        claim for claim in release.claims() if claim.id.startswith(kinds) and claim.about.split("/")[-1] in MOTIVES
    ]


def test_no_table_says_that_they_became_better_or_differ() -> None:
    for table in (study().change(), study().contrasts("perspective")):
        assert {row["id"] for row in table.to_dicts()} == {"S", *FACTORS}


def test_what_people_answered_is_told_and_that_it_is_a_profile() -> None:
    claims = study().release("team").claims()
    said = {claim.about.split("/")[4] for claim in claims if claim.id == "report.question.share"}
    assert set(MOTIVES) <= said
    profile = [claim for claim in claims if claim.id == "report.element.profile"]
    assert [claim.about for claim in profile] == ["total/w2/samen-beter/element/M"]
    declared = json.loads((ROOT / "src" / "instrument" / "catalogue" / "samen-beter.json").read_text("utf-8"))
    assert [element["id"] for element in declared["elements"] if element.get("graded") is False] == ["M"]


def test_the_report_says_so_once() -> None:
    html = render_report(study().release("team"), lang="nl")
    assert html.count("Dit is een profiel: geen antwoord is beter dan een ander.") == 1
