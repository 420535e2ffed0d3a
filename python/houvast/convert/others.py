"""The field behind `other, namely`: what people fill in there is their answer, and the word `other` is not."""

from __future__ import annotations

import re

from .match import asked_attribute, system_role
from .sheet import Column, Sheet
from .vocabulary import fold

__all__ = ["is_other", "with_others"]

_OTHER = re.compile(r"(-oth-|anders|andere|other|overige?)\b.{0,60}", re.DOTALL)
_FIELD = re.compile(r"(.+?)(?:\[other\]|_other|_\d+_TEXT|_TEXT)", re.DOTALL)
_NAMED = re.compile(r"(.+?)\s*\[([^\[\]]*)\]", re.DOTALL)


def is_other(label: str) -> bool:
    """Whether a label says `other` (or `anders, namelijk`), so that the answer stands beside it."""
    return bool(_OTHER.fullmatch(fold(label))) or fold(label) == "-oth-"


def with_others(sheet: Sheet) -> int:
    """Puts what stands in such a field in the column it belongs to, and returns how often.

    Only for columns in which respondents tell about themselves: an answer on a scale has no `other`.
    """
    by_key = {column.key: column for column in sheet.columns}
    moved, fields = 0, set()
    for column in sheet.columns:
        base = by_key.get(_base_of(column))
        if base is None or base is column or not _about_person(base):
            continue
        fields.add(column.key)
        for i, told in enumerate(column.cells):
            if told and (not base.cells[i] or is_other(base.labels.get(base.cells[i], base.cells[i]))):
                base.cells[i] = told
                moved += 1
    sheet.columns = [column for column in sheet.columns if column.key not in fields]
    return moved


def _base_of(column: Column) -> str:
    field = _FIELD.fullmatch(column.key)
    if field:
        return field.group(1)
    named = _NAMED.fullmatch(column.key)
    return named.group(1) if named and is_other(named.group(2)) else ""


def _about_person(column: Column) -> bool:
    role = system_role(column)
    return role.role in ("attribute", "party") if role is not None else bool(asked_attribute(column))
