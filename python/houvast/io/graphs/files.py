"""Networks from and to files: GraphML, GEXF, GML, Pajek, UCINET DL, VNA, JSON and CSV.

Node order, direction, names and weights are kept. Self-ties are counted when they come in (`Graph.loops`) and not
handed on. Writing GraphML and GEXF needs the extra `network`; reading needs nothing.
"""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Hashable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..._core import Graph, StudyNetwork
from ...errors import Where, choose, reason_of
from ...results.reprs import reader
from ...texts import Claim
from ..atomic import asked_about, write_text
from ..inside import INSIDE, inside_path
from ..limits import MOST_GRAPH_FILE
from .common import unreadable, unusable
from .csv_in import nodes_of, with_nodes
from .graph_in import LOOKS, Asked, Attributes, In
from .matrix_in import is_matrix
from .readers import READERS
from .writers import WRITERS, Out

__all__ = [
    "FORMATS",
    "READ_FORMATS",
    "LeftOutWarning",
    "ReadNetwork",
    "read",
    "read_all",
    "write",
    "write_network",
]

FORMATS = tuple(WRITERS)
READ_FORMATS = tuple(READERS)
_SUFFIXES = {".graphml": "graphml", ".gexf": "gexf", ".net": "pajek", ".json": "json", ".csv": "edges"}
_READ_SUFFIXES = _SUFFIXES | {".gml": "gml", ".paj": "pajek", ".dl": "dl", ".vna": "vna"}
_DL = re.compile(rb"(\xef\xbb\xbf)?\s*dl\s", re.IGNORECASE)


class LeftOutWarning(UserWarning):
    """A network file says more than a network holds; what was left out is in the warning and in `left_out`."""


class ReadNetwork(tuple[Graph, list[str], Attributes]):
    """A network as it was read: unpacks into the graph, the names of its nodes and their attributes, in node order.

    Attributes
    ----------
    name : str
        What the file calls it; empty where it has no name.
    left_out : list of Claim
        Everything that the file says and that is not in here; `claim.say("en")` tells it.
    """

    name: str
    left_out: list[Claim]

    @classmethod
    def of(cls, found: In, duplicates: str, directed: bool | None, weight: str | None) -> ReadNetwork:
        """The network of what was found in a file.

        Parameters
        ----------
        found : In
            What a reader made.
        duplicates, directed, weight
            As `read` takes them.

        Returns
        -------
        ReadNetwork
        """
        made = cls(found.finish(duplicates, directed, weight))
        made.name, made.left_out = found.name, found.told()
        return made

    @property
    def graph(self) -> Graph:
        """The network."""
        return self[0]

    @property
    def names(self) -> list[str]:
        """What each node is called."""
        return self[1]

    @property
    def attributes(self) -> Attributes:
        """Attribute to one value per node, None where missing."""
        return self[2]


def _format_of(path: Path, given: str | None) -> str:
    if given is not None:
        return choose(given, FORMATS, "problem.subject.format")
    return _by_ending(path, _SUFFIXES)


def _by_ending(path: Path, endings: Mapping[str, str]) -> str:
    found = endings.get(path.suffix.lower())
    if found is None:
        expected = Claim("problem.expected.ending_or_format", {"endings": ", ".join(endings)})
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
    network: str | None = None,
    nodes: str | os.PathLike[str] | None = None,
    weight: str | None = None,
    duplicates: str = "error",
    directed: bool | None = None,
    encoding: str | None = None,
) -> ReadNetwork:
    """The network in a file: `graph, names, attributes = graphs.read("net.graphml")`.

    Ties are weighted when the file gives each a weight. What a file says and a network does not hold is named in the
    result's `left_out`, and in a `LeftOutWarning` unless it is only how the network is drawn.

    Parameters
    ----------
    path : path
        The file.
    format : str, optional
        One of `houvast.graphs.READ_FORMATS`; None: by the ending of the path. A .csv is a matrix when its first cell is
        empty and it has as many rows as columns, else a list of ties.
    network : str, optional
        Which network of a file with several (graphs, relations, matrices); None: the only one.
    nodes : path, optional
        A CSV of the nodes with the column Id, as Gephi writes it beside a list of ties: their order, those without
        ties, and their attributes.
    weight : str, optional
        The attribute of ties that weighs; None: `weight`, in GML also `value`.
    duplicates : str
        Several ties between the same nodes: "error" refuses them, "keep_max" keeps the largest weight, "sum" adds
        weights.
    directed : bool, optional
        None as the file has it; True: a tie without direction becomes one each way; False: the direction is dropped,
        so that two opposite ties are several.
    encoding : str, optional
        How text is written, such as "latin-1"; None: UTF-8, UTF-16 with a byte order mark, or what XML says.

    Returns
    -------
    ReadNetwork
        The network, what each node is called, and attribute to one value per node.

    Raises
    ------
    ParseError
        HV-1xx with file and row for what cannot be read, HV-152 for XML with a document type of its own or entities,
        HV-155 for several networks of which none was chosen.
    InvalidValueError
        HV-303 for an unknown format, ending, network, weight or encoding, HV-304 for several ties without a rule.
    """
    found = _found(path, format, Asked(encoding, weight), nodes)
    made = ReadNetwork.of(_chosen(found, network), duplicates, directed, weight)
    if told := [claim.say(reader().words) for claim in made.left_out if claim.id != LOOKS]:
        warnings.warn(f"{Path(path).name}: {' '.join(told)}", LeftOutWarning, stacklevel=2)
    return made


def read_all(
    path: str | os.PathLike[str],
    format: str | None = None,
    *,
    weight: str | None = None,
    duplicates: str = "error",
    directed: bool | None = None,
    encoding: str | None = None,
) -> dict[str, ReadNetwork]:
    """All networks in a file, by their names: graphs, relations, matrices.

    Parameters
    ----------
    path : path
        The file.
    format : str, optional
        As `read` takes it, and so the others.
    weight : str, optional
        The attribute of ties that weighs.
    duplicates : str
        What several ties between the same nodes are.
    directed : bool, optional
        Whether ties are to have a direction; None as the file has it.
    encoding : str, optional
        How text is written.

    Returns
    -------
    dict of str to ReadNetwork
        A network without a name, or with the name of another, is called by its place: "1", "2".

    Raises
    ------
    ParseError
        HV-1xx with file and row for what cannot be read.
    InvalidValueError
        As `read`.
    """
    found = _found(path, format, Asked(encoding, weight), None)
    return {name: ReadNetwork.of(each, duplicates, directed, weight) for name, each in _named(found).items()}


def _named(found: list[In]) -> dict[str, In]:
    """The networks by their names, or by their places where those are missing or not different."""
    names = [each.name for each in found]
    if not all(names) or len(set(names)) < len(names):
        names = [str(place) for place in range(1, len(found) + 1)]
    return dict(zip(names, found, strict=True))


def _chosen(found: list[In], network: str | None) -> In:
    named = _named(found)
    if network is not None:
        return named[choose(network, named, "problem.subject.network")]
    if len(found) == 1:
        return found[0]
    subject = Claim("problem.subject.networks", {"n": len(found)})
    expected = Claim("problem.expected.chosen_network", {"names": list(named)})
    raise unreadable("HV-155", subject, expected, Where(found[0].file))


def _bytes_of(path: str | os.PathLike[str]) -> tuple[bytes, str]:
    """What stands in a file, and its name."""
    place = asked_about(path)
    try:
        if place.exists() and not place.is_file():
            raise unreadable("HV-101", "problem.subject.file", "problem.expected.plain_file", Where(str(place)))
        with place.open("rb") as file:
            data = file.read(MOST_GRAPH_FILE + 1)
    except OSError as error:
        expected = Claim("problem.expected.readable_file", {"reason": reason_of(error)})
        raise unreadable("HV-101", "problem.subject.file", expected, Where(str(place))) from error
    if len(data) > MOST_GRAPH_FILE:
        expected = Claim("problem.expected.bytes_at_most", {"most": MOST_GRAPH_FILE})
        raise unreadable("HV-302", "problem.subject.file", expected, Where(place.name))
    if not data.strip():
        raise unreadable("HV-102", "problem.subject.file", "problem.expected.filled_graph", Where(place.name))
    return data, place.name


def _found(
    path: str | os.PathLike[str], format: str | None, asked: Asked, nodes: str | os.PathLike[str] | None
) -> list[In]:
    chosen = None if format is None else choose(format, READ_FORMATS, "problem.subject.format")
    place = asked_about(path)
    if chosen is None and place.suffix.lower() not in {*_READ_SUFFIXES, ".txt"}:
        _by_ending(place, _READ_SUFFIXES)
    data, name = _bytes_of(path)
    chosen = chosen or _recognised(data, place, asked)
    if nodes is None:
        return READERS[chosen](data, name, asked)
    if chosen != "edges":
        raise unusable("HV-304", "problem.subject.nodes_file", "problem.expected.list_of_ties", chosen)
    return [with_nodes(data, name, asked, nodes_of(*_bytes_of(nodes), asked.encoding))]


def _recognised(data: bytes, place: Path, asked: Asked) -> str:
    """The format by the ending; DL is written as .txt too, and a .csv is a matrix when it looks like one."""
    if _DL.match(data):
        return "dl"
    found = _by_ending(place, _READ_SUFFIXES)
    if found == "edges" and is_matrix(data, place.name, asked.encoding):
        return "matrix"
    return found


def write_network(network: StudyNetwork, path: str | os.PathLike[str], format: str | None = None) -> Path:
    """Writes the network of a study for other programs, as `write`; also `study.network(...).write(path)`.

    Nodes are called by party id and ties weigh their strength. graphml, gexf and json hold the columns of
    `network.parties` (name, domain, ...) as attributes; the other formats ids only. Exact data, for inside use:
    `-intern` joins the name of the file, and its head says the same in every format but CSV.

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
    columns = [name for name in network.parties.columns if name != "party"]
    held = {name: [row[name] for row in rows] for name in columns} if chosen in ("graphml", "gexf", "json") else None
    out = Out(network.graph, network.party_ids, held, INSIDE)
    return write_text(inside_path(path), WRITERS[chosen](out))
