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
from ..counting import is_state, read_tally
from ..errors import Error, FileAccessError, nearest
from ..io.atomic import vacant
from ..release import (
    explain_release,
    is_release,
    release_study,
    scores_rows,
    write_document,
)
from ..release.explained import write_explained
from ..report import EDITIONS, write_report
from ..results.estimates import estimate_words
from ..results.reprs import Reader
from ..results.statuses import SYMBOLS
from ..texts import say
from . import counting
from .completion import SHELLS, completion
from .explain import everything, explain, meaning_of_error
from .for_cpp import CMakeFolder
from .given import document_of, mark_inside, print_inside, released_of, rules_of, said, study_of, tell, tell_inside
from .instruments import add_arguments_of_instruments, instruments
from .meeting import add_arguments_of_meeting, meeting
from .parsing import Parser, argparse_in, chosen_language, report_language
from .pictures import add_arguments_of_map, add_arguments_of_plot, map_page, plot
from .planning import add_arguments_of_plan, plan
from .reference import add_arguments_of_reference, reference
from .screen import paint, print_json, print_table, step
from .written import add_arguments_of_open_answers, open_answers

__all__ = ["main"]

_SCORES = ["wave", "kind", "id", "group", "asked", "respondents", "scored", "dont_know", "median_low", "high_share"]
RULES = ("source", "either", "both", "maximum", "minimum")


def _emit(args: argparse.Namespace, table: _core.Table) -> None:
    if args.json:
        print_inside(args, table.to_dicts())
        return
    mark_inside(args)
    print_table(table, args.columns)


def _new_folder(args: argparse.Namespace) -> Path | None:
    """The folder to write; nothing, with a message, when something is there already."""
    place = Path(args.path)
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        text = said(args, "cli.exists", path=place)
        if args.json:
            print_json({"done": False, "issues": [{"code": "HV-118", "message": text}]})
        else:
            print(said(args, "cli.failed"), f"[HV-118] {text}", file=sys.stderr)
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
    tell(args, "cli.written", path=place)
    tell(args, "cli.helpers", path=helpers)
    if missing is not None:
        tell(args, "cli.no_workbook", expected=missing.issues[0].expectation(args.lang))
    tell(args, "cli.next", path=place)
    return 0


def _check(args: argparse.Namespace) -> int:
    study = study_of(args)
    found = {
        "parties": len(study.parties),
        "waves": len(study.waves),
        "respondents": study.respondents,
        "answers": study.answers,
    }
    if args.json:
        print_json({"done": True, "path": args.path, **found, "asked_known": study.asked_known, "issues": []})
    else:
        tell(args, "cli.sound", path=args.path, **found)
        if not study.asked_known:
            tell(args, "cli.unasked")
    return 0


def _score_of_tally(args: argparse.Namespace) -> int:
    given = [f"--{name}" for name in ("by", "wave", "policy", "ledger") if getattr(args, name)]
    if given:
        args.parser.error(say("cli.tally_has_its_groups", args.lang, options=given))
    args.columns = args.columns or _SCORES
    _emit(args, read_tally(args.path).finalize())
    return 0


def _score(args: argparse.Namespace) -> int:
    if is_state(args.path):
        return _score_of_tally(args)
    if args.ledger and not args.policy:
        args.parser.error(say("cli.ledger_needs_policy", args.lang))
    study = study_of(args)
    if args.policy:
        with step(said(args, "cli.releasing")):
            rows = scores_rows(release_study(study, args.policy, by=args.by, ledger=args.ledger))
        print_json(rows)
        return 0
    args.columns = args.columns or _SCORES
    with step(said(args, "cli.scoring")):
        table = study.scores(args.by, args.wave)
    _emit(args, table)
    if not (args.json or study.asked_known):
        tell(args, "cli.unasked")
    return 0


def _coverage(args: argparse.Namespace) -> int:
    study = study_of(args)
    with step(said(args, "cli.looking")):
        findings = study.coverage(args.wave)
    if args.json:
        _emit(args, study.coverage_table(args.wave, "", args.lang))
    else:
        mark_inside(args)
        words = {status: said(args, "cli.status", status=status) for status in SYMBOLS}
        width = max(map(len, words.values()))
        for finding in findings:
            told = paint(f"{SYMBOLS[finding.status]} {words[finding.status]:{width}}", finding.status)
            print(f"{finding.check:4} {told}  {finding.sentence.get(args.lang)}")
    return 1 if any(finding.status in ("attention", "missing") for finding in findings) else 0


def _network(args: argparse.Namespace) -> int:
    study = study_of(args)
    with step(said(args, "cli.mapping")):
        network = study.network(args.relation, args.wave, args.rule, args.minimum_strength, args.level)
    if args.out:
        tell_inside(args, network.write(args.out))
        return 0
    if args.json:
        density = network.density
        print_inside(
            args,
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
            },
        )
        return 0
    mark_inside(args)
    names = {party.id: party.name for party in study.parties}
    nobody = said(args, "cli.nobody")
    print(f"{said(args, 'cli.density')}: {estimate_words(network.density, Reader(args.lang, args.lang))}")
    sizes = sorted(network.components, reverse=True)
    parts = say("cli.parts", args.lang, count=len(sizes), sizes=[str(size) for size in sizes])
    print(f"{said(args, 'cli.components')}: {parts}")
    unseen = nobody if network.response.asked_known else said(args, "cli.unseen")
    for label, parties, none in (
        ("cli.silent", network.silent, unseen),
        ("cli.isolated", network.isolated, nobody),
    ):
        print(f"{said(args, label)}: {', '.join(names.get(party, party) for party in parties) or none}")
    for party, others in network.articulation_points.items():
        cut_off = ", ".join(names.get(other, other) for other in others)
        print(f"{names.get(party, party)}, {said(args, 'cli.articulation_points')}: {cut_off}")
    print_table(network.parties, args.columns)
    return 0


def _report(args: argparse.Namespace) -> int:
    released = document_of(args) if is_release(args.path) else released_of(args)
    with step(said(args, "cli.writing")):
        chosen = {"lang": args.report_lang, "edition": args.edition, "reference": args.reference, "theme": args.theme}
        parts = None if args.parts is None else [part.strip() for part in args.parts.split(",")]
        written = write_report(released, args.out, parts=parts, force=args.force, **chosen)
    if args.json:
        print_json({"done": True, "written": str(written), "policy": released.policy, "lang": args.report_lang})
    else:
        tell(args, "cli.written", path=written)
    return 0


def _planned(args: argparse.Namespace) -> int:
    """Tells what a release would add to a ledger."""
    chosen = rules_of(args)
    if chosen["ledger"] is None:
        args.parser.error(say("cli.check_needs_ledger", args.lang))
    found = study_of(args).check_release(chosen["policy"], by=chosen["by"], ledger=chosen["ledger"])
    lines = [claim.say(args.lang) for claim in found.claims]
    if found.refused:
        lines.append(found.refused.say(args.lang))
    if args.json:
        counts = {"earlier": found.earlier, "figures": found.figures, "new": found.new}
        print_json({"done": True, "allowed": found.refused is None, **counts, "message": " ".join(lines)})
    else:
        print("\n".join(lines))
    return 0 if found.refused is None else 1


def _explain_release(args: argparse.Namespace) -> int:
    chosen = rules_of(args)
    study = study_of(args)
    with step(said(args, "cli.releasing")):
        found = explain_release(study, chosen["policy"], by=chosen["by"], goals=chosen["goals"])
    if args.out:
        tell_inside(args, write_explained(found, args.out, args.lang))
    elif args.json:
        print_inside(args, {"explained": [each.json() for each in found]})
    else:
        mark_inside(args)
        tell(args, "release.explained.about", policy=chosen["policy"], study=study.id)
        print("\n".join(each.say(args.lang) for each in found) or said(args, "release.explained.none"))
    return 0


def _release(args: argparse.Namespace) -> int:
    if args.check:
        return _planned(args)
    vacant(args.out, args.force)
    released = released_of(args)
    written = write_document(released, args.out)
    if args.json:
        print_json({"done": True, "written": str(written), "policy": released.policy})
    else:
        tell(args, "cli.written", path=written)
    return 0


def _demo(args: argparse.Namespace) -> int:
    from ..examples.region import region

    place = _new_folder(args)
    if place is None:
        return 2
    with step(said(args, "cli.drawing")):
        region(args.seed).write(place)
    if args.json:
        print_json({"done": True, "written": str(place)})
    else:
        tell(args, "cli.demo", path=place)
    return 0


def _explain(args: argparse.Namespace) -> int:
    if args.word is None:
        known = everything(args.lang)
        if args.json:
            print_json(known)
        else:
            tell(args, "cli.explainable")
            for kind, words in known.items():
                print(f"{paint(kind, 'strong')}: {', '.join(words)}")
        return 0
    found, maybe = explain(args.word, args.lang)
    if found is None:
        hint = " " + said(args, "cli.maybe", word=maybe) if maybe else ""
        message = said(args, "cli.no_explanation", word=args.word) + hint
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
    """All commands; their help is in the catalogue (cli.json)."""
    parser = Parser(
        prog="houvast",
        lang=lang,
        description="cli.help.shows_how_a_collaboration_around",
        epilog="cli.epilog",
    )
    parser.add_argument(
        "--version", action="version", version=f"houvast {_core.__version__}", help="cli.help.show_the_version"
    )
    parser.add_argument("--cmake-dir", action=CMakeFolder, nargs=0, help="cli.help.where_cmake_finds_the_library")
    said_lang = "cli.help.language_of_messages_and_report"
    parser.add_argument("--lang", type=str.lower, choices=parser.languages, default=lang, help=said_lang)
    parser.set_defaults(run=None)
    commands = parser.add_subparsers(dest="command", metavar="command")

    def command(name: str, run: Callable[[argparse.Namespace], int], text: str) -> Parser:
        sub: Parser = commands.add_parser(name, lang=lang, help=say(text, lang), description=text)
        sub.add_argument("--lang", type=str.lower, choices=parser.languages, default=lang, help=said_lang)
        sub.set_defaults(run=run, parser=sub, columns=[], json=False)
        return sub

    def with_study(sub: Parser) -> Parser:
        sub.add_argument("path", help="cli.help.study_folder_json_file_xlsx")
        return sub

    def with_json(sub: Parser) -> Parser:
        sub.add_argument("--json", action="store_true", help="cli.help.print_json")
        return sub

    add_arguments_of_instruments(
        with_json(command("instruments", instruments, "cli.help.list_the_instruments_that_come"))
    )

    sub = with_json(command("init", _init, "cli.help.start_a_study_folder_with"))
    sub.add_argument("path", help="cli.help.new_folder")
    sub.add_argument("--instrument", action="append", default=[], help="cli.help.instrument_id_may_be_repeated")

    with_json(with_study(command("check", _check, "cli.help.read_a_study_and_list")))

    sub = with_json(with_study(command("score", _score, "cli.help.scores_per_question_and_element")))
    sub.add_argument("--by", default="", help="cli.help.attribute_to_split_by_perspective")
    sub.add_argument("--wave", help="cli.help.one_wave_all")
    sub.add_argument("--policy", help="cli.help.print_released_scores_instead_team")
    sub.add_argument("--ledger", help="cli.help.file_that_keeps_earlier_releases")
    sub.add_argument("--columns", nargs="*", default=[], help="cli.help.columns_to_print")

    counting.add_arguments_of_tally(with_json(command("tally", counting.tally, "cli.help.count_answers_in_files")))
    counting.add_arguments_of_merge(with_json(command("merge", counting.merge, "cli.help.add_counts_up")))

    add_arguments_of_plan(with_json(with_study(command("plan", plan, "cli.help.how_many_must_answer"))))

    sub = with_json(with_study(command("open-answers", open_answers, "cli.help.what_people_wrote")))
    add_arguments_of_open_answers(sub)

    sub = with_json(with_study(command("coverage", _coverage, "cli.help.is_anyone_missing_or_without")))
    sub.add_argument("--wave", help="cli.help.one_wave_the_last")

    sub = with_json(with_study(command("network", _network, "cli.help.who_works_with_whom_exact")))
    sub.add_argument("--relation", help="cli.help.relation_id_the_first_of")
    sub.add_argument("--wave", help="cli.help.one_wave_the_last")
    sub.add_argument("--rule", choices=RULES, help="cli.help.how_two_reports_become_one")
    sub.add_argument("--level", default="party", help="cli.help.take_parties_together_by_organisation")
    sub.add_argument("--minimum-strength", type=float, default=0.0, help="cli.help.weaker_ties_do_not_count")
    sub.add_argument("--out", help="cli.help.write_the_network_to_a")

    def with_rules(sub: Parser) -> Parser:
        sub.add_argument("--policy", help="cli.help.team_groups_of_or_more")
        sub.add_argument("--by", help="cli.help.attribute_to_split_by_perspective_x")
        sub.add_argument("--agenda", type=int, help="cli.help.number_of_questions_on_the")
        sub.add_argument("--goals", choices=("counts", "text"), help="cli.help.goals_and_agreements_counts_or")
        sub.add_argument("--ledger", help="cli.help.file_that_keeps_earlier_releases")
        return sub

    sub = with_json(command("report", _report, "cli.help.write_the_report_as_one"))
    sub.add_argument("path", help="cli.help.study_or_release_document")
    sub.add_argument("-o", "--out", default="report.html", help="cli.help.file_to_write_report_html")
    sub.add_argument("--edition", choices=[*EDITIONS], default="full", help="cli.help.edition_of_the_report")
    sub.add_argument("--parts", help="cli.help.parts_of_the_report")
    sub.add_argument("--theme", help="cli.help.file_with_own_looks")
    sub.add_argument("--reference", help="cli.help.regions_to_stand_beside")
    sub.add_argument("--force", action="store_true", help="cli.help.replace_a_file")
    with_rules(sub)

    sub = with_json(command("meeting", meeting, "cli.help.write_the_facilitators_page"))
    add_arguments_of_meeting(sub)
    with_rules(sub)

    add_arguments_of_plot(with_json(command("plot", plot, "cli.help.draw_every_picture_into_a")))
    add_arguments_of_map(with_json(command("map", map_page, "cli.help.draw_the_map_on_a")))

    sub = with_json(with_study(command("release", _release, "cli.help.write_what_may_leave_as")))
    sub.add_argument("-o", "--out", default="release.json", help="cli.help.file_to_write_release_json")
    sub.add_argument("--force", action="store_true", help="cli.help.replace_a_file")
    sub.add_argument("--check", action="store_true", help="cli.help.tell_what_would_be_added")
    with_rules(sub)

    sub = with_json(with_study(command("explain-release", _explain_release, "cli.help.explain_what_a_release_hides")))
    sub.add_argument("-o", "--out", help="cli.help.file_for_the_explanation")
    sub.add_argument("--policy", help="cli.help.team_groups_of_or_more")
    sub.add_argument("--by", help="cli.help.attribute_to_split_by_perspective_x")
    sub.add_argument("--goals", choices=("counts", "text"), help="cli.help.goals_and_agreements_counts_or")

    add_arguments_of_reference(with_json(command("reference", reference, "cli.help.a_set_of_regions")))

    sub = command("convert", convert_command, "cli.help.make_a_study_of_the")
    add_convert_arguments(sub)

    sub = with_json(command("demo", _demo, "cli.help.write_the_fictional_example_region"))
    sub.add_argument("path", help="cli.help.new_folder")
    sub.add_argument("--seed", type=int, default=2024, help="cli.help.seed_of_the_generator")

    sub = with_json(command("explain", _explain, "cli.help.explain_a_check_question_element"))
    sub.add_argument("word", nargs="?", help="cli.help.what_to_explain_c_e")

    sub = command("completion", _completion, "cli.help.print_the_completion_script_of")
    sub.add_argument("shell", choices=SHELLS, help="cli.help.bash_zsh_or_fish")
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


def _fail(args: argparse.Namespace, error: Error) -> int:
    """Tells what went wrong, on standard output as JSON when asked, and what the codes mean."""
    if args.json:
        told = [
            {"code": i.code, "subject": i.subject, "value": i.value, "expected": i.expected}
            | {"file": i.where.file, "row": i.where.row, "column": i.where.column, "pointer": i.where.pointer}
            | {"message": i.say(args.lang)}
            for i in error.issues
        ]
        print_json({"done": False, "issues": told})
        return 2
    print(paint(said(args, "cli.failed"), "missing", sys.stderr), error.say(args.lang), file=sys.stderr)
    codes = dict.fromkeys(issue.code for issue in error.issues)
    meanings = {each: text for each in codes if (text := meaning_of_error(each, args.lang))}
    if meanings:
        print(paint(said(args, "cli.codes"), "strong", sys.stderr), file=sys.stderr)
        for each, text in meanings.items():
            print(f"  {each} {text}", file=sys.stderr)
    if meant := _meant(args):
        print(said(args, "cli.maybe", word=meant), file=sys.stderr)
    return 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code; errors go to standard error in one readable text.

    Parameters
    ----------
    arguments : sequence of str, optional
        The words after `houvast`; those of this process when left out.

    Returns
    -------
    int
        The exit code.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    lang = chosen_language(given)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a terminal may lack a symbol
    with argparse_in(lang):
        args: Any = _parser(lang).parse_args(given)
    if args.run is None:
        print(say("cli.start", lang))
        return 0
    args.report_lang = report_language(given)
    try:
        return int(args.run(args))
    except Error as error:
        return _fail(args, error)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print(f"\n{said(args, 'cli.stopped')}", file=sys.stderr)
        return 130
    except OSError as error:
        return _fail(args, FileAccessError.of(str(error.filename or ""), error))
