"""What must hold for any answers: order of respondents, turning a scale round, doubling, someone without answers."""

import math

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from houvast import stats

NAN = np.nan
LIMITS = settings(max_examples=60)

answer = st.one_of(st.integers(1, 5).map(float), st.just(NAN))
columns = st.lists(answer, min_size=1, max_size=40)
full_columns = st.lists(st.integers(1, 5).map(float), min_size=2, max_size=30)
tables = hnp.arrays(float, st.tuples(st.integers(2, 25), st.integers(2, 6)), elements=answer)
seeds = st.integers(0, 2**32 - 1)


def same(a, b, tolerance=1e-9):
    """Equal results: both undefined for the same reason, or the same value."""
    assert a.reason == b.reason
    assert math.isclose(a.value, b.value, rel_tol=tolerance, abs_tol=tolerance) or (
        math.isnan(a.value) and math.isnan(b.value)
    )
    assert (a.interval is None) == (b.interval is None)
    if a.interval is not None:
        np.testing.assert_allclose(list(a.interval), list(b.interval), rtol=tolerance, atol=tolerance)


def on_tables(items):
    groups = [("a", "b", "c")[i % 3] for i in range(len(items))]
    first = items[:, 0]
    return {
        "alpha": stats.cronbach_alpha(items),
        "alpha listwise": stats.cronbach_alpha(items, missing="listwise"),
        "standardised": stats.standardized_alpha(items),
        "krippendorff": stats.krippendorff_alpha(items, level="interval"),
        "krippendorff ordinal": stats.krippendorff_alpha(items),
        "icc": stats.icc(first, groups),
        "consensus": stats.consensus(first, (1, 5)),
        "agreement": stats.agreement_a(first, (1, 5)),
        "bootstrap": stats.bootstrap_mean(first, resamples=50, seed=3),
        "bca": stats.bootstrap_mean(first, resamples=50, seed=3, method="bca"),
    }


@LIMITS
@given(tables, seeds)
def test_order_of_respondents(items, seed):
    order = np.random.default_rng(seed).permutation(len(items))
    groups = np.array([("a", "b", "c")[i % 3] for i in range(len(items))])
    before, after = on_tables(items), on_tables(items[order])
    for name in set(before) - {"icc"}:
        same(before[name], after[name])
    same(before["icc"], stats.icc(items[order, 0], groups[order]))
    # Whole codes are summed exactly: not a bit changes.
    assert repr(before["alpha"].value) == repr(after["alpha"].value)
    assert repr(before["bootstrap"].value) == repr(after["bootstrap"].value)
    one = stats.rwg_j(items, groups).to_pandas().set_index("group").sort_index()
    two = stats.rwg_j(items[order], groups[order]).to_pandas().set_index("group").sort_index()
    np.testing.assert_allclose(one.rwg_j.astype(float), two.rwg_j.astype(float), rtol=1e-12)


@LIMITS
@given(tables)
def test_turning_the_scale_round(items):
    before, after = on_tables(items), on_tables(6 - items)
    for name in ("alpha", "alpha listwise", "standardised", "krippendorff", "krippendorff ordinal", "icc", "consensus"):
        same(before[name], after[name])
    same(before["agreement"], after["agreement"])
    every = list(range(items.shape[1]))
    same(before["alpha"], stats.cronbach_alpha(items, reverse=every, bounds=(1, 5)))
    np.testing.assert_array_equal(stats.reverse_code(stats.reverse_code(items[:, 0], (1, 5)), (1, 5)), items[:, 0])
    top = stats.top_box(items[:, 0], (1, 5))
    same(top, stats.bottom_box(6 - items[:, 0], (1, 5)))


@LIMITS
@given(tables)
def test_reversing_by_option_is_reversing_by_hand(items):
    by_hand = items.copy()
    by_hand[:, 1] = 6 - by_hand[:, 1]
    same(stats.cronbach_alpha(items, reverse=[1], bounds=(1, 5)), stats.cronbach_alpha(by_hand))
    same(stats.omega_total(items, reverse=[1], bounds=(1, 5)), stats.omega_total(by_hand), 1e-6)
    one = stats.item_statistics(items, reverse=[1], bounds=(1, 5)).to_pandas()
    two = stats.item_statistics(by_hand).to_pandas()
    np.testing.assert_allclose(one["mean"].astype(float), two["mean"].astype(float), rtol=1e-12)
    np.testing.assert_allclose(
        one.item_rest_correlation.astype(float), two.item_rest_correlation.astype(float), rtol=1e-9, atol=1e-9
    )


@LIMITS
@given(tables)
def test_doubling_everyone(items):
    twice = np.concatenate([items, items])
    if len(items) > 2 and not np.isnan(items).any():  # pairwise denominators cancel only without gaps
        a, b = stats.cronbach_alpha(items), stats.cronbach_alpha(twice)
        assert math.isclose(a.value, b.value, rel_tol=1e-9) or (math.isnan(a.value) and math.isnan(b.value))
        assert b.n == 2 * a.n
    for function in (stats.consensus, stats.agreement_a, stats.polarisation):
        same(function(items[:, 0], (1, 5)), function(twice[:, 0], (1, 5)))
    same(stats.ordinal_quantile(items[:, 0], 0.25), stats.ordinal_quantile(twice[:, 0], 0.25))
    same(stats.mode(items[:, 0]), stats.mode(twice[:, 0]))


@LIMITS
@given(tables, st.integers(0, 24))
def test_someone_without_answers(items, place):
    place = min(place, len(items))
    with_silent = np.insert(items, place, NAN, axis=0)
    before, after = on_tables(items), on_tables(with_silent)
    for name in set(before) - {"icc"}:
        same(before[name], after[name], 0)
        assert before[name].n == after[name].n
    groups = [("a", "b")[i % 2] for i in range(len(items))]
    # The silent one may bring group b forward, and groups are summed in order of appearance: the last bit may differ.
    same(stats.icc(items[:, 0], groups), stats.icc(with_silent[:, 0], np.insert(groups, place, "b")), 1e-12)


@LIMITS
@given(full_columns, full_columns)
def test_two_groups(x, y):
    delta, back = stats.cliffs_delta(x, y), stats.cliffs_delta(y, x)
    assert delta.value == -back.value
    np.testing.assert_allclose(list(delta.interval), [-back.interval.high, -back.interval.low], atol=1e-12)
    assert delta.interval.low <= delta.value <= delta.interval.high
    assert delta.above + delta.equal + delta.below == len(x) * len(y)
    # Delta is Mann-Whitney's U on another scale.
    u = stats.mann_whitney(x, y)
    assert math.isclose(delta.value, 2 * u.probability_superiority - 1, abs_tol=1e-12)
    assert 0 <= u.p_value <= 1
    # Only order counts.
    assert stats.cliffs_delta(np.exp(x), np.exp(y)).value == delta.value
    assert stats.cliffs_delta(x * 2, y).value == delta.value


@LIMITS
@given(columns, st.sampled_from(["wilcox", "pratt", "zsplit"]), st.sampled_from(["exact", "asymptotic"]))
def test_paired(differences, zero_method, method):
    d = np.array(differences) - 3
    options = {"zero_method": zero_method, "method": method}
    up, down = stats.wilcoxon_signed_rank(d, **options), stats.wilcoxon_signed_rank(-d, **options)
    assert up.reason == down.reason
    if up.reason:
        return
    assert (up.w_plus, up.w_minus) == (down.w_minus, down.w_plus)
    assert math.isclose(up.p_value, down.p_value, rel_tol=1e-12)
    assert up.positive + up.negative + up.zero == up.n
    less = stats.wilcoxon_signed_rank(d, alternative="less", **options).p_value
    greater = stats.wilcoxon_signed_rank(-d, alternative="greater", **options).p_value
    assert math.isclose(less, greater, rel_tol=1e-12)


@LIMITS
@given(columns, seeds, st.sampled_from(["percentile", "bca"]))
def test_seed_and_threads(values, seed, method):
    options = {"resamples": 150, "seed": seed, "method": method}
    one, two = (stats.bootstrap_mean(values, threads=threads, **options) for threads in (1, 2))
    assert repr(one.value) == repr(two.value)
    assert (one.interval is None) == (two.interval is None)
    if one.interval is not None:
        assert list(one.interval) == list(two.interval)
        counts = [sum(v == code for v in values) for code in range(1, 6)]
        histogram = stats.bootstrap_mean_from_histogram([1, 2, 3, 4, 5], counts, **options)
        assert list(histogram.interval) == list(one.interval)


@LIMITS
@given(st.integers(0, 60), st.integers(0, 60), st.floats(0.5, 0.999))
def test_wilson_bounds(a, b, level):
    n = max(a, b, 1)
    found = stats.wilson_interval(min(a, b), n, level)
    assert 0 <= found.interval.low <= found.value <= found.interval.high <= 1
    other = stats.wilson_interval(n - min(a, b), n, level)
    np.testing.assert_allclose(list(found.interval), [1 - other.interval.high, 1 - other.interval.low], atol=1e-12)


@LIMITS
@given(tables)
def test_krippendorff_ignores_the_order_of_raters(ratings):
    for level in ("nominal", "ordinal", "interval", "ratio"):
        same(
            stats.krippendorff_alpha(ratings, level=level),
            stats.krippendorff_alpha(ratings[:, ::-1], level=level),
        )


def test_bootstrap_covers():
    """95 % intervals of a mean hold it about 95 times in 100."""
    rng = np.random.default_rng(5)
    truth = 0.1 * 1 + 0.2 * 2 + 0.4 * 3 + 0.2 * 4 + 0.1 * 5
    hits = {"percentile": 0, "bca": 0}
    for case in range(400):
        sample = rng.choice([1, 2, 3, 4, 5], 60, p=[0.1, 0.2, 0.4, 0.2, 0.1])
        for method in hits:
            low, high = stats.bootstrap_mean(sample, resamples=400, method=method, seed=case).interval
            hits[method] += low <= truth <= high
    assert all(360 <= hit <= 395 for hit in hits.values()), hits


def test_multinomial_resampling_has_the_right_spread():
    """Resampling the histogram has the standard error of resampling respondents: sd / sqrt(n)."""
    counts = np.array([3, 40, 200, 900, 57])
    found = stats.bootstrap_mean_from_histogram([1, 2, 3, 4, 5], counts, resamples=20000, seed=8)
    n = counts.sum()
    values = np.repeat([1, 2, 3, 4, 5], counts)
    np.testing.assert_allclose(found.standard_error, values.std() / np.sqrt(n), rtol=0.02)
    np.testing.assert_allclose(sum(found.interval) / 2, values.mean(), atol=0.1 * found.standard_error)
