"""What results show themselves with in a notebook: small tables that say what, for whom, n, and how it was computed.

Every text that somebody else wrote is escaped and kept apart, so that neither markup nor a direction of writing can
disturb what stands around it. Colours are the notebook's own, light or dark; nothing is loaded; the size is capped.
"""

from __future__ import annotations

import math
import os
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from .. import _core
from ..texts import find_language, say

if TYPE_CHECKING:
    import pandas

__all__ = [
    "LARGEST",
    "STYLE",
    "Markup",
    "Reader",
    "badge",
    "brief",
    "escaped",
    "exact",
    "isolate",
    "marked_frame",
    "number",
    "origin",
    "reader",
    "rows_html",
    "shown",
    "told",
]

LARGEST: Final = 100_000  # characters of markup; rows beyond it are counted and left out
_CELL: Final = 160  # characters of a cell; longer ones are cut
_LISTED: Final = 12  # items of a list in a cell
_LINES: Final = 25  # rows of a table inside a picture of something else
_OPEN, _CLOSE = "\u2068", "\u2069"  # first strong isolate, pop directional isolate
STYLE: Final = f"<style>{Path(__file__).with_name('notebook.css').read_text(encoding='utf-8')}</style>"


class Markup(str):
    """Finished markup; everything else is escaped."""

    __slots__ = ()


# ------------------------------------------------------------------------------------------------ texts


@dataclass(frozen=True, slots=True)
class Reader:
    """Whom a result shows itself to: the language of its own words, and that of the texts of a study."""

    words: str
    texts: str

    def __call__(self, key: str, **gaps: Any) -> str:
        """A message in the reader's language."""
        return say(key, self.words, **gaps)

    def truth(self, truth: bool) -> str:
        """Yes or no."""
        return self("workbook.flag", flag="yes" if truth else "no")


def reader() -> Reader:
    """The reader of this notebook: HOUVAST_LANG, else English words around the Dutch texts of a study."""
    given = find_language(os.environ.get("HOUVAST_LANG", ""))
    return Reader(given or "en", given or "nl")


def badge(to: Reader, kind: str) -> str:
    """The mark of what is for inside use, or released; nothing for what is neither."""
    words = to("notebook.badge", kind=kind)
    return f'<span class="hv-badge hv-{kind}">{words}</span>' if kind else ""


def _clean(text: str) -> str:
    """Control characters and halves of surrogate pairs become a mark; they cannot be shown."""
    return "".join(
        "\ufffd" if unicodedata.category(char) in ("Cc", "Cs") and char not in "\t\n" else char for char in text
    )


def brief(text: str, longest: int = _CELL) -> str:
    """The text, cut off with an ellipsis when it is longer."""
    return text if len(text) <= longest else text[: longest - 1] + "…"


def escaped(text: str, longest: int = _CELL) -> Markup:
    """A text of somebody else as markup: short, escaped and isolated."""
    import html

    return Markup(f"<bdi>{html.escape(_clean(brief(text, longest)), quote=True)}</bdi>")


def isolate(text: str, longest: int = 80) -> str:
    """A text of somebody else for a line of plain text: on one line, and isolated when it could turn the line round."""
    line = " ".join(brief(text, longest).split())
    kept = "".join(c for c in _clean(line) if c not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    turns = any(unicodedata.bidirectional(char) in ("R", "AL", "AN") for char in kept)
    return f"{_OPEN}{kept}{_CLOSE}" if turns or len(kept) != len(line) else kept


def exact(line: str) -> str:
    """A line `Kind(…)` that says of itself that it is exact and for inside use."""
    return f"{line.removesuffix(')')}; {reader()('notebook.inside')})"


def marked_frame(frame: pandas.DataFrame, **about: object) -> pandas.DataFrame:
    """A frame whose `.attrs` say that it is exact and for inside use, and what else is told of it."""
    frame.attrs = {"use": reader()("notebook.inside"), **about}
    return frame


# ------------------------------------------------------------------------------------------------ cells


def number(value: float) -> str:
    """A number as text, with four digits where it is no whole one."""
    if isinstance(value, float) and math.isfinite(value) and value != int(value):
        return f"{value:.4g}"
    return str(int(value)) if isinstance(value, float) and math.isfinite(value) else str(value)


def _localized(text: _core.LocalizedText, to: Reader) -> str:
    words = text.get(to.texts)
    return escaped(words, 400) if words else "–"


def _share(share: _core.ReleasedShare, to: Reader) -> str:
    return to("notebook.band", low=share.low, high=share.high)


def _listed(items: Sequence[Any], to: Reader) -> str:
    more = " " + to("notebook.in_all", n=len(items)) if len(items) > _LISTED else ""
    return ", ".join(_short(item, to) for item in items[:_LISTED]) + more


def _keyed(items: dict[Any, Any], to: Reader) -> str:
    return ", ".join(f"{escaped(str(k))}: {_short(v, to)}" for k, v in list(items.items())[:_LISTED])


# How a value of a type is written; of the types that fit, the first counts.
_WRITTEN: Final[tuple[tuple[type, Callable[[Any, Reader], str]], ...]] = (
    (str, lambda text, _: escaped(text, 400)),
    (bool, lambda truth, to: to.truth(truth)),
    (int, lambda number, _: str(number)),
    (float, lambda number, _: f"{number:.4g}"),
    (list, _listed),
    (tuple, _listed),
    (dict, _keyed),
    (_core.LocalizedText, _localized),
    (_core.ReleasedShare, _share),
    (_core.Estimate, lambda estimate, to: escaped(told(estimate, to), 400)),
    (object, lambda thing, _: escaped(str(thing), 400)),
)


def _cell(value: Any, to: Reader) -> Markup:
    from html import escape

    from .hidden import HIDDEN, HIDDEN_SYMBOL

    if isinstance(value, Markup):
        return value
    if value is HIDDEN:
        return Markup(f'<span title="{escape(to("notebook.hidden"))}">{HIDDEN_SYMBOL}</span>')
    if hasattr(value, "tolist"):
        value = value.tolist()
    if value is None or value == "" or value == []:
        return Markup("–")
    return Markup(next(write(value, to) for kind, write in _WRITTEN if isinstance(value, kind)))


def _short(value: Any, to: Reader) -> Markup:
    return escaped(value) if isinstance(value, str) and not isinstance(value, Markup) else _cell(value, to)


def _pairs(pairs: Iterable[tuple[str, Any]], to: Reader) -> str:
    return "".join(f'<tr><th scope="row">{name}</th><td>{_cell(value, to)}</td></tr>' for name, value in pairs)


def rows_html(
    heads: Sequence[Any], rows: Iterable[Sequence[Any]], count: int, room: int, to: Reader
) -> tuple[str, int]:
    """Head and body of a table within a number of characters, and how many rows stand in it."""
    head = "".join(each if isinstance(each, Markup) else f'<th scope="col">{_cell(each, to)}</th>' for each in heads)
    body, used, done = [], len(head), 0
    for row in rows:
        cells = ""
        for value in row:
            number = isinstance(value, int | float) and not isinstance(value, bool)
            cells += f"<td{' class=number' if number else ''}>{_cell(value, to)}</td>"
        if used + len(cells) > room or done >= count:
            break
        body.append(f"<tr>{cells}</tr>")
        used += len(cells)
        done += 1
    return f"<thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody>", done


def shown(
    to: Reader,
    kind: str,
    title: Any,
    pairs: Iterable[tuple[str, Any]] = (),
    *,
    mark: str = "",
    heads: Sequence[Any] = (),
    rows: Sequence[Sequence[Any]] = (),
    caption: str = "",
    most: int = _LINES,
    note: str = "",
) -> str:
    """A table of names and values, and below it one of rows; at most 100,000 characters.

    `mark` is "inside" or "released" for what is for inside use or may leave.
    """
    name = kind
    if title != "":
        name = f"{kind}: {escaped(title) if isinstance(title, str) else _cell(title, to)}"
    listed = _pairs(pairs, to)
    if len(listed) > LARGEST // 2:
        listed = _pairs([("", to("notebook.too_large"))], to)
    page = (
        f"{STYLE}<div class='houvast'><table><caption>{name}{badge(to, mark)}</caption><tbody>{listed}</tbody></table>"
    )
    if heads and rows:
        table, done = rows_html(heads, rows, most, LARGEST - len(page) - len(note) - 500, to)
        page += f"<table><caption>{caption}</caption>{table}</table>"
        page += f"<p>{to('notebook.more_rows', n=len(rows) - done)}</p>" if done < len(rows) else ""
    return page + (f"<p>{note}</p>" if note else "") + "</div>"


def origin(provenance: Any, to: Reader) -> Markup:
    """Definition, source, options, seed and version of a number."""
    source = to("notebook.source", source=escaped(provenance.cite(to.words), 200))
    parts = [f"{escaped(provenance.say(to.words), 400)}. {source}"]
    if provenance.options:
        chosen = ", ".join(f"{escaped(k)} = {escaped(v)}" for k, v in provenance.options.items())
        parts.append(to("notebook.options", options=chosen))
    if provenance.seed is not None:
        parts.append(to("notebook.seed", seed=provenance.seed))
    parts.append(f"houvast {escaped(provenance.version)}")
    return Markup(". ".join(parts) + ".")


def told(estimate: Any, to: Reader, number: Callable[[float], str] = "{:.4g}".format) -> str:
    """An estimate in one line of a larger table."""
    if not estimate.defined:
        return to("notebook.undefined", reason=estimate.why(to.words), n=estimate.n)
    value = number(estimate.value)
    if estimate.interval is None:
        return to("notebook.estimate", value=value, n=estimate.n)
    low, high = (number(end) for end in estimate.interval)
    return to(
        "notebook.estimate_interval", value=value, level=estimate.interval.level, low=low, high=high, n=estimate.n
    )
