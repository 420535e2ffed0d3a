"""The command `houvast`. Exit codes: 0 done, 1 done but something needs attention (coverage), 2 not done."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from .. import _core
from ..convert.command import add_arguments as add_convert_arguments
from ..convert.command import run as convert_command
from ..errors import Error, Issue
from ..io.folder import load
from ..release import release_study, scores_rows
from ..results.statuses import SYMBOLS
from .completion import SHELLS, completion
from .explain import everything, explain, meaning_of_error
from .parsing import Parser, argparse_in, chosen_language, nearest, report_language
from .problems import problems_text
from .screen import paint, print_json, print_table, step
from .words import MESSAGES

__all__ = ["main"]

RULES = ("source", "either", "both", "maximum", "minimum")


def _said(args: argparse.Namespace, key: str, **values: object) -> str:
    return MESSAGES[args.lang][key].format(**values)


def _say(args: argparse.Namespace, key: str, **values: object) -> None:
    print(_said(args, key, **values))


def _inside(args: argparse.Namespace) -> None:
    """Says on standard error that what follows is exact."""
    print(paint(_said(args, "inside"), "unknown", sys.stderr), file=sys.stderr)


def _study(args: argparse.Namespace) -> _core.Study:
    with step(_said(args, "reading")):
        if args.path == "-":
            return _core.study_from_json(sys.stdin.buffer.read(), "standard input")
        return load(args.path)


def _emit(args: argparse.Namespace, table: _core.Table) -> None:
    if args.json:
        print_json(table.to_dicts())
        return
    _inside(args)
    print_table(table, args.columns)


def _instruments(args: argparse.Namespace) -> int:
    found = [_core.instrument(name) for name in _core.instruments()]
    if args.json:
        rows = [
            {"id": i.id, "version": i.version, "title": i.title.get(args.lang), "questions": len(i.questions)}
            for i in found
        ]
        print_json(rows)
    else:
        for i in found:
            print(f"{i.id:17} {i.version:7} {len(i.elements):3} {len(i.questions):3}  {i.title.get(args.lang)}")
    return 0


def _new_folder(args: argparse.Namespace) -> Path | None:
    """The folder to write; nothing, with a message, when something is there already."""
    place = Path(args.path)
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        text = _said(args, "exists", path=place)
        if args.json:
            print_json({"done": False, "issues": [{"code": "HV-118", "message": text}]})
        else:
            print(_said(args, "failed"), f"[HV-118] {text}", file=sys.stderr)
        return None
    return place


def _init(args: argparse.Namespace) -> int:
    from ..starter import write_helpers, write_starter

    place = _new_folder(args)
    if place is None:
        return 2
    write_starter(place, args.instrument, args.lang)
    helpers, missing = write_helpers(place, args.instrument, args.lang)
    if args.json:
        print_json({"done": True, "written": str(place), "helpers": str(helpers)})
        return 0
    _say(args, "written", path=place)
    _say(args, "helpers", path=helpers)
    if missing is not None:
        _say(args, "no_workbook", expected=missing.expected)
    _say(args, "next", path=place)
    return 0


def _check(args: argparse.Namespace) -> int:
    study = _study(args)
    found = {
        "parties": len(study.parties),
        "waves": len(study.waves),
        "respondents": study.respondents,
        "answers": study.answers,
    }
    if args.json:
        print_json({"done": True, "path": args.path, **found, "asked_known": study.asked_known, "issues": []})
    else:
        _say(args, "sound", path=args.path, **found)
        if not study.asked_known:
            _say(args, "unasked")
    return 0


def _score(args: argparse.Namespace) -> int:
    study = _study(args)
    if args.policy:
        with step(_said(args, "releasing")):
            rows = scores_rows(release_study(study, args.policy, by=args.by))
        print_json(rows)
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
    with step(_said(args, "scoring")):
        table = study.scores(args.by, args.wave)
    _emit(args, table)
    if not (args.json or study.asked_known):
        _say(args, "unasked")
    return 0


def _coverage(args: argparse.Namespace) -> int:
    study = _study(args)
    with step(_said(args, "looking")):
        findings = study.coverage(args.wave)
    if args.json:
        _emit(args, study.coverage_table(args.wave, "", args.lang))
    else:
        _inside(args)
        words = {status: _said(args, status if status != "unknown" else "status_unknown") for status in SYMBOLS}
        width = max(map(len, words.values()))
        for finding in findings:
            told = paint(f"{SYMBOLS[finding.status]} {words[finding.status]:{width}}", finding.status)
            print(f"{finding.check:4} {told}  {study.render(finding.sentence, args.lang)}")
    return 1 if any(finding.status in ("attention", "missing") for finding in findings) else 0


def _network(args: argparse.Namespace) -> int:
    study = _study(args)
    with step(_said(args, "mapping")):
        network = study.network(args.relation, args.wave, args.rule, args.minimum_strength, args.level)
    if args.out:
        _inside(args)
        _say(args, "written", path=network.write(args.out))
        return 0
    if args.json:
        density = network.density
        print_json(
            {
                "relation": network.relation,
                "wave": network.wave,
                "parties": len(network.party_ids),
                "density": density.value if density.defined else None,
                "density_low": density.details.get("low"),
                "density_high": density.details.get("high"),
                "components": network.components,
                "asked_known": network.response.asked_known,
                "silent": network.silent,
                "isolated": network.isolated,
                "articulation_points": network.articulation_points,
            }
        )
        return 0
    names = {party.id: party.name for party in study.parties}
    nobody = _said(args, "nobody")
    print(f"{_said(args, 'density')}: {network.density}")
    print(f"{_said(args, 'components')}: {', '.join(map(str, network.components))}")
    unseen = nobody if network.response.asked_known else _said(args, "unseen")
    for key, none in (("silent", unseen), ("isolated", nobody)):
        print(f"{_said(args, key)}: {', '.join(names.get(party, party) for party in getattr(network, key)) or none}")
    for party, others in network.articulation_points.items():
        cut_off = ", ".join(names.get(other, other) for other in others)
        print(f"{names.get(party, party)}, {_said(args, 'articulation_points')}: {cut_off}")
    _emit(args, network.parties)
    return 0


def _report(args: argparse.Namespace) -> int:
    study = _study(args)
    with step(_said(args, "releasing")):
        released = study.release(args.policy, by=args.by, agenda_length=args.agenda, goals=args.goals)
    with step(_said(args, "writing")):
        written = released.report(args.out, lang=args.report_lang)
    if args.json:
        print_json({"done": True, "written": str(written), "policy": released.policy, "lang": args.report_lang})
    else:
        _say(args, "written", path=written)
    return 0


def _demo(args: argparse.Namespace) -> int:
    from ..examples.region import region

    place = _new_folder(args)
    if place is None:
        return 2
    with step(_said(args, "drawing")):
        region(args.seed).write(place)
    if args.json:
        print_json({"done": True, "written": str(place)})
    else:
        _say(args, "demo", path=place)
    return 0


def _explain(args: argparse.Namespace) -> int:
    if args.word is None:
        known = everything(args.lang)
        if args.json:
            print_json(known)
        else:
            _say(args, "explainable")
            for kind, words in known.items():
                print(f"{paint(kind, 'strong')}: {', '.join(words)}")
        return 0
    found, maybe = explain(args.word, args.lang)
    if found is None:
        hint = " " + _said(args, "maybe", word=maybe) if maybe else ""
        message = _said(args, "no_explanation", word=args.word) + hint
        if args.json:
            print_json({"done": False, "issues": [{"code": "", "message": message}]})
        else:
            print(message, file=sys.stderr)
        return 2
    if args.json:
        print_json({**found, "facts": dict(found["facts"])})
        return 0
    print(paint(f"{found['word']}  {found['title']}".rstrip(), "strong"))
    if found["text"]:
        print(found["text"])
    for label, value in found["facts"]:
        lines = [value] if isinstance(value, str) else value
        print(f"{label}: {lines[0]}" if len(lines) == 1 else "\n".join([f"{label}:", *(f"  {line}" for line in lines)]))
    return 0


def _completion(args: argparse.Namespace) -> int:
    with argparse_in(args.lang):
        parser = _parser(args.lang)
    print(completion(parser, args.shell), end="")
    return 0


def _parser(lang: str = "nl") -> Parser:
    """All commands. Help is English here and Dutch in words.py; `Parser` picks the language."""
    parser = Parser(
        prog="houvast",
        lang=lang,
        description="Shows how a collaboration around children is doing, and what to talk about next.",
        epilog=MESSAGES[lang]["epilog"],
    )
    parser.add_argument("--version", action="version", version=f"houvast {_core.__version__}", help="show the version")
    said_lang = "language of messages and report: nl or en"
    parser.add_argument("--lang", choices=("nl", "en"), default=lang, help=said_lang)
    parser.set_defaults(run=None)
    commands = parser.add_subparsers(dest="command", metavar="command")

    def command(name: str, run: Callable[[argparse.Namespace], int], text: str) -> Parser:
        sub: Parser = commands.add_parser(name, lang=lang, help=parser.said(text), description=text)
        sub.add_argument("--lang", choices=("nl", "en"), default=lang, help=said_lang)
        sub.set_defaults(run=run, parser=sub, columns=[], json=False)
        return sub

    def with_study(sub: Parser) -> Parser:
        sub.add_argument("path", help="study folder, .json file, .xlsx workbook, or - for JSON on standard input")
        return sub

    def with_json(sub: Parser) -> Parser:
        sub.add_argument("--json", action="store_true", help="print JSON")
        return sub

    with_json(command("instruments", _instruments, "list the instruments that come with houvast"))

    sub = with_json(command("init", _init, "start a study folder with empty tables"))
    sub.add_argument("path", help="new folder")
    sub.add_argument("--instrument", action="append", default=[], help="instrument id; may be repeated (six-elements)")

    with_json(with_study(command("check", _check, "read a study and list everything that is wrong with it")))

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
    sub.add_argument("--rule", choices=RULES, help="how two reports become one tie")
    sub.add_argument("--level", default="party", help="take parties together by: organisation, domain, ... (party)")
    sub.add_argument("--minimum-strength", type=float, default=0.0, help="weaker ties do not count (0: any)")
    sub.add_argument("--out", help="write the network to a file instead: .graphml, .gexf, .net, .json or .csv")

    sub = with_json(with_study(command("report", _report, "write the report as one HTML file")))
    sub.add_argument("-o", "--out", default="report.html", help="file to write (report.html)")
    sub.add_argument("--policy", default="team", help="team (groups of 5 or more) or external (10 or more)")
    sub.add_argument("--by", default="perspective", help="attribute to split by (perspective)")
    sub.add_argument("--agenda", type=int, default=5, help="number of questions on the agenda (5)")
    said_goals = "goals and agreements: counts, or text for their own words as well (counts)"
    sub.add_argument("--goals", choices=("counts", "text"), default="counts", help=said_goals)

    sub = command(
        "convert", convert_command, "make a study of the export of a survey platform; exit code 2 when it must ask"
    )
    add_convert_arguments(sub)

    sub = with_json(command("demo", _demo, "write the fictional example region as a study folder"))
    sub.add_argument("path", help="new folder")
    sub.add_argument("--seed", type=int, default=2024, help="seed of the generator (2024)")

    sub = with_json(command("explain", _explain, "explain a check, question, element, error code or metric"))
    sub.add_argument("word", nargs="?", help="what to explain: C7, E2.1, HV-202, density, ...")

    sub = command("completion", _completion, "print the completion script of a shell")
    sub.add_argument("shell", choices=SHELLS, help="bash, zsh or fish")
    return parser


def _meant(args: argparse.Namespace) -> str:
    """The study that was probably meant: the folder of a table, or the name that is almost the same."""
    if args.command in ("init", "demo") or not getattr(args, "path", ""):
        return ""
    place = Path(args.path)
    if place.is_file() and (place.suffix == ".csv" or place.name == "study.json"):
        return str(place.parent) if (place.parent / "study.json").is_file() else ""
    if place.exists() or not place.parent.is_dir():
        return ""
    found = nearest(place.name, [item.name for item in place.parent.iterdir()])
    return str(place.parent / found) if found else ""


def _fail(args: argparse.Namespace, message: str, issues: Sequence[Issue], code: str) -> int:
    """Tells what went wrong, on standard output as JSON when asked, and what the codes mean."""
    if args.json:
        told = [
            {"code": i.code, "subject": i.subject, "value": i.value, "expected": i.expected}
            | {"file": i.where.file, "row": i.where.row, "column": i.where.column, "pointer": i.where.pointer}
            | {"message": i.message}
            for i in issues
        ]
        print_json({"done": False, "issues": told or [{"code": code, "message": message}]})
        return 2
    print(
        paint(_said(args, "failed"), "missing", sys.stderr), problems_text(message, issues, args.lang), file=sys.stderr
    )
    codes = dict.fromkeys([issue.code for issue in issues] or [code])
    meanings = {each: text for each in codes if (text := meaning_of_error(each, args.lang))}
    if meanings:
        print(paint(_said(args, "codes"), "strong", sys.stderr), file=sys.stderr)
        for each, text in meanings.items():
            print(f"  {each} {text}", file=sys.stderr)
    if meant := _meant(args):
        print(_said(args, "maybe", word=meant), file=sys.stderr)
    return 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code; errors go to standard error in one readable text."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    lang = chosen_language(given)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a terminal may lack a symbol
    with argparse_in(lang):
        args: Any = _parser(lang).parse_args(given)
    if args.run is None:
        print(MESSAGES[lang]["start"])
        return 0
    args.report_lang = report_language(given)
    try:
        return int(args.run(args))
    except Error as error:
        return _fail(args, str(error), error.issues, error.code)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print(f"\n{_said(args, 'stopped')}", file=sys.stderr)
        return 130
    except OSError as error:
        return _fail(args, f"[HV-118] {error.filename or ''}: {error.strerror}", (), "HV-118")
