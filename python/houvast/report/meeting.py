"""The facilitator's page: a plan for a meeting of 60, 90 or 120 minutes about the questions of the agenda, to print.

It is made from a release, so that it may lie on the table. Agreements are noted under the headings of the workbook's
sheet of goals, and come back through it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any, Final

from ..errors import InvalidValueError, choose, problem
from ..io.atomic import vacant, write_text
from ..release import Releasable, opened
from ..release.facts import total_key
from ..results.elsewhere import places, practices
from ..texts import right_to_left, say
from .desk import Desk

__all__ = ["AGREEMENT", "LENGTHS", "Step", "plan_of", "write_meeting"]


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a meeting of some length is divided: its questions, and minutes for each part."""

    questions: int
    opening: int
    question: int
    pause: int
    agreements: int
    closing: int


_SHAPES: Final = {
    60: _Shape(2, opening=8, question=20, pause=0, agreements=9, closing=3),
    90: _Shape(3, opening=10, question=20, pause=0, agreements=15, closing=5),
    120: _Shape(3, opening=10, question=25, pause=10, agreements=18, closing=7),
}
LENGTHS: Final = tuple(_SHAPES)
_LONGEST = 30  # minutes for one question
_ROUNDS: Final = (("quiet", 0.1), ("families", 0.4), ("others", 0.25), ("together", 0.25))
_DO: Final = ("circle", "beside", "pass", "silence", "work", "small")
_DO_NOT: Final = ("guess", "rank", "explain", "names", "alone", "promise")
_BEFORE: Final = ("invite", "words", "print", "room")
# The columns of the workbook's sheet of goals that are filled in at the table.
AGREEMENT: Final = ("title", "element", "owner", "due", "indicator")
_ROWS: Final = 4
_MOST: Final = 2  # pieces of advice, practices and places to look with a question


@dataclass(frozen=True, slots=True)
class Step:
    """A part of the meeting: which, from which minute, how long, and of the rounds the number of the question."""

    part: str
    start: int
    minutes: int
    question: int = 0


def plan_of(minutes: int, questions: int) -> list[Step]:
    """The parts of a meeting in order; with fewer questions each has more time, and the agreements the rest.

    Parameters
    ----------
    minutes : int
        60, 90 or 120.
    questions : int
        How many questions the agenda has, at least 1.

    Returns
    -------
    list of Step
    """
    shape = _SHAPES[minutes]
    asked = min(questions, shape.questions)
    whole = shape.question * shape.questions
    each = min(whole // asked, _LONGEST)
    parts = [("opening", shape.opening, 0)]
    for number in range(1, asked + 1):
        if shape.pause and number == asked and asked > 1:
            parts.append(("pause", shape.pause, 0))
        parts += [(round_, length, number) for round_, length in _rounds(each)]
    spare = whole - each * asked + (shape.pause if asked == 1 else 0)
    parts += [("agreements", shape.agreements + spare, 0), ("closing", shape.closing, 0)]
    steps, start = [], 0
    for part, length, number in parts:
        steps.append(Step(part, start, length, number))
        start += length
    return steps


def _rounds(minutes: int) -> list[tuple[str, int]]:
    """The rounds about one question: parents and young people speak first, and longest."""
    lengths = [(name, round(minutes * part)) for name, part in _ROUNDS[:-1]]
    return [*lengths, (_ROUNDS[-1][0], minutes - sum(length for _, length in lengths))]


def write_meeting(
    release: Releasable, path: str | os.PathLike[str], *, minutes: int = 90, lang: str = "nl", force: bool = False
) -> Path:
    """Writes the facilitator's page of a meeting about the agenda of a release, as one file of HTML to print.

    Parameters
    ----------
    release : Release or release document
        Whose agenda is talked about.
    path : path
        The .html file to write.
    minutes : int
        60, 90 or 120: two questions in an hour, three in a longer meeting.
    lang : str
        Language of the page, one of `houvast.languages()`.
    force : bool
        Whether a file that is there already is replaced.

    Returns
    -------
    pathlib.Path
        Where it was written.

    Raises
    ------
    DisclosureError
        HV-404 for anything but a release.
    UnknownKeyError
        HV-503 for a language that does not exist.
    InvalidValueError
        HV-303 for another length, HV-305 when the agenda is empty.
    FileAccessError
        HV-118 when the file is there already.
    """
    length = int(choose(str(minutes), [str(each) for each in LENGTHS], "problem.subject.minutes"))
    desk = Desk(opened(release), lang)
    if not desk.release.agenda:
        raise problem(InvalidValueError, "HV-305", "problem.subject.agenda", "problem.expected.one_or_more")
    vacant(path, force)
    return write_text(path, _page(desk, length))


def _page(desk: Desk, minutes: int) -> str:
    lang = desk.texts.lang
    style = (Path(__file__).parent / "templates" / "meeting.css").read_text(encoding="utf-8")
    title = say("meeting.title", lang, study=desk.texts.pick(desk.release.title))
    direction = "rtl" if right_to_left(lang) else "ltr"
    steps = plan_of(minutes, len(desk.release.agenda))
    body = "\n".join([*_opening(title, minutes, steps, lang), *_questions(desk, steps), *_end(desk, lang)])
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{style}</style>'
    return f'<!doctype html>\n<html lang="{lang}" dir="{direction}"><head>{head}</head>\n<body>{body}</body></html>\n'


def _opening(title: str, minutes: int, steps: list[Step], lang: str) -> Iterator[str]:
    """The title, what to do before, and the plan."""
    yield _tag("h1", title)
    yield _tag("p", say("meeting.about", lang, minutes=minutes))
    yield _tag("h2", say("meeting.before", lang))
    yield _list(say("meeting.before." + each, lang) for each in _BEFORE)
    yield _tag("h2", say("meeting.plan", lang, minutes=minutes))
    rows = []
    for step in steps:
        when = say("meeting.when", lang, start=step.start, end=step.start + step.minutes)
        what = say("meeting.step." + step.part, lang, number=step.question)
        rows.append([when, what, say("meeting.how." + step.part, lang)])
    yield _table([say("meeting.head." + name, lang) for name in ("when", "what", "how")], rows)


def _questions(desk: Desk, steps: list[Step]) -> Iterator[str]:
    """A sheet per question: why it is on the agenda, how to open, and what helped elsewhere."""
    lang = desk.texts.lang
    asked = max(step.question for step in steps)
    for number, item in enumerate(desk.release.agenda[:asked], start=1):
        key = total_key(item.total)
        text = desk.words.question_text(item.total.instrument, item.total.id).text
        yield '<section class="question">'
        yield _tag("h2", say("meeting.question", lang, number=number, question=text))
        yield _tag("p", " ".join(sentence.say(lang) for sentence in desk.statements("agenda", key)))
        opening = " ".join(sentence.say(lang) for sentence in desk.statements("agenda", f"{key}/opening"))
        yield _tag("p", say("meeting.open_with", lang, opening=opening), "say")
        yield from _helped(desk, item, lang)
        yield "</section>"


def _helped(desk: Desk, item: Any, lang: str) -> Iterator[str]:
    """Advice, practices elsewhere and places to look, for one question."""
    question = item.total.id
    advice = [each.text.get(lang) for each in item.advice]
    cases = [
        say("meeting.case", lang, place=each.place, text=each.text.get(lang), source=each.source_document)
        for each in practices(question)
    ]
    pointers = [
        say("meeting.pointer", lang, name=each.citation.rstrip("."), serves=each.serves.get(lang))
        for each in places(question)
    ]
    for heading, lines in (("advice", advice), ("cases", cases), ("pointers", pointers)):
        if lines:
            yield _tag("h3", say("meeting.helped." + heading, lang))
            yield _list(lines[:_MOST])


def _end(desk: Desk, lang: str) -> Iterator[str]:
    """What protects people from shame, and the agreements."""
    yield '<section class="rules">'
    yield _tag("h2", say("meeting.do", lang))
    yield _list(say("meeting.do." + each, lang) for each in _DO)
    yield _tag("h2", say("meeting.do_not", lang))
    yield _list(say("meeting.do_not." + each, lang) for each in _DO_NOT)
    yield "</section><section>"
    yield _tag("h2", say("meeting.agreements", lang))
    yield _tag("p", say("meeting.agreements.about", lang, sheet=say("workbook.sheet.goals", lang)))
    yield _table([say("meeting.column." + name, lang) for name in AGREEMENT], [[""] * len(AGREEMENT)] * _ROWS)
    yield _tag("p", say("meeting.credit", lang, policy=desk.release.policy), "credit")
    yield "</section>"


def _tag(name: str, text: str, kind: str = "") -> str:
    style = f' class="{kind}"' if kind else ""
    return f"<{name}{style}>{escape(text, quote=False)}</{name}>"


def _list(lines: Any) -> str:
    return "<ul>" + "".join(_tag("li", line) for line in lines) + "</ul>"


def _table(head: list[str], rows: list[list[str]]) -> str:
    body = "".join("<tr>" + "".join(_tag("td", cell) for cell in row) + "</tr>" for row in rows)
    heads = "".join(f'<th scope="col">{escape(cell, quote=False)}</th>' for cell in head)
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"
