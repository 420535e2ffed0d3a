"""What an export's codes stand for: LimeSurvey's survey structure (.txt) and REDCap's data dictionary (.csv)."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field

from ..errors import Where
from .files import read_csv
from .sheet import Raw, Sheet
from .signs import SIGNS
from .unreadable import unreadable
from .vocabulary import fold, same_words

__all__ = ["Structure", "read_structure"]

_COMMENT = re.compile(r"\[(comment|commentaar|opmerking(en)?)\]$", re.IGNORECASE)


@dataclass
class _Field:
    title: str
    part: str
    labels: dict[str, str]


@dataclass
class Structure:
    """Column name → heading, part and labels."""

    fields: dict[str, _Field] = field(default_factory=dict)

    def explain(self, sheet: Sheet) -> None:
        """Adds headings and labels to the columns of an export."""
        by_text = {(same_words(f.title), same_words(f.part)): f for f in self.fields.values()}
        for column in sheet.columns:
            known = self.fields.get(column.key) or by_text.get((same_words(column.title), same_words(column.part)))
            about = self.fields.get(_COMMENT.sub("", column.key))
            if known is None and about is not None:
                column.title = about.title  # the text beside a choice
            if known is None:
                continue
            column.title, column.part = known.title, known.part
            column.labels = known.labels
            labels = {fold(label) for label in known.labels.values()}
            cells = [cell for cell in column.cells if cell]
            if cells and all(fold(cell) in labels for cell in cells):
                column.labels = {}  # the export holds labels already


def read_structure(path: str | os.PathLike[str], encoding: str | None = None) -> Structure:
    """Reads a LimeSurvey survey structure or a REDCap data dictionary; which one shows from its heading."""
    raw = read_csv(path, encoding)
    heading = [fold(name) for name in raw.rows[0]]
    if {"class", "name", "text"} <= set(heading):
        return _limesurvey(raw, heading)
    shown, exported = SIGNS["redcap_name"]  # as on the screen, and as in a file that is read back
    if shown in heading or {exported, SIGNS["redcap_label"][1]} <= set(heading):
        return _redcap(raw, heading)
    raise unreadable("HV-701", "structure", Where(raw.file, 1))


def _limesurvey(raw: Raw, heading: list[str]) -> Structure:
    kind, name, text = heading.index("class"), heading.index("name"), heading.index("text")
    language = heading.index("language") if "language" in heading else None
    base = next((row[language] for row in raw.rows[1:] if language is not None and row[kind] == "Q"), "")
    found = Structure()
    question: _Field | None = None
    code = ""
    for row in raw.rows[1:]:
        if language is not None and row[language] not in ("", base):
            continue  # translations repeat the same codes
        if row[kind] == "Q":
            code, question = row[name], _Field(row[text], "", {})
            found.fields[code] = question
        elif row[kind] == "SQ" and question is not None:
            found.fields[f"{code}[{row[name]}]"] = _Field(question.title, row[text], question.labels)
        elif row[kind] == "A" and question is not None:
            question.labels[row[name]] = row[text]
    return found


def _redcap(raw: Raw, heading: list[str]) -> Structure:
    def place(what: str) -> int:
        return next((heading.index(name) for name in SIGNS[what] if name in heading), -1)

    name, label = place("redcap_name"), place("redcap_label")
    choices, kind = place("redcap_choices"), place("redcap_kind")
    found = Structure()
    for row in raw.rows[1:]:
        labels = {}
        if choices >= 0 and kind >= 0 and row[kind] in ("radio", "dropdown", "checkbox"):
            for choice in row[choices].split("|"):
                code, comma, text = choice.partition(",")
                if comma:
                    labels[code.strip()] = text.strip()
        elif kind >= 0 and row[kind] == "yesno":
            labels = {"1": "Yes", "0": "No"}
        title = re.sub(r"\s+", " ", row[label])
        found.fields[row[name]] = _Field(title, "", labels)
    return found
