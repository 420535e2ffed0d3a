"""Groups side by side: elements against groups, and the same question seen by several groups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..errors import InvalidValueError, choose, problem
from ..texts import Claim
from .frame import LINE, Frame, Key, Sheet
from .items import CELL, LABEL, N_AT, TEXT, band_words, by_item, empty, last_wave, pick
from .sources import Drawable, Row, Source, known_name, percent, source_of, told
from .style import MARKERS, ink_on, theme_of, tidy, wrap

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

__all__ = ["heatmap", "perspective_gap"]


def heatmap(
    study_or_release: Drawable,
    by: str = "perspective",
    *,
    value: str = "top_box",
    kind: str = "element",
    element: str | None = None,
    wave: str | None = None,
    instrument: str | None = None,
    ax: Axes | None = None,
    lang: str = "nl",
    theme: str = "light",
) -> Axes:
    """Elements (or questions) against groups: the value, its margin and n in every cell, and everyone apart.

    Parameters
    ----------
    study_or_release : Study, Release or release document
        Exact for inside use, or what may be shown.
    by : str
        Attribute of the parties that makes the groups; "": everybody together.
    value : str
        "top_box" (share with a high answer) or "median".
    kind : str
        "element" or "question".
    element : str, optional
        Id of an element, for that one and its questions only; None: all.
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

    Raises
    ------
    InvalidValueError
        HV-303 for another value or kind.
    UnknownKeyError
        HV-502 for an element, HV-503 for a language, HV-505 for a wave, HV-506 for an attribute that does not exist.
    """
    source, look = source_of(study_or_release, lang), theme_of(theme)
    choose(value, ("top_box", "median"), "problem.subject.value")
    choose(kind, ("element", "question"), "problem.subject.kind")
    totals = pick(source, source.rows(""), kind, element, instrument)
    split = pick(source, source.rows(by), kind, element, instrument) if by else []
    wave = last_wave(source, totals, wave)
    title = (
        source.texts("plot.heat.title", by=source.texts.attribute(by)) if by else source.texts("plot.heat.title_plain")
    )
    items = by_item([row for row in totals if row.wave == wave])
    if not items:
        return empty(source, ax, look, title)
    at = {(row.instrument, row.id, row.group): row for row in split if row.wave == wave}
    groups = list(dict.fromkeys(row.group for row in split if row.wave == wave))
    columns = [("", True), *((group, False) for group in groups)]
    wide = 1.14
    heads = [wrap(source.group_title("" if all_ else by, g), (wide - 0.1) * 72, CELL, "bold", 4) for g, all_ in columns]
    labels = [wrap(source.item_title(item[0]), 2.6 * 72, TEXT, lines=5) for item in items]
    heights = [max(0.72, len(words) * TEXT * LINE / 72 + 0.16) for words in labels]
    about = source.texts("plot.heat.top" if value == "top_box" else "plot.heat.median", wave=source.wave_title(wave))
    above = max(map(len, heads)) * CELL * LINE / 72 + 0.08
    sheet = Sheet(look, title, about, source.footer(), left=2.8, above=above)
    gap = 0.14 if groups else 0.0
    frame = sheet.open(ax, wide * len(columns) + gap, sum(heights))
    frame.limits((0, len(columns) + gap / wide))
    for i, words in enumerate(heads):
        x = i + 0.5 + (gap / wide if i else 0)
        frame.text(
            x, 0.06, "\n".join(words), size=CELL, weight="bold", transform=frame.over(1), ha="center", va="bottom"
        )
    y, told_items = 0.0, []
    for item, words, height in zip(items, labels, heights, strict=True):
        frame.text(-sheet.left, y + height / 2, "\n".join(words), transform=frame.beside(0), ha="left")
        for i, (group, everyone) in enumerate(columns):
            row = item[0] if everyone else at.get((item[0].instrument, item[0].id, group))
            _heat_cell(frame, source, row, i + (gap / wide if i else 0), y, height, value)
            told_items.append(_heat_words(source, "" if everyone else by, row))
        y += height
    alt = source.texts(
        "plot.heat.alt", wave=source.wave_title(wave), rows=len(items), columns=len(columns), items=" ".join(told_items)
    )
    return frame.finish(f"{title}. {alt}")


def _heat_cell(frame: Frame, source: Source, row: Row | None, x: float, y: float, height: float, value: str) -> None:
    look, gap = frame.theme, 0.03
    place = (x + gap, y + 0.03, 1 - 2 * gap, height - 0.06)
    if row is None or not row.shown:
        frame.hidden(*place, source.texts("plot.hidden"), size=7.5)
        return
    if row.top is None:
        frame.box(*place, facecolor="none", edgecolor=look.line, linewidth=0.8, linestyle=(0, (3, 3)))
        words = f"{source.texts('plot.nothing')}\n{source.texts('plot.n_is', n=0)}"
        frame.text(x + 0.5, y + height / 2, words, size=7.5, color=look.soft, ha="center")
        return
    face = look.shade(row.top.middle)
    cell = frame.box(*place, facecolor=face if row.top.value is not None else look.track)
    cell.set_gid(f"cell-{row.id}-{row.group}")
    ink = ink_on(face) if row.top.value is not None else look.ink
    low, high = round(row.top.low * 100), percent(row.top.high)
    if value == "median" and row.median is None:
        head = "–"
    elif value == "median" and row.median is not None:
        one, other = row.median
        head = source.texts("plot.heat.middle", value=one)
        if one != other:
            head = source.texts("plot.heat.middles", low=one, high=other)
    else:
        head = told(row.top)
    frame.text(x + 0.5, y + height / 2 - 0.15, head, size=12, weight="bold", color=ink, ha="center")
    margin = f"{low}–{high}" if row.top.value is not None else ""
    frame.text(
        x + 0.5,
        y + height / 2 + 0.135,
        f"{margin}\n{source.texts('plot.n_is', n=row.n)}".strip(),
        size=7.2,
        color=ink,
        ha="center",
    )


def _heat_words(source: Source, by: str, row: Row | None) -> str:
    if row is None:
        return ""
    item = f"{row.id}, {tidy(source.group_title(by, row.group))}"
    if not row.shown:
        return source.texts("plot.alt_hidden", item=item)
    return source.texts("plot.heat.alt_item", item=item, top=told(row.top), n=row.n)


# ------------------------------------------------------------------------------------------------ perspective_gap


def perspective_gap(
    study_or_release: Drawable,
    groups: Sequence[str] | None = None,
    by: str = "perspective",
    *,
    element: str | None = None,
    kind: str = "question",
    wave: str | None = None,
    instrument: str | None = None,
    ax: Axes | None = None,
    lang: str = "nl",
    theme: str = "light",
) -> Axes:
    """Dumbbells: every question with the share of each group that gives a high answer, and its margin.

    Parameters
    ----------
    study_or_release : Study, Release or release document
        Exact for inside use, or what may be shown.
    groups : sequence of str, optional
        Two or more values of `by`; None: all of them.
    by : str
        Attribute of the parties that makes the groups.
    element : str, optional
        Id of an element, for that one and its questions only; None: all.
    kind : str
        "element" or "question".
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

    Raises
    ------
    InvalidValueError
        HV-302 for one group.
    UnknownKeyError
        HV-502 for an element, HV-503 for a language, HV-504 for a group, HV-505 for a wave, HV-506 for an attribute
        that does not exist.
    """
    source, look = source_of(study_or_release, lang), theme_of(theme)
    rows = pick(source, source.rows(by), kind, element, instrument)
    known = list(dict.fromkeys(row.group for row in rows))
    chosen = known
    if groups is not None:
        chosen = [groups] if isinstance(groups, str) else list(dict.fromkeys(groups))
        if len(chosen) < 2:
            expected = Claim("problem.expected.several_of", {"names": ", ".join(known)})
            raise problem(InvalidValueError, "HV-302", "problem.subject.groups", expected, value=", ".join(chosen))
    for group in chosen:
        known_name("HV-504", "problem.subject.group", group, known, "problem.expected.with_answers")
    wave = last_wave(source, rows, wave)
    items = by_item([row for row in rows if row.wave == wave and row.group in chosen])
    attribute = source.texts.attribute(by) if by else ""
    names = [source.group_title(by, group) for group in chosen]
    title = source.texts("plot.gap.title_many", by=attribute)
    if len(names) == 2:
        title = source.texts("plot.gap.title", one=names[0], other=names[1])
    if not items:
        return empty(source, ax, look, title)
    marks = {group: (MARKERS[i % len(MARKERS)], look.groups[i % len(look.groups)]) for i, group in enumerate(chosen)}
    labels = [wrap(source.item_title(item[0]), LABEL * 72, TEXT, lines=5) for item in items]
    step = 0.17
    heights = [max(len(words) * TEXT * LINE / 72, step * len(chosen)) + 0.18 for words in labels]
    sheet = Sheet(
        look,
        title,
        source.texts("plot.gap.about", wave=source.wave_title(wave)) + band_words(source, items),
        source.footer(),
        tuple(
            Key(name, marks[g][1], look.paper, marker=marks[g][0], width=0.8)
            for g, name in zip(chosen, names, strict=True)
        ),
        left=LABEL + 0.2,
        right=0.85,
        above=0.28,
    )
    frame = sheet.open(ax, 4.6, sum(heights))
    frame.limits((0, 1))
    for x in (0, 0.25, 0.5, 0.75, 1):
        frame.ax.axvline(x, color=look.line, linewidth=0.7 * frame.scale, zorder=0)
        frame.text(x, 0.07, percent(x), size=7.5, color=look.soft, transform=frame.over(1), ha="center", va="baseline")
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
    y, told_items = 0.0, []
    for i, (item, words, height) in enumerate(zip(items, labels, heights, strict=True)):
        if i % 2 == 0:
            frame.box(-sheet.left - 0.08, y, 99, height, facecolor=look.track, alpha=0.4, zorder=-1,
                      transform=frame.beside(0)).set_width(sheet.left + frame.width + sheet.right + 0.16)  # fmt: skip
        frame.text(-sheet.left, y + height / 2, "\n".join(words), transform=frame.beside(0), ha="left")
        told_items.append(_gap_row(frame, source, by, item, chosen, marks, y, height, step))
        y += height
    alt = source.texts("plot.gap.alt", count=len(items), wave=source.wave_title(wave), items=" ".join(told_items))
    return frame.finish(f"{title}. {alt}")


def _gap_row(
    frame: Frame, source: Source, by: str, item: list[Row], chosen: list[str], marks: dict[str, tuple[str, str]],
    y: float, height: float, step: float,
) -> str:  # fmt: skip
    look = frame.theme
    at = {row.group: row for row in item}
    first = y + height / 2 - step * (len(chosen) - 1) / 2
    tops = [at[group].top for group in chosen if group in at]
    exact = [top.value for top in tops if top is not None and top.value is not None]
    if len(exact) > 1:
        low, high = min(exact), max(exact)
        frame.box(low, first, high - low, step * (len(chosen) - 1), facecolor=look.line, alpha=0.4, zorder=0.5)
    words = []
    for i, group in enumerate(chosen):
        row, place = at.get(group), first + step * i
        name = tidy(source.group_title(by, group))
        shape, colour = marks[group]
        frame.line(
            [N_AT + 0.13], [place], marker=shape, markersize=4.5, color=colour, linestyle="none",
            transform=frame.beside(1),
        )  # fmt: skip
        if row is None or not row.shown:
            frame.text(0.5, place, source.texts("plot.hidden"), size=7, color=look.soft, ha="center", zorder=3)
            words.append(f"{name}: {source.texts('plot.hidden')}")
            continue
        if row.top is None:
            frame.text(N_AT, place, "0", size=7.5, transform=frame.beside(1), ha="right", color=look.soft)
            words.append(f"{name}: {source.texts('plot.nothing')}")
            continue
        if row.top.value is None:
            mark: Artist = frame.box(
                row.top.low, place - 0.045, row.top.high - row.top.low, 0.09, facecolor=look.paper, edgecolor=colour,
                hatch="//////", linewidth=0.8, zorder=2,
            )  # fmt: skip
        else:
            frame.line([row.top.low, row.top.high], [place, place], color=colour, linewidth=1.4, alpha=0.75, zorder=2)
            mark = frame.line(
                [row.top.value], [place], marker=shape, markersize=7.5, color=colour, markeredgecolor=look.paper,
                markeredgewidth=0.4, linestyle="none", zorder=4,
            )  # fmt: skip
        mark.set_gid(f"top-{row.id}-{row.group}")
        frame.text(N_AT, place, row.n, size=7.5, transform=frame.beside(1), ha="right", color=look.soft)
        words.append(source.texts("plot.share_of", of=name, share=told(row.top), n=row.n))
    return f"{item[0].id}: {', '.join(words)}."
