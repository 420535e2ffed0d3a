"""What users of networkx, igraph and pandas hand over."""

import networkx as nx
import numpy as np
import pandas as pd
import pytest

import houvast
from houvast import graph, graphs, stats


def weighted() -> nx.Graph:
    made = nx.Graph()
    made.add_weighted_edges_from([("a", "b", 2.0), ("b", "c", 0.5)])
    made.add_edge("c", "d")
    return made


def test_a_weight_is_kept_and_the_graph_says_so() -> None:
    g, names = graphs.from_networkx(weighted())
    assert g.weighted and "weighted" in repr(g)
    place = {name: i for i, name in enumerate(names)}
    assert [g.weight(place[a], place[b]) for a, b in ("ab", "bc", "cd")] == [2.0, 0.5, 1.0]
    assert not graphs.from_networkx(weighted(), weight=None)[0].weighted
    assert not graphs.from_networkx(nx.karate_club_graph(), weight="none")[0].weighted
    assert not graphs.from_networkx(nx.path_graph(3))[0].weighted


def test_parallel_ties_keep_their_weights() -> None:
    made = nx.MultiGraph([(0, 1, {"weight": 2}), (0, 1, {"weight": 3})])
    assert graphs.from_networkx(made, duplicates="sum")[0].weight(0, 1) == 5


def test_groups_from_attributes_of_nodes() -> None:
    karate = nx.karate_club_graph()
    g, _ = graphs.from_networkx(karate)
    clubs = graphs.node_attribute(karate, "club")
    by_list = graph.ei_index(g, clubs)
    assert by_list == graph.ei_index(g, nx.get_node_attributes(karate, "club"))
    assert by_list == graph.ei_index(g, pd.Series(nx.get_node_attributes(karate, "club")))
    assert by_list == graph.ei_index(g, pd.Series(clubs).sort_values())  # its index numbers the nodes
    assert by_list == graph.ei_index(g, pd.Categorical(clubs))
    assert graph.assortativity_nominal(g, clubs).value == pytest.approx(
        nx.attribute_assortativity_coefficient(karate, "club"), abs=1e-12
    )
    with pytest.raises(houvast.UnknownKeyError, match=r"HV-504.*club"):
        graphs.node_attribute(karate, "clubb")


def test_igraph_attributes() -> None:
    igraph = pytest.importorskip("igraph")
    made = igraph.Graph(n=3, edges=[(0, 1)], vertex_attrs={"kind": ["x", "y", "x"]})
    assert graphs.node_attribute(made, "kind") == ["x", "y", "x"]


def test_labelled_matrices_are_put_in_one_order() -> None:
    random = np.random.default_rng(1)
    names = list("abcdefgh")
    first = pd.DataFrame(random.integers(0, 5, (8, 8)), names, names)
    second = pd.DataFrame(random.integers(0, 5, (8, 8)), names, names)
    turned = list("hgfedcba")
    wanted = graph.qap_correlation(first.to_numpy(), second.to_numpy(), permutations=50)
    shuffled = second.loc[turned, turned]
    assert graph.qap_correlation(first, shuffled, permutations=50) == wanted
    assert graph.qap_correlation(first, second.loc[turned], permutations=50) == wanted  # rows apart from columns
    assert graph.qap_correlation(first.to_numpy(), shuffled.to_numpy(), permutations=50) != wanted
    assert graph.mrqap(first, {"x": shuffled}, permutations=50) == graph.mrqap(
        first.to_numpy(), {"x": second.to_numpy()}, permutations=50
    )
    with pytest.raises(houvast.UnknownKeyError, match="HV-504"):
        graph.qap_correlation(first, second.rename(index={"a": "z"}, columns={"a": "z"}))


ITEMS = pd.DataFrame({"q1": [1, 2, 4, 3, 5], "q2": [5, 4, 2, 3, 1], "q3": [1, 2, 5, 3, 4]})


def test_columns_are_reversed_by_name() -> None:
    by_place = stats.cronbach_alpha(ITEMS, reverse=[1], bounds=(1, 5))
    assert stats.cronbach_alpha(ITEMS, reverse=["q2"], bounds=(1, 5)) == by_place
    assert stats.cronbach_alpha(ITEMS, reverse="q2", bounds=(1, 5)) == by_place
    assert stats.cronbach_alpha(ITEMS, reverse=pd.Index(["q2"]), bounds=(1, 5)) == by_place
    import polars as pl

    assert stats.cronbach_alpha(pl.from_pandas(ITEMS), reverse=["q2"], bounds=(1, 5)) == by_place
    import pyarrow as pa

    assert stats.cronbach_alpha(pa.Table.from_pandas(ITEMS), reverse=["q2"], bounds=(1, 5)) == by_place
    with pytest.raises(houvast.UnknownKeyError, match=r"HV-504.*q2"):
        stats.cronbach_alpha(ITEMS, reverse=["Q2"], bounds=(1, 5))
    with pytest.raises(houvast.InvalidValueError, match="HV-302"):
        stats.cronbach_alpha(ITEMS.to_numpy(), reverse=["q2"], bounds=(1, 5))


def test_a_series_of_groups_follows_the_index_of_the_answers() -> None:
    people = ITEMS.set_axis(["p1", "p2", "p3", "p4", "p5"])
    groups = pd.Series(["x", "x", "y", "y", "y"], people.index)
    wanted = stats.rwg_j(people.to_numpy(), list(groups), categories=5)
    assert stats.rwg_j(people, groups, categories=5) == wanted
    assert stats.rwg_j(people, groups.iloc[::-1], categories=5) == wanted
    assert stats.rwg_j(people, groups.astype("category"), categories=5) == wanted
    assert stats.rwg_j(people, groups.reset_index(drop=True), categories=5) == wanted  # another index: in order
    import pyarrow as pa

    assert stats.rwg_j(people, pa.array(list(groups)).dictionary_encode(), categories=5) == wanted


def test_waves_as_numbers_and_several_attributes(region_study: houvast.Study) -> None:
    assert region_study.scores(wave=2024) == region_study.scores(wave="2024")
    assert region_study.network(wave=np.int64(2023)).wave == "2023"
    assert region_study.change(2023, 2024) == region_study.change("2023", "2024")
    both = region_study.scores(by=["perspective", "level"], wave=2024)
    frame = both.to_pandas()
    assert (frame["group"] == frame["perspective"] + " + " + frame["level"])[frame["group"] != ""].all()
    one = region_study.scores(by="perspective", wave=2024).to_pandas()
    assert frame["answered"].sum() == one["answered"].sum()
    policy = frame[(frame["group"] == "professional + beleid") & (frame["id"] == "E1.1")]["answered"].item()
    assert 0 < policy < one[(one["group"] == "professional") & (one["id"] == "E1.1")]["answered"].item()
    words = both.column("group").titles["professional + beleid"].en
    assert words == " + ".join(
        region_study.term_title(name, value, "en")
        for name, value in (("perspective", "professional"), ("level", "beleid"))
    )
    with pytest.raises(houvast.UnknownKeyError, match="HV-506"):
        region_study.scores(by=["perspective", "levl"])
    with pytest.raises(houvast.UnknownKeyError, match="HV-506"):
        region_study.release("team", by="perspective + level")
    with pytest.raises(houvast.UnknownKeyError, match="HV-505"):
        region_study.scores(wave=1999)
