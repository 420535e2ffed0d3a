"""Reads GraphML and GEXF with networkx, after a check that the XML is harmless and holds one graph."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from ...errors import ParseError, Where
from ...texts import Claim
from .common import require, unreadable
from .gexf_places import check_places
from .graph_in import In, number

_DEEPEST = 64  # nesting of elements; ours have 4


def _check_xml(data: bytes, file: str) -> None:
    """Refuses what a hardened parser refuses (document types, entities, too deep nesting, text that is not XML), and
    more than one graph."""
    safe = require("defusedxml.ElementTree")
    common = require("defusedxml.common")
    depth = graphs = 0
    try:
        for event, element in safe.iterparse(io.BytesIO(data), events=("start", "end"), forbid_dtd=True):
            depth += 1 if event == "start" else -1
            graphs += event == "start" and element.tag.rpartition("}")[2] == "graph"
            if depth > _DEEPEST:
                expected = Claim("problem.expected.elements_inside", {"most": _DEEPEST})
                raise unreadable("HV-105", "problem.subject.xml", expected, Where(file))
        if graphs > 1:
            subject = Claim("problem.subject.xml_graphs", {"n": graphs})
            raise unreadable("HV-151", subject, "problem.expected.one_graph", Where(file))
    except common.DefusedXmlException:
        raise unreadable("HV-152", "problem.subject.xml", "problem.expected.no_entities", Where(file)) from None
    except safe.ParseError as error:
        row = error.position[0]
        raise unreadable("HV-151", "problem.subject.xml", "problem.expected.well_formed", Where(file, row)) from None
    except (LookupError, ValueError) as error:
        if isinstance(error, ParseError):
            raise
        raise unreadable("HV-151", "problem.subject.xml", "problem.expected.xml_encoding", Where(file)) from None


def _from_networkx(found: Any, file: str) -> In:
    result = In(file, found.is_directed())
    of_nodes, of_ties = found.graph.get("node_default", {}), found.graph.get("edge_default", {})
    for name in found.nodes:
        result.node(str(name))
    for name, held in found.nodes(data=True):
        for key, value in (of_nodes | held).items():
            result.attribute(result.places[str(name)], str(key), value)
    for a, b, held in found.edges(data=True):
        weight = (of_ties | held).get("weight")
        result.tie(
            result.places[str(a)],
            result.places[str(b)],
            None if weight is None else number(str(weight), Where(file)),
        )
    return result


def _by_networkx(data: bytes, file: str, format: str, parse: Callable[[Any], Any]) -> In:
    nx = require("networkx")
    _check_xml(data, file)
    try:
        found = parse(nx)
    except Exception as error:  # its readers tell of a wrong file by whatever went wrong
        expected = Claim("problem.expected.nodes_and_edges", {"format": format})
        raise unreadable("HV-151", "problem.subject.xml", expected, Where(file)) from error
    return _from_networkx(found, file)


def from_graphml(data: bytes, file: str) -> In:
    """The graph of a GraphML file; what an element leaves out is what its key says."""
    return _by_networkx(data, file, "GraphML", lambda nx: nx.parse_graphml(data))


def from_gexf(data: bytes, file: str) -> In:
    """The graph of a GEXF file; a tie without a weight among others with one weighs 1, as the format has it."""
    _check_xml(data, file)
    check_places(data, file)
    result = _by_networkx(data, file, "GEXF", lambda nx: nx.read_gexf(io.BytesIO(data)))
    if any(weight is not None for _, _, weight in result.ties):
        result.ties = [(a, b, 1.0 if weight is None else weight) for a, b, weight in result.ties]
    labels = result.attributes.pop("label", [None] * len(result.places))
    if any(label not in (None, name) for label, name in zip(labels, result.places, strict=True)):
        result.attributes["label"] = labels
    return result
