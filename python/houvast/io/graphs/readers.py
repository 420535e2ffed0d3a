"""Reads the networks of each format, or says where the file is not what it should be."""

from __future__ import annotations

from .csv_in import from_edges
from .dl_in import from_dl
from .gexf_in import from_gexf
from .gml_in import from_gml
from .graph_in import Reader
from .graphml_in import from_graphml
from .json_in import from_json
from .matrix_in import from_matrix
from .pajek_in import from_pajek
from .vna_in import from_vna

READERS: dict[str, Reader] = {
    "graphml": from_graphml,
    "gexf": from_gexf,
    "gml": from_gml,
    "pajek": from_pajek,
    "dl": from_dl,
    "vna": from_vna,
    "json": from_json,
    "edges": from_edges,
    "matrix": from_matrix,
}
