"""The edition in plain words for parents and young people, and the one for the privacy officer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from .desk import Desk
from .rich import Name, Rich

__all__ = ["HiddenRow", "OfficerPart", "PlainPart", "officer_part", "plain_part"]

_TOPICS: Final = ("asked", "elements", "groups", "change", "points")
_QUESTIONS: Final = 3


@dataclass(frozen=True, slots=True)
class PlainPart:
    """What is told in plain words, by topic, and the questions to talk about."""

    topics: list[tuple[str, list[Rich]]]
    questions: list[Name]


def plain_part(desk: Desk) -> PlainPart:
    """Only the topics of which there is something to tell."""
    told = [(desk.texts(f"report.plain.topic.{topic}"), desk.sentences("plain", topic)) for topic in _TOPICS]
    agenda = [item.total for item in desk.release.agenda[:_QUESTIONS]]
    questions = [desk.words.question_text(score.instrument, score.id) for score in agenda]
    return PlainPart([(title, sentences) for title, sentences in told if sentences], questions)


@dataclass(frozen=True, slots=True)
class HiddenRow:
    """One group: how many of its outcomes are shown, and how many are not."""

    group: Name
    shown: Rich
    hidden: Rich


@dataclass(frozen=True, slots=True)
class OfficerPart:
    """What leaves, group by group."""

    by: str
    sentences: list[Rich]
    rows: list[HiddenRow]


def officer_part(desk: Desk) -> OfficerPart:
    """Counted over elements and questions of every round."""
    groups = list(dict.fromkeys(score.group for score in desk.release.groups))
    return OfficerPart(desk.by, desk.sentences("officer"), [_row(desk, group) for group in groups])


def _row(desk: Desk, group: str) -> HiddenRow:
    of = [score.shown for score in desk.release.groups if score.group == group]
    shown, hidden = (
        Rich([desk.texts.count(number, f"scores/{group}/{name}")])
        for number, name in ((sum(of), "shown"), (len(of) - sum(of), "hidden"))
    )
    return HiddenRow(desk.words.group_title(group), shown, hidden)
