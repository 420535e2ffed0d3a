"""Broken studies: each is refused with its code and its place, quotes no answer, and leaves nothing behind."""

from pathlib import Path

import pytest

import houvast
from broken_base import SECRET, Place, in_one_file, write_base
from broken_cases import UNREADABLE, UNSOUND
from houvast.cli import main

BROKEN = UNREADABLE | UNSOUND


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def everything_said(error: houvast.Error) -> str:
    fields = [(issue.subject, issue.value, issue.expected, issue.message, issue.where) for issue in error.issues]
    return f"{error} {error!r} {error.args} {fields}"


def test_there_are_enough_kinds():
    assert len(BROKEN) == len(UNREADABLE) + len(UNSOUND) >= 40
    assert len({code for _, code, _ in BROKEN.values()}) >= 25


def test_the_study_that_is_broken_below_is_sound(tmp_path, capsys):
    folder = write_base(tmp_path / "klein")
    assert len(houvast.load(folder).parties) == 4
    single = in_one_file(lambda document: None)(write_base(tmp_path / "los"))
    assert houvast.load(single).to_json() == houvast.load(folder).to_json()
    assert main(["report", str(folder), "-o", str(tmp_path / "out.html")]) == 0
    assert (tmp_path / "out.html").exists()
    assert SECRET not in (tmp_path / "out.html").read_text("utf-8")


@pytest.mark.parametrize("name", BROKEN)
def test_broken_study_is_refused(name, tmp_path, capsys):
    break_it, code, place = BROKEN[name]
    path = break_it(write_base(tmp_path / "klein"))
    before = snapshot(tmp_path)

    with pytest.raises(houvast.Error) as caught:
        houvast.load(path)
    error = caught.value
    assert type(error) is (houvast.ParseError if name in UNREADABLE else houvast.ValidationError)
    assert isinstance(error, ValueError)
    assert error.code == code
    assert error.issues[0].code == code
    assert error.issues[0].expected
    where = error.where
    assert Place(Path(where.file).name, where.row, where.column, where.pointer) == place
    assert error.issues[0].where == where
    assert code in str(error)
    said = everything_said(error)
    assert SECRET not in said
    assert "777" not in said

    assert main(["report", str(path), "-o", str(tmp_path / "out.html")]) == 2
    printed = capsys.readouterr()
    assert code in printed.err
    assert SECRET not in printed.out + printed.err
    assert snapshot(tmp_path) == before


def test_all_problems_are_told_at_once(tmp_path):
    folder = write_base(tmp_path / "klein")
    for name in (
        "party twice",
        "unknown role",
        "value off its scale",
        "tie with itself",
        "goal due on no day",
        "waves out of order",
    ):
        BROKEN[name][0](folder)
    with pytest.raises(houvast.ValidationError) as caught:
        houvast.load(folder)
    assert sorted(issue.code for issue in caught.value.issues) == [
        "HV-201",
        "HV-204",
        "HV-206",
        "HV-206",
        "HV-207",
        "HV-209",
    ]
    assert {Path(issue.where.file).name for issue in caught.value.issues} == {
        *("study.json", "parties.csv", "answers.csv", "ties.csv", "goals.csv")
    }


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("answer of an unknown party", "school"),
        ("tie of an unknown relation", "samenwerking"),
        ("unknown domain", "sociaal-domein"),
        ("unknown column", "perspective"),
        ("unknown instrument", "six-elements"),
        ("goal of an unknown owner", "ib"),
        ("unknown kind", "person"),
    ],
)
def test_the_nearest_right_word_is_named(name, nearest, tmp_path):
    with pytest.raises(houvast.Error) as caught:
        houvast.load(BROKEN[name][0](write_base(tmp_path / "klein")))
    assert f"'{nearest}'" in caught.value.expected
