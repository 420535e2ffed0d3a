"""The statistics of houvast on plain arrays.

NaN, masked entries and missing values of pandas and polars count as missing answers. One number comes back as an
:class:`houvast.Estimate` (``value``, ``interval``, ``n``, ``method``, ``p_value``, ``details``), a number per group or
item as a :class:`houvast.Table`.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import ParamSpec, TypeVar

import numpy as np

from houvast._core import stats as _stats

__all__ = [
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

_P = ParamSpec("_P")
_R = TypeVar("_R")


def _plain(value: object) -> object:
    """Masked entries and pandas' own missing values as NaN (tables) or None (columns); all else as it is."""
    if isinstance(value, np.ma.MaskedArray):
        if value.ndim > 1 or value.dtype.kind == "f":
            return np.ma.filled(value.astype(float), np.nan)
        plain = value.data.astype(object)
        plain[np.ma.getmaskarray(value)] = None
        return plain
    if type(value).__module__.partition(".")[0] == "pandas":
        if hasattr(value, "columns"):
            return value.to_numpy(dtype=float, na_value=np.nan)  # type: ignore[attr-defined]
        if hasattr(value, "isna") and getattr(value.dtype, "na_value", None) is not None:  # type: ignore[attr-defined]
            return value.astype(object).where(~value.isna(), None)  # type: ignore[attr-defined]
    return value


def _on_arrays(function: Callable[_P, _R]) -> Callable[_P, _R]:
    @functools.wraps(function)
    def call(*args: _P.args, **kwargs: _P.kwargs) -> _R:
        plain = {name: _plain(value) for name, value in kwargs.items()}
        return function(*map(_plain, args), **plain)  # type: ignore[arg-type]

    return call


agreement_a = _on_arrays(_stats.agreement_a)
agreement_a_from_counts = _on_arrays(_stats.agreement_a_from_counts)
average_deviation = _on_arrays(_stats.average_deviation)
awg = _on_arrays(_stats.awg)
bands = _on_arrays(_stats.bands)
benjamini_hochberg = _on_arrays(_stats.benjamini_hochberg)
bootstrap_mean = _on_arrays(_stats.bootstrap_mean)
bootstrap_mean_from_histogram = _on_arrays(_stats.bootstrap_mean_from_histogram)
bootstrap_mean_from_indices = _on_arrays(_stats.bootstrap_mean_from_indices)
bottom_box = _on_arrays(_stats.bottom_box)
cliffs_delta = _on_arrays(_stats.cliffs_delta)
consensus = _on_arrays(_stats.consensus)
consensus_from_counts = _on_arrays(_stats.consensus_from_counts)
cronbach_alpha = _on_arrays(_stats.cronbach_alpha)
design_effect = _on_arrays(_stats.design_effect)
distribution = _on_arrays(_stats.distribution)
factor_loadings = _on_arrays(_stats.factor_loadings)
icc = _on_arrays(_stats.icc)
interpolated_median = _on_arrays(_stats.interpolated_median)
item_statistics = _on_arrays(_stats.item_statistics)
krippendorff_alpha = _on_arrays(_stats.krippendorff_alpha)
mann_whitney = _on_arrays(_stats.mann_whitney)
mean = _on_arrays(_stats.mean)
mode = _on_arrays(_stats.mode)
omega_total = _on_arrays(_stats.omega_total)
ordinal_alpha = _on_arrays(_stats.ordinal_alpha)
ordinal_median = _on_arrays(_stats.ordinal_median)
ordinal_quantile = _on_arrays(_stats.ordinal_quantile)
polarisation = _on_arrays(_stats.polarisation)
polarisation_from_counts = _on_arrays(_stats.polarisation_from_counts)
polychoric_correlation = _on_arrays(_stats.polychoric_correlation)
proportion_difference = _stats.proportion_difference
r_star_wg_j = _on_arrays(_stats.r_star_wg_j)
reliable_change_index = _on_arrays(_stats.reliable_change_index)
reverse_code = _on_arrays(_stats.reverse_code)
rwg = _on_arrays(_stats.rwg)
rwg_j = _on_arrays(_stats.rwg_j)
scale_scores = _on_arrays(_stats.scale_scores)
sign_test = _on_arrays(_stats.sign_test)
spearman_brown = _on_arrays(_stats.spearman_brown)
standardized_alpha = _on_arrays(_stats.standardized_alpha)
standardized_response_mean = _on_arrays(_stats.standardized_response_mean)
top_box = _on_arrays(_stats.top_box)
wilcoxon_signed_rank = _on_arrays(_stats.wilcoxon_signed_rank)
wilson_interval = _stats.wilson_interval
