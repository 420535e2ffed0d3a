"""What each audience tells about its partners goes round: questionnaire, LimeSurvey, Forms and a typed sheet, ties."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import openpyxl
import pytest

import houvast
from houvast.convert import ConversionError, convert
from houvast.convert.convert import Conversion
from houvast.starter import survey, write_helpers, write_starter

PARTNERS = houvast.instrument("know-your-partner")
CONDITIONS = ("P1", "P2", "P3", "P4")
ROSTER = """id,name,kind,domain,perspective,asked
school,Basisschool De Linde,organisation,onderwijs,professional,3
team,Wijkteam Noord,organisation,jeugdhulp,professional,2
ouders,Ouders,group,ouders,ouder,4
kinderen,Kinderen,group,jeugdigen,jeugdige,2
"""
# Who tells, about whom, how often, how far, and what of the conditions: 1 yes, 0 no, empty not known.
TOLD = {
    "professional": [
        ("school", "Wijkteam Noord", 3, 2, "1110"),
        ("school", "Ouders", 4, 3, "1111"),
        ("school", "Kinderen", 4, 3, "1111"),
        ("team", "Basisschool De Linde", 2, 2, "1 01"),
        ("team", "Ouders", 1, 1, "1100"),
    ],
    "parent": [
        ("", "Basisschool De Linde", 3, 3, "1111"),
        ("", "Basisschool De Linde", 4, 2, "1001"),
        ("", "Basisschool De Linde", 2, 2, "10 1"),
        ("", "Wijkteam Noord", 1, 1, "0010"),
    ],
    "child": [("kinderen", "Basisschool De Linde", 4, None, "10")],
}


def asked(audience: str) -> list[survey.Put]:
    return list(survey.put_to([PARTNERS], audience))


def cells(audience: str, row: tuple[str, str, int, int | None, str]) -> list[str | None]:
    """The answers in the order of the questionnaire, in its words."""
    party, partner, often, far, told = row
    steps = {first.name: first.choices(audience, "nl") for first in survey.first_asked([PARTNERS], audience)}
    words = {"0": "nee", "1": "ja", " ": "weet ik niet"}
    made: list[str | None] = [party or None, partner, steps["often"][often][1]]
    made += [steps["far"][far][1]] if far is not None else []
    return made + [words[each] for each in told]


def limesurvey_export(folder: Path, audience: str, path: Path) -> Path:
    """What LimeSurvey exports of the survey: codes as headings, full answers."""
    structure = (folder / "wie-met-wie-limesurvey.txt").read_text("utf-8")
    names = [row["name"] for row in csv.DictReader(io.StringIO(structure), delimiter="\t") if row["class"] == "Q"]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file, quoting=csv.QUOTE_ALL)
        out.writerow(["id", "submitdate", "lastpage", "startlanguage", *names])
        for number, row in enumerate(TOLD[audience], 1):
            out.writerow([number, "2025-11-20 10:00:00", "2", "nl", *(cell or "" for cell in cells(audience, row))])
    return path


def forms_export(folder: Path, audience: str, path: Path) -> Path:
    """What Microsoft Forms gives of a form with the questions of the text."""
    text = (folder / "wie-met-wie-formulier.txt").read_text("utf-8")
    heads = [first.text(audience, "nl") for first in survey.first_asked([PARTNERS], audience)]
    heads += [f"{put.question.id} {put.text.nl}" for put in asked(audience)]
    assert all(f"\n{head}\n" in text for head in heads)
    book = openpyxl.Workbook()
    book.active.append(["ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam", *heads])
    for number, row in enumerate(TOLD[audience], 1):
        about = [number, "2025-11-20 10:00", "2025-11-20 10:05", "anonymous", None]
        book.active.append([*about, *cells(audience, row)])
    book.save(path)
    return path


def typed(folder: Path, audience: str, path: Path) -> Path:
    """The sheet to type in, filled in."""
    book = openpyxl.load_workbook(folder / "wie-met-wie.xlsx")
    for row in TOLD[audience]:
        book.worksheets[0].append(cells(audience, row))
    book.save(path)
    return path


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Path:
    names = ["six-elements", "know-your-partner"]
    place = write_starter(tmp_path_factory.mktemp("new") / "s", names, "nl")
    return write_helpers(place, names, "nl")[0]


@pytest.fixture(scope="module")
def exports(tools: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Professionals by Forms, parents by LimeSurvey, children on a sheet that was typed over."""
    place = tmp_path_factory.mktemp("exports")
    (place / "parties.csv").write_text(ROSTER, encoding="utf-8")
    return [
        forms_export(tools, "professional", place / "professionals.xlsx"),
        limesurvey_export(tools / "ouders", "parent", place / "ouders.csv"),
        typed(tools / "kinderen", "child", place / "kinderen.xlsx"),
    ]


@pytest.fixture(scope="module")
def made(exports: list[Path]) -> Conversion:
    return convert(exports, roster=exports[0].with_name("parties.csv"))


def ties(study: houvast.Study) -> dict[tuple[str, str, str], dict[str, str]]:
    heads, rows = study.tables()["ties"]
    records = [dict(zip(heads, row, strict=True)) for row in rows]
    return {(row["from"], row["to"], row["relation"]): row for row in records}


def conditions(row: dict[str, str]) -> tuple[str, ...]:
    return tuple(row[name] for name in CONDITIONS)


def test_what_professionals_and_children_tell_comes_back(made: Conversion) -> None:
    found = ties(made.study)
    assert conditions(found["school", "team", "samenwerking"]) == ("yes", "yes", "yes", "no")
    assert found["school", "team", "samenwerking"]["strength"] == "2"
    assert found["school", "team", "contact"]["strength"] == "3"
    assert conditions(found["school", "team", "contact"]) == ("", "", "", "")
    assert conditions(found["team", "school", "samenwerking"]) == ("yes", "", "no", "yes")
    assert conditions(found["kinderen", "school", "contact"]) == ("yes", "no", "", "")
    assert ("kinderen", "school", "samenwerking") not in found  # a child is not asked how far


def test_parents_who_do_not_say_their_group_speak_for_parents_and_more_of_them_decide(made: Conversion) -> None:
    found = ties(made.study)
    assert conditions(found["ouders", "school", "samenwerking"]) == ("yes", "no", "", "yes")  # 3-0, 1-2, 1-1, 3-0
    assert found["ouders", "school", "samenwerking"]["strength"] == "3"
    assert conditions(found["ouders", "team", "samenwerking"]) == ("no", "no", "yes", "no")
    assert {row["reporter"] for row in found.values()} == {"school", "team", "ouders", "kinderen"}


SPEAKS = {"school": "professional", "team": "professional", "ouders": "parent", "kinderen": "child"}
ASKED_OF = {party: {put.question.id for put in asked(audience)} for party, audience in SPEAKS.items()}


def unfair(study: houvast.Study) -> set[tuple[str, str, str]]:
    """The conditions that are judged of a pair although one of the two was never asked."""
    found: set[tuple[str, str, str]] = set()
    for row in study.partners(relation="contact").to_dicts() + study.partners(relation="samenwerking").to_dicts():
        not_of_both = set(CONDITIONS) - (ASKED_OF[row["a"]] & ASKED_OF[row["b"]])
        found |= {(row["a"], row["b"], condition) for condition in not_of_both if row[condition] != "unknown"}
    for row in study.partners_by_domain(relation="contact").to_dicts():
        if "jeugdigen" in (row["domain_a"], row["domain_b"]) and row["condition"] not in ASKED_OF["kinderen"]:
            found |= {(row["domain_a"], row["domain_b"], row["condition"])} if row["told"] else set()
    for finding in study.coverage(relation="contact"):
        judged = [proof for proof in finding.evidence if proof.role.startswith("says_no_")]
        pairs = {(proof.id, proof.of, proof.role[-2:]) for proof in judged} if finding.check == "C15" else set()
        found |= {each for each in pairs if not all(each[2] in ASKED_OF[party] for party in each[:2])}
    return found


def about(study: houvast.Study, relation: str, one: str, other: str) -> dict[str, object]:
    """What two parties say of each other."""
    (row,) = [row for row in study.partners(relation=relation).to_dicts() if {row["a"], row["b"]} == {one, other}]
    return row


def test_only_what_was_asked_of_both_sides_is_compared(made: Conversion, tmp_path: Path) -> None:
    """A child is asked two of the four conditions; a school says all four of children."""
    assert ASKED_OF["kinderen"] == {"P1", "P2"}
    assert unfair(made.study) == set()
    both = about(made.study, "samenwerking", "school", "ouders")
    assert [both[condition] for condition in CONDITIONS] == ["met", "one_sided", "unknown", "met"]
    # Where both tell, it is compared: children of the school, on the one relation that they are asked about.
    folder = tmp_path / "studie"
    made.study.save(folder)
    ties_of = folder / "ties.csv"
    lines = list(csv.DictReader(io.StringIO(ties_of.read_text(encoding="utf-8"))))
    for line in lines:  # what the school says of the children, beside what they say
        if (line["from"], line["to"], line["relation"]) == ("school", "kinderen", "contact"):
            line |= dict(zip(CONDITIONS, ("yes", "yes", "yes", "yes"), strict=True))
    write(ties_of, lines)
    fair = about(houvast.load(folder), "contact", "school", "kinderen")
    assert [fair[condition] for condition in CONDITIONS] == ["met", "one_sided", "unknown", "unknown"]
    assert unfair(houvast.load(folder)) == set()
    # Planted: what a child was not asked is written down as "no". The comparison is unfair, and it is found.
    for line in lines:
        if line["reporter"] == "kinderen":
            line |= {"P3": "no", "P4": "no"}
    write(ties_of, lines)
    pair = tuple(sorted(("school", "kinderen")))
    assert {(*pair, "P3"), (*pair, "P4")} <= {(*sorted(each[:2]), each[2]) for each in unfair(houvast.load(folder))}


def write(path: Path, lines: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, list(lines[0]))
        out.writeheader()
        out.writerows(lines)


@pytest.mark.parametrize("audience", ["professional", "parent", "child"])
@pytest.mark.parametrize("way", [limesurvey_export, forms_export, typed])
def test_every_way_gives_the_same_ties(way, audience: str, tools: Path, exports: list[Path], tmp_path: Path) -> None:
    folder = {"professional": tools, "parent": tools / "ouders", "child": tools / "kinderen"}[audience]
    path = way(folder, audience, tmp_path / ("t.csv" if way is limesurvey_export else "t.xlsx"))
    whole = ties(convert(exports, roster=exports[0].with_name("parties.csv")).study)
    alone = ties(convert([path], roster=exports[0].with_name("parties.csv")).study)
    speakers = {row["reporter"] for row in alone.values()}
    assert alone == {key: row for key, row in whole.items() if row["reporter"] in speakers}


def test_beside_the_answers_of_a_questionnaire(tools: Path, exports: list[Path], tmp_path: Path) -> None:
    book = openpyxl.load_workbook(tools / "ouders" / "antwoorden.xlsx")
    heads = [str(cell.value) for cell in book.worksheets[0][1]]
    for person in range(4):
        book.worksheets[0].append([f"ouder-{person}", "ouders", *["voor een groot deel"] * (len(heads) - 2)])
    book.save(tmp_path / "ouders.xlsx")
    both = convert([tmp_path / "ouders.xlsx", exports[1]], roster=exports[1].with_name("parties.csv"))
    assert both.study.respondents == 4
    assert conditions(ties(both.study)["ouders", "school", "samenwerking"]) == ("yes", "no", "", "yes")


def test_a_list_of_ties_may_have_the_conditions(tmp_path: Path) -> None:
    (tmp_path / "ties.csv").write_text("van,naar,sterkte,P1,P4\na,b,1,ja,nee\nb,a,1,,\n", encoding="utf-8")
    found = ties(convert([tmp_path / "ties.csv"]).study)
    assert [conditions(row) for row in found.values()] == [("yes", "", "", "no"), ("", "", "", "")]


def test_an_answer_that_is_neither_yes_nor_no_is_asked_about(tmp_path: Path) -> None:
    (tmp_path / "ties.csv").write_text("van,naar,P1\na,b,misschien\n", encoding="utf-8")
    with pytest.raises(ConversionError) as caught:
        convert([tmp_path / "ties.csv"])
    (issue,) = caught.value.issues
    assert (issue.code, issue.where.row, issue.where.column) == ("HV-704", 2, "P1")


def test_who_is_on_no_list_is_told(exports: list[Path], tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_text(ROSTER.replace("ouders,Ouders,group,ouders,ouder,4\n", ""), encoding="utf-8")
    report = convert(exports[:2], roster=tmp_path / "p.csv").report
    assert "ouder" in {name for name, _ in report.strangers}
