"""What a command was given: a study, a release or its document, and what it says of what is for inside use."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any, Final

from .. import _core
from ..io.folder import load
from ..release import ReleaseDocument, load_release, opened
from ..texts import say
from .screen import paint, print_json, step

__all__ = [
    "document_of",
    "mark_inside",
    "print_inside",
    "released_of",
    "rules_of",
    "said",
    "study_of",
    "tell",
    "tell_inside",
]

_RULES: Final = {"policy": "team", "by": "perspective", "agenda": 5, "goals": "counts", "ledger": None}


def said(args: argparse.Namespace, key: str, **values: object) -> str:
    """A message in the user's language."""
    filled: dict[str, Any] = {gap: v if isinstance(v, int | str) else str(v) for gap, v in values.items()}
    return say(key, args.lang, **filled)


def tell(args: argparse.Namespace, key: str, **values: object) -> None:
    """Prints a message in the user's language."""
    print(said(args, key, **values))


def mark_inside(args: argparse.Namespace) -> None:
    """Says that what follows is exact: on standard error in a terminal, else in the output itself, which is kept."""
    stream = sys.stderr if sys.stdout.isatty() else sys.stdout
    print(paint(said(args, "cli.inside"), "unknown", stream), file=stream)


def print_inside(args: argparse.Namespace, found: dict[str, Any] | list[dict[str, Any]]) -> None:
    """Exact results as JSON; each row says that it is for inside use."""
    mark = {"inside": said(args, "notebook.inside")}
    print_json({**mark, **found} if isinstance(found, dict) else [{**mark, **row} for row in found])


def tell_inside(args: argparse.Namespace, path: Path) -> None:
    """Says where exact results were written."""
    if args.json:
        print_inside(args, {"done": True, "written": str(path)})
        return
    mark_inside(args)
    tell(args, "cli.written", path=path)


def study_of(args: argparse.Namespace) -> _core.Study:
    """The study at the given path, or on standard input."""
    with step(said(args, "cli.reading")):
        if args.path == "-":
            return _core.study_from_json(sys.stdin.buffer.read(), said(args, "cli.standard_input"))
        return load(args.path)


def rules_of(args: argparse.Namespace) -> dict[str, Any]:
    """The rules of a release, as they were given or as they are else."""
    return _RULES | {name: value for name in _RULES if (value := getattr(args, name, None)) is not None}


def released_of(args: argparse.Namespace) -> ReleaseDocument:
    """What the given study lets out by the given rules."""
    chosen = rules_of(args)
    rules = {"agenda_length": chosen.pop("agenda"), **chosen}
    study = study_of(args)
    with step(said(args, "cli.releasing")):
        return opened(study.release(**rules))


def document_of(args: argparse.Namespace) -> ReleaseDocument:
    """The given release document, which has rules of its own."""
    given = [f"--{name}" for name in _RULES if getattr(args, name, None) is not None]
    if given:
        args.parser.error(say("cli.document_has_its_rules", args.lang, options=given))
    return load_release(Path(args.path))
