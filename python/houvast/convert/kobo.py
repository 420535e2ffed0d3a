"""Exports of KoboToolbox and ODK: questions in groups (`group/question`), and boxes in a column for each choice."""

from __future__ import annotations

import re
from collections import Counter

from .sheet import Column, Raw, Sheet
from .tables import cells_of, plain_sheet
from .vocabulary import answer_words, fold

__all__ = ["signs_of_kobo", "unfold_kobo"]

_OWN = {"_uuid", "_submission_time", "_validation_status", "__version__", "meta/instanceid", "meta-instanceid"}
_OWN |= {"_submitted_by", "_index", "_id", "submissiondate", "formversion", "submittername", "deviceid", "instanceid"}
_OF_ODK = {"submissiondate", "meta-instanceid", "submittername", "formversion"}
_FEWEST = 4  # headings in groups, of a file without the platform's own columns
_TICKED, _BLANK = ("1", "true", "1.0"), ("0", "false", "0.0", "")
_WORDS = re.compile(r"[^\W_]+(?:_[^\W_]+)+")  # voor_een_deel


def signs_of_kobo(raw: Raw) -> tuple[str, str] | None:
    """The platform, by its own columns or by groups in most of the headings."""
    names = raw.rows[0]
    own = [name for name in names if fold(name) in _OWN]
    if len(own) >= 2:
        return "kobo", ", ".join(own[:3])
    grouped = [name for name in names if re.fullmatch(r"[^/\s][^/]*(?:/[^/]*\S[^/]*)+", name) and "?" not in name]
    groups = {name.partition("/")[0] for name in grouped}
    if len(grouped) >= _FEWEST and 2 * len(grouped) > len(names) and 2 * len(groups) <= len(grouped):
        return "kobo", grouped[0]
    return None


def unfold_kobo(raw: Raw) -> Sheet:
    """Columns headed by their question, without its groups; the boxes of one question are one column."""
    names = raw.rows[0]
    within = _groups(names)
    columns: list[Column] = []
    boxes: dict[str, Column] = {}
    for i, name in enumerate(names):
        cells = cells_of(raw, 1, i)
        parent, _, choice = name.rpartition("/")
        if parent and _is_box(parent, cells, names):
            whole = boxes.get(parent)
            if whole is None:
                whole = boxes[parent] = _whole(parent, columns, len(cells))
            for row, cell in enumerate(cells):
                if fold(cell) in _TICKED:
                    whole.cells[row] = f"{whole.cells[row]};{_spaced(choice)}" if whole.cells[row] else _spaced(choice)
            continue
        columns.append(Column(name, _spaced(_bare(name, within)), "", _as_words(cells)))
    return plain_sheet(raw, 1, columns)


def _groups(names: list[str]) -> set[str]:
    """What stands before the questions of a group: `group/` in KoboToolbox, `group-` in ODK.

    A name without blanks, or a label before several headings; a text such as `policymakers/directors` is none.
    """
    odk = any(fold(name) in _OF_ODK for name in names)
    before = Counter(f"{group}/" for name in names if (group := name.rpartition("/")[0]))
    if odk:
        before.update(f"{group}-" for name in names if (group := name.rpartition("-")[0]) and fold(name) not in _OWN)
    return {group for group, times in before.items() if times > 1 or not re.search(r"\s", group)}


def _bare(name: str, groups: set[str]) -> str:
    """A heading without the groups before it."""
    found = max((group for group in groups if name.startswith(group)), key=len, default="")
    return name[len(found) :]


def _is_box(parent: str, cells: list[str], names: list[str]) -> bool:
    """Whether a column tells whether one choice of a question was ticked."""
    beside = sum(name.rpartition("/")[0] == parent for name in names)
    ticks = all(fold(cell) in (*_TICKED, *_BLANK) for cell in cells)
    return ticks and any(cells) and (parent in names or beside > 1)


def _whole(parent: str, columns: list[Column], rows: int) -> Column:
    """The column of a question with boxes, emptied; a new one where the export has only the boxes."""
    found = next((column for column in columns if column.key == parent), None)
    if found is None:
        found = Column(parent, _spaced(parent.rpartition("/")[2]))
        columns.append(found)
    found.cells = [""] * rows
    return found


def _spaced(word: str) -> str:
    return word.replace("_", " ") if _WORDS.fullmatch(word) else word


def _as_words(cells: list[str]) -> list[str]:
    """The cells of a question with choices as words: the names of choices have no spaces, and come back."""
    told = {cell for cell in cells if cell}
    rated = any(fold(_spaced(cell)) in answer_words() for cell in told)
    choices = 2 * len(told) <= sum(map(bool, cells)) and not any(re.search(r"[\s@]", cell) for cell in told)
    return [_spaced(cell) for cell in cells] if rated or choices else cells
