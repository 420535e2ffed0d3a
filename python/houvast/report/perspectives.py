"""The groups side by side: per element, per question, and where they see things differently."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations
from typing import Any, Final

from .charts import Svg
from .desk import Desk, Told, group_key, total_key
from .facts import apart
from .rich import Name, Rich

__all__ = ["Cell", "GroupRow", "GroupsElement", "GroupsPart", "GroupsTable", "QuestionRow", "groups_part"]

_MOST_GAPS: Final = 6
_GAP: Final = 0.2


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


def groups_part(desk: Desk) -> GroupsPart | None:
    """Every instrument in its last wave; nothing when there are no two groups to put side by side."""
    elements: list[GroupsElement] = []
    tables: list[GroupsTable] = []
    gaps: list[Rich] = []
    many = len(desk.facts.instruments) > 1
    for instrument in desk.facts.instruments:
        wave = desk.facts.waves_of(instrument)[-1]
        if not _comparable(desk, instrument, wave):
            continue
        order = _order(desk, instrument, wave)
        elements += [_element(desk, score, order) for score in desk.facts.items(instrument, wave, "element")]
        tables.append(_table(desk, instrument, wave, order, many))
        gaps += _gaps(desk, instrument, wave)
    points = desk.texts.count(round(_GAP * 100), "constant/gap")
    intro = desk.texts.say("gaps_intro" if gaps else "no_gaps", points=points)
    return GroupsPart(desk.by, elements, tables, intro, gaps) if tables else None


def _groups(desk: Desk, score: Any) -> list[Any]:
    return desk.facts.groups.get((score.wave, score.instrument, score.kind, score.id), [])


def _comparable(desk: Desk, instrument: str, wave: str) -> bool:
    items = (*desk.facts.items(instrument, wave, "element"), *desk.facts.items(instrument, wave, "question"))
    return any(sum(group.shown for group in _groups(desk, item)) >= 2 for item in items)


def _order(desk: Desk, instrument: str, wave: str) -> list[str]:
    items = (*desk.facts.items(instrument, wave, "element"), *desk.facts.items(instrument, wave, "question"))
    return list(dict.fromkeys(group.group for item in items for group in _groups(desk, item)))


def _element(desk: Desk, score: Any, order: list[str]) -> GroupsElement:
    title = desk.words.element_title(score.instrument, score.id)
    everyone = desk.told(score, total_key(score))
    rows = []
    for group in _groups(desk, score):
        told = desk.told(group, group_key(group))
        mark = order.index(group.group)
        name = desk.words.group_title(group.group)
        chart = _strip(desk, str(title), str(name), group, told, mark, score)
        rows.append(GroupRow(name, desk.charts.sample(mark), told, chart))
    name = Name(desk.texts("everyone"))
    whole = _strip(desk, str(title), name.text, score, everyone, None, score)
    rows.append(GroupRow(name, desk.charts.sample(None), everyone, whole))
    caption = desk.texts.say("groups_table", element=title, attribute=desk.by)
    return GroupsElement(title, caption, rows)


def _strip(desk: Desk, item: str, name: str, group: Any, told: Told, mark: int | None, everyone: Any) -> Svg | None:
    if not told.shown:
        return None
    title = desk.texts.say("strip_title", item=item, group=name, share=str(told.share))
    lines = [desk.texts.say("bar_margin", low=told.low, high=told.high)] if told.margin else []
    lines.append(desk.texts.say("bar_n", n=str(told.n)))
    whole = everyone.top if everyone.shown else None
    return desk.charts.strip(group.top, mark, whole, str(title), " ".join(str(line) for line in lines))


def _table(desk: Desk, instrument: str, wave: str, order: list[str], many: bool) -> GroupsTable:
    rows = []
    for score in desk.facts.items(instrument, wave, "question"):
        found = {group.group: group for group in _groups(desk, score)}
        cells = [_cell(desk, score.id, group, found.get(group)) for group in order]
        told = desk.told(score, total_key(score))
        cells.append(Cell(told, desk.share_chart(score, told, score.id)))
        rows.append(QuestionRow(score.id, desk.words.question_text(instrument, score.id), cells))
    columns = [desk.words.group_title(group) for group in order] + [Name(desk.texts("everyone"))]
    return GroupsTable(desk.wave(wave), desk.words.instrument_title(instrument) if many else None, columns, rows)


def _cell(desk: Desk, item: str, group: str, score: Any) -> Cell:
    told = desk.told(score, group_key(score) if score else "")
    if not told.shown:
        return Cell(told, None)
    name = str(desk.words.group_title(group))
    title = str(desk.texts.say("strip_title", item=item, group=name, share=str(told.share)))
    return Cell(told, desk.charts.share(score.top, title, str(desk.texts.say("bar_n", n=str(told.n)))))


def _gaps(desk: Desk, instrument: str, wave: str) -> list[Rich]:
    """The widest differences between two groups, in the order of the questionnaire."""
    found: list[tuple[int, float, Any, Any]] = []
    for score in desk.facts.items(instrument, wave, "question"):
        groups = [group for group in _groups(desk, score) if group.shown]
        pairs = [(_distance(low, high), low, high) for low, high in permutations(groups, 2)]
        if pairs:
            widest = max(pairs, key=lambda pair: pair[0])
            if widest[0] >= _GAP:
                found.append((len(found), *widest))
    most = sorted(found, key=lambda gap: (-gap[1], gap[0]))[:_MOST_GAPS]
    return [_gap(desk, low, high) for _, _, low, high in sorted(most, key=lambda gap: gap[0])]


def _distance(low: Any, high: Any) -> float:
    """How many points the second share is above the first, at least."""
    top = low.top.high if low.top.value is None else low.top.value
    bottom = high.top.low if high.top.value is None else high.top.value
    return round(float(bottom) - float(top), 9)


def _gap(desk: Desk, low: Any, high: Any) -> Rich:
    one, other = desk.told(low, group_key(low)), desk.told(high, group_key(high))
    text = desk.words.question_text(low.instrument, low.id)
    sentence = desk.texts.say(
        "gap",
        question=desk.texts.say("quoted", text=text),
        low_group=desk.words.group_title(low.group),
        high_group=desk.words.group_title(high.group),
        low=one.share,
        high=other.share,
        low_n=one.n,
        high_n=other.n,
    )
    wide = low.top.value is None or high.top.value is None
    return sentence + desk.texts("gap_clear" if apart(low, high) else "gap_wide" if wide else "gap_overlap")
