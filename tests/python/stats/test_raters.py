"""Agreement of raters against pingouin, statsmodels and published numbers; drawn samples against R's survey."""

from pathlib import Path

import networkx as nx
import numpy as np
import pandas as pd
import pytest

import houvast
from houvast import graph, stats

# Shrout & Fleiss (1979), table 2: six targets, four judges; their table 4 gives 0.17, 0.29, 0.71, 0.44, 0.62, 0.91.
SHROUT_FLEISS = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]


def test_shrout_and_fleiss_themselves() -> None:
    forms = stats.icc_forms(SHROUT_FLEISS)
    assert list(forms["form"]) == ["ICC1", "ICC2", "ICC3", "ICC1k", "ICC2k", "ICC3k"]
    assert [round(value, 2) for value in forms["value"]] == [0.17, 0.29, 0.71, 0.44, 0.62, 0.91]


@pytest.mark.filterwarnings("ignore:The inplace keyword:Warning")
@pytest.mark.parametrize("seed", range(5))
def test_icc_forms_equal_pingouin(seed: int) -> None:
    pingouin = pytest.importorskip("pingouin")
    random = np.random.default_rng(seed)
    ratings = random.normal(size=(12, 1)) + random.normal(size=(12, 4)) + random.normal(size=4)
    long = pd.DataFrame(ratings).reset_index().melt(id_vars="index", var_name="rater", value_name="rating")
    peer = pingouin.intraclass_corr(long, targets="index", raters="rater", ratings="rating")
    forms = stats.icc_forms(ratings)
    np.testing.assert_allclose(forms["value"], peer["ICC"], atol=1e-9)
    np.testing.assert_allclose(forms["f"], peer["F"], rtol=1e-9)
    np.testing.assert_allclose(forms["p_value"], peer["pval"], atol=1e-9)
    low_high = np.array([*peer["CI95" if "CI95" in peer else "CI95%"]])
    np.testing.assert_allclose(np.column_stack([forms["low"], forms["high"]]), low_high, atol=5.1e-3)  # it rounds


def test_icc_forms_without_all_ratings_or_variance() -> None:
    ragged = np.array([[np.nan, 1, 2, 3], *SHROUT_FLEISS], float)
    assert list(stats.icc_forms(ragged)["value"]) == list(stats.icc_forms(SHROUT_FLEISS)["value"])
    assert stats.icc_forms([[1, 1], [1, 1]])[0]["reason"] == "the answers have no variance"
    assert np.isnan(stats.icc_forms([[1, 2]])["value"]).all()
    assert stats.icc_forms(pd.DataFrame(SHROUT_FLEISS)) == stats.icc_forms(SHROUT_FLEISS)


@pytest.mark.parametrize("weights", ["none", "linear", "quadratic"])
def test_cohen_kappa_equals_statsmodels(weights: str) -> None:
    raters = pytest.importorskip("statsmodels.stats.inter_rater")
    random = np.random.default_rng(3)
    first = random.integers(1, 6, 80)
    second = np.where(random.random(80) < 0.6, first, random.integers(1, 6, 80))
    table, _ = raters.to_table(np.column_stack([first, second]))
    peer = raters.cohens_kappa(table, wt=None if weights == "none" else weights)
    ours = stats.cohen_kappa(first, second, weights)
    assert ours.value == pytest.approx(peer.kappa, abs=1e-9)
    assert ours.details["se"] == pytest.approx(peer.std_kappa, abs=1e-9)
    _, (low, high) = ours
    assert (low, high) == pytest.approx((peer.kappa_low, peer.kappa_upp), abs=1e-9)
    assert ours.p_value == pytest.approx(peer.pvalue_two_sided, abs=1e-9)


def test_cohen_kappa_takes_labels_as_people_have_them() -> None:
    first, second = ["yes", "no", "no", "yes", None, "no"], ["yes", "no", "yes", "yes", "no", "no"]
    wanted = stats.cohen_kappa(first, second)
    assert wanted.n == 5
    assert stats.cohen_kappa(pd.Categorical(first), pd.Series(second)) == wanted
    assert stats.cohen_kappa([10, 9, 2], [9, 9, 2], "linear") == stats.cohen_kappa([3, 2, 1], [2, 2, 1], "linear")
    assert stats.cohen_kappa(["a", "a"], ["a", "a"]).reason == "all ratings are the same"
    with pytest.raises(houvast.InvalidValueError, match="HV-303"):
        stats.cohen_kappa(first, second, "cubic")
    with pytest.raises(houvast.InvalidValueError, match="HV-301"):
        stats.cohen_kappa(first, second[:-1])


def test_fleiss_kappa_equals_statsmodels() -> None:
    raters = pytest.importorskip("statsmodels.stats.inter_rater")
    random = np.random.default_rng(5)
    truth = random.integers(0, 4, 60)
    ratings = np.where(random.random((60, 5)) < 0.5, truth[:, None], random.integers(0, 4, (60, 5)))
    table, _ = raters.aggregate_raters(ratings)
    ours = stats.fleiss_kappa(ratings)
    assert ours.value == pytest.approx(raters.fleiss_kappa(table), abs=1e-9)
    assert stats.fleiss_kappa(pd.DataFrame(ratings).astype("string")) == ours
    # Fleiss (1971), table 1: ten targets, fourteen raters, five categories; kappa 0.210 (his worked example).
    counts = [
        [0, 0, 0, 0, 14],
        [0, 2, 6, 4, 2],
        [0, 0, 3, 5, 6],
        [0, 3, 9, 2, 0],
        [2, 2, 8, 1, 1],
        [7, 7, 0, 0, 0],
        [3, 2, 6, 3, 0],
        [2, 5, 3, 2, 2],
        [6, 5, 2, 1, 0],
        [0, 2, 2, 3, 7],
    ]
    example = [np.repeat(range(5), row) for row in counts]
    assert round(stats.fleiss_kappa(example).value, 3) == 0.210


# R 4.2.2, survey 4.1.1, on tests/data/scoring/survey_design.csv (SOURCE.md): mean, se, degf, confint(df = degf).
R_SURVEY = {
    "weights": (3.21137982284648, 0.0892191019651406, 199, 3.03544363085405, 3.3873160148389),
    "clusters": (3.21137982284648, 0.0706456849484863, 7, 3.0443293229469, 3.37843032274605),
    "strata": (3.21137982284648, 0.0799468248811145, 34, 3.04890832694445, 3.37385131874851),
    "population": (3.21137982284648, 0.0637481290175159, 34, 3.08182803767135, 3.3409316080216),
    "domain": (3.13950494186935, 0.120158641486179, 34, 2.89531320246199, 3.38369668127671),
}


@pytest.fixture(scope="module")
def sample(root: Path) -> pd.DataFrame:
    return pd.read_csv(root / "tests" / "data" / "scoring" / "survey_design.csv")


@pytest.mark.parametrize("design", R_SURVEY)
def test_survey_means_equal_r(sample: pd.DataFrame, design: str) -> None:
    options = {}
    if design != "weights":
        options["clusters"] = sample["c"]
    if design in ("strata", "population", "domain"):
        options["strata"] = sample["s"]
        options["clusters"] = sample["s"].astype(str) + "/" + sample["c"].astype(str)
    if design == "population":
        options["population"] = sample["N"]
    if design == "domain":
        options["domain"] = sample["g"] == "a"
    found = stats.survey_mean(sample["y"], sample["w"], **options)
    value, (low, high) = found
    given = (value, found.details["se"], found.details["df"], low, high)
    np.testing.assert_allclose(given, R_SURVEY[design], rtol=1e-9)


def test_survey_means_at_the_edge() -> None:
    assert stats.survey_mean([1, 2, 4.0]).value == pytest.approx(7 / 3)
    plain = stats.survey_mean([1, 2, 4.0])
    assert plain.details["se"] == pytest.approx(np.std([1, 2, 4], ddof=1) / np.sqrt(3))
    alone = stats.survey_mean([1, 2, 3.0], strata=["a", "a", "b"])
    assert alone.value == 2 and alone.interval is None and alone.details["strata_of_one"] == 1
    assert not stats.survey_mean([np.nan]).defined
    assert stats.survey_mean([True, False, True]).value == pytest.approx(2 / 3)
    for wrong in (
        {"weights": [1, -1, 1]},
        {"weights": [1, np.nan, 1]},
        {"clusters": ["a", None, "b"]},
        {"population": [1, 1, 1]},
        {"domain": [7]},
    ):
        with pytest.raises(houvast.InvalidValueError, match="HV-302"):
            stats.survey_mean([1, 2, 3.0], **wrong)


@pytest.mark.parametrize("directed", [False, True])
def test_weighted_betweenness_and_closeness_equal_networkx(directed: bool) -> None:
    for seed in range(6):
        made = nx.gnp_random_graph(25, 0.15, seed=seed, directed=directed)
        random = np.random.default_rng(seed)
        for _, _, data in made.edges(data=True):
            data["weight"] = float(random.integers(1, 4)) if seed % 2 else float(random.random() + 0.1)
        g, _ = houvast.graphs.from_networkx(made)
        for normalized in (False, True):
            peer = nx.betweenness_centrality(made, normalized=normalized, weight="weight")
            ours = graph.betweenness(g, normalized, weights="distance")
            np.testing.assert_allclose(ours, list(peer.values()), atol=1e-9)
        peer = nx.closeness_centrality(made, distance="weight")  # networkx looks at ways towards the node
        np.testing.assert_allclose(graph.closeness(g, mode="in", weights="distance"), list(peer.values()), atol=1e-9)
        assert (graph.betweenness(g, threads=3, weights="distance") == graph.betweenness(g, weights="distance")).all()
    even = houvast.Graph(4, [0, 1, 2], [1, 2, 3], weights=[1, 1, 1])
    assert (graph.betweenness(even, weights="distance") == graph.betweenness(even)).all()
    with pytest.raises(houvast.InvalidValueError, match="HV-302"):
        graph.betweenness(houvast.Graph(2, [0], [1], weights=[0.0]), weights="distance")
    with pytest.raises(houvast.InvalidValueError, match="HV-303"):
        graph.closeness(even, weights="strength")


def test_triads_of_nodes_equal_networkx_on_every_three() -> None:
    for seed in range(4):
        made = nx.gnp_random_graph(11, 0.25, seed=seed, directed=True)
        g, _ = houvast.graphs.from_networkx(made)
        table = graph.node_triad_census(g).to_pandas().set_index("node")
        for node in made:
            wanted = dict.fromkeys(table.columns, 0)
            for a in made:
                for b in made:
                    if len({node, a, b}) == 3 and a < b:
                        wanted[nx.triad_type(nx.DiGraph(made.subgraph([node, a, b])))] += 1
            assert table.loc[node].to_dict() == wanted
        whole = graph.triad_census(g)
        assert [3 * count for count in whole["count"]] == list(table.sum())
