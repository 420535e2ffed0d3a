"""An estimate stands where a number stands."""

import math
import pickle

import numpy as np
import pandas as pd
import pytest

from houvast import graph, stats

ITEMS = np.array([[1, 2, 3], [2, 2, 1], [4, 5, 5], [3, 3, 2], [5, 4, 4]])
alpha = stats.cronbach_alpha(ITEMS)
undefined = stats.cronbach_alpha(ITEMS[:1])


def test_formats() -> None:
    assert f"{alpha:.2f}" == f"{alpha.value:.2f}"
    assert f"{alpha:8.1%}" == f"{alpha.value:8.1%}"
    assert f"{undefined:.2f}" == "nan"
    assert f"{alpha:.2f} [{alpha.interval.low:.2f}, {alpha.interval.high:.2f}]".count("[") == 1


def test_arithmetic() -> None:
    value = alpha.value
    assert alpha + 1 == 1 + alpha == value + 1
    assert alpha - 1 == value - 1 and 1 - alpha == 1 - value
    assert alpha * 2 == 2 * alpha == value * 2
    assert alpha / 2 == value / 2 and 2 / alpha == 2 / value
    assert alpha**2 == value**2 and -alpha == -value and abs(-1 * alpha) == value
    assert alpha - alpha == 0 and round(alpha, 2) == round(value, 2) and math.sqrt(alpha) == math.sqrt(value)
    assert isinstance(alpha + 1, float)
    assert math.isnan(undefined + 1)
    with pytest.raises(TypeError):
        alpha + "1"


def test_comparison() -> None:
    assert alpha > 0.5 and alpha >= alpha and alpha < 1 and not alpha < 0
    assert alpha == alpha.value and alpha == stats.cronbach_alpha(ITEMS) and alpha != 3
    assert alpha != "much" and alpha is not None
    assert undefined != undefined  # as nan
    assert sorted([alpha, stats.mean([0.1, 0.2]), 0.5], key=float)[0].value == pytest.approx(0.15)
    assert max(alpha, 0.1) is alpha and hash(alpha) == hash(alpha.value)


def test_unpacking() -> None:
    value, (low, high) = alpha
    assert (value, low, high) == (alpha.value, alpha.interval.low, alpha.interval.high)
    value, (low, high) = graph.density(_ring())
    assert value > 0 and math.isnan(low) and math.isnan(high)


def test_truth() -> None:
    assert alpha and not undefined and not stats.mean([0.0, 0.0])
    assert undefined.reason and not undefined.defined and math.isnan(float(undefined))


def test_numpy_and_pandas_take_them_as_numbers() -> None:
    three = [stats.mean(column) for column in ITEMS.T.astype(float)]
    assert np.array(three).dtype == np.float64
    assert np.allclose(np.mean(three), np.mean([float(each) for each in three]))
    assert (np.array([1.0, 2.0]) * alpha == np.array([1.0, 2.0]) * alpha.value).all()
    assert pd.Series([float(each) for each in three]).max() == max(three)
    assert (pd.Series([1.0]) + alpha).iloc[0] == 1 + alpha.value
    assert np.float64(1) + alpha == 1 + alpha.value


def test_pickles() -> None:
    for each in (alpha, stats.icc([1, 2, 3, 4.0], ["a", "a", "b", "b"]), undefined):
        again = pickle.loads(pickle.dumps(each))
        assert str(again) == str(each) and again.reason == each.reason and again.details == each.details


def _ring():
    import houvast

    return houvast.Graph(4, [0, 1, 2, 3], [1, 2, 3, 0])
