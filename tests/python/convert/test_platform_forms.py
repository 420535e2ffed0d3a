"""What each platform gives in each form: the page docs/reference/platforms.md. Run as a script, it writes that page."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest

from houvast.convert import Conversion, ConversionError, Mapping, convert
from houvast.texts import say
from platform_forms import FORMS, Form, file, same, wanted

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "platforms.md"
KEY = bytes(range(32))
FILES = (
    file("limesurvey/code-full.csv", "LimeSurvey", "question codes; full answers"),
    file("limesurvey/full-full.csv", "LimeSurvey", "full question text; full answers"),
    file("limesurvey/codetext-full.csv", "LimeSurvey", "code and text; full answers"),
    file("limesurvey/abbreviated-full.csv", "LimeSurvey", "abbreviated text; full answers"),
    file("limesurvey/code-code.csv", "LimeSurvey", "question codes; answer codes", "limesurvey/structure.txt"),
    file(
        "limesurvey/numbered-code.csv",
        "LimeSurvey",
        "codes as `E1[SQ001]`; answer codes",
        "limesurvey/numbered-structure.txt",
    ),
    file("msforms/nl.xlsx", "Microsoft Forms", "in Dutch"),
    file("msforms/en.xlsx", "Microsoft Forms", "in English"),
    file("msforms/quiz.xlsx", "Microsoft Forms", "a quiz, with a title above it"),
    file("google/nl.csv", "Google Forms", "CSV"),
    file("google/nl.csv.zip", "Google Forms", "CSV in its zip"),
    file("google/grid.csv", "Google Forms", "a grid"),
    file("google/quiz.csv", "Google Forms", "a quiz"),
    file("qualtrics/text.csv", "Qualtrics", "choice text, three heading rows"),
    file("qualtrics/matrix.csv", "Qualtrics", "a matrix; TSV in UTF-16"),
    file("qualtrics/two-headings.xlsx", "Qualtrics", "Excel, two heading rows"),
    file("surveymonkey/condensed.csv", "SurveyMonkey", "condensed columns"),
    file("surveymonkey/expanded.csv", "SurveyMonkey", "expanded columns"),
    file("surveymonkey/condensed.xlsx", "SurveyMonkey", "Excel"),
    file("redcap/label.csv", "REDCap", "labels"),
    file("redcap/raw.csv", "REDCap", "raw", "redcap/dictionary.csv"),
    file("redcap/repeats.csv", "REDCap", "raw; a form that repeats", "redcap/dictionary.csv"),
    file("spss/labelled.sav", "SPSS", "value labels"),
    file("spss/turned.sav", "SPSS", "codes the other way round, with value labels"),
    file("plain/wide.csv", "anything else", "a row per respondent"),
    file("plain/wide.ods", "anything else", "a row per respondent, OpenDocument"),
    file("plain/long.csv", "anything else", "a row per answer"),
)
ALL = [*FILES, *FORMS.values()]
REST = "anything else"
EN_ROUTE = 3  # times that an export may ask before it is a study


def converted(form: Form, folder: Path) -> tuple[Conversion, list[str]]:
    """The study of an export, and what was asked on the way; every proposal is accepted."""
    export, mapping, asked = form.write(folder), None, []
    options: dict[str, Any] = dict(form.options)
    if "wave" not in export.read_bytes()[:200].decode("latin1"):
        options["waves"] = ["2024"]
    for _ in range(EN_ROUTE):
        try:
            return convert(export, mapping, key=KEY, **options), asked
        except ConversionError as error:
            asked += [question.asks[0].key for question in error.questions]
            for question in error.questions:
                assert question.sure, question.id
                for line in question.lines:
                    line.apply(line.proposal)
            mapping = Mapping.parse(error.mapping.to_json())
    raise AssertionError(asked)


# What is asked, in the words of the page.
ASKED = {
    "numbered": "is the first subquestion of E1 question E1.1, and so on?",
    "in_order": "are these the questions in order?",
    "other_numbers": "are 0 to 4 the five steps of the scale?",
}


def row(form: Form, made: Conversion, asked: list[str]) -> str:
    """The line of the page: form, how it is recognised, what it asks, and by what its questions are found."""
    _, platform, reason = made.report.files[0]
    by = f"{say('convert.platform', 'en', platform=platform)}, by {reason}" if reason else "a table"
    with_file = "; with `--structure`" if "structure" in form.options else ""
    asks = "; ".join(ASKED[key] for key in asked) or "–"
    found = ", ".join(
        say("convert.report.question_match", "en", match=k, n=n) for k, n in made.report.questions.items()
    )
    return f"| {form.platform} | {form.choice}{with_file} | {by} | {asks} | {found} |"


@pytest.mark.parametrize("form", ALL, ids=lambda form: f"{form.platform}: {form.choice}")
def test_every_form_gives_the_same_study_and_stands_on_the_page(form: Form, tmp_path: Path) -> None:
    made, asked = converted(form, tmp_path)
    assert same(made.study) == wanted()
    assert len(asked) <= 1
    assert row(form, made, asked) in PAGE.read_text(encoding="utf-8").splitlines()


def test_the_page_has_every_form_and_no_other() -> None:
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    assert sum(line.startswith("| ") for line in lines) == len(ALL) + 1
    for name in ("LimeSurvey", "Microsoft Forms", "Google Forms", "Qualtrics", "SurveyMonkey", "REDCap", "KoboToolbox"):
        assert any(line.startswith(f"| {name} |") for line in lines), name


HEAD = """# What each platform gives

The same twelve people, asked the same twenty-four questions, in every form of export that the tests know. Each becomes
the same study to the last answer, linked by the same pseudonyms. A test makes this table and compares it; what is asked
is answered with Enter. {doc}`../guides/convert` says what to choose.

| platform | form | recognised as | what is asked | questions found |
|---|---|---|---|---|
"""


def page() -> str:
    rows = []
    for form in ALL:
        with tempfile.TemporaryDirectory() as folder:
            rows.append(row(form, *converted(form, Path(folder))))
    order = [*dict.fromkeys(form.platform for form in ALL if form.platform != REST), REST]
    rows.sort(key=lambda line: order.index(line.split(" | ")[0].removeprefix("| ")))
    return HEAD + "\n".join(rows) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
