"""Reads a release document, and says at which JSON pointer it is not one."""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Annotated, Any, Final, Literal, NoReturn, Union, get_args, get_origin, get_type_hints

from .. import _core
from ..errors import Error, Issue, ParseError, ValidationError, Where
from ..results.hidden import Hidden
from ..texts import by_language, has_message
from . import claims
from . import document as records
from .claims import Phrase, Statement
from .statements import statements
from .wordings import ScaleWords, Wordings

__all__ = ["is_release", "read_document", "read_json", "written_document"]

FILE: Final = "release.json"


def damaged(code: str, at: str, value: object, expected: str, file: str = FILE) -> NoReturn:
    """Raises ParseError, or ValidationError for HV-2xx, for what stands at a pointer."""
    told = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    told = told if len(told) <= 60 else told[:57] + "..."
    message = f"[{code}] {file}, {at or '/'}: '{told}'; expected {expected}"
    issue = Issue(code, "release document", told, expected, Where(file, pointer=at), message)
    raise (ValidationError if code.startswith("HV-2") else ParseError)(message, [issue])


def read_json(source: str | Path) -> Any:
    """The JSON of a document, from its text or its path. Raises ParseError HV-101 to HV-106."""
    text, file = (source, FILE) if isinstance(source, str) and source.lstrip()[:1] == "{" else _text_of(Path(source))

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            keys = [key for key, _ in pairs]
            damaged("HV-106", "", next(key for key in keys if keys.count(key) > 1), "each key once", file)
        return found

    def no_constant(name: str) -> NoReturn:
        damaged("HV-104", "", name, "a number that JSON knows", file)

    try:
        return json.loads(text, object_pairs_hook=unique, parse_constant=no_constant)
    except RecursionError:
        damaged("HV-105", "", "", "less deep nesting", file)
    except json.JSONDecodeError as error:
        damaged("HV-104", "", f"row {error.lineno}, column {error.colno}", "JSON", file)


def is_release(path: str | Path) -> bool:
    """Whether a file says that it is a release document."""
    place = Path(path)
    if place.suffix.lower() != ".json" or not place.is_file():
        return False
    try:
        with place.open(encoding="utf-8") as file:
            return '"houvast-release/' in file.read(200)
    except (OSError, UnicodeDecodeError):
        return False  # whoever reads it says what is wrong


def _text_of(path: Path) -> tuple[str, str]:
    try:
        return path.read_bytes().decode("utf-8"), path.name
    except UnicodeDecodeError:
        damaged("HV-103", "", path.name, "UTF-8", path.name)
    except OSError as error:
        damaged("HV-101", "", str(path), error.strerror or "a file that can be read", path.name)


def read_document(found: Any) -> records.ReleaseDocument:
    """A document from its JSON form, checked whole.

    Raises ParseError HV-108 to HV-115 and ValidationError HV-202, HV-207, HV-209, HV-210, with the JSON pointer.
    """
    if not isinstance(found, Mapping):
        damaged("HV-108", "", found, "an object")
    if found.get("schema") != _core.RELEASE_SCHEMA:
        damaged("HV-115", "/schema", found.get("schema", ""), _core.RELEASE_SCHEMA)
    document: records.ReleaseDocument = _record(records.ReleaseDocument, found, "")
    _check_names(document)
    _check_scales(document)
    _check_claims(document)
    return dataclasses.replace(document, json=found)


def written_document(release: _core.Release) -> records.ReleaseDocument:
    """The document of a release: its numbers and words, and the claims that follow from them."""
    found = json.loads(_core.release_document(release))
    numbers: records.ReleaseDocument = _record(records.ReleaseDocument, found, "")
    told = tuple(statements(numbers))
    found["claims"] = [statement.json() for statement in told]
    return dataclasses.replace(numbers, statements=told, json=found)


# ------------------------------------------------------------------------------------------------ by declared type


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind, {**vars(records), **vars(claims)}, include_extras=True)


def _record(kind: type, found: Any, at: str) -> Any:
    """An object of a record: what is hidden is there when it is shown, and only then."""
    if not isinstance(found, Mapping):
        damaged("HV-108", at, found, "an object")
    shown = found.get("shown") is not False
    keys = {field.metadata.get("key", field.name): field.name for field in dataclasses.fields(kind)}
    wanted = {key for key, name in keys.items() if key and (shown or not _hidable(_hints(kind)[name]))}
    for key in wanted - found.keys():
        damaged("HV-109", f"{at}/{key}", "", f"the key '{key}'")
    for key in found.keys() - wanted:
        damaged("HV-110", f"{at}/{_escaped(key)}", key, "a key of the format" if shown else "nothing: it is not shown")
    return kind(**{keys[key]: _value(_hints(kind)[keys[key]], found[key], f"{at}/{key}") for key in wanted})


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


def _hidable(hint: Any) -> bool:
    return Hidden in get_args(hint)


def _value(hint: Any, found: Any, at: str) -> Any:
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        if found is None and type(None) in args:
            return None
        return _value(next(arg for arg in args if arg not in (Hidden, type(None))), found, at)
    if origin is Annotated:
        return _within(args[1], _value(args[0], found, at), at)
    if origin is Literal:
        if found not in args:
            damaged("HV-207", at, found, "one of: " + ", ".join(map(str, args)))
        return found
    if origin is tuple:
        return tuple(_value(args[0], item, f"{at}/{i}") for i, item in enumerate(_typed(list, found, at)))
    if origin in (dict, Mapping):
        items = _typed(dict, found, at).items()
        return {key: _value(args[1], item, f"{at}/{_escaped(key)}") for key, item in items}
    return found if hint is Any else _READERS.get(hint, _record_of(hint))(found, at)


def _record_of(kind: type) -> Callable[[Any, str], Any]:
    return lambda found, at: _record(kind, found, at)


def _within(bounds: records.Bounds, value: float, at: str) -> float:
    if value < bounds.low or (bounds.high is not None and value > bounds.high):
        to = "or more" if bounds.high is None else f"to {bounds.high:g}"
        damaged("HV-210", at, value, f"{bounds.low:g} {to}")
    return value


_WORDS: Final = {str: "a text", bool: "true or false", int: "a whole number", list: "a list", dict: "an object"}


def _typed(kind: type, found: Any, at: str) -> Any:
    if not isinstance(found, kind) or (kind is int and isinstance(found, bool)):
        damaged("HV-108", at, found, _WORDS[kind])
    return found


def _text(found: Any, at: str) -> _core.LocalizedText:
    texts = {tag: _typed(str, words, f"{at}/{_escaped(tag)}") for tag, words in _typed(dict, found, at).items()}
    for tag in ("nl", "en"):
        if tag not in texts:
            damaged("HV-109", f"{at}/{tag}", "", f"the key '{tag}'")
    return by_language(texts)


def _float(found: Any, at: str) -> float:
    if isinstance(found, bool) or not isinstance(found, int | float):
        damaged("HV-108", at, found, "a number")
    return float(found)


def _instrument(found: Any, at: str) -> _core.Instrument:
    try:
        return _core.Instrument.parse(json.dumps(_typed(dict, found, at), ensure_ascii=False), FILE)
    except Error as error:
        damaged(error.code, at + error.where.pointer, error.value, error.expected)


def _phrase(found: Any, at: str) -> Phrase:
    phrase: Phrase = _record(Phrase, found, at)
    if not has_message(phrase.claim):
        damaged("HV-207", f"{at}/claim", phrase.claim, "a claim of this version of houvast")
    try:
        phrase.get("en")
    except (KeyError, RuntimeError, TypeError):
        damaged("HV-209", f"{at}/args", phrase.args, f"what {phrase.claim} needs")
    return phrase


def _statement(found: Any, at: str) -> Statement:
    keys = ("part", "about", "id", "args")
    for key in keys:
        if key not in _typed(dict, found, at):
            damaged("HV-109", f"{at}/{key}", "", f"the key '{key}'")
    for key in found.keys() - set(keys):
        damaged("HV-110", f"{at}/{_escaped(key)}", key, "a key of the format")
    part, about, id = (_typed(str, found[key], f"{at}/{key}") for key in keys[:3])
    if not has_message(id):
        damaged("HV-207", f"{at}/id", id, "a claim of this version of houvast")
    return Statement(part, about, id, _typed(dict, found["args"], f"{at}/args"))


_READERS: Final[dict[Any, Callable[[Any, str], Any]]] = {
    **{kind: partial(_typed, kind) for kind in (str, bool, int)},
    float: _float,
    _core.LocalizedText: _text,
    _core.Instrument: _instrument,
    Phrase: _phrase,
    Statement: _statement,
}


# ------------------------------------------------------------------------------------------------ what fits together


def _check_names(document: records.ReleaseDocument) -> None:
    """Every wave, and every two groups of a network, that something speaks of."""
    waves = {wave.id for wave in document.waves}
    for at, row in _rows(document):
        if row.wave not in waves:
            damaged("HV-202", f"{at}/wave", row.wave, "a wave of the document")
    for i, network in enumerate(document.networks):
        blocks = {(block.from_group, block.to_group) for block in network.blocks}
        for one in network.groups:
            for other in network.groups:
                if not {(one, other), (other, one)} & blocks:
                    damaged("HV-202", f"/networks/{i}/blocks", f"{one}, {other}", "every two groups")


def _rows(document: records.ReleaseDocument) -> Iterator[tuple[str, Any]]:
    for name in ("responses", "totals", "groups", "reliability", "stages", "strengthening", "networks", "goals"):
        yield from ((f"/{name}/{i}", row) for i, row in enumerate(getattr(document, name)))
    yield from ((f"/findings/{i}", row) for i, row in enumerate(document.findings))
    yield from ((f"/agenda/{i}/total", row.total) for i, row in enumerate(document.agenda))


def _check_scales(document: records.ReleaseDocument) -> None:
    """Every part of a distribution lies on the scale of its question."""
    words = Wordings(document)
    for name in ("totals", "groups"):
        for i, score in enumerate(getattr(document, name)):
            scale = words.scale(score.instrument, score.id) if score.shown else None
            for j, part in enumerate(score.distribution if scale else ()):
                _check_bin(part, scale, f"/{name}/{i}/distribution/{j}")


def _check_bin(part: records.Bin, scale: ScaleWords | None, at: str) -> None:
    for end in ("from_value", "to_value"):
        if scale is not None and getattr(part, end) not in scale.labels:
            damaged("HV-210", f"{at}/{end}", getattr(part, end), "a value of the scale")


def _check_claims(document: records.ReleaseDocument) -> None:
    """Every claim follows from the numbers beside it."""
    expected = statements(document)
    for i, (claim, follows) in enumerate(zip(document.statements, expected, strict=False)):
        if claim != follows:
            damaged("HV-209", f"/claims/{i}", claim.id, f"{follows.id}, as the numbers say")
    if len(document.statements) != len(expected):
        at = min(len(document.statements), len(expected))
        damaged("HV-209", f"/claims/{at}", len(document.statements), f"{len(expected)} claims")
