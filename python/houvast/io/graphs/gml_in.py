"""Reads GML: keys with whole numbers, numbers, texts or lists of keys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from ...errors import ParseError, Said, Where
from ...texts import Claim
from .common import text_of, unreadable
from .graph_in import Asked, In, number

__all__ = ["from_gml"]

_DEEPEST = 64  # lists inside each other; a graph needs 2, a drawing 4
_TOKEN = re.compile(
    r"""(?P<blank>(?:\s|\#[^\n]*)*)(?:"(?P<text>[^"]*)"|(?P<bracket>[\[\]])
    |(?P<number>[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?(?![\w.]))|(?P<key>[A-Za-z_][\w.]*)|(?P<end>\Z))""",
    re.VERBOSE | re.ASCII,
)
_BLANK = re.compile(r"(?:\s|#[^\n]*)*", re.ASCII)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z]{2,31});")
_WEIGHTS = ("weight", "value")


class _Entry(NamedTuple):
    key: str
    value: Any  # a text, a whole number, a number, or a list of entries
    row: int


def _wrong(where: Where, expected: Said, value: str = "") -> ParseError:
    subject = Claim("problem.subject.graph_format", {"format": "GML"})
    return unreadable("HV-154", subject, expected, where, value)


def _tokens(text: str, file: str) -> Iterator[tuple[str, str, int]]:
    """Kind, text and row of each token."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    place, row = 0, 1
    while True:
        match = _TOKEN.match(text, place)
        if match is None:
            blank = _BLANK.match(text, place)
            row += blank[0].count("\n") if blank else 0
            shown = text[blank.end() if blank else place :][:20]
            raise _wrong(Where(file, row), "problem.expected.gml_token", shown)
        row += match["blank"].count("\n")
        kind = match.lastgroup or ""
        if kind == "end":
            return
        yield kind, match[kind], row
        if kind == "text":
            row += match["text"].count("\n")
        place = match.end()


def _value(kind: str, text: str, file: str, row: int) -> Any:
    if kind == "text":
        if "&" not in text:
            return text
        from html import unescape

        return _ENTITY.sub(lambda found: unescape(found[0]), text)
    if kind == "number":
        return int(text) if text.lstrip("+-").isdigit() and len(text) < 20 else number(text, Where(file, row))
    raise _wrong(Where(file, row), "problem.expected.gml_value", text)


def _entries(text: str, file: str) -> list[_Entry]:
    """The file as lists of keys with their values."""
    lists: list[list[_Entry]] = [[]]
    key: str | None = None
    row = 1
    for kind, token, row in _tokens(text, file):
        if key is None and token == "]" and kind == "bracket" and len(lists) > 1:
            lists.pop()
        elif key is None:
            if kind != "key":
                raise _wrong(Where(file, row), "problem.expected.gml_key", token)
            key = token
        elif kind == "bracket" and token == "[":
            if len(lists) > _DEEPEST:
                expected = Claim("problem.expected.elements_inside", {"most": _DEEPEST})
                raise unreadable("HV-105", "problem.subject.gml_lists", expected, Where(file, row))
            inner: list[_Entry] = []
            lists[-1].append(_Entry(key, inner, row))
            lists.append(inner)
            key = None
        else:
            lists[-1].append(_Entry(key, _value(kind, token, file, row), row))
            key = None
    if key is not None or len(lists) > 1:
        raise _wrong(Where(file, row), "problem.expected.gml_closed")
    return lists[0]


class _Gml:
    def __init__(self, graph: _Entry, file: str, asked: Asked):
        self.file = file
        self.asked = asked
        self.entries: list[_Entry] = graph.value
        named = {entry.key.casefold(): entry.value for entry in self.entries if not isinstance(entry.value, list)}
        self.found = In(file, named.get("directed", 0) == 1, str(named.get("label", named.get("id", ""))))

    def read(self) -> In:
        edges: list[_Entry] = []
        labels: list[str | None] = []
        for entry in self.entries:
            kind = entry.key.casefold()
            if kind in ("node", "edge") and not isinstance(entry.value, list):
                raise _wrong(Where(self.file, entry.row), "problem.expected.gml_list", entry.key)
            if kind == "node":
                labels.append(self.node(entry))
            elif kind == "edge":
                edges.append(entry)
            elif kind not in ("directed", "label", "id", "version", "comment", "creator"):
                self.found.parts[entry.key] = None
        for edge in edges:
            self.edge(edge)
        self.found.labels(labels)
        return self.found

    def node(self, entry: _Entry) -> str | None:
        """Reads a node; its label."""
        held = self.single(entry)
        where = Where(self.file, entry.row)
        if "id" not in held or isinstance(held["id"], list):
            raise _wrong(where, Claim("problem.expected.gml_needed", {"key": "id"}), "node")
        name = str(held.pop("id"))
        if not name or name in self.found.places:
            raise _wrong(where, "problem.expected.node_once", name)
        place = self.found.node(name)
        label = held.pop("label", None)
        for key, value in held.items():
            self.found.attribute(place, key, value)
        return None if label is None else str(label)

    def single(self, entry: _Entry) -> dict[str, Any]:
        """The values of a node or an edge by their keys; lists in it are drawings, or what houvast has no place for."""
        held: dict[str, Any] = {}
        for inner in entry.value:
            if inner.key == "graphics":
                self.found.looks = True
            elif isinstance(inner.value, list):
                self.found.parts[inner.key] = None
            elif inner.key in held:
                self.found.repeated[inner.key] = None
            else:
                held[inner.key] = inner.value
        return held

    def edge(self, entry: _Entry) -> None:
        held = self.single(entry)
        where = Where(self.file, entry.row)
        ends = []
        for key in ("source", "target"):
            if key not in held:
                raise _wrong(where, Claim("problem.expected.gml_needed", {"key": key}), "edge")
            place = self.found.places.get(str(held.pop(key)))
            if place is None:
                raise _wrong(where, "problem.expected.end_in_graph")
            ends.append(place)
        weights = [key for key in held if self.asked.weighs(key, _WEIGHTS)]
        weight = held.pop(min(weights, key=lambda key: key.casefold() != "weight")) if weights else None
        self.found.tie_attributes |= {key: None for key in held if key != "id"}
        self.found.tie(ends[0], ends[1], None if weight is None else number(str(weight), where))


def from_gml(data: bytes, file: str, asked: Asked) -> list[In]:
    """The networks of a GML file; a tie weighs its `weight`, or its `value` where there is none."""
    entries = _entries(text_of(data, file, asked.encoding), file)
    graphs = [entry for entry in entries if entry.key.casefold() == "graph" and isinstance(entry.value, list)]
    if not graphs:
        raise _wrong(Where(file), "problem.expected.gml_graph")
    return [_Gml(graph, file, asked).read() for graph in graphs]
