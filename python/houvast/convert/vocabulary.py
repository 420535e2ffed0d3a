"""What the core understands: answer states, words of the profile, and questions by code and text.

The core is asked itself, with a study of one answer per label, so that a label means here what it means there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from .. import _core
from ..errors import MissingExtraError, ValidationError
from .sheet import Column

__all__ = ["PROFESSIONAL", "STATES", "Vocabulary", "answer_words", "fold", "heading_text", "nearest", "same_words"]

STATES = ("dont_know", "not_applicable", "refused", "skipped", "not_asked")
PROFESSIONAL = "professional"  # who is asked in the words of the source
_PROFILE_WORDS = ("domain", "sector", "level", "perspective")

fold = _core.fold_label


def same_words(text: str) -> str:
    """A heading without markup, marks of obligation and closing punctuation, folded: for comparing whole texts."""
    from html import unescape  # not for everybody who imports houvast

    plain = unescape(re.sub(r"<[^>]*>", " ", text))
    return fold(re.sub(r"\s+", " ", plain).strip(" *:\t\n"))


_NUMBERED = re.compile(
    r"(?:(?:vraag|question|stelling|item|q)\s*)?\d{1,3}\s*[.:)-]+\s*(?=\D)|(?:vraag|question|stelling)\s+\d{1,3}\s+"
)


def heading_text(text: str) -> str:
    """A heading as the text of a question is compared: without its number and its last punctuation as well."""
    words = _NUMBERED.sub("", same_words(text), count=1)
    return words if words.endswith(("..", "…")) else words.strip(" ?!.;:")


@cache
def answer_words() -> frozenset[str]:
    """The labels of every scale that comes with houvast, folded, in both languages."""
    scales = [scale for id in _core.instruments() for scale in _core.instrument(id).scales]
    return frozenset(fold(text) for s in scales for item in s.labels for text in (item.text.nl, item.text.en))


def nearest(text: str, choices: list[str], least: float) -> tuple[str, float] | None:
    """The most similar choice with its similarity from 0 to 100, or None below the least."""
    try:
        from rapidfuzz import fuzz, process
    except ImportError as error:
        raise MissingExtraError.of("convert", "rapidfuzz") from error
    found = process.extractOne(text, choices, scorer=fuzz.ratio, score_cutoff=least)
    return None if found is None else (found[0], float(found[1]))


def _code_pattern(question: str) -> str:
    return r"[ ._-]?".join(re.escape(part) for part in re.split(r"[.]", question.casefold()))


@dataclass
class Vocabulary:
    """The words of the instruments and of the profile that a conversion may meet."""

    instruments: list[_core.Instrument]
    profile: dict[str, Any] | None = None
    _states: dict[str, str | None] = field(default_factory=dict)
    _terms: dict[tuple[str, str], tuple[str | None, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.questions: dict[str, tuple[_core.Instrument, _core.Question]] = {}
        self.texts: dict[str, list[tuple[str, str]]] = {}
        self.asked_of: dict[str, list[str]] = {}  # heading → the audiences with that wording
        for instrument in self.instruments:
            for question in instrument.questions:
                self.questions[question.id] = (instrument, question)
                whole = "text" if question.form == "open" else "answer"
                source = [(question.text, whole), (question.closed_part, "answer"), (question.open_part, "text")]
                own = [(name, each.text, whole) for name, each in question.audiences.items()]
                for audience, wording, part in [*((PROFESSIONAL, *each) for each in source), *own]:
                    self._learn(question.id, audience, wording, part)
        audiences = sorted({name.casefold() for _, q in self.questions.values() for name in q.audiences})
        self._audience = re.compile(rf"(?<=[0-9])({'|'.join(map(re.escape, audiences))})$" if audiences else r"(?!)")
        codes = sorted(self.questions, key=len, reverse=True)
        self._codes = {
            code: re.compile(rf"(?<![a-z0-9]){_code_pattern(code)}(?![._-]?[0-9])(?![a-z0-9])") for code in codes
        }
        self._leading = {code: re.compile(rf"\W*{_code_pattern(code)}(?:[\s.:)\]-]+|$)") for code in codes}

    def _learn(self, question: str, audience: str, wording: _core.LocalizedText | None, part: str) -> None:
        """Remembers a wording in both languages: of which question it is, and who is asked in it."""
        for text in (wording.nl, wording.en) if wording is not None else ():
            heading = heading_text(text)
            places, audiences = self.texts.setdefault(heading, []), self.asked_of.setdefault(heading, [])
            places += [(question, part)] if (question, part) not in places else []
            audiences += [audience] if audience not in audiences else []

    def question(self, id: str) -> _core.Question:
        """A question by its id."""
        return self.questions[id][1]

    def instrument_of(self, question: str) -> _core.Instrument:
        """The instrument that a question belongs to."""
        return self.questions[question][0]

    def scale_of(self, question: str) -> tuple[str, _core.Scale] | None:
        """The name `instrument/scale` and the scale of a question, or None for an open one."""
        instrument, found = self.questions[question]
        return None if found.scale is None else (f"{instrument.id}/{found.scale}", instrument.scale(found.scale))

    def codes_in(self, key: str, leading: bool = False) -> list[str]:
        """The questions whose code stands in a column name as a whole word (or, leading, before a text)."""
        text = fold(key) if leading else self._audience.sub("", fold(key))
        patterns = self._leading if leading else self._codes
        return [code for code, pattern in patterns.items() if (pattern.match if leading else pattern.search)(text)]

    def audience_in(self, key: str) -> str:
        """The audience whose name a code ends in, as the LimeSurvey of houvast has them (`E11parent`), or nothing."""
        found = self._audience.search(fold(key))
        return found[1] if found else ""

    def audiences_of(self, column: Column, question: str) -> list[str]:
        """The audiences that are asked a question in the words of a heading."""
        texts = (column.part, column.title) if column.part else (column.title,)
        told = [self.asked_of.get(heading_text(self.without_code(text, question)), []) for text in texts]
        return next(filter(None, told), [])

    def without_code(self, text: str, code: str) -> str:
        """A heading without the code before it."""
        found = self._leading[code].match(text.casefold())
        return text[found.end() :] if found else text

    def learn_states(self, labels: Iterable[str]) -> None:
        """Asks the core about many labels at once."""
        unknown = sorted({label for label in labels if label not in self._states})
        if not unknown:
            return
        answers = [
            {"respondent": str(i), "party": "p", "question": "E1.1", "answer": text} for i, text in enumerate(unknown)
        ]
        try:
            rows = _ask({"parties": [{"id": "p", "asked": len(unknown)}], "answers": answers})["answers"]
        except ValidationError as error:
            refused = {int(issue.where.pointer.split("/")[2]) for issue in error.issues}
            self._states.update({unknown[i]: None for i in refused})
            self.learn_states(label for i, label in enumerate(unknown) if i not in refused)
            return
        found = {row["respondent"]: row["answer"] for row in rows}
        for i, label in enumerate(unknown):
            state = found.get(str(i), "skipped")
            self._states[label] = state if state in STATES else None

    def state(self, label: str) -> str | None:
        """The answer state that a label stands for, or None."""
        self.learn_states([label])
        return self._states[label]

    def terms(self, attribute: str) -> list[str]:
        """The ids of the words that the profile has for an attribute."""
        profile = json.loads(_core.default_profile()) | (self.profile or {})
        found = profile.get(f"{attribute}s", [])
        return [str(item["id"] if isinstance(item, dict) else item) for item in found]

    def term(self, attribute: str, word: str) -> tuple[str | None, str]:
        """The id of a word of the profile; or None and the nearest word, which may be empty."""
        if attribute not in _PROFILE_WORDS:
            return word, ""
        key = (attribute, word)
        if key not in self._terms:
            extra = {"profile": self.profile} if self.profile else {}
            try:
                parties = _ask({**extra, "parties": [{"id": "p", attribute: word}]})["parties"]
                self._terms[key] = (parties[0].get(attribute) or None, "")
            except ValidationError as error:
                self._terms[key] = (None, error.issues[0].near)
        return self._terms[key]


def _ask(content: dict[str, Any]) -> dict[str, Any]:
    study = {
        "schema": "houvast-study/1",
        "id": "words",
        "title": {"nl": "woorden", "en": "words"},
        "instruments": ["six-elements"],
        "waves": [{"id": "1"}],
        **content,
    }
    found: dict[str, Any] = json.loads(_core.study_from_json(json.dumps(study).encode(), "words").to_json())
    return found
