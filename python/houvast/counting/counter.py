"""Adds batches of answers to a tally whose groups and waves are those that it meets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from .. import _core
from ..errors import Issue, ValidationError, problems
from ..scoring import Tally
from .arrow import pyarrow
from .cells import GAP, Place, Words, answer_bytes, off_scale, readable, words_of
from .layout import Layout
from .long import LongAnswers, whole_respondents
from .states import extended

__all__ = ["Counter"]

_SKIPPED, _NOT_ASKED = 253, 254
_LABELS = ("groups", "waves")
_ONE = Words([""], np.zeros(0, dtype=np.int32))


class Counter:
    """Counts tables that arrive in batches; the same answers give the same tally in whatever order and cut they come.

    `tally` is what was counted: nothing until a row was met. The last respondent of a long table is held back until the
    next one begins; `end` counts what is held.
    """

    def __init__(self, instrument: _core.Instrument, layout: Layout, threads: int = 1) -> None:
        self.instrument = instrument
        self.layout = layout
        self.tally: Tally | None = None
        self._threads = threads
        self._questions = layout.questions(instrument)
        self._scales = [instrument.scale_of(question) for question in self._questions]
        self._held: Any = None
        self._held_at = Place("", 1)

    def columns(self, names: Sequence[str], file: str) -> dict[str, str]:
        """Role or question → column, of a table with columns of these names. Raises ParseError HV-112, HV-114."""
        return self.layout.wanted(self._questions, names, file)

    def needed(self, names: Sequence[str], file: str) -> list[str]:
        """The columns of such a table that are counted, each once."""
        return [*dict.fromkeys(self.columns(names, file).values())]

    @property
    def held(self) -> int:
        """How many rows wait for the next respondent."""
        return 0 if self._held is None else int(self._held.num_rows)

    def count(self, batch: Any, place: Place) -> None:
        """Adds an Arrow batch or table. When it raises, nothing was added."""
        roles = self.columns(batch.schema.names, place.file)
        table = pyarrow().table({role: batch.column(name) for role, name in roles.items()})
        for role in roles:
            if role not in (*_LABELS, "respondent"):
                readable(table.column(role), place.where(0, roles[role]))
        if not table.num_rows:
            return
        if self.layout.is_long(batch.schema.names):
            self._count_long(table, place)
        else:
            self._count_wide(table, roles, place)

    def end(self) -> None:
        """Counts the rows that were held back: the last respondent of the table is complete."""
        if self._held is not None:
            self._add_long(self._held, self._held_at)
            self._held = None

    def _count_wide(self, table: Any, roles: dict[str, str], place: Place) -> None:
        codes = np.empty((len(self._questions), table.num_rows), dtype=np.uint8)
        issues: list[Issue] = []
        for i, (question, scale) in enumerate(zip(self._questions, self._scales, strict=True)):
            cells = table.column(question)
            codes[i], wrong = answer_bytes(cells, scale)
            if wrong.any():
                row = int(wrong.argmax())
                issues.append(off_scale(cells[row].as_py(), question, scale, place.where(row, roles[question])))
        if issues:
            raise problems(ValidationError, issues)
        gaps = codes == GAP
        if gaps.any():
            codes[gaps] = _SKIPPED
            codes[:, gaps.all(axis=0)] = _NOT_ASKED
        labels = {role: words_of(table.column(role)) for role in _LABELS if role in roles}
        self._add(labels, lambda tally, of: tally.update(codes.T, threads=self._threads, **of))

    def _count_long(self, table: Any, place: Place) -> None:
        if self._held is not None:
            table, place = pyarrow().concat_tables([self._held, table]), self._held_at
        complete = whole_respondents(table.column("respondent"), place, self.layout.respondent)
        if complete:
            self._add_long(table.slice(0, complete), place)
        self._held, self._held_at = table.slice(complete), Place(place.file, place.first_row + complete)

    def _add_long(self, table: Any, place: Place) -> None:
        answers = LongAnswers(table, place, self.layout, self.instrument, self._questions)
        self._add(answers.labels, lambda tally, of: answers.add_to(tally, of, self._threads))

    def _add(self, labels: dict[str, Words], update: Callable[[Tally, dict[str, Any]], None]) -> None:
        met = {role: labels.get(role, _ONE).texts for role in _LABELS}
        if self.tally is None:
            tally = Tally(self.instrument, sorted(met["groups"]), sorted(met["waves"]))
        else:
            tally = extended(self.tally, met["groups"], met["waves"])
        places = {"groups": tally.groups, "waves": tally.waves}
        of = {}
        for role, words in labels.items():
            place = {label: i for i, label in enumerate(places[role])}
            of[role] = np.array([place[text] for text in words.texts], dtype=np.int32)[words.codes]
        update(tally, of)
        self.tally = tally
