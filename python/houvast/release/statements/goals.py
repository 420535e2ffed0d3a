"""What became of goals and agreements."""

from __future__ import annotations

from typing import Any, Final

from ..claims import Argument, Statement, claim, figure, name, text
from ..facts import goals_key
from .making import Maker, count

__all__ = ["goal_statements"]

_STATUSES: Final = ("reached", "on_the_way", "not_yet", "away", "unknown")
_LACKS: Final = ("owner", "indicator", "target")


def goal_statements(make: Maker) -> list[Statement]:
    """All together, and each goal when the release has them in words."""
    found = make.facts.release.goals
    if not found:
        return []
    wave = found[0].wave
    sums = {field: sum(getattr(goals, field) for goals in found) for field in ("total", "secured", *_STATUSES)}
    lacks = {what: sum(getattr(goals, f"without_{what}") for goals in found) for what in _LACKS}

    def number(field: str) -> Argument:
        return count(sums[field], f"goals-sum/{wave}/{field}")

    statuses = [claim("report.goals.count", n=number(field), status=field) for field in _STATUSES if sums[field]]
    told = [
        make.say("", "report.goals.total", total=number("total")),
        make.say("", "report.goals.status", wave=make.words.wave(wave), statuses=statuses),
    ]
    if sums["reached"]:
        told.append(make.say("", "report.goals.secured", secured=number("secured")))
    for what in _LACKS:
        if lacks[what]:
            n = count(lacks[what], f"goals-sum/{wave}/without_{what}")
            told.append(make.say("lacks", "report.goals.without", what=what, n=n))
    return told + [statement for goals in found for statement in _in_words(make, goals)]


def _in_words(make: Maker, goals: Any) -> list[Statement]:
    keys = (f"{goals_key(goals)}/{number}" for number in range(1, len(goals.goals) + 1))
    return [statement for goal, key in zip(goals.goals, keys, strict=True) for statement in _goal(make, goal, key)]


def _goal(make: Maker, goal: Any, key: str) -> list[Statement]:
    owner = any(goal.owner.tags)
    told = [
        make.say(f"{key}/status", "report.goal.status", status=goal.status.replace(" ", "_")),
        make.say(key, "report.goal.indicator", text=name(goal.indicator))
        if goal.indicator
        else _ask(make, key, "indicator"),
    ]
    if goal.start is not None and goal.latest is not None:
        told.append(
            make.say(key, "report.goal.went", start=_number(goal, key, "start"), latest=_number(goal, key, "latest"))
        )
    has_target = goal.target is not None
    told.append(
        make.say(key, "report.goal.target", target=_number(goal, key, "target"))
        if has_target
        else _ask(make, key, "target")
    )
    if goal.secured:
        told.append(make.say(key, "report.goal.kept"))
    told.append(make.say(key, "report.goal.owner", owner=text(goal.owner)) if owner else _ask(make, key, "owner"))
    return told


def _number(goal: Any, key: str, field: str) -> Argument:
    return figure(f"{key}/{field}", getattr(goal, field))


def _ask(make: Maker, key: str, what: str) -> Statement:
    return make.say(key, "report.goal.ask", what=what)
