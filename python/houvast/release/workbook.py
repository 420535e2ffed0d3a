"""A release as a workbook for others."""

from __future__ import annotations

import os
from pathlib import Path

from .. import _core
from ..io.atomic import whole_file
from ..io.workbook.table import data_sheet
from ..io.workbook.xlsx import Workbook
from ..results.hidden import HIDDEN_SYMBOL
from . import COLUMNS, Releasable, opened, scores_rows

__all__ = ["release_xlsx"]

_ABOUT = {
    "nl": {
        "sheet": "uitkomsten",
        "about": "uitleg",
        "rules": "Groepen onder de {threshold} mensen zijn niet te zien; {symbol} staat voor wat niet getoond wordt. "
        "Deze regels zijn toegepast en nagekeken; zij maken de gegevens niet onherleidbaar.",
        "read": "top_box is het deel dat positief antwoordde, n een klasse. Vergelijk geen mensen of organisaties; "
        "gebruik de uitkomsten om het gesprek te openen.",
    },
    "en": {
        "sheet": "results",
        "about": "about",
        "rules": "Groups under {threshold} people are not shown; {symbol} stands for what is hidden. These rules were "
        "applied and checked; they do not make it impossible to recognise people.",
        "read": "top_box is the share that answered favourably, n a band. Do not rank people or organisations; use the "
        "results to open a conversation.",
    },
}


def release_xlsx(release: Releasable, path: str | os.PathLike[str], lang: str = "nl") -> Path:
    """Writes the released scores as a workbook for others: what is hidden is a symbol, texts are never formulas."""
    document = opened(release)
    rows = scores_rows(document)
    words = _ABOUT["en" if lang == "en" else "nl"]
    about = [
        ("", document.title.get(lang)),
        ("", words["rules"].format(threshold=document.threshold, symbol=HIDDEN_SYMBOL)),
        ("", words["read"]),
        ("houvast", f"{_core.__version__}, policy {document.policy}"),
    ]
    place = Path(path)
    with whole_file(place) as temporary:
        book = Workbook(temporary)
        book.explain(words["about"], about)
        data_sheet(book, words["sheet"], {name: [row[name] for row in rows] for name in COLUMNS})
        book.close()
    return place
