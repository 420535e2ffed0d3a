"""What `houvast init` gives: tables, a workbook that fills in and reads back, questionnaires, a consent text."""

import csv
import io
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

import houvast
from houvast.cli import main
from houvast.starter import survey, write_helpers, write_starter

SIX = houvast.instrument("six-elements")
RUN = ["=1+1", "+31 6", "-nee", "@x", "\tx"]  # what a spreadsheet would run


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("init") / "mijn-regio"
    assert main(["init", str(place), "--instrument", "six-elements", "--instrument", "gerdes-2020"]) == 0
    return place


@pytest.fixture
def book(started: Path) -> Path:
    return started / "hulpmiddelen" / "mijn-regio.xlsx"


def fill(book: Path, out: Path, rows: list[tuple[str, int, dict[str, object]]]) -> Path:
    """Fills cells in as a person would, by heading."""
    workbook = openpyxl.load_workbook(book)
    for name, row, cells in rows:
        head = [cell.value for cell in workbook[name][1]]
        for column, value in cells.items():
            cell = workbook[name].cell(row, head.index(column) + 1, value)
            if isinstance(value, str):
                cell.data_type = "s"
    workbook.save(out)
    return out


GOOD: list[tuple[str, int, dict[str, object]]] = [
    ("partijen", 2, {"id": "school", "name": RUN[0], "domain": "Onderwijs", "asked": 3, "consent": "ja"}),
    ("partijen", 5, {"id": "007", "name": RUN[3], "kind": "group"}),  # rows in between were left blank
    ("antwoorden", 2, {"wave": "1", "respondent": "r1", "party": "school", "E1.1": "voor een deel", "E1.2": 4}),
    ("antwoorden", 3, {"wave": 1, "party": "007", "E1.4": "weet ik niet", "E1.4:text": RUN[2], "E3.1": RUN[1]}),
    ("banden", 2, {"wave": "1", "from": "school", "to": "007", "relation": "samenwerking", "strength": 3, "P1": "ja"}),
    ("beoordelingen", 2, {"wave": "1", "assessor": "r1", "dimension": "G1", "stage": 2}),
]


def test_the_workbook_fills_in_and_reads_back(book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    filled = fill(book, tmp_path / "in.xlsx", GOOD)
    assert main(["check", str(filled)]) == 0
    assert "2 partijen, 1 ronde, 2 respondenten" in capsys.readouterr().out
    study = houvast.load(filled)
    assert [(party.id, party.name, party.asked) for party in study.parties] == [
        ("school", "=1+1", 3),
        ("007", "@x", 1),
    ]
    assert study.parties[0].domain == "onderwijs" and study.parties[0].consent is True
    given = {(row[1], row[3]): (row[4], row[5]) for row in study.tables()["answers"][1] if row[4] != "skipped"}
    assert given == {
        ("r1", "E1.1"): ("3", ""),
        ("r1", "E1.2"): ("4", ""),
        ("007", "E1.4"): ("dont_know", "-nee"),
        ("007", "E3.1"): ("", "+31 6"),
    }
    folder = tmp_path / "folder"
    study.save(folder)
    assert houvast.load(folder).to_json() == study.to_json()


def test_an_empty_or_wrong_workbook_says_which_sheet_row_and_column(book: Path, tmp_path: Path) -> None:
    with pytest.raises(houvast.ValidationError, match=r"mijn-regio\.xlsx, partijen: parties"):
        houvast.load(book)
    bad = ("antwoorden", 7, {"wave": "1", "respondent": "r9", "party": "schol", "E1.1": "voor deel"})
    with pytest.raises(houvast.ValidationError) as caught:
        houvast.load(fill(book, tmp_path / "bad.xlsx", [*GOOD, bad]))
    places = {(issue.code, issue.where.file, issue.where.row, issue.where.column) for issue in caught.value.issues}
    assert places == {
        ("HV-205", "bad.xlsx, antwoorden", 7, "E1.1"),
        ("HV-202", "bad.xlsx, antwoorden", 7, "party"),
    }
    workbook = openpyxl.load_workbook(fill(book, tmp_path / "more.xlsx", GOOD))
    workbook.create_sheet("x_eigen aantekeningen")["A1"] = "laat maar"
    workbook.save(tmp_path / "own.xlsx")
    assert len(houvast.load(tmp_path / "own.xlsx").parties) == 2
    workbook.create_sheet("antworden")["A1"] = "wave"
    workbook.save(tmp_path / "stray.xlsx")
    with pytest.raises(houvast.ParseError, match="antworden") as stray:
        houvast.load(tmp_path / "stray.xlsx")
    assert stray.value.code == "HV-117"
    for sheet, cell, value, code, near in (
        ("studie", "A9", "retentie", "HV-110", "retention"),
        ("rondes", "F1", "datum", "HV-111", "date"),
        ("relaties", "D2", "misschien", "HV-108", ""),
    ):
        workbook = openpyxl.load_workbook(tmp_path / "more.xlsx")
        workbook[sheet][cell] = value
        workbook.save(tmp_path / "wrong.xlsx")
        with pytest.raises(houvast.ValidationError) as wrong:
            houvast.load(tmp_path / "wrong.xlsx")
        assert wrong.value.code == code and near in wrong.value.expected and "wrong.xlsx" in wrong.value.where.file
    (tmp_path / "no.xlsx").write_bytes(b"this is no workbook")
    with pytest.raises(houvast.ParseError) as no_book:
        houvast.load(tmp_path / "no.xlsx")
    assert no_book.value.code == "HV-101"


def test_the_workbook_helps_filling_in(book: Path) -> None:
    workbook = openpyxl.load_workbook(book)
    assert workbook.sheetnames[:2] == ["uitleg", "studie"]
    assert {"partijen", "antwoorden", "banden", "beoordelingen", "doelen"} <= set(workbook.sheetnames)
    assert "id" in str(workbook["uitleg"]["B2"].value) or "partijen" in str(workbook["uitleg"]["B1"].value)
    lists = workbook["keuzelijsten"]

    def choices(sheet: str, column: str) -> list[str]:
        at = [cell.value for cell in workbook[sheet][1]].index(column) + 1
        letter = openpyxl.utils.get_column_letter(at)
        rules = {str(rule.sqref): rule.formula1 for rule in workbook[sheet].data_validations.dataValidation}
        formula = rules[f"{letter}2:{letter}5001"]
        place = re.fullmatch(r"keuzelijsten!\$([A-Z]+)\$1:\$([A-Z]+)\$(\d+)", formula)
        if place is None:
            return [formula]
        return [lists[f"{place[1]}{row}"].value for row in range(1, int(place[3]) + 1)]

    scale = SIX.scale("extent-5")
    assert choices("antwoorden", "E1.1")[:5] == [label.text.nl for label in scale.labels]
    assert "weet ik niet" in choices("antwoorden", "E1.1")
    assert "Onderwijs" in choices("partijen", "domain") and "Uitvoering" in choices("partijen", "level")
    assert "Professional" in choices("partijen", "perspective")
    assert choices("banden", "relation") == ["samenwerking", "contact"]
    assert choices("antwoorden", "party") == ["partijen!$A$2:$A$5000"]
    for name in ("partijen", "antwoorden", "banden", "beoordelingen", "doelen"):
        assert workbook[name].freeze_panes == "A2"
        for row in workbook[name].iter_rows(min_row=2):
            assert all(cell.value is None for cell in row)
    note = workbook["antwoorden"]["D1"]
    assert note.value == "E1.1" and SIX.question("E1.1").text.nl in note.comment.text


def in_libreoffice(workbook: Path, folder: Path) -> Path:
    """The workbook as LibreOffice saves it after opening."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", "--headless", profile, "--convert-to", "xlsx:Calc MS Excel 2007 XML"]
    subprocess.run([*command, "--outdir", str(folder / "again"), str(workbook)], check=True, timeout=120)
    return folder / "again" / workbook.name


needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed: opened with openpyxl only"
)


@needs_libreoffice
def test_the_workbook_opens_in_libreoffice(book: Path, tmp_path: Path) -> None:
    filled = fill(book, tmp_path / "in.xlsx", GOOD)
    assert houvast.load(in_libreoffice(filled, tmp_path)).to_json() == houvast.load(filled).to_json()


@needs_libreoffice
def test_texts_stay_texts_in_libreoffice(tmp_path: Path) -> None:
    study = study_of_formulas()
    study.save(tmp_path / "study.xlsx")
    again = in_libreoffice(tmp_path / "study.xlsx", tmp_path)
    cells = [cell for sheet in openpyxl.load_workbook(again) for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type in ("s", "n") for cell in cells)
    assert {text.strip() for text in RUN} <= {str(cell.value).strip() for cell in cells}


def study_of_formulas() -> houvast.Study:
    """A study of which every name would run in a spreadsheet that takes it for a formula."""
    parties = [{"id": f"p{i}", "name": text, "organisation": text} for i, text in enumerate(RUN)]
    header = {
        "schema": "houvast-study/1",
        "id": "=1",
        "title": {"nl": "=2", "en": "=3"},
        "instruments": [],
        "waves": [{"id": "1"}],
    }
    return houvast.study_from_frames(header, parties=parties)


def test_texts_are_never_formulas(tmp_path: Path) -> None:
    study = study_of_formulas()
    study.save(tmp_path / "study.xlsx")
    workbook = openpyxl.load_workbook(tmp_path / "study.xlsx")
    for sheet in workbook.worksheets:
        for row in sheet.iter_rows():
            assert all(cell.data_type in ("s", "n") for cell in row), sheet.title
    again = houvast.load(tmp_path / "study.xlsx")
    assert again.to_json() == study.to_json()


def test_limesurvey_file_follows_the_documented_structure(started: Path) -> None:
    text = (started / "hulpmiddelen" / "vragenlijst-limesurvey.txt").read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(text), delimiter="\t"))
    assert list(rows[0])[:6] == ["class", "type/scale", "name", "relevance", "text", "help"]
    assert {row["class"] for row in rows} == {"S", "SL", "G", "Q", "A"}
    assert [row["text"] for row in rows if row["class"] == "S" and row["name"] == "language"] == ["nl"]
    questions = [row for row in rows if row["class"] == "Q"]
    codes = [row["name"] for row in questions]
    gerdes = houvast.instrument("gerdes-2020")
    assert len(codes) == len(set(codes)) == 2 + len(SIX.questions) + len(gerdes.questions)
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9]{0,19}", code) for code in codes)
    by_code = {row["name"]: row for row in questions}
    for question in SIX.questions:
        row = by_code[survey.question_codes([SIX])[question.id]]
        assert row["text"] == question.text.nl
        assert row["type/scale"] == ("T" if question.scale is None else "O" if question.form == "mixed" else "L")
    at = rows.index(by_code["E11"])
    answers = [row["text"] for row in rows[at + 1 : at + 9]]
    assert answers[:5] == [label.text.nl for label in SIX.scale("extent-5").labels]
    assert answers[5:] == ["weet ik niet", "niet van toepassing", "wil ik niet zeggen"]
    assert all(len(row["name"]) <= 5 for row in rows if row["class"] == "A")
    stage = by_code["G1"]
    assert stage["type/scale"] == "L" and "Coördinatie: De partijen stemmen" in stage["help"]
    assert "Weten we van elkaar" in by_code["E14"]["help"]  # the part that is rated
    assert [row["mandatory"] for row in questions] == ["N"] * len(questions)  # nobody is forced to answer


def test_form_network_and_consent(started: Path) -> None:
    tools = started / "hulpmiddelen"
    form = (tools / "vragenlijst-formulier.txt").read_text(encoding="utf-8")
    places = [form.index(f"{question.id} {question.text.nl}") for question in SIX.questions]
    assert places == sorted(places)
    network = (tools / "wie-met-wie.txt").read_text(encoding="utf-8")
    assert all(f"  P{i}  " in network for i in range(1, 5)) and "met niemand" in network
    consent = (tools / "toestemming.txt").read_text(encoding="utf-8").lower()
    for word in (
        "waarom",
        "wie ziet wat",
        "[5]",
        "[10]",
        "bewaren",
        "terugtrekken",
        "verantwoordelijk",
        "rechten",
        "klacht",
        "[naam, telefoon, e-mail.]",
        "consent_for",
        "consent_by en consent_on",
        "later veranderen",
        *(f"({purpose})" for purpose in ("picture", "silent", "only_link", "mandate", "contacts", "owner")),
    ):
        assert word in consent
    everything = " ".join(path.read_text(encoding="utf-8") for path in tools.glob("*.txt")).lower()
    assert "anoniem" not in everything and "anonymous" not in everything
    assert "avg" not in everything.split() and "gdpr" not in everything  # no legal promise


@pytest.mark.parametrize("instrument", houvast.instruments())
def test_every_instrument_can_be_started(instrument: str, tmp_path: Path) -> None:
    place = write_starter(tmp_path / "s", [instrument], "en")
    tools, missing = write_helpers(place, [instrument], "en")
    assert missing is None
    assert json.loads((place / "study.json").read_text(encoding="utf-8"))["instruments"] == [instrument]
    # What is asked about each partner has a survey of its own, and what is asked of oneself alone has none.
    asked = instrument not in ("know-your-partner", "working-factors")
    questions = ("questionnaire-limesurvey.txt", "questionnaire-form.txt") if asked else ()
    folders = {
        "six-elements": ("plain-language", "parents", "young-people", "children"),
        "gerdes-2020": ("plain-language", "parents", "young-people"),
        "know-your-partner": ("parents", "young-people", "children"),
        "working-factors": ("mirror-working-factors.html",),
    }.get(instrument, ())
    partners = ("who-with-whom-limesurvey.txt", "who-with-whom-form.txt", "who-with-whom.xlsx")
    partners = partners if instrument == "know-your-partner" else ()
    assert {path.name for path in tools.iterdir()} == {
        *("s.xlsx", "README.txt", "who-with-whom.txt", "consent.txt", *questions, *partners, *folders),
    }
    assert ("LimeSurvey" in (tools / "README.txt").read_text(encoding="utf-8")) == asked


def test_without_the_extra_it_says_which_one_gives_the_workbook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    assert main(["init", str(tmp_path / "s")]) == 0
    assert "houvast[excel]" in capsys.readouterr().out
    assert (tmp_path / "s" / "answers.csv").exists()
    assert not list(tmp_path.rglob("*.xlsx"))
    assert ".xlsx" not in (tmp_path / "s" / "hulpmiddelen" / "LEESMIJ.txt").read_text(encoding="utf-8")
