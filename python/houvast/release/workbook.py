"""A release as a workbook for others."""

from __future__ import annotations

import os
from pathlib import Path

from .. import _core
from ..io.atomic import whole_file
from ..io.workbook.table import data_sheet
from ..io.workbook.xlsx import Workbook
from ..results.hidden import HIDDEN_SYMBOL
from ..texts import right_to_left, say
from . import COLUMNS, Releasable, opened, scores_rows

__all__ = ["release_xlsx"]


def release_xlsx(release: Releasable, path: str | os.PathLike[str], lang: str = "nl") -> Path:
    """Writes the released scores as a workbook for others: what is hidden is a symbol, texts are never formulas."""
    document = opened(release)
    rows = scores_rows(document)
    about = [
        ("", document.title.get(lang)),
        ("", say("workbook.released.rules", lang, threshold=document.threshold, symbol=HIDDEN_SYMBOL)),
        ("", say("workbook.released.read", lang)),
        ("houvast", say("workbook.released.made", lang, version=_core.__version__, policy=document.policy)),
    ]
    place = Path(path)
    with whole_file(place) as temporary:
        book = Workbook(temporary)
        book.explain(say("workbook.released.about", lang), about)
        data_sheet(book, say("workbook.released.sheet", lang), {name: [row[name] for row in rows] for name in COLUMNS})
        if right_to_left(lang):
            for sheet in book.book.worksheets():
                sheet.right_to_left()
        book.close()
    return place
