"""A private instrument as a page of its own: somebody sees their own answers, and nothing leaves the page."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path
from string import Template
from typing import Final

from .. import _core
from ..texts import right_to_left, say
from .survey import PROFESSIONAL, Put, explained, put_to

__all__ = ["mirror"]

_IDEAS: Final = 3  # ideas under the answers about one element


def mirror(instrument: _core.Instrument, lang: str = "nl") -> str:
    """The page of an instrument about oneself; it needs no network and keeps nothing.

    Parameters
    ----------
    instrument : Instrument
        One whose answers are private.
    lang : str
        Language of the texts, one of `houvast.languages()`.

    Returns
    -------
    str
        HTML.
    """
    place = Path(__file__).parent
    page, script, *styles = (
        (place / name).read_text(encoding="utf-8") for name in ("mirror.html", "mirror.js", "paper.css", "mirror.css")
    )
    title = escape(instrument.title.get(lang))
    return Template(page).substitute(
        lang=lang,
        direction="rtl" if right_to_left(lang) else "ltr",
        title=title,
        style="".join(styles),
        body="\n".join([f"<h1>{title}</h1>", *_form(instrument, lang), *_result(instrument, lang)]),
        script=script,
    )


def _parts(instrument: _core.Instrument) -> Iterator[tuple[_core.Element, list[Put]]]:
    """The elements that have questions, with them."""
    asked = list(put_to([instrument], PROFESSIONAL))
    for element in instrument.elements:
        of_element = [put for put in asked if put.question.element == element.id]
        if of_element:
            yield element, of_element


def _form(instrument: _core.Instrument, lang: str) -> Iterator[str]:
    yield _paragraph(say("starter.mirror.about", lang))
    yield '<form autocomplete="off">'
    for _, asked in _parts(instrument):
        yield f"<h2>{escape(asked[0].heading(PROFESSIONAL, lang))}</h2>"
        yield _paragraph(asked[0].about(PROFESSIONAL, lang), "hint")
        for put in asked:
            yield from _question(put, lang)
    yield f'<button type="submit">{escape(say("starter.mirror.show", lang))}</button></form>'


def _question(put: Put, lang: str) -> Iterator[str]:
    name = escape(put.question.id)
    yield f"<fieldset><legend>{escape(put.text.get(lang), quote=False)}</legend>"
    yield from (_paragraph(line, "hint") for line in explained(put, PROFESSIONAL, lang))
    if put.form == "closed" and put.question.closed_part is not None:  # how an answer may be read
        yield _paragraph(put.question.closed_part.get(lang), "hint")
    labels = [] if put.question.scale is None else put.instrument.scale(put.question.scale).labels
    for label in labels:
        words = escape(label.text.get(lang), quote=False)
        yield f'<label><input type="radio" name="{name}" value="{label.value}"> {words}</label>'
    if put.form != "closed":
        yield f'<textarea rows="3" aria-label="{escape(put.text.get(lang))}"></textarea>'
    yield "</fieldset>"


def _result(instrument: _core.Instrument, lang: str) -> Iterator[str]:
    """What somebody chose, under each question, and ideas to try; no score."""
    yield f'<section id="result" hidden><h2>{escape(say("starter.mirror.result", lang))}</h2>'
    yield _paragraph(say("starter.mirror.result.about", lang))
    for element, asked in _parts(instrument):
        yield f"<h3>{escape(element.title.get(lang))}</h3>"
        for put in (put for put in asked if put.question.scale is not None):
            words, chosen = escape(put.text.get(lang), quote=False), escape(say("starter.mirror.chosen", lang))
            yield f'<p data-answer="{escape(put.question.id)}" hidden>{words}<br>{chosen} <output></output></p>'
        ideas = [idea.text.get(lang) for idea in _core.advice() if element.id in idea.factors][:_IDEAS]
        if ideas:
            yield _paragraph(say("starter.mirror.ideas", lang), "hint")
            yield "<ul>" + "".join(f"<li>{escape(idea, quote=False)}</li>" for idea in ideas) + "</ul>"
    yield _paragraph(say("starter.mirror.share", lang))
    yield _paragraph(say("starter.source", lang, source=instrument.source.citation()), "credit")
    yield "</section>"


def _paragraph(text: str, kind: str = "") -> str:
    style = f' class="{kind}"' if kind else ""
    return f"<p{style}>{escape(text, quote=False)}</p>"
