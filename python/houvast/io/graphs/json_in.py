"""Reads node-link JSON, as networkx and d3 write it."""

from __future__ import annotations

import json
from typing import Any

from ...errors import ParseError, Where
from .common import unreadable, utf8_text
from .graph_in import In, number


def _is_directed(whole: dict[str, Any], file: str) -> bool:
    """What the file says, as a truth value or as its text."""
    given = whole.get("directed", False)
    found = {"true": True, "false": False}.get(given.strip().lower()) if isinstance(given, str) else given
    if not isinstance(found, bool):
        where = Where(file, pointer="/directed")
        raise unreadable("HV-109", "directed", str(given), "true or false", where)
    return found


def _parsed(data: bytes, file: str) -> dict[str, Any]:
    """The object in a JSON file without a key twice or a number that is not finite; empty for anything else."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        keys = [key for key, _ in pairs]
        for key in keys:
            if keys.count(key) > 1:
                raise unreadable("HV-106", "key", key, "every key once", Where(file))
        return dict(pairs)

    def not_finite(text: str) -> Any:
        raise unreadable("HV-104", "JSON", text, "numbers that are finite", Where(file))

    try:
        whole = json.loads(utf8_text(data, file), object_pairs_hook=once, parse_constant=not_finite)
    except json.JSONDecodeError as error:
        raise unreadable("HV-104", "text", "", "JSON", Where(file, error.lineno)) from None
    except ParseError:
        raise
    except ValueError:
        raise unreadable("HV-107", "JSON number", "", "at most 4,300 digits", Where(file)) from None
    except RecursionError:
        raise unreadable("HV-105", "JSON", "", "fewer values inside each other", Where(file)) from None
    return whole if isinstance(whole, dict) else {}


def _read_node(result: In, place: int, node: Any) -> None:
    where = Where(result.file, pointer=f"/nodes/{place}")
    name = node.get("id") if isinstance(node, dict) else None
    if isinstance(name, bool) or not isinstance(name, str | int | float):
        raise unreadable("HV-109", "node", "", "an object with an 'id' that is a text or a number", where)
    if result.node(str(name)) != place:
        raise unreadable("HV-106", "id", str(name), "every node once", where)
    for key, value in node.items():
        if key != "id":
            result.attribute(place, key, value)


def _read_edge(result: In, edge: Any, where: Where) -> None:
    ends = [str(edge.get(key)) for key in ("source", "target")] if isinstance(edge, dict) else [""]
    if len(ends) < 2 or any(end not in result.places for end in ends):
        raise unreadable("HV-109", "edge", "", "an object with the 'source' and 'target' of a node", where)
    weight = edge.get("weight")
    if weight is not None and (isinstance(weight, bool) or not isinstance(weight, int | float)):
        raise unreadable("HV-108", "weight", "", "a number", where)
    a, b = (result.places[end] for end in ends)
    result.tie(a, b, None if weight is None else number(str(weight), where))


def from_json(data: bytes, file: str) -> In:
    """The graph of a node-link JSON file."""
    whole = _parsed(data, file)
    result = In(file, _is_directed(whole, file))
    edges_key = "edges" if "edges" in whole else "links"  # what networkx before 3.4 and d3 call them
    for key in ("nodes", edges_key):
        if not isinstance(whole.get(key), list):
            where = Where(file, pointer=f"/{key}")
            raise unreadable("HV-109", "node-link JSON", "", "lists 'nodes' and 'edges'", where)
    for place, node in enumerate(whole["nodes"]):
        _read_node(result, place, node)
    for place, edge in enumerate(whole[edges_key]):
        _read_edge(result, edge, Where(file, pointer=f"/{edges_key}/{place}"))
    return result
