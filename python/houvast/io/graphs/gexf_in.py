"""Reads GEXF as Gephi writes it: labels or none, weights of 1 left out, nodes inside nodes, values that change."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...errors import Where
from ...texts import Claim
from .graph_in import Asked, In
from .xml_in import Elements

__all__ = ["from_gexf"]

_ARCS = {"directed": True, "undirected": False, "mutual": False}
_OF_THE_FILE = {"gexf", "meta", "creator", "description", "keywords", "options", "default", "attributes", "attribute"}
_LISTS = {"nodes", "edges", "attvalues"}
_WHEN = {"spells", "spell", "slices", "slice"}
_TIMES = {"start", "end", "startopen", "endopen", "timestamp"}


@dataclass
class _Attribute:
    name: str
    kind: str
    default: str | None = None


@dataclass
class _Element:
    """A node or an edge: its attributes in the file, and its values, each as often as it has one."""

    name: str
    held: dict[str, str]
    where: Where
    values: dict[str, list[str]] = field(default_factory=dict)


class _Gexf(Elements):
    format = "GEXF"

    def __init__(self, file: str, asked: Asked):
        super().__init__(file)
        self.asked = asked
        self.found: list[In] = []
        self.declared: dict[str, dict[str, _Attribute]] = {"node": {}, "edge": {}}
        self.of = "node"  # whose attributes are being declared
        self.attribute: _Attribute | None = None
        self.around: list[_Element] = []  # elements that are open
        self.labels: list[str | None] = []
        self.parents: list[str | None] = []
        self.nodes: list[_Element] = []
        self.edges: list[_Element] = []
        self.changing: dict[str, None] = {}  # attributes with several values

    def begin(self, name: str, held: dict[str, str]) -> None:
        handler = None if name.startswith(":") else getattr(self, f"_begin_{name}", None)
        if handler is not None:
            handler(held)
        elif name.startswith(":") and self.found:
            self.found[-1].looks = True
        elif name in _WHEN and self.found:
            self.found[-1].times = True
        elif name not in _OF_THE_FILE | _LISTS and self.found:
            self.found[-1].parts[name] = None
        if name == "attributes":
            self.of = held.get("class", "node")

    def _begin_graph(self, held: dict[str, str]) -> None:
        if self.found:
            raise self.wrong("problem.expected.gexf_graph")
        directed = _ARCS.get(held.get("defaultedgetype", "undirected"))
        if directed is None:
            raise self.wrong(Claim("problem.expected.choices", {"choices": list(_ARCS)}), held["defaultedgetype"])
        self.found.append(In(self.file, directed, held.get("id", "")))
        self.found[-1].usual_weight = 1.0

    def _begin_attribute(self, held: dict[str, str]) -> None:
        id = self.needed(held, "attribute", "id")
        self.attribute = _Attribute(held.get("title", id), held.get("type", "string"))
        self.declared.setdefault(self.of, {})[id] = self.attribute

    def _begin_node(self, held: dict[str, str]) -> None:
        found = self._within("node")
        id = self.needed(held, "node", "id")
        if found.node(id) < len(self.labels):
            raise self.wrong("problem.expected.node_once", id)
        outer = next((each.held["id"] for each in reversed(self.around) if each.name == "node"), None)
        self.labels.append(held.get("label"))
        self.parents.append(held.get("pid", outer))
        self.nodes.append(self._open("node", held))

    def _begin_edge(self, held: dict[str, str]) -> None:
        self._within("edge")
        for end in ("source", "target"):
            self.needed(held, "edge", end)
        self.edges.append(self._open("edge", held))
        if held.get("label"):
            self.found[-1].tie_attributes["label"] = None

    def _open(self, name: str, held: dict[str, str]) -> _Element:
        self.around.append(_Element(name, held, self.where))
        if _TIMES & held.keys():
            self.found[-1].times = True
        return self.around[-1]

    def _begin_attvalue(self, held: dict[str, str]) -> None:
        key = held.get("for", held.get("id"))  # `id` before version 1.1
        if key is None or "value" not in held or not self.around:
            raise self.wrong("problem.expected.gexf_value")
        self.around[-1].values.setdefault(key, []).append(held["value"])
        if _TIMES & held.keys():
            self.found[-1].times = True

    def _within(self, name: str) -> In:
        if self.inside[-1] != f"{name}s" or not self.found:
            expected = Claim("problem.expected.inside_tag", {"kind": name, "tag": f"<{name}s>"})
            raise self.wrong(expected, f"<{name}>")
        return self.found[-1]

    def end(self, name: str, text: str) -> None:
        if name == "default" and self.attribute is not None:
            self.attribute.default = text
        elif name in ("node", "edge"):
            self.around.pop()

    def finish(self) -> list[In]:
        """The network, when every element was read."""
        if not self.found:
            raise self.empty()
        found = self.found[0]
        for node in self.nodes:
            self._values(node, found)
        self._defaults(found)
        for edge in self.edges:
            self._tie(edge, found)
        self._without_changing(found)
        found.labels(self.labels)
        if any(self.parents):
            found.own_column("parent", list(self.parents))
        return self.found

    def _declared(self, element: _Element, key: str) -> _Attribute:
        attribute = self.declared[element.name].get(key)
        if attribute is None:
            raise self.wrong("problem.expected.gexf_attribute", key, element.where)
        return attribute

    def _values(self, node: _Element, found: In) -> None:
        place = found.places[node.held["id"]]
        for key, texts in node.values.items():
            attribute = self._declared(node, key)
            if len(set(texts)) > 1:
                self.changing[attribute.name] = None
            value = self.value(texts[0], attribute.kind, attribute.name, node.where)
            found.attribute(place, attribute.name, value)

    def _defaults(self, found: In) -> None:
        for attribute in self.declared["node"].values():
            if attribute.default is None:
                continue
            found.default(attribute.name, self.value(attribute.default, attribute.kind, attribute.name))

    def _tie(self, edge: _Element, found: In) -> None:
        ends = [found.places.get(edge.held[end]) for end in ("source", "target")]
        for end, place in zip(("source", "target"), ends, strict=True):
            if place is None:
                raise self.wrong("problem.expected.end_in_graph", edge.held[end], edge.where)
        arc = found.directed if "type" not in edge.held else _ARCS.get(edge.held["type"])
        if arc is None:
            expected = Claim("problem.expected.choices", {"choices": list(_ARCS)})
            raise self.wrong(expected, edge.held["type"], edge.where)
        a, b = (place for place in ends if place is not None)
        found.tie(a, b, self._weight_of(edge, found), arc)

    def _weight_of(self, edge: _Element, found: In) -> float | None:
        """What the edge itself says, or its attribute of that name."""
        weight = edge.held.get("weight") if self.asked.weighs("weight") else None
        for key, texts in edge.values.items():
            name = self._declared(edge, key).name
            if not self.asked.weighs(name):
                found.tie_attributes[name] = None
            elif len(set(texts)) > 1:
                self.changing[name] = None
            else:
                weight = texts[0] if weight is None else weight
        return None if weight is None else self.weight(weight, edge.where)

    def _without_changing(self, found: In) -> None:
        """Takes out what has several values; which would be the one that counts?"""
        for name in self.changing:
            found.attributes.pop(name, None)
            if self.asked.weighs(name):
                found.ties = [(a, b, None) for a, b, _ in found.ties]
        if self.changing:
            found.left_out.append(Claim("graph_file.left_out.changing", {"names": list(self.changing)}))


def from_gexf(data: bytes, file: str, asked: Asked) -> list[In]:
    """The network of a GEXF file; a tie without a weight among others with one weighs 1, as the format has it.

    A node inside another has it as its attribute `parent`.
    """
    reading = _Gexf(file, asked)
    reading.go_through(data, asked.encoding)
    return reading.finish()
