"""What must be decided about a list of parties: what a party is, words on it, councils, names almost right."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from ..errors import Where
from ..io.ids import free_id
from .attributes import attribute_labels
from .mapping import ColumnRule, LabelRule, Mapping
from .match import NETWORK_WORDS
from .people import voice_of
from .personal import personal
from .roster import Roster, read_roster
from .sheet import Ask, Column, Raw, Sheet
from .ties import named_parties
from .vocabulary import Vocabulary, fold

__all__ = ["NEW", "listed_parties", "named_almost"]

NEW = "+"  # in place of the id of a party: it is added to the list
_IN_BRACKETS = re.compile(r"\[([^\[\]]*)\]$")
_TOLD = ("domain", "sector", "level", "perspective")


def _rule(mapping: Mapping, kind: str, label: str, options: list[int | str]) -> LabelRule:
    """The decision about something on the list; a new one waits for a person."""
    rules = mapping.parties.setdefault(kind, [])
    found = next((rule for rule in rules if fold(rule.label) == fold(label)), None)
    if found is None:
        found = LabelRule(label, None, "fuzzy", True, options)
        rules.append(found)
    return found


def listed_parties(raw: Raw, sheets: list[Sheet], words: Vocabulary, mapping: Mapping) -> tuple[Roster, list[Ask]]:
    """The parties of a list, as it is decided or proposed, and what must be asked about it."""
    ids = {fold(rule.label): str(rule.value) for rule in mapping.parties.get("ids", [])}
    roster = read_roster(raw, ids=ids)
    asks: list[Ask] = []
    if roster.of_people and roster.functions:
        fewer = read_roster(raw, by_function=False, ids=ids)
        if len(fewer.rows) < len(roster.rows):
            likely = (
                "function" if _linked(sheets, roster) and not _named_whole(sheets, fewer, roster) else "organisation"
            )
            decided = _rule(mapping, "party", "party", [likely])
            if decided.confirm:
                values = {"list": "party", "people": str(roster.people), "organisations": str(len(fewer.rows))}
                asks.append(
                    Ask("HV-712", "what_is_a_party", Where(raw.file), {**values, "functions": str(len(roster.rows))})
                )
            roster = fewer if (decided.value or decided.options[0]) == "organisation" else roster
    if roster.made:
        asks += _words(roster, words, mapping)
    asks += _councils(roster, words, mapping)
    for rule in mapping.parties.get("names", []):
        _named(roster, rule)
    return roster, asks


def _linked(sheets: list[Sheet], roster: Roster) -> bool:
    """Whether an export names somebody of the list by address or code."""
    known = roster.by_respondent.keys()
    return any(cell.casefold() in known for sheet in sheets for column in sheet.columns for cell in column.cells)


def _named_whole(sheets: list[Sheet], fewer: Roster, roster: Roster) -> bool:
    """Whether partners are named as whole organisations, of which the list has several functions."""
    asked = [column for sheet in sheets for column in sheet.columns if NETWORK_WORDS.search(fold(column.key))]
    cells = {cell for column in asked for cell in column.cells if cell}
    for column in asked:
        cells |= {column.part, *_IN_BRACKETS.findall(column.key)}
    whole = {id for cell in cells for id in named_parties(Column(""), cell, fewer.by_name)[0]}
    often = Counter(fold(row["organisation"]) for row in roster.rows)
    return any(row["id"] in whole and often[fold(row["organisation"])] > 1 for row in fewer.rows)


def _words(roster: Roster, words: Vocabulary, mapping: Mapping) -> list[Ask]:
    """Reads the domains, sectors, levels and perspectives of the list as the words of the profile."""
    asks: list[Ask] = []
    for name in _TOLD:
        if name in roster.columns:
            cells = [row.get(name, "") for row in roster.rows]
            heading = roster.headings.get(name, name)
            sheet = Sheet(roster.file, "", "", [Column(heading, heading, "", cells)], roster.numbers)
            rule = ColumnRule(heading, "attribute", name, values=mapping.parties.setdefault(name, []))
            found: list[Ask] = []
            attribute_labels(sheet, sheet.columns[0], rule, words, found)
            for ask in found:
                key = "list_word" if ask.key == "unknown_word" else ask.key
                asks.append(Ask(ask.code, key, ask.where, {**ask.values, "list": name}))
            meaning = {value.label: value.value for value in rule.values}
            for row in roster.rows:
                row[name] = str(meaning.get(row.get(name, ""), "") or "")
    return asks


def _councils(roster: Roster, words: Vocabulary, mapping: Mapping) -> list[Ask]:
    """Asks once whether councils that stand under an organisation speak for parents or young people by themselves."""
    asks = []
    for number, row in zip(roster.numbers, roster.rows, strict=True):
        voice = voice_of(row.get("name") or row["id"])
        if voice is None or not _stands_elsewhere(row, voice, roster, words):
            continue
        decided = _rule(mapping, "councils", row.get("name") or row["id"], ["own"])
        if decided.confirm:
            asks.append(Ask("HV-712", "council", Where(roster.file, number), {"list": "councils"}))
        elif decided.value == "own":
            roster.speak(row, *voice)
    return asks


def _stands_elsewhere(row: dict[str, str], voice: tuple[str, str], roster: Roster, words: Vocabulary) -> bool:
    """Whether the list puts a council in another domain or perspective than theirs, or under another's organisation."""
    told = [words.term(name, row[name])[0] for name in ("domain", "perspective") if row.get(name)]
    organisation = fold(row.get("organisation", ""))
    others = {fold(other.get("organisation", "")) for other in roster.rows if other is not row} - {""}
    return any(word not in voice for word in told) or (not told and organisation in others)


def named_almost(
    sheets: list[Sheet], others: Iterable[tuple[str, Where]], mapping: Mapping, roster: Roster, add: bool
) -> list[Ask]:
    """Asks about partners whose name is almost that of a party; with `add`, all others are added to the list.

    `others` are names in tables of ties.
    """
    asks = []
    beside = [(fold(name), where) for name, where in others if fold(name) not in roster.by_name]
    decided = {fold(rule.label) for rule in mapping.parties.get("names", [])}
    for name, where in [*_strange_names(sheets, mapping, roster), *beside]:
        if personal(name) or name in decided:
            continue
        decided.add(name)
        near = roster.near.find(name)
        if near:
            mapping.parties.setdefault("names", []).append(LabelRule(name, None, "fuzzy", True, [near]))
            asks.append(Ask("HV-712", "almost_a_party", where, {"list": "names", "label": name}))
        elif add:
            rule = LabelRule(name, NEW, "manual")
            mapping.parties.setdefault("names", []).append(rule)
            _named(roster, rule)
    waiting = {fold(rule.label) for rule in mapping.parties.get("names", []) if rule.confirm}
    told = {ask.values["label"] for ask in asks}
    asks += [Ask("HV-712", "almost_a_party", Where(roster.file), {"list": "names"}) for _ in sorted(waiting - told)[:1]]
    return asks


def _strange_names(sheets: list[Sheet], mapping: Mapping, roster: Roster) -> Iterable[tuple[str, Where]]:
    """The names, folded, of partners that the list does not have, each with the row where it stands first."""
    seen: set[str] = set()
    for sheet in sheets:
        for column in sheet.columns:
            rule = mapping.rule(column.key)
            if rule is None or rule.confirm or rule.role != "ties":
                continue
            for i, cell in enumerate(column.cells):
                for name in named_parties(column, cell, roster.by_name)[1] if cell else ():
                    if name not in seen:
                        seen.add(name)
                        yield name, Where(sheet.file, sheet.row_of(column, i), column.key)


def _named(roster: Roster, rule: LabelRule) -> None:
    """Gives a party another name, or adds one, as it was decided."""
    if rule.confirm or not rule.value:
        return
    if rule.value == NEW:
        name = rule.label[:1].upper() + rule.label[1:]
        id = free_id(name, roster.ids)
        roster.add({"id": id, "name": name, "kind": "organisation", "asked": "0"})
        roster.by_name[fold(rule.label)] = id
    elif rule.value in roster.ids:
        roster.by_name[fold(rule.label)] = str(rule.value)
