"""From sheets to a complete mapping: what is recognised, and what a person must confirm."""

from __future__ import annotations

import re
from collections import defaultdict

from .. import _core
from ..errors import Where
from .attributes import NOTHING, attribute_labels, contact_row, too_close
from .checks import unknown_words
from .consent import consent_labels
from .labels import LONGEST, label_of, label_rule
from .mapping import ColumnRule, LabelRule, Mapping
from .match import propose
from .personal import personal
from .roster import ATTRIBUTES
from .sheet import Ask, Column, Sheet
from .signs import SIGNS
from .ties import network_rule
from .vocabulary import Vocabulary, fold

__all__ = ["ANONYMOUS", "choose_instruments", "column_labels", "recognise"]

ANONYMOUS = {*SIGNS["anonymous"], *NOTHING}
_ONCE = ("question", "attribute", "wave", "party", "tie", "consent")
_TOTALS = {"totaal", "total", "gemiddelde", "gemiddeld", "average", "mean", "aantal", "count", "som", "sum", "n ="}
_TOTALS |= {"standaarddeviatie", "standard deviation", "mediaan", "median", "minimum", "maximum", "aantal antwoorden"}
_ERRORS = {"#N/A", "#N/B", "#REF!", "#VERW!", "#NAME?", "#NAAM?", "#VALUE!", "#WAARDE!", "#DIV/0!", "#DEEL/0!", "#NUM!"}
_ERRORS |= {"#GETAL!", "#NULL!", "#LEEG!", "#SPILL!", "#CALC!"}
_ASKED_KINDS = ("survey", "reflection", "open", "stages")


def choose_instruments(sheets: list[Sheet]) -> list[_core.Instrument]:
    """The instruments of which two question texts, or half of the codes, stand in the headings; six-elements by one."""
    known = [_core.instrument(id) for id in _core.instruments()]
    known = [instrument for instrument in known if instrument.kind in _ASKED_KINDS]
    words = Vocabulary(known)
    by: dict[str, dict[str, set[str]]] = {"code": defaultdict(set), "exact": defaultdict(set)}
    for sheet in sheets:
        for column in sheet.columns:
            rule = propose(column, words).rule
            if rule.role == "question" and rule.match in by and rule.target:
                by[rule.match][words.instrument_of(rule.target).id].add(rule.target)
    chosen = []
    for instrument in known:
        codes, texts = by["code"][instrument.id], by["exact"][instrument.id]
        enough = len(texts) > 1 or 2 * len(codes | texts) >= len(instrument.questions)
        if enough or (instrument.id == "six-elements" and codes | texts):
            chosen.append(instrument)
    return chosen or [_core.instrument("six-elements")]


def recognise(sheets: list[Sheet], words: Vocabulary, mapping: Mapping, parties: dict[str, str]) -> list[Ask]:
    """Completes the mapping in place and returns what must be confirmed. `parties`: folded name or id → id."""
    asks: list[Ask] = []
    asked: set[tuple[str, str]] = set()
    before = {rule.column for rule in mapping.columns}
    for sheet in sheets:
        for column in sheet.columns:
            rule = mapping.rule(column.key)
            if rule is None:
                rule, ask = _new_rule(column, words, sheet, parties)
                mapping.columns.append(rule)
                asks += ask
            elif rule.confirm:
                asks.append(Ask("HV-703", "waiting", Where(sheet.file, column=column.key)))
    asks = _told_already(sheets, mapping, asks)
    _persons(sheets, mapping, asks)
    _twice(sheets, mapping, asks)
    _absent(sheets, mapping, asks)
    asks += unknown_words(mapping, words, parties, sheets[0].file)
    for sheet in sheets:
        answered = _answered(sheet, mapping)
        for column in sheet.columns:
            rule = mapping.rule(column.key)
            if rule is not None and not rule.confirm:
                _labels(sheet, column, rule, words, mapping, asks, asked)
                if rule.role == "consent":
                    consent_labels(sheet, column, rule, answered, asks)
            elif rule is not None and rule.why == "attribute heading":
                _pending_labels(sheet, column, rule, words, asks)
        asks += _alike(sheet, words, mapping, before) + _totals(sheet, mapping, answered)
    return asks


def _told_already(sheets: list[Sheet], mapping: Mapping, asks: list[Ask]) -> list[Ask]:
    """Without the questions about headings that seem to ask what another column tells for certain."""
    for sheet in sheets:
        rules = [rule for column in sheet.columns if (rule := mapping.rule(column.key)) and rule.role == "attribute"]
        known = {rule.target for rule in rules if not rule.confirm}
        for rule in rules:
            if rule.why == "attribute heading" and rule.confirm and rule.target in known:
                rule.role, rule.target, rule.match, rule.confirm, rule.why = "drop", "", "", False, "unknown"
                asks = [ask for ask in asks if (ask.key, ask.where.column) != ("attribute_heading", rule.column)]
    return asks


def _answered(sheet: Sheet, mapping: Mapping) -> list[bool]:
    """Which responses hold an answer to any question."""
    rules = [(column, mapping.rule(column.key)) for column in sheet.columns]
    asked = [column for column, rule in rules if rule is not None and rule.role in ("question", "tie", "ties")]
    return [any(column.cells[i] for column in asked) for i in range(len(sheet.rows))]


def _totals(sheet: Sheet, mapping: Mapping, answered: list[bool]) -> list[Ask]:
    """Asks about rows that a spreadsheet computed from the others, and about its errors outside rated questions."""
    asks = []
    for column in sheet.columns:
        rule = mapping.rule(column.key)
        if rule is not None and rule.role != "drop" and not rule.confirm and (rule.part or "text") == "text":
            failed = [i for i, cell in enumerate(column.cells) if cell in _ERRORS]
            asks += [Ask("HV-711", "error", Where(sheet.file, sheet.row_of(column, i), column.key)) for i in failed]
        if rule is None or rule.role in ("question", "tie", "ties") or rule.why == "yours":
            continue
        for i, cell in enumerate(column.cells):
            if answered[i] and fold(cell).strip(" :.") in _TOTALS:
                asks.append(Ask("HV-711", "total", Where(sheet.file, sheet.row_of(column, i), column.key)))
    return asks


def _alike(sheet: Sheet, words: Vocabulary, mapping: Mapping, before: set[str]) -> list[Ask]:
    """Asks about columns that are not recognised but hold nothing but what rated questions hold too."""
    asks = []
    rules = [(column, rule) for column in sheet.columns if (rule := mapping.rule(column.key))]
    asked = [(column, rule) for column, rule in rules if rule.role == "question" and rule.target in words.questions]
    rated = [column for column, rule in asked if rule.part == "answer" and words.scale_of(rule.target)]
    known = {cell for column in rated for cell in column.cells if cell and len(cell) <= LONGEST}
    for column, rule in rules:
        cells = {cell for cell in column.cells if cell}
        strange = rule.role == "drop" and rule.why == "unknown" and column.key not in before
        if strange and len(cells) > 1 and cells <= known:
            rule.role, rule.part, rule.confirm, rule.why = "question", "answer", True, "answers"
            asks.append(Ask("HV-703", "answers", Where(sheet.file, column=column.key)))
    return asks


def _new_rule(column: Column, words: Vocabulary, sheet: Sheet, parties: dict[str, str]) -> tuple[ColumnRule, list[Ask]]:
    tie = network_rule(column, parties)
    if tie is not None and tie[0].match == "exact":
        return tie[0], []
    proposal = propose(column, words)
    if tie is not None and proposal.rule.role == "drop" and proposal.rule.why == "unknown":
        return tie[0], [Ask("HV-703", tie[1], Where(sheet.file, column=column.key))] if tie[0].confirm else []
    if not proposal.ask:
        return proposal.rule, []
    return proposal.rule, [Ask("HV-703", proposal.ask, Where(sheet.file, column=column.key), proposal.values)]


def _filled(sheets: list[Sheet], key: str) -> bool:
    cells = [cell for sheet in sheets for column in sheet.columns if column.key == key for cell in column.cells]
    return any(cell and fold(cell) not in ANONYMOUS for cell in cells)


def _persons(sheets: list[Sheet], mapping: Mapping, asks: list[Ask]) -> None:
    """One column per sheet tells who answered: a code before an e-mail address; the others are dropped."""
    for sheet in sheets:
        rules = [rule for column in sheet.columns for rule in [mapping.rule(column.key)] if rule is not None]
        persons = [rule for rule in rules if rule.role == "respondent"]
        codes = [rule for rule in persons if rule.why != "e-mail" and _filled([sheet], rule.column)]
        fixed = [rule for rule in codes if rule.match in ("manual", "")]
        if len(codes) > 1 and len(fixed) != 1:
            for rule in codes:
                rule.confirm = True
            names = ", ".join(rule.column for rule in codes)
            asks.append(Ask("HV-706", "persons", Where(sheet.file, column=codes[0].column), {"columns": names}))
            continue
        kept = (fixed or codes or [rule for rule in persons if _filled([sheet], rule.column)])[:1]
        for rule in persons:
            if rule not in kept and all(rule.column != kept_rule.column for kept_rule in kept):
                rule.role, rule.why = "drop", rule.why or "not used"


def _twice(sheets: list[Sheet], mapping: Mapping, asks: list[Ask]) -> None:
    for sheet in sheets:
        seen: dict[tuple[str, str, str], ColumnRule] = {}
        for column in sheet.columns:
            rule = mapping.rule(column.key)
            if rule is None or rule.role not in _ONCE:
                continue
            key = (rule.role, rule.target, rule.part)
            if key in seen and (rule.target or rule.role in ("wave", "party", "consent")):
                first = seen[key]
                for one in (first, rule):
                    one.confirm, one.why = True, "twice"
                values = {"other": first.column, "question": rule.target or rule.role}
                asks.append(Ask("HV-706", "twice", Where(sheet.file, column=column.key), values))
            seen.setdefault(key, rule)


def _absent(sheets: list[Sheet], mapping: Mapping, asks: list[Ask]) -> None:
    there = {column.key for sheet in sheets for column in sheet.columns}
    for rule in mapping.columns:
        if rule.column not in there and rule.role not in ("drop", "response"):
            values = {"role": rule.role, "question": rule.target}
            asks.append(Ask("HV-705", "absent", Where(sheets[0].file, column=rule.column), values))


def column_labels(
    sheet: Sheet, column: Column, scale: _core.Scale, words: Vocabulary
) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """The labels of a rated column, and the codes that have no label, each with the rows where it stands."""
    labels: dict[str, list[int]] = {}
    without: dict[str, list[int]] = {}
    for i, cell in enumerate(column.cells):
        if not cell or cell == sheet.not_shown:
            continue
        label = label_of(column, cell, scale, words)
        if label is None:
            without.setdefault(cell, []).append(sheet.row_of(column, i))
        else:
            labels.setdefault(label, []).append(sheet.row_of(column, i))
    return labels, without


def _labels(
    sheet: Sheet,
    column: Column,
    rule: ColumnRule,
    words: Vocabulary,
    mapping: Mapping,
    asks: list[Ask],
    asked: set[tuple[str, str]],
) -> None:
    if rule.role == "question" and rule.part != "text":
        if rule.target not in words.questions:
            asks.append(Ask("HV-502", "no_question", Where(sheet.file, column=column.key), {"question": rule.target}))
            return
        scaled = words.scale_of(rule.target)
        if scaled is not None:
            _answer_labels(sheet, column, rule, scaled, words, mapping, asks, asked)
    elif rule.role == "attribute" and (row := contact_row(sheet, column)) is not None:
        rule.confirm, rule.why, rule.values = True, "contact", []
        asks.append(Ask("HV-703", "contact", Where(sheet.file, row, column.key)))
    elif rule.role == "attribute" and (why := too_close(column, rule)) is not None:
        rule.confirm, rule.why = True, why[0]
        asks.append(
            Ask("HV-703", why[0].replace(" ", "_"), Where(sheet.file, sheet.row_of(column, why[1]), column.key))
        )
    elif rule.role == "attribute" and rule.target in ATTRIBUTES:
        attribute_labels(sheet, column, rule, words, asks)
    elif rule.role == "attribute" and not rule.target.startswith("x_"):
        values = {"attribute": rule.target, "known": ", ".join(ATTRIBUTES)}
        asks.append(Ask("HV-506", "no_attribute", Where(sheet.file, column=column.key), values))


def _pending_labels(sheet: Sheet, column: Column, rule: ColumnRule, words: Vocabulary, asks: list[Ask]) -> None:
    """What stands below a heading that is still to be confirmed, so that all of it is asked at once."""
    if rule.target in ATTRIBUTES and contact_row(sheet, column) is None and too_close(column, rule) is None:
        attribute_labels(sheet, column, rule, words, asks)


def _answer_labels(
    sheet: Sheet,
    column: Column,
    rule: ColumnRule,
    scaled: tuple[str, _core.Scale],
    words: Vocabulary,
    mapping: Mapping,
    asks: list[Ask],
    asked: set[tuple[str, str]],
) -> None:
    name, scale = scaled
    labels, without = column_labels(sheet, column, scale, words)
    for cell, rows in without.items():
        decided = mapping.label(name, cell)
        if decided is None:
            mapping.answers.setdefault(name, []).append(LabelRule(cell, None, "", True))
        if decided is None or decided.confirm or decided.match == "code":
            asks.append(Ask("HV-704", "code_without_label", Where(sheet.file, rows[0], column.key)))
    words.learn_states(labels)
    fresh = {label: label_rule(scale, words, label) for label in labels if mapping.label(name, label) is None}
    strange = [label for label, new in fresh.items() if new.confirm and not new.options]
    strange = [label for label in strange if not re.fullmatch(r"[A-Za-z]{0,4}-?\d+", label)]
    known = [label for label in labels if label not in strange]
    private = any(len(label) > LONGEST or personal(label) for label in strange)
    if len(strange) > max(3, len(known)) or private:
        rule.confirm, rule.why = True, "free text"
        row = min(min(labels[label]) for label in strange)
        key = "closed_text" if words.question(rule.target).form == "closed" else "free_text"
        asks.append(Ask("HV-703", key, Where(sheet.file, row, column.key), {"question": rule.target}))
        return
    mapping.answers.setdefault(name, []).extend(fresh.values())
    for label, rows in labels.items():
        found = mapping.label(name, label)
        assert found is not None
        if found.confirm:
            ask = _label_ask(found, scale, Where(sheet.file, rows[0], column.key))
            once = (name, "" if ask.key == "code" else label)  # one file with labels answers for all codes
            if once not in asked:
                asks.append(ask)
            asked.add(once)
        elif isinstance(found.value, int) and not scale.min <= found.value <= scale.max:
            asks.append(Ask("HV-204", "off_the_scale", Where(sheet.file, rows[0], column.key), {"scale": scale.id}))


def _label_ask(rule: LabelRule, scale: _core.Scale, where: Where) -> Ask:
    if re.match(r"\d{4}-\d{2}-\d{2}", rule.label):
        return Ask("HV-711", "date", where)
    bounds = {"low": str(scale.min), "high": str(scale.max)}
    if re.fullmatch(r"-?\d+(?:[.,]\d+)?", rule.label):
        return Ask("HV-704", "number", where, bounds)
    if rule.options and rule.value is None:
        return Ask("HV-704", "two_meanings", where, {"options": ", ".join(map(str, rule.options))})
    if rule.options:
        words = next((str(item.text.nl) for item in scale.labels if item.value == rule.options[0]), "")
        return Ask("HV-704", "similar_label", where, {"value": str(rule.options[0]), "words": words})
    if re.fullmatch(r"[A-Za-z]{1,4}-?\d+", rule.label):
        return Ask("HV-704", "code", where)
    return Ask("HV-704", "unknown_label", where, bounds)
