"""The statistics against R (psych, multilevel) and published tables, on data of tests/data/scoring."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from houvast import stats

DATA = Path(__file__).parents[2] / "data" / "scoring"
EXACT = 1e-10


@pytest.fixture(scope="module")
def answers():
    return pd.read_csv(DATA / "lq2002.csv")


@pytest.fixture(scope="module")
def lead(answers):
    return answers.filter(like="LEAD").to_numpy(float)


@pytest.fixture(scope="module")
def gaps(lead):
    """Respondent r and item i when 7 r + 13 i is a multiple of 17, as in reference.R."""
    r, i = np.indices(lead.shape)
    return (7 * r + 13 * i) % 17 == 0


@pytest.fixture(scope="module")
def holes(lead, gaps):
    return np.where(gaps, np.nan, lead)


@pytest.fixture(scope="module")
def few_holes(lead, gaps):
    every_third = (np.arange(len(lead)) + 1) % 3 == 0
    return np.where(gaps & every_third[:, None], np.nan, lead)


@pytest.fixture(scope="module")
def lq():
    return json.loads((DATA / "reference_values.json").read_text())["lq2002_lead"]


@pytest.fixture(scope="module")
def r():
    return json.loads((DATA / "r_reference.json").read_text())


def near(found, expected, tolerance=EXACT):
    np.testing.assert_allclose(np.asarray(found, float), np.asarray(expected, float), rtol=0, atol=tolerance)


class TestLeadershipClimate:
    def test_alpha(self, lead, lq):
        found = stats.cronbach_alpha(lead)
        near([found.value, found.standardized], [lq["cronbach_alpha"], lq["cronbach_alpha_std"]])
        near(stats.standardized_alpha(lead).value, lq["cronbach_alpha_std"])
        assert found.n == lq["n"]
        assert found.items == lq["items"]

    @pytest.mark.parametrize(
        ("column", "key"),
        [
            ("mean", "item_means"),
            ("sd", "item_sd"),
            ("alpha_if_dropped", "alpha_if_dropped"),
            ("item_rest_correlation", "item_rest_correlation"),
        ],
    )
    def test_items(self, lead, lq, column, key):
        near(stats.item_statistics(lead).to_pandas()[column], lq[key])

    def test_omega(self, lead, lq):
        near(stats.omega_total(lead).value, lq["omega_total_one_factor_minres"], 1e-7)
        near(stats.factor_loadings(lead).to_pandas().loading, lq["one_factor_minres_loadings"], 1e-6)

    def test_per_group(self, lead, lq, answers):
        found = stats.rwg_j(lead, answers.COMPID).to_pandas()
        assert list(found.group) == lq["group_id"]
        assert list(found.n) == lq["group_size"]
        near(found.rwg_j, lq["rwg_j_uniform"])
        near(stats.rwg(answers.LEAD01, answers.COMPID).to_pandas().rwg, lq["rwg_lead01"])
        for about in ("mean", "median"):
            deviation = stats.average_deviation(lead, answers.COMPID, about=about).to_pandas()
            near(deviation.average_deviation, lq[f"adm_{about}"])
            near(deviation.limit, np.full(len(deviation), 5 / 6))
            assert (deviation.within_limit == (deviation.average_deviation <= 5 / 6)).all()

    def test_icc(self, lead, lq, answers):
        found = stats.icc(lead.mean(axis=1), answers.COMPID)
        near([found.value, found.icc1, found.icc2], [lq["icc1"], lq["icc1"], lq["icc2"]])
        assert found.n == lq["n"]
        assert found.groups == lq["groups"]


class TestAgainstR:
    def test_pairwise_alpha(self, holes, r):
        found = stats.cronbach_alpha(holes)
        near([found.value, found.standardized], r["alpha_pairwise"])
        near([found.interval.low, found.interval.high], r["alpha_pairwise_feldt"])
        items = stats.item_statistics(holes).to_pandas()
        near(items.alpha_if_dropped, r["alpha_pairwise_if_dropped"])
        near(items.item_rest_correlation, r["alpha_pairwise_item_rest"])

    def test_listwise_alpha(self, few_holes, r):
        found = stats.cronbach_alpha(few_holes, missing="listwise")
        near([found.value, found.standardized], r["alpha_listwise"])
        near([found.interval.low, found.interval.high], r["alpha_listwise_feldt"])
        assert found.n == (~np.isnan(few_holes).any(axis=1)).sum()

    def test_listwise_agreement(self, few_holes, answers, r):
        found = stats.rwg_j(few_holes, answers.COMPID, missing="listwise").to_pandas()
        assert list(found.group.astype(float)) == r["group_ids_listwise"]
        assert list(found.n) == r["rwg_j_listwise_size"]
        near(found.rwg_j, r["rwg_j_listwise"])
        for about in ("mean", "median"):
            deviation = stats.average_deviation(few_holes, answers.COMPID, about=about, missing="listwise")
            near(deviation.to_pandas().average_deviation, r[f"ad_{about}_listwise"])

    def test_r_star(self, lead, answers, r):
        near(stats.r_star_wg_j(lead, answers.COMPID).to_pandas().r_star_wg_j, r["r_star_wg_j"])
        near(stats.rwg_j(lead, answers.COMPID).to_pandas().r_star_wg_j, r["r_star_wg_j"])

    def test_awg(self, lead, answers, r):
        near(stats.awg(lead[:, 0], answers.COMPID, (1, 5)).to_pandas().awg, r["awg_lead01"])
        near(stats.awg(lead, answers.COMPID, (1, 5)).to_pandas().awg, r["awg_all"])

    def test_skewed_null(self, answers, r):
        for null in ("slight_skew", 1.34):
            found = stats.rwg(answers.LEAD01, answers.COMPID, null=null).to_pandas()
            near(found.rwg, r["rwg_lead01_slight_skew"])
            near(found.null_variance, np.full(len(found), 1.34))

    def test_icc_with_gaps(self, holes, answers, r):
        found = stats.icc(holes[:, 0], answers.COMPID)
        near([found.icc1, found.icc2], r["icc_lead01_gaps"])
        assert found.n == (~np.isnan(holes[:, 0])).sum()

    def test_interpolated_median(self, lead, r):
        near([stats.interpolated_median(item).value for item in lead.T], r["interpolated_median"])

    def test_loadings_with_gaps(self, holes, r):
        near(stats.factor_loadings(holes).to_pandas().loading, r["minres_loadings_gaps"], 1e-4)

    def test_polychoric(self, lead, r):
        expected = np.reshape(r["polychoric_first_four"], (4, 4))
        for i in range(4):
            for j in range(i):
                near(stats.polychoric_correlation(lead[:, i], lead[:, j]).value, expected[i, j], 1e-4)
        mean = (expected.sum() - 4) / 12
        near(stats.ordinal_alpha(lead[:, :4]).value, 4 * mean / (1 + 3 * mean), 1e-4)


# Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", data C: observers × units.
N = np.nan
DATA_C = np.array(
    [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, N, N, N],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, N, 3],
        [N, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, N],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, N],
    ]
)


class TestPublished:
    @pytest.mark.parametrize(
        ("level", "alpha"), [("nominal", 0.743421), ("ordinal", 0.815388), ("interval", 0.849107), ("ratio", 0.797403)]
    )
    def test_krippendorff(self, level, alpha):
        found = stats.krippendorff_alpha(DATA_C.T, level=level)
        near(found.value, alpha, 1e-6)
        assert found.n == 40
        assert found.units == 11

    def test_van_der_eijk(self):
        # Van der Eijk (2001), p. 331, and the two parties of his table as tenths of per cents.
        near(stats.agreement_a_from_counts([30, 40, 210, 130, 530, 50, 10]).value, 0.6113333, 1e-7)
        near(stats.polarisation_from_counts([30, 40, 210, 130, 530, 50, 10]).value, (1 - 0.6113333) / 2, 1e-7)
        near(stats.agreement_a_from_counts([24, 28, 32, 62, 135, 304, 416]).value, 0.61, 0.005)
        near(stats.agreement_a_from_counts([16, 26, 82, 210, 293, 270, 103]).value, 0.48, 0.005)
        assert stats.agreement_a_from_counts([5, 0, 0, 0, 5]).value == -1
        assert stats.agreement_a_from_counts([4, 4, 4, 4]).value == 0
        assert stats.agreement_a_from_counts([0, 9, 0]).value == 1

    def test_consensus(self):
        # Value that the R package agrmt gives for the same distribution.
        near(stats.consensus_from_counts([30, 40, 210, 130, 530, 50, 10]).value, 0.7256876, 1e-7)
        assert stats.consensus_from_counts([5, 0, 0, 0, 5]).value == pytest.approx(0, abs=1e-15)
        assert stats.consensus_from_counts([0, 9, 0]).value == 1

    def test_cliffs_delta(self):
        # Hogarty & Kromrey (1999): variance terms .2669753, .447 and 1.0055556; interval as R's effsize records it.
        found = stats.cliffs_delta(
            [10, 10, 20, 20, 20, 30, 30, 30, 40, 50], [10, 20, 30, 40, 40, 50], critical_value="normal"
        )
        assert found.value == -0.25
        near(found.variance, (5 * 0.2669753 + 9 * 0.447 + 1.0055556) / 60, 1e-8)
        near([found.interval.low, found.interval.high], [-0.7125351, 0.3639999], 1e-7)

    def test_null_variances(self):
        # LeBreton & Senter (2008), table 2, five categories.
        table = {"uniform": 2.0, "slight_skew": 1.34, "moderate_skew": 0.90, "heavy_skew": 0.44}
        for null, variance in table.items():
            found = stats.rwg([1, 2, 3], ["a", "a", "a"], null=null).to_pandas()
            near(found.null_variance, [variance])
        found = stats.rwg([1, 2, 3], ["a", "a", "a"], categories=7, null="triangular").to_pandas()
        near(found.null_variance, [(7**2 + 2 * 7 - 3) / 24])  # James, Demaree & Wolf (1984)
