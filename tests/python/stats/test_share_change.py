"""The change and the difference of shares of high answers: by their definition, beside others, and how often right."""

import numpy as np
import pytest
from scipy.stats import norm

import houvast
from houvast import stats

NAN = np.nan


def some_answers(seed, people=40, questions=5, missing=0.15):
    """Of the same people, twice."""
    rng = np.random.default_rng(seed)
    lean = rng.normal(0, 1, (people, 1))
    made = []
    for centre in (-0.4, 0.4):
        high = (rng.random((people, questions)) < 1 / (1 + np.exp(-centre - lean))).astype(float)
        high[rng.random(high.shape) < missing] = NAN
        made.append(high)
    return made


def recovered(x, y, correlation):
    """Zou & Donner (2008), eq. 10: bounds of x - y from those of both."""
    down = np.array([x.value - x.interval.low, y.interval.high - y.value])
    up = np.array([x.interval.high - x.value, y.value - y.interval.low])
    apart = [np.sqrt(ends @ ends - 2 * correlation * ends.prod()) for ends in (down, up)]
    return x.value - y.value - apart[0], x.value - y.value + apart[1]


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("population", [None, 70])
def test_change_by_its_definition(seed, population):
    before, after = some_answers(seed, questions=1 + seed % 6)
    both = np.isfinite(before) & np.isfinite(after)
    then, now = (np.where(both, each, NAN) for each in (before, after))
    shares = [stats.mean_share(each, population=population) for each in (now, then)]
    added = [np.nansum((each - np.nanmean(each, axis=0)) / both.sum(axis=0), axis=1) for each in (now, then)]
    correlation = added[0] @ added[1] / np.sqrt((added[0] @ added[0]) * (added[1] @ added[1]))
    found = stats.mean_share_change(before, after, population=population)
    assert found.value == pytest.approx(np.nanmean(now, axis=0).mean() - np.nanmean(then, axis=0).mean(), abs=1e-12)
    assert found.details["correlation"] == pytest.approx(correlation, abs=1e-12)
    assert found.n == both.any(axis=1).sum()
    low, high = recovered(*shares, correlation)
    assert (found.interval.low, found.interval.high) == (pytest.approx(low, abs=1e-9), pytest.approx(high, abs=1e-9))


def wilson(share, n):
    """Newcombe's bounds use the normal distribution."""
    z = norm.ppf(0.975)
    middle, half = share + z**2 / (2 * n), z * np.sqrt(share * (1 - share) / n + z**2 / (4 * n**2))
    return (middle - half) / (1 + z**2 / n), (middle + half) / (1 + z**2 / n)


def test_one_question_is_nearly_newcombes_paired_interval():
    """Newcombe (1998), Statistics in Medicine 17, 2635-2650, without his correction of phi: 36, 12, 2 and 0 of 50."""
    pairs = [(1, 1)] * 36 + [(1, 0)] * 12 + [(0, 1)] * 2
    x, y = (np.array(each, float)[:, None] for each in zip(*pairs, strict=True))
    found = stats.mean_share_change(y, x)
    phi = (36 * 0 - 12 * 2) / np.sqrt(48 * 2 * 38 * 12)
    (low_x, high_x), (low_y, high_y) = wilson(0.96, 50), wilson(0.76, 50)
    down, up = (0.96 - low_x, high_y - 0.76), (high_x - 0.96, 0.76 - low_y)
    low = 0.2 - np.sqrt(down[0] ** 2 + down[1] ** 2 - 2 * phi * down[0] * down[1])
    high = 0.2 + np.sqrt(up[0] ** 2 + up[1] ** 2 - 2 * phi * up[0] * up[1])
    assert (round(low, 4), round(high, 4)) == (0.0569, 0.3404)  # his table II, method 10, example (f)
    assert found.value == pytest.approx(0.2)
    assert found.details["correlation"] == pytest.approx(phi)
    # Student's t with 49 degrees of freedom in place of the normal distribution makes it a little wider.
    assert low - 0.01 < found.interval.low < low
    assert high < found.interval.high < high + 0.01


@pytest.mark.parametrize("seed", range(10))
def test_difference_by_its_definition(seed):
    x, y = some_answers(seed)[0], some_answers(seed + 50, people=25)[1]
    found = stats.mean_share_difference(x, y, population_x=60)
    low, high = recovered(stats.mean_share(x, population=60), stats.mean_share(y), 0)
    assert found.n == 65 - sum(np.isnan(each).all(axis=1).sum() for each in (x, y))
    assert (found.interval.low, found.interval.high) == (pytest.approx(low, abs=1e-9), pytest.approx(high, abs=1e-9))


def test_a_question_counts_where_it_was_answered_on_both_sides():
    before, after = [[1, 1], [0, 1], [1, NAN]], [[1, NAN], [1, NAN], [0, 1]]
    assert stats.mean_share_change(before, after).value == 0
    assert stats.mean_share_difference(after, [[0, NAN], [1, NAN]]).value == pytest.approx(2 / 3 - 1 / 2)
    assert stats.mean_share_change([[1, NAN]] * 3, [[NAN, 1]] * 3).reason == "no answers"
    assert not stats.mean_share_difference([[1, NAN]] * 3, [[NAN, 1]] * 3).defined
    assert stats.mean_share_change([[1, 0]], [[1, 1]]).interval is None


def test_of_everybody_who_was_asked_nothing_is_uncertain():
    before, after = some_answers(1, missing=0)
    found = stats.mean_share_change(before, after, population=len(before))
    assert found.interval.low == found.value == found.interval.high


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda: stats.mean_share_change([[1, 0]] * 3, [[1, 0]] * 2), "HV-301"),
        (lambda: stats.mean_share_change([[1, 0]] * 3, [[1]] * 3), "HV-301"),
        (lambda: stats.mean_share_change([[4, 0]], [[1, 0]]), "HV-302"),
        (lambda: stats.mean_share_change([[1, 0]] * 3, [[1, 0]] * 3, population=2), "HV-302"),
        (lambda: stats.mean_share_difference([[1, 0]], [[1]]), "HV-301"),
        (lambda: stats.mean_share_difference([[1, 0]], [[1, 0]], population_y=0), "HV-302"),
        (lambda: stats.mean_share_difference([[1, 0]], [[1, 0]], level=95), "HV-302"),
    ],
)
def test_what_cannot_be_is_refused(call, code):
    with pytest.raises(houvast.Error) as raised:
        call()
    assert raised.value.code == code


@pytest.mark.parametrize(("people", "questions"), [(8, 3), (60, 14)])
def test_coverage_of_a_change(people, questions):
    """Intervals hold the change in 93 to 97 % of studies (scripts/calibrate_intervals.py)."""
    rng = np.random.default_rng([people, questions])
    held = np.zeros(2)
    studies, asked = 1000, people * 2
    for _ in range(studies):
        lean = rng.normal(0, 1, (asked, 1))
        high = [(rng.random((asked, questions)) < 1 / (1 + np.exp(-shift - lean))).astype(float) for shift in (0, 0)]
        told = [each[:people] for each in high]
        of_many = stats.mean_share_change(*told).interval
        of_asked = stats.mean_share_change(*told, population=asked).interval
        moved = high[1].mean() - high[0].mean()
        held += [of_many.low <= 0 <= of_many.high, of_asked.low <= moved <= of_asked.high]
    assert (held / studies >= 0.925).all()
    assert (held / studies <= 0.98).all()
