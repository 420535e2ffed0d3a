"""The cards for the conversation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..release.facts import total_key
from .answers import BinView, spread
from .charts import Svg
from .desk import Desk
from .rich import Name, Rich, joined

__all__ = ["AdviceView", "AgendaPart", "CardView", "agenda_part"]


@dataclass(frozen=True, slots=True)
class AdviceView:
    """One piece of advice with where the idea comes from."""

    text: Name
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
        [_advice(desk, advice) for advice in item.advice],
    )


def _advice(desk: Desk, advice: Any) -> AdviceView:
    document, section = Name(advice.source_document, "nl"), Name(advice.source_section, "nl")
    return AdviceView(
        desk.texts.name(advice.text), desk.texts.say("report.advice_source", document=document, section=section)
    )
