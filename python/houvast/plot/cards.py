"""The questions to talk about, as cards to cut out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from .. import _core
from ..report.rich import Name
from .frame import Frame, Sheet
from .items import empty
from .sources import Drawable, Row, Source, source_of, told
from .style import theme_of, tidy, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["agenda_cards"]

_WIDE: Final = 3.9
_PAD: Final = 0.26
_ACROSS: Final = 2
_LINE: Final = 1.36  # distance between lines, in sizes of the type


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on one card: lines with their size, weight and kind."""

    id: str
    lines: list[tuple[str, float, str, str]]  # text, size, weight, role
    said: str

    @property
    def height(self) -> float:
        """Inches."""
        return 2 * _PAD + sum(_line_height(size, role) for _, size, _, role in self.lines)


def _line_height(size: float, role: str) -> float:
    return size * _LINE / 72 + (0.09 if role.endswith("first") else 0.0)


def agenda_cards(
    study_or_release: Drawable,
    *,
    length: int = 4,
    wave: str | None = None,
    by: str = "perspective",
    advice: int = 2,
    ax: Axes | None = None,
    lang: str = "nl",
    theme: str = "light",
) -> Axes:
    """Cards to cut out: a question, why it is on the table (with n), a way to begin and what you could try.

    Parameters
    ----------
    study_or_release : Study, Release or release document
        Exact for inside use, or what may be shown; a release has its own wave and groups.
    length : int
        Cards at most, 1 or more.
    wave : str, optional
        Id of a wave; None: the last.
    by : str
        Attribute of the parties whose groups are compared.
    advice : int
        Pieces of advice on a card at most, 0 or more.
    ax : matplotlib.axes.Axes, optional
        Where to draw; None: on a figure of its own.
    lang : str
        Language of the words, one of `houvast.languages()`.
    theme : str
        "light" or "dark"; "matplotlib" follows its style (`matplotlib.rcParams`).

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    UnknownKeyError
        HV-503 for a language, HV-505 for a wave, HV-506 for an attribute that does not exist.
    """
    source, look = source_of(study_or_release, lang), theme_of(theme)
    agenda: Sequence[Any]
    if isinstance(study_or_release, _core.Study):
        wave = source.wave(wave)
        agenda = list(study_or_release.agenda(length=length, wave=wave, by=by))
    else:
        agenda = list(source.thing.agenda)[:length]
        wave = source.wave(wave, {item.total.wave for item in agenda})
    title = source.texts("plot.cards.title")
    if not agenda:
        return empty(source, ax, look, title, source.texts("report.missing.agenda"))
    rows = {(row.kind, row.id): row for row in source.rows(wave=wave)}
    cards = [_card(source, item, rows, i + 1, advice) for i, item in enumerate(agenda)]
    across = min(_ACROSS, len(cards))
    tall = [max(card.height for card in cards[i : i + across]) for i in range(0, len(cards), across)]
    about = source.texts("plot.cards.about", wave=source.wave_title(wave))
    frame = Sheet(look, title, about, source.footer()).open(ax, _WIDE * across, sum(tall))
    frame.limits((0, _WIDE * across))
    y = 0.0
    for i, card in enumerate(cards):
        if i and i % across == 0:
            y += tall[i // across - 1]
        _draw(frame, card, (i % across) * _WIDE, y, tall[i // across])
    alt = source.texts("plot.cards.alt", count=len(cards), items=" ".join(card.said for card in cards))
    return frame.finish(f"{title}. {alt}")


def _card(source: Source, item: Any, rows: dict[tuple[str, str], Row], number: int, most: int) -> Card:
    room = (_WIDE - 2 * _PAD) * 72
    instrument = source.words.instrument_of(item.question)
    asked = source.words.question_text(instrument, item.question) if instrument else None
    question = (asked or source.words.reference(item.question) or Name(item.question)).text
    row = rows.get(("question", item.question))
    why = ""
    if source.exact:
        why = tidy(item.why.get(source.lang))
    elif row is not None and row.shown:
        why = source.texts(
            "plot.cards.why", reason=item.reason, top=told(row.top), n=row.n, unknown=told(row.dont_know)
        )
    head = f"{source.texts('plot.cards.number', n=number)}  ·  {item.question}"
    lines = [(head, 8.0, "bold", "head")]

    def add(text: str, size: float, weight: str, role: str, limit: int = 6) -> None:
        for k, line in enumerate(wrap(text, room - (8 if role == "item" else 0), size, weight, limit)):
            lines.append((line, size, weight, f"{role}-first" if k == 0 else role))

    add(question, 12.5, "bold", "question")
    if why:
        add(why, 8.5, "normal", "soft")
    add(source.texts("plot.cards.open"), 8.0, "bold", "label")
    add(source.texts.pick(item.opening), 9.5, "normal", "text")
    advices = list(item.advice)[:most]
    if advices:
        add(source.texts("plot.cards.try"), 8.0, "bold", "label")
        for each in advices:
            add("• " + source.texts.pick(each.text), 9.0, "normal", "item", 4)
    return Card(item.question, lines, f"{head.replace('  ·  ', ', ')}: {tidy(question)} {why}")


def _draw(frame: Frame, card: Card, x: float, y: float, tall: float) -> None:
    look = frame.theme
    frame.box(x, y, _WIDE, tall, facecolor="none", edgecolor=look.soft, linewidth=0.8, linestyle=(0, (5, 4)))
    frame.box(x + 0.1, y + 0.1, 0.06, tall - 0.2, facecolor=look.high[1]).set_gid(f"card-{card.id}")
    colours = {"head": look.accent, "soft": look.soft, "label": look.warm}
    at = y + _PAD
    for text, size, weight, role in card.lines:
        at += _line_height(size, role)
        frame.text(
            x + _PAD, at - size * 0.3 / 72, text, size=size, weight=weight, ha="left", va="baseline",
            color=colours.get(role.removesuffix("-first"), look.ink),
        )  # fmt: skip
