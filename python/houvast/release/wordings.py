"""The wordings of a study in every language that they have: of its instruments, its groups and its waves."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from typing import Any, Self

from .. import _core
from .claims import Argument, claim, name, text

__all__ = ["ScaleWords", "Wordings"]


@dataclass(frozen=True, slots=True)
class ScaleWords:
    """A scale as people read it; for a reversed question the other way round."""

    labels: dict[int, Any]
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


class Wordings:
    """Looks up wordings in the instruments that a release carries."""

    def __init__(self, release: Any) -> None:
        self._by = release.by or release.blocks_by
        self._blocks_by = release.blocks_by
        self._instruments: dict[str, Any] = {instrument.id: instrument for instrument in release.instruments}
        self._group_titles: dict[str, Any] = dict(release.group_titles)
        self._waves: dict[str, Any] = {wave.id: wave for wave in release.waves}

    @property
    def of_blocks(self) -> Self:
        """The same for the groups that parties of networks are taken together by, which may be other ones."""
        words = copy(self)
        words._by = self._blocks_by
        return words

    def find(self, instrument: str, id: str, kind: str) -> Any:
        """A question or element ("questions", "elements") of an instrument; None when it is not known."""
        found = self._instruments.get(instrument)
        return next((item for item in getattr(found, kind) if item.id == id), None) if found else None

    def instrument_of(self, question: str) -> str:
        """The instrument that has a question or element of this id; empty when none has."""
        for id, instrument in self._instruments.items():
            if any(item.id == question for item in (*instrument.questions, *instrument.elements)):
                return id
        return ""

    def element_of(self, instrument: str, question: str) -> str:
        """The element that a question belongs to; empty when it is not known."""
        found = self.find(instrument, question, "questions")
        return str(found.element) if found else ""

    def ordering(self, dimension: str) -> str:
        """Of stages: "stated" or "inferred" order, or "types" without one."""
        found = self.find(self.instrument_of(dimension), dimension, "questions")
        return str(found.ordering) if found else ""

    def scale(self, instrument: str, question: str) -> ScaleWords | None:
        """The scale of a question, as that question reads it."""
        found = self.find(instrument, question, "questions")
        if not found or not found.scale:
            return None
        return self.scale_words(self._instruments[instrument].scale_of(question), found.reverse)

    def scale_words(self, scale: Any, reverse: bool = False) -> ScaleWords:
        """A scale with its labels."""
        ascending = scale.direction == "ascending"
        labels = {label.value: self.wording(label.text) for label in scale.labels}
        top = tuple(v for v in sorted(labels) if (v >= scale.top_from if ascending else v <= scale.top_from))
        return ScaleWords(labels, scale.min if ascending else scale.max, top, reverse)

    def wording(self, words: _core.LocalizedText) -> Any:
        """A text as it is looked up here: in all its languages."""
        return words

    # ------------------------------------------------------------------------------------- as arguments of claims

    def wave(self, id: str) -> Argument:
        """What a wave is called; a bare number says what it is a number of."""
        label = self._waves[id].label
        argument = text(label) if any(label.tags) else name(id)
        plain = label.get("nl") or id
        return claim("report.round", wave=argument) if re.fullmatch(r"\d{1,2}", plain) else argument

    def group(self, group: str, inside: bool = False) -> Argument:
        """What a group is called; `inside` a sentence, where its name is no longer the first word."""
        if group == _core.OTHER_GROUPS:
            return claim("report.other_groups")
        if group == "":
            return claim("report.no_group", attribute=claim("report.attribute", name=self._by))
        title = self._group_titles.get(group)
        if title is None:
            return name(group)
        message = "report.group.inside" if inside else "report.group.many"
        return claim(message, group=self.many(group), title=text(title))

    def many(self, group: str) -> str:
        """The id of a perspective that the default profile calls one person, and of whom there are many here."""
        one = self._by == "perspective" and self._group_titles[group].get("nl").lower() == group
        return group if one else ""

    def element(self, instrument: str, id: str) -> Argument:
        """The title of an element, in quotation marks."""
        found = self.find(instrument, id, "elements")
        return claim("report.quoted", text=text(found.title) if found else name(id))

    def question(self, instrument: str, id: str) -> Argument:
        """A question."""
        found = self.find(instrument, id, "questions")
        return text(found.text) if found else name(id)

    def quoted_label(self, scale: ScaleWords, value: int) -> Argument:
        """One label of a scale, in quotation marks."""
        found = scale.labels.get(value)
        return claim("report.quoted", text=text(found) if found else name(str(value)))

    def top_labels(self, instrument: str, question: str) -> Argument:
        """The labels that count as a high answer."""
        scale = self.scale(instrument, question)
        if scale is None:
            return claim("report.high_means_plain")
        return any_of(self.quoted_label(scale, value) for value in scale.top)

    def stages(self, dimension: str, values: Iterable[int]) -> Argument:
        """The titles of some stages of a dimension."""
        question = self.find(self.instrument_of(dimension), dimension, "questions")
        titles = {stage.stage: text(stage.title) for stage in question.stages} if question else {}
        return any_of(claim("report.quoted", text=titles.get(value, name(str(value)))) for value in values)


def any_of(items: Iterable[Argument]) -> Argument:
    """Phrases as "a, b or c"."""
    return claim("report.quoted.any", items=list(items))
