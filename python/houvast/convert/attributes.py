"""What respondents tell about themselves: words of the profile, organisations, and columns of your own."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

from ..errors import Where
from .consent import LEAVE_OUT
from .mapping import ColumnRule, LabelRule
from .personal import identifying, personal
from .sheet import Ask, Column, Sheet
from .vocabulary import Vocabulary, fold, nearest

__all__ = ["NOTHING", "TESTS", "attribute_labels", "contact_row", "too_close"]

_PERSONAL_NAMES = re.compile(
    r"naam(?!.*(organisatie|school|wijk|team))|(?<![a-z])name|mail|telef|geboor|birth|adres|bsn"
)
NOTHING = {"-", "--", ".", "?", "x", "geen", "none", "nan", "null", "n.v.t.", "n.v.t", "nvt", "n/a", "na"}
TESTS = {"test", "tests", "testen", "test test", "testje", "testrij", "proef", "proefrij", "demo", "xxx", "asdf"}


def contact_row(sheet: Sheet, column: Column) -> int | None:
    """The first row where something personal stands in a column."""
    return next((sheet.row_of(column, i) for i, cell in enumerate(column.cells) if personal(cell)), None)


def too_close(column: Column, rule: ColumnRule) -> tuple[str, int] | None:
    """Why a column of your own would tell who is who, and the first response where; once looked at, it is yours."""
    if rule.why in ("identifying", "one each"):
        return None
    near = next((i for i, cell in enumerate(column.cells) if identifying(cell)), None)
    if rule.target.startswith("x_") and _PERSONAL_NAMES.search(f"{rule.target} {column.key}".casefold()):
        near = next((i for i, cell in enumerate(column.cells) if cell), None)
    if near is not None:
        return "identifying", near
    cells = [cell for cell in column.cells if cell]
    if rule.target.startswith("x_") and len(cells) >= 5 and len(set(cells)) > 0.8 * len(cells):
        return "one each", next(i for i, cell in enumerate(column.cells) if cell)
    return None


def attribute_labels(sheet: Sheet, column: Column, rule: ColumnRule, words: Vocabulary, asks: list[Ask]) -> None:
    """Completes the rule of an attribute with what each label means, and asks about those that are not sure."""
    labels = [column.labels.get(cell, cell) for cell in column.cells]
    often = Counter(" ".join(label.split()) for label in labels)
    for label in dict.fromkeys(labels):
        if not label or any(value.label == label for value in rule.values):
            continue
        if fold(label) in NOTHING:
            rule.values.append(LabelRule(label, "", "alias"))
            continue
        if rule.target == "organisation":
            _organisation(label, rule, often)
            continue
        found, near = words.term(rule.target, label)
        near = near or _likely(rule.target, label)
        if found is not None:
            rule.values.append(LabelRule(label, found, "exact"))
            continue
        rule.values.append(LabelRule(label, near or None, "fuzzy" if near else "", True, [near] if near else []))
    for value in rule.values:
        if value.confirm:
            row = next((sheet.row_of(column, i) for i, label in enumerate(labels) if label == value.label), None)
            key = "organisation" if rule.target == "organisation" else "attribute" if value.options else "unknown_word"
            key = "test" if LEAVE_OUT in value.options else key
            values = {"attribute": rule.target, "near": ", ".join(map(str, value.options))}
            values["words"] = ", ".join(words.terms(rule.target))
            asks.append(Ask("HV-709", key, Where(sheet.file, row, column.key), {} if key == "organisation" else values))
        elif value.value not in ("", LEAVE_OUT) and words.term(rule.target, str(value.value))[0] is None:
            values = {"attribute": rule.target, "near": words.term(rule.target, str(value.value))[1] or "-"}
            asks.append(Ask("HV-207", "no_word", Where(sheet.file, column=column.key), values))


@cache
def _roles() -> dict[str, dict[str, list[str]]]:
    """The words that people use for themselves, by the word of the profile that they most likely mean."""
    found: dict[str, dict[str, list[str]]] = json.loads(
        Path(__file__).with_name("roles.json").read_text(encoding="utf-8")
    )
    return found


def _likely(attribute: str, label: str) -> str:
    """The word of the profile that a label most likely stands for, such as professional for teacher; or nothing."""
    text = fold(label)
    known = _roles().get(attribute, {})
    exact = next((term for term, words in known.items() if text in words), "")
    parts = re.split(r"[^\w']+", text)
    return exact or next((term for term, words in known.items() if any(part in words for part in parts)), "")


def _organisation(label: str, rule: ColumnRule, often: Counter[str]) -> None:
    """Spellings that differ in capitals or spaces are one organisation, named as most wrote it; others are asked."""
    known = {
        fold(str(value.value)): str(value.value) for value in rule.values if value.value not in (None, "", LEAVE_OUT)
    }
    if fold(label) in known:
        rule.values.append(LabelRule(label, known[fold(label)], "alias"))
        return
    if fold(label) in TESTS:
        rule.values.append(LabelRule(label, label, "", True, [label, LEAVE_OUT]))
        return
    digits = re.sub(r"\D", "", label)  # School 1 and School 2 are two
    known = {name: value for name, value in known.items() if re.sub(r"\D", "", name) == digits}
    near = nearest(fold(label), list(known), 88.0) if known else None
    within = next((name for name in known if _within(fold(label), name)), None)
    near = (within, 100.0) if near is None and within is not None else near
    if near is None:
        spellings = [spelling for spelling in often if fold(spelling) == fold(label)]
        rule.values.append(LabelRule(label, max(spellings, key=lambda spelling: often[spelling]), "exact"))
        return
    rule.values.append(LabelRule(label, known[near[0]], "fuzzy", True, [known[near[0]], label]))


def _within(one: str, other: str) -> bool:
    """Whether one name is the other with words before or after it: `obs De Linde` and `De Linde`."""
    short, long = sorted((one, other), key=len)
    return len(short) >= 5 and bool(re.search(rf"(?<!\w){re.escape(short)}(?!\w)", long))
