"""The mapping: what each column and each answer label of an export means. Savable, readable, editable, reusable."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from ..errors import Issue, ParseError, ValidationError, Where
from ..io.atomic import write_text
from .sheet import issue, parse_problem
from .vocabulary import STATES

__all__ = ["PERSONAL", "REPEATS", "ROLES", "ColumnRule", "LabelRule", "Mapping"]

SCHEMA = "houvast-mapping/1"
ROLES = ("question", "respondent", "response", "party", "attribute", "wave", "consent", "tie", "ties", "drop")
REPEATS = ("first", "last", "fullest")
PERSONAL = ("mask", "keep")
_MATCHES = ("code", "exact", "alias", "fuzzy", "manual", "")
_LARGEST = 4 << 20


@dataclass
class LabelRule:
    """What one label means: a value of the scale, an answer state, or a word of the profile."""

    label: str
    value: int | str | None
    match: str = ""
    confirm: bool = False
    options: list[int | str] = field(default_factory=list)


@dataclass
class ColumnRule:
    """What one column is. `target` is the question, attribute, relation or, for ties, `relation/party`."""

    column: str
    role: str
    target: str = ""
    part: str = ""
    match: str = ""
    confirm: bool = False
    why: str = ""
    values: list[LabelRule] = field(default_factory=list)


@dataclass
class Mapping:
    """Everything that was recognised in an export, or that you decided about it."""

    instruments: list[str] = field(default_factory=list)
    columns: list[ColumnRule] = field(default_factory=list)
    answers: dict[str, list[LabelRule]] = field(default_factory=dict)
    relations: list[dict[str, Any]] = field(default_factory=list)
    platforms: list[str] = field(default_factory=list)
    repeats: str = ""
    personal: str = ""

    def rule(self, column: str) -> ColumnRule | None:
        """The rule of a column."""
        return next((rule for rule in self.columns if rule.column == column), None)

    def label(self, scale: str, label: str) -> LabelRule | None:
        """The rule of an answer label."""
        return next((rule for rule in self.answers.get(scale, []) if rule.label == label), None)

    @property
    def to_confirm(self) -> int:
        """How many entries wait for a person."""
        labels = [rule for rules in self.answers.values() for rule in rules]
        labels += [rule for column in self.columns for rule in column.values]
        return sum(rule.confirm for rule in self.columns) + sum(rule.confirm for rule in labels)

    def to_json(self) -> str:
        """The mapping as the text of a file."""
        content: dict[str, Any] = {
            "schema": SCHEMA,
            "platforms": self.platforms,
            "instruments": self.instruments,
            "columns": [_short(asdict(rule)) for rule in self.columns],
            "answers": {name: [_short(asdict(rule)) for rule in rules] for name, rules in self.answers.items()},
            "relations": self.relations,
            **({"repeats": self.repeats} if self.repeats else {}),
            **({"personal": self.personal} if self.personal else {}),
        }
        return json.dumps(content, ensure_ascii=False, indent=1) + "\n"

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Writes the mapping; it holds answer labels, so only its owner can read it."""
        return write_text(path, self.to_json())

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Mapping:
        """Reads a mapping; raises ParseError or ValidationError with every mistake in it."""
        place = Path(path)
        try:
            data = place.read_bytes()
        except OSError as error:
            reason = error.strerror or str(error)
            raise parse_problem("HV-101", "file", f"a file that can be read ({reason})", Where(str(place))) from error
        return cls.parse(data, place.name)

    @classmethod
    def parse(cls, data: bytes | str, file: str = "mapping.json") -> Mapping:
        """Reads the text of a mapping."""
        content = _content(data, file)
        schema = content.get("schema")
        if schema != SCHEMA:
            raise parse_problem("HV-115", "schema", SCHEMA, Where(file, pointer="/schema"), str(schema or ""))
        issues = _shape(content, file)
        for i, relation in enumerate(content.get("relations", [])):
            issues += _relation(relation, file, f"/relations/{i}")
        columns = [_column(item, file, f"/columns/{i}", issues) for i, item in enumerate(content.get("columns", []))]
        answers = {
            name: _labels(items, file, f"/answers/{name}", issues) for name, items in content.get("answers", {}).items()
        }
        issues += _twice([rule.column for rule in columns if rule is not None], file)
        issues += [found for name, rules in answers.items() for found in _meanings(name, rules, file)]
        if issues:
            raise ValidationError("\n".join(i.message for i in issues), issues)
        return cls(
            [str(name) for name in content.get("instruments", [])],
            [rule for rule in columns if rule is not None],
            answers,
            list(content.get("relations", [])),
            [str(name) for name in content.get("platforms", [])],
            str(content.get("repeats", "")),
            str(content.get("personal", "")),
        )


def _short(rule: dict[str, Any]) -> dict[str, Any]:
    """Leaves out what is empty; the values of a column are shortened too."""
    kept = {key: value for key, value in rule.items() if value not in ("", [], False) or key in ("value", "label")}
    if "values" in kept:
        kept["values"] = [_short(value) for value in kept["values"]]
    return kept


def _content(data: bytes | str, file: str) -> dict[str, Any]:
    def once(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for key, value in pairs:
            if key in made:
                raise parse_problem("HV-106", "the same key twice", "each key once", Where(file), key)
            made[key] = value
        return made

    if len(data) > _LARGEST:
        raise parse_problem("HV-302", "mapping", f"a file of at most {_LARGEST} bytes", Where(file))
    try:
        text = data.decode("utf-8-sig") if isinstance(data, bytes) else data
    except UnicodeDecodeError:
        raise parse_problem("HV-103", "text", "UTF-8", Where(file)) from None
    try:
        content = json.loads(text, object_pairs_hook=once)
    except ParseError:
        raise
    except RecursionError:
        raise parse_problem("HV-105", "JSON", "at most 64 levels", Where(file)) from None
    except ValueError as error:
        row = getattr(error, "lineno", None)
        raise parse_problem("HV-104", "text", "valid JSON", Where(file, row)) from None
    if not isinstance(content, dict):
        raise parse_problem("HV-108", "mapping", "a JSON object", Where(file))
    return content


def _bad(code: str, subject: str, expected: str, file: str, pointer: str) -> Issue:
    return issue(code, subject, expected, Where(file, pointer=pointer))


def _shape(content: dict[str, Any], file: str) -> list[Issue]:
    """What is wrong with the keys of a mapping; a value of the wrong kind is emptied, so that the rest can be read."""
    shapes: dict[str, type] = {"platforms": list, "instruments": list, "columns": list, "answers": dict}
    shapes["relations"] = list
    choices = {"repeats": REPEATS, "personal": PERSONAL}
    known = ", ".join(sorted({"schema", *shapes, *choices}))
    strange = set(content) - {"schema", *shapes, *choices}
    issues = [_bad("HV-110", "unknown key", known, file, f"/{key}") for key in strange]
    for key, kind in shapes.items():
        if not isinstance(content.get(key, kind()), kind):
            issues.append(_bad("HV-108", "value", f"a JSON {kind.__name__}", file, f"/{key}"))
            content[key] = kind()
    for key, words in choices.items():
        if content.get(key, words[0]) not in words:
            issues.append(_bad("HV-207", key, "one of " + ", ".join(words), file, f"/{key}"))
    return issues


def _twice(columns: list[str], file: str) -> list[Issue]:
    return [
        _bad("HV-114", "the same column twice", "one entry per column", file, f"/columns/{i}")
        for i, name in enumerate(columns)
        if name in columns[:i]
    ]


def _meanings(scale: str, rules: list[LabelRule], file: str) -> list[Issue]:
    """Answer labels that stand for neither a number of the scale nor an answer state."""
    expected = "a number of the scale, without quotes, or one of " + ", ".join(STATES)
    return [
        _bad("HV-205", "answer value", expected, file, f"/answers/{scale}/{i}/value")
        for i, rule in enumerate(rules)
        if isinstance(rule.value, str) and rule.value not in STATES
    ]


def _fields(
    item: Any, kinds: dict[str, tuple[type, ...]], file: str, pointer: str, issues: list[Issue]
) -> dict[str, Any]:
    if not isinstance(item, dict):
        issues.append(_bad("HV-108", "entry", "a JSON object", file, pointer))
        return {}
    good = {}
    for key, value in item.items():
        if key not in kinds:
            issues.append(_bad("HV-110", "unknown key", ", ".join(kinds), file, f"{pointer}/{key}"))
        elif not isinstance(value, kinds[key]) or (isinstance(value, bool) and bool not in kinds[key]):
            issues.append(_bad("HV-108", "value", kinds[key][0].__name__, file, f"{pointer}/{key}"))
        else:
            good[key] = value
    return good


def _relation(item: Any, file: str, pointer: str) -> list[Issue]:
    if not isinstance(item, dict):
        return [_bad("HV-108", "relation", "a JSON object, as in study.json", file, pointer)]
    issues = [_bad("HV-109", "key", key, file, pointer) for key in ("id", "title") if not item.get(key)]
    highest = item.get("max_strength", 1)
    if isinstance(highest, bool) or not isinstance(highest, int | float) or not highest > 0:
        issues.append(_bad("HV-108", "max_strength", "a number above 0", file, f"{pointer}/max_strength"))
    return issues


def _column(item: Any, file: str, pointer: str, issues: list[Issue]) -> ColumnRule | None:
    kinds: dict[str, tuple[type, ...]] = dict.fromkeys(("column", "role", "target", "part", "match", "why"), (str,))
    good = _fields(item, {**kinds, "confirm": (bool,), "values": (list,)}, file, pointer, issues)
    for key in ("column", "role"):
        if not good.get(key):
            issues.append(_bad("HV-109", "key", key, file, pointer))
            return None
    if good["role"] not in ROLES:
        issues.append(_bad("HV-207", "role", "one of " + ", ".join(ROLES), file, f"{pointer}/role"))
        return None
    if good["role"] in ("question", "attribute", "tie", "ties") and not good.get("target") and not good.get("confirm"):
        issues.append(_bad("HV-109", "key", f"target, since the role is {good['role']}", file, pointer))
    if good.get("part", "") not in ("", "answer", "text"):
        issues.append(_bad("HV-207", "part", "answer or text", file, f"{pointer}/part"))
    if good.get("match", "") not in _MATCHES:
        issues.append(_bad("HV-207", "match", "one of code, exact, alias, fuzzy, manual", file, f"{pointer}/match"))
    values = _labels(good.pop("values", []), file, f"{pointer}/values", issues)
    return ColumnRule(**good, values=values)


def _labels(items: Any, file: str, pointer: str, issues: list[Issue]) -> list[LabelRule]:
    if not isinstance(items, list):
        issues.append(_bad("HV-108", "value", "a JSON list", file, pointer))
        return []
    rules: list[LabelRule] = []
    kinds: dict[str, tuple[type, ...]] = {"label": (str,), "value": (int, str, type(None)), "match": (str,)}
    for i, item in enumerate(items):
        here = f"{pointer}/{i}"
        good = _fields(item, {**kinds, "confirm": (bool,), "options": (list,)}, file, here, issues)
        if "label" not in good:
            issues.append(_bad("HV-109", "key", "label", file, here))
            continue
        rule = LabelRule(good["label"], good.get("value"), good.get("match", ""), good.get("confirm", False))
        rule.options = good.get("options", [])
        if rule.value is None and not rule.confirm:
            issues.append(_bad("HV-109", "key", "value, since this entry is confirmed", file, here))
        if any(rule.label == other.label for other in rules):
            issues.append(_bad("HV-201", "the same label twice", "each label once", file, here))
        rules.append(rule)
    return rules
