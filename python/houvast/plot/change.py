"""What changed from wave to wave: the same people on a line, and who came and left apart from it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ..errors import choose
from .frame import LINE, Frame, Key, Sheet
from .items import CELL, empty, pick
from .sources import Drawable, Row, Share, Source, percent, source_of, told
from .style import theme_of, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["waves"]

_WIDE: Final = 2.35  # inches of one item with two waves; more waves take more
_TALL: Final = 1.55  # of its picture, without the words
_SMALL: Final = 7.5
_ACROSS: Final = 3


@dataclass(frozen=True, slots=True)
class Step:
    """One pair of waves: shares of the same people, and of who left and who came."""

    before: str
    after: str
    n: int
    n_left: int
    n_came: int
    top_before: float | None
    top_after: float | None
    top_left: float | None
    top_came: float | None


def waves(
    study_or_release: Drawable,
    *,
    kind: str = "element",
    element: str | None = None,
    instrument: str | None = None,
    ax: Axes | None = None,
    lang: str = "nl",
    theme: str = "light",
) -> Axes:
    """One small picture per element (or question): the share with a high answer, from wave to wave.

    From a study, the line joins the answers of the same people in two successive waves; who left stands as an open
    mark on the left, who joined on the right. A release does not hold who is who: there the marks are everybody's
    answers, with their margins.

    Parameters
    ----------
    study_or_release : Study, Release or release document
        Exact for inside use, or what may be shown.
    kind : str
        "element" or "question".
    element : str, optional
        Id of an element, for that one and its questions only; None: all.
    instrument : str, optional
        Id of an instrument, for its questions only; None: all.
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
        HV-502 for an element, HV-503 for a language that does not exist.
    InvalidValueError
        HV-303 for another kind.
    """
    source, look = source_of(study_or_release, lang), theme_of(theme)
    choose(kind, ("element", "question"), "problem.subject.kind")
    rows = pick(source, source.rows(), kind, element, instrument)
    title = source.texts("plot.waves.title")
    items: dict[tuple[str, str], dict[str, Row]] = {}
    for row in rows:
        items.setdefault((row.instrument, row.id), {})[row.wave] = row
    if not items:
        return empty(source, ax, look, title)
    order = [wave for wave in source.waves if any(wave in found for found in items.values())]
    panel = source.exact and len(order) > 1
    about = source.texts("plot.waves.about" if panel else "plot.waves.released")
    if len(order) == 1:
        about = source.texts("plot.waves.one", wave=source.wave_title(order[0]))
    keys = [Key(source.texts("plot.panel"), look.high[2], marker="o")] if panel else []
    if panel:
        keys += [Key(source.texts("plot.left"), look.paper, look.warm, marker="v", width=1.3)]
        keys += [Key(source.texts("plot.came"), look.paper, look.warm, marker="^", width=1.3)]
    else:
        keys += [Key(source.texts("plot.all_answers"), look.high[2], marker="o")]
    wide, across = _wide(order), min(_ACROSS if len(order) < 4 else 2, len(items))
    titles = [
        wrap(source.item_title(next(iter(found.values()))), (wide - 0.3) * 72, CELL, "bold", 4)
        for found in items.values()
    ]
    lines = max(len(words) for words in titles)
    cell = _TALL + lines * CELL * LINE / 72 + 0.95
    down = -(-len(items) // across)
    sheet = Sheet(look, title, about, source.footer(), tuple(keys), left=0.3)
    frame = sheet.open(ax, wide * across, cell * down)
    frame.limits((0, across * wide))
    steps = _steps(source, kind, order) if panel else {}
    said = []
    for i, ((key, found), words) in enumerate(zip(items.items(), titles, strict=True)):
        x, y = (i % across) * wide, (i // across) * cell
        frame.text(x, y + 0.05, "\n".join(words), size=CELL, weight="bold", va="top")
        ground = y + cell - 0.62  # where 0 % lies
        _ground(frame, source, x, ground, order)
        mine = steps.get(key, [])
        if panel:
            said += [_draw_step(frame, source, key, step, x, ground, order) for step in mine]
        else:
            said.append(_draw_points(frame, source, key, found, x, ground, order))
    alt = source.texts("plot.waves.alt", count=len(items), items=" ".join(said))
    return frame.finish(f"{title}. {about} {alt}")


def _steps(source: Source, kind: str, order: list[str]) -> dict[tuple[str, str], list[Step]]:
    found: dict[tuple[str, str], list[Step]] = {}
    for before, after in pairwise(order):
        for row in source.thing.change(from_wave=before, to_wave=after).to_dicts():
            if row["kind"] == kind:
                step = Step(
                    before, after, row["n_pairs"] or 0, row["n_left"] or 0, row["n_came"] or 0, row["high_from"],
                    row["high_to"], row["high_left"], row["high_came"],
                )  # fmt: skip
                found.setdefault((row["instrument"], row["id"]), []).append(step)
    return found


def _wide(order: list[str]) -> float:
    return _WIDE + 0.55 * max(len(order) - 2, 0)


def _place(order: list[str], wave: str, x: float) -> float:
    """Where a wave stands across, in inches."""
    first, last = x + 0.62, x + _wide(order) - 0.75
    return (first + last) / 2 if len(order) == 1 else first + (last - first) * order.index(wave) / (len(order) - 1)


def _ground(frame: Frame, source: Source, x: float, ground: float, order: list[str]) -> None:
    look = frame.theme
    for share in (0, 0.5, 1):
        y = ground - share * _TALL
        frame.line([x + 0.08, x + _wide(order) - 0.38], [y, y], color=look.line, linewidth=0.6, zorder=0)
        frame.text(x + 0.03, y, percent(share), size=6.5, color=look.soft, ha="right")
    room = (_wide(order) - 0.3) / len(order) * 72
    for wave in order:
        words = wrap(source.wave_title(wave), room, _SMALL, lines=1)[0]
        frame.text(_place(order, wave, x), ground + 0.17, words, size=_SMALL, color=look.soft, ha="center")


def _draw_step(
    frame: Frame, source: Source, key: tuple[str, str], step: Step, x: float, ground: float, order: list[str]
) -> str:
    look = frame.theme
    ends = [_place(order, wave, x) for wave in (step.before, step.after)]
    if step.top_before is not None and step.top_after is not None:
        heights = [ground - share * _TALL for share in (step.top_before, step.top_after)]
        line = frame.line(
            ends,
            heights,
            color=look.high[2],
            linewidth=2.0,
            marker="o",
            markersize=7,
            markeredgecolor=look.paper,
            zorder=4,
        )
        line.set_gid(f"panel-{key[1]}-{step.before}")
        one, other = percent(step.top_before), percent(step.top_after)
        pad = {"boxstyle": "round,pad=0.1", "facecolor": look.paper, "edgecolor": "none"}
        if len(order) == 2:
            frame.text(ends[0] + 0.02, heights[0] - 0.13, one, size=8, weight="bold", ha="center", zorder=5, bbox=pad)
            frame.text(ends[1] - 0.02, heights[1] - 0.13, other, size=8, weight="bold", ha="center", zorder=5, bbox=pad)
    aside = 0.24 if len(order) == 2 else 0.17
    for share, name, mark, at, n in (
        (step.top_left, "left", "v", ends[0] - aside, step.n_left),
        (step.top_came, "came", "^", ends[1] + aside, step.n_came),
    ):
        if share is None or not n:
            continue
        place = ground - share * _TALL
        dot = frame.line(
            [at], [place], marker=mark, markersize=6.5, color=look.paper, markeredgecolor=look.warm,
            markeredgewidth=1.3, linestyle="none", zorder=3,
        )  # fmt: skip
        dot.set_gid(f"{name}-{key[1]}-{step.before}")
        if len(order) == 2:
            beside, align = (at - 0.08, "right") if name == "left" else (at + 0.08, "left")
            frame.text(beside, place, percent(share), size=6.8, color=look.warm, ha=align, zorder=5)
    middle, row = sum(ends) / 2, order.index(step.before)
    counts = f"{source.texts('plot.n_is', n=step.n)}   ▽ {step.n_left}   △ {step.n_came}"
    frame.text(middle, ground + 0.34 + (0.0 if len(order) == 2 else 0.14 * (row % 2)), counts, size=6.8, ha="center")
    return source.texts(
        "plot.waves.alt_item", item=key[1], before=_or_none(step.top_before), after=_or_none(step.top_after), n=step.n,
        left=_or_none(step.top_left), n_left=step.n_left, came=_or_none(step.top_came), n_came=step.n_came,
    )  # fmt: skip


def _or_none(share: float | None) -> str:
    return "–" if share is None else percent(share)


def _draw_points(
    frame: Frame, source: Source, key: tuple[str, str], found: dict[str, Row], x: float, ground: float, order: list[str]
) -> str:
    look, said = frame.theme, []
    seen: list[tuple[float, float]] = []
    for wave in order:
        row, at = found.get(wave), _place(order, wave, x)
        if row is None or not row.shown:
            if row is not None:
                frame.text(
                    at, ground - 0.5 * _TALL, source.texts("plot.hidden"), size=_SMALL, color=look.soft, ha="center"
                )
                said.append(f"{source.wave_title(wave)} {source.texts('plot.hidden')}")
            continue
        frame.text(at, ground + 0.34, source.texts("plot.n_is", n=row.n), size=6.8, ha="center")
        if row.top is None:
            continue
        _mark(frame, row.top, at, ground, f"top-{key[1]}-{wave}")
        if row.top.value is not None:
            seen.append((at, ground - row.top.value * _TALL))
        said.append(source.texts("plot.share_of", of=source.wave_title(wave), share=told(row.top), n=row.n))
    if len(seen) > 1:
        frame.line([p[0] for p in seen], [p[1] for p in seen], color=look.high[1], linewidth=1.6, zorder=2)
    return source.texts("plot.waves.alt_all", item=key[1], points=", ".join(said) or source.texts("plot.nothing"))


def _mark(frame: Frame, top: Share, x: float, ground: float, gid: str) -> None:
    look = frame.theme
    low, high = ground - top.low * _TALL, ground - top.high * _TALL
    if top.value is None:
        frame.box(
            x - 0.09, high, 0.18, low - high, facecolor=look.paper, edgecolor=look.high[1], hatch="////", linewidth=0.8
        )
        frame.text(x + 0.14, (low + high) / 2, told(top), size=6.8, ha="left")
        return
    frame.line([x, x], [low, high], color=look.high[1], linewidth=1.4, zorder=2)
    y = ground - top.value * _TALL
    frame.line([x], [y], marker="o", markersize=7, color=look.high[2], markeredgecolor=look.paper, linestyle="none",
               zorder=4).set_gid(gid)  # fmt: skip
    frame.text(x, high - 0.1, percent(top.value), size=8, weight="bold", ha="center", zorder=5)
