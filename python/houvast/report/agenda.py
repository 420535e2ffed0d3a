"""The cards for the conversation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .. import _core
from ..release.facts import total_key
from ..results.elsewhere import practices
from .answers import BinView, spread
from .charts import Svg
from .desk import Desk
from .rich import Name, Rich, joined

__all__ = ["AdviceView", "AgendaPart", "CardView", "agenda_part"]

_PRACTICES = 2  # practices elsewhere on a card


@dataclass(frozen=True, slots=True)
class AdviceView:
    """A piece of advice, or a practice elsewhere, with where it comes from."""

    text: Name | Rich
    source: Rich


@dataclass(frozen=True, slots=True)
class CardView:
    """One card to cut out."""

    number: int
    question: Name
    original: Name | None
    element: Name
    why: Rich
    spread: Svg | None
    bins: list[BinView]
    who: Rich
    opening: Rich
    advice: list[AdviceView]
    elsewhere: list[AdviceView]


@dataclass(frozen=True, slots=True)
class AgendaPart:
    """The cards."""

    cards: list[CardView]


def agenda_part(desk: Desk) -> AgendaPart | None:
    """One card per question of the agenda; nothing when there are none."""
    cards = [_card(desk, item, number) for number, item in enumerate(desk.release.agenda, start=1)]
    return AgendaPart(cards) if cards else None


def _card(desk: Desk, item: Any, number: int) -> CardView:
    score, words = item.total, desk.words
    key = total_key(score)
    picture, bins = spread(desk, score, words.scale(score.instrument, score.id), key)
    why, *who = desk.sentences("agenda", key)
    return CardView(
        number,
        words.question_text(score.instrument, score.id),
        words.question_original(score.instrument, score.id),
        words.element_title(score.instrument, item.element),
        why,
        picture,
        bins,
        joined(who),
        desk.sentence("agenda", f"{key}/opening"),
        [AdviceView(desk.texts.name(advice.text), _source(desk, advice)) for advice in item.advice],
        [_elsewhere(desk, case) for case in practices(score.id)[:_PRACTICES]],
    )


def _elsewhere(desk: Desk, case: _core.PracticeCase) -> AdviceView:
    told = desk.texts.say("report.agenda_practice", place=Name(case.place, "nl"), text=desk.texts.name(case.text))
    return AdviceView(told, _source(desk, case))


def _source(desk: Desk, told: Any) -> Rich:
    document, section = Name(told.source_document, "nl"), Name(told.source_section, "nl")
    return desk.texts.say("report.advice_source", document=document, section=section)
