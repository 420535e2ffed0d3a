"""No answer depends on the order of columns or on what nodes are called: the optimum is searched until it is found."""

import itertools
from pathlib import Path

import numpy as np
import pytest
from scipy.optimize import minimize

import houvast
from houvast import graph, stats

UNWEIGHTED_LEAST_SQUARES = [0.32021195, 0.99908646, -0.06549429, 0.15557805]
"""The loadings of psych 2.2.9, fa(fm = "uls"), for omega_40x4.csv."""

DATA = Path(__file__).parents[2] / "data" / "scoring" / "omega_40x4.csv"


def squared_residuals(loadings, r):
    """Half of all squared residuals: of the correlations, and of the variances with uniquenesses of .005 or more."""
    of_variances = np.maximum(loadings**2 - 0.995, 0) ** 2
    return (np.triu(r - np.outer(loadings, loadings), 1) ** 2).sum() + of_variances.sum() / 2


def lowest_residuals(r, starts=60):
    """The lowest minimum that a general optimiser finds from many starts."""
    rng = np.random.default_rng(1)
    bounds = [(-1, 1)] * len(r)
    tries = (
        minimize(squared_residuals, rng.uniform(-1, 1, len(r)), (r,), "L-BFGS-B", bounds=bounds, tol=1e-14)
        for _ in range(starts)
    )
    return min(found.fun for found in tries)


class TestOmega:
    def test_two_minima(self):
        """psych 2.2.9, fa(fm = "uls"): 0.408955088. Its fm = "minres", which descends by the slopes of uls, stops
        beside that at 0.408868243; its fm = "ols", for which only correlations count, at 0.408782286. Another minimum
        has squared residuals of 0.1127."""
        items = np.loadtxt(DATA, delimiter=",")
        values = [stats.omega_total(items[:, order]).value for order in itertools.permutations(range(4))]
        assert max(values) - min(values) < 1e-9
        assert values[0] == pytest.approx(0.408955088, abs=1e-7)
        loadings = stats.factor_loadings(items).to_pandas().loading.to_numpy()
        assert loadings == pytest.approx(UNWEIGHTED_LEAST_SQUARES, abs=1e-5)
        assert squared_residuals(loadings, np.corrcoef(items.T)) == pytest.approx(0.08777658, abs=1e-8)

    def test_most_is_explained_of_items_that_are_one(self):
        """psych 2.2.9, fa(fm = "uls"), for three columns with correlations of 1."""
        once = np.arange(10.0)
        found = stats.omega_total(np.column_stack([once, 2 * once, once + 1]))
        assert found.details["heywood"] == 3
        assert found.value == pytest.approx(0.999443826, abs=1e-6)

    @pytest.mark.parametrize("seed", range(25))
    def test_the_lowest_of_all_minima(self, seed):
        rng = np.random.default_rng(seed)
        items = rng.integers(1, 6, (12, 3 + seed % 4)).astype(float)
        loadings = stats.factor_loadings(items).to_pandas().loading.to_numpy()
        r = np.corrcoef(items.T)
        assert squared_residuals(loadings, r) <= lowest_residuals(r) + 1e-8


def weighted_graph(a):
    i, j = np.nonzero(np.triu(a))
    return houvast.Graph(len(a), i, j, weights=a[i, j])


def squares(values, a):
    return (np.triu(a / a.max() - np.outer(values, values), 1) ** 2).sum()


class TestCoreness:
    A = np.array(
        [[0, 0, 1, 0, 0], [0, 0, 2, 0.5, 0], [1, 2, 0, 0, 0], [0, 0.5, 0, 0, 2], [0, 0, 0, 2, 0]],
    )

    def test_two_minima(self):
        """L-BFGS-B, 60 starts: sum of squares 1.1452; another minimum has 1.2686."""
        for order in itertools.permutations(range(5)):
            found = graph.continuous_coreness(weighted_graph(self.A[np.ix_(order, order)]))
            values = np.empty(5)
            values[list(order)] = found.values
            np.testing.assert_allclose(values, [0.259, 0.946, 1, 0.161, 0.081], atol=5e-4)
            assert squares(values, self.A) == pytest.approx(1.1452, abs=5e-5)

    @pytest.mark.parametrize("seed", range(25))
    def test_the_lowest_of_all_minima(self, seed):
        rng = np.random.default_rng(seed)
        n = 4 + seed % 6
        a = np.triu(np.round(rng.uniform(size=(n, n)), 2) * (rng.uniform(size=(n, n)) < 0.5), 1)
        a[0, 1] = 0.7  # never empty
        a += a.T
        found = graph.continuous_coreness(weighted_graph(a)).values
        tries = (
            minimize(squares, rng.uniform(0, 1, n), (a,), "L-BFGS-B", bounds=[(0, 1)] * n, tol=1e-13) for _ in range(60)
        )
        assert squares(found, a) <= min(best.fun for best in tries) + 1e-6


def test_communities_of_a_large_random_network():
    """igraph 1.0.0, community_leiden(objective_function="modularity", n_iterations=-1): 0.3107 on average of ten."""
    rng = np.random.default_rng(1)
    pairs = np.unique(np.sort(rng.integers(0, 10_000, (50_300, 2)), axis=1), axis=0)
    pairs = rng.permutation(pairs[pairs[:, 0] != pairs[:, 1]])[:50_000]
    ours = houvast.Graph(10_000, pairs[:, 0], pairs[:, 1])
    found = graph.communities(ours)
    assert ours.ties == 50_000
    assert found.modularity.value > 0.3126
