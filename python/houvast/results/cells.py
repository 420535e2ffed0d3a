"""The cells of a table: columns as arrays, rows as dicts, and what a key between brackets chooses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

import numpy as np

from .. import _core
from ..errors import InvalidValueError, MissingExtraError, problem

__all__ = ["TableRow", "array_of", "cells_of", "chosen", "interchanged", "records", "to_dicts"]

# A row of a table by names of columns; a test holds what is read of it, and of what is called `row`, against them.
TableRow: TypeAlias = Mapping[str, Any]


def cells_of(table: _core.Table) -> dict[str, list[Any]]:
    """Column name → its cells; missing values are None."""
    return {column.name: _cells(column) for column in table.fields}


def _cells(column: _core.Column) -> list[Any]:
    values, missing = column.values, column.missing
    cells: list[Any] = values if isinstance(values, list) else values.tolist()
    if not missing.any():
        return cells
    return [None if gone else cell for cell, gone in zip(cells, missing.tolist(), strict=True)]


def to_dicts(table: _core.Table) -> list[dict[str, Any]]:
    """One dict per row; missing values are None."""
    return list(records(table))


def records(self: _core.Table) -> Iterator[dict[str, Any]]:
    """The rows, each as a dict of column name to cell; missing values are None."""
    columns = cells_of(self)
    return (dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True))


def array_of(column: _core.Column) -> np.ndarray[Any, Any]:
    """The cells as one array; what is missing is NaN among numbers, masked among whole ones and None among texts."""
    values, missing = column.values, column.missing
    if isinstance(values, list):
        cells = np.empty(len(values), dtype=object)
        cells[:] = _cells(column)
        return cells
    if not missing.any():
        return values
    if values.dtype.kind == "f":
        return np.where(missing, np.nan, values)
    return np.ma.masked_array(values, mask=missing)


def chosen(self: _core.Table, key: Any) -> Any:
    """What `table[key]` is.

    Parameters
    ----------
    key : str, list of str, int, slice or mask
        The name of a column gives its cells as an array (NaN, a mask or None where there is no value); names give a
        table of these columns; a number gives a row as a dict, counted from the end when it is below 0; a slice, or a
        mask with one truth value per row, gives a table of these rows.

    Returns
    -------
    numpy.ndarray, dict or Table

    Raises
    ------
    UnknownKeyError
        HV-504 for a column that does not exist.
    InvalidValueError
        HV-301 for a mask of another length, HV-302 for a key of another kind.
    IndexError
        For a row that does not exist.
    """
    if isinstance(key, str):
        return array_of(self.column(key))
    if isinstance(key, slice):
        return self.at_rows(np.arange(len(self))[key])
    if isinstance(key, int | np.integer) and not isinstance(key, bool):
        row = range(len(self))[key]
        return next(records(self.at_rows([row])))
    if isinstance(key, list | tuple) and key and all(isinstance(name, str) for name in key):
        return self.with_columns(list(key))
    if not hasattr(key, "__iter__"):
        kind = type(key).__name__
        raise problem(
            InvalidValueError, "HV-302", "problem.subject.key_of_table", "problem.expected.key_of_table", value=kind
        )
    return self.at_rows(key)


def interchanged(self: _core.Table, nan_as_null: bool = False, allow_copy: bool = True) -> Any:
    """The table by the dataframe interchange protocol (extra `frames`), as seaborn and plotly ask for it.

    Parameters
    ----------
    nan_as_null : bool
        Whether NaN counts as no value.
    allow_copy : bool
        Whether cells may be copied.

    Returns
    -------
    object
        A frame of the protocol.

    Raises
    ------
    MissingExtraError
        HV-601 when pyarrow is not installed.
    """
    try:
        import pyarrow as pa
    except ImportError as error:
        raise MissingExtraError.of("frames", "pyarrow") from error
    return pa.table(self).__dataframe__(nan_as_null, allow_copy)
