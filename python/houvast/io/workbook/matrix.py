"""The sheet of the prevention matrix: a row per support level, a column per age, what is offered in each cell."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, Final

from ... import _core
from ...results.columns import field, rows_of
from ...texts import by_language, readings, say

__all__ = ["MATRIX", "WIDE", "Form", "matrix_cells", "matrix_form"]

MATRIX: Final = "matrix"
WIDE: Final = 42  # characters of a column
_TALL: Final = 15  # points of a line
_LEVEL, _AGE, _TEXT = "support_level", "age", "text"  # columns of the table


@dataclass(frozen=True)
class Form:
    """The form as it stands on its sheet."""

    head: list[str]
    notes: dict[str, str]
    rows: list[list[str]]  # to fill in, and under each what can be said of its cells, which is not read back

    def heights(self) -> list[int]:
        """How tall each row has to be, with room to write in those to fill in."""
        return [_TALL * max(1 if at % 2 else 3, *map(_lines, row)) for at, row in enumerate(self.rows)]


def matrix_form(study: _core.Study, lang: str) -> Form | None:
    """The form of a study's profile, with what was filled in; None when the profile has no rows or columns for it."""
    cells = study.prevention_matrix()
    if not cells:
        return None
    profile = json.loads(study.profile_json)
    ages = [by_language(term["title"]).get(lang) for term in profile["ages"]]
    head = [say("workbook.matrix.support", lang), *ages]
    notes = {**dict.fromkeys(ages, field(MATRIX, _TEXT).say(lang)), head[0]: say("workbook.matrix.how", lang)}
    names = {party.id: party.name or party.id for party in study.parties}
    texts = {(row[_LEVEL], row[_AGE]): row[_TEXT] for row in rows_of(study, MATRIX)}
    rows = []
    for at, term in enumerate(profile["support_levels"]):
        row = cells[at * len(ages) : (at + 1) * len(ages)]
        filled = [texts.get((cell.support_level, cell.age), "") for cell in row]
        rows.append([by_language(term["title"]).get(lang), *filled])
        rows.append([say("workbook.matrix.told", lang), *(_told(cell, names, lang) for cell in row)])
    return Form(head, notes, rows)


def _told(cell: Any, names: Mapping[str, str], lang: str) -> str:
    """Who offers something by the table of parties, and what can be said of the cell."""
    if cell.state == "unknown":
        return ""
    who = [names.get(id, id) for id in cell.providers]
    return "\n".join([*([say("workbook.matrix.who", lang, who=who)] if who else []), cell.say(lang)])


def _lines(text: str) -> int:
    return sum(1 + len(line) // WIDE for line in text.split("\n"))


def matrix_cells(rows: Sequence[Sequence[Any]]) -> tuple[list[int], list[tuple[str, list[Any]]]]:
    """The table of the matrix from its form: the row of the sheet that each cell stands in, and the columns.

    What the sheet itself says is left out, and so is a cell in which nothing is written.
    """
    heads = [str(cell).strip() for cell in rows[0]] if rows else []
    own = {told.casefold() for told in readings("workbook.matrix.told")}
    found = [
        (at, str(row[0]).strip(), head, cell)
        for at, row in enumerate(rows[1:], 2)
        if row and str(row[0]).strip().casefold() not in own
        for head, cell in zip_longest(heads[1:], row[1:], fillvalue="")
        if str(cell).strip()
    ]
    columns = [(name, [record[i] for record in found]) for i, name in enumerate((_LEVEL, _AGE, _TEXT), 1)]
    return [record[0] for record in found], columns
