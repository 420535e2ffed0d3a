"""An export as every platform's reader hands it on: columns with their heading, part and answers as text."""

from __future__ import annotations

import datetime
import math
import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any

from ..errors import InvalidValueError, Issue, ValidationError, Where, problem
from ..texts import Claim, LocalizedText, by_language, languages, say

__all__ = ["Ask", "Column", "ConversionError", "ExportIssue", "Raw", "Sheet", "clean", "place"]

_SHOWN = 120  # letters of a heading in a message
_TRANSLATED = ("attribute", "options", "role")  # values that hold words of the mapping
_MOST_BITS = 4096  # of a whole number; Python writes no longer ones


class ConversionError(ValidationError):
    """An export that cannot become a study yet: what is wrong (HV-7xx) and what must be confirmed.

    `mapping` is what was recognised so far, with `confirm` at every entry that a person should look at.
    """

    mapping: Any = None
    asked: Any = ()
    questions: Any = ()  # the same, grouped as a person would ask it (`convert.questions.Question`)


class ExportIssue(Issue):
    """Something about an export, which has headings of many words: they stand in quotes, and are cut short."""

    __slots__ = ()

    def say(self, lang: str) -> str:
        """Code, place and what is wrong there."""
        return f"[{self.code}] {place(self.where, lang)}: {self.about.say(lang)}"


@dataclass(frozen=True)
class Ask:
    """One question for the person who converts: a code, the words by key, the place, and what to fill in."""

    code: str
    key: str
    where: Where
    values: dict[str, str] = field(default_factory=dict)

    def issue(self, by_hand: bool = True) -> ExportIssue:
        """The question as something that is wrong; by hand: with how to answer it in a mapping."""
        words = {name: _words(text) for name, text in self.values.items() if name in _TRANSLATED}
        values = {**self.values, **words, "by_hand": "yes" if by_hand else "no"}
        return ExportIssue(self.code, Claim("convert.ask." + self.key, values), where=self.where)

    def say(self, lang: str, by_hand: bool = True) -> str:
        """The question with its code and place."""
        return self.issue(by_hand).say(lang)


def _words(text: str) -> LocalizedText:
    """Words of the mapping, in every language."""
    return by_language(
        {lang: ", ".join(say("convert.word", lang, word=word) for word in text.split(", ")) for lang in languages()}
    )


@dataclass
class Raw:
    """Rows of text as they stand in a file, with the number of each row (the first row is 1)."""

    file: str
    rows: list[list[str]]
    numbers: list[int]
    kind: str
    notes: dict[str, int] = field(default_factory=dict)  # what was passed over while reading, and how often


@dataclass
class Column:
    """One column: its unique name in the export, its heading, the part in a matrix, and one text per response."""

    key: str
    title: str = ""
    part: str = ""
    cells: list[str] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)  # code → label, where the platform tells
    rows: list[int] = field(default_factory=list)  # rows of the cells when they differ from the sheet's


@dataclass
class Sheet:
    """One export file: where it came from, how that was recognised, and its columns."""

    file: str
    platform: str
    reason: str
    columns: list[Column]
    rows: list[int]
    previews: int = 0
    wave: str | None = None
    audience: str = ""  # in whose words it asks, where its headings tell
    perspective: str = ""  # of those who answered, where the audience tells and they do not
    notes: dict[str, int] = field(default_factory=dict)
    not_shown: str = ""  # the word that this platform writes for a question that was not shown

    def keep(self, responses: list[int]) -> None:
        """Leaves out every response but these."""
        self.rows = [self.rows[i] for i in responses]
        for column in self.columns:
            column.cells = [column.cells[i] for i in responses]
            column.rows = [column.rows[i] for i in responses] if column.rows else []

    def skip(self, rows: set[str]) -> None:
        """Leaves out the responses of rows such as `export.csv:12`."""
        if rows:
            self.keep([i for i in range(len(self.rows)) if rows.isdisjoint(self._rows_of(i))])

    def _rows_of(self, index: int) -> set[str]:
        """The rows of the file that a response comes from."""
        numbers = {self.rows[index], *(self.row_of(column, index) for column in self.columns)}
        return {f"{self.file}:{number}" for number in numbers}

    def row_of(self, column: Column, index: int) -> int:
        """The row in the file of a column's cell."""
        return column.rows[index] if column.rows else self.rows[index]


def place(where: Where, lang: str) -> str:
    """File, row and column in words; a long heading is cut short."""
    parts = [where.file, *([say("convert.row", lang, row=where.row)] if where.row else [])]
    name = where.column if len(where.column) <= _SHOWN else f"{where.column[: _SHOWN - 1]}…"
    parts += [say("convert.column", lang, column=name)] if where.column else []
    return ", ".join(filter(None, [*parts, where.pointer]))


def clean(value: Any) -> str:
    """A cell as text: composed, ordinary spaces, whole numbers without decimals, days as yyyy-mm-dd, nothing as ''."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return _whole_text(value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(float(value))
    if isinstance(value, datetime.datetime):
        return value.isoformat(sep=" ") if value.time() != datetime.time() else value.date().isoformat()
    if isinstance(value, datetime.date | datetime.time | datetime.timedelta):
        return str(value)
    text = unicodedata.normalize("NFC", str(value)).replace("\r\n", "\n").replace("\r", "\n")
    return re.sub("[\u00a0\u2007\u202f]", " ", text).replace("\ufeff", "").strip()


def _whole_text(value: int) -> str:
    if value.bit_length() > _MOST_BITS:
        expected = Claim("problem.expected.bits", {"most": _MOST_BITS})
        raise problem(InvalidValueError, "HV-107", "problem.subject.number", expected)
    return str(value)
