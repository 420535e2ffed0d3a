"""The commands that draw: `houvast plot`, pictures in a folder, and `houvast map`, the network on a page of its own."""

from __future__ import annotations

import argparse
from typing import Any

from .. import _core
from ..explorer import write_map
from ..release import ReleaseDocument, is_release
from ..texts import say
from .given import document_of, mark_inside, print_inside, released_of, said, study_of, tell, tell_inside
from .parsing import Parser
from .screen import print_json, step

__all__ = ["add_arguments_of_map", "add_arguments_of_plot", "map_page", "plot"]


def _thing(args: argparse.Namespace) -> _core.Study | ReleaseDocument:
    """What is drawn: a release document, a release by the given rules, or the exact study."""
    if is_release(args.path):
        return document_of(args)
    if args.policy is not None:
        return released_of(args)
    if args.ledger is not None:
        args.parser.error(say("cli.ledger_needs_policy", args.lang))
    return study_of(args)


def _files_only() -> None:
    """Draws without a window, also where there is a screen."""
    import matplotlib

    matplotlib.use("Agg")


def plot(args: argparse.Namespace) -> int:
    """Writes the pictures, and says when they are for inside use."""
    from ..plot import write_pictures

    _files_only()
    thing = _thing(args)
    exact = isinstance(thing, _core.Study)
    with step(said(args, "cli.picturing")):
        how: dict[str, Any] = {"wave": args.wave, "lang": args.report_lang, "force": args.force}
        how |= {"by": args.by if exact else None, "theme": "dark" if args.dark else "light", "looks": args.theme}
        *pictures, page = write_pictures(thing, args.out, formats=args.format or "svg", **how)
    if args.json:
        told = {"done": True, "written": args.out, "pictures": [path.name for path in pictures], "page": str(page)}
        (print_inside if exact else lambda _, found: print_json(found))(args, told)
        return 0
    if exact:
        mark_inside(args)
    tell(args, "cli.pictures", pictures=len({path.stem for path in pictures}), folder=args.out, path=page)
    return 0


def map_page(args: argparse.Namespace) -> int:
    """Writes the map, which is for inside use."""
    study = study_of(args)
    lang = args.report_lang
    with step(said(args, "cli.mapping")):
        written = write_map(study, args.out, lang=lang, wave=args.wave, relation=args.relation, force=args.force)
    tell_inside(args, written)
    return 0


def add_arguments_of_map(sub: Parser) -> None:
    """The options of `houvast map`."""
    sub.add_argument("path", help="cli.help.study_folder_json_file_xlsx")
    sub.add_argument("-o", "--out", default="map-intern.html", help="cli.help.file_to_write_map_html")
    sub.add_argument("--relation", help="cli.help.relation_to_begin_with")
    sub.add_argument("--wave", help="cli.help.wave_to_begin_with")
    sub.add_argument("--force", action="store_true", help="cli.help.replace_a_file")


def add_arguments_of_plot(sub: Parser) -> None:
    """The options of `houvast plot`."""
    sub.add_argument("path", help="cli.help.study_or_release_document")
    sub.add_argument("-o", "--out", default="pictures", help="cli.help.folder_to_write_pictures")
    sub.add_argument("--format", action="append", help="cli.help.svg_or_png")
    sub.add_argument("--by", help="cli.help.attribute_whose_groups_stand_beside")
    sub.add_argument("--wave", help="cli.help.one_wave_the_last")
    sub.add_argument("--policy", help="cli.help.draw_a_release_instead")
    sub.add_argument("--ledger", help="cli.help.file_that_keeps_earlier_releases")
    sub.add_argument("--dark", action="store_true", help="cli.help.light_colours_on_dark")
    sub.add_argument("--theme", help="cli.help.file_with_own_looks")
    sub.add_argument("--force", action="store_true", help="cli.help.replace_a_file")
