"""Why a question is on the table, and who sees it differently."""

from __future__ import annotations

from typing import Any, Final

from ..claims import Statement
from ..facts import total_key
from .change import changed
from .making import Maker, share

__all__ = ["agenda_statements"]

_WHY: Final = {
    "lowest": "order.question.lowest",
    "divided": "report.question.divided",
    "unknown": "report.question.unknown",
    "changed": "change.question.here",
}


def agenda_statements(make: Maker) -> list[Statement]:
    """What stands on each card."""
    return [statement for item in make.facts.release.agenda for statement in _card(make, item)]


def _card(make: Maker, item: Any) -> list[Statement]:
    score, key = item.total, total_key(item.total)
    told = {"n": make.n(score, key), "labels": make.words.top_labels(score.instrument, score.id)}
    told["share"] = make.top(score, key)
    if item.reason == "unknown":
        told["share"] = share(score.dont_know, f"{key}/dont_know")
    elif item.reason == "lowest":
        told["every"] = "yes" if make.facts.order_of(score).extreme else "no"
    elif item.reason == "changed":
        told |= changed(make.facts.change_of(score))
    return [
        make.say(key, _why(make, item), **told),
        *_who(make, key, item.lowest_group, item.highest_group),
        *make.repeat(f"{key}/opening", item.opening),
    ]


def _why(make: Maker, item: Any) -> str:
    if item.reason != "between":
        return _WHY[item.reason]
    here = make.facts.differences(item.total.instrument, item.total.wave, "question")
    if any(difference.id == item.question for difference in here):
        return "difference.question"
    return "difference.question.element"


def _who(make: Maker, key: str, lowest: Any, highest: Any) -> list[Statement]:
    if lowest is None or highest is None or not (lowest.shown and highest.shown):
        return []
    return [make.say(key, "report.question.groups", **make.sides(lowest, highest))]
