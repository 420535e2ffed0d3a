"""The command `houvast plan`: how many must answer before a difference can be told."""

from __future__ import annotations

import argparse
from typing import Final

from .given import said, study_of
from .parsing import Parser
from .screen import print_json, step

__all__ = ["add_arguments_of_plan", "plan"]

_BREADTHS: Final = ("question", "element", "instrument")


def plan(args: argparse.Namespace) -> int:
    """Says the plan; it follows from the roster, so that it tells nothing of answers."""
    study = study_of(args)
    chosen = {"difference": args.difference / 100, "power": args.power / 100, "share": args.share / 100}
    with step(said(args, "cli.reckoning")):
        found = study.plan(by=args.by, wave=args.wave, breadth=args.breadth, **chosen)
    if args.json:
        print_json({"plan": found.table.to_dicts(), "said": found.say(args.lang).splitlines()})
    else:
        print(found.say(args.lang))
    return 0


def add_arguments_of_plan(sub: Parser) -> None:
    """What is wished."""
    sub.add_argument("--difference", type=float, default=25.0, help="cli.help.wished_difference_in_points")
    sub.add_argument("--by", default="perspective", help="cli.help.attribute_to_split_by_perspective_x")
    sub.add_argument("--wave", help="cli.help.one_wave_the_last")
    sub.add_argument("--breadth", choices=_BREADTHS, default="question", help="cli.help.difference_on_what")
    sub.add_argument("--power", type=float, default=80.0, help="cli.help.wished_chance_in_percent")
    sub.add_argument("--share", type=float, default=50.0, help="cli.help.share_halfway_in_percent")
