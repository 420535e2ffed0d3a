"""C1, C2, C5 and C7–C10 on the Indiana 2010 network, counted again by networkx from the files themselves."""

import csv
import itertools
from collections import Counter

import networkx as nx
import numpy as np
import pytest

import houvast

RELATION = "collaboration"
LEVELS = ("local", "state", "national")


@pytest.fixture(scope="module")
def roster(root):
    with (root / "tests/data/indiana/parties.csv").open(encoding="utf-8") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


@pytest.fixture(scope="module")
def graph(root, roster):
    made = nx.Graph()
    made.add_nodes_from(roster)
    with (root / "tests/data/indiana/ties.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["relation"] == RELATION and row["to"]:
                made.add_edge(row["from"], row["to"])
    return made


@pytest.fixture(scope="module")
def findings(indiana):
    return {finding.check: finding for finding in indiana.coverage(relation=RELATION)}


def values(finding, role):
    return {
        frozenset((fact.id, fact.of)) if fact.of else fact.id: fact.value
        for fact in finding.evidence
        if fact.role == role
    }


def between(graph, roster, column, wanted, same_organisation=False):
    """Ties between two values of a column."""
    return sum(
        {roster[a][column], roster[b][column]} == set(wanted)
        and (roster[a]["organisation"] == roster[b]["organisation"]) == same_organisation
        for a, b in graph.edges
    )


def test_c1_c2_c5_from_the_parties_table(findings, roster):
    assert values(findings["C1"], "present") == dict(Counter(row["domain"] for row in roster.values()))
    with_levels = {"contractor", "coalition", "advocacy", "government", "national-partner"}
    there = {(row["domain"], row["level"]) for row in roster.values()}
    present = {row["domain"] for row in roster.values()}
    absent = {frozenset((level, domain)) for domain in with_levels & present for level in LEVELS}
    absent -= {frozenset((level, domain)) for domain, level in there}
    # national partners work on one level only; the profile asks none of them
    absent = {pair for pair in absent if "national-partner" not in pair}
    assert set(values(findings["C2"], "absent")) == absent
    leads = {row["organisation"] for row in roster.values() if row["roles"]}
    assert set(values(findings["C5"], "without_driving")) == {row["organisation"] for row in roster.values()} - leads


def test_c7_and_c10_are_networkx_components_and_articulation_points(findings, graph):
    assert values(findings["C7"], "parts") == {"parts": nx.number_connected_components(graph)}
    assert set(values(findings["C7"], "isolated")) == set(nx.isolates(graph))
    assert set(values(findings["C10"], "cut")) == set(nx.articulation_points(graph)) == set()


def test_c8_pairs_of_domains_and_the_index_by_chance(findings, graph, roster):
    found = findings["C8"]
    domains = sorted({row["domain"] for row in roster.values()})
    for pair in itertools.combinations(domains, 2):
        ties = sum({roster[a]["domain"], roster[b]["domain"]} == set(pair) for a, b in graph.edges)
        assert values(found, "ties").get(frozenset(pair), 0) == ties
        assert (frozenset(pair) in values(found, "apart")) == (ties == 0)
    external = sum(roster[a]["domain"] != roster[b]["domain"] for a, b in graph.edges)
    internal = graph.number_of_edges() - external
    assert values(found, "ei_index")["ei_index"] == pytest.approx((external - internal) / graph.number_of_edges())
    pairs = [roster[a]["domain"] != roster[b]["domain"] for a, b in itertools.combinations(roster, 2)]
    by_chance = (sum(pairs) - (len(pairs) - sum(pairs))) / len(pairs)
    assert values(found, "ei_by_chance")["ei_by_chance"] == pytest.approx(by_chance)
    # One-sided chance by dealing the domains out anew; houvast does so 499 times.
    codes = np.array([domains.index(row["domain"]) for row in roster.values()])
    place = {id: i for i, id in enumerate(roster)}
    a, b = (np.array([place[end] for end in ends]) for ends in zip(*graph.edges, strict=True))
    rng = np.random.default_rng(1)
    shuffled = np.array([(lambda dealt: np.sum(dealt[a] != dealt[b]))(rng.permutation(codes)) for _ in range(20_000)])
    inward = np.mean(shuffled <= external)
    error = 4 * (inward * (1 - inward) / 499) ** 0.5 + 1 / 500
    assert values(found, "ei_p_inward")["ei_p_inward"] == pytest.approx(inward, abs=error)


def test_c9_ties_within_and_between_levels(findings, graph, roster):
    found = findings["C9"]
    for level in LEVELS:
        assert values(found, "horizontal_between")[level] == between(graph, roster, "level", [level])
    for pair in itertools.combinations(LEVELS, 2):
        assert values(found, "vertical_between")[frozenset(pair)] == between(graph, roster, "level", pair)


def test_c10_when_the_lead_agency_leaves(indiana, graph):
    after = {finding.check: finding for finding in indiana.what_if(remove=["itpc"], relation=RELATION).after}
    rest = graph.copy()
    rest.remove_node("itpc")
    assert values(after["C7"], "parts") == {"parts": nx.number_connected_components(rest)}
    assert set(values(after["C10"], "cut")) == set(nx.articulation_points(rest))
    cut_off = {}
    for broker in nx.articulation_points(rest):
        without = rest.copy()
        without.remove_node(broker)
        largest = max(nx.connected_components(without), key=len)
        cut_off |= {frozenset((other, broker)): None for other in set(without) - largest}
    assert set(values(after["C10"], "cut_off")) == set(cut_off)


def test_the_voice_table_is_networkx_beside_the_shares(indiana, graph, roster):
    rows = indiana.voice(relation=RELATION).to_dicts()
    assert [row["perspective"] for row in rows] == ["professional"]
    assert rows[0]["parties"] == len(roster)
    assert rows[0]["share_of_ties"] == rows[0]["parity_betweenness"] == 1
    assert houvast.graph.betweenness(indiana.network(RELATION).graph).sum() == pytest.approx(
        sum(nx.betweenness_centrality(graph, normalized=False).values())
    )
