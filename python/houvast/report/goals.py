"""What became of goals and agreements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from ..release.facts import goals_key
from .desk import Desk
from .rich import Name, Rich

__all__ = ["GoalRow", "GoalView", "GoalsPart", "goals_part"]

_COUNTS: Final = ("total", "reached", "secured", "on_the_way", "not_yet", "away", "unknown")


@dataclass(frozen=True, slots=True)
class GoalView:
    """One goal or agreement in its own words."""

    title: Name
    kind: str
    status: Rich
    lines: list[Rich]


@dataclass(frozen=True, slots=True)
class GoalRow:
    """The goals and agreements of one element: counted, and in words when the release has these."""

    title: Name
    counts: list[Rich]
    goals: list[GoalView]


@dataclass(frozen=True, slots=True)
class GoalsPart:
    """What became of goals and agreements."""

    sentences: list[Rich]
    asks: list[Rich]
    caption: Rich
    columns: list[str]
    rows: list[GoalRow]

    @property
    def in_words(self) -> bool:
        """Whether the goals themselves may be read."""
        return any(row.goals for row in self.rows)


def goals_part(desk: Desk) -> GoalsPart | None:
    """Goals and agreements by element, as they stood in the last wave; nothing when there are none."""
    found = desk.release.goals
    if not found:
        return None
    return GoalsPart(
        desk.sentences("goals"),
        desk.sentences("goals", "lacks"),
        desk.texts.say("report.goals_caption", wave=desk.wave(found[0].wave)),
        [desk.texts(f"report.goals.column.{name}") for name in _COUNTS],
        [_row(desk, goals) for goals in found],
    )


def _row(desk: Desk, goals: Any) -> GoalRow:
    texts, key = desk.texts, goals_key(goals)
    instrument = desk.words.instrument_of(goals.element)
    title = (
        desk.words.element_title(instrument, goals.element) if goals.element else Name(texts("report.goals_no_element"))
    )
    counts = [Rich([texts.count(getattr(goals, name), f"{key}/{name}")]) for name in _COUNTS]
    views = [_goal(desk, goal, f"{key}/{number}") for number, goal in enumerate(goals.goals, start=1)]
    return GoalRow(title, counts, views)


def _goal(desk: Desk, goal: Any, key: str) -> GoalView:
    kind, status = desk.texts("report.goal.kind", kind=goal.kind), desk.sentence("goals", f"{key}/status")
    return GoalView(Name(goal.title), kind, status, desk.sentences("goals", key))
