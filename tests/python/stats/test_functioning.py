"""Differential item functioning: proportional-odds models beside statsmodels, and what is found that was planted."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import scipy.stats
from statsmodels.miscmodels.ordinal_model import OrderedModel

from houvast import stats

PREDICTORS = {"alike": 1, "shifted": 2, "crossed": 3}


def answers(seed: int, people: int = 150, shift: float = 0.0, slope: float = 1.0) -> tuple[Any, Any]:
    """Five questions of one leaning; group b answers the first one otherwise: by a shift, or with another slope."""
    rng = np.random.default_rng(seed)
    group = np.repeat(["a", "b"], people)
    leaning = rng.normal(0, 1.2, 2 * people) + np.where(group == "b", -0.4, 0)
    columns = []
    for question in range(5):
        own = np.where(group == "b", slope * leaning + shift, leaning) if question == 0 else leaning
        latent = own + 0.3 * question + rng.logistic(0, 1, 2 * people)
        columns.append(1 + np.searchsorted([-1.5, -0.5, 0.7, 2.0], latent))
    return np.array(columns, float).T, group


def fitted(items: Any, group: Any, item: int, predictors: int) -> Any:
    """The model of statsmodels, by its own optimiser and then to the last digit by Newton's steps."""
    matching, is_x = items.mean(axis=1), (group == "a").astype(float)
    design = np.column_stack([matching, is_x, matching * is_x])[:, :predictors]
    model = OrderedModel(items[:, item], design, distr="logit")
    found = model.fit(method="bfgs", disp=False, gtol=1e-7, maxiter=500)
    return model.fit(method="newton", start_params=found.params, disp=False)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_ratios_and_odds_are_those_of_statsmodels(seed: int) -> None:
    items, group = answers(seed, shift=0.5 * seed - 1)
    found = stats.differential_item_functioning(items, group).to_dicts()
    for row in found:
        models = {name: fitted(items, group, row["item"], n) for name, n in PREDICTORS.items()}
        likelihood = {name: model.llf for name, model in models.items()}
        both, uniform = (2 * (likelihood[name] - likelihood["alike"]) for name in ("crossed", "shifted"))
        crossed = 2 * (likelihood["crossed"] - likelihood["shifted"])
        assert [row["chi2"], row["chi2_uniform"], row["chi2_nonuniform"]] == pytest.approx(
            [both, uniform, crossed], abs=1e-6
        )
        assert row["p_value"] == pytest.approx(scipy.stats.chi2.sf(both, 2), abs=1e-6)
        assert row["p_uniform"] == pytest.approx(scipy.stats.chi2.sf(uniform, 1), abs=1e-6)
        assert row["p_nonuniform"] == pytest.approx(scipy.stats.chi2.sf(crossed, 1), abs=1e-6)
        assert row["log_odds"] == pytest.approx(models["shifted"].params[1], abs=1e-6)
        shares = np.unique(items[:, row["item"]], return_counts=True)[1]
        null, n = float((shares * np.log(shares / shares.sum())).sum()), len(items)
        r2 = {name: (1 - np.exp(2 * (null - ll) / n)) / (1 - np.exp(2 * null / n)) for name, ll in likelihood.items()}
        assert row["r2_gain"] == pytest.approx(r2["crossed"] - r2["alike"], abs=1e-6)


def test_a_shift_is_uniform_and_another_slope_is_not() -> None:
    shifted, group = answers(11, people=400, shift=1.5)
    first, *others = stats.differential_item_functioning(shifted, group).to_dicts()
    assert first["differs"] and first["p_uniform"] < 1e-6 and first["log_odds"] < 0 and first["size"] != "negligible"
    assert not any(row["size"] == "large" for row in others)
    sloped, group = answers(12, people=400, slope=-0.2)
    first, *_ = stats.differential_item_functioning(sloped, group).to_dicts()
    assert first["differs"] and first["p_nonuniform"] < 1e-6


def test_on_questions_that_mean_the_same_little_is_found() -> None:
    rows = [row for seed in range(40) for row in stats.differential_item_functioning(*answers(100 + seed)).to_dicts()]
    assert np.mean([row["p_value"] < 0.05 for row in rows]) < 0.09
    assert np.mean([row["differs"] for row in rows]) <= 0.01


def test_people_are_held_alike_by_what_is_given() -> None:
    items, group = answers(5)
    rest = items[:, 1:].mean(axis=1)
    by_rest = stats.differential_item_functioning(items, group, matching=rest).to_dicts()[0]
    by_all = stats.differential_item_functioning(items, group).to_dicts()[0]
    assert by_rest["chi2"] != pytest.approx(by_all["chi2"])
    missing = np.where(np.arange(len(rest)) < 10, np.nan, rest)
    assert stats.differential_item_functioning(items, group, matching=missing).to_dicts()[0]["n_x"] == 140


def test_too_few_answers_and_groups_that_are_told_apart_wholly_have_a_reason() -> None:
    items, group = answers(6, people=29)
    row = stats.differential_item_functioning(items, group).to_dicts()[0]
    assert row["chi2"] is None and "30" in row["reason"]
    apart, group = answers(7)
    apart[:, 0] = np.where(group == "a", 1, 5)
    row = stats.differential_item_functioning(apart, group).to_dicts()[0]
    assert row["chi2"] is None and row["differs"] is None and row["reason"]
    apart[:, 0] = 3
    assert stats.differential_item_functioning(apart, group).to_dicts()[0]["reason"]


def test_every_two_groups_are_compared_and_corrected_together() -> None:
    items, group = answers(8)
    three = np.where(np.arange(len(group)) % 3 == 0, "c", group)
    rows = stats.differential_item_functioning(items, three).to_dicts()
    assert {(row["group_x"], row["group_y"]) for row in rows} == {("c", "a"), ("c", "b"), ("a", "b")}
    adjusted = scipy.stats.false_discovery_control([row["p_value"] for row in rows])
    assert [row["p_adjusted"] for row in rows] == pytest.approx(list(adjusted))
