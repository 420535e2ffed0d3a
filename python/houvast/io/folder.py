"""Studies on disk: a folder with study.json and CSV or Parquet tables, one .json file, or one Excel workbook."""

from __future__ import annotations

import contextlib
import csv
import io
import os
from pathlib import Path
from typing import Any

from .. import _core
from ..errors import (
    Error,
    InvalidValueError,
    MissingExtraError,
    ParseError,
    ValidationError,
    Where,
    choose,
    problem,
    reason_of,
)
from ..texts import Claim
from .atomic import asked_about, whole_file, write_text
from .csv import delimiter_of
from .in_use import LEFT
from .whole_folder import settle, whole, whole_folder

__all__ = ["STUDY_FILES", "TABLES", "load", "save"]

TABLES = ("parties", "answers", "ties", "assessments", "goals", "matrix")
STUDY_FILES = ("study.json", *(name + suffix for name in TABLES for suffix in (".csv", ".parquet")))
_PARQUET_ROWS = 1 << 18  # rows read at a time


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        expected = Claim("problem.expected.readable_file", {"reason": reason_of(error)})
        raise problem(ParseError, "HV-101", "problem.subject.file", expected, Where(str(path))) from error


def _text(data: bytes, file: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data[: error.start].count(b"\n") + 1
        where = Where(file, row)
        raise problem(ParseError, "HV-103", "problem.subject.text", "problem.expected.utf_8", where) from None


def _table(name: str, file: str, data: bytes) -> dict[str, Any]:
    text = _text(data, file)
    if not text.strip():
        raise problem(ParseError, "HV-102", "problem.subject.file", "problem.expected.filled_table", Where(file))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text.split("\n", 1)[0]), strict=True)
    rows: list[list[str]] = []
    numbers: list[int] = []
    columns: list[str] | None = None
    started = 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                if columns is None:
                    columns = [cell.strip() for cell in row]
                else:
                    rows.append(row)
                    numbers.append(started)
            started = reader.line_num + 1
    except csv.Error as error:
        expected = Claim("problem.expected.csv", {"reason": str(error)})
        raise problem(ParseError, "HV-116", "problem.subject.table", expected, Where(file, started)) from None
    return {"name": name, "file": file, "columns": columns or [], "rows": rows, "row_numbers": numbers}


def _parquet(name: str, path: Path) -> _core.ColumnTable:
    """A Parquet table, read in parts; texts come as dictionaries, so that each distinct one is read once."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise MissingExtraError.of("frames", "pyarrow") from error
    try:
        with pq.ParquetFile(path) as file:
            texts = [field.name for field in file.schema_arrow if str(field.type) in ("string", "large_string")]
            about = file.metadata
        with pq.ParquetFile(path, metadata=about, read_dictionary=texts) as file:
            rows = file.iter_batches(_PARQUET_ROWS)
            return _core.columns_from_arrow(pa.RecordBatchReader.from_batches(file.schema_arrow, rows), name, path.name)
    except ValidationError:
        raise  # a column that houvast does not read
    except (OSError, ValueError) as error:
        reason = error.issues[0].value if isinstance(error, InvalidValueError) else str(error)
        reason = reason.partition("\n")[0]  # without the traceback of the reader
        expected = Claim("problem.expected.parquet", {"reason": reason})
        raise problem(ParseError, "HV-101", "problem.subject.file", expected, Where(path.name)) from error


def _columns(name: str, path: Path) -> _core.ColumnTable:
    if path.suffix == ".parquet":
        return _parquet(name, path)
    data = _bytes(path)
    heading = data[: max(data.find(b"\n"), 0) or len(data)].decode("utf-8", "replace")
    quick = _core.columns_from_csv(data, name, path.name, delimiter_of(heading))
    # What is not plain sound CSV goes to the reader that can tell what is wrong with it.
    return quick if quick is not None else _core.columns_from_texts(_table(name, path.name, data))


def _load_folder(place: Path) -> _core.Study:
    """The study in a folder; read again when another process saved one there meanwhile."""

    def state() -> tuple[int, int]:
        about = place.stat()
        return about.st_ino, about.st_mtime_ns

    while True:
        before = state()
        try:
            study = _study_in(whole(place))
        except Error:
            if state() == before:
                raise
        else:
            if state() == before:
                return study


def _study_in(place: Path) -> _core.Study:
    header = _bytes(place / "study.json")
    known = {f"{name}.csv" for name in TABLES}
    stray = sorted(
        item.name for item in place.glob("*.csv") if item.name not in known and not item.name.startswith(LEFT)
    )
    if stray:
        expected = Claim("problem.expected.only", {"names": ", ".join(sorted(known))})
        where = Where(stray[0])
        raise problem(ParseError, "HV-117", "problem.subject.unknown_table", expected, where, value=stray[0])
    files = [(name, place / f"{name}{suffix}") for name in TABLES for suffix in (".csv", ".parquet")]
    found = [(name, file) for name, file in files if file.exists()]
    names = [name for name, _ in found]
    for name, file in found:
        if names.count(name) > 1:
            expected = Claim("problem.expected.choices", {"choices": [f"{name}.csv", f"{name}.parquet"]})
            where = Where(file.name)
            raise problem(ParseError, "HV-117", "problem.subject.table_twice", expected, where, value=name)
    return _core.study_from_columns(header, [_columns(name, file) for name, file in found], "study.json")


def load(path: str | os.PathLike[str]) -> _core.Study:
    """The study at a path.

    Parameters
    ----------
    path : path
        A folder with study.json and .csv or .parquet tables, one .json file, or an .xlsx workbook.

    Returns
    -------
    Study

    Raises
    ------
    ParseError
        HV-1xx when a file is not what it claims to be.
    ValidationError
        HV-2xx with everything that is wrong: file, row, column and the nearest valid value.
    MissingExtraError
        HV-601 when a format needs an extra that is not installed.
    """
    place = asked_about(path)
    folder = Path(os.path.realpath(place))
    with contextlib.suppress(OSError):  # what may only be read is read as it is
        settle(folder, STUDY_FILES)
    if folder.is_dir():
        return _load_folder(folder)
    if not place.exists():
        raise problem(ParseError, "HV-101", "problem.subject.path", "problem.expected.study_path", Where(str(place)))
    if place.suffix.lower() in (".xlsx", ".xlsm"):
        from .workbook.study import read_workbook

        return read_workbook(place)
    return _core.study_from_json(_bytes(place), place.name)


def save(study: _core.Study, path: str | os.PathLike[str], tables: str = "csv") -> Path:
    """Writes a study as a folder, or as one file when the path ends in .json or .xlsx. Exact data: for inside use.

    Parameters
    ----------
    study : Study
        The exact study.
    path : path
        A folder, or a file that ends in .json or .xlsx.
    tables : str
        How a folder holds its tables: "csv", or "parquet" (extra `frames`).

    Returns
    -------
    pathlib.Path
        Where it was written.

    Raises
    ------
    FileAccessError
        HV-118 when it cannot be written.
    """
    place = Path(path)
    choose(tables, ("csv", "parquet"), "problem.subject.kind_of_tables")
    if place.suffix.lower() == ".xlsx":
        from .workbook.study import write_workbook

        return write_workbook(study, place)
    if place.suffix == ".json":
        with whole_file(place) as temporary, temporary.open("wb") as file:
            study.write_json(file.write)
        return place
    from .csv import plain_csv

    with whole_folder(place, STUDY_FILES) as fresh:
        if tables == "parquet":
            from .frames import study_to_frames
            from .parquet import write_parquet

            for name, frame in study_to_frames(study, "arrow").items():
                if frame.num_rows:
                    write_parquet(frame, fresh / f"{name}.parquet")
        for name, (columns, rows) in study.tables().items() if tables == "csv" else ():
            if rows:
                write_text(fresh / f"{name}.csv", plain_csv(columns, rows))
        write_text(fresh / "study.json", study.header_json())
    return place
