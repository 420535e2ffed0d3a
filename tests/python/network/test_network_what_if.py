"""What if parties leave or new ties are made: against networkx and brute force, on graphs and on the example region."""

import itertools
import random

import networkx as nx
import pytest

import houvast
from houvast import graph

GOALS = ("groups", "reach_any", "reach_every", "articulation_points", "pairs_separated")


def to_houvast(network):
    edges = list(network.edges())
    sources, targets = [a for a, _ in edges], [b for _, b in edges]
    return houvast.Graph(len(network), sources, targets, directed=network.is_directed())


def separated(network, node):
    """Pairs of others that only `node` connects."""
    rest = network.copy()
    rest.remove_node(node)
    before = [len(part - {node}) for part in nx.connected_components(network)]
    after = [len(part) for part in nx.connected_components(rest)]
    return sum(k * (k - 1) // 2 for k in before) - sum(k * (k - 1) // 2 for k in after)


def value(network, goal, groups, targets, steps):
    """The goal by its definition, with networkx."""
    if goal == "articulation_points":
        return sum(1 for _ in nx.articulation_points(network))
    if goal == "pairs_separated":
        return sum(separated(network, node) for node in network)
    near = {a: set(nx.single_source_shortest_path_length(network, a, cutoff=steps)) for a in network}
    if goal == "groups":
        pairs = itertools.combinations(sorted(set(groups) - {None}), 2)
        return sum(any(groups[a] == x and groups[b] == y for a in near for b in near[a]) for x, y in pairs)
    judge = any if goal == "reach_any" else all
    return sum(node not in targets and judge(node in near[target] for target in targets) for node in network)


@pytest.mark.parametrize("goal", GOALS)
def test_new_ties_equal_brute_force_with_networkx(goal):
    draw = random.Random(goal)
    for case in range(40):
        n = draw.randint(4, 8)
        network = nx.gnp_random_graph(n, draw.uniform(0.1, 0.6), seed=case)
        given = network.to_directed() if case % 2 else network
        groups = [draw.choice(["x", "y", "z", None]) for _ in range(n)]
        targets, steps, k = draw.sample(range(n), 2), draw.randint(1, 3), draw.randint(1, 2)
        absent = list(nx.non_edges(network))
        found = graph.best_new_ties(to_houvast(given), k, goal=goal, groups=groups, targets=targets, steps=steps)

        def with_ties(ties, network=network, rest=(goal, groups, targets, steps)):
            more = network.copy()
            more.add_edges_from(ties)
            return value(more, *rest)

        sets = [c for size in range(k + 1) for c in itertools.combinations(absent, size)]
        best = (min if goal in GOALS[3:] else max)(map(with_ties, sets))
        assert found.exact
        assert (found.candidates, found.before, found.after) == (len(absent), with_ties(()), best)
        rows = found.table.to_dicts()
        ties = [(row["source"], row["target"]) for row in rows]
        assert [row["before"] for row in rows] == [with_ties(ties[:i]) for i in range(len(rows))]
        assert [row["after"] for row in rows] == [with_ties(ties[: i + 1]) for i in range(len(rows))]
        first = next((c for c in sets if with_ties(c) == best), ())
        assert len(ties) == len(first)  # no more ties than help


def test_greedy_says_so_and_is_exact_in_every_step():
    network = nx.convert_node_labels_to_integers(nx.florentine_families_graph())
    ours = to_houvast(network)
    found = graph.best_new_ties(ours, 3, combinations=1000)
    assert not found.exact and "greedy" in found.method
    for row in found.table.to_dicts():
        values = {}
        for tie in sorted(tuple(sorted(tie)) for tie in nx.non_edges(network)):
            more = network.copy()
            more.add_edge(*tie)
            values[tie] = value(more, "pairs_separated", None, None, None)
        best = min(values, key=lambda tie: (values[tie], tie))
        assert (row["source"], row["target"], row["after"]) == (*best, values[best])
        network.add_edge(*best)
    again = graph.best_new_ties(ours, 3, combinations=1000, threads=2)
    assert again.table.to_dicts() == found.table.to_dicts()


def test_the_method_tells_why_there_are_fewer_ties():
    two_triangles = houvast.Graph(6, [0, 1, 0, 3, 4, 3, 2], [1, 2, 2, 4, 5, 5, 3])
    exact = graph.best_new_ties(two_triangles, 3)
    assert (exact.before, exact.after, exact.exact) == (12, 0, True)
    assert len(exact.table.to_dicts()) == 1
    assert "more ties than these do no more" in exact.method
    greedy = graph.best_new_ties(two_triangles, 3, combinations=0)
    assert "ended where no single tie does more" in greedy.method
    assert greedy.table.to_dicts() == exact.table.to_dicts()


def test_knockout_of_groups_and_who_is_cut_off():
    karate = nx.karate_club_graph()
    clubs = [karate.nodes[node]["club"] for node in karate]
    table = graph.knockout(to_houvast(karate), groups=clubs).to_pandas()
    assert table["group"].tolist() == ["Mr. Hi", "Officer"]
    for row in table.itertuples():
        rest = karate.subgraph([node for node in karate if clubs[node] != row.group])
        sizes = sorted(len(part) for part in nx.connected_components(rest))
        assert (row.removed, row.components, row.largest) == (34 - len(rest), len(sizes), sizes[-1])
        leaving = [node for node in karate if clubs[node] == row.group]
        assert len(graph.cut_off(to_houvast(karate), leaving)) == row.cut_off
    hub = graph.cut_off(to_houvast(karate), [0])
    rest = karate.copy()
    rest.remove_node(0)
    assert hub == sorted(set(rest) - max(nx.connected_components(rest), key=len))


def directed_network(study, relation=None):
    network = study.network(relation)
    ids = network.party_ids
    found = nx.DiGraph() if network.graph.directed else nx.Graph()
    found.add_nodes_from(ids)
    sources, targets, _ = network.graph.edges()
    found.add_edges_from((ids[a], ids[b]) for a, b in zip(sources, targets, strict=True))
    return found


def cut_off(network, leaving):
    lost = []
    for part in nx.connected_components(network):
        rest = [set(p) for p in nx.connected_components(network.subgraph(part - leaving))]
        if rest:
            order = list(network)
            largest = max(rest, key=lambda p: (len(p), -min(order.index(node) for node in p)))
            lost += [node for p in rest if p is not largest for node in p]
    return set(lost)


@pytest.mark.parametrize(
    ("by", "relation"),
    [
        *((by, "samenwerking") for by in ("party", "organisation", "role", "domain", "perspective")),
        ("organisation", "verwijzing"),
    ],
)
def test_knockouts_of_the_region_against_networkx(region_study, by, relation):
    network = directed_network(region_study, relation)
    undirected = network.to_undirected()
    parties = {party.id: party for party in region_study.parties}
    expertise = {word for party in parties.values() for word in party.expertise}

    def reach(without):
        left = network.subgraph(set(network) - without).copy()
        pairs = set()
        for node in left:
            near = nx.single_source_shortest_path_length(left, node, cutoff=2)
            pairs |= {(node, word) for other in near for word in parties[other].expertise}
        return pairs

    rows = region_study.knockouts(by, relation=relation).to_dicts()
    assert rows
    if by == "party":
        assert [row["leaving"] for row in rows] == list(network)
    for row in rows:
        if by == "party":
            gone = {row["leaving"]}
        elif by == "role":
            gone = {id for id, party in parties.items() if row["leaving"] in party.roles}
        elif by == "organisation":
            gone = {
                id for id, p in parties.items() if row["leaving"] in (p.organisation, id if not p.organisation else "")
            }
        else:
            gone = {id for id, party in parties.items() if getattr(party, by) == row["leaving"]}
        rest = undirected.subgraph(set(network) - gone).copy()
        sizes = [len(part) for part in nx.connected_components(rest)]
        assert (row["parties"], row["remaining"]) == (len(gone), len(rest))
        assert (row["components"], row["largest"]) == (len(sizes), max(sizes))
        ids = set(filter(None, row["unreachable_ids"].split(";")))
        assert ids == cut_off(undirected, gone)
        assert row["unreachable"] == len(ids)
        held = {word for party in set(parties) - gone for word in parties[party].expertise}
        assert set(filter(None, row["expertise_gone"].split(";"))) == expertise - held
        lost = {pair for pair in reach(set()) - reach(gone) if pair[0] not in gone}
        assert row["expertise_reach_lost"] == len(lost)
        assert set(filter(None, row["expertise_out_of_reach"].split(";"))) == {word for _, word in lost}


def test_chosen_sets_leave_together(region_study):
    (link, dependents), *_ = region_study.network().articulation_points.items()
    named = region_study.knockouts(sets={"the link": [link], "nobody": []}).to_dicts()
    assert [row["leaving"] for row in named] == ["the link", "nobody"]
    assert set(named[0]["unreachable_ids"].split(";")) == set(dependents)
    assert (named[1]["unreachable"], named[1]["expertise_reach_lost"]) == (0, 0)
    assert region_study.knockouts(sets=link).to_dicts() == region_study.knockouts(sets=[[link]]).to_dicts()
    assert region_study.knockouts(sets=[[link]]).to_dicts()[0]["leaving"] == link
    table = region_study.knockouts()
    assert int(table.provenance.options["silent"]) == len(region_study.network().silent)


def told_absent(study, relation):
    """Pairs without a tie in either direction, about which everybody who had to tell did."""
    network = study.network(relation)
    ties = directed_network(study, relation)
    silent = set(network.silent)
    told = [id for id, row in zip(network.party_ids, network.parties.to_dicts(), strict=True) if row["reported"]]
    assert not silent & set(told)
    if network.graph.directed:
        pairs = itertools.combinations(told, 2)
    else:
        pairs = ((a, b) for a, b in itertools.combinations(network.party_ids, 2) if {a, b} & set(told))
    return [(a, b) for a, b in pairs if not ties.has_edge(a, b) and not ties.has_edge(b, a)]


@pytest.mark.parametrize("relation", ["samenwerking", "verwijzing"])
def test_new_ties_of_the_region_are_told_about_and_do_what_they_say(region_study, relation):
    parties = {party.id: party for party in region_study.parties}
    network = directed_network(region_study, relation).to_undirected()
    absent = {frozenset(pair) for pair in told_absent(region_study, relation)}

    def pairs_of_domains(g):
        found = {frozenset((parties[a].domain, parties[b].domain)) for a, b in g.edges()}
        return sum(len(pair) == 2 for pair in found)

    def near_family(g):
        family = [id for id in g if parties[id].perspective in ("ouder", "jeugdige")]
        near = set().union(*(nx.single_source_shortest_path_length(g, id, cutoff=2) for id in family))
        return len(near - set(family))

    def separated_pairs(g):
        return sum(separated(g, node) for node in g)

    goals = {"domains": pairs_of_domains, "parents": near_family, "no_single_point": separated_pairs}
    for goal, measure in goals.items():
        found = region_study.best_new_ties(2, goal, relation=relation)
        assert found.candidates == len(absent)
        assert found.before == measure(network)
        more = network.copy()
        for row in found.table.to_dicts():
            assert frozenset((row["party_a"], row["party_b"])) in absent
            assert row["name_a"] == parties[row["party_a"]].name
            assert row["before"] == measure(more)
            more.add_edge(row["party_a"], row["party_b"])
            assert row["after"] == measure(more)
        assert found.after == measure(more)
        assert "costs time" in found.method
        assert found.table.provenance.options["goal"] == goal


def test_each_parent_is_stricter_than_any(region_study):
    some = region_study.best_new_ties(1, "ouder", steps=1)
    each = region_study.best_new_ties(1, "ouder", steps=1, every=True)
    assert each.before <= some.before
    assert region_study.best_new_ties(1, "Ouder", steps=1).table.to_dicts() == some.table.to_dicts()


@pytest.mark.parametrize(
    ("work", "code"),
    [
        (lambda s: s.knockouts("domein"), "HV-506"),
        (lambda s: s.knockouts(relation="hugs"), "HV-507"),
        (lambda s: s.knockouts(wave="1999"), "HV-505"),
        (lambda s: s.knockouts(sets=[["nobody"]]), "HV-508"),
        (lambda s: s.best_new_ties(1, "happiness"), "HV-303"),
        (lambda s: s.best_new_ties(0), "HV-302"),
        (lambda s: s.best_new_ties(1, steps=0), "HV-302"),
        (lambda s: graph.best_new_ties(houvast.Graph(2, [], []), 1, goal="domains"), "HV-303"),
        (lambda s: graph.best_new_ties(houvast.Graph(2, [], []), 1, goal="groups", groups="a"), "HV-301"),
    ],
)
def test_what_cannot_be_is_refused(region_study, work, code):
    with pytest.raises(houvast.Error) as caught:
        work(region_study)
    assert caught.value.code == code


def test_nobody_with_the_perspective(indiana):
    with pytest.raises(houvast.InvalidValueError, match=r"HV-305.*parents") as caught:
        indiana.best_new_ties(1, "parents")
    assert caught.value.code == "HV-305"
