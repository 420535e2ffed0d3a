"""Tables of ties in a conversion: a matrix of names or a list of ties, beside the answers or instead of them."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as Record
from dataclasses import replace
from typing import Any

from .. import _core
from ..errors import Where
from ..texts import say
from .checks import RELATION
from .edges import Edge, conditions_of, edges_of
from .mapping import Mapping
from .partners import is_about_partners, partner_edges
from .personal import masked
from .roster import Roster
from .sheet import Ask, Raw
from .study import Making, assembled
from .ties import highest_of, relation_named
from .vocabulary import Vocabulary, fold

__all__ = ["among", "names_of", "read_tables", "rows_beside", "speaking", "ties_alone"]


def read_tables(tables: Iterable[Raw], mapping: Mapping) -> tuple[list[Edge], list[Ask]]:
    """The ties of all tables, and what must be asked about their strengths; completes the relations of the mapping."""
    edges: list[Edge] = []
    asks: list[Ask] = []
    for table in tables:
        if is_about_partners(table):
            told, unclear = partner_edges(table, mapping)
            edges, asks = edges + told, asks + unclear
            continue
        high = highest_of(mapping, RELATION)
        found, wrong = edges_of(table, high)
        edges += found
        asks += [Ask("HV-704", "tie", where, {"high": f"{high:g}"}) for where, seen in wrong if seen is None]
        strong = [(seen, where) for where, seen in wrong if seen is not None]
        if strong:
            most, where = max(strong, key=lambda one: one[0])
            asks.append(Ask("HV-704", "strong", where, {"high": f"{high:g}", "seen": f"{most:g}"}))
    known = {str(relation.get("id")) for relation in mapping.relations}
    for name in dict.fromkeys(edge.relation or RELATION for edge in edges):
        if name not in known and not asks:
            mapping.relations.append(relation_named(name, highest_of(mapping, RELATION)))
    return edges, asks


def names_of(edges: Iterable[Edge]) -> Iterable[tuple[str, Where]]:
    """Every name in the tables, with the place where it stands."""
    return ((name, edge.where) for edge in edges for name in (edge.source, edge.target, edge.reporter) if name)


def among(edges: list[Edge], known: dict[str, str]) -> tuple[list[Edge], list[tuple[str, Where]]]:
    """The ties between names that are known, and the names that are not."""
    strange = [(masked(name, None), where) for name, where in names_of(edges) if fold(name) not in known]
    inside = [edge for edge in edges if all(fold(name) in known for name, _ in names_of([edge]))]
    return inside, list(dict.fromkeys(strange))


def speaking(edges: list[Edge], parties: Iterable[Record[str, str]]) -> list[Edge]:
    """The ties with who tells of them: where they do not say who they are, the only party that looks from there.

    Without such a party the perspective itself is named, which is reported as no party of the list.
    """
    found = []
    for edge in edges:
        if not edge.source and edge.perspective:
            there = [row["id"] for row in parties if row.get("perspective") == edge.perspective]
            edge = replace(edge, source=there[0] if len(there) == 1 else edge.perspective)
        found.append(edge)
    return found


def rows_beside(edges: list[Edge], known: dict[str, str], wave: str) -> list[list[str]]:
    """The rows of ties.csv of tables beside the answers, in which the last wave is meant when they name none."""
    strongest: dict[tuple[str, str, str, str, str], float] = {}
    told: dict[tuple[str, str, str, str, str], list[Edge]] = {}
    for edge in edges:
        source, target = known[fold(edge.source)], known.get(fold(edge.target), "")
        reporter = known[fold(edge.reporter)] if edge.reporter else source
        if source != target:
            key = (edge.wave or wave, reporter, source, target, edge.relation or RELATION)
            strongest[key] = max(edge.strength, strongest.get(key, 0.0))
            told.setdefault(key, []).append(edge)
    said = {(key[0], key[2], key[4]) for key in strongest if key[3]}
    kept = {key: value for key, value in strongest.items() if key[3] or (key[0], key[2], key[4]) not in said}
    return [[*key, f"{value:g}" if key[3] else "", *conditions_of(told[key])] for key, value in sorted(kept.items())]


def ties_alone(edges: list[Edge], roster: Roster | None, mapping: Mapping, about: dict[str, str]) -> _core.Study:
    """A study of nothing but ties."""
    making = Making(Vocabulary([]), roster)
    title: dict[str, Any] = {"nl": about["title"], "en": about["title"]}
    source = say("convert.source", "nl", platforms=", ".join(mapping.platforms))
    declared = {str(relation.get("id")): relation for relation in mapping.relations}
    more = {"directed": False, "max_strength": highest_of(mapping, RELATION), "relations": declared, "source": source}
    return assembled(making, None, [], edges, {"id": about["id"], "title": title, **more})
