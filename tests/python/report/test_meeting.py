"""The facilitator's page: families speak first, the minutes add up, nothing shames, and agreements come back."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import openpyxl
import pytest

import houvast as hv
from houvast._core import messages
from houvast.cli import main
from houvast.examples.region import region
from houvast.release import write_document
from houvast.report import write_report
from houvast.report.flow import Heading, Item, Table, flow_of
from houvast.report.meeting import AGREEMENT, LENGTHS, plan_of, write_meeting
from houvast.results.columns import names
from houvast.starter import write_helpers, write_starter
from readability import flesch_douma

NL = dict(messages("nl"))


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> hv.Release:
    return hv.load(region(2024).write(tmp_path_factory.mktemp("region") / "study")).release("team")


@pytest.mark.parametrize("questions", [1, 2, 3, 5])
@pytest.mark.parametrize("minutes", LENGTHS)
def test_the_minutes_add_up_and_families_speak_first_and_longest(minutes: int, questions: int) -> None:
    steps = plan_of(minutes, questions)
    assert [step.start for step in steps] == [sum(s.minutes for s in steps[:i]) for i in range(len(steps))]
    assert sum(step.minutes for step in steps) == minutes
    assert all(step.minutes > 0 for step in steps)
    assert next(step.part for step in steps) == "opening"
    assert [step.part for step in steps][-2:] == ["agreements", "closing"]
    asked = sorted({step.question for step in steps} - {0})
    assert asked == list(range(1, min(questions, 2 if minutes == 60 else 3) + 1))
    for number in asked:
        rounds = {step.part: step.minutes for step in steps if step.question == number}
        assert list(rounds) == ["quiet", "families", "others", "together"]
        assert rounds["families"] > max(rounds["others"], rounds["together"])
    assert any(step.part == "pause" for step in steps) == (minutes == 120 and questions > 1)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_page_has_the_questions_of_the_agenda_with_what_helps(
    release: hv.Release, lang: str, tmp_path: Path
) -> None:
    page = write_meeting(release, tmp_path / "m.html", minutes=120, lang=lang).read_text("utf-8")
    assert "<script" not in page and "http-equiv" not in page and 'lang="' + lang + '"' in page
    blocks = flow_of(page)
    headings = [block.text for block in blocks if isinstance(block, Heading)]
    six = hv.instrument("six-elements")
    asked = [item.total.id for item in release.agenda][:3]
    for question in asked:
        assert any(six.question(question).text.get(lang) in heading for heading in headings)
    items = [block.text for block in blocks if isinstance(block, Item)]
    for item in release.agenda[:3]:
        assert all(advice.text.get(lang) in items for advice in item.advice[:2])
        told = [case.text.get(lang) for case in hv.cases() if item.total.id in case.questions][:2]
        assert all(any(text in line for line in items) for text in told)
    assert not any(".:" in line for line in items)
    plan, agreements = (block for block in blocks if isinstance(block, Table))
    assert len(plan.rows) == 1 + len(plan_of(120, len(release.agenda)))
    assert len(agreements.rows[0].cells) == len(AGREEMENT)
    levels = [block.level for block in blocks if isinstance(block, Heading)]
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_agreements_have_the_columns_of_the_workbook() -> None:
    assert set(AGREEMENT) <= set(names("goals"))
    for name in AGREEMENT:
        assert f"({name})" in NL[f"meeting.column.{name}"]


def test_agreements_come_back_through_the_workbook(tmp_path: Path) -> None:
    """What was noted at the table, typed into the sheet of goals, is followed in the next round and told."""
    place = write_starter(tmp_path / "regio", ["six-elements"], "nl")
    book = openpyxl.load_workbook(write_helpers(place, ["six-elements"], "nl")[0] / "regio.xlsx")
    noted = dict(
        zip(AGREEMENT, ("Samen één spreekuur op school", "E2", "school", "2026-03-01", "spreekuren"), strict=True)
    )
    rows = {
        "partijen": {"id": "school", "name": "De Linde", "asked": 3},
        "doelen": {"id": "a1", "kind": "agreement", **noted},
    }
    for name, cells in rows.items():
        head = [cell.value for cell in book[name][1]]
        assert set(cells) <= set(head), name
        book[name].append([cells.get(column) for column in head])
    book.save(tmp_path / "ingevuld.xlsx")
    study = hv.load(tmp_path / "ingevuld.xlsx")
    kept = dict(zip(study.tables()["goals"][0], study.tables()["goals"][1][0], strict=True))
    assert {name: kept[name] for name in AGREEMENT} == noted and kept["kind"] == "agreement"
    (row,) = study.progress().to_dicts()
    assert (row["element"], row["owner"], row["due"]) == ("E2", "school", "2026-03-01")
    write_report(study.release("team", goals="text"), tmp_path / "verslag.html")
    assert "Samen één spreekuur op school" in (tmp_path / "verslag.html").read_text("utf-8")


def test_words_are_plain_and_shame_nobody() -> None:
    told = [text for key, text in NL.items() if key.startswith(("meeting.do", "meeting.how", "meeting.before"))]
    assert len(told) > 20
    assert flesch_douma(" ".join(told)) > 65
    assert not [text for text in told if re.search(r"(?i)slecht|fout van|zwak|laagst|scoor|schuld", text)]


def test_the_command_writes_it_once(release: hv.Release, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = tmp_path / "release.json"
    write_document(release, document)
    out = tmp_path / "gesprek.html"
    assert main(["meeting", str(document), "--minutes", "60", "-o", str(out)]) == 0
    assert main(["meeting", str(document), "-o", str(out)]) == 2
    assert "HV-118" in capsys.readouterr().err
    assert main(["meeting", str(document), "-o", str(out), "--force", "--json"]) == 0
    with pytest.raises(hv.Error) as error:
        write_meeting(release, tmp_path / "x.html", minutes=75)
    assert error.value.code == "HV-303"
    with pytest.raises(hv.Error) as error:
        write_meeting(3, tmp_path / "x.html")  # type: ignore[arg-type]
    assert error.value.code == "HV-404"
