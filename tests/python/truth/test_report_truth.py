"""Every figure in every statement of a report is right by the study's own tables, and what is said higher is higher."""

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from figures import Truth, figures
from raw import ROOT
from studies import SEEDS, of_seed, with_an_element_apart, with_high_stages, with_waves_turned

import houvast

OTHERS = ("scores", "policy")
"""Figures about the release itself: how many numbers it holds, and its threshold."""


@cache
def of_indiana() -> houvast.Study:
    return houvast.load(ROOT / "tests" / "data" / "indiana")


STUDIES: dict[str, Callable[[], houvast.Study]] = {
    "Indiana": of_indiana,
    "waves turned": with_waves_turned,
    "an element apart": with_an_element_apart,
    "high stages": with_high_stages,
    **{f"region {seed}": lambda seed=seed: of_seed(seed) for seed in SEEDS},
}


@cache
def told(name: str, policy: str) -> tuple[list[Any], Truth]:
    study = STUDIES[name]()
    release = study.release(policy)
    return list(release.claims()), Truth(study, release.document())


def all_figures(name: str, policy: str) -> set[tuple[str, Any]]:
    claims, _ = told(name, policy)
    found = {figure for claim in claims for figure in figures(claim.args)}
    return {(key, value) for key, value in found if key.split("/")[0] not in OTHERS}


@pytest.mark.parametrize("policy", ["team", "external"])
@pytest.mark.parametrize("name", STUDIES)
def test_every_figure_holds(name: str, policy: str) -> None:
    _, truth = told(name, policy)
    assert all_figures(name, policy)
    for key, value in all_figures(name, policy):
        assert truth.holds(key, value), (key, value)


@pytest.mark.parametrize("name", STUDIES)
def test_a_lie_is_caught(name: str) -> None:
    """A share on the other side of its bound, a count with one more."""
    _, truth = told(name, "team")
    for key, value in all_figures(name, "team"):
        if isinstance(value, int) and not key.startswith("goals-sum"):
            assert not truth.holds(key, value + 1), key
        elif key.endswith("/low"):
            assert not truth.holds(key, value + 0.51), key
        elif key.endswith("/high"):
            assert not truth.holds(key, value - 0.51), key


def direction_holds(truth: Truth, claim: Any) -> bool:
    """Whether what is said to be higher or lower is, by the shares of high answers."""
    _, wave, _, kind, id = claim.about.split("/")[:5]
    share = {each: truth.share(each, kind, id) for each in truth.raw.waves}
    if claim.id.startswith("change."):
        before = truth.raw.waves[truth.raw.waves.index(wave) - 1]
        return (share[wave] > share[before]) == (claim.args["direction"] == "higher")
    others = [truth.share(wave, kind, other) for other in truth.items(kind) if other != id]
    is_high = share[wave] > sum(others) / len(others)
    return is_high == (claim.args.get("high", "no") == "yes")


@pytest.mark.parametrize("name", [name for name in STUDIES if name != "Indiana"])
def test_what_is_said_to_be_higher_or_lower_is(name: str) -> None:
    claims, truth = told(name, "team")
    seen = 0
    for claim in claims:
        if claim.id in ("change.direction", "order.element", "order.question.lowest", "change.question.here"):
            assert direction_holds(truth, claim), claim
            seen += 1
    assert seen
