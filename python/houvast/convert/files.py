"""Files as rows of text: CSV in every usual dress, spreadsheets, and either of them in a zip."""

from __future__ import annotations

import csv
import io
import os
import re
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from ..errors import Where
from ..io.atomic import asked_about
from .encodings import codec_of, likely_encoding, unmarked_utf_16
from .sheet import Raw, clean
from .unreadable import UnreadableError, unreadable
from .workbook import SHEETS, read_workbook

__all__ = ["read_csv", "read_raw"]

# What UTF-8 looks like after it was read as cp1252 and saved again: Ã« for ë, â€™ for ’.
_GARBLED = re.compile("Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\u0080-\u00bf™œ˜“”¦]|\ufffd")
_TABLES = (".csv", ".txt", ".tsv", ".tab")
_LARGEST = 512 << 20  # bytes of a file inside a zip
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?[ ]*(?:\r\n|\n|\r)')


def _decoded(file: str, data: bytes, encoding: str | None) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            raise unreadable("HV-702", "utf_16", Where(file)) from None
    if bare := unmarked_utf_16(data):
        return data.decode(bare)
    row = None
    try:
        text: str | None = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text, row = None, data[: error.start].count(b"\n") + 1
    if encoding is not None:
        name = codec_of(encoding)
        if name != "utf-8-sig" and text is not None and not data.isascii():
            raise unreadable("HV-702", "not_needed", Where(file))
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            raise unreadable("HV-702", "declared", Where(file)) from None
        if other := likely_encoding(data, name) if name == "cp1252" else "":
            raise unreadable("HV-702", "other_encoding", Where(file), said=encoding, likely=other)
    if text is None:
        raise unreadable("HV-702", "encoding", Where(file, row), likely=likely_encoding(data) or "cp1252")
    _check_letters(file, text)
    return text


def _check_letters(file: str, text: str) -> None:
    """Refuses a text that is no text, or that was once read in the wrong encoding."""
    if "\0" in text:
        raise unreadable("HV-702", "zero", Where(file, text[: text.index("\0")].count("\n") + 1))
    spoilt = [found.start() for found in _GARBLED.finditer(text)]
    sound = sum(not letter.isascii() and letter.isalpha() for letter in text) - len(spoilt)
    in_heading = spoilt and "\n" not in text[: spoilt[0]].strip()
    if in_heading or len(spoilt) > max(2, sound):  # a word that somebody pasted says nothing about the file
        raise unreadable("HV-702", "garbled", Where(file, text[: spoilt[0]].count("\n") + 1))


def garbled(text: str) -> bool:
    """Whether letters in a text were once read in the wrong encoding."""
    return bool(_GARBLED.search(text))


def _delimiter(text: str) -> str:
    """The separator that stands most in the first record that has any, outside quotes."""
    inside, counts = False, {",": 0, ";": 0, "\t": 0, "|": 0}
    for letter in text:
        if letter == '"':
            inside = not inside
        elif not inside and letter in counts:
            counts[letter] += 1
        elif not inside and letter in "\r\n" and any(counts.values()):
            break
    return max(counts, key=lambda letter: counts[letter])


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise unreadable("HV-101", "no_file", Where(path.name or str(path)), error) from error


def read_csv(path: str | os.PathLike[str], encoding: str | None = None) -> Raw:
    """The rows of a CSV file: any usual separator, BOM, UTF-16, line ending; blank lines are left out.

    Empty cells under the heading stay, since they may be a second heading.
    """
    place = asked_about(path)
    return _csv(place.name, _bytes(place), encoding)


def _csv(file: str, data: bytes, encoding: str | None) -> Raw:
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise unreadable("HV-116", "spreadsheet", Where(file))
    text = _decoded(file, data, encoding).lstrip("\ufeff")
    said = _SEPARATOR_LINE.match(text)  # a spreadsheet's own first line, which it does not show
    text = text[said.end() :] if said else text
    if not text.strip():
        raise unreadable("HV-102", "empty", Where(file))
    separator = said.group(1) if said else _delimiter(text.lstrip())
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[list[str]] = []
    numbers: list[int] = []
    number = 0  # of the row as a spreadsheet shows it, whatever lines its cells hold
    try:
        for number, row in enumerate(reader, 1):
            if rows and len(row) == 1 and row[0].count(separator) > max(2, len(rows[0]) // 2):
                raise unreadable("HV-116", "quoted_row", Where(file, number))
            if rows and any(_swallowed(cell, separator, len(rows[0])) for cell in row):
                raise unreadable("HV-116", "open_quote", Where(file, number))
            if any(cell.strip() for cell in row) or (len(rows) == 1 and len(row) > 1):
                rows.append([clean(cell) for cell in row])
                numbers.append(number)
    except csv.Error as error:
        raise unreadable("HV-116", "csv", Where(file, number + 1), reason=str(error)) from None
    return _even(_headed(Raw(file, rows, numbers, "csv")))


def _swallowed(cell: str, separator: str, width: int) -> bool:
    """Whether a cell of several lines holds rows of the table: separators without the space that people write."""
    if "\n" not in cell and "\r" not in cell:
        return False
    return len(re.findall(rf"{re.escape(separator)}(?=\S)", cell)) >= max(4, (width - 1) // 2)


def _headed(raw: Raw) -> Raw:
    """Without the title that people put above a table: rows of one or two cells above one of at least four."""
    filled = [sum(map(bool, row)) for row in raw.rows[:12]]
    first = next((i for i, number in enumerate(filled) if number >= 4), 0)
    if first and max(filled[:first]) <= 2:
        raw.notes["titles"] = sum(map(bool, filled[:first]))
        raw.rows, raw.numbers = raw.rows[first:], raw.numbers[first:]
    return raw


def _even(raw: Raw) -> Raw:
    """Rows of one width; empty cells at the end are no cells, anything else is an error."""
    if not raw.rows:
        raise unreadable("HV-102", "empty", Where(raw.file))
    width = len(raw.rows[0])
    while width and not any(len(row) >= width and row[width - 1] for row in raw.rows):
        width -= 1
    for number, row in zip(raw.numbers, raw.rows, strict=True):
        if len(row) > width and any(row[width:]):
            raise unreadable("HV-113", "too_many", Where(raw.file, number), width=width)
        if len(row) < width and len(row) < len(raw.rows[0]):
            raise unreadable("HV-113", "too_few", Where(raw.file, number), width=width)
        row[:] = row[:width] + [""] * (width - len(row))
    return raw


def _unzipped(file: str, data: bytes) -> tuple[str, bytes]:
    """The one export inside a zip, as Google Forms, Qualtrics and SurveyMonkey hand it over."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [name for name in archive.namelist() if not name.endswith("/") and not name.startswith("__MACOSX")]
            known = [name for name in names if PurePosixPath(name).suffix.casefold() in (*SHEETS, *_TABLES)]
            if len(known) != 1:
                listed = ", ".join(PurePosixPath(name).name for name in known[:5])
                key = "zip_holds" if known else "zip_without"
                raise unreadable("HV-701", key, Where(file), n=len(known), names=listed)
            if archive.getinfo(known[0]).file_size > _LARGEST:
                raise unreadable("HV-302", "large", Where(file), most=_LARGEST >> 20)
            return known[0], archive.read(known[0])
    except UnreadableError:
        raise
    except (zipfile.BadZipFile, RuntimeError, ValueError, OSError, EOFError, zlib.error):
        raise unreadable("HV-116", "zip", Where(file)) from None


def read_raw(path: str | os.PathLike[str], encoding: str | None = None, sheet: str | None = None) -> Raw:
    """The rows of a CSV file or spreadsheet, chosen by the ending of its name; a zip may hold one of them."""
    place = asked_about(path)
    ending = place.suffix.casefold()
    if ending not in (*SHEETS, *_TABLES, ".zip"):
        raise unreadable("HV-701", "kind", Where(place.name or str(place)))
    data = _bytes(place)
    if ending == ".zip":
        inside, data = _unzipped(place.name, data)
        ending = PurePosixPath(inside).suffix.casefold()
    if ending in SHEETS:
        return _even(_headed(read_workbook(place.name, data, sheet)))
    return _csv(place.name, data, encoding)
