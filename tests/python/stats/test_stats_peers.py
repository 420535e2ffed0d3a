"""The statistics against scipy, statsmodels, pingouin and krippendorff on random cases."""

import warnings

import krippendorff
import numpy as np
import pandas as pd
import pingouin
import pytest
import scipy.optimize
import scipy.stats
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from houvast import stats

CASES = 1000
SIZES = (3, 4, 5, 6, 8, 10, 15, 25, 50, 51, 120, 500)


def near(found, expected, tolerance=1e-10):
    np.testing.assert_allclose(found, expected, rtol=tolerance, atol=tolerance)


def scores(rng, n, kind):
    """Answers with many ties, with few, or with none."""
    if kind == 0:
        return rng.integers(1, 6, n).astype(float)
    if kind == 1:
        return rng.integers(0, 4 * n, n) / 2
    return rng.permutation(10 * n)[:n].astype(float)


def test_wilson():
    rng = np.random.default_rng(1)
    for _ in range(CASES):
        n = int(rng.choice(SIZES))
        k = int(rng.integers(0, n + 1))
        level = float(rng.choice([0.8, 0.9, 0.95, 0.99]))
        found = stats.wilson_interval(k, n, level)
        near(list(found.interval), proportion_confint(k, n, alpha=1 - level, method="wilson"))
        assert found.value == k / n


def test_difference_of_shares():
    rng = np.random.default_rng(2)
    for _ in range(CASES):
        n_x, n_y = (int(n) for n in rng.choice(SIZES, 2))
        x, y = int(rng.integers(0, n_x + 1)), int(rng.integers(0, n_y + 1))
        found = stats.proportion_difference(x, n_x, y, n_y)
        expected = confint_proportions_2indep(x, n_x, y, n_y, method="newcomb", compare="diff")
        near(list(found.interval), expected)


def test_mann_whitney():
    rng = np.random.default_rng(3)
    for case in range(CASES):
        n_x, n_y = (int(n) for n in rng.choice(SIZES, 2))
        together = scores(rng, n_x + n_y, case % 3)
        x, y = together[:n_x], together[n_x:] + (case % 5) / 2
        alternative = ("two-sided", "less", "greater")[case % 3]
        continuity = case % 2 == 0
        found = stats.mann_whitney(x, y, alternative=alternative, method="asymptotic", continuity=continuity)
        expected = scipy.stats.mannwhitneyu(
            x, y, use_continuity=continuity, alternative=alternative, method="asymptotic"
        )
        if np.isnan(expected.pvalue):  # all answers the same
            assert found.p_value == 1
            continue
        near([found.value, found.p_value], [expected.statistic, expected.pvalue])
        # Small p-values too: relative to themselves.
        assert found.p_value == pytest.approx(expected.pvalue, rel=1e-10, abs=1e-290)


def test_mann_whitney_exact_without_ties():
    rng = np.random.default_rng(4)
    for case in range(CASES):
        n_x, n_y = (int(n) for n in rng.choice([3, 4, 5, 8, 12, 20], 2))
        together = scores(rng, n_x + n_y, 2)
        x, y = together[:n_x], together[n_x:]
        alternative = ("two-sided", "less", "greater")[case % 3]
        found = stats.mann_whitney(x, y, alternative=alternative, method="exact")
        near(found.p_value, scipy.stats.mannwhitneyu(x, y, alternative=alternative, method="exact").pvalue)


def test_mann_whitney_exact_with_ties():
    rng = np.random.default_rng(5)
    every = scipy.stats.PermutationMethod(n_resamples=np.inf)
    for case in range(60):
        n_x, n_y = (int(n) for n in rng.integers(2, 6, 2))
        x, y = rng.integers(1, 5, n_x).astype(float), rng.integers(1, 6, n_y).astype(float)
        alternative = ("two-sided", "less", "greater")[case % 3]
        found = stats.mann_whitney(x, y, alternative=alternative, method="exact")
        near(found.p_value, scipy.stats.mannwhitneyu(x, y, alternative=alternative, method=every).pvalue)


def changes(rng, case):
    n = int(rng.choice(SIZES))
    x, y = scores(rng, n, case % 3), scores(rng, n, case % 3)
    if case % 4 == 0:
        y[: n // 3] = x[: n // 3]  # zeros
    return x, y


def test_wilcoxon():
    rng = np.random.default_rng(6)
    for case in range(CASES):
        x, y = changes(rng, case)
        if (x == y).all():
            continue
        zero_method = ("wilcox", "pratt", "zsplit")[case % 3]
        alternative = ("two-sided", "less", "greater")[(case // 3) % 3]
        correction = case % 2 == 0
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            expected = scipy.stats.wilcoxon(
                x, y, zero_method=zero_method, correction=correction, alternative=alternative, method="asymptotic"
            )
        found = stats.wilcoxon_signed_rank(
            x, y, zero_method=zero_method, alternative=alternative, method="asymptotic", continuity=correction
        )
        statistic = min(found.w_plus, found.w_minus) if alternative == "two-sided" else found.value
        near([statistic, found.p_value], [expected.statistic, expected.pvalue])
        assert found.p_value == pytest.approx(expected.pvalue, rel=1e-10, abs=1e-290)


def test_wilcoxon_exact_without_ties():
    rng = np.random.default_rng(7)
    for case in range(CASES):
        n = int(rng.integers(3, 51))
        d = rng.permutation(np.arange(1, n + 1)) * rng.choice([-1.0, 1.0], n)
        alternative = ("two-sided", "less", "greater")[case % 3]
        found = stats.wilcoxon_signed_rank(d, alternative=alternative)
        assert found.exact == 1
        near(found.p_value, scipy.stats.wilcoxon(d, alternative=alternative, method="exact").pvalue)


def test_wilcoxon_exact_with_ties_and_zeros():
    rng = np.random.default_rng(8)
    for case in range(90):
        d = rng.integers(-3, 4, int(rng.integers(3, 9))).astype(float)
        if not d.any():
            continue
        zero_method = ("wilcox", "pratt", "zsplit")[case % 3]
        alternative = ("two-sided", "less", "greater")[(case // 3) % 3]
        found = stats.wilcoxon_signed_rank(d, zero_method=zero_method, alternative=alternative)
        every = scipy.stats.PermutationMethod(n_resamples=np.inf)
        expected = scipy.stats.wilcoxon(d, zero_method=zero_method, alternative=alternative, method=every)
        near(found.p_value, expected.pvalue)


def test_sign_test():
    rng = np.random.default_rng(9)
    for case in range(200):
        x, y = changes(rng, case)
        up, moved = int((x > y).sum()), int((x != y).sum())
        if moved == 0:
            continue
        alternative = ("two-sided", "less", "greater")[case % 3]
        found = stats.sign_test(x, y, alternative=alternative)
        near(found.p_value, scipy.stats.binomtest(up, moved, 0.5, alternative=alternative).pvalue)
        near(list(found.interval), proportion_confint(up, moved, method="wilson"))


@pytest.mark.parametrize("method", ["bca", "percentile"])
def test_bootstrap_on_the_same_resamples(method):
    rng = np.random.default_rng(10)
    compared = 0
    for case in range(CASES):
        n = int(rng.choice(SIZES))
        x = scores(rng, n, case % 3)
        indices = rng.integers(0, n, (200, n))
        found = stats.bootstrap_mean_from_indices(x, indices, method=method)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            given = scipy.stats._resampling.BootstrapResult(None, x[indices].mean(axis=1), None)
            expected = scipy.stats.bootstrap(
                (x,), np.mean, n_resamples=0, method=method, bootstrap_result=given, vectorized=True
            ).confidence_interval
        if np.isnan(expected.low):
            assert np.ptp(x) == 0 or found.interval is None
            continue
        near(list(found.interval), [expected.low, expected.high], 1e-8)
        compared += 1
    assert compared > 0.97 * CASES


def test_cronbach_alpha():
    rng = np.random.default_rng(11)
    for case in range(200):
        n, k = int(rng.integers(5, 200)), int(rng.integers(2, 12))
        trait = rng.normal(size=(n, 1))
        items = np.clip(np.round(3 + trait + rng.normal(size=(n, k))), 1, 5)
        if case % 2:
            holes = rng.random((n, k)) < 0.1
            holes[:, 0] = False  # every respondent answers something
            items = np.where(holes, np.nan, items)
        if np.nansum(np.nanvar(items, axis=0)) == 0:
            continue
        level = float(rng.choice([0.9, 0.95]))
        expected, interval = pingouin.cronbach_alpha(pd.DataFrame(items), ci=level)
        found = stats.cronbach_alpha(items, level=level)
        near(found.value, expected)
        near(np.round(list(found.interval), 3), interval)  # pingouin rounds
        tail = (1 - level) / 2
        feldt = 1 - (1 - expected) * scipy.stats.f.isf([tail, 1 - tail], n - 1, (n - 1) * (k - 1))
        near(list(found.interval), feldt)


def test_cronbach_alpha_of_real_numbers():
    rng = np.random.default_rng(12)
    for _ in range(100):
        n, k = int(rng.integers(5, 200)), int(rng.integers(2, 12))
        items = 1e3 + rng.normal(size=(n, 1)) + rng.normal(size=(n, k))
        items[rng.random((n, k)) < 0.05] = np.nan
        near(stats.cronbach_alpha(items).value, pingouin.cronbach_alpha(pd.DataFrame(items))[0], 1e-9)


def test_spearman_brown():
    rng = np.random.default_rng(13)
    for _ in range(200):
        items = np.round(rng.normal(size=(30, 1)) * 2 + rng.normal(size=(30, 2)) * 2)
        correlation = scipy.stats.pearsonr(*items.T)
        low, high = correlation.confidence_interval(0.95)
        found = stats.spearman_brown(items)
        near(found.value, 2 * correlation.statistic / (1 + correlation.statistic))
        near(list(found.interval), [2 * low / (1 + low), 2 * high / (1 + high)])


def test_icc(monkeypatch):
    monkeypatch.setitem(pingouin.options, "round.column.CI95", None)
    rng = np.random.default_rng(14)
    for _ in range(40):
        targets, raters = int(rng.integers(3, 15)), int(rng.integers(2, 6))
        values = np.round(5 + rng.normal(size=(targets, 1)) + rng.normal(size=(targets, raters)))
        frame = pd.DataFrame(
            {
                "target": np.repeat(np.arange(targets), raters),
                "rater": np.tile(np.arange(raters), targets),
                "value": values.ravel(),
            }
        )
        found = stats.icc(frame.value, frame.target)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # pingouin on pandas
            expected = pingouin.intraclass_corr(frame, "target", "rater", "value").set_index("Type")
        one, mean = expected.loc["ICC(1,1)"], expected.loc["ICC(1,k)"]
        near([found.icc1, found.icc2], [one.ICC, mean.ICC])
        near([found.f, found.p_value], [one.F, one.pval])
        near(list(found.interval), one.CI95, 1e-9)


def test_krippendorff():
    rng = np.random.default_rng(15)
    compared = 0
    for case in range(CASES):
        units, raters = int(rng.integers(2, 30)), int(rng.integers(2, 8))
        ratings = rng.integers(case % 2, 6, (units, raters)).astype(float)
        if case % 3 == 0:
            ratings += rng.choice([0, 0.25, 0.5], ratings.shape)  # not whole
        ratings[rng.random(ratings.shape) < rng.choice([0, 0.2, 0.6])] = np.nan
        paired = ratings[(~np.isnan(ratings)).sum(axis=1) > 1]
        present = paired[~np.isnan(paired)]
        level = ("nominal", "ordinal", "interval", "ratio")[case % 4]
        found = stats.krippendorff_alpha(ratings, level=level)
        if len(np.unique(present)) < 2:
            assert found.reason
            continue
        near(found.value, krippendorff.alpha(ratings.T, level_of_measurement=level))
        assert found.n == len(present)
        compared += 1
    assert compared > 0.95 * CASES


def test_cliffs_delta_from_the_dominance_matrix():
    rng = np.random.default_rng(16)
    for case in range(300):
        n_x, n_y = (int(n) for n in rng.choice([3, 5, 12, 40, 120], 2))
        x, y = scores(rng, n_x, case % 2), scores(rng, n_y, case % 2)
        dominance = np.sign(x[:, None] - y[None])
        delta = dominance.mean()
        found = stats.cliffs_delta(x, y)
        near(found.value, delta)
        if abs(delta) == 1:
            continue
        rows, columns = dominance.mean(axis=1), dominance.mean(axis=0)
        spread = ((dominance - delta) ** 2).sum() / ((n_x - 1) * (n_y - 1))
        variance = ((n_y - 1) * rows.var(ddof=1) + (n_x - 1) * columns.var(ddof=1) + spread) / (n_x * n_y)
        t = scipy.stats.t.ppf(0.975, n_x + n_y - 2)
        half = t * np.sqrt(variance) * np.sqrt((1 - delta**2) ** 2 + t**2 * variance)
        bounds = (delta - delta**3 + np.array([-half, half])) / (1 - delta**2 + t**2 * variance)
        near(found.variance, variance)
        near(list(found.interval), np.clip(bounds, -1, 1))


def test_standardized_response_mean():
    rng = np.random.default_rng(17)
    for _ in range(100):
        n = int(rng.choice([3, 8, 30, 200]))
        change = np.round(rng.normal(0.5, 1.5, n), 1)
        if np.ptp(change) == 0:
            continue
        found = stats.standardized_response_mean(np.zeros(n), change)
        t = change.mean() / change.std(ddof=1) * np.sqrt(n)
        near(found.value, t / np.sqrt(n))
        tails = scipy.stats.nct.cdf(t, n - 1, np.array(list(found.interval)) * np.sqrt(n))
        near(tails, [0.975, 0.025], 1e-8)


def test_benjamini_hochberg():
    rng = np.random.default_rng(18)
    for _ in range(200):
        p = np.round(rng.random(int(rng.integers(1, 40))), 2)
        near(stats.benjamini_hochberg(p), scipy.stats.false_discovery_control(p))


def test_quantiles():
    rng = np.random.default_rng(19)
    for _ in range(200):
        x = rng.integers(1, 8, int(rng.integers(1, 60))).astype(float)
        for p in (0.0, 0.125, 0.25, 0.5, 0.75, 1.0):
            assert stats.ordinal_quantile(x, p).value == np.quantile(x, p, method="inverted_cdf")
        assert stats.mode(x).value == scipy.stats.mode(x).mode
        middle = stats.ordinal_median(x)
        assert (middle.low + middle.high) / 2 == np.median(x)
        near(stats.mean(x).value, x.mean())
        if len(x) > 1:
            near(stats.mean(x).se, scipy.stats.sem(x))


def test_polychoric_by_quadrature():
    """Likelihood by integrating the conditional normal, maximised by scipy: another road to the same number."""
    rng = np.random.default_rng(20)
    norm = scipy.stats.norm
    nodes, weights = np.polynomial.legendre.leggauss(200)

    def box(limits, others, rho):
        """P of each cell: integral over x of phi(x) P(y in cell | x)."""
        edges = np.clip(limits, -9, 9)
        x = edges[:-1, None] + (nodes + 1) / 2 * np.diff(edges)[:, None]
        cut = norm.cdf((others[:, None, None] - rho * x) / np.sqrt(1 - rho**2))
        inside = np.diff(cut, axis=0) * norm.pdf(x) * weights
        return inside.sum(axis=-1).T * np.diff(edges)[:, None] / 2

    for _ in range(5):
        trait = rng.normal(size=(400, 1))
        x, y = np.clip(np.round(trait + rng.normal(size=(400, 2)) * 0.9 + 3), 1, 5).T
        counts = pd.crosstab(x, y).to_numpy()
        limits = [norm.ppf(np.r_[0, counts.sum(axis=a).cumsum() / counts.sum()]) for a in (1, 0)]

        def cost(rho, limits=limits, counts=counts):
            return -(counts * np.log(np.maximum(box(*limits, rho), 1e-300))).sum()

        found = stats.polychoric_correlation(x, y).value
        best = scipy.optimize.minimize_scalar(cost, bounds=(-0.95, 0.95), method="bounded", options={"xatol": 1e-9}).x
        near(found, best, 1e-6)
