"""Who was asked and who answered; the elements and their questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from ..release.facts import element_key, response_key, total_key
from .beside import beside
from .charts import Segment, Svg
from .desk import Desk, Told
from .rich import Name, Rich, Unshown, joined
from .words import ScaleWords

__all__ = [
    "BinView",
    "ElementView",
    "ElementsPart",
    "InstrumentView",
    "QuestionView",
    "ResponsePart",
    "ResponseRow",
    "ResponseView",
    "SpreadTable",
    "elements_part",
    "response_part",
    "spread",
]

_LOOSE: Final = "report.element.loose"
_SAID: Final = ("change.element.now", _LOOSE, "report.element.profile")


@dataclass(frozen=True, slots=True)
class ResponseRow:
    """One group's response."""

    group: Name
    share: Rich | Unshown
    n: Rich
    chart: Svg | None


@dataclass(frozen=True, slots=True)
class ResponseView:
    """The response to one instrument in one wave."""

    instrument: Name | None
    wave: Name
    sentence: Rich
    rows: list[ResponseRow]


@dataclass(frozen=True, slots=True)
class ResponsePart:
    """Who was asked and who answered."""

    by: str
    asked_known: bool
    views: list[ResponseView]


def response_part(desk: Desk) -> ResponsePart | None:
    """The last wave first; nothing when no questionnaire was answered."""
    facts = desk.facts
    if desk.missing("response"):
        return None
    many = len({instrument for _, instrument in facts.response_totals}) > 1
    order = [wave.id for wave in facts.waves]
    views = []
    for (wave, instrument), total in sorted(facts.response_totals.items(), key=lambda item: -order.index(item[0][0])):
        key = response_key(total)
        sentence = desk.sentence("response", key)
        groups = facts.response_groups.get((wave, instrument), []) if wave == facts.waves_of(instrument)[-1] else []
        rows = [_response_row(desk, group, key) for group in groups]
        title = desk.words.instrument_title(instrument) if many else None
        views.append(ResponseView(title, desk.wave(wave), sentence, rows))
    return ResponsePart(desk.by, desk.release.asked_known, views)


def _response_row(desk: Desk, response: Any, key: str) -> ResponseRow:
    group = desk.words.group_title(response.group)
    if not response.shown:
        return ResponseRow(group, desk.texts.unshown, Rich(), None)
    key = f"{key}/{response.group}"
    if response.share is None:
        answered = desk.texts.band(response.respondents_band, f"{key}/answered")
        return ResponseRow(group, desk.texts.say("report.people", n=answered), Rich(), None)
    share = desk.texts.brief(response.share, f"{key}/share")
    n = desk.texts.say("report.response_n", asked=desk.texts.band(response.asked_band, f"{key}/asked"))
    return ResponseRow(group, share, n, desk.charts.share(response.share))


@dataclass(frozen=True, slots=True)
class BinView:
    """One part of a distribution: its shade and its words."""

    swatch: Svg
    words: Rich


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question with what may be told of it."""

    id: str
    text: Name
    original: Name | None
    rated_part: str
    open: Rich
    told: Told
    chart: Svg | None
    dont_know: Rich | Unshown


@dataclass(frozen=True, slots=True)
class ElementView:
    """One element with its questions."""

    id: str
    anchor: str
    title: Name
    about: str
    now: Told
    before: Told | None
    step: Any
    chart: Svg | None
    by_question: bool  # its questions hang together too little to be told as one
    said: list[Rich]
    beside: list[Rich]
    questions: list[QuestionView]


@dataclass(frozen=True, slots=True)
class SpreadRow:
    """A question, and how large a part chose each label."""

    id: str
    text: Name
    cells: list[Rich]


@dataclass(frozen=True, slots=True)
class SpreadTable:
    """How the answers to questions with the same scale are spread over it."""

    labels: list[Name]
    rows: list[SpreadRow]


@dataclass(frozen=True, slots=True)
class InstrumentView:
    """One instrument's elements in its last wave, with the wave before."""

    title: Name | None
    wave: Name
    previous: Name | None
    high: Rich
    people: Rich
    elements: list[ElementView]
    spreads: list[SpreadTable]


@dataclass(frozen=True, slots=True)
class ElementsPart:
    """Every instrument that was scored."""

    instruments: list[InstrumentView]


def elements_part(desk: Desk) -> ElementsPart | None:
    """Elements and questions of every instrument; nothing when there are no answers to show."""
    if desk.missing("elements"):
        return None
    many = len(desk.facts.instruments) > 1
    instruments = enumerate(desk.facts.instruments, start=1)
    return ElementsPart([_instrument(desk, id, many, f"element-{number}") for number, id in instruments])


def _instrument(desk: Desk, id: str, many: bool, anchor: str) -> InstrumentView:
    waves = desk.facts.waves_of(id)
    wave, previous = waves[-1], waves[-2] if len(waves) > 1 else None
    elements = {score.id: score for score in desk.facts.items(id, wave, "element")}
    questions = list(desk.facts.items(id, wave, "question"))
    band, people = desk.usual_people([*elements.values(), *questions], total_key)
    order = list(dict.fromkeys([desk.words.element_of(id, question.id) for question in questions] + list(elements)))
    views = []
    for number, element in enumerate(order, start=1):
        members = [question for question in questions if desk.words.element_of(id, question.id) == element]
        view = _element(desk, id, element, elements.get(element), members, previous, band)
        views.append(replace(view, anchor=f"{anchor}-{number}"))
    scale = next((s for s in (desk.words.element_scale(id, element) for element in order) if s), None)
    title = desk.words.instrument_title(id) if many else None
    high = joined([_high(desk, scale), *_high_reversed(desk, id, questions)])
    name = desk.wave(previous) if previous else None
    return InstrumentView(title, desk.wave(wave), name, high, people, views, _spreads(desk, questions))


def _high(desk: Desk, scale: ScaleWords | None) -> Rich:
    if scale is None:
        return desk.texts.say("report.high_means_plain")
    low, high = desk.words.label(scale, scale.low_end), desk.words.label(scale, scale.high_end)
    return desk.texts.say("report.high_means", labels=desk.words.labels(scale, scale.top), lowest=low, highest=high)


def _high_reversed(desk: Desk, instrument: str, questions: Sequence[Any]) -> list[Rich]:
    """What a high answer is to the reversed questions; nothing when there are none."""
    found: dict[str, tuple[Rich, list[str]]] = {}
    for question in questions:
        scale = desk.words.scale(instrument, question.id)
        if scale is not None and scale.reversed:
            labels = desk.words.labels(scale, scale.top)
            found.setdefault(str(labels), (labels, []))[1].append(question.id)
    return [desk.texts.say("report.high_reversed", ids=ids, labels=labels) for labels, ids in found.values()]


def _element(
    desk: Desk, instrument: str, id: str, score: Any, questions: Sequence[Any], previous: str | None, band: str
) -> ElementView:
    title = desk.words.element_title(instrument, id) if id else desk.words.instrument_title(instrument)
    now = desk.told(score, total_key(score) if score else "", band)
    earlier = desk.facts.totals.get((previous, instrument, "element", id)) if previous and score else None
    before = desk.told(earlier, total_key(earlier), band) if earlier else None
    views = [_question(desk, question, band) for question in questions]
    views += [_open_question(desk, instrument, question) for question in desk.words.open_questions(instrument, id)]
    known = desk.words.questions_of(instrument, id)
    if known:
        views.sort(key=lambda view: known.index(view.id))
    key = total_key(score) if score else element_key(questions[0], id) if questions else ""
    told = [claim for claim in desk.statements("elements", key) if key and claim.id in _SAID]
    said = [desk.texts.rich(claim) for claim in told]
    about = desk.words.element_about(instrument, id)
    step = score.top if now.shown else None
    chart, others = desk.share_chart(score, earlier), beside(desk, instrument, id) if now.shown else []
    by_question = any(claim.id == _LOOSE for claim in told)
    return ElementView(id, "", title, about, now, before, step, chart, by_question, said, others, views)


def _open_question(desk: Desk, instrument: str, id: str) -> QuestionView:
    words = desk.words
    text, original = words.question_text(instrument, id), words.question_original(instrument, id)
    told = desk.told(None, "")
    return QuestionView(id, text, original, "", desk.texts.say("report.question.open"), told, None, told.share)


def _question(desk: Desk, score: Any, band: str) -> QuestionView:
    words, key = desk.words, total_key(score)
    text = words.question_text(score.instrument, score.id)
    original = words.question_original(score.instrument, score.id)
    rated = words.rated_part(score.instrument, score.id)
    told = desk.told(score, key, band)
    unknown: Rich | Unshown = desk.texts.unshown
    if told.shown:
        unknown = Rich() if score.dont_know is None else desk.texts.brief(score.dont_know, f"{key}/dont_know")
    return QuestionView(score.id, text, original, rated, Rich(), told, desk.share_chart(score), unknown)


def _spreads(desk: Desk, questions: Sequence[Any]) -> list[SpreadTable]:
    """One table per scale; a reversed question stands in the table of its labels."""
    tables: dict[tuple[str, ...], SpreadTable] = {}
    for score in questions:
        scale = desk.words.scale(score.instrument, score.id)
        if scale is None or not score.shown or not score.distribution:
            continue
        found = {part.value: part.share for part in score.distribution}
        order, key = sorted(scale.labels), total_key(score)
        labels = [scale.labels[value] for value in order]
        table = tables.setdefault(tuple(labels), SpreadTable([Name(label) for label in labels], []))
        cells = [desk.texts.brief(found[v], f"{key}/bin/{v}") if v in found else Rich() for v in order]
        table.rows.append(SpreadRow(score.id, desk.words.question_text(score.instrument, score.id), cells))
    return list(tables.values())


def lengths(distribution: Any) -> dict[int, float]:
    """How long each category is drawn: the middle of its step, so that together they are a whole."""
    middles = {part.value: (part.share.low + part.share.high) / 2 for part in distribution}
    return {value: middle / sum(middles.values()) for value, middle in middles.items()}


def spread(desk: Desk, score: Any, scale: ScaleWords | None, key: str) -> tuple[Svg | None, list[BinView]]:
    """The distribution as a bar from the middle and as words, least favourable first; nothing when it may not leave."""
    if scale is None or not score.shown or not score.distribution:
        return None, []
    sides: tuple[list[Any], list[Any]] = ([], [])
    for part in sorted(score.distribution, key=lambda part: scale.ordered.index(part.value)):
        sides[scale.is_top(part.value)].append(part)
    drawn = lengths(score.distribution)
    low = [f"low-{min(len(sides[0]) - i, 3)}" for i in range(len(sides[0]))]
    high = [f"high-{min(i + 1, 3)}" for i in range(len(sides[1]))]
    left = [Segment(part.share, drawn[part.value], shade) for part, shade in zip(sides[0], low, strict=True)]
    right = [Segment(part.share, drawn[part.value], shade) for part, shade in zip(sides[1], high, strict=True)]
    views = []
    for part, segment in zip([*sides[0], *sides[1]], [*left, *right], strict=True):
        labels = Rich([desk.words.label(scale, part.value)])
        share = desk.texts.share(part.share, f"{key}/bin/{part.value}")
        views.append(
            BinView(desk.charts.swatch(segment.shade), desk.texts.say("report.bin", share=share, labels=labels))
        )
    return desk.charts.diverging(left, right), views
