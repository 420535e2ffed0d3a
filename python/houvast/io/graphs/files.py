"""Networks from and to files: GraphML, GEXF, Pajek, JSON and CSV.

Node order, direction, names and weights are kept. Self-ties are counted when they come in (`Graph.loops`) and not
handed on. Reading and writing GraphML and GEXF need the extra `network`.
"""

from __future__ import annotations

import os
from collections.abc import Hashable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..._core import Graph, StudyNetwork
from ...errors import Where, choose, reason_of
from ...texts import Claim
from ..atomic import asked_about, write_text
from .common import unreadable, unusable
from .readers import READERS
from .writers import WRITERS, Out

__all__ = ["FORMATS", "read", "write", "write_network"]

FORMATS = tuple(WRITERS)
_SUFFIXES = {".graphml": "graphml", ".gexf": "gexf", ".net": "pajek", ".json": "json", ".csv": "edges"}


def _format_of(path: Path, given: str | None) -> str:
    if given is not None:
        return choose(given, FORMATS, "problem.subject.format")
    found = _SUFFIXES.get(path.suffix.lower())
    if found is None:
        expected = Claim("problem.expected.ending_or_format", {"endings": ", ".join(_SUFFIXES)})
        raise unusable("HV-303", "problem.subject.file_name", expected, path.name)
    return found


def write(
    graph: Graph,
    path: str | os.PathLike[str],
    names: Sequence[Hashable] | None = None,
    attributes: Mapping[str, Sequence[Any]] | None = None,
    format: str | None = None,
) -> Path:
    """Writes a graph as GraphML, GEXF, Pajek .net, node-link JSON, or CSV (list of ties or matrix).

    What a format cannot hold is refused, never changed.

    Parameters
    ----------
    graph : Graph
        The network.
    path : path
        The file.
    names : sequence, shape (nodes,), optional
        What to call each node, as texts; None: 0, 1, …
    attributes : dict, optional
        Name to one value per node, None where missing; in graphml, gexf and json only.
    format : str, optional
        One of `houvast.graphs.FORMATS`; None: by the ending of the path (.csv is a list of ties).

    Returns
    -------
    pathlib.Path
        Where it was written.

    Raises
    ------
    InvalidValueError
        HV-153 for what the format cannot hold, HV-301 for names or attributes of another number than the nodes,
        HV-303 for an unknown format or ending.
    MissingExtraError
        HV-601 for GraphML and GEXF without the extra `network`.
    """
    place = Path(path)
    chosen = _format_of(place, format)
    return write_text(place, WRITERS[chosen](Out(graph, names, attributes)))


def read(
    path: str | os.PathLike[str],
    format: str | None = None,
    *,
    duplicates: str = "error",
    directed: bool | None = None,
) -> tuple[Graph, list[str], dict[str, list[Any]]]:
    """The graph in a file, the names of its nodes and their attributes, in node order.

    Ties are weighted when the file gives each a weight.

    Parameters
    ----------
    path : path
        The file.
    format : str, optional
        One of `houvast.graphs.FORMATS`; None: by the ending of the path (.csv is a list of ties).
    duplicates : str
        Several ties between the same nodes: "error" refuses them, "keep_max" keeps the largest weight, "sum" adds
        weights.
    directed : bool, optional
        None as the file has it; True: a tie without direction becomes one each way; False: the direction is dropped,
        so that two opposite ties are several.

    Returns
    -------
    tuple of Graph, list of str and dict
        The network, what each node is called, and attribute to one value per node.

    Raises
    ------
    ParseError
        HV-1xx with file and row for what cannot be read: XML with a document type or entities, several graphs or
        relations in one file.
    InvalidValueError
        HV-303 for an unknown format or ending, HV-304 for several ties without a rule.
    MissingExtraError
        HV-601 for GraphML and GEXF without the extra `network`.
    """
    place = asked_about(path)
    chosen = _format_of(place, format)
    try:
        data = place.read_bytes()
    except OSError as error:
        expected = Claim("problem.expected.readable_file", {"reason": reason_of(error)})
        raise unreadable("HV-101", "problem.subject.file", expected, Where(str(place))) from error
    if not data.strip():
        raise unreadable("HV-102", "problem.subject.file", "problem.expected.filled_graph", Where(place.name))
    return READERS[chosen](data, place.name).finish(duplicates, directed)


def write_network(network: StudyNetwork, path: str | os.PathLike[str], format: str | None = None) -> Path:
    """Writes the network of a study for other programs, as `write`; also `study.network(...).write(path)`.

    Nodes are called by party id and ties weigh their strength. graphml, gexf and json hold the columns of
    `network.parties` (name, domain, ...) as attributes; the other formats ids only. Exact data: for inside use.

    Parameters
    ----------
    network : StudyNetwork
        What `study.network(...)` gives.
    path : path
        The file.
    format : str, optional
        One of `houvast.graphs.FORMATS`; None: by the ending of the path (.csv is a list of ties).

    Returns
    -------
    pathlib.Path
        Where it was written.

    Raises
    ------
    InvalidValueError
        HV-153 for what the format cannot hold, HV-303 for an unknown format or ending.
    MissingExtraError
        HV-601 for GraphML and GEXF without the extra `network`.
    """
    rows = network.parties.to_dicts()
    chosen = _format_of(Path(path), format)
    columns = [column.name for column in network.parties.columns if column.name != "party"]
    held = {name: [row[name] for row in rows] for name in columns} if chosen in ("graphml", "gexf", "json") else None
    return write(network.graph, path, network.party_ids, held, chosen)
