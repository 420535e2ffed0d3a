"""The groups side by side: per element, per question, and where they see things differently."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from ..release.facts import group_key, total_key
from .charts import Svg
from .desk import Desk, Told, usual
from .rich import Name, Rich

__all__ = ["Cell", "Column", "GroupsPart", "GroupsTable", "ItemRow", "groups_part"]

Key: TypeAlias = Callable[[Any], str]


@dataclass(frozen=True, slots=True)
class Column:
    """A group, or everybody, and the number of people behind most of its outcomes."""

    name: Name
    people: Rich


@dataclass(frozen=True, slots=True)
class Cell:
    """One group's answer to an element or question."""

    told: Told
    chart: Svg | None


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One element or question, group by group; the last cell is everybody together."""

    id: str
    text: Name
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class GroupsTable:
    """An instrument's elements and questions against all groups."""

    wave: Name
    instrument: Name | None
    columns: list[Column]
    elements: list[ItemRow]
    questions: list[ItemRow]


@dataclass(frozen=True, slots=True)
class GroupsPart:
    """The groups side by side."""

    by: str
    tables: list[GroupsTable]
    gaps_intro: Rich
    gaps: list[Rich]
    uncertain_intro: Rich
    uncertain: list[Rich]


def groups_part(desk: Desk) -> GroupsPart | None:
    """Every instrument in its last wave; nothing when there are no two groups to put side by side."""
    if desk.missing("groups"):
        return None
    tables: list[GroupsTable] = []
    gaps: list[Rich] = []
    uncertain: list[Rich] = []
    for instrument in desk.facts.instruments:
        wave = desk.facts.waves_of(instrument)[-1]
        if not desk.facts.comparable(instrument, wave):
            continue
        tables.append(_table(desk, instrument, wave))
        gaps += desk.sentences("groups", f"instrument/{wave}/{instrument}")
        for score in desk.facts.rated(instrument, wave):
            gaps += desk.sentences("groups", total_key(score))
        for score in desk.facts.items(instrument, wave, "question"):
            for group in desk.facts.groups_of(score):
                uncertain += desk.sentences("groups", f"uncertain/{group_key(group)}")
    intro, intro_uncertain = desk.sentence("groups"), desk.sentence("groups", "uncertain")
    return GroupsPart(desk.by, tables, intro, gaps, intro_uncertain, uncertain)


def _table(desk: Desk, instrument: str, wave: str) -> GroupsTable:
    items = desk.facts.rated(instrument, wave)
    order = list(dict.fromkeys(group.group for item in items for group in desk.facts.groups_of(item)))
    of = {group: [g for item in items for g in desk.facts.groups_of(item) if g.group == group] for group in order}
    bands = {group: usual(score.n_band for score in scores if score.shown) for group, scores in of.items()}
    columns = [
        Column(desk.words.group_title(group), _people(desk, of[group], bands[group], group_key)) for group in order
    ]
    whole = usual(score.n_band for score in items if score.shown)
    columns.append(Column(Name(desk.texts("report.everyone")), _people(desk, items, whole, total_key)))

    def row(score: Any) -> ItemRow:
        found = {group.group: group for group in desk.facts.groups_of(score)}
        cells = [_cell(desk, found.get(group), group_key, bands[group]) for group in order]
        title = desk.words.element_title if score.kind == "element" else desk.words.question_text
        cells.append(_cell(desk, score, total_key, whole))
        return ItemRow(score.id, title(instrument, score.id), cells)

    many = len(desk.facts.instruments) > 1
    title = desk.words.instrument_title(instrument) if many else None
    elements = [row(score) for score in items if score.kind == "element"]
    questions = [row(score) for score in items if score.kind == "question"]
    return GroupsTable(desk.wave(wave), title, columns, elements, questions)


def _people(desk: Desk, scores: Iterable[Any], band: str, key: Key) -> Rich:
    first = next((score for score in scores if score.shown and score.n_band == band), None)
    return desk.people(band, f"{key(first)}/n") if first else Rich()


def _cell(desk: Desk, score: Any, key: Key, band: str) -> Cell:
    return Cell(desk.told(score, key(score) if score else "", band), desk.share_chart(score))
