"""The command `houvast convert`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .convert import convert
from .mapping import PERSONAL, REPEATS, Mapping
from .platforms import PLATFORMS
from .privacy import key_from
from .report import ask_text
from .sheet import ConversionError
from .unreadable import UnreadableError

__all__ = ["add_arguments", "run"]

_TEXTS = {
    "nl": {
        "exists": "{path} bestaat al en is niet leeg; kies een andere map.",
        "written": "Geschreven: {path}",
        "new key": "Sleutel van de pseudoniemen: {path}. Bewaar die goed en niet bij de studie; zonder deze "
        "sleutel zijn een volgende ronde en deze niet te koppelen.",
        "unreadable": "Nog niet omgezet: een bestand is niet te lezen.",
        "ask": "Nog niet omgezet. Dit is eerst nodig ({n}):",
        "mapping": 'Wat er tot nu toe herkend is staat in {path}. Zoek daar naar "confirm": true, verbeter wat niet '
        "klopt, haal confirm weg, en geef het bestand mee met --mapping.",
        "mapping exists": "{path} bestaat al; zeg met --write-mapping waar de mapping mag komen.",
        "next": "Kijk het na met: houvast check {path}",
    },
    "en": {
        "exists": "{path} exists and is not empty; choose another folder.",
        "written": "Written: {path}",
        "new key": "Key of the pseudonyms: {path}. Keep it well and not with the study; without it a next wave "
        "cannot be linked to this one.",
        "unreadable": "Not converted yet: a file cannot be read.",
        "ask": "Not converted yet. This is needed first ({n}):",
        "mapping": 'What was recognised so far stands in {path}. Look there for "confirm": true, correct what is not '
        "right, take confirm away, and give the file with --mapping.",
        "mapping exists": "{path} exists; say with --write-mapping where the mapping may go.",
        "next": "Check it with: houvast check {path}",
    },
}


def add_arguments(sub: argparse.ArgumentParser) -> None:
    """The arguments of `houvast convert`."""
    sub.add_argument(
        "exports", nargs="+", help="export files (.csv, .tsv, .xlsx, .ods, .sav, .zip), one per wave, the oldest first"
    )
    sub.add_argument("-o", "--out", required=True, help="new study folder, or .json file")
    sub.add_argument("--mapping", help="mapping that an earlier conversion wrote and you reviewed")
    sub.add_argument("--write-mapping", help="where to write the mapping")
    sub.add_argument("--roster", help="table of parties: the columns of parties.csv and, if you like, respondents")
    sub.add_argument("--wave", action="append", default=[], help="id of the wave of each file; may be repeated")
    sub.add_argument("--instrument", action="append", default=[], help="instrument id or .json file (recognised)")
    sub.add_argument("--structure", help="LimeSurvey survey structure (.txt) or REDCap data dictionary (.csv)")
    sub.add_argument("--key", help="key file of the pseudonyms (beside the study)")
    sub.add_argument("--platform", choices=PLATFORMS, help="platform, when it is recognised wrongly")
    sub.add_argument("--encoding", help="encoding of a CSV that is not UTF-8, such as cp1252")
    sub.add_argument("--sheet", help="sheet of a workbook with several")
    sub.add_argument("--repeats", choices=REPEATS, help="which response counts when someone answered twice in a wave")
    sub.add_argument("--personal", choices=PERSONAL, help="addresses, numbers and names in open answers (mask)")
    sub.add_argument("--title", default="Onze samenwerking", help="title of the study")


def run(args: argparse.Namespace) -> int:
    """Converts, tells what was read, and returns 0; or lists what must be answered first, and returns 2."""
    say = _TEXTS[args.lang]
    out = Path(args.out)
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        print(say["exists"].format(path=out), file=sys.stderr)
        return 2
    mapping = Mapping.load(args.mapping) if args.mapping else None
    key_place = Path(args.key) if args.key else out.with_name(out.stem + ".key")
    known = key_place.exists()
    key_from(key_place, out)  # refuses a place inside the study, or a key that others can read
    try:
        made = convert(
            args.exports,
            mapping,
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


def _ask(args: argparse.Namespace, error: ConversionError, out: Path) -> int:
    say = _TEXTS[args.lang]
    print(say["ask"].format(n=len(error.asked)), file=sys.stderr)
    for ask in error.asked:
        print(" -", ask_text(ask, args.lang), file=sys.stderr)
    useful = error.mapping.to_confirm or any(ask.code in ("HV-711", "HV-705") for ask in error.asked)
    if not useful and not args.write_mapping:
        return 2
    place = Path(args.write_mapping) if args.write_mapping else out.with_name(out.stem + ".mapping.json")
    if place.exists() and not args.write_mapping:
        print(say["mapping exists"].format(path=place), file=sys.stderr)
    else:
        print(say["mapping"].format(path=error.mapping.save(place)), file=sys.stderr)
    return 2
