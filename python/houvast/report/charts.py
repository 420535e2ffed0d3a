"""Small pictures of released shares, as inline SVG that stretches with the page.

Places and lengths are percentages of the picture's width, so that lines and marks keep their size on a phone and on
paper. A picture that tells more than the words beside it has a title and a description; one that only repeats them is
hidden from those who listen. Colours come from the style sheet, and each has a pattern or shape beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from .rich import escape

__all__ = ["Charts", "Segment", "Svg", "step_data"]


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


class Charts:
    """Draws the pictures of one report; every picture with words has its own ids."""

    def __init__(self) -> None:
        self._drawn = 0

    def share(self, top: Any, previous: Any = None) -> Svg:
        """The part of 0 to 100 % that a share lies in; that of the previous one as a thin line with ends."""
        parts = [_track(4, 14), *_ticks(4, 14), _bar(top, 4, 14)]
        if previous is not None:
            parts += _whisker(previous, 11)
        return _silent("bar", 22, parts)

    def diverging(self, left: Sequence[Segment], right: Sequence[Segment]) -> Svg:
        """Two sides of a scale growing from the middle: each side can reach half of the width."""
        parts = ['<rect class="track" x="0" y="3" width="100%" height="22" rx="3"/>']
        place = 0.5 - sum(segment.length for segment in left) / 2
        for segment in (*left, *right):
            parts.append(_segment(place, segment, 0.5, 3, 22))
            place += segment.length / 2
        parts.append('<line class="middle" x1="50%" x2="50%" y1="0" y2="28"/>')
        return _silent("diverging", 28, parts)

    def stacked(self, segments: Sequence[Segment]) -> Svg:
        """Parts of a whole, next to each other; they fill the bar."""
        parts = ['<rect class="track" x="0" y="2" width="100%" height="18" rx="3"/>']
        place, whole = 0.0, sum(segment.length for segment in segments) or 1.0
        for segment in segments:
            parts.append(_segment(place, segment, 1 / whole, 2, 18))
            place += segment.length / whole
        return _silent("stacked", 22, parts)

    def swatch(self, shade: str) -> Svg:
        """A sample of a shade for a legend."""
        body = f'<rect class="{shade}" x="1" y="1" width="18" height="12" rx="2"/>'
        return Svg(f'<svg class="swatch" width="20" height="14" aria-hidden="true" focusable="false">{body}</svg>')

    def drawing(self, kind: str, size: tuple[int, int], title: str, desc: str, parts: Sequence[str]) -> Svg:
        """A picture with words of its own, in a space of this width and height."""
        self._drawn += 1
        id = f"figure-{self._drawn}"
        return Svg(
            f'<svg class="chart {kind}" viewBox="0 0 {size[0]} {size[1]}" role="img" aria-labelledby="{id}-t {id}-d" '
            f'focusable="false"><title id="{id}-t">{escape(title)}</title><desc id="{id}-d">{escape(desc)}</desc>'
            f"{''.join(parts)}</svg>"
        )


def step_data(share: Any) -> str:
    """The released bounds of what is drawn, kept beside it."""
    return f'data-low="{share.low!r}" data-high="{share.high!r}"'


def _silent(kind: str, height: int, parts: Sequence[str]) -> Svg:
    """A picture of which everything stands in words beside it."""
    return Svg(
        f'<svg class="chart {kind}" width="100%" height="{height}" aria-hidden="true" focusable="false">'
        f"{''.join(parts)}</svg>"
    )


def _at(share: float) -> str:
    return f"{round(share * 100, 3):g}%"


def _track(y: int, height: int) -> str:
    return f'<rect class="track" x="0" y="{y}" width="100%" height="{height}" rx="{height // 4}"/>'


def _ticks(y: int, height: int) -> list[str]:
    places = ("25%", "50%", "75%")
    return [f'<line class="tick" x1="{x}" x2="{x}" y1="{y}" y2="{y + height}"/>' for x in places]


def _bar(share: Any, y: int, height: int) -> str:
    return (
        f'<rect class="band" {step_data(share)} x="{_at(share.low)}" y="{y}" '
        f'width="{_at(share.high - share.low)}" height="{height}" rx="{height // 4}"/>'
    )


def _whisker(share: Any, y: int) -> list[str]:
    a, b = _at(share.low), _at(share.high)
    return [
        f'<line class="whisker" {step_data(share)} x1="{a}" x2="{b}" y1="{y}" y2="{y}"/>',
        f'<line class="whisker" x1="{a}" x2="{a}" y1="{y - 4}" y2="{y + 4}"/>',
        f'<line class="whisker" x1="{b}" x2="{b}" y1="{y - 4}" y2="{y + 4}"/>',
    ]


def _segment(place: float, segment: Segment, whole: float, y: int, height: int) -> str:
    return (
        f'<rect class="{segment.shade}" {step_data(segment.share)} x="{_at(place)}" y="{y}" '
        f'width="{_at(segment.length * whole)}" height="{height}"/>'
    )
