"""Which columns hold what: answers in a column per question, or one answer per row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .. import _core
from ..errors import ParseError, Where, choose, nearest, problem
from ..scoring import Tally

__all__ = ["Layout"]


@dataclass(frozen=True)
class Layout:
    """Where answers, groups and waves stand in a table.

    Wide: a column per rated question, called by its id unless `columns` says otherwise. Long, when there is no column
    of a question and there is one called `question`: one answer per row.
    """

    groups: str | None = None
    waves: str | None = None
    respondent: str = "respondent"
    question: str = "question"
    answer: str = "answer"
    columns: Mapping[str, str] = field(default_factory=dict)

    def questions(self, instrument: _core.Instrument) -> list[str]:
        """The rated questions of an instrument. Raises InvalidValueError HV-502 when `columns` names another one."""
        rated = Tally(instrument).questions
        for question in self.columns:
            choose(question, rated, "problem.subject.question", "HV-502")
        return rated

    def is_long(self, names: Iterable[str]) -> bool:
        """Whether a table with columns of these names holds one answer per row."""
        return self.question in set(names)

    def wanted(self, questions: Iterable[str], names: Iterable[str], file: str) -> dict[str, str]:
        """What is counted, by what it is: role or question id → column. Raises ParseError HV-112, HV-114."""
        known = list(names)
        found = {role: name for role, name in (("groups", self.groups), ("waves", self.waves)) if name is not None}
        if self.is_long(known):
            found |= {"respondent": self.respondent, "question": self.question, "answer": self.answer}
        else:
            found |= {question: self.columns.get(question, question) for question in questions}
        often = Counter(known)
        for name in found.values():
            if often[name] == 0:
                near, where = nearest(name, known), Where(file)
                raise problem(
                    ParseError,
                    "HV-112",
                    "problem.subject.column",
                    "problem.expected.this_column",
                    where,
                    value=name,
                    near=near,
                )
            if often[name] > 1:
                expected = "problem.expected.column_once"
                raise problem(ParseError, "HV-114", "problem.subject.column", expected, Where(file), value=name)
        return found
