"""What is told about partners: a table with a row per partner, who is meant in it, and the conditions of the tie.

The questionnaires on partners of houvast give such a table from LimeSurvey, Microsoft or Google Forms and on a sheet to
type in, in the words of each audience; a list of ties with the columns P1 to P4 is one as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from .. import _core
from ..errors import Where
from ..texts import languages, say
from .audiences import PERSPECTIVES
from .checks import RELATION
from .edges import CONDITIONS, Edge, fields_of
from .mapping import Mapping
from .sheet import Ask, Raw
from .signs import SIGNS
from .ties import strength
from .vocabulary import PROFESSIONAL, Vocabulary, fold, heading_text

__all__ = ["is_about_partners", "partner_edges"]

_CONTACT = "contact"
# What the questionnaires ask before the conditions, by the code of its column.
_FIRST = {"party": "starter.party", "partner": "starter.partner", "often": "starter.often", "far": "starter.far"}
_CHOICES = {"often": "starter.often_step", "far": "starter.far_step"}
_CODE = re.compile(r"p([1-4])[a-z]*(?:[\s.:)\]-]|$)")
_STEPS = 4  # the highest step of how often and how far
_INSTRUMENT = "know-your-partner"


@cache
def _words() -> Vocabulary:
    return Vocabulary([_core.instrument(_INSTRUMENT)])


@cache
def _audiences() -> list[str]:
    """Everybody who has words of their own, and first those who have not."""
    questions = _core.instrument(_INSTRUMENT).questions
    return list(dict.fromkeys(["", *(name for question in questions for name in question.audiences)]))


@cache
def _headings() -> dict[str, str]:
    """Heading → what it asks: the party, the partner, how often, how far, or a condition; in all words for it."""
    found = {heading_text(text): id for id, text in _wordings(_core.instrument(_INSTRUMENT))}
    for name, key in _FIRST.items():
        texts = [say(key, lang, audience) for lang in languages() for audience in _audiences()]
        found |= {name: name, **{heading_text(text): name for text in texts}}
    for sign, place in (("tie_from", "party"), ("tie_to", "partner")):
        found |= dict.fromkeys(SIGNS[sign], place)
    return found


def _wordings(partners: _core.Instrument) -> Iterator[tuple[str, str]]:
    """The conditions in every wording of every language."""
    for question in partners.questions:
        texts = [question.text, question.closed_part, *(each.text for each in question.audiences.values())]
        for text in texts:
            if text is not None:
                yield from ((question.id, text.get(lang)) for lang in languages())


def _asks(heading: str) -> str:
    """What a heading asks, or nothing."""
    found = _headings().get(heading_text(heading)) or _headings().get(fold(heading))
    code = _CODE.match(fold(heading))
    return found or (f"P{code[1]}" if code else "")


def _places(heading: list[str]) -> dict[str, int]:
    """The place of each column by what it asks; the first one when two ask the same."""
    found: dict[str, int] = {}
    for at, name in enumerate(heading):
        found.setdefault(_asks(name), at)
    return found


def is_about_partners(raw: Raw) -> bool:
    """Whether a table says whom each row is about, and a condition of the tie."""
    places = _places(raw.rows[0]) if raw.rows else {}
    return len(raw.rows) > 1 and "partner" in places and not places.keys().isdisjoint(CONDITIONS)


def partner_edges(raw: Raw, mapping: Mapping) -> tuple[list[Edge], list[Ask]]:
    """Every tie of the table, and what must be asked about its answers; completes the relations of the mapping."""
    places, fields = _places(raw.rows[0]), fields_of(raw.rows[0])
    _declare(mapping, [name for name in ("far", "often") if name in places])
    perspective = _perspective(raw.rows[0])
    edges: list[Edge] = []
    asks: list[Ask] = []
    for number, row in zip(raw.numbers[1:], raw.rows[1:], strict=True):
        told = {name: row[at] for name, at in places.items()} | {name: row[at] for name, at in fields.items()}
        if not told["partner"]:
            continue
        where = Where(raw.file, number, raw.rows[0][places["partner"]])
        conditions, wrong = _conditions(row, places, raw, number)
        asks += wrong
        begun = Edge(where, told.get("party", ""), told["partner"], conditions=conditions, perspective=perspective,
                     reporter=told.get("reporter", ""), wave=told.get("wave", ""))  # fmt: skip
        made, wrong = _ties(begun, told, raw, number, places)
        edges, asks = edges + made, asks + wrong
    return edges, asks


def _declare(mapping: Mapping, asked: list[str]) -> None:
    """How far and how often are relations of the mapping, in four steps."""
    titles = {"far": (RELATION, "starter.relation"), "often": (_CONTACT, "starter.relation_contact")}
    known = {str(relation.get("id")): relation for relation in mapping.relations}
    for id, key in (titles[name] for name in asked):
        if id in known:
            known[id]["max_strength"] = max(_STEPS, float(known[id].get("max_strength", 1)))
            continue
        title = {lang: say(key, lang) for lang in languages()}
        mapping.relations.append({"id": id, "title": title, "directed": False, "max_strength": _STEPS})


def _perspective(heading: list[str]) -> str:
    """Whose words the questions are in, when families are asked in words of their own."""
    words = _words()
    left: list[str] | None = None
    for name in heading:
        asked = _asks(name)
        if asked in CONDITIONS:
            by_code = words.audience_in(name)
            told = [by_code] if by_code else words.asked_of.get(heading_text(words.without_code(name, asked)), [])
            if told:
                left = told if left is None else [audience for audience in left if audience in told]
    return PERSPECTIVES.get(left[0] if left else PROFESSIONAL, "")


@cache
def _steps(name: str) -> dict[str, float]:
    """The words of each step of how often or how far."""
    return {
        fold(say(_CHOICES[name], lang, audience, step=str(step))): float(step)
        for lang in languages()
        for audience in _audiences()
        for step in range(_STEPS + 1)
    }


def _ties(
    begun: Edge, told: dict[str, str], raw: Raw, number: int, places: dict[str, int]
) -> tuple[list[Edge], list[Ask]]:
    """The ties of one row: how far, with the conditions, and how often; else just that there is one."""
    edges: list[Edge] = []
    asks: list[Ask] = []
    for name, relation in (("far", RELATION), ("often", _CONTACT)):
        cell = told.get(name, "")
        value = _steps(name).get(fold(cell), strength(cell)) if _said(cell) else None
        if _said(cell) and (value is None or value > _STEPS):
            asks.append(Ask("HV-704", "tie", Where(raw.file, number, raw.rows[0][places[name]]), {"high": str(_STEPS)}))
        elif value is not None:
            conditions = () if edges else begun.conditions
            edges.append(replace(begun, relation=relation, strength=value, conditions=conditions))
    if not edges and not asks:
        value = strength(told["strength"]) if told.get("strength") else 1.0
        edges.append(replace(begun, relation=told.get("relation", ""), strength=1.0 if value is None else value))
    return [edge for edge in edges if edge.strength > 0], asks


def _said(cell: str) -> bool:
    """Whether a cell holds an answer, and not that somebody does not know or does not say."""
    return bool(cell) and _words().state(cell) is None


def _conditions(
    row: list[str], places: dict[str, int], raw: Raw, number: int
) -> tuple[tuple[bool | None, ...], list[Ask]]:
    """Whether each condition is met, or is not known or not asked; and answers that are neither yes nor no."""
    values: list[bool | None] = []
    asks: list[Ask] = []
    for name in CONDITIONS:
        cell = row[places[name]] if name in places else ""
        value = strength(cell) if _said(cell) else None
        if _said(cell) and value not in (0.0, 1.0):
            asks.append(Ask("HV-704", "condition", Where(raw.file, number, raw.rows[0][places[name]])))
        values.append(None if value is None else value == 1.0)
    return tuple(values), asks
