"""Methods of the network of a study."""

from __future__ import annotations

import os
import pathlib

from .. import _core

__all__ = ["write"]


def write(self: _core.StudyNetwork, path: str | os.PathLike[str], format: str | None = None) -> pathlib.Path:
    """Writes the network for other programs, with names and attributes of parties; exact data, for inside use.

    `-intern` joins the name of the file, and its head says the same in every format but CSV. Nodes are called by party
    id and ties weigh their strength. The other columns of `parties` (name, domain, ...) are
    attributes in graphml, gexf and json; the other formats hold ids only.

    Parameters
    ----------
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
    from ..io.graphs.files import write_network

    return write_network(self, path, format)
