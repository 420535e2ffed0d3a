"""What changed between the last two measurements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .charts import Svg
from .desk import Desk, Told, total_key
from .facts import apart
from .rich import Name, Rich
from .whole import network_key

__all__ = ["ChangePart", "ChangeRow", "Density", "DensityRow", "change_part", "pairs"]


def pairs(desk: Desk, instrument: str, kind: str) -> list[tuple[Any, Any]]:
    """The scores of the last two waves of an instrument, where both are shown."""
    waves = desk.facts.waves_of(instrument)
    if len(waves) < 2:
        return []
    both = []
    for after in desk.facts.items(instrument, waves[-1], kind):
        before = desk.facts.totals.get((waves[-2], instrument, kind, after.id))
        if before is not None and before.shown and after.shown:
            both.append((before, after))
    return both


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One element in two waves."""

    title: Name
    before: Told
    after: Told
    chart: Svg | None
    word: str


@dataclass(frozen=True, slots=True)
class Density:
    """A density with the number of parties behind it."""

    value: Rich
    parties: Rich


@dataclass(frozen=True, slots=True)
class DensityRow:
    """One relation's density in two waves."""

    title: Name
    before: Density
    after: Density


@dataclass(frozen=True, slots=True)
class ChangePart:
    """The last two waves side by side."""

    previous: Name
    wave: Name
    response: list[Rich]
    rows: list[ChangeRow]
    questions: list[Rich]
    relations: list[DensityRow]


def change_part(desk: Desk) -> ChangePart | None:
    """The last two waves; nothing when there is only one, or nothing in both."""
    if len(desk.facts.waves) < 2:
        return None
    previous, wave = (desk.facts.waves[at].id for at in (-2, -1))
    rows: list[ChangeRow] = []
    questions: list[Rich] = []
    response: list[Rich] = []
    for instrument in desk.facts.instruments:
        if desk.facts.waves_of(instrument)[-2:] != [previous, wave]:
            continue
        response += _response_change(desk, instrument, previous, wave)
        rows += [_change_row(desk, *pair) for pair in pairs(desk, instrument, "element")]
        questions += [_change_question(desk, *pair) for pair in pairs(desk, instrument, "question") if apart(*pair)]
    relations = [row for found in desk.facts.networks.values() for row in _density_row(desk, found, previous, wave)]
    if not rows and not relations and not response:
        return None
    return ChangePart(desk.wave(previous), desk.wave(wave), response, rows, questions, relations)


def _change_row(desk: Desk, before: Any, after: Any) -> ChangeRow:
    one, other = desk.told(before, total_key(before)), desk.told(after, total_key(after))
    title = desk.words.element_title(after.instrument, after.id)
    chart = desk.share_chart(after, other, str(title), before, one)
    return ChangeRow(title, one, other, chart, desk.texts(desk.direction(before, after)))


def _change_question(desk: Desk, before: Any, after: Any) -> Rich:
    one, other = desk.told(before, total_key(before)), desk.told(after, total_key(after))
    question = desk.texts.say("quoted", text=desk.words.question_text(after.instrument, after.id))
    told = {"before": one.share, "before_n": one.n, "after": other.share, "after_n": other.n}
    return desk.texts.say("change_question", question=question, **told)


def _response_change(desk: Desk, instrument: str, previous: str, wave: str) -> list[Rich]:
    texts = desk.texts
    before, after = (desk.facts.response_totals.get((at, instrument)) for at in (previous, wave))
    if before is None or after is None or not (before.shown and after.shown):
        return []
    one, other = f"response/{previous}/{instrument}", f"response/{wave}/{instrument}"
    if before.share is None or after.share is None:
        return [
            texts.say(
                "change_unasked",
                earlier=desk.wave(previous),
                wave=desk.wave(wave),
                before_n=texts.band(before.respondents_band, f"{one}/answered"),
                after_n=texts.band(after.respondents_band, f"{other}/answered"),
            )
        ]
    return [
        texts.say(
            "change_response",
            earlier=desk.wave(previous),
            wave=desk.wave(wave),
            before=texts.percent(before.share, f"{one}/share"),
            before_n=texts.band(before.asked_band, f"{one}/asked"),
            after=texts.percent(after.share, f"{other}/share"),
            after_n=texts.band(after.asked_band, f"{other}/asked"),
        )
    ]


def _density_row(desk: Desk, found: dict[str, Any], previous: str, wave: str) -> list[DensityRow]:
    if previous not in found or wave not in found or not (found[previous].shown and found[wave].shown):
        return []
    before, after = (_density(desk, found[at]) for at in (previous, wave))
    return [DensityRow(desk.texts.name(found[wave].title), before, after)]


def _density(desk: Desk, network: Any) -> Density:
    key = network_key(network)
    parties = desk.texts.say("change_parties", reported=desk.texts.count(network.reported, f"{key}/reported"))
    return Density(Rich([desk.texts.decimal(network.density, f"{key}/density")]), parties)
