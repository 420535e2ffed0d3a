"""The prevention matrix in the workbook: a row per level of support, a column per age, who offers what in each cell."""

import json
from pathlib import Path

import openpyxl
import pytest

import houvast
from houvast.examples.region import region


def sheet_of(study: houvast.Study, path: Path) -> list[list[str]]:
    study.save(path)
    book = openpyxl.load_workbook(path)
    assert "preventiematrix" in book.sheetnames
    return [[str(cell.value or "") for cell in row] for row in book["preventiematrix"].iter_rows()]


@pytest.fixture(scope="module")
def study() -> houvast.Study:
    return region(2024).study()


def without(study: houvast.Study, cell: str, path: Path) -> houvast.Study:
    """The same study in which nobody offers a cell."""
    data = json.loads(study.to_json())
    for party in data["parties"]:
        if "offers" in party:
            party["offers"] = ";".join(offer for offer in party["offers"].split(";") if offer != cell)
    path.write_text(json.dumps(data), encoding="utf-8")
    return houvast.load(path)


def test_rows_columns_and_cells_are_those_of_the_profile(study: houvast.Study, tmp_path: Path) -> None:
    profile = json.loads(study.profile_json)
    words = {name: [term["title"]["nl"] for term in profile[name]] for name in ("needs", "ages", "support_levels")}
    head, *rows = sheet_of(study, tmp_path / "s.xlsx")
    assert head == ["Zwaarte van de hulp", *words["ages"]]
    assert [row[0] for row in rows] == words["support_levels"]
    for row in rows:
        for cell in row[1:]:
            assert [line.split(": ")[0] for line in cell.split("\n")] == words["needs"]
    told = {(row["need"], row["age"], row["support_level"]): row for row in study.need_matrix().to_dicts()}
    assert len(told) == len(words["needs"]) * len(words["ages"]) * len(words["support_levels"])
    names = {party.id: party.name for party in study.parties}
    offered = told["leren", "4-12", "preventie"]
    line = rows[0][2].split("\n")[0]
    assert offered["state"] in ("offered", "overlap")
    assert all(names.get(id, id) in line for id in offered["providers"].split(";"))


def test_a_gap_is_told_in_the_cell_as_check_c13_tells_it(study: houvast.Study, tmp_path: Path) -> None:
    wanted = without(study, "gedrag/0-4/ondersteuning", tmp_path / "s.json")
    (finding,) = [finding for finding in wanted.coverage() if finding.check == "C13"]
    assert "Niemand biedt dit aan: " in finding.sentence.nl and "Gedrag" in finding.sentence.nl
    _, *rows = sheet_of(wanted, tmp_path / "s.xlsx")
    assert rows[1][1].split("\n")[1] == "Gedrag: niemand (witte vlek)"
    assert sum(cell.count("witte vlek") for row in rows for cell in row) == sum(
        each.role == "gap" for each in finding.evidence
    )


def test_it_is_there_to_read_and_comes_back_as_nothing(study: houvast.Study, tmp_path: Path) -> None:
    study.save(tmp_path / "s.xlsx")
    assert houvast.load(tmp_path / "s.xlsx").to_json() == study.to_json()


def test_a_study_without_a_matrix_has_no_sheet(tmp_path: Path) -> None:
    header = {"schema": "houvast-study/1", "id": "s", "title": {"nl": "s", "en": "s"}, "waves": [{"id": "1"}]}
    study = houvast.study_from_frames({**header, "instruments": []}, parties=[{"id": "p"}])
    study.save(tmp_path / "s.xlsx")
    assert "preventiematrix" not in openpyxl.load_workbook(tmp_path / "s.xlsx").sheetnames
