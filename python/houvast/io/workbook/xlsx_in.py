"""What the reader of workbooks gives as empty or cannot hold: errors, formulas never computed, cells far away."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

__all__ = ["MOST_CELLS", "OddCell", "far_cell", "hidden_rows", "odd_cells", "sheet_texts"]

MOST_CELLS = 20_000_000  # of a sheet, empty ones between filled ones too
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL)
_FILLED = re.compile(rb'<c r="([A-Z]+)(\d+)"[^>]*>(?:<f[^>]*>[^<]*</f>)?<(?:v|is)>')
_VALUE = re.compile(rb"<(?:\w+:)?(?:v|t)\b[^>]*>([^<]+)<")
_FORMULA = re.compile(rb"<(?:\w+:)?f\b")
_PLACE = re.compile(rb'\br="([A-Z]+)(\d+)"')
_NUMBER = re.compile(rb'\br="(\d+)"')


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
    found: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
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
            yield OddCell(int(place.group(2)), place.group(1).decode(), error)


def hidden_rows(text: bytes) -> set[int]:
    """The numbers of the rows that a sheet hides."""
    found = (_NUMBER.search(told) for told in _ROW.findall(text) if re.search(rb'hidden="(1|true)"', told))
    return {int(number.group(1)) for number in found if number}


def far_cell(text: bytes) -> tuple[int, str] | None:
    """Row and column of a filled cell so far from the others that all cells between them would fit in no memory."""
    reach = re.search(rb'<dimension ref="[A-Z]+\d+:([A-Z]+)(\d+)"', text[:4000])
    if reach is None or _number(reach[1]) * int(reach[2]) <= MOST_CELLS:
        return None  # cells that only have a format count in what the sheet says of itself
    cells = _FILLED.findall(text)
    if not cells or max(_number(cell[0]) for cell in cells) * max(int(cell[1]) for cell in cells) <= MOST_CELLS:
        return None
    far = max(cells, key=lambda cell: _number(cell[0]) * int(cell[1]))
    return int(far[1]), far[0].decode()


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + letter - 64
    return number
