"""Reads a graph from each format, or says where the file is not what it should be."""

from __future__ import annotations

import csv
import io
import json
import math
import re
from collections.abc import Callable
from typing import Any

from ..._core import Graph
from ...errors import ParseError, Where
from .common import bare, require, unreadable, utf8_text

_HEADINGS = {("source", "target"): True, ("node_a", "node_b"): False}
_DEEPEST = 64  # nesting of elements; ours have 4


Attributes = dict[str, list[Any]]


class In:
    """What was read: names, ties, attributes."""

    def __init__(self, file: str, directed: bool):
        self.file = file
        self.directed = directed
        self.places: dict[str, int] = {}
        self.sources: list[int] = []
        self.targets: list[int] = []
        self.weights: list[float | None] = []
        self.attributes: Attributes = {}

    def node(self, name: str) -> int:
        """The place of a node, a new one if need be."""
        return self.places.setdefault(name, len(self.places))

    def tie(self, a: int, b: int, weight: float | None) -> None:
        """Adds a tie."""
        self.sources.append(a)
        self.targets.append(b)
        self.weights.append(weight)

    def attribute(self, node: int, key: str, value: Any) -> None:
        """Keeps a value of a node."""
        self.attributes.setdefault(key, []).extend([None] * (len(self.places) - len(self.attributes.get(key, []))))
        self.attributes[key][node] = value

    def finish(self) -> tuple[Graph, list[str], Attributes]:
        """The graph, the names and the attributes in node order."""
        weights = [weight for weight in self.weights if weight is not None]
        if weights and len(weights) != len(self.weights):
            missing = f"{len(self.weights) - len(weights)} of {len(self.weights)} ties without"
            raise unreadable("HV-109", "weight", missing, "a weight for every tie, or for none", Where(self.file))
        graph = Graph(len(self.places), self.sources, self.targets, directed=self.directed, weights=weights or None)
        for column in self.attributes.values():
            column.extend([None] * (len(self.places) - len(column)))
        return graph, list(self.places), self.attributes


def _number(text: str, where: Where, subject: str = "weight") -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value) or "_" in text:
        raise unreadable("HV-108", subject, text, "a number with a decimal point", where)
    return value


def _check_xml(data: bytes, file: str) -> None:
    """Refuses what a hardened parser refuses: document types, entities, too deep nesting, text that is not XML."""
    safe = require("defusedxml.ElementTree")
    common = require("defusedxml.common")
    depth = 0
    try:
        for event, _ in safe.iterparse(io.BytesIO(data), events=("start", "end"), forbid_dtd=True):
            depth += 1 if event == "start" else -1
            if depth > _DEEPEST:
                raise unreadable("HV-105", "XML", "", f"at most {_DEEPEST} elements inside each other", Where(file))
    except common.DefusedXmlException:
        raise unreadable("HV-152", "XML", "", "no document type and no entities", Where(file)) from None
    except safe.ParseError as error:
        row = error.position[0]
        raise unreadable(
            "HV-151", "XML", "", "well-formed XML in the encoding that it names", Where(file, row)
        ) from None
    except (LookupError, ValueError) as error:
        if isinstance(error, ParseError):
            raise
        raise unreadable("HV-151", "XML", "", "an encoding that can be read, UTF-8", Where(file)) from None


def _from_networkx(found: Any, file: str) -> In:
    result = In(file, found.is_directed())
    for name in found.nodes:
        result.node(str(name))
    for name, held in found.nodes(data=True):
        for key, value in held.items():
            result.attribute(result.places[str(name)], str(key), value)
    for a, b, held in found.edges(data=True):
        weight = held.get("weight")
        result.tie(
            result.places[str(a)],
            result.places[str(b)],
            None if weight is None else _number(str(weight), Where(file)),
        )
    return result


def _by_networkx(data: bytes, file: str, format: str, parse: Callable[[Any], Any]) -> In:
    nx = require("networkx")
    _check_xml(data, file)
    try:
        found = parse(nx)
    except Exception as error:  # its readers tell of a wrong file by whatever went wrong
        raise unreadable("HV-151", "XML", "", f"{format} with nodes and edges", Where(file)) from error
    return _from_networkx(found, file)


def _from_graphml(data: bytes, file: str) -> In:
    return _by_networkx(data, file, "GraphML", lambda nx: nx.parse_graphml(data))


def _from_gexf(data: bytes, file: str) -> In:
    result = _by_networkx(data, file, "GEXF", lambda nx: nx.read_gexf(io.BytesIO(data)))
    labels = result.attributes.pop("label", [])
    if any(label not in (None, name) for label, name in zip(labels, result.places, strict=True)):
        result.attributes["label"] = labels
    return result


def _from_pajek(data: bytes, file: str) -> In:
    result = In(file, False)
    section, count, both = "", 0, []
    names: list[str] = []
    for row, line in enumerate(re.split(r"\r?\n", utf8_text(data, file)), 1):
        where = Where(file, row)
        if not line.strip() or line.startswith("%"):
            continue
        if line.startswith("*"):
            section, *rest = line[1:].lower().split()
            if section == "vertices":
                if not rest or not rest[0].isascii() or not rest[0].isdigit() or names:
                    raise unreadable("HV-154", "Pajek", "", "*Vertices with their number, once", where)
                count = int(rest[0])
                if count > len(data):  # a number of vertices costs nothing to claim
                    raise unreadable("HV-154", "Pajek", "", "a line for every vertex", where)
                names = [str(i + 1) for i in range(count)]
            elif section == "arcs":
                result.directed = True
            elif section not in ("edges", "network"):
                raise unreadable("HV-154", "Pajek", f"*{section}", "*Vertices, *Arcs or *Edges", where)
            continue
        match = re.fullmatch(r'\s*(\d+)(?:\s+(?:"([^"]*)"|(\S+))(?:\s.*)?)?', line) if section == "vertices" else None
        cells = line.split()
        if match and 1 <= int(match[1]) <= count:
            names[int(match[1]) - 1] = match[2] or match[3] or match[1]
        elif section in ("arcs", "edges") and len(cells) >= 2 and all(_is_place(cell, count) for cell in cells[:2]):
            a, b = int(cells[0]) - 1, int(cells[1]) - 1
            both.append((a, b, _number(cells[2], where) if len(cells) > 2 else None, section == "edges"))
        else:
            raise unreadable("HV-154", "Pajek", "", f"a line of *{section or 'Vertices'}, of 1 to {count}", where)
    for row, name in enumerate(names):
        if result.node(name) != row:
            raise unreadable("HV-154", "Pajek", name, "a different label for every vertex", Where(file))
    for a, b, weight, undirected in both:
        result.tie(a, b, weight)
        if result.directed and undirected and a != b:
            result.tie(b, a, weight)
    return result


def _is_place(cell: str, count: int) -> bool:
    return cell.isascii() and cell.isdigit() and 1 <= int(cell) <= count


def _from_json(data: bytes, file: str) -> In:
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
    except RecursionError:
        raise unreadable("HV-105", "JSON", "", "fewer values inside each other", Where(file)) from None
    whole = whole if isinstance(whole, dict) else {}
    result = In(file, whole.get("directed", False) is True)
    edges_key = "edges" if "edges" in whole else "links"  # what networkx before 3.4 and d3 call them
    for key in ("nodes", edges_key):
        if not isinstance(whole.get(key), list):
            raise unreadable(
                "HV-109", "node-link JSON", "", "lists 'nodes' and 'edges'", Where(file, pointer=f"/{key}")
            )
    for i, node in enumerate(whole["nodes"]):
        where = Where(file, pointer=f"/nodes/{i}")
        name = node.get("id") if isinstance(node, dict) else None
        if isinstance(name, bool) or not isinstance(name, str | int | float):
            raise unreadable("HV-109", "node", "", "an object with an 'id' that is a text or a number", where)
        if result.node(str(name)) != i:
            raise unreadable("HV-106", "id", str(name), "every node once", where)
        for key, value in node.items():
            if key != "id":
                result.attribute(i, key, value)
    for i, edge in enumerate(whole[edges_key]):
        where = Where(file, pointer=f"/{edges_key}/{i}")
        ends = [str(edge.get(key)) for key in ("source", "target")] if isinstance(edge, dict) else [""]
        if len(ends) < 2 or any(end not in result.places for end in ends):
            raise unreadable("HV-109", "edge", "", "an object with the 'source' and 'target' of a node", where)
        weight = edge.get("weight")
        if weight is not None and (isinstance(weight, bool) or not isinstance(weight, int | float)):
            raise unreadable("HV-108", "weight", "", "a number", where)
        places = [result.places[end] for end in ends]
        result.tie(places[0], places[1], None if weight is None else _number(str(weight), where))
    return result


def _csv_rows(data: bytes, file: str) -> list[tuple[int, list[str]]]:
    text = utf8_text(data, file)
    first = re.match("[a-z_]*([,;\t])", text)  # a name in the heading of a matrix may have more of another
    delimiter = first[1] if first else max(",;\t", key=text.split("\n", 1)[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows, started = [], 1
    try:
        for row in reader:
            if row:
                rows.append((started, row))
            started = reader.line_num + 1
    except csv.Error as error:
        raise unreadable("HV-116", "table", "", f"valid CSV ({error})", Where(file, started)) from None
    if not rows:
        raise unreadable("HV-102", "file", "", "a table, but it is empty", Where(file))
    return rows


def _from_edges(data: bytes, file: str) -> In:
    (first, heading), *rows = _csv_rows(data, file)
    heading = [cell.strip().lower() for cell in heading]
    weighted = heading[2:] == ["weight"]
    if tuple(heading[:2]) not in _HEADINGS or heading[2:] not in ([], ["weight"]):
        expected = "source,target (directed) or node_a,node_b (undirected), and perhaps weight"
        raise unreadable("HV-112", "heading", ",".join(heading), expected, Where(file, first))
    result = In(file, _HEADINGS[(heading[0], heading[1])])
    for row, cells in rows:
        where = Where(file, row)
        if len(cells) != len(heading):
            raise unreadable("HV-113", "row", f"{len(cells)} cells", f"{len(heading)} cells", where)
        if not cells[0]:
            raise unreadable("HV-109", heading[0], "", "a name", where)
        a = result.node(bare(cells[0]))
        if cells[1]:
            b = result.node(bare(cells[1]))
            result.tie(a, b, _number(cells[2], where) if weighted else None)
    return result


def _from_matrix(data: bytes, file: str) -> In:
    (first, heading), *rows = _csv_rows(data, file)
    names = [bare(cell) for cell in heading[1:]]
    result = In(file, False)
    for place, name in enumerate(names):
        if not name or result.node(name) != place:
            raise unreadable("HV-114", "column", name, "a different name for every column", Where(file, first))
    if [bare(cells[0]) for _, cells in rows] != names:
        raise unreadable("HV-112", "rows", "", "the names of the columns, in the same order", Where(file))
    values: list[list[float]] = []
    for row, cells in rows:
        if len(cells) != len(heading):
            raise unreadable("HV-113", "row", f"{len(cells)} cells", f"{len(heading)} cells", Where(file, row))
        values.append([_number(cell, Where(file, row), "cell") for cell in cells[1:]])
    two_sided = all(values[a][b] == values[b][a] for a in range(len(names)) for b in range(a))
    if heading[0] == "undirected" and not two_sided:
        expected = "the same above and below the diagonal"
        raise unreadable("HV-209", "cells of an undirected matrix", "", expected, Where(file))
    result.directed = heading[0] == "directed" or not two_sided
    texts = {cell.strip() for _, cells in rows for cell in cells[1:]}  # ours write a weight of 1 as 1.0
    weighted = any(text != "1" and float(text) != 0 for text in texts)
    for a in range(len(names)):
        for b in range(0 if result.directed else a, len(names)):
            if values[a][b] != 0:
                result.tie(a, b, values[a][b] if weighted else None)
    return result


READERS: dict[str, Callable[[bytes, str], In]] = {
    "graphml": _from_graphml,
    "gexf": _from_gexf,
    "pajek": _from_pajek,
    "json": _from_json,
    "edges": _from_edges,
    "matrix": _from_matrix,
}
