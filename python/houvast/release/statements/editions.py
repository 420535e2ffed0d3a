"""What only one edition of the report says: plain words for parents and young people, and what is hidden."""

from __future__ import annotations

from ..claims import Statement, claim
from ..facts import direction
from .groups import widest
from .making import Maker, band, count, share

__all__ = ["officer_statements", "plain_statements"]


def plain_statements(make: Maker) -> list[Statement]:
    """Who answered, what stands out, who sees it differently, what changed, and what is missing."""
    found = _asked(make)
    for instrument in make.facts.instruments[:1]:
        found += [*_elements(make, instrument), *_groups(make, instrument), *_changes(make, instrument)]
    asking = [finding for finding in make.facts.release.findings if finding.status in ("missing", "attention")]
    return found + [make.say("points", "report.plain.point", check=finding.check) for finding in asking]


def _asked(make: Maker) -> list[Statement]:
    shown = [total for total in make.facts.response_totals.values() if total.shown and total.share is not None]
    if not shown:
        return []
    last, key = shown[-1], f"response/{shown[-1].wave}/{shown[-1].instrument}"
    asked, answered = band(last.asked_band, f"{key}/asked"), share(last.share, f"{key}/share")
    return [make.say("asked", "report.plain.asked", asked=asked, share=answered)]


def _elements(make: Maker, instrument: str) -> list[Statement]:
    scores = make.facts.items(instrument, make.facts.waves_of(instrument)[-1], "element")
    told = [(score, order) for score in scores if (order := make.facts.order_of(score)) is not None]
    return [
        make.say(
            "elements",
            "order.plain",
            element=make.words.element(instrument, score.id),
            high="yes" if order.high else "no",
            every="yes" if order.extreme else "no",
        )
        for score, order in told
    ]


def _groups(make: Maker, instrument: str) -> list[Statement]:
    wave = make.facts.waves_of(instrument)[-1]
    if not make.facts.comparable(instrument, wave):
        return []
    found = [
        make.say(
            "groups",
            "difference.plain",
            question=claim("report.quoted", text=make.words.question(instrument, low.id)),
            lower=make.words.group(low.group),
            higher=make.words.group(high.group, inside=True),
        )
        for low, high in widest(make, instrument, wave, "question")
    ]
    return found or [make.say("groups", "uncertain.plain.groups")]


def _changes(make: Maker, instrument: str) -> list[Statement]:
    both = make.facts.pairs(instrument, "element")
    if not both:
        return []
    changed = [(after, make.facts.change_of(after)) for _, after in both]
    found = [
        make.say(
            "change",
            "change.plain",
            element=make.words.element(instrument, after.id),
            direction=direction(change),
        )
        for after, change in changed
        if change
    ]
    by_question = any(make.facts.change_of(after) for _, after in make.facts.pairs(instrument, "question"))
    return found if found or by_question else [make.say("change", "uncertain.plain.change")]


def officer_statements(make: Maker) -> list[Statement]:
    """How many outcomes of groups may be shown, and how many not."""
    groups = make.facts.release.groups
    if not groups:
        return []
    shown = sum(score.shown for score in groups)
    hidden = count(len(groups) - shown, "scores/hidden")
    return [make.say("", "report.officer.scores", shown=count(shown, "scores/shown"), hidden=hidden)]
