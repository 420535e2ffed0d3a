"""The groups side by side: per element, per question, and where they see things differently."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..release.facts import group_key, total_key
from .charts import Svg
from .desk import Desk, Told
from .rich import Name, Rich

__all__ = ["Cell", "GroupRow", "GroupsElement", "GroupsPart", "GroupsTable", "QuestionRow", "groups_part"]


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One group's answer to an element; the last row is everybody together."""

    group: Name
    mark: Svg
    told: Told
    chart: Svg | None


@dataclass(frozen=True, slots=True)
class GroupsElement:
    """One element, group by group."""

    title: Name
    caption: Rich
    rows: list[GroupRow]


@dataclass(frozen=True, slots=True)
class Cell:
    """One group's answer to a question."""

    told: Told
    chart: Svg | None


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question, group by group."""

    id: str
    text: Name
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class GroupsTable:
    """All questions of an instrument against all groups."""

    wave: Name
    instrument: Name | None
    columns: list[Name]
    rows: list[QuestionRow]


@dataclass(frozen=True, slots=True)
class GroupsPart:
    """The groups side by side."""

    by: str
    elements: list[GroupsElement]
    tables: list[GroupsTable]
    gaps_intro: Rich
    gaps: list[Rich]
    uncertain_intro: Rich
    uncertain: list[Rich]


def groups_part(desk: Desk) -> GroupsPart | None:
    """Every instrument in its last wave; nothing when there are no two groups to put side by side."""
    if desk.missing("groups"):
        return None
    elements: list[GroupsElement] = []
    tables: list[GroupsTable] = []
    gaps: list[Rich] = []
    uncertain: list[Rich] = []
    many = len(desk.facts.instruments) > 1
    for instrument in desk.facts.instruments:
        wave = desk.facts.waves_of(instrument)[-1]
        if not desk.facts.comparable(instrument, wave):
            continue
        order = _order(desk, instrument, wave)
        elements += [_element(desk, score, order) for score in desk.facts.items(instrument, wave, "element")]
        tables.append(_table(desk, instrument, wave, order, many))
        gaps += desk.sentences("groups", f"instrument/{wave}/{instrument}")
        for score in desk.facts.rated(instrument, wave):
            gaps += desk.sentences("groups", total_key(score))
        for score in desk.facts.items(instrument, wave, "question"):
            for group in desk.facts.groups_of(score):
                uncertain += desk.sentences("groups", f"uncertain/{group_key(group)}")
    intro, intro_uncertain = desk.sentence("groups"), desk.sentence("groups", "uncertain")
    return GroupsPart(desk.by, elements, tables, intro, gaps, intro_uncertain, uncertain)


def _order(desk: Desk, instrument: str, wave: str) -> list[str]:
    items = desk.facts.rated(instrument, wave)
    return list(dict.fromkeys(group.group for item in items for group in desk.facts.groups_of(item)))


def _element(desk: Desk, score: Any, order: list[str]) -> GroupsElement:
    title = desk.words.element_title(score.instrument, score.id)
    everyone = desk.told(score, total_key(score))
    rows = []
    for group in desk.facts.groups_of(score):
        told = desk.told(group, group_key(group))
        mark = order.index(group.group)
        name = desk.words.group_title(group.group)
        chart = _strip(desk, str(title), str(name), group, told, mark, score)
        rows.append(GroupRow(name, desk.charts.sample(mark), told, chart))
    name = Name(desk.texts("report.everyone"))
    whole = _strip(desk, str(title), name.text, score, everyone, None, score)
    rows.append(GroupRow(name, desk.charts.sample(None), everyone, whole))
    caption = desk.texts.say("report.groups_table", element=title, attribute=desk.by)
    return GroupsElement(title, caption, rows)


def _strip(desk: Desk, item: str, name: str, group: Any, told: Told, mark: int | None, everyone: Any) -> Svg | None:
    if not told.shown:
        return None
    title = desk.texts.say("report.strip_title", item=item, group=name, share=str(told.share))
    lines = []
    lines.append(desk.texts.say("report.bar_n", n=str(told.n)))
    whole = everyone.top if everyone.shown else None
    return desk.charts.strip(group.top, mark, whole, str(title), " ".join(str(line) for line in lines))


def _table(desk: Desk, instrument: str, wave: str, order: list[str], many: bool) -> GroupsTable:
    rows = []
    for score in desk.facts.items(instrument, wave, "question"):
        found = {group.group: group for group in desk.facts.groups_of(score)}
        cells = [_cell(desk, score.id, group, found.get(group)) for group in order]
        told = desk.told(score, total_key(score))
        cells.append(Cell(told, desk.share_chart(score, told, score.id)))
        rows.append(QuestionRow(score.id, desk.words.question_text(instrument, score.id), cells))
    columns = [desk.words.group_title(group) for group in order] + [Name(desk.texts("report.everyone"))]
    return GroupsTable(desk.wave(wave), desk.words.instrument_title(instrument) if many else None, columns, rows)


def _cell(desk: Desk, item: str, group: str, score: Any) -> Cell:
    told = desk.told(score, group_key(score) if score else "")
    if not told.shown:
        return Cell(told, None)
    name = str(desk.words.group_title(group))
    title = str(desk.texts.say("report.strip_title", item=item, group=name, share=str(told.share)))
    return Cell(told, desk.charts.share(score.top, title, str(desk.texts.say("report.bar_n", n=str(told.n)))))
