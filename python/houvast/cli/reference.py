"""The command `houvast reference`: a set of regions that others are seen beside."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from .. import _core
from ..counting import is_state, read_tally
from ..errors import InvalidValueError, problem
from ..release import load_release
from ..release.reference import (
    Member,
    Members,
    Published,
    build_reference,
    check_reference,
    load_members,
    member_of_release,
    members_of_tally,
)
from ..texts import say
from .parsing import Parser
from .screen import print_json

__all__ = ["add_arguments_of_reference", "reference"]


def _instrument(args: argparse.Namespace) -> _core.Instrument:
    """The one that regions were asked: of a tally that is added, else by its name."""
    states = [path for path in args.files if is_state(path)]
    return read_tally(states[0]).instrument if states else _core.instrument(args.instrument)


def _regions(args: argparse.Namespace, instrument: _core.Instrument) -> Iterator[Member]:
    for path in args.files:
        if not is_state(path):
            yield member_of_release(load_release(Path(path)), instrument, args.consent, args.wave)
            continue
        tally = read_tally(path)
        if tally.instrument.json != instrument.json:
            expected = "problem.expected.same_instrument"
            raise problem(InvalidValueError, "HV-307", "problem.subject.tally", expected)
        yield from members_of_tally(tally, args.consent, args.wave)


def _add(args: argparse.Namespace) -> int:
    if not args.files or not args.consent:
        args.parser.error(say("cli.reference_needs_consent", args.lang))
    there = any(Path(args.folder).glob("members-intern.json"))
    members = load_members(args.folder) if there else Members(_instrument(args))
    members = members.with_members(_regions(args, members.instrument))
    members.save(args.folder)
    return _tell(args, len(members.members))


def _tell(args: argparse.Namespace, regions: int, published: Published | None = None) -> int:
    found: dict[str, object] = {"done": True, "regions": regions}
    lines = [say("cli.reference_holds", args.lang, regions=regions)]
    if published is not None:
        refused, told = published.planned.refused, published.reference.elements
        found |= {"version": published.reference.version, "elements": [*told], "allowed": refused is None}
        lines.append(
            say("cli.reference_tells", args.lang, version=published.reference.version, elements=[*told] or ["-"])
        )
        lines += [refused.say(args.lang)] if refused else []
        if published.path is not None:
            lines.append(say("cli.written", args.lang, path=str(published.path)))
    print_json(found) if args.json else print("\n".join(lines))
    return 0 if published is None or published.planned.refused is None else 1


def reference(args: argparse.Namespace) -> int:
    """Adds regions to a set, checks what its next version would tell, or publishes that."""
    if args.action == "add":
        return _add(args)
    members = load_members(args.folder)
    work = build_reference if args.action == "build" else check_reference
    return _tell(args, len(members.members), work(members, args.folder))


def add_arguments_of_reference(sub: Parser) -> None:
    """The options of `houvast reference`."""
    sub.add_argument("action", choices=("add", "check", "build"), help="cli.help.what_to_do_with_reference")
    sub.add_argument("folder", help="cli.help.folder_of_reference")
    sub.add_argument("files", nargs="*", help="cli.help.releases_or_counts_of_regions")
    sub.add_argument("--consent", help="cli.help.who_agreed_and_when")
    sub.add_argument("--wave", help="cli.help.one_wave_the_last")
    sub.add_argument("--instrument", default="six-elements", help="cli.help.instrument_of_releases")
