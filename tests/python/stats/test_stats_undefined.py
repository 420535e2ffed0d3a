"""Undefined statistics say why; bad input gives a coded error that never quotes an answer."""

import math

import numpy as np
import pandas as pd
import polars as pl
import pytest

import houvast
from houvast import stats

NAN = np.nan
ONE = ["a", "a", "b"]

UNDEFINED = {
    "wilson without answers": (lambda: stats.wilson_interval(0, 0), "no answers"),
    "difference without answers": (lambda: stats.proportion_difference(1, 2, 0, 0), "no answers"),
    "median of nothing": (lambda: stats.ordinal_median([NAN, NAN]), "no answers"),
    "interpolated median of nothing": (lambda: stats.interpolated_median([]), "no answers"),
    "quantile of nothing": (lambda: stats.ordinal_quantile([], 0.5), "no answers"),
    "mode of nothing": (lambda: stats.mode([NAN]), "no answers"),
    "mean of nothing": (lambda: stats.mean([]), "no answers"),
    "top box of nothing": (lambda: stats.top_box([NAN], (1, 5)), "no answers"),
    "bottom box of nothing": (lambda: stats.bottom_box([NAN], (1, 5)), "no answers"),
    "alpha of one item": (lambda: stats.cronbach_alpha([[1], [2], [3]]), "two items"),
    "alpha of one respondent": (lambda: stats.cronbach_alpha([[1, 2, 3]]), "one respondent"),
    "alpha without respondents": (lambda: stats.cronbach_alpha(np.empty((0, 3))), "no answers"),
    "alpha of missing answers": (lambda: stats.cronbach_alpha(np.full((4, 3), NAN)), "no answers"),
    "alpha without variance": (lambda: stats.cronbach_alpha([[2, 2], [2, 2]]), "no variance"),
    "alpha without shared answers": (
        lambda: stats.cronbach_alpha([[1, NAN], [2, NAN], [NAN, 1], [NAN, 3]]),
        "together by fewer than two",
    ),
    "standardised alpha, constant item": (lambda: stats.standardized_alpha([[1, 2], [2, 2]]), "item 1 has no variance"),
    "standardised alpha, opposed items": (lambda: stats.standardized_alpha([[1, 2], [2, 1]]), "no variance"),
    "omega of two items": (lambda: stats.omega_total([[1, 2], [2, 1], [3, 5]]), "three items"),
    "omega, constant item": (lambda: stats.omega_total([[1, 2, 3], [2, 2, 1], [3, 2, 4]]), "item 1 has no variance"),
    "spearman-brown, opposed items": (lambda: stats.spearman_brown([[1, 2], [2, 1]]), "opposed"),
    "ordinal alpha, one category": (lambda: stats.ordinal_alpha([[1, 2], [1, 3], [1, 2]]), "one category"),
    "polychoric without inside maximum": (lambda: stats.polychoric_correlation([1, 1, 2, 2], [1, 1, 2, 2]), "maximum"),
    "polychoric of nothing": (lambda: stats.polychoric_correlation([NAN], [1]), "both answers"),
    "icc of one group": (lambda: stats.icc([1, 2, 3], ["a"] * 3), "two groups"),
    "icc of groups of one": (lambda: stats.icc([1, 2, 3], ["a", "b", "c"]), "no group has two"),
    "icc without variance": (lambda: stats.icc([2, 2, 2], ONE), "no variance"),
    "icc of nothing": (lambda: stats.icc([NAN, NAN, NAN], ONE), "no answers"),
    "design effect of one group": (lambda: stats.design_effect([1, 2, 3], ["a"] * 3), "two groups"),
    "consensus of nothing": (lambda: stats.consensus([NAN], (1, 5)), "no answers"),
    "agreement of nothing": (lambda: stats.agreement_a_from_counts([0, 0, 0]), "no answers"),
    "polarisation of nothing": (lambda: stats.polarisation([], (1, 5)), "no answers"),
    "krippendorff without pairs": (lambda: stats.krippendorff_alpha([[1, NAN], [NAN, 2]]), "two ratings"),
    "krippendorff without variation": (lambda: stats.krippendorff_alpha([[1, 1], [1, 1]]), "the same"),
    "delta against nobody": (lambda: stats.cliffs_delta([1, 2], [NAN]), "no answers"),
    "mann-whitney against nobody": (lambda: stats.mann_whitney([], [1]), "no answers"),
    "wilcoxon without pairs": (lambda: stats.wilcoxon_signed_rank([NAN, 1], [1, NAN]), "both answers"),
    "wilcoxon without change": (lambda: stats.wilcoxon_signed_rank([1, 2], [1, 2]), "all differences are zero"),
    "sign test without change": (lambda: stats.sign_test([1, 2], [1, 2]), "all differences are zero"),
    "response mean of one pair": (lambda: stats.standardized_response_mean([1], [2]), "fewer than two"),
    "response mean, all alike": (lambda: stats.standardized_response_mean([1, 2, 3], [2, 3, 4]), "same amount"),
    "bootstrap of nothing": (lambda: stats.bootstrap_mean([NAN]), "no answers"),
    "bootstrap of an empty histogram": (lambda: stats.bootstrap_mean_from_histogram([1, 2], [0, 0]), "no answers"),
}


@pytest.mark.parametrize("case", UNDEFINED, ids=str)
def test_undefined_has_a_reason(case):
    call, reason = UNDEFINED[case]
    found = call()
    assert math.isnan(found.value)
    assert math.isnan(float(found))
    assert reason in found.reason
    assert found.interval is None
    assert found.p_value is None


def test_defined_has_no_reason():
    found = stats.cronbach_alpha([[1, 2], [2, 2], [3, 5]])
    assert found.reason == ""
    assert "Cronbach" in found.method
    assert found.provenance.options["missing"] == "pairwise"


TABLES = {
    "rwg": lambda: stats.rwg([1, 2, 3, NAN], ["a", "a", "b", "c"]),
    "rwg_j": lambda: stats.rwg_j([[1, 2], [2, 2], [3, 3], [NAN, NAN]], ["a", "a", "b", "c"]),
    "r_star_wg_j": lambda: stats.r_star_wg_j([[1, 2], [2, 2], [3, 3], [NAN, NAN]], ["a", "a", "b", "c"]),
    "average_deviation": lambda: stats.average_deviation([1, 2, 3, NAN], ["a", "a", "b", "c"]),
    "awg": lambda: stats.awg([2, 4, 3, NAN], ["a", "a", "b", "c"], (1, 5)),
}


@pytest.mark.parametrize("name", TABLES, ids=str)
def test_groups_without_a_value_say_why(name):
    table = TABLES[name]().to_pandas()
    assert list(table.group) == ["a", "b", "c"]
    assert list(table.n) == [2, 1, 0]
    assert list(table[name].isna()) == [False, True, True]
    assert list(table.reason)[1:] == ["one respondent", "no answers"]


def test_cut_off_is_named():
    table = stats.rwg([1, 1, 5, 5], ["a"] * 4).to_pandas()
    assert table.rwg[0] == 0
    assert "set to 0" in table.reason[0]
    several = stats.rwg_j([[1, 1], [1, 1], [5, 5], [5, 5]], ["a"] * 4).to_pandas()
    assert several.rwg_j[0] == 0
    assert several.r_star_wg_j[0] < 0  # Lindell's index is not cut off


def test_awg_near_the_end_of_the_scale():
    table = stats.awg([1, 1, 1, 2], ["a"] * 4, (1, 5)).to_pandas()
    assert table.awg.isna()[0]
    assert "too near an end" in table.reason[0]


def test_item_statistics_say_why():
    table = stats.item_statistics([[1, 2, 2], [2, 3, 2], [3, 5, 2]]).to_pandas()
    assert table.reason[2] == "the item has no variance"
    assert table.item_rest_correlation.isna().tolist() == [False, False, True]
    two = stats.item_statistics([[1, 2], [2, 3], [3, 5]]).to_pandas()
    assert two.alpha_if_dropped.isna().all()
    assert "fewer than two" in two.reason[0]


ERRORS = {
    "group column shorter": ("HV-301", lambda: stats.icc([1, 2, 3], ["a", "a"])),
    "group column shorter, table": ("HV-301", lambda: stats.rwg_j([[1, 2], [2, 2]], ["a"])),
    "lengths of pairs": ("HV-301", lambda: stats.wilcoxon_signed_rank([1, 2], [1])),
    "one dimension": ("HV-301", lambda: stats.cronbach_alpha([1, 2, 3])),
    "two dimensions": ("HV-301", lambda: stats.mean([[1, 2]])),
    "three items": ("HV-301", lambda: stats.spearman_brown([[1, 2, 3], [2, 2, 1]])),
    "indices of another length": ("HV-301", lambda: stats.bootstrap_mean_from_indices([1, 2], [[0, 1, 1]])),
    "code outside the scale": ("HV-302", lambda: stats.consensus([1, 6], (1, 5))),
    "code between two codes": ("HV-302", lambda: stats.top_box([1, 2.5], (1, 5))),
    "code outside the bounds": (
        "HV-302",
        lambda: stats.cronbach_alpha([[1, 2], [7, 2]], reverse=[0], bounds=(1, 5)),
    ),
    "codes too far apart": ("HV-302", lambda: stats.rwg([0, 99], ["a", "a"], categories=5)),
    "code outside rwg's bounds": ("HV-302", lambda: stats.rwg([0, 4], ["a", "a"], categories=5, bounds=(1, 5))),
    "item that is not there": ("HV-302", lambda: stats.cronbach_alpha([[1, 2]], reverse=[2], bounds=(1, 5))),
    "bounds upside down": ("HV-302", lambda: stats.consensus([1, 2], (5, 1))),
    "infinite answer": ("HV-302", lambda: stats.mean([1, np.inf])),
    "level": ("HV-302", lambda: stats.wilson_interval(1, 2, level=95)),
    "more successes than answers": ("HV-302", lambda: stats.wilson_interval(3, 2)),
    "two categories": ("HV-302", lambda: stats.agreement_a([1, 2], (1, 2))),
    "too many boxes": ("HV-302", lambda: stats.top_box([1], (1, 5), boxes=6)),
    "negative ratio": ("HV-302", lambda: stats.krippendorff_alpha([[-1, 1], [2, 2]], level="ratio")),
    "reliability of 1": ("HV-302", lambda: stats.reliable_change_index([1, 2], [2, 2], reliability=1)),
    "p-value above 1": ("HV-302", lambda: stats.benjamini_hochberg([0.2, 1.5])),
    "skewed null, other scale": ("HV-302", lambda: stats.rwg([1], ["a"], categories=7, null="slight_skew")),
    "exact test of very many": (
        "HV-302",
        lambda: stats.mann_whitney(np.arange(900), np.arange(900), method="exact"),
    ),
    "unknown missing rule": ("HV-303", lambda: stats.cronbach_alpha([[1, 2]], missing="pairwse")),
    "unknown level": ("HV-303", lambda: stats.krippendorff_alpha([[1, 2]], level="ordnal")),
    "unknown zero method": ("HV-303", lambda: stats.wilcoxon_signed_rank([1], [2], zero_method="drop")),
    "unknown method": ("HV-303", lambda: stats.bootstrap_mean([1], method="basic")),
    "unknown null": ("HV-303", lambda: stats.rwg([1], ["a"], null="flat")),
    "no spread to measure change by": (
        "HV-305",
        lambda: stats.reliable_change_index([2, 2], [1, 3], reliability=0.8),
    ),
}


@pytest.mark.parametrize("case", ERRORS, ids=str)
def test_bad_input_is_a_coded_error(case):
    code, call = ERRORS[case]
    with pytest.raises(houvast.Error) as error:
        call()
    assert error.value.code == code
    assert isinstance(error.value, ValueError)


def test_messages_do_not_quote_answers():
    with pytest.raises(houvast.Error) as error:
        stats.cronbach_alpha([[1, 2], [3, 4], [77, 4]], bounds=(1, 5))
    assert "77" not in str(error.value)
    assert "3" in str(error.value)  # the row, counted from 1


def test_nearest_option_is_suggested():
    with pytest.raises(houvast.Error, match="pairwise"):
        stats.cronbach_alpha([[1, 2]], missing="pairwse")


class TestMissingInEveryShape:
    """NaN, masked arrays, None, and the missing values of pandas and polars all mean the same."""

    plain = np.array([1, 2, NAN, 4, 5])

    @pytest.mark.parametrize(
        "values",
        [
            [1, 2, None, 4, 5],
            np.ma.masked_array([1, 2, 99, 4, 5], mask=[0, 0, 1, 0, 0]),
            np.ma.masked_array([1.0, 2, 99, 4, 5], mask=[0, 0, 1, 0, 0]),
            pd.Series([1, 2, NAN, 4, 5]),
            pd.Series([1, 2, None, 4, 5], dtype="Int64"),
            pl.Series([1, 2, None, 4, 5]),
        ],
        ids=["list", "masked int", "masked float", "pandas", "pandas Int64", "polars"],
    )
    def test_one_dimension(self, values):
        assert stats.mean(values).value == stats.mean(self.plain).value == 3
        assert stats.mean(values).n == 4

    def test_two_dimensions(self):
        plain = np.array([[1, 2, 2], [2, NAN, 3], [4, 4, 5], [3, 1, 2]], float)
        expected = stats.cronbach_alpha(plain).value
        masked = np.ma.masked_invalid(plain)
        assert stats.cronbach_alpha(masked).value == expected
        assert stats.cronbach_alpha(pd.DataFrame(plain)).value == expected
        assert stats.cronbach_alpha(pd.DataFrame(plain).astype("Int64")).value == expected
        assert stats.cronbach_alpha(pl.DataFrame(plain)).value == expected
        assert stats.cronbach_alpha(np.asfortranarray(plain)).value == expected
        assert stats.cronbach_alpha(np.repeat(plain, 2, axis=0)[::2]).value == expected

    def test_groups(self):
        values = [1, 2, 4, 5, 9]
        expected = stats.icc(values[:4], ["a", "a", "b", "b"]).value
        for groups in (
            ["a", "a", "b", "b", None],
            pd.Series([7, 7, 8, 8, None], dtype="Int64"),
            np.array([1, 1, 2, 2, NAN]),
            np.ma.masked_array([1, 1, 2, 2, 3], mask=[0, 0, 0, 0, 1]),
            pl.Series(["x", "x", "y", "y", None]),
        ):
            found = stats.icc(values, groups)
            assert (found.value, found.n) == (expected, 4)
        labels = stats.rwg(values[:4], pd.Series([7, 7, 8, 8])).to_pandas().group
        assert list(labels) == ["7", "8"]
