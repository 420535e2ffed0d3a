"""Sentences of a report on elements: what was tested and the figure beside it, each against the raw answers."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from figures import Truth
from studies import of_seed

import houvast
from houvast.release import explain_release
from houvast.report import render_report
from houvast.texts import say

SEEDS = (2024, 7, 11)
_SHARE = re.compile(r"(minder dan )?(?:(\d+)% tot )?(\d+)%( of meer)?")
_ROUNDED = 0.0005  # shares are told in steps; a percentage in a sentence is rounded to whole points


def answers_of(study: houvast.Study) -> pd.DataFrame:
    """The answers on the six elements as numbers; None for a don't know and its like."""
    rows = study.to_frames()["answers"]
    rows = rows.assign(value=pd.to_numeric(rows["answer"], errors="coerce"), element=rows["question"].str[:2])
    return rows[rows["question"].str.fullmatch(r"E\d\.\d") & rows["answer"].notna()]


def is_within(share: float, below: str, low: str, number: str, above: str) -> bool:
    """Whether a share is what was said of it: below or above a number, between two, or about one."""
    said = int(number) / 100
    least = int(low) / 100 if low else 0.0 if below else said
    most = 1.0 if above else said
    return least - _ROUNDED - 1e-9 <= share <= most + _ROUNDED + 1e-9


def high_answers(rows: pd.DataFrame, wave: str) -> pd.Series:
    """Per element the share of high answers, every question counting the same."""
    asked = rows[(rows["wave"] == wave) & rows["value"].notna()]
    by_question = asked.assign(high=asked["value"] >= 4).groupby(["element", "question"])["high"].mean()
    return by_question.groupby("element").mean()


@pytest.mark.parametrize("seed", SEEDS)
def test_the_figure_beside_an_order_or_a_change_is_the_share_of_high_answers(seed: int) -> None:
    study = of_seed(seed)
    rows, seen = answers_of(study), 0
    for claim in study.release("team").claims():
        if claim.id not in ("order.element", "change.element.clear"):
            continue
        _, wave, _, _, element = claim.about.split("/")
        waves = [wave] if claim.id == "order.element" else [study.waves[0].id, wave]
        said = claim.say("nl")
        for told, of in zip(_SHARE.findall(said), waves, strict=True):
            assert is_within(float(high_answers(rows, of)[element]), *told)
            seen += 1
    assert seen


@pytest.mark.parametrize("seed", SEEDS)
def test_an_element_said_to_be_lower_or_higher_is(seed: int) -> None:
    study = of_seed(seed)
    shares = high_answers(answers_of(study), study.waves[-1].id)
    for claim in study.release("team").claims():
        if claim.id == "order.element":
            element = claim.about.rpartition("/")[2]
            truth = Truth(study, study.release("team").document())
            others = shares[[id for id in shares.index if not truth.is_loose(id, study.waves[-1].id)]].drop(element)
            assert (shares[element] > others.mean()) == (claim.args["high"] == "yes")
            if claim.args["every"] == "yes":
                assert shares[element] > others.max() or shares[element] < others.min()


@pytest.mark.parametrize("seed", SEEDS)
def test_an_element_is_told_by_question_exactly_when_its_questions_do_not_hang_together(seed: int) -> None:
    study = of_seed(seed)
    wave, release = study.waves[-1].id, study.release("team")
    document = release.document()
    truth = Truth(study, document)
    said = {claim.about.rpartition("/")[2] for claim in release.claims() if claim.id == "report.element.loose"}
    told = {score["id"] for score in document["totals"] if score["wave"] == wave and score["shown"]}
    for element in truth.elements:
        assert (element in said) == truth.is_loose(element, wave), (element, truth.alpha(element, wave))
        assert (element in said) != (element in told)
    assert not [row for row in document["groups"] if row["id"] in said and row["wave"] == wave and row["shown"]]


def test_whether_an_element_is_hidden_follows_from_the_alpha_that_is_told() -> None:
    """So it tells nothing that the figures do not."""
    rows = [row for seed in SEEDS for row in of_seed(seed).release("team").document()["reliability"] if row["shown"]]
    assert {row["together"] for row in rows} == {True, False}
    for row in rows:
        assert row["together"] == (row["alpha"] >= 0.5 and row["low"] > 0)


def test_the_report_says_why_an_element_has_no_share() -> None:
    release = of_seed(2024).release("team")
    loose = [claim.say("nl") for claim in release.claims() if claim.id == "report.element.loose"]
    html = render_report(release, lang="nl")
    assert loose and all("hangen te weinig samen" in each for each in loose)
    assert html.count("hangen te weinig samen (Cronbachs alfa") == len(loose)
    assert html.count(say("report.overview.by_question", "nl")) == len(loose)
    reasons = [each.reason.say("nl") for each in explain_release(of_seed(2024), "team") if each.rule == "elements"]
    assert any("hangen te weinig samen" in each for each in reasons)
