"""The prevention matrix goes round: from the form in a workbook to the study, its gaps and overlaps, and a picture."""

import json
from pathlib import Path

import openpyxl
import pytest

import houvast
from houvast.examples.region import region
from houvast.starter import write_helpers, write_starter

SHEET = "preventiematrix"
ROWS = {"iedereen": 2, "vroeg": 4, "licht": 6, "zwaar": 8}  # of the form; under each stands what can be said of it
COLUMNS = {"0-4": "B", "4-12": "C", "12-18": "D", "16-27": "E"}
WRITTEN = {
    ("iedereen", "0-4"): "Consultatiebureau\nVoorleesuur",
    ("iedereen", "4-12"): "Jeugdverpleegkundige op school\nSchoolmaatschappelijk werk\nSportclub\nBuurtmoeders",
    ("licht", "12-18"): "Jongerenwerk; bel 06-12345678",
}
HEADER = {
    "schema": "houvast-study/1",
    "id": "buurt",
    "title": {"nl": "Buurt", "en": "Neighbourhood"},
    "instruments": [],
    "waves": [{"id": "1"}],
}
PARTIES = [{"id": "jgz", "name": "JGZ", "organisation": "JGZ Noord"}]


def form(path: Path) -> list[list[str]]:
    book = openpyxl.load_workbook(path)
    return [[str(cell.value or "") for cell in row] for row in book[SHEET].iter_rows()]


def filled(path: Path, cells: dict[tuple[str, str], str]) -> Path:
    """A workbook with texts typed into the form."""
    book = openpyxl.load_workbook(path)
    for (level, age), text in cells.items():
        book[SHEET][f"{COLUMNS[age]}{ROWS[level]}"] = text
    book.save(path)
    return path


def written(study: houvast.Study) -> dict[tuple[str, str], str]:
    names, rows = study.tables()["matrix"]
    assert names == ["support_level", "age", "text"]
    return {(level, age): text for level, age, text in rows}


@pytest.fixture
def template(tmp_path: Path) -> Path:
    write_starter(tmp_path / "buurt")
    folder, missing = write_helpers(tmp_path / "buurt")
    assert missing is None
    return folder / "buurt.xlsx"


@pytest.fixture(scope="module")
def study() -> houvast.Study:
    records = [{"support_level": level, "age": age, "text": text} for (level, age), text in WRITTEN.items()]
    return houvast.study_from_frames(HEADER, parties=PARTIES, matrix=records)


def test_the_template_has_the_rows_and_columns_to_fill_in(template: Path) -> None:
    head, *rows = form(template)
    assert head == [
        "Zwaarte van de hulp",
        "0 tot 4 jaar (voorschools)",
        "4 tot 12 jaar (primair onderwijs)",
        "12 tot 18 jaar (voortgezet onderwijs)",
        "16 tot 27 jaar (mbo)",
    ]
    assert [row[0] for row in rows[::2]] == ["Voor iedereen", "Vroeg erbij", "Lichte hulp", "Zware hulp"]
    assert {row[0] for row in rows[1::2]} == {"Witte vlekken en overlap"}
    how = openpyxl.load_workbook(template)[SHEET]["A1"].comment
    assert how is not None and "Rijen en kolommen zijn eigen woorden" in how.text  # the NJi's print was not at hand
    assert not any(cell for row in rows for cell in row[1:])


def test_what_is_typed_into_the_form_comes_back_and_is_told(template: Path) -> None:
    book = openpyxl.load_workbook(filled(template, WRITTEN))
    book["partijen"]["A2"] = "jgz"
    book.save(template)
    read = houvast.load(template)
    assert written(read) == WRITTEN
    told = {(cell.support_level, cell.age): cell for cell in read.prevention_matrix()}
    assert len(told) == 16
    assert told["iedereen", "0-4"].state == "offered"
    assert told["iedereen", "0-4"].offers == ("Consultatiebureau", "Voorleesuur")
    assert told["iedereen", "4-12"].state == "overlap"
    assert told["iedereen", "4-12"].say("nl") == (
        "Hier staan 4 vormen van aanbod naast elkaar: kijk samen of ze elkaar overlappen."
    )
    assert told["zwaar", "4-12"].state == "gap"
    assert told["zwaar", "4-12"].say("nl") == "Hier is geen aanbod bekend: een witte vlek."
    assert sum(cell.state == "gap" for cell in told.values()) == 13
    read.save(template.with_name("again.xlsx"))
    below = form(template.with_name("again.xlsx"))[ROWS["zwaar"]]
    assert below[2] == "Hier is geen aanbod bekend: een witte vlek."


@pytest.mark.parametrize("name", ["s.xlsx", "s.json", "map"])
def test_a_matrix_is_the_same_after_any_file(study: houvast.Study, name: str, tmp_path: Path) -> None:
    study.save(tmp_path / name)
    assert houvast.load(tmp_path / name).to_json() == study.to_json()
    assert written(houvast.load(tmp_path / name)) == WRITTEN


def test_rows_go_as_the_profile_has_them_however_they_were_typed() -> None:
    records = [{"support_level": level, "age": age, "text": text} for (level, age), text in WRITTEN.items()]
    turned = houvast.study_from_frames(HEADER, parties=PARTIES, matrix=records[::-1])
    assert list(written(turned)) == list(WRITTEN)


def test_titles_are_read_and_words_that_are_none_are_told_where_they_stand(template: Path) -> None:
    book = openpyxl.load_workbook(template)
    book["partijen"]["A2"] = "jgz"
    book[SHEET]["A6"] = "lichtt"
    book[SHEET]["B6"] = "Homestart"
    book.save(template)
    with pytest.raises(houvast.ValidationError) as caught:
        houvast.load(template)
    (issue,) = caught.value.issues
    assert (issue.code, issue.value, issue.near, issue.where.row) == ("HV-207", "lichtt", "licht", 6)


def test_a_cell_stands_there_once() -> None:
    twice = [{"support_level": "licht", "age": "0-4", "text": text} for text in ("a", "b")]
    with pytest.raises(houvast.ValidationError) as caught:
        houvast.study_from_frames(HEADER, parties=PARTIES, matrix=twice)
    assert [issue.code for issue in caught.value.issues] == ["HV-201"]


def test_empty_cells_are_no_offer() -> None:
    blank = [{"support_level": "licht", "age": "0-4", "text": " \n"}, dict.fromkeys(("support_level", "age", "text"))]
    empty = houvast.study_from_frames(HEADER, parties=PARTIES, matrix=blank)
    assert written(empty) == {}
    assert {cell.state for cell in empty.prevention_matrix()} == {"unknown"}
    assert empty.prevention_matrix()[0].say("nl") == "In de preventiematrix is nog niets ingevuld."


def test_free_text_is_masked_and_stays_inside(study: houvast.Study) -> None:
    told = {(cell.support_level, cell.age): cell for cell in study.prevention_matrix()}
    assert told["licht", "12-18"].text == "Jongerenwerk; bel [telefoonnummer]"
    assert "06-12345678" not in study.prevention_matrix().to_frame().to_csv()
    assert "06-12345678" not in study.prevention_matrix()._repr_html_()
    for shown in (study.prevention_matrix(), *study.prevention_matrix()):
        assert repr(shown).endswith("; exact, voor intern gebruik)") and "06-12345678" not in repr(shown)
    for policy in ("team", "external"):
        released = json.dumps(study.release(policy, goals="text").document())
        assert not any(word in released for word in ("Consultatiebureau", "Buurtmoeders", "Jongerenwerk"))


# ------------------------------------------------------------------------------- with what parties offer


def test_parties_and_their_needs_stand_under_the_cell(tmp_path: Path) -> None:
    of = region(2024).study()
    profile = json.loads(of.profile_json)
    of.save(tmp_path / "s.xlsx")
    head, *rows = form(tmp_path / "s.xlsx")
    assert head[1:] == [term["title"]["nl"] for term in profile["ages"]]
    assert [row[0] for row in rows[::2]] == [term["title"]["nl"] for term in profile["support_levels"]]
    names = {party.id: party.name for party in of.parties}
    for cell, below in zip(of.prevention_matrix(), [cell for row in rows[1::2] for cell in row[1:]], strict=True):
        assert cell.providers
        assert all(names.get(id, id) in below for id in cell.providers)
    assert houvast.load(tmp_path / "s.xlsx").to_json() == of.to_json()


def test_a_need_that_nobody_meets_is_told_as_check_c13_tells_it(tmp_path: Path) -> None:
    data = json.loads(region(2024).study().to_json())
    for party in data["parties"]:
        if "offers" in party:
            kept = [offer for offer in party["offers"].split(";") if offer != "gedrag/0-4/ondersteuning"]
            party["offers"] = ";".join(kept)
    (tmp_path / "s.json").write_text(json.dumps(data), encoding="utf-8")
    wanted = houvast.load(tmp_path / "s.json")
    (finding,) = [finding for finding in wanted.coverage() if finding.check == "C13"]
    lacking = {(cell.support_level, cell.age): cell for cell in wanted.prevention_matrix() if cell.gaps}
    assert {f"{need}/{age}/{level}" for (level, age), cell in lacking.items() for need in cell.gaps} == {
        evidence.id for evidence in finding.evidence if evidence.role == "gap"
    }
    cell = lacking["ondersteuning", "0-4"]
    assert (cell.state, cell.gaps) == ("partly", ("gedrag",))
    assert cell.say("nl") == "Hier biedt geen partij iets aan voor Gedrag: een witte vlek."


def test_a_profile_without_rows_or_columns_has_no_form(study: houvast.Study, tmp_path: Path) -> None:
    profile = json.loads(study.profile_json)
    bare = {key: value for key, value in profile.items() if key not in ("ages", "support_levels")}
    without = houvast.study_from_frames({**HEADER, "profile": bare}, parties=PARTIES)
    without.save(tmp_path / "s.xlsx")
    assert SHEET not in openpyxl.load_workbook(tmp_path / "s.xlsx").sheetnames
    assert without.prevention_matrix() == ()
