"""Writes docs/reference/release.schema.json from the records of release documents; run it when these change."""

from __future__ import annotations

import dataclasses
import json
import types
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from houvast._core import Instrument, LocalizedText
from houvast.release import Statement, document
from houvast.release.claims import Phrase
from houvast.results.hidden import Hidden

PATH = Path(__file__).parents[1] / "docs" / "reference" / "release.schema.json"
PLAIN = {str: "string", bool: "boolean", int: "integer", float: "number"}
TEXT = {
    "description": "A text by language tag.",
    "type": "object",
    "properties": {"nl": {"type": "string"}, "en": {"type": "string"}},
    "required": ["nl", "en"],
    "additionalProperties": {"type": "string"},
}
INSTRUMENT = {"description": "A questionnaire: instrument.schema.json.", "type": "object"}
ARGUMENT = {
    "description": "What fills a gap of a claim's message.",
    "anyOf": [
        {"type": ["number", "string"]},
        {"type": "array", "items": {"$ref": "#/$defs/Argument"}},
        {
            "description": "Words of the study or of an instrument, or a name that is the same in every language.",
            "type": "object",
            "properties": {"text": {"$ref": "#/$defs/Text"}, "name": {"type": "string"}},
            "minProperties": 1,
            "maxProperties": 1,
            "additionalProperties": False,
        },
        {
            "description": "A released figure: its key and value, and the claim that words it if need be.",
            "type": "object",
            "properties": {
                "figure": {"type": "string"},
                "value": {"type": ["number", "string"]},
                "claim": {"type": "string"},
                "args": {"$ref": "#/$defs/Arguments"},
            },
            "required": ["figure", "value"],
            "dependentRequired": {"claim": ["args"], "args": ["claim"]},
            "additionalProperties": False,
        },
        {"$ref": "#/$defs/Phrase"},
    ],
}
PHRASE = {
    "description": "A claim inside another one, or among the numbers that it is made from.",
    "type": "object",
    "properties": {"claim": {"type": "string"}, "args": {"$ref": "#/$defs/Arguments"}},
    "required": ["claim", "args"],
    "additionalProperties": False,
}
CLAIM = {
    "description": Statement.__doc__,
    "type": "object",
    "properties": {
        "part": {"type": "string"},
        "about": {"type": "string"},
        "id": {"description": "Key of its message.", "type": "string"},
        "args": {"$ref": "#/$defs/Arguments"},
    },
    "required": ["part", "about", "id", "args"],
    "additionalProperties": False,
}


def schema() -> dict[str, Any]:
    """The schema of release documents."""
    defs: dict[str, Any] = {
        "Text": TEXT,
        "Instrument": INSTRUMENT,
        "Argument": ARGUMENT,
        "Arguments": {"type": "object", "additionalProperties": {"$ref": "#/$defs/Argument"}},
        "Claim": CLAIM,
        "Phrase": PHRASE,
    }
    body = _record(document.ReleaseDocument, defs)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:houvast:schema:release:1",
        "title": "houvast release document, version 1",
        **body,
        "$defs": dict(sorted(defs.items())),
    }


def _record(kind: type, defs: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(kind, {**vars(document), "Statement": Statement, "Phrase": Phrase}, include_extras=True)
    keys = {field.metadata.get("key", field.name): hints[field.name] for field in dataclasses.fields(kind)}
    keys.pop("", None)
    hidden = [key for key, hint in keys.items() if Hidden in get_args(hint)]
    found = {
        "description": " ".join((kind.__doc__ or "").split()),
        "type": "object",
        "properties": {key: _value(hint, defs) for key, hint in keys.items()},
        "required": [key for key in keys if key not in hidden],
        "additionalProperties": False,
    }
    if hidden:
        found["if"] = {"properties": {"shown": {"const": True}}}
        found["then"] = {"required": hidden}
        found["else"] = {"properties": dict.fromkeys(hidden, False)}
    return found


def _value(hint: Any, defs: dict[str, Any]) -> dict[str, Any]:
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        inner = _value(next(arg for arg in args if arg not in (Hidden, type(None))), defs)
        return {"anyOf": [inner, {"type": "null"}]} if type(None) in args else inner
    if origin is Annotated:
        bounds = {"minimum": args[1].low} | ({} if args[1].high is None else {"maximum": args[1].high})
        return _value(args[0], defs) | bounds
    if origin is Literal:
        return {"const": args[0]} if len(args) == 1 else {"enum": list(args)}
    if origin is tuple:
        return {"type": "array", "items": _value(args[0], defs)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _value(args[1], defs)}
    return {"type": PLAIN[hint]} if hint in PLAIN else {"$ref": f"#/$defs/{_named(hint, defs)}"}


def _named(kind: type, defs: dict[str, Any]) -> str:
    name = {LocalizedText: "Text", Instrument: "Instrument", Statement: "Claim", Phrase: "Phrase"}.get(
        kind, kind.__name__
    )
    if name not in defs:
        defs[name] = {}
        defs[name] = _record(kind, defs)
    return name


if __name__ == "__main__":
    PATH.write_text(json.dumps(schema(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
