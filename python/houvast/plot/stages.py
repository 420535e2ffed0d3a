"""Pictures of the stages of collaboration (Gerdes): where assessors stand, never one mean."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from .. import _core
from ..errors import UnknownKeyError, problem
from ..results.cells import TableRow
from .frame import LINE, Frame, Key, Sheet
from .items import empty
from .sources import Drawable, Part, Source, exact_only, exact_parts, released_parts, source_of, told
from .style import Theme, ink_on, theme_of, tidy, width_of, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["gerdes_dots", "gerdes_kiviat"]

_TEXT: Final = 9.0
_SMALL: Final = 7.5
_STAGES: Final = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class Profile:
    """How assessors are spread over the stages of one dimension."""

    wave: str
    dimension: str
    group: str
    shown: bool
    inferred: bool
    types: bool
    n: str = ""
    parts: tuple[Part, ...] = ()
    median: tuple[int, int] | None = None
    dont_know: int = 0


def _profiles(source: Source, by: str, wave: str | None) -> list[Profile]:
    source.check_by(by)
    if by and not source.exact:
        subject, expected = "problem.subject.attribute", "problem.expected.no_stages_per_group"
        raise problem(UnknownKeyError, "HV-506", subject, expected, value=by)
    if wave is not None:
        source.wave(wave)
    if not source.exact:
        return [_released(source, stage) for stage in source.thing.stages if wave is None or stage.wave == wave]
    return [_exact(source, row) for row in source.thing.gerdes(by=by, wave=wave).to_dicts()]


def _types(source: Source, dimension: str) -> bool:
    return source.words.ordering(dimension) == "types"


def _exact(source: Source, row: TableRow) -> Profile:
    n = row["n"]
    parts = exact_parts({s: row[f"stage_{s}"] / n for s in _STAGES if n and row[f"stage_{s}"]})
    median = (row["median_low"], row["median_high"]) if n and row["median_low"] is not None else None
    return Profile(
        row["wave"], row["dimension"], row["group"], True, row["inferred_order"], _types(source, row["dimension"]),
        str(n), parts, median, row["dont_know"],
    )  # fmt: skip


def _released(source: Source, stage: Any) -> Profile:
    types = _types(source, stage.dimension)
    base = (stage.wave, stage.dimension, "", stage.shown, stage.inferred_order, types)
    if not stage.shown:
        return Profile(*base)
    return Profile(*base, stage.n_band, released_parts(stage.distribution))


def _label(source: Source, profile: Profile) -> str:
    instrument = source.words.instrument_of(profile.dimension)
    mark = "**" if profile.types else "*" if profile.inferred else ""
    return f"{profile.dimension}  {source.words.question_text(instrument, profile.dimension).text}{mark}"


def _last(source: Source, profiles: list[Profile], wave: str | None) -> str:
    return source.wave(wave, {p.wave for p in profiles if not p.shown or p.n != "0"})


def _foot(source: Source, profiles: list[Profile]) -> tuple[str, ...]:
    inferred = (source.texts("plot.inferred"),) if any(p.inferred and not p.types for p in profiles) else ()
    types = (source.texts("plot.types"),) if any(p.types for p in profiles) else ()
    return (*inferred, *types, *source.footer())


def _elsewhere(source: Source, profiles: list[Profile]) -> tuple[str, ...]:
    """What a picture of the order of stages does not show."""
    names = [_label(source, profile).rstrip("*") for profile in profiles if profile.types]
    return (source.texts("plot.types_elsewhere", dimensions="; ".join(names)),) if names else ()


# ------------------------------------------------------------------------------------------------ dots


def gerdes_dots(
    study_or_release: Drawable,
    by: str = "",
    *,
    wave: str | None = None,
    ax: Axes | None = None,
    lang: str = "nl",
    theme: str = "light",
) -> Axes:
    """Every dimension with a dot per stage, as large as the share of assessors that chose it, and the median as a bar.

    From a release: a dot is as large as the middle of the step that is told, and there is no median.

    Parameters
    ----------
    study_or_release : Study, Release or release document
        Exact for inside use, or what may be shown.
    by : str
        Attribute of the parties that makes the groups; "": everybody together.
    wave : str, optional
        Id of a wave; None: the last.
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
    profiles = _profiles(source, by, wave)
    wave = _last(source, profiles, wave)
    profiles = [p for p in profiles if p.wave == wave]
    title = source.texts("plot.dots.title")
    if not profiles:
        return empty(source, ax, look, title)
    items = _by_dimension(source, by, profiles)
    labels = {id: wrap(_label(source, rows[0]), 1.75 * 72, _TEXT, "bold", 4) for id, rows in items.items()}
    names = {tidy(source.group_title(by, p.group)) for p in profiles} if by else set()
    group_wide = min(max((width_of(name, _SMALL) for name in names), default=0) / 72 + 0.15, 1.7) if by else 0.0
    row = 0.5
    heights = {
        id: max(row * len(rows), len(labels[id]) * _TEXT * LINE / 72) + 0.3 for id, rows in items.items()
    }  # the stages' names stand above the dots
    about = source.texts("plot.dots.about" if source.exact else "plot.dots.released", wave=source.wave_title(wave))
    keys: list[Key] = []
    if source.exact:
        keys.append(Key(source.texts("plot.median"), look.low[0], look.low[2]))
    sheet = Sheet(
        look, title, about, _foot(source, profiles), tuple(keys), left=1.95 + group_wide, right=1.55, above=0.2
    )
    frame = sheet.open(ax, 4.6, sum(heights.values()))
    frame.limits((0.5, 3.5))
    _dots_heads(frame, source)
    y, told = 0.0, []
    for i, (id, rows) in enumerate(items.items()):
        height = heights[id]
        if i % 2 == 0:
            whole = sheet.left + frame.width + sheet.right + 0.16
            frame.box(-sheet.left - 0.08, y, whole, height, facecolor=look.track, alpha=0.45, zorder=-1,
                      transform=frame.beside(0))  # fmt: skip
        frame.text(
            -sheet.left, y + height / 2, "\n".join(labels[id]), weight="bold", transform=frame.beside(0), ha="left"
        )
        stages = source.words.stage_titles(id)
        for stage in _STAGES:
            name = wrap(stages.get(stage, ""), 1.45 * 72, _SMALL, lines=1)[0]
            frame.text(stage, y + 0.14, name, size=_SMALL, color=look.soft, ha="center")
        for k, profile in enumerate(rows):
            middle = y + 0.24 + row * (k + 0.5) + (height - 0.3 - row * len(rows)) / 2
            if by:
                name = wrap(source.group_title(by, profile.group), group_wide * 72 - 8, _SMALL, lines=1)[0]
                frame.text(-0.1, middle, name, size=_SMALL, color=look.soft, transform=frame.beside(0), ha="right")
            _dots(frame, source, profile, middle)
            told.append(_dots_words(source, by, profile, stages))
        y += height
    alt = source.texts("plot.dots.alt", count=len(items), wave=source.wave_title(wave), items=" ".join(told))
    return frame.finish(f"{title}. {alt}")


def _by_dimension(source: Source, by: str, profiles: list[Profile]) -> dict[str, list[Profile]]:
    """The profiles of each dimension, groups in their own order."""
    order = source.group_order(by) if by else [""]
    items: dict[str, list[Profile]] = {id: [] for id in dict.fromkeys(p.dimension for p in profiles)}
    for profile in sorted(profiles, key=lambda p: order.index(p.group) if p.group in order else len(order)):
        items[profile.dimension].append(profile)
    return items


def _dots_heads(frame: Frame, source: Source) -> None:
    """The headings above the stages and above the numbers to the right of them."""
    style: dict[str, Any] = {"size": _SMALL, "color": frame.theme.soft, "va": "baseline"}
    for x, head in ((0.5, source.texts("plot.n")), (1.45, source.texts("plot.dont_know") if source.exact else "")):
        frame.text(x, 0.05, head, transform=frame.corner(1, 1), ha="right", **style)
    for stage in _STAGES:
        frame.text(stage, 0.05, source.texts("plot.stage", n=stage), transform=frame.over(1), ha="center", **style)


def _dots(frame: Frame, source: Source, profile: Profile, y: float) -> None:
    look = frame.theme
    if not profile.shown:
        frame.hidden(0.62, y - 0.15, 2.76, 0.3, source.texts("plot.hidden"), size=_SMALL)
        return
    frame.line([1, 3], [y, y], color=look.line, linewidth=1.0, zorder=1)
    for stage in _STAGES:
        frame.line([stage], [y], marker="|", markersize=5, color=look.line, linestyle="none", zorder=1)
    if profile.median is not None:
        low, high = profile.median
        band = frame.box(
            low - 0.3, y - 0.2, high - low + 0.6, 0.4, facecolor=look.low[0], edgecolor=look.low[2], linewidth=0.9,
            alpha=0.75, zorder=0.8,
        )  # fmt: skip
        band.set_gid(f"median-{profile.dimension}-{profile.group}")
    if not profile.parts:
        frame.text(2, y - 0.11, source.texts("plot.nothing"), size=_SMALL, color=look.soft, ha="center")
    for part in profile.parts:
        _dot(frame, look, profile, part, y)
    frame.text(0.5, y, profile.n, size=8, transform=frame.beside(1), ha="right")
    if source.exact:
        frame.text(1.45, y, str(profile.dont_know), size=8, transform=frame.beside(1), ha="right", color=look.soft)


def _dot(frame: Frame, look: Theme, profile: Profile, part: Part, y: float) -> None:
    words = told(part.share)
    size = 29.0 * math.sqrt(part.length)
    dot = frame.line(
        [part.value], [y], marker="o", markersize=size, color=look.high[1], markeredgecolor=look.accent,
        markeredgewidth=0.8, linestyle="none", zorder=3,
    )  # fmt: skip
    dot.set_gid(f"dot-{profile.dimension}-{profile.group}-{part.value}")
    if width_of(words, _SMALL, "bold") + 3 < size:
        frame.text(part.value, y, words, size=_SMALL, weight="bold", ha="center", zorder=4, color=ink_on(look.high[1]))
    else:
        beside = (size / 2 + 3) / 72 / frame.width * 3
        frame.text(part.value + beside, y - 0.075, words, size=_SMALL, ha="left", zorder=4, color=look.ink)


def _dots_words(source: Source, by: str, profile: Profile, stages: dict[int, str]) -> str:
    item = profile.dimension if not by else f"{profile.dimension}, {tidy(source.group_title(by, profile.group))}"
    if not profile.shown:
        return source.texts("plot.likert.alt_hidden", item=item)
    parts = [f"{stages.get(p.value, str(p.value))} {told(p.share)}" for p in profile.parts]
    if profile.median:
        parts.append(f"{source.texts('plot.median')} {_range(profile.median, stages)}")
    return source.texts(
        "plot.dots.alt_item", item=item, n=profile.n, stages=", ".join(parts) or source.texts("plot.nothing")
    )


def _range(median: tuple[int, int], stages: dict[int, str]) -> str:
    low, high = (stages.get(stage, str(stage)) for stage in median)
    return low if low == high else f"{low} – {high}"


# ------------------------------------------------------------------------------------------------ kiviat


def gerdes_kiviat(
    study: _core.Study, *, wave: str | None = None, ax: Axes | None = None, lang: str = "nl", theme: str = "light"
) -> Axes:
    """The profile of the dimensions as a radar with three rings: the median of each, or both middle judgements.

    The rings are stages in their order and no measure, so there is no mean. A dimension of types has no order and is
    named below the picture.

    Parameters
    ----------
    study : Study
        The exact study; a release has no medians of stages.
    wave : str, optional
        Id of a wave; None: the last.
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
    DisclosureError
        HV-404 for anything but a study.
    UnknownKeyError
        HV-503 for a language, HV-505 for a wave that does not exist.
    """
    exact_only(study, "gerdes_kiviat")
    source, look = source_of(study, lang), theme_of(theme)
    profiles = _profiles(source, "", wave)
    wave = _last(source, profiles, wave)
    profiles = [p for p in profiles if p.wave == wave]
    elsewhere = _elsewhere(source, profiles)
    profiles = [p for p in profiles if not p.types]
    title = source.texts("plot.kiviat.title")
    if not profiles:
        return empty(source, ax, look, title)
    about = source.texts("plot.kiviat.about", wave=source.wave_title(wave))
    keys = (
        Key(source.texts("plot.kiviat.key"), look.high[2]),
        Key(source.texts("plot.kiviat.ring"), look.line, line="-"),
    )
    sheet = Sheet(look, title, about, (*elsewhere, *_foot(source, profiles)), keys)
    frame = sheet.open(ax, 8.6, 7.4)
    frame.limits((-4.3, 4.3), (-3.7, 3.7))
    frame.ax.set_aspect("equal", adjustable="box")
    for stage in _STAGES:
        frame.ax.add_patch(_ring(_radius(stage), look, 1.0))
    medians: list[tuple[float, tuple[int, int]]] = []
    told = []
    for i, profile in enumerate(profiles):
        angle = math.pi / 2 - 2 * math.pi * i / len(profiles)
        _spoke(frame, source, profile, angle, len(profiles))
        stages = source.words.stage_titles(profile.dimension)
        name = tidy(_label(source, profile))
        if profile.median:
            medians.append((angle, profile.median))
            words = _range(profile.median, stages)
        else:
            words = source.texts("plot.nothing")
        told.append(source.texts("plot.kiviat.alt_item", item=name, stage=words, n=profile.n))
    _band(frame, medians, len(profiles))
    alt = source.texts("plot.kiviat.alt", count=len(profiles), wave=source.wave_title(wave), items=" ".join(told))
    return frame.finish(f"{title}. {alt}")


def _radius(stage: float) -> float:
    return 0.84 * stage + 0.26


def _ring(radius: float, look: Theme, width: float) -> Any:
    from matplotlib.patches import Circle

    return Circle((0, 0), radius, facecolor="none", edgecolor=look.line, linewidth=width, zorder=0.5)


def _spoke(frame: Frame, source: Source, profile: Profile, angle: float, spokes: int) -> None:
    look = frame.theme
    across, up = math.cos(angle), math.sin(angle)
    end = _radius(3) + 0.34
    frame.line([0, across * end], [0, up * end], color=look.line, linewidth=0.8, zorder=0.6)
    if profile.median is not None:
        low, high = (_radius(stage) for stage in profile.median)
        stroke = frame.line(
            [across * low, across * high], [up * low, up * high], color=look.high[2], linewidth=11, marker="o",
            markersize=11, solid_capstyle="round", zorder=3,
        )  # fmt: skip
        stroke.set_gid(f"median-{profile.dimension}")
    stages = source.words.stage_titles(profile.dimension)
    chosen = range(profile.median[0], profile.median[1] + 1) if profile.median else ()
    turn = math.degrees(angle) - 90
    turn = turn - 180 if up < -0.01 else turn
    for stage in _STAGES:
        r = _radius(stage) + 0.2
        room = 2 * math.pi * r / spokes * 72 * 0.92
        weight = "bold" if stage in chosen else "normal"
        name = wrap(stages.get(stage, ""), min(room, 110), 7.2, weight, lines=1)[0]
        pad = {"boxstyle": "round,pad=0.12", "facecolor": look.paper, "edgecolor": "none", "alpha": 0.85}
        frame.text(
            across * r, up * r, name, size=7.2, weight=weight, color=look.ink if stage in chosen else look.soft,
            ha="center", va="center", rotation=turn, rotation_mode="anchor", zorder=5, bbox=pad,
        )  # fmt: skip
    words = wrap(_label(source, profile), 1.2 * 72, _TEXT, "bold", 3)
    r = end + (0.08 if up > 0.8 else 0.2)
    align = "center" if abs(across) < 0.3 else "left" if across > 0 else "right"
    block = len(words) * _TEXT * LINE / 72 + 0.16
    top = up * r + (block if up > 0.8 else 0.0 if up < -0.8 else block / 2)
    frame.text(across * r, top, "\n".join(words), weight="bold", ha=align, va="top", zorder=6)
    n = source.texts("plot.n_is", n=profile.n)
    frame.text(across * r, top - block + 0.05, n, size=_SMALL, color=look.soft, ha=align, va="baseline", zorder=6)


def _band(frame: Frame, medians: list[tuple[float, tuple[int, int]]], spokes: int) -> None:
    """The area between the lower and the upper middle judgements, when every dimension has them."""
    if len(medians) < 3 or len(medians) < spokes:
        return
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    def ring(which: int, reverse: bool) -> tuple[list[tuple[float, float]], list[int]]:
        points = [(_radius(m[which]) * math.cos(a), _radius(m[which]) * math.sin(a)) for a, m in medians]
        points = points[::-1] if reverse else points
        codes = [int(Path.MOVETO), *[int(Path.LINETO)] * (len(points) - 1), int(Path.CLOSEPOLY)]
        return [*points, points[0]], codes

    outer, outer_codes = ring(1, False)
    inner, inner_codes = ring(0, True)
    path = Path(outer + inner, outer_codes + inner_codes)
    look = frame.theme
    frame.ax.add_patch(
        PathPatch(path, facecolor=look.high[0], alpha=0.7, edgecolor=look.high[2], linewidth=1, zorder=1.5)
    )
