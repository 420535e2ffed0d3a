"""The summary: a few sentences, each made from what is released."""

from __future__ import annotations

from typing import Final

from .answers import response_words
from .change import pairs
from .desk import Desk, total_key
from .facts import apart
from .rich import Piece, Rich
from .whole import network_key

__all__ = ["summary_sentences"]

_MOST: Final = 6


def summary_sentences(desk: Desk) -> list[Rich]:
    """Up to six sentences: response, elements or network, who is missing, single links, change, a question."""
    sentences = [*_response(desk), *_spread(desk)]
    if not desk.facts.has_answers:
        sentences += _networks(desk)
    findings = {finding.check: finding for finding in desk.release.findings}
    for check in ("C1", "C10"):
        finding = findings.get(check)
        if finding and (finding.status != "ok" or not desk.facts.has_answers):
            sentences.append(Rich([desk.texts.name(finding.sentence)]))
    return [*sentences, *_change(desk), *_opening(desk)][:_MOST]


def _response(desk: Desk) -> list[Rich]:
    for wave in reversed(desk.facts.waves):
        for (of, _), total in desk.facts.response_totals.items():
            if of == wave.id and total.shown:
                return [response_words(desk, total, "summary_response")]
    return []


def _spread(desk: Desk) -> list[Rich]:
    for instrument in desk.facts.instruments:
        wave = desk.facts.waves_of(instrument)[-1]
        scores = [s for s in desk.facts.items(instrument, wave, "element") if s.shown and s.top.value is not None]
        if len(scores) < 2:
            continue
        high, low = max(scores, key=lambda s: s.top.value), min(scores, key=lambda s: s.top.value)
        if high.top.value == low.top.value:
            continue
        one, other = desk.told(high, total_key(high)), desk.told(low, total_key(low))
        sentence = desk.texts.say(
            "summary_spread",
            high=desk.texts.say("quoted", text=desk.words.element_title(instrument, high.id)),
            low=desk.texts.say("quoted", text=desk.words.element_title(instrument, low.id)),
            high_share=Rich([one.share]),
            low_share=Rich([other.share]),
            high_n=Rich([one.n]),
            low_n=Rich([other.n]),
        )
        return [sentence if apart(high, low) else sentence + desk.texts("summary_spread_overlap")]
    return []


def _networks(desk: Desk) -> list[Rich]:
    sentences = []
    for found in list(desk.facts.networks.values())[:2]:
        network = found[desk.facts.waves_in(found)[-1]]
        if network.shown:
            key = network_key(network)
            reported = desk.texts.count(network.reported, f"{key}/reported")
            parties = desk.texts.count(network.parties, f"{key}/parties")
            percent = desk.texts.percent(network.density, f"{key}/density")
            relation = desk.texts.say("quoted", text=desk.texts.name(network.title))
            words: dict[str, Piece] = {
                "relation": relation,
                "percent": percent,
                "reported": reported,
                "parties": parties,
            }
            sentences.append(desk.texts.say("summary_network", **words))
    return sentences


def _change(desk: Desk) -> list[Rich]:
    for instrument in desk.facts.instruments:
        both = pairs(desk, instrument, "element")
        if not both:
            continue
        before, after = both[0]
        earlier, wave = desk.wave(before.wave), desk.wave(after.wave)
        clear = [pair for pair in both if apart(*pair)]
        if not clear:
            if all(desk.direction(*pair) == "cannot_tell" for pair in both):
                return []
            return [desk.texts.say("summary_no_change", earlier=earlier, wave=wave)]
        before, after = max(clear, key=lambda pair: abs(pair[1].top.value - pair[0].top.value))
        one, other = desk.told(before, total_key(before)), desk.told(after, total_key(after))
        item = desk.texts.say("quoted", text=desk.words.element_title(instrument, after.id))
        told = {"before": one.share, "before_n": one.n, "after": other.share, "after_n": other.n}
        return [desk.texts.say("summary_change", earlier=earlier, wave=wave, item=item, **told)]
    return []


def _opening(desk: Desk) -> list[Rich]:
    if not desk.release.agenda:
        return []
    score = desk.release.agenda[0].total
    return [desk.texts.say("summary_agenda", question=desk.words.question_text(score.instrument, score.id))]
