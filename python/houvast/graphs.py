"""Networks from and to files, networkx and igraph."""

from .io.graphs.files import (
    FORMATS,
    from_igraph,
    from_networkx,
    read,
    to_igraph,
    to_networkx,
    write,
    write_network,
)

__all__ = ["FORMATS", "from_igraph", "from_networkx", "read", "to_igraph", "to_networkx", "write", "write_network"]
