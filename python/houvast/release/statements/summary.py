"""The summary: a few sentences, each made from what is released."""

from __future__ import annotations

from typing import Any, Final

from ..claims import Statement, text
from ..facts import apart, direction, total_key
from .answers import response_statement
from .making import Maker
from .network import in_short

__all__ = ["summary_statements"]

_MOST_NAMES: Final = 6  # a finding with more of them is named by its title
_MOST_CLAIMS: Final = 2


def summary_statements(make: Maker) -> list[Statement]:
    """Response, elements or network, every check that asks for attention, change, a question to begin with."""
    found = [*_response(make), *_spread(make)]
    if not make.facts.has_answers:
        found += in_short(make)
    for finding in make.facts.release.findings:
        if finding.status in ("attention", "missing"):
            found += _check(make, finding)
    return [*found, *_change(make), *_opening(make)]


def _check(make: Maker, finding: Any) -> list[Statement]:
    """What a check found, when that is short; else what it checks, and how that stands."""
    names = sum(len(value) for each in finding.claims for value in each.args.values() if isinstance(value, list))
    if len(finding.claims) <= _MOST_CLAIMS and names <= _MOST_NAMES:
        return make.repeat(finding.check, *finding.claims)
    title = text(finding.title)
    return [make.say(finding.check, "report.summary.check", title=title, status=finding.status)]


def _response(make: Maker) -> list[Statement]:
    for wave in reversed(make.facts.waves):
        for (of, _), total in make.facts.response_totals.items():
            if of == wave.id and total.shown:
                return [response_statement(make, total, "report.summary.response")]
    return []


def _spread(make: Maker) -> list[Statement]:
    for instrument in make.facts.instruments:
        wave = make.facts.waves_of(instrument)[-1]
        scores = [s for s in make.facts.items(instrument, wave, "element") if s.shown and s.top.value is not None]
        if len(scores) < 2:
            continue
        high, low = max(scores, key=lambda s: s.top.value), min(scores, key=lambda s: s.top.value)
        if high.top.value != low.top.value:
            return [_order(make, instrument, high, low)]
    return []


def _order(make: Maker, instrument: str, high: Any, low: Any) -> Statement:
    one, other = total_key(high), total_key(low)
    return make.say(
        one,
        "order.elements",
        high=make.words.element(instrument, high.id),
        low=make.words.element(instrument, low.id),
        high_share=make.top(high, one),
        low_share=make.top(low, other),
        high_n=make.n(high, one),
        low_n=make.n(low, other),
        margins="apart" if apart(high, low) else "touch",
    )


def _change(make: Maker) -> list[Statement]:
    for instrument in make.facts.instruments:
        both = make.facts.pairs(instrument, "element")
        if not both:
            continue
        before, after = both[0]
        waves = {"earlier": make.words.wave(before.wave), "wave": make.words.wave(after.wave)}
        clear = [pair for pair in both if apart(*pair)]
        if clear:
            before, after = max(clear, key=lambda pair: abs(pair[1].top.value - pair[0].top.value))
            told = {"item": make.words.element(instrument, after.id), **make.then_and_now(before, after)}
            return [make.say(total_key(after), "change.element.clear", **waves, **told)]
        if all(direction(*pair) == "cannot_tell" for pair in both):
            return []
        return [make.say("", "change.element.none", **waves)]
    return []


def _opening(make: Maker) -> list[Statement]:
    if not make.facts.release.agenda:
        return []
    score = make.facts.release.agenda[0].total
    question = make.words.question(score.instrument, score.id)
    return [make.say(total_key(score), "report.summary.opening", question=question)]
