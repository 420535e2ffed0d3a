"""Excel workbooks: sheets, lists and notes by xlsxwriter, rows of data put in at once (several times faster).

Every text is a text, whatever it starts with: no formulas, no links, no guessed numbers.
"""

from __future__ import annotations

import io
import math
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from .errors import Issue, MissingExtraError, ValidationError, Where

__all__ = ["Workbook"]

_LONGEST = 32767  # characters in a cell, as Excel counts them
_NOT_XML = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_LIKE_ESCAPE = re.compile(r"_(?=x[0-9a-fA-F]{4}_)")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


class Workbook:
    """A workbook under way; `rows` that are given to `fill` reach the file when it is closed."""

    def __init__(self, path: Path) -> None:
        try:
            import xlsxwriter
        except ImportError as error:
            raise MissingExtraError.of("excel", "xlsxwriter") from error
        options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self.path = path
        self.book = xlsxwriter.Workbook(str(path), options)
        self._rows: dict[str, tuple[str, Sequence[Sequence[Any]]]] = {}

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

    def fill(self, sheet: Any, rows: Sequence[Sequence[Any]]) -> None:
        """Rows under the heading, from the first column on, each cell in the format of its column; None is empty."""
        number = self.book.worksheets().index(sheet) + 1
        self._rows[f"xl/worksheets/sheet{number}.xml"] = (sheet.get_name(), rows)

    def close(self) -> None:
        """Writes the file."""
        self.book.close()
        if any(rows for _, rows in self._rows.values()):
            self._put_rows()

    def _put_rows(self) -> None:
        whole, texts = io.BytesIO(), dict[str, str]()
        with zipfile.ZipFile(self.path) as made, zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as filled:
            for info in made.infolist():
                data = made.read(info)
                if info.filename in self._rows:
                    name, rows = self._rows[info.filename]
                    data = _with_rows(data.decode("utf-8"), name, rows, texts).encode("utf-8")
                filled.writestr(info, data)
        self.path.write_bytes(whole.getvalue())


def _with_rows(xml: str, sheet: str, rows: Sequence[Sequence[Any]], texts: dict[str, str]) -> str:
    """A sheet with rows after those that it has; `texts` keeps each distinct text as XML."""
    from xlsxwriter.utility import xl_col_to_name

    if not rows:
        return xml
    widest = max(len(row) for row in rows)
    styles = _styles(xml)
    places = [(xl_col_to_name(at), styles.get(at + 1, "")) for at in range(widest)]
    parts: list[str] = []
    for line, row in enumerate(rows, 2):
        parts.append(f'<row r="{line}">')
        for (letter, style), value in zip(places, row, strict=False):
            if value is None:
                continue
            if isinstance(value, str):
                cell = texts.get(value)
                if cell is None:
                    cell = texts[value] = _text_cell(value, Where(sheet, line, letter))
            else:
                cell = _number_cell(value)
            if cell:
                parts.append(f'<c r="{letter}{line}"{style}{cell}')
        parts.append("</row>")
    before, end, after = xml.replace("<sheetData/>", "<sheetData></sheetData>").partition("</sheetData>")
    reach = f'<dimension ref="A1:{places[-1][0]}{len(rows) + 1}"/>'
    return "".join([re.sub(r'<dimension ref="[^"]*"/>', reach, before), *parts, end, after])


def _styles(xml: str) -> Mapping[int, str]:
    """Column number → the attribute that gives its cells their format."""
    found: dict[int, str] = {}
    for tag in re.findall(r"<col [^>]*/>", xml):
        about = dict(re.findall(r'(\w+)="([^"]*)"', tag))
        if "style" in about:
            found |= {at: f' s="{about["style"]}"' for at in range(int(about["min"]), int(about["max"]) + 1)}
    return found


def _text_cell(text: str, where: Where) -> str:
    if not text:
        return ""
    length = len(text) if len(text) <= _LONGEST // 2 else len(text.encode("utf-16-le")) // 2
    if length > _LONGEST:
        expected = "at most 32,767 characters in a cell of a workbook; use CSV, Parquet or JSON"
        message = f"[HV-302] {where.file}, row {where.row}, column {where.column}: a text of {length} characters"
        message += f"; expected {expected}"
        raise ValidationError(message, [Issue("HV-302", "text", "", expected, where, message)])
    space = ' xml:space="preserve"' if text[0].isspace() or text[-1].isspace() else ""
    plain = _LIKE_ESCAPE.sub("_x005F_", text)
    plain = _NOT_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", plain).translate(_ESCAPES)
    return f' t="inlineStr"><is><t{space}>{plain}</t></is></c>'


def _number_cell(value: Any) -> str:
    if isinstance(value, bool):
        return f' t="b"><v>{value:d}</v></c>'
    if isinstance(value, int) or (isinstance(value, float) and math.isfinite(value)):
        return f"><v>{value!r}</v></c>"
    if isinstance(value, float):
        return "" if value != value else _text_cell(str(value), Where())
    return _text_cell(str(value), Where())
