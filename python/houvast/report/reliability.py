"""How well the questions of each element go together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..release.facts import reliability_key
from .desk import Desk
from .rich import Name, Rich, Unshown

__all__ = ["ReliabilityRow", "ReliabilityView", "reliability_views"]


@dataclass(frozen=True, slots=True)
class ReliabilityRow:
    """One element."""

    title: Name
    items: Rich
    alpha: Rich | Unshown
    interval: Rich
    n: Rich


@dataclass(frozen=True, slots=True)
class ReliabilityView:
    """The elements of one instrument in its last wave."""

    caption: Rich
    rows: list[ReliabilityRow]


def reliability_views(desk: Desk) -> list[ReliabilityView]:
    """Every instrument of which something may be shown."""
    views = []
    for instrument in dict.fromkeys(row.instrument for row in desk.release.reliability):
        rows = [row for row in desk.release.reliability if row.instrument == instrument]
        wave = desk.facts.waves_in({row.wave: row for row in rows})[-1]
        last = [row for row in rows if row.wave == wave]
        if any(row.shown for row in last):
            title = desk.words.instrument_title(instrument)
            caption = desk.texts.say("report.reliability_caption", instrument=title, wave=desk.wave(wave))
            views.append(ReliabilityView(caption, [_row(desk, row) for row in last]))
    return views


def _row(desk: Desk, row: Any) -> ReliabilityRow:
    texts, key = desk.texts, reliability_key(row)
    title = desk.words.element_title(row.instrument, row.element)
    items = texts.say("report.reliability_items", items=texts.count(row.items, f"{key}/items"))
    if not row.shown:
        return ReliabilityRow(title, items, texts.unshown, Rich(), Rich())
    alpha, low, high = (texts.number(getattr(row, name), f"{key}/{name}") for name in ("alpha", "low", "high"))
    n = texts.say("report.people", n=texts.band(row.n_band, f"{key}/n"))
    return ReliabilityRow(title, items, Rich([alpha]), texts.say("report.margin", low=low, high=high), n)
