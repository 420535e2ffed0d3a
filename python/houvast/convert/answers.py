"""What the answers under the rated questions mean: the labels of one scale are judged together, over all columns."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from .. import _core
from ..errors import Where
from .labels import LONGEST, audiences_with, label_of, label_rule, meaning
from .mapping import ColumnRule, LabelRule, Mapping
from .personal import personal
from .sheet import Ask, Column, Sheet
from .vocabulary import Vocabulary, fold

__all__ = ["answer_labels"]

_CODE = re.compile(r"[A-Za-z]{1,4}-?\d+")
_NUMBER = re.compile(r"(-?\d+)(?:[.,]0+)?\s*(%?)")
_FEW_WORDS, _SHORT = 4, 30  # words and letters of a label
_MOST_WORDS = 12  # different words under one scale; more of them are free text
# The numbers that surveys let people choose from, the narrowest first.
_SPREADS = (
    (0, 1),
    (1, 2),
    (0, 2),
    (1, 3),
    (0, 3),
    (1, 4),
    (0, 4),
    (1, 5),
    (0, 5),
    (1, 6),
    (1, 7),
    (1, 10),
    (0, 10),
    (0, 100),
)


@dataclass
class _Asked:
    """One rated column: its labels and its codes without a label, each with the rows where it stands."""

    sheet: Sheet
    column: Column
    rule: ColumnRule
    labels: dict[str, list[int]]
    without: dict[str, list[int]]

    def where(self, label: str) -> Where:
        return Where(self.sheet.file, min(self.labels.get(label) or self.without[label]), self.column.key)


@dataclass
class _Scale:
    """All columns that are answered on one scale of an instrument."""

    name: str
    scale: _core.Scale
    words: Vocabulary
    columns: list[_Asked] = field(default_factory=list)

    def first(self, label: str) -> Where:
        """Where a label stands first."""
        return next(asked.where(label) for asked in self.columns if label in asked.labels)

    def may_be_told(self, label: str) -> bool:
        """Whether a message may repeat a label: a few words that come back are an answer, others may be free text."""
        times = sum(len(asked.labels.get(label, ())) for asked in self.columns)
        return times > 1 and len(label.split()) <= _FEW_WORDS and len(label) <= _SHORT

    def labels(self) -> list[str]:
        """Every label, in the order in which it is met."""
        return list(dict.fromkeys(label for asked in self.columns for label in asked.labels))


@cache
def _known_words() -> dict[str, list[list[str]]]:
    """Answer words that surveys use, lowest first: the name of the set, and for each step the ways to write it."""
    found: dict[str, list[list[str]]] = json.loads((Path(__file__).parent / "scales.json").read_text(encoding="utf-8"))
    return {name: [[fold(word) for word in step] for step in steps] for name, steps in found.items()}


def _column_labels(
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


def answer_labels(sheets: Iterable[Sheet], words: Vocabulary, mapping: Mapping) -> list[Ask]:
    """Completes the mapping with the labels of every scale that is answered, and asks about those that are not sure."""
    scales: dict[str, _Scale] = {}
    asks: list[Ask] = []
    for sheet in sheets:
        for column in sheet.columns:
            rule = mapping.rule(column.key)
            if rule is None or rule.confirm or rule.role != "question" or rule.part == "text":
                continue
            if rule.target not in words.questions:
                values = {"question": rule.target}
                asks.append(Ask("HV-502", "no_question", Where(sheet.file, column=column.key), values))
                continue
            scaled = words.scale_of(rule.target)
            if scaled is not None:
                of_scale = scales.setdefault(scaled[0], _Scale(*scaled, words))
                of_scale.columns.append(_Asked(sheet, column, rule, *_column_labels(sheet, column, scaled[1], words)))
    for of_scale in scales.values():
        asks += _without_label(of_scale, mapping) + _judged(of_scale, mapping)
    return asks


def _without_label(of_scale: _Scale, mapping: Mapping) -> list[Ask]:
    """Asks about codes for which the platform gives no label, beside codes for which it does."""
    asks = []
    for asked in of_scale.columns:
        for cell in asked.without:
            decided = mapping.label(of_scale.name, cell)
            if decided is None:
                mapping.answers.setdefault(of_scale.name, []).append(LabelRule(cell, None, "", True))
            if decided is None or decided.confirm or decided.match == "code":
                asks.append(Ask("HV-704", "code_without_label", asked.where(cell)))
    return asks


def _judged(of_scale: _Scale, mapping: Mapping) -> list[Ask]:
    """The meaning of all labels of one scale: free text is set apart, other words are one question."""
    scale, words, name = of_scale.scale, of_scale.words, of_scale.name
    words.learn_states(of_scale.labels())
    fresh = {
        label: label_rule(scale, words, label) if _is_in_place(of_scale, label) else LabelRule(label, None, "", True)
        for label in of_scale.labels()
        if mapping.label(name, label) is None
    }
    asks = _free_text(of_scale, fresh)
    labels = of_scale.labels()  # without those of the columns that hold text
    fresh = {label: rule for label, rule in fresh.items() if label in labels}
    other = _other_words(of_scale, fresh)
    mapping.answers.setdefault(name, []).extend(fresh.values())
    if not mapping.answers[name]:
        del mapping.answers[name]
    told: set[str] = set()
    if other is not None:
        asks.append(other)
        told = set(fresh)
    return asks + _label_asks(of_scale, mapping, told)


def _is_in_place(of_scale: _Scale, label: str) -> bool:
    """Whether a label is no audience's own, or each file with it asks that audience or holds only such words."""
    scale, words = of_scale.scale, of_scale.words
    audiences = audiences_with(scale, label)

    def holds_only_theirs(asked: _Asked) -> bool:
        code = words.audience_in(asked.column.key)
        beside = {
            each
            for other in of_scale.columns
            if other.sheet is asked.sheet and words.audience_in(other.column.key) == code
            for each in other.labels
            if not isinstance(meaning(scale, words, each)[0], str)
        }
        return any(all(audience in audiences_with(scale, each) for each in beside) for audience in audiences)

    return not audiences or all(
        not audiences.isdisjoint((asked.sheet.audience, words.audience_in(asked.column.key)))
        or holds_only_theirs(asked)
        for asked in of_scale.columns
        if label in asked.labels
    )


def _free_text(of_scale: _Scale, fresh: dict[str, LabelRule]) -> list[Ask]:
    """Takes out the columns that hold text instead of answers, and asks what they are."""
    strange = {
        label for label, rule in fresh.items() if rule.confirm and not rule.options and not _CODE.fullmatch(label)
    }
    strange = {label for label in strange if not _NUMBER.fullmatch(label)}
    few = len(strange) <= _MOST_WORDS and _set_of({fold(label) for label in strange}) is not None
    asks, kept = [], []
    for asked in of_scale.columns:
        own = [label for label in asked.labels if label in strange]
        private = [label for label in own if len(label) > LONGEST or personal(label)]
        known = [label for label in asked.labels if label not in strange]
        if not private and (few or len(own) <= max(3, len(known)) or _shared(own, asked, of_scale)):
            kept.append(asked)
            continue
        asked.rule.confirm, asked.rule.why = True, "free text"
        row = min(min(asked.labels[label]) for label in own)
        closed = of_scale.words.question(asked.rule.target).form == "closed"
        where = Where(asked.sheet.file, row, asked.column.key)
        asks.append(Ask("HV-703", "closed_text" if closed else "free_text", where, {"question": asked.rule.target}))
    of_scale.columns = kept
    return asks


def _shared(own: list[str], asked: _Asked, of_scale: _Scale) -> bool:
    """Whether a few short words come back, in other columns or in other rows: then they are answers, no free text."""
    if len(own) > _MOST_WORDS:
        return False
    elsewhere = {label for other in of_scale.columns if other is not asked for label in other.labels}
    again = sum(label in elsewhere or len(asked.labels[label]) > 1 for label in own)
    return 2 * again >= len(own)


def _set_of(labels: set[str]) -> tuple[str, dict[str, int], int] | None:
    """The set of words to which all of these belong: its name, the step of each word (from 0), and its number of steps.

    Each word has a step of its own; of several sets the one of which most steps are used.
    """
    fits = []
    for name, steps in _known_words().items():
        place = {word: i for i, step in enumerate(steps) for word in step}
        if len(labels) > 1 and labels <= place.keys() and len({place[label] for label in labels}) == len(labels):
            fits.append((name, {label: place[label] for label in labels}, len(steps)))
    return max(fits, key=lambda fit: len(set(fit[1].values())) / fit[2], default=None)


def _other_words(of_scale: _Scale, fresh: dict[str, LabelRule]) -> Ask | None:
    """One question for all labels when they are the words or the numbers of another scale, with a proposal for each."""
    answers = [label for label, rule in fresh.items() if not isinstance(rule.value, str)]  # all but don't know and such
    if not any(fresh[label].confirm for label in answers):
        return None
    numbers = {label: int(found.group(1)) for label in answers if (found := _NUMBER.fullmatch(label))}
    if len(numbers) == len(answers):
        return _other_numbers(of_scale, fresh, numbers)
    known = _set_of({fold(label) for label in answers})
    if known is None or numbers:
        return None
    name, place, steps = known
    return _proposed(of_scale, fresh, "other_words", {label: place[fold(label)] for label in answers}, steps, name)


def _other_numbers(of_scale: _Scale, fresh: dict[str, LabelRule], numbers: dict[str, int]) -> Ask | None:
    """Numbers of which some are off the scale are judged as a set: none of them is certain."""
    low, high = min(numbers.values()), max(numbers.values())
    spread = next(((a, b) for a, b in _SPREADS if a <= low and high <= b), None)
    if spread is None or spread == (of_scale.scale.min, of_scale.scale.max):
        return None
    steps = {label: value - spread[0] for label, value in numbers.items()}
    name = f"{spread[0]}-{spread[1]}"
    return _proposed(of_scale, fresh, "other_numbers", steps, spread[1] - spread[0] + 1, name)


def _proposed(
    of_scale: _Scale, fresh: dict[str, LabelRule], key: str, place: dict[str, int], steps: int, name: str
) -> Ask:
    """Proposes a value for every label, by its place between the lowest and the highest, and asks once."""
    scale = of_scale.scale
    told = []
    for label in sorted(place, key=lambda one: place[one]):
        value = scale.min + round(place[label] * (scale.max - scale.min) / (steps - 1))
        fresh[label] = LabelRule(label, None, "fuzzy", True, [value])
        told.append(f"{label} = {value}")
    first = of_scale.first(next(iter(place)))
    states = [f"{label} = {rule.value}" for label, rule in fresh.items() if isinstance(rule.value, str)]
    values = {
        "scale": of_scale.name,
        "set": name,
        "words": "; ".join([*told, *states]),
        "low": str(scale.min),
        "high": str(scale.max),
    }
    return Ask("HV-704", key, Where(first.file, first.row), values)


def _label_asks(of_scale: _Scale, mapping: Mapping, told: set[str]) -> list[Ask]:
    """A question for each label that waits, but one for all labels that resemble nothing."""
    asks: list[Ask] = []
    scale = of_scale.scale
    unknown: list[str] = []
    coded = False
    for label in of_scale.labels():
        found = mapping.label(of_scale.name, label)
        assert found is not None
        if found.confirm and label not in told:
            ask = _label_ask(found, of_scale, of_scale.first(label))
            if ask.key == "unknown_label":
                unknown.append(label)
            elif ask.key != "code" or not coded:  # one file with labels answers for all codes
                asks.append(ask)
            coded = coded or ask.key == "code"
        elif isinstance(found.value, int) and not scale.min <= found.value <= scale.max:
            asks.append(Ask("HV-204", "off_the_scale", of_scale.first(label), {"scale": scale.id}))
    return asks + _unknown_labels(of_scale, unknown)


def _unknown_labels(of_scale: _Scale, unknown: list[str]) -> list[Ask]:
    """One question for the labels that come back; what somebody wrote only once is not repeated in a message."""
    bounds = {"scale": of_scale.name, "low": str(of_scale.scale.min), "high": str(of_scale.scale.max)}
    again = [label for label in unknown if of_scale.may_be_told(label)]
    asks = []
    if again:
        asks.append(Ask("HV-704", "unknown_label", of_scale.first(again[0]), {**bounds, "labels": "; ".join(again)}))
    return asks + [Ask("HV-704", "odd_label", of_scale.first(label), bounds) for label in unknown if label not in again]


def _label_ask(rule: LabelRule, of_scale: _Scale, where: Where) -> Ask:
    scale = of_scale.scale
    if re.match(r"\d{4}-\d{2}-\d{2}", rule.label):
        return Ask("HV-711", "date", where)
    bounds = {"scale": of_scale.name, "label": rule.label, "low": str(scale.min), "high": str(scale.max)}
    if re.fullmatch(r"-?\d+(?:[.,]\d+)?", rule.label):
        return Ask("HV-704", "number", where, bounds)
    if rule.options and rule.value is None:
        values = {"scale": of_scale.name, "options": ", ".join(map(str, rule.options)), "label": rule.label}
        key = "two_meanings" if of_scale.may_be_told(rule.label) else "two_meanings_once"  # which may be free text
        return Ask("HV-704", key, where, values)
    if rule.options:
        words = next((str(item.text.nl) for item in scale.labels if item.value == rule.options[0]), "")
        values = {"scale": of_scale.name, "value": str(rule.options[0]), "words": words, "label": rule.label}
        return Ask("HV-704", "similar_label", where, values)
    if _CODE.fullmatch(rule.label):
        return Ask("HV-704", "code", where)
    return Ask("HV-704", "unknown_label", where, bounds)
