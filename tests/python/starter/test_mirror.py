"""The mirror: a form of its own for an instrument about oneself, which nobody but its author sees."""

import csv
import json
import re
from pathlib import Path

import openpyxl
import pytest

import houvast
from houvast.cli import main
from houvast.starter import survey
from houvast.starter.mirror import mirror

FACTORS = houvast.instrument("working-factors")


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("init") / "regio"
    assert main(["init", str(place), "--instrument", "six-elements", "--instrument", "working-factors"]) == 0
    return place


@pytest.mark.parametrize("lang", houvast.languages())
def test_it_asks_everything_and_gives_back_what_was_chosen(lang: str) -> None:
    page = mirror(FACTORS, lang)
    for question in FACTORS.questions:
        scale = FACTORS.scale(question.scale or "")
        assert page.count(f'name="{question.id}"') == len(scale.labels)
        assert page.count(f'data-answer="{question.id}"') == 1
        assert page.count(question.text.get(lang)) >= 2
    assert page.count("<textarea") == sum(question.form == "mixed" for question in FACTORS.questions)
    ideas = [idea.text.get(lang) for idea in houvast.advice() if "V.motivation" in idea.factors]
    assert sum(idea in page for idea in ideas) >= 3


def test_nothing_leaves_the_page_and_nothing_is_kept() -> None:
    page = mirror(FACTORS, "nl")
    assert "default-src 'none'" in page and "form-action 'none'" in page and 'autocomplete="off"' in page
    sends = r"fetch|XMLHttpRequest|sendBeacon|WebSocket|localStorage|sessionStorage|indexedDB|document\.cookie|action="
    assert re.search(sends, page.replace("form-action", "")) is None
    assert re.search(r"https?://", page) is None and "src=" not in page.replace("default-src", "")


def test_there_is_no_grade_and_no_side_is_better() -> None:
    result = mirror(FACTORS, "nl").split('id="result"')[1]
    assert "Welke kant gunstig is, zegt de bron niet" in mirror(FACTORS, "nl")
    assert not re.search(r"score|gemiddelde|punten|onvoldoende|%", result.split("<script>")[0])


def test_a_new_study_has_it_apart_and_asks_none_of_it(started: Path) -> None:
    tools = started / "hulpmiddelen"
    page = (tools / "spiegel-working-factors.html").read_text("utf-8")
    assert page == mirror(FACTORS, "nl")
    assert "spiegel-working-factors.html" in (tools / "LEESMIJ.txt").read_text("utf-8")
    with (started / "answers.csv").open(encoding="utf-8") as file:
        columns = next(csv.reader(file))
    book = openpyxl.load_workbook(tools / "regio.xlsx")
    columns += [str(cell.value) for cell in book["antwoorden"][1]]
    assert "E1.1" in columns and [column for column in columns if column.startswith("V.")] == []
    for name in ("vragenlijst-limesurvey.txt", "vragenlijst-formulier.txt"):
        asked = (tools / name).read_text("utf-8")
        assert [question.id for question in FACTORS.questions if question.text.nl in asked] == []
        assert [code for code in survey.question_codes([FACTORS]).values() if f"\t{code}\t" in asked] == []


def test_on_the_command_line_it_is_a_page_or_paper_and_nothing_that_collects(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "spiegel.html"
    assert main(["instruments", "working-factors", "--as", "mirror", "-o", str(out)]) == 0
    assert out.read_text("utf-8") == mirror(FACTORS, "nl")
    for form in ("limesurvey", "xlsx"):
        assert main(["instruments", "working-factors", "--as", form, "-o", str(tmp_path / "x")]) == 2
        assert "mirror" in capsys.readouterr().err
    assert main(["instruments", "six-elements", "--as", "mirror", "-o", str(tmp_path / "x")]) == 2
    assert not (tmp_path / "x").exists()


def test_shared_answers_stay_out_of_every_table_for_others() -> None:
    """Somebody may share with the coordinator: even then they are in no score, release or report."""
    header = {
        "schema": "houvast-study/1",
        "id": "s",
        "title": {"nl": "s", "en": "s"},
        "instruments": ["working-factors"],
        "waves": [{"id": "1"}],
    }
    answers = [
        {"wave": "1", "respondent": f"r{i}", "party": "p", "question": "V.attitude.1", "answer": "vaak"}
        for i in range(30)
    ]
    study = houvast.study_from_frames(header, parties=[{"id": "p", "asked": 30}], answers=answers)
    assert "V.attitude.1" not in {row["id"] for row in study.scores().to_dicts()}
    release = study.release("team")
    assert [each for each in release.instruments if each.id == "working-factors"] == []
    assert "V.attitude" not in json.dumps(release.document())
