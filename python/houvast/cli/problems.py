"""What the core finds wrong, which it tells in English, in the language of whoever reads it."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

from ..errors import Error, Issue
from ..texts import say

__all__ = ["in_dutch", "problems_text"]

_LISTED = 50  # more are counted
_OF_THE_CORE = "problem.expected.exactly"
_PERHAPS = re.compile(r"\s*(?:\('(.*)' perhaps\)|\(did you mean '(.*)'\?\)|'(.*)' perhaps)$")


@cache
def _words() -> dict[str, list[tuple[re.Pattern[str], str]]]:
    raw = json.loads((Path(__file__).parent / "problems_nl.json").read_text(encoding="utf-8"))
    return {kind: [(re.compile(pattern), dutch) for pattern, dutch in pairs] for kind, pairs in raw.items()}


def _dutch(kind: str, text: str) -> str | None:
    found = ((pattern.fullmatch(text), dutch) for pattern, dutch in _words()[kind])
    return next((match.expand(dutch) for match, dutch in found if match is not None), None)


def in_dutch(issue: Issue) -> str | None:
    """The problem in Dutch, or None when it is one that has no Dutch words."""
    if issue.about.id != _OF_THE_CORE:
        return issue.say("nl")
    near = _PERHAPS.search(issue.expected)
    plain = issue.expected[: near.start()] if near else issue.expected
    subject, expected = _dutch("subject", issue.subject), _dutch("expected", plain) if plain else ""
    if subject is None or expected is None:
        return None
    where = issue.where
    parts = [where.file, f"rij {where.row}" if where.row else "", f"kolom {where.column}" if where.column else ""]
    place = ", ".join(filter(None, [*parts, f"bij {where.pointer}" if where.pointer else ""]))
    text = f"[{issue.code}] " + (f"{place}: " if place else "") + subject
    text += f" '{issue.value}'" if issue.value else ""
    text += f"; verwacht: {expected}" if expected else ""
    name = next((group for group in near.groups() if group), "") if near else ""
    return text + (f". Bedoelde je '{name}'?" if name else "")


def problems_text(error: Error, lang: str) -> str:
    """All problems as one text."""
    issues = error.issues
    if lang != "nl":
        return error.say(lang)
    lines = [in_dutch(issue) or issue.message for issue in issues[:_LISTED]]
    more = [say("error.more", lang, n=len(issues) - _LISTED)] if len(issues) > _LISTED else []
    return "\n  ".join([say("error.several", lang, n=len(issues)), *lines, *more]) if len(issues) > 1 else lines[0]
