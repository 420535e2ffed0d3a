"""Reads a graph from each format, or says where the file is not what it should be."""

from __future__ import annotations

from collections.abc import Callable

from .csv_in import from_edges, from_matrix
from .graph_in import In
from .json_in import from_json
from .pajek_in import from_pajek
from .xml_in import from_gexf, from_graphml

READERS: dict[str, Callable[[bytes, str], In]] = {
    "graphml": from_graphml,
    "gexf": from_gexf,
    "pajek": from_pajek,
    "json": from_json,
    "edges": from_edges,
    "matrix": from_matrix,
}
