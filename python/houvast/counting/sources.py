"""Files of answers as a stream of Arrow batches, from any row on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import Error, ParseError, Where, choose, printable, problem, reason_of
from ..io.atomic import asked_about
from ..io.csv import delimiter_of
from ..texts import Claim
from .arrow import pyarrow
from .cells import Place

__all__ = ["Part", "Source", "source_of"]

_ROWS = 1 << 17  # rows counted at a time
_BLOCK = 1 << 23  # bytes of CSV read at a time

Chosen = Callable[[Sequence[str]], list[str]]  # names of a table's columns → those that are counted


@dataclass(frozen=True)
class Part:
    """Some rows of a file; `first`, counted from 0, is the first of them, and `share` of the file has been read."""

    batch: Any
    first: int
    share: float


def _parquet(path: Path, chosen: Chosen, start: int) -> Iterator[Part]:
    import pyarrow.parquet as pq

    with pq.ParquetFile(path, buffer_size=1 << 20) as file:
        about = file.metadata
        names = file.schema_arrow.names
        texts = [field.name for field in file.schema_arrow if str(field.type) in ("string", "large_string")]
    with pq.ParquetFile(path, metadata=about, read_dictionary=texts, buffer_size=1 << 20) as file:
        group = first = 0
        while group < about.num_row_groups and first + about.row_group(group).num_rows <= start:
            first += about.row_group(group).num_rows
            group += 1
        rest = range(group, about.num_row_groups)
        for batch in file.iter_batches(_ROWS, rest, chosen(names), use_threads=False) if rest else ():
            yield Part(batch, first, (first + batch.num_rows) / about.num_rows)
            first += batch.num_rows


def _csv(path: Path, chosen: Chosen, _start: int) -> Iterator[Part]:
    """Rows before the start are read as well: only they tell where a row begins."""
    import pyarrow as pa
    from pyarrow import csv

    wrong: list[Any] = []

    def ragged(row: Any) -> str:
        wrong.append(row)
        return "error"

    size = path.stat().st_size
    reading = csv.ReadOptions(use_threads=False, block_size=_BLOCK)
    with path.open("rb") as file:
        heading = file.readline().decode("utf-8-sig")
        if not heading.strip():
            where = Where(path.name)
            raise problem(ParseError, "HV-102", "problem.subject.file", "problem.expected.filled_table", where)
        parsing = csv.ParseOptions(delimiter=delimiter_of(heading), newlines_in_values=True, invalid_row_handler=ragged)
        try:
            file.seek(0)
            columns = chosen(csv.open_csv(file, reading, parsing).schema.names)
            file.seek(0)
            with csv.open_csv(file, reading, parsing, _words(columns)) as reader:
                first = 0
                for batch in reader:
                    yield Part(batch, first, file.tell() / size)
                    first += batch.num_rows
        except pa.ArrowInvalid:
            if not wrong:
                raise
            expected = Claim("problem.expected.cells", {"n": wrong[0].expected_columns})
            where = Where(path.name, wrong[0].number)
            raise problem(ParseError, "HV-113", "problem.subject.row_of_cells", expected, where) from None


def _words(columns: list[str]) -> Any:
    """How cells of CSV are read: as texts, of which each distinct one is kept once."""
    import pyarrow as pa
    from pyarrow import csv

    return csv.ConvertOptions(
        include_columns=columns,
        column_types=dict.fromkeys(columns, pa.dictionary(pa.int32(), pa.string())),
        null_values=[""],
        strings_can_be_null=True,
    )


def _arrow(path: Path, chosen: Chosen, start: int) -> Iterator[Part]:
    import pyarrow as pa

    with pa.memory_map(str(path)) as file:
        try:
            reader = pa.ipc.open_file(file)
            batches = (reader.get_batch(i) for i in range(reader.num_record_batches))
        except pa.ArrowInvalid:  # not a file of random access, but a stream
            file.seek(0)
            reader = batches = pa.ipc.open_stream(file)
        columns = chosen(reader.schema.names)
        first, size = 0, file.size()
        for batch in batches:
            if first + batch.num_rows > start:
                yield Part(batch.select(columns), first, file.tell() / size)
            first += batch.num_rows


_READERS = {".parquet": _parquet, ".csv": _csv, ".arrow": _arrow, ".feather": _arrow, ".ipc": _arrow}


@dataclass(frozen=True)
class Source:
    """A file of answers. `heading` is how many rows stand before the first."""

    path: Path
    heading: int

    @property
    def name(self) -> str:
        """What messages call it."""
        return printable(self.path.name)

    def place(self, part: Part) -> Place:
        """Where a part stands."""
        return Place(self.name, self.heading + part.first + 1)

    def identity(self) -> list[Any]:
        """By what a run that goes on knows the file again."""
        about = self.path.stat()
        return [self.path.name, about.st_size, about.st_mtime_ns]

    def parts(self, chosen: Chosen, start: int = 0) -> Iterator[Part]:
        """The rows from `start` on. Raises ParseError HV-103 for a file that cannot be read, HV-113 for a bad row."""
        pa = pyarrow()
        try:
            for part in _READERS[self.path.suffix.lower()](self.path, chosen, start):
                for offset in range(max(start - part.first, 0), part.batch.num_rows, _ROWS):
                    yield Part(part.batch.slice(offset, _ROWS), part.first + offset, part.share)
        except Error:
            raise
        except (pa.ArrowException, OSError, ValueError) as error:
            system = isinstance(error, OSError) and error.errno
            expected = Claim("problem.expected.readable_file", {"reason": reason_of(error)})
            found = expected if system else "problem.expected.sound_file"
            raise problem(ParseError, "HV-103", "problem.subject.file", found, Where(self.name)) from None


def source_of(path: Path) -> Source:
    """The file at a path. Raises ParseError HV-101 for none, InvalidValueError HV-303 for an unknown ending."""
    ending = path.suffix.lower()
    choose(ending, _READERS, "problem.subject.ending_of_answers", where=Where(printable(path.name)))
    if not asked_about(path).is_file():
        expected = "problem.expected.plain_file"
        raise problem(ParseError, "HV-101", "problem.subject.file", expected, Where(printable(str(path))))
    return Source(path, 1 if ending == ".csv" else 0)
