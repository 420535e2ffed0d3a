"""In whose words a file asks its questions, and what that tells of those who answered.

Parents, young people and children are asked fewer questions, in words of their own (`question.wording("parent")`). A
file in their words is a file of theirs: it is of the same wave as the others, and its people have their perspective.
"""

from __future__ import annotations

from ..texts import Claim
from .mapping import Mapping
from .sheet import Column, Sheet
from .vocabulary import PROFESSIONAL, Vocabulary

__all__ = ["PERSPECTIVES", "audience_name", "find_audiences"]

PERSPECTIVES = {"parent": "ouder", "young": "jeugdige", "child": "jeugdige"}
_OF_FAMILIES = frozenset(PERSPECTIVES)


def find_audiences(sheets: list[Sheet], mapping: Mapping, words: Vocabulary) -> None:
    """Gives each sheet its audience where its headings tell; with families among them, perspectives as well."""
    for sheet in sheets:
        sheet.audience = _audience(sheet, mapping, words)
    if not any(sheet.audience in _OF_FAMILIES for sheet in sheets):
        return
    known = set(words.terms("perspective"))
    for sheet in sheets:
        perspective = PERSPECTIVES.get(sheet.audience, sheet.audience)
        sheet.perspective = perspective if perspective in known else ""


def _audience(sheet: Sheet, mapping: Mapping, words: Vocabulary) -> str:
    """The one audience that all headings of questions allow, or nothing."""
    left: list[str] | None = None
    for column in sheet.columns:
        rule = mapping.rule(column.key)
        if rule is None or rule.role != "question" or rule.target not in words.questions:
            continue
        told = _told_by(column, rule.target, words, by_code=sheet.platform == "limesurvey")
        if told:
            left = told if left is None else [audience for audience in left if audience in told]
    return left[0] if left else ""


def _told_by(column: Column, question: str, words: Vocabulary, by_code: bool) -> list[str]:
    """The audiences that a heading may be for: by its words, or by a code that a LimeSurvey of houvast has."""
    told = words.audiences_of(column, question)
    if told or not by_code:
        return told
    return [words.audience_in(column.key) or PROFESSIONAL]


def audience_name(audience: str) -> Claim:
    """What an audience is called."""
    return Claim("convert.audience", {"who": audience, "name": audience})
