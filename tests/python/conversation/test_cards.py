"""Agenda and cards differ, in what they take from answers, only in what may not leave; and the report says so."""

from __future__ import annotations

from typing import Any

import pytest

import houvast
from houvast.examples.region import region
from houvast.report import render_report

ALL = 60


@pytest.fixture(scope="module", params=[2024, 7, 11])
def study(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> houvast.Study:
    folder = tmp_path_factory.mktemp("cards") / "study"
    region(request.param).write(folder)
    return houvast.load(folder)


def cards(study: houvast.Study, policy: str) -> list[dict[str, Any]]:
    return study.release(policy, agenda_length=ALL).document()["agenda"]


@pytest.mark.parametrize("policy", ["team", "external"])
def test_what_puts_a_question_on_a_card_holds_inside_too(study: houvast.Study, policy: str) -> None:
    inside = {row["question"]: row for row in study.agenda(length=ALL).candidates.to_dicts()}
    found = cards(study, policy)
    assert found
    for card in found:
        assert inside[card["question"]][card["reason"]] > 0, card["question"]


@pytest.mark.parametrize("policy", ["team", "external"])
def test_what_is_inside_and_on_no_card_is_not_told(study: houvast.Study, policy: str) -> None:
    document = study.release(policy, agenda_length=ALL).document()
    wave = study.waves[-1].id
    told = {s["id"]: s for s in document["totals"] if s["wave"] == wave and s["kind"] == "question" and s["shown"]}
    on_cards = {card["question"] for card in document["agenda"]}
    for item in study.agenda(length=ALL):
        if item.question in on_cards:
            continue
        score = told.get(item.question)
        assert score is None or not score["distribution"], item.question


def test_the_report_says_that_cards_are_chosen_from_what_it_shows(study: houvast.Study) -> None:
    html = render_report(study.release("team"), lang="nl")
    assert "Wie binnen het onderzoek zelf kijkt, kan andere vragen zien" in html
