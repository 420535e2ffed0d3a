"""The network as a picture of its groups: released blocks only, no parties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import ceil, copysign, cos, dist, hypot, pi, sin
from typing import Any, Final, TypeAlias

from .charts import Svg, step_data
from .desk import Desk
from .rich import Name, Rich, escape, joined

__all__ = ["NODE", "WIDTH", "BlockMap", "Line", "Node", "Number", "Shapes", "block_map"]

WIDTH: Final = 400
_HEIGHTS: Final = range(244, 760, 20)  # the first in which nothing lies over a name
_PAIR: Final = 100  # of two groups, which stand beside each other
_BELOW: Final = 6  # room below what is drawn lowest
NODE: Final = 26
_FEW: Final = 5  # groups: with more of them the numbers of the lines would lie over each other
_ASIDE: Final = 0.36  # where on a line its number stands, so that crossing lines keep theirs apart
_LETTERS: Final = 18  # of a group's name on one line
_BEND: Final = 0.5  # how much of a circle is left where there are many groups: names beside each other need room
_NARROW: Final = 11  # the same where there are many groups
_LETTER: Final = 9.2  # width of a letter of a name
_WIDEST: Final = 6  # letters of a step that fit into a group as large as those beside lines
_ROW: Final = 15  # height of a line of a name

Place: TypeAlias = tuple[float, float]
Box: TypeAlias = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Way:
    """What may be told of the ties from one group to another: its step, as numbers and in words."""

    share: Any
    brief: str
    words: Rich


@dataclass(frozen=True, slots=True)
class Line:
    """Ties between two groups, or half of them; nothing to tell when there is no way."""

    way: Way | None
    start: Place
    end: Place

    @property
    def thick(self) -> float:
        """How thick it is drawn, by the middle of its step."""
        return _thick(self.way.share) if self.way else 1.5


@dataclass(frozen=True, slots=True)
class Number:
    """A step beside a line."""

    way: Way
    place: Place


@dataclass(frozen=True, slots=True)
class Node:
    """A group, the ties inside it, and the lines of its name with where each stands."""

    place: Place
    inside: Way | None
    name: list[tuple[str, Place]]

    @property
    def ring(self) -> float:
        """How thick its ring is, by the middle of the step of the ties inside it."""
        return _thick(self.inside.share) / 2 if self.inside else 0.0

    @property
    def reach(self) -> float:
        """From its middle to the outside of its ring."""
        return NODE + self.ring

    @property
    def label(self) -> Box:
        """Where its name stands."""
        x, first = self.name[0][1]
        wide = max(len(line) for line, _ in self.name) * _LETTER / 2
        return x - wide, first - 12, x + wide, self.name[-1][1][1] + 3


@dataclass(frozen=True, slots=True)
class Shapes:
    """Everything that is drawn, from back to front."""

    lines: list[Line]
    numbers: list[Number]
    nodes: list[Node]
    height: int


@dataclass(frozen=True, slots=True)
class BlockMap:
    """The picture, what it is made of, its caption, and the same in words."""

    picture: Svg
    shapes: Shapes
    caption: str
    words: str


def block_map(desk: Desk, network: Any) -> BlockMap | None:
    """Groups in a ring, with lines as thick as the share of their ties; nothing when no two may be told apart."""
    if not network.shown or len(network.groups) < 2:
        return None
    names = {group: desk.words.of_blocks.group_title(group) for group in network.groups}
    ways = {(b.from_group, b.to_group): _way(desk, network, b, names) for b in network.blocks if b.shown}
    if not network.directed:
        ways |= {pair[::-1]: way for pair, way in ways.items()}
    caption = desk.texts.say("report.blockmap", relation=desk.relation(network), wave=desk.wave(network.wave))
    words = str(joined({id(way): way.words for way in ways.values()}.values()))
    shapes = _shapes(network.directed, names, ways)
    picture = desk.charts.drawing("blockmap", (WIDTH, shapes.height), str(caption), words, _svg(shapes))
    return BlockMap(picture, shapes, str(caption), words)


def _way(desk: Desk, network: Any, block: Any, names: Mapping[str, Name]) -> Way:
    key = f"block/{network.wave}/{network.relation}/{block.from_group}/{block.to_group}"
    share = desk.texts.share(block.density, key)
    one, other = names[block.from_group], desk.words.of_blocks.group_title(block.to_group, inside=True)
    if block.from_group == block.to_group:
        words = desk.texts.say("report.blockmap.inside", group=other, share=share)
    else:
        words = desk.texts.say("report.blockmap.tie", one=one, other=other, share=share)
    return Way(block.density, str(desk.texts.brief(block.density, key)), words)


def _shapes(directed: bool, names: Mapping[str, Name], ways: Mapping[tuple[str, str], Way]) -> Shapes:
    heights: Sequence[int] = [_PAIR] if len(names) == 2 else _HEIGHTS
    tried = (_nodes(names, ways, height) for height in heights)
    nodes = next((each for each in tried if _clear(each)), None) or _nodes(names, ways, heights[-1])
    places = {group: node.place for group, node in zip(names, nodes, strict=True)}
    lines, numbers = [], []
    for one, other in combinations(names, 2):
        # A direction is drawn as half a line, from the group that told of the ties.
        halves = [(one, other), (other, one)] if directed else [(one, other)]
        for start, end in halves:
            way, reach = ways.get((start, end)), 0.5 if directed else 1.0
            lines.append(Line(way, places[start], _towards(places[start], places[end], reach)))
            if way:
                numbers.append(Number(way, _towards(places[start], places[end], _ASIDE)))
    lowest = max(max(node.label[-1], node.place[1] + node.reach) for node in nodes)
    return Shapes(lines, numbers if len(names) <= _FEW else [], nodes, ceil(lowest) + _BELOW)


def _nodes(names: Mapping[str, Name], ways: Mapping[tuple[str, str], Way], height: int) -> list[Node]:
    places = zip(names, _ring(len(names), height), strict=True)
    most = _LETTERS if len(names) <= _FEW else _NARROW
    return [Node(at, ways.get((group, group)), _name(names[group].text, *at, height, most)) for group, at in places]


def _clear(nodes: Sequence[Node]) -> bool:
    """Whether no name lies over a group or another name, and no group over another."""
    return not any(
        dist(one.place, other.place) < one.reach + other.reach + _ROW
        or _near(one.label, other)
        or _near(other.label, one)
        or _overlap(one.label, other.label)
        for one, other in combinations(nodes, 2)
    )


def _near(label: Box, node: Node) -> bool:
    (left, top, right, bottom), (x, y) = label, node.place
    return hypot(max(left - x, 0, x - right), max(top - y, 0, y - bottom)) < node.reach + 2


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _svg(shapes: Shapes) -> list[str]:
    numbers = [_behind(number) + _number(number) for number in shapes.numbers]
    return [*map(_line, shapes.lines), *numbers, *map(_node, shapes.nodes)]


def _ring(count: int, height: int) -> list[Place]:
    """Places on an ellipse, so that names above the upper half and below the lower half stay clear of the lines."""
    first = -pi / 2 - (pi / count if count % 2 == 0 else 0)
    turns = [first + 2 * pi * i / count for i in range(count)]
    bend = 1 if count <= _FEW else _BEND
    across = [copysign(abs(cos(turn)) ** bend, round(cos(turn), 9)) for turn in turns]
    down = [round(sin(turn), 9) for turn in turns]
    wide, high = (WIDTH / 2 - 84) / max(across), (height / 2 - 66) / (-min(down) or 1)
    return [(WIDTH / 2 + wide * x, height / 2 + high * y) for x, y in zip(across, down, strict=True)]


def _towards(start: Place, end: Place, part: float) -> Place:
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def _thick(share: Any) -> float:
    """The width of a line, by the middle of its step."""
    return 1 + 11 * float(share.low + share.high)


def _line(line: Line) -> str:
    (x1, y1), (x2, y2) = line.start, line.end
    ends = f'x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
    if line.way is None:
        return f'<line class="tie untold" {ends}/>'
    return f'<line class="tie" {step_data(line.way.share)} stroke-width="{line.thick:.1f}" {ends}/>'


def _behind(number: Number) -> str:
    """Paper behind a number, so that its line does not run through it."""
    x, y = number.place
    wide = 7 * len(number.way.brief)
    return f'<rect class="behind" x="{x - wide / 2:.1f}" y="{y - 8:.1f}" width="{wide}" height="16" rx="3"/>'


def _number(number: Number, look: str = "step") -> str:
    at = f'x="{number.place[0]:.1f}" y="{number.place[1]:.1f}"'
    return f'<text class="{look}" {step_data(number.way.share)} {at}>{escape(number.way.brief)}</text>'


def _node(node: Node) -> str:
    at, ring, number = f'cx="{node.place[0]:.1f}" cy="{node.place[1]:.1f}"', "", ""
    if node.inside:
        data = f'{step_data(node.inside.share)} stroke-width="{node.ring:.1f}"'
        ring = f'<circle class="ring" {data} {at} r="{NODE + node.ring / 2:.1f}"/>'
        wide = len(node.inside.brief) > _WIDEST
        number = _number(Number(node.inside, node.place), "step wide" if wide else "step")
    said = (f'<text class="name" x="{x:.1f}" y="{y:.1f}">{escape(line)}</text>' for line, (x, y) in node.name)
    return f'{ring}<circle class="group" {at} r="{NODE}"/>{number}{"".join(said)}'


def _name(words: str, x: float, y: float, height: int, most: int) -> list[tuple[str, Place]]:
    """A group's name above or below it, on two lines when it is long."""
    spaces = [at for at, letter in enumerate(words) if letter == " "] if len(words) > most else []
    cut = min(spaces, key=lambda at: abs(at - len(words) / 2), default=len(words))
    lines = [line.strip() for line in (words[:cut], words[cut:]) if line]
    top = y - NODE - 2 - _ROW * len(lines) if y < height / 2 else y + NODE + 22
    return [(line, (x, top + _ROW * row)) for row, line in enumerate(lines)]
