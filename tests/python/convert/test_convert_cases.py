"""Small exports that once went wrong or ended in a dead end, each with what is right, and brothers of its kind."""

from __future__ import annotations

import csv
import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

import houvast
from houvast.cli import main
from houvast.convert import ConversionError, Mapping, convert

CASES = Path(__file__).parents[2] / "data" / "exports" / "cases"
KEY = bytes(32)


def case(number: str) -> Path:
    return next(CASES.glob(f"{number}-*"))


def questions(*exports: Path, **more: object) -> ConversionError:
    with pytest.raises(ConversionError) as caught:
        convert(list(exports), key=KEY, **more)
    return caught.value


def made(tmp_path: Path, text: str, name: str = "e.csv") -> Path:
    place = tmp_path / name
    place.write_text(text, encoding="utf-8")
    return place


def accepted(error: ConversionError, *exports: Path, **more: object) -> houvast.convert.Conversion:
    for question in error.questions:
        for line in question.lines:
            assert line.proposal, line.about
            line.apply(line.proposal)
    return convert(list(exports), Mapping.parse(error.mapping.to_json()), key=KEY, **more)


def test_an_agree_scale_takes_two_questions_and_gives_a_study() -> None:
    export = case("00") / "e.csv"
    asked = questions(export)
    assert len(asked.questions) <= 3
    assert {line.proposal for line in asked.questions[0].lines} == {"perspective", "professional"}
    study = accepted(asked, export).study
    assert study.respondents == 40


WORDS = {
    "agree": ["Helemaal oneens", "Oneens", "Neutraal", "Eens", "Helemaal eens"],
    "often": ["nooit", "zelden", "soms", "vaak", "altijd"],
    "stars": ["★☆☆☆☆", "★★☆☆☆", "★★★☆☆", "★★★★☆", "★★★★★"],
    "smileys": ["😡", "🙁", "😐", "🙂", "😀"],
    "quality": ["zeer slecht", "slecht", "redelijk", "goed", "zeer goed"],
    "satisfied": ["very dissatisfied", "dissatisfied", "neutral", "satisfied", "very satisfied"],
    "from 0": ["0", "1", "2", "3", "4"],
}


@pytest.mark.parametrize("kind", WORDS)
def test_other_answer_words_are_one_question_with_a_proposal(kind: str, tmp_path: Path) -> None:
    rows = "".join(f"K{i},{WORDS[kind][i]},{WORDS[kind][-1 - i]}\n" for i in range(5))
    export = made(tmp_path, "respondent,E1.1,E1.2\n" + rows)
    asked = questions(export)
    assert len(asked.questions) == 1
    proposed = {line.about: line.proposal for line in asked.questions[0].lines}
    assert proposed == {word: str(i + 1) for i, word in enumerate(WORDS[kind])}
    labels = asked.mapping.answers["six-elements/extent-5"]
    assert all(label.confirm and label.value is None for label in labels)
    found = accepted(asked, export).study
    assert found.respondents == 5


@pytest.mark.parametrize(
    ("numbers", "values"), [((0, 5, 10), (1, 3, 5)), ((20, 60, 100), (2, 3, 5)), ((1, 4, 7), (1, 3, 5))]
)
def test_numbers_are_judged_as_a_set(numbers: tuple[int, ...], values: tuple[int, ...], tmp_path: Path) -> None:
    rows = "".join(f"K{i},{number}\n" for i, number in enumerate(numbers))
    asked = questions(made(tmp_path, "respondent,E1.1\n" + rows))
    assert {line.about: line.proposal for line in asked.questions[0].lines} == {
        str(number): str(value) for number, value in zip(numbers, values, strict=True)
    }


def test_a_proposal_is_taken_when_confirm_goes_and_then_nothing_is_asked_again() -> None:
    export = case("03") / "e.csv"
    asked = questions(export)
    assert [ask.key for ask in asked.asked] == ["other_words"]
    text = asked.mapping.to_json().replace('"confirm": true,', "").replace(',\n     "confirm": true', "")
    assert "confirm" not in text
    assert convert(export, Mapping.parse(text), key=KEY).study.respondents == 5


def test_words_of_no_scale_are_one_question_and_what_is_written_once_is_not_repeated(tmp_path: Path) -> None:
    rows = "K1,best wel,mwah\nK2,mwah,best wel\nK3,Jan zei van niet,deels\nK4,helemaal,deels\n"
    asked = questions(made(tmp_path, "respondent,E1.1,E1.2\n" + rows))
    assert len(asked.questions) == 1
    assert {line.about for line in asked.questions[0].lines} == {"best wel", "mwah", "Jan zei van niet"}
    said = "\n".join(ask.say("nl") for ask in asked.asked)
    assert "best wel; mwah" in said and "Jan" not in said


def test_an_unknown_partner_costs_no_others(tmp_path: Path) -> None:
    found = convert(case("01") / "e.csv", roster=case("01") / "roster.csv", key=KEY)
    assert [(name, where.row) for name, where in found.report.strangers] == [("de bibliotheek", 2)]
    assert found.report.ties == 4
    heading = "partij,E1.1,Met wie werk je samen?\n"
    rows = "School,deels,de bieb; Zorgpunt\nZorgpunt,deels,de bieb\nJeugdteam,deels,Zorgpunt\n"
    export = made(tmp_path, heading + rows)
    found = convert(export, roster=case("01") / "roster.csv", key=KEY)
    assert len(found.report.strangers) == 2 and found.report.ties == 2  # strangers only is not: nobody


def test_two_rows_of_headings_without_the_platforms_own_columns(tmp_path: Path) -> None:
    found = convert(case("02") / "e.csv", key=KEY)
    assert found.report.files[0][1] == "surveymonkey"
    assert found.study.respondents == 3
    assert found.report.questions == {"exact": 3}
    heading = "Domein,,Wie zijn bij de samenwerkende organisaties de 'kartrekkers'?\n"
    heading += "Response,Andere,Open-Ended Response\n"
    found = convert(made(tmp_path, heading + "zorg,,de wijkagent\nonderwijs,,\n"), key=KEY)
    assert found.report.files[0][1] == "surveymonkey" and found.report.questions == {"exact": 1}


def test_words_of_totals_elsewhere_are_answers(tmp_path: Path) -> None:
    assert convert(case("05") / "e.csv", key=KEY).study.respondents == 3
    export = made(tmp_path, "respondent,E1.1\nK1,deels\nK2,deels\nTotaal,helemaal\n")
    asked = questions(export)
    assert [ask.key for ask in asked.asked] == ["total"]
    assert accepted(asked, export).study.respondents == 2


def test_one_garbled_word_is_named_and_a_garbled_file_is_refused(tmp_path: Path) -> None:
    found = convert(case("06") / "e.csv", key=KEY)
    assert [(where.row, where.column) for where in found.report.garbled] == [(2, "opmerking")]
    spoilt = "respondent,E1.1,opmerking\n" + "".join(f"K{i},deels,coÃ¶rdinator\n" for i in range(5))
    with pytest.raises(houvast.Error, match="HV-702"):
        convert(made(tmp_path, spoilt), key=KEY)


def test_rows_of_a_redcap_record_belong_together(tmp_path: Path) -> None:
    found = convert(case("07") / "e.csv", key=KEY)
    assert found.study.respondents == 2 and found.report.joined >= 1
    text = (case("07") / "e.csv").read_text(encoding="utf-8").replace("1,deel2,1,,,,4,5,2", "1,deel2,1,4,,,4,5,2")
    assert [ask.key for ask in questions(made(tmp_path, text)).asked] == ["respondent_twice"]


def test_rows_are_numbered_as_a_spreadsheet_shows_them(tmp_path: Path) -> None:
    assert [ask.where.row for ask in questions(case("09") / "e.csv").asked] == [4]
    export = made(tmp_path, "sep=,\nrespondent,E1.1,E3.1\n\nK1,deels,een\nK2,best,\n")
    assert [ask.where.row for ask in questions(export).asked] == [4]


def test_comments_beside_rated_questions_are_left_out_and_said_once() -> None:
    found = convert(case("12") / "e.csv", key=KEY)
    assert found.report.dropped["comment"] == ["E1.1[comment]", "E1.2[comment]"]


def test_an_odd_label_does_not_hide_a_rated_column() -> None:
    asked = questions(case("14") / "e.csv")
    assert {ask.where.column for ask in asked.asked} == {"V1", "V2", "V3"}
    assert len(asked.questions) == 1  # all headings at once


@pytest.mark.parametrize("codes", [("1.0", "2.0"), ("1,0", "2,0"), ("1.00", "2.00")])
def test_codes_that_became_decimals_are_linked(codes: tuple[str, str], tmp_path: Path) -> None:
    later = made(tmp_path, "respondent;E1.1\n" + "".join(f"{code};deels\n" for code in codes), "b.csv")
    found = convert([case("16") / "a.csv", later], waves=["1", "2"], key=KEY)
    assert (found.report.respondents, found.report.responses) == (2, 4)


@pytest.mark.parametrize("name", ["de Vries, Piet", "Vries, Piet de", "Vries, Piet, de", "Piet de Vries"])
def test_names_in_any_order_are_masked(name: str, tmp_path: Path) -> None:
    export = made(tmp_path, f'naam,E1.1,E3.1\n"{name}",deels,niets\nAnna Bos,deels,vraag Piet de Vries maar\n')
    found = convert(export, key=KEY)
    found.study.save(tmp_path / "s")
    with (tmp_path / "s" / "answers.csv").open(encoding="utf-8", newline="") as file:
        told = [row["text"] or row["answer"] for row in csv.DictReader(file) if row["question"] == "E3.1"]
    assert sorted(told) == ["niets", "vraag [naam] maar"]


def test_every_label_is_told_with_its_own_rows(tmp_path: Path) -> None:
    asked = questions(case("19") / "e.csv")
    assert [(line.about, line.proposal) for question in asked.questions for line in question.lines] == [
        ("3 voor een deel", "3"),
        ("1 helemaal niet", "1"),
        ("5 helemaal", "5"),
    ]
    assert [ask.where.row for ask in asked.asked] == [2, 3, 4]
    assert all(line.about in ask.say("nl") for q in asked.questions for line, ask in zip(q.lines, q.asks, strict=True))


def test_partners_are_no_words_about_the_respondent() -> None:
    found = convert(case("21") / "e.csv", key=KEY)
    assert found.report.dropped["network"] == ["Q4_1", "Q4_2"]


def test_the_questions_can_be_filled_in_a_workbook(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    export, out = str(case("00") / "e.csv"), tmp_path / "studie"
    assert main(["convert", export, "-o", str(out)]) == 2
    form = tmp_path / "studie.vragen.xlsx"
    assert str(form) in capsys.readouterr().err
    book = openpyxl.load_workbook(form)
    sheet = book.active
    assert sheet.max_row == 10  # heading, the column of roles and its words, five answer words
    changed = next(row for row in sheet.iter_rows(min_row=2) if row[2].value == "Neutraal")
    changed[6].value = "een klein beetje"  # by words, where 3 was proposed
    book.save(form)
    assert main(["convert", export, "-o", str(out), "--answers", str(form)]) == 0
    with (out / "answers.csv").open(encoding="utf-8", newline="") as file:
        values = [row["answer"] for row in csv.DictReader(file)]
    assert "3" not in values and "2" in values
    changed[6].value = "blauw"
    book.save(form)
    assert main(["convert", export, "-o", str(tmp_path / "s2"), "--answers", str(form)]) == 2
    assert f"rij {changed[0].row}" in capsys.readouterr().err


def test_accepting_all_proposals_is_one_word(tmp_path: Path) -> None:
    assert main(["convert", str(case("00") / "e.csv"), "-o", str(tmp_path / "s"), "--accept"]) == 0
    assert houvast.load(tmp_path / "s").respondents == 40


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are of Unix")
def test_a_terminal_asks_and_remembers(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "houvast", "convert", str(case("00") / "e.csv"), "-o", str(tmp_path / "studie")]
    child = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, close_fds=True)
    os.close(theirs)
    said, end, prompts = "", time.monotonic() + 60, 0
    while time.monotonic() < end:
        if select.select([ours], [], [], 0.5)[0]:
            try:
                said += os.read(ours, 65536).decode("utf-8", "replace")
            except OSError:
                break
        if said.count("[Enter = ja") > prompts:
            prompts += 1
            os.write(ours, b"\n")
        if child.poll() is not None and not select.select([ours], [], [], 0.2)[0]:
            break
    os.close(ours)
    assert child.wait(10) == 0, said
    assert prompts == 2
    assert "Je antwoorden staan in" in said and (tmp_path / "studie.mapping.json").exists()


def test_a_number_may_mean_itself(tmp_path: Path) -> None:
    export = made(tmp_path, "respondent,E1.1\nK1,0\nK2,2\nK3,4\n")
    asked = questions(export)
    for line in asked.questions[0].lines:
        line.apply({"0": "dont_know"}.get(line.about, line.about))
    study = convert(export, Mapping.parse(asked.mapping.to_json()), key=KEY).study
    told = study.to_frames()["answers"].query("question == 'E1.1'")["answer"]
    assert sorted(told) == ["2", "4", "dont_know"]


def test_words_of_one_step_get_no_proposal(tmp_path: Path) -> None:
    rows = "".join(f"K{i},{word},{word}\n" for i, word in enumerate(["nooit", "soms", "regelmatig", "vaak", "altijd"]))
    asked = questions(made(tmp_path, "respondent,E1.1,E1.2\n" + rows))
    assert [ask.key for ask in asked.asked] == ["unknown_label"]  # is "soms" less than "regelmatig"? A person says.


@pytest.mark.parametrize("row", ["Totaal,helemaal,", "K3,helemaal,#VERW!"])
def test_a_row_that_is_left_out_is_asked_about_no_more(row: str, tmp_path: Path) -> None:
    export = made(tmp_path, f"respondent,E1.1,E3.1\nK1,deels,\nK2,deels,\n{row}\n")
    assert main(["convert", str(export), "-o", str(tmp_path / "s"), "--accept"]) == 0
    assert houvast.load(tmp_path / "s").respondents == 2


def test_what_a_person_filled_in_is_not_written_over(tmp_path: Path) -> None:
    export, out = str(case("09") / "e.csv"), str(tmp_path / "studie")
    assert main(["convert", export, "-o", out]) == 2
    before = (tmp_path / "studie.vragen.xlsx").read_bytes()
    assert main(["convert", export, "-o", out, "--answers", str(tmp_path / "studie.vragen.xlsx")]) == 2
    assert (tmp_path / "studie.vragen.xlsx").read_bytes() == before
    assert (tmp_path / "studie.vragen-2.xlsx").exists()
    assert main(["convert", export, "-o", out, "--answers", str(tmp_path / "nergens.xlsx")]) == 2


def test_a_respondent_who_writes_response_is_no_second_heading(tmp_path: Path) -> None:
    export = made(tmp_path, "Domein,E1.1,E3.1\nzorg,deels,response\nonderwijs,,\nzorg,deels,\n")
    assert convert(export, key=KEY).report.files[0][1] == "wide"


KOBO = {
    "with its own columns": "start,end,groep_1/E1_1,groep_1/E1_2,_id,_uuid,_submission_time,__version__\n{rows}",
    "without them": "deel_1/E1_1,deel_1/E1_2,deel_2/E1_3,deel_2/E1_4\n{rows}",
}


def test_groups_of_kobo_are_passed_over_by_their_structure(tmp_path: Path) -> None:
    rows = "2024-01-01,2024-01-01,voor_een_deel,helemaal,1,u1,2024,v\n"
    rows += "2024-01-01,2024-01-01,helemaal,helemaal_niet,2,u2,2024,v\n"
    found = convert(made(tmp_path, KOBO["with its own columns"].format(rows=rows)), key=KEY)
    assert found.report.files[0][1] == "kobo" and found.study.respondents == 2
    told = {(row[3], row[4]) for row in found.study.tables()["answers"][1]}
    assert told >= {("E1.1", "3"), ("E1.2", "5"), ("E1.1", "5"), ("E1.2", "1")}
    rows = "voor_een_deel,helemaal,deels,4\nhelemaal,helemaal,deels,3\n"
    assert convert(made(tmp_path, KOBO["without them"].format(rows=rows)), key=KEY).report.files[0][1] == "kobo"


def test_the_boxes_of_kobo_are_one_question(tmp_path: Path) -> None:
    heading = "E1_1,met_wie,met_wie/school,met_wie/wijk_team,Partij,_id,_uuid\n"
    rows = "deels,school wijk_team,1,1,Ouders,1,u1\ndeels,wijk_team,0,1,School,2,u2\n"
    heading = heading.replace("met_wie", "met_wie_werk_je_samen")
    roster = made(tmp_path, "Naam\nSchool\nWijk team\nOuders\n", "lijst.csv")
    found = convert(made(tmp_path, heading + rows), roster=roster, key=KEY)
    assert sorted((row[2], row[3]) for row in found.study.tables()["ties"][1]) == [
        ("ouders", "school"),
        ("ouders", "wijk-team"),
        ("school", "wijk-team"),
    ]


WORDS_WITH_ACCENTS = "respondent,E1.1,E3.1\nK1,helemaal,één à twee ideeën\nK2,deels,de coördinatie bij 't café\n"


@pytest.mark.parametrize(("codec", "said"), [("cp1252", "cp1252"), ("mac_roman", "mac"), ("cp850", "dos")])
def test_an_encoding_is_proposed_by_the_letters_that_it_gives(codec: str, said: str, tmp_path: Path) -> None:
    export = tmp_path / "e.csv"
    export.write_bytes(WORDS_WITH_ACCENTS.encode(codec))
    with pytest.raises(houvast.Error, match=rf"HV-702.*--encoding {said}"):
        convert(export, key=KEY)
    for encoding in (said, codec.upper(), codec.replace("_", " ")):
        found = convert(export, key=KEY, encoding=encoding)
        assert "ideeën" in found.study.to_json()
    if codec != "cp1252":  # said wrongly
        with pytest.raises(houvast.Error, match=rf"HV-702.*--encoding {said}"):
            convert(export, key=KEY, encoding="latin1")


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_read(codec: str, tmp_path: Path) -> None:
    export = tmp_path / "e.csv"
    export.write_bytes(WORDS_WITH_ACCENTS.encode(codec))
    assert "ideeën" in convert(export, key=KEY).study.to_json()


def test_what_qualtrics_writes_for_no_answer_is_no_answer(tmp_path: Path) -> None:
    text = (CASES.parent / "qualtrics" / "text.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(text.splitlines()))
    beside = next(i for i, name in enumerate(rows[0]) if name.startswith("E") and "TEXT" in name.upper())
    rows[4][rows[0].index("E1.1")] = rows[4][beside] = "-99"
    export = tmp_path / "e.csv"
    with export.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    assert '"-99"' not in convert(export, key=KEY).study.to_json()
