"""`houvast explain`: what a check, question, element, error code, metric or word of the sources means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from .. import _core
from ..errors import nearest
from ..texts import has_message, say
from . import background
from .terms import TERMS, Term

__all__ = ["errors", "everything", "explain", "meaning_of_error"]

_Told = tuple[str, str, list[tuple[str, Any]]]  # title, text, facts
_SHORTEST = 3  # letters of a word that is looked for in texts
_PLACES = 8  # that are told of a word without a meaning of its own


def _label(kind: str, lang: str) -> str:
    return say("cli.explain.label", lang, kind=kind)


def errors(lang: str) -> dict[str, str]:
    """What each error code means, in a language."""
    codes = (re.fullmatch(r"error\.(HV-\d{3})\.meaning", key) for key, _ in _core.messages("en"))
    return {found[1]: meaning_of_error(found[1], lang) for found in codes if found}


@cache
def _instruments() -> tuple[_core.Instrument, ...]:
    return tuple(_core.instrument(name) for name in _core.instruments())


def _named() -> Iterator[tuple[str, str, Any]]:
    """Everything that has an explanation: word, kind, thing."""
    for check in _core.checks():
        yield check.id, "check", check
    for instrument in _instruments():
        yield instrument.id, "instrument", instrument
        for element in instrument.elements:
            yield element.id, "element", (instrument, element)
        for question in instrument.questions:
            yield question.id, "question", (instrument, question)
    for code in errors("en"):
        yield code, "error", code
    for term in TERMS:
        yield term.id, "term", term
    yield from background.named()


def _titled() -> Iterator[tuple[str, str, Any]]:
    """Other words for what has an explanation; where two have the same one, the first counts."""
    for term in TERMS:
        for word in term.also:
            yield word, "term", term
    yield from background.titled()
    for instrument in _instruments():
        for element in instrument.elements:
            yield from ((word, "element", (instrument, element)) for word in (element.title.nl, element.title.en))
        for question in instrument.questions:
            yield from ((word, "question", (instrument, question)) for word in (question.text.nl, question.text.en))
    for instrument in _instruments():
        for question in instrument.questions:
            for stage in question.stages:
                for word in (f"{question.id}.{stage.stage}", stage.title.nl, stage.title.en):
                    yield word, "type" if question.ordering == "types" else "stage", (instrument, question, stage)


def everything(lang: str) -> dict[str, list[str]]:
    """The words that can be explained, by kind."""
    found: dict[str, list[str]] = {}
    for word, kind, _ in _named():
        found.setdefault(_label(kind, lang), []).append(word)
    return found


def meaning_of_error(code: str, lang: str) -> str:
    """What an error code means, in a language; empty for a code that is not known here."""
    key = "error." + code + ".meaning"
    return say(key, lang) if has_message(key) else ""


def _folded(word: str) -> str:
    return word.strip().casefold().replace("-", "_").replace(" ", "_")


def explain(word: str, lang: str) -> tuple[dict[str, Any] | None, str]:
    """What the word means, as data with a title and lines; or nothing and the nearest word that has a meaning.

    Without a meaning of its own: where the catalogue has the word.
    """
    names = [*_named(), *_titled()]
    meanings: dict[str, tuple[str, str, Any]] = {}
    for name, kind, thing in names:
        if _folded(name) == _folded(word):
            meanings.setdefault(_id(kind, thing), (name, kind, thing))
    if not meanings:
        places = mentions(word, lang)
        if not places:
            return None, nearest(word, [name for name, _, _ in names])
        said = say("cli.explain.mentioned", lang)
        return _as_data(word.strip(), "mentioned", ("", said, [("mentioned", places)]), lang), ""
    (name, kind, thing), *others = meanings.values()
    title, text, facts = _TOLD[kind](thing, lang)
    more = [_line(kind, thing, lang) for _, kind, thing in others]
    return _as_data(name, kind, (title, text, [*facts, ("homonyms", more)]), lang), ""


def _as_data(word: str, kind: str, told: _Told, lang: str) -> dict[str, Any]:
    title, text, facts = told
    lines = [(_label(key, lang), value) for key, value in facts if value]
    return {"word": word, "kind": kind, "title": title, "text": text, "facts": lines}


def _id(kind: str, thing: Any) -> str:
    """What a thing is called everywhere."""
    if kind in ("stage", "type"):
        return f"{thing[1].id}.{thing[2].stage}"
    return str(thing[1].id if kind in ("question", "element") else thing["id"] if kind == "form" else _plain_id(thing))


def _plain_id(thing: Any) -> str:
    return thing if isinstance(thing, str) else str(thing.id)


def _line(kind: str, thing: Any, lang: str) -> str:
    """A thing in one line: its id and what it is called, or asks."""
    return f"{_id(kind, thing)} {_heading(kind, thing, lang)}"


def _heading(kind: str, thing: Any, lang: str) -> str:
    """What a thing is called; what has no other title than its id says itself."""
    title, text, _ = _TOLD[kind](thing, lang)
    return title if title and title != _id(kind, thing) else text


def mentions(word: str, lang: str) -> list[str]:
    """The things whose title or text has the word: by title, by text, and publications; of many the first few."""
    if len(word.strip()) < _SHORTEST:
        return []
    begins = re.compile(rf"\b{re.escape(word.strip())}", re.IGNORECASE)
    found: list[tuple[int, str]] = []
    for _, kind, thing in _named():
        if kind == "error":
            continue
        langs = dict.fromkeys((lang, "nl", "en"))
        by_title = any(begins.search(_heading(kind, thing, each)) for each in langs)
        if by_title or any(begins.search(_TOLD[kind](thing, each)[1]) for each in langs):
            found.append((2 if kind == "reference" else 0 if by_title else 1, _line(kind, thing, lang)))
    lines = [line for _, line in sorted(found, key=lambda each: each[0])]
    more = len(lines) - _PLACES
    return lines if more <= 0 else [*lines[:_PLACES], say("cli.explain.more", lang, n=more)]


def _check(check: _core.Check, lang: str) -> _Told:
    facts = [("about", ", ".join(check.questions)), ("settles", check.settles.get(lang))]
    return check.title.get(lang), check.rule.get(lang), facts


def _question(of: tuple[_core.Instrument, _core.Question], lang: str) -> _Told:
    instrument, question = of
    element = instrument.element(question.element)
    other, key = ("nl", "dutch") if lang == "en" else ("en", "english")
    answers = ""
    if question.scale and not question.stages:
        scale = instrument.scale(question.scale)
        answers = ", ".join(f"{label.value} {label.text.get(lang)}" for label in scale.labels)
    numbered = question.ordering != "types"
    stages = "; ".join(
        f"{stage.stage} {stage.title.get(lang)}" if numbered else stage.title.get(lang) for stage in question.stages
    )
    advice = [item.text.get(lang) for item in _core.advice() if question.id in item.questions]
    order = say("cli.explain.order", lang, ordering=question.ordering) if question.ordering else ""
    facts = [
        (key, question.text.get(other)),
        ("about", f"{element.id} {element.title.get(lang)}"),
        ("scale", answers),
        ("types" if question.ordering == "types" else "stages", stages),
        ("order", order),
        ("advice", advice),
        *background.beside(question.id, lang),
        ("source", instrument.source.citation()),
    ]
    return "", question.text.get(lang), facts


def _element(of: tuple[_core.Instrument, _core.Element], lang: str) -> _Told:
    instrument, element = of
    questions = [f"{q.id} {q.text.get(lang)}" for q in instrument.questions if q.element == element.id]
    facts = [
        ("questions", questions),
        ("related", ", ".join(_core.crosswalk().get(element.id, []))),
        ("about", instrument.id),
        ("source", instrument.source.citation()),
    ]
    return element.title.get(lang), element.description.get(lang) if element.description else "", facts


def _instrument(instrument: _core.Instrument, lang: str) -> _Told:
    text = instrument.description.get(lang)
    if not instrument.validated:
        text = say("cli.explain.not_validated", lang, text=text)
    elements = [f"{element.id} {element.title.get(lang)}" for element in instrument.elements]
    return instrument.title.get(lang), text, [("element", elements), ("source", instrument.source.citation())]


def _stage(of: tuple[_core.Instrument, _core.Question, _core.Stage], lang: str) -> _Told:
    instrument, question, stage = of
    facts = [
        ("about", f"{question.id} {question.text.get(lang)}"),
        ("order", say("cli.explain.order", lang, ordering=question.ordering)),
        ("source", instrument.source.citation()),
    ]
    return stage.title.get(lang), stage.description.get(lang), facts


def _term(term: Term, lang: str) -> _Told:
    return term.title(lang), term.text(lang), [("python", term.python)]


_TOLD: dict[str, Callable[[Any, str], _Told]] = {
    "check": _check,
    "question": _question,
    "element": _element,
    "instrument": _instrument,
    "error": lambda code, lang: ("", meaning_of_error(code, lang), []),
    "term": _term,
    "stage": _stage,
    "type": _stage,
    **background.TOLD,
}
