"""What became of goals and agreements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from .desk import Desk
from .rich import Figure, Name, Rich, listed

__all__ = ["GoalRow", "GoalView", "GoalsPart", "goals_key", "goals_part"]

_COUNTS: Final = ("total", "reached", "secured", "on_the_way", "not_yet", "away", "unknown")
_STATUSES: Final = ("reached", "on_the_way", "not_yet", "away", "unknown")
_ASKS: Final = ("without_owner", "without_indicator", "without_target")


@dataclass(frozen=True, slots=True)
class GoalView:
    """One goal or agreement in its own words."""

    title: Name
    kind: str
    status: str
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


def goals_key(goals: Any) -> str:
    """Which figures belong to the goals of one element."""
    return f"goals/{goals.wave}/{goals.element}"


def goals_part(desk: Desk) -> GoalsPart | None:
    """Goals and agreements by element, as they stood in the last wave; nothing when there are none."""
    found = desk.release.goals
    if not found:
        return None
    texts, wave = desk.texts, desk.wave(found[0].wave)
    sums = {name: sum(getattr(goals, name) for goals in found) for name in (*_COUNTS, *_ASKS)}
    all_of = {name: texts.count(number, f"goals-sum/{found[0].wave}/{name}") for name, number in sums.items()}
    counts = {name: all_of[name] for name in _COUNTS}
    sentences = [
        texts.say("goals_one" if sums["total"] == 1 else "goals_many", **counts),
        texts.say("goals_status", wave=wave, statuses=listed(_statuses(desk, sums, all_of), texts("and"))),
    ]
    if sums["reached"]:
        sentences.append(texts.say("goals_secured", secured=all_of["secured"]))
    return GoalsPart(
        sentences,
        [texts.say(f"goals_{name}", n=all_of[name]) for name in _ASKS if sums[name]],
        texts.say("goals_caption", wave=wave),
        [texts(f"goals_column_{name}") for name in _COUNTS],
        [_row(desk, goals) for goals in found],
    )


def _statuses(desk: Desk, sums: dict[str, int], all_of: dict[str, Figure]) -> list[Rich]:
    return [Rich([all_of[name], f" {desk.texts(f'goal_{name}')}"]) for name in _STATUSES if sums[name]]


def _row(desk: Desk, goals: Any) -> GoalRow:
    texts, key = desk.texts, goals_key(goals)
    instrument = desk.words.instrument_of(goals.element)
    title = desk.words.element_title(instrument, goals.element) if goals.element else Name(texts("goals_no_element"))
    counts = [Rich([texts.count(getattr(goals, name), f"{key}/{name}")]) for name in _COUNTS]
    views = [_goal(desk, goal, f"{key}/{number}") for number, goal in enumerate(goals.goals, start=1)]
    return GoalRow(title, counts, views)


def _goal(desk: Desk, goal: Any, key: str) -> GoalView:
    texts = desk.texts
    number = {
        name: Rich([texts.number(getattr(goal, name), f"{key}/{name}")])
        for name in ("start", "latest", "target")
        if getattr(goal, name) is not None
    }
    lines = [texts.say("goal_indicator", text=Name(goal.indicator)) if goal.indicator else _ask(desk, "indicator")]
    if "latest" in number:
        lines.append(texts.say("goal_went", start=number["start"], latest=number["latest"]))
    lines.append(texts.say("goal_target", target=number["target"]) if "target" in number else _ask(desk, "target"))
    if goal.secured:
        lines.append(texts.say("goal_kept"))
    owner = texts.name(goal.owner)
    lines.append(texts.say("goal_owner", owner=owner) if owner.text else _ask(desk, "owner"))
    status = texts(f"goal_{goal.status.replace(' ', '_')}")
    return GoalView(Name(goal.title), texts(f"goal_kind_{goal.kind}"), status, lines)


def _ask(desk: Desk, what: str) -> Rich:
    return desk.texts.say(f"goal_no_{what}")
