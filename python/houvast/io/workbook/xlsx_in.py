"""What the reader of workbooks gives as empty or cannot hold: errors, formulas never computed, cells far away."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from ..limits import MOST_CELLS, MOST_UNPACKED

__all__ = ["OddCell", "far_cell", "hidden_rows", "hidden_sheets", "odd_cells", "sheet_texts"]

_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL)
_ATTRIBUTES = rb"""<(?:\w+:)?c\b[^>]*?\br\s*=\s*["']([A-Za-z]+)(\d+)["'][^>]*"""
_FILLED = re.compile(_ATTRIBUTES + rb"(?<!/)>\s*<(?:\w+:)?(?:f|v|is)\b")
_LETTERS = re.compile(rb"""\br\s*=\s*["']([A-Za-z]+)\d""")
_DIGITS = re.compile(rb"""\br\s*=\s*["'][A-Za-z]*(\d+)["']""")
_VALUE = re.compile(rb"<(?:\w+:)?(?:v|t)\b[^>]*>([^<]+)<")
_FORMULA = re.compile(rb"<(?:\w+:)?f\b")
_PLACE = re.compile(rb'\br="([A-Z]+)(\d+)"')
_NUMBER = re.compile(rb'\br="(\d+)"')


_LONGEST = 15  # letters or digits that are looked at; the last cell of a sheet is XFD1048576


class OddCell(NamedTuple):
    """A cell that is not empty but has no value: `error` is such as #N/A, or empty for a formula never computed."""

    row: int
    letters: str
    error: str

    @property
    def column(self) -> int:
        """The number of the column; A is 1."""
        return _number(self.letters.encode())


def sheet_texts(data: bytes) -> dict[str, bytes]:
    """The XML of each sheet of an .xlsx by its name; nothing for other files."""
    from html import unescape  # not for everybody who imports houvast

    found: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > MOST_UNPACKED:
                return {}
            if "xl/workbook.xml" not in archive.namelist():
                return {}
            book = archive.read("xl/workbook.xml").decode("utf-8", "replace")
            links = archive.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
            targets = {}
            for line in re.findall(r"<Relationship\b[^>]*>", links):
                id, target = re.search(r'\bId="([^"]*)"', line), re.search(r'\bTarget="([^"]*)"', line)
                if id and target:
                    targets[id.group(1)] = target.group(1)
            for told in re.findall(r"<(?:\w+:)?sheet\b[^>]*>", book):
                name, link = re.search(r'\bname="([^"]*)"', told), re.search(r'\br:id="([^"]*)"', told)
                if name is not None and link is not None and (path := targets.get(link.group(1), "")):
                    inside = path[1:] if path.startswith("/") else f"xl/{path}"
                    if inside in archive.namelist():
                        found[unescape(name.group(1))] = archive.read(inside)
    except (zipfile.BadZipFile, RuntimeError, KeyError, ValueError, OSError, EOFError, zlib.error):
        return found  # whoever opens the workbook says what is wrong with it
    return found


def odd_cells(text: bytes) -> Iterator[OddCell]:
    """The cells of a sheet with an error, or with a formula whose result is not there."""
    if b't="e"' not in text and not _FORMULA.search(text):
        return
    for attributes, inside in _CELL.findall(text):
        failed = b't="e"' in attributes
        computed = not _FORMULA.search(inside) or _VALUE.search(inside) or b't="str"' in attributes
        place = _PLACE.search(attributes)
        if place is not None and (failed or not computed):
            value = _VALUE.search(inside)
            error = (value.group(1).decode("utf-8", "replace") if value else "#N/A") if failed else ""
            yield OddCell(_row(place.group(2)), place.group(1).decode(), error)


def hidden_rows(text: bytes) -> set[int]:
    """The numbers of the rows that a sheet hides."""
    found = (_NUMBER.search(told) for told in _ROW.findall(text) if re.search(rb'hidden="(1|true)"', told))
    return {int(number.group(1)) for number in found if number}


def hidden_sheets(data: bytes) -> set[str]:
    """The names of the sheets that an .xlsx hides; nothing for other files."""
    from html import unescape  # not for everybody who imports houvast

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            book = archive.read("xl/workbook.xml").decode("utf-8", "replace")
    except (zipfile.BadZipFile, RuntimeError, KeyError, ValueError, OSError, EOFError, zlib.error):
        return set()  # whoever opens the workbook says what is wrong with it
    told = [
        line for line in re.findall(r"<(?:\w+:)?sheet\b[^>]*>", book) if re.search(r'\bstate="(very)?[hH]idden"', line)
    ]
    return {unescape(name.group(1)) for line in told if (name := re.search(r'\bname="([^"]*)"', line))}


def far_cell(text: bytes) -> tuple[int, str] | None:
    """Row and column of a filled cell so far from the others that all cells between them would fit in no memory."""
    if _area(_LETTERS.findall(text), _DIGITS.findall(text)) <= MOST_CELLS:
        return None
    cells = _FILLED.findall(text)  # a cell that only has a format is none
    if _area([letters for letters, _ in cells], [digits for _, digits in cells]) <= MOST_CELLS:
        return None
    letters, digits = max(cells, key=lambda cell: _number(cell[0]) * _row(cell[1]))
    return _row(digits), letters.decode()


def _area(letters: list[bytes], digits: list[bytes]) -> int:
    """Columns times rows; what a sheet says of its own size is not asked."""
    return max(map(_number, set(letters)), default=0) * max(map(_row, set(digits)), default=0)


def _row(digits: bytes) -> int:
    return int(digits[:_LONGEST])


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters[:_LONGEST].upper():
        number = 26 * number + letter - 64
    return number
