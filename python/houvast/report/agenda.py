"""The cards for the conversation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .answers import BinView, spread
from .charts import Svg
from .desk import Desk, group_key, total_key
from .rich import Name, Rich

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
    opening: Name
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
    score, texts, words = item.total, desk.texts, desk.words
    key = total_key(score)
    told, scale = desk.told(score, key), words.scale(score.instrument, score.id)
    share: Rich = Rich([told.share])
    if item.reason == "unknown":
        share = texts.share(score.dont_know, f"{key}/dont_know")
    labels = desk.top_labels(scale) or Rich([texts("high_means_plain")])
    why = texts.say(f"why_{item.reason}", share=share, n=Rich([told.n]), labels=labels)
    picture, bins = spread(desk, score, scale, key)
    return CardView(
        number,
        words.question_text(score.instrument, score.id),
        words.question_original(score.instrument, score.id),
        words.element_title(score.instrument, item.element),
        why,
        picture,
        bins,
        _who(desk, item.lowest_group, item.highest_group),
        texts.name(item.opening),
        [_advice(desk, advice) for advice in item.advice],
    )


def _who(desk: Desk, lowest: Any, highest: Any) -> Rich:
    if lowest is None or highest is None or not (lowest.shown and highest.shown):
        return Rich()
    low, high = desk.told(lowest, group_key(lowest)), desk.told(highest, group_key(highest))
    if str(low.share) == str(high.share):
        return Rich()
    groups = {"low_group": desk.words.group_title(lowest.group), "high_group": desk.words.group_title(highest.group)}
    return desk.texts.say("agenda_groups", low=low.share, low_n=low.n, high=high.share, high_n=high.n, **groups)


def _advice(desk: Desk, advice: Any) -> AdviceView:
    document, section = Name(advice.source_document, "nl"), Name(advice.source_section, "nl")
    return AdviceView(desk.texts.name(advice.text), desk.texts.say("advice_source", document=document, section=section))
