"""Voice per perspective and the need matrix, worked out again from the tables of the example region."""

from collections import Counter, defaultdict

import networkx as nx
import pytest

import houvast
from houvast.examples.region import region


@pytest.fixture(scope="module")
def tables():
    made = region(2024)
    return {
        name: [dict(zip(columns, row, strict=True)) for row in rows] for name, (columns, rows) in made.tables.items()
    }


def test_shares_and_parity_of_every_perspective(region_study, tables):
    perspective = {party["id"]: party["perspective"] for party in tables["parties"]}
    parties, asked = Counter(perspective.values()), Counter()
    for party in tables["parties"]:
        asked[party["perspective"]] += int(party["asked"])
    answered = Counter(perspective[row["party"]] for row in tables["answers"] if row["wave"] == "2024")
    graph = nx.Graph()
    graph.add_nodes_from(perspective)
    for tie in tables["ties"]:
        if tie["wave"] == "2024" and tie["relation"] == "samenwerking" and tie["to"]:
            graph.add_edge(tie["from"], tie["to"])
    ties, between = Counter(), Counter()
    for party, value in nx.betweenness_centrality(graph, normalized=False).items():
        ties[perspective[party]] += graph.degree[party]
        between[perspective[party]] += value
    rows = {row["perspective"]: row for row in region_study.voice(wave="2024", relation="samenwerking").to_dicts()}
    assert set(rows) == set(parties)
    for name, row in rows.items():
        assert (row["parties"], row["asked"], row["answered"]) == (parties[name], asked[name], answered[name])
        fair = asked[name] / asked.total(), parties[name] / parties.total()
        assert row["parity_answers"] == pytest.approx(answered[name] / answered.total() / fair[0])
        interval = houvast.stats.wilson_interval(answered[name], answered.total()).interval
        assert row["parity_answers_low"] == pytest.approx(interval.low / fair[0])
        for measure, of in (("ties", ties), ("betweenness", between)):
            assert row[f"share_of_{measure}"] == pytest.approx(of[name] / of.total())
            assert row[f"parity_{measure}"] == pytest.approx(of[name] / of.total() / fair[1])
        assert row["parity_ties_low"] <= row["parity_ties"] <= row["parity_ties_high"]
        assert row["parity_answers_by_parties"] == pytest.approx(answered[name] / answered.total() / fair[1])


def test_every_cell_of_the_need_matrix(region_study, tables):
    offered = defaultdict(dict)
    for party in tables["parties"]:
        for cell in filter(None, party["offers"].split(";")):
            offered[cell].setdefault(party["organisation"], []).append(party["id"])
    rows = {f"{row['need']}/{row['age']}/{row['support_level']}": row for row in region_study.need_matrix().to_dicts()}
    assert len(rows) == 4 * 3 * 3
    assert [cell for cell, row in rows.items() if row["state"] == "gap"] == ["mentaal/12-23/ondersteuning"]
    for cell, row in rows.items():
        assert row["providers"].split(";") == (list(offered[cell]) or [""])
        assert row["n"] == len(offered[cell])
    assert rows["mentaal/12-23/ondersteuning"]["title"] == "Mentale gezondheid, 12 tot 23 jaar, Ondersteuning"
    assert (
        region_study.need_matrix(lang="en").to_dicts()[0]["title"]
        == "Learning and development, 0 to 4 years, Prevention"
    )


def test_a_study_without_a_matrix_has_an_empty_one(indiana):
    assert len(indiana.need_matrix()) == 0


@pytest.mark.parametrize(("option", "code"), [({"wave": "1999"}, "HV-505"), ({"relation": "vriendschap"}, "HV-507")])
def test_mistakes_are_named(region_study, option, code):
    with pytest.raises(houvast.Error) as raised:
        region_study.voice(**option)
    assert raised.value.code == code
