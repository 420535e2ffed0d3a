"""The questions of a conversion, asked in a terminal or written to a short workbook that takes the answers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from ..errors import ParseError, Where, problem
from ..io.atomic import whole_file
from ..io.workbook.reader import WorkbookError, sheets_of
from ..io.workbook.xlsx import Workbook
from ..texts import Claim, say
from .questions import Line, Question, agree, answered
from .sheet import Ask, clean
from .unreadable import unreadable

__all__ = ["Asker", "read_answers", "said", "write_questions"]

_WIDTHS = (5, 60, 34, 26, 26, 40, 24)
_ABOUT, _ANSWER, _QUESTION = 2, 6, 7  # columns of the workbook; the last is hidden
_LIST = 255  # letters of a drop-down list, as Excel allows
_SHOWN = 12  # answers that are listed with a line; more are named by how many there are
_LONGEST = 70
_LINES = 60  # lines of a question that are shown before they are agreed to


def said(lang: str) -> Callable[[Claim | str], str]:
    """How the words of an answer are said."""
    return lambda words: words.say(lang) if isinstance(words, Claim) else str(words)


def _allowed(line: Line, lang: str) -> str:
    """The answers that a line takes, with their words where those are others than the name."""
    tell = said(lang)
    names = [name if tell(words) == name else f"{name} ({tell(words)})" for name, words in line.allowed.items()]
    names = [name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…" for name in names]
    if len(names) <= _SHOWN:
        return ", ".join(names)
    return say("convert.asking.and_more", lang, names=", ".join([*names[:3], names[-1]]), n=len(names) - 4)


def _proposal(line: Line, lang: str) -> str:
    """The proposed answer in words."""
    words = line.allowed.get(line.proposal, "")
    told = said(lang)(words)
    return line.proposal if told in ("", line.proposal) else f"{line.proposal} ({told})"


class Asker:
    """Asks in a terminal, one question after another: Enter agrees, `n` goes through the lines, `s` stops."""

    def __init__(self, lang: str, read: Callable[[str], str] = input, out: TextIO | None = None) -> None:
        self.lang = lang
        self._read = read
        self._out = out
        self.asked = 0

    def _tell(self, text: str = "") -> None:
        print(text, file=self._out)

    def ask(self, question: Question) -> bool:
        """Puts one question; False when the person stops."""
        self.asked += 1
        self._tell()
        kinds: dict[str, Ask] = {}
        for ask in question.asks:  # the lines below tell the others of its kind
            kinds.setdefault(ask.key, ask)
        for number, ask in enumerate(kinds.values()):
            self._tell(f"{'  ' if number else f'{self.asked}.'} {ask.say(self.lang, by_hand=False)}")
        for line in question.lines[:_LINES]:
            self._tell("   " + self._told(line))
        if question.sure:
            return self._agreed(question)
        return all(self._line(line) for line in question.lines)

    def _told(self, line: Line) -> str:
        examples = say("convert.asking.examples", self.lang, cells="; ".join(line.examples)) if line.examples else ""
        key = "convert.asking.line" if line.proposal else "convert.asking.open_line"
        told = say(key, self.lang, about=line.about, proposal=_proposal(line, self.lang))
        return f"{told} {examples}".strip()

    def _agreed(self, question: Question) -> bool:
        """Yes to the whole question, or each line by itself."""
        while True:
            answer = self._read(say("convert.asking.agree", self.lang, n=len(question.lines)) + " ").strip().casefold()
            if answer in say("convert.asking.stop_words", self.lang).split():
                return False
            if not answer or answer in say("convert.asking.yes_words", self.lang).split():
                agree(question)
                return True
            if answer in say("convert.asking.no_words", self.lang).split():
                return all(self._line(line) for line in question.lines)
            if len(question.lines) == 1 and answered(question.lines[0], answer, said(self.lang)):
                return True
            self._tell("   " + say("convert.asking.unknown", self.lang))

    def _line(self, line: Line) -> bool:
        """One line: its answer by name or words; nothing is the proposal."""
        self._tell("   " + self._told(line))
        self._tell("   " + say("convert.asking.allowed", self.lang, allowed=_allowed(line, self.lang)))
        while True:
            answer = self._read(say("convert.asking.answer", self.lang) + " ")
            if answer.strip().casefold() in say("convert.asking.stop_words", self.lang).split():
                return False
            if answered(line, answer, said(self.lang)):
                return True
            self._tell("   " + say("convert.asking.not_allowed", self.lang, allowed=_allowed(line, self.lang)))


def write_questions(questions: list[Question], path: Path, lang: str) -> Path:
    """Writes the questions to a workbook with one row per line; who agrees leaves the answer empty."""
    with whole_file(path) as temporary:
        book = Workbook(temporary)
        sheet = book.book.add_worksheet(say("convert.asking.sheet", lang))
        bold = book.book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        wrap = book.book.add_format({"text_wrap": True, "valign": "top"})
        for at, (name, width) in enumerate(zip(say("convert.asking.columns", lang).split("|"), _WIDTHS, strict=True)):
            sheet.set_column(at, at, width)
            sheet.write_string(0, at, name, bold)
        sheet.set_column(_QUESTION, _QUESTION, None, None, {"hidden": True})
        lines = [(number, question, line) for number, question in enumerate(questions, 1) for line in question.lines]
        for row, (number, question, line) in enumerate(lines, 1):
            asked = question.asks[0].say(lang, by_hand=False) if line is question.lines[0] else ""
            cells = [str(number), asked, line.about, "; ".join(line.examples), _proposal(line, lang)]
            for at, cell in enumerate([*cells, _allowed(line, lang), "", question.id]):
                sheet.write_string(row, at, cell, wrap)
            if sum(len(name) + 1 for name in line.allowed) < _LIST:
                sheet.data_validation(row, _ANSWER, row, _ANSWER, {"validate": "list", "source": list(line.allowed)})
        sheet.freeze_panes(1, 0)
        book.print_wide(sheet)
        book.close()
    return path


def read_answers(questions: list[Question], path: Path, lang: str) -> None:
    """Takes the answers of such a workbook, and the proposals where it has none.

    Raises ParseError (HV-101, HV-116) when it cannot be read, and (HV-207) with the row of an answer that a line does
    not take.
    """
    rows = {(row[_QUESTION], row[_ABOUT]): (at, row) for at, row in _rows(path)}
    for question in questions:
        for line in question.lines:
            at, row = rows.get((question.id, line.about), (0, []))
            if not row or not (row[_ANSWER] or line.proposal):
                continue
            if not answered(line, row[_ANSWER], said(lang)):
                expected = Claim("problem.expected.answer_of_line", {"allowed": _allowed(line, lang)})
                about = "problem.subject.answer_of_line"
                raise problem(ParseError, "HV-207", about, expected, Where(path.name, at), value=row[_ANSWER])


def _rows(path: Path) -> list[tuple[int, list[str]]]:
    """The rows under the heading that have all columns, with their numbers."""
    try:
        sheets = sheets_of(path.read_bytes())
    except OSError as error:
        raise unreadable("HV-101", "no_file", Where(path.name), error) from error
    except WorkbookError as error:
        raise problem(
            ParseError,
            "HV-116",
            "problem.subject.file",
            "problem.expected.workbook_of_questions",
            Where(path.name),
        ) from error
    table = [[clean(cell) for cell in row] for row in next(iter(sheets.values()), [])]
    return [(at, row) for at, row in enumerate(table, 1) if at > 1 and len(row) > _QUESTION]
