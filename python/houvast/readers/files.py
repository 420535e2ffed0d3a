"""Files and frames as rows of text: CSV in every usual dress, xlsx, SPSS, and any data frame."""

from __future__ import annotations

import csv
import io
import os
import re
from pathlib import Path
from typing import Any

from ..errors import InvalidValueError, MissingExtraError, Where
from .sheet import Column, Raw, Sheet, clean, issue, parse_problem

__all__ = ["read_csv", "read_frame", "read_raw", "read_sav"]

_ENCODINGS = {"utf-8": "utf-8-sig", "utf8": "utf-8-sig", "cp1252": "cp1252", "windows-1252": "cp1252"}
_ENCODINGS |= {"latin-1": "cp1252", "iso-8859-1": "cp1252", "iso-8859-15": "iso-8859-15", "utf-16": "utf-16"}
# What UTF-8 looks like after it was read as cp1252 and saved again: Ã« for ë, â€™ for ’.
_GARBLED = re.compile("Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\u0080-\u00bf™œ˜“”¦]|\ufffd")


def _decoded(file: str, data: bytes, encoding: str | None) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            raise parse_problem("HV-702", "text", "whole UTF-16 text; the file seems cut off", Where(file)) from None
    try:
        text: str | None = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text, row = None, data[: error.start].count(b"\n") + 1
    if encoding is not None:
        name = _ENCODINGS.get(encoding.strip().casefold())
        if name is None:
            expected = "one of " + ", ".join(_ENCODINGS)
            found = issue("HV-303", "encoding", expected, Where(), encoding)
            raise InvalidValueError(found.message, [found])
        if name != "utf-8-sig" and text is not None and not data.isascii():
            expected = "no declared encoding, since this text is UTF-8"
            raise parse_problem("HV-702", "encoding", expected, Where(file), encoding)
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            raise parse_problem("HV-702", "text", "the declared encoding", Where(file), encoding) from None
    if text is None:
        expected = "UTF-8, or the encoding said aloud: --encoding cp1252 is what spreadsheets in Dutch mostly write"
        raise parse_problem("HV-702", "text in an unknown encoding", expected, Where(file, row))
    if "\0" in text:
        where = Where(file, text[: text.index("\0")].count("\n") + 1)
        raise parse_problem("HV-702", "text", "text without zero bytes; for UTF-16 say --encoding utf-16", where)
    garbled = _GARBLED.search(text)
    if garbled:
        where = Where(file, text[: garbled.start()].count("\n") + 1)
        expected = "letters as they were written; this text was once read in the wrong encoding, export it again"
        raise parse_problem("HV-702", "damaged letters", expected, where)
    return text


def _delimiter(text: str) -> str:
    """The separator that stands most in the first record, outside quotes."""
    inside, counts = False, {",": 0, ";": 0, "\t": 0}
    for letter in text:
        if letter == '"':
            inside = not inside
        elif not inside and letter in counts:
            counts[letter] += 1
        elif not inside and letter in "\r\n" and any(counts.values()):
            break
    return max(counts, key=lambda letter: counts[letter])


def read_csv(path: str | os.PathLike[str], encoding: str | None = None) -> Raw:
    """The rows of a CSV file: any usual separator, BOM, UTF-16, line ending; blank lines are left out.

    Empty cells under the heading stay, since they may be a second heading.
    """
    place = Path(path)
    file = place.name
    try:
        data = place.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise parse_problem("HV-101", "file", f"a file that can be read ({reason})", Where(str(place))) from error
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise parse_problem("HV-116", "table", "CSV; this is a spreadsheet, name it .xlsx", Where(file))
    text = _decoded(file, data, encoding)
    if not text.strip():
        raise parse_problem("HV-102", "file", "an export with a heading, but it is empty", Where(file))
    separator = _delimiter(text.lstrip())
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[list[str]] = []
    numbers: list[int] = []
    started = 1
    try:
        for row in reader:
            if rows and any(_swallowed(cell, separator, len(rows[0])) for cell in row):
                raise csv.Error("a quote that is not closed, so that rows stand inside a cell")
            if any(cell.strip() for cell in row) or (len(rows) == 1 and len(row) > 1):
                rows.append([clean(cell) for cell in row])
                numbers.append(started)
            started = reader.line_num + 1
    except csv.Error as error:
        raise parse_problem("HV-116", "table", f"valid CSV ({error})", Where(file, started)) from None
    return _even(Raw(file, rows, numbers, "csv"))


def _swallowed(cell: str, separator: str, width: int) -> bool:
    """Whether a cell of several lines holds rows of the table: separators without the space that people write."""
    if "\n" not in cell and "\r" not in cell:
        return False
    return len(re.findall(rf"{separator}(?=\S)", cell)) >= max(4, (width - 1) // 2)


def _even(raw: Raw) -> Raw:
    """Rows of one width; empty cells at the end are no cells, anything else is an error."""
    width = len(raw.rows[0])
    while width and not any(len(row) >= width and row[width - 1] for row in raw.rows):
        width -= 1
    for number, row in zip(raw.numbers, raw.rows, strict=True):
        if len(row) > width and any(row[width:]):
            expected = f"{width} cells; is there a separator inside a text without quotes?"
            raise parse_problem("HV-113", "row with too many cells", expected, Where(raw.file, number))
        if len(row) < width and len(row) < len(raw.rows[0]):
            expected = f"{width} cells; is the file cut off?"
            raise parse_problem("HV-113", "row with too few cells", expected, Where(raw.file, number))
        row[:] = row[:width] + [""] * (width - len(row))
    return raw


def _read_xlsx(path: Path, sheet: str | None) -> Raw:
    try:
        import python_calamine
    except ImportError as error:
        raise MissingExtraError.of("convert", "python-calamine") from error
    file = path.name
    try:
        with path.open("rb") as stream:
            book = python_calamine.CalamineWorkbook.from_filelike(stream)
            names = book.sheet_names
            if sheet is not None and sheet not in names:
                expected = "a sheet of this workbook: " + ", ".join(names)
                raise parse_problem("HV-701", "sheet", expected, Where(file), sheet)
            tables = {
                name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
                for name in ([sheet] if sheet else names)
            }
    except OSError as error:
        reason = error.strerror or str(error)
        raise parse_problem("HV-101", "file", f"a file that can be read ({reason})", Where(str(path))) from error
    except python_calamine.CalamineError:
        raise parse_problem("HV-116", "workbook", "an .xlsx file that can be opened", Where(file)) from None
    filled = {name: rows for name, rows in tables.items() if any(clean(cell) for row in rows for cell in row)}
    if not filled:
        raise parse_problem("HV-102", "file", "an export with a heading, but it is empty", Where(file))
    if len(filled) > 1:
        expected = "one sheet with data, or the sheet to read: --sheet; this workbook has " + ", ".join(filled)
        raise parse_problem("HV-701", "several sheets", expected, Where(file))
    table = next(iter(filled.values()))
    kept = [(i + 1, [clean(cell) for cell in row]) for i, row in enumerate(table)]
    first = next(number for number, row in kept if any(row))
    kept = [(number, row) for number, row in kept if any(row) or number == first + 1]
    return _even(Raw(file, [row for _, row in kept], [number for number, _ in kept], "xlsx"))


def read_raw(path: str | os.PathLike[str], encoding: str | None = None, sheet: str | None = None) -> Raw:
    """The rows of a CSV or xlsx file, chosen by the ending of its name."""
    place = Path(path)
    if place.suffix.casefold() in (".xlsx", ".xlsm", ".xls", ".ods"):
        return _read_xlsx(place, sheet)
    if place.suffix.casefold() in (".csv", ".txt", ".tsv", ".tab"):
        return read_csv(place, encoding)
    raise parse_problem("HV-701", "file", "a file named .csv, .tsv, .xlsx or .sav", Where(place.name))


def read_sav(path: str | os.PathLike[str]) -> Sheet:
    """The columns of an SPSS file, with variable labels, value labels and user-missing codes kept as codes."""
    try:
        import pyreadstat
    except ImportError as error:
        raise MissingExtraError.of("spss", "pyreadstat") from error
    place = Path(path)
    if not place.is_file():
        raise parse_problem("HV-101", "file", "a file that can be read", Where(str(place)))
    try:
        frame, meta = pyreadstat.read_sav(place, user_missing=True, apply_value_formats=False)
    except (pyreadstat.ReadstatError, ValueError, UnicodeDecodeError):
        raise parse_problem("HV-116", "SPSS file", "a .sav file that can be opened", Where(place.name)) from None
    columns = []
    for name in meta.column_names:
        labels = {clean(code): clean(text) for code, text in meta.variable_value_labels.get(name, {}).items()}
        cells = [clean(value) for value in frame[name].astype(object).where(frame[name].notna(), None)]
        columns.append(Column(name, clean(meta.column_names_to_labels.get(name)), "", cells, labels))
    rows = list(range(1, len(frame) + 1))
    return Sheet(place.name, "spss", "the file is an SPSS data file", columns, rows)


def read_frame(frame: Any, name: str = "frame") -> Raw:
    """The rows of a pandas, polars or Arrow frame; pandas categories become their labels."""
    if hasattr(frame, "to_pydict"):  # Arrow table
        columns = {str(key): values for key, values in frame.to_pydict().items()}
    elif hasattr(frame, "to_dict") and hasattr(frame, "get_columns"):  # polars
        columns = {column.name: column.to_list() for column in frame.get_columns()}
    elif hasattr(frame, "iloc"):  # pandas, which may have two columns of one name
        values = [frame.iloc[:, i].astype(object) for i in range(frame.shape[1])]
        lists = [column.where(column.notna(), None).tolist() for column in values]
        return _from_columns(name, [str(key) for key in frame.columns], lists)
    elif hasattr(frame, "__arrow_c_stream__"):
        try:
            import pyarrow
        except ImportError as error:
            raise MissingExtraError.of("frames", "pyarrow") from error
        columns = pyarrow.table(frame).to_pydict()
    else:
        found = issue("HV-301", "frame", "a path, or a pandas, polars or Arrow frame", Where())
        raise InvalidValueError(found.message, [found])
    return _from_columns(name, list(columns), list(columns.values()))


def _from_columns(name: str, keys: list[str], lists: list[list[Any]]) -> Raw:
    if not keys:
        raise parse_problem("HV-102", "frame", "columns", Where(name))
    rows = [[clean(key) for key in keys], *([clean(cell) for cell in row] for row in zip(*lists, strict=True))]
    return Raw(name, rows, list(range(1, len(rows) + 1)), "frame")
