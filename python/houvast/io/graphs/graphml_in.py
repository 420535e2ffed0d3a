"""Reads GraphML: keys with their defaults, ties with and without direction, graphs inside nodes, several graphs."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...errors import Where
from .graph_in import Asked, In
from .xml_in import Elements

__all__ = ["from_graphml"]

_DIRECTED = {"directed": True, "undirected": False, "true": True, "false": False}
_OF_THE_FILE = {"graphml", "desc", "default"}
_DRAWING = "drawing"  # what a program that draws keeps of its nodes


@dataclass
class _Key:
    name: str
    kind: str
    of: str
    default: str | None = None


@dataclass
class _Edge:
    ends: tuple[str, str]
    arc: bool
    where: Where
    weight: float | None = None


@dataclass
class _Graph:
    found: In
    parents: dict[str, str] = field(default_factory=dict)
    edges: list[_Edge] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)  # what a drawing program writes in a node


class _GraphMl(Elements):
    format = "GraphML"

    def __init__(self, file: str, asked: Asked):
        super().__init__(file)
        self.asked = asked
        self.keys: dict[str, _Key] = {}
        self.named: dict[str, dict[str, None]] = {}  # name of a key → what it is of
        self.graphs: list[_Graph] = []
        self.nodes: list[str] = []  # those around
        self.directions: list[bool] = []  # of the graphs around
        self.key: _Key | None = None

    def begin(self, name: str, held: dict[str, str]) -> None:
        handler = getattr(self, f"_begin_{name}", None) if not name.startswith(":") else self._drawing
        if handler is not None:
            handler(held)
        elif name not in _OF_THE_FILE and self.graphs:
            self.graphs[-1].found.parts[name] = None

    def _drawing(self, _: dict[str, str]) -> None:
        if self.graphs and self.inside[-1] == "data":
            self.graphs[-1].found.looks = True

    def _begin_key(self, held: dict[str, str]) -> None:
        id = self.needed(held, "key", "id")
        key = _Key(held.get("attr.name", id), held.get("attr.type", "string"), held.get("for", "all"))
        named = self.named.get(key.name, {})
        if key.of in named or "all" in named or (key.of == "all" and named):
            key.name = id  # two with one name for the same elements: the second goes by its id
        self.named.setdefault(key.name, {})[key.of] = None
        if "yfiles.type" in held:
            key.kind = _DRAWING
        self.key = self.keys[id] = key

    def _begin_graph(self, held: dict[str, str]) -> None:
        directed = _DIRECTED.get(held.get("edgedefault", "undirected"))
        if directed is None or self.inside[-1:] not in (["graphml"], ["node"]):
            raise self.wrong("problem.expected.graphml_graph", held.get("edgedefault", ""))
        if self.inside[-1] == "graphml":
            self.graphs.append(_Graph(In(self.file, directed, held.get("id", ""))))
        self.directions.append(directed)

    def _begin_node(self, held: dict[str, str]) -> None:
        graph = self._within("node")
        id = self.needed(held, "node", "id")
        if graph.found.node(id) < len(graph.parents):
            raise self.wrong("problem.expected.node_once", id)
        graph.parents[id] = self.nodes[-1] if self.nodes else ""
        self.nodes.append(id)

    def _begin_edge(self, held: dict[str, str]) -> None:
        graph = self._within("edge")
        ends = (self.needed(held, "edge", "source"), self.needed(held, "edge", "target"))
        arc = _DIRECTED.get(held["directed"]) if "directed" in held else self.directions[-1]
        if arc is None:
            raise self.wrong("problem.expected.true_or_false", held["directed"])
        graph.edges.append(_Edge(ends, arc, self.where))
        graph.found.parts |= {port: None for port in ("sourceport", "targetport") if port in held}

    def _begin_hyperedge(self, _: dict[str, str]) -> None:
        raise self.wrong("problem.expected.no_hyperedges", "<hyperedge>")

    def _begin_data(self, held: dict[str, str]) -> None:
        self.key = self.keys.get(self.needed(held, "data", "key"))
        if self.key is None:
            raise self.wrong("problem.expected.graphml_key", held["key"])

    def _within(self, name: str) -> _Graph:
        if self.inside[-1:] != ["graph"]:
            raise self.wrong("problem.expected.graphml_place", f"<{name}>")
        return self.graphs[-1]

    def end(self, name: str, text: str) -> None:
        if name == "graph":
            self.directions.pop()
        elif name == "node":
            self.nodes.pop()
        elif name == "default" and self.key is not None:
            self.key.default = text
        elif name == "data" and self.key is not None:
            self._data(self.key, text)
        elif name == ":NodeLabel" and self.nodes and text.strip():
            self.graphs[-1].labels.setdefault(self.nodes[-1], text.strip())

    def _data(self, key: _Key, text: str) -> None:
        around, graph = self.inside[-1], self.graphs[-1] if self.graphs else None
        if graph is None or key.kind == _DRAWING:
            return
        if around == "node":
            place = graph.found.places[self.nodes[-1]]
            graph.found.attribute(place, key.name, self.value(text, key.kind, key.name))
        elif around == "edge" and self.asked.weighs(key.name):
            graph.edges[-1].weight = self.weight(text) if text.strip() else None
        elif around == "edge":
            graph.found.tie_attributes[key.name] = None
        else:
            graph.found.parts[key.name] = None

    def finish(self) -> list[In]:
        """The networks, when every element was read."""
        if not self.graphs:
            raise self.empty()
        for graph in self.graphs:
            self._defaults_of_nodes(graph.found)
            self._ties(graph)
            self._what_is_ours(graph)
        return [graph.found for graph in self.graphs]

    def _defaults_of_nodes(self, found: In) -> None:
        for key in self.keys.values():
            if key.default is None or key.of not in ("node", "all") or key.kind == _DRAWING:
                continue
            found.default(key.name, self.value(key.default, key.kind, key.name))

    def _ties(self, graph: _Graph) -> None:
        weights = [key for key in self.keys.values() if key.of in ("edge", "all") and self.asked.weighs(key.name)]
        usual = weights[0].default if weights else None
        for edge in graph.edges:
            for end in edge.ends:
                if end not in graph.found.places:
                    raise self.wrong("problem.expected.end_in_graph", end, edge.where)
            a, b = (graph.found.places[end] for end in edge.ends)
            weight = self.weight(usual) if edge.weight is None and usual is not None else edge.weight
            graph.found.tie(a, b, weight, edge.arc)

    @staticmethod
    def _what_is_ours(graph: _Graph) -> None:
        if any(graph.parents.values()):
            graph.found.own_column("parent", [parent or None for parent in graph.parents.values()])
        if graph.labels:
            graph.found.own_column("label", [graph.labels.get(name) for name in graph.found.places])


def from_graphml(data: bytes, file: str, asked: Asked) -> list[In]:
    """The networks of a GraphML file.

    A graph inside a node belongs to the network around it; the attribute `parent` says inside which node each stands.
    """
    reading = _GraphMl(file, asked)
    reading.go_through(data, asked.encoding)
    return reading.finish()
