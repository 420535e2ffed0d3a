"""Tables on their way out: pandas, polars, text and notebook HTML."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from .. import _core
from ..errors import MissingExtraError
from .cells import to_dicts
from .reprs import (
    LARGEST,
    STYLE,
    Markup,
    Reader,
    brief,
    escaped,
    isolate,
    marked_frame,
    number,
    origin,
    reader,
    rows_html,
)

if TYPE_CHECKING:
    import pandas
    import polars

__all__ = [
    "first_columns",
    "table_html",
    "table_text",
    "to_pandas",
    "to_polars",
]

_SHOWN_ROWS: Final = 50  # a notebook shows this many, and says how many there are
_SHOWN_TEXT: Final = 120  # longer cells are cut
_FIRST: Final = 10  # a notebook shows so many columns at first
# The numbers that tables are about; each comes with its bounds.
_HEADLINES: Final = (
    *("high_share", "high_low", "high_high", "high_change", "high_difference", "top_box", "value", "delta"),
    *("delta_within", "top_difference", "consensus", "alpha", "omega_total", "rwg_j"),
    *("median_low", "median_high", "share_up", "mean", "share_better", "item_rest_correlation", "p_adjusted"),
    *("in_degree", "out_degree", "scored", "n", "n_pairs", "n_x", "n_y", "units", "dont_know_share"),
)


def to_pandas(table: _core.Table) -> pandas.DataFrame:
    """A pandas DataFrame; whole numbers with gaps become Int64, column meanings stand in `.attrs`."""
    try:
        import pandas as pd
    except ImportError as error:
        raise MissingExtraError.of("frames", "pandas") from error
    data = {}
    for column in table.fields:
        missing = column.missing
        series = pd.Series(column.values)
        if missing.any():
            if series.dtype.kind == "i":
                series = series.astype("Int64")
            elif series.dtype.kind == "b":
                series = series.astype("boolean")
            series = series.mask(missing)
        data[column.name] = series
    return marked_frame(
        pd.DataFrame(data),
        title=table.title,
        definition=table.provenance.definition,
        source=table.provenance.source,
        columns={column.name: column.description for column in table.fields},
    )


def to_polars(table: _core.Table) -> polars.DataFrame:
    """A polars DataFrame, through the Arrow C stream."""
    try:
        import polars as pl
    except ImportError as error:
        raise MissingExtraError.of("frames", "polars") from error
    return pl.DataFrame(table)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, int | float):
        text = str(value)
        return text if len(text) <= _SHOWN_TEXT else text[: _SHOWN_TEXT - 1] + "…"
    return number(value)


def table_text(table: _core.Table) -> str:
    """Title and first rows as aligned text."""
    rows, to = to_dicts(table), reader()
    names = table.columns
    first = [[isolate(_cell(row[name]), 40) for name in names] for row in rows[:10]]
    widths = [max([len(name), *(len(row[i]) for row in first)]) for i, name in enumerate(names)]
    lines = [f"{table.say(to.words)}: {to('notebook.table.rows', n=len(rows))}"]
    lines.append("  ".join(name.ljust(width) for name, width in zip(names, widths, strict=True)))
    lines += ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in first]
    if len(rows) > len(first):
        lines.append("… " + to("notebook.more_rows", n=len(rows) - len(first)))
    return "\n".join(lines)


def first_columns(table: _core.Table) -> list[str]:
    """The columns that matter first, in the order of the table: what rows are about, and the numbers they are for.

    What is the same in every row comes later, and so do counts beside the numbers that are made from them.
    """
    if len(table.columns) <= _FIRST:
        return table.columns
    about = [column.name for column in table.fields if isinstance(column.values, list) and _differs(column)]
    numbers = [each for name in _HEADLINES for each in (name, f"{name}_low", f"{name}_high") if each in table.columns]
    wanted = list(dict.fromkeys([*about[: _FIRST // 2], *numbers, *about, *table.columns]))[:_FIRST]
    return [name for name in table.columns if name in wanted]


def _differs(column: _core.Column) -> bool:
    values, missing = column.values, column.missing
    return len({None if gone else value for value, gone in zip(values, missing.tolist(), strict=True)}) > 1


def table_html(table: _core.Table) -> str:
    """The table for a notebook: escaped, self-contained, at most 50 rows and 100,000 characters.

    A wide table shows the columns that matter first, and all of them on request.
    """
    to, first = reader(), first_columns(table)
    caption = f"<caption>{escaped(table.say(to.words))} ({to('notebook.table.rows', n=len(table))})</caption>"
    page, done = _grid(table, first, caption, LARGEST // 2, to)
    if len(first) < len(table.columns):
        whole, _ = _grid(table, table.columns, "", LARGEST // 2, to)
        summary = to("notebook.table.all_columns", n=len(table.columns))
        page += f"<details><summary>{summary}</summary>{whole}</details>"
    more = f"<p>{to('notebook.more_rows', n=len(table) - done)}</p>" if done < len(table) else ""
    return f'{STYLE}<div class="houvast">{page}{more}<p>{origin(table.provenance, to)}</p></div>'


def _grid(table: _core.Table, names: Sequence[str], caption: str, room: int, to: Reader) -> tuple[str, int]:
    """Some columns within a number of characters, in a box that scrolls, and how many rows stand in it."""
    from html import escape

    columns = [table.column(name) for name in names]
    heads = [
        Markup(f'<th scope="col" title="{escape(column.say(to.words), quote=True)}">{escape(column.name)}</th>')
        for column in columns
    ]
    top = table.at_rows(range(min(len(table), _SHOWN_ROWS)))
    rows = ([_shown(row, column, to) for column in columns] for row in to_dicts(top))
    body, done = rows_html(heads, rows, _SHOWN_ROWS, room, to)
    return f'<div class="hv-box"><table>{caption}{body}</table></div>', done


def _shown(row: dict[str, Any], column: _core.Column, to: Reader) -> Any:
    """A cell, an id with its title unless that stands in the row already."""
    value = row[column.name]
    if value is None:
        return Markup("")
    title = column.titles[value].get(to.texts) if value in column.titles else ""
    if title and title not in row.values():
        return Markup(f"{escaped(value)} <span class=hv-title>{escaped(title, _SHOWN_TEXT)}</span>")
    return brief(value, _SHOWN_TEXT) if isinstance(value, str) else value
