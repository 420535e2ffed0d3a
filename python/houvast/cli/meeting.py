"""The command `houvast meeting`: the facilitator's page about the agenda of a study or a release."""

from __future__ import annotations

import argparse

from ..release import is_release
from ..report.meeting import LENGTHS, write_meeting
from .given import document_of, released_of, tell
from .parsing import Parser
from .screen import print_json

__all__ = ["add_arguments_of_meeting", "meeting"]


def meeting(args: argparse.Namespace) -> int:
    """Writes the page; of a study, about what its release lets out."""
    release = document_of(args) if is_release(args.path) else released_of(args)
    how = {"minutes": args.minutes, "lang": args.report_lang, "force": args.force}
    place = write_meeting(release, args.out, **how)
    if args.json:
        print_json({"done": True, "written": str(place), "minutes": args.minutes})
    else:
        tell(args, "cli.written", path=place)
    return 0


def add_arguments_of_meeting(sub: Parser) -> None:
    """The options of `houvast meeting`, beside those of a release."""
    sub.add_argument("path", help="cli.help.study_or_release_document")
    sub.add_argument("-o", "--out", default="meeting.html", help="cli.help.file_to_write_meeting_html")
    sub.add_argument("--minutes", type=int, choices=LENGTHS, default=90, help="cli.help.length_of_the_meeting")
    sub.add_argument("--force", action="store_true", help="cli.help.replace_a_file")
