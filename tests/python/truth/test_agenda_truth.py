"""Everything that the agenda says of a question holds by the answers themselves, and a lie would be seen."""

from functools import cache
from typing import Any

import agenda as truth
import pytest
from agenda import PREDICATES, About
from lies import lies
from raw import Raw, keys_of
from studies import SEEDS, of_seed, replaced, with_an_element_apart, with_other_people, with_waves_turned

import houvast
from houvast.texts import Claim, say

STUDIES = {f"region {seed}": lambda seed=seed: of_seed(seed) for seed in SEEDS} | {
    "other people": with_other_people,
    "waves turned": with_waves_turned,
    "an element apart": with_an_element_apart,
}
OWN = "E1.1"
OPENINGS = [key for key in PREDICATES if key.startswith("agenda.opening.")]


def opening_of(item: Any) -> Claim:
    """The opening as a claim: an item has its sentence."""
    said = item.opening.get("nl")
    return Claim(next(key for key in OPENINGS if say(key, "nl") == said))


@cache
def raw_of(name: str) -> Raw:
    return Raw(STUDIES[name]())


@cache
def said_of(name: str) -> list[tuple[Claim, About]]:
    """Every claim of a long agenda and of its release, with its subject; coverage has its own tests."""
    study = STUDIES[name]()
    wave = study.waves[-1].id
    items = list(study.agenda(length=20).without(OWN).with_question(OWN))
    said = []
    for place, item in enumerate(items):
        above = (*(each.question for each in items[:place]), OWN)
        about = About(item.question, wave, above, item.reason == "own")
        said += [(claim, about) for claim in item.claims if not claim.id.startswith("coverage.")]
        said.append((opening_of(item), about))
    for item in study.release("team", agenda_length=20).agenda:
        said += [(claim, About(item.question, wave)) for claim in item.claims]
    return said


@pytest.mark.parametrize("name", STUDIES)
def test_every_claim_holds(name):
    assert said_of(name)
    for claim, about in said_of(name):
        assert PREDICATES[claim.id](claim.args, about, raw_of(name)), (claim.say("en"), about)


@pytest.mark.parametrize("name", STUDIES)
def test_a_lie_is_caught(name):
    for claim, about in said_of(name):
        for gap, args in lies(claim.args):
            assert not PREDICATES[claim.id](args, about, raw_of(name)), (claim.id, gap, args[gap])


@pytest.mark.parametrize("name", STUDIES)
def test_what_holds_of_one_question_does_not_hold_of_another(name):
    questions = sorted({about.question for _, about in said_of(name)} & set(raw_of(name).questions))
    for claim, about in said_of(name):
        if not claim.args:
            continue
        other = questions[questions.index(about.question) - 1]
        moved = About(other, about.wave, about.above)
        assert not PREDICATES[claim.id](claim.args, moved, raw_of(name)), (claim.id, about, other)


def test_groups_the_wrong_way_round_are_caught():
    seen = 0
    for claim, about in said_of("region 2024"):
        if claim.id == "difference.agenda.between":
            args = dict(claim.args)
            args["higher"], args["lower"] = args["lower"], args["higher"]
            assert not truth.between(args, about, raw_of("region 2024"))
            seen += 1
    assert seen


def test_a_low_question_that_is_not_the_lowest_is_caught():
    claim, about = next(each for each in said_of("region 2024") if each[0].id == "order.agenda.lowest")
    lower = replaced(of_seed(2024), answers=_all_lowest(of_seed(2024), "E1.1"))
    assert truth.lowest(claim.args, about, raw_of("region 2024"))
    assert not truth.lowest(claim.args, About(about.question, about.wave), Raw(lower))


def _all_lowest(study: houvast.Study, question: str):
    answers = study.to_frames()["answers"]
    answers.loc[(answers["question"] == question) & answers["answer"].isin(list("2345")), "answer"] = "1"
    return answers


def test_every_claim_has_a_predicate_and_is_made_somewhere():
    keys = keys_of("agenda", "agenda.") | keys_of("order", "order.agenda.")
    keys |= keys_of("difference", "difference.agenda.") | keys_of("change", "change.agenda.")
    assert set(PREDICATES) == keys
    made = {claim.id for name in STUDIES for claim, _ in said_of(name)}
    assert made == keys


def test_a_study_without_answers_says_only_what_coverage_says(indiana):
    for item in indiana.agenda():
        assert item.claims and all(claim.id.startswith("coverage.") for claim in item.claims)
