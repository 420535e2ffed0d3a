"""Whatever is wrong with the words of a command is said in the user's language, whoever finds it and whenever."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import houvast
from houvast.cli import _parser, main
from houvast.cli.parsing import argparse_in
from houvast.scoring import Tally

ENGLISH = re.compile(
    r"\b(error|usage|arguments?|invalid|expected|required|unrecognized|ambiguous|choose|choice|allowed|int|float)\b"
)
NUMBERS = {int: "is geen geheel getal", float: "is geen getal"}


def commands() -> dict[str, argparse.ArgumentParser]:
    with argparse_in("nl"):
        parser = _parser("nl")
    action = next(a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    return dict(action.choices)


def wrong_words(parser: argparse.ArgumentParser) -> Iterator[tuple[list[str], str]]:
    """Words that cannot follow a command, and a part of what is said of them."""
    named = [a for a in parser._actions if a.option_strings]
    places = [a for a in parser._actions if not a.option_strings]
    enough = [str(next(iter(a.choices))) if a.choices else "x" for a in places if a.nargs in (None, "+")]
    enough += [word for a in named if a.required for word in (a.option_strings[-1], "x")]
    yield [*enough, "--zulks"], "'--zulks' ken ik niet."
    if all(a.nargs is None for a in places):
        yield [*enough, "x", "teveel"], "ken ik niet."
    if enough:
        yield [], "Dit ontbreekt nog:"
    if any(a.choices for a in places):
        yield ["zulks"], "kies uit"
    for action in named:
        name = action.option_strings[-1]
        if action.nargs == 0:
            yield [*enough, f"{name}=x"], "hier hoort geen waarde bij"
            continue
        if action.nargs in (None, "+"):
            yield [*enough, name], "hier hoort"
        if action.type in NUMBERS:
            yield [*enough, name, "veel"], NUMBERS[action.type]  # type: ignore[index]
        if action.choices and action.dest != "lang":
            yield [*enough, name, "1234"], "kies uit"


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "gebruik: houvast" in shown.err and "Hulp: houvast" in shown.err
    assert not ENGLISH.search(shown.err), shown.err
    return shown.err


@pytest.mark.parametrize("name", commands())
def test_every_command_says_in_dutch_what_is_wrong(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = [(words, part, refused(capsys, name, *words)) for words, part in wrong_words(commands()[name])]
    assert [(words, told) for words, part, told in said if part not in told] == []
    assert len(said) > 2


def after_reading(indiana: Path, room: Path) -> Iterator[tuple[list[str], str]]:
    """What a command itself finds: options that do not go together, or not with what was given."""
    document = room / "release.json"
    document.write_text(json.dumps(houvast.load(indiana).release("team").document()), encoding="utf-8")
    tally = room / "counts.tally"
    houvast.write_tally(Tally(houvast.instrument("six-elements")), tally)
    yield ["release", str(indiana), "--check"], "--ledger"
    yield ["score", str(indiana), "--ledger", str(room / "l.json")], "--policy"
    yield ["plot", str(indiana), "-o", str(room / "p"), "--ledger", str(room / "l.json")], "--policy"
    yield ["score", str(tally), "--by", "domain"], "--by"
    yield ["report", str(document), "--policy", "team"], "--policy"
    yield ["meeting", str(document), "--goals", "text"], "--goals"
    yield ["reference", "add", str(room / "set")], "--consent"


def test_what_a_command_finds_later_is_in_dutch_too(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words, part in after_reading(root / "tests/data/indiana", tmp_path):
        assert part in refused(capsys, *words)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["counts.tally", "release.json"]
