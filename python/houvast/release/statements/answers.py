"""Who answered; what people answer to each element and question."""

from __future__ import annotations

from typing import Any

from ..claims import Argument, Statement, figure
from ..facts import element_key, reliability_key, response_key, total_key
from .change import changed
from .making import Maker, band, share

__all__ = ["element_statements", "response_statement", "response_statements"]


def response_statements(make: Maker) -> list[Statement]:
    """How many people answered, per wave and instrument; none when nothing of it may be shown."""
    if not any(response.shown for response in make.facts.release.responses):
        return []
    return [
        response_statement(make, total, "report.response.asked")
        if total.shown
        else make.say(response_key(total), "report.response.hidden", wave=make.words.wave(total.wave))
        for total in make.facts.response_totals.values()
    ]


def response_statement(make: Maker, total: Any, known: str) -> Statement:
    """How many people answered, beside how many were asked when that is known (then in the words of `known`)."""
    key = response_key(total)
    wave = make.words.wave(total.wave)
    if total.share is None:
        answered = band(total.respondents_band, f"{key}/answered")
        return make.say(key, "report.response.unasked", wave=wave, answered=answered)
    asked = band(total.asked_band, f"{key}/asked")
    return make.say(key, known, wave=wave, asked=asked, share=share(total.share, f"{key}/share"))


def element_statements(make: Maker) -> list[Statement]:
    """Every element and question of every instrument in its last wave; none when no answers may be shown."""
    if not make.facts.has_answers:
        return []
    found = []
    for instrument in make.facts.instruments:
        wave = make.facts.waves_of(instrument)[-1]
        for score in make.facts.items(instrument, wave, "element"):
            found += _element(make, score)
        found += _profiles(make, instrument, wave)
        for score in make.facts.items(instrument, wave, "question"):
            found += _question(make, score)
    return found


def _element(make: Maker, score: Any) -> list[Statement]:
    key = total_key(score)
    loose = make.facts.loose.get((score.wave, score.instrument, score.id))
    if loose is not None:
        alpha = figure(f"{reliability_key(loose)}/alpha", loose.alpha)
        return [make.say(key, "report.element.loose", alpha=alpha)]
    if not score.shown:
        return [make.say(key, "report.element.hidden")]
    found = [make.say(key, "report.element.share", n=make.n(score, key), share=make.top(score, key))]
    return found + _compared(make, score, key)


def _profiles(make: Maker, instrument: str, wave: str) -> list[Statement]:
    """Of what is asked to know which and not how good."""
    keys: dict[str, None] = {}
    for question in make.facts.items(instrument, wave, "question"):
        element = make.words.element_of(instrument, question.id)
        if (instrument, element) in make.facts.profiles:
            keys[element_key(question, element)] = None
    return [make.say(key, "report.element.profile") for key in keys]


def _compared(make: Maker, score: Any, key: str) -> list[Statement]:
    waves = make.facts.waves_of(score.instrument)
    before = make.facts.totals.get((waves[-2], score.instrument, "element", score.id)) if len(waves) > 1 else None
    if before is None or not before.shown:
        return []
    then: dict[str, Argument] = {"wave": make.words.wave(before.wave)}
    then |= {"share": make.top(before, total_key(before)), "n": make.n(before, total_key(before))}
    change = make.facts.change_of(score)
    told = [] if change is None else [make.say(key, "change.element.now", **changed(change))]
    return [make.say(key, "report.element.before", **then), *told]


def _question(make: Maker, score: Any) -> list[Statement]:
    key = total_key(score)
    if not score.shown:
        return [make.say(key, "report.question.hidden")]
    labels = make.words.top_labels(score.instrument, score.id)
    told = {"n": make.n(score, key), "share": make.top(score, key), "labels": labels}
    found = [make.say(key, "report.question.share", **told)]
    if score.dont_know is not None:
        found.append(make.say(key, "report.question.dont_know", share=share(score.dont_know, f"{key}/dont_know")))
    return found
