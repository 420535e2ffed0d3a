"""Cells of Arrow columns as the bytes and labels that a tally counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from .. import _core
from ..errors import InvalidValueError, Issue, Where, issue, problem
from ..texts import Claim
from .arrow import pyarrow, whole

__all__ = ["GAP", "Place", "Words", "answer_bytes", "off_scale", "readable", "words_of"]

Bytes = npt.NDArray[np.uint8]
GAP = 255  # an empty cell: no answer has this byte
_UNREADABLE = -1


@dataclass(frozen=True)
class Place:
    """Where a batch stands, for messages."""

    file: str
    first_row: int

    def where(self, row: int, column: str) -> Where:
        """The place of a row of the batch, counted from 0."""
        return Where(self.file, self.first_row + row, column)


@dataclass(frozen=True)
class Words:
    """A column of texts: the distinct ones, spaces around them taken away, and which stands in every row."""

    texts: list[str]
    codes: npt.NDArray[np.int32]


def words_of(column: Any, empty: str = "") -> Words:
    """The texts of a column, whatever its type; `empty` stands for a cell without anything."""
    pa, column = pyarrow(), whole(column)
    if not pa.types.is_dictionary(column.type):
        column = column.cast(pa.string()).dictionary_encode()
    raw = ["" if each is None else str(each).strip() for each in column.dictionary.to_pylist()] + [empty]
    texts = list(dict.fromkeys(raw))
    place = np.array([texts.index(each) for each in raw], dtype=np.int32)
    rows = column.indices.fill_null(len(raw) - 1).to_numpy(zero_copy_only=False)
    used, codes = np.unique(place[rows], return_inverse=True)
    return Words([texts[i] for i in used], codes.astype(np.int32))


def answer_bytes(column: Any, scale: _core.Scale) -> tuple[Bytes, npt.NDArray[np.bool_]]:
    """The byte of every cell, GAP where nothing stands, and which cells hold no answer of the scale."""
    pa, column, kind = pyarrow(), whole(column), column.type
    if pa.types.is_integer(kind):
        return _of_numbers(column, scale)
    if pa.types.is_floating(kind) or pa.types.is_decimal(kind):
        return _of_decimals(column.cast(pa.float64()), scale)
    if pa.types.is_null(kind):
        return np.full(len(column), GAP, dtype=np.uint8), np.zeros(len(column), dtype=bool)
    if pa.types.is_dictionary(kind) and not _is_text(kind.value_type):
        return answer_bytes(column.dictionary_decode(), scale)
    return _of_words(words_of(column), scale)


def _is_text(kind: Any) -> bool:
    types = pyarrow().types
    return bool(types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind))


def _of_numbers(column: Any, scale: _core.Scale) -> tuple[Bytes, npt.NDArray[np.bool_]]:
    values = column.fill_null(scale.min).to_numpy(zero_copy_only=False)
    wrong = (values < scale.min) | (values > scale.max)
    codes = (values - scale.min).astype(np.uint8)
    if column.null_count:
        codes[column.is_null().to_numpy(zero_copy_only=False)] = GAP
    return codes, wrong


def _of_decimals(column: Any, scale: _core.Scale) -> tuple[Bytes, npt.NDArray[np.bool_]]:
    values = column.fill_null(np.nan).to_numpy(zero_copy_only=False)
    empty = np.isnan(values)
    filled = np.where(empty, scale.min, values)
    wrong = (filled != np.floor(filled)) | (filled < scale.min) | (filled > scale.max)
    codes = np.where(wrong, 0, filled - scale.min).astype(np.uint8)
    codes[empty] = GAP
    return codes, wrong


def _of_words(words: Words, scale: _core.Scale) -> tuple[Bytes, npt.NDArray[np.bool_]]:
    known = [_code_of(text, scale) for text in words.texts]
    wrong = np.array([code == _UNREADABLE for code in known], dtype=bool)
    codes = np.array([0 if code == _UNREADABLE else code for code in known], dtype=np.uint8)
    return codes[words.codes], wrong[words.codes]


def _code_of(text: str, scale: _core.Scale) -> int:
    if not text:
        return GAP
    code = _core.answer_code(scale, text)
    return _UNREADABLE if code is None else code


def off_scale(cell: Any, question: str, scale: _core.Scale, where: Where) -> Issue:
    """What is wrong with a cell that holds no answer of a scale; the cell itself is not told."""
    subject = Claim("problem.subject.answer_to", {"question": question})
    try:
        float(cell)
    except ValueError:
        return issue("HV-205", subject, Claim("problem.expected.label_of_scale", {"scale": scale.id}), where)
    expected = Claim("problem.expected.whole_from_to", {"low": scale.min, "high": scale.max})
    return issue("HV-204", subject, expected, where)


def readable(column: Any, where: Where) -> None:
    """Refuses a column of lists, structures, days or yes and no. Raises InvalidValueError HV-302."""
    types = pyarrow().types
    kind = column.type.value_type if types.is_dictionary(column.type) else column.type
    checks = (types.is_integer, types.is_floating, types.is_decimal, types.is_null, _is_text)
    if not any(check(kind) for check in checks):
        expected = "problem.expected.numbers_or_texts"
        raise problem(InvalidValueError, "HV-302", "problem.subject.column", expected, where, value=str(column.type))
