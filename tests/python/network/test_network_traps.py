"""What tools of this kind get wrong about networks of people who were asked, one test per trap."""

import networkx as nx
import numpy as np
import pytest

import houvast
from network_oracle import plain_network, says, study_of


def with_silence(share_silent: float):
    """Twenty parties with a known truth; the last ones stay silent."""
    random = np.random.default_rng(16)
    nodes = [f"p{i:02}" for i in range(20)]
    truth = [(a, b) for a in nodes for b in nodes if a != b and random.random() < 0.3]
    truth = truth + [(b, a) for a, b in truth if random.random() < 0.5 and (b, a) not in truth]
    speaking = nodes[: round(20 * (1 - share_silent))]
    records = [says(a, a, b, 1, "referral") for a, b in truth if a in speaking]
    return nodes, truth, records, study_of([{"id": node} for node in nodes], records)


def test_trap_16_the_silent_are_not_zeros():
    nodes, truth, records, study = with_silence(0.35)
    true_graph = nx.DiGraph(truth)
    naive = nx.DiGraph((r["from"], r["to"]) for r in records)
    naive.add_nodes_from(nodes)
    network = study.network("referral")
    true_density = nx.density(true_graph)
    assert nx.density(naive) < 0.7 * true_density  # what silence as zeros gives
    assert network.density.value == pytest.approx(true_density, rel=0.1)
    assert network.density.low <= true_density <= network.density.high
    assert network.density.low == pytest.approx(nx.density(naive))


def test_trap_16_reciprocity_leaves_the_silent_out():
    _, truth, records, study = with_silence(0.35)
    naive = nx.overall_reciprocity(nx.DiGraph((r["from"], r["to"]) for r in records))
    spoke = {r["reporter"] for r in records}
    value = study.network("referral").reciprocity()
    assert value.value == pytest.approx(nx.overall_reciprocity(nx.DiGraph(truth).subgraph(spoke)))
    assert value.value > naive  # ties to the silent cannot be returned
    assert value.left_out == 190 - len(spoke) * (len(spoke) - 1) / 2


@pytest.mark.parametrize("rule", ["either", "both"])
def test_trap_16_no_reciprocity_on_reconstructed_ties(rule):
    records = [says("a", "a", "b", 1, "referral"), says("a", "b", "a", 1, "referral")]  # a tells about both ways
    value = study_of([{"id": "a"}, {"id": "b"}], records).network("referral", rule=rule).reciprocity()
    assert not value.defined
    assert np.isnan(float(value))
    assert "own word" in value.reason
    undirected = study_of([{"id": "a"}, {"id": "b"}], [says("a", "a", "b")]).network("contact").reciprocity()
    assert not undirected.defined


def test_trap_16_out_degree_of_the_silent_is_refused_and_in_degree_is_not():
    _, truth, _, study = with_silence(0.25)
    network = study.network("referral")
    out, into = network.centralization("out_degree"), network.centralization("in_degree")
    assert not out.defined
    assert into.defined
    for kind, value in (("out_degree", out), ("in_degree", into)):
        degrees = [d for _, d in getattr(nx.DiGraph(truth), kind)]
        true_value = sum(max(degrees) - d for d in degrees) / 19**2
        assert value.low <= true_value <= value.high
    assert not network.centralization("betweenness").defined


def test_trap_16_below_the_response_line_only_bounds_are_given():
    _, _, _, study = with_silence(0.5)
    network = study.network("referral")
    assert network.response.band == "only bounds"
    value = network.centralization("in_degree")
    assert not value.defined
    assert value.low < value.high


def test_trap_17_a_filter_for_the_picture_cannot_change_a_metric(region_study):
    network = region_study.network()
    before = network.metrics.to_dicts()
    view = network.view(["ouder"])
    assert 0 < len(view.ties) < len(network.ties)
    assert network.metrics.to_dicts() == before
    for name in ("density", "centralization", "reciprocity", "components", "metrics", "graph", "response"):
        with pytest.raises(AttributeError, match="whole network"):
            getattr(view, name)
    whole = {row["party"]: row for row in network.parties.to_dicts()}
    for row in view.parties.to_dicts():
        assert row == whole[row["party"]]  # a parent's degree counts ties that are not shown
    with pytest.raises(TypeError):
        region_study.network(perspectives=["ouder"])


def test_trap_18_the_rule_on_two_reports_is_named_and_changes_the_number():
    random = np.random.default_rng(18)
    nodes = [f"p{i}" for i in range(12)]
    records = [says(a, a, b, 1, "referral") for a in nodes for b in nodes if a != b and random.random() < 0.45]
    records += [{**r, "relation": "contact"} for r in records]
    study = study_of([{"id": node} for node in nodes], records)
    directed = study.network("referral").density
    union, intersection = study.network("contact", rule="either").density, study.network("contact", rule="both").density
    arcs = nx.DiGraph((r["from"], r["to"]) for r in records if r["relation"] == "referral")
    assert directed.value == pytest.approx(nx.density(arcs))
    assert union.value == pytest.approx(nx.density(arcs.to_undirected()))
    assert intersection.value == pytest.approx(nx.density(arcs.to_undirected(reciprocal=True)))
    assert intersection.value < directed.value < union.value
    assert [d.provenance.options["rule"] for d in (directed, union, intersection)] == ["source", "either", "both"]
    with pytest.raises(houvast.InvalidValueError, match="no direction"):
        study.network("contact", rule="source")


def test_trap_19_strength_is_not_distance():
    """Two networks that differ in strength only are the same to everything that counts steps."""
    nodes = [f"p{i}" for i in range(8)]
    random = np.random.default_rng(19)
    pairs = [(a, b) for i, a in enumerate(nodes) for b in nodes[i + 1 :] if random.random() < 0.4]
    weak = [says(a, a, b, 1) for a, b in pairs] + [says(b, b, a, 1) for a, b in pairs]
    strong = [{**r, "strength": 3} if i % 3 else r for i, r in enumerate(weak)]
    first, second = (study_of([{"id": n} for n in nodes], r).network() for r in (weak, strong))
    steps = nx.Graph(pairs)
    steps.add_nodes_from(nodes)
    for network in (first, second):
        expected = [nx.betweenness_centrality(steps, normalized=False)[node] for node in nodes]
        np.testing.assert_allclose(houvast.graph.betweenness(network.graph), expected)
    assert first.metrics.to_dicts() == second.metrics.to_dicts()
    assert first.components == second.components


def test_trap_20_more_ties_are_not_called_better(region_study):
    """No number of a network carries a judgement: no grade, colour or rank in any table, word or repr."""
    network = region_study.network()
    change = region_study.network_change()
    tables = [network.metrics, network.parties, network.ties, change.churn(), change.ties, change.not_compared]
    texts = [
        repr(network),
        repr(network.response),
        network.response.reason.nl,
        network.response.reason.en,
        repr(change),
    ]
    texts += [column.name + " " + column.description for table in tables for column in table.fields]
    texts += [str(value) for row in network.metrics.to_dicts() for value in row.values()]
    for text in texts:
        for word in ("good", "bad", "better", "worse", "score", "rank", "goed", "slecht", "beter", "rood", "groen"):
            assert word not in text.lower().split(), text


def test_the_oracle_itself_on_a_case_written_out_by_hand():
    records = [says("a", "a", "b", 2), says("b", "b", "c", 1)]
    either, both = (plain_network(["a", "b", "c"], records, rule=rule) for rule in ("either", "both"))
    assert either.ties == {("a", "b"): 2, ("b", "c"): 1}
    assert either.observed == {("a", "b"), ("a", "c"), ("b", "c")}
    assert both.ties == {}
    assert both.observed == {("a", "b")}
    assert both.open == {("b", "c")}  # a says that there is no a-c
