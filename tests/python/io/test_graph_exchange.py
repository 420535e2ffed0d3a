"""Networks come in and go out without losing direction, weights, names or isolates."""

import igraph as ig
import networkx as nx
import pytest

import houvast
from houvast.graphs import from_igraph, from_networkx, to_igraph, to_networkx


def sample(directed: bool) -> "nx.Graph[str]":
    graph = nx.DiGraph() if directed else nx.Graph()
    graph.add_nodes_from(["alone", "a", "b", "c"])
    graph.add_weighted_edges_from([("a", "b", 2.5), ("c", "a", 1.0), ("b", "c", 4.0)])
    return graph


@pytest.mark.parametrize("directed", [False, True])
def test_networkx_both_ways(directed: bool) -> None:
    theirs = sample(directed)
    ours, names = from_networkx(theirs, weight="weight")
    assert (ours.nodes, ours.ties, ours.directed) == (4, 3, directed)
    back = to_networkx(ours, names)
    assert list(back.nodes) == list(theirs.nodes)
    assert nx.utils.graphs_equal(back, theirs)


@pytest.mark.parametrize("directed", [False, True])
def test_igraph_both_ways(directed: bool) -> None:
    theirs = ig.Graph(n=4, edges=[(1, 2), (3, 1), (2, 3)], directed=directed)
    theirs.es["weight"] = [2.5, 1.0, 4.0]
    ours = from_igraph(theirs, weight="weight")
    back = to_igraph(ours, ["alone", "a", "b", "c"])
    assert back.vs["name"] == ["alone", "a", "b", "c"]

    def ties(graph: ig.Graph) -> list[tuple[tuple[int, int], float]]:
        return sorted((edge.tuple if directed else tuple(sorted(edge.tuple)), edge["weight"]) for edge in graph.es)

    assert ties(back) == ties(theirs)


def test_self_ties_are_counted_and_no_tie_to_another() -> None:
    theirs = nx.Graph([(0, 1), (1, 1)])
    ours, _ = from_networkx(theirs)
    assert (ours.ties, ours.loops) == (1, 1)
    assert houvast.graph.density(ours).value == 1.0  # a self-tie is no tie to another


def test_names_must_fit() -> None:
    ours, _ = from_networkx(sample(False))
    with pytest.raises(houvast.InvalidValueError, match="4 different names"):
        to_networkx(ours, ["x", "x", "y", "z"])


def test_parallel_ties_are_refused() -> None:
    with pytest.raises(houvast.InvalidValueError) as caught:
        from_networkx(nx.MultiGraph([(0, 1), (0, 1)]))
    assert caught.value.code == "HV-304"


def test_a_study_network_opens_in_networkx(indiana: houvast.Study) -> None:
    network = indiana.network("collaboration")
    theirs = to_networkx(network.graph, network.party_ids)
    assert nx.density(theirs) == network.density.value
    assert theirs["itpc"]["promotus"]["weight"] == 4


@pytest.mark.parametrize("weight", ["much", None, [1], 10**5000], ids=["text", "none", "list", "long"])
def test_a_weight_that_is_no_number_is_refused(weight: object) -> None:
    with pytest.raises(houvast.InvalidValueError) as refused:
        from_networkx(nx.Graph([("a", "b", {"weight": weight})]), weight="weight")
    assert (refused.value.code, refused.value.value) == ("HV-302", "")
    theirs = ig.Graph(n=2, edges=[(0, 1)])
    theirs.es["strength"] = [weight]
    with pytest.raises(houvast.InvalidValueError):
        from_igraph(theirs, weight="strength")
    with pytest.raises(houvast.InvalidValueError, match="strength"):
        from_igraph(theirs, weight="strenght")
