"""The command `houvast convert`."""

from __future__ import annotations

import argparse
import os
import sys
from itertools import count
from pathlib import Path

from .convert import convert
from .mapping import PERSONAL, REPEATS, Mapping
from .platforms import PLATFORMS
from .privacy import key_from
from .report import ask_text
from .sheet import Ask, ConversionError
from .unreadable import UnreadableError

__all__ = ["add_arguments", "run"]

_SHOWN = 8  # rows that are listed with one question
_TEXTS = {
    "nl": {
        "exists": "{path} bestaat al en is niet leeg; kies een andere map.",
        "no folder": "[HV-118] {path}: de map {folder} bestaat niet; maak die eerst, of kies een andere.",
        "not yours": "[HV-118] {path}: in de map {folder} mag je niet schrijven; kies een andere.",
        "a folder": "[HV-118] {path}: dat is een map; geef --write-mapping een bestandsnaam, zoals map.json.",
        "key inside": "[HV-710] {path}: de sleutel mag niet in de map van de studie staan, want wie de studie krijgt "
        "krijgt dan ook de sleutel; kies met --key een andere plek.",
        "also": "Ook in rij {rows}",
        "more": " en {n} andere.",
        "written": "Geschreven: {path}",
        "new key": "Sleutel van de pseudoniemen: {path}. Bewaar die goed en niet bij de studie; zonder deze "
        "sleutel zijn een volgende ronde en deze niet te koppelen.",
        "unreadable": "Nog niet omgezet: een bestand is niet te lezen.",
        "ask": "Nog niet omgezet. Dit is eerst nodig ({n}):",
        "mapping": 'Wat er tot nu toe herkend is staat in {path}. Zoek daar naar "confirm": true, verbeter wat niet '
        "klopt, en haal confirm weg. Geef daarna hetzelfde commando met --mapping {path} erachter.",
        "mapping exists": "{path} bestaat al en blijft zoals het is. Geef het mee met --mapping als je het al hebt "
        "nagekeken, of zeg met --write-mapping waar een nieuwe mapping mag komen.",
        "next": "Kijk het na met: houvast check {path}",
    },
    "en": {
        "exists": "{path} exists and is not empty; choose another folder.",
        "no folder": "[HV-118] {path}: the folder {folder} does not exist; make it first, or choose another.",
        "not yours": "[HV-118] {path}: you may not write in the folder {folder}; choose another.",
        "a folder": "[HV-118] {path}: that is a folder; give --write-mapping the name of a file, such as map.json.",
        "key inside": "[HV-710] {path}: the key may not stand in the folder of the study, for who gets the study would "
        "get the key; choose another place with --key.",
        "also": "Also in row {rows}",
        "more": " and {n} others.",
        "written": "Written: {path}",
        "new key": "Key of the pseudonyms: {path}. Keep it well and not with the study; without it a next wave "
        "cannot be linked to this one.",
        "unreadable": "Not converted yet: a file cannot be read.",
        "ask": "Not converted yet. This is needed first ({n}):",
        "mapping": 'What was recognised so far stands in {path}. Look there for "confirm": true, correct what is not '
        "right, and take confirm away. Then give the same command with --mapping {path} behind it.",
        "mapping exists": "{path} exists and stays as it is. Give it with --mapping when you have looked it over, or "
        "say with --write-mapping where a new mapping may go.",
        "next": "Check it with: houvast check {path}",
    },
}


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
    sub.add_argument("--title", default="Onze samenwerking", help="cli.help.title_of_the_study")


def run(args: argparse.Namespace) -> int:
    """Converts, tells what was read, and returns 0; or lists what must be answered first, and returns 2."""
    say = _TEXTS[args.lang]
    out = Path(args.out)
    key_place = Path(args.key) if args.key else out.with_name(out.stem + ".key")
    wrong = _no_place(args, out, key_place, say)
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
        print(say["unreadable"], file=sys.stderr)
        print(" -", error.text(args.lang), file=sys.stderr)
        return 2
    made.study.save(out)
    print(made.report.text(args.lang))
    if args.write_mapping:
        print(say["written"].format(path=made.mapping.save(args.write_mapping)))
    print(say["written"].format(path=out))
    if not known:
        print(say["new key"].format(path=key_place))
    print(say["next"].format(path=out))
    return 0


def _no_place(args: argparse.Namespace, out: Path, key: Path, say: dict[str, str]) -> str:
    """What is wrong with the places to write to, so that nothing is read in vain; or nothing."""
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        return say["exists"].format(path=out)
    if key.resolve().is_relative_to(out.resolve()):
        return say["key inside"].format(path=key)
    for place in [out, key, *([Path(args.write_mapping)] if args.write_mapping else [])]:
        if not place.parent.is_dir():
            return say["no folder"].format(path=place, folder=place.parent)
        if not os.access(place.parent, os.W_OK):
            return say["not yours"].format(path=place, folder=place.parent)
    return say["a folder"].format(path=args.write_mapping) if Path(args.write_mapping or "x").is_dir() else ""


def _ask(args: argparse.Namespace, error: ConversionError, out: Path) -> int:
    say = _TEXTS[args.lang]
    groups: dict[tuple[str, str, str, str], list[Ask]] = {}
    for ask in error.asked:
        groups.setdefault((ask.code, ask.key, ask.where.file, ask.where.column), []).append(ask)
    print(say["ask"].format(n=len(groups)), file=sys.stderr)
    for asks in groups.values():
        print(" -", ask_text(asks[0], args.lang), file=sys.stderr)
        rows = [str(ask.where.row) for ask in asks[1:] if ask.where.row]
        if rows:
            more = say["more"].format(n=len(rows) - _SHOWN) if len(rows) > _SHOWN else ""
            print("  ", say["also"].format(rows=", ".join(rows[:_SHOWN])) + more, file=sys.stderr)
    useful = error.mapping.to_confirm or any(ask.code in ("HV-711", "HV-705") for ask in error.asked)
    if not useful and not args.write_mapping:
        return 2
    place = Path(args.write_mapping) if args.write_mapping else out.with_name(out.stem + ".mapping.json")
    if place.exists() and not args.write_mapping:
        if not args.mapping:
            print(say["mapping exists"].format(path=place), file=sys.stderr)
            return 2
        numbered = (out.with_name(f"{out.stem}.mapping-{n}.json") for n in count(2))
        place = next(path for path in numbered if not path.exists())
    print(say["mapping"].format(path=error.mapping.save(place)), file=sys.stderr)
    return 2
