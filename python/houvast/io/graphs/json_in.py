"""Reads node-link JSON, as networkx and d3 write it."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from ...errors import ParseError, Where
from ..inside import INSIDE
from .common import text_of, unreadable
from .graph_in import Asked, In, number


def _is_directed(whole: dict[str, Any], file: str) -> bool:
    """What the file says, as a truth value or as its text."""
    given = whole.get("directed", False)
    found = {"true": True, "false": False}.get(given.strip().lower()) if isinstance(given, str) else given
    if not isinstance(found, bool):
        where = Where(file, pointer="/directed")
        raise unreadable("HV-109", "problem.subject.directed", "problem.expected.true_or_false", where, str(given))
    return found


def _parsed(data: bytes, file: str, encoding: str | None) -> dict[str, Any]:
    """The object in a JSON file without a key twice or a number that is not finite; empty for anything else."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        keys = [key for key, _ in pairs]
        held = dict(pairs)
        if len(held) < len(keys):
            twice = next(key for key, times in Counter(keys).items() if times > 1)
            raise unreadable("HV-106", "problem.subject.key", "problem.expected.key_once", Where(file), twice)
        return held

    def not_finite(text: str) -> Any:
        raise unreadable("HV-104", "problem.subject.json", "problem.expected.finite", Where(file), text)

    try:
        whole = json.loads(text_of(data, file, encoding), object_pairs_hook=once, parse_constant=not_finite)
    except json.JSONDecodeError as error:
        raise unreadable("HV-104", "problem.subject.text", "problem.expected.json", Where(file, error.lineno)) from None
    except ParseError:
        raise
    except ValueError:
        raise unreadable("HV-107", "problem.subject.json_number", "problem.expected.digits", Where(file)) from None
    except RecursionError:
        raise unreadable("HV-105", "problem.subject.json", "problem.expected.less_nesting", Where(file)) from None
    return whole if isinstance(whole, dict) else {}


def _read_node(result: In, place: int, node: Any) -> None:
    where = Where(result.file, pointer=f"/nodes/{place}")
    name = node.get("id") if isinstance(node, dict) else None
    if isinstance(name, bool) or not isinstance(name, str | int | float):
        raise unreadable("HV-109", "problem.subject.node", "problem.expected.node", where)
    if result.node(str(name)) != place:
        raise unreadable("HV-106", "problem.subject.id", "problem.expected.node_once", where, str(name))
    for key, value in node.items():
        if key != "id":
            result.attribute(place, key, value)


def _read_edge(result: In, edge: Any, where: Where, asked: Asked) -> None:
    ends = [str(edge.get(key)) for key in ("source", "target")] if isinstance(edge, dict) else [""]
    if len(ends) < 2 or any(end not in result.places for end in ends):
        raise unreadable("HV-109", "problem.subject.edge", "problem.expected.edge", where)
    weights = [key for key in edge if asked.weighs(key)]
    weight = edge[weights[0]] if weights else None
    if weight is not None and (isinstance(weight, bool) or not isinstance(weight, int | float)):
        raise unreadable("HV-108", "problem.subject.weight", "problem.expected.number", where)
    result.tie_attributes |= {key: None for key in edge if key not in ("source", "target", "key", "id", *weights)}
    a, b = (result.places[end] for end in ends)
    result.tie(a, b, None if weight is None else number(str(weight), where))


def from_json(data: bytes, file: str, asked: Asked) -> list[In]:
    """The graph of a node-link JSON file."""
    whole = _parsed(data, file, asked.encoding)
    result = In(file, _is_directed(whole, file))
    edges_key = "edges" if "edges" in whole else "links"  # what networkx before 3.4 and d3 call them
    for key in ("nodes", edges_key):
        if not isinstance(whole.get(key), list):
            where = Where(file, pointer=f"/{key}")
            raise unreadable("HV-109", "problem.subject.node_link", "problem.expected.node_link", where)
    for place, node in enumerate(whole["nodes"]):
        _read_node(result, place, node)
    for place, edge in enumerate(whole[edges_key]):
        _read_edge(result, edge, Where(file, pointer=f"/{edges_key}/{place}"), asked)
    others = [key for key in whole if key not in ("directed", "multigraph", "nodes", edges_key)]
    result.parts |= {key: None for key in others if whole[key] not in ({}, [], None, {"use": INSIDE})}
    return [result]
