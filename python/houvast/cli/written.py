"""The command `houvast open-answers`: what people wrote, masked, for inside use."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from ..io.atomic import write_text
from ..io.inside import INSIDE, inside_path
from ..results.open_answers import OpenAnswers
from .given import mark_inside, print_inside, said, study_of, tell_inside
from .parsing import Parser
from .screen import step

__all__ = ["add_arguments_of_open_answers", "open_answers"]


def open_answers(args: argparse.Namespace) -> int:
    """Says what was written, by wave and element; in a file or as JSON when that is asked."""
    study = study_of(args)
    with step(said(args, "cli.masking")):
        found = study.open_answers(args.wave)
    if args.out:
        tell_inside(args, _write(found, args.out, args.lang))
    elif args.json:
        print_inside(args, _rows(found, args.lang))
    else:
        mark_inside(args)
        print(found.say(args.lang) or said(args, "cli.nothing_written"))
    return 0


def _rows(found: OpenAnswers, lang: str) -> list[dict[str, Any]]:
    """A question each, with all that was written to it."""
    names = ("wave", "instrument", "element", "question")
    return [
        {name: getattr(each, name) for name in names} | {"text": each.text.get(lang), "answers": list(each.answers)}
        for each in found
    ]


def _write(found: OpenAnswers, path: str, lang: str) -> Path:
    """As text, or as JSON when the path ends so; marked as inside in its name and in its first line."""
    place = inside_path(path)
    if place.suffix.lower() == ".json":
        told = {"inside": INSIDE, "open_answers": _rows(found, lang)}
        return write_text(place, json.dumps(told, ensure_ascii=False, indent=1) + "\n")
    return write_text(place, f"{INSIDE}\n\n{found.say(lang)}\n")


def add_arguments_of_open_answers(sub: Parser) -> None:
    """The options of `houvast open-answers`, beside the study."""
    sub.add_argument("--wave", help="cli.help.one_wave_all")
    sub.add_argument("-o", "--out", help="cli.help.file_for_open_answers")
