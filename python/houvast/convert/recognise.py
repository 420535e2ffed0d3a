"""From sheets to a complete mapping: what is recognised, and what a person must confirm."""

from __future__ import annotations

import re
from collections import defaultdict

from .. import _core
from ..errors import Where
from .answers import answer_labels
from .attributes import NOTHING, attribute_labels, contact_row, too_close
from .checks import unknown_words
from .consent import consent_labels
from .labels import LONGEST
from .mapping import ColumnRule, Mapping
from .match import propose
from .roster import ATTRIBUTES
from .sheet import Ask, Column, Sheet
from .signs import SIGNS
from .ties import network_rule
from .vocabulary import Vocabulary, fold

__all__ = ["ANONYMOUS", "choose_instruments", "recognise"]

ANONYMOUS = {*SIGNS["anonymous"], *NOTHING}
_ONCE = ("question", "attribute", "wave", "party", "tie", "consent")
_TOTALS = {"totaal", "total", "gemiddelde", "gemiddeld", "average", "mean", "aantal", "count", "som", "sum", "n ="}
_TOTALS |= {"standaarddeviatie", "standard deviation", "mediaan", "median", "minimum", "maximum", "aantal antwoorden"}
_ERRORS = {"#N/A", "#N/B", "#REF!", "#VERW!", "#NAME?", "#NAAM?", "#VALUE!", "#WAARDE!", "#DIV/0!", "#DEEL/0!", "#NUM!"}
_ERRORS |= {"#GETAL!", "#NULL!", "#LEEG!", "#SPILL!", "#CALC!"}
_MOST_LABELS = 12  # of a rated question; a column with more different answers is none
_WHO = ("respondent", "response", "party", "wave")
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
    before = {rule.column for rule in mapping.columns}
    rules = {rule.column: rule for rule in reversed(mapping.columns)}
    for sheet in sheets:
        for column in sheet.columns:
            rule = rules.get(column.key)
            if rule is None:
                rule, ask = _new_rule(column, words, sheet, parties)
                mapping.columns.append(rule)
                rules[column.key] = rule
                asks += ask
            elif rule.confirm:
                asks.append(Ask("HV-703", "waiting", Where(sheet.file, column=column.key)))
    asks = _told_already(sheets, mapping, asks)
    _persons(sheets, mapping, asks)
    _whole_codes(sheets, mapping)
    _twice(sheets, mapping, asks)
    _absent(sheets, mapping, asks)
    asks += unknown_words(mapping, words, parties, sheets[0].file)
    asks += answer_labels(sheets, words, mapping)
    for sheet in sheets:
        answered = _answered(sheet, mapping)
        for column in sheet.columns:
            rule = mapping.rule(column.key)
            if rule is not None and not rule.confirm:
                _labels(sheet, column, rule, words, asks)
                if rule.role == "consent":
                    consent_labels(sheet, column, rule, answered, asks)
            elif rule is not None and rule.why == "attribute heading":
                _pending_labels(sheet, column, rule, words, asks)
        asks += _alike(sheet, words, mapping, before) + _totals(sheet, mapping, answered)
    return _in_order(sheets, words, mapping, asks)


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
    """Asks about rows that a spreadsheet computed from the others, and about its errors outside rated questions.

    Such a row says what it is where the others say who answered: in a column of codes, or in the first one.
    """
    asks = []
    for place, column in enumerate(sheet.columns):
        rule = mapping.rule(column.key)
        if rule is not None and rule.role != "drop" and not rule.confirm and (rule.part or "text") == "text":
            failed = [i for i, cell in enumerate(column.cells) if cell in _ERRORS]
            asks += [Ask("HV-711", "error", Where(sheet.file, sheet.row_of(column, i), column.key)) for i in failed]
        if rule is None or not (rule.role in _WHO or (place == 0 and rule.role == "drop" and rule.why != "yours")):
            continue
        for i, cell in enumerate(column.cells):
            if answered[i] and fold(cell).strip(" :.") in _TOTALS:
                asks.append(Ask("HV-711", "total", Where(sheet.file, sheet.row_of(column, i), column.key)))
    return asks


def _alike(sheet: Sheet, words: Vocabulary, mapping: Mapping, before: set[str]) -> list[Ask]:
    """Asks about columns that are not recognised but hold, for the most part, what rated questions hold too."""
    asks = []
    rules = [(column, rule) for column in sheet.columns if (rule := mapping.rule(column.key))]
    asked = [(column, rule) for column, rule in rules if rule.role == "question" and rule.target in words.questions]
    rated = [column for column, rule in asked if rule.part == "answer" and words.scale_of(rule.target)]
    rated += [column for column, rule in rules if rule.role == "question" and rule.why == "answers"]
    known = {cell for column in rated for cell in column.cells if cell and len(cell) <= LONGEST}
    for column, rule in rules:
        cells = {cell for cell in column.cells if cell}
        strange = rule.role == "drop" and rule.why == "unknown" and column.key not in before
        few = len(cells) <= _MOST_LABELS and all(len(cell) <= LONGEST for cell in cells)
        if strange and len(cells) > 1 and few and 2 * len(cells & known) >= len(cells):
            rule.role, rule.part, rule.confirm, rule.why = "question", "answer", True, "answers"
            asks.append(Ask("HV-703", "answers", Where(sheet.file, column=column.key)))
    return asks


def _in_order(sheets: list[Sheet], words: Vocabulary, mapping: Mapping, asks: list[Ask]) -> list[Ask]:
    """Proposes the questions in their order for columns of answers that are as many as the questions without one."""
    told = {rule.target for rule in mapping.columns if rule.role == "question" and rule.part == "answer"}
    left = [id for id in words.questions if words.scale_of(id) and id not in told]
    there = dict.fromkeys(column.key for sheet in sheets for column in sheet.columns)
    rules = [rule for key in there if (rule := mapping.rule(key)) and rule.confirm and rule.why == "answers"]
    if len(rules) < 2 or len(rules) != len(left) or any(rule.target for rule in rules):
        return asks
    for rule, question in zip(rules, left, strict=True):
        rule.target = question
    found = {rule.column: {"question": rule.target, "n": str(len(rules))} for rule in rules}
    return [
        Ask(ask.code, "in_order", ask.where, found[ask.where.column]) if ask.key == "answers" else ask for ask in asks
    ]


def _new_rule(column: Column, words: Vocabulary, sheet: Sheet, parties: dict[str, str]) -> tuple[ColumnRule, list[Ask]]:
    tie = network_rule(column, parties)
    if tie is not None and tie[0].match == "exact":
        return tie[0], []
    proposal = propose(column, words)
    about_others = proposal.ask in ("attribute_column", "attribute_heading")  # of those one works with, not of oneself
    if tie is not None and (about_others or (proposal.rule.role == "drop" and proposal.rule.why == "unknown")):
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


def _whole_codes(sheets: list[Sheet], mapping: Mapping) -> None:
    """Codes that a spreadsheet turned into decimal numbers (`1.0`, `2.0`) are the numbers that they were."""
    for sheet in sheets:
        for column in sheet.columns:
            rule = mapping.rule(column.key)
            cells = [cell for cell in column.cells if cell]
            if rule is None or rule.role not in ("respondent", "response"):
                continue
            if cells and all(re.fullmatch(r"\d+[.,]0+", cell) for cell in cells):
                column.cells = [re.sub(r"[.,]0+$", "", cell) for cell in column.cells]


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


def _labels(sheet: Sheet, column: Column, rule: ColumnRule, words: Vocabulary, asks: list[Ask]) -> None:
    """Completes the rule of what respondents tell about themselves, and asks about what is not sure."""
    if rule.role == "attribute" and (row := contact_row(sheet, column)) is not None:
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
