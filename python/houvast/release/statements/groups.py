"""Where groups see things differently."""

from __future__ import annotations

from itertools import permutations
from typing import Any, Final

from ..claims import Statement, claim
from ..facts import apart, total_key
from .making import Maker, count

__all__ = ["group_statements"]

_MOST: Final = 6
_GAP: Final = 0.2


def group_statements(make: Maker) -> list[Statement]:
    """The widest differences between two groups; none when no two groups may be put side by side."""
    waves = {instrument: make.facts.waves_of(instrument)[-1] for instrument in make.facts.instruments}
    compared = {of: wave for of, wave in waves.items() if make.facts.comparable(of, wave)}
    if not compared:
        return []
    gaps = [gap for instrument, wave in compared.items() for gap in _gaps(make, instrument, wave)]
    points = count(round(_GAP * 100), "constant/gap")
    return [make.say("", "difference.some" if gaps else "difference.none", points=points), *gaps]


def _gaps(make: Maker, instrument: str, wave: str) -> list[Statement]:
    found: list[tuple[int, float, Any, Any]] = []
    for score in make.facts.items(instrument, wave, "question"):
        groups = [group for group in make.facts.groups_of(score) if group.shown]
        pairs = [(_distance(low, high), low, high) for low, high in permutations(groups, 2)]
        if pairs:
            widest = max(pairs, key=lambda pair: pair[0])
            if widest[0] >= _GAP:
                found.append((len(found), *widest))
    most = sorted(found, key=lambda gap: (-gap[1], gap[0]))[:_MOST]
    return [_gap(make, low, high) for _, _, low, high in sorted(most, key=lambda gap: gap[0])]


def _distance(low: Any, high: Any) -> float:
    """How many points the second share is above the first, at least."""
    top = low.top.high if low.top.value is None else low.top.value
    bottom = high.top.low if high.top.value is None else high.top.value
    return round(float(bottom) - float(top), 9)


def _gap(make: Maker, low: Any, high: Any) -> Statement:
    wide = low.top.value is None or high.top.value is None
    return make.say(
        total_key(low),
        "difference.groups",
        question=claim("report.quoted", text=make.words.question(low.instrument, low.id)),
        margins="apart" if apart(low, high) else "wide" if wide else "touch",
        **make.sides(low, high),
    )
