"""A questionnaire for paper: a page to print, and a Word file, with boxes to tick and lines to write on."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Final, NamedTuple

from .. import _core
from ..errors import MissingExtraError
from ..io.archive import without_time
from ..texts import right_to_left, say
from .survey import PROFESSIONAL, Put, choices, explained, first_asked, put_to, said, source_of

__all__ = ["paper", "paper_docx"]

_BOX: Final = "☐ "
_LINES: Final = 3  # to write an open answer on


class _Block(NamedTuple):
    kind: str
    text: str = ""


# How each kind of block is written: the element and class of the page, the style of the Word file.
_HTML: Final = {"title": "h1", "part": "h2", "question": "h3"}
_WORD: Final = {"title": "Title", "part": "Heading 1", "question": "Heading 2", "hint": "Quote", "credit": "Quote"}


def paper(title: str, instruments: Sequence[_core.Instrument], lang: str = "nl", audience: str = PROFESSIONAL) -> str:
    """The questionnaire in the words of an audience as one page of HTML that needs no network."""
    style = (Path(__file__).parent / "paper.css").read_text(encoding="utf-8")
    direction = "rtl" if right_to_left(lang) else "ltr"
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{style}</style>'
    body = "\n".join(_element(block) for block in _blocks(title, instruments, lang, audience))
    return f'<!doctype html>\n<html lang="{lang}" dir="{direction}"><head>{head}</head>\n<body>{body}</body></html>\n'


def _element(block: _Block) -> str:
    if block.kind in _HTML:
        name = _HTML[block.kind]
        return f"<{name}>{escape(block.text, quote=False)}</{name}>"
    return f'<p class="{block.kind}">{escape(block.text, quote=False)}</p>'


def paper_docx(
    title: str, instruments: Sequence[_core.Instrument], lang: str = "nl", audience: str = PROFESSIONAL
) -> bytes:
    """The same as a Word file, to make one's own. Raises MissingExtraError HV-601."""
    try:
        from docx import Document
    except ModuleNotFoundError as error:
        raise MissingExtraError.of("report", "python-docx") from error
    document = Document()
    document.core_properties.title, document.core_properties.language = title, lang
    for block in _blocks(title, instruments, lang, audience):
        made = document.add_paragraph(block.text or "_" * 60, style=_WORD.get(block.kind, "Normal"))
        made.paragraph_format.keep_with_next = block.kind in ("part", "question", "hint")
    file = io.BytesIO()
    document.save(file)
    return without_time(file.getvalue())


def _blocks(title: str, instruments: Sequence[_core.Instrument], lang: str, audience: str) -> Iterator[_Block]:
    yield _Block("title", title)
    yield _Block("text", said("starter.welcome", lang, audience))
    for each in first_asked(instruments, audience):
        yield _Block("question", each.text(audience, lang))
        yield from (_Block("choice", _BOX + label) for _, label in each.choices(audience, lang))
        if not each.steps:
            yield from (_Block("hint", each.hint(audience, lang)), _Block("line"))
    part = ("", "")
    for put in put_to(instruments, audience):
        if (put.instrument.id, put.question.element) != part:
            part = (put.instrument.id, put.question.element)
            yield _Block("part", put.heading(audience, lang))
            if about := put.about(audience, lang):
                yield _Block("hint", about)
        yield from _asked(put, audience, lang)
    yield _Block("text", said("starter.end", lang, audience))
    for source in dict.fromkeys(source_of(put) for put in put_to(instruments, audience)):
        if audience == PROFESSIONAL:
            yield _Block("credit", say("starter.source", lang, source=source))
        else:
            yield _Block("credit", say("starter.own_words", lang, source=source))


def _asked(put: Put, audience: str, lang: str) -> Iterator[_Block]:
    yield _Block("question", f"{put.question.id} {put.text.get(lang)}")
    yield from (_Block("hint", line) for line in explained(put, audience, lang))
    yield from (_Block("choice", _BOX + label) for _, label in choices(put, audience, lang))
    if put.form != "closed":
        yield from [_Block("line")] * _LINES
