"""Pictures of who works with whom: parties in a circle by group, groups against groups."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from .frame import Frame, Key, Sheet
from .items import empty
from .sources import Source, exact_only, percent, source_of, unknown
from .style import MARKERS, brief, ink_on, theme_of, tidy, width_of, wrap

__all__ = ["density_matrix", "network_map"]

_MOST_PARTIES: Final = 150  # above this the picture shows groups
_SMALL: Final = 7.5
_SWEEPS: Final = 6


@dataclass(frozen=True, slots=True)
class Net:
    """A network with what is needed to draw it; nodes in the order of the study."""

    ids: list[str]
    names: list[str]
    groups: list[str]
    told: list[bool]
    asked: list[bool]
    consent: list[bool]
    ties: list[tuple[int, int, float]]
    directed: bool
    rule: str
    complete: bool
    cuts: set[str]
    summary: Any


def _net(study: Any, source: Source, by: str, relation: str | None, wave: str | None) -> Net:
    if by not in study.attributes:
        raise unknown("HV-506", "attribute", by, " or ".join(study.attributes))
    summary = study.network(relation=relation, wave=wave)
    rows = summary.parties.to_dicts()
    party = {p.id: p for p in study.parties}
    parties = [party[row["party"]] for row in rows]
    sources, targets, weights = summary.graph.edges()
    ties = list(zip(sources.tolist(), targets.tolist(), weights.tolist(), strict=True))
    details = summary.density.details
    return Net(
        [p.id for p in parties],
        [tidy(p.name) for p in parties],
        [_group_of(p, by) for p in parties],
        [bool(row["reported"]) for row in rows],
        [bool(row["asked"]) for row in rows],
        [p.consent is True for p in parties],
        ties,
        summary.graph.directed,
        summary.density.provenance.options.get("rule", ""),
        details.get("observed_dyads") == details.get("possible_dyads"),
        set(summary.articulation_points),
        summary,
    )


def _group_of(party: Any, by: str) -> str:
    return str(party.id if by == "party" else getattr(party, by, "") or party.attributes.get(by, ""))


def _relation_title(source: Source, relation: str) -> str:
    import json

    for found in json.loads(source.thing.header_json()).get("relations", []):
        if found["id"] == relation:
            first, second = ("nl", "en") if source.lang == "nl" else ("en", "nl")
            return str(found["title"].get(first) or found["title"].get(second) or relation)
    return relation


def _order_of(study: Any, net: Net, by: str) -> list[str]:
    """Groups as the study lists its parties; those without a value last."""
    seen = list(dict.fromkeys(_group_of(party, by) for party in study.parties))
    return [g for g in seen if g and g in net.groups] + ([""] if "" in net.groups else [])


def _counts(net: Net, groups: list[str]) -> dict[tuple[str, str], tuple[int, int]]:
    """(ties, observed pairs) per pair of groups; undirected pairs stand under both orders."""
    size = len(net.ids)
    found = {(a, b): [0, 0] for a in groups for b in groups}

    def add(a: int, b: int, what: int) -> None:
        one, other = net.groups[a], net.groups[b]
        found[(one, other)][what] += 1
        if not net.directed and one != other:
            found[(other, one)][what] += 1

    for a in range(size):
        for b in range(size) if net.directed else range(a + 1, size):
            if a == b:
                continue
            known = {"source": net.told[a], "both": net.told[a] and net.told[b]}.get(
                net.rule, net.told[a] or net.told[b]
            )
            if net.complete or known:
                add(a, b, 1)
    for a, b, _ in net.ties:
        if a != b:
            add(a, b, 0)
    return {pair: (ties, pairs) for pair, (ties, pairs) in found.items()}


# ------------------------------------------------------------------------------------------------ circle


def network_map(
    study: Any,
    relation: str | None = None,
    *,
    by: str = "domain",
    wave: str | None = None,
    names: str = "consent",
    ax: Any = None,
    lang: str = "nl",
    theme: str = "light",
) -> Any:
    """All parties in a circle, each group in its own sector, with their ties.

    The silent are open marks, a party without which others come loose has a ring. `names` says whose names stand
    beside their mark: "consent" (those who agreed to be shown), "all" or "none". With more than 150 parties the groups
    are drawn in place of the parties. Needs a Study (DisclosureError HV-404). Returns Axes.
    """
    exact_only(study, "network_map")
    source, look = source_of(study, lang), theme_of(theme)
    if names not in ("consent", "all", "none"):
        from .style import refuse

        raise refuse("HV-303", "names", names, "consent, all or none")
    if not study.relations:
        return empty(source, ax, look, source.t["map_title"].format(relation=""))
    net = _net(study, source, by, relation, wave)
    title = source.t["map_title"].format(relation=_relation_title(source, net.summary.relation))
    groups = _order_of(study, net, by)
    if len(net.ids) > _MOST_PARTIES:
        return _blocks(source, look, net, groups, by, title, ax)
    order = _around(net, groups)
    angles = _angles(net, order, groups)
    radius = 2.9 if len(net.ids) > 40 else 2.4
    labels, kept_back = _labels(net, names)
    longest = max((width_of(words, _SMALL) / 72 for words in labels.values()), default=0.0)
    half = radius + longest + 0.72
    t = source.t
    about = t["map_about"].format(
        wave=source.wave_title(net.summary.wave), parties=len(net.ids), ties=len(net.ties), told=sum(net.told),
        asked=sum(net.asked),
    )  # fmt: skip
    keys = [
        Key(t["map_told"], look.high[2], marker="o"),
        Key(t["map_silent"], look.paper, look.high[2], marker="o", width=1.3),
        Key(t["map_cut"], look.paper, look.warm, marker="D", width=1.6),
    ]
    if kept_back:
        keys.append(Key(t["map_no_name"].format(n=kept_back), look.line, marker="_"))
    sheet = Sheet(look, title, about, source.footer(), tuple(keys))
    frame = sheet.open(ax, 2 * half, 2 * half)
    frame.limits((-half, half), (-half, half))
    frame.ax.set_aspect("equal", adjustable="box")
    _chords(frame, net, angles, radius)
    _nodes(frame, source, net, angles, groups, radius, labels)
    _sectors(frame, source, by, net, order, angles, groups, radius, half)
    alt = t["map_alt"].format(
        relation=_relation_title(source, net.summary.relation), wave=source.wave_title(net.summary.wave),
        parties=len(net.ids), groups=len(groups), ties=len(net.ties), density=_density_words(net, lang),
        silent=len(net.summary.silent) or t["nobody"], cuts=len(net.cuts) or t["nobody"],
    )  # fmt: skip
    return frame.finish(f"{title}. {alt}")


def _density_words(net: Net, lang: str) -> str:
    words = f"{net.summary.density.value:.2f} (n = {net.summary.density.n})"
    return words.replace(".", ",") if lang == "nl" else words


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
    gap = 1.6 if len(groups) > 1 else 0.0
    total = len(order) + gap * len(groups)
    angles, place = {}, gap / 2
    for i, node in enumerate(order):
        if i and net.groups[node] != net.groups[order[i - 1]]:
            place += gap
        angles[node] = math.pi / 2 - 2 * math.pi * (place + 0.5) / total
        place += 1
    return angles


def _labels(net: Net, names: str) -> tuple[dict[int, str], int]:
    if names == "none":
        return {}, 0
    shown = {i: net.names[i] for i in range(len(net.ids)) if names == "all" or net.consent[i]}
    cut = {}
    for i, words in shown.items():
        cut[i] = wrap(words, 2.1 * 72, _SMALL, lines=1)[0]
    return cut, len(net.ids) - len(shown)


def _chords(frame: Frame, net: Net, angles: dict[int, float], radius: float) -> None:
    from matplotlib.collections import PathCollection
    from matplotlib.path import Path

    look = frame.theme
    heaviest = max((weight for *_, weight in net.ties), default=1.0) or 1.0
    strong = 0.18 if len(net.ties) > 250 else 0.4
    paths, widths = [], []
    for a, b, weight in net.ties:
        one, other = (
            (math.cos(angles[i]) * radius * 0.975, math.sin(angles[i]) * radius * 0.975) for i in (a, b)
        )
        apart = abs(math.remainder(angles[a] - angles[b], 2 * math.pi)) / math.pi
        pull = 0.78 - 0.66 * apart  # near neighbours curve along the rim, the others through the middle
        middle = ((one[0] + other[0]) / 2 * pull, (one[1] + other[1]) / 2 * pull)
        paths.append(Path([one, middle, other], [int(Path.MOVETO), int(Path.CURVE3), int(Path.CURVE3)]))
        widths.append((0.5 + 1.1 * weight / heaviest) * frame.scale)
    lines = PathCollection(
        paths, facecolors="none", edgecolors=look.accent, linewidths=widths, alpha=strong, zorder=1, clip_on=False
    )
    lines.set_gid("ties")
    frame.ax.add_collection(lines, autolim=False)


def _nodes(
    frame: Frame, source: Source, net: Net, angles: dict[int, float], groups: list[str], radius: float,
    labels: dict[int, str],
) -> None:  # fmt: skip
    look = frame.theme
    step = 2 * math.pi / (len(net.ids) + 1.6 * len(groups))
    fits = radius * step * 72 > _SMALL * 0.98
    size = min(8.0, radius * step * 72 * 0.8)
    for i in range(len(net.ids)):
        colour = look.groups[groups.index(net.groups[i]) % len(look.groups)]
        shape = MARKERS[groups.index(net.groups[i]) % len(MARKERS)]
        across, up = math.cos(angles[i]), math.sin(angles[i])
        x, y = across * radius, up * radius
        mark = frame.line(
            [x], [y], marker=shape, markersize=size, color=colour if net.told[i] else look.paper,
            markeredgecolor=colour, markeredgewidth=1.4, linestyle="none", zorder=4,
        )  # fmt: skip
        mark.set_gid(f"party-{net.ids[i]}")
        if net.ids[i] in net.cuts:
            frame.line(
                [x], [y], marker="o", markersize=size + 7, color="none", markeredgecolor=look.warm, markeredgewidth=1.8,
                linestyle="none", zorder=3,
            ).set_gid(f"cut-{net.ids[i]}")  # fmt: skip
        if i in labels and (fits or net.ids[i] in net.cuts or not net.told[i]):
            turn = math.degrees(angles[i])
            left = across < -1e-9
            r = radius + 0.13
            frame.text(
                across * r, up * r, labels[i], size=_SMALL, rotation=turn + 180 if left else turn,
                ha="right" if left else "left", va="center", rotation_mode="anchor", zorder=5,
                color=look.ink if net.told[i] else look.soft, weight="bold" if net.ids[i] in net.cuts else "normal",
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
        pad = 0.35 * 2 * math.pi / (len(net.ids) + 1.6 * len(groups))
        low, high = math.degrees(min(inside) - pad), math.degrees(max(inside) + pad)
        rim = 2 * (half - 0.42)
        frame.ax.add_patch(
            Arc((0, 0), rim, rim, theta1=low, theta2=high, color=colour, linewidth=3 * frame.scale, clip_on=False)
        )
        name = source.t["no_group_short"] if group == "" else source.group_title(by, group)
        words = f"{tidy(name)} ({len(inside)})"
        middle = math.radians((low + high) / 2)
        upright = math.sin(middle) >= 0
        room = max((half - 0.24) * (math.radians(high - low) + pad * 2) * 72, 40.0)
        frame.text(
            math.cos(middle) * (half - 0.24), math.sin(middle) * (half - 0.24),
            wrap(words, room, 8.5, "bold", lines=1)[0], size=8.5, weight="bold", color=colour, ha="center", va="center",
            rotation=math.degrees(middle) - 90 + (0 if upright else 180), rotation_mode="anchor",
        )  # fmt: skip


# ------------------------------------------------------------------------------------------------ groups


def _blocks(source: Source, look: Any, net: Net, groups: list[str], by: str, title: str, ax: Any) -> Any:
    counts = _counts(net, groups)
    wave = source.wave_title(net.summary.wave)
    about = source.t["blocks_about"].format(wave=wave, parties=len(net.ids), groups=len(groups))
    frame = Sheet(look, title, about, source.footer()).open(ax, 7.6, 6.6)
    frame.limits((-3.8, 3.8), (-3.3, 3.3))
    frame.ax.set_aspect("equal", adjustable="box")
    place = {
        group: (2.25 * math.cos(math.pi / 2 - 2 * math.pi * i / len(groups)),
                2.25 * math.sin(math.pi / 2 - 2 * math.pi * i / len(groups)))
        for i, group in enumerate(groups)
    }  # fmt: skip
    highest = max([ties / pairs for ties, pairs in counts.values() if pairs] or [1.0]) or 1.0
    names = {g: tidy(source.t["no_group_short"] if g == "" else source.group_title(by, g)) for g in groups}
    said = []
    for i, one in enumerate(groups):
        for other in groups[i:]:
            pairs_of = [counts[(one, other)], counts[(other, one)]] if net.directed and one != other else [counts[(one, other)]]
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
            x * r, y * r, "\n".join([*words, f"{ties}/{pairs}"]), size=8.5, weight="bold", color=colour, ha=align, va=upright
        )
    alt = source.t["blocks_alt"].format(
        groups=len(groups), relation=brief(net.summary.relation, 40), wave=wave, parties=len(net.ids),
        ties=len(net.ties), items=" ".join(said),
    )  # fmt: skip
    return frame.finish(f"{title}. {alt}")


def density_matrix(
    study: Any,
    relation: str | None = None,
    *,
    by: str = "domain",
    wave: str | None = None,
    ax: Any = None,
    lang: str = "nl",
    theme: str = "light",
) -> Any:
    """Groups against groups: the share of known pairs that have a tie, with both counts in every cell.

    Pairs of which nobody who could know has spoken are left out. Needs a Study (DisclosureError HV-404). Returns Axes.
    """
    exact_only(study, "density_matrix")
    source, look = source_of(study, lang), theme_of(theme)
    if not study.relations:
        return empty(source, ax, look, source.t["density_title"].format(relation=""))
    net = _net(study, source, by, relation, wave)
    groups = _order_of(study, net, by)
    counts = _counts(net, groups)
    relation_title = _relation_title(source, net.summary.relation)
    title = source.t["density_title"].format(relation=relation_title)
    shown = source.wave_title(net.summary.wave)
    about = source.t["density_from" if net.directed else "density_about"].format(wave=shown, parties=len(net.ids))
    wide, tall, size = 0.86, 0.5, len(groups)
    names = [tidy(source.t["no_group_short"] if g == "" else source.group_title(by, g)) for g in groups]
    heads = [wrap(name, (wide - 0.08) * 72, _SMALL, "bold", 4) for name in names]
    above = max((len(words) for words in heads), default=1) * _SMALL * 1.25 / 72 + 0.06
    sheet = Sheet(look, title, about, source.footer(), left=2.0, above=above)
    frame = sheet.open(ax, wide * size, tall * size)
    frame.limits((0, size))
    said = []
    for i, one in enumerate(groups):
        frame.text(i + 0.5, 0.05, "\n".join(heads[i]), size=_SMALL, weight="bold", transform=frame.over(1), ha="center", va="bottom")
        words = wrap(f"{names[i]} ({net.groups.count(one)})", 1.95 * 72, 8.5, lines=2)
        frame.text(-0.1, tall * (i + 0.5), "\n".join(words), size=8.5, transform=frame.beside(0), ha="right")
        for j, other in enumerate(groups):
            ties, pairs = counts[(one, other)]
            _density_cell(frame, j, tall * i, tall, ties, pairs, f"density-{one}-{other}")
            if net.directed or j >= i:
                said.append(f"{names[i]} – {names[j]}: {ties}/{pairs}.")
    alt = source.t["density_alt"].format(
        groups=size, relation=relation_title, wave=shown, density=_density_words(net, lang), parties=len(net.ids),
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


