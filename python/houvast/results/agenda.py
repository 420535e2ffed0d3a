"""The agenda for a notebook."""

from __future__ import annotations

from typing import Any

from .. import _core
from ..texts import say
from .reprs import STYLE, reader

__all__ = ["agenda_html"]


def _group(agenda: _core.Agenda, found: dict[str, Any], lang: str) -> str:
    group = agenda.study.term_title(agenda.by, found["group"], lang)
    return say("notebook.talk.group", lang, group=group, share=found["top_box"], n=found["n"])


def agenda_html(agenda: _core.Agenda) -> str:
    """The questions with why they are here, who sees them differently, an opening and advice; escaped."""
    from html import escape

    lang = reader().texts
    items = []
    for item in agenda:
        both = [_group(agenda, group, lang) for group in (item.lowest_group, item.highest_group) if group is not None]
        advice = "".join(
            f"<li>{escape(entry.text.get(lang))} "
            f"({say('notebook.talk.source', lang, document=escape(entry.source_document))})</li>"
            for entry in item.advice
        )
        groups = escape(say("notebook.talk.high", lang, groups=" – ".join(both))) if both else ""
        items.append(
            f'<li><p class="question">{escape(item.text.get(lang))}</p>'
            f'<p class="why">{escape(item.why.get(lang))}</p>'
            + (f'<p class="why">{groups}</p>' if groups else "")
            + f"<p>{escape(say('notebook.talk.begin', lang, opening=item.opening.get(lang)))}</p>"
            + (f'<p>{say("notebook.talk.try", lang)}</p><ul class="advice">{advice}</ul>' if advice else "")
            + "</li>"
        )
    title, inside = say("notebook.talk.title", lang), say("notebook.talk.inside", lang)
    return f'{STYLE}<div class="houvast agenda"><p>{title}</p><ol>{"".join(items)}</ol><p>{inside}</p></div>'
