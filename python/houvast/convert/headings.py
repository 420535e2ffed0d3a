"""What can be told of headings by the questions that houvast knows: a second row of them, and rows of a matrix."""

from __future__ import annotations

import re
from functools import cache

from .. import _core
from .sheet import Column, Raw
from .vocabulary import Vocabulary, fold, heading_text

__all__ = ["questions_in", "split_rows", "texts_below"]

_FEWEST = 2  # questions that make a row a heading
_BETWEEN = (" >> ", " - ", ": ")  # between the text of a matrix and that of its row
_ADDED = re.compile(r"toelicht|opmerking|comment|waarom|why|explan|punten|points|feedback")


@cache
def _known() -> Vocabulary:
    """The questions of every instrument that comes with houvast."""
    return Vocabulary([_core.instrument(id) for id in _core.instruments()])


def questions_in(row: list[str]) -> int:
    """How many cells of a row are the text or the code of a question."""
    return sum(_is_question(cell) for cell in row if cell)


def _is_question(cell: str) -> bool:
    return _is_whole(cell) or bool(_row_of(cell))


def _is_whole(cell: str) -> bool:
    """Whether a cell is the text or the code of a question and nothing besides."""
    words = _known()
    rest = [words.without_code(cell, code) for code in words.codes_in(cell, leading=True)]
    return any(not text or _is_text(text) for text in rest) or _is_text(cell)


def _is_text(text: str) -> bool:
    return heading_text(text) in _known().texts


def _row_of(text: str) -> tuple[str, str] | None:
    """The text of a matrix and the question in its row, when a heading holds both."""
    for between in _BETWEEN:
        title, found, part = text.partition(between)
        if found and _is_text(part) and not _ADDED.match(fold(title)):
            return title, part
    return None


def texts_below(raw: Raw) -> dict[str, str]:
    """Takes a second heading out of the rows; the text below each name, where names are above them.

    It holds texts below codes, codes below texts, or questions below the elements that they are of: then they are the
    names.
    """
    names, below = raw.rows[0], raw.rows[1] if len(raw.rows) > 2 else []
    found = questions_in(below)
    if found < _FEWEST or 4 * found < sum(map(bool, below)):
        return {}
    del raw.rows[1], raw.numbers[1]
    if len(set(names)) == len(names):
        return {name: text for name, text in zip(names, below, strict=True) if text}
    raw.rows[0] = [text or name for name, text in zip(names, below, strict=True)]
    return {}


def split_rows(columns: list[Column]) -> None:
    """Sets apart the question in headings such as `How far does this hold? >> Do we know ...`."""
    whole = {heading_text(column.title) for column in columns}
    for column in columns:
        found = None if column.part or _is_whole(column.title) else _row_of(column.title)
        if found is not None and heading_text(found[1]) not in whole:
            column.title, column.part = found
