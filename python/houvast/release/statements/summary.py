"""The summary: a few sentences, each made from what is released."""

from __future__ import annotations

from typing import Any, Final

from ..claims import Statement, text
from ..facts import total_key
from .answers import response_statement
from .change import changed, question_change
from .groups import difference_statements
from .making import Maker
from .network import in_short

__all__ = ["summary_statements"]

_MOST_NAMES: Final = 6  # a finding with more of them is named by its title
_MOST_CLAIMS: Final = 2


def summary_statements(make: Maker) -> list[Statement]:
    """Response, order or network, groups, every check that asks for attention, change, a question to begin with."""
    found = [*_response(make), *_order(make), *_difference(make)]
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


def _order(make: Maker) -> list[Statement]:
    """The elements that stand above or below all others, else those above or below the average; at most two."""
    for instrument in make.facts.instruments:
        wave = make.facts.waves_of(instrument)[-1]
        scores = [score for score in make.facts.items(instrument, wave, "element") if score.shown]
        if len(scores) < 2:
            continue
        told = [score for score in scores if make.facts.order_of(score)]
        if not told:
            return [make.say("", "uncertain.order.elements")]
        ends = [found for high in (True, False) if (found := _end(make, told, high)) is not None]
        return [_element(make, score) for score in ends]
    return []


def _end(make: Maker, told: list[Any], high: bool) -> Any:
    """The most extreme of the elements that stand on one side; None when there is none."""
    side = [score for score in told if make.facts.order_of(score).high == high]
    furthest = [score for score in side if make.facts.order_of(score).extreme] or side
    return next(iter(sorted(furthest, key=lambda score: middle(score.top), reverse=high)), None)


def middle(share: Any) -> float:
    """The middle of a released share."""
    return float(share.low + share.high) / 2


def _element(make: Maker, score: Any) -> Statement:
    order, key = make.facts.order_of(score), total_key(score)
    return make.say(
        key,
        "order.element",
        element=make.words.element(score.instrument, score.id),
        high="yes" if order.high else "no",
        every="yes" if order.extreme else "no",
        share=make.top(score, key),
        n=make.n(score, key),
    )


def _difference(make: Maker) -> list[Statement]:
    """The widest difference between groups on a question, else the first that may be said."""
    for instrument in make.facts.instruments:
        found = difference_statements(make, instrument, make.facts.waves_of(instrument)[-1])
        if found:
            return [next((told for told in found if told.id == "difference.groups"), found[0])]
    return []


def _change(make: Maker) -> list[Statement]:
    for instrument in make.facts.instruments:
        both = make.facts.pairs(instrument, "element")
        if not both:
            continue
        before, after = both[0]
        waves = {"earlier": make.words.wave(before.wave), "wave": make.words.wave(after.wave)}
        clear = [pair for pair in both if make.facts.change_of(pair[1])]
        if not clear:
            return _questions(make, instrument) or [make.say("", "uncertain.change.elements", **waves)]
        before, after = max(clear, key=lambda pair: abs(middle(pair[1].top) - middle(pair[0].top)))
        told = {"item": make.words.element(instrument, after.id), **make.then_and_now(before, after)}
        told |= changed(make.facts.change_of(after))
        return [make.say(total_key(after), "change.element.clear", **waves, **told)]
    return []


def _questions(make: Maker, instrument: str) -> list[Statement]:
    """The question that changed most."""
    clear = [pair for pair in make.facts.pairs(instrument, "question") if make.facts.change_of(pair[1])]
    if not clear:
        return []
    before, after = max(clear, key=lambda pair: abs(middle(pair[1].top) - middle(pair[0].top)))
    return [question_change(make, before, after)]


def _opening(make: Maker) -> list[Statement]:
    if not make.facts.release.agenda:
        return []
    score = make.facts.release.agenda[0].total
    question = make.words.question(score.instrument, score.id)
    return [make.say(total_key(score), "report.summary.opening", question=question)]
