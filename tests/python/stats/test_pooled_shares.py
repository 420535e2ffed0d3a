"""Partially pooled shares: against the posterior by another road, and what follows from their definition."""

from __future__ import annotations

import numpy as np
import pytest
import scipy.special
import scipy.stats

from houvast import stats

NAN = float("nan")
SIZES = (40, 12, 8, 5)


def people(seed: int, questions: int = 3, apart: float = 0.5) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    group = np.repeat(np.arange(len(SIZES)), SIZES)
    lean = rng.normal(0, 0.8, len(group)) + rng.normal(0, apart, len(SIZES))[group]
    return (rng.random((len(group), questions)) < scipy.special.expit(lean)[:, None]).astype(float), group


def by_grid(high: np.ndarray, group: np.ndarray) -> list[tuple[float, float, float]]:
    """Share and interval of every group as the documentation defines them, with numpy and scipy."""
    shares, variances, sizes = [], [], []
    for g in range(len(SIZES)):
        rows = high[group == g]
        off = ((rows - rows.mean(axis=0)) / len(rows)).mean(axis=1)
        shares.append(rows.mean())
        variances.append((off**2).sum() * len(rows) / (len(rows) - 1))
        sizes.append(len(rows))
    p, v, n = map(np.array, (shares, variances, sizes))
    worth = ((n - 1) * n * v).sum() / ((n - 1) * (p * (1 - p) + v)).sum()
    counts = n / np.clip(worth, 1 / high.shape[1], 1)
    mean, spread = np.meshgrid((np.arange(41) + 0.5) / 41, (np.arange(20) + 0.5) / 20)
    answers = 1 / spread**2 - 1
    yes, no = (mean * answers)[..., None] + p * counts, ((1 - mean) * answers)[..., None] + (1 - p) * counts
    fit = (scipy.special.betaln(yes, no) - scipy.special.betaln(mean * answers, (1 - mean) * answers)[..., None]).sum(
        -1
    )
    weight = np.exp(fit - fit.max())[..., None] / np.exp(fit - fit.max()).sum()
    one = scipy.stats.beta(yes, no)
    middle = (weight * one.mean()).sum((0, 1))
    variance = (weight * (one.var() + one.mean() ** 2)).sum((0, 1)) - middle**2
    worthy = middle * (1 - middle) / variance - 1
    ends = scipy.stats.beta(middle * worthy, (1 - middle) * worthy)
    return list(zip(middle, ends.ppf(0.025), ends.ppf(0.975), strict=True))


@pytest.mark.parametrize("questions", [1, 3, 14])
@pytest.mark.parametrize("seed", [1, 2])
def test_the_posterior_is_that_of_scipy(seed: int, questions: int) -> None:
    high, group = people(seed, questions)
    for row, (share, low, high_end) in zip(
        stats.pooled_shares(high, group).to_dicts(), by_grid(high, group), strict=True
    ):
        assert [row["pooled"], row["pooled_low"], row["pooled_high"]] == pytest.approx([share, low, high_end], abs=1e-9)


def test_beside_it_stands_the_group_s_own_share() -> None:
    high, group = people(3)
    for row in stats.pooled_shares(high, group).to_dicts():
        own = stats.mean_share(high[group == int(row["group"])])
        assert (row["n"], row["share"]) == (own.n, pytest.approx(own.value))
        assert (row["share_low"], row["share_high"]) == pytest.approx((own.interval.low, own.interval.high))


def test_small_groups_are_drawn_further_and_their_intervals_are_narrower() -> None:
    high, group = people(4, apart=0.2)
    rows = stats.pooled_shares(high, group).to_dicts()
    weights = [row["own_weight"] for row in rows]
    assert weights == sorted(weights, reverse=True) and weights[-1] < 0.5 < weights[0]
    for row in rows[1:]:
        assert row["pooled_high"] - row["pooled_low"] < row["share_high"] - row["share_low"]


def test_groups_that_are_wholly_apart_keep_their_own() -> None:
    high = np.concatenate([np.ones((40, 3)), np.zeros((40, 3)), np.ones((40, 3))])
    rows = stats.pooled_shares(high, np.repeat(["a", "b", "c"], 40)).to_dicts()
    assert [row["pooled"] for row in rows] == pytest.approx([1, 0, 1], abs=0.05)
    assert all(row["own_weight"] > 0.9 for row in rows)


def test_when_everybody_answered_nothing_is_uncertain() -> None:
    high, group = people(5)
    for row in stats.pooled_shares(high, group, population=list(SIZES)).to_dicts():
        assert row["pooled"] == row["pooled_low"] == row["pooled_high"] == pytest.approx(row["share"])
        assert row["own_weight"] == 1
    of_some = stats.pooled_shares(high, group, population=[2 * n for n in SIZES]).to_dicts()
    of_many = stats.pooled_shares(high, group).to_dicts()
    for some, many in zip(of_some, of_many, strict=True):
        assert some["own_weight"] == pytest.approx((1 + many["own_weight"]) / 2)


def test_two_groups_say_too_little_of_how_alike_groups_are() -> None:
    high, group = people(6)
    rows = stats.pooled_shares(high[group < 2], group[group < 2]).to_dicts()
    assert all(row["pooled"] is None and "3" in row["reason"] and row["share"] is not None for row in rows)
    empty = np.vstack([high, [[NAN] * 3]])
    last = stats.pooled_shares(empty, [*group, 9]).to_dicts()[-1]
    assert last["n"] == 0 and last["pooled"] is None and last["reason"]


def test_mistakes_are_named() -> None:
    high, group = people(7)
    for wrong in ({"population": [100, 100]}, {"population": [39, 12, 8, 5]}, {"level": 1.0}):
        with pytest.raises(ValueError, match="HV-30"):
            stats.pooled_shares(high, group, **wrong)
    with pytest.raises(ValueError, match="HV-302"):
        stats.pooled_shares(high + 1, group)
