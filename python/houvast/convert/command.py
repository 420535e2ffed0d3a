"""The command `houvast convert`."""

from __future__ import annotations

import argparse
import importlib.util
import os
import sys
from itertools import chain, count
from pathlib import Path

from ..texts import say
from .asking import Asker, read_answers, write_questions
from .convert import TITLE, Conversion, convert
from .mapping import PERSONAL, REPEATS, Mapping
from .platforms import PLATFORMS
from .privacy import key_from
from .questions import Question, agree
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
    sub.add_argument("--add-partners", action="store_true", help="cli.help.add_partners_to_the_list")
    sub.add_argument("--wave", action="append", default=[], help="cli.help.id_of_the_wave_of")
    sub.add_argument("--instrument", action="append", default=[], help="cli.help.instrument_id_or_json_file")
    sub.add_argument("--structure", help="cli.help.limesurvey_survey_structure_txt_or")
    sub.add_argument("--key", help="cli.help.key_file_of_the_pseudonyms")
    sub.add_argument("--platform", choices=PLATFORMS, help="cli.help.platform_when_it_is_recognised")
    sub.add_argument("--encoding", help="cli.help.encoding_of_a_csv_that")
    sub.add_argument("--sheet", help="cli.help.sheet_of_a_workbook_with")
    sub.add_argument("--repeats", choices=REPEATS, help="cli.help.which_response_counts_when_someone")
    sub.add_argument("--personal", choices=PERSONAL, help="cli.help.addresses_numbers_and_names_in")
    sub.add_argument("--answers", help="cli.help.workbook_of_answered_questions")
    sub.add_argument("--accept", action="store_true", help="cli.help.agree_with_all_proposals")
    sub.add_argument("--no-questions", action="store_true", help="cli.help.never_ask_in_the_terminal")
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
        made = _converted(args, out, key_place)
    except UnreadableError as error:
        print(say("convert.command.unreadable", args.lang), file=sys.stderr)
        print(" -", error.say(args.lang), file=sys.stderr)
        return 2
    if made is None:
        return 2
    made.study.save(out)
    print(made.report.text(args.lang))
    if args.write_mapping:
        print(say("convert.command.written", args.lang, path=str(made.mapping.save(args.write_mapping))))
    print(say("convert.command.written", args.lang, path=str(out)))
    if not known and key_place.exists():
        print(say("convert.command.new_key", args.lang, path=str(key_place)))
    print(say("convert.command.next", args.lang, path=str(out)))
    return 0


def _no_place(args: argparse.Namespace, out: Path, key: Path) -> str:
    """What is wrong with the places to write to, so that nothing is read in vain; or nothing."""
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        return say("convert.command.exists", args.lang, path=str(out))
    if Path(os.path.realpath(key)).is_relative_to(os.path.realpath(out)):
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


def _converted(args: argparse.Namespace, out: Path, key: Path) -> Conversion | None:
    """The conversion, with the answers that a person gave on the way; nothing when something is still asked."""
    mapping = Mapping.load(args.mapping) if args.mapping else None
    asker = Asker(args.lang) if not args.no_questions and sys.stdin.isatty() and sys.stdout.isatty() else None
    takes = [take for take, wanted in ((_from_workbook, args.answers), (_every_proposal, args.accept)) if wanted]
    while True:
        try:
            made = _once(args, mapping, out, key)
        except ConversionError as error:
            before = error.mapping.to_json()
            if takes:
                for take in takes:
                    take(args, error.questions)
            elif asker is None or not all(question.lines for question in error.questions):
                _listed(args, error, out)
                return None
            elif not all(asker.ask(question) for question in error.questions):
                path = error.mapping.save(_mapping_place(args, out))
                print(say("convert.command.stopped", args.lang, path=str(path)))
                return None
            mapping = error.mapping
            if mapping.to_json() == before:  # nothing was answered by that
                _listed(args, error, out)
                return None
        else:
            if asker is not None and asker.asked and not args.write_mapping:
                path = made.mapping.save(_mapping_place(args, out))
                print(say("convert.command.remembered", args.lang, path=str(path)))
            return made


def _once(args: argparse.Namespace, mapping: Mapping | None, out: Path, key: Path) -> Conversion:
    return convert(
        args.exports,
        mapping,
        args.roster,
        waves=args.wave,
        instruments=args.instrument,
        key=key,
        structure=args.structure,
        platform=args.platform,
        encoding=args.encoding,
        sheet=args.sheet,
        repeats=args.repeats,
        personal=args.personal,
        add_partners=args.add_partners,
        id=out.stem.replace(";", "-") or "studie",
        title=args.title,
    )


def _from_workbook(args: argparse.Namespace, questions: list[Question]) -> None:
    read_answers(questions, Path(args.answers), args.lang)


def _every_proposal(_: argparse.Namespace, questions: list[Question]) -> None:
    for question in questions:
        agree(question)


def _mapping_place(args: argparse.Namespace, out: Path) -> Path:
    """Where a mapping is written: as said, or beside the study, under a name that is free."""
    return Path(args.write_mapping) if args.write_mapping else _free(out, "mapping", ".json")


def _free(out: Path, kind: str, ending: str) -> Path:
    """A name beside the study that nothing has yet: `studie.mapping.json`, `studie.mapping-2.json`, …"""
    names = chain([f"{out.stem}.{kind}{ending}"], (f"{out.stem}.{kind}-{n}{ending}" for n in count(2)))
    return next(path for name in names if not (path := out.with_name(name)).exists())


def _listed(args: argparse.Namespace, error: ConversionError, out: Path) -> None:
    """Lists what must be answered, and writes the mapping so far and the questions to fill in."""
    print(say("convert.command.ask", args.lang, n=len(error.questions)), file=sys.stderr)
    for question in error.questions:
        _show(question, args.lang)
    useful = error.mapping.to_confirm or any(question.lines for question in error.questions)
    if not useful and not args.write_mapping:
        return
    place = out.with_name(out.stem + ".mapping.json")
    goes_on = args.mapping or args.write_mapping or args.answers or args.accept
    if place.exists() and not goes_on:
        print(say("convert.command.mapping_exists", args.lang, path=str(place)), file=sys.stderr)
        return
    path = error.mapping.save(_mapping_place(args, out))
    print(say("convert.command.mapping", args.lang, path=str(path)), file=sys.stderr)
    asked = [question for question in error.questions if question.lines]
    if asked and importlib.util.find_spec("xlsxwriter") is not None:
        path = write_questions(asked, _free(out, say("convert.asking.sheet", args.lang), ".xlsx"), args.lang)
        print(say("convert.command.questions", args.lang, path=str(path)), file=sys.stderr)


def _show(question: Question, lang: str) -> None:
    """One question: what is asked, once per kind, with the rows of the others and the lines with their proposals."""
    kinds: dict[tuple[str, str], list[Ask]] = {}
    for ask in question.asks:
        kinds.setdefault((ask.key, ask.where.column), []).append(ask)
    for i, asks in enumerate(kinds.values()):
        print(" -" if i == 0 else "  ", asks[0].say(lang), file=sys.stderr)
        rows = [str(ask.where.row) for ask in asks[1:] if ask.where.row]
        if rows:
            print("  ", _also(rows, lang), file=sys.stderr)


def _also(rows: list[str], lang: str) -> str:
    """The other rows that a question is about; of many, how many there are."""
    more = len(rows) - _SHOWN
    if more <= 0:
        return say("convert.command.also", lang, rows=", ".join(rows))
    return say("convert.command.also_more", lang, rows=", ".join(rows[:_SHOWN]), n=more)
