"""What an answer label means on a scale: exactly, by an alias, as a code, as an answer state, or to be asked."""

from __future__ import annotations

import re

from .. import _core
from .mapping import LabelRule
from .sheet import Column
from .vocabulary import Vocabulary, fold, nearest

__all__ = ["LONGEST", "audiences_with", "fits_codes", "label_of", "label_rule", "meaning", "reads_as_answers"]

LONGEST = 60  # a longer text in a rated question is no label of a scale
_LEAST = 80.0
_NUMBER = re.compile(r"-?\d+(?:[.,]0+)?")
_NUMBERED = (re.compile(r"(-?\d+)\s*[-–—=:.)]\s*(\D.*)"), re.compile(r"(\D.*?)\s*\((-?\d+)\)"))


def meaning(scale: _core.Scale, words: Vocabulary, label: str) -> tuple[int | str | None, str]:
    """The value or state of a label, and whether it is a code, exact or an alias; None when it is neither or both."""
    if _NUMBER.fullmatch(label):
        given = int(re.split("[.,]", label)[0])
        return (given, "code") if scale.min <= given <= scale.max else (None, "")
    value, state = scale.value_of(label), words.state(label)
    if value is not None and state is None:
        texts = {fold(text) for item in scale.labels for text in (item.text.nl, item.text.en)}
        return value, "exact" if fold(label) in texts else "alias"
    if state is not None and value is None:
        return state, "exact"
    numbered = _numbered(label)
    if numbered is not None:
        inner, match = meaning(scale, words, numbered[1])
        if inner is not None and (inner == numbered[0] or isinstance(inner, str)):
            return inner, match
    return None, ""


def audiences_with(scale: _core.Scale, label: str) -> set[str]:
    """The audiences whose own words a label is; none when everybody may choose it."""
    told = fold(label)
    if any(told in map(fold, (item.text.nl, item.text.en, *item.aliases)) for item in scale.labels):
        return set()
    own = ((name, text) for item in scale.labels for name, text in item.audiences.items())
    return {name for name, text in own if told in (fold(text.nl), fold(text.en))}


def _numbered(label: str) -> tuple[int, str] | None:
    """The number and the words of a label such as `1 - helemaal niet` or `helemaal niet (1)`."""
    for pattern in _NUMBERED:
        found = pattern.fullmatch(label)
        if found:
            number, text = sorted(found.groups(), key=lambda group: not _NUMBER.fullmatch(group))
            return int(number), text.strip()
    return None


def label_rule(scale: _core.Scale, words: Vocabulary, label: str) -> LabelRule:
    """The rule for a label that no mapping tells about; with `confirm` when a person has to decide."""
    value, match = meaning(scale, words, label)
    if value is not None:
        return LabelRule(label, value, match)
    numbered = _numbered(label)
    if numbered is not None:
        options = [
            found for part in (str(numbered[0]), numbered[1]) for found in [meaning(scale, words, part)[0]] if found
        ]
        return LabelRule(label, None, "", True, options)
    parts = [part.strip() for part in re.split(r"\s*/\s*|\s+(?:of|or|en|and)\s+|\s*,\s*", label) if part.strip()]
    options = [found for part in parts for found in [meaning(scale, words, part)[0]] if found is not None]
    if options or _NUMBER.fullmatch(label) or len(label) > LONGEST:  # a part that is known says nothing about the whole
        return LabelRule(label, None, "", True, list(dict.fromkeys(options)))
    texts = [text for item in scale.labels for text in (item.text.nl, item.text.en, *item.aliases)]
    found = nearest(fold(label), [fold(text) for text in texts if not _NUMBER.fullmatch(text)], _LEAST)
    suggestion = scale.value_of(found[0]) if found else None
    if suggestion is None:
        return LabelRule(label, None, "", True)
    return LabelRule(label, suggestion, "fuzzy", True, [suggestion])


def label_of(column: Column, cell: str, scale: _core.Scale, words: Vocabulary) -> str | None:
    """The label behind a cell: the platform's own words for a code where it has them; None when it has no word."""
    if not column.labels or not cell:
        return cell
    if cell in column.labels:
        return column.labels[cell]
    if fold(cell) in {fold(label) for label in column.labels.values()}:
        return cell
    return cell if fits_codes(column, scale, words) else None


def fits_codes(column: Column, scale: _core.Scale, words: Vocabulary) -> bool:
    """Whether the codes that have a label are the values of the scale, so that unlabelled ones are too."""
    told = [(code, meaning(scale, words, label)[0]) for code, label in column.labels.items()]
    values = [(code, value) for code, value in told if isinstance(value, int)]
    return bool(values) and all(code == str(value) for code, value in values)


def reads_as_answers(column: Column, words: Vocabulary) -> bool:
    """Whether all that stands in a column is an answer on one scale of the instruments."""
    cells = {cell for cell in column.cells if cell}
    labels = {column.labels.get(cell, cell) for cell in cells}
    if len(labels) < 2 or any(len(label) > LONGEST for label in labels):
        return False
    scales = {(i.id, s.id): s for i in words.instruments for s in i.scales}
    words.learn_states(labels)
    for scale in scales.values():
        found = [meaning(scale, words, label)[0] for label in labels]
        if all(value is not None for value in found) and sum(isinstance(value, int) for value in found) >= 2:
            return True
    return False
