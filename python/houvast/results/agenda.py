"""The agenda for a notebook."""

from __future__ import annotations

from typing import Any

from .. import _core
from ..texts import say
from .elsewhere import practices
from .reprs import STYLE, reader

__all__ = ["agenda_html"]


def _group(agenda: _core.Agenda, found: dict[str, Any], lang: str) -> str:
    group = agenda.study.term_title(agenda.by, found["group"], lang)
    return say("notebook.talk.group", lang, group=group, share=found["top_box"], n=found["n"])


def _told(heading: str, told: list[tuple[str, str]], lang: str) -> str:
    """A list of texts with their sources under a heading, or nothing."""
    from html import escape

    lines = (
        f"<li>{escape(text)} ({say('notebook.talk.source', lang, document=escape(document))})</li>"
        for text, document in told
    )
    return f'<p>{say(heading, lang)}</p><ul class="advice">{"".join(lines)}</ul>' if told else ""


def agenda_html(agenda: _core.Agenda) -> str:
    """The questions with why they are here, who sees them differently, an opening, advice and what helped elsewhere."""
    from html import escape

    lang = reader().texts
    items = []
    for item in agenda:
        both = [_group(agenda, group, lang) for group in (item.lowest_group, item.highest_group) if group is not None]
        advice = [(entry.text.get(lang), entry.source_document) for entry in item.advice]
        helped = [(f"{case.place}: {case.text.get(lang)}", case.source_document) for case in practices(item.question)]
        groups = escape(say("notebook.talk.high", lang, groups=" – ".join(both))) if both else ""
        items.append(
            f'<li><p class="question">{escape(item.text.get(lang))}</p>'
            f'<p class="why">{escape(item.why.get(lang))}</p>'
            + (f'<p class="why">{groups}</p>' if groups else "")
            + f"<p>{escape(say('notebook.talk.begin', lang, opening=item.opening.get(lang)))}</p>"
            + _told("notebook.talk.try", advice, lang)
            + _told("notebook.talk.elsewhere", helped, lang)
            + "</li>"
        )
    title, inside = say("notebook.talk.title", lang), say("notebook.talk.inside", lang)
    return f'{STYLE}<div class="houvast agenda"><p>{title}</p><ol>{"".join(items)}</ol><p>{inside}</p></div>'
