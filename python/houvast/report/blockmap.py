"""The network as a picture of its groups: released blocks only, no parties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from math import cos, pi, sin
from typing import Any, Final

from .charts import Svg, step_data
from .desk import Desk
from .rich import Name, Rich, escape, joined

__all__ = ["BlockMap", "block_map"]

_WIDTH: Final = 400
_HEIGHT: Final = 244
_NODE: Final = 25
_FEW: Final = 5  # groups: with more of them the numbers of the lines would lie over each other
_ASIDE: Final = 0.36  # where on a line its number stands, so that crossing lines keep theirs apart
_LETTERS: Final = 18  # of a group's name on one line


@dataclass(frozen=True, slots=True)
class BlockMap:
    """The picture, and the same in words."""

    picture: Svg
    words: list[Rich]


@dataclass(frozen=True, slots=True)
class _Way:
    """What may be told of the ties from one group to another: its step, as numbers and in words."""

    share: Any
    brief: str
    words: Rich


def block_map(desk: Desk, network: Any) -> BlockMap | None:
    """Groups in a ring, with lines as thick as the share of their ties; nothing when no two may be told apart."""
    if not network.shown or len(network.groups) < 2:
        return None
    names = {group: desk.words.group_title(group) for group in network.groups}
    ways = {(b.from_group, b.to_group): _way(desk, network, b, names) for b in network.blocks if b.shown}
    if not network.directed:
        ways |= {pair[::-1]: way for pair, way in ways.items()}
    caption = desk.texts.say("report.blockmap", relation=desk.relation(network), wave=desk.wave(network.wave))
    words = list({id(way): way.words for way in ways.values()}.values())
    parts = _drawn(network.directed, names, ways)
    return BlockMap(desk.charts.drawing("blockmap", (_WIDTH, _HEIGHT), str(caption), str(joined(words)), parts), words)


def _way(desk: Desk, network: Any, block: Any, names: Mapping[str, Name]) -> _Way:
    key = f"block/{network.wave}/{network.relation}/{block.from_group}/{block.to_group}"
    share = desk.texts.share(block.density, key)
    one, other = names[block.from_group], names[block.to_group]
    if block.from_group == block.to_group:
        words = desk.texts.say("report.blockmap.inside", group=one, share=share)
    else:
        words = desk.texts.say("report.blockmap.tie", one=one, other=other, share=share)
    return _Way(block.density, str(desk.texts.brief(block.density, key)), words)


def _drawn(directed: bool, names: Mapping[str, Name], ways: Mapping[tuple[str, str], _Way]) -> list[str]:
    places = dict(zip(names, _ring(len(names)), strict=True))
    lines, numbers = [], []
    for one, other in combinations(names, 2):
        # A direction is drawn as half a line, from the group that told of the ties.
        halves = [(one, other), (other, one)] if directed else [(one, other)]
        for start, end in halves:
            way, reach = ways.get((start, end)), 0.5 if directed else 1.0
            lines.append(_line(way, places[start], _towards(places[start], places[end], reach)))
            if way:
                numbers.append(_number(way, _towards(places[start], places[end], _ASIDE)))
    nodes = [_node(names[group], place, ways.get((group, group))) for group, place in places.items()]
    return [*lines, *(numbers if len(names) <= _FEW else []), *nodes]


def _ring(count: int) -> list[tuple[float, float]]:
    """Places on an ellipse, so that names above the upper half and below the lower half stay clear of the lines."""
    first = -pi / 2 - (pi / count if count % 2 == 0 else 0)
    turns = [first + 2 * pi * i / count for i in range(count)]
    across, down = [cos(turn) for turn in turns], [round(sin(turn), 9) for turn in turns]
    wide, high = (_WIDTH / 2 - 84) / max(across), (_HEIGHT / 2 - 66) / (-min(down) or 1)
    return [(_WIDTH / 2 + wide * x, _HEIGHT / 2 + high * y) for x, y in zip(across, down, strict=True)]


def _towards(start: tuple[float, float], end: tuple[float, float], part: float) -> tuple[float, float]:
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def _thick(share: Any) -> float:
    """The width of a line, by the middle of its step."""
    return 1 + 11 * float(share.low + share.high)


def _line(way: _Way | None, start: tuple[float, float], end: tuple[float, float]) -> str:
    ends = f'x1="{start[0]:.1f}" y1="{start[1]:.1f}" x2="{end[0]:.1f}" y2="{end[1]:.1f}"'
    if way is None:
        return f'<line class="tie untold" {ends}/>'
    return f'<line class="tie" {step_data(way.share)} stroke-width="{_thick(way.share):.1f}" {ends}/>'


def _number(way: _Way, place: tuple[float, float]) -> str:
    at = f'x="{place[0]:.1f}" y="{place[1]:.1f}"'
    return f'<text class="step" {step_data(way.share)} {at}>{escape(way.brief)}</text>'


def _node(name: Name, place: tuple[float, float], inside: _Way | None) -> str:
    x, y = place
    at, ring, number = f'cx="{x:.1f}" cy="{y:.1f}"', "", ""
    if inside:
        width = _thick(inside.share) / 2
        data = f'{step_data(inside.share)} stroke-width="{width:.1f}"'
        ring = f'<circle class="ring" {data} {at} r="{_NODE + width / 2:.1f}"/>'
        number = _number(inside, place)
    return f'{ring}<circle class="group" {at} r="{_NODE}"/>{number}{_name(name.text, x, y)}'


def _name(words: str, x: float, y: float) -> str:
    """A group's name above or below it, on two lines when it is long."""
    spaces = [at for at, letter in enumerate(words) if letter == " "] if len(words) > _LETTERS else []
    cut = min(spaces, key=lambda at: abs(at - len(words) / 2), default=len(words))
    lines = [line for line in (words[:cut], words[cut:]) if line]
    top = y - _NODE - 2 - 15 * len(lines) if y < _HEIGHT / 2 else y + _NODE + 22
    said = (
        f'<text class="name" x="{x:.1f}" y="{top + 15 * row:.1f}">{escape(line)}</text>'
        for row, line in enumerate(lines)
    )
    return "".join(said)
