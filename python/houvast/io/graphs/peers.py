"""Networks from and to networkx and igraph (extra `network`).

Node order, direction, names and weights are kept. Self-ties are counted when they come in (`Graph.loops`) and not
handed on.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any, Final

from ..._core import Graph
from ...errors import UnknownKeyError, choose, nearest, problem
from ...texts import Claim
from .common import require, unusable
from .graph_in import Tie, graph_of

__all__ = ["from_igraph", "from_networkx", "node_attribute", "to_igraph", "to_networkx"]

_NONE: Final = object()  # an edge without the attribute


def _check_names(names: Sequence[Hashable] | None, graph: Graph) -> list[Hashable]:
    if names is None:
        return list(range(graph.nodes))
    if len(names) != graph.nodes or len(set(names)) != graph.nodes:
        expected = Claim("problem.expected.different_names", {"n": graph.nodes})
        raise unusable("HV-301", "problem.subject.names", expected, str(len(names)))
    return list(names)


def _number(value: Any) -> float:
    """A weight, whatever it is that writes it."""
    try:
        return float(value)
    except (TypeError, ValueError, OverflowError):
        raise unusable("HV-302", "problem.subject.weight", "problem.expected.finite_number") from None


def _values(ties: Any, weight: str) -> list[Any]:
    """An attribute of all ties of an igraph graph."""
    found: list[Any] = ties[choose(weight, ties.attributes(), "problem.subject.tie_attribute")]
    return found


def from_networkx(
    graph: Any, *, weight: str | None = "weight", duplicates: str = "error", directed: bool | None = None
) -> tuple[Graph, list[Hashable]]:
    """A networkx graph as a houvast Graph, with the node names in node order.

    When edges have a `weight`, it is kept, and `Graph.weighted` and the text of the graph say so.

    Parameters
    ----------
    graph : networkx.Graph
        Also a DiGraph, MultiGraph or MultiDiGraph.
    weight : str, optional
        The edge attribute to read; where an edge has none it weighs 1. When no edge has it, or for None, the graph has
        no weights.
    duplicates : str
        Parallel edges: "error" refuses them, "keep_max" keeps the largest weight, "sum" adds weights.
    directed : bool, optional
        None as the graph has it; True: a tie without direction becomes one each way; False: the direction is dropped.

    Returns
    -------
    tuple of Graph and list
        The network and what each node was called.

    Raises
    ------
    InvalidValueError
        HV-302 for a weight that is no number, HV-304 for several ties without a rule.
    """
    names = list(graph.nodes())
    index = {name: position for position, name in enumerate(names)}
    held = [] if weight is None else [told for _, _, told in graph.edges(data=weight, default=_NONE)]
    weights = [None if told is _NONE else _number(told) for told in held]
    if all(told is None for told in weights):
        ties: list[Tie] = [(index[a], index[b], None) for a, b in graph.edges()]
    else:
        ends = graph.edges()
        ties = [(index[a], index[b], 1.0 if w is None else w) for (a, b, *_), w in zip(ends, weights, strict=True)]
    return graph_of(len(names), ties, (graph.is_directed(), directed), duplicates), names


def node_attribute(graph: Any, name: str) -> list[Any]:
    """What the nodes of a networkx or igraph graph have as an attribute, for `groups=`.

    Parameters
    ----------
    graph : networkx.Graph or igraph.Graph
        As it is given to `from_networkx` or `from_igraph`.
    name : str
        The attribute.

    Returns
    -------
    list
        One per node, in node order; None where a node has none.

    Raises
    ------
    UnknownKeyError
        HV-504 for an attribute that no node has.
    """
    if hasattr(graph, "vs"):
        known = graph.vs.attributes()
        values = list(graph.vs[name]) if name in known else []
    else:
        held = dict(graph.nodes(data=True))
        known = list(dict.fromkeys(each for data in held.values() for each in data))
        values = [data.get(name) for data in held.values()]
    if name not in known:
        subject, expected = "problem.subject.node_attribute", Claim("problem.expected.choices", {"choices": known})
        near = nearest(name, map(str, known))
        raise problem(UnknownKeyError, "HV-504", subject, expected, value=name, near=near)
    return values


def to_networkx(graph: Graph, names: Sequence[Hashable] | None = None) -> Any:
    """The graph for networkx (extra `network`); ties carry their `weight` when the graph is weighted.

    Parameters
    ----------
    graph : Graph
        The network.
    names : sequence, shape (nodes,), optional
        What to call each node; None: 0, 1, …

    Returns
    -------
    networkx.Graph or networkx.DiGraph

    Raises
    ------
    InvalidValueError
        HV-301 for names that are not one per node, each another.
    MissingExtraError
        HV-601 when the extra is not installed.
    """
    nx = require("networkx")
    nodes = _check_names(names, graph)
    result = nx.DiGraph() if graph.directed else nx.Graph()
    result.add_nodes_from(nodes)
    sources, targets, weights = graph.edges()
    for position, (source, target) in enumerate(zip(sources, targets, strict=True)):
        extra = {"weight": float(weights[position])} if graph.weighted else {}
        result.add_edge(nodes[source], nodes[target], **extra)
    return result


def from_igraph(
    graph: Any, *, weight: str | None = None, duplicates: str = "error", directed: bool | None = None
) -> Graph:
    """An igraph graph as a houvast Graph, vertices in their order.

    Parameters
    ----------
    graph : igraph.Graph
        The graph.
    weight : str, optional
        The edge attribute to read; None: all ties weigh 1.
    duplicates : str
        Parallel edges: "error" refuses them, "keep_max" keeps the largest weight, "sum" adds weights.
    directed : bool, optional
        None as the graph has it; True: a tie without direction becomes one each way; False: the direction is dropped.

    Returns
    -------
    Graph

    Raises
    ------
    InvalidValueError
        HV-302 for a weight that is no number, HV-303 for an attribute that ties do not have, HV-304 for several ties
        without a rule.
    """
    weights = [_number(value) for value in _values(graph.es, weight)] if weight else [None] * graph.ecount()
    ties: list[Tie] = [(a, b, held) for (a, b), held in zip(graph.get_edgelist(), weights, strict=True)]
    return graph_of(graph.vcount(), ties, (graph.is_directed(), directed), duplicates)


def to_igraph(graph: Graph, names: Sequence[Hashable] | None = None) -> Any:
    """The graph for igraph (extra `network`); vertices carry `name`, ties `weight` when the graph is weighted.

    Parameters
    ----------
    graph : Graph
        The network.
    names : sequence, shape (nodes,), optional
        What to call each vertex; None: no names.

    Returns
    -------
    igraph.Graph

    Raises
    ------
    InvalidValueError
        HV-301 for names that are not one per node, each another.
    MissingExtraError
        HV-601 when the extra is not installed.
    """
    ig = require("igraph")
    nodes = _check_names(names, graph)
    sources, targets, weights = graph.edges()
    pairs = list(zip(sources.tolist(), targets.tolist(), strict=True))
    result = ig.Graph(n=graph.nodes, edges=pairs, directed=graph.directed)
    if names is not None:
        result.vs["name"] = nodes
    if graph.weighted:
        result.es["weight"] = list(weights)
    return result
