"""The mapping: what each column and each answer label of an export means. Savable, readable, editable, reusable."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from ..errors import Issue, ParseError, Said, ValidationError, Where, issue, nearest, problem, problems, reason_of
from ..io.atomic import asked_about, write_text
from ..texts import Claim
from .vocabulary import STATES

__all__ = ["PERSONAL", "REPEATS", "ROLES", "ColumnRule", "LabelRule", "Mapping"]

SCHEMA = "houvast-mapping/1"
ROLES = ("question", "respondent", "response", "party", "attribute", "wave", "consent", "tie", "ties", "drop")
REPEATS = ("first", "last", "fullest")
PERSONAL = ("mask", "keep")
_PARTS = ("answer", "text")
_MATCHES = ("code", "exact", "alias", "fuzzy", "manual")
_LARGEST = 4 << 20


@dataclass
class LabelRule:
    """What one label means: a value of the scale, an answer state, or a word of the profile."""

    label: str  #: The label as it stands in the export.
    value: int | str | None  #: A value of the scale, an answer state or a word of the profile; None: to be decided.
    match: str = ""  #: How it was recognised: "exact", "alias", "fuzzy" or "manual".
    confirm: bool = False  #: Whether a person has to look at it.
    options: list[int | str] = field(default_factory=list)  #: Values to choose from.


@dataclass
class ColumnRule:
    """What one column is. `target` is the question, attribute, relation or, for ties, `relation/party`."""

    column: str  #: Its name in the export.
    role: str  #: What it is, such as `question` or `drop`.
    target: str = ""  #: The question, attribute, relation, or `relation/party`.
    part: str = ""  #: For a question: "answer" or "text".
    match: str = ""  #: How it was recognised: "code", "exact", "alias", "fuzzy" or "manual".
    confirm: bool = False  #: Whether a person has to look at it.
    why: str = ""  #: Why it is dropped, or what has to be looked at.
    values: list[LabelRule] = field(default_factory=list)  #: What its labels mean.


@dataclass
class Mapping:
    """Everything that was recognised in an export, or that you decided about it."""

    instruments: list[str] = field(default_factory=list)  #: Ids of instruments, or files with your own.
    columns: list[ColumnRule] = field(default_factory=list)  #: One rule per column.
    #: Per scale (`instrument/scale`), one rule per label.
    answers: dict[str, list[LabelRule]] = field(default_factory=dict)
    relations: list[dict[str, Any]] = field(default_factory=list)  #: Relations as in study.json.
    platforms: list[str] = field(default_factory=list)  #: What the exports were recognised as.
    repeats: str = ""  #: Which response counts of who answered twice: "first", "last" or "fullest".
    personal: str = ""  #: Addresses, numbers and names in open answers: "mask" or "keep".
    skip: list[str] = field(default_factory=list)  #: Rows that are left out, as `export.csv:12`.
    parties: dict[str, list[LabelRule]] = field(default_factory=dict)  #: What was decided about a list of parties.
    #: Of each column, where its rule stands.
    _places: dict[str, int] = field(default_factory=dict, init=False, repr=False, compare=False)

    def rule(self, column: str) -> ColumnRule | None:
        """The rule of a column.

        Parameters
        ----------
        column : str
            Name of a column.

        Returns
        -------
        ColumnRule or None
        """
        place = self._places.get(column, -1)
        if not 0 <= place < len(self.columns) or self.columns[place].column != column:
            self._places = {rule.column: place for place, rule in reversed([*enumerate(self.columns)])}
            place = self._places.get(column, -1)
        return self.columns[place] if place >= 0 else None

    def label(self, scale: str, label: str) -> LabelRule | None:
        """The rule of an answer label.

        Parameters
        ----------
        scale : str
            Id of a scale.
        label : str
            Words of an answer.

        Returns
        -------
        LabelRule or None
        """
        return next((rule for rule in self.answers.get(scale, []) if rule.label == label), None)

    @property
    def to_confirm(self) -> int:
        """How many entries wait for a person."""
        return sum(rule.confirm for rule in self.columns) + sum(rule.confirm for rule in self._labels())

    def _labels(self) -> list[LabelRule]:
        labels = [rule for found in (self.answers, self.parties) for rules in found.values() for rule in rules]
        return labels + [rule for column in self.columns for rule in column.values]

    def settle(self) -> None:
        """Takes the proposal of every label that no longer waits and has just one.

        Returns
        -------
        None
        """
        for rule in self._labels():
            if rule.value is None and not rule.confirm and len(rule.options) == 1:
                rule.value = rule.options[0]

    def to_json(self) -> str:
        """The mapping as the text of a file.

        Returns
        -------
        str
        """
        content: dict[str, Any] = {
            "schema": SCHEMA,
            "platforms": self.platforms,
            "instruments": self.instruments,
            "columns": [_short(asdict(rule)) for rule in self.columns],
            "answers": {name: [_short(asdict(rule)) for rule in rules] for name, rules in self.answers.items()},
            "relations": self.relations,
            **({"parties": _decisions(self.parties)} if any(self.parties.values()) else {}),
            **({"repeats": self.repeats} if self.repeats else {}),
            **({"personal": self.personal} if self.personal else {}),
            **({"skip": self.skip} if self.skip else {}),
        }
        return json.dumps(content, ensure_ascii=False, indent=1) + "\n"

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Writes the mapping; it holds answer labels, so only its owner can read it.

        Parameters
        ----------
        path : path
            The file.

        Returns
        -------
        pathlib.Path
            Where it was written.
        """
        return write_text(path, self.to_json())

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Mapping:
        """Reads a mapping from a file.

        Parameters
        ----------
        path : path
            The file.

        Returns
        -------
        Mapping

        Raises
        ------
        ParseError
            HV-1xx for a file that is not a mapping.
        ValidationError
            HV-2xx with every mistake in it.
        """
        place = asked_about(path)
        try:
            data = place.read_bytes()
        except OSError as error:
            expected = Claim("problem.expected.readable_file", {"reason": reason_of(error)})
            raise problem(ParseError, "HV-101", "problem.subject.file", expected, Where(str(place))) from error
        return cls.parse(data, place.name)

    @classmethod
    def parse(cls, data: bytes | str, file: str = "mapping.json") -> Mapping:
        """Reads the text of a mapping.

        Parameters
        ----------
        data : bytes or str
            The text, as JSON.
        file : str
            Name of the file in messages.

        Returns
        -------
        Mapping

        Raises
        ------
        ParseError
            HV-1xx for text that is not a mapping.
        ValidationError
            HV-2xx with every mistake in it.
        """
        content = _content(data, file)
        schema = content.get("schema")
        if schema != SCHEMA:
            expected, where = Claim("problem.expected.exactly", {"text": SCHEMA}), Where(file, pointer="/schema")
            raise problem(ParseError, "HV-115", "problem.subject.schema", expected, where, value=str(schema or ""))
        issues = _shape(content, file)
        for i, relation in enumerate(content.get("relations", [])):
            issues += _relation(relation, file, f"/relations/{i}")
        columns = [_column(item, file, f"/columns/{i}", issues) for i, item in enumerate(content.get("columns", []))]
        answers = {
            name: _labels(items, file, f"/answers/{name}", issues) for name, items in content.get("answers", {}).items()
        }
        parties = {
            name: _labels(items, file, f"/parties/{name}", issues) for name, items in content.get("parties", {}).items()
        }
        issues += _twice([rule.column for rule in columns if rule is not None], file)
        issues += [found for name, rules in answers.items() for found in _meanings(name, rules, file)]
        if issues:
            raise problems(ValidationError, issues)
        made = cls(
            [str(name) for name in content.get("instruments", [])],
            [rule for rule in columns if rule is not None],
            answers,
            list(content.get("relations", [])),
            [str(name) for name in content.get("platforms", [])],
            str(content.get("repeats", "")),
            str(content.get("personal", "")),
            [str(row) for row in content.get("skip", [])],
            parties,
        )
        made.settle()
        return made


def _short(rule: dict[str, Any]) -> dict[str, Any]:
    """Leaves out what is empty; the values of a column are shortened too."""
    kept = {key: value for key, value in rule.items() if value not in ("", [], False) or key in ("value", "label")}
    if "values" in kept:
        kept["values"] = [_short(value) for value in kept["values"]]
    return kept


def _decisions(parties: dict[str, list[LabelRule]]) -> dict[str, list[dict[str, Any]]]:
    return {name: [_short(asdict(rule)) for rule in rules] for name, rules in parties.items() if rules}


def _content(data: bytes | str, file: str) -> dict[str, Any]:
    def once(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for key, value in pairs:
            if key in made:
                subject, expected = "problem.subject.key_twice", "problem.expected.key_once"
                raise problem(ParseError, "HV-106", subject, expected, Where(file), value=key)
            made[key] = value
        return made

    if len(data) > _LARGEST:
        expected = Claim("problem.expected.file_of_bytes", {"most": _LARGEST})
        raise problem(ParseError, "HV-302", "problem.subject.mapping", expected, Where(file))
    try:
        text = data.decode("utf-8-sig") if isinstance(data, bytes) else data
    except UnicodeDecodeError:
        raise problem(ParseError, "HV-103", "problem.subject.text", "problem.expected.utf_8", Where(file)) from None
    try:
        content = json.loads(text, object_pairs_hook=once)
    except ParseError:
        raise
    except RecursionError:
        raise problem(
            ParseError, "HV-105", "problem.subject.json", "problem.expected.less_nesting", Where(file)
        ) from None
    except ValueError as error:
        where = Where(file, getattr(error, "lineno", None))
        raise problem(ParseError, "HV-104", "problem.subject.text", "problem.expected.json", where) from None
    if not isinstance(content, dict):
        raise problem(ParseError, "HV-108", "problem.subject.mapping", _kind(dict), Where(file))
    return content


def _bad(
    code: str, subject: Said, expected: Said, file: str, pointer: str, *, value: str = "", near: str = ""
) -> Issue:
    return issue(code, subject, expected, Where(file, pointer=pointer), value=value, near=near)


def _kind(kind: type) -> Claim:
    return Claim("problem.expected.json_kind", {"kind": kind.__name__})


def _strange(key: str, known: Iterable[str], file: str, pointer: str) -> Issue:
    """A key that the format does not have."""
    names = list(known)
    expected = Claim("problem.expected.one_of", {"choices": ", ".join(names)})
    subject, place = "problem.subject.unknown_key", f"{pointer}/{key}"
    return _bad("HV-110", subject, expected, file, place, value=key, near=nearest(key, names))


def _no_key(key: str, file: str, pointer: str) -> Issue:
    expected = Claim("problem.expected.the_key", {"name": key})
    return _bad("HV-109", "problem.subject.entry", expected, file, pointer)


def _no_word(key: str, word: object, known: Iterable[str], file: str, pointer: str) -> list[Issue]:
    """What is wrong with a word that must be one of those known; nothing when it is."""
    names = list(known)
    if word in names:
        return []
    expected = Claim("problem.expected.choices", {"choices": names})
    subject = Claim("problem.subject.option", {"name": key})
    return [_bad("HV-207", subject, expected, file, f"{pointer}/{key}", near=nearest(str(word), names))]


def _shape(content: dict[str, Any], file: str) -> list[Issue]:
    """What is wrong with the keys of a mapping; a value of the wrong kind is emptied, so that the rest can be read."""
    shapes: dict[str, type] = {"platforms": list, "instruments": list, "columns": list, "answers": dict}
    shapes |= {"relations": list, "skip": list, "parties": dict}
    choices = {"repeats": REPEATS, "personal": PERSONAL}
    known = sorted({"schema", *shapes, *choices})
    issues = [_strange(key, known, file, "") for key in content if key not in known]
    for key, kind in shapes.items():
        if not isinstance(content.get(key, kind()), kind):
            issues.append(_bad("HV-108", "problem.subject.value", _kind(kind), file, f"/{key}"))
            content[key] = kind()
    for key, words in choices.items():
        issues += _no_word(key, content.get(key, words[0]), words, file, "")
    return issues


def _twice(columns: list[str], file: str) -> list[Issue]:
    return [
        _bad("HV-114", "problem.subject.column_twice", "problem.expected.entry_per_column", file, f"/columns/{i}")
        for i, name in enumerate(columns)
        if name in columns[:i]
    ]


def _meanings(scale: str, rules: list[LabelRule], file: str) -> list[Issue]:
    """Answer labels that stand for neither a number of the scale nor an answer state."""
    expected = Claim("problem.expected.value_or_state", {"states": ", ".join(STATES)})
    return [
        _bad("HV-205", "problem.subject.answer_value", expected, file, f"/answers/{scale}/{i}/value")
        for i, rule in enumerate(rules)
        if isinstance(rule.value, str) and rule.value not in STATES
    ]


def _fields(
    item: Any, kinds: dict[str, tuple[type, ...]], file: str, pointer: str, issues: list[Issue]
) -> dict[str, Any]:
    if not isinstance(item, dict):
        issues.append(_bad("HV-108", "problem.subject.entry", _kind(dict), file, pointer))
        return {}
    good = {}
    for key, value in item.items():
        if key not in kinds:
            issues.append(_strange(key, kinds, file, pointer))
        elif not isinstance(value, kinds[key]) or (isinstance(value, bool) and bool not in kinds[key]):
            issues.append(_bad("HV-108", "problem.subject.value", _kind(kinds[key][0]), file, f"{pointer}/{key}"))
        else:
            good[key] = value
    return good


def _relation(item: Any, file: str, pointer: str) -> list[Issue]:
    if not isinstance(item, dict):
        return [_bad("HV-108", "problem.subject.relation", "problem.expected.relation", file, pointer)]
    issues = [_no_key(key, file, pointer) for key in ("id", "title") if not item.get(key)]
    highest = item.get("max_strength", 1)
    if isinstance(highest, bool) or not isinstance(highest, int | float) or not highest > 0:
        subject = Claim("problem.subject.option", {"name": "max_strength"})
        issues.append(_bad("HV-108", subject, "problem.expected.above_0", file, f"{pointer}/max_strength"))
    return issues


def _column(item: Any, file: str, pointer: str, issues: list[Issue]) -> ColumnRule | None:
    kinds: dict[str, tuple[type, ...]] = dict.fromkeys(("column", "role", "target", "part", "match", "why"), (str,))
    good = _fields(item, {**kinds, "confirm": (bool,), "values": (list,)}, file, pointer, issues)
    for key in ("column", "role"):
        if not good.get(key):
            issues.append(_no_key(key, file, pointer))
            return None
    if wrong := _no_word("role", good["role"], ROLES, file, pointer):
        issues += wrong
        return None
    if good["role"] in ("question", "attribute", "tie", "ties") and not good.get("target") and not good.get("confirm"):
        expected = Claim("problem.expected.target_of_role", {"role": good["role"]})
        issues.append(_bad("HV-109", "problem.subject.entry", expected, file, pointer))
    for key, known in (("part", _PARTS), ("match", _MATCHES)):
        issues += _no_word(key, good[key], known, file, pointer) if good.get(key) else []
    values = _labels(good.pop("values", []), file, f"{pointer}/values", issues)
    return ColumnRule(**good, values=values)


def _labels(items: Any, file: str, pointer: str, issues: list[Issue]) -> list[LabelRule]:
    if not isinstance(items, list):
        issues.append(_bad("HV-108", "problem.subject.value", _kind(list), file, pointer))
        return []
    rules: list[LabelRule] = []
    kinds: dict[str, tuple[type, ...]] = {"label": (str,), "value": (int, str, type(None)), "match": (str,)}
    for i, item in enumerate(items):
        here = f"{pointer}/{i}"
        good = _fields(item, {**kinds, "confirm": (bool,), "options": (list,)}, file, here, issues)
        if "label" not in good:
            issues.append(_no_key("label", file, here))
            continue
        rule = LabelRule(good["label"], good.get("value"), good.get("match", ""), good.get("confirm", False))
        rule.options = good.get("options", [])
        if rule.value is None and not rule.confirm and len(rule.options) != 1:
            issues.append(_bad("HV-109", "problem.subject.entry", "problem.expected.confirmed_value", file, here))
        if any(rule.label == other.label for other in rules):
            issues.append(_bad("HV-201", "problem.subject.label_twice", "problem.expected.label_once", file, here))
        rules.append(rule)
    return rules
