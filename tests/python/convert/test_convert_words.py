"""What a conversion asks and tells is in the catalogue, every question of it, and nothing is said outside it."""

import re
from pathlib import Path

import pytest

from houvast._core import LocalizedText, gaps, has_message, messages
from houvast.cli import main
from houvast.convert.report import Report
from houvast.convert.sheet import Ask
from houvast.errors import Where
from pseudo import words_outside

EXPORTS = Path(__file__).parents[2] / "data" / "exports"
PSEUDO = "qps-plocm"
QUESTIONS = sorted(key for key, _ in messages("en") if key.startswith("convert.ask."))


def report(n: int) -> Report:
    """A report that has something to say of everything, each n times."""
    matches = dict.fromkeys(("code", "exact", "alias", "fuzzy", "manual"), n)
    return Report(
        files=[("1.csv", "wide", "2"), ("1.csv", "long", "")],
        **dict.fromkeys(
            ("respondents", "parties", "ties", "texts", "partial", "empty", "previews", "unlinked", "repeated"), n
        ),
        responses=n + 1,
        waves=["1"] * n,
        questions=matches,
        labels=matches,
        lacking=["1"] * n,
        dropped={"not used": ["1"], "e-mail": ["2"], "unknown": ["3"] * n},
        person="1",
        personal=[Where("1.csv", 3, "2")],
        personal_kept=n > 1,
        left_out={"1": n},
        filled_in={"1"},
        notes={"titles": n, "hidden": n, "others": n},
        asked_known=False,
        code_words=[{1: LocalizedText("een", "one")}],
    )


@pytest.mark.parametrize("n", [1, 2])
def test_no_word_of_a_report_stands_outside_the_catalogue(n: int) -> None:
    lines = report(n).lines(PSEUDO)
    assert len(lines) > 20
    assert words_outside(lines, ["csv"]) == []


def test_one_is_not_several() -> None:
    one, two = (" ".join(report(n).lines("nl")) for n in (1, 2))
    assert "1 respondent (2 inzendingen), 5 vragen herkend" in one
    assert "1 inzending zonder kenmerk van een persoon is niet aan een andere ronde te koppelen." in one
    assert "2 inzendingen zonder kenmerk van een persoon zijn niet aan een andere ronde te koppelen." in two
    assert "1 kolom is niet herkend" in one and "2 kolommen zijn niet herkend en zitten niet in de studie: 3; 3." in two


@pytest.mark.parametrize("key", QUESTIONS)
def test_no_word_of_a_question_stands_outside_the_catalogue(key: str) -> None:
    values = dict.fromkeys(gaps(key, "en"), "1")
    words = {name: "level, dont_know" for name in values if name in ("attribute", "options", "role")}
    ask = Ask("HV-703", key.removeprefix("convert.ask."), Where("1.csv", 2, "3"), values | words)
    assert words_outside([ask.say(PSEUDO)], ["csv", "HV", *(["level"] if words else [])]) == []


def test_every_question_that_is_asked_has_words(root: Path) -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in (root / "python/houvast/convert").glob("*.py"))
    asked = set(re.findall(r'Ask\(\s*"HV-\d+",\s*"([^"]+)"', code)) | set(re.findall(r'_unsure\(\w+, "([^"]+)"', code))
    assert len(asked) > 30
    assert [key for key in sorted(asked) if not has_message("convert.ask." + key)] == []


def test_the_command_speaks_any_language(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    export = str(EXPORTS / "google" / "two-2023.csv")
    assert main(["convert", export, "-o", str(tmp_path / "1"), "--lang", "nl-be"]) == 0
    assert "two-2023.csv: herkend als Google Forms" in capsys.readouterr().out
    assert main(["convert", str(tmp_path / "0.csv"), "-o", str(tmp_path / "2"), "--lang", "nl-be"]) == 2
    assert "dit bestand is niet te openen" in capsys.readouterr().err
