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
INSTRUMENTS = ("six-elements", "know-your-partner", "gerdes-2020")
INTRODUCTION = """# Source and own words side by side

The questions of *Houvast*, of *Ken je samenwerkingspartner* and the dimensions of Gerdes were written for
professionals. Beside each stand wordings of houvast's own for other audiences: plain Dutch, parents, young people of 12
and older, and children of 8 and older, each with what was given up against the source. Where no fair wording exists the
audience is not asked, and what it is not asked is not compared.
**None of this was tried out with respondents yet: this page is here to be commented on.**

How it is used: [surveys in the words of each audience](../guides/audiences.md). A wording that you would put
differently goes into an instrument of your own ([wordings for an audience](../reference/instruments.md)).

## How easy it is to read

Reading ease by Douma (1960), *De leesbaarheid van landbouwbladen*: 206.84 − 0.77 × syllables per 100 words − 0.93 ×
words per sentence. 60 and more is standard or easier, 80 and more is easy. The measure knows length only: whether a
word is known, people have to tell. Answers in own words count with the questions.

| instrument | for whom | questions | reading ease | hardest wording |
|---|---|---|---|---|
"""


def exact(instrument: houvast.Instrument, question: houvast._core.Question) -> str:
    """The source's own words; of a condition of a tie they stand in the part that is answered."""
    exact = question.closed_part if instrument.kind == "dyadic" and question.closed_part is not None else question.text
    return exact.nl


def measured(of: str, name: str, questions: int, texts: list[str]) -> str:
    """A row of the table of reading ease; an audience that is asked nothing has none."""
    if not texts:
        return f"| {of} | {name} | 0 | | |\n"
    whole, hardest = flesch_douma(" ".join(texts)), min(map(flesch_douma, texts))
    return f"| {of} | {name} | {questions} | {whole:.0f} | {hardest:.0f} |\n"


def measures(instrument: houvast.Instrument) -> Iterator[str]:
    """The rows of an instrument."""
    questions, of = list(instrument.questions), instrument.id
    yield measured(of, "the source", len(questions), [exact(instrument, question) for question in questions])
    for audience, name in NAMES.items():
        asked = [text.nl for question in questions if (text := question.wording(audience)) is not None]
        answers = [text.nl for scale in instrument.scales for text in answers_of(scale, audience)]
        yield measured(of, name, len(asked), asked + answers)


def answers_of(scale: houvast.Scale, audience: str) -> list[houvast.LocalizedText]:
    """The answers of a scale in the words of an audience."""
    return [label.audiences[audience] for label in scale.labels if audience in label.audiences]


def beside(instrument: houvast.Instrument, question: houvast._core.Question) -> Iterator[str]:
    """One question: the source's words, what is hard about them, and the own words under it."""
    yield f"#### {question.id}\n\n> {exact(instrument, question)}\n\n"
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
    if question.scale is not None and not shared(instrument, question.scale):
        yield from answers(instrument.scale(question.scale))


def shared(instrument: houvast.Instrument, scale: str) -> bool:
    """Whether several questions have the same answers: these stand once, before all questions."""
    return sum(question.scale == scale for question in instrument.questions) > 1


def answers(scale: houvast.Scale) -> Iterator[str]:
    """The answers beside those in own words, when there are any."""
    own_scale = scale.source == "own definition"
    first = "answer (houvast's own scale; the source has none)" if own_scale else "answer in the source"
    asked = [audience for audience in NAMES if answers_of(scale, audience)]
    if asked:
        yield f"| {first} | " + " | ".join(NAMES[audience] for audience in asked) + " |\n"
        yield "|---" * (len(asked) + 1) + "|\n"
        for label in scale.labels:
            own = " | ".join(label.audiences[audience].nl for audience in asked)
            yield f"| {label.value} “{label.text.nl}” | {own} |\n"
        yield "\n"


def section(instrument: houvast.Instrument) -> Iterator[str]:
    """All questions of an instrument."""
    yield f"\n## {instrument.title.nl}\n\n{instrument.source.citation()}\n"
    told = "".join(part for scale in instrument.scales if shared(instrument, scale.id) for part in answers(scale))
    yield f"\n{told.rstrip()}\n" if told else ""
    for element in instrument.elements:
        yield f"\n### {element.id} {element.title.nl}\n\n"
        named = [audience for audience in NAMES if audience in element.audiences]
        yield from (f"- {NAMES[audience]}: *{element.audiences[audience].nl}*\n" for audience in named)
        yield "\n"
        for question in instrument.questions:
            if question.element == element.id:
                yield from beside(instrument, question)


def page() -> str:
    """The page as the instruments have it."""
    shown = [houvast.instrument(name) for name in INSTRUMENTS]
    parts = [INTRODUCTION, *(row for instrument in shown for row in measures(instrument))]
    parts += [part for instrument in shown for part in section(instrument)]
    return "".join(parts).rstrip() + "\n"


if __name__ == "__main__":
    PATH.write_text(page(), encoding="utf-8")
