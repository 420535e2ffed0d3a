"""Groups, dyads, ego networks, permutation tests and communities against networkx, numpy and R."""

import json
import math
from pathlib import Path

import networkx as nx
import numpy as np
import pandas as pd
import pytest

import houvast
from houvast import graph

DATA = Path(__file__).parents[2] / "data" / "networks"
ROLES = ["coordinator", "consultant", "representative", "gatekeeper", "liaison", "total"]
NEAR = 1e-9


def read(name):
    return json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))


def to_houvast(network, weight=None):
    """A networkx graph with nodes 0..n-1, self-ties included."""
    edges = list(network.edges())
    weights = [network.edges[edge][weight] for edge in edges] if weight else None
    return houvast.Graph(
        network.number_of_nodes(),
        [source for source, _ in edges],
        [target for _, target in edges],
        directed=network.is_directed(),
        weights=weights,
    )


def measured(name, attribute=None):
    data = read(name)
    edges = data["edges"]
    network = houvast.Graph(
        len(data["nodes"]),
        [edge["source"] for edge in edges],
        [edge["target"] for edge in edges],
        directed=data["directed"],
    )
    return network, [node[attribute] for node in data["nodes"]] if attribute else None


def matrix(name, attribute=None):
    data = read(name)
    cells = np.zeros((len(data["nodes"]),) * 2)
    for edge in data["edges"]:
        value = edge[attribute] if attribute else 1
        cells[edge["source"], edge["target"]] = cells[edge["target"], edge["source"]] = value
    return cells


def numbers(table, columns):
    return table.to_pandas()[columns].astype(float).to_numpy()


def networks():
    florentine = nx.convert_node_labels_to_integers(nx.florentine_families_graph())
    davis = nx.convert_node_labels_to_integers(nx.davis_southern_women_graph())
    karate = nx.Graph()
    karate.add_nodes_from(range(34))
    karate.add_edges_from(nx.karate_club_graph().edges())  # without the weights
    return {"karate": karate, "florentine": florentine, "davis": davis, "kite": nx.krackhardt_kite_graph()}


def random_networks(count, directed, seed, loops=False):
    random = np.random.default_rng(seed)
    for _ in range(count):
        n = int(random.integers(1, 9))
        cells = random.random((n, n)) < random.random()
        if not loops:
            np.fill_diagonal(cells, False)
        kind = nx.DiGraph if directed else nx.Graph
        network = nx.from_numpy_array(cells.astype(int) if directed else np.triu(cells).astype(int), create_using=kind)
        yield network, random


def peer(function, network, **options):
    """A measure of networkx node by node: its way for all nodes at once gives other effective sizes."""
    nodes = list(network)
    values = function(network, nodes=nodes, **options)
    return np.array([values[node] for node in nodes])


def same(ours, theirs):
    theirs = np.asarray(theirs, dtype=float)
    np.testing.assert_array_equal(np.isnan(ours), np.isnan(theirs))
    np.testing.assert_allclose(ours, theirs, rtol=0, atol=NEAR)


# Measured networks against R -----------------------------------------------------------------------------------------

CASES = [
    ("tc_indiana_TCcoll", "agency_cat", "tc_indiana_TCcoll_by_agency_cat"),
    ("dhhs_collaboration", "agency", "dhhs_by_agency"),
    ("emon_texas", "Sponsorship", "emon_texas_by_sponsorship"),
]


@pytest.mark.parametrize(("name", "attribute", "key"), CASES)
def test_measured_networks_match_the_reference(name, attribute, key):
    expected = read("reference_values")[key]
    network, groups = measured(name, attribute)
    assert (network.nodes, network.ties) == (expected["n"], expected["m"])
    ei = graph.ei_index(network, groups, permutations=0)
    assert ei.value == pytest.approx(expected["ei_index"], abs=NEAR)
    assert ei.p_value is None
    np.testing.assert_array_equal(numbers(graph.brokerage(network, groups), ROLES), expected["brokerage_raw"])
    if "constraint" in expected:
        same(graph.constraint(network), expected["constraint"])
        assert ei.details["external"] == expected["external"]
        assert ei.details["internal"] == expected["internal"]
        nominal = graph.assortativity_nominal(network, groups).value
        assert nominal == pytest.approx(expected["assortativity_nominal"], abs=NEAR)
        assert graph.assortativity(network, groups).value == nominal
    if "reciprocity_edgewise" in expected:
        for definition in ("edgewise", "dyadic_nonnull"):
            found = graph.reciprocity(network, definition).value
            assert found == pytest.approx(expected[f"reciprocity_{definition}"], abs=NEAR)
    if "triad_census" in expected:
        triads = graph.triad_census(network).to_pandas()
        assert list(triads["type"]) == expected["triad_census_columns"]
        assert list(triads["count"]) == expected["triad_census"]
        assert list(graph.dyad_census(network).to_pandas()["count"]) == expected["dyad_census"]
        value = graph.krackhardt(network)
        for measure, number in expected["krackhardt"].items():
            assert getattr(value, measure).value == pytest.approx(number, abs=NEAR)


@pytest.mark.parametrize("name", list(read("b_reference")["brokerage"]))
def test_brokerage_expectation_and_z_match_sna(name):
    expected = read("b_reference")["brokerage"][name]
    network, groups = measured(name, expected["by"])
    table = graph.brokerage(network, groups)
    same(numbers(table, [f"expected_{role}" for role in ROLES]), expected["expected"])
    same(numbers(table, [f"z_{role}" for role in ROLES]), expected["z"])
    totals = graph.brokerage_totals(network, groups).to_pandas()
    assert list(totals["position"]) == ROLES
    for column, key in [("count", "total"), ("expected", "total_expected"), ("sd", "total_sd"), ("z", "total_z")]:
        same(totals[column].astype(float).to_numpy(), expected[key])


# Trap 12.
def test_three_reciprocities_name_their_definition():
    network, _ = measured("b_emon_cheyenne")
    values = {name: graph.reciprocity(network, definition=name) for name in ["edgewise", "dyadic", "dyadic_nonnull"]}
    assert [round(value.value, 3) for value in values.values()] == [0.578, 0.615, 0.407]
    assert len({value.method for value in values.values()}) == 3
    assert graph.reciprocity(network).value == values["edgewise"].value


# Trap 13.
def test_receivers_have_a_constraint_where_networkx_has_none():
    network = nx.DiGraph([(0, 1), (1, 2), (0, 2)])
    network.add_node(3)
    ours = graph.constraint(to_houvast(network))
    assert math.isnan(peer(nx.constraint, network)[2])  # sends nothing
    assert ours[2] == pytest.approx(1.125)  # above 1
    assert math.isnan(ours[3])
    assert pd.isna(graph.ego_measures(to_houvast(network)).to_pandas()["constraint"][3])


# Trap 14.
def test_raw_ei_looks_outward_where_chance_looks_more_so():
    network, groups = measured("dhhs_collaboration", "agency")
    ei = graph.ei_index(network, groups, seed=5)
    assert ei.value == pytest.approx(0.230, abs=0.0005)
    assert ei.expected == pytest.approx(0.6995, abs=0.0005)
    assert ei.p_value == 1 / 1001


# Trap 15.
def test_group_of_one_gives_missing_values():
    network, _ = measured("emon_texas")
    table = graph.brokerage(network, ["a"] + ["b"] * 12 + ["c"] * 12).to_pandas()
    assert pd.isna(table["z_coordinator"][0])
    assert not pd.isna(table["z_consultant"][0])
    assert table.filter(like="expected_").notna().all().all()
    assert table["z_coordinator"][1:].notna().all()


# networkx ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["karate", "florentine", "davis", "kite"])
def test_classic_networks_match_networkx(name):
    network = networks()[name]
    ours = to_houvast(network)
    nodes = list(network)
    assert nodes == list(range(len(nodes)))
    same(graph.constraint(ours), peer(nx.constraint, network))
    same(graph.effective_size(ours), peer(nx.effective_size, network))
    assert graph.assortativity(ours).value == pytest.approx(nx.degree_assortativity_coefficient(network), abs=NEAR)
    labels = [node * 7 % 3 for node in nodes]
    nx.set_node_attributes(network, dict(zip(nodes, labels, strict=True)), "label")
    assert graph.assortativity(ours, labels).value == pytest.approx(
        nx.attribute_assortativity_coefficient(network, "label"), abs=NEAR
    )
    communities = [{node for node in nodes if labels[node] == label} for label in range(3)]
    for resolution in (0.5, 1.0, 2.0):
        assert graph.modularity(ours, labels, resolution=resolution).value == pytest.approx(
            nx.community.modularity(network, communities, resolution=resolution), abs=NEAR
        )
    found = graph.communities(ours)
    parts = [set(np.flatnonzero(found.labels == label).tolist()) for label in range(found.count)]
    assert found.modularity.value == pytest.approx(nx.community.modularity(network, parts), abs=NEAR)
    assert all(nx.is_connected(network.subgraph(part)) for part in parts)
    best = max(nx.community.modularity(network, nx.community.louvain_communities(network, seed=s)) for s in range(20))
    assert found.modularity.value >= best - NEAR
    census = graph.triad_census(ours).to_pandas().set_index("type")["count"]
    assert census.to_dict() == nx.triadic_census(network.to_directed())


def test_small_graphs_match_networkx():
    for directed in (False, True):
        for network, random in random_networks(1500, directed, seed=11 + directed):
            ours = to_houvast(network)
            nodes = list(network)
            linked = [node for node in nodes if network.degree(node) > 0]
            sends = [node for node in linked if len(network[node]) > 0]
            constraint, effective = graph.constraint(ours), graph.effective_size(ours)
            assert np.isnan(np.delete(constraint, linked)).all()
            same(constraint[sends], peer(nx.constraint, network)[sends])
            same(effective[sends], peer(nx.effective_size, network)[sends])
            if directed:
                census = graph.triad_census(ours).to_pandas().set_index("type")["count"]
                assert census.to_dict() == nx.triadic_census(network)
                if network.number_of_edges():
                    assert graph.reciprocity(ours).value == pytest.approx(nx.overall_reciprocity(network), abs=NEAR)
            labels = random.integers(0, 3, len(nodes))
            if not network.number_of_edges():
                assert math.isnan(graph.modularity(ours, labels).value)
                continue
            parts = [{node for node in nodes if labels[node] == label} for label in range(3)]
            assert graph.modularity(ours, labels).value == pytest.approx(
                nx.community.modularity(network, [part for part in parts if part]), abs=NEAR
            )
            nx.set_node_attributes(network, dict(enumerate(labels.tolist())), "label")
            nominal = graph.assortativity(ours, labels)
            if nominal.reason:
                assert len({labels[node] for edge in network.edges() for node in edge}) == 1
            else:
                assert nominal.value == pytest.approx(
                    nx.attribute_assortativity_coefficient(network, "label"), abs=NEAR
                )
            for source in ("out", "in"):
                for target in ("out", "in"):
                    degree = graph.assortativity(ours, source=source, target=target)
                    if not degree.reason:
                        theirs = nx.degree_assortativity_coefficient(network, x=source, y=target)
                        assert degree.value == pytest.approx(theirs, abs=NEAR)


def test_weighted_graphs_match_networkx():
    for directed in (False, True):
        for network, random in random_networks(500, directed, seed=21 + directed):
            for edge in network.edges():
                network.edges[edge]["weight"] = float(random.integers(1, 6))
            ours = to_houvast(network, "weight")
            sends = [node for node in network if len(network[node]) > 0]
            same(graph.constraint(ours)[sends], peer(nx.constraint, network, weight="weight")[sends])
            same(graph.effective_size(ours)[sends], peer(nx.effective_size, network, weight="weight")[sends])
            labels = random.integers(0, 2, len(network))
            if network.number_of_edges():
                parts = [set(np.flatnonzero(labels == label).tolist()) for label in set(labels.tolist())]
                assert graph.modularity(ours, labels).value == pytest.approx(
                    nx.community.modularity(network, parts), abs=NEAR
                )


def test_self_reports_change_nothing():
    for network, _ in random_networks(200, True, seed=31, loops=True):
        plain = nx.DiGraph(network)
        plain.remove_edges_from(list(nx.selfloop_edges(plain)))
        with_loops, without = to_houvast(network), to_houvast(plain)
        np.testing.assert_array_equal(graph.constraint(with_loops), graph.constraint(without))
        assert graph.triad_census(with_loops).to_pandas().equals(graph.triad_census(without).to_pandas())
        groups = [node % 2 for node in network]
        pd.testing.assert_frame_equal(
            graph.brokerage(with_loops, groups).to_pandas(), graph.brokerage(without, groups).to_pandas()
        )


# Groups --------------------------------------------------------------------------------------------------------------


def test_groups_are_any_sequence_of_labels():
    network, groups = measured("dhhs_collaboration", "agency")
    expected = graph.ei_index(network, groups)
    for labels in (np.array(groups), pd.Series(groups), [f"agency {group}" for group in groups], tuple(groups)):
        assert graph.ei_index(network, labels).p_value == expected.p_value
        assert graph.ei_index(network, labels).value == expected.value
    holes = [None if group == 0 else group for group in groups]
    assert graph.ei_index(network, holes).details["nodes_without_group"] == groups.count(0)


def test_group_density_names_groups():
    network = houvast.Graph(4, [0, 1, 2], [1, 2, 3])
    table = graph.group_density(network, ["school", "school", "care", None]).to_pandas()
    assert list(zip(table["from_group"], table["to_group"], strict=True)) == [
        ("school", "school"),
        ("school", "care"),
        ("care", "care"),
    ]
    assert list(table["ties"]) == [1, 1, 0]
    assert list(table["possible"]) == [1, 2, 0]
    assert pd.isna(table["density"][2])


# Permutation tests ---------------------------------------------------------------------------------------------------


def test_graph_correlations_match_the_reference():
    expected = read("reference_values")["qap_graph_correlation"]
    coll, contact = matrix("tc_indiana_TCcoll", "collaborate"), matrix("tc_indiana_TCcnt", "contact")
    pairs = {
        "coll_binary_vs_contact_binary": (coll > 0, contact > 0),
        "coll_level_vs_contact_frequency": (coll, contact),
        "coll_binary_vs_dissemination": (coll > 0, matrix("tc_indiana_TCdiss")),
    }
    assert set(pairs) == set(expected)
    for key, (a, b) in pairs.items():
        result = graph.qap_correlation(a, b, permutations=1000, seed=1, directed=False)
        assert result.value == pytest.approx(expected[key], abs=NEAR)
        assert result.p_value == 1 / 1001
        assert float(result) == result.value


def test_qap_takes_what_numpy_and_pandas_hold():
    random = np.random.default_rng(3)
    a, b = random.random((12, 12)), random.random((12, 12))
    expected = graph.qap_correlation(a, b)
    off = ~np.eye(12, dtype=bool)
    assert expected.value == pytest.approx(np.corrcoef(a[off], b[off])[0, 1], abs=NEAR)
    assert graph.qap_correlation(pd.DataFrame(a), b.tolist()).p_value == expected.p_value
    assert graph.qap_correlation(np.asfortranarray(a), b).value == pytest.approx(expected.value, abs=1e-15)
    holes = a.copy()
    holes[2, 5] = np.nan
    masked = np.ma.masked_array(a, mask=np.isnan(holes))
    assert graph.qap_correlation(masked, b).details == graph.qap_correlation(holes, b).details
    assert graph.qap_correlation(masked, b).n == 131
    present = off & ~np.isnan(holes)
    assert graph.qap_correlation(masked, b).value == pytest.approx(np.corrcoef(a[present], b[present])[0, 1], abs=NEAR)


def test_regression_matches_sna_and_numpy():
    expected = read("b_reference")["netlm"]
    y, coll = matrix("tc_indiana_TCdiss"), matrix("tc_indiana_TCcoll", "collaborate")
    contact = matrix("tc_indiana_TCcnt", "contact")
    table = graph.mrqap(y, {"collaboration": coll, "contact": contact}, directed=False).to_pandas()
    assert list(table["term"]) == ["(intercept)", "collaboration", "contact"]
    same(table["coefficient"].astype(float).to_numpy(), expected["coefficients"])
    same(table["t"].astype(float).to_numpy(), expected["t"])
    assert pd.isna(table["p_value"][0])
    assert table["p_value"][1] == 1 / 1001
    named = graph.mrqap(y, [coll, contact], names=["collaboration", "contact"], directed=False).to_pandas()
    pd.testing.assert_frame_equal(table, named)
    lower = np.tril_indices(25, -1)
    design = np.column_stack([np.ones(300), coll[lower], contact[lower]])
    same(table["coefficient"].astype(float).to_numpy(), np.linalg.lstsq(design, y[lower], rcond=None)[0])


def test_threads_never_change_a_result():
    random = np.random.default_rng(4)
    a, b, c = (random.random((30, 30)) for _ in range(3))
    network, groups = measured("emon_texas", "Sponsorship")
    results = []
    for threads in (1, 2, 8):
        results.append(
            (
                graph.qap_correlation(a, b, threads=threads).details,
                graph.mrqap(a, [b, c], permutations=100, threads=threads).to_pandas().to_numpy()[1:].tolist(),
                graph.ei_index(network, groups, threads=threads).details,
                graph.brokerage(network, groups, threads=threads).to_pandas().fillna(-9).to_numpy().tolist(),
            )
        )
    assert results[0] == results[1] == results[2]


# Structure -----------------------------------------------------------------------------------------------------------


def test_communities_and_core_are_repeatable():
    network = to_houvast(networks()["karate"])
    found = graph.communities(network, seed=7)
    assert found.labels.dtype == np.int32
    assert found.modularity.value == pytest.approx(read("b_reference")["best_modularity"]["Zachary"]["modularity"])
    np.testing.assert_array_equal(found.labels, graph.communities(network, seed=7).labels)
    core = graph.core_periphery(network)
    assert core.core.dtype == bool
    assert core.core.sum() == core.correlation.details["core_size"]
    cells = nx.to_numpy_array(networks()["karate"])
    ideal = np.outer(core.core, core.core)
    off = ~np.eye(34, dtype=bool)
    assert core.correlation.value == pytest.approx(np.corrcoef(cells[off], ideal[off])[0, 1], abs=NEAR)
    coreness = graph.continuous_coreness(network)
    fit = np.corrcoef(cells[off], np.outer(coreness.values, coreness.values)[off])[0, 1]
    assert coreness.fit.value == pytest.approx(fit, abs=NEAR)
    assert coreness.values[[0, 33]] == pytest.approx([1, 1])


def test_undefined_values_say_why():
    empty = houvast.Graph(3, [], [], directed=True)
    for result in (
        graph.ei_index(empty, "aab"),
        graph.reciprocity(empty),
        graph.assortativity(empty),
        graph.modularity(empty, "aab"),
        graph.krackhardt(empty).hierarchy,
        graph.communities(empty).modularity,
        graph.core_periphery(empty).correlation,
        graph.continuous_coreness(empty).fit,
        graph.qap_correlation(np.ones((3, 3)), np.eye(3)),
        graph.reciprocity(houvast.Graph(2, [0], [1])),
    ):
        assert math.isnan(result.value)
        assert result.reason


@pytest.mark.parametrize(
    "call",
    [
        lambda g: graph.ei_index(g, ["a", "b"]),
        lambda g: graph.brokerage(g, ["a", None, "b"]),
        lambda g: graph.brokerage(g, "abc", threads=-1),
        lambda g: graph.assortativity(g, source="all"),
        lambda g: graph.reciprocity(g, definition="mutual"),
        lambda g: graph.modularity(g, "abc", resolution=-1),
        lambda g: graph.communities(g, attempts=0),
        lambda g: graph.core_periphery(g, between="maybe"),
        lambda g: graph.qap_correlation(np.ones(4), np.ones(4)),
        lambda g: graph.qap_correlation(np.ones((2, 3)), np.ones((2, 3))),
        lambda g: graph.qap_correlation(np.arange(9.0).reshape(3, 3), np.eye(3), directed=False),
        lambda g: graph.mrqap(np.eye(4), []),
        lambda g: graph.mrqap(np.arange(16.0).reshape(4, 4), [np.eye(4)]),
    ],
)
def test_wrong_arguments_are_refused(call):
    with pytest.raises(ValueError, match="HV-30"):
        call(houvast.Graph(3, [0, 1], [1, 2], directed=True))
