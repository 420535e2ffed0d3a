"""Writes a graph in each format, or says why the format cannot hold it."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ..._core import Graph
from ...texts import Claim
from .common import guarded, require, unusable

_GEXF_OWN = {"end", "id", "label", "parents", "pid", "slices", "spells", "start", "viz"}
_NOT_IN_XML = re.compile("[^\t\n\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Out:
    """A graph with the names and attributes to write, checked; `use`: what its file may be used for."""

    def __init__(
        self,
        graph: Graph,
        names: Sequence[Any] | None,
        attributes: Mapping[str, Sequence[Any]] | None,
        use: str = "",
    ):
        self.graph, self.use = graph, use
        self.names = [str(name) for name in (range(graph.nodes) if names is None else names)]
        if len(self.names) != graph.nodes or len(set(self.names)) != graph.nodes:
            expected = Claim("problem.expected.different_names", {"n": graph.nodes})
            raise unusable("HV-301", "problem.subject.names", expected, str(len(self.names)))
        self.attributes: dict[str, list[Any]] = {}
        for key, column in (attributes or {}).items():
            if len(column) != graph.nodes:
                subject = Claim("problem.subject.values_of_attribute", {"name": str(key), "n": len(column)})
                raise unusable("HV-301", subject, Claim("problem.expected.one_per_node", {"n": graph.nodes}))
            self.attributes[str(key)] = [_plain(str(key), value) for value in column]
        for text in self.texts():
            if not text or not _is_encodable(text):
                raise unusable("HV-208", "problem.subject.name", "problem.expected.usable_name")
        sources, targets, weights = graph.edges()
        self.sources, self.targets = sources.tolist(), targets.tolist()
        self.weights: list[float] | None = weights.tolist() if graph.weighted else None
        self.ties = list(zip(self.sources, self.targets, self.weights or [1.0] * len(self.sources), strict=True))

    def texts(self) -> list[str]:
        """Names of nodes and attributes, and texts among the values."""
        values = [value for column in self.attributes.values() for value in column if isinstance(value, str) and value]
        return [*self.names, *self.attributes, *values]

    def without_attributes(self, format: str) -> None:
        """Refuses attributes that the format has no place for."""
        if self.attributes:
            raise unusable("HV-303", "problem.subject.attributes", "problem.expected.format_with_attributes", format)

    def to_networkx(self) -> Any:
        """The same for networkx."""
        nx = require("networkx")
        result = nx.DiGraph() if self.graph.directed else nx.Graph()
        for node, name in enumerate(self.names):
            held = {key: column[node] for key, column in self.attributes.items() if column[node] is not None}
            result.add_node(name)
            result.nodes[name].update(held)
        for a, b, weight in self.ties:
            result.add_edge(self.names[a], self.names[b], **({} if self.weights is None else {"weight": weight}))
        return result


def _plain(key: str, value: Any) -> Any:
    """A value as None, text, truth value, whole number or number."""
    item = value.item() if hasattr(value, "item") else value
    if isinstance(item, float) and not math.isfinite(item):
        raise unusable("HV-302", _attribute(key), "problem.expected.finite_or_none", str(item))
    if item is None or isinstance(item, str | bool | int | float):
        return item
    raise unusable("HV-302", _attribute(key), "problem.expected.plain_values", type(item).__name__)


def _attribute(key: str) -> Claim:
    return Claim("problem.subject.attribute_named", {"name": key})


def _is_encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _check_for_xml(out: Out, format: str) -> None:
    for text in out.texts():
        if found := _NOT_IN_XML.search(text):
            character = f"U+{ord(found[0]):04X}"
            expected = Claim("problem.expected.format_for_character", {"format": format})
            raise unusable("HV-153", Claim("problem.subject.character", {"character": character}), expected)
    values = [value for column in out.attributes.values() for value in column]
    if format == "gexf":
        if own := sorted(_GEXF_OWN & set(out.attributes)):
            raise unusable("HV-153", "problem.subject.attribute", "problem.expected.not_of_gexf", own[0])
        if any(isinstance(value, int) and not -(2**63) <= value < 2**63 for value in values):
            raise unusable("HV-153", "problem.subject.attribute", "problem.expected.whole_64_bits")


def _to_graphml(out: Out) -> str:
    _check_for_xml(out, "graphml")
    text = "\n".join(require("networkx").generate_graphml(out.to_networkx(), named_key_ids=False)) + "\n"
    return text.replace(">", f">\n  <!-- {out.use} -->", 1) if out.use else text


def _to_gexf(out: Out) -> str:
    _check_for_xml(out, "gexf")
    text = "\n".join(require("networkx").generate_gexf(out.to_networkx()))
    text = re.sub(r' lastmodifieddate="[0-9-]*"', "", text, count=1) + "\n"  # the same graph, the same bytes
    told = f"</creator>\n    <description>{out.use}</description>"
    return text.replace("</creator>", told, 1) if out.use else text


def _to_pajek(out: Out) -> str:
    out.without_attributes("pajek")
    if any(character in name for name in out.names for character in '"\n\r'):
        raise unusable("HV-153", "problem.subject.quoted_name", "problem.expected.format_json")
    lines = [f"% {out.use}"] if out.use else []
    lines += [f"*Vertices {len(out.names)}", *(f'{i} "{name}"' for i, name in enumerate(out.names, 1))]
    lines.append("*Arcs" if out.graph.directed else "*Edges")
    for a, b, weight in out.ties:
        lines.append(f"{a + 1} {b + 1}" + ("" if out.weights is None else f" {weight!r}"))
    return "\n".join(lines) + "\n"


def _to_json(out: Out) -> str:
    nodes = [{"id": name} for name in out.names]
    for key, column in out.attributes.items():
        if key == "id":
            raise unusable("HV-153", "problem.subject.attribute", "problem.expected.not_of_node_link", key)
        for node, value in zip(nodes, column, strict=True):
            if value is not None:
                node[key] = value
    edges: list[dict[str, Any]] = []
    for a, b, weight in out.ties:
        edges.append({"source": out.names[a], "target": out.names[b]})
        if out.weights is not None:
            edges[-1]["weight"] = weight
    about = {"use": out.use} if out.use else {}
    whole = {"directed": out.graph.directed, "multigraph": False, "graph": about, "nodes": nodes, "edges": edges}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


_IN_QUOTES = re.compile(r'[",\r\n]|^\s|\s$')  # what a reader would take apart or strip


def _csv_cell(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _IN_QUOTES.search(cell) else cell


def _csv_text(rows: Sequence[Sequence[str]]) -> str:
    return "".join(",".join(map(_csv_cell, row)) + "\r\n" for row in rows)


def _to_edges(out: Out) -> str:
    out.without_attributes("edges")
    weighted = out.weights is not None
    heading = ["source", "target"] if out.graph.directed else ["node_a", "node_b"]
    rows = [heading + ["weight"] * weighted]
    for a, b, weight in out.ties:
        rows.append([guarded(out.names[a]), guarded(out.names[b]), *([repr(weight)] * weighted)])
    tied = {*out.sources, *out.targets}
    rows += [[guarded(name), "", *([""] * weighted)] for node, name in enumerate(out.names) if node not in tied]
    return _csv_text(rows)


def _to_matrix(out: Out) -> str:
    out.without_attributes("matrix")
    cells = [["0"] * len(out.names) for _ in out.names]
    for a, b, weight in out.ties:
        if weight == 0:
            raise unusable("HV-153", "problem.subject.weight", "problem.expected.weight_in_matrix", "0")
        cells[a][b] = repr(weight) if out.weights is not None else "1"
        if not out.graph.directed:
            cells[b][a] = cells[a][b]
    names = [guarded(name) for name in out.names]
    corner = "directed" if out.graph.directed else "undirected"
    return _csv_text([[corner, *names], *([name, *row] for name, row in zip(names, cells, strict=True))])


WRITERS: dict[str, Callable[[Out], str]] = {
    "graphml": _to_graphml,
    "gexf": _to_gexf,
    "pajek": _to_pajek,
    "json": _to_json,
    "edges": _to_edges,
    "matrix": _to_matrix,
}
