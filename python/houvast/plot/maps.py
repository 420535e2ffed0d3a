"""Who works with whom: every party in a circle, group by group."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from .. import _core
from ..errors import choose
from .blocks import blocks
from .frame import Frame, Key, Sheet
from .items import empty
from .nets import SMALL, Net, density_words, net_of, order_of, relation_title
from .sources import Source, exact_only, source_of
from .style import MARKERS, theme_of, tidy, width_of, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["network_map"]

_MOST_PARTIES: Final = 150  # above this the picture shows groups
_SWEEPS: Final = 6
_GAP: Final = 1.6  # places between two groups
_ROOMY: Final = 3.1  # inches: a circle that is larger than this has names on one line
_ROOM: Final = {1: 3.0, 2: 2.2}  # inches for the lines of a name
_BUNDLE: Final = 0.62  # how far from the middle the ties of a group come together


def network_map(
    study: _core.Study,
    relation: str | None = None,
    *,
    by: str = "domain",
    wave: str | None = None,
    names: str = "consent",
    ax: Axes | None = None,
    lang: str = "nl",
    theme: str = "light",
) -> Axes:
    """All parties in a circle, each group in its own sector, with their ties.

    The silent are open marks, a party without which others come loose has a ring. With more than 150 parties the
    groups are drawn in place of the parties.

    Parameters
    ----------
    study : Study
        The exact study.
    relation : str, optional
        Id of a relation; None: the first.
    by : str
        Attribute of the parties that makes the groups.
    wave : str, optional
        Id of a wave; None: the last.
    names : str
        Whose names stand beside their mark: "consent" (those who agreed to be shown), "all" or "none".
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
    InvalidValueError
        HV-303 for another choice of names.
    UnknownKeyError
        HV-503 for a language, HV-505 for a wave, HV-506 for an attribute, HV-507 for a relation that does not exist.
    """
    exact_only(study, "network_map")
    source, look = source_of(study, lang), theme_of(theme)
    choose(names, ("consent", "all", "none"), "problem.subject.names")
    if not study.relations:
        return empty(source, ax, look, source.texts("plot.map.title", relation=""))
    net = net_of(study, source, by, relation, wave)
    title = source.texts("plot.map.title", relation=relation_title(source, net.summary.relation))
    groups = order_of(study, net, by)
    if len(net.ids) > _MOST_PARTIES:
        return blocks(source, look, net, groups, by, title, ax)
    order = _around(net, groups)
    angles = _angles(net, order, groups)
    radius, lines = _size(len(net.ids) + _GAP * len(groups))
    labels, kept_back = _labels(net, names, lines)
    longest = max(
        (width_of(line, SMALL, _weight(net, i)) / 72 for i, each in labels.items() for line in each), default=0.0
    )
    half = radius + longest + 0.72
    t = source.texts
    known = net.summary.response.asked_known
    about = t(
        "plot.map.about" if known else "plot.map.about_unasked",
        wave=source.wave_title(net.summary.wave), parties=len(net.ids), ties=len(net.ties), told=sum(net.told),
        asked=sum(map(bool, net.asked)),
    )  # fmt: skip
    keys = [
        Key(t("plot.map.told"), look.high[2], marker="o"),
        *([Key(t("plot.map.silent"), look.paper, look.high[2], marker="o", width=1.3)] if net.summary.silent else []),
        *([Key(t("plot.map.cut"), look.high[2], look.warm, marker="o", width=2.4)] if net.cuts else []),
    ]
    if not all(net.asked):
        keys.append(Key(t("plot.map.not_asked" if known else "plot.map.asked_unknown"), look.line, marker="o"))
    if kept_back:
        keys.append(Key(t("plot.map.no_name", n=kept_back), look.line, marker="_"))
    sheet = Sheet(look, title, about, source.footer(), tuple(keys))
    frame = sheet.open(ax, 2 * half, 2 * half)
    frame.limits((-half, half), (-half, half))
    frame.ax.set_aspect("equal", adjustable="box")
    _chords(frame, net, angles, _middles(net, angles), radius)
    _nodes(frame, source, net, angles, groups, radius, labels)
    _sectors(frame, source, by, net, order, angles, groups, radius, half)
    alt = t(
        "plot.map.alt", relation=relation_title(source, net.summary.relation), wave=source.wave_title(net.summary.wave),
        parties=len(net.ids), groups=len(groups), ties=len(net.ties), density=density_words(source, net),
        silent=len(net.summary.silent) or t("plot.nobody" if known else "plot.unseen"),
        cuts=len(net.cuts) or t("plot.nobody"),
    )  # fmt: skip
    return frame.finish(f"{title}. {alt}")


def _size(places: float) -> tuple[float, int]:
    """The radius of the circle in inches, and on how many lines a name may stand: two when they fit."""
    one, two = (places * high * SMALL / 72 / (2 * math.pi) for high in (1.25, 2.3))
    return (max(2.4, two), 2) if two <= _ROOMY else (max(_ROOMY, one), 1)


def _around(net: Net, groups: list[str]) -> list[int]:
    """Nodes in the order of the circle: group after group, inside a group near those they have ties with."""
    inside = {group: [i for i, g in enumerate(net.groups) if g == group] for group in groups}
    near: dict[int, list[int]] = {i: [] for i in range(len(net.ids))}
    for a, b, _ in net.ties:
        near[a].append(b)
        near[b].append(a)
    for _ in range(_SWEEPS):
        flat = [node for group in groups for node in inside[group]]
        turn = {node: 2 * math.pi * i / len(flat) for i, node in enumerate(flat)}
        for group in groups:
            if not inside[group]:
                continue
            centre = sum(turn[node] for node in inside[group]) / len(inside[group])

            def pull(node: int, centre: float = centre, turn: dict[int, float] = turn, group: str = group) -> float:
                others = [turn[m] for m in near[node] if net.groups[m] != group]
                away = [math.remainder(angle - centre, 2 * math.pi) for angle in others]
                return sum(away) / len(away) if away else 0.0

            inside[group].sort(key=lambda node: (round(pull(node), 9), node))
    return [node for group in groups for node in inside[group]]


def _angles(net: Net, order: list[int], groups: list[str]) -> dict[int, float]:
    """The angle of each node, clockwise from the top, with a gap between groups."""
    gap = _GAP if len(groups) > 1 else 0.0
    total = len(order) + gap * len(groups)
    angles, place = {}, gap / 2
    for i, node in enumerate(order):
        if i and net.groups[node] != net.groups[order[i - 1]]:
            place += gap
        angles[node] = math.pi / 2 - 2 * math.pi * (place + 0.5) / total
        place += 1
    return angles


def _middles(net: Net, angles: dict[int, float]) -> dict[str, float]:
    """The angle of the middle of each group."""
    inside: dict[str, list[float]] = {}
    for i, group in enumerate(net.groups):
        inside.setdefault(group, []).append(angles[i])
    return {group: (min(found) + max(found)) / 2 for group, found in inside.items()}


def _labels(net: Net, names: str, lines: int) -> tuple[dict[int, list[str]], int]:
    if names == "none":
        return {}, 0
    shown = {i: net.names[i] for i in range(len(net.ids)) if names == "all" or net.consent[i]}
    room = _ROOM[lines] * 72
    cut = {i: wrap(words, room, SMALL, _weight(net, i), lines=lines) for i, words in shown.items()}
    return cut, len(net.ids) - len(shown)


def _weight(net: Net, i: int) -> str:
    return "bold" if net.ids[i] in net.cuts else "normal"


def _chords(frame: Frame, net: Net, angles: dict[int, float], middles: dict[str, float], radius: float) -> None:
    """Ties inside a group curve along the rim; those to another group come together before its middle."""
    from matplotlib.collections import PathCollection
    from matplotlib.path import Path

    look = frame.theme
    heaviest = max((weight for *_, weight in net.ties), default=1.0) or 1.0
    strong = 0.18 if len(net.ties) > 250 else 0.4
    paths, widths = [], []
    for a, b, weight in net.ties:
        inside = net.groups[a] == net.groups[b]
        reach = radius * (0.8 if inside else _BUNDLE)
        turns = [angles[i] if inside else middles[net.groups[i]] for i in (a, b)]
        ends = [_at(angles[i], radius * 0.975) for i in (a, b)]
        bends = [_at(turn, reach) for turn in turns]
        paths.append(Path([ends[0], *bends, ends[1]], [int(Path.MOVETO), *[int(Path.CURVE4)] * 3]))
        widths.append((0.5 + 1.1 * weight / heaviest) * frame.scale)
    lines = PathCollection(
        paths, facecolors="none", edgecolors=look.accent, linewidths=widths, alpha=strong, zorder=1, clip_on=False
    )
    lines.set_gid("ties")
    frame.ax.add_collection(lines, autolim=False)


def _at(turn: float, radius: float) -> tuple[float, float]:
    return math.cos(turn) * radius, math.sin(turn) * radius


def _nodes(
    frame: Frame, source: Source, net: Net, angles: dict[int, float], groups: list[str], radius: float,
    labels: dict[int, list[str]],
) -> None:  # fmt: skip
    look = frame.theme
    step = 2 * math.pi / (len(net.ids) + _GAP * len(groups))
    size = min(8.0, radius * step * 72 * 0.8)
    for i in range(len(net.ids)):
        colour = look.groups[groups.index(net.groups[i]) % len(look.groups)]
        shape = MARKERS[groups.index(net.groups[i]) % len(MARKERS)]
        across, up = math.cos(angles[i]), math.sin(angles[i])
        x, y = across * radius, up * radius
        edge = colour if net.told[i] or net.asked[i] else look.line
        mark = frame.line(
            [x], [y], marker=shape, markersize=size, color=look.paper if net.asked[i] and not net.told[i] else edge,
            markeredgecolor=edge, markeredgewidth=1.4, linestyle="none", zorder=4,
        )  # fmt: skip
        mark.set_gid(f"party-{net.ids[i]}")
        if net.ids[i] in net.cuts:
            frame.line(
                [x], [y], marker="o", markersize=size + 7, color="none", markeredgecolor=look.warm, markeredgewidth=1.8,
                linestyle="none", zorder=3,
            ).set_gid(f"cut-{net.ids[i]}")  # fmt: skip
        if i in labels:
            turn = math.degrees(angles[i])
            side = "right" if across < -1e-9 else "left"
            r = radius + 0.13
            frame.text(
                across * r, up * r, "\n".join(labels[i]), size=SMALL, linespacing=1.0, ha=side, multialignment=side,
                rotation=turn + 180 if side == "right" else turn, va="center", rotation_mode="anchor", zorder=5,
                color=look.ink if net.told[i] else look.soft, weight=_weight(net, i),
            )  # fmt: skip


def _sectors(
    frame: Frame, source: Source, by: str, net: Net, order: list[int], angles: dict[int, float], groups: list[str],
    radius: float, half: float,
) -> None:  # fmt: skip
    from matplotlib.patches import Arc

    look = frame.theme
    for g, group in enumerate(groups):
        inside = [angles[i] for i in order if net.groups[i] == group]
        if not inside:
            continue
        colour = look.groups[g % len(look.groups)]
        step = 2 * math.pi / (len(net.ids) + _GAP * len(groups))
        pad = 0.35 * step
        low, high = math.degrees(min(inside) - pad), math.degrees(max(inside) + pad)
        rim = 2 * (half - 0.42)
        frame.ax.add_patch(
            Arc((0, 0), rim, rim, theta1=low, theta2=high, color=colour, linewidth=3 * frame.scale, clip_on=False)
        )
        name = source.texts("plot.no_group_short") if group == "" else source.group_title(by, group)
        words = f"{tidy(name)} ({len(inside)})"
        middle = math.radians((low + high) / 2)
        upright = math.sin(middle) >= 0
        # As long as its part of the circle, and no longer than what stays inside the picture at any angle.
        along = (half - 0.24) * (math.radians(high - low) + 0.8 * _GAP * step)
        room = max(min(along, 2 * math.sqrt(half**2 - (half - 0.11) ** 2)) * 72, 40.0)
        said = "\n".join(wrap(words, room, 8.5, "bold", lines=2))
        frame.text(
            math.cos(middle) * (half - 0.24), math.sin(middle) * (half - 0.24), said,
            size=8.5, weight="bold", color=colour, ha="center", va="center",
            rotation=math.degrees(middle) - 90 + (0 if upright else 180), rotation_mode="anchor",
        )  # fmt: skip
