"""Networks from and to files, networkx and igraph.

Node order, direction, names and weights are kept. Self-ties are counted when they come in (`Graph.loops`) and not
handed on. Writing GraphML and GEXF, networkx and igraph need the extra `network`.
"""

from .io.graphs.files import FORMATS, READ_FORMATS, LeftOutWarning, ReadNetwork, read, read_all, write, write_network
from .io.graphs.peers import from_igraph, from_networkx, node_attribute, to_igraph, to_networkx

__all__ = [
    "FORMATS",
    "READ_FORMATS",
    "LeftOutWarning",
    "ReadNetwork",
    "from_igraph",
    "from_networkx",
    "node_attribute",
    "read",
    "read_all",
    "to_igraph",
    "to_networkx",
    "write",
    "write_network",
]
