"""Tables and statistics on their way out: pandas, polars, dicts, text and notebook HTML."""

from __future__ import annotations

import html
import math
from typing import Any

from . import _core
from .errors import MissingExtraError

__all__ = ["estimate_html", "estimate_text", "table_html", "table_text", "to_dicts", "to_pandas", "to_polars"]

_SHOWN_ROWS = 50  # a notebook shows this many, and says how many there are
_SHOWN_TEXT = 120  # longer cells are cut

_STYLE = (
    "<style>.houvast{font:14px system-ui,sans-serif}.houvast table{border-collapse:collapse}"
    ".houvast caption{text-align:left;font-weight:600;padding:.2em 0}"
    ".houvast th,.houvast td{border-bottom:1px solid #8886;padding:.2em .6em;text-align:left;vertical-align:top}"
    ".houvast td.number{text-align:right;font-variant-numeric:tabular-nums}.houvast p{margin:.3em 0;opacity:.8}</style>"
)


def to_dicts(table: _core.Table) -> list[dict[str, Any]]:
    """One dict per row; missing values are None."""
    columns = []
    for column in table.columns:
        values = column.values if isinstance(column.values, list) else column.values.tolist()
        missing = column.missing
        columns.append([None if gone else value for value, gone in zip(values, missing, strict=True)])
    names = [column.name for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def to_pandas(table: _core.Table) -> Any:
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


def to_polars(table: _core.Table) -> Any:
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
    rows = to_dicts(table)
    names = [column.name for column in table.columns]
    shown = [[_cell(row[name])[:40] for name in names] for row in rows[:10]]
    widths = [max(len(name), *(len(row[i]) for row in shown)) if shown else len(name) for i, name in enumerate(names)]
    lines = [f"{table.title}: {len(rows)} rows; exact, for inside use"]
    lines.append("  ".join(name.ljust(width) for name, width in zip(names, widths, strict=True)))
    lines += ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in shown]
    if len(rows) > len(shown):
        lines.append(f"… {len(rows) - len(shown)} more rows")
    return "\n".join(lines)


def table_html(table: _core.Table) -> str:
    """The table for a notebook: escaped, self-contained, at most 50 rows."""
    rows = to_dicts(table)
    head = "".join(
        f'<th scope="col" title="{html.escape(column.description)}">{html.escape(column.name)}</th>'
        for column in table.columns
    )
    body = ""
    for row in rows[:_SHOWN_ROWS]:
        cells = ""
        for value in row.values():
            kind = ' class="number"' if isinstance(value, int | float) and not isinstance(value, bool) else ""
            cells += f"<td{kind}>{html.escape(_cell(value))}</td>"
        body += f"<tr>{cells}</tr>"
    more = f"<p>{len(rows) - _SHOWN_ROWS} more rows</p>" if len(rows) > _SHOWN_ROWS else ""
    source = html.escape(f"{table.provenance.definition}. Source: {table.provenance.source}.")
    return (
        f'{_STYLE}<div class="houvast"><table><caption>{html.escape(table.title)} '
        f"({len(rows)} rows; exact, for inside use)</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}<p>{source}</p></div>"
    )


def estimate_text(estimate: _core.Estimate) -> str:
    """The value with n, interval and method, or why there is none."""
    if not estimate.defined:
        return f"Estimate(undefined: {estimate.reason}; n = {estimate.n}; {estimate.method})"
    interval = ""
    if estimate.interval is not None:
        low, high = estimate.interval
        interval = f", {estimate.interval.level:.0%} interval {_number(low)} to {_number(high)}"
    return f"Estimate({_number(estimate.value)}{interval}, n = {estimate.n}; {estimate.method})"


def estimate_html(estimate: _core.Estimate) -> str:
    """The same for a notebook."""
    source = html.escape(estimate.provenance.source)
    return f'{_STYLE}<div class="houvast"><p>{html.escape(estimate_text(estimate))}</p><p>Source: {source}</p></div>'
