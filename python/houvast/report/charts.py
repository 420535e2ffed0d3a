"""Small pictures of released shares, as inline SVG that stretches with the page.

Places and lengths are percentages of the picture's width, so that lines and marks keep their size on a phone and on
paper. Every picture has a title and a description; colours come from the style sheet, and each has a pattern or shape
beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from .rich import escape

__all__ = ["MARKS", "Charts", "Segment", "Svg"]

# Marks of groups, drawn around (0, 0): nobody needs to tell colours apart.
MARKS: Final = (
    "M-6,0a6,6 0 1,0 12,0a6,6 0 1,0 -12,0z",
    "M-5.5,-5.5h11v11h-11z",
    "M0,-7L7,5.5H-7z",
    "M0,-7.5L7.5,0L0,7.5L-7.5,0z",
    "M-2.5,-7h5v4.5h4.5v5h-4.5v4.5h-5v-4.5h-4.5v-5h4.5z",
    "M0,7L7,-5.5H-7z",
    "M-7,-2.5L0,-7.5L7,-2.5L4.5,6H-4.5z",
    "M-7,0L-3.5,-6H3.5L7,0L3.5,6H-3.5z",
)


@dataclass(frozen=True, slots=True)
class Svg:
    """Finished markup of a picture."""

    markup: str

    def __html__(self) -> str:
        """The markup itself; its words are already escaped."""
        return self.markup


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar: the step that it tells, how long it is drawn, and which of the style sheet's shades it has."""

    share: Any
    length: float
    shade: str


def _at(share: float) -> str:
    return f"{round(share * 100, 3):g}%"


class Charts:
    """Draws the pictures of one report; every picture has its own ids."""

    def __init__(self) -> None:
        self._drawn = 0

    def share(self, top: Any, title: str, desc: str, previous: Any = None) -> Svg:
        """The part of 0 to 100 % that a share lies in; that of the previous one as a thin line with ends."""
        parts = [_track(4, 16), *_ticks(4, 16), _bar(top.low, top.high, 4, 16)]
        if previous is not None:
            parts += _whisker(previous.low, previous.high, 12)
        return self._svg("bar", 24, title, desc, parts)

    def plain(self, share: Any, title: str) -> Svg:
        """The same, without more words than its title."""
        return self._svg("bar", 18, title, "", [_track(4, 10), *_ticks(4, 10), _bar(share.low, share.high, 4, 10)])

    def strip(self, top: Any, mark: int | None, everyone: Any, title: str, desc: str) -> Svg:
        """Where a group's share lies on a line from 0 to 100 %, with its mark; everyone's between dotted lines."""
        parts = ['<line class="axis" x1="0" x2="100%" y1="14" y2="14"/>', *_ticks(2, 24)]
        for end in () if everyone is None else (everyone.low, everyone.high):
            x = _at(end)
            parts.append(f'<line class="everyone" data-value="{end!r}" x1="{x}" x2="{x}" y1="0" y2="28"/>')
        parts.append(_bar(top.low, top.high, 9, 10))
        if mark is not None:
            parts.append(_mark((top.low + top.high) / 2, 14, MARKS[mark % len(MARKS)], _bounds(top.low, top.high)))
        return self._svg("strip", 28, title, desc, parts)

    def diverging(self, left: Sequence[Segment], right: Sequence[Segment], title: str, desc: str) -> Svg:
        """Two sides of a scale growing from the middle: each side can reach half of the width."""
        parts = ['<rect class="track" x="0" y="3" width="100%" height="22" rx="3"/>']
        place = 0.5 - sum(segment.length for segment in left) / 2
        for segment in (*left, *right):
            parts.append(_segment(place, segment, 0.5, 3, 22))
            place += segment.length / 2
        parts.append('<line class="middle" x1="50%" x2="50%" y1="0" y2="28"/>')
        return self._svg("diverging", 28, title, desc, parts)

    def stacked(self, segments: Sequence[Segment], title: str, desc: str) -> Svg:
        """Parts of a whole, next to each other; they fill the bar."""
        parts = ['<rect class="track" x="0" y="2" width="100%" height="22" rx="3"/>']
        place, whole = 0.0, sum(segment.length for segment in segments) or 1.0
        for segment in segments:
            parts.append(_segment(place, segment, 1 / whole, 2, 22))
            place += segment.length / whole
        return self._svg("stacked", 26, title, desc, parts)

    def bounds(self, value: float, low: float, high: float, title: str, desc: str) -> Svg:
        """A value on a line from 0 to 1 with the bounds that it can have. One colour: no value is good or bad."""
        parts = ['<line class="axis" x1="0" x2="100%" y1="16" y2="16"/>', *_ticks(6, 20)]
        if low < high:
            parts.append(_bar(low, high, 10, 12))
        parts.append(_mark(value, 16, MARKS[0], f'data-value="{value!r}"'))
        parts.append('<text class="scale" x="0" y="44">0</text><text class="scale end" x="100%" y="44">1</text>')
        return self._svg("bounds", 48, title, desc, parts)

    def swatch(self, shade: str) -> Svg:
        """A sample of a shade for a legend."""
        body = f'<rect class="{shade}" x="1" y="1" width="18" height="12" rx="2"/>'
        return Svg(f'<svg class="swatch" width="20" height="14" aria-hidden="true" focusable="false">{body}</svg>')

    def sample(self, mark: int | None) -> Svg:
        """A sample of a group's mark for a legend, or of the dotted line."""
        body = '<line class="everyone" x1="50%" x2="50%" y1="0" y2="18"/>'
        if mark is not None:
            body = f'<svg x="50%" y="9" overflow="visible"><path class="mark" d="{MARKS[mark % len(MARKS)]}"/></svg>'
        return Svg(f'<svg class="sample" width="18" height="18" aria-hidden="true" focusable="false">{body}</svg>')

    def _svg(self, kind: str, height: int, title: str, desc: str, parts: list[str]) -> Svg:
        self._drawn += 1
        id = f"figure-{self._drawn}"
        more = f'<desc id="{id}-d">{escape(desc)}</desc>' if desc else ""
        by = f"{id}-t {id}-d" if desc else f"{id}-t"
        return Svg(
            f'<svg class="chart {kind}" width="100%" height="{height}" role="img" aria-labelledby="{by}" '
            f'focusable="false"><title id="{id}-t">{escape(title)}</title>{more}{"".join(parts)}</svg>'
        )


def _bounds(low: float, high: float) -> str:
    return f'data-low="{low!r}" data-high="{high!r}"'


def _track(y: int, height: int) -> str:
    return f'<rect class="track" x="0" y="{y}" width="100%" height="{height}" rx="{height // 4}"/>'


def _ticks(y: int, height: int) -> list[str]:
    places = ("25%", "50%", "75%")
    return [f'<line class="tick" x1="{x}" x2="{x}" y1="{y}" y2="{y + height}"/>' for x in places]


def _bar(low: float, high: float, y: int, height: int) -> str:
    return (
        f'<rect class="band" {_bounds(low, high)} x="{_at(low)}" y="{y}" '
        f'width="{_at(high - low)}" height="{height}" rx="{height // 4}"/>'
    )


def _whisker(low: float, high: float, y: int) -> list[str]:
    a, b = _at(low), _at(high)
    return [
        f'<line class="whisker" {_bounds(low, high)} x1="{a}" x2="{b}" y1="{y}" y2="{y}"/>',
        f'<line class="whisker" x1="{a}" x2="{a}" y1="{y - 4}" y2="{y + 4}"/>',
        f'<line class="whisker" x1="{b}" x2="{b}" y1="{y - 4}" y2="{y + 4}"/>',
    ]


def _mark(share: float, y: int, path: str, data: str) -> str:
    body = f'<path class="mark" {data} d="{path}"/>'
    return f'<svg x="{_at(share)}" y="{y}" overflow="visible">{body}</svg>'


def _segment(place: float, segment: Segment, whole: float, y: int, height: int) -> str:
    return (
        f'<rect class="{segment.shade}" {_bounds(segment.share.low, segment.share.high)} x="{_at(place)}" y="{y}" '
        f'width="{_at(segment.length * whole)}" height="{height}"/>'
    )
