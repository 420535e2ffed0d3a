"""Groups instead of parties: how many of the known pairs within and between groups have a tie."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from .. import _core
from .frame import Frame, Sheet
from .items import empty
from .nets import SMALL, Net, counts_of, density_words, net_of, order_of, relation_title
from .sources import Source, exact_only, percent, source_of
from .style import Theme, brief, ink_on, theme_of, tidy, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["blocks", "density_matrix"]


def blocks(source: Source, look: Theme, net: Net, groups: list[str], by: str, title: str, ax: Axes | None) -> Axes:
    """Every group as a circle with its number of parties, and lines as broad as the density between groups."""
    counts = counts_of(net, groups)
    wave = source.wave_title(net.summary.wave)
    about = source.texts("plot.blocks.about", wave=wave, parties=len(net.ids), groups=len(groups))
    frame = Sheet(look, title, about, source.footer()).open(ax, 7.6, 6.6)
    frame.limits((-3.8, 3.8), (-3.3, 3.3))
    frame.ax.set_aspect("equal", adjustable="box")
    place = {
        group: (2.25 * math.cos(math.pi / 2 - 2 * math.pi * i / len(groups)),
                2.25 * math.sin(math.pi / 2 - 2 * math.pi * i / len(groups)))
        for i, group in enumerate(groups)
    }  # fmt: skip
    highest = max([ties / pairs for ties, pairs in counts.values() if pairs] or [1.0]) or 1.0
    names = {g: tidy(source.texts("plot.no_group_short") if g == "" else source.group_title(by, g)) for g in groups}
    said = []
    for i, one in enumerate(groups):
        for other in groups[i:]:
            pairs_of = (
                [counts[(one, other)], counts[(other, one)]]
                if net.directed and one != other
                else [counts[(one, other)]]
            )
            ties, pairs = (sum(each) for each in zip(*pairs_of, strict=True))
            said.append(f"{names[one]} – {names[other]}: {ties}/{pairs}.")
            if one == other or not ties:
                continue
            xs, ys = zip(place[one], place[other], strict=True)
            frame.line(xs, ys, color=look.accent, alpha=0.45, linewidth=0.6 + 9 * ties / pairs / highest, zorder=1)
    sizes = {group: net.groups.count(group) for group in groups}
    for i, group in enumerate(groups):
        x, y = place[group]
        colour = look.groups[i % len(look.groups)]
        size = 16 + 26 * math.sqrt(sizes[group] / max(sizes.values()))
        frame.line([x], [y], marker="o", markersize=size, color=look.paper, markeredgecolor=colour, markeredgewidth=2.5,
                   linestyle="none", zorder=3)  # fmt: skip
        frame.text(x, y, str(sizes[group]), size=9, weight="bold", ha="center", zorder=4)
        r = 1 + (size / 144 + 0.12) / 2.25
        words = wrap(names[group], 1.35 * 72, 8.5, "bold", 2)
        ties, pairs = counts[(group, group)]
        align = "center" if abs(x) < 0.4 else "left" if x > 0 else "right"
        upright = "bottom" if y > 1.9 else "top" if y < -1.9 else "center"
        frame.text(
            x * r,
            y * r,
            "\n".join([*words, f"{ties}/{pairs}"]),
            size=8.5,
            weight="bold",
            color=colour,
            ha=align,
            va=upright,
        )
    alt = source.texts(
        "plot.blocks.alt",
        groups=len(groups), relation=brief(net.summary.relation, 40), wave=wave, parties=len(net.ids),
        ties=len(net.ties), items=" ".join(said),
    )  # fmt: skip
    return frame.finish(f"{title}. {alt}")


def density_matrix(
    study: _core.Study,
    relation: str | None = None,
    *,
    by: str = "domain",
    wave: str | None = None,
    ax: Axes | None = None,
    lang: str = "nl",
    theme: str = "light",
) -> Axes:
    """Groups against groups: the share of known pairs that have a tie, with both counts in every cell.

    Pairs of which nobody who could know has spoken are left out.

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
        HV-503 for a language, HV-505 for a wave, HV-506 for an attribute, HV-507 for a relation that does not exist.
    """
    exact_only(study, "density_matrix")
    source, look = source_of(study, lang), theme_of(theme)
    if not study.relations:
        return empty(source, ax, look, source.texts("plot.density.title", relation=""))
    net = net_of(study, source, by, relation, wave)
    groups = order_of(study, net, by)
    counts = counts_of(net, groups)
    asked = relation_title(source, net.summary.relation)
    title = source.texts("plot.density.title", relation=asked)
    shown = source.wave_title(net.summary.wave)
    key = "plot.density.from" if net.directed else "plot.density.about"
    about = source.texts(key, wave=shown, parties=len(net.ids))
    wide, tall, size = 0.86, 0.5, len(groups)
    names = [tidy(source.texts("plot.no_group_short") if g == "" else source.group_title(by, g)) for g in groups]
    heads = [wrap(name, (wide - 0.08) * 72, SMALL, "bold", 4) for name in names]
    above = max((len(words) for words in heads), default=1) * SMALL * 1.25 / 72 + 0.06
    sheet = Sheet(look, title, about, source.footer(), left=2.0, above=above)
    frame = sheet.open(ax, wide * size, tall * size)
    frame.limits((0, size))
    said = []
    for i, one in enumerate(groups):
        frame.text(
            i + 0.5,
            0.05,
            "\n".join(heads[i]),
            size=SMALL,
            weight="bold",
            transform=frame.over(1),
            ha="center",
            va="bottom",
        )
        words = wrap(f"{names[i]} ({net.groups.count(one)})", 1.95 * 72, 8.5, lines=2)
        frame.text(-0.1, tall * (i + 0.5), "\n".join(words), size=8.5, transform=frame.beside(0), ha="right")
        for j, other in enumerate(groups):
            ties, pairs = counts[(one, other)]
            _density_cell(frame, j, tall * i, tall, ties, pairs, f"density-{one}-{other}")
            if net.directed or j >= i:
                said.append(f"{names[i]} – {names[j]}: {ties}/{pairs}.")
    alt = source.texts(
        "plot.density.alt",
        groups=size, relation=asked, wave=shown, density=density_words(source, net), parties=len(net.ids),
        items=" ".join(said),
    )  # fmt: skip
    return frame.finish(f"{title}. {alt}")


def _density_cell(frame: Frame, x: float, y: float, tall: float, ties: int, pairs: int, gid: str) -> None:
    look = frame.theme
    place = (x + 0.02, y + 0.015, 0.96, tall - 0.03)
    if not pairs:
        frame.box(*place, facecolor="none", edgecolor=look.line, linewidth=0.7, linestyle=(0, (3, 3))).set_gid(gid)
        frame.text(x + 0.5, y + tall / 2, "–", color=look.soft, ha="center")
        return
    face = look.shade(ties / pairs)
    frame.box(*place, facecolor=face).set_gid(gid)
    frame.text(x + 0.5, y + tall * 0.36, percent(ties / pairs), size=9, weight="bold", color=ink_on(face), ha="center")
    frame.text(x + 0.5, y + tall * 0.74, f"{ties}/{pairs}", size=6.8, color=ink_on(face), ha="center")
