"""Where groups see things differently."""

from __future__ import annotations

from itertools import permutations
from typing import Any, Final

from ..claims import Argument, Statement, claim
from ..facts import group_key, total_key
from .making import Maker, count

__all__ = ["difference_statements", "group_statements", "widest"]

_MOST: Final = 6
_MOST_UNCERTAIN: Final = 3
_GAP: Final = 0.2


def group_statements(make: Maker) -> list[Statement]:
    """What differs, and what lies apart but may be chance; none when no two groups may be put side by side."""
    waves = {instrument: make.facts.waves_of(instrument)[-1] for instrument in make.facts.instruments}
    compared = {of: wave for of, wave in waves.items() if make.facts.comparable(of, wave)}
    if not compared:
        return []
    told = [statement for of, wave in compared.items() for statement in difference_statements(make, of, wave)]
    intro = make.say("", "difference.some" if told else "uncertain.difference.none")
    return [intro, *told, *_uncertain(make, compared)]


def difference_statements(make: Maker, instrument: str, wave: str) -> list[Statement]:
    """What chance does not explain: over all questions, on elements, and the widest on questions."""
    whole = [
        make.say(
            f"instrument/{wave}/{instrument}",
            "difference.instrument",
            lower=make.words.group(found.lower, inside=True),
            higher=make.words.group(found.higher, inside=True),
        )
        for found in make.facts.differences(instrument, wave, "instrument")
    ]
    elements = [_difference(make, *sides) for sides in widest(make, instrument, wave, "element")]
    questions = sorted(widest(make, instrument, wave, "question"), key=lambda sides: -_least(*sides))[:_MOST]
    order = [score.id for score in make.facts.items(instrument, wave, "question")]
    questions.sort(key=lambda sides: order.index(sides[0].id))
    return [*whole, *elements, *(_difference(make, *sides) for sides in questions)]


def widest(make: Maker, instrument: str, wave: str, kind: str) -> list[tuple[Any, Any]]:
    """Of every item on which groups differ the two that lie furthest apart, the lower one first."""
    found: dict[str, tuple[Any, Any]] = {}
    for difference in make.facts.differences(instrument, wave, kind):
        at = (wave, instrument, kind, difference.id)
        groups = {score.group: score for score in make.facts.groups[at]}
        sides = groups[difference.lower], groups[difference.higher]
        if difference.id not in found or _least(*sides) > _least(*found[difference.id]):
            found[difference.id] = sides
    return list(found.values())


def _difference(make: Maker, low: Any, high: Any) -> Statement:
    if low.kind == "element":
        element = make.words.element(low.instrument, low.id)
        return make.say(total_key(low), "difference.elements", element=element, **make.sides(low, high))
    return make.say(total_key(low), "difference.groups", question=_question(make, low), **make.sides(low, high))


def _question(make: Maker, score: Any) -> Argument:
    return claim("report.quoted", text=make.words.question(score.instrument, score.id))


def _uncertain(make: Maker, compared: dict[str, str]) -> list[Statement]:
    gaps = [sides for instrument, wave in compared.items() for sides in _gaps(make, instrument, wave)]
    if not gaps:
        return []
    most = sorted(gaps, key=lambda sides: -_least(*sides))[:_MOST_UNCERTAIN]
    points = count(round(_GAP * 100), "constant/gap")
    told = [
        make.say(
            f"uncertain/{group_key(low)}",
            "uncertain.difference.groups",
            question=_question(make, low),
            **make.sides(low, high),
        )
        for low, high in gaps
        if (low, high) in most
    ]
    return [make.say("uncertain", "uncertain.difference.some", points=points), *told]


def _gaps(make: Maker, instrument: str, wave: str) -> list[tuple[Any, Any]]:
    """Two groups that lie wide apart on a question of which nothing else is said, question by question."""
    told = {difference.id for difference in make.facts.differences(instrument, wave, "question")}
    found = []
    for score in make.facts.items(instrument, wave, "question"):
        groups = [group for group in make.facts.groups_of(score) if group.shown]
        pairs = sorted(permutations(groups, 2), key=lambda sides: -_least(*sides))
        if score.id not in told and pairs and _least(*pairs[0]) >= _GAP:
            found.append(pairs[0])
    return found


def _least(low: Any, high: Any) -> float:
    """How many points the second share is above the first, at least."""
    return round(float(high.top.low) - float(low.top.high), 9)
