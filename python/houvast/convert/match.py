"""Which question, attribute or other thing a column is; certain, or with a question for a person."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from .consent import asks_consent
from .labels import reads_as_answers
from .mapping import ColumnRule
from .sheet import Column
from .vocabulary import Vocabulary, fold, heading_text, nearest, same_words

__all__ = ["NETWORK_WORDS", "asked_attribute", "propose", "system_role"]

_LEAST = 80.0  # similarity of two texts below which they are not taken for wordings of one question
_TEXT_MARK = re.compile(
    r"(\[(?:comment|commentaar|opmerking(?:en)?)\]"
    r"|_\d+_text|(?:[:_.-]\s*|(?<=\d))(text|tekst|comment|toelichting)|\s*\(toelichting\)"
    r"|(?<=\d)[:_.-](t|te|tek|teks|tex|txt|toe\w*|com|comm|op|open))$",
    re.IGNORECASE,
)

_MOST_WORDS, _LONGEST_WORD = 20, 40  # a column with more or longer labels does not hold words of the profile
_LONGEST_HEADING, _LONGEST_NAME = 240, 60
_HEADINGS = {
    "organisation": re.compile(r"\borgani[sz]a|\b(instelling|werkgever|employer)\b|\b(welke|which|what) school"),
    "perspective": re.compile(r"\b(perspect\w*|hoedanigheid|rol|role)\b"),
    "domain": re.compile(r"\b(domein|domain|werkveld)\b"),
    "sector": re.compile(r"\bsector\b"),
    "level": re.compile(r"\b(niveau|level)\b"),
}
_NUMBERED = re.compile(r"(\w+?)(?:\[SQ0*(\d+)\]|_SQ0*(\d+)|_0(\d))", re.IGNORECASE)
_TWICE = re.compile(r"(?<=\D)\s*\d{1,2}$")  # as Microsoft Forms numbers them
_CUT = re.compile(r"\s*(\.\.+|…)$")  # how platforms shorten a heading
_ADDED_TITLE = re.compile(r"(points|feedback|punten) - |timing$|(first click|last click|page submit|click count)$")
_ADDED_KEY = re.compile(r"_DO(_\d+)?$|_(First Click|Last Click|Page Submit|Click Count)$")

NETWORK_WORDS = re.compile(
    r"\b(werk je samen|werkt u samen|samenwerk\w*|(do|did) you work with|collaborat\w*"
    r"|(kies|welke|choose|select|which) .{0,30}partners?|met wie (heb|heeft|overleg\w*|werk\w*) (je|u)|with whom)\b"
)


@cache
def _names() -> dict[str, Any]:
    """Whole names of columns, folded: what a platform writes by itself and what people usually call the rest."""
    found: dict[str, Any] = json.loads((Path(__file__).parent / "names.json").read_text(encoding="utf-8"))
    return found


@dataclass
class Proposal:
    """A rule with what a person should know about it."""

    rule: ColumnRule
    ask: str = ""
    values: dict[str, str] = field(default_factory=dict)


def system_role(column: Column) -> ColumnRule | None:
    """What a column is by its name alone, as the platform or the people who made the survey call it."""
    names = {same_words(column.key), same_words(column.title)} if not column.part else {same_words(column.key)}
    names |= {name.replace("_", " ") for name in names}
    return _named(column, {re.sub(r"^q?\d+[.:)]?\s+", "", name) for name in names} | names) or _technical(column)


def _named(column: Column, names: set[str]) -> ColumnRule | None:
    known = _names()
    for role in ("respondent", "response", "party", "wave"):
        if not names.isdisjoint(known[role]):
            return ColumnRule(column.key, role, match="alias")
    if not names.isdisjoint(known["e-mail"]):
        return ColumnRule(column.key, "respondent", match="alias", why="e-mail")
    for attribute, words in known["attribute"].items():
        if not names.isdisjoint(words):
            return ColumnRule(column.key, "attribute", attribute, match="alias")
    own = next((name for name in names if re.fullmatch(r"x_\w+", name)), None)
    if own:
        return ColumnRule(column.key, "attribute", own, match="code")
    why = next((why for why, words in known["drop"].items() if not names.isdisjoint(words)), None)
    return None if why is None else ColumnRule(column.key, "drop", match="alias", why=why)


def _technical(column: Column) -> ColumnRule | None:
    """A column that the platform adds to a question or a form: quiz points, timing, order of display, completeness."""
    quiz = fold(column.part) in ("score", "feedback") and column.key.endswith("]")  # of Google Forms
    made = _ADDED_TITLE.match(fold(column.title)) or _ADDED_KEY.search(column.key)
    if quiz or made or re.fullmatch(r"[a-z0-9_]+_(complete|timestamp)", column.key):
        return ColumnRule(column.key, "drop", match="code", why="technical")
    return None


def propose(column: Column, words: Vocabulary) -> Proposal:
    """The rule for a column that no mapping tells about."""
    found = system_role(column)
    if found is not None:
        return Proposal(found)
    marked = bool(_TEXT_MARK.search(column.key))
    key = _TEXT_MARK.sub("", column.key)
    by_code = words.codes_in(key) if not re.search(r"\s", key) else []
    by_code = by_code or words.codes_in(column.part, True) or words.codes_in(column.title, True)
    texts = _texts(column, words, by_code)
    by_text = [place for text in texts for place in _places(text, words)]
    if len(by_code) > 1:
        return _unsure(column, "several", by_code[0], {"questions": ", ".join(by_code)})
    if by_code:
        return _coded(column, words, by_code[0], by_text, texts, marked)
    if by_text:
        return _worded(column, words, by_text, marked)
    return _near(column, words, texts, marked)


def _texts(column: Column, words: Vocabulary, codes: list[str]) -> list[str]:
    """The wordings to compare: the part of a matrix before its heading, without code or cut-off mark."""
    raw = [column.part, column.title] if column.part else [column.title]
    raw = [words.without_code(text, code) for text in raw for code in codes or [""] if code] or raw
    return [text for text in dict.fromkeys(heading_text(_TEXT_MARK.sub("", text)) for text in raw) if text]


def _places(text: str, words: Vocabulary) -> list[tuple[str, str]]:
    """The questions with this wording; a number behind it is of a form in which the heading stands twice."""
    return words.texts.get(text) or words.texts.get(heading_text(_TWICE.sub("", text)), [])


def _question(column: Column, words: Vocabulary, id: str, part: str, marked: bool, match: str) -> ColumnRule:
    part = "text" if marked or words.question(id).form == "open" else part
    return ColumnRule(column.key, "question", id, part, match)


def _unsure(column: Column, ask: str, target: str, values: dict[str, str], part: str = "answer") -> Proposal:
    rule = ColumnRule(column.key, "question", target, part, "fuzzy", True, ask)
    return Proposal(rule, ask, {"question": target, **values})


def _beside(rule: ColumnRule, words: Vocabulary) -> Proposal:
    """The rule of a question; the text beside a question that has no open answer is left out, and said once."""
    if rule.part == "text" and words.question(rule.target).form == "closed":
        return Proposal(ColumnRule(rule.column, "drop", match=rule.match, why="comment"))
    return Proposal(rule)


def _coded(
    column: Column,
    words: Vocabulary,
    code: str,
    by_text: list[tuple[str, str]],
    texts: list[str],
    marked: bool,
) -> Proposal:
    parts = [part for question, part in by_text if question == code]
    rule = _question(column, words, code, parts[0] if parts else "answer", marked, "code")
    if parts:
        return _beside(rule, words)
    if by_text:
        return _unsure(column, "conflict", code, {"other": by_text[0][0]}, rule.part)
    long = [text for text in texts[:1] if text != fold(column.key)]
    long = [text for text in long if len(text.split()) >= 3 or _CUT.search(text)]
    if not long or rule.part == "text":
        return _beside(rule, words)
    own = [text for text, places in words.texts.items() if any(question == code for question, _ in places)]
    for text in long:
        start = _CUT.sub("", text)
        if start != text and any(wording.startswith(start) for wording in own):
            return _beside(rule, words)
        if nearest(text, own, _LEAST):
            return _beside(rule, words)
    return _unsure(column, "reworded", code, {}, rule.part)


def _worded(column: Column, words: Vocabulary, by_text: list[tuple[str, str]], marked: bool) -> Proposal:
    questions = list(dict.fromkeys(question for question, _ in by_text))
    if len(questions) > 1:
        return _unsure(column, "several", questions[0], {"questions": ", ".join(questions)})
    return _beside(_question(column, words, questions[0], by_text[0][1], marked, "exact"), words)


def _near(column: Column, words: Vocabulary, texts: list[str], marked: bool) -> Proposal:
    found = _numbered(column, words)
    if found is None and asks_consent(column):
        found = Proposal(ColumnRule(column.key, "consent", match="alias"))
    found = found or _cut_short(column, words, texts) or _similar(column, words, texts, marked)
    if found is None and reads_as_answers(column, words):
        found = _unsure(column, "answers", "", {})
    return found or _attribute(column, words) or Proposal(ColumnRule(column.key, "drop", why="unknown"))


def _numbered(column: Column, words: Vocabulary) -> Proposal | None:
    """The question at the place of a subquestion that a platform numbered within an element."""
    numbered = _NUMBERED.fullmatch(column.key)
    if numbered is None:
        return None
    element, place = [told for told in numbered.groups() if told]
    members = [id for id in words.questions if words.question(id).element.casefold() == element.casefold()]
    members = [id for id in members if words.scale_of(id)]  # no open questions: the subquestions have one scale
    if not 0 < int(place) <= len(members):
        return None
    return _unsure(column, "numbered", members[int(place) - 1], {"place": place})


def _cut_short(column: Column, words: Vocabulary, texts: list[str]) -> Proposal | None:
    """The question whose wording begins as a heading that the platform shortened."""
    for text in texts:
        start = _CUT.sub("", text)
        if start == text or len(start) < 8:
            continue
        cut = {place for wording, places in words.texts.items() if wording.startswith(start) for place in places}
        if cut:
            questions = sorted({question for question, _ in cut})
            return _unsure(column, "cut", questions[0], {"questions": ", ".join(questions)}, sorted(cut)[0][1])
    return None


def _similar(column: Column, words: Vocabulary, texts: list[str], marked: bool) -> Proposal | None:
    """The question whose wording is most like the heading."""
    long = [text for text in texts if len(text.split()) >= 3 and words.texts]
    found = [near for text in long if (near := nearest(text, list(words.texts), _LEAST - 15)) is not None]
    if not found:
        return None
    wording, percent = max(found, key=lambda near: near[1])
    question, part = words.texts[wording][0]
    rule = _question(column, words, question, part, marked, "fuzzy")
    return _unsure(column, "similar", question, {"percent": f"{percent:.0f}"}, rule.part)


def _attribute(column: Column, words: Vocabulary) -> Proposal | None:
    """What respondents seem to tell about themselves, by the cells or else by the heading."""
    by_cells = _words_of(column, words)
    attribute = by_cells or asked_attribute(column)
    if not attribute:
        return None
    why, ask = ("attribute column", "attribute_column") if by_cells else ("attribute heading", "attribute_heading")
    rule = ColumnRule(column.key, "attribute", attribute, "", "fuzzy", True, why)
    return Proposal(rule, ask, {"attribute": attribute})


def asked_attribute(column: Column) -> str:
    """What a heading seems to ask respondents about themselves, when the cells are short; or nothing."""
    heading = fold(f"{column.key} {column.title}")
    cells = {cell for cell in column.cells if cell}
    if len(heading) > _LONGEST_HEADING or not cells or any(len(cell) > _LONGEST_NAME for cell in cells):
        return ""
    return next((attribute for attribute, pattern in _HEADINGS.items() if pattern.search(heading)), "")


def _words_of(column: Column, words: Vocabulary) -> str:
    """The attribute of which every label in a column is a word of the profile, if there is one."""
    labels = {column.labels.get(cell, cell) for cell in column.cells if cell}
    if not 0 < len(labels) <= _MOST_WORDS or any(len(label) > _LONGEST_WORD for label in labels):
        return ""
    for attribute in ("perspective", "domain", "level", "sector"):
        if all(words.term(attribute, label)[0] is not None for label in labels):
            return attribute
    return ""
