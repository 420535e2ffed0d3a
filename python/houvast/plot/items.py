"""What pictures of answers have in common: which rows they show, and the sheet for when there are none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from .frame import Sheet
from .sources import Row, Source, known_name
from .style import Theme, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["CELL", "LABEL", "N_AT", "TEXT", "band_words", "by_item", "empty", "last_wave", "pick"]

TEXT: Final = 9.0
CELL: Final = 8.0
LABEL: Final = 3.1  # inches for the words of a question
N_AT: Final = 0.62  # inches right of the axes where n ends


def pick(source: Source, rows: list[Row], kind: str, element: str | None, instrument: str | None) -> list[Row]:
    """The rows of one kind; of one element or instrument when asked for."""
    none = "problem.expected.with_instruments"
    if instrument is not None:
        known_name("HV-501", "problem.subject.instrument", instrument, source.instruments, none)
    if element is not None:
        known = [e.id for i in source.instruments.values() for e in i.elements]
        known_name("HV-502", "problem.subject.element", element, known, none)
    return [
        row
        for row in rows
        if row.kind == kind
        and (instrument is None or row.instrument == instrument)
        and (element is None or (source.words.element_of(row.instrument, row.id) or row.id) == element)
    ]


def last_wave(source: Source, rows: Sequence[Row], wave: str | None) -> str:
    """The wave asked for; the last one with answers when none is."""
    return source.wave(wave, {row.wave for row in rows if not row.shown or row.n != "0"})


def by_item(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows of the same question together, in the order of the questionnaire."""
    found: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        found.setdefault((row.instrument, row.id), []).append(row)
    return list(found.values())


def empty(source: Source, ax: Axes | None, theme: Theme, title: str, words: str = "") -> Axes:
    """A sheet that says that there is nothing to show."""
    words = words or source.texts("plot.no_data")
    frame = Sheet(theme, title, "", source.footer()).open(ax, 5.0, 0.8)
    frame.limits((0, 1))
    frame.nothing("\n".join(wrap(words, 330, TEXT)))
    return frame.finish(f"{title}. {words}")


def band_words(source: Source, items: Sequence[Sequence[Row]]) -> str:
    """What a hatched box means, when there is one."""
    tops = [row.top for item in items for row in item]
    return f" {source.texts('plot.band')}" if any(top is not None and top.value is None for top in tops) else ""
