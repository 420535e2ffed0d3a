"""What every engine does alike: a partition becomes the bytes of a tally, and those are added up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .. import _core
from ..counting import Counter, Layout, merge_tallies
from ..counting.arrow import pyarrow
from ..counting.cells import Place
from ..errors import ParseError, problem
from ..scoring import Tally

__all__ = ["Work", "gathered", "work_of"]

_ROWS = 1 << 17  # rows counted at a time


@dataclass(frozen=True)
class Work:
    """What is counted and how, as it travels to other machines."""

    instrument: str  # its JSON
    layout: Layout

    def asked(self) -> _core.Instrument:
        """The instrument."""
        return _core.Instrument.parse(self.instrument)

    def roles(self, names: Iterable[str]) -> dict[str, str]:
        """Role or question → column, of a table with columns of these names. Raises ParseError HV-112, HV-114."""
        return self.layout.wanted(self.layout.questions(self.asked()), names, "")

    def counted(self, tables: Iterable[Any], partition: int) -> bytes | None:
        """The tally of a partition; nothing when it has no rows. Errors have its number and the row in it."""
        counter, row = Counter(self.asked(), self.layout), 1
        for table in tables:
            counter.count(table, Place(f"part-{partition:05}", row))
            row += table.num_rows
        counter.end()
        return None if counter.tally is None else counter.tally.to_bytes()

    def merged(self, states: Iterable[bytes | None]) -> bytes | None:
        """The sum of tallies; nothing when there is none."""
        asked = self.asked()
        tallies = [Tally.from_bytes(state, asked) for state in states if state is not None]
        return merge_tallies(tallies).to_bytes() if tallies else None

    def result(self, states: Iterable[bytes | None]) -> Tally:
        """The sum of the last tallies. Raises ParseError HV-102 when no partition had rows."""
        state = self.merged(states)
        if state is None:
            raise problem(ParseError, "HV-102", "problem.subject.table", "problem.expected.filled_table")
        return Tally.from_bytes(state, self.asked())


def work_of(instrument: _core.Instrument | str, columns: Mapping[str, str] | None, **roles: str | None) -> Work:
    """The work for an instrument, or its name in the catalogue, and the columns of a table."""
    asked = _core.instrument(instrument) if isinstance(instrument, str) else instrument
    return Work(asked.json, Layout(**roles, columns=dict(columns or {})))  # type: ignore[arg-type]  # None is no name


def gathered(batches: Iterable[Any]) -> Iterator[Any]:
    """Small Arrow batches as tables that are worth counting."""
    pa, waiting = pyarrow(), list[Any]()
    for batch in batches:
        waiting.append(batch)
        if sum(each.num_rows for each in waiting) >= _ROWS:
            yield pa.Table.from_batches(waiting)
            waiting = []
    if waiting:
        yield pa.Table.from_batches(waiting)
