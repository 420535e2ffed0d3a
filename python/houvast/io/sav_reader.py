"""Reads an SPSS file; runs in a process of its own (houvast.io.apart), so it imports nothing of houvast."""

from __future__ import annotations

from typing import Any

__all__ = ["reply"]


def reply(data: bytes, arguments: list[str]) -> list[tuple[str, Any, list[Any], dict[Any, Any]]] | None:
    """Name, label, cells (None where missing) and value labels of each variable; nothing for what is no SPSS file.

    `arguments`: the path of the file.
    """
    import pyreadstat

    try:
        frame, meta = pyreadstat.read_sav(arguments[0], user_missing=True, apply_value_formats=False)
        return [
            (
                name,
                meta.column_names_to_labels.get(name),
                frame[name].astype(object).where(frame[name].notna(), None).tolist(),
                dict(meta.variable_value_labels.get(name, {})),
            )
            for name in meta.column_names
        ]
    except Exception:  # what it says of a damaged file is of many kinds
        return None
