"""Counts files of any size in memory that does not grow, and goes on where a run was broken off."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from pathlib import Path

from .. import _core
from ..errors import InvalidValueError, ParseError, Where, problem
from ..scoring import Tally
from .counter import Counter
from .layout import Layout
from .sources import Source, source_of
from .states import State, read_state, write_state

__all__ = ["tally_files"]

_SECONDS = 5.0  # between two times that a run is kept

Progress = Callable[[float], object]


class _Run:
    """Which files are counted how, and how far that has come."""

    def __init__(self, sources: list[Source], counter: Counter, out: Path | None, progress: Progress) -> None:
        self._sources, self._counter, self._progress = sources, counter, progress
        self._kept = out.with_name(out.name + ".part") if out else None
        self._what = {
            "files": [source.identity() for source in sources],
            "layout": asdict(counter.layout) | {"columns": dict(counter.layout.columns)},
        }
        self._sizes = [source.path.stat().st_size for source in sources]
        self._file = self._row = 0
        self._last = time.monotonic()

    def resume(self) -> None:
        """Goes on where an earlier run was broken off. Raises InvalidValueError HV-307 for a run of something else."""
        if self._kept is None or not self._kept.exists():
            return
        state = read_state(self._kept)
        run = state.run or {}
        if state.instrument.json != self._counter.instrument.json or run.get("what") != self._what:
            where = Where(self._kept.name)
            expected = "problem.expected.the_same_run"
            raise problem(InvalidValueError, "HV-307", "problem.subject.run_to_go_on_with", expected, where)
        self._counter.tally = state.tally
        self._file, self._row = run["file"], run["row"]

    def keep(self) -> None:
        """Keeps what was counted and how far, in one file, whole."""
        if self._kept is not None:
            run = {"what": self._what, "file": self._file, "row": self._row}
            write_state(State(self._counter.instrument, self._counter.tally, run), self._kept)
            self._last = time.monotonic()

    def count(self) -> None:
        """Counts what is left."""
        for number in range(self._file, len(self._sources)):
            self._file = number
            self._count_file(self._sources[number])
            self._file, self._row = number + 1, 0
        self.keep()

    def _count_file(self, source: Source) -> None:
        counter = self._counter
        for part in source.parts(
            lambda names: [*dict.fromkeys(counter.columns(names, source.name).values())], self._row
        ):
            counter.count(part.batch, source.place(part))
            self._row = part.first + part.batch.num_rows - counter.held
            self._tell(part.share)
            if time.monotonic() - self._last > _SECONDS:
                self.keep()
        counter.end()

    def _tell(self, share: float) -> None:
        done = sum(self._sizes[: self._file]) + share * self._sizes[self._file]
        self._progress(done / max(sum(self._sizes), 1))

    def end(self) -> None:
        """Takes away what was kept to go on with."""
        if self._kept is not None:
            with contextlib.suppress(FileNotFoundError):
                self._kept.unlink()


def tally_files(
    paths: Iterable[str | os.PathLike[str]],
    instrument: _core.Instrument | str,
    *,
    groups: str | None = None,
    waves: str | None = None,
    respondent: str = "respondent",
    question: str = "question",
    answer: str = "answer",
    columns: Mapping[str, str] | None = None,
    out: str | os.PathLike[str] | None = None,
    threads: int = 1,
    progress: Progress | None = None,
) -> Tally:
    """Counts the answers in Parquet, CSV and Arrow files, in memory that does not grow with them.

    A table is wide, with a column per rated question and a respondent per row; or, when it has a column `question`,
    long, with an answer per row. In a long table respondents ascend, and the answers of each stand in one file.
    Cells hold values or labels of the scale, or a state such as `dont_know`; an empty cell was skipped, and who has
    empty cells only was not asked. The same answers give the same tally in whatever order and files they come.

    With `out` the run can be broken off at any moment, also by a power cut: called again, it goes on from what it kept
    beside `out` (`out` + ".part"), and ends with the same bytes.

    Parameters
    ----------
    paths : iterable of path
        The files: .parquet, .csv, .arrow, .feather or .ipc.
    instrument : Instrument or str
        What was asked, or its name in the catalogue.
    groups : str, optional
        Column with the group of a respondent; all are one group when left out.
    waves : str, optional
        Column with the wave, likewise.
    respondent : str
        Column with who answers, in a long table.
    question : str
        Column with the id of the question, in a long table.
    answer : str
        Column with the answer, in a long table.
    columns : mapping of str to str, optional
        Question id → what the table calls it, where that is something else.
    out : path, optional
        File to write the tally to, as `read_tally` reads it.
    threads : int
        Threads to count with, 0 for as many as the machine has; the result is the same.
    progress : callable, optional
        Is called with the share of all that was read, from 0 to 1.

    Returns
    -------
    Tally
        Groups and waves are those that were met, in alphabetical order; for inside use.

    Raises
    ------
    ParseError
        HV-1xx with the file, and the row or column, of what cannot be read.
    ValidationError
        HV-2xx with the file, row and column of an answer that cannot be.
    InvalidValueError
        HV-301 for no files, HV-307 when another run was broken off beside `out`.
    """
    sources = [source_of(Path(path)) for path in paths]
    if not sources:
        raise problem(InvalidValueError, "HV-301", "problem.subject.file", "problem.expected.one_or_more")
    asked = _core.instrument(instrument) if isinstance(instrument, str) else instrument
    counter = Counter(asked, Layout(groups, waves, respondent, question, answer, dict(columns or {})), threads)
    place = None if out is None else Path(out)
    run = _Run(sources, counter, place, progress or (lambda _share: None))
    run.resume()
    run.count()
    if counter.tally is None:
        where = Where(sources[0].name)
        raise problem(ParseError, "HV-102", "problem.subject.file", "problem.expected.filled_table", where)
    if place is not None:
        write_state(State(asked, counter.tally), place)
        run.end()
    return counter.tally
