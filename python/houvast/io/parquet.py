"""Tables as Parquet."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from .. import _core
from ..errors import MissingExtraError
from .atomic import whole_file
from .inside import INSIDE, inside_path

__all__ = ["table_parquet", "write_parquet"]


def write_parquet(table: Any, path: Path) -> Path:
    """Writes a pyarrow table, whole or not at all."""
    try:
        import pyarrow.parquet as pq
    except ImportError as error:
        raise MissingExtraError.of("frames", "pyarrow") from error
    with whole_file(path) as temporary:
        pq.write_table(table, temporary)
    return path


def table_parquet(table: _core.Table, path: str | os.PathLike[str]) -> Path:
    """Writes an exact table as Parquet, with the meaning of its columns in the metadata; returns where."""
    try:
        import pyarrow
    except ImportError as error:
        raise MissingExtraError.of("frames", "pyarrow") from error
    about = {"title": table.title, "use": INSIDE, "definition": table.provenance.definition}
    return write_parquet(pyarrow.table(table).replace_schema_metadata(about), inside_path(path))
