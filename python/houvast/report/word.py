"""The report as a Word document, with the same words and numbers in the same order."""

from __future__ import annotations

import io
from typing import Any

from ..errors import MissingExtraError
from .flow import Heading, Item, Paragraph, Table, flow_of

__all__ = ["docx_bytes"]


def docx_bytes(html: str, lang: str, title: str) -> bytes:
    """A report as a Word file with real headings, lists and tables. Raises MissingExtraError HV-601."""
    try:
        from docx import Document
    except ModuleNotFoundError as error:
        raise MissingExtraError.of("report", "python-docx") from error
    document = Document()
    document.core_properties.title, document.core_properties.language = title, lang
    _language(document, lang)
    for block in flow_of(html):
        if isinstance(block, Heading):
            document.add_heading(block.text, level=max(block.level - 1, 0) if block.level == 1 else block.level - 1)
        elif isinstance(block, Item):
            document.add_paragraph(block.text, style="List Number" if block.numbered else "List Bullet")
        elif isinstance(block, Paragraph):
            document.add_paragraph(block.text, style="Normal" if block.kind == "text" else "Quote")
        else:
            _table(document, block)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


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
    columns = max((len(row.cells) for row in table.rows), default=0)
    made = document.add_table(rows=0, cols=columns, style="Table Grid")
    for row in table.rows:
        added = made.add_row()
        for cell, text in zip(added.cells, row.cells, strict=False):
            cell.text = text
        if row.header:
            added._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    document.add_paragraph()
