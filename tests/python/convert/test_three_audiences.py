"""A study asked in three audiences goes round: new study, filled questionnaires, one study, a check, a fair report."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import openpyxl
import pytest

import houvast
from houvast.cli import main
from houvast.convert import convert
from houvast.convert.convert import Conversion
from houvast.starter import survey, write_helpers, write_starter

SIX, GERDES = houvast.instrument("six-elements"), houvast.instrument("gerdes-2020")
PEOPLE = 40
HIGH, LOW = 4, 1  # of the scale of the six elements, answered in the words of who is asked
PERSPECTIVE = {"professional": "professional", "parent": "ouder", "child": "jeugdige"}
AUDIENCE = {group: audience for audience, group in PERSPECTIVE.items()}
RATED = [question for question in SIX.questions if question.scale is not None]
WORDS = {label.value: label for label in SIX.scale("extent-5").labels}
MEMBERS = {each.id: {question.id for question in RATED if question.element == each.id} for each in SIX.elements}


def asked(audience: str) -> list[str]:
    """The rated questions that an audience is asked."""
    return [question.id for question in RATED if question.wording(audience) is not None]


def answer(audience: str, person: int, question: str) -> str:
    """Professionals see their own work well; families less so, and children do not know all of it."""
    if audience == "child" and question == "E2.2" and person < 3:
        return "weet ik niet"
    value = HIGH if person % 10 < (9 if audience == "professional" else 2) else LOW
    return WORDS[value].text_for(audience).nl


def limesurvey_export(structure: str, audience: str, path: Path) -> None:
    """What LimeSurvey exports of the survey that was imported: codes as headings, full answers."""
    rows = list(csv.DictReader(io.StringIO(structure), delimiter="\t"))
    names = [row["name"] for row in rows if row["class"] == "Q" and row["type/scale"] in ("L", "O")]
    codes = {code: id for id, code in survey.question_codes([SIX], audience).items()}
    head = ["id", "submitdate", "lastpage", "startlanguage", "respondent", "party", *names]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file, quoting=csv.QUOTE_ALL)
        out.writerow(head)
        for person in range(PEOPLE):
            about = [str(person + 1), "2025-11-20 10:00:00", "7", "nl", f"{audience}-{person:02}", ""]
            out.writerow([*about, *(answer(audience, person, codes[name]) for name in names)])


def workbook(empty: Path, audience: str, path: Path) -> None:
    """The sheet to type answers in, filled in."""
    book = openpyxl.load_workbook(empty)
    sheet = book.worksheets[0]
    heads = [str(cell.value) for cell in sheet[1]]
    for person in range(PEOPLE):
        cells = [f"{audience}-{person:02}", None, *(answer(audience, person, head.split()[0]) for head in heads[2:])]
        sheet.append(cells)
    book.save(path)


def forms_export(text: str, audience: str, path: Path) -> None:
    """What Microsoft Forms gives of a form with the questions of the text."""
    questions = [line for line in text.split("\n") if re.match(r"E\d\.\d ", line)]
    book = openpyxl.Workbook()
    own = ["ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam"]
    book.active.append([*own, "Wat is je deelnemercode?", *questions])
    first = {line.split()[0]: line for line in reversed(questions) if line.split()[0] in asked(audience)}
    for person in range(PEOPLE):
        about = [person + 1, "2025-11-20 10:00", "2025-11-20 10:05", "anonymous", None, f"{audience}-{person:02}"]
        told = {line: answer(audience, person, id) for id, line in first.items()}  # the part that is rated
        book.active.append([*about, *(told.get(line) for line in questions)])
    book.save(path)


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The helpers of a new study."""
    place = write_starter(tmp_path_factory.mktemp("new") / "s", ["six-elements"], "nl")
    return write_helpers(place, ["six-elements"], "nl")[0]


@pytest.fixture(scope="module")
def exports(tools: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Professionals by Microsoft Forms, parents by LimeSurvey, children on paper that was typed over."""
    place = tmp_path_factory.mktemp("exports")
    paths = [place / "forms.xlsx", place / "ouders.csv", place / "kinderen.xlsx"]
    forms_export((tools / "vragenlijst-formulier.txt").read_text("utf-8"), "professional", paths[0])
    limesurvey_export((tools / "ouders" / "vragenlijst-limesurvey.txt").read_text("utf-8"), "parent", paths[1])
    workbook(tools / "kinderen" / "antwoorden.xlsx", "child", paths[2])
    return paths


@pytest.fixture(scope="module")
def made(exports: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Conversion:
    return convert(exports, key=tmp_path_factory.mktemp("key") / "key")


def test_there_is_a_questionnaire_of_each_kind_for_each_audience(tools: Path) -> None:
    readme = (tools / "LEESMIJ.txt").read_text("utf-8")
    for audience in ("gewone-taal", "ouders", "jongeren", "kinderen"):
        names = {path.name for path in (tools / audience).iterdir()}
        assert names == {"vragenlijst-limesurvey.txt", "vragenlijst-formulier.txt", "antwoorden.xlsx"}
        assert audience in readme


@pytest.mark.parametrize(
    ("audience", "name"), [("plain", "gewone-taal"), ("parent", "ouders"), ("young", "jongeren"), ("child", "kinderen")]
)
def test_a_questionnaire_asks_an_audience_its_own_questions(audience: str, name: str, tools: Path) -> None:
    form = (tools / name / "vragenlijst-formulier.txt").read_text("utf-8")
    lime = (tools / name / "vragenlijst-limesurvey.txt").read_text("utf-8")
    codes = survey.question_codes([SIX], audience)
    for question in SIX.questions:
        text = question.wording(audience)
        assert (text is not None and f"{question.id} {text.nl}\n" in form) == (text is not None)
        assert bool(re.search(rf"^Q\t[LT]\t{codes[question.id]}\t", lime, re.MULTILINE)) == (text is not None)
        assert f"{question.id} {question.text.nl}" not in form
    for element in SIX.elements:
        assert (f"== {element.title_for(audience).nl}\n" in form) == (audience in element.audiences)
        assert element.title.nl not in form
    assert "In eigen woorden gevraagd, naar: " in form
    own = {"plain": "Onze samenwerking", "parent": "Samen rond jullie kind", "young": "Jij en de mensen die je helpen"}
    assert form.startswith(own.get(audience, "Jij en de mensen die jou helpen") + "\n")


def test_an_instrument_without_words_for_an_audience_is_not_asked_of_it() -> None:
    motives = houvast.instrument("samen-beter")
    assert not list(survey.put_to([motives], "parent"))
    assert {put.instrument.id for put in survey.put_to([motives, SIX], "parent")} == {"six-elements"}


def test_three_files_are_one_study_of_one_wave(made: Conversion) -> None:
    study = made.study
    assert [wave.id for wave in study.waves] == ["1"]
    assert study.respondents == 3 * PEOPLE
    assert {party.perspective for party in study.parties} == set(PERSPECTIVE.values())
    lines = "\n".join(made.report.lines("nl"))
    for file, words in (("forms.xlsx", "professionals"), ("ouders.csv", "ouders"), ("kinderen.xlsx", "kinderen")):
        assert f"{file}: gevraagd in de woorden voor {words}." in lines


def test_what_an_audience_is_not_asked_is_not_asked(made: Conversion) -> None:
    of = {(row["id"], row["group"]): row for row in made.study.scores("perspective").to_dicts()}
    for audience, group in PERSPECTIVE.items():
        for question in (q.id for q in RATED):
            row = of[question, group]
            assert (row["answered"] > 0) == (question in asked(audience)), (question, group)
            assert row["skipped"] == 0
    assert of["E2.2", "jeugdige"]["dont_know"] == 3


def test_an_element_is_scored_for_those_who_were_asked_all_of_it(made: Conversion) -> None:
    of = {(row["id"], row["group"]): row for row in made.study.scores("perspective").to_dicts()}
    for element in SIX.elements:
        for audience, group in PERSPECTIVE.items():
            whole = MEMBERS[element.id] <= set(asked(audience))
            assert (of[element.id, group]["scored"] > 0) == whole, (element.id, group)
            assert (of[element.id, group]["high_share"] is not None) == whole
    assert of["E2", "ouder"]["high_share"] == pytest.approx(0.2)
    assert all(row["scored"] == 3 * PEOPLE for row in made.study.scores().to_dicts() if row["id"] == "E2")


def test_only_what_was_asked_of_both_is_compared(made: Conversion) -> None:
    compared = set()
    for row in made.study.contrasts(by="perspective").to_dicts():
        if row["n_x"] and row["n_y"]:
            groups = row["group_x"], row["group_y"]
            parts = MEMBERS.get(row["id"], {row["id"]})
            assert all(parts <= set(asked(AUDIENCE[group])) for group in groups), row
            compared.add((row["id"], *groups))
    assert {("E1", "professional", "ouder"), ("E2", "professional", "jeugdige")} <= compared
    assert ("E3.2", "professional", "ouder") in compared and ("E3", "professional", "ouder") not in compared


def test_the_way_from_the_command_line(exports: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "studie"
    assert main(["convert", *map(str, exports), "--out", str(out), "--no-questions"]) == 0
    assert main(["check", str(out)]) == 0
    assert main(["report", str(out), "-o", str(tmp_path / "verslag.html")]) == 0
    capsys.readouterr()
    release = houvast.load(out).release("team")
    for score in release.groups:
        if score.shown and score.group in AUDIENCE:
            assert MEMBERS.get(score.id, {score.id}) <= set(asked(AUDIENCE[score.group]))
    told = [claim for claim in release.claims() if claim.id.startswith("difference.")]
    assert {claim.id for claim in told} >= {"difference.elements", "difference.groups"}


def stages_export(audience: str, folder: Path) -> Path:
    """What LimeSurvey exports of the dimensions of Gerdes in the words of an audience: all at the second stage."""
    structure = list(csv.DictReader(io.StringIO(survey.limesurvey("T", [GERDES], "nl", audience)), delimiter="\t"))
    chosen: dict[str, list[str]] = {}
    for row in structure:
        if row["class"] == "Q" and row["type/scale"] == "L":
            chosen[row["name"]] = []
        elif row["class"] == "A":
            chosen[list(chosen)[-1]].append(row["text"])
    path = folder / f"{audience}.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file, quoting=csv.QUOTE_ALL)
        out.writerow(["id", "submitdate", "lastpage", "startlanguage", "respondent", "party", *chosen])
        for person in range(PEOPLE):
            about = [str(person + 1), "2025-11-20 10:00:00", "7", "nl", f"{audience}-{person:02}", ""]
            out.writerow([*about, *(answers[1] for answers in chosen.values())])
    return path


def test_stages_chosen_in_own_words_are_the_same_stages(tmp_path: Path) -> None:
    made = convert(
        [stages_export(audience, tmp_path) for audience in ("professional", "parent", "young")], key=tmp_path / "k"
    )
    heads, rows = made.study.tables()["assessments"]
    told = [dict(zip(heads, row, strict=True)) for row in rows]
    group = {party.id: party.perspective for party in made.study.parties}
    assert {row["stage"] for row in told} == {"2"}
    seen: dict[str, set[str]] = {}
    for row in told:
        seen.setdefault(group[row["assessor_party"]], set()).add(row["dimension"])
    family = {question.id for question in GERDES.questions if question.wording("parent") is not None}
    assert seen == {"professional": {q.id for q in GERDES.questions}, "ouder": family, "jeugdige": family}
    assert len(told) == PEOPLE * (8 + 6 + 6)


def test_two_files_in_the_same_words_are_asked_about(exports: list[Path], tmp_path: Path) -> None:
    """Two files of parents can be two waves."""
    twin = tmp_path / "ouders2.csv"
    twin.write_bytes(exports[1].read_bytes())
    with pytest.raises(houvast.convert.ConversionError) as error:
        convert([exports[1], twin])
    assert "HV-707" in {issue.code for issue in error.value.issues}
