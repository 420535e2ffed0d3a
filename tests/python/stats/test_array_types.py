"""Whatever array holds them: numbers are numbers, labels are labels, and what is missing is missing."""

import decimal

import networkx as nx
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import houvast
from houvast import graph, stats

ANSWERS = [4.0, None, 2.0, 5.0, 1.0]
PLAIN = [4.0, np.nan, 2.0, 5.0, 1.0]
NUMBERS = {
    "list with None": ANSWERS,
    "list with NA": [4, pd.NA, 2, 5, 1],
    "list with a decimal": [decimal.Decimal(4), None, 2, 5.0, np.int8(1)],
    "float64": np.array(PLAIN),
    "float32": np.array(PLAIN, dtype=np.float32),
    "float16": np.array(PLAIN, dtype=np.float16),
    "object": np.array(ANSWERS, dtype=object),
    "masked floats": np.ma.array([4, 9, 2, 5, 1.0], mask=[0, 1, 0, 0, 0]),
    "masked integers": np.ma.array([4, 9, 2, 5, 1], mask=[0, 1, 0, 0, 0]),
    "strided": np.array([[value, 0] for value in PLAIN])[:, 0],
    "Series": pd.Series(ANSWERS),
    "Series Int64": pd.Series(ANSWERS, dtype="Int64"),
    "Series Float32": pd.Series(ANSWERS, dtype="Float32"),
    "Series of Arrow": pd.Series(ANSWERS, dtype="double[pyarrow]"),
    "Series of categories": pd.Series(pd.Categorical(ANSWERS)),
    "extension array": pd.array(ANSWERS, dtype="Int64"),
    "Index": pd.Index(ANSWERS),
    "polars": pl.Series(ANSWERS),
    "polars integers": pl.Series([4, None, 2, 5, 1]),
    "Arrow": pa.array(ANSWERS),
    "Arrow chunks": pa.chunked_array([[4, None], [2, 5, 1]]),
    "Arrow slice": pa.array([0.0, *ANSWERS, 0.0])[1:6],
}


@pytest.mark.parametrize("kind", NUMBERS)
def test_missing_answers(kind):
    assert stats.mean(NUMBERS[kind]).value == 3.0
    assert stats.mean(NUMBERS[kind]).n == 4
    assert stats.consensus(NUMBERS[kind], (1, 5)).value == stats.consensus(PLAIN, (1, 5)).value


@pytest.mark.parametrize("kind", ["masked floats", "Series Int64", "polars", "Arrow", "list with NA"])
def test_a_tie_needs_a_weight(kind):
    with pytest.raises(houvast.Error):
        houvast.Graph(6, [0, 1, 2, 3, 4], [1, 2, 3, 4, 5], weights=NUMBERS[kind])


def test_texts_are_no_numbers():
    for wrong in (["a", "b"], np.array(["1", "2"]), ["1", None], pd.Series(["a"]), [1, "2"]):
        with pytest.raises((TypeError, ValueError)):
            stats.mean(wrong)


def test_tables_of_answers():
    rows = np.array([[1, 2, 3], [2, np.nan, 1], [4, 5, 5], [3, 3, np.nan], [5, 4, 4]])
    expected = stats.cronbach_alpha(rows).value
    columns = {name: [None if np.isnan(x) else int(x) for x in rows[:, i]] for i, name in enumerate("abc")}
    for table in (
        pd.DataFrame(columns),
        pd.DataFrame(columns, dtype="Int64"),
        pl.DataFrame(columns),
        np.ma.masked_invalid(rows),
        [list(row) for row in zip(*columns.values(), strict=True)],
    ):
        assert stats.cronbach_alpha(table).value == expected


LABELS = ["a", "a", "b", "b", None, None]
GROUPS = {
    "list": LABELS,
    "tuple": tuple(LABELS),
    "NA": ["a", "a", "b", "b", pd.NA, pd.NaT],
    "NaN": ["a", "a", "b", "b", float("nan"), np.float32("nan")],
    "object": np.array(LABELS, dtype=object),
    "float64": np.array([1, 1, 2, 2, np.nan, np.nan]),
    "float32": np.array([1, 1, 2, 2, np.nan, np.nan], dtype=np.float32),
    "dates": np.array(["2020-01-01"] * 2 + ["2021-01-01"] * 2 + ["NaT"] * 2, dtype="datetime64[D]"),
    "masked": np.ma.array([1, 1, 2, 2, 9, 9], mask=[0, 0, 0, 0, 1, 1]),
    "masked texts": np.ma.array(list("aabbzz"), mask=[0, 0, 0, 0, 1, 1]),
    "Series": pd.Series(LABELS),
    "Series with another index": pd.Series(LABELS, index=[9, 8, 7, 6, 5, 4]),
    "Int64": pd.Series([1, 1, 2, 2, None, None], dtype="Int64"),
    "string": pd.Series(LABELS, dtype="string"),
    "boolean": pd.Series([True, True, False, False, None, None], dtype="boolean"),
    "category": pd.Series(LABELS, dtype="category"),
    "Timestamp": pd.Series(pd.to_datetime(["2020-01-01"] * 2 + ["2021-01-01"] * 2 + [None] * 2)),
    "pd.array": pd.array([1, 1, 2, 2, None, None], dtype="Int64"),
    "pd.Categorical": pd.Categorical(LABELS),
    "Series of Arrow": pd.Series(LABELS, dtype=pd.ArrowDtype(pa.string())),
    "polars": pl.Series(LABELS),
    "polars categories": pl.Series(LABELS, dtype=pl.Categorical),
    "Arrow": pa.array(LABELS),
    "Arrow dictionary": pa.array(LABELS).dictionary_encode(),
    "Arrow chunks": pa.chunked_array([["a", "a"], ["b", "b", None, None]]),
}
PATH = houvast.Graph(6, [0, 1, 2, 3, 4], [1, 2, 3, 4, 5])


@pytest.mark.parametrize("kind", GROUPS)
def test_missing_labels_are_no_group(kind):
    labels = GROUPS[kind]
    assert graph.ei_index(PATH, labels, permutations=0).value == pytest.approx(-1 / 3)  # 2 inside, 1 between
    assert len(graph.group_density(PATH, labels).to_dicts()) == 3
    assert len(graph.knockout(PATH, groups=labels).to_dicts()) == 2
    table = stats.rwg([1, 2, 3, 3, 5, 1], labels).to_dicts()
    assert [row["n"] for row in table] == [2, 2]
    assert stats.icc([1, 2, 4, 5, 9, 9], labels).value == pytest.approx(stats.icc([1, 2, 4, 5], list("aabb")).value)


def test_groups_by_node():
    club = nx.karate_club_graph()
    sources, targets = map(list, zip(*club.edges(), strict=True))
    ours = houvast.Graph(34, sources, targets)
    by_node = nx.get_node_attributes(club, "club")
    assert graph.ei_index(ours, by_node, permutations=0).value == pytest.approx((11 - 67) / 78)  # counted by networkx
    shuffled = dict(sorted(by_node.items(), key=lambda pair: -pair[0]))
    assert graph.ei_index(ours, shuffled, permutations=0).value == pytest.approx((11 - 67) / 78)
    some = {node: group for node, group in by_node.items() if node < 20}
    as_list = [by_node[node] if node < 20 else None for node in range(34)]
    assert graph.ei_index(ours, some, permutations=0).value == graph.ei_index(ours, as_list, permutations=0).value
    numpy_keys = {np.int64(node): group for node, group in by_node.items()}
    assert graph.modularity(ours, numpy_keys).value == graph.modularity(ours, list(by_node.values())).value


@pytest.mark.parametrize(
    "labels", [{"Jan": 1, "Piet": 2}, {0: "a", 6: "b"}, {-1: "a"}, {0.5: "a"}, {True: "a"}, set("ab")]
)
def test_ambiguous_groups_of_nodes_are_refused(labels):
    with pytest.raises(houvast.InvalidValueError) as caught:
        graph.ei_index(PATH, labels, permutations=0)
    assert caught.value.code == "HV-302" and caught.value.subject == "groups"


@pytest.mark.parametrize(
    "labels", [{0: "a", 1: "b", 2: "c"}, set("abc"), np.array([["a"], ["b"], ["c"]]), pd.DataFrame({"a": [1, 2, 3]})]
)
def test_groups_of_answers_are_a_sequence(labels):
    with pytest.raises(houvast.InvalidValueError) as caught:
        stats.rwg([1, 2, 3], labels)
    assert caught.value.code in ("HV-301", "HV-302")


class TestMasks:
    rng = np.random.default_rng(0)
    trait = rng.normal(size=300)
    items = np.clip(np.round(3 + trait[:, None] + rng.normal(size=(300, 4))), 1, 5)
    items[:, 0] = 6 - items[:, 0]

    @pytest.mark.parametrize(
        "mask",
        [
            [True, False, False, False],
            np.array([1, 0, 0, 0], dtype=bool),
            pd.Series([True, False, False, False]),
            pd.array([True, False, False, False], dtype="boolean"),
            pl.Series([True, False, False, False]),
            pa.array([True, False, False, False]),
            {0},
            [np.int64(0)],
            np.array([0], dtype=np.uint8),
            pd.array([0], dtype="Int64"),
        ],
    )
    def test_reverse(self, mask):
        for function in (stats.cronbach_alpha, stats.omega_total, stats.standardized_alpha):
            by_index = function(self.items, reverse=[0], bounds=(1, 5)).value
            assert function(self.items, reverse=mask, bounds=(1, 5)).value == by_index
        scores = stats.scale_scores(self.items, reverse=mask, bounds=(1, 5)).to_pandas()
        pd.testing.assert_frame_equal(scores, stats.scale_scores(self.items, reverse=[0], bounds=(1, 5)).to_pandas())

    @pytest.mark.parametrize(
        ("wrong", "code"),
        [
            ([True, False], "HV-301"),
            ([True] * 5, "HV-301"),
            ([0.5], "HV-302"),
            ([True, 2], "HV-302"),
            ([True, None, False, False], "HV-302"),
            (np.ma.array([0, 1], mask=[0, 1]), "HV-302"),
            ("0", "HV-302"),
            ({0: True}, "HV-302"),
            (0, "HV-302"),
            ([[0]], "HV-301"),
        ],
    )
    def test_what_is_neither_is_refused(self, wrong, code):
        with pytest.raises(houvast.InvalidValueError) as caught:
            stats.cronbach_alpha(self.items, reverse=wrong, bounds=(1, 5))
        assert (caught.value.code, caught.value.subject) == (code, "reverse")

    def test_nodes(self):
        mask = np.array([False, True, False, True, False, False])
        assert PATH.without(mask).nodes == PATH.without([1, 3]).nodes == 4
        np.testing.assert_array_equal(graph.distances(PATH, mask), graph.distances(PATH, [1, 3]))
        assert graph.cut_off(PATH, mask) == graph.cut_off(PATH, [1, 3])
        assert graph.knockout(PATH, [mask]).to_dicts() == graph.knockout(PATH, [[1, 3]]).to_dicts()
        for wrong in (mask[:4], [True]):
            with pytest.raises(houvast.InvalidValueError, match="HV-301"):
                PATH.without(wrong)

    @pytest.mark.parametrize(
        "ends",
        [
            np.ma.array([0, 4], mask=[0, 1]),
            [0, None],
            [0, pd.NA],
            pd.array([0, None], dtype="Int64"),
            [True, False],
            np.array([0.0, 1.5]),
        ],
    )
    def test_ends_of_ties_are_nodes(self, ends):
        with pytest.raises(houvast.InvalidValueError) as caught:
            houvast.Graph(5, ends, [1, 2])
        assert (caught.value.code, caught.value.subject) == ("HV-302", "sources")

    def test_masked_without_a_masked_entry_is_an_array(self):
        ends = np.ma.array([0, 4], mask=[0, 0])
        assert houvast.Graph(5, ends, [1, 2], weights=np.ma.array([1.0, 2.0])).ties == 2


class TestCounts:
    def test_shares_and_percentages(self):
        """Source: R agrmt 1.42, vignette: PvdA 0.61 and D66 0.48 from percentages."""
        labour, liberal = [2.4, 2.8, 3.2, 6.2, 13.5, 30.4, 41.6], [1.6, 2.6, 8.2, 21, 29.3, 27, 10.3]
        assert stats.agreement_a_from_counts(labour).value == pytest.approx(0.61, abs=0.005)
        assert stats.agreement_a_from_counts(pd.Series(liberal)).value == pytest.approx(0.48, abs=0.005)
        shares = stats.consensus_from_counts([0.2, 0.3, 0.5]).value
        x = np.arange(3)
        p = np.array([0.2, 0.3, 0.5])
        assert shares == pytest.approx(1 + (p * np.log2(1 - abs(x - (p * x).sum()) / 2)).sum())  # the formula itself
        assert stats.polarisation_from_counts([0.5, 0, 0.5]).value == 1

    @pytest.mark.parametrize("wrong", [[1, -1, 2], [1, np.nan, 2], [1, np.inf, 2], [1, None, 2]])
    def test_what_is_no_weight_is_refused(self, wrong):
        with pytest.raises(houvast.InvalidValueError, match="HV-302"):
            stats.consensus_from_counts(wrong)

    def test_a_histogram_has_whole_counts(self):
        whole = stats.bootstrap_mean_from_histogram([1, 2, 3], [2, 3, 4], seed=1)
        assert (
            stats.bootstrap_mean_from_histogram([1, 2, 3], [2.0, 3.0, 4.0], seed=1).interval.low == whole.interval.low
        )
        for wrong in ([0.2, 0.3, 0.5], [1, None, 2]):
            with pytest.raises(houvast.InvalidValueError, match="HV-302"):
                stats.bootstrap_mean_from_histogram([1, 2, 3], wrong)
        with pytest.raises(houvast.InvalidValueError, match="HV-302"):
            stats.bootstrap_mean_from_indices([1, 2], [[0.5, 1]])


def test_numpy_scalars_are_numbers():
    items = [[1, 2, 3], [2, 3, 3], [4, 5, 5], [3, 3, 4]]
    bounds = (np.int64(1), np.float32(5))
    one = stats.cronbach_alpha(items, reverse=[np.int8(0)], bounds=bounds, level=np.float64(0.9))
    assert one.value == stats.cronbach_alpha(items, reverse=[0], bounds=(1, 5), level=0.9).value
    assert stats.wilson_interval(np.int64(3), np.uint8(9)).value == pytest.approx(1 / 3)
    assert stats.top_box([1, 5], bounds, boxes=np.int64(1)).value == 0.5
    ours = houvast.Graph(np.int64(3), [np.int64(0)], [np.uint8(2)], directed=np.bool_(True))
    assert ours.directed and ours.has_tie(np.int64(0), np.int16(2))
    assert graph.distances(ours, np.int64(0)).tolist() == [0, np.inf, 1]
