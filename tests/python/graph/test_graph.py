"""Graphs, paths, centrality, cohesion and robustness against networkx, R's values and the definitions."""

import json
import math
import pickle
import random
import threading
from pathlib import Path

import networkx as nx
import numpy as np
import pytest

import houvast
from houvast import graph

NETWORKS = Path(__file__).parents[2] / "data" / "networks"
REFERENCE = json.loads((NETWORKS / "reference_values.json").read_text(encoding="utf-8"))
MEASURED = {"tc_indiana_TCcoll_by_agency_cat": "tc_indiana_TCcoll", "dhhs_by_agency": "dhhs_collaboration"}


def measured(name):
    data = json.loads((NETWORKS / f"{name}.json").read_text(encoding="utf-8"))
    ties = [(edge["source"], edge["target"]) for edge in data["edges"]]
    sources, targets = zip(*ties, strict=True)
    return houvast.Graph(len(data["nodes"]), sources, targets, directed=data["directed"])


def from_networkx(g, weight=None):
    ids = {node: i for i, node in enumerate(g)}
    ties = [(ids[a], ids[b], d.get(weight, 1.0)) for a, b, d in g.edges(data=True)]
    sources, targets, weights = zip(*ties, strict=True) if ties else ((), (), ())
    return houvast.Graph(len(g), sources, targets, directed=g.is_directed(), weights=weights if weight else None)


def in_order(g, values):
    return np.array([values[node] for node in g], dtype=float)


def close(found, wanted, tolerance=1e-9):
    np.testing.assert_allclose(found, wanted, rtol=tolerance, atol=tolerance)


def agrees_with_networkx(g):
    """Everything that networkx has by the same definition."""
    h = from_networkx(g)
    n, directed = len(g), g.is_directed()
    if n > 1:
        close(float(graph.density(h)), nx.density(g))
    close(graph.degree(h), in_order(g, dict(g.degree())))
    close(graph.betweenness(h), in_order(g, nx.betweenness_centrality(g, normalized=False)))
    close(graph.betweenness(h, normalized=True), in_order(g, nx.betweenness_centrality(g)))
    close(graph.closeness(h, mode="in"), in_order(g, nx.closeness_centrality(g)))
    wanted = in_order(g, nx.closeness_centrality(g, wf_improved=False))
    close(np.nan_to_num(graph.closeness(h, variant="component", mode="in")), wanted)
    close(graph.harmonic(h, mode="in"), in_order(g, nx.harmonic_centrality(g)))
    close(graph.pagerank(h), in_order(g, nx.pagerank(g, tol=1e-13, max_iter=10000, weight=None)))
    found = graph.distances(h)
    wanted = np.full((n, n), np.inf)
    for i, (_, row) in enumerate(nx.all_pairs_shortest_path_length(g)):
        for node, steps in row.items():
            wanted[i, list(g).index(node)] = steps
    close(found, wanted)
    close(graph.core_numbers(h, mode="all"), in_order(g, nx.core_number(g)))
    undirected = g.to_undirected()
    close(graph.clustering(h), in_order(g, nx.clustering(undirected)))
    close(np.nan_to_num(float(graph.transitivity(h))), nx.transitivity(undirected))
    close(float(graph.average_clustering(h)), nx.average_clustering(undirected))
    positions = {node: i for i, node in enumerate(g)}
    assert set(graph.articulation_points(h)) == {positions[v] for v in nx.articulation_points(undirected)}
    wanted = {tuple(sorted((positions[a], positions[b]))) for a, b in nx.bridges(undirected)}
    assert {tuple(pair) for pair in graph.bridges(h).tolist()} == wanted
    assert set(graph.isolates(h)) == {positions[v] for v in nx.isolates(g)}
    weak = nx.weakly_connected_components(g) if directed else nx.connected_components(g)
    assert same_division(graph.components(h).labels, weak, positions)
    if directed:
        strong = nx.strongly_connected_components(g)
        assert same_division(graph.components(h, strong=True).labels, strong, positions)
    if n > 1:
        assert float(graph.edge_connectivity(h)) == nx.edge_connectivity(g)
    connected = nx.is_strongly_connected(g) if directed else nx.is_connected(g)
    if connected and n > 1:
        close(float(graph.average_path_length(h)), nx.average_shortest_path_length(g))
        assert float(graph.diameter(h)) == nx.diameter(g)
    if not directed:
        wanted = sorted(sorted(positions[v] for v in clique) for clique in nx.find_cliques(g))
        assert graph.maximal_cliques(h) == wanted
        if connected and n > 2:
            close(graph.eigenvector(h, scale="length"), in_order(g, nx.eigenvector_centrality_numpy(g)), 1e-7)


def same_division(labels, sets, positions):
    return {frozenset(np.flatnonzero(labels == k)) for k in np.unique(labels)} == {
        frozenset(positions[v] for v in part) for part in sets
    }


def small_graphs(count, seed):
    draw = random.Random(seed)
    for i in range(count):
        n, chance = draw.randint(1, 8), draw.random()
        g = nx.DiGraph() if i % 2 else nx.Graph()
        g.add_nodes_from(range(n))
        pairs = ((a, b) for a in range(n) for b in range(n) if a != b and (i % 2 or a < b))
        g.add_edges_from(pair for pair in pairs if draw.random() < chance)
        yield g


@pytest.mark.parametrize("part", range(4))
def test_small_random_graphs_agree_with_networkx(part):
    for g in small_graphs(500, part):
        agrees_with_networkx(g)


@pytest.mark.parametrize(
    "make",
    [
        nx.karate_club_graph,
        nx.florentine_families_graph,
        nx.krackhardt_kite_graph,
        nx.davis_southern_women_graph,
        lambda: nx.gnp_random_graph(90, 0.08, seed=1),
        lambda: nx.gnp_random_graph(60, 0.06, seed=2, directed=True),
        lambda: nx.convert_node_labels_to_integers(nx.grid_2d_graph(8, 9)),
    ],
)
def test_well_known_graphs_agree_with_networkx(make):
    agrees_with_networkx(make())


def test_lengths_agree_with_networkx():
    draw = random.Random(3)
    for g in small_graphs(300, 4):
        for _, _, tie in g.edges(data=True):
            tie["length"] = draw.randint(0, 9)
        h = from_networkx(g, "length")
        found = graph.distances(h, weights="distance")
        for a, row in nx.all_pairs_dijkstra_path_length(g, weight="length"):
            assert {b: d for b, d in enumerate(found[a]) if d < math.inf} == row


@pytest.mark.parametrize(("key", "name"), MEASURED.items())
def test_values_of_r(key, name):
    g, wanted = measured(name), REFERENCE[key]
    close(float(graph.density(g)), wanted["density"])
    assert graph.components(g).count == wanted["components"]
    assert graph.components(g).sizes.max() == wanted["largest_component"]
    assert len(graph.isolates(g)) == wanted["isolates"]
    close(graph.degree(g), wanted["degree"])
    close(graph.degree(g).mean(), wanted["average_degree"])
    close(graph.betweenness(g), wanted["betweenness"])
    close(graph.harmonic(g), wanted["harmonic"])
    close(graph.core_numbers(g), wanted["coreness"])
    close(float(graph.centralization(g, "degree")), wanted["degree_centralization"])
    close(float(graph.centralization(g, "betweenness")), wanted["betweenness_centralization"])
    close(float(graph.transitivity(g)), wanted["transitivity_global"])
    close(float(graph.average_clustering(g)), wanted["transitivity_local_mean"])
    close(float(graph.average_path_length(g)), wanted["average_path_length"])
    assert float(graph.diameter(g)) == wanted["diameter"]
    assert list(graph.articulation_points(g)) == list(np.atleast_1d(wanted["articulation_points"]).astype(int))
    assert len(graph.bridges(g)) == wanted["bridges"]


def test_values_of_r_with_direction():
    g, wanted = measured("emon_texas"), REFERENCE["emon_texas_by_sponsorship"]
    close(float(graph.density(g)), wanted["density"])
    close(graph.degree(g, "in"), wanted["in_degree"])
    close(graph.degree(g, mode="out"), wanted["out_degree"])
    close(graph.betweenness(g), wanted["betweenness_directed"])
    close(float(graph.centralization(g, "in_degree")), wanted["in_degree_centralization"])
    close(float(graph.centralization(g, "out_degree")), wanted["out_degree_centralization"])
    assert graph.components(g).count == wanted["weak_components"]
    assert graph.components(g, strong=True).count == wanted["strong_components"]


def test_graph_has_what_it_was_given():
    g = houvast.Graph(4, [3, 0, 2, 1], [1, 3, 3, 1], weights=[2.0, 1.5, 1.0, 9.0])
    assert (g.nodes, g.ties, g.loops, g.directed, g.weighted) == (4, 3, 1, False, True)
    assert g.neighbours(3).tolist() == [0, 1, 2]
    assert g.loop_nodes.tolist() == [1]
    assert g.has_tie(1, 3) and g.has_tie(3, 1) and not g.has_tie(0, 1) and not g.has_tie(1, 1)
    assert g.weight(1, 3) == 2.0 and g.weight(0, 1) is None
    sources, targets, weights = g.edges()
    assert (sources.tolist(), targets.tolist(), weights.tolist()) == ([0, 1, 2], [3, 3, 3], [1.5, 2.0, 1.0])
    assert repr(g) == "Graph(nodes=4, ties=3, loops=1, directed=False, weighted=True; exact, voor intern gebruik)"
    assert g.without([0]).neighbours(2).tolist() == [0, 1]


def test_direction_is_turned_and_dropped():
    g = houvast.Graph(3, np.array([0, 1, 1], dtype=np.int8), np.array([1, 0, 2], dtype=np.uint16), directed=True)
    assert g.transpose().neighbours(1).tolist() == [0]
    assert g.transpose().neighbours(2).tolist() == [1]
    either, both = g.symmetrized(), g.symmetrized(mutual=True)  # trap 18
    assert (either.ties, both.ties) == (2, 1)
    assert not either.directed


@pytest.mark.parametrize("directed", [False, True])
def test_pickle_keeps_everything(directed):
    for weights in (None, [1.0, 2.0, 3.0]):
        g = houvast.Graph(4, [0, 1, 2], [1, 2, 2], directed=directed, weights=weights)
        h = pickle.loads(pickle.dumps(g))
        assert repr(h) == repr(g)
        assert [a.tolist() for a in h.edges()] == [a.tolist() for a in g.edges()]
        assert h.loop_nodes.tolist() == g.loop_nodes.tolist()


def test_same_tie_twice():
    with pytest.raises(houvast.Error) as info:
        houvast.Graph(3, [0, 1], [1, 0])
    assert info.value.code == "HV-304"
    assert houvast.Graph(3, [0, 1], [1, 0], duplicates="sum").weight(0, 1) == 2.0
    assert houvast.Graph(3, [0, 1], [1, 0], weights=[3, 5], duplicates="keep_max").weight(1, 0) == 5.0


STAR = ([0, 0, 0, 0], [1, 2, 3, 4])


@pytest.mark.parametrize(
    ("work", "code"),
    [
        (lambda g: houvast.Graph(2, [0], [0, 1]), "HV-301"),
        (lambda g: houvast.Graph(2, [0], [2]), "HV-302"),
        (lambda g: houvast.Graph(2, [0.5], [1]), "HV-302"),
        (lambda g: houvast.Graph(2, ["a"], [1]), "HV-302"),
        (lambda g: houvast.Graph(2, [[0]], [[1]]), "HV-301"),
        (lambda g: houvast.Graph(2, [0], [1], weights=[]), "HV-301"),
        (lambda g: houvast.Graph(2, [0], [1], weights=[math.nan]), "HV-302"),
        (lambda g: houvast.Graph(2, [0], [1], duplicates="max"), "HV-303"),
        (lambda g: g.neighbours(5), "HV-302"),
        (lambda g: g.without([5]), "HV-302"),
        (lambda g: graph.degree(g, "both"), "HV-303"),
        (lambda g: graph.closeness(g, variant="wasserman-faust"), "HV-303"),
        (lambda g: graph.centralization(g, "indegree"), "HV-303"),
        (lambda g: graph.clustering(g, too_few="NaN"), "HV-303"),
        (lambda g: graph.distances(g, weights="strength"), "HV-303"),
        (lambda g: graph.distances(g, sources=[7]), "HV-302"),
        (lambda g: graph.betweenness(g, threads=-1), "HV-302"),
        (lambda g: graph.maximal_cliques(g, limit=3), "HV-302"),
        (lambda g: graph.sampled_harmonic(g, samples=0), "HV-302"),
        (lambda g: graph.knockout(g, [[0], [5]]), "HV-302"),
        (lambda g: graph.knockout_curve(g, [1, 1]), "HV-304"),
        (lambda g: graph.pagerank(g, damping=1), "HV-302"),
    ],
)
def test_what_cannot_be_is_refused(work, code):
    with pytest.raises(houvast.Error) as info:
        work(houvast.Graph(5, *STAR))
    assert info.value.code == code
    assert isinstance(info.value, ValueError)


def test_errors_suggest_what_is_near():
    with pytest.raises(houvast.Error, match=r"'in_degree' perhaps"):
        graph.centralization(houvast.Graph(5, *STAR), "indegree")
    with pytest.raises(houvast.Error, match="strength is not distance"):  # trap 19
        graph.diameter(houvast.Graph(5, *STAR), weights="strength")


def test_centralization_of_a_star_is_one_with_and_without_loops():  # trap 11
    star = houvast.Graph(5, *STAR)
    loops = houvast.Graph(5, [*STAR[0], *range(5)], [*STAR[1], *range(5)])
    for which in ("degree", "betweenness", "closeness", "eigenvector"):
        close(float(graph.centralization(star, which)), 1.0)
        assert graph.centralization(loops, which).value == graph.centralization(star, which).value
    out = houvast.Graph(5, *STAR, directed=True)
    assert float(graph.centralization(out, "out_degree")) == 1.0
    assert float(graph.centralization(out.transpose(), "in_degree")) == 1.0


def test_weights_are_lengths_only_when_said():  # trap 19
    g = houvast.Graph(3, [0, 1, 0], [1, 2, 2], weights=[0.25, 0.25, 1.0])
    assert graph.distances(g, sources=0).tolist() == [0, 1, 1]
    assert graph.distances(g, sources=0, weights="distance").tolist() == [0, 0.25, 0.5]
    assert graph.distances(g, sources=[2, 0]).shape == (2, 3)


def test_undefined_values_say_why():
    alone = houvast.Graph(1, [], [])
    assert math.isnan(float(graph.density(alone)))
    assert graph.density(alone).reason == "fewer than two nodes"
    apart = houvast.Graph(4, [0, 2], [1, 3])
    assert graph.average_path_length(apart).details["unreachable_pairs"] == 4
    assert graph.average_path_length(apart).n == 2
    assert graph.centralization(apart, "closeness").reason == "not every node reaches every other"


def test_lambda_sets():
    barbell = from_networkx(nx.barbell_graph(4, 0))
    sets = graph.lambda_sets(barbell)
    assert sets.levels.tolist() == [3, 1]
    assert sets.sets(3).tolist() == [0, 0, 0, 0, 1, 1, 1, 1]
    g = nx.gnp_random_graph(14, 0.4, seed=5)
    matrix = graph.lambda_sets(from_networkx(g)).matrix
    for a in g:
        for b in g:
            assert matrix[a, b] == (0 if a == b else nx.edge_connectivity(g, a, b))


def test_knockout():
    karate = nx.karate_club_graph()
    table = graph.knockout(from_networkx(karate)).to_pandas()
    for node in karate:
        rest = karate.copy()
        rest.remove_node(node)
        sizes = sorted((len(part) for part in nx.connected_components(rest)), reverse=True)
        row = table.iloc[node]
        assert (row["components"], row["largest"], row["cut_off"]) == (len(sizes), sizes[0], 33 - sizes[0])
        assert row["pairs_lost"] == 33 * 32 // 2 - sum(s * (s - 1) // 2 for s in sizes)
    together = graph.knockout(from_networkx(karate), [{0, 33}, [], np.array([5])]).to_pandas()
    assert together["removed"].tolist() == [2, 0, 1]
    karate.remove_nodes_from([0, 33])
    left = max(len(part) for part in nx.connected_components(karate))
    assert together["largest"].tolist() == [left, 34, 33]
    curve = graph.knockout_curve(from_networkx(nx.karate_club_graph()), [0, 33]).to_pandas()
    assert curve["largest"].tolist() == [34, table["largest"][0], left]


def test_samples_state_their_bounds():
    g = nx.gnp_random_graph(300, 0.05, seed=6)
    h = from_networkx(g)
    exact = {"betweenness": graph.betweenness(h), "closeness": graph.closeness(h), "harmonic": graph.harmonic(h)}
    for name, values in exact.items():
        sampled = getattr(graph, f"sampled_{name}")(h, samples=60, seed=3)
        assert sampled.samples == 60
        assert sampled.error > 0
        assert (sampled.low <= values + 1e-9).all() and (values <= sampled.high + 1e-9).all()
        again = getattr(graph, f"sampled_{name}")(h, samples=60, seed=3, threads=2)
        assert (again.values == sampled.values).all()
        assert np.abs(getattr(graph, f"sampled_{name}")(h, samples=300).values - values).max() < 1e-9
        assert "sample" in sampled.method


def test_threads_change_nothing():
    h = from_networkx(nx.gnp_random_graph(700, 0.01, seed=7, directed=True))
    for work in (graph.betweenness, graph.closeness, graph.harmonic):
        one = work(h, threads=1)
        assert (work(h, threads=2) == one).all()
        assert (work(h, threads=8) == one).all()


def test_other_threads_of_python_go_on():
    h = from_networkx(nx.gnm_random_graph(3000, 15000, seed=8))
    work = threading.Thread(target=graph.betweenness, args=(h,))
    work.start()
    turns = 0
    while work.is_alive():
        turns += 1
    work.join()
    assert turns > 1000  # with the lock held there would be none until it ends


def test_eigenvector_and_pagerank_options():
    karate = nx.karate_club_graph()
    h = from_networkx(karate, "weight")
    theirs = in_order(karate, nx.eigenvector_centrality_numpy(karate, "weight"))
    close(graph.eigenvector(h, scale="length", weighted=True), theirs)
    assert graph.eigenvector(h).max() == 1.0
    theirs = in_order(karate, nx.pagerank(karate, 0.7, tol=1e-13, max_iter=10000))
    close(graph.pagerank(h, weighted=True, damping=0.7), theirs)
    close(graph.strength(h), in_order(karate, dict(karate.degree(weight="weight"))))


def test_reach():
    h = from_networkx(nx.path_graph(5))
    assert graph.reach(h, 1).tolist() == [0.25, 0.5, 0.5, 0.5, 0.25]
    assert graph.reach(h, 4).tolist() == [1.0] * 5
    assert graph.reach(houvast.Graph(3, [0, 1], [1, 2], directed=True), 2, mode="in").tolist() == [0, 0.5, 1]
