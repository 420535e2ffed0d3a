"""Change between waves, several relations, and two-mode networks, against plain set arithmetic and networkx."""

import itertools
from collections import Counter

import networkx as nx
import numpy as np
import pytest
from networkx.algorithms import bipartite

import houvast
from network_oracle import plain_network, random_reports, says, study_of


def rows(table):
    return table.to_dicts()


def records_of(region):
    columns, lines = region.tables["ties"]
    return [dict(zip(columns, line, strict=True)) for line in lines]


# ------------------------------------------------------------------------------------------------ change


def check_change(change, before, after, together):
    """`before`, `after`: plain networks; `together`: parties in both waves."""
    compared = {
        (a, b) for a, b in before.observed & after.observed if a in together and b in together
    }  # the oracle orders dyads alike in both waves
    first, second = set(before.ties) & compared, set(after.ties) & compared
    assert change.pairs == len(compared)
    assert (change.kept, change.new, change.lost) == (len(first & second), len(second - first), len(first - second))
    assert change.never == len(compared - first - second)
    assert change.strengthened == sum(after.ties[t] > before.ties[t] for t in first & second)
    assert change.weakened == sum(after.ties[t] < before.ties[t] for t in first & second)
    if first | second:
        assert change.jaccard.value == pytest.approx(len(first & second) / len(first | second))
        assert change.jaccard.n == len(first | second)
    else:
        assert not change.jaccard.defined
    assert change.hamming.count == len(first ^ second)
    if compared:
        assert change.hamming.value == pytest.approx(len(first ^ second) / len(compared))
    words = {(r["from"], r["to"]): r["change"] for r in rows(change.ties)}
    assert words == {
        **dict.fromkeys(first & second, "kept"),
        **dict.fromkeys(second - first, "new"),
        **dict.fromkeys(first - second, "lost"),
    }
    return compared, first, second


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(
    ("relation", "rule"), [("contact", "either"), ("contact", "both"), ("referral", "source"), ("referral", "either")]
)
def test_change_of_random_studies_is_set_arithmetic(relation, rule, seed):
    random = np.random.default_rng([seed, 77])
    parties, here = [], {"2023": [], "2024": []}
    for i in range(9):
        waves = [["2023", "2024"], ["2023"], ["2024"]][random.choice(3, p=[0.7, 0.15, 0.15])]
        parties.append({"id": f"p{i}", "domain": ["onderwijs", "zorg", ""][i % 3], "waves": ";".join(waves)})
        for wave in waves:
            here[wave].append(f"p{i}")
    records = [r for wave in here for r in random_reports(random, here[wave], relation, wave, silence=0.25)]
    change = study_of(parties, records).network_change(relation=relation, rule=rule)
    before, after = (plain_network(here[w], records, relation, w, rule) for w in ("2023", "2024"))
    together = set(here["2023"]) & set(here["2024"])
    compared, first, second = check_change(change, before, after, together)
    assert set(change.party_ids) == together

    not_compared = {row["reason"]: row for row in rows(change.not_compared)}
    reporters = {w: {r["reporter"] for r in records if r["wave"] == w} for w in here}
    silent = {w: together - reporters[w] for w in here}
    expected = {
        "joined": set(here["2024"]) - together,
        "left": set(here["2023"]) - together,
        "silent_before": silent["2023"] - silent["2024"],
        "silent_after": silent["2024"] - silent["2023"],
        "silent_both": silent["2023"] & silent["2024"],
        "not_observed": set(),
    }
    assert {reason: set(filter(None, row["parties"].split(", "))) for reason, row in not_compared.items()} == expected
    assert {reason: row["n"] for reason, row in not_compared.items()} == {k: len(v) for k, v in expected.items()}
    everyone = len(set(here["2023"]) | set(here["2024"]))
    all_pairs = everyone * (everyone - 1) // (1 if relation == "referral" else 2)
    assert change.pairs + sum(row["pairs"] for row in not_compared.values()) == all_pairs

    domain = {p["id"]: p["domain"] for p in parties}
    key = (lambda a, b: (domain[a], domain[b])) if relation == "referral" else (
        lambda a, b: tuple(sorted((domain[a], domain[b]))))  # fmt: skip
    churn = {(r["from"], r["to"]): r for r in rows(change.churn("domain"))}
    for name, some in (("pairs", compared), ("kept", first & second), ("new", second - first),
                       ("lost", first - second), ("never", compared - first - second)):  # fmt: skip
        counts = Counter(key(a, b) for a, b in some)
        assert {k: r[name] for k, r in churn.items() if r[name]} == dict(counts)
    assert sum(r["strengthened"] for r in churn.values()) == change.strengthened
    assert sum(r["weakened"] for r in churn.values()) == change.weakened


@pytest.mark.parametrize(("relation", "minimum"), [("samenwerking", 0), ("samenwerking", 3), ("verwijzing", 0)])
def test_change_of_the_region_is_that_of_networkx(region_study, relation, minimum):
    change = region_study.network_change(relation=relation, minimum_strength=minimum)
    graphs, spoke = {}, {}
    for wave in ("2023", "2024"):
        network = region_study.network(relation, wave, minimum_strength=minimum)
        graph = nx.DiGraph() if relation == "verwijzing" else nx.Graph()
        graph.add_nodes_from(network.party_ids)
        graph.add_edges_from((t["from"], t["to"]) for t in rows(network.ties))
        graphs[wave] = graph
        spoke[wave] = set(network.party_ids) - set(network.silent)

    def seen(wave, a, b):
        return a in spoke[wave] or (relation == "samenwerking" and b in spoke[wave])

    def part(wave):
        kept = graphs[wave].copy()
        kept.remove_edges_from([e for e in graphs[wave].edges if not (seen("2023", *e) and seen("2024", *e))])
        return kept

    before, after = part("2023"), part("2024")
    assert change.kept == nx.intersection(before, after).number_of_edges()
    assert change.new == nx.difference(after, before).number_of_edges()
    assert change.lost == nx.difference(before, after).number_of_edges()
    assert change.hamming.count == nx.symmetric_difference(before, after).number_of_edges()
    assert change.jaccard.value == pytest.approx(change.kept / nx.compose(before, after).number_of_edges())
    assert min(change.kept, change.hamming.count) > 0


def test_a_silent_party_loses_no_ties():
    """c names a and b first, then says nothing: its ties are not lost but not known."""
    parties = [{"id": node} for node in "abc"]
    first = [says("a", "a", "b", wave="2023"), says("c", "c", "b", wave="2023")]
    second = [says("a", "a", "b")]
    directed = [{**r, "relation": "referral"} for r in first + second]
    change = study_of(parties, directed).network_change(relation="referral")
    assert (change.kept, change.new, change.lost, change.pairs) == (1, 0, 0, 2)
    not_compared = {row["reason"]: (row["n"], row["parties"], row["pairs"]) for row in rows(change.not_compared)}
    assert not_compared["silent_after"] == (1, "c", 2)
    assert not_compared["silent_both"] == (1, "b", 2)


def test_a_change_that_cannot_be_asked_for(region_study):
    with pytest.raises(houvast.InvalidValueError, match="HV-302"):
        region_study.network_change("2024", "2023")
    with pytest.raises(houvast.InvalidValueError, match="HV-302"):
        region_study.network_change(to_wave="2023")
    with pytest.raises(houvast.UnknownKeyError, match="HV-505"):
        region_study.network_change("2022", "2024")
    with pytest.raises(houvast.UnknownKeyError, match="HV-507"):
        region_study.network_change(relation="vriendschap")
    with pytest.raises(houvast.UnknownKeyError, match="HV-506"):
        region_study.network_change().churn("domein")
    only_now = study_of([{"id": "a"}, {"id": "b"}], [says("a", "a", "b")])
    with pytest.raises(houvast.InvalidValueError, match="HV-305"):
        only_now.network_change()


def test_one_wave_has_no_change(indiana):
    with pytest.raises(houvast.InvalidValueError, match="HV-305"):
        indiana.network_change()


# ------------------------------------------------------------------------------------------------ several relations


@pytest.mark.parametrize("relations", [["referral", "advice"], ["contact", "referral"], []])
@pytest.mark.parametrize("seed", range(4))
def test_overlap_is_set_arithmetic_over_pairs_observed_in_both(relations, seed):
    random = np.random.default_rng([seed, 5])
    nodes = [f"p{i}" for i in range(8)]
    records = [r for name in ("contact", "referral", "advice") for r in random_reports(random, nodes, name)]
    multiplex = study_of([{"id": node} for node in nodes], records).multiplex(relations=relations)
    names = relations or ["contact", "referral", "advice"]
    assert multiplex.relations == names
    arcs = "contact" not in names
    assert multiplex.directed == arcs
    tied, observed = {}, {}
    for name in names:
        plain = plain_network(nodes, records, name)
        if arcs:
            tied[name], observed[name] = set(plain.ties), plain.observed
            continue
        tied[name] = {tuple(sorted(t)) for t in plain.ties}
        both_ways = Counter(tuple(sorted(d)) for d in plain.observed)
        observed[name] = {d for d, n in both_ways.items() if n == (2 if plain.directed else 1)}
    for row, (one, other) in zip(rows(multiplex.overlap), itertools.combinations(names, 2), strict=True):
        common = observed[one] & observed[other]
        a, b = tied[one] & common, tied[other] & common
        assert (row["first"], row["second"], row["observed"]) == (one, other, len(common))
        assert (row["shared"], row["only_first"], row["only_second"]) == (len(a & b), len(a - b), len(b - a))
        assert row["jaccard"] == (pytest.approx(len(a & b) / len(a | b)) if a | b else None)
    pairs = {(r["from"], r["to"]): r for r in rows(multiplex.pairs)}
    assert set(pairs) == set().union(*tied.values())
    for pair, row in pairs.items():
        assert row["relations"].split(", ") == [name for name in names if pair in tied[name]]
        assert row["n"] == sum(pair in tied[name] for name in names)
        unknown = [name for name in names if pair not in tied[name] and pair not in observed[name]]
        assert row["unknown"] == ", ".join(unknown)
    for row in rows(multiplex.parties):
        me = row["party"]
        partners = {n: {b if a == me else a for a, b in tied[n] if me in (a, b)} for n in names}
        everyone = Counter(p for some in partners.values() for p in some)
        assert row["partners"] == len(everyone)
        assert row["multiplex"] == sum(n > 1 for n in everyone.values())
        assert [row[f"partners_{n}"] for n in names] == [len(partners[n]) for n in names]


def test_relations_of_indiana_overlap_as_numpy_says(indiana):
    multiplex = indiana.multiplex()
    ids = indiana.network().party_ids
    matrices = {}
    for name in multiplex.relations:
        matrix = np.zeros((len(ids), len(ids)), bool)
        for tie in rows(indiana.network(name).ties):
            i, j = ids.index(tie["from"]), ids.index(tie["to"])
            matrix[i, j] = matrix[j, i] = True
        matrices[name] = matrix[np.triu_indices(len(ids), 1)]
    assert len(matrices) == 3
    for row in rows(multiplex.overlap):
        a, b = matrices[row["first"]], matrices[row["second"]]
        assert row["jaccard"] == pytest.approx((a & b).sum() / (a | b).sum())
        assert row["observed"] == len(ids) * (len(ids) - 1) / 2


def test_several_relations_that_cannot_be_compared(region_study):
    with pytest.raises(houvast.InvalidValueError, match="HV-305"):
        region_study.multiplex(relations=["samenwerking"])
    with pytest.raises(houvast.InvalidValueError, match="HV-304"):
        region_study.multiplex(relations=["samenwerking", "samenwerking"])
    with pytest.raises(houvast.UnknownKeyError, match="HV-507"):
        region_study.multiplex(relations=["samenwerking", "vriendschap"])


# ------------------------------------------------------------------------------------------------ two modes


def test_davis_southern_women():
    """Davis, Gardner & Gardner (1941): eighteen women at fourteen social events, as networkx has them."""
    davis = nx.davis_southern_women_graph()
    women, events = davis.graph["top"], davis.graph["bottom"]
    ids = {woman: f"w{i:02}" for i, woman in enumerate(women)}
    parties = [{"id": ids[w], "name": w, "expertise": ";".join(davis[w])} for w in women]
    mode = study_of(parties, []).two_mode("expertise")
    assert set(mode.items) == set(events)
    assert mode.density.value == pytest.approx(bipartite.density(davis, women))
    assert mode.density.low == mode.density.high == pytest.approx(mode.density.value)
    degrees_of_women, degrees_of_events = bipartite.degrees(davis, events)
    assert {r["party"]: r["degree"] for r in rows(mode.degrees())} == {ids[w]: d for w, d in degrees_of_women}
    assert {r["item"]: r["degree"] for r in rows(mode.degrees("items"))} == dict(degrees_of_events)
    assert {(r["party"], r["item"]) for r in rows(mode.incidence)} == {(ids[w], e) for w, e in davis.edges(women)}
    for side, nodes, name in (("parties", women, ids.get), ("items", events, str)):
        expected = bipartite.weighted_projected_graph(davis, nodes)
        assert {frozenset((r["a"], r["b"])): r["shared"] for r in rows(mode.shared(side))} == {
            frozenset((name(a), name(b))): data["weight"] for a, b, data in expected.edges(data=True)
        }
        graph = mode.projection(side)
        assert graph.ties == expected.number_of_edges()
        assert sum(graph.edges()[2]) == expected.size("weight")


def test_a_party_that_lists_nothing_is_not_counted_as_having_none():
    parties = [{"id": "a", "expertise": "zorg;taal"}, {"id": "b", "expertise": "taal"}, {"id": "c"}]
    mode = study_of(parties, []).two_mode()
    assert mode.density.n == 4
    assert mode.density.value == pytest.approx(3 / 4)
    assert (mode.density.low, mode.density.high) == (pytest.approx(3 / 6), pytest.approx(5 / 6))
    assert [r["told"] for r in rows(mode.degrees())] == [True, True, False]
    nobody = study_of([{"id": "a"}], []).two_mode()
    assert not nobody.density.defined


def test_who_answered_what_in_the_region(region_study, region_folder):
    import csv

    mode = region_study.two_mode("questions", "2023")
    with (region_folder / "answers.csv").open(encoding="utf-8-sig", newline="") as file:
        answers = [row for row in csv.DictReader(file) if row["wave"] == "2023"]
    expected = Counter()
    for row in answers:
        for item in mode.items:
            if row.get(item, "").strip().lstrip("-").isdigit():
                expected[row["party"], item] += 1
    assert len(expected) > 100
    assert {(r["party"], r["item"]): r["count"] for r in rows(mode.incidence)} == dict(expected)
    told = {row["party"] for row in answers}
    assert {r["party"] for r in rows(mode.degrees()) if r["told"]} == told
    assert mode.density.value == pytest.approx(len(expected) / (len(told) * len(mode.items)))


def test_a_two_mode_network_of_something_else_is_refused(region_study):
    with pytest.raises(houvast.InvalidValueError, match="expertise or questions"):
        region_study.two_mode("skills")
    with pytest.raises(houvast.InvalidValueError, match="parties or items"):
        region_study.two_mode().degrees("rows")
    with pytest.raises(houvast.UnknownKeyError, match="HV-505"):
        region_study.two_mode(wave="1999")
