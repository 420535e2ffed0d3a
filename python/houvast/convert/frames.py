"""Data frames and SPSS files as rows and columns of text."""

from __future__ import annotations

import os
from typing import Any

from ..errors import InvalidValueError, MissingExtraError, Where, problem
from ..io.atomic import asked_about
from ..io.frames import column_items
from ..io.sav import variables_of
from ..texts import Claim
from .sheet import Column, Raw, Sheet, clean
from .unreadable import unreadable

__all__ = ["frame_columns", "read_frame", "read_sav"]


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
    """The rows of a frame as `frame_columns` takes it, as text under a heading."""
    keys, lists = frame_columns(frame, name)
    if not keys:
        raise unreadable("HV-102", "empty", Where(name))
    rows = [[clean(key) for key in keys], *([clean(cell) for cell in row] for row in zip(*lists, strict=True))]
    return Raw(name, rows, list(range(1, len(rows) + 1)), "frame")


def frame_columns(frame: Any, name: str) -> tuple[list[str], list[list[Any]]]:
    """The headings and the columns of a pandas, polars or Arrow frame, a dict of columns, or a list of dicts.

    Categories of pandas become their labels, and its named index a column; nothing becomes None.
    """
    if hasattr(frame, "collect_schema") and hasattr(frame, "collect"):  # polars, not computed yet
        frame = frame.collect()
    if hasattr(frame, "to_pydict") and hasattr(frame, "column_names"):  # Arrow table; two columns may have one name
        return [*frame.column_names], [column.to_pylist() for column in frame.columns]
    if hasattr(frame, "to_pydict") and hasattr(frame, "schema"):  # Arrow batch
        return [*frame.schema.names], [column.to_pylist() for column in frame.columns]
    if hasattr(frame, "to_dict") and hasattr(frame, "get_columns"):  # polars
        return [column.name for column in frame.get_columns()], [column.to_list() for column in frame.get_columns()]
    if hasattr(frame, "iloc") and getattr(frame, "ndim", 0) == 2:
        return _of_pandas(frame)
    if hasattr(frame, "__arrow_c_stream__") and not hasattr(frame, "iloc"):
        try:
            import pyarrow
        except ImportError as error:
            raise MissingExtraError.of("frames", "pyarrow") from error
        return frame_columns(pyarrow.table(frame), name)
    return _of_items(column_items(frame), name)


def _of_items(items: list[tuple[str, Any]] | None, name: str) -> tuple[list[str], list[list[Any]]]:
    """Columns of one length."""
    if items is None:
        raise problem(InvalidValueError, "HV-301", "problem.subject.export", "problem.expected.export", Where(name))
    lists = [values.tolist() if hasattr(values, "tolist") else list(values) for _, values in items]
    for (key, _), values in zip(items, lists, strict=True):
        if len(values) != len(lists[0]):
            expected = Claim("problem.expected.rows_like_before", {"n": len(lists[0])})
            raise problem(InvalidValueError, "HV-301", "problem.subject.column", expected, Where(name, None, key))
    return [key for key, _ in items], lists


def _of_pandas(frame: Any) -> tuple[list[str], list[list[Any]]]:
    named = [level for level in frame.index.names if level is not None]
    if named:
        frame = frame.reset_index(level=named)
    values = [frame.iloc[:, i].astype(object) for i in range(frame.shape[1])]
    lists = [column.where(column.notna(), None).tolist() for column in values]
    return [" ".join(map(str, key)) if isinstance(key, tuple) else str(key) for key in frame.columns], lists
