"""The wordings of a study: titles and texts of its instruments and groups, or the id where there is none."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any, Final

from .. import _core
from ..release.wordings import ScaleWords, Wordings
from .rich import Name, Rich
from .texts import Texts

__all__ = ["DOCUMENTS", "ScaleWords", "Words"]


# The short names of documents in the advice library.
DOCUMENTS: Final[dict[str, str]] = json.loads(Path(__file__).with_name("documents.json").read_text(encoding="utf-8"))


@cache
def _catalogue() -> dict[str, Any]:
    """The wording of every question, element and form of the catalogue, by id."""
    found: dict[str, Any] = {}
    for instrument in map(_core.instrument, _core.instruments()):
        found |= {question.id: question.text for question in instrument.questions}
        found |= {element.id: element.title for element in instrument.elements}
    return found | {form["id"]: form["title"] for form in _core.forms_of_collaboration()}


class Words(Wordings):
    """The same wordings in the language of the reader."""

    def __init__(self, release: Any, texts: Texts) -> None:
        super().__init__(release)
        self._texts = texts

    def wording(self, words: _core.LocalizedText) -> str:
        """A text in the reader's language."""
        return self._texts.pick(words)

    def instruments(self) -> list[Any]:
        """Every instrument whose wording is known."""
        return list(self._instruments.values())

    def instrument_title(self, id: str) -> Name:
        """The title of an instrument."""
        instrument = self._instruments.get(id)
        return self._texts.name(instrument.title) if instrument else Name(id)

    def element_title(self, instrument: str, id: str) -> Name:
        """The title of an element."""
        element = self.find(instrument, id, "elements")
        return self._texts.name(element.title) if element else Name(id)

    def element_about(self, instrument: str, id: str) -> str:
        """What an element is about, in the instrument's own words; empty when there is none."""
        element = self.find(instrument, id, "elements")
        return self._texts.pick(element.description) if element and element.description else ""

    def question_text(self, instrument: str, id: str) -> Name:
        """A question in the reader's language."""
        question = self.find(instrument, id, "questions")
        return self._texts.name(question.text) if question else Name(id)

    def question_original(self, instrument: str, id: str) -> Name | None:
        """The exact Dutch wording, for readers of another language."""
        question = self.find(instrument, id, "questions")
        if question is None or self._texts.lang == "nl" or question.text.nl in ("", self._texts.pick(question.text)):
            return None
        return Name(question.text.nl, "nl")

    def rated_part(self, instrument: str, id: str) -> str:
        """The part of a mixed question that was rated; empty for other questions."""
        question = self.find(instrument, id, "questions")
        return self._texts.pick(question.closed_part) if question and question.closed_part else ""

    def open_questions(self, instrument: str, element: str) -> list[str]:
        """Ids of an element's questions that ask for text only."""
        found = self._instruments.get(instrument)
        return [q.id for q in found.questions if q.element == element and q.form == "open"] if found else []

    def questions_of(self, instrument: str, element: str) -> list[str]:
        """Ids of all questions of an element, in their order."""
        found = self._instruments.get(instrument)
        return [question.id for question in found.questions if question.element == element] if found else []

    def reference(self, id: str) -> Name | None:
        """The words of what a check refers to: a question, element or form of the catalogue, whatever was asked."""
        text = _catalogue().get(id)
        return self._texts.name(text) if text else None

    def element_scale(self, instrument: str, element: str) -> ScaleWords | None:
        """The scale that an element's rated questions have in common."""
        found = self._instruments.get(instrument)
        scales = {q.scale for q in found.questions if q.element == element and q.scale} if found else set()
        return self.scale_words(found.scale(scales.pop())) if found and len(scales) == 1 else None

    def stage_titles(self, dimension: str) -> dict[int, str]:
        """The titles of a dimension's stages."""
        question = self.find(self.instrument_of(dimension), dimension, "questions")
        return {stage.stage: self._texts.pick(stage.title) for stage in question.stages} if question else {}

    def group_title(self, group: str, inside: bool = False) -> Name:
        """What a group is called; `inside` a sentence, where its name is no longer the first word."""
        if group == _core.OTHER_GROUPS:
            return Name(self._texts("report.other_groups"))
        if group == "":
            return Name(self._texts("report.no_group", attribute=self._texts.attribute(self._by)))
        title = self._group_titles.get(group)
        if title is None:
            return Name(group)
        many = self.many(group)
        message = "report.group.inside" if inside else "report.group.many"
        return Name(self._texts(message, group=many, title="")) if many else self._texts.name(title)

    def wave_title(self, id: str) -> Name:
        """What a wave is called; a bare number says what it is a number of."""
        name = self._texts.name(self._waves[id].label)
        name = name if name.text else Name(id)
        return Name(self._texts("report.round", wave=name.text)) if re.fullmatch(r"\d{1,2}", name.text) else name

    def document(self, short: str) -> Name:
        """A document that advice comes from, in full."""
        return Name(f"{short}: {DOCUMENTS[short]}" if short in DOCUMENTS else short, "nl")

    def labels(self, scale: ScaleWords, values: tuple[int, ...]) -> Rich:
        """Labels of a scale as "‘a’ or ‘b’"."""
        return self._texts.say("report.quoted.any", items=[self.label(scale, value) for value in values])

    def label(self, scale: ScaleWords, value: int) -> Rich:
        """One label, in quotation marks."""
        return self._texts.say("report.quoted", text=Name(scale.labels.get(value, str(value))))
