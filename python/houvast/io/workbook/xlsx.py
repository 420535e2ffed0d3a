"""Excel workbooks: sheets, lists and notes by xlsxwriter, rows of data put in at once (several times faster).

Every text is a text, whatever it starts with: no formulas, no links, no guessed numbers.
"""

from __future__ import annotations

import io
import math
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any

from ...errors import MissingExtraError, ValidationError, Where, problem
from ...texts import Claim

__all__ = ["Workbook"]

_SHARED = "xl/sharedStrings.xml"
_SHEETS = "xl/worksheets/"
_LONGEST = 32767  # characters in a cell, as Excel counts them
_NOT_XML = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_LIKE_ESCAPE = re.compile(r"_(?=x[0-9a-fA-F]{4}_)")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


class Workbook:
    """A workbook under way; what is given to `fill` reaches the file when it is closed."""

    def __init__(self, path: Path) -> None:
        try:
            import xlsxwriter
        except ImportError as error:
            raise MissingExtraError.of("excel", "xlsxwriter") from error
        options = {
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "in_memory": True,
        }
        self.path = path
        self.book = xlsxwriter.Workbook(str(path), options)
        self._filled: dict[str, tuple[str, list[Sequence[Any]]]] = {}

    def explain(self, name: str, lines: Iterable[tuple[str, str]], width: int = 96) -> None:
        """A sheet to read: a word in bold and a text beside it, wrapped and with room for all of it."""
        sheet = self.book.add_worksheet(name)
        bold = self.book.add_format({"bold": True, "valign": "top"})
        wrap = self.book.add_format({"text_wrap": True, "valign": "top"})
        sheet.set_column(0, 0, 24)
        sheet.set_column(1, 1, width)
        for at, (key, text) in enumerate(lines):
            sheet.write_string(at, 0, key, bold)
            sheet.write_string(at, 1, text, wrap)
            needed = sum(1 + len(line) // (width - 6) for line in text.split("\n"))
            if needed > 1:
                sheet.set_row(at, 15 * needed)
        self.print_wide(sheet)

    def print_wide(self, sheet: Any) -> None:
        """On paper: lying, and as wide as the page."""
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)

    def fill(self, sheet: Any, columns: Iterable[Sequence[Any]]) -> None:
        """The cells under the heading, column by column, each in the format of its column; None is empty."""
        number = self.book.worksheets().index(sheet) + 1
        self._filled[f"{_SHEETS}sheet{number}.xml"] = (sheet.get_name(), list(columns))

    def close(self) -> None:
        """Writes the file. Raises OSError when the disk has no room for it."""
        from xlsxwriter.exceptions import FileCreateError

        try:
            self.book.close()
        except FileCreateError as error:  # holds what the system told
            raise error.args[0] from None
        if any(map(len, columns) for _, columns in self._filled.values()):
            self._put_rows()

    def _put_rows(self) -> None:
        whole, texts = io.BytesIO(), _Texts()
        with zipfile.ZipFile(self.path) as made, zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as filled:
            texts.known = int(re.search(rb'uniqueCount="(\d+)"', made.read(_SHARED))[1])  # type: ignore[index]
            for info in sorted(made.infolist(), key=lambda info: info.filename == _SHARED):  # after what uses it
                data = made.read(info)
                if info.filename in self._filled:
                    name, columns = self._filled[info.filename]
                    data = _with_rows(data.decode("utf-8"), name, columns, texts).encode("utf-8")
                elif info.filename == _SHARED:
                    data = texts.added_to(data.decode("utf-8")).encode("utf-8")
                filled.writestr(info, data)
        self.path.write_bytes(whole.getvalue())


class _Texts:
    """The texts of a workbook, which holds each distinct one once; `known` of them were there before."""

    def __init__(self) -> None:
        self.known = 0
        self.uses = 0
        self._at: dict[str, str] = {}
        self._items: list[str] = []

    def cell(self, text: str) -> str:
        """What makes a cell of a text; raises ValueError when Excel has no room for it."""
        found = self._at.get(text)
        if found is None:
            length = len(text) if len(text) <= _LONGEST // 2 else len(text.encode("utf-16-le")) // 2
            if length > _LONGEST:
                raise ValueError(length)
            space = ' xml:space="preserve"' if text[0].isspace() or text[-1].isspace() else ""
            plain = _LIKE_ESCAPE.sub("_x005F_", text)
            plain = _NOT_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", plain).translate(_ESCAPES)
            found = self._at[text] = f' t="s"><v>{self.known + len(self._items)}</v></c>'
            self._items.append(f"<si><t{space}>{plain}</t></si>")
        return found

    def added_to(self, xml: str) -> str:
        """The shared texts of the workbook with these behind them."""
        count = int(re.search(r' count="(\d+)"', xml)[1]) + self.uses  # type: ignore[index]
        counts = f' count="{count}" uniqueCount="{self.known + len(self._items)}"'
        xml = re.sub(r' count="\d+" uniqueCount="\d+"', counts, xml, count=1)
        return xml.replace("</sst>", "".join(self._items) + "</sst>")


def _with_rows(xml: str, sheet: str, columns: Sequence[Sequence[Any]], texts: _Texts) -> str:
    """A sheet with the cells of columns under what it has."""
    from xlsxwriter.utility import xl_col_to_name

    longest = max(map(len, columns), default=0)
    if not longest:
        return xml
    styles = _styles(xml)
    letters, tails = [], []
    for at, cells in enumerate(columns):
        letters.append(xl_col_to_name(at))
        tails.append(_tails(cells, styles.get(at + 1, ""), texts, Where(sheet, None, letters[-1])))
        texts.uses += sum(isinstance(cell, str) for cell in cells)
    starts = [f'<c r="{letter}' for letter in letters]
    lines = [
        f'<row r="{line}">{"".join([f"{a}{line}{tail}" for a, tail in zip(starts, row, strict=True) if tail])}</row>'
        for line, row in enumerate(zip_longest(*tails, fillvalue=""), 2)
    ]
    before, end, after = xml.partition("</sheetData>")
    reach = f'<dimension ref="A1:{letters[-1]}{longest + 1}"/>'
    return "".join([re.sub(r'<dimension ref="[^"]*"/>', reach, before), *lines, end, after])


def _tails(cells: Sequence[Any], style: str, texts: _Texts, where: Where) -> list[str]:
    """What follows the place of each cell of a column: its format and value; empty when there is none."""
    known: dict[str | None, str] = {None: "", "": ""}
    made = []
    for row, cell in enumerate(cells, 2):
        if cell is not None and not isinstance(cell, str):
            made.append(_number(cell, style, texts))
            continue
        tail = known.get(cell)
        if tail is None:
            try:
                tail = known[cell] = f'"{style}{texts.cell(str(cell))}'
            except ValueError as error:
                raise _too_long(Where(where.file, row, where.column), error.args[0]) from None
        made.append(tail)
    return made


def _number(value: Any, style: str, texts: _Texts) -> str:
    if isinstance(value, bool):
        return f'" t="b"{style}><v>{value:d}</v></c>'
    if isinstance(value, float) and not math.isfinite(value):
        return "" if value != value else f'"{style}{texts.cell(str(value))}'
    return f'"{style}><v>{value!r}</v></c>' if isinstance(value, int | float) else f'"{style}{texts.cell(str(value))}'


def _too_long(where: Where, length: int) -> ValidationError:
    subject = Claim("problem.subject.text_of_length", {"n": length})
    return problem(ValidationError, "HV-302", subject, "problem.expected.cell_text", where)


def _styles(xml: str) -> Mapping[int, str]:
    """Column number → the attribute that gives its cells their format."""
    found: dict[int, str] = {}
    for tag in re.findall(r"<col [^>]*/>", xml):
        about = dict(re.findall(r'(\w+)="([^"]*)"', tag))
        if "style" in about:
            found |= dict.fromkeys(range(int(about["min"]), int(about["max"]) + 1), f' s="{about["style"]}"')
    return found
