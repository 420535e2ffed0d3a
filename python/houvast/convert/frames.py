"""Data frames and SPSS files as rows and columns of text."""

from __future__ import annotations

import os
from typing import Any

from ..errors import InvalidValueError, MissingExtraError, Where, problem
from ..io.atomic import asked_about
from ..io.sav import variables_of
from .sheet import Column, Raw, Sheet, clean
from .unreadable import unreadable

__all__ = ["read_frame", "read_sav"]


def read_sav(path: str | os.PathLike[str]) -> Sheet:
    """The columns of an SPSS file, with variable labels, value labels and user-missing codes kept as codes."""
    place = asked_about(path)
    try:
        with place.open("rb"):  # says why it cannot be read
            pass
    except OSError as error:
        raise unreadable("HV-101", "no_file", Where(place.name), error) from error
    found = variables_of(place)
    if found is None:
        raise unreadable("HV-116", "spss", Where(place.name))
    columns = [
        Column(name, clean(label), "", [clean(cell) for cell in cells], {clean(k): clean(v) for k, v in labels.items()})
        for name, label, cells, labels in found
    ]
    count = len(columns[0].cells) if columns else 0
    if not count:
        raise unreadable("HV-102", "only_heading", Where(place.name))
    return Sheet(place.name, "spss", place.suffix, columns, list(range(1, count + 1)))


def read_frame(frame: Any, name: str = "frame") -> Raw:
    """The rows of a pandas, polars or Arrow frame; pandas categories become their labels, a named index a column."""
    if hasattr(frame, "collect_schema") and hasattr(frame, "collect"):  # polars, not computed yet
        frame = frame.collect()
    if hasattr(frame, "to_pydict") and hasattr(frame, "column_names"):  # Arrow table; two columns may have one name
        return _from_columns(name, [*frame.column_names], [column.to_pylist() for column in frame.columns])
    if hasattr(frame, "to_pydict") and hasattr(frame, "schema"):  # Arrow batch
        return _from_columns(name, [*frame.schema.names], [column.to_pylist() for column in frame.columns])
    if hasattr(frame, "to_dict") and hasattr(frame, "get_columns"):  # polars
        columns = {column.name: column.to_list() for column in frame.get_columns()}
        return _from_columns(name, list(columns), list(columns.values()))
    if hasattr(frame, "iloc") and getattr(frame, "ndim", 0) == 2:  # pandas
        named = [level for level in frame.index.names if level is not None]
        if named:
            frame = frame.reset_index(level=named)
        values = [frame.iloc[:, i].astype(object) for i in range(frame.shape[1])]
        lists = [column.where(column.notna(), None).tolist() for column in values]
        keys = [" ".join(map(str, key)) if isinstance(key, tuple) else str(key) for key in frame.columns]
        return _from_columns(name, keys, lists)
    if hasattr(frame, "__arrow_c_stream__") and not hasattr(frame, "iloc"):
        try:
            import pyarrow
        except ImportError as error:
            raise MissingExtraError.of("frames", "pyarrow") from error
        return read_frame(pyarrow.table(frame), name)
    raise problem(InvalidValueError, "HV-301", "problem.subject.export", "problem.expected.export", Where(name))


def _from_columns(name: str, keys: list[str], lists: list[list[Any]]) -> Raw:
    if not keys:
        raise unreadable("HV-102", "empty", Where(name))
    rows = [[clean(key) for key in keys], *([clean(cell) for cell in row] for row in zip(*lists, strict=True))]
    return Raw(name, rows, list(range(1, len(rows) + 1)), "frame")
