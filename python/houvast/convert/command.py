"""The command `houvast convert`."""

from __future__ import annotations

import argparse
import os
import sys
from itertools import count
from pathlib import Path

from ..texts import say
from .convert import TITLE, convert
from .mapping import PERSONAL, REPEATS, Mapping
from .platforms import PLATFORMS
from .privacy import key_from
from .sheet import Ask, ConversionError
from .unreadable import UnreadableError

__all__ = ["add_arguments", "run"]

_SHOWN = 8  # rows that are listed with one question


def add_arguments(sub: argparse.ArgumentParser) -> None:
    """The arguments of `houvast convert`."""
    sub.add_argument("exports", nargs="+", help="cli.help.export_files_csv_tsv_xlsx")
    sub.add_argument("-o", "--out", required=True, help="cli.help.new_study_folder_or_json")
    sub.add_argument("--mapping", help="cli.help.mapping_that_an_earlier_conversion")
    sub.add_argument("--write-mapping", help="cli.help.where_to_write_the_mapping")
    sub.add_argument("--roster", help="cli.help.table_of_parties_the_columns")
    sub.add_argument("--wave", action="append", default=[], help="cli.help.id_of_the_wave_of")
    sub.add_argument("--instrument", action="append", default=[], help="cli.help.instrument_id_or_json_file")
    sub.add_argument("--structure", help="cli.help.limesurvey_survey_structure_txt_or")
    sub.add_argument("--key", help="cli.help.key_file_of_the_pseudonyms")
    sub.add_argument("--platform", choices=PLATFORMS, help="cli.help.platform_when_it_is_recognised")
    sub.add_argument("--encoding", help="cli.help.encoding_of_a_csv_that")
    sub.add_argument("--sheet", help="cli.help.sheet_of_a_workbook_with")
    sub.add_argument("--repeats", choices=REPEATS, help="cli.help.which_response_counts_when_someone")
    sub.add_argument("--personal", choices=PERSONAL, help="cli.help.addresses_numbers_and_names_in")
    sub.add_argument("--title", default=TITLE, help="cli.help.title_of_the_study")


def run(args: argparse.Namespace) -> int:
    """Converts, tells what was read, and returns 0; or lists what must be answered first, and returns 2."""
    out = Path(args.out)
    key_place = Path(args.key) if args.key else out.with_name(out.stem + ".key")
    wrong = _no_place(args, out, key_place)
    if wrong:
        print(wrong, file=sys.stderr)
        return 2
    known = key_place.exists()
    try:
        key_from(key_place)  # refuses a key that others can read, before anything is read
        made = convert(
            args.exports,
            Mapping.load(args.mapping) if args.mapping else None,
            args.roster,
            waves=args.wave,
            instruments=args.instrument,
            key=key_place,
            structure=args.structure,
            platform=args.platform,
            encoding=args.encoding,
            sheet=args.sheet,
            repeats=args.repeats,
            personal=args.personal,
            id=out.stem.replace(";", "-") or "studie",
            title=args.title,
        )
    except ConversionError as error:
        return _ask(args, error, out)
    except UnreadableError as error:
        print(say("convert.command.unreadable", args.lang), file=sys.stderr)
        print(" -", error.say(args.lang), file=sys.stderr)
        return 2
    made.study.save(out)
    print(made.report.text(args.lang))
    if args.write_mapping:
        print(say("convert.command.written", args.lang, path=str(made.mapping.save(args.write_mapping))))
    print(say("convert.command.written", args.lang, path=str(out)))
    if not known:
        print(say("convert.command.new_key", args.lang, path=str(key_place)))
    print(say("convert.command.next", args.lang, path=str(out)))
    return 0


def _no_place(args: argparse.Namespace, out: Path, key: Path) -> str:
    """What is wrong with the places to write to, so that nothing is read in vain; or nothing."""
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        return say("convert.command.exists", args.lang, path=str(out))
    if key.resolve().is_relative_to(out.resolve()):
        return say("convert.command.key_inside", args.lang, path=str(key))
    for place in [out, key, *([Path(args.write_mapping)] if args.write_mapping else [])]:
        if not place.parent.is_dir():
            return say("convert.command.no_folder", args.lang, path=str(place), folder=str(place.parent))
        if not os.access(place.parent, os.W_OK):
            return say("convert.command.not_yours", args.lang, path=str(place), folder=str(place.parent))
    return (
        say("convert.command.a_folder", args.lang, path=str(args.write_mapping))
        if Path(args.write_mapping or "x").is_dir()
        else ""
    )


def _ask(args: argparse.Namespace, error: ConversionError, out: Path) -> int:
    groups: dict[tuple[str, str, str, str], list[Ask]] = {}
    for ask in error.asked:
        groups.setdefault((ask.code, ask.key, ask.where.file, ask.where.column), []).append(ask)
    print(say("convert.command.ask", args.lang, n=len(groups)), file=sys.stderr)
    for asks in groups.values():
        print(" -", asks[0].say(args.lang), file=sys.stderr)
        rows = [str(ask.where.row) for ask in asks[1:] if ask.where.row]
        if rows:
            print("  ", _also(rows, args.lang), file=sys.stderr)
    useful = error.mapping.to_confirm or any(ask.code in ("HV-711", "HV-705") for ask in error.asked)
    if not useful and not args.write_mapping:
        return 2
    place = Path(args.write_mapping) if args.write_mapping else out.with_name(out.stem + ".mapping.json")
    if place.exists() and not args.write_mapping:
        if not args.mapping:
            print(say("convert.command.mapping_exists", args.lang, path=str(place)), file=sys.stderr)
            return 2
        numbered = (out.with_name(f"{out.stem}.mapping-{n}.json") for n in count(2))
        place = next(path for path in numbered if not path.exists())
    print(say("convert.command.mapping", args.lang, path=str(error.mapping.save(place))), file=sys.stderr)
    return 2


def _also(rows: list[str], lang: str) -> str:
    """The other rows that a question is about; of many, how many there are."""
    more = len(rows) - _SHOWN
    if more <= 0:
        return say("convert.command.also", lang, rows=", ".join(rows))
    return say("convert.command.also_more", lang, rows=", ".join(rows[:_SHOWN]), n=more)
