"""Reads an SPSS file; runs in a process of its own (houvast.io.apart), so it imports nothing of houvast."""

from __future__ import annotations

import datetime
from typing import Any

__all__ = ["reply"]

_START = datetime.datetime(1582, 10, 14)  # from where SPSS counts seconds
_DAYS = ("DATE", "ADATE", "EDATE", "JDATE", "SDATE")
_MOMENTS = ("DATETIME", "YMDHMS")
_MOST_SECONDS = 1e15  # of what is told as a day, some 30 million years from now


def reply(data: bytes, arguments: list[str]) -> list[tuple[str, Any, list[Any], dict[Any, Any]]] | None:
    """Name, label, cells (None where missing) and value labels of each variable; nothing for what is no SPSS file.

    `arguments`: the path of the file.
    """
    try:
        return _variables(arguments[0], as_days=True)
    except OverflowError:  # one day after the year 9999
        return _variables(arguments[0], as_days=False)
    except Exception:  # what pyreadstat says of a damaged file is of many kinds
        return None


def _variables(path: str, as_days: bool) -> list[tuple[str, Any, list[Any], dict[Any, Any]]]:
    """The variables, their days made by pyreadstat or here."""
    import pyreadstat

    frame, meta = pyreadstat.read_sav(
        path, user_missing=True, apply_value_formats=False, disable_datetime_conversion=not as_days
    )
    found = []
    for name in meta.column_names:
        cells = frame[name].astype(object).where(frame[name].notna(), None).tolist()
        if not as_days:
            kind = (meta.original_variable_types.get(name) or "").rstrip("0123456789.")
            cells = [_day(cell, kind) for cell in cells]
        label = meta.column_names_to_labels.get(name)
        found.append((name, label, cells, dict(meta.variable_value_labels.get(name, {}))))
    return found


def _day(cell: Any, kind: str) -> Any:
    """The day or moment that a number of seconds means, as text where Python has none so late; else the cell."""
    if kind not in _DAYS + _MOMENTS or not isinstance(cell, float) or abs(cell) > _MOST_SECONDS:
        return cell
    try:
        moment = _START + datetime.timedelta(seconds=cell)
    except OverflowError:
        import numpy as np

        late = np.datetime64(_START, "s") + np.timedelta64(int(cell), "s")
        return str(late.astype("datetime64[D]") if kind in _DAYS else late)
    return moment.date() if kind in _DAYS else moment
