"""Every question as a bar: the whole scale, with don't-knows beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..report.words import ScaleWords
from .frame import LINE, Frame, Key, Sheet
from .items import CELL, LABEL, N_AT, TEXT, band_words, by_item, empty, last_wave, pick
from .sources import Drawable, Row, Share, Source, percent, source_of, told
from .style import Theme, ink_on, mix, theme_of, tidy, width_of, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["likert"]

_ROW: Final = 0.34
_GAP: Final = 0.14  # between two questions
_OTHER_AT: Final = 0.78  # inches right of the axes where don't-knows begin
_HATCHES: Final = ("", "....", "////")  # from the border of the scale's sides outwards


def likert(
    study_or_release: Drawable,
    by: str = "",
    *,
    element: str | None = None,
    wave: str | None = None,
    instrument: str | None = None,
    ax: Axes | None = None,
    lang: str = "nl",
    theme: str = "light",
) -> Axes:
    """Every question as a bar that grows from the border of the high answers; don't-knows stand beside it.

    Right of the line is the share with a high answer, left of it all lower answers.

    Parameters
    ----------
    study_or_release : Study, Release or release document
        Exact for inside use, or what may be shown.
    by : str
        Attribute of the parties that splits each question, in their own order; "": everybody together.
    element : str, optional
        Id of an element, for its questions only; None: all.
    wave : str, optional
        Id of a wave; None: the last.
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
        What they show in words: `houvast.plot.alt_text`.

    Raises
    ------
    UnknownKeyError
        HV-502 for an element, HV-503 for a language, HV-505 for a wave, HV-506 for an attribute that does not exist.
    """
    source, look = source_of(study_or_release, lang), theme_of(theme)
    rows = pick(source, source.rows(by), "question", element, instrument)
    rows = [row for row in rows if source.scale_of(row) is not None]
    wave = last_wave(source, rows, wave)
    items = by_item([row for row in rows if row.wave == wave])
    if not items:
        return empty(source, ax, look, source.texts("plot.likert.title"))
    labels = [wrap(source.item_title(item[0]), LABEL * 72, TEXT, lines=5) for item in items]
    groups = _group_column(source, by, items)
    heights = [_item_height(words, len(item)) for words, item in zip(labels, items, strict=True)]
    about = source.texts("plot.likert.about", wave=source.wave_title(wave))
    if element:
        of = source.words.element_title(items[0][0].instrument, element).text
        about = source.texts("plot.likert.about_element", wave=source.wave_title(wave), element=of)
    sheet = Sheet(
        look,
        source.texts("plot.likert.title"),
        about + band_words(source, items),
        source.footer(),
        tuple(_likert_keys(source, look, items)),
        left=LABEL + 0.2 + (groups + 0.1 if groups else 0),
        right=2.35,
        above=0.42,
        below=0.1,
    )
    frame = sheet.open(ax, 4.6, sum(heights))
    frame.limits((-1, 1))
    _likert_ground(frame, source)
    y, told_items = 0.0, []
    for words, item, height in zip(labels, items, heights, strict=True):
        start = y + max((height - _GAP - _ROW * len(item)) / 2, 0)
        frame.text(
            -sheet.left, y + (height - _GAP) / 2, "\n".join(words), size=TEXT, transform=frame.beside(0), ha="left"
        )
        for i, row in enumerate(item):
            middle = start + _ROW * (i + 0.5)
            if by:
                name = wrap(source.group_title(by, row.group), groups * 72, CELL, lines=2)
                frame.text(
                    -0.12, middle, "\n".join(name), size=CELL, transform=frame.beside(0), ha="right", color=look.soft
                )
            _likert_bar(frame, source, row, middle)
            told_items.append(_likert_words(source, by, row))
        y += height
    alt = source.texts("plot.likert.alt", count=len(items), wave=source.wave_title(wave), items=" ".join(told_items))
    return frame.finish(f"{source.texts('plot.likert.title')}. {alt}")


def _group_column(source: Source, by: str, items: list[list[Row]]) -> float:
    if not by:
        return 0.0
    names = {tidy(source.group_title(by, row.group)) for item in items for row in item}
    return min(max(width_of(name, CELL) for name in names) / 72 + 0.05, 1.7)


def _item_height(words: list[str], bars: int) -> float:
    return max(len(words) * TEXT * LINE / 72, _ROW * bars) + _GAP


def _shade(theme: Theme, place: int, count: int, side: tuple[str, str, str]) -> tuple[str, str]:
    """Colour and hatch of the place-th of `count` answers from the border outwards."""
    step = 2 if count == 1 else round(place * 2 / (count - 1))
    return side[step], _HATCHES[step]


def _likert_keys(source: Source, theme: Theme, items: list[list[Row]]) -> list[Key]:
    scales = {repr(source.scale_of(item[0])): source.scale_of(item[0]) for item in items}
    keys = []
    ways = sorted((scale for scale in scales.values() if scale), key=lambda scale: scale.reversed)
    if len(ways) == 1 or (len(ways) == 2 and ways[1].reversed and ways[0].ordered == ways[1].ordered[::-1]):
        for places in zip(*(way.ordered for way in ways), strict=True):
            face, hatch = _value_shade(theme, ways[0], places[0])
            words = [way.labels[value] for way, value in zip(ways, places, strict=True)]
            if len(words) == 2:
                words = [source.texts("plot.likert.key_reversed", label=words[0], other=words[1])]
            keys.append(Key(words[0], face, theme.paper, hatch))
    keys.append(Key(source.texts("plot.dont_know"), theme.other[0], "none"))
    if source.exact:
        keys.append(Key(source.texts("plot.not_given"), theme.other[1], theme.paper, "xxxx"))
    return keys


def _value_shade(theme: Theme, scale: ScaleWords, value: int) -> tuple[str, str]:
    """The shade of a value."""
    high = scale.is_top(value)
    side = [v for v in scale.ordered if scale.is_top(v) == high]
    side = side if high else side[::-1]
    return _shade(theme, side.index(value), len(side), theme.high if high else theme.low)


def _likert_ground(frame: Frame, source: Source) -> None:
    look, ax = frame.theme, frame.ax
    for x in (-1, -0.5, 0, 0.5, 1):
        ax.axvline(x, color=look.line, linewidth=0.7 * frame.scale, zorder=0)
        frame.text(
            x, 0.07, percent(abs(x)), size=7.5, color=look.soft, transform=frame.over(1), ha="center", va="baseline"
        )
    for x, side in ((-0.5, "plot.likert.axis_low"), (0.5, "plot.likert.axis_high")):
        frame.text(
            x, 0.23, source.texts(side), size=CELL, weight="bold", color=look.soft, transform=frame.over(1),
            ha="center", va="baseline",
        )  # fmt: skip
    frame.text(
        N_AT,
        0.07,
        source.texts("plot.n"),
        size=7.5,
        color=look.soft,
        transform=frame.corner(1, 1),
        ha="right",
        va="baseline",
    )
    frame.text(
        _OTHER_AT, 0.07, source.texts("plot.dont_know"), size=7.5, color=look.soft, transform=frame.corner(1, 1),
        ha="left", va="baseline",
    )  # fmt: skip


def _likert_bar(frame: Frame, source: Source, row: Row, y: float) -> None:
    look, t = frame.theme, source.texts
    thick = 0.24
    if not row.shown:
        frame.hidden(-1, y - thick / 2, 2, thick, t("plot.hidden"), size=CELL)
        return
    scale = source.scale_of(row)
    frame.box(-1, y - thick / 2, 2, thick, facecolor=look.track, alpha=0.55, zorder=0.5)
    if row.parts and scale is not None:
        _likert_parts(frame, scale, row, y, thick)
    elif row.top is not None:
        _likert_share(frame, row.top, y, thick)
    else:
        pad = {"boxstyle": "round,pad=0.2", "facecolor": mix(look.paper, look.track, 0.55), "edgecolor": "none"}
        frame.text(0, y, t("plot.nothing"), size=CELL, color=look.soft, ha="center", zorder=5, bbox=pad)
    frame.line([0, 0], [y - thick / 2 - 0.03, y + thick / 2 + 0.03], color=look.ink, linewidth=1.1, zorder=4)
    frame.text(N_AT, y, row.n, size=CELL, transform=frame.beside(1), ha="right")
    if row.dont_know is not None:
        _others(frame, source, row, y, _OTHER_AT)


def _likert_parts(frame: Frame, scale: ScaleWords, row: Row, y: float, thick: float) -> None:
    order = {value: i for i, value in enumerate(scale.ordered)}
    parts = sorted(row.parts, key=lambda part: order[part.value])
    right = 0.0
    left = -sum((part.length for part in parts if not scale.is_top(part.value)), 0.0)
    for part in parts:
        face, hatch = _value_shade(frame.theme, scale, part.value)
        start = right if scale.is_top(part.value) else left
        bar = frame.box(
            start, y - thick / 2, part.length, thick, facecolor=face, hatch=hatch or None,
            hatch_colour=_hatch_ink(frame.theme, face), linewidth=0, zorder=2,
        )  # fmt: skip
        bar.set_gid(f"part-{row.id}-{row.group}-{part.value}")
        words = told(part.share)
        if part.length * frame.width / 2 * 72 > width_of(words, 7.5, "bold") + 5:
            pad = {"boxstyle": "round,pad=0.12", "facecolor": face, "edgecolor": "none"}
            frame.text(
                start + part.length / 2, y, words, size=7.5, weight="bold", color=ink_on(face), ha="center", zorder=5,
                bbox=pad if hatch else None,
            )  # fmt: skip
        if scale.is_top(part.value):
            right += part.length
        else:
            left += part.length


def _hatch_ink(theme: Theme, face: str) -> str:
    return mix(face, ink_on(face), 0.35)


def _likert_share(frame: Frame, top: Share, y: float, thick: float) -> None:
    """Only the share with a high answer is known, or the bounds between which it lies."""
    look = frame.theme
    if top.value is not None:
        for start, width, face in ((0, top.value, look.high[1]), (top.value - 1, 1 - top.value, look.low[0])):
            frame.box(start, y - thick / 2, width, thick, facecolor=face, zorder=2)
        frame.text(top.value / 2, y, percent(top.value), size=7.5, weight="bold", ha="center", zorder=5)
    else:
        frame.box(
            top.low, y - thick / 2, top.high - top.low, thick, facecolor=look.paper, edgecolor=look.high[1],
            hatch="////", linewidth=0.8, zorder=2,
        )  # fmt: skip
        pad = {"boxstyle": "round,pad=0.15", "facecolor": look.paper, "edgecolor": "none"}
        frame.text((top.low + top.high) / 2, y, told(top), size=7.5, weight="bold", ha="center", zorder=5, bbox=pad)


def _others(frame: Frame, source: Source, row: Row, y: float, at: float) -> None:
    """Don't-knows and who gave no answer, on the same measure as the bar."""
    look, share = frame.theme, row.dont_know
    assert share is not None
    inch = frame.width / 2 * 0.42  # of a whole: these are seldom large
    thick, x = 0.15, at
    if share.value is None:
        frame.text(at, y, told(share), size=7.5, transform=frame.beside(1), ha="left", color=look.soft)
        return
    for value, face, hatch, name in (
        (share.value, look.other[0], None, "dont_know"),
        (row.not_given or 0.0, look.other[1], "xxxx", "not_given"),
    ):
        bar = frame.box(
            x, y - thick / 2, value * inch, thick, facecolor=face, hatch=hatch, hatch_colour=look.paper,
            transform=frame.beside(1),
        )  # fmt: skip
        bar.set_gid(f"{name}-{row.id}-{row.group}")
        x += value * inch
    words = percent(share.value)
    if row.not_given:
        words += f" + {percent(row.not_given)}"
    if row.not_applicable:
        words += f" · {source.texts('plot.not_applicable', n=row.not_applicable)}"
    frame.text(x + 0.05, y, words, size=7.5, transform=frame.beside(1), ha="left", color=look.soft)


def _likert_words(source: Source, by: str, row: Row) -> str:
    item = row.id if not by else f"{row.id}, {tidy(source.group_title(by, row.group))}"
    if not row.shown:
        return source.texts("plot.likert.alt_hidden", item=item)
    return source.texts("plot.likert.alt_item", item=item, top=told(row.top), n=row.n, unknown=told(row.dont_know))
