"""Tables as workbooks."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ... import _core
from ...results.cells import cells_of
from ...results.hidden import HIDDEN, HIDDEN_SYMBOL
from ...texts import say
from ..atomic import whole_file
from ..inside import INSIDE, in_both, inside_path, told_in_both
from .xlsx import Workbook

__all__ = ["data_sheet", "table_xlsx"]

_SHARES = re.compile(r"(^|_)(share|response|top_box|density)(_low|_high)?$")


def data_sheet(book: Workbook, name: str, table: Mapping[str, Sequence[Any]]) -> None:
    """A sheet with one column per column: headings, widths and number formats, ready to filter and to print."""
    sheet = book.book.add_worksheet(name)
    head = book.book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    percent, number = book.book.add_format({"num_format": "0%"}), book.book.add_format({"num_format": "0.00"})
    for at, (column, cells) in enumerate(table.items()):
        texts = [cell for cell in cells[:200] if isinstance(cell, str)]
        widest = max([len(column), *(len(line) for text in texts for line in text.split("\n"))])
        numbers = any(isinstance(cell, float) for cell in cells)
        style = percent if _SHARES.search(column) else number if numbers else None
        sheet.set_column(at, at, min(max(widest + 1, 8), 50), style)
        sheet.write_string(0, at, column, head)
    book.fill(sheet, [[HIDDEN_SYMBOL if cell is HIDDEN else cell for cell in cells] for cells in table.values()])
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    book.print_wide(sheet)
    count = max(map(len, table.values()), default=0)
    if count:
        sheet.autofilter(0, 0, count, len(table) - 1)


def table_xlsx(table: _core.Table, path: str | os.PathLike[str]) -> Path:
    """Writes an exact table as a workbook; its first sheet says that it is for inside use and what the columns mean."""
    place = inside_path(path)
    provenance = table.provenance
    about = [
        (in_both("workbook.about.use"), INSIDE),
        (in_both("workbook.about.table"), told_in_both(table.say)),
        (in_both("workbook.about.definition"), told_in_both(provenance.say)),
        (in_both("workbook.about.source"), told_in_both(provenance.cite)),
        ("houvast", _core.__version__),
        ("", ""),
        (in_both("workbook.about.column"), in_both("workbook.about.meaning")),
    ]
    about += [(column.name, column.description) for column in table.fields]
    with whole_file(place) as temporary:
        book = Workbook(temporary)
        book.explain(say("workbook.about.inside", "nl"), about)
        data_sheet(book, say("workbook.about.table", "nl"), cells_of(table))
        book.close()
    return place
