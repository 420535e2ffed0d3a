"""Where parties stand on the map: a circle per domain, the domains around the middle. The same study, the same map."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["NODE", "Circle", "Map", "place"]

NODE = 11.0  # radius of a party
_STEP = 2.9 * NODE  # between neighbours
_GOLDEN = (3 - math.sqrt(5)) / 2  # turn between one party and the next
_GAP = 46.0  # between domains, room for their titles


@dataclass(frozen=True, slots=True)
class Circle:
    """A domain's circle."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Map:
    """A place per party, a circle per group, and the size of the whole."""

    parties: list[tuple[float, float]]
    groups: list[Circle]
    width: float
    height: float


def _inside(size: int) -> list[tuple[float, float]]:
    """Places of a group's parties around (0, 0), evenly spread from the middle outwards (Vogel's sunflower, 1979)."""
    places = [_on(_STEP / 1.65 * math.sqrt(at + 0.5), at * _GOLDEN) for at in range(size)]
    middle_x, middle_y = (sum(place[axis] for place in places) / max(size, 1) for axis in (0, 1))
    return [(x - middle_x, y - middle_y) for x, y in places]


def _on(radius: float, turn: float) -> tuple[float, float]:
    angle = 2 * math.pi * turn - math.pi / 2
    return radius * math.cos(angle), radius * math.sin(angle)


def place(sizes: Sequence[int]) -> Map:
    """Places the parties of groups with these sizes, in order; every number is rounded to a tenth."""
    inside = [_inside(size) for size in sizes]
    radii = [max((math.hypot(x, y) for x, y in places), default=0.0) + 2 * NODE for places in inside]
    across = [2 * radius + _GAP for radius in radii]
    around = max(sum(across) / (2 * math.pi), 0.0)
    # Neighbours on the ring do not touch: the chord between two centres is at least their radii and the gap.
    while len(sizes) > 1 and not _apart(around, across, radii):
        around *= 1.04
    angles, begin = [], 0.0
    for share in across:
        angles.append((begin + share / 2) / sum(across))
        begin += share
    centres = [_on(around if len(sizes) > 1 else 0.0, turn) for turn in angles]
    centres = [(x * 1.35, y) for x, y in centres]  # screens are wider than high
    left = min((x - r for (x, _), r in zip(centres, radii, strict=True)), default=0.0) - _GAP
    top = min((y - r for (_, y), r in zip(centres, radii, strict=True)), default=0.0) - _GAP
    right = max((x + r for (x, _), r in zip(centres, radii, strict=True)), default=0.0) + _GAP
    bottom = max((y + r for (_, y), r in zip(centres, radii, strict=True)), default=0.0) + _GAP / 2
    parties = [
        (round(x + dx - left, 1), round(y + dy - top, 1))
        for (x, y), places in zip(centres, inside, strict=True)
        for dx, dy in places
    ]
    groups = [
        Circle(round(x - left, 1), round(y - top, 1), round(r, 1)) for (x, y), r in zip(centres, radii, strict=True)
    ]
    return Map(parties, groups, round(right - left, 1), round(bottom - top, 1))


def _apart(around: float, across: Sequence[float], radii: Sequence[float]) -> bool:
    whole = sum(across)
    for at, share in enumerate(across):
        after = (at + 1) % len(across)
        turn = (share + across[after]) / 2 / whole
        chord = 2 * around * math.sin(math.pi * min(turn, 1 - turn))
        if chord < radii[at] + radii[after] + _GAP:
            return False
    return True
