"""The commands that count answers in files of any size: `houvast tally` and `houvast merge`."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path

from .. import _core
from ..counting import merge_tallies, read_tally, tally_files, write_tally
from ..errors import InvalidValueError, Where, problem
from ..texts import say
from .given import print_inside
from .parsing import Parser
from .screen import share_done

__all__ = ["add_arguments_of_merge", "add_arguments_of_tally", "merge", "tally"]


def _instrument(name: str) -> _core.Instrument:
    """An instrument of the catalogue by its name, or of a file by its path."""
    if not name.endswith(".json"):
        return _core.instrument(name)
    return _core.Instrument.parse(Path(name).read_text(encoding="utf-8"))


def _columns(pairs: list[str]) -> dict[str, str]:
    """Question → column, of words such as E1.1=v12. Raises InvalidValueError HV-303."""
    for pair in pairs:
        if "=" not in pair:
            where = Where(column="--columns")
            expected = "problem.expected.question_is_column"
            raise problem(InvalidValueError, "HV-303", "problem.subject.column", expected, where, value=pair)
    return dict(pair.split("=", 1) for pair in pairs)


def _time_left(lang: str) -> Callable[[float], str]:
    """What to say of the share that is done, and how long the rest will take at the pace so far."""
    begin, first = time.monotonic(), list[float]()

    def told(share: float) -> str:
        first.append(share)
        done = share - first[0]
        left = int((time.monotonic() - begin) * (1 - share) / done) if done > 0 else None
        minutes, seconds = divmod(left or 0, 60)
        known = "yes" if left is not None else "no"
        return say("cli.share_done", lang, share=share, known=known, minutes=minutes, seconds=seconds)

    return told


def _done(args: argparse.Namespace, total: _core.Tally) -> int:
    if args.json:
        groups, waves = len(total.groups), len(total.waves)
        told = {"done": True, "written": args.out, "people": total.respondents, "groups": groups, "waves": waves}
        print_inside(args, told)
    else:
        print(say("cli.counted", args.lang, people=total.respondents, path=args.out))
    return 0


def tally(args: argparse.Namespace) -> int:
    """Counts files of answers into one state; broken off, it says how to go on."""
    told = _time_left(args.lang)
    with share_done(say("cli.counting", args.lang)) as tell:
        total = tally_files(
            args.paths,
            _instrument(args.instrument),
            groups=args.groups,
            waves=args.waves,
            respondent=args.respondent,
            question=args.question,
            answer=args.answer,
            columns=_columns(args.columns),
            out=args.out,
            threads=args.threads,
            progress=lambda share: tell(told(share)),
        )
    return _done(args, total)


def merge(args: argparse.Namespace) -> int:
    """Adds states up."""
    total = merge_tallies(read_tally(path) for path in args.paths)
    write_tally(total, args.out)
    return _done(args, total)


def add_arguments_of_tally(sub: Parser) -> None:
    """The options of `houvast tally`."""
    sub.add_argument("paths", nargs="+", help="cli.help.files_with_answers")
    sub.add_argument("--instrument", required=True, help="cli.help.instrument_or_its_file")
    sub.add_argument("-o", "--out", required=True, help="cli.help.file_of_counts_to_write")
    sub.add_argument("--groups", help="cli.help.column_with_groups")
    sub.add_argument("--waves", help="cli.help.column_with_waves")
    sub.add_argument("--respondent", default="respondent", help="cli.help.column_with_respondents")
    sub.add_argument("--question", default="question", help="cli.help.column_with_questions")
    sub.add_argument("--answer", default="answer", help="cli.help.column_with_answers")
    sub.add_argument("--columns", nargs="*", default=[], help="cli.help.columns_of_questions")
    sub.add_argument("--threads", type=int, default=1, help="cli.help.threads")


def add_arguments_of_merge(sub: Parser) -> None:
    """The options of `houvast merge`."""
    sub.add_argument("paths", nargs="+", help="cli.help.files_of_counts")
    sub.add_argument("-o", "--out", required=True, help="cli.help.file_of_counts_to_write")
