"""Tables as files: exact ones say that they are for inside use, texts are never formulas, nothing is half written."""

import csv
import io
import json
import re
import shutil
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pandas as pd
import polars as pl
import pyarrow
import pyarrow.parquet as pq
import pyreadstat
import pytest

import houvast
from houvast import _core
from houvast.results.hidden import HIDDEN, HIDDEN_SYMBOL
from houvast.texts import Claim
from pseudo import words_outside

WRITERS = ("csv", "parquet", "xlsx", "sav")
NAMED = Claim("column.name")
TITLE, METHOD = Claim("title.distribution"), Claim("method.coverage")


@pytest.fixture(scope="module")
def awkward() -> houvast.Table:
    texts = ["=1+1", "+31", "-5", "@x", "\tx", "\rx", "'al", "gewoon", None]
    columns = [
        ("text", Claim("column.answer_text"), texts),
        ("whole", Claim("column.answers"), [1, None, -3, *range(6)]),
        ("share", Claim("column.share_of_answers"), [0.5, None, *[0.25] * 7]),
        ("flag", Claim("column.p_exact"), [True, False, None, *[True] * 6]),
    ]
    return _core.make_table(TITLE, columns, METHOD)


@pytest.mark.parametrize("kind", WRITERS)
def test_exact_tables_are_marked_whole_and_for_their_owner_only(
    kind: str, awkward: houvast.Table, tmp_path: Path
) -> None:
    place = getattr(awkward, f"to_{kind}")(tmp_path / f"proef.{kind}")
    assert place == tmp_path / f"proef-intern.{kind}"
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert getattr(awkward, f"to_{kind}")(place) == place  # marked once is enough
    assert [path.name for path in tmp_path.iterdir()] == [place.name]


@pytest.mark.parametrize("kind", WRITERS)
def test_nothing_is_left_when_writing_fails(
    kind: str, awkward: houvast.Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = getattr(awkward, f"to_{kind}")(tmp_path / f"x-intern.{kind}")
    before = place.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("houvast.io.atomic.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        getattr(awkward, f"to_{kind}")(place)
    assert [path.name for path in tmp_path.iterdir()] == [place.name]
    assert place.read_bytes() == before


def test_csv_holds_texts_that_no_spreadsheet_runs(awkward: houvast.Table, tmp_path: Path) -> None:
    with awkward.to_csv(tmp_path / "t.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["text", "whole", "share", "flag"]
    assert [row[0] for row in rows[1:]] == ["'=1+1", "'+31", "'-5", "'@x", "'\tx", "'\rx", "'al", "gewoon", ""]
    assert rows[3][1] == "-3"  # a number is a number


def test_workbook_holds_texts_and_numbers(awkward: houvast.Table, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(awkward.to_xlsx(tmp_path / "t.xlsx"))
    assert book.sheetnames[0] == "intern"
    assert "exacte uitkomsten" in book["intern"]["B1"].value
    sheet = book["tabel"]
    assert [sheet.cell(row, 1).value for row in range(2, 6)] == ["=1+1", "+31", "-5", "@x"]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    assert (sheet["B2"].value, sheet["C2"].value, sheet["C2"].number_format) == (1, 0.5, "0%")
    assert sheet["B3"].value is None and sheet.freeze_panes == "A2"


def test_parquet_and_sav_keep_values_and_meanings(awkward: houvast.Table, tmp_path: Path) -> None:
    place = awkward.to_parquet(tmp_path / "t.parquet")
    assert pl.read_parquet(place).equals(awkward.to_polars())
    assert b"intern" in pq.read_schema(place).metadata[b"use"]
    assert b"intern" in pyarrow.table(awkward).schema.metadata[b"use"]
    assert "intern" in awkward.to_pandas().attrs["use"]
    frame, about = pyreadstat.read_sav(awkward.to_sav(tmp_path / "t.sav"))
    assert frame["whole"].tolist()[0] == 1 and pd.isna(frame["whole"][1])
    assert about.column_names_to_labels["share"] == "share: of who answered, 0 to 1"
    assert "intern" in about.file_label


@pytest.mark.parametrize("kind", WRITERS)
def test_scores_go_to_every_format(kind: str, region_study: houvast.Study, tmp_path: Path) -> None:
    scores = region_study.scores(by="perspective")
    place = getattr(scores, f"to_{kind}")(tmp_path / f"s.{kind}")
    read = {
        "csv": pd.read_csv,
        "parquet": pd.read_parquet,
        "xlsx": lambda path: pd.read_excel(path, sheet_name="tabel", engine="openpyxl"),
        "sav": lambda path: pyreadstat.read_sav(str(path))[0],
    }[kind](place)
    assert len(read) == len(scores)
    assert read["top_box"].tolist() == pytest.approx(scores.to_pandas()["top_box"].tolist(), nan_ok=True)


def test_release_workbook_shows_no_more_than_the_release(region_study: houvast.Study, tmp_path: Path) -> None:
    release = region_study.release("external", by="domain")
    book = openpyxl.load_workbook(release.to_xlsx(tmp_path / "naar-buiten.xlsx"))
    rows = release.scores_table()
    sheet = book["uitkomsten"]
    head = [cell.value for cell in sheet[1]]
    assert head == list(rows[0])
    for at, row in enumerate(rows, 2):
        for column, value in enumerate(row.values(), 1):
            shown, wanted = sheet.cell(at, column).value, HIDDEN_SYMBOL if value is HIDDEN else value
            assert shown == wanted or (shown in (None, "") and wanted in (None, ""))
    assert any(value is HIDDEN for row in rows for value in row.values())
    assert "10 mensen" in str(book["uitleg"]["B2"].value)
    assert "anoniem" not in str([cell.value for row in book["uitleg"].iter_rows() for cell in row]).lower()


def test_release_workbook_is_whole_in_the_pseudo_language(region_study: houvast.Study, tmp_path: Path) -> None:
    release = region_study.release()
    book = openpyxl.load_workbook(release.to_xlsx(tmp_path / "out.xlsx", lang="qps-plocm"))
    explanation, results = book.worksheets
    names = {value for row in release.scores_table() for value in row.values() if isinstance(value, str)}
    columns = [cell.value for cell in results[1]]
    told = [str(cell.value) for row in explanation.iter_rows() for cell in row if cell.value]
    assert words_outside([*book.sheetnames, *told], [*columns, *names, release.policy]) == []
    cells = {cell for row in results.iter_rows(min_row=2, values_only=True) for cell in row if isinstance(cell, str)}
    assert cells <= names | {HIDDEN_SYMBOL}
    assert [sheet.sheet_view.rightToLeft for sheet in book.worksheets] == [True, True]
    assert len(max(book.sheetnames, key=len)) <= 31


def test_a_study_cannot_be_written_as_a_release(region_study: houvast.Study, tmp_path: Path) -> None:
    from houvast.release.workbook import release_xlsx

    for wrong in (region_study, region_study.scores()):
        with pytest.raises(houvast.DisclosureError):
            release_xlsx(wrong, tmp_path / "x.xlsx")
    assert not list(tmp_path.iterdir())


def test_codebook_tells_every_question_value_and_missing_code(region_study: houvast.Study) -> None:
    rows = region_study.codebook().to_dicts()
    answers = [row for row in rows if row["variable"] == "E1.1"]
    assert [row["value"] for row in answers] == [1, 2, 3, 4, 5, -1, -2, -3, -4, -5]
    assert [row["missing"] for row in answers] == [False] * 5 + [True] * 5
    states = ["weet ik niet", "niet van toepassing", "wil ik niet zeggen", "overgeslagen", "niet gevraagd"]
    assert [row["value_label_nl"] for row in answers[5:]] == states
    known = {(row["table"], row["variable"]) for row in rows}
    for table, (columns, _) in region_study.tables().items():
        assert all((table, column) in known for column in columns)
    assert all(row["label_nl"] and row["label_en"] for row in rows)


def test_sav_has_labels_and_declared_missing_values(region_study: houvast.Study, tmp_path: Path) -> None:
    place = region_study.to_sav(tmp_path / "antwoorden.sav")
    assert place.name == "antwoorden-intern.sav"
    frame, about = pyreadstat.read_sav(place, user_missing=True)
    question = houvast.instrument("six-elements").question("E1.1")
    assert about.column_names_to_labels["E1.1"] == f"E1.1: {question.text.nl}"
    assert about.variable_value_labels["E1.1"][3.0] == "voor een deel"
    assert about.variable_value_labels["E1.1"][-1.0] == "weet ik niet"
    assert about.missing_ranges["E1.1"] == [{"lo": -5.0, "hi": -1.0}]
    assert about.variable_measure["E1.1"] == "ordinal"
    tidy = region_study.tidy_answers().to_pandas()
    counts = tidy[tidy["question"] == "E1.1"]
    assert (frame["E1.1"] > 0).sum() == (counts["state"] == "answered").sum()
    assert (frame["E1.1"] == -1).sum() == (counts["state"] == "dont_know").sum()
    analysed, _ = pyreadstat.read_sav(place)  # as SPSS computes: declared missing values do not count
    assert analysed["E1.1"].mean() == pytest.approx(counts["value"].mean())


def test_r_files_are_complete_and_safe(region_study: houvast.Study, tmp_path: Path) -> None:
    folder = region_study.to_r(tmp_path / "r")
    assert {path.name for path in folder.iterdir()} == {
        *("antwoorden-intern.csv", "partijen-intern.csv", "codeboek.csv", "lees-intern.R"),
    }
    assert len(pd.read_csv(folder / "antwoorden-intern.csv")) == len(region_study.tidy_answers())


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R (Rscript) is not installed")
def test_r_reads_the_answers_with_factors(tmp_path: Path, region_study: houvast.Study) -> None:
    frames = region_study.to_frames("arrow")
    answers = frames["answers"].to_pylist()
    at = next(i for i, row in enumerate(answers) if row["question"] == "E3.1" and row["text"])
    answers[at]["text"] = "=SOM(A1)"
    folder = houvast.study_from_frames(region_study.header_json(), **{**frames, "answers": answers}).to_r(
        tmp_path / "r"
    )
    script = (
        'source("lees-intern.R", encoding = "UTF-8")\n'
        'print(as.integer(table(antwoord("E1.1"))))\nprint(is.ordered(antwoord("E1.1")))\n'
        'print(sum(antwoorden$state == "dont_know"))\nprint(sum(antwoorden$text == "=SOM(A1)", na.rm = TRUE))\n'
        "print(sum(partijen$asked))\n"
    )
    ran = subprocess.run(["Rscript", "-e", script], cwd=folder, capture_output=True, text=True, check=True, timeout=60)
    tidy = region_study.tidy_answers().to_pandas()
    counts = tidy[tidy["question"] == "E1.1"]["value"].value_counts().sort_index()
    assert [line.split("] ", 1)[1].split() for line in ran.stdout.splitlines()] == [
        [str(count) for count in counts],
        ["TRUE"],
        [str(int((tidy["state"] == "dont_know").sum()))],
        ["1"],
        [str(sum(party.asked for party in region_study.parties))],
    ]


@pytest.mark.parametrize(
    ("module", "call", "extra"),
    [
        ("pyarrow", "to_parquet", "frames"),
        ("xlsxwriter", "to_xlsx", "excel"),
        ("pyreadstat", "to_sav", "spss"),
    ],
)
def test_a_missing_extra_is_named(
    module: str, call: str, extra: str, awkward: houvast.Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(houvast.MissingExtraError, match=rf"houvast\[{extra}\]"):
        getattr(awkward, call)(tmp_path / "x.file")
    assert not list(tmp_path.iterdir())


def test_folders_of_parquet(region_study: houvast.Study, tmp_path: Path) -> None:
    place = region_study.save(tmp_path / "p", tables="parquet")
    region_study.save(tmp_path / "c")
    (place / "ties.csv").write_bytes((tmp_path / "c" / "ties.csv").read_bytes())
    with pytest.raises(houvast.ParseError, match="table twice 'ties'"):
        houvast.load(place)
    (place / "ties.csv").unlink()
    (place / "ties.parquet").write_bytes(b"PAR1 no, it is not")
    with pytest.raises(houvast.ParseError) as caught:
        houvast.load(place)
    assert (caught.value.code, caught.value.where.file) == ("HV-101", "ties.parquet")
    with pytest.raises(houvast.InvalidValueError, match="csv or parquet"):
        region_study.save(tmp_path / "x", tables="feather")
    assert json.loads((place / "study.json").read_text(encoding="utf-8"))["id"] == region_study.id


@pytest.mark.parametrize(
    ("kind", "text"), [("xlsx", "a" * 32768), ("xlsx", "😀" * 16384), ("sav", "a" * 32768), ("sav", "é" * 16384)]
)
def test_a_text_that_does_not_fit_is_refused_and_not_cut(kind: str, text: str, tmp_path: Path) -> None:
    """Excel holds 32,767 characters in a cell (an emoji is two), SPSS 32,767 bytes in a text."""
    fits = _core.make_table(TITLE, [("kort", NAMED, ["a", "b"]), ("tekst", NAMED, ["x", text[:-1]])], METHOD)
    place = getattr(fits, f"to_{kind}")(tmp_path / f"past.{kind}")
    read = (
        pd.read_excel(place, sheet_name="tabel", engine="openpyxl") if kind == "xlsx" else pyreadstat.read_sav(place)[0]
    )
    assert read["tekst"][1] == text[:-1]
    table = _core.make_table(TITLE, [("kort", NAMED, ["a", "b"]), ("tekst", NAMED, ["x", text])], METHOD)
    with pytest.raises(houvast.ValidationError) as caught:
        getattr(table, f"to_{kind}")(tmp_path / f"te-lang.{kind}")
    assert (caught.value.code, caught.value.where.row) == ("HV-302", 3 if kind == "xlsx" else 2)
    assert caught.value.where.column in ("B", "tekst")
    assert text[:100] not in caught.value.message
    assert [path.name for path in tmp_path.iterdir()] == [place.name]


def test_csv_for_a_dutch_excel(awkward: houvast.Table, tmp_path: Path) -> None:
    data = awkward.to_csv(tmp_path / "t.csv", dialect="excel-nl").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") and data.count(b"\r\n") == len(awkward) + 1
    with io.StringIO(data.decode("utf-8-sig"), newline="") as text:
        rows = list(csv.reader(text, delimiter=";"))
    assert rows[1] == ["'=1+1", "1", "0,5", "WAAR"] and rows[2] == ["'+31", "", "", "ONWAAR"]
    with pytest.raises(houvast.InvalidValueError, match="excel-nl"):
        awkward.to_csv(tmp_path / "t.csv", dialect="excel")


def test_an_apostrophe_before_a_formula_comes_back(tmp_path: Path) -> None:
    texts = ["'=1", "''=1", "=1", "'gewoon", "'"]
    table = _core.make_table(TITLE, [("tekst", NAMED, texts)], METHOD)
    with table.to_csv(tmp_path / "t.csv").open(encoding="utf-8", newline="") as file:
        read = [row[0] for row in csv.reader(file)][1:]
    assert read == ["''=1", "'''=1", "'=1", "'gewoon", "'"]
    assert [re.sub(r"^'(?='*[=+@\t\r-])", "", text) for text in read] == texts  # as the R script does


def test_a_release_leaves_as_csv_with_its_heading(region_study: houvast.Study, tmp_path: Path) -> None:
    release = region_study.release("external", by="domain")
    with release.to_csv(tmp_path / "uit.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == list(release.scores_table()[0]) and len(rows) == 1 + len(release.scores_table())
    assert any(HIDDEN_SYMBOL in row for row in rows)
    assert release.to_csv(tmp_path / "nl.csv", dialect="excel-nl").read_bytes().count(b";") >= 7 * len(rows)


@pytest.mark.parametrize("size", [0, 1])
@pytest.mark.parametrize("kind", WRITERS)
def test_small_tables_leave_too(kind: str, size: int, tmp_path: Path) -> None:
    table = _core.make_table(TITLE, [("tekst", NAMED, ["a"][:size]), ("getal", NAMED, [1.5][:size])], METHOD)
    place = getattr(table, f"to_{kind}")(tmp_path / f"k.{kind}")
    read = {
        "csv": pd.read_csv,
        "parquet": pd.read_parquet,
        "xlsx": lambda path: pd.read_excel(path, sheet_name="tabel", engine="openpyxl"),
        "sav": lambda path: pyreadstat.read_sav(str(path))[0],
    }[kind](place)
    assert list(read.columns) == ["tekst", "getal"] and len(read) == size


def test_numbers_in_a_workbook_are_exact(tmp_path: Path) -> None:
    values = [0.1 + 0.2, 1 / 3, 1e300, 5e-324, float("nan"), float("inf"), 2.0**53]
    columns = [("getal", NAMED, values), ("geheel", NAMED, [2**53, -1, 0, None, 1, 2, 3])]
    table = _core.make_table(TITLE, columns, METHOD)
    sheet = openpyxl.load_workbook(table.to_xlsx(tmp_path / "g.xlsx"))["tabel"]
    assert [sheet.cell(row, 1).value for row in range(2, 9)] == [*values[:4], None, "inf", 2**53]
    assert [sheet.cell(row, 2).value for row in range(2, 9)] == [2**53, -1, 0, None, 1, 2, 3]


def test_the_counts_in_a_workbook_are_those_of_its_texts(region_study: houvast.Study, tmp_path: Path) -> None:
    with zipfile.ZipFile(region_study.tidy_answers().to_xlsx(tmp_path / "t.xlsx")) as book:
        shared = book.read("xl/sharedStrings.xml").decode()
        sheets = [book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
    head = re.search(r' count="(\d+)" uniqueCount="(\d+)"', shared)
    assert head is not None
    assert [int(count) for count in head.groups()] == [sum(xml.count(' t="s"') for xml in sheets), shared.count("<si>")]


def test_codebook_tells_what_the_sav_holds(region_study: houvast.Study, tmp_path: Path) -> None:
    _, about = pyreadstat.read_sav(region_study.to_sav(tmp_path / "a.sav"), user_missing=True)
    book = region_study.codebook().to_dicts()
    for name, label in about.column_names_to_labels.items():
        variable, words = label.split(": ", 1)
        rows = [row for row in book if (row["table"], row["variable"]) == ("answers", variable)]
        assert rows and rows[0]["label_nl"] == words
        values = {row["value"]: row["value_label_nl"] for row in rows if row["value"] is not None}
        assert values == {int(key): text for key, text in about.variable_value_labels.get(name, {}).items()}
        missing = sorted(row["value"] for row in rows if row["missing"])
        assert about.missing_ranges.get(name, []) == ([{"lo": missing[0], "hi": missing[-1]}] if missing else [])


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R (Rscript) is not installed")
def test_the_r_script_finds_its_files_from_another_folder(tmp_path: Path, region_study: houvast.Study) -> None:
    region_study.to_r(tmp_path / "r")
    (tmp_path / "elders").mkdir()
    (tmp_path / "elders" / "mijn.R").write_text('source("r/lees-intern.R", encoding = "UTF-8")\ncat(nrow(partijen))\n')
    ran = subprocess.run(
        ["Rscript", "elders/mijn.R"], cwd=tmp_path, capture_output=True, text=True, check=True, timeout=60
    )
    assert ran.stdout == str(len(region_study.parties))
