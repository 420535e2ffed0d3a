"""Who works with whom, counted in a form that can be drawn."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Final

from .. import _core
from ..errors import UnknownKeyError, choose
from ..results.columns import group_of
from .sources import Source
from .style import tidy

__all__ = ["SMALL", "Net", "counts_of", "density_words", "net_of", "order_of", "relation_title"]

SMALL: Final = 7.5


@dataclass(frozen=True, slots=True)
class Net:
    """A network with what is needed to draw it; nodes in the order of the study."""

    ids: list[str]
    names: list[str]
    groups: list[str]
    told: list[bool]
    asked: list[bool | None]
    consent: list[bool]
    ties: list[tuple[int, int, float]]
    directed: bool
    rule: str
    complete: bool
    cuts: set[str]
    summary: Any


def net_of(study: _core.Study, source: Source, by: str, relation: str | None, wave: str | None) -> Net:
    """The network of a relation and wave, split by an attribute. Raises UnknownKeyError HV-505, HV-506, HV-507."""
    choose(by, study.attributes, "problem.subject.attribute", "HV-506", UnknownKeyError)
    summary = study.network(relation=relation, wave=wave)
    rows = summary.parties.to_dicts()
    party = {p.id: p for p in study.parties}
    parties = [party[row["party"]] for row in rows]
    sources, targets, weights = summary.graph.edges()
    ties = list(zip(sources.tolist(), targets.tolist(), weights.tolist(), strict=True))
    details = summary.density.details
    return Net(
        [p.id for p in parties],
        [tidy(p.name) for p in parties],
        [group_of(p, by) for p in parties],
        [bool(row["reported"]) for row in rows],
        [row["asked"] for row in rows],
        [p.consents_to("picture") for p in parties],
        ties,
        summary.graph.directed,
        summary.density.provenance.options.get("rule", ""),
        details.get("observed_dyads") == details.get("possible_dyads"),
        set(summary.articulation_points),
        summary,
    )


def relation_title(source: Source, relation: str) -> str:
    """What a relation is called."""
    for found in json.loads(source.thing.header_json()).get("relations", []):
        if found["id"] == relation:
            return source.written(found["title"]) or relation
    return relation


def order_of(study: _core.Study, net: Net, by: str) -> list[str]:
    """Groups as the study lists its parties; those without a value last."""
    seen = list(dict.fromkeys(group_of(party, by) for party in study.parties))
    return [g for g in seen if g and g in net.groups] + ([""] if "" in net.groups else [])


def counts_of(net: Net, groups: list[str]) -> dict[tuple[str, str], tuple[int, int]]:
    """(ties, observed pairs) per pair of groups; undirected pairs stand under both orders."""
    size = len(net.ids)
    found = {(a, b): [0, 0] for a in groups for b in groups}

    def add(a: int, b: int, what: int) -> None:
        one, other = net.groups[a], net.groups[b]
        found[(one, other)][what] += 1
        if not net.directed and one != other:
            found[(other, one)][what] += 1

    for a in range(size):
        for b in range(size) if net.directed else range(a + 1, size):
            if a == b:
                continue
            known = {"source": net.told[a], "both": net.told[a] and net.told[b]}.get(
                net.rule, net.told[a] or net.told[b]
            )
            if net.complete or known:
                add(a, b, 1)
    for a, b, _ in net.ties:
        if a != b:
            add(a, b, 0)
    return {pair: (ties, pairs) for pair, (ties, pairs) in found.items()}


def density_words(source: Source, net: Net) -> str:
    """The density with the number of known pairs, as it is written in the reader's language."""
    return source.texts("plot.density.of", density=net.summary.density.value, n=net.summary.density.n)
