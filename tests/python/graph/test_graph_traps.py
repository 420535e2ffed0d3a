"""Index of the traps of network tools: where each is tested, and the tests of those that have no other place.

Numbers as in the list of traps: 11 loops in centralization, 12 three reciprocities, 13 constraint of receivers and
above 1, 14 raw E-I against chance, 15 groups of one, 16 silence as zeros, 17 a filter for the picture, 18 three
densities of one directed network, 19 strength is not distance, 20 more ties are not better.
"""

import json
import random
from pathlib import Path

import networkx as nx
import pytest

import houvast
from houvast import graph

TESTS = Path(__file__).parents[2]
NETWORKS = TESTS / "data" / "networks"

ELSEWHERE = [
    (11, "python/graph/test_graph.py", "def test_centralization_of_a_star_is_one_with_and_without_loops("),
    (11, "cpp/graph/graph_test.cpp", "TEST(Graph, LoopsAreKeptApart)"),
    (12, "python/graph/test_graph_groups.py", "def test_three_reciprocities_name_their_definition("),
    (13, "python/graph/test_graph_groups.py", "def test_receivers_have_a_constraint_where_networkx_has_none("),
    (14, "python/graph/test_graph_groups.py", "def test_raw_ei_looks_outward_where_chance_looks_more_so("),
    (15, "python/graph/test_graph_groups.py", "def test_group_of_one_gives_missing_values("),
    (16, "cpp/ecosystem/network_test.cpp", "// Trap 16: with silent members as zeros"),
    (18, "cpp/graph/graph_test.cpp", "TEST(Graph, SymmetrizingTwoWaysDiffers)"),
    (19, "python/graph/test_graph.py", "def test_weights_are_lengths_only_when_said("),
    (19, "python/graph/test_graph.py", "def test_errors_suggest_what_is_near("),
]


@pytest.mark.parametrize(
    ("trap", "file", "line"), ELSEWHERE, ids=[f"trap {trap}: {file}" for trap, file, _ in ELSEWHERE]
)
def test_the_trap_has_its_test_elsewhere(trap, file, line):
    assert line in (TESTS / file).read_text(encoding="utf-8"), f"the test of trap {trap} moved: update the index"


def test_every_trap_of_networks_has_a_test():
    here = {int(name.split("_")[2]) for name in globals() if name.startswith("test_trap_")}
    assert {trap for trap, _, _ in ELSEWHERE} | here == set(range(11, 21))


def measured(name: str) -> "nx.DiGraph[int]":
    data = json.loads((NETWORKS / f"{name}.json").read_text(encoding="utf-8"))
    network = nx.DiGraph()
    network.add_nodes_from(range(len(data["nodes"])))
    network.add_edges_from((edge["source"], edge["target"]) for edge in data["edges"])
    return network


def to_houvast(network: "nx.DiGraph[int]") -> houvast.Graph:
    sources, targets = zip(*network.edges(), strict=True)
    return houvast.Graph(len(network), sources, targets, directed=True)


def study_of(network: "nx.DiGraph[int]", silent: set[int], folder: Path, strength: int = 1) -> houvast.Study:
    """The network as reported by all but the silent, each about the ties that it sends."""
    ties = []
    for node in set(network) - silent:
        named = [(str(node), str(other)) for other in network.successors(node)] or [(str(node), "")]
        ties += [
            {"wave": "1", "reporter": a, "from": a, "to": b, "relation": "r", "strength": 1 + (strength - 1) * (i % 2)}
            for i, (a, b) in enumerate(named)
        ]
    study = {
        "schema": "houvast-study/1",
        "id": "network",
        "title": {"nl": "Netwerk", "en": "Network"},
        "instruments": ["six-elements"],
        "waves": [{"id": "1", "date": "2024-01-01"}],
        "relations": [{"id": "r", "title": {"nl": "R", "en": "R"}, "directed": True, "max_strength": strength}],
        "parties": [{"id": str(node)} for node in network],
        "ties": ties,
    }
    path = folder / "study.json"
    path.write_text(json.dumps(study), encoding="utf-8")
    return houvast.load(path)


def test_trap_16_silence_is_not_a_zero(tmp_path):
    """With 7 of 20 silent, zeros turn a density of .39 into .25, and filled-in ties are wrong the other way."""
    network = measured("emon_lake_pomona")
    truth, mutual = nx.density(network), nx.overall_reciprocity(network)
    assert (round(truth, 3), round(mutual, 3)) == (0.389, 0.568)
    draw = random.Random(1)
    observed, zeros, cut, filled = [], [], [], []
    for _ in range(40):
        silent = set(draw.sample(range(20), 7))
        told = nx.DiGraph(edge for edge in network.edges() if edge[0] not in silent)
        found = study_of(network, silent, tmp_path).network("r")
        assert set(found.silent) == {str(node) for node in silent}
        assert found.density.value == pytest.approx(told.number_of_edges() / (13 * 19), abs=1e-12)
        assert found.density.n == 13 * 19
        assert found.density.details["low"] <= truth <= found.density.details["high"]
        rows = found.parties.to_dicts()
        assert {row["party"] for row in rows if row["out_degree"] is None} == set(found.silent)
        assert [row["in_degree"] for row in rows] == [told.in_degree(n) if n in told else 0 for n in network]
        observed.append(found.density.value)
        zeros.append(told.number_of_edges() / 380)
        cut.append(nx.overall_reciprocity(told))
        received = [(b, a) for a, b in told.edges() if b in silent]
        filled.append(nx.overall_reciprocity(nx.DiGraph([*told.edges(), *received])))

    def mean(values):
        return sum(values) / len(values)

    assert mean(observed) == pytest.approx(truth, abs=0.02)
    assert mean(zeros) == pytest.approx(0.253, abs=0.02)
    assert mean(cut) == pytest.approx(0.355, abs=0.05)  # what the arcs alone would say
    assert mean(filled) == pytest.approx(0.801, abs=0.05)  # why ties are not filled in


def test_trap_17_a_filter_is_named_and_leaves_the_metrics_of_the_whole_alone(tmp_path):
    study = study_of(measured("emon_lake_pomona"), set(), tmp_path, strength=3)
    whole = study.network("r")
    before = (whole.density.value, whole.graph.ties, whole.components)
    strong = study.network("r", minimum_strength=3)
    assert strong.graph.ties < whole.graph.ties
    assert float(strong.density.provenance.options["minimum_strength"]) == 3
    assert float(whole.density.provenance.options["minimum_strength"]) == 0
    assert (whole.density.value, whole.graph.ties, whole.components) == before
    assert study.network("r").density.value == before[0]


def test_trap_18_symmetrizing_is_said_and_changes_the_density():
    """Cheyenne: .456 directed, .648 when either tells of a tie, .264 when both do."""
    network = measured("b_emon_cheyenne")
    ours = to_houvast(network)
    found = [float(graph.density(g)) for g in (ours, ours.symmetrized(), ours.symmetrized(mutual=True))]
    assert [round(value, 3) for value in found] == [0.456, 0.648, 0.264]
    theirs = [network, network.to_undirected(), network.to_undirected(reciprocal=True)]
    assert found == pytest.approx([nx.density(g) for g in theirs], abs=1e-12)


def test_trap_20_more_ties_are_not_better():
    circle = houvast.Graph(6, range(6), [1, 2, 3, 4, 5, 0])
    advice = graph.best_new_ties(circle, 5)
    assert advice.table.to_dicts() == []  # nobody is a single point of failure: no tie is advised
    assert "keeping a tie costs time" in advice.method
    path = houvast.Graph(6, range(5), range(1, 6))
    assert len(graph.best_new_ties(path, 5).table.to_dicts()) == 1  # one closes the circle; four more do nothing
    names = set(graph.knockout(path).columns)
    assert not names & {"rank", "score", "grade", "rating"}
