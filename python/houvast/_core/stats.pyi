"""
Statistics of answers
"""

from __future__ import annotations
import collections.abc
import houvast._core
import numpy
import numpy.typing
import typing

__all__: list[str] = [
    "agreement_a",
    "agreement_a_from_counts",
    "average_deviation",
    "awg",
    "bands",
    "benjamini_hochberg",
    "bootstrap_mean",
    "bootstrap_mean_from_histogram",
    "bootstrap_mean_from_indices",
    "bottom_box",
    "cliffs_delta",
    "consensus",
    "consensus_from_counts",
    "cronbach_alpha",
    "design_effect",
    "distribution",
    "factor_loadings",
    "icc",
    "interpolated_median",
    "item_statistics",
    "krippendorff_alpha",
    "mann_whitney",
    "mean",
    "mode",
    "omega_total",
    "ordinal_alpha",
    "ordinal_median",
    "ordinal_quantile",
    "polarisation",
    "polarisation_from_counts",
    "polychoric_correlation",
    "proportion_difference",
    "r_star_wg_j",
    "reliable_change_index",
    "reverse_code",
    "rwg",
    "rwg_j",
    "scale_scores",
    "sign_test",
    "spearman_brown",
    "standardized_alpha",
    "standardized_response_mean",
    "top_box",
    "wilcoxon_signed_rank",
    "wilson_interval",
]

def agreement_a(
    values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex],
) -> houvast._core.Estimate:
    """
    Van der Eijk's agreement A, -1 to 1.
    """

def agreement_a_from_counts(counts: typing.Annotated[numpy.typing.ArrayLike, numpy.float64]) -> houvast._core.Estimate:
    """
    Van der Eijk's agreement A, -1 to 1.
    """

def average_deviation(
    items: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    groups: typing.Any,
    about: str = "mean",
    categories: typing.SupportsInt | typing.SupportsIndex = 5,
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex]
    | None = None,
    missing: str = "pairwise",
) -> houvast._core.Table:
    """
    Average deviation of each group, with its practical limit.
    """

def awg(
    items: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    groups: typing.Any,
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex],
    missing: str = "pairwise",
) -> houvast._core.Table:
    """
    Agreement of each group given its mean.
    """

def bands(
    values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    edges: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
) -> houvast._core.Table:
    """
    The half-open band that each value falls in.
    """

def benjamini_hochberg(
    p_values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
) -> numpy.typing.NDArray[numpy.float64]:
    """
    P-values corrected for the false discovery rate.
    """

def bootstrap_mean(
    values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    resamples: typing.SupportsInt | typing.SupportsIndex = 2000,
    level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    method: str = "percentile",
    seed: typing.SupportsInt | typing.SupportsIndex = 0,
    threads: typing.SupportsInt | typing.SupportsIndex = 1,
) -> houvast._core.Estimate:
    """
    The mean with a bootstrap interval.
    """

def bootstrap_mean_from_histogram(
    values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    counts: numpy.typing.ArrayLike | collections.abc.Set[int],
    resamples: typing.SupportsInt | typing.SupportsIndex = 2000,
    level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    method: str = "percentile",
    seed: typing.SupportsInt | typing.SupportsIndex = 0,
    threads: typing.SupportsInt | typing.SupportsIndex = 1,
) -> houvast._core.Estimate:
    """
    The mean of a histogram with a bootstrap interval.
    """

def bootstrap_mean_from_indices(
    values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    indices: numpy.typing.ArrayLike | collections.abc.Set[int],
    level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    method: str = "percentile",
) -> houvast._core.Estimate:
    """
    The mean with a bootstrap interval from given resamples.
    """

def bottom_box(
    values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex],
    boxes: typing.SupportsInt | typing.SupportsIndex = 1,
    direction: str = "ascending",
    level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> houvast._core.Estimate:
    """
    Share in the least favourable categories, with Wilson's interval.
    """

def cliffs_delta(
    x: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    y: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    critical_value: str = "t",
) -> houvast._core.Estimate:
    """
    P(x > y) - P(x < y) with its interval.
    """

def consensus(
    values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex],
) -> houvast._core.Estimate:
    """
    Consensus of Tastle and Wierman, 0 to 1.
    """

def consensus_from_counts(counts: typing.Annotated[numpy.typing.ArrayLike, numpy.float64]) -> houvast._core.Estimate:
    """
    Consensus of Tastle and Wierman, 0 to 1.
    """

def cronbach_alpha(
    items: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    missing: str = "pairwise",
    reverse: numpy.typing.ArrayLike | collections.abc.Set[int] = (),
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex]
    | None = None,
    level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> houvast._core.Estimate:
    """
    Cronbach's alpha with Feldt's interval.
    """

def design_effect(
    values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64], groups: typing.Any
) -> houvast._core.Estimate:
    """
    Factor by which a mean's variance grows because groups are alike.
    """

def distribution(
    values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex],
    level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> houvast._core.Table:
    """
    Count and share of each declared category, with intervals.
    """

def factor_loadings(
    items: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    missing: str = "pairwise",
    reverse: numpy.typing.ArrayLike | collections.abc.Set[int] = (),
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex]
    | None = None,
) -> houvast._core.Table:
    """
    Loadings of the one-factor model behind omega_total.
    """

def icc(
    values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    groups: typing.Any,
    level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> houvast._core.Estimate:
    """
    ICC(1) and ICC(2), one-way random effects.
    """

def interpolated_median(
    values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    width: typing.SupportsFloat | typing.SupportsIndex = 1.0,
) -> houvast._core.Estimate:
    """
    The median by interpolation within the middle category.
    """

def item_statistics(
    items: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    missing: str = "pairwise",
    reverse: numpy.typing.ArrayLike | collections.abc.Set[int] = (),
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex]
    | None = None,
) -> houvast._core.Table:
    """
    Per item: n, mean, sd, correlation with the rest, alpha if dropped.
    """

def krippendorff_alpha(
    ratings: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    level: str = "ordinal",
    resamples: typing.SupportsInt | typing.SupportsIndex = 0,
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    seed: typing.SupportsInt | typing.SupportsIndex = 0,
    threads: typing.SupportsInt | typing.SupportsIndex = 1,
) -> houvast._core.Estimate:
    """
    Krippendorff's alpha of units (rows) rated by raters (columns).
    """

def mann_whitney(
    x: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    y: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    alternative: str = "two-sided",
    method: str = "auto",
    continuity: bool = True,
) -> houvast._core.Estimate:
    """
    Mann-Whitney U test with ties.
    """

def mean(values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64]) -> houvast._core.Estimate:
    """
    The arithmetic mean; see bootstrap_mean for an interval.
    """

def mode(values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64]) -> houvast._core.Estimate:
    """
    The answer given most often, with its share and the number of modes.
    """

def omega_total(
    items: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    missing: str = "pairwise",
    reverse: numpy.typing.ArrayLike | collections.abc.Set[int] = (),
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex]
    | None = None,
) -> houvast._core.Estimate:
    """
    McDonald's omega total of a one-factor model (minimum residuals).
    """

def ordinal_alpha(
    items: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    missing: str = "pairwise",
    reverse: numpy.typing.ArrayLike | collections.abc.Set[int] = (),
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex]
    | None = None,
) -> houvast._core.Estimate:
    """
    Alpha on polychoric correlations.
    """

def ordinal_median(values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64]) -> houvast._core.Estimate:
    """
    The middle answer; details low and high when two middle answers differ.
    """

def ordinal_quantile(
    values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64], p: typing.SupportsFloat | typing.SupportsIndex
) -> houvast._core.Estimate:
    """
    The smallest answer that at least a share p of the answers does not exceed.
    """

def polarisation(
    values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex],
) -> houvast._core.Estimate:
    """
    (1 - A) / 2 with van der Eijk's A, 0 to 1.
    """

def polarisation_from_counts(counts: typing.Annotated[numpy.typing.ArrayLike, numpy.float64]) -> houvast._core.Estimate:
    """
    (1 - A) / 2 with van der Eijk's A, 0 to 1.
    """

def polychoric_correlation(
    x: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    y: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
) -> houvast._core.Estimate:
    """
    Polychoric correlation of two ordinal items.
    """

def proportion_difference(
    successes_x: typing.SupportsInt | typing.SupportsIndex,
    n_x: typing.SupportsInt | typing.SupportsIndex,
    successes_y: typing.SupportsInt | typing.SupportsIndex,
    n_y: typing.SupportsInt | typing.SupportsIndex,
    level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> houvast._core.Estimate:
    """
    Difference of two shares with Newcombe's hybrid score interval.
    """

def r_star_wg_j(
    items: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    groups: typing.Any,
    categories: typing.SupportsInt | typing.SupportsIndex = 5,
    null: typing.SupportsFloat | typing.SupportsIndex | str = "uniform",
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex]
    | None = None,
    missing: str = "pairwise",
) -> houvast._core.Table:
    """
    Agreement of each group on several items, not growing with their number.
    """

def reliable_change_index(
    before: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    after: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    reliability: typing.SupportsFloat | typing.SupportsIndex,
    sd: typing.SupportsFloat | typing.SupportsIndex | None = None,
    level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    higher_is_better: bool = True,
) -> houvast._core.Table:
    """
    Per person: is the change more than measurement error?
    """

def reverse_code(
    values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex],
) -> numpy.typing.NDArray[numpy.float64]:
    """
    Turns a scale round by its declared bounds.
    """

def rwg(
    values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    groups: typing.Any,
    categories: typing.SupportsInt | typing.SupportsIndex = 5,
    null: typing.SupportsFloat | typing.SupportsIndex | str = "uniform",
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex]
    | None = None,
) -> houvast._core.Table:
    """
    Agreement of each group on one item.
    """

def rwg_j(
    items: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    groups: typing.Any,
    categories: typing.SupportsInt | typing.SupportsIndex = 5,
    null: typing.SupportsFloat | typing.SupportsIndex | str = "uniform",
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex]
    | None = None,
    missing: str = "pairwise",
) -> houvast._core.Table:
    """
    Agreement of each group on several items: rwg(j) beside r*wg(j).
    """

def scale_scores(
    items: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    minimum: tuple[typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex] = (1, 2),
    reverse: numpy.typing.ArrayLike | collections.abc.Set[int] = (),
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex]
    | None = None,
) -> houvast._core.Table:
    """
    Mean of the answered items of each respondent, given enough answers.
    """

def sign_test(
    x: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    y: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    alternative: str = "two-sided",
    level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> houvast._core.Estimate:
    """
    Exact sign test of x - y.
    """

def spearman_brown(
    items: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    missing: str = "pairwise",
    reverse: numpy.typing.ArrayLike | collections.abc.Set[int] = (),
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex]
    | None = None,
    level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> houvast._core.Estimate:
    """
    Reliability of a two-item scale.
    """

def standardized_alpha(
    items: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    missing: str = "pairwise",
    reverse: numpy.typing.ArrayLike | collections.abc.Set[int] = (),
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex]
    | None = None,
) -> houvast._core.Estimate:
    """
    Alpha from the mean correlation of the items.
    """

def standardized_response_mean(
    before: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    after: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> houvast._core.Estimate:
    """
    Mean change over its standard deviation.
    """

def top_box(
    values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex],
    boxes: typing.SupportsInt | typing.SupportsIndex = 1,
    direction: str = "ascending",
    level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> houvast._core.Estimate:
    """
    Share in the most favourable categories, with Wilson's interval.
    """

def wilcoxon_signed_rank(
    x: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    y: typing.Annotated[numpy.typing.ArrayLike, numpy.float64] | None = None,
    zero_method: str = "wilcox",
    alternative: str = "two-sided",
    method: str = "auto",
    continuity: bool = False,
) -> houvast._core.Estimate:
    """
    Wilcoxon signed-rank test of x - y, or of differences x.
    """

def wilson_interval(
    successes: typing.SupportsInt | typing.SupportsIndex,
    n: typing.SupportsInt | typing.SupportsIndex,
    level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> houvast._core.Estimate:
    """
    A share with Wilson's score interval.
    """
