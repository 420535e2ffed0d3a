"""Answers one per row: which rows are of one respondent, and what they say."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from .. import _core
from ..errors import InvalidValueError, Issue, ValidationError, issue, nearest, problem, problems
from ..scoring import Tally
from .arrow import pyarrow, whole
from .cells import GAP, Place, Words, answer_bytes, off_scale, words_of
from .layout import Layout

__all__ = ["LongAnswers", "whole_respondents"]

_SKIPPED = 253
_OPEN = -1  # a question of the instrument that is not rated
Numbers = npt.NDArray[np.int64]


def _plain(column: Any) -> Any:
    """A column without a dictionary, in one piece."""
    column = whole(column)
    return column.dictionary_decode() if pyarrow().types.is_dictionary(column.type) else column


def whole_respondents(column: Any, place: Place, name: str) -> int:
    """How many rows from the first on are of respondents who are complete: all but those of the last one.

    Respondents ascend, so that nobody comes back whose answers were counted already. Raises ValidationError HV-208 for
    one that does not, and for a cell without a respondent.
    """
    compute, ids = pyarrow().compute, _plain(column)

    def refuse(expected: str, row: int) -> None:
        where = place.where(row, name)
        raise problem(ValidationError, "HV-208", "problem.subject.respondent", expected, where)

    if ids.null_count:
        refuse("problem.expected.respondent_of_answer", compute.index(ids.is_null(), True).as_py())
    if (back := compute.index(compute.less(ids[1:], ids[:-1]), True).as_py()) >= 0:
        refuse("problem.expected.respondents_ascend", back + 1)
    return int(compute.index(ids, ids[-1]).as_py())


class LongAnswers:
    """Rows of whole respondents: a unit to count is what one respondent answered in one wave."""

    def __init__(
        self, table: Any, place: Place, layout: Layout, instrument: _core.Instrument, questions: list[str]
    ) -> None:
        self._table, self._place, self._layout = table, place, layout
        question = self._questions(instrument, questions)
        self._rows = np.flatnonzero(question != _OPEN)
        self._question = question[self._rows]
        self._code = self._codes([instrument.scale_of(each) for each in questions], questions)
        self.labels: dict[str, Words] = {}
        self._unit, first = self._units(table)
        self._label(first)

    def _units(self, table: Any) -> tuple[Numbers, Numbers]:
        """The unit of every row, and the first row of each."""
        ids = _plain(table.column("respondent"))
        other = pyarrow().compute.not_equal(ids[1:], ids[:-1]).to_numpy(zero_copy_only=False)
        number = np.concatenate([[0], np.cumsum(other)])
        if "waves" in table.schema.names:
            words = words_of(table.column("waves"))
            number = number * len(words.texts) + words.codes
        _, first, unit = np.unique(number, return_index=True, return_inverse=True)
        return unit, first

    def _label(self, first: Numbers) -> None:
        for role, name in (("groups", self._layout.groups), ("waves", self._layout.waves)):
            if name is None:
                continue
            words = words_of(self._table.column(role))
            of_unit = words.codes[first]
            other = of_unit[self._unit] != words.codes
            if other.any():
                where = self._place.where(int(other.argmax()), name)
                expected = "problem.expected.one_group_per_respondent"
                raise problem(ValidationError, "HV-209", "problem.subject.respondent", expected, where)
            self.labels[role] = Words(words.texts, of_unit)

    def _questions(self, instrument: _core.Instrument, questions: list[str]) -> npt.NDArray[np.int32]:
        """The position of the question of every row."""
        words = words_of(self._table.column("question"))
        ids = {question.id for question in instrument.questions}
        called = {self._layout.columns.get(question, question): i for i, question in enumerate(questions)}
        known = dict.fromkeys(ids, _OPEN) | called
        place = [known.get(text) for text in words.texts]
        if None in place:
            text = words.texts[place.index(None)]
            where = self._place.where(int((words.codes == place.index(None)).argmax()), self._layout.question)
            raise problem(
                ValidationError,
                "HV-202",
                "problem.subject.question",
                "problem.expected.question_of_instruments",
                where,
                value=text,
                near=nearest(text, known),
            )
        return np.array(place, dtype=np.int32)[words.codes]

    def _codes(self, scales: list[_core.Scale], questions: list[str]) -> npt.NDArray[np.uint8]:
        """The byte of every row of a rated question."""
        column = _plain(self._table.column("answer"))
        codes = np.full(len(self._rows), _SKIPPED, dtype=np.uint8)
        issues: list[Issue] = []
        by_scale = {scale.id: scale for scale in scales}
        scale_of = np.array([list(by_scale).index(scale.id) for scale in scales])[self._question]
        for i, scale in enumerate(by_scale.values()):
            mine = np.flatnonzero(scale_of == i)
            if not len(mine):
                continue
            found, wrong = answer_bytes(column if len(mine) == len(column) else column.take(self._rows[mine]), scale)
            codes[mine] = np.where(found == GAP, _SKIPPED, found)
            if wrong.any():
                counted = int(mine[wrong.argmax()])
                row = int(self._rows[counted])
                where = self._place.where(row, self._layout.answer)
                issues.append(off_scale(column[row].as_py(), questions[self._question[counted]], scale, where))
        if issues:
            raise problems(ValidationError, issues)
        return codes

    def add_to(self, tally: Tally, of: dict[str, Any], threads: int) -> None:
        """Counts the answers. Raises ValidationError HV-203 for the same answer twice."""
        unit = self._unit[self._rows]
        try:
            tally.update_long(unit, self._question, self._code, int(self._unit.max()) + 1, threads=threads, **of)
        except InvalidValueError as error:
            if error.code != "HV-304" or error.where.row is None:
                raise
            row = int(self._rows[error.where.row - 1])
            where = self._place.where(row, self._layout.question)
            found = issue("HV-203", "problem.subject.answer", "problem.expected.one_answer", where)
            raise problems(ValidationError, [found]) from None
