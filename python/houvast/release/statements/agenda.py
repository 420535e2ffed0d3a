"""Why a question is on the table, and who sees it differently."""

from __future__ import annotations

from typing import Any, Final

from ..claims import Statement
from ..facts import total_key
from .making import Maker, share

__all__ = ["agenda_statements"]

_WHY: Final = {
    "lowest": "order.question.lowest",
    "between": "difference.question",
    "divided": "report.question.divided",
    "unknown": "order.question.unknown",
}


def agenda_statements(make: Maker) -> list[Statement]:
    """What stands on each card."""
    return [statement for item in make.facts.release.agenda for statement in _card(make, item)]


def _card(make: Maker, item: Any) -> list[Statement]:
    score, key = item.total, total_key(item.total)
    told = {"n": make.n(score, key), "labels": make.words.top_labels(score.instrument, score.id)}
    unknown = item.reason == "unknown"
    told["share"] = share(score.dont_know, f"{key}/dont_know") if unknown else make.top(score, key)
    return [
        make.say(key, _WHY[item.reason], **told),
        *_who(make, key, item.lowest_group, item.highest_group),
        *make.repeat(f"{key}/opening", item.opening),
    ]


def _who(make: Maker, key: str, lowest: Any, highest: Any) -> list[Statement]:
    if lowest is None or highest is None or not (lowest.shown and highest.shown) or _same(lowest.top, highest.top):
        return []
    return [make.say(key, "difference.question.groups", **make.sides(lowest, highest))]


def _same(one: Any, other: Any) -> bool:
    """Whether two shares read the same."""
    return bool(_read(one) == _read(other))


def _read(share: Any) -> tuple[int, int]:
    low, high = (share.low, share.high) if share.value is None else (share.value, share.value)
    return round(low * 100), round(high * 100)
