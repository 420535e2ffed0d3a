"""The workbook of a new study as people fill it in who are in a hurry: what is meant is read, the rest is named."""

import datetime
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import houvast
from houvast.cli import main
from houvast.starter import write_helpers

Cells = dict[str, Any]
OWN = Path(__file__).parents[2] / "data" / "own-instrument" / "meeting.json"
ASKED = [name for name in houvast.instruments() if not houvast.instrument(name).private]  # that is in no shared table


def book_of(folder: Path, instrument: str, lang: str = "nl") -> Path:
    tools, missing = write_helpers(folder, [instrument], lang)
    assert missing is None
    return tools / f"{folder.name}.xlsx"


def put(sheet: Any, row: int, cells: Cells) -> None:
    head = [cell.value for cell in sheet[1]]
    for column, value in cells.items():
        cell = sheet.cell(row, head.index(column) + 1, value)
        if isinstance(value, str):
            cell.data_type = "s"


@pytest.fixture(scope="module")
def six(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return book_of(tmp_path_factory.mktemp("six") / "regio", "six-elements")


def filled(book: Path, names: tuple[str, str] = ("partijen", "antwoorden")) -> tuple[Any, Any, Any]:
    workbook = openpyxl.load_workbook(book)
    parties, answers = workbook[names[0]], workbook[names[1]]
    put(parties, 2, {"id": "school", "name": "=1+1", "domain": " ONDERWIJS ", "asked": "3", "consent": "JA"})
    put(parties, 3, {"id": "007", "name": "@Joris", "asked": 900.0, "kind": "group"})
    put(parties, 9, {"id": "zorg", "name": "-zorg\u00a0x", "consent": True})  # rows in between were left blank
    return workbook, parties, answers


def read(workbook: Any, folder: Path) -> houvast.Study:
    workbook.save(folder / "in.xlsx")
    return houvast.load(folder / "in.xlsx")


def refused(workbook: Any, folder: Path) -> set[tuple[str, str, int | None, str]]:
    with pytest.raises(houvast.Error) as caught:
        read(workbook, folder)
    return {(each.code, each.where.file, each.where.row, each.where.column) for each in caught.value.issues}


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("name", [*ASKED, str(OWN)])
def test_every_instrument_fills_in_and_reads_back(name: str, lang: str, tmp_path: Path) -> None:
    book = book_of(tmp_path / "regio", name, lang)
    sheets = ("partijen", "antwoorden") if lang == "nl" else ("parties", "answers")
    workbook, _, answers = filled(book, sheets)
    instrument = (
        houvast.Instrument.parse(OWN.read_text(encoding="utf-8")) if name == str(OWN) else houvast.instrument(name)
    )
    wanted = {}
    head = [cell.value for cell in answers[1]]
    for question in instrument.questions if instrument.kind not in ("stages", "dyadic") else ():
        labels = instrument.scale(question.scale).labels if question.scale else []
        for i in range(2):
            text = f" {labels[i].text.get(lang)} ".upper() if labels else "+tekst\n2"
            put(answers, 2 + 3 * i, {"respondent": f"r{i} ", "party": "007", question.id: text})  # wave left empty
            wanted[f"r{i}", question.id] = str(labels[i].value) if labels else "+tekst\n2"
    stages = workbook["beoordelingen" if lang == "nl" else "assessments"]
    for i, question in enumerate(instrument.questions if instrument.kind == "stages" else ()):
        label = instrument.scale(question.scale or "").labels[0]
        put(stages, 3 + i, {"assessor": "r1", "dimension": question.id, "stage": label.text.get(lang).upper()})
    put(workbook["banden" if lang == "nl" else "ties"], 3, {"from": "school", "to": "007", "relation": "samenwerking"})
    study = read(workbook, tmp_path)
    told = {(row[1], row[3]): row[4] or row[5] for row in study.tables()["answers"][1]}
    assert {key: told[key] for key in wanted} == wanted
    assert ("wave" in head) and all(row[0] == "1" for row in study.tables()["ties"][1])
    assert len(study.tables()["assessments"][1]) == (len(instrument.questions) if instrument.kind == "stages" else 0)


def test_what_people_mean_is_read(six: Path, tmp_path: Path) -> None:
    workbook, parties, answers = filled(six)
    parties["A1"] = "Id"  # Excel likes to begin with a capital
    parties["X1"], parties["X2"] = "x_wijk", "noord"  # with empty columns before it
    for i in range(600):
        put(answers, 2 + i, {"respondent": f"r{i}", "party": "007", "E1.1": "helemaal"})
    answers.title = "Antwoorden "
    answers.delete_cols([cell.value for cell in answers[1]].index("E1.2") + 1)
    workbook.create_sheet("Blad2")  # Excel made it; there is nothing in it
    ties = workbook["banden"]
    put(
        ties,
        3,
        {"from": "school", "to": "007", "relation": "samenwerking", "strength": "2,5", "P1": "Ja", "P2": "weet niet"},
    )
    goals = workbook["doelen"]
    put(
        goals,
        2,
        {"id": "d1", "title": "x", "due": datetime.datetime(2025, 12, 31), "target": "1,5", "value:1": " -0,25 "},
    )
    study = read(workbook, tmp_path)
    assert study.respondents == 600 and [party.id for party in study.parties] == ["school", "007", "zorg"]
    assert study.parties[0].domain == "onderwijs" and study.parties[2].consent is True
    assert study.tables()["ties"][1][0][5:8] == ["2.5", "yes", ""]
    (goal,) = study.tables()["goals"][1]
    assert [goal[study.tables()["goals"][0].index(name)] for name in ("due", "target", "value:1")] == [
        "2025-12-31",
        "1.5",
        "-0.25",
    ]
    assert {row[3] for row in study.tables()["answers"][1]} >= {"E1.1", "E1.3"}


def test_days_are_typed_as_people_do(six: Path) -> None:
    workbook = openpyxl.load_workbook(six)
    for sheet, heading in (("doelen", "due"), ("rondes", "date")):
        days = [each.index for each in workbook[sheet].column_dimensions.values() if each.number_format == "yyyy-mm-dd"]
        assert [workbook[sheet][f"{letter}1"].value for letter in days] == [heading]


def test_what_is_wrong_has_its_place(six: Path, tmp_path: Path) -> None:
    def wrong(change: Any) -> set[tuple[str, str, int | None, str]]:
        workbook, parties, answers = filled(six)
        change(workbook, parties, answers)
        return refused(workbook, tmp_path)

    def outside(_: Any, __: Any, answers: Any) -> None:
        put(answers, 4, {"respondent": "x", "party": "schol", "E1.1": "heel erg"})

    assert wrong(outside) == {
        ("HV-205", "in.xlsx, antwoorden", 4, "E1.1"),
        ("HV-202", "in.xlsx, antwoorden", 4, "party"),
    }

    def loose(_: Any, parties: Any, __: Any) -> None:
        parties["X4"] = "losse tekst"

    assert wrong(loose) == {("HV-113", "in.xlsx, partijen", 4, "")}

    def day(workbook: Any, _: Any, __: Any) -> None:
        workbook["rondes"]["B2"] = "20-11-2024"

    assert wrong(day) == {("HV-206", "in.xlsx, rondes", 2, "date")}

    def note(workbook: Any, _: Any, __: Any) -> None:
        workbook.create_sheet("antwoorden2")["C4"] = "notitie"

    assert wrong(note) == {("HV-117", "in.xlsx, antwoorden2", None, "")}

    def two_waves(workbook: Any, _: Any, answers: Any) -> None:
        workbook["rondes"]["A3"] = "2"
        put(answers, 2, {"party": "school", "E1.1": "5"})  # which of the two?

    assert wrong(two_waves) == {("HV-202", "in.xlsx, antwoorden", 2, "wave")}


def test_the_workbook_speaks_the_language_of_the_study(tmp_path: Path) -> None:
    workbook = openpyxl.load_workbook(book_of(tmp_path / "region", "six-elements", "en"))
    assert workbook.sheetnames[:5] == ["explanation", "study", "waves", "relations", "parties"]
    words = {str(cell.value) for row in workbook["lists"].iter_rows() for cell in row}
    assert {"partly", "don't know", "Education", "yes"} <= words and "helemaal" not in words
    question = houvast.instrument("six-elements").question("E1.1")
    assert workbook["answers"]["D1"].comment.text == question.text.en
    retention = [row[0].value for row in workbook["study"].iter_rows()].index("retention")
    assert "keep the answers" in workbook["study"].cell(retention + 1, 3).value


def test_every_row_that_people_use_has_its_drop_down(region_study: houvast.Study, tmp_path: Path) -> None:
    workbook = openpyxl.load_workbook(region_study.save(tmp_path / "region.xlsx"))
    for name in ("partijen", "antwoorden", "banden"):
        sheet = workbook[name]
        rules = list(sheet.data_validations.dataValidation)
        assert rules and all(max(each.max_row for each in rule.sqref.ranges) > sheet.max_row for rule in rules)


def test_the_explanation_has_room(six: Path) -> None:
    sheet = openpyxl.load_workbook(six)["uitleg"]
    for row in sheet.iter_rows():
        lines = 1 + len(row[1].value) // sheet.column_dimensions["B"].width
        assert (sheet.row_dimensions[row[0].row].height or 15) >= 15 * int(lines)
        assert row[1].alignment.wrap_text


def test_an_own_instrument_begins_a_study(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "s"
    assert (
        main(["init", str(place), "--instrument", str(OWN), "--instrument", "six-elements", "--instrument", str(OWN)])
        == 0
    )
    header = json.loads((place / "study.json").read_text(encoding="utf-8"))
    assert header["instruments"][0] == json.loads(OWN.read_text(encoding="utf-8"))
    assert header["instruments"][1:] == ["six-elements"]  # each once
    (place / "parties.csv").write_text("id\np\n", encoding="utf-8")
    assert houvast.load(place).instruments[0].id == "neighbourhood-meeting"
    readme = (place / "hulpmiddelen" / "LEESMIJ.txt").read_text(encoding="utf-8")
    assert f"--instrument {OWN}" in readme
    capsys.readouterr()
    assert main(["init", str(tmp_path / "t"), "--instrument", "nergens.json"]) == 2
    assert "HV-101" in capsys.readouterr().err and not (tmp_path / "t").exists()


def test_a_question_that_is_called_as_a_column_gets_a_row_per_answer(tmp_path: Path) -> None:
    own = tmp_path / "own.json"
    own.write_text(OWN.read_text(encoding="utf-8").replace('"id": "Party"', '"id": "party"'), encoding="utf-8")
    assert main(["init", str(tmp_path / "s"), "--instrument", str(own)]) == 0
    assert (tmp_path / "s" / "answers.csv").read_text(
        encoding="utf-8"
    ) == "wave,respondent,party,question,answer,text\n"


def test_a_cell_in_the_last_corner_is_refused_before_it_takes_all_memory(six: Path, tmp_path: Path) -> None:
    workbook, parties, _ = filled(six)
    parties["XFD1048576"] = " "
    assert refused(workbook, tmp_path) == {("HV-113", "in.xlsx, partijen", 1048576, "XFD")}
    workbook, parties, _ = filled(six)
    parties["A900000"] = " "  # a space far down is nothing
    assert len(read(workbook, tmp_path).parties) == 3
    workbook, parties, _ = filled(six)
    parties["XFD1048576"].number_format = "0.00"  # a format without a value too
    assert len(read(workbook, tmp_path).parties) == 3


@pytest.mark.parametrize(("written", "said"), [("#N/A", "#N/A"), ("=A1", "formula")])
def test_a_cell_without_a_value_is_not_read_as_empty(six: Path, tmp_path: Path, written: str, said: str) -> None:
    workbook, parties, _ = filled(six)
    parties["C2"] = written  # openpyxl writes the error as one, and the formula without its result
    with pytest.raises(houvast.ParseError) as caught:
        read(workbook, tmp_path)
    assert said in caught.value.message
    assert [(issue.code, issue.where.row, issue.where.column) for issue in caught.value.issues] == [("HV-116", 2, "C")]


def hurried(six: Path) -> tuple[Any, Any, Any]:
    """A workbook as somebody fills it in between two meetings: no ids, names everywhere."""
    workbook = openpyxl.load_workbook(six)
    parties, answers = workbook["partijen"], workbook["antwoorden"]
    put(parties, 2, {"name": "De Linde", "domain": "onderwijs", "asked": 2})
    put(parties, 3, {"name": "Wijkteam Noord", "domain": "jeugdhulp", "asked": 1})
    put(answers, 2, {"respondent": "a", "party": "De Linde", "E1.1": "deels"})
    put(answers, 3, {"respondent": "b", "party": "de linde ", "E1.1": "helemaal"})
    put(answers, 5, {"respondent": "c", "party": "Wijkteam Noord", "E1.1": "deels"})
    put(workbook["banden"], 2, {"from": "De Linde", "to": "wijkteam noord", "relation": "samenwerking"})
    return workbook, parties, answers


def test_names_of_parties_do_where_ids_are_meant(six: Path, tmp_path: Path) -> None:
    study = read(hurried(six)[0], tmp_path)
    assert [(party.id, party.name) for party in study.parties] == [
        ("de-linde", "De Linde"),
        ("wijkteam-noord", "Wijkteam Noord"),
    ]
    assert study.tables()["ties"][1][0][1:4] == ["de-linde", "de-linde", "wijkteam-noord"]
    assert sorted(row[2] for row in study.tables()["answers"][1] if row[3] == "E1.1") == [
        "de-linde",
        "de-linde",
        "wijkteam-noord",
    ]


def test_what_people_add_to_a_workbook_does_no_harm(six: Path, tmp_path: Path) -> None:
    plain = read(hurried(six)[0], tmp_path).to_json()
    workbook, parties, answers = hurried(six)
    put(parties, 6, {"name": "Totaal", "asked": 3})
    put(answers, 8, {"respondent": "Gemiddelde", "E1.1": 3.67})
    notes = workbook.create_sheet("Mijn notities")
    notes["A1"], notes["B7"] = "Bellen met Wijkteam", 12
    workbook.create_sheet("Grafiek1")["C3"] = "respons per partij"
    for cell in parties[2]:
        cell.fill = openpyxl.styles.PatternFill("solid", fgColor="FFFF00")
    assert read(workbook, tmp_path).to_json() == plain
    workbook, _, answers = hurried(six)
    at = [cell.value for cell in answers[1]].index("party") + 1
    answers.merge_cells(start_row=2, end_row=3, start_column=at, end_column=at)  # De Linde, once for both
    assert read(workbook, tmp_path).to_json() == plain


@pytest.mark.parametrize("title", ["antwoorden (2)", "Kopie van partijen", "antworden"])
def test_a_sheet_that_may_hold_answers_is_not_passed_over(six: Path, tmp_path: Path, title: str) -> None:
    workbook, _, answers = hurried(six)
    copy = workbook.copy_worksheet(answers)
    copy.title = title
    assert ("HV-117", f"in.xlsx, {title}", None, "") in refused(workbook, tmp_path)


def test_everything_that_is_wrong_on_all_sheets_is_told_at_once(six: Path, tmp_path: Path) -> None:
    workbook, parties, answers = hurried(six)
    put(parties, 3, {"domain": "jeugdhlp"})
    parties["X2"] = "losse tekst"
    put(answers, 5, {"party": "Wijktem Zuid"})
    put(answers, 2, {"E1.1": "heel erg"})
    workbook["rondes"]["B2"] = "20-11-2024"
    workbook["relaties"]["A9"] = "=1+"
    workbook["studie"]["A12"], workbook["studie"]["B12"] = "kleur", "rood"
    workbook.copy_worksheet(answers).title = "antwoorden oud"
    found = refused(workbook, tmp_path)
    assert {(code, file.removeprefix("in.xlsx, "), row) for code, file, row, _ in found} >= {
        ("HV-207", "partijen", 3),
        ("HV-113", "partijen", 2),
        ("HV-202", "antwoorden", 5),
        ("HV-205", "antwoorden", 2),
        ("HV-206", "rondes", 2),
        ("HV-110", "studie", 12),
        ("HV-117", "antwoorden oud", None),
    }


def test_a_problem_says_what_was_typed_and_what_is_allowed(six: Path, tmp_path: Path) -> None:
    workbook, parties, _ = hurried(six)
    put(parties, 3, {"domain": "jeugdhlp"})
    with pytest.raises(houvast.ValidationError) as caught:
        read(workbook, tmp_path)
    said = caught.value.say("nl")
    assert "in.xlsx, partijen, rij 3, kolom domain" in said
    assert "'jeugdhlp'" in said and "Bedoelde je 'jeugdhulp'" in said


def test_an_empty_template_says_so_in_one_sentence(six: Path) -> None:
    with pytest.raises(houvast.ValidationError) as caught:
        houvast.load(six)
    assert len(caught.value.issues) == 1
    assert "er staat nog niets in" in caught.value.say("nl")
