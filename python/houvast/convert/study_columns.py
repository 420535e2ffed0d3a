"""Which column of a frame of answers is what: questions by id or text, who answered, when, and about themselves."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ..errors import ParseError, Where, issue, nearest, problems
from .match import propose
from .personal import personal
from .sheet import Column, clean
from .tables import ANSWER, QUESTION, found_names
from .vocabulary import Vocabulary, fold

__all__ = ["AnswerColumns", "answer_columns"]

_TEXT = ("text", "tekst", "toelichting")
_ROLES = ("party", "wave", "attribute", "respondent", "response")


@dataclass
class AnswerColumns:
    """The columns of a frame of answers, by what they are."""

    count: int
    wide: bool
    questions: dict[str, tuple[str, list[Any]]] = field(default_factory=dict)  # column of the format → heading, cells
    roles: dict[str, list[tuple[str, list[str]]]] = field(default_factory=dict)  # role or attribute → headings, cells

    def heading(self, role: str) -> str:
        """The heading of the column that has a role."""
        return self.roles[role][0][0]

    def cells(self, role: str) -> list[str]:
        """The cells of the column that has a role, or none."""
        return self.roles[role][0][1] if role in self.roles else []

    @property
    def attributes(self) -> list[str]:
        """What people tell about themselves."""
        return [name for name in self.roles if name not in ("party", "wave", "respondent", "address", "response")]

    def told(self) -> list[dict[str, str]]:
        """What people tell about themselves, per row."""
        columns = {name: self.cells(name) for name in self.attributes}
        return [{name: cells[row] for name, cells in columns.items()} for row in range(self.count)]

    @property
    def waves(self) -> list[str]:
        """The waves, in the order in which they are met."""
        return list(dict.fromkeys(filter(None, self.cells("wave")))) or ["1"]

    @property
    def people(self) -> list[str]:
        """By what the list of parties may know who answered: their address, or else their code."""
        return self.cells("address") or self.cells("respondent") or [""] * self.count

    @property
    def respondents(self) -> list[str]:
        """A code for who answered, per row: as it is, or a number where names or addresses stand; none without."""
        for role in ("respondent", "address", "response"):
            cells = self.cells(role)
            if any(cells):
                hidden = role == "address" or any(map(personal, cells))
                return _numbered(cells) if hidden else cells
        return []

    def items(self, parties: list[str]) -> list[tuple[str, list[Any]]]:
        """The columns of answers.csv, with the party of every row."""
        waves, respondents = self.cells("wave"), self.respondents
        if not respondents and self.wide and len(set(zip(waves or parties, parties, strict=True))) < self.count:
            respondents = [f"r{row}" for row in range(1, self.count + 1)]
        found: list[tuple[str, list[Any]]] = [("party", parties)]
        found += [("respondent", respondents)] if respondents else []
        found += [("wave", waves)] if waves else []
        return found + [(name, cells) for name, (_, cells) in self.questions.items()]


def _numbered(cells: list[str]) -> list[str]:
    """Numbers in place of what points to people, the same for the same person."""
    numbers: dict[str, str] = {"": ""}
    return [numbers.setdefault(cell.casefold(), f"r{len(numbers)}") for cell in cells]


def answer_columns(keys: list[str], lists: list[list[Any]], words: Vocabulary) -> AnswerColumns:
    """The columns of a frame by what they are; raises ParseError with all that are not known (HV-111) or twice."""
    headings = [clean(key) for key in keys]
    question, answer = (found_names(headings, names) for names in (QUESTION, ANSWER))
    read = AnswerColumns(len(lists[0]) if lists else 0, not question)
    issues = []
    for heading, cells in zip(headings, lists, strict=True):
        if (question and heading in (*question[:1], *answer[:1])) or (question and fold(heading) in _TEXT):
            name = "question" if heading in question else "answer" if heading in answer else "text"
            values = [_question_named(clean(cell), words) for cell in cells] if name == "question" else cells
            read.questions[name] = (heading, values)
            continue
        where = Where("answers", None, "" if personal(heading) else heading)
        kind, name, near = _meaning(heading, cells, words)
        if kind == "unknown" or (kind == "question" and question):
            shown = where.column
            expected = "problem.expected.column_of_answers"
            issues.append(issue("HV-111", "problem.subject.unknown_column", expected, where, value=shown, near=near))
        elif kind == "question" and name in read.questions:
            first = read.questions[name][0]
            issues.append(issue("HV-114", "problem.subject.column", "problem.expected.column_once", where, value=first))
        elif kind == "question":
            read.questions[name] = (heading, cells)
        elif kind != "drop":
            read.roles.setdefault(name, []).append((heading, [clean(cell) for cell in cells]))
    if issues:
        raise problems(ParseError, issues)
    return read


def _meaning(heading: str, cells: list[Any], words: Vocabulary) -> tuple[str, str, str]:
    """What a column is: question, role, drop or unknown; the name that it gets; and the question that it resembles."""
    if not heading and not any(map(clean, cells)):
        return "drop", "", ""
    proposal = propose(Column(heading, heading), words)
    rule = proposal.rule
    if rule.role == "question" and not proposal.ask:
        open_text = rule.part == "text" and words.question(rule.target).form != "open"
        return "question", f"{rule.target}:text" if open_text else rule.target, ""
    if rule.role == "attribute" and not proposal.ask:
        return "role", rule.target, ""
    if rule.role in _ROLES and not proposal.ask:
        return "role", "address" if rule.why == "e-mail" else rule.role, ""
    if rule.role == "drop" and rule.why != "unknown":
        return "drop", "", ""
    return "unknown", "", rule.target if rule.role == "question" else nearest(heading, words.questions)


def _question_named(cell: str, words: Vocabulary) -> str:
    """The id of a question that a row names by id or by text; what it does not know stays as it is."""
    if not cell or cell in words.questions:
        return cell
    kind, name, _ = _meaning(cell, [cell], words)
    return name if kind == "question" else cell
