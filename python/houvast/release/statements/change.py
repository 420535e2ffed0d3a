"""What changed between the last two waves."""

from __future__ import annotations

from typing import Any

from ..claims import Argument, Statement, claim
from ..facts import direction, response_key, total_key
from .making import Maker, band, share

__all__ = ["change_statements", "changed", "question_change"]


def change_statements(make: Maker) -> list[Statement]:
    """The last two waves side by side; none when there is only one, or nothing in both."""
    waves = [wave.id for wave in make.facts.waves][-2:]
    if len(waves) < 2:
        return []
    asked = [of for of in make.facts.instruments if make.facts.waves_of(of)[-2:] == waves]
    response = [statement for instrument in asked for statement in _response(make, instrument, waves)]
    elements = [pair for instrument in asked for pair in make.facts.pairs(instrument, "element")]
    questions = [pair for instrument in asked for pair in make.facts.pairs(instrument, "question")]
    found = [*response, *(_direction(make, after) for _, after in elements)]
    if questions:
        whole = [statement for of in asked for statement in _instrument(make, of, waves)]
        told = [*whole, *(question_change(make, *pair) for pair in questions if make.facts.change_of(pair[1]))]
        found += told or [make.say("questions", "uncertain.change.questions")]
    return found + _networks(make, waves)


def changed(change: Any) -> dict[str, Argument]:
    """Which way it went, and of whom."""
    return {"direction": direction(change), "paired": "yes" if change.paired else "no"}


def _direction(make: Maker, after: Any) -> Statement:
    change = make.facts.change_of(after)
    if change is None:
        return make.say(total_key(after), "uncertain.change")
    return make.say(total_key(after), "change.direction", direction=direction(change))


def _instrument(make: Maker, instrument: str, waves: list[str]) -> list[Statement]:
    change = make.facts.changes.get((waves[-1], instrument, "instrument", instrument))
    if change is None:
        return []
    return [make.say("questions", "change.instrument", earlier=make.words.wave(change.from_wave), **changed(change))]


def question_change(make: Maker, before: Any, after: Any) -> Statement:
    """What became of a question that changed."""
    question = claim("report.quoted", text=make.words.question(after.instrument, after.id))
    told = changed(make.facts.change_of(after))
    return make.say("questions", "change.question", question=question, **told, **make.then_and_now(before, after))


def _response(make: Maker, instrument: str, waves: list[str]) -> list[Statement]:
    before, after = (make.facts.response_totals.get((wave, instrument)) for wave in waves)
    if before is None or after is None or not (before.shown and after.shown):
        return []
    one, other = response_key(before), response_key(after)
    told: dict[str, Argument] = {"earlier": make.words.wave(waves[0]), "wave": make.words.wave(waves[1])}
    if before.share is None or after.share is None:
        told["before_n"] = band(before.respondents_band, f"{one}/answered")
        told["after_n"] = band(after.respondents_band, f"{other}/answered")
        return [make.say("response", "report.response.waves_unasked", **told)]
    told |= {"before": share(before.share, f"{one}/share"), "after": share(after.share, f"{other}/share")}
    told["before_n"] = band(before.asked_band, f"{one}/asked")
    told["after_n"] = band(after.asked_band, f"{other}/asked")
    return [make.say("response", "report.response.waves", **told)]


def _networks(make: Maker, waves: list[str]) -> list[Statement]:
    both = [[found[wave] for wave in waves if wave in found] for found in make.facts.networks.values()]
    shown = [pair for pair in both if len(pair) == 2 and all(network.shown for network in pair)]
    return [make.say("networks", "report.change_network_words")] if shown else []
