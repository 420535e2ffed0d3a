"""Who gave consent: read from what people ticked or answered, and asked about when the words do not tell."""

from __future__ import annotations

import re

from ..errors import Where
from .mapping import ColumnRule, LabelRule
from .sheet import Ask, Column, Sheet
from .vocabulary import fold

__all__ = ["KEEP", "LEAVE_OUT", "consent_labels", "may_be_consent"]

KEEP, LEAVE_OUT = "keep", "leave_out"
_YES = re.compile(
    r"(ja|yes|y|j|true|checked|aangevinkt|akkoord|agree|agreed|x)\b|ik (ga akkoord|geef toestemming|stem)"
)
_ENGLISH_YES = re.compile(r"i (agree|consent|give (my )?consent|accept)\b")
_NO = re.compile(
    r"(nee|neen|no|n|false|unchecked|niet akkoord|disagree)\b|ik (ga niet|geef geen|stem niet)|i (do not|don't|don’t)"
)
_DENIED = re.compile(r"\b(niet|geen|not|no)\b|n't\b|n’t\b")
_LONGEST = 300


def may_be_consent(column: Column) -> bool:
    """Whether the cells of a column could be what people answer to a question for consent: few, and not long."""
    cells = {cell for cell in column.cells if cell}
    return 0 < len(cells) <= 4 and all(len(cell) <= _LONGEST for cell in cells)


def _meaning(label: str, all_of_them: set[str]) -> str | None:
    text = fold(label)
    if all_of_them <= {"0", "1", ""} and text:
        return KEEP if text == "1" else LEAVE_OUT
    if _NO.match(text):
        return LEAVE_OUT
    if _YES.match(text) or _ENGLISH_YES.match(text):
        first = re.split(r"[.;,]", text)[0]
        return None if _DENIED.search(first) else KEEP
    return None


def consent_labels(sheet: Sheet, column: Column, rule: ColumnRule, answered: list[bool], asks: list[Ask]) -> None:
    """Completes the rule with what each answer to the question for consent means.

    Who answered other questions but not this one is asked about, once.
    """
    labels = {column.labels.get(cell, cell) for cell in column.cells}
    for i, cell in enumerate(column.cells):
        label = column.labels.get(cell, cell)
        if not label and not answered[i]:
            continue
        if not any(value.label == label for value in rule.values):
            meaning = _meaning(label, labels)
            options: list[int | str] = [] if meaning else [KEEP, LEAVE_OUT]
            rule.values.append(LabelRule(label, meaning, "alias" if meaning else "", meaning is None, options))
        found = next(value for value in rule.values if value.label == label)
        where = Where(sheet.file, sheet.row_of(column, i), column.key)
        asked = any(ask.where.column == column.key and ask.values.get("label") == label for ask in asks)
        if found.confirm and not asked:
            asks.append(Ask("HV-713", "no consent told" if not label else "consent", where, {"label": label}))
        elif not found.confirm and found.value not in (KEEP, LEAVE_OUT):
            asks.append(Ask("HV-713", "consent value", where))
