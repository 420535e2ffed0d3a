"""What people wrote: open answers in a view of their own, by element; for inside use, and never released by itself."""

from __future__ import annotations

import typing
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from itertools import groupby

from .. import _core
from ..errors import MissingExtraError, UnknownKeyError, choose
from .reprs import STYLE, badge, escaped, exact, isolate, marked_frame, reader

if typing.TYPE_CHECKING:
    import pandas

__all__ = ["OpenAnswers", "OpenQuestion", "open_answers"]

_LONGEST: typing.Final = 2000  # characters of an answer in a notebook


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """What was written to one question in one wave, in an order that tells nothing of who wrote it."""

    wave: str  #: id of the wave
    instrument: str  #: id of the instrument
    element: str  #: id of the element that the question belongs to
    question: str  #: id of the question
    text: _core.LocalizedText  #: what people were asked to write
    title: _core.LocalizedText  #: of the element
    answers: tuple[str, ...]  #: masked, in alphabetical order

    def say(self, lang: str) -> str:
        """The question and its answers, a line each.

        Parameters
        ----------
        lang : str
            One of `houvast.languages()`.

        Returns
        -------
        str
        """
        return "\n".join([f"{self.question} {self.text.get(lang)}", *(f"  – {answer}" for answer in self.answers)])

    def __repr__(self) -> str:
        answers = ", ".join(isolate(answer) for answer in self.answers)
        return exact(f"OpenQuestion({isolate(self.wave)} {isolate(self.question)}: {answers})")


class OpenAnswers(tuple[OpenQuestion, ...]):
    """The questions that were answered in words, by wave and element."""

    __slots__ = ()

    def say(self, lang: str) -> str:
        """All of them, under their waves and elements.

        Parameters
        ----------
        lang : str
            One of `houvast.languages()`.

        Returns
        -------
        str
        """
        lines = []
        for (wave, _, element), questions in groupby(self, lambda q: (q.wave, q.instrument, q.element)):
            asked = list(questions)
            lines += ["", f"{wave} · {element} {asked[0].title.get(lang)}", *(question.say(lang) for question in asked)]
        return "\n".join(lines[1:])

    def __repr__(self) -> str:
        return exact(f"OpenAnswers({', '.join(f'{isolate(each.wave)} {isolate(each.question)}' for each in self)})")

    def to_frame(self) -> pandas.DataFrame:
        """One row per answer: wave, instrument, element, question, answer (extra `frames`).

        Returns
        -------
        pandas.DataFrame

        Raises
        ------
        MissingExtraError
            HV-601 when pandas is not installed.
        """
        try:
            import pandas
        except ImportError as error:
            raise MissingExtraError.of("frames", "pandas") from error
        names = ("wave", "instrument", "element", "question")
        rows = [(*(getattr(each, name) for name in names), answer) for each in self for answer in each.answers]
        return marked_frame(pandas.DataFrame(rows, columns=[*names, "answer"]))

    def _repr_html_(self) -> str:
        to = reader()
        parts = [STYLE, '<div class="houvast">', badge(to, "inside")]
        for question in self:
            parts.append(
                f"<p><strong>{escape(question.question)}</strong> {escaped(question.text.get(to.texts))}</p><ul>"
            )
            parts += [f"<li>{escaped(answer, _LONGEST)}</li>" for answer in question.answers]
            parts.append("</ul>")
        return "".join([*parts, "</div>"])


def open_answers(study: _core.Study, wave: str | None, masked: Callable[[str], str]) -> OpenAnswers:
    """What was written to every question that is not private to its author, sorted, each text masked."""
    if wave is not None:
        choose(wave, [each.id for each in study.waves], "problem.subject.wave", "HV-505", UnknownKeyError)
    questions = {q.id: (i, q) for i in study.instruments if not i.private for q in i.questions}
    titles = {(i.id, element.id): element.title for i in study.instruments for element in i.elements}
    written: dict[tuple[str, str], list[str]] = {}
    for row in study.tidy_answers().to_dicts():
        if row["text"] and row["question"] in questions and wave in (None, row["wave"]):
            written.setdefault((row["wave"], row["question"]), []).append(masked(row["text"]))
    found = []
    for place in study.waves:
        for id, (instrument, question) in questions.items():
            answers = sorted(written.get((place.id, id), ()), key=str.casefold)
            if answers:
                text, title = question.open_part or question.text, titles[instrument.id, question.element]
                about = (place.id, instrument.id, question.element, id, text, title)
                found.append(OpenQuestion(*about, tuple(answers)))
    return OpenAnswers(found)
