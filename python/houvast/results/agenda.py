"""The agenda for a notebook."""

from __future__ import annotations

from typing import Any

from .. import _core

__all__ = ["agenda_html"]

_STYLE = (
    "<style>.houvast{font:14px system-ui,sans-serif;max-width:46em}.houvast ol{padding-left:1.4em}"
    ".houvast li{margin:0 0 1em}.houvast p{margin:.2em 0}.houvast .question{font-weight:600}"
    ".houvast .why{opacity:.85}.houvast .advice{margin:.2em 0;padding-left:1.2em}</style>"
)
_WORDS = {
    "nl": (
        "Waarover praten we?",
        "Hoge antwoorden:",
        "Zo kun je beginnen:",
        "Om te proberen:",
        "bron",
        "Exact, alleen voor intern gebruik.",
    ),
    "en": (
        "What do we talk about?",
        "High answers:",
        "To begin with:",
        "To try:",
        "source",
        "Exact, for inside use only.",
    ),
}


def _group(agenda: _core.Agenda, found: dict[str, Any], lang: str) -> str:
    title = agenda.study.term_title(agenda.by, found["group"], lang)
    return f"{title} {found['top_box']:.0%} (n = {found['n']})"


def agenda_html(agenda: _core.Agenda, lang: str = "nl") -> str:
    """The questions with why they are here, who sees them differently, an opening and advice; escaped."""
    import html

    title, high, begin, try_this, source, inside = _WORDS[lang]
    items = []
    for item in agenda:
        both = [_group(agenda, group, lang) for group in (item.lowest_group, item.highest_group) if group is not None]
        groups = f"{high} {' – '.join(both)}" if both else ""
        advice = "".join(
            f"<li>{html.escape(entry.text.get(lang))} ({source}: {html.escape(entry.source_document)})</li>"
            for entry in item.advice
        )
        items.append(
            f'<li><p class="question">{html.escape(item.text.get(lang))}</p>'
            f'<p class="why">{html.escape(item.why.get(lang))}</p>'
            + (f'<p class="why">{html.escape(groups)}</p>' if groups else "")
            + f"<p>{begin} {html.escape(item.opening.get(lang))}</p>"
            + (f'<p>{try_this}</p><ul class="advice">{advice}</ul>' if advice else "")
            + "</li>"
        )
    return f'{_STYLE}<div class="houvast"><p>{title}</p><ol>{"".join(items)}</ol><p>{inside}</p></div>'
