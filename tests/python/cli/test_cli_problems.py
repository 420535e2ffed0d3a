"""Problems with a study in the language of who fills it in: every kind that a study can have, in Dutch and English."""

import re
from pathlib import Path

import pytest

import houvast
from broken_base import write_base
from broken_cases import UNREADABLE, UNSOUND
from houvast.cli import main
from houvast.errors import ValidationError, Where, issue, problems

ENGLISH = re.compile(r"\b(expected|row|column|the|must|perhaps|with a|one of)\b")
BROKEN = UNREADABLE | UNSOUND


@pytest.mark.parametrize("name", BROKEN)
def test_every_broken_study_is_explained_in_dutch(name: str, tmp_path: Path) -> None:
    with pytest.raises(houvast.Error) as caught:
        houvast.load(BROKEN[name][0](write_base(tmp_path / "klein")))
    for found in caught.value.issues:
        text = found.say("nl")
        assert text.startswith(f"[{found.code}] {found.where.file}")
        assert found.where.row is None or f"rij {found.where.row}" in text
        assert found.where.column in text and found.where.pointer in text and found.value in text
        named = text.replace(found.value, "") if found.value else text
        assert found.code in ("HV-116", "HV-101") or not ENGLISH.search(named), text  # those quote a reader


def test_the_command_says_it_in_the_language_of_its_user(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_base(tmp_path / "klein")
    answers = folder / "answers.csv"
    answers.write_text(answers.read_text(encoding="utf-8").replace("school", "schol"), encoding="utf-8")
    assert main(["--lang", "nl", "check", str(folder)]) == 2
    dutch = capsys.readouterr().err
    assert "problemen:" in dutch
    assert "answers.csv, rij 2, kolom party: partij 'schol'; verwacht: een id uit de tabel van partijen" in dutch
    assert "Bedoelde je 'school'?" in dutch and "expected" not in dutch
    assert main(["--lang", "en", "check", str(folder)]) == 2
    assert "row 2, column party: party 'schol'; expected an id of the parties table ('school' perhaps)" in (
        capsys.readouterr().err
    )


def test_many_problems_are_counted() -> None:
    one = issue("HV-110", "problem.subject.unknown_key", "problem.expected.key_of_format", Where("f", 2), value="x")
    assert problems(ValidationError, [one]).say("nl") == one.say("nl")
    many = problems(ValidationError, [one] * 60)
    lines = many.say("nl").split("\n  ")
    assert lines[:2] == [
        "Er zijn 60 problemen:",
        "[HV-110] f, rij 2: onbekende sleutel 'x'; verwacht: een sleutel uit het formaat",
    ]
    assert len(lines) == 52 and lines[-1] == "en nog 10"
    assert str(many) == many.say("en") and str(many).startswith("60 problems found:\n  [HV-110] f, row 2: unknown key")
