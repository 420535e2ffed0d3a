"""The report as a Word document, with the same words, numbers and maps in the same order."""

from __future__ import annotations

import io
import re
from itertools import zip_longest
from typing import Any, Final

from ..errors import InvalidValueError, MissingExtraError, problem
from ..io.archive import without_time
from .flow import Heading, Item, Table, flow_of
from .rich import clean
from .theme import Theme
from .view import ReportView
from .word_map import add_map

__all__ = ["docx_bytes", "printable_logo"]

_LOGO: Final = 0.5  # inches
_ROOM: Final = {"top": 40, "left": 100, "bottom": 40, "right": 100}  # in a cell, in twentieths of a point
_A4: Final = (8.27, 11.69)  # inches
_MARGIN: Final = 0.9
_WIDE: Final = _A4[0] - 2 * _MARGIN
_LETTERS: Final = "Calibri"
_SMALL: Final = (9.0, 8.0, 7.0)  # points of a table: the first in which no word breaks
_LETTER: Final = 0.68  # width of one of its letters, beside its size
_BESIDE: Final = 0.2  # inches beside the words of a cell
_LINES: Final = "B9B2A5"  # colour of the lines of a table
_LONG: Final = 90  # letters, beyond which a column does not grow
_SHORT: Final = 12  # rows of a table that stays on one page


def docx_bytes(html: str, view: ReportView, theme: Theme) -> bytes:
    """A report as a Word file with real headings, lists, tables and pictures. Raises MissingExtraError HV-601."""
    try:
        from docx import Document
        from docx.shared import Inches
    except ModuleNotFoundError as error:
        raise MissingExtraError.of("report", "python-docx") from error
    document = Document()
    document.core_properties.title, document.core_properties.language = str(view.cover.title), view.lang
    _language(document, view.lang)
    _looks(document, theme)
    if theme.logo is not None:
        logo = document.add_picture(io.BytesIO(printable_logo(theme)), height=Inches(_LOGO))
        logo._inline.docPr.set("descr", theme.name)
    maps = {clean(map.words): map for map in view.maps}
    flow = flow_of(html)
    for block, following in zip_longest(flow, flow[1:]):
        if isinstance(block, Heading):
            document.add_heading(block.text, level=max(block.level - 1, 0) if block.level == 1 else block.level - 1)
        elif isinstance(block, Item):
            document.add_paragraph(block.text, style="List Number" if block.numbered else "List Bullet")
        elif isinstance(block, Table):
            _table(document, block)
        elif block.kind == "picture":
            add_map(document, maps[block.text], theme)
        else:
            above = isinstance(following, Heading) and len(block.text) < _LONG  # a number above a heading goes with it
            document.add_paragraph(block.text).paragraph_format.keep_with_next = above or None
    made = io.BytesIO()
    document.save(made)
    return without_time(made.getvalue())


def printable_logo(theme: Theme) -> bytes:
    """The logo for programs that know no SVG. Raises InvalidValueError HV-303."""
    assert theme.logo is not None
    if theme.logo.ending != ".png":
        value = theme.logo.ending
        raise problem(InvalidValueError, "HV-303", "problem.subject.logo", "problem.expected.png_logo", value=value)
    return theme.logo.data


def _looks(document: Any, theme: Theme) -> None:
    """A4, and letters and colours of the theme."""
    from docx.shared import Inches, Pt, RGBColor

    page = document.sections[0]
    page.page_width, page.page_height = map(Inches, _A4)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Inches(_MARGIN)
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = _LETTERS, Pt(11)
    for name in ("Title", "Caption", *(f"Heading {level}" for level in (1, 2, 3))):
        document.styles[name].font.color.rgb = RGBColor(*bytes.fromhex(theme.light["accent"][1:]))
    _table_looks(document.styles["Table Grid"].element)


def _table_looks(style: Any) -> None:
    """Thin lines, and room above and below the words of a cell."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import parse_xml

    for line in style.find(".//" + qn("w:tblBorders")):
        line.set(qn("w:color"), _LINES)
    room = "".join(f'<w:{side} w:w="{wide}" w:type="dxa"/>' for side, wide in _ROOM.items())
    found = style.find(".//" + qn("w:tblCellMar"))
    made = parse_xml(f'<w:tblCellMar xmlns:w="{style.nsmap["w"]}">{room}</w:tblCellMar>')
    if found is None:
        style.find(".//" + qn("w:tblBorders")).addnext(made)
    else:
        found.getparent().replace(found, made)


def _language(document: Any, lang: str) -> None:
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    words = OxmlElement("w:lang")
    words.set(qn("w:val"), lang)
    document.styles["Normal"].element.get_or_add_rPr().append(words)


def _table(document: Any, table: Table) -> None:
    from docx.oxml.parser import OxmlElement

    if table.caption:
        document.add_paragraph(table.caption, style="Caption").paragraph_format.keep_with_next = True
    size = next((size for size in _SMALL if sum(_least(table, size)) <= _WIDE), _SMALL[-1])
    widths = _widths(table, size)
    made = document.add_table(rows=0, cols=len(widths), style="Table Grid")
    made.autofit = False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    last = len(table.rows) - 1
    for at, row in enumerate(table.rows):
        added = made.add_row()
        keep = at < last and (last < _SHORT or at in (0, 1, last - 1))  # no row alone on a page
        for cell, width in zip(added.cells, widths, strict=True):
            cell.width = width
        for cell, text in zip(added.cells, row.cells, strict=False):
            _write(cell, text, size, bold=row.header)
            cell.paragraphs[0].paragraph_format.keep_with_next = keep or None
        added._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        if row.header:
            added._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    document.add_paragraph()


def _write(cell: Any, text: str, size: float, *, bold: bool) -> None:
    from docx.shared import Pt

    for number, line in enumerate(text.split("\n")):
        run = cell.paragraphs[0].add_run()
        if number:
            run.add_break()
        run.add_text(line)
        run.font.size, run.bold = Pt(size), bold


def _columns(table: Table) -> list[list[str]]:
    """The cells column by column."""
    columns = max((len(row.cells) for row in table.rows), default=0)
    return [[row.cells[i] for row in table.rows if i < len(row.cells)] for i in range(columns)]


def _least(table: Table, size: float) -> list[float]:
    """How many inches each column needs for its longest word."""
    words = [(len(word) for text in each for word in re.split(r"[\s/-]", text)) for each in _columns(table)]
    return [_LETTER * size / 72 * max(lengths, default=0) + _BESIDE for lengths in words]


def _widths(table: Table, size: float) -> list[Any]:
    """Widths of the columns: of each its longest word, and the rest more for those with longer texts."""
    from docx.shared import Inches

    least = _least(table, size)
    spare = max(_WIDE - sum(least), 0.0)
    weights = [min(max(map(len, each), default=0), _LONG) for each in _columns(table)]
    widths = [width + spare * weight / (sum(weights) or 1) for width, weight in zip(least, weights, strict=True)]
    return [Inches(_WIDE * width / sum(widths)) for width in widths]
