"""The summary: a few sentences, each made from what is released."""

from __future__ import annotations

from typing import Any, Final

from ..claims import Argument, Statement, claim
from ..facts import total_key
from .answers import response_statement
from .change import changed, question_change
from .groups import difference_statements
from .making import Maker, count
from .network import in_short

__all__ = ["summary_statements"]

_MOST: Final = 2  # differences and changes
_MOST_NAMES: Final = 3
_ANSWERS: Final = ("ok", "attention", "missing")
# What a check found, said with fewer of its words, because the names are many.
_POINTS: Final = {
    "coverage.C10.cut_off": ("report.point.cut_off", ("name",)),
    "coverage.C12.out_of_reach": ("report.point.out_of_reach", ("expertise",)),
    "coverage.C12.something_out_of_reach": ("report.point.something_out_of_reach", ()),
}
# What tells that something is not told.
_NO_POINTS: Final = (
    "coverage.withheld",
    "coverage.too_few_people",
    "coverage.answers_not_shown",
    "coverage.C17.not_told",
)


def summary_statements(make: Maker) -> list[Statement]:
    """What fits on one page: response, elements, groups, change, network, and every check that asks for attention."""
    found = [*_response(make), *_order(make), *_difference(make), *_change(make), *in_short(make)]
    findings = sorted(make.facts.release.findings, key=lambda finding: finding.status != "missing")
    points = [_point(make, finding) for finding in findings if finding.status in ("missing", "attention")]
    return [*found, *_in_order(make), *points]


def _in_order(make: Maker) -> list[Statement]:
    """How many of the checks that came to an answer are in order."""
    answered = [finding.status for finding in make.facts.release.findings if finding.status in _ANSWERS]
    if not answered:
        return []
    ok, total = answered.count("ok"), count(len(answered), "findings/answered")
    return [make.say("checks", "report.summary.checks", ok=count(ok, "findings/ok"), total=total)]


def _point(make: Maker, finding: Any) -> Statement:
    """The first thing that a check found, when that is short; else what is wrong, without names."""
    first = next((each for each in finding.claims if each.claim not in _NO_POINTS), None)
    if first is None:
        return make.say(finding.check, "report.point.sentence", point=claim("report.point", check=finding.check))
    if first.claim in _POINTS:
        id, kept = _POINTS[first.claim]
        return make.say(finding.check, id, **{gap: first.args[gap] for gap in kept})
    if sum(len(value) for value in first.args.values() if isinstance(value, list)) <= _MOST_NAMES:
        return make.repeat(finding.check, first)[0]
    return make.say(finding.check, "report.point.sentence", point=claim("report.point", check=finding.check))


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
    """The first differences between groups, those on questions before those on elements; that there is none, if so."""
    for instrument in make.facts.instruments:
        wave = make.facts.waves_of(instrument)[-1]
        found = difference_statements(make, instrument, wave)
        if found:
            return sorted(found, key=lambda told: told.id != "difference.groups")[:_MOST]
        if make.facts.comparable(instrument, wave):
            return [make.say("", "uncertain.difference.none")]
    return []


def _change(make: Maker) -> list[Statement]:
    """The elements that changed most, then the questions; that nothing is seen to change, if so."""
    for instrument in make.facts.instruments:
        both, questions = (make.facts.pairs(instrument, kind) for kind in ("element", "question"))
        if not (both or questions):
            continue
        before, after = (both or questions)[0]
        waves = {"earlier": make.words.wave(before.wave), "wave": make.words.wave(after.wave)}
        told = [_element_change(make, *pair, waves) for pair in _clear(make, both)]
        told += [question_change(make, *pair) for pair in _clear(make, questions)]
        if not both:
            return told[:_MOST] or [make.say("", "uncertain.change.questions")]
        return told[:_MOST] or [make.say("", "uncertain.change.elements", **waves)]
    return []


def _clear(make: Maker, both: list[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    """The scores of which a change may be said, those that moved furthest first."""
    clear = [pair for pair in both if make.facts.change_of(pair[1])]
    return sorted(clear, key=lambda pair: -abs(middle(pair[1].top) - middle(pair[0].top)))


def _element_change(make: Maker, before: Any, after: Any, waves: dict[str, Argument]) -> Statement:
    told = {"item": make.words.element(after.instrument, after.id), **make.then_and_now(before, after)}
    return make.say(total_key(after), "change.element.clear", **waves, **told, **changed(make.facts.change_of(after)))
