"""What `explain` knows beside instruments: definitions, forms, advice, practices elsewhere, and the sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from .. import _core

__all__ = ["TOLD", "beside", "named", "titled"]

_Told = tuple[str, str, list[tuple[str, Any]]]  # title, text, facts


def named() -> Iterator[tuple[str, str, Any]]:
    """Every id with its kind and its thing."""
    for definition in _core.definitions():
        yield definition.id, "definition", definition
    for form in _core.forms_of_collaboration():
        for each in (form, *form["variants"]):
            yield each["id"], "form", each
    for idea in _core.advice():
        yield idea.id, "idea", idea
    for case in _core.cases():
        yield case.id, "case", case
    for reference in _core.sources():
        yield reference.id, "reference", reference


def titled() -> Iterator[tuple[str, str, Any]]:
    """Other words for what has an id."""
    for definition in _core.definitions():
        for word in (definition.term.nl, definition.term.en, *definition.also):
            yield word, "definition", definition
    for form in _core.forms_of_collaboration():
        for each in (form, *form["variants"]):
            for title in (each["title"].nl, each["title"].en):
                yield from ((word, "form", each) for word in dict.fromkeys((title, title.split(":")[0])))


def beside(question: str, lang: str) -> list[tuple[str, Any]]:
    """What helped elsewhere and where to look, for a question or a factor."""
    helped = [
        f"{case.id} {case.place}: {case.title.get(lang)}"
        for case in _core.cases()
        if question in (*case.questions, *case.factors)
    ]
    look = [f"{each.citation} {each.url}".strip() for each in _core.sources() if question in each.questions]
    return [("definition", _words(question, lang)), ("cases", helped), ("pointers", look)]


def _words(id: str, lang: str) -> list[str]:
    """The words of the sources that help to read a question, a factor or a form."""
    return [each.term.get(lang) for each in _core.definitions() if id in each.about]


def _source(document: str, section: str) -> tuple[str, str]:
    return ("source", f"{document}, {section}")


def _definition(definition: _core.Definition, lang: str) -> _Told:
    facts: list[tuple[str, Any]] = [("about", ", ".join(definition.about))]
    facts.append(_source(definition.source_document, definition.source_section))
    return definition.term.get(lang), definition.text.get(lang), facts


def _form(form: dict[str, Any], lang: str) -> _Told:
    variants = [f"{each['id']} {each['title'].get(lang)}" for each in form.get("variants", ())]
    facts = [("form", variants), ("sector", ", ".join(form.get("sectors", ())))]
    facts += [("definition", _words(form["id"], lang)), _source("MAO", "2")]
    return form["id"], form["title"].get(lang), facts


def _idea(idea: _core.Advice, lang: str) -> _Told:
    facts = [("questions", ", ".join(idea.questions)), ("factors", ", ".join(idea.factors))]
    return idea.id, idea.text.get(lang), [*facts, _source(idea.source_document, idea.source_section)]


def _case(case: _core.PracticeCase, lang: str) -> _Told:
    facts = [("questions", ", ".join(case.questions)), ("factors", ", ".join(case.factors))]
    title = f"{case.place}: {case.title.get(lang)}"
    return title, case.text.get(lang), [*facts, _source(case.source_document, case.source_section)]


def _reference(reference: _core.Reference, lang: str) -> _Told:
    facts = [("link", reference.url), ("questions", ", ".join(reference.questions))]
    return reference.citation, reference.serves.get(lang), [*facts, ("named", ", ".join(reference.named_in))]


TOLD: Final[dict[str, Callable[[Any, str], _Told]]] = {
    "definition": _definition,
    "form": _form,
    "idea": _idea,
    "case": _case,
    "reference": _reference,
}
