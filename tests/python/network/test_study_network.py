"""Tie reports to networks: rules, groups, views, bounds, against networkx and plain set arithmetic."""

import contextlib
import io
import itertools
import json
import re

import networkx as nx
import numpy as np
import pytest

import houvast
from houvast.cli import main
from network_oracle import centralization, plain_network, random_reports, says, study_of

CASES = [
    (relation, rule, seed)
    for relation, rules in (("contact", ("either", "both")), ("referral", ("source", "either", "both")))
    for rule in rules
    for seed in range(6)
]


def random_case(relation, seed, size=5, silence=0.35):
    random = np.random.default_rng([seed, len(relation)])
    nodes = [f"p{i}" for i in range(size)]
    records = random_reports(random, nodes, relation, silence=silence)
    if not records:
        records = [says("p0", "p0", "p1", 1, relation)]
    return nodes, records


def network_of(nodes, records, **options):
    parties = [{"id": node, **({} if isinstance(nodes, list) else nodes[node])} for node in nodes]
    return study_of(parties, records).network(**options)


def rows(table):
    return table.to_dicts()


# ------------------------------------------------------------------------------------------------ rules and silence


@pytest.mark.parametrize(("relation", "rule", "seed"), CASES)
@pytest.mark.parametrize("minimum", [0, 2])
def test_ties_and_observed_dyads_are_those_of_the_definitions(relation, rule, seed, minimum):
    nodes, records = random_case(relation, seed, size=7)
    plain = plain_network(nodes, records, relation, rule=rule, minimum=minimum)
    network = network_of(nodes, records, relation=relation, rule=rule, minimum_strength=minimum)
    assert {(r["from"], r["to"]): r["strength"] for r in rows(network.ties)} == plain.ties
    assert network.density.n == len(plain.observed)
    possible = len(plain.dyads())
    assert network.density.low == pytest.approx(len(plain.ties) / possible)
    assert network.density.high == pytest.approx((len(plain.ties) + len(plain.open)) / possible)
    if plain.observed:
        assert network.density.value == pytest.approx(len(plain.ties) / len(plain.observed))


@pytest.mark.parametrize(("relation", "rule", "seed"), CASES)
def test_bounds_are_what_filling_every_open_dyad_in_every_way_gives(relation, rule, seed):
    for attempt in itertools.count():  # the first draw with a few open dyads, so that all ways can be tried
        nodes, records = random_case(relation, 100 * seed + attempt, size=4 + seed % 3)
        plain = plain_network(nodes, records, relation, rule=rule)
        if 1 <= len(plain.open) <= 9:
            break
    kinds = ("degree", "in_degree", "out_degree") if plain.directed else ("degree",)
    found = {name: [] for name in ("density", "components", "isolates", *(f"{kind}_centralization" for kind in kinds))}
    for size in range(len(plain.open) + 1):
        for extra in itertools.combinations(sorted(plain.open), size):
            graph = plain.graph(extra)
            weak = nx.number_weakly_connected_components if plain.directed else nx.number_connected_components
            found["density"].append(nx.density(graph))
            found["components"].append(weak(graph))
            found["isolates"].append(nx.number_of_isolates(graph))
            for kind in kinds:
                found[f"{kind}_centralization"].append(centralization(graph, kind))
    network = network_of(nodes, records, relation=relation, rule=rule)
    metrics = {row["metric"]: row for row in rows(network.metrics)}
    for name, values in found.items():
        row = metrics[name]
        assert row["high"] == pytest.approx(max(values)), name
        if row["exact"]:
            assert row["low"] == pytest.approx(min(values)), name
        else:
            assert name == "degree_centralization"
            assert row["low"] <= min(values) + 1e-12
    assert network.components_bounds == (min(found["components"]), max(found["components"]))


def test_the_inexact_bound_of_degree_is_mostly_reached():
    """It ignores whether the ties fit together; on small networks that rarely matters."""
    reached = tried = 0
    for seed in range(60):
        nodes, records = random_case("contact", 1000 + seed, size=5, silence=0.6)
        plain = plain_network(nodes, records)
        if not 1 <= len(plain.open) <= 6:
            continue
        values = [
            centralization(plain.graph(extra), "degree")
            for size in range(len(plain.open) + 1)
            for extra in itertools.combinations(sorted(plain.open), size)
        ]
        low = network_of(nodes, records).centralization("degree").low
        tried += 1
        reached += low == pytest.approx(min(values))
        assert low <= min(values) + 1e-12
    assert tried >= 20
    assert reached / tried > 0.8


def test_filling_in_the_reports_of_the_silent_themselves_stays_within_bounds():
    nodes = ["a", "b", "c", "d"]
    told = [says("a", "a", "b"), says("a", "a", "c"), says("b", "b", "a"), says("c", "c", "")]  # d is silent
    for relation, rule in (("contact", "both"), ("referral", "source")):
        records = [{**record, "relation": relation} for record in told]
        network = network_of(nodes, records, relation=relation, rule=rule)
        densities = []
        for size in range(4):
            for named in itertools.combinations("abc", size):
                extra = [says("d", "d", other, 1, relation) for other in named] or [says("d", "d", "", 0, relation)]
                densities.append(nx.density(plain_network(nodes, records + extra, relation, rule=rule).graph()))
        assert network.density.low == pytest.approx(min(densities))
        assert network.density.high == pytest.approx(max(densities))


def test_maximum_and_minimum_are_other_words_for_either_and_both():
    nodes, records = random_case("contact", 3, size=8, silence=0.1)
    study = study_of([{"id": node} for node in nodes], records)
    for word, rule in (("maximum", "either"), ("minimum", "both")):
        assert study.network(rule=word).rule == rule
        assert rows(study.network(rule=word).ties) == rows(study.network(rule=rule).ties)
    with pytest.raises(houvast.InvalidValueError, match="HV-303"):
        study.network(rule="mean")
    with pytest.raises(houvast.InvalidValueError, match="HV-302"):
        study.network(minimum_strength=99)


def test_disagreements_on_existence_and_on_strength():
    records = [
        *(says("a", "a", "b", 3), says("b", "b", "a", 1)),  # both name it, not as strong
        *(says("a", "a", "c", 2), says("c", "c", "d", 1)),  # c leaves a out
        *(says("d", "d", "c", 1), says("d", "d", "e", 1)),  # c and d agree; e is silent
        says("b", "b", "d", 0),  # says no, and so does d
    ]
    network = network_of(["a", "b", "c", "d", "e"], records)
    found = {(r["a"], r["b"]): (r["strength_by_a"], r["strength_by_b"], r["kind"]) for r in rows(network.disagreements)}
    assert found == {("a", "b"): (3, 1, "strength"), ("a", "c"): (2, 0, "existence")}
    confirmation = network.confirmation
    assert (confirmation.named_by_both, confirmation.named_by_one) == (2, 1)  # a-b and c-d; a-c
    assert confirmation.value == pytest.approx(2 / 3)
    assert confirmation.told_by_both == 6


@pytest.mark.parametrize("seed", range(6))
def test_reciprocity_is_that_of_networkx_among_those_who_spoke(seed):
    nodes, records = random_case("referral", seed, size=9, silence=0.3)
    plain = plain_network(nodes, records, "referral")
    spoke = {a for a, _ in plain.observed}
    among = plain.graph().subgraph(spoke)
    value = network_of(nodes, records, relation="referral").reciprocity()
    assert value.pairs == len(spoke) * (len(spoke) - 1) / 2
    assert value.left_out == len(nodes) * (len(nodes) - 1) / 2 - value.pairs
    if among.number_of_edges():
        assert value.value == pytest.approx(nx.overall_reciprocity(among))
        assert value.n == among.number_of_edges()
    dyadic = network_of(nodes, records, relation="referral").reciprocity("dyadic")
    mutual = sum(among.has_edge(b, a) for a, b in among.edges) / 2
    null = value.pairs - (among.number_of_edges() - mutual)
    assert dyadic.value == pytest.approx((mutual + null) / value.pairs)


def test_reciprocity_of_groups_needs_every_member():
    parties = [{"id": f"{g}{i}", "organisation": g} for g in "AB" for i in range(2)]
    all_told = [
        says("A0", "A0", "B0", 1, "referral"),
        *(says(p, p, "", 0, "referral") for p in ("A1", "B0")),
        says("B1", "B1", "A1", 1, "referral"),
    ]
    assert study_of(parties, all_told).network("referral", level="organisation").reciprocity().value == 1
    one_silent = study_of(parties, all_told[:-1]).network("referral", level="organisation").reciprocity()
    assert not one_silent.defined
    assert "silent" in one_silent.reason
    with pytest.raises(houvast.InvalidValueError, match="HV-303"):
        study_of(parties, all_told).network("referral").reciprocity("mutual")


# ------------------------------------------------------------------------------------------------ response


@pytest.mark.parametrize(
    ("reporting", "band", "words"),
    [(10, "usable", "100%"), (8, "usable", "80%"), (7, "with care", "70%"), (6, "with care", "60%"),
     (5, "only bounds", "50%")],
)  # fmt: skip
def test_the_response_band_and_its_reason(reporting, band, words):
    nodes = [f"p{i}" for i in range(10)]
    network = network_of(nodes, [says(node, node, "p9" if node != "p9" else "p0") for node in nodes[:reporting]])
    response = network.response
    assert (response.asked, response.reported, response.band) == (10, reporting, band)
    assert f"{reporting} van de 10" in response.reason.nl
    assert words in response.reason.nl
    assert words in response.reason.en
    value = network.centralization("degree")
    assert value.low <= value.high
    if band == "only bounds":
        assert not value.defined
        assert "50%" in value.reason
    else:
        assert value.low - 1e-12 <= value.value <= value.high + 1e-12


def test_own_response_bands_and_impossible_ones():
    nodes = [f"p{i}" for i in range(10)]
    study = study_of([{"id": node} for node in nodes], [says(node, node, "p9") for node in nodes[:5]])
    assert study.network(response_bands=(0.5, 0.3)).response.band == "usable"
    assert study.network(response_bands=(0.9, 0.5)).response.band == "with care"
    for bands in ((0.5, 0.8), (1.2, 0.5), (0.5, -0.1), (float("nan"), 0.1)):
        with pytest.raises(houvast.InvalidValueError, match="HV-302"):
            study.network(response_bands=bands)


def test_a_share_just_below_the_line_is_not_rounded_up_to_it():
    nodes = [f"p{i}" for i in range(49)]
    network = network_of(nodes, [says(node, node, "p48") for node in nodes[:39]])  # 79.6 %
    assert network.response.band == "with care"
    assert "(79%)" in network.response.reason.nl


def test_a_published_network_has_no_silence(indiana):
    network = indiana.network("collaboration")
    assert network.response.share == 1
    assert network.response.band == "usable"
    value = network.centralization("degree")
    graph = nx.Graph((r["from"], r["to"]) for r in rows(network.ties))
    graph.add_nodes_from(network.party_ids)
    assert value.value == pytest.approx(centralization(graph, "degree"))
    assert value.low == value.high == value.value
    assert not network.confirmation.defined
    assert network.components_bounds == (nx.number_connected_components(graph),) * 2


def test_published_networks_have_the_numbers_of_r(root, indiana):
    """sna 2.7 and igraph 1.3.5 on the same data; a published network is read as it is."""
    folder = root / "tests" / "data" / "networks"
    reference = json.loads((folder / "reference_values.json").read_text(encoding="utf-8"))
    r = reference["tc_indiana_TCcoll_by_agency_cat"]
    network = indiana.network("collaboration")
    assert network.centralization("degree").value == pytest.approx(r["degree_centralization"])
    assert network.centralization("betweenness").value == pytest.approx(r["betweenness_centralization"])

    emon = json.loads((folder / "emon_texas.json").read_text(encoding="utf-8"))
    title = {"nl": "Contact", "en": "Contact"}
    relation = {"id": "contact", "title": title, "directed": True, "max_strength": 1, "complete": True}
    parties = [{"id": f"n{node['id']}"} for node in emon["nodes"]]
    ties = [says(f"n{e['source']}", f"n{e['source']}", f"n{e['target']}") for e in emon["edges"]]
    texas, r = study_of(parties, ties, [relation]).network(), reference["emon_texas_by_sponsorship"]
    assert texas.density.value == pytest.approx(r["density"])
    assert texas.reciprocity().value == pytest.approx(r["reciprocity_edgewise"])
    assert texas.reciprocity("dyadic_nonnull").value == pytest.approx(r["reciprocity_dyadic_nonnull"])
    assert texas.centralization("in_degree").value == pytest.approx(r["in_degree_centralization"])
    assert texas.centralization("out_degree").value == pytest.approx(r["out_degree_centralization"])
    assert texas.components_bounds == (r["weak_components"],) * 2


def test_the_command_takes_a_level_and_prints_null_for_what_nobody_could_see(tmp_path, region_folder, capsys):
    assert main(["network", str(region_folder), "--level", "domain", "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert (printed["parties"], printed["density"]) == (9, 1)
    one_voice = study_of([{"id": node} for node in "abc"], [says("a", "a", "b")])
    one_voice.save(tmp_path / "one.json")
    assert main(["network", str(tmp_path / "one.json"), "--rule", "both", "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["density"] is None
    assert (printed["density_low"], printed["density_high"]) == (0, pytest.approx(2 / 3))


def test_the_table_of_metrics_says_why_a_number_is_missing(region_study):
    network = region_study.network("verwijzing")
    metrics = {row["metric"]: row for row in rows(network.metrics)}
    assert list(metrics) == ["response", "density", "degree_centralization", "in_degree_centralization",
                             "out_degree_centralization", "reciprocity", "confirmation", "components",
                             "isolates"]  # fmt: skip
    for name, row in metrics.items():
        assert (row["value"] is None) == bool(row["reason"]), name
        assert row["definition"]
        if row["low"] is not None:
            assert row["low"] <= row["high"]
            if row["value"] is not None:
                assert row["low"] - 1e-12 <= row["value"] <= row["high"] + 1e-12
    assert metrics["in_degree_centralization"]["value"] is not None
    assert metrics["out_degree_centralization"]["value"] is None
    assert "in_degree" in metrics["out_degree_centralization"]["reason"]
    assert metrics["density"]["value"] == network.density.value


# ------------------------------------------------------------------------------------------------ groups


@pytest.mark.parametrize("level", ["organisation", "domain", "sector"])
@pytest.mark.parametrize("relation", ["samenwerking", "verwijzing"])
def test_groups_count_what_their_members_have(region_study, level, relation):
    members = region_study.network(relation)
    group = {p.id: getattr(p, level) or p.id for p in region_study.parties}
    network = region_study.network(relation, level=level)
    assert set(network.party_ids) == set(group.values())
    expected = {}
    for tie in rows(members.ties):
        key = (group[tie["from"]], group[tie["to"]])
        key = key if relation == "verwijzing" else tuple(sorted(key))
        tied, reports, strengths = expected.setdefault(key, (0, 0, []))
        expected[key] = (tied + 1, reports + tie["reports"], [*strengths, tie["strength"]])
    found = {}
    for row in rows(network.groups):
        key = (row["from"], row["to"])
        assert row["inside"] == (row["from"] == row["to"])
        sizes = [sum(g == name for g in group.values()) for name in key]
        pairs = sizes[0] * sizes[1] if not row["inside"] else sizes[0] * (sizes[0] - 1)
        assert row["possible"] == (pairs // 2 if row["inside"] and relation == "samenwerking" else pairs)
        assert row["tied"] <= row["observed"] <= row["possible"]
        if row["tied"]:
            found[key if relation == "verwijzing" else tuple(sorted(key))] = row
    assert set(found) == set(expected)
    for key, (tied, reports, strengths) in expected.items():
        row = found[key]
        assert (row["tied"], row["reports"], row["strength_sum"]) == (tied, reports, sum(strengths))
        assert row["strength_mean"] == pytest.approx(np.mean(strengths))
        assert row["strength_max"] == max(strengths)
    between = {key for key in expected if key[0] != key[1]}
    ties = {(r["from"], r["to"]) for r in rows(network.ties)}
    assert (ties if relation == "verwijzing" else {tuple(sorted(t)) for t in ties}) == between
    assert network.graph.loops == 0
    assert sum(r["possible"] for r in rows(network.groups)) == len(members.party_ids) * (len(members.party_ids) - 1) / (
        1 if relation == "verwijzing" else 2
    )


def test_a_group_is_silent_when_all_its_members_are_and_partly_silent_when_some_are():
    parties = [
        *({"id": f"a{i}", "organisation": "A"} for i in range(2)),  # one speaks
        *({"id": f"b{i}", "organisation": "B"} for i in range(2)),  # both silent
        *({"id": f"c{i}", "organisation": "C"} for i in range(2)),  # both speak
        {"id": "alone"},  # no organisation: stands for itself, silent
    ]
    records = [says("a0", "a0", "c0", 2), says("c0", "c0", "c1"), says("c1", "c1", "c0")]
    network = study_of(parties, records).network(level="organisation")
    assert network.party_ids == ["A", "B", "C", "alone"]
    assert network.silent == ["B", "alone"]
    silence = {row["group"]: (row["members"], row["reported"], row["silence"]) for row in rows(network.parties)}
    assert silence == {"A": (2, 1, "part"), "B": (2, 0, "all"), "C": (2, 2, "none"), "alone": (1, 0, "all")}
    inside = {row["group"]: (row["inside_possible"], row["inside_observed"], row["inside_tied"])
              for row in rows(network.parties)}  # fmt: skip
    assert inside == {"A": (1, 1, 0), "B": (1, 0, 0), "C": (1, 1, 1), "alone": (0, 0, 0)}
    # Of six pairs of groups only B-alone was told about by nobody; A-C has the one tie.
    assert network.density.n == 5
    assert network.density.value == pytest.approx(1 / 5)
    # a1 and B's members could still be tied, and so on; A-B, A-alone and B-alone are not settled, C is.
    assert network.density.high == pytest.approx(4 / 6)
    assert network.response.share == pytest.approx(3 / 7)  # of parties: half of A is not hidden
    told = "contact, ronde 2024: 4 groepen naar organisation, 1 contact; exact, voor intern gebruik"
    assert repr(network) == f"StudyNetwork({told})"


def test_every_group_of_one_is_the_network_of_parties(region_study):
    parties = region_study.network("verwijzing")
    same = region_study.network("verwijzing", level="person")
    assert same.level == "party"
    assert same.groups is None
    own = region_study.network("verwijzing", level="party")
    assert rows(own.ties) == rows(parties.ties)
    with pytest.raises(houvast.UnknownKeyError, match="organisation"):
        region_study.network(level="organisatie")


@pytest.mark.parametrize("seed", range(5))
def test_bounds_of_groups_hold_whatever_the_open_pairs_of_parties_hold(seed):
    nodes, records = random_case("contact", 500 + seed, size=6, silence=0.6)
    group = {node: "ABC"[i // 2] for i, node in enumerate(nodes)}
    plain = plain_network(nodes, records)
    assert len(plain.open) <= 15
    network = study_of([{"id": n, "organisation": g} for n, g in group.items()], records).network(level="organisation")
    values = []
    for size in range(len(plain.open) + 1):
        for extra in itertools.combinations(sorted(plain.open), size):
            pairs = {frozenset((group[a], group[b])) for a, b in [*plain.ties, *extra] if group[a] != group[b]}
            values.append(len(pairs) / 3)
    assert network.density.low == pytest.approx(min(values))
    assert network.density.high == pytest.approx(max(values))


# ------------------------------------------------------------------------------------------------ views


def test_a_view_shows_ties_of_a_perspective_and_who_they_are_with(region_study):
    network = region_study.network()
    view = network.view(["ouder"])
    parents = {p.id for p in region_study.parties if p.perspective == "ouder"}
    shown = [tie for tie in rows(network.ties) if tie["from"] in parents or tie["to"] in parents]
    assert rows(view.ties) == shown == rows(network.view("Ouder").ties)
    among = parents | {t["from"] for t in shown} | {t["to"] for t in shown}
    assert rows(view.parties) == [row for row in rows(network.parties) if row["party"] in among]
    only = network.view(["ouder"], both_ends=True)
    assert {t["from"] for t in rows(only.ties)} | {t["to"] for t in rows(only.ties)} <= parents
    assert {row["party"] for row in rows(only.parties)} == parents
    assert f"of {len(rows(network.ties))} rows shown" in view.ties.title
    assert f"{len(shown)} van {len(rows(network.ties))} contacten" in repr(view)


def test_a_view_of_an_unknown_perspective_or_of_groups_is_refused(region_study):
    with pytest.raises(houvast.UnknownKeyError, match="ouder") as caught:
        region_study.network().view(["oudr"])
    assert caught.value.code == "HV-506"
    with pytest.raises(houvast.InvalidValueError, match="HV-302"):
        region_study.network().view([])
    with pytest.raises(houvast.InvalidValueError, match="HV-303"):
        region_study.network(level="domain").view(["ouder"])


def test_the_tutorial_prints_what_it_says(root, no_language):
    text = (root / "docs" / "tutorial" / "network.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```(\w+)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    names, printed = {}, []
    for language, body in blocks:
        if language == "python":
            output = io.StringIO()
            with contextlib.redirect_stdout(output):
                exec(compile(body, "network.md", "exec"), names)
            printed.append(output.getvalue())
    assert [text for text in printed if text] == [body for language, body in blocks if language == "text"]
