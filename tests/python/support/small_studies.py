"""Small studies whose people can come, go and answer one by one: what sequences of releases are made of."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import houvast
from houvast import _core

GROUPS = ("professional", "ouder", "jeugdige")
QUESTION, HIGH, LOW = "Q1", "2", "1"
_WORDS = {"nl": "Samen?", "en": "Together?"}
INSTRUMENT = {
    "schema": "houvast-instrument/1",
    "id": "one-question",
    "version": "1.0.0",
    "kind": "survey",
    "title": _WORDS,
    "description": _WORDS,
    "licence": "",
    "source": {"title": "Own", "authors": [], "publisher": "", "year": 0, "section": ""},
    "validated": False,
    "private": False,
    "scales": [
        {
            "id": "yes",
            "min": 1,
            "max": 2,
            "direction": "ascending",
            "top_from": 2,
            "source": "own",
            "labels": [
                {"value": 1, "aliases": [], "text": {"nl": "nee", "en": "no"}},
                {"value": 2, "aliases": [], "text": {"nl": "ja", "en": "yes"}},
            ],
        }
    ],
    "elements": [{"id": "Q", "title": _WORDS}],
    "questions": [{"id": QUESTION, "element": "Q", "form": "closed", "scale": "yes", "text": _WORDS, "reverse": False}],
}


@dataclass(frozen=True)
class Person:
    """Somebody of a group, and what they answered per wave: HIGH, LOW or "dont_know"."""

    id: str
    group: str
    answers: Mapping[str, str] = field(default_factory=dict)

    def with_answer(self, wave: str, answer: str) -> Person:
        """The same person, who answered in one wave more."""
        return replace(self, answers={**self.answers, wave: answer})


def people_of(counts: Mapping[str, tuple[int, int]], wave: str = "w0", begin: int = 0) -> list[Person]:
    """Of each group so many people, of whom so many give a high answer."""
    return [
        Person(f"{group}-{i}", group, {wave: HIGH if i - begin < high else LOW})
        for group, (people, high) in counts.items()
        for i in range(begin, begin + people)
    ]


def study_in_memory(people: Iterable[Person], asked: int = 60, id: str = "small") -> houvast.Study:
    """A study of one question with one party per group, of which `asked` people were asked."""
    return _core.study_from_json(_json_of(people, asked, id).encode(), "study.json")


def study_of(people: Iterable[Person], path: Path, asked: int = 60, id: str = "small") -> houvast.Study:
    """The same, of a file that stays."""
    path.write_text(_json_of(people, asked, id), encoding="utf-8")
    return houvast.load(path)


def _json_of(people: Iterable[Person], asked: int, id: str) -> str:
    everybody = list(people)
    waves = sorted({wave for person in everybody for wave in person.answers}) or ["w0"]
    study = {
        "schema": "houvast-study/1",
        "id": id,
        "title": {"nl": "Klein", "en": "Small"},
        "instruments": [INSTRUMENT],
        "waves": [{"id": wave, "date": f"20{20 + i}-01-01"} for i, wave in enumerate(waves)],
        "parties": [
            {"id": name, "perspective": name, "asked": asked, "x_wijk": "noord" if i else "zuid", "domain": "zorg"}
            for i, name in enumerate(GROUPS)
        ],
        "answers": [
            {"wave": wave, "respondent": person.id, "party": person.group, "question": QUESTION, "answer": answer}
            for person in everybody
            for wave, answer in person.answers.items()
        ],
    }
    return json.dumps(study)
