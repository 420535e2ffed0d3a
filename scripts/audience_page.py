"""Writes docs/method/audiences.md: source and own wording side by side, and how easy each is to read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import houvast

ROOT = Path(__file__).parents[1]
PATH = ROOT / "docs" / "method" / "audiences.md"
sys.path.insert(0, str(ROOT / "tests" / "python" / "support"))

from readability import flesch_douma  # noqa: E402

NAMES = {"plain": "gewone taal", "parent": "ouders", "young": "jongeren (12+)", "child": "kinderen (8+)"}
INTRODUCTION = """# Source and own words side by side

The questions of *Houvast* were written for professionals. Beside each stand wordings of houvast's own for other
audiences: plain Dutch, parents, young people of 12 and older, and children of 8 and older, each with what was given up
against the source. Where no fair wording exists the audience is not asked, and what it is not asked is not compared.
**None of this was tried out with respondents yet: this page is here to be commented on.**

How it is used: [surveys in the words of each audience](../guides/audiences.md). A wording that you would put
differently goes into an instrument of your own ([wordings for an audience](../reference/instruments.md)).

## How easy it is to read

Reading ease by Douma (1960), *De leesbaarheid van landbouwbladen*: 206.84 − 0.77 × syllables per 100 words − 0.93 ×
words per sentence. 60 and more is standard or easier, 80 and more is easy. The measure knows length only: whether a
word is known, people have to tell.

| for whom | questions | reading ease | hardest question |
|---|---|---|---|
"""


def measured(name: str, texts: list[str]) -> str:
    """A row of the table of reading ease."""
    ease = [flesch_douma(text) for text in texts]
    return f"| {name} | {len(texts)} | {flesch_douma(' '.join(texts)):.0f} | {min(ease):.0f} |\n"


def asked(questions: list[houvast._core.Question], audience: str) -> list[str]:
    """The wordings of those questions that an audience is asked."""
    wordings = [question.wording(audience) for question in questions]
    return [wording.nl for wording in wordings if wording is not None]


def beside(question: houvast._core.Question) -> Iterator[str]:
    """One question: the source's words, what is hard about them, and the own words under it."""
    yield f"### {question.id}\n\n> {question.text.nl}\n\n"
    if question.closed_part is not None and question.form == "mixed":
        yield f"The part that is rated: *{question.closed_part.nl}*\n\n"
    if question.caution is not None:
        yield f"Mind: {question.caution.nl}\n\n"
    yield "| for whom | own words | what was given up, or why it is not asked |\n|---|---|---|\n"
    for audience in NAMES:
        own = question.audiences[audience]
        words = own.text.nl if own.text is not None else "—"
        note = own.note or own.not_for
        yield f"| {NAMES[audience]} | {words} | {note.nl if note is not None else ''} |\n"
    yield "\n"


def page() -> str:
    """The page as the instrument has it."""
    instrument = houvast.instrument("six-elements")
    questions = list(instrument.questions)
    parts = [INTRODUCTION, measured("the source", [question.text.nl for question in questions])]
    parts += [measured(name, asked(questions, audience)) for audience, name in NAMES.items()]
    for element in instrument.elements:
        parts.append(f"\n## {element.id} {element.title.nl}\n\n")
        named = [audience for audience in NAMES if audience in element.audiences]
        parts += [f"- {NAMES[audience]}: *{element.audiences[audience].nl}*\n" for audience in named]
        parts.append("\n")
        for question in questions:
            if question.element == element.id:
                parts += beside(question)
    return "".join(parts).rstrip() + "\n"


if __name__ == "__main__":
    PATH.write_text(page(), encoding="utf-8")
