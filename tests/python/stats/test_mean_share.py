"""The share of high answers over questions that count the same, against what it means, and how often it is right."""

import numpy as np
import pandas as pd
import pytest
from scipy.stats import t

import houvast
from houvast import stats

NAN = np.nan


def some_answers(seed, people=30, questions=5, missing=0.15):
    rng = np.random.default_rng(seed)
    lean = rng.normal(0, 1, (people, 1))
    high = (rng.random((people, questions)) < 1 / (1 + np.exp(-lean))).astype(float)
    high[rng.random(high.shape) < missing] = NAN
    return high


def by_hand(high, seen=0.0, level=0.95):
    """Share and interval, from the definition."""
    frame = pd.DataFrame(high).dropna(how="all").dropna(how="all", axis=1)
    share = frame.mean().mean()
    influence = ((frame - frame.mean()) / frame.notna().sum()).sum(axis=1) / frame.shape[1]
    n = len(frame)
    variance = n / (n - 1) * (influence**2).sum()
    effective = (share * (1 - share) / variance if variance > 0 else n) / (1 - seen)
    q = t.ppf(0.5 + level / 2, n - 1)
    # The ends are where (share - x)^2 = q^2 x (1 - x) / effective, Wilson's equation.
    ends = np.roots([1 + q**2 / effective, -(2 * share + q**2 / effective), share**2])
    return share, variance, *sorted(ends)


@pytest.mark.parametrize("seed", range(20))
def test_definition(seed):
    high = some_answers(seed, people=4 + 3 * seed, questions=1 + seed % 6)
    found = stats.mean_share(high, level=0.9)
    share, variance, low, top = by_hand(high, level=0.9)
    assert found.value == pytest.approx(share, abs=1e-12)
    assert found.details["variance"] == pytest.approx(variance, abs=1e-12)
    assert (found.interval.low, found.interval.high) == (pytest.approx(low, abs=1e-9), pytest.approx(top, abs=1e-9))


def test_variance_is_that_of_leaving_out_one_person_after_the_other():
    high = some_answers(3, people=400, questions=4)
    left_out = [np.nanmean(np.delete(high, i, axis=0), axis=0).mean() for i in range(len(high))]
    jackknife = (len(high) - 1) ** 2 / len(high) * np.var(left_out, ddof=1)
    assert stats.mean_share(high).details["variance"] == pytest.approx(jackknife, rel=0.01)


@pytest.mark.parametrize("seed", range(10))
def test_of_a_known_roster(seed):
    high = some_answers(seed)
    asked = len(high) + 5 * seed
    found = stats.mean_share(high, population=asked)
    answered, all_high = np.isfinite(high).sum(axis=0), np.nansum(high, axis=0)
    seen = (answered / asked).mean()
    _, _, low, top = by_hand(high, seen)
    assert (found.interval.low, found.interval.high) == (pytest.approx(low, abs=1e-9), pytest.approx(top, abs=1e-9))
    assert found.details["least"] == pytest.approx((all_high / asked).mean())
    assert found.details["most"] == pytest.approx(((all_high + asked - answered) / asked).mean())
    many = stats.mean_share(high).interval
    assert many.low < found.interval.low < found.value < found.interval.high < many.high


def test_when_everybody_answered_everything_nothing_is_uncertain():
    high = some_answers(1, missing=0)
    found = stats.mean_share(high, population=len(high))
    assert found.interval.low == found.value == found.interval.high
    assert (found.details["least"], found.details["most"]) == (pytest.approx(found.value), pytest.approx(found.value))


def test_without_variance_each_person_counts_as_one_answer():
    alike = stats.mean_share([[1, 0]] * 12)
    assert (alike.value, alike.details["variance"]) == (0.5, 0)
    q = t.ppf(0.975, 11)
    assert alike.interval.high - alike.interval.low == pytest.approx(
        2 * q * np.sqrt(1 / 48 + q**2 / 576) / (1 + q**2 / 12)
    )
    all_high = stats.mean_share(np.ones((12, 3)))
    assert all_high.interval.high == 1
    assert all_high.interval.low == pytest.approx(1 / (1 + q**2 / 12))


def test_what_has_no_answers():
    nothing = stats.mean_share(np.full((3, 2), NAN))
    assert np.isnan(nothing.value)
    assert nothing.reason == "no answers"
    assert stats.mean_share([[1, 0]]).interval is None
    assert stats.mean_share([[1, NAN], [0, NAN], [1, NAN]]).value == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda: stats.mean_share([[4, 5]]), "HV-302"),
        (lambda: stats.mean_share([[1, 0]] * 3, population=2), "HV-302"),
        (lambda: stats.mean_share([[1, 0]] * 3, level=95), "HV-302"),
        (lambda: stats.mean_share(np.zeros((2, 2, 2))), "HV-301"),
    ],
)
def test_what_cannot_be_is_refused(call, code):
    with pytest.raises(houvast.Error) as raised:
        call()
    assert raised.value.code == code


@pytest.mark.parametrize("people", [8, 60])
@pytest.mark.parametrize("questions", [3, 14])
def test_coverage(people, questions):
    """Intervals hold the share that they are about in 93 to 97 % of studies (scripts/calibrate_intervals.py)."""
    rng = np.random.default_rng([people, questions])
    held = np.zeros(2)
    studies, asked = 1500, people * 2
    for _ in range(studies):
        lean = rng.normal(0, 1, (asked, 1))
        everybody = (rng.random((asked, questions)) < 1 / (1 + np.exp(-lean))).astype(float)
        told = everybody[:people]
        of_many, of_asked = stats.mean_share(told).interval, stats.mean_share(told, population=asked).interval
        held += [of_many.low <= 0.5 <= of_many.high, of_asked.low <= everybody.mean() <= of_asked.high]
    assert (held / studies >= 0.925).all()
    assert (held / studies <= 0.98).all()
