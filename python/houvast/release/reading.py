"""Reads a release document, and says at which JSON pointer it is not one."""

from __future__ import annotations

import dataclasses
import json
import types
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Annotated, Any, Final, Literal, NoReturn, Union, get_args, get_origin, get_type_hints

from .. import _core
from ..errors import Error, ParseError, Said, ValidationError, Where, nearest, problem, problems, reason_of
from ..io.atomic import asked_about
from ..results.hidden import Hidden
from ..texts import Claim, by_language, has_message
from . import claims
from . import document as records
from .claims import Phrase, Statement
from .statements import statements
from .steps import misplaced
from .wordings import ScaleWords, Wordings

__all__ = ["is_release", "read_document", "read_json", "written_document"]

FILE: Final = "release.json"


def damaged(code: str, at: str, value: object, expected: Said, file: str = FILE, near: str = "") -> NoReturn:
    """Raises ParseError, or ValidationError for HV-2xx, for what stands at a pointer."""
    told = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    told = told if len(told) <= 60 else told[:57] + "..."
    kind = ValidationError if code.startswith("HV-2") else ParseError
    where = Where(file, pointer=at)
    raise problem(kind, code, "problem.subject.release_document", expected, where, value=told, near=near)


def _missing(at: str, key: str) -> NoReturn:
    damaged("HV-109", f"{at}/{key}", "", Claim("problem.expected.the_key", {"name": key}))


def _unknown(at: str, key: str, known: Iterable[str]) -> NoReturn:
    damaged("HV-110", f"{at}/{_escaped(key)}", key, "problem.expected.key_of_format", near=nearest(key, known))


def _exactly(text: str) -> Claim:
    return Claim("problem.expected.exactly", {"text": text})


def read_json(source: str | Path) -> Any:
    """The JSON of a document, from its text or its path. Raises ParseError HV-101 to HV-106."""
    text, file = (
        (source, FILE) if isinstance(source, str) and source.lstrip()[:1] == "{" else _text_of(asked_about(source))
    )

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            often = Counter(key for key, _ in pairs)
            damaged("HV-106", "", next(key for key in found if often[key] > 1), "problem.expected.key_once", file)
        return found

    def no_constant(name: str) -> NoReturn:
        damaged("HV-104", "", name, "problem.expected.json_number", file)

    try:
        return json.loads(text, object_pairs_hook=unique, parse_constant=no_constant)
    except RecursionError:
        damaged("HV-105", "", "", "problem.expected.less_nesting", file)
    except json.JSONDecodeError as error:
        where = Where(file, error.lineno, str(error.colno))
        raise problem(ParseError, "HV-104", "problem.subject.text", "problem.expected.json", where) from None


def is_release(path: str | Path) -> bool:
    """Whether a file says that it is a release document.

    Parameters
    ----------
    path : path
        A file.

    Returns
    -------
    bool
    """
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
        where = Where(path.name)
        raise problem(ParseError, "HV-103", "problem.subject.text", "problem.expected.utf_8", where) from None
    except OSError as error:
        expected = Claim("problem.expected.readable_file", {"reason": reason_of(error)})
        raise problem(ParseError, "HV-101", "problem.subject.file", expected, Where(str(path))) from error


def read_document(found: Any) -> records.ReleaseDocument:
    """A document from its JSON form, checked whole; without claims, as C++ writes it, with those that follow.

    Raises ParseError HV-108 to HV-115 and ValidationError HV-202, HV-207, HV-209, HV-210, with the JSON pointer.
    """
    if not isinstance(found, Mapping):
        damaged("HV-108", "", found, _kind_words(dict))
    if found.get("schema") != _core.RELEASE_SCHEMA:
        damaged("HV-115", "/schema", found.get("schema", ""), _exactly(_core.RELEASE_SCHEMA))
    document: records.ReleaseDocument = _record(records.ReleaseDocument, found, "")
    _check_names(document)
    _check_scales(document)
    for at, value, expected in misplaced(document):
        damaged("HV-210", at, value, expected)
    if not document.statements:
        return _with_claims(document, dict(found))
    _check_claims(document)
    return dataclasses.replace(document, json=found)


def written_document(release: _core.Release) -> records.ReleaseDocument:
    """The document of a release: its numbers and words, and the claims that follow from them."""
    found = json.loads(_core.release_document(release))
    return _with_claims(_record(records.ReleaseDocument, found, ""), found)


def _with_claims(numbers: records.ReleaseDocument, found: dict[str, Any]) -> records.ReleaseDocument:
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
        damaged("HV-108", at, found, _kind_words(dict))
    shown = found.get("shown") is not False
    keys = {field.metadata.get("key", field.name): field.name for field in dataclasses.fields(kind)}
    wanted = {key for key, name in keys.items() if key and (shown or not _hidable(_hints(kind)[name]))}
    for key in wanted - found.keys():
        _missing(at, key)
    for key in found.keys() - wanted:
        if not shown:
            damaged("HV-110", f"{at}/{_escaped(key)}", key, "problem.expected.not_shown")
        _unknown(at, key, wanted)
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
            near = nearest(found, map(str, args)) if isinstance(found, str) else ""
            damaged("HV-207", at, found, Claim("problem.expected.choices", {"choices": [*map(str, args)]}), near=near)
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
        ends = {"low": f"{bounds.low:g}", "high": "" if bounds.high is None else f"{bounds.high:g}"}
        key = "problem.expected.at_least" if bounds.high is None else "problem.expected.between"
        damaged("HV-210", at, value, Claim(key, ends))
    return value


def _kind_words(kind: type) -> Claim:
    return Claim("problem.expected.json_kind", {"kind": kind.__name__})


def _typed(kind: type, found: Any, at: str) -> Any:
    if not isinstance(found, kind) or (kind is int and isinstance(found, bool)):
        damaged("HV-108", at, found, _kind_words(kind))
    return found


def _text(found: Any, at: str) -> _core.LocalizedText:
    texts = {tag: _typed(str, words, f"{at}/{_escaped(tag)}") for tag, words in _typed(dict, found, at).items()}
    for tag in ("nl", "en"):
        if tag not in texts:
            _missing(at, tag)
    return by_language(texts)


def _float(found: Any, at: str) -> float:
    if isinstance(found, bool) or not isinstance(found, int | float):
        damaged("HV-108", at, found, _kind_words(float))
    return float(found)


def _instrument(found: Any, at: str) -> _core.Instrument:
    try:
        return _core.Instrument.parse(json.dumps(_typed(dict, found, at), ensure_ascii=False), FILE)
    except Error as error:
        inside = [
            dataclasses.replace(each, where=Where(FILE, pointer=at + each.where.pointer)) for each in error.issues
        ]
        raise problems(type(error), inside) from None


def _phrase(found: Any, at: str) -> Phrase:
    phrase: Phrase = _record(Phrase, found, at)
    if not has_message(phrase.claim):
        damaged("HV-207", f"{at}/claim", phrase.claim, "problem.expected.known_claim")
    try:
        phrase.get("en")
    except (KeyError, RuntimeError, TypeError):
        damaged("HV-209", f"{at}/args", phrase.args, Claim("problem.expected.arguments_of", {"claim": phrase.claim}))
    return phrase


def _statement(found: Any, at: str) -> Statement:
    keys = ("part", "about", "id", "args")
    for key in keys:
        if key not in _typed(dict, found, at):
            _missing(at, key)
    for key in found.keys() - set(keys):
        _unknown(at, key, keys)
    part, about, id = (_typed(str, found[key], f"{at}/{key}") for key in keys[:3])
    if not has_message(id):
        damaged("HV-207", f"{at}/id", id, "problem.expected.known_claim")
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
            damaged("HV-202", f"{at}/wave", row.wave, "problem.expected.wave_of_document")
    _check_groups(document)
    for i, network in enumerate(document.networks):
        blocks = {(block.from_group, block.to_group) for block in network.blocks}
        for one in network.groups:
            for other in network.groups:
                if not {(one, other), (other, one)} & blocks:
                    damaged("HV-202", f"/networks/{i}/blocks", f"{one}, {other}", "problem.expected.two_groups")


def _check_groups(document: records.ReleaseDocument) -> None:
    """Every group, where they are words of the profile."""
    known = {"", _core.OTHER_GROUPS, *document.group_titles}
    named = [(f"/responses/{i}/group", row.group) for i, row in enumerate(document.responses)]
    named += [(f"/groups/{i}/group", row.group) for i, row in enumerate(document.groups)]
    for i, network in enumerate(document.networks):
        named += [(f"/networks/{i}/groups/{j}", group) for j, group in enumerate(network.groups)]
    for at, group in named:
        if document.group_titles and group not in known:
            damaged("HV-202", at, group, "problem.expected.group_of_document", near=nearest(group, known))


def _rows(document: records.ReleaseDocument) -> Iterator[tuple[str, Any]]:
    for name in ("responses", "totals", "groups", "reliability", "stages", "strengthening", "networks", "goals"):
        yield from ((f"/{name}/{i}", row) for i, row in enumerate(getattr(document, name)))
    for name in ("differences", "changes", "orders"):
        yield from ((f"/supported/{name}/{i}", row) for i, row in enumerate(getattr(document.supported, name)))
    yield from ((f"/findings/{i}", row) for i, row in enumerate(document.findings))
    yield from ((f"/agenda/{i}/total", row.total) for i, row in enumerate(document.agenda))


def _check_scales(document: records.ReleaseDocument) -> None:
    """Every category of a distribution lies on the scale of its question."""
    words = Wordings(document)
    for name in ("totals", "groups"):
        for i, score in enumerate(getattr(document, name)):
            scale = words.scale(score.instrument, score.id) if score.shown else None
            for j, part in enumerate(score.distribution if scale else ()):
                _check_bin(part, scale, f"/{name}/{i}/distribution/{j}")


def _check_bin(part: records.Bin, scale: ScaleWords | None, at: str) -> None:
    if scale is not None and part.value not in scale.labels:
        damaged("HV-210", f"{at}/value", part.value, "problem.expected.value_of_scale")


def _check_claims(document: records.ReleaseDocument) -> None:
    """Every claim follows from the numbers beside it."""
    expected = statements(document)
    for i, (claim, follows) in enumerate(zip(document.statements, expected, strict=False)):
        if claim != follows:
            damaged("HV-209", f"/claims/{i}", claim.id, Claim("problem.expected.as_numbers_say", {"claim": follows.id}))
    if len(document.statements) != len(expected):
        at = min(len(document.statements), len(expected))
        wanted = Claim("problem.expected.claims", {"n": len(expected)})
        damaged("HV-209", f"/claims/{at}", len(document.statements), wanted)
