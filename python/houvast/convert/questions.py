"""What must be answered before an export is a study, as data: one engine for the terminal, the workbook and a program.

A question has lines (a label, a heading, a row); each line has the answers that it takes and, mostly, a proposal. Who
agrees with a question accepts the proposals of all its lines. An answer changes the mapping and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property

from ..texts import Claim
from .checks import RELATION
from .consent import KEEP, LEAVE_OUT
from .listing import NEW
from .mapping import REPEATS, ColumnRule, LabelRule, Mapping
from .personal import personal
from .roster import ATTRIBUTES, Roster
from .sheet import Ask, Sheet
from .ties import relation_named
from .vocabulary import STATES, Vocabulary, fold

__all__ = ["Line", "Question", "agree", "answered", "questions"]

_EXAMPLES = 3
_HEADINGS = ("similar", "cut", "numbered", "reworded", "several", "conflict", "answers", "in_order")
_BY_PLACE = ("numbered", "answers")  # the heading itself says nothing
_OF_SCALE = ("other_words", "other_numbers", "unknown_label", "odd_label")
_DROP = "drop"
_STRENGTHS = (1, 2, 3, 4, 5, 6, 7, 10, 100)


@dataclass
class Line:
    """One thing to decide: what it is about, the answers that it takes (with their words), and the one proposed."""

    about: str
    allowed: dict[str, Claim | str]
    proposal: str
    apply: Callable[[str], None]
    examples: list[str] = field(default_factory=list)


@dataclass
class Question:
    """A question with its lines; one without lines cannot be answered here, but only by another export or option."""

    id: str
    asks: list[Ask]
    lines: list[Line] = field(default_factory=list)

    @property
    def sure(self) -> bool:
        """Whether every line has a proposal, so that agreeing answers the whole question."""
        return bool(self.lines) and all(line.proposal for line in self.lines)


def answered(line: Line, text: str, said: Callable[[Claim | str], str]) -> bool:
    """Takes an answer as people write it: its name, its words, or nothing at all for the proposal; False if unknown."""
    wanted = fold(text.strip()) or fold(line.proposal)
    found = next((name for name, words in line.allowed.items() if wanted in (fold(name), fold(said(words)))), None)
    if found is None or not wanted:
        return False
    line.apply(found)
    return True


def agree(question: Question) -> None:
    """Accepts the proposal of every line that has one."""
    for line in question.lines:
        if line.proposal:
            line.apply(line.proposal)


@dataclass
class _Making:
    """The making of questions from what must be asked."""

    mapping: Mapping
    words: Vocabulary
    sheets: list[Sheet]
    roster: Roster | None = None

    @cached_property
    def party_names(self) -> dict[str, Claim | str]:
        """The parties of the list, by id."""
        return {row["id"]: row.get("name") or row["id"] for row in (self.roster.rows if self.roster else [])}

    @cached_property
    def party_or(self) -> dict[str, dict[str, Claim | str]]:
        """The parties of the list and what may be answered instead, of a respondent, a name, and a column of ties."""
        return {
            "respondents": {**self.party_names, LEAVE_OUT: Claim("convert.choice.leave_out")},
            "names": {**self.party_names, NEW: Claim("convert.choice.new"), "-": Claim("convert.choice.nobody")},
            "column": {**self.party_names, _DROP: Claim("convert.choice.drop")},
        }

    def examples(self, column: str) -> list[str]:
        """A few different cells of a column, without those that point to a person."""
        cells = [cell for sheet in self.sheets for one in sheet.columns if one.key == column for cell in one.cells]
        shown = dict.fromkeys(cell for cell in cells if cell and not personal(cell))
        return list(shown)[:_EXAMPLES]

    def heading(self, rule: ColumnRule) -> Line:
        """Which question a column is."""
        allowed: dict[str, Claim | str] = {id: question.text.nl for id, (_, question) in self.words.questions.items()}
        allowed[_DROP] = Claim("convert.choice.drop")

        def apply(answer: str) -> None:
            if answer == _DROP:
                _drop(rule)
                return
            rule.match = "manual" if rule.target != answer or rule.why in _BY_PLACE else rule.match
            rule.confirm, rule.why = False, ""
            rule.target = answer
            if self.words.question(answer).form == "open":
                rule.part = "text"

        return Line(rule.column, allowed, rule.target, apply, self.examples(rule.column))

    def attribute(self, rule: ColumnRule) -> Line:
        """What respondents tell about themselves in a column."""
        allowed: dict[str, Claim | str] = {name: Claim("convert.word", {"word": name}) for name in ATTRIBUTES}
        allowed[_DROP] = Claim("convert.choice.drop")

        def apply(answer: str) -> None:
            if answer == _DROP:
                _drop(rule)
                return
            if answer != rule.target:
                rule.target, rule.values = answer, []
            rule.confirm, rule.why = False, ""

        return Line(rule.column, allowed, rule.target, apply, self.examples(rule.column))

    def keep_or_drop(self, rule: ColumnRule, keep: str = "") -> Line:
        """Whether a column stays (for a reason that the mapping names) or is left out."""
        allowed: dict[str, Claim | str] = {_DROP: Claim("convert.choice.drop")}
        if keep:
            allowed["keep"] = Claim("convert.choice.keep")

        def apply(answer: str) -> None:
            if answer == _DROP:
                _drop(rule)
            else:
                rule.confirm, rule.why = False, keep

        return Line(rule.column, allowed, "" if keep else _DROP, apply, self.examples(rule.column))

    def text(self, rule: ColumnRule) -> Line:
        """What a column is that holds text where a question has a scale."""
        closed = self.words.question(rule.target).form == "closed"
        allowed: dict[str, Claim | str] = {_DROP: Claim("convert.choice.drop")}
        if not closed:
            allowed["text"] = Claim("convert.choice.text")

        def apply(answer: str) -> None:
            if answer == _DROP:
                _drop(rule)
            else:
                rule.part, rule.confirm, rule.why = "text", False, ""

        return Line(rule.column, allowed, "" if closed else "text", apply, self.examples(rule.column))

    def one_of(self, rules: list[ColumnRule]) -> Line:
        """Which of several columns counts; the others are left out."""
        allowed: dict[str, Claim | str] = {rule.column: rule.column for rule in rules}

        def apply(answer: str) -> None:
            for rule in rules:
                if rule.column == answer:
                    rule.confirm, rule.why, rule.match = False, "", "manual"
                else:
                    _drop(rule)

        return Line(rules[0].column, allowed, "", apply)

    def scale_label(self, name: str, rule: LabelRule) -> Line:
        """What an answer label means on a scale."""
        instrument, _, scale = name.partition("/")
        found = next(one for one in self.words.instruments if one.id == instrument).scale(scale)
        allowed: dict[str, Claim | str] = {str(item.value): item.text.nl for item in found.labels}
        allowed |= {state: Claim("convert.state", {"state": state}) for state in STATES}
        return self._label(rule, allowed, lambda answer: answer if answer in STATES else int(answer))

    def profile_label(self, attribute: str, rule: LabelRule) -> Line:
        """What a word means that respondents use of themselves."""
        terms = self.words.terms(attribute)
        allowed: dict[str, Claim | str] = {term: term for term in terms or map(str, rule.options)}
        allowed |= {rule.label: rule.label} if attribute == "organisation" else {}
        allowed[LEAVE_OUT] = Claim("convert.choice.leave_out")
        allowed["-"] = Claim("convert.choice.unknown")
        return self._label(rule, allowed, lambda answer: "" if answer == "-" else answer)

    def on_the_list(self, kind: str, rule: LabelRule) -> Line:
        """What was proposed about a list of parties: what a party is, a word on it, a council, a name."""
        if kind in ATTRIBUTES:
            line = self.profile_label(kind, rule)
            del line.allowed[LEAVE_OUT]  # of responses; a party stays
            line.proposal = line.proposal or "-"
            return line
        allowed: dict[str, Claim | str]
        if kind == "party":
            allowed = {name: Claim("convert.choice.party", {"party": name}) for name in ("function", "organisation")}
        elif kind == "councils":
            allowed = {name: Claim("convert.choice.council", {"council": name}) for name in ("own", "within")}
        else:
            allowed = self.party_or["respondents" if kind == "respondents" else "names"]
        line = self._label(rule, allowed, lambda answer: "" if answer == "-" else answer)
        line.examples = [str(name) for name in list(self.party_names.values())[:_EXAMPLES]] if kind == "party" else []
        return line

    def partner(self, rule: ColumnRule) -> Line:
        """Which party a column is about that is headed with the name of a partner."""

        def apply(answer: str) -> None:
            if answer == _DROP:
                _drop(rule)
            else:
                rule.target, rule.match, rule.confirm, rule.why = f"{RELATION}/{answer}", "manual", False, ""

        heading = re.findall(r"\[([^\[\]]*)\]", rule.column)
        near = self.roster.near.find(heading[-1]) if heading and self.roster else ""
        return Line(rule.column, self.party_or["column"], near, apply, self.examples(rule.column))

    def highest(self, asks: list[Ask]) -> Line:
        """The highest strength that a tie may have, of those that surveys use."""
        seen = max(float(ask.values["seen"]) for ask in asks)
        found = [str(high) for high in _STRENGTHS if high >= seen] or [f"{seen:g}"]

        def apply(answer: str) -> None:
            relations = [one for one in self.mapping.relations if one.get("id") != RELATION]
            self.mapping.relations = [relation_named(RELATION, float(answer)), *relations]

        return Line(asks[0].where.file, {name: name for name in found}, found[0], apply)

    def consent_label(self, rule: LabelRule) -> Line:
        """Whether an answer to the question for consent keeps the response."""
        allowed: dict[str, Claim | str] = {
            KEEP: Claim("convert.choice.keep"),
            LEAVE_OUT: Claim("convert.choice.leave_out"),
        }
        return self._label(rule, allowed, lambda answer: answer)

    def _label(self, rule: LabelRule, allowed: dict[str, Claim | str], value: Callable[[str], int | str]) -> Line:
        given = rule.value if rule.value is not None else next(iter(rule.options), None)
        proposal = str(given) if given is not None and len(rule.options) <= 1 else ""

        def apply(answer: str) -> None:
            if str(given) != answer:
                rule.match = "manual"
            rule.value, rule.confirm, rule.options = value(answer), False, []

        return Line(rule.label, allowed, proposal if proposal in allowed else "", apply)

    def row(self, ask: Ask) -> Line:
        """Whether a row is left out of the conversion."""

        about = f"{ask.where.file}:{ask.where.row}"

        def apply(_: str) -> None:
            self.mapping.skip = sorted({*self.mapping.skip, about})

        return Line(about, {"skip": Claim("convert.choice.skip")}, "skip", apply)

    def repeats(self, ask: Ask) -> Line:
        """Which response counts of those who answered twice."""

        def apply(answer: str) -> None:
            self.mapping.repeats = answer

        allowed: dict[str, Claim | str] = {name: Claim("convert.choice.repeats", {"repeats": name}) for name in REPEATS}
        return Line(ask.where.file, allowed, "", apply)

    def as_they_are(self, ask: Ask) -> Line:
        """Codes of respondents that look alike are those of different people."""

        def apply(_: str) -> None:
            for rule in self.mapping.columns:
                if rule.role == "respondent":
                    rule.match = "manual"

        return Line(ask.where.file, {"apart": Claim("convert.choice.apart")}, "", apply)


def _drop(rule: ColumnRule) -> None:
    rule.role, rule.target, rule.part, rule.match = "drop", "", "", ""
    rule.confirm, rule.why, rule.values = False, "yours", []


def questions(
    asks: Iterable[Ask], mapping: Mapping, sheets: list[Sheet], words: Vocabulary, roster: Roster | None = None
) -> list[Question]:
    """What is asked, grouped as a person would ask it: all headings at once, the words of a column with the column."""
    making = _Making(mapping, words, sheets, roster)
    found: dict[str, Question] = {}
    for ask in asks:
        id = _group(ask, mapping)
        found.setdefault(id, Question(id, [])).asks.append(ask)
    for question in found.values():
        question.lines = _lines(question, making)
    return list(found.values())


def _group(ask: Ask, mapping: Mapping) -> str:
    """The name of the question to which something that is asked belongs."""
    if "list" in ask.values:
        return f"list:{ask.values['list']}"
    rule = mapping.rule(ask.where.column) if ask.where.column else None
    if ask.key == "strong":
        return "strength"
    if ask.key == "party":
        return f"partners:{ask.where.file}"
    if ask.key in _HEADINGS or (ask.key == "waiting" and rule is not None and rule.role == "question"):
        return f"headings:{ask.where.file}"
    if rule is not None and rule.role in ("attribute", "consent", "wave"):
        return f"column:{rule.column}"
    if ask.key in _OF_SCALE:
        return f"words:{ask.values['scale']}"
    if ask.code == "HV-704" and "label" in ask.values:
        return f"label:{ask.values['label']}"
    if ask.key == "respondent_twice":
        return "repeats"
    return f"{ask.key}:{ask.where.file}:{ask.where.column}"


def _lines(question: Question, making: _Making) -> list[Line]:
    mapping = making.mapping
    kind = question.id.removeprefix("list:")
    if kind != question.id:
        return [making.on_the_list(kind, rule) for rule in mapping.parties.get(kind, []) if rule.confirm]
    if question.id == "strength":
        return [making.highest(question.asks)]
    lines: list[Line] = []
    seen: set[str] = set()
    labelled = False
    for ask in question.asks:
        rule = mapping.rule(ask.where.column) if ask.where.column else None
        if rule is not None and rule.column not in seen:
            seen.add(rule.column)
            lines += _column_lines(ask, rule, making)
        if (ask.key in _OF_SCALE and not labelled) or "label" in ask.values:
            labelled = ask.key in _OF_SCALE
            lines += _label_lines(ask, making)
        elif ask.key in ("total", "test_respondent", "error"):
            lines.append(making.row(ask))
        elif ask.key == "respondent_twice" and not lines:
            lines.append(making.repeats(ask))
        elif ask.key in ("leading_zeros", "spelling") and not lines:
            lines.append(making.as_they_are(ask))
    return lines


def _column_lines(ask: Ask, rule: ColumnRule, making: _Making) -> list[Line]:
    """What is to be decided about a column itself, and about the words in it."""
    mapping = making.mapping
    if ask.key in ("twice", "persons"):
        names = [*ask.values.get("columns", ask.values.get("other", "")).split(", "), rule.column]
        rules = [one for name in dict.fromkeys(names) if (one := mapping.rule(name)) is not None]
        return [making.one_of(rules)]
    if rule.why == "free text":
        return [making.text(rule)]
    if rule.why in ("identifying", "one each", "contact", "partner") or ask.key == "partner":
        return [making.keep_or_drop(rule, rule.why if rule.why in ("identifying", "one each") else "")]
    if ask.key in _HEADINGS or (rule.role == "question" and rule.confirm):
        return [making.heading(rule)]
    if ask.key == "party":
        return [making.partner(rule)]
    if ask.key == "parties":
        return [making.keep_or_drop(rule, "strangers")]
    lines = [making.attribute(rule)] if rule.role == "attribute" and rule.confirm else []
    for value in rule.values:
        if value.confirm and rule.role == "consent":
            lines.append(making.consent_label(value))
        elif value.confirm and rule.role == "attribute":
            lines.append(making.profile_label(rule.target, value))
    return lines


def _label_lines(ask: Ask, making: _Making) -> list[Line]:
    """The labels of a scale that are asked about, all or one."""
    scale = ask.values.get("scale", "")
    rules = [rule for rule in making.mapping.answers.get(scale, []) if rule.confirm]
    told = ask.values.get("label")
    if told is not None:
        return [making.scale_label(scale, rule) for rule in rules if rule.label == told]
    several = ask.key in ("unknown_label", "odd_label")
    asked = [rule for rule in rules if several != bool(rule.options)]
    return [making.scale_label(scale, rule) for rule in sorted(asked, key=lambda rule: str(rule.options))]
