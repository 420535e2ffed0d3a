"""The wordings of a study: titles and texts of its instruments and groups, or the id where there is none."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from .. import _core
from .rich import Name, Piece, Rich, listed
from .texts import Texts

__all__ = ["ScaleWords", "Words"]


# The short names of documents in the advice library.
_DOCUMENTS: Final = {
    "MAO": "Verwoerdt, A., & Derkes, C. (red.) (2022). Opbrengsten ambitie interprofessionele samenwerking 2020–2022. "
    "Met Andere Ogen.",
    "SAMEN=BETER": "Nederlands Centrum Jeugdgezondheid. Samen = Beter. Inspiratie om samen te werken in de zorg voor "
    "jeugd.",
    "KEN JE PARTNER": "Duijsters, M. Ken je samenwerkingspartner. voordejeugd.nl.",
    "HOUVAST": "Netwerk Met Andere Ogen (2023). Houvast bij het versterken van samenwerken.",
}


@cache
def _catalogue() -> dict[str, Any]:
    """The wording of every question, element and form of the catalogue, by id."""
    found: dict[str, Any] = {}
    for instrument in map(_core.instrument, _core.instruments()):
        found |= {question.id: question.text for question in instrument.questions}
        found |= {element.id: element.title for element in instrument.elements}
    return found | {form["id"]: form["title"] for form in _core.forms_of_collaboration()}


@dataclass(frozen=True, slots=True)
class ScaleWords:
    """A scale as people read it; for a reversed question the other way round."""

    labels: dict[int, str]
    low_end: int
    top: tuple[int, ...]
    reversed: bool = False

    @property
    def high_end(self) -> int:
        """The most favourable value."""
        return self.ordered[-1]

    @property
    def ordered(self) -> tuple[int, ...]:
        """The values from least to most favourable."""
        values = tuple(sorted(self.labels))
        return values if values[0] == self.low_end else values[::-1]

    def is_top(self, value: int) -> bool:
        """Whether a value lies on the favourable side."""
        return value in self.top


class Words:
    """Looks up wordings in the instruments that a release carries."""

    def __init__(self, release: Any, texts: Texts) -> None:
        self._texts = texts
        self._by = release.by or release.blocks_by
        self._instruments: dict[str, Any] = {instrument.id: instrument for instrument in release.instruments}
        self._group_titles: dict[str, Any] = dict(release.group_titles)

    def instruments(self) -> list[Any]:
        """Every instrument whose wording is known."""
        return list(self._instruments.values())

    def instrument_title(self, id: str) -> Name:
        """The title of an instrument."""
        instrument = self._instruments.get(id)
        return self._texts.name(instrument.title) if instrument else Name(id)

    def element_title(self, instrument: str, id: str) -> Name:
        """The title of an element."""
        element = self._find(instrument, id, "elements")
        return self._texts.name(element.title) if element else Name(id)

    def element_about(self, instrument: str, id: str) -> str:
        """What an element is about, in the instrument's own words; empty when there is none."""
        element = self._find(instrument, id, "elements")
        return self._texts.pick(element.description) if element and element.description else ""

    def question_text(self, instrument: str, id: str) -> Name:
        """A question in the reader's language."""
        question = self._find(instrument, id, "questions")
        return self._texts.name(question.text) if question else Name(id)

    def question_original(self, instrument: str, id: str) -> Name | None:
        """The exact Dutch wording, for readers of another language."""
        question = self._find(instrument, id, "questions")
        if question is None or self._texts.lang == "nl" or question.text.nl in ("", self._texts.pick(question.text)):
            return None
        return Name(question.text.nl, "nl")

    def rated_part(self, instrument: str, id: str) -> str:
        """The part of a mixed question that was rated; empty for other questions."""
        question = self._find(instrument, id, "questions")
        return self._texts.pick(question.closed_part) if question and question.closed_part else ""

    def open_questions(self, instrument: str, element: str) -> list[str]:
        """Ids of an element's questions that ask for text only."""
        found = self._instruments.get(instrument)
        return [q.id for q in found.questions if q.element == element and q.form == "open"] if found else []

    def questions_of(self, instrument: str, element: str) -> list[str]:
        """Ids of all questions of an element, in their order."""
        found = self._instruments.get(instrument)
        return [question.id for question in found.questions if question.element == element] if found else []

    def element_of(self, instrument: str, question: str) -> str:
        """The element that a question belongs to; empty when it is not known."""
        found = self._find(instrument, question, "questions")
        return str(found.element) if found else ""

    def instrument_of(self, question: str) -> str:
        """The instrument that has a question or element of this id; empty when none has."""
        for id, instrument in self._instruments.items():
            if any(item.id == question for item in (*instrument.questions, *instrument.elements)):
                return id
        return ""

    def reference(self, id: str) -> Name | None:
        """The words of what a check refers to: a question, element or form of the catalogue, whatever was asked."""
        text = _catalogue().get(id)
        return self._texts.name(text) if text else None

    def scale(self, instrument: str, question: str) -> ScaleWords | None:
        """The scale of a question, as that question reads it."""
        found = self._find(instrument, question, "questions")
        if not found or not found.scale:
            return None
        return self._scale_words(self._instruments[instrument].scale_of(question), found.reverse)

    def element_scale(self, instrument: str, element: str) -> ScaleWords | None:
        """The scale that an element's rated questions have in common."""
        found = self._instruments.get(instrument)
        scales = {q.scale for q in found.questions if q.element == element and q.scale} if found else set()
        return self._scale_words(found.scale(scales.pop())) if found and len(scales) == 1 else None

    def stage_titles(self, dimension: str) -> dict[int, str]:
        """The titles of a dimension's stages."""
        question = self._find(self.instrument_of(dimension), dimension, "questions")
        return {stage.stage: self._texts.pick(stage.title) for stage in question.stages} if question else {}

    def group_title(self, group: str) -> Name:
        """What a group is called."""
        if group == _core.OTHER_GROUPS:
            return Name(self._texts("other_groups"))
        if group == "":
            return Name(str(self._texts.say("no_group", attribute=self._texts.attribute(self._by))))
        title = self._group_titles.get(group)
        return self._texts.name(title) if title else Name(group)

    def document(self, short: str) -> Name:
        """A document that advice comes from, in full."""
        return Name(f"{short}: {_DOCUMENTS[short]}" if short in _DOCUMENTS else short, "nl")

    def labels(self, scale: ScaleWords, values: tuple[int, ...]) -> Rich:
        """Labels of a scale as "‘a’ or ‘b’"."""
        return listed([self.label(scale, value) for value in values], self._texts("or"))

    def label(self, scale: ScaleWords, value: int) -> Piece:
        """One label, in quotation marks."""
        return self._texts.say("quoted", text=Name(scale.labels.get(value, str(value))))

    def _find(self, instrument: str, id: str, kind: str) -> Any:
        found = self._instruments.get(instrument)
        return next((item for item in getattr(found, kind) if item.id == id), None) if found else None

    def _scale_words(self, scale: Any, reverse: bool = False) -> ScaleWords:
        ascending = scale.direction == "ascending"
        labels = {label.value: self._texts.pick(label.text) for label in scale.labels}
        top = tuple(v for v in sorted(labels) if (v >= scale.top_from if ascending else v <= scale.top_from))
        return ScaleWords(labels, scale.min if ascending else scale.max, top, reverse)
