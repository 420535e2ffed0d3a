"""One test per scoring trap that concerns arrays: the wrong number that tools are known to give would fail here."""

import numpy as np
import pytest

import houvast
from houvast import stats

NAN = np.nan


def column(table, name):
    return table.to_pandas()[name]


class TestTrap2ReverseByDeclaredBounds:
    """Reversing by the observed minimum and maximum: on 1 to 5 where nobody chose 1, 3.33 instead of 2.83."""

    items = np.array([[2, 3], [3, 2], [5, 4]], float)  # nobody chose 1

    def test_scores(self):
        scores = column(stats.scale_scores(self.items, reverse=[0], bounds=(1, 5)), "score")
        assert scores.mean() == pytest.approx(2.8333333333)
        by_observed_range = ((2 + 5 - self.items[:, 0]) + self.items[:, 1]) / 2
        assert by_observed_range.mean() == pytest.approx(3.3333333333)  # the wrong number

    def test_item_means(self):
        means = column(stats.item_statistics(self.items, reverse=[0], bounds=(1, 5)), "mean")
        assert means[0] == pytest.approx(6 - 10 / 3)

    @pytest.mark.parametrize(
        "function", [stats.cronbach_alpha, stats.scale_scores, stats.omega_total, stats.item_statistics]
    )
    def test_bounds_are_needed(self, function):
        with pytest.raises(houvast.Error, match="HV-302") as error:
            function(self.items, reverse=[0])
        assert error.value.code == "HV-302"

    def test_reverse_code(self):
        np.testing.assert_array_equal(stats.reverse_code([2, NAN, 5], (1, 5)), [4, NAN, 1])


class TestTrap3NoSilentImputation:
    """Filling in the item median, and scoring someone who answered one item."""

    items = np.array([[1, 1, 1, 1], [5, 5, 5, NAN], [2, NAN, NAN, NAN], [3, 2, 3, 2], [4, 4, 5, 4]], float)

    def test_one_answer_is_no_score(self):
        table = stats.scale_scores(self.items).to_pandas()
        assert table.score[1] == 5  # the mean of what was answered, not dragged to a median
        assert np.isnan(table.score[2])  # one of four: no score; row means would say 2
        assert list(table.answered) == [4, 3, 1, 4, 4]

    def test_alpha_does_not_fill_in(self):
        filled = np.where(np.isnan(self.items), np.nanmedian(self.items, axis=0), self.items)
        assert stats.cronbach_alpha(self.items).value != pytest.approx(stats.cronbach_alpha(filled).value, abs=1e-3)
        complete = self.items[~np.isnan(self.items).any(axis=1)]
        listwise = stats.cronbach_alpha(self.items, missing="listwise")
        assert listwise.value == stats.cronbach_alpha(complete).value
        assert listwise.n == 3


class TestTrap4WholeNumberThreshold:
    """2 of 3 taken for at least 75 %."""

    def test_two_of_three(self):
        items = [[4, 4, NAN], [4, 4, 4]]
        assert column(stats.scale_scores(items, minimum=(3, 4)), "score").isna().tolist() == [True, False]
        assert column(stats.scale_scores(items, minimum=(2, 3)), "score").isna().tolist() == [False, False]

    def test_exact_share_passes(self):
        # 0.7 × 10 is 7.000000000000001 in binary: 7 of 10 must pass all the same.
        row = [[4.0] * 7 + [NAN] * 3]
        assert column(stats.scale_scores(row, minimum=(7, 10)), "score")[0] == 4


class TestTrap5ConsensusAndPolarisation:
    """A mean of 3 by consensus and by polarisation must look different."""

    together, divided = [3] * 10, [1] * 5 + [5] * 5

    def test_mean_hides_it(self):
        assert stats.mean(self.together).value == stats.mean(self.divided).value == 3

    @pytest.mark.parametrize(
        ("function", "agree", "split"),
        [(stats.consensus, 1, 0), (stats.agreement_a, 1, -1), (stats.polarisation, 0, 1)],
    )
    def test_others_show_it(self, function, agree, split):
        assert function(self.together, (1, 5)).value == pytest.approx(agree, abs=1e-15)
        assert function(self.divided, (1, 5)).value == pytest.approx(split, abs=1e-15)

    def test_distribution_shows_it(self):
        assert list(column(stats.distribution(self.together, (1, 5)), "count")) == [0, 0, 10, 0, 0]
        assert list(column(stats.distribution(self.divided, (1, 5)), "count")) == [5, 0, 0, 0, 5]

    def test_no_category_between(self):
        middle = stats.ordinal_median(self.divided)
        assert (middle.value, middle.low, middle.high) == (1, 1, 5)  # not 3, which nobody chose


class TestTrap6GrowsWithItems:
    """rwg(j) grows with the number of items, r*wg(j) does not; both are shown, by name."""

    item = (2, 2, 3, 3, 4, 5)
    groups = ("a",) * 6

    def test_both_side_by_side(self):
        found = {}
        for j in (1, 3, 11):
            table = stats.rwg_j(np.tile(np.array(self.item, float)[:, None], j), self.groups).to_pandas()
            found[j] = (table.rwg_j[0], table.r_star_wg_j[0])
        assert found[1][0] == pytest.approx(stats.rwg(self.item, self.groups).to_pandas().rwg[0])
        assert found[1][0] < found[3][0] < found[11][0]
        assert found[1][1] == pytest.approx(found[3][1]) == pytest.approx(found[11][1])
        single = found[1][1]
        assert found[11][0] == pytest.approx(11 * single / (11 * single + 1 - single))


class TestTrap7NoHolesBetweenBands:
    """Bands such as 2.0-2.9 and 3.0-3.9 lose 2.95."""

    def test_every_value_has_a_band(self):
        values = [1, 1.99, 2, 2.9, 2.95, 3 - 1e-12, 3, 3.95, 4, NAN]
        bands = column(stats.bands(values, [1, 2, 3, 4]), "band").astype(float)
        np.testing.assert_array_equal(bands, [0, 0, 1, 1, 1, 1, 2, 2, 2, NAN])

    def test_outside_is_refused(self):
        with pytest.raises(houvast.Error, match="HV-302"):
            stats.bands([0.99], [1, 2, 3, 4])


class TestTrap8Direction:
    """On some scales 1 says most."""

    answers = (1, 1, 1, 2, 5)

    def test_top_box_follows_the_direction(self):
        assert stats.top_box(self.answers, (1, 5)).value == 0.2
        assert stats.top_box(self.answers, (1, 5), direction="descending").value == 0.6
        assert stats.bottom_box(self.answers, (1, 5), direction="descending").value == 0.2
        assert stats.top_box(self.answers, (1, 5), boxes=2, direction="descending").value == 0.8

    def test_change_follows_the_direction(self):
        before, after = [2, 4, 3, 3], [5, 1, 3, NAN]
        better = stats.reliable_change_index(before, after, reliability=0.9)
        assert better.to_pandas().outcome.tolist()[:3] == ["better", "worse", "same"]
        turned = stats.reliable_change_index(before, after, reliability=0.9, higher_is_better=False)
        assert turned.to_pandas().outcome.tolist()[:3] == ["worse", "better", "same"]
        assert turned.to_pandas().outcome.isna().tolist() == [False, False, False, True]


class TestTrap10OneLargeOrganisation:
    """Fifty respondents of one organisation are not fifty independent voices."""

    def test_effective_number(self):
        values = [1] * 50 + [2, 4, 3, 5, 5, 4, 3, 2]
        groups = ["large"] * 50 + ["a", "a", "b", "b", "c", "c", "d", "d"]
        found = stats.design_effect(values, groups)
        assert found.weighted_group_size == pytest.approx((50**2 + 4 * 2**2) / 58)
        icc1 = stats.icc(values, groups).icc1
        assert found.effective_n < 58 / (1 + (58 / 5 - 1) * icc1) < 58  # the plain mean size would flatter
        assert found.value == pytest.approx(1 + (found.weighted_group_size - 1) * icc1)
