"""Small studies of tie reports, and what their network is by plain set arithmetic: the oracle of the network tests."""

from __future__ import annotations

import itertools
import json
from dataclasses import dataclass, field
from typing import Any

import networkx as nx

import houvast
from houvast import _core

RELATIONS = [
    {"id": "contact", "title": {"nl": "Contact", "en": "Contact"}, "directed": False, "max_strength": 3},
    {"id": "referral", "title": {"nl": "Verwijzing", "en": "Referral"}, "directed": True, "max_strength": 3},
    {"id": "advice", "title": {"nl": "Advies", "en": "Advice"}, "directed": True, "max_strength": 3},
]


def study_of(parties: list[dict[str, Any]], ties: list[dict[str, Any]], relations: Any = RELATIONS) -> houvast.Study:
    """A study of two waves (2023, 2024) in its one-file form."""
    data = {
        "schema": "houvast-study/1",
        "id": "small",
        "title": {"nl": "Klein", "en": "Small"},
        "instruments": ["six-elements"],
        "waves": [{"id": "2023", "date": "2023-01-01"}, {"id": "2024", "date": "2024-01-01"}],
        "relations": relations,
        "parties": parties,
        "ties": ties,
        "answers": [],
        "assessments": [],
        "goals": [],
    }
    return _core.study_from_json(json.dumps(data).encode(), "small.json")


def says(reporter: str, source: str, target: str, strength: float = 1, relation: str = "contact", wave: str = "2024"):
    """One report; an empty target says that the reporter has no ties."""
    return {
        "wave": wave,
        "reporter": reporter,
        "from": source,
        "to": target,
        "relation": relation,
        "strength": strength,
    }


@dataclass
class Plain:
    """The network by the definitions of docs/method/network.md, written down again without looking at the code."""

    nodes: list[str]
    directed: bool
    ties: dict[tuple[str, str], float] = field(default_factory=dict)
    observed: set[tuple[str, str]] = field(default_factory=set)
    open: set[tuple[str, str]] = field(default_factory=set)

    def dyads(self) -> list[tuple[str, str]]:
        pairs = itertools.permutations if self.directed else itertools.combinations
        return list(pairs(self.nodes, 2))

    def graph(self, extra: tuple[tuple[str, str], ...] = ()) -> nx.Graph:
        graph = nx.DiGraph() if self.directed else nx.Graph()
        graph.add_nodes_from(self.nodes)
        graph.add_edges_from([*self.ties, *extra])
        return graph


def plain_network(nodes, records, relation="contact", wave="2024", rule=None, minimum=0.0) -> Plain:
    """`records`: reports as dicts; `nodes`: who takes part in the wave."""
    directed = next(r["directed"] for r in RELATIONS if r["id"] == relation)
    rule = rule or ("source" if directed else "either")
    here = [r for r in records if r["wave"] == wave and r["relation"] == relation]
    told_out = {r["reporter"] for r in here if not directed or not r["to"] or r["reporter"] == r["from"]}
    told_in = {r["reporter"] for r in here if r["to"] and r["reporter"] == r["to"]} if directed else told_out
    word = {}
    for r in here:
        key = (r["from"], r["to"]) if directed else tuple(sorted((r["from"], r["to"]), key=_order(nodes)))
        word[(r["reporter"], *key)] = float(r["strength"])
    plain = Plain(list(nodes), directed)
    for a, b in plain.dyads():
        words = []
        if a in told_out:
            words.append(word.get((a, a, b), 0.0))
        if b in told_in:
            words.append(word.get((b, a, b), 0.0))
        if rule == "source":
            words = [word.get((a, a, b), 0.0)] if a in told_out else []
        needed = 2 if rule == "both" else 1
        if len(words) >= needed:
            plain.observed.add((a, b))
            strength = min(words) if rule == "both" else max(words)
            if strength > 0 and strength >= minimum:
                plain.ties[a, b] = strength
        elif rule != "both" or all(w > 0 and w >= minimum for w in words):
            plain.open.add((a, b))
    return plain


def _order(nodes):
    place = {node: i for i, node in enumerate(nodes)}
    return lambda node: place.get(node, -1)


def random_reports(random, nodes, relation, wave="2024", silence=0.3, chance=0.4):
    """Reports of everybody who is not silent, about their own ties and (directed) sometimes about ties to them."""
    directed = next(r["directed"] for r in RELATIONS if r["id"] == relation)
    records = []
    for me in nodes:
        if random.random() < silence:
            continue
        mine = [
            says(me, me, other, int(random.integers(0, 4)), relation, wave)
            for other in nodes
            if other != me and random.random() < chance
        ]
        if directed and random.random() < 0.5:
            mine += [
                says(me, other, me, int(random.integers(0, 4)), relation, wave)
                for other in nodes
                if other != me and random.random() < chance
            ]
        records += mine or [says(me, me, "", 0, relation, wave)]
    return records


def centralization(graph: nx.Graph, kind: str) -> float:
    """Freeman's formula over networkx's degrees."""
    n = graph.number_of_nodes()
    degrees = [degree for _, degree in getattr(graph, kind if graph.is_directed() else "degree")]
    star = (n - 1) * (n - 2) * (2 if graph.is_directed() else 1)
    if kind != "degree" and graph.is_directed():
        star = (n - 1) ** 2
    return sum(max(degrees) - degree for degree in degrees) / star
