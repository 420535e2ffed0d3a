"""The command `houvast`. Exit codes: 0 done, 1 done but something needs attention (check), 2 not done."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from . import _core
from .errors import Error
from .release import release_study, scores_rows
from .studyfiles import load

__all__ = ["main"]

_TEXTS = {
    "nl": {
        "sound": "{path}: in orde. {parties} partijen, {waves} rondes, "
        "{respondents} respondenten, {answers} antwoorden.",
        "written": "Geschreven: {path}",
        "failed": "Niet gelukt.",
        "exists": "{path} bestaat al en is niet leeg; kies een andere map.",
        "demo": "Voorbeeldregio (fictief) geschreven in {path}",
        "inside": "Exacte uitkomsten, alleen voor intern gebruik. Voor anderen: houvast report.",
        "helpers": "Werkboek, vragenlijsten en een tekst voor toestemming: {path}",
        "no_workbook": "Zonder werkboek voor Excel; dat komt erbij met: {expected}",
        "next": "Vul de tabellen in en kijk ze na met: houvast check {path}",
    },
    "en": {
        "sound": "{path}: sound. {parties} parties, {waves} waves, {respondents} respondents, {answers} answers.",
        "written": "Written: {path}",
        "failed": "Not done.",
        "exists": "{path} exists and is not empty; choose another folder.",
        "demo": "Example region (fictional) written to {path}",
        "inside": "Exact results, for inside use only. For others: houvast report.",
        "helpers": "Workbook, questionnaires and a consent text: {path}",
        "no_workbook": "Without a workbook for Excel; it comes with: {expected}",
        "next": "Fill in the tables and check them with: houvast check {path}",
    },
}


def _say(args: argparse.Namespace, key: str, **values: object) -> None:
    print(_TEXTS[args.lang][key].format(**values))


def _emit(args: argparse.Namespace, table: _core.Table) -> None:
    if args.json:
        json.dump(table.to_dicts(), sys.stdout, ensure_ascii=False, indent=1)
        print()
        return
    print(_TEXTS[args.lang]["inside"], file=sys.stderr)
    rows = table.to_dicts()
    names = (
        [name for name in (column.name for column in table.columns) if name in args.columns] if args.columns else None
    )
    names = names or [column.name for column in table.columns]
    cells = [[_plain(row[name]) for name in names] for row in rows]
    widths = [max([len(name), *(len(row[i]) for row in cells)]) for i, name in enumerate(names)]
    for row in [names, *cells]:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _plain(value: Any) -> str:
    if value is None:
        return "-"
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def _instruments(args: argparse.Namespace) -> int:
    found = [_core.instrument(name) for name in _core.instruments()]
    if args.json:
        rows = [
            {"id": i.id, "version": i.version, "title": i.title.get(args.lang), "questions": len(i.questions)}
            for i in found
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for i in found:
            print(f"{i.id:17} {i.version:7} {len(i.elements):3} {len(i.questions):3}  {i.title.get(args.lang)}")
    return 0


def _init(args: argparse.Namespace) -> int:
    from .starter import write_helpers, write_starter

    place = Path(args.path)
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        _say(args, "exists", path=place)
        return 2
    write_starter(place, args.instrument, args.lang)
    helpers, missing = write_helpers(place, args.instrument, args.lang)
    _say(args, "written", path=place)
    _say(args, "helpers", path=helpers)
    if missing is not None:
        _say(args, "no_workbook", expected=missing.expected)
    _say(args, "next", path=place)
    return 0


def _check(args: argparse.Namespace) -> int:
    study = load(args.path)
    _say(
        args,
        "sound",
        path=args.path,
        parties=len(study.parties),
        waves=len(study.waves),
        respondents=study.respondents,
        answers=study.answers,
    )
    return 0


def _score(args: argparse.Namespace) -> int:
    study = load(args.path)
    if args.policy:
        rows = scores_rows(release_study(study, args.policy, by=args.by))
        json.dump(rows, sys.stdout, ensure_ascii=False, indent=1, default=repr)
        print()
        return 0
    args.columns = args.columns or [
        "wave",
        "kind",
        "id",
        "group",
        "asked",
        "respondents",
        "scored",
        "dont_know",
        "median_low",
        "top_box",
    ]
    _emit(args, study.scores(args.by, args.wave))
    return 0


def _coverage(args: argparse.Namespace) -> int:
    study = load(args.path)
    findings = study.coverage(args.wave)
    if args.json:
        _emit(args, study.coverage_table(args.wave, "", args.lang))
    else:
        print(_TEXTS[args.lang]["inside"], file=sys.stderr)
        for finding in findings:
            print(f"{finding.check:4} {finding.status:14} {study.render(finding.sentence, args.lang)}")
    return 1 if any(finding.status in ("attention", "missing") for finding in findings) else 0


def _network(args: argparse.Namespace) -> int:
    study = load(args.path)
    network = study.network(args.relation, args.wave, args.rule, args.minimum_strength)
    if args.json:
        density = network.density
        print(
            json.dumps(
                {
                    "relation": network.relation,
                    "wave": network.wave,
                    "parties": len(network.party_ids),
                    "density": density.value,
                    "density_low": density.details["low"],
                    "density_high": density.details["high"],
                    "components": network.components,
                    "silent": network.silent,
                    "isolated": network.isolated,
                    "articulation_points": network.articulation_points,
                },
                ensure_ascii=False,
                indent=1,
            )
        )
        return 0
    print(network.density)
    for name in ("components", "silent", "isolated", "articulation_points"):
        print(f"{name}: {getattr(network, name)}")
    _emit(args, network.parties)
    return 0


def _report(args: argparse.Namespace) -> int:
    released = load(args.path).release(args.policy, by=args.by, agenda_length=args.agenda)
    _say(args, "written", path=released.report(args.out, lang=args.lang))
    return 0


def _demo(args: argparse.Namespace) -> int:
    from .examples.region import region

    place = Path(args.path)
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        _say(args, "exists", path=place)
        return 2
    region(args.seed).write(place)
    _say(args, "demo", path=place)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="houvast",
        description="Laat zien hoe samenwerking rond jeugdigen ervoor staat, en waarover het gesprek kan gaan. "
        "Shows how a collaboration around children is doing, and what to talk about next.",
    )
    parser.add_argument("--version", action="version", version=f"houvast {_core.__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")

    def command(name: str, run: Callable[[argparse.Namespace], int], text: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=text, description=text)
        sub.add_argument("--lang", choices=("nl", "en"), default="nl", help="language of messages and report (nl)")
        sub.set_defaults(run=run, columns=[], json=False)
        return sub

    def with_study(sub: argparse.ArgumentParser) -> argparse.ArgumentParser:
        sub.add_argument("path", help="study folder, .json file or .xlsx workbook")
        return sub

    def with_json(sub: argparse.ArgumentParser) -> argparse.ArgumentParser:
        sub.add_argument("--json", action="store_true", help="print JSON")
        return sub

    with_json(command("instruments", _instruments, "list the instruments that come with houvast"))

    sub = command("init", _init, "start a study folder with empty tables")
    sub.add_argument("path", help="new folder")
    sub.add_argument("--instrument", action="append", default=[], help="instrument id; may be repeated (six-elements)")

    with_study(command("check", _check, "read a study and list everything that is wrong with it"))

    sub = with_json(with_study(command("score", _score, "scores per question and element (exact, inside use)")))
    sub.add_argument("--by", default="", help="attribute to split by: perspective, domain, level, organisation, ...")
    sub.add_argument("--wave", help="one wave (all)")
    sub.add_argument("--policy", help="print released scores instead: team or external")
    sub.add_argument("--columns", nargs="*", default=[], help="columns to print")

    sub = with_json(
        with_study(command("coverage", _coverage, "is anyone missing or without a voice? exit code 1 when so"))
    )
    sub.add_argument("--wave", help="one wave (the last)")

    sub = with_json(with_study(command("network", _network, "who works with whom (exact, inside use)")))
    sub.add_argument("--relation", help="relation id (the first of the study)")
    sub.add_argument("--wave", help="one wave (the last)")
    sub.add_argument("--rule", choices=("source", "either", "both"), help="how two reports become one tie")
    sub.add_argument("--minimum-strength", type=float, default=0.0, help="weaker ties do not count (0: any)")

    sub = with_study(command("report", _report, "write the report as one HTML file"))
    sub.add_argument("-o", "--out", default="report.html", help="file to write (report.html)")
    sub.add_argument("--policy", default="team", help="team (groups of 5 or more) or external (10 or more)")
    sub.add_argument("--by", default="perspective", help="attribute to split by (perspective)")
    sub.add_argument("--agenda", type=int, default=5, help="number of questions on the agenda (5)")

    sub = command("demo", _demo, "write the fictional example region as a study folder")
    sub.add_argument("path", help="new folder")
    sub.add_argument("--seed", type=int, default=2024, help="seed of the generator (2024)")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code; errors go to standard error in one readable text."""
    args = _parser().parse_args(arguments)
    try:
        return int(args.run(args))
    except Error as error:
        print(_TEXTS[args.lang]["failed"], error, file=sys.stderr)
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        print(_TEXTS[args.lang]["failed"], f"[HV-118] {error.filename or ''}: {error.strerror}", file=sys.stderr)
        return 2
