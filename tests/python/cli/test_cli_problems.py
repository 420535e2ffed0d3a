"""Problems with a study in Dutch: every kind that a study can have is told in the words of who fills it in."""

import re
from pathlib import Path

import pytest

import houvast
from broken_base import write_base
from broken_cases import UNREADABLE, UNSOUND
from houvast.cli import main
from houvast.cli.problems import in_dutch, problems_text
from houvast.errors import Issue, Where

ENGLISH = re.compile(r"\b(expected|row|column|the|must|perhaps|with a|one of)\b")
BROKEN = UNREADABLE | UNSOUND


@pytest.mark.parametrize("name", BROKEN)
def test_every_broken_study_is_explained_in_dutch(name: str, tmp_path: Path) -> None:
    with pytest.raises(houvast.Error) as caught:
        houvast.load(BROKEN[name][0](write_base(tmp_path / "klein")))
    for issue in caught.value.issues:
        text = in_dutch(issue)
        assert text is not None, (issue.subject, issue.expected)
        assert text.startswith(f"[{issue.code}] {issue.where.file}")
        assert issue.where.row is None or f"rij {issue.where.row}" in text
        assert issue.where.column in text and issue.where.pointer in text and issue.value in text
        named = text.replace(issue.value, "") if issue.value else text
        assert issue.code in ("HV-104", "HV-116", "HV-101") or not ENGLISH.search(named), text  # those quote a reader


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


def test_what_has_no_dutch_words_stays_as_it_is() -> None:
    odd = Issue("HV-999", "gizmo", "", "a widget", Where("f"), "[HV-999] f: gizmo; expected a widget")
    known = Issue("HV-202", "party", "x", "an id of the parties table", Where("f", 2, "party"), "…")
    assert problems_text(odd.message, [odd], "nl") == odd.message
    assert problems_text("…", [odd, odd], "nl") == "…"
    assert problems_text("…", [odd, known], "nl").split("\n  ") == [
        "Er zijn 2 problemen:",
        odd.message,
        "[HV-202] f, rij 2, kolom party: partij 'x'; verwacht: een id uit de tabel van partijen",
    ]
    many = problems_text("…", [known] * 60, "nl").split("\n  ")
    assert len(many) == 52 and many[-1] == "en nog 10"
