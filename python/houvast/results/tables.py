"""Tables and statistics on their way out: pandas, polars, dicts, text and notebook HTML."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from .. import _core
from ..errors import MissingExtraError
from .reprs import LARGEST, STYLE, Markup, Reader, brief, escaped, isolate, origin, reader, rows_html, shown, told

if TYPE_CHECKING:
    import pandas
    import polars

__all__ = [
    "cells_of",
    "estimate_html",
    "estimate_text",
    "estimate_words",
    "table_html",
    "table_text",
    "to_dicts",
    "to_pandas",
    "to_polars",
]

_SHOWN_ROWS = 50  # a notebook shows this many, and says how many there are
_SHOWN_TEXT = 120  # longer cells are cut


def to_dicts(table: _core.Table) -> list[dict[str, Any]]:
    """One dict per row; missing values are None."""
    columns = cells_of(table)
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def cells_of(table: _core.Table) -> dict[str, list[Any]]:
    """Column name → its cells; missing values are None."""
    made = {}
    for column in table.columns:
        values, missing = column.values, column.missing
        cells = values if isinstance(values, list) else values.tolist()
        made[column.name] = (
            [None if gone else cell for cell, gone in zip(cells, missing.tolist(), strict=True)]
            if missing.any()
            else cells
        )
    return made


def to_pandas(table: _core.Table) -> pandas.DataFrame:
    """A pandas DataFrame; whole numbers with gaps become Int64, column meanings stand in `.attrs`."""
    try:
        import pandas as pd
    except ImportError as error:
        raise MissingExtraError.of("frames", "pandas") from error
    data = {}
    for column in table.columns:
        missing = column.missing
        series = pd.Series(column.values)
        if missing.any():
            if series.dtype.kind == "i":
                series = series.astype("Int64")
            elif series.dtype.kind == "b":
                series = series.astype("boolean")
            series = series.mask(missing)
        data[column.name] = series
    frame = pd.DataFrame(data)
    frame.attrs = {
        "title": table.title,
        "definition": table.provenance.definition,
        "source": table.provenance.source,
        "columns": {column.name: column.description for column in table.columns},
    }
    return frame


def to_polars(table: _core.Table) -> polars.DataFrame:
    """A polars DataFrame, through the Arrow C stream."""
    try:
        import polars as pl
    except ImportError as error:
        raise MissingExtraError.of("frames", "polars") from error
    return pl.DataFrame(table)


def _number(value: float) -> str:
    if isinstance(value, float) and math.isfinite(value) and value != int(value):
        return f"{value:.4g}"
    return str(int(value)) if isinstance(value, float) and math.isfinite(value) else str(value)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, int | float):
        text = str(value)
        return text if len(text) <= _SHOWN_TEXT else text[: _SHOWN_TEXT - 1] + "…"
    return _number(value)


def table_text(table: _core.Table) -> str:
    """Title and first rows as aligned text."""
    rows, to = to_dicts(table), reader()
    names = [column.name for column in table.columns]
    first = [[isolate(_cell(row[name]), 40) for name in names] for row in rows[:10]]
    widths = [max([len(name), *(len(row[i]) for row in first)]) for i, name in enumerate(names)]
    lines = [f"{table.say(to.words)}: {to('notebook.table.rows', n=len(rows))}"]
    lines.append("  ".join(name.ljust(width) for name, width in zip(names, widths, strict=True)))
    lines += ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in first]
    if len(rows) > len(first):
        lines.append("… " + to("notebook.more_rows", n=len(rows) - len(first)))
    return "\n".join(lines)


def table_html(table: _core.Table) -> str:
    """The table for a notebook: escaped, self-contained, at most 50 rows and 100,000 characters."""
    from html import escape

    rows, to = to_dicts(table), reader()
    heads = [
        Markup(f'<th scope="col" title="{escape(column.say(to.words), quote=True)}">{escape(column.name)}</th>')
        for column in table.columns
    ]
    cells = ([_shown(value) for value in row.values()] for row in rows)
    body, done = rows_html(heads, cells, _SHOWN_ROWS, LARGEST, to)
    more = f"<p>{to('notebook.more_rows', n=len(rows) - done)}</p>" if done < len(rows) else ""
    caption = f"<caption>{escaped(table.say(to.words))} ({to('notebook.table.rows', n=len(rows))})</caption>"
    origins = f"<p>{origin(table.provenance, to)}</p>"
    return f'{STYLE}<div class="houvast"><table>{caption}{body}</table>{more}{origins}</div>'


def _shown(value: Any) -> Any:
    return Markup("") if value is None else brief(value, _SHOWN_TEXT) if isinstance(value, str) else value


def estimate_text(estimate: _core.Estimate) -> str:
    """The value with n, interval and method, or why there is none."""
    return f"Estimate({estimate_words(estimate, reader())})"


def estimate_words(estimate: _core.Estimate, to: Reader) -> str:
    """The same in a line of something else."""
    return f"{told(estimate, to, _number)}; {estimate.say(to.words)}"


def estimate_html(estimate: _core.Estimate) -> str:
    """The same for a notebook: value, interval, n, method and source."""
    to = reader()
    pairs: list[tuple[str, Any]] = [
        (to("notebook.value"), told(estimate, to)),
        (to("notebook.method"), estimate.say(to.words)),
    ]
    if estimate.expected is not None:
        pairs.append((to("notebook.by_chance"), estimate.expected))
    if estimate.p_value is not None:
        pairs.append(("p", estimate.p_value))
    pairs += sorted(estimate.details.items())
    return shown(to, to("notebook.estimate.title"), "", pairs, mark="inside", note=origin(estimate.provenance, to))
