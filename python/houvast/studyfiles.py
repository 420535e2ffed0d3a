"""Studies on disk: a folder with study.json and CSV tables, or one .json file."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from . import _core
from .atomic import write_text
from .errors import Issue, ParseError, Where

__all__ = ["TABLES", "load", "save"]

TABLES = ("parties", "answers", "ties", "assessments", "goals")


def _problem(code: str, subject: str, value: str, expected: str, where: Where) -> ParseError:
    place = ", ".join([where.file, *([f"row {where.row}"] if where.row else [])])
    found = f" '{value}'" if value else ""
    message = f"[{code}] {place}: {subject}{found}; expected {expected}"
    return ParseError(message, [Issue(code, subject, value, expected, where, message)])


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise _problem("HV-101", "file", "", f"a file that can be read ({reason})", Where(str(path))) from error


def _text(data: bytes, file: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data[: error.start].count(b"\n") + 1
        raise _problem("HV-103", "text", "", "UTF-8", Where(file, row)) from None


def _delimiter(heading: str) -> str:
    return max(",;\t", key=heading.count)


def _table(name: str, file: str, data: bytes) -> dict[str, Any]:
    text = _text(data, file)
    if not text.strip():
        raise _problem("HV-102", "file", "", "a table with a heading, but it is empty", Where(file))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text.split("\n", 1)[0]), strict=True)
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
        raise _problem("HV-116", "table", "", f"valid CSV ({error})", Where(file, started)) from None
    return {"name": name, "file": file, "columns": columns or [], "rows": rows, "row_numbers": numbers}


def load(path: str | os.PathLike[str]) -> _core.Study:
    """The study at a path: a folder with study.json and tables, or one .json file.

    Raises ParseError (HV-1xx) when a file is not what it claims to be and ValidationError (HV-2xx) with everything that
    is wrong: file, row, column and the nearest valid value.
    """
    place = Path(path)
    if place.is_dir():
        header = _bytes(place / "study.json")
        known = {f"{name}.csv" for name in TABLES}
        stray = sorted(item.name for item in place.glob("*.csv") if item.name not in known)
        if stray:
            expected = "only " + ", ".join(sorted(known))
            raise _problem("HV-117", "unknown table", stray[0], expected, Where(stray[0]))
        files = [(name, place / f"{name}.csv") for name in TABLES]
        tables = [_table(name, file.name, _bytes(file)) for name, file in files if file.exists()]
        return _core.study_from_tables(header, tables, "study.json")
    if not place.exists():
        raise _problem("HV-101", "path", "", "a study folder or a .json file that exists", Where(str(place)))
    return _core.study_from_json(_bytes(place), place.name)


def _csv_text(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return buffer.getvalue()


def save(study: _core.Study, path: str | os.PathLike[str]) -> Path:
    """Writes a study as a folder, or as one file when the path ends in .json. Exact data: for inside use."""
    place = Path(path)
    if place.suffix == ".json":
        write_text(place, study.to_json())
        return place
    place.mkdir(parents=True, exist_ok=True)
    for name, (columns, rows) in study.tables().items():
        if rows:
            write_text(place / f"{name}.csv", _csv_text(columns, rows))
        else:
            (place / f"{name}.csv").unlink(missing_ok=True)
    write_text(place / "study.json", study.header_json())
    return place
