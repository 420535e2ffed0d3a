"""Who gave consent: read from what people ticked or answered, and asked about when the words do not tell."""

from __future__ import annotations

import re

from ..errors import Where
from .mapping import ColumnRule, LabelRule
from .sheet import Ask, Column, Sheet
from .vocabulary import fold

__all__ = ["KEEP", "LEAVE_OUT", "asks_consent", "consent_labels"]

KEEP, LEAVE_OUT = "keep", "leave_out"
_YES = re.compile(
    r"(ja|yes|y|j|true|checked|aangevinkt|akkoord|agree|agreed|x)\b|ik (ga akkoord|geef toestemming|stem)"
)
_ENGLISH_YES = re.compile(r"i (agree|consent|give (my )?consent|accept)\b")
_NO = re.compile(
    r"(nee|neen|no|n|false|unchecked|niet akkoord|disagree)\b|ik (ga niet|geef geen|stem niet)|i (do not|don't|don’t)"
)
_DENIED = re.compile(r"\b(niet|geen|not|no)\b|n't\b|n’t\b")
_ASKED = re.compile(
    r"\b(toestemming\w*|consent|instemming|(ik|je|u) (ga|gaat) .{0,40}akkoord|(ga|gaat) (ik|je|u) .{0,40}akkoord"
    r"|(ik|je|u) akkoord|stem (ik|je) in|stemt u in|(do|i) (you )?agree to)\b"
)
_ELSEWHERE = re.compile(r"\b(mail\w*|e-mail\w*|bellen|bel|contact\w*|benader\w*|nieuwsbrief|newsletter|call|foto\w*)\b")
_LONGEST = 300


def asks_consent(column: Column) -> bool:
    """Whether a heading asks to use the answers (not to mail or call), and few and short answers stand under it."""
    cells = {cell for cell in column.cells if cell}
    headings = [fold(text) for text in (column.key, column.title, column.part)]
    asked = any(_ASKED.search(text) or ("akkoord" in text and len(text.split()) <= 3) for text in headings)
    elsewhere = any(_ELSEWHERE.search(text) for text in headings)
    return asked and not elsewhere and 0 < len(cells) <= 4 and all(len(cell) <= _LONGEST for cell in cells)


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

    Who answered other questions but not this one, or said no and yet answered, is asked about, once per label.
    """
    labels = {column.labels.get(cell, cell) for cell in column.cells}
    for i, cell in enumerate(column.cells):
        label = column.labels.get(cell, cell)
        if not label and not answered[i]:
            continue
        if not any(value.label == label for value in rule.values):
            meaning = _meaning(label, labels)
            said_no = meaning == LEAVE_OUT and any(
                done
                for done, cell in zip(answered, column.cells, strict=True)
                if column.labels.get(cell, cell) == label
            )
            options: list[int | str] = [] if meaning and not said_no else [KEEP, LEAVE_OUT]
            rule.values.append(LabelRule(label, meaning, "alias" if meaning else "", bool(options), options))
        if not answered[i]:
            continue
        found = next(value for value in rule.values if value.label == label)
        where = Where(sheet.file, sheet.row_of(column, i), column.key)
        asked = any(ask.where.column == column.key and ask.values.get("label") == label for ask in asks)
        key = "no_consent_told" if not label else "consent_refused" if found.value == LEAVE_OUT else "consent"
        if found.confirm and not asked:
            asks.append(Ask("HV-713", key, where, {"label": label}))
        elif not found.confirm and found.value not in (KEEP, LEAVE_OUT):
            asks.append(Ask("HV-713", "consent_value", where))
