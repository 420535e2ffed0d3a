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
    "cohen_kappa",
    "consensus",
    "consensus_from_counts",
    "cronbach_alpha",
    "design_effect",
    "differential_item_functioning",
    "distribution",
    "factor_loadings",
    "fleiss_kappa",
    "icc",
    "icc_forms",
    "interpolated_median",
    "item_statistics",
    "krippendorff_alpha",
    "mann_whitney",
    "mean",
    "mean_share",
    "mean_share_change",
    "mean_share_difference",
    "mode",
    "omega_total",
    "ordinal_alpha",
    "ordinal_median",
    "ordinal_quantile",
    "polarisation",
    "polarisation_from_counts",
    "polychoric_correlation",
    "pooled_shares",
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
    "survey_mean",
    "top_box",
    "wilcoxon_signed_rank",
    "wilson_interval",
]

def agreement_a(
    values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex],
) -> houvast._core.Estimate:
    """
    Agreement on one question: 1 all in one category, 0 all categories alike, -1 half at each of two distant ones.

    Parameters
    ----------
    values : array, shape (respondents,)
        The answers as numbers; NaN, None or masked where there is none.
    bounds : tuple of two float
        Lowest and highest code of the scale, as declared and never taken from data.

    Returns
    -------
    Estimate

    Raises
    ------
    InvalidValueError
        HV-302 codes outside the bounds, fewer than three categories.

    References
    ----------
    Van der Eijk (2001), Quality & Quantity 35, 325-341.
    """

def agreement_a_from_counts(counts: typing.Annotated[numpy.typing.ArrayLike, numpy.float64]) -> houvast._core.Estimate:
    """
    Agreement on one question from a histogram: 1 all in one category, -1 half at each of two distant ones.

    Parameters
    ----------
    counts : array, shape (categories,)
        Answers per category in order, or weights or percentages, which need not be whole; 0 or more.

    Returns
    -------
    Estimate
        n = the sum, rounded.

    Raises
    ------
    InvalidValueError
        HV-302 a weight that is negative or not finite, fewer than three categories.

    References
    ----------
    Van der Eijk (2001), Quality & Quantity 35, 325-341.
    """

def average_deviation(
    items: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    groups: numpy.typing.ArrayLike | collections.abc.Sequence[collections.abc.Hashable],
    about: str = "mean",
    categories: typing.SupportsInt | typing.SupportsIndex = 5,
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex]
    | None = None,
    missing: str = "pairwise",
) -> houvast._core.Table:
    """
    How far members of each group lie from their group's centre on average, in steps of the scale.

    With several items: the mean over the items. Practical limit: categories / 6; below it the group agrees. Columns:
    group, n, items, average_deviation, limit, within_limit, reason.

    Parameters
    ----------
    items : array, shape (respondents, items)
        The answers as numbers; NaN, None or masked where there is none.
    groups : sequence, shape (answers,)
        A label per respondent: texts or numbers in a list, numpy, pandas, polars or Arrow. Who has none (None, NaN, NA) is
        left out. A pandas series with the index of the frame of answers follows that index.
    about : str
        Centre of the group: "mean" or "median".
    categories : int
        Number of categories of the scale, 2 or more.
    bounds : tuple of two float, optional
        Lowest and highest code; when given, codes outside are refused.
    missing : str
        "pairwise" uses every answer that there is; "listwise" only respondents who answered all items.

    Returns
    -------
    Table

    Raises
    ------
    InvalidValueError
        HV-301 shape, HV-302 codes that do not fit the categories.

    References
    ----------
    Burke, Finkelstein & Dusig (1999); limit: Burke & Dunlap (2002).
    """

def awg(
    items: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    groups: numpy.typing.ArrayLike | collections.abc.Sequence[collections.abc.Hashable],
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex],
    missing: str = "pairwise",
) -> houvast._core.Table:
    """
    Agreement of each group as a share of the most it could disagree given its mean.

    Undefined where the group mean is so near an end of the scale that the index has no meaning. With several items: the
    mean over the items where it is defined. Columns: group, n, items, awg, items_used, reason.

    Parameters
    ----------
    items : array, shape (respondents, items)
        The answers as numbers; NaN, None or masked where there is none.
    groups : sequence, shape (answers,)
        A label per respondent: texts or numbers in a list, numpy, pandas, polars or Arrow. Who has none (None, NaN, NA) is
        left out. A pandas series with the index of the frame of answers follows that index.
    bounds : tuple of two float
        Lowest and highest code of the scale, as declared and never taken from data.
    missing : str
        "pairwise" uses every answer that there is; "listwise" only respondents who answered all items.

    Returns
    -------
    Table

    Raises
    ------
    InvalidValueError
        HV-301 shape, HV-302 codes outside the bounds.

    References
    ----------
    Brown & Hauenstein (2005), eq. 4.
    """

def bands(
    values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    edges: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
) -> houvast._core.Table:
    """
    The band in which each value falls: band i is edges[i] <= value < edges[i + 1], the last also takes its upper edge.

    Bands touch, so no value falls between two of them. Columns: band (index from 0; missing for a missing value).

    Parameters
    ----------
    values : array, shape (respondents,)
        The answers as numbers; NaN, None or masked where there is none.
    edges : array, shape (bands + 1,)
        Edges of the bands, ascending; two or more.

    Returns
    -------
    Table

    Raises
    ------
    InvalidValueError
        HV-302 edges not ascending or a value outside them.

    References
    ----------
    Own definition.
    """

def benjamini_hochberg(
    p_values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
) -> numpy.typing.NDArray[numpy.float64]:
    """
    P-values corrected for how many there are, so that a share q of the findings below q is false at most.

    NaN (a comparison that could not be made) does not count and stays NaN.

    Parameters
    ----------
    p_values : array, shape (tests,)
        P-values from 0 to 1; NaN where a comparison could not be made.

    Returns
    -------
    numpy.ndarray, shape (tests,)
        One per p-value, in the same order.

    Raises
    ------
    InvalidValueError
        HV-302 for a value out of range.

    References
    ----------
    Benjamini & Hochberg (1995).
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

    With up to 64 different answers the resamples are drawn as a multinomial on their counts, which has the same
    distribution and does not depend on the order of respondents; else respondent by respondent. `details`: standard_error
    (standard deviation of the resampled means); for BCa also bias (z0) and acceleration.

    Parameters
    ----------
    values : array, shape (respondents,)
        The answers as numbers; NaN, None or masked where there is none.
    resamples : int
        Number of bootstrap samples, 1 or more.
    level : float
        Confidence level of the intervals, above 0 and below 1.
    method : str
        "percentile" or "bca" (bias-corrected and accelerated).
    seed : int
        Of the random numbers; the same seed gives the same result everywhere.
    threads : int
        How many threads compute; 0: as many as the machine has. Never changes the result.

    Returns
    -------
    Estimate
        Undefined without answers; no interval for a single answer.

    Raises
    ------
    InvalidValueError
        HV-302 for a value out of range.

    References
    ----------
    Efron (1979); BCa: Efron (1987), DiCiccio & Efron (1996).
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

    Parameters
    ----------
    values : array, shape (categories,)
        The value of each category; finite.
    counts : array, shape (categories,)
        How many gave it, 0 or more.
    resamples : int
        Number of bootstrap samples, 1 or more.
    level : float
        Confidence level of the intervals, above 0 and below 1.
    method : str
        "percentile" or "bca" (bias-corrected and accelerated).
    seed : int
        Of the random numbers; the same seed gives the same result everywhere.
    threads : int
        How many threads compute; 0: as many as the machine has. Never changes the result.

    Returns
    -------
    Estimate
        Undefined without answers; no interval for a single answer.

    Raises
    ------
    InvalidValueError
        HV-301 lengths differ, HV-302 an option or a count out of range.

    References
    ----------
    Efron (1979); BCa: Efron (1987), DiCiccio & Efron (1996).
    """

def bootstrap_mean_from_indices(
    values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    indices: numpy.typing.ArrayLike | collections.abc.Set[int],
    level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    method: str = "percentile",
) -> houvast._core.Estimate:
    """
    The mean with a bootstrap interval from resamples that were drawn elsewhere.

    Parameters
    ----------
    values : array, shape (respondents,)
        The answers; all finite.
    indices : array, shape (resamples, respondents)
        Which respondents each resample holds, from 0.
    level : float
        Confidence level of the intervals, above 0 and below 1.
    method : str
        "percentile" or "bca" (bias-corrected and accelerated).

    Returns
    -------
    Estimate
        Undefined without answers; no interval for a single answer.

    Raises
    ------
    InvalidValueError
        HV-301 when the indices do not fill whole rows, HV-302 an index out of range or a NaN.

    References
    ----------
    Efron (1979); BCa: Efron (1987), DiCiccio & Efron (1996).
    """

def bottom_box(
    values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex],
    boxes: typing.SupportsInt | typing.SupportsIndex = 1,
    direction: str = "ascending",
    level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> houvast._core.Estimate:
    """
    The share that chose one of the `boxes` least favourable categories, with Wilson's interval.

    Parameters
    ----------
    values : array, shape (respondents,)
        The answers as numbers; NaN, None or masked where there is none.
    bounds : tuple of two float
        Lowest and highest code of the scale, as declared and never taken from data.
    boxes : int
        How many categories count, 1 or more.
    direction : str
        "ascending": high codes are favourable; "descending": low codes are.
    level : float
        Confidence level of the intervals, above 0 and below 1.

    Returns
    -------
    Estimate

    Raises
    ------
    InvalidValueError
        HV-302 codes outside the bounds, more boxes than categories.

    References
    ----------
    Wilson (1927) for the interval.
    """

def cliffs_delta(
    x: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    y: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    critical_value: str = "t",
) -> houvast._core.Estimate:
    """
    How much more often x lies above y than below it: P(x > y) - P(x < y), from -1 to 1.

    Interval: asymmetric, from the consistent variance; when all of one lie above all of the other, one bound is the delta
    and the other (m - t²) / (m + t²) with m the smaller n. No interval when either n is 1. `details`: n_x, n_y, above,
    equal, below (pairs), and with two or more in each variance.

    Parameters
    ----------
    x : array, shape (n_x,)
        Answers of one group; NaN, None or masked where there is none.
    y : array, shape (n_y,)
        Answers of the other group.
    level : float
        Confidence level of the intervals, above 0 and below 1.
    critical_value : str
        Of the interval: "t" (Student) or "normal".

    Returns
    -------
    Estimate
        Undefined when either has no answers.

    Raises
    ------
    InvalidValueError
        HV-302 for a value out of range.

    References
    ----------
    Cliff (1993, 1996); interval: Feng & Cliff (2004).
    """

def cohen_kappa(
    first: numpy.typing.ArrayLike | collections.abc.Sequence[collections.abc.Hashable],
    second: numpy.typing.ArrayLike | collections.abc.Sequence[collections.abc.Hashable],
    weights: str = "none",
    level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> houvast._core.Estimate:
    """
    Agreement of two raters on categories beyond chance: 1 = full, 0 = what chance gives.

    `details`: observed and expected_agreement (shares), se.

    Parameters
    ----------
    first : sequence of labels, shape (targets,)
        Texts or numbers; targets that one of both did not rate are left out.
    second : sequence of labels, shape (targets,)
        Of the other rater.
    weights : str
        "none"; "linear" or "quadratic" counts a disagreement by its steps between categories. Categories are those that
        occur: by size when all are numbers, else by name.
    level : float
        Confidence level of the intervals, above 0 and below 1.

    Returns
    -------
    Estimate
        At most 1; p_value: of no agreement beyond chance; undefined without ratings, or when all are the same.

    Raises
    ------
    InvalidValueError
        HV-301 lengths that differ, HV-302 a level outside (0, 1), HV-303 other weights.

    References
    ----------
    Cohen (1960), Educational and Psychological Measurement 20(1); Cohen (1968), Psychological Bulletin 70(4); standard
    errors: Fleiss, Cohen & Everitt (1969), ibid. 72(5).
    """

def consensus(
    values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex],
) -> houvast._core.Estimate:
    """
    Consensus on one question: 1 when all agree, 0 when half stands at each end.

    `details`: dissention (1 minus it), mean.

    Parameters
    ----------
    values : array, shape (respondents,)
        The answers as numbers; NaN, None or masked where there is none.
    bounds : tuple of two float
        Lowest and highest code of the scale, as declared and never taken from data.

    Returns
    -------
    Estimate

    Raises
    ------
    InvalidValueError
        HV-302 for a value out of range.

    References
    ----------
    Tastle & Wierman (2007), International Journal of Approximate Reasoning 45, 531-545.
    """

def consensus_from_counts(counts: typing.Annotated[numpy.typing.ArrayLike, numpy.float64]) -> houvast._core.Estimate:
    """
    Consensus on one question from a histogram: 1 when all agree, 0 when half stands at each end.

    Parameters
    ----------
    counts : array, shape (categories,)
        Answers per category in order, or weights or percentages, which need not be whole; 0 or more.

    Returns
    -------
    Estimate
        n = the sum, rounded.

    Raises
    ------
    InvalidValueError
        HV-302 a weight that is negative or not finite, fewer than two categories.

    References
    ----------
    Tastle & Wierman (2007), International Journal of Approximate Reasoning 45, 531-545.
    """

def cronbach_alpha(
    items: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    missing: str = "pairwise",
    reverse: numpy.typing.ArrayLike | collections.abc.Collection[int] | collections.abc.Collection[str] = (),
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex]
    | None = None,
    level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> houvast._core.Estimate:
    """
    Cronbach's alpha with Feldt's interval: how consistent the sum of the items is.

    `details`: items, mean_inter_item_covariance, and where defined standardized and mean_inter_item_correlation.

    Parameters
    ----------
    items : array, shape (respondents, items)
        The answers as numbers; NaN, None or masked where there is none.
    missing : str
        "pairwise" uses every answer that there is; "listwise" only respondents who answered all items.
    reverse : sequence of int or str
        The items to turn round: positions from 0, a mask with one truth value per item, or names of columns of a frame.
    bounds : tuple of two float, optional
        Lowest and highest code of the scale, as declared and never taken from data. Needed when `reverse` names an item.
    level : float
        Confidence level of the intervals, above 0 and below 1.

    Returns
    -------
    Estimate
        n = respondents that were used; undefined for one item, without shared answers or variance, and above 1 (pairwise
        covariances of different respondents that contradict each other).

    Raises
    ------
    InvalidValueError
        HV-301 shape, HV-302 codes outside the bounds, `reverse` without bounds.

    References
    ----------
    Cronbach (1951); interval: Feldt, Woodruff & Salih (1987), eq. 6.
    """

def design_effect(
    values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    groups: numpy.typing.ArrayLike | collections.abc.Sequence[collections.abc.Hashable],
) -> houvast._core.Estimate:
    """
    By what factor the variance of a mean grows because members of a group are alike.

    1 + (m - 1) icc1 with m the size of the group that the average respondent is in, Σ size² / n. `details`: icc1,
    weighted_group_size, effective_n (n over the effect, when that is above 0).

    Parameters
    ----------
    values : array, shape (respondents,)
        The answers as numbers; NaN, None or masked where there is none.
    groups : sequence, shape (answers,)
        A label per respondent: texts or numbers in a list, numpy, pandas, polars or Arrow. Who has none (None, NaN, NA) is
        left out. A pandas series with the index of the frame of answers follows that index.

    Returns
    -------
    Estimate

    Raises
    ------
    InvalidValueError
        HV-301 lengths differ, HV-302 for a value out of range.

    References
    ----------
    Kish (1965); unequal sizes: Gabler, Häder & Lahiri (1999).
    """

def differential_item_functioning(
    items: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    groups: numpy.typing.ArrayLike | collections.abc.Sequence[collections.abc.Hashable],
    matching: typing.Annotated[numpy.typing.ArrayLike, numpy.float64] | None = None,
) -> houvast._core.Table:
    """
    Do people of two groups who answer alike on the whole answer a question alike? Every two groups with 30 answers each.

    Three proportional-odds models of every question: by the matching score; and by group; and by their product. Their
    likelihood ratios test whether one group answers otherwise at the same score throughout (uniform), whether that depends
    on the score (non-uniform), and both together. Columns: item, group_x, group_y, n_x, n_y; chi2, p_value, p_adjusted
    (both together, 2 degrees of freedom; adjusted over all rows); chi2_uniform, p_uniform; chi2_nonuniform, p_nonuniform;
    log_odds (uniform; above 0 when x answers more favourably at the same score); r2_gain (Nagelkerke's), size
    ("negligible", "moderate", "large"), differs (p_adjusted below 0.05 and not negligible), reason.

    Parameters
    ----------
    items : array of shape (respondents, questions)
        Answers as numbers; NaN or masked for none.
    groups : sequence, shape (answers,)
        A label per respondent: texts or numbers in a list, numpy, pandas, polars or Arrow. Who has none (None, NaN, NA) is
        left out. A pandas series with the index of the frame of answers follows that index.
    matching : array of shape (respondents,), optional
        By what people are held alike; None: the mean of the questions that they answered.

    Returns
    -------
    Table
        One row per question and every two groups.

    Raises
    ------
    InvalidValueError
        HV-301 when lengths differ, HV-302 for an infinite value.

    References
    ----------
    Zumbo (1999), A Handbook on the Theory and Methods of Differential Item Functioning; Jodoin & Gierl (2001), Applied
    Measurement in Education 14, 329-349; fewest answers: own rule.
    """

def distribution(
    values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex],
    level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> houvast._core.Table:
    """
    How many chose each category, with Wilson's interval around each share.

    Columns: category, count, share, low, high; one row per declared category, also those that nobody chose.

    Parameters
    ----------
    values : array, shape (respondents,)
        The answers as numbers; NaN, None or masked where there is none.
    bounds : tuple of two float
        Lowest and highest code of the scale, as declared and never taken from data.
    level : float
        Confidence level of the intervals, above 0 and below 1.

    Returns
    -------
    Table

    Raises
    ------
    InvalidValueError
        HV-302 a code outside the bounds or not whole, a level outside (0, 1).

    References
    ----------
    Own definition.
    """

def factor_loadings(
    items: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    missing: str = "pairwise",
    reverse: numpy.typing.ArrayLike | collections.abc.Collection[int] | collections.abc.Collection[str] = (),
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex]
    | None = None,
) -> houvast._core.Table:
    """
    The loadings behind omega_total.

    Columns: item (index from 0), loading, communality, uniqueness, reason.

    Parameters
    ----------
    items : array, shape (respondents, items)
        The answers as numbers; NaN, None or masked where there is none.
    missing : str
        "pairwise" uses every answer that there is; "listwise" only respondents who answered all items.
    reverse : sequence of int or str
        The items to turn round: positions from 0, a mask with one truth value per item, or names of columns of a frame.
    bounds : tuple of two float, optional
        Lowest and highest code of the scale, as declared and never taken from data. Needed when `reverse` names an item.

    Returns
    -------
    Table

    Raises
    ------
    InvalidValueError
        As cronbach_alpha.

    References
    ----------
    Harman & Jones (1966).
    """

def fleiss_kappa(ratings: numpy.typing.ArrayLike) -> houvast._core.Estimate:
    """
    Agreement of several raters on categories beyond chance; who rates may differ per target.

    `details`: observed and expected_agreement (shares), se, z.

    Parameters
    ----------
    ratings : array or frame of labels, shape (targets, raters)
        Texts or numbers; targets without all ratings are left out.

    Returns
    -------
    Estimate
        At most 1; p_value: of no agreement beyond chance; undefined without targets, with one rater, or when all are the same.

    Raises
    ------
    InvalidValueError
        HV-301 another shape.

    References
    ----------
    Fleiss (1971), Psychological Bulletin 76(5); standard error: Fleiss, Nee & Landis (1979), ibid. 86(5).
    """

def icc(
    values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    groups: numpy.typing.ArrayLike | collections.abc.Sequence[collections.abc.Hashable],
    level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> houvast._core.Estimate:
    """
    How alike members of the same group are, one-way random effects.

    `details`: icc1 (one member), icc2 (the group mean), groups, mean_group_size, ms_between, ms_within, f, df_between,
    df_within, design_effect. `p_value`: of the F test against no group effect. The interval of icc1 is exact for groups
    of equal size and takes the mean size otherwise.

    Parameters
    ----------
    values : array, shape (respondents,)
        The answers as numbers; NaN, None or masked where there is none.
    groups : sequence, shape (answers,)
        A label per respondent: texts or numbers in a list, numpy, pandas, polars or Arrow. Who has none (None, NaN, NA) is
        left out. A pandas series with the index of the frame of answers follows that index.
    level : float
        Confidence level of the intervals, above 0 and below 1.

    Returns
    -------
    Estimate
        Icc1; undefined without two groups, without a group of two, or without variance.

    Raises
    ------
    InvalidValueError
        HV-301 lengths differ, HV-302 for a value out of range.

    References
    ----------
    Bliese (2000); interval: McGraw & Wong (1996), table 7, case 1.
    """

def icc_forms(
    ratings: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> houvast._core.Table:
    """
    The six intraclass correlations of Shrout and Fleiss: how alike raters rate.

    ICC1: every target has raters of its own. ICC2: a sample of raters rates all targets, and level differences between raters
    count. ICC3: these raters only, level differences do not count. With k: of the mean of all raters.

    Parameters
    ----------
    ratings : array or frame, shape (targets, raters)
        Numbers; targets without all ratings are left out.
    level : float
        Confidence level of the intervals, above 0 and below 1.

    Returns
    -------
    Table
        One row per form: form, value, low, high, f, df1, df2, p_value, targets, raters, reason.

    Raises
    ------
    InvalidValueError
        HV-301 another shape, HV-302 an infinite rating or a level outside (0, 1).

    References
    ----------
    Shrout & Fleiss (1979), Psychological Bulletin 86(2); intervals: McGraw & Wong (1996), table 7.
    """

def interpolated_median(
    values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    width: typing.SupportsFloat | typing.SupportsIndex = 1.0,
) -> houvast._core.Estimate:
    """
    The median by interpolation within the category of the middle answer, each category being `width` wide.

    When the two middle answers differ it is halfway between them.

    Parameters
    ----------
    values : array, shape (respondents,)
        The answers as numbers; NaN, None or masked where there is none.
    width : float
        Distance between neighbouring categories, above 0.

    Returns
    -------
    Estimate

    Raises
    ------
    InvalidValueError
        HV-302 for a value out of range.

    References
    ----------
    Grouped-data median, Revelle's psych::interp.median.
    """

def item_statistics(
    items: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    missing: str = "pairwise",
    reverse: numpy.typing.ArrayLike | collections.abc.Collection[int] | collections.abc.Collection[str] = (),
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex]
    | None = None,
) -> houvast._core.Table:
    """
    What each item does to the scale.

    Columns: item (index from 0), n, mean, sd, item_rest_correlation (with the sum of the other items), alpha_if_dropped,
    reason (why a value is missing). Reversed items are described after turning them round.

    Parameters
    ----------
    items : array, shape (respondents, items)
        The answers as numbers; NaN, None or masked where there is none.
    missing : str
        "pairwise" uses every answer that there is; "listwise" only respondents who answered all items.
    reverse : sequence of int or str
        The items to turn round: positions from 0, a mask with one truth value per item, or names of columns of a frame.
    bounds : tuple of two float, optional
        Lowest and highest code of the scale, as declared and never taken from data. Needed when `reverse` names an item.

    Returns
    -------
    Table

    Raises
    ------
    InvalidValueError
        As cronbach_alpha.

    References
    ----------
    Cronbach (1951); corrected item-total correlation: Henrysson (1963).
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
    How far raters agree on units beyond chance; 1 full agreement, 0 chance, below 0 systematic disagreement.

    The interval resamples units with all their ratings (percentile bootstrap), not Krippendorff's own algorithm.
    `details`: observed_disagreement, expected_disagreement (mean squared distance of the level), units (with at least two
    ratings), undefined_resamples (left out of the interval because all their ratings are the same).

    Parameters
    ----------
    ratings : array, shape (units, raters)
        Ratings as numbers; NaN, None or masked where a rater did not rate. Units with one rating are left out.
    level : str
        How far apart values are: "nominal", "ordinal", "interval" or "ratio".
    resamples : int
        Bootstrap samples of units for the interval; 0: no interval.
    confidence : float
        Confidence level of the interval, above 0 and below 1.
    seed : int
        Of the random numbers; the same seed gives the same result everywhere.
    threads : int
        How many threads compute; 0: as many as the machine has. Never changes the result.

    Returns
    -------
    Estimate
        n = ratings that could be paired; undefined when all of them are the same.

    Raises
    ------
    InvalidValueError
        HV-301 shape, HV-302 infinite or, for ratios, negative values, options out of range.

    References
    ----------
    Krippendorff (2011), Computing Krippendorff's Alpha-Reliability; (2018), section 12.3.
    """

def mann_whitney(
    x: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    y: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    alternative: str = "two-sided",
    method: str = "auto",
    continuity: bool = True,
) -> houvast._core.Estimate:
    """
    Whether x tends to lie above y: the Mann-Whitney U test with ties.

    Exact: the permutation distribution given the ties, for at most 1,000 answers (auto: up to 50 in all). `details`: n_x,
    n_y, u_y, probability_superiority (U / (n_x n_y)), z (asymptotic only), exact (1 or 0).

    Parameters
    ----------
    x : array, shape (n_x,)
        Answers of one group; NaN, None or masked where there is none.
    y : array, shape (n_y,)
        Answers of the other group.
    alternative : str
        "two-sided", "less" or "greater": in which direction x may differ.
    method : str
        "exact", "asymptotic", or "auto" (exact when the data are few).
    continuity : bool
        Whether the normal approximation is corrected for continuity.

    Returns
    -------
    Estimate
        U of x; undefined when either has no answers.

    Raises
    ------
    InvalidValueError
        HV-302 when exact is asked for more answers than it can do.

    References
    ----------
    Mann & Whitney (1947); exact with ties: Streitberg & Röhmel (1986).
    """

def mean(values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64]) -> houvast._core.Estimate:
    """
    The arithmetic mean, for those who take the categories as equally far apart.

    `details`: sd, se (both absent with one answer). Without an interval: see bootstrap_mean.

    Parameters
    ----------
    values : array, shape (respondents,)
        The answers as numbers; NaN, None or masked where there is none.

    Returns
    -------
    Estimate

    Raises
    ------
    InvalidValueError
        HV-302 for an infinite answer.

    References
    ----------
    Own definition.
    """

def mean_share(
    high: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    population: typing.SupportsInt | typing.SupportsIndex | None = None,
    level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> houvast._core.Estimate:
    """
    The share of high answers over several questions, every question counting the same, people as clusters.

    What one person answers to several questions goes together, so the interval rests on people and not on answers. A
    question without answers does not count. `details`: variance (linearised, as if drawn from many); with a population
    also least and most, what the share would be if every missing answer were not high, or high.

    Parameters
    ----------
    high : array of shape (people, questions)
        1 for a high answer, 0 for another; NaN or masked for none.
    population : int, optional
        How many people were asked; the interval is then about all of them. None: as if drawn from many.
    level : float
        Confidence level of the intervals, above 0 and below 1.

    Returns
    -------
    Estimate
        The share with its interval, without one for fewer than two people; undefined without answers. n is the number of
        people with an answer.

    Raises
    ------
    InvalidValueError
        HV-301 for more than two dimensions, HV-302 for another value than 0 and 1, for a level outside (0, 1) and for a
        population smaller than the number of rows.

    References
    ----------
    Binder (1983), International Statistical Review 51, 279-292; Korn & Graubard (1998), Survey Methodology 24, 193-201;
    Cochran (1977), Sampling Techniques, sec. 2.6; Manski (1989), Journal of Human Resources 24, 343-360.
    """

def mean_share_change(
    before: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    after: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    population: typing.SupportsInt | typing.SupportsIndex | None = None,
    level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> houvast._core.Estimate:
    """
    How much the share of high answers of the same people changed, every question counting the same, people as clusters.

    A question of a person counts where it was answered both times. The interval is recovered from those of both shares
    (`mean_share`) and how much they go together. `details`: share_from, share_to, correlation.

    Parameters
    ----------
    before : array of shape (people, questions)
        1 for a high answer, 0 for another; NaN or masked for none.
    after : array of shape (people, questions)
        The same people in the same order.
    population : int, optional
        How many people were asked both times; the interval is then about all of them. None: as if drawn from many.
    level : float
        Confidence level of the intervals, above 0 and below 1.

    Returns
    -------
    Estimate
        After minus before with its interval, without one for fewer than two people; undefined when nothing was answered
        both times. n is the number of people who answered a question both times.

    Raises
    ------
    InvalidValueError
        HV-301 for more than two dimensions or different shapes, HV-302 for another value than 0 and 1, for a level outside
        (0, 1) and for a population smaller than the number of rows.

    References
    ----------
    Zou & Donner (2008), Statistics in Medicine 27, 1693-1702; Newcombe (1998), Statistics in Medicine 17, 2635-2650.
    """

def mean_share_difference(
    x: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    y: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    population_x: typing.SupportsInt | typing.SupportsIndex | None = None,
    population_y: typing.SupportsInt | typing.SupportsIndex | None = None,
    level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> houvast._core.Estimate:
    """
    How much the shares of high answers of two groups differ, every question counting the same, people as clusters.

    A question counts where somebody of both groups answered it. The interval is recovered from those of both shares
    (`mean_share`). `details`: share_x, share_y.

    Parameters
    ----------
    x : array of shape (people, questions)
        1 for a high answer, 0 for another; NaN or masked for none.
    y : array of shape (people, questions)
        Other people, the same questions.
    population_x : int, optional
        How many people of the first group were asked. None: as if drawn from many.
    population_y : int, optional
        The same of the second.
    level : float
        Confidence level of the intervals, above 0 and below 1.

    Returns
    -------
    Estimate
        x minus y with its interval, without one for fewer than two people in a group; undefined when no question was
        answered by both. n is the number of people of both groups.

    Raises
    ------
    InvalidValueError
        HV-301 for more than two dimensions or another number of questions, HV-302 for another value than 0 and 1, for a
        level outside (0, 1) and for a population smaller than the number of rows.

    References
    ----------
    Zou & Donner (2008), Statistics in Medicine 27, 1693-1702.
    """

def mode(values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64]) -> houvast._core.Estimate:
    """
    The answer given most often; with ties the lowest of them.

    `details`: share (of the answers that chose it), modes (how many answers share the first place).

    Parameters
    ----------
    values : array, shape (respondents,)
        The answers as numbers; NaN, None or masked where there is none.

    Returns
    -------
    Estimate

    Raises
    ------
    InvalidValueError
        HV-302 for an infinite answer.

    References
    ----------
    Own definition.
    """

def omega_total(
    items: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    missing: str = "pairwise",
    reverse: numpy.typing.ArrayLike | collections.abc.Collection[int] | collections.abc.Collection[str] = (),
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex]
    | None = None,
) -> houvast._core.Estimate:
    """
    McDonald's omega total of a one-factor model, fitted to the correlations by unweighted least squares.

    Uniquenesses are .005 or more in the fit, as in R's psych and factanal, and communalities 1 or less. The fit can have
    several minima: the lowest is taken of those reached from the first principal component and from each item as the
    factor, whatever the order of the columns; of equal ones the one with the higher omega.

    `details`: items, rms_residual (of the correlations), heywood (number of items whose uniqueness reached its limit).
    No interval.

    Parameters
    ----------
    items : array, shape (respondents, items)
        The answers as numbers; NaN, None or masked where there is none.
    missing : str
        "pairwise" uses every answer that there is; "listwise" only respondents who answered all items.
    reverse : sequence of int or str
        The items to turn round: positions from 0, a mask with one truth value per item, or names of columns of a frame.
    bounds : tuple of two float, optional
        Lowest and highest code of the scale, as declared and never taken from data. Needed when `reverse` names an item.

    Returns
    -------
    Estimate
        Undefined for fewer than three items or when an item has no variance.

    Raises
    ------
    InvalidValueError
        As cronbach_alpha.

    References
    ----------
    McDonald (1999), eq. 6.20; fit: Harman & Jones (1966), with limits Harman & Fukuda (1966).
    """

def ordinal_alpha(
    items: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    missing: str = "pairwise",
    reverse: numpy.typing.ArrayLike | collections.abc.Collection[int] | collections.abc.Collection[str] = (),
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex]
    | None = None,
) -> houvast._core.Estimate:
    """
    Alpha on polychoric correlations: the reliability of the continuous traits that the categories are cut from.

    Correlations are two-step maximum likelihood without correction for empty cells, over those who answered both items.
    No interval.

    `details`: items, mean_inter_item_correlation.

    Parameters
    ----------
    items : array, shape (respondents, items)
        The answers as numbers; NaN, None or masked where there is none.
    missing : str
        "pairwise" uses every answer that there is; "listwise" only respondents who answered all items.
    reverse : sequence of int or str
        The items to turn round: positions from 0, a mask with one truth value per item, or names of columns of a frame.
    bounds : tuple of two float, optional
        Lowest and highest code of the scale, as declared and never taken from data. Needed when `reverse` names an item.

    Returns
    -------
    Estimate
        Undefined when an item has one category only, or when a correlation runs to -1 or 1.

    Raises
    ------
    InvalidValueError
        As cronbach_alpha; HV-302 a code that is not a whole number.

    References
    ----------
    Zumbo, Gadermann & Zeisser (2007); Olsson (1979), two-step.
    """

def ordinal_median(values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64]) -> houvast._core.Estimate:
    """
    The middle answer. When the two middle answers differ, `value` is the lower and `details` holds both.

    `details`: low, high (the lower and the upper middle answer).

    Parameters
    ----------
    values : array, shape (respondents,)
        The answers as numbers; NaN, None or masked where there is none.

    Returns
    -------
    Estimate

    Raises
    ------
    InvalidValueError
        HV-302 for an infinite answer.

    References
    ----------
    Hyndman & Fan (1996), definition 1.
    """

def ordinal_quantile(
    values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64], p: typing.SupportsFloat | typing.SupportsIndex
) -> houvast._core.Estimate:
    """
    The category that at least a share p of the answers does not exceed: never a category that does not exist.

    Parameters
    ----------
    values : array, shape (respondents,)
        The answers as numbers; NaN, None or masked where there is none.
    p : float
        Share of the answers, from 0 to 1.

    Returns
    -------
    Estimate
        The smallest answer whose cumulative count is at least p n (Hyndman & Fan type 1).

    Raises
    ------
    InvalidValueError
        HV-302 for a value out of range.

    References
    ----------
    Hyndman & Fan (1996), definition 1.
    """

def polarisation(
    values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex],
) -> houvast._core.Estimate:
    """
    How far a question divides people in two camps: (1 - A) / 2 with van der Eijk's A; 0 none, 0.5 evenly spread, 1 two
    camps.

    Parameters
    ----------
    values : array, shape (respondents,)
        The answers as numbers; NaN, None or masked where there is none.
    bounds : tuple of two float
        Lowest and highest code of the scale, as declared and never taken from data.

    Returns
    -------
    Estimate

    Raises
    ------
    InvalidValueError
        HV-302 codes outside the bounds, fewer than three categories.

    References
    ----------
    Own definition on Van der Eijk (2001).
    """

def polarisation_from_counts(counts: typing.Annotated[numpy.typing.ArrayLike, numpy.float64]) -> houvast._core.Estimate:
    """
    How far a question divides people in two camps, from a histogram: (1 - A) / 2 with van der Eijk's A.

    Parameters
    ----------
    counts : array, shape (categories,)
        Answers per category in order, or weights or percentages, which need not be whole; 0 or more.

    Returns
    -------
    Estimate
        n = the sum, rounded.

    Raises
    ------
    InvalidValueError
        HV-302 a weight that is negative or not finite, fewer than three categories.

    References
    ----------
    Own definition on Van der Eijk (2001).
    """

def polychoric_correlation(
    x: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    y: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
) -> houvast._core.Estimate:
    """
    Polychoric correlation of two ordinal items, two-step maximum likelihood.

    Parameters
    ----------
    x : array, shape (respondents,)
        Whole codes of one item; NaN, None or masked where there is no answer.
    y : array, shape (respondents,)
        Whole codes of the other item, of the same respondents.

    Returns
    -------
    Estimate
        Undefined when one of them has one category only, or when the likelihood has no maximum inside (-1, 1).

    Raises
    ------
    InvalidValueError
        HV-301 lengths differ, HV-302 a code that is not a whole number.

    References
    ----------
    Olsson (1979), two-step.
    """

def pooled_shares(
    high: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    groups: numpy.typing.ArrayLike | collections.abc.Sequence[collections.abc.Hashable],
    population: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex] | None = None,
    level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> houvast._core.Table:
    """
    Shares of high answers of groups, each drawn towards those of all groups as far as the groups are alike.

    For research on small groups, beside their own shares. The groups' shares are taken as drawn from one beta distribution
    and a group's answers as binomial, people as clusters; mean and spread of the beta distribution are averaged over, by
    what the answers make of flat priors. Columns: group, n, share with bounds (`mean_share`), pooled with bounds, own_weight
    (how much of the pooled share is the group's own), reason.

    Parameters
    ----------
    high : array of shape (people, questions)
        1 for a high answer, 0 for another; NaN or masked for none.
    groups : sequence, shape (answers,)
        A label per respondent: texts or numbers in a list, numpy, pandas, polars or Arrow. Who has none (None, NaN, NA) is
        left out. A pandas series with the index of the frame of answers follows that index.
    population : sequence of int, optional
        How many people were asked in each group, in the order in which groups first appear; the shares are then those of
        all of them. None: as if drawn from many.
    level : float
        Confidence level of the intervals, above 0 and below 1.

    Returns
    -------
    Table
        One row per group; pooled with three groups or more.

    Raises
    ------
    InvalidValueError
        HV-301 when lengths differ, HV-302 for another value than 0 and 1, for a level outside (0, 1) and for a population
        smaller than its group.

    References
    ----------
    Lee & Sabavala (1987), Journal of Business & Economic Statistics 5, 357-367; Korn & Graubard (1998), Survey Methodology
    24, 193-201; Gelman (2006), Bayesian Analysis 1, 515-534.
    """

def proportion_difference(
    successes_x: typing.SupportsInt | typing.SupportsIndex,
    n_x: typing.SupportsInt | typing.SupportsIndex,
    successes_y: typing.SupportsInt | typing.SupportsIndex,
    n_y: typing.SupportsInt | typing.SupportsIndex,
    level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> houvast._core.Estimate:
    """
    How much two shares differ, with Newcombe's hybrid score interval (built from the two Wilson intervals).

    `details`: share_x, share_y.

    Parameters
    ----------
    successes_x : int
        How many of n_x.
    n_x : int
        Number of answers of x, 0 or more.
    successes_y : int
        How many of n_y.
    n_y : int
        Number of answers of y, 0 or more.
    level : float
        Confidence level of the intervals, above 0 and below 1.

    Returns
    -------
    Estimate
        Share x minus share y; n is the sum of both; undefined when either n is 0.

    Raises
    ------
    InvalidValueError
        HV-302 for a value out of range.

    References
    ----------
    Newcombe (1998), Statistics in Medicine 17, 873-890, method 10.
    """

def r_star_wg_j(
    items: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    groups: numpy.typing.ArrayLike | collections.abc.Sequence[collections.abc.Hashable],
    categories: typing.SupportsInt | typing.SupportsIndex = 5,
    null: typing.SupportsFloat | typing.SupportsIndex | str = "uniform",
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex]
    | None = None,
    missing: str = "pairwise",
) -> houvast._core.Table:
    """
    Agreement of each group on several items without the growth: 1 minus mean item variance over null variance.

    Not cut off at 0: a group more divided than chance is below it. Columns: group, n, items, r_star_wg_j, mean_variance,
    null_variance, reason.

    Parameters
    ----------
    items : array, shape (respondents, items)
        The answers as numbers; NaN, None or masked where there is none.
    groups : sequence, shape (answers,)
        A label per respondent: texts or numbers in a list, numpy, pandas, polars or Arrow. Who has none (None, NaN, NA) is
        left out. A pandas series with the index of the frame of answers follows that index.
    categories : int
        Number of categories of the scale, 2 or more.
    null : str or float
        What an undecided group looks like: "uniform", "triangular", "slight_skew", "moderate_skew", "heavy_skew", or a
        variance above 0 of your own.
    bounds : tuple of two float, optional
        Lowest and highest code; when given, codes outside are refused.
    missing : str
        "pairwise" uses every answer that there is; "listwise" only respondents who answered all items.

    Returns
    -------
    Table

    Raises
    ------
    InvalidValueError
        HV-301 shape, HV-302 codes that do not fit the categories.

    References
    ----------
    Lindell, Brandt & Whitney (1999), eq. 5.
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
    For each person: is the change more than measurement error?

    Columns: change (after - before), rci (change over its standard error), outcome ("better", "same" or "worse"; all
    missing without both answers). Provenance options: standard_error, limit.

    Parameters
    ----------
    before : array, shape (persons,)
        Scores before; NaN, None or masked where there is none.
    after : array, shape (persons,)
        Scores of the same persons afterwards.
    reliability : float
        Of the scale, from 0 to 1, for example Cronbach's alpha.
    sd : float, optional
        Standard deviation of the scores, above 0; None: that of `before`.
    level : float
        How sure a change must be, above 0 and below 1.
    higher_is_better : bool
        Whether a rise counts as better.

    Returns
    -------
    Table

    Raises
    ------
    InvalidValueError
        HV-301 lengths differ, HV-302 options out of range, HV-305 when the standard deviation cannot be had from the
        data.

    References
    ----------
    Jacobson & Truax (1991).
    """

def reverse_code(
    values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex],
) -> numpy.typing.NDArray[numpy.float64]:
    """
    Turns a scale round by its declared bounds: low + high - code.

    Parameters
    ----------
    values : array, shape (respondents,)
        The answers as numbers; NaN, None or masked where there is none.
    bounds : tuple of two float
        Lowest and highest code of the scale, as declared and never taken from data.

    Returns
    -------
    numpy.ndarray, shape (respondents,)

    Raises
    ------
    InvalidValueError
        HV-302 a value outside the bounds.

    References
    ----------
    Own definition.
    """

def rwg(
    values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    groups: numpy.typing.ArrayLike | collections.abc.Sequence[collections.abc.Hashable],
    categories: typing.SupportsInt | typing.SupportsIndex = 5,
    null: typing.SupportsFloat | typing.SupportsIndex | str = "uniform",
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex]
    | None = None,
) -> houvast._core.Table:
    """
    Agreement of each group on one item: 1 minus the observed variance over the null variance.

    Set to 0 where the variance exceeds the null (see column `variance`), as its authors do. Columns: group, n, rwg,
    variance, null_variance, reason.

    Parameters
    ----------
    values : array, shape (respondents,)
        The answers as numbers; NaN, None or masked where there is none.
    groups : sequence, shape (answers,)
        A label per respondent: texts or numbers in a list, numpy, pandas, polars or Arrow. Who has none (None, NaN, NA) is
        left out. A pandas series with the index of the frame of answers follows that index.
    categories : int
        Number of categories of the scale, 2 or more.
    null : str or float
        What an undecided group looks like: "uniform", "triangular", "slight_skew", "moderate_skew", "heavy_skew", or a
        variance above 0 of your own.
    bounds : tuple of two float, optional
        Lowest and highest code; when given, codes outside are refused.

    Returns
    -------
    Table

    Raises
    ------
    InvalidValueError
        HV-301 lengths differ, HV-302 codes that do not fit the categories.

    References
    ----------
    James, Demaree & Wolf (1984), eq. 1.
    """

def rwg_j(
    items: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    groups: numpy.typing.ArrayLike | collections.abc.Sequence[collections.abc.Hashable],
    categories: typing.SupportsInt | typing.SupportsIndex = 5,
    null: typing.SupportsFloat | typing.SupportsIndex | str = "uniform",
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex]
    | None = None,
    missing: str = "pairwise",
) -> houvast._core.Table:
    """
    Agreement of each group on several items, the multi-item index of James, Demaree & Wolf.

    It grows with the number of items whatever the agreement (Spearman-Brown), so r*wg(j) stands beside it. Columns:
    group, n, items, rwg_j, r_star_wg_j, mean_variance, null_variance, reason.

    Parameters
    ----------
    items : array, shape (respondents, items)
        The answers as numbers; NaN, None or masked where there is none.
    groups : sequence, shape (answers,)
        A label per respondent: texts or numbers in a list, numpy, pandas, polars or Arrow. Who has none (None, NaN, NA) is
        left out. A pandas series with the index of the frame of answers follows that index.
    categories : int
        Number of categories of the scale, 2 or more.
    null : str or float
        What an undecided group looks like: "uniform", "triangular", "slight_skew", "moderate_skew", "heavy_skew", or a
        variance above 0 of your own.
    bounds : tuple of two float, optional
        Lowest and highest code; when given, codes outside are refused.
    missing : str
        "pairwise" uses every answer that there is; "listwise" only respondents who answered all items.

    Returns
    -------
    Table

    Raises
    ------
    InvalidValueError
        HV-301 shape, HV-302 codes that do not fit the categories.

    References
    ----------
    James, Demaree & Wolf (1984), eq. 2.
    """

def scale_scores(
    items: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    minimum: tuple[typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex] = (1, 2),
    reverse: numpy.typing.ArrayLike | collections.abc.Collection[int] | collections.abc.Collection[str] = (),
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex]
    | None = None,
) -> houvast._core.Table:
    """
    The mean over the items that someone answered, given that enough are answered; nothing is filled in.

    Columns: score (missing when too few are answered), answered, asked; one row per respondent.

    Parameters
    ----------
    items : array, shape (respondents, items)
        The answers as numbers; NaN, None or masked where there is none.
    minimum : tuple of two int
        Share of the items, as numerator and denominator, that must be answered; compared in whole numbers.
    reverse : sequence of int or str
        The items to turn round: positions from 0, a mask with one truth value per item, or names of columns of a frame.
    bounds : tuple of two float, optional
        Lowest and highest code of the scale, as declared and never taken from data. Needed when `reverse` names an item.

    Returns
    -------
    Table

    Raises
    ------
    InvalidValueError
        HV-301 shape, HV-302 codes outside the bounds, an item index out of range or reverse without bounds.

    References
    ----------
    Own definition.
    """

def sign_test(
    x: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    y: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    alternative: str = "two-sided",
    level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> houvast._core.Estimate:
    """
    Whether more people went up than down: the exact sign test of x - y, leaving out who stayed.

    `details`: positive, negative, zero (pairs). Interval: Wilson.

    Parameters
    ----------
    x : array, shape (pairs,)
        One number per person, for example afterwards; NaN, None or masked where there is none.
    y : array, shape (pairs,)
        The other number of the same persons.
    alternative : str
        "two-sided", "less" or "greater": in which direction x may differ.
    level : float
        Confidence level of the intervals, above 0 and below 1.

    Returns
    -------
    Estimate
        Share of positive differences among those that are not zero; undefined when nobody moved.

    Raises
    ------
    InvalidValueError
        HV-301 lengths differ, HV-302 for a value out of range.

    References
    ----------
    Dixon & Mood (1946).
    """

def spearman_brown(
    items: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    missing: str = "pairwise",
    reverse: numpy.typing.ArrayLike | collections.abc.Collection[int] | collections.abc.Collection[str] = (),
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex]
    | None = None,
    level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> houvast._core.Estimate:
    """
    Reliability of a two-item scale, with an interval from Fisher's z of the correlation.

    `details`: correlation.

    Parameters
    ----------
    items : array, shape (respondents, 2)
        The answers as numbers; NaN, None or masked where there is none.
    missing : str
        "pairwise" uses every answer that there is; "listwise" only respondents who answered all items.
    reverse : sequence of int or str
        The items to turn round: positions from 0, a mask with one truth value per item, or names of columns of a frame.
    bounds : tuple of two float, optional
        Lowest and highest code of the scale, as declared and never taken from data. Needed when `reverse` names an item.
    level : float
        Confidence level of the intervals, above 0 and below 1.

    Returns
    -------
    Estimate

    Raises
    ------
    InvalidValueError
        HV-301 for another number of items, HV-302 as `cronbach_alpha`.

    References
    ----------
    Spearman (1910); Brown (1910); Eisinga, Te Grotenhuis & Pelzer (2013).
    """

def standardized_alpha(
    items: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    missing: str = "pairwise",
    reverse: numpy.typing.ArrayLike | collections.abc.Collection[int] | collections.abc.Collection[str] = (),
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex]
    | None = None,
) -> houvast._core.Estimate:
    """
    Alpha of the standardised items, from their mean correlation.

    `details`: mean_inter_item_correlation.

    Parameters
    ----------
    items : array, shape (respondents, items)
        The answers as numbers; NaN, None or masked where there is none.
    missing : str
        "pairwise" uses every answer that there is; "listwise" only respondents who answered all items.
    reverse : sequence of int or str
        The items to turn round: positions from 0, a mask with one truth value per item, or names of columns of a frame.
    bounds : tuple of two float, optional
        Lowest and highest code of the scale, as declared and never taken from data. Needed when `reverse` names an item.

    Returns
    -------
    Estimate
        Undefined when an item has no variance.

    Raises
    ------
    InvalidValueError
        As cronbach_alpha.

    References
    ----------
    Cronbach (1951) on the correlation matrix.
    """

def standardized_response_mean(
    before: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    after: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> houvast._core.Estimate:
    """
    The mean change in units of its own standard deviation: mean(after - before) / sd(after - before).

    The interval inverts the noncentral t distribution: exact for normally distributed changes. `details`: mean_change,
    sd_change.

    Parameters
    ----------
    before : array, shape (persons,)
        Scores before; NaN, None or masked where there is none.
    after : array, shape (persons,)
        Scores of the same persons afterwards.
    level : float
        Confidence level of the intervals, above 0 and below 1.

    Returns
    -------
    Estimate
        Undefined with fewer than two pairs or when all changed alike.

    Raises
    ------
    InvalidValueError
        HV-301 lengths differ, HV-302 for a value out of range.

    References
    ----------
    Liang, Fossel & Larson (1990); interval: Steiger & Fouladi (1997).
    """

def survey_mean(
    values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    weights: typing.Annotated[numpy.typing.ArrayLike, numpy.float64] | None = None,
    *,
    clusters: numpy.typing.ArrayLike | collections.abc.Sequence[collections.abc.Hashable] | None = None,
    strata: numpy.typing.ArrayLike | collections.abc.Sequence[collections.abc.Hashable] | None = None,
    population: typing.Annotated[numpy.typing.ArrayLike, numpy.float64] | None = None,
    domain: numpy.typing.ArrayLike | collections.abc.Set[int] | None = None,
    level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> houvast._core.Estimate:
    """
    A weighted mean with an interval that follows from how the sample was drawn (Taylor linearisation).

    Who has no value, and who is outside the domain, still tells of the design. The interval is of Student's t with clusters −
    strata degrees of freedom. `details`: se, df, sum_of_weights, clusters, strata, strata_of_one (strata with one cluster,
    which leave no interval). A share is the mean of zeros and ones.

    Parameters
    ----------
    values : array, shape (respondents,)
        Numbers or truth values; NaN, None or masked where there is none.
    weights : array, shape (respondents,), optional
        0 or more: how many people each stands for; None: all the same.
    clusters : sequence of labels, shape (respondents,), optional
        Who was drawn together, named apart in each stratum or not; None: everybody alone.
    strata : sequence of labels, shape (respondents,), optional
        Within which was drawn; None: one stratum.
    population : array, shape (respondents,), optional
        How many clusters each respondent's stratum has in the population; None: so many that it does not matter.
    domain : sequence of int or mask, optional
        Who is asked about; None: everybody.
    level : float
        Confidence level of the intervals, above 0 and below 1.

    Returns
    -------
    Estimate
        n = respondents with a value in the domain; undefined without values or weight.

    Raises
    ------
    InvalidValueError
        HV-301 lengths that differ, HV-302 a weight that is negative or missing, an infinite value, a cluster or stratum
        without a label, a population smaller than the sample, a level outside (0, 1).

    References
    ----------
    Woodruff (1971), JASA 66; Lumley (2004), Journal of Statistical Software 9(8), as `svymean` of the R package survey.
    """

def top_box(
    values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    bounds: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex],
    boxes: typing.SupportsInt | typing.SupportsIndex = 1,
    direction: str = "ascending",
    level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> houvast._core.Estimate:
    """
    The share that chose one of the `boxes` most favourable categories, with Wilson's interval.

    `details`: successes.

    Parameters
    ----------
    values : array, shape (respondents,)
        The answers as numbers; NaN, None or masked where there is none.
    bounds : tuple of two float
        Lowest and highest code of the scale, as declared and never taken from data.
    boxes : int
        How many categories count, 1 or more.
    direction : str
        "ascending": high codes are favourable; "descending": low codes are.
    level : float
        Confidence level of the intervals, above 0 and below 1.

    Returns
    -------
    Estimate

    Raises
    ------
    InvalidValueError
        HV-302 codes outside the bounds, more boxes than categories.

    References
    ----------
    Wilson (1927) for the interval.
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
    Whether the same people moved: the Wilcoxon signed-rank test of x - y.

    Exact: the distribution over all signs given the ranks, ties and zeros included, for at most 1,000 pairs (auto: up to
    50). `details`: w_plus, w_minus, positive, negative, zero (pairs), rank_biserial ((w_plus - w_minus) / (w_plus +
    w_minus)), z (asymptotic only), exact (1 or 0).

    Parameters
    ----------
    x : array, shape (pairs,)
        One number per person, for example afterwards; NaN, None or masked where there is none.
    y : array, shape (pairs,), optional
        The other number of the same persons, for example before; None: x holds differences.
    zero_method : str
        Who did not move: "wilcox" leaves them out, "pratt" ranks them, "zsplit" counts them half up and half down.
    alternative : str
        "two-sided", "less" or "greater": in which direction x may differ.
    method : str
        "exact", "asymptotic", or "auto" (exact when the data are few).
    continuity : bool
        Whether the normal approximation is corrected for continuity.

    Returns
    -------
    Estimate
        W_plus, n = pairs with both answers; undefined when nobody moved.

    Raises
    ------
    InvalidValueError
        HV-301 lengths differ, HV-302 when exact is asked for more pairs than it can do.

    References
    ----------
    Wilcoxon (1945); Pratt (1959); Cureton (1967); rank-biserial: Kerby (2014).
    """

def wilson_interval(
    successes: typing.SupportsInt | typing.SupportsIndex,
    n: typing.SupportsInt | typing.SupportsIndex,
    level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> houvast._core.Estimate:
    """
    How sure we can be of a share: Wilson's score interval, which stays within 0 and 1 and works for small n.

    `details`: successes.

    Parameters
    ----------
    successes : int
        How many of the n, from 0 to n.
    n : int
        Number of answers, 0 or more.
    level : float
        Confidence level of the intervals, above 0 and below 1.

    Returns
    -------
    Estimate
        The share with its interval; undefined when n is 0.

    Raises
    ------
    InvalidValueError
        HV-302 for a value out of range.

    References
    ----------
    Wilson (1927), Journal of the American Statistical Association 22, 209-212.
    """
