"""What changed between the last two measurements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..release.facts import network_key, total_key
from .charts import Svg
from .desk import Desk, Told
from .rich import Name, Rich

__all__ = ["ChangePart", "ChangeRow", "Density", "DensityRow", "change_part"]


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One element in two waves."""

    title: Name
    before: Told
    after: Told
    chart: Svg | None
    word: Rich


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
    people: Rich
    rows: list[ChangeRow]
    questions: list[Rich]
    some_questions: bool
    networks: list[Rich]
    relations: list[DensityRow]


def change_part(desk: Desk) -> ChangePart | None:
    """The last two waves; nothing when there is only one, or nothing in both."""
    if desk.missing("change"):
        return None
    previous, wave = (desk.facts.waves[at].id for at in (-2, -1))
    pairs = [pair for instrument in desk.facts.instruments for pair in desk.facts.pairs(instrument, "element")]
    both = [pair for pair in pairs if (pair[0].wave, pair[1].wave) == (previous, wave)]
    band, people = desk.usual_people((score for pair in both for score in pair), total_key)
    rows = [_change_row(desk, band, *pair) for pair in both]
    relations = [row for found in desk.facts.networks.values() for row in _density_row(desk, found, previous, wave)]
    return ChangePart(
        desk.wave(previous),
        desk.wave(wave),
        desk.sentences("change", "response"),
        people,
        rows,
        desk.sentences("change", "questions"),
        any(claim.id != "uncertain.change.questions" for claim in desk.statements("change", "questions")),
        desk.sentences("change", "networks"),
        relations,
    )


def _change_row(desk: Desk, band: str, before: Any, after: Any) -> ChangeRow:
    one, other = desk.told(before, total_key(before), band), desk.told(after, total_key(after), band)
    title = desk.words.element_title(after.instrument, after.id)
    return ChangeRow(title, one, other, desk.share_chart(after, before), desk.sentence("change", total_key(after)))


def _density_row(desk: Desk, found: dict[str, Any], previous: str, wave: str) -> list[DensityRow]:
    if previous not in found or wave not in found or not (found[previous].shown and found[wave].shown):
        return []
    before, after = (_density(desk, found[at]) for at in (previous, wave))
    return [DensityRow(desk.texts.name(found[wave].title), before, after)]


def _density(desk: Desk, network: Any) -> Density:
    key = network_key(network)
    return Density(desk.texts.share(network.density, f"{key}/density"), _reporters(desk, network, key))


def _reporters(desk: Desk, network: Any, key: str) -> Rich:
    """How many parties told about their ties: a number, or a share of those who were asked."""
    if network.reported_band:
        reported = desk.texts.band(network.reported_band, f"{key}/reported_band")
        return desk.texts.say("report.change_parties", reported=reported)
    return desk.texts.say(
        "report.change_told", reported=desk.texts.share(network.response_share, f"{key}/response_share")
    )
