"""Studies from frames: every layout of Arrow, pandas with and without pyarrow, numpy; the same errors as from files."""

import csv
import io
import json
import random
import sys
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.csv as pc
import pyarrow.parquet as pq
import pytest

import houvast
from broken_base import SECRET, write_base
from broken_cases import UNSOUND
from houvast import _core
from houvast.io import folder
from houvast.scoring import Tally

HEADER = {
    "schema": "houvast-study/1",
    "id": "klein",
    "title": {"nl": "Klein", "en": "Small"},
    "instruments": ["six-elements"],
    "waves": [{"id": "1"}],
    "relations": [{"id": "r", "title": {"nl": "r", "en": "r"}}],
}
PARTIES = {"id": ["a", "b", "c"], "asked": [2, 1, 1]}
QUESTIONS = ["E1.1", "E1.1", "E1.2", "E1.1"]
PEOPLE = ["a", "b", "b", "c"]
ANSWERS = ["4", None, "weet ik niet", "helemaal"]


def study(answers: object, parties: object = PARTIES, **more: object) -> houvast.Study:
    return houvast.study_from_frames(HEADER, parties=parties, answers=answers, **more)


EXPECTED = study({"party": PEOPLE, "question": QUESTIONS, "answer": ANSWERS}).to_json()


def chunked(values: list[str | None], type: pa.DataType) -> pa.ChunkedArray:
    return pa.chunked_array([pa.array(values[:1], type), pa.array([], type), pa.array(values[1:], type)])


def sliced(values: list[str | None], type: pa.DataType) -> pa.Array:
    return pa.array(["zz", None, "yy", *values, "xx"], type).slice(3, len(values))


def dictionary(values: list[str | None], index: pa.DataType) -> pa.Array:
    return pa.array([None, *values], pa.string()).dictionary_encode().cast(pa.dictionary(index, pa.string())).slice(1)


LONG = "een toelichting die te lang is om in de weergave zelf te passen"


@pytest.mark.parametrize("type", [pa.string(), pa.large_string(), pa.string_view()], ids=str)
@pytest.mark.parametrize("shape", [pa.array, sliced, chunked])
def test_texts_of_every_arrow_layout(type: pa.DataType, shape: object) -> None:
    make = lambda values: shape(values, type)  # type: ignore[operator] # noqa: E731
    table = pa.table({"party": make(PEOPLE), "question": make(QUESTIONS), "answer": make(ANSWERS)})
    assert study(table).to_json() == EXPECTED
    texts = pa.table({"party": make(["a"]), "question": make(["E1.4"]), "answer": make([None]), "text": make([LONG])})
    assert study(texts).tables()["answers"][1] == [["1", "a", "a", "E1.4", "skipped", LONG]]


@pytest.mark.parametrize("index", [pa.int8(), pa.uint8(), pa.int16(), pa.int32(), pa.uint32(), pa.int64()], ids=str)
def test_dictionaries_of_every_index(index: pa.DataType) -> None:
    table = pa.table({"party": dictionary(PEOPLE, index), "question": QUESTIONS, "answer": dictionary(ANSWERS, index)})
    assert study(table).to_json() == EXPECTED


def test_a_sliced_record_batch_and_a_null_column() -> None:
    batch = pa.record_batch({"party": ["x", *PEOPLE], "question": ["x", *QUESTIONS], "answer": ["x", *ANSWERS]})
    assert study(batch.slice(1)).to_json() == EXPECTED
    assert study(pa.RecordBatchReader.from_batches(batch.schema, [batch.slice(1)])).to_json() == EXPECTED
    table = pa.table({"party": PEOPLE, "question": QUESTIONS, "answer": ANSWERS, "text": pa.nulls(4)})
    assert study(table).to_json() == EXPECTED


@pytest.mark.parametrize(
    "type",
    [pa.int8(), pa.uint8(), pa.int16(), pa.int32(), pa.int64(), pa.uint64(), pa.float16(), pa.float32(), pa.float64()],
    ids=str,
)
def test_numbers_of_every_width(type: pa.DataType) -> None:
    values = pa.array([None, 4, 5, None, 1], pa.float64()).cast(type).slice(1)
    read = study(pa.table({"party": PEOPLE, "question": QUESTIONS, "answer": values}))
    assert [row[4] for row in read.tables()["answers"][1]] == ["4", "5", "skipped", "1"]


def test_days_flags_and_times() -> None:
    goals = pa.table(
        {
            "id": ["1", "2", "3"],
            "title": ["x", "y", "z"],
            "due": pa.array([date(2025, 1, 31), None, date(1969, 12, 31)]),
            "secured": [True, False, None],
        }
    )
    read = study(None, goals=goals).tables()["goals"][1]
    assert [(row[7], row[8]) for row in read] == [("2025-01-31", "yes"), ("", "no"), ("1969-12-31", "no")]
    stamps = goals.set_column(2, "due", goals["due"].cast(pa.date64()).cast(pa.timestamp("us")))
    assert study(None, goals=stamps).tables()["goals"][1] == read
    assert study(None, goals=goals.to_pandas()).tables()["goals"][1] == read
    assert study(None, goals=pl.from_arrow(goals)).tables()["goals"][1] == read
    assert study(None, goals=goals.to_pylist()).tables()["goals"][1] == read


def frame() -> pd.DataFrame:
    return pd.DataFrame({"party": PEOPLE, "question": QUESTIONS, "answer": ANSWERS})


def test_frames_columns_and_records() -> None:
    assert study(frame()).to_json() == EXPECTED
    assert study(pl.from_pandas(frame())).to_json() == EXPECTED
    assert study(pl.from_pandas(frame()).with_columns(pl.col("party").cast(pl.Categorical))).to_json() == EXPECTED
    assert study(frame().astype({"question": "category"})).to_json() == EXPECTED
    assert study(frame().set_index("party")).to_json() == EXPECTED  # an index with a name is a column
    shuffled = pd.concat([frame().iloc[2:], frame().iloc[:2]]).sort_index()
    assert study(shuffled).to_json() == EXPECTED  # one without a name is not
    assert study(frame().to_dict("records")).to_json() == EXPECTED
    arrays = {"party": np.array(PEOPLE), "question": np.array(QUESTIONS), "answer": np.array(ANSWERS, dtype=object)}
    assert study(arrays).to_json() == EXPECTED
    assert study({**arrays, "answer": pl.Series(ANSWERS), "party": pa.array(PEOPLE)}).to_json() == EXPECTED
    assert study(frame(), parties=np.array([("a", 2), ("b", 1), ("c", 1)], [("id", "U1"), ("asked", "i2")])).to_json()


def test_mixed_types_and_missing_values_of_all_kinds() -> None:
    mixed = pd.DataFrame({"party": PEOPLE, "question": QUESTIONS, "answer": [4, np.nan, "weet ik niet", "helemaal"]})
    assert study(mixed).to_json() == EXPECTED
    for nothing in (None, np.nan, pd.NA, pd.NaT, "", np.ma.masked, np.float64("nan")):
        cells = {"party": PEOPLE, "question": QUESTIONS, "answer": [np.int64(4), nothing, "weet ik niet", "helemaal"]}
        assert study(cells).to_json() == EXPECTED
    masked = np.ma.array([4, 9, 5, 1], mask=[False, True, False, False])
    read = study({"party": PEOPLE, "question": QUESTIONS, "answer": masked})
    assert [row[4] for row in read.tables()["answers"][1]] == ["4", "skipped", "5", "1"]


def test_pandas_without_pyarrow(monkeypatch: pytest.MonkeyPatch) -> None:
    given = frame().astype(object)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert study(given).to_json() == EXPECTED


def test_wide_answers() -> None:
    wide = pl.DataFrame({"party": ["a", "b"], "E1.1": [4, None], "E1.4": [None, 2], "E1.4:text": [None, LONG]})
    read = study(wide).tables()["answers"][1]
    assert [row[3:] for row in read if row[4] != "skipped"] == [["E1.1", "4", ""], ["E1.4", "2", LONG]]


def test_wrong_frames_are_refused_with_their_place() -> None:
    for wrong in (3, "tekst", [1, 2]):
        with pytest.raises(houvast.InvalidValueError) as caught:
            study(wrong)
        assert (caught.value.code, caught.value.where.file) == ("HV-302", "answers")
    with pytest.raises(houvast.ValidationError) as error:
        study({"party": PEOPLE, "question": QUESTIONS, "answer": ["4", {"x": 1}, "3", "2"]})
    assert (error.value.code, error.value.where.file, error.value.where.row, error.value.where.column) == (
        *("HV-108", "answers", 2, "answer"),
    )
    with pytest.raises(houvast.ValidationError) as error:
        study(pa.table({"party": PEOPLE, "question": QUESTIONS, "answer": [b"4", b"3", b"2", b"1"]}))
    assert (error.value.code, error.value.where.column) == ("HV-108", "answer")
    with pytest.raises(houvast.InvalidValueError, match="4 rows, like the columns before it"):
        study({"party": PEOPLE, "question": QUESTIONS[:3], "answer": ANSWERS})
    with pytest.raises(houvast.ValidationError) as error:
        study({"party": ["a", "schol"], "question": ["E1.1", "E1.l"], "answer": ["voor deel", "1"]})
    places = {(issue.code, issue.where.row, issue.where.column) for issue in error.value.issues}
    assert places == {("HV-205", 1, "answer"), ("HV-202", 2, "question")}
    assert "'voor een deel' perhaps" in str(error.value) and "'E1.1' perhaps" in str(error.value)
    with pytest.raises(houvast.InvalidValueError, match="pandas, polars or arrow"):
        study(frame()).to_frames("excel")


def by_the_reader_that_explains(folder: Path) -> _core.Study:
    """Loads with Python's own csv module, as houvast did before it had a quick reader."""
    from houvast.io.folder import TABLES, _bytes, _table

    files = [(name, folder / f"{name}.csv") for name in TABLES]
    tables = [_table(name, file.name, _bytes(file)) for name, file in files if file.exists()]
    return _core.study_from_tables((folder / "study.json").read_bytes(), tables, "study.json")


@pytest.mark.parametrize("name", sorted(UNSOUND))
def test_the_quick_reader_says_the_very_same(name: str, tmp_path: Path) -> None:
    path = UNSOUND[name][0](write_base(tmp_path / "klein"))
    if path.suffix == ".json":
        pytest.skip("the one-file form has no CSV")
    messages = []
    for read in (houvast.load, by_the_reader_that_explains):
        with pytest.raises(houvast.Error) as caught:
            read(path)
        messages.append([issue.message for issue in caught.value.issues])
        assert SECRET not in str(caught.value)
    assert messages[0] == messages[1]


def test_the_quick_reader_reads_what_the_csv_module_reads(tmp_path: Path) -> None:
    """Random tables: quotes, every line ending within and between rows, blank lines, long and foreign words."""
    rng = random.Random(7)
    pieces = ["a", "voor een deel", "é", "\u00a0", ",", '"', "\n", "\r\n", "\r", " ", "漢字", "x" * 31, "y" * 64]
    (tmp_path / "study.json").write_text(json.dumps(HEADER), encoding="utf-8")
    for _ in range(200):
        quoting = rng.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC])
        end = rng.choice(["\n", "\r\n", "\r"])
        buffer = io.StringIO(newline="")
        writer = csv.writer(buffer, quoting=quoting, lineterminator=end)
        writer.writerow(["id", "name", "x_own", "x_more"])
        for row in range(rng.randrange(1, 40)):
            cells = ["".join(rng.choices(pieces, k=rng.randrange(5))) for _ in range(3)]
            if quoting == csv.QUOTE_MINIMAL:  # it leaves line ends other than its own without quotes
                cells = [cell.replace("\r", "").replace("\n", "") for cell in cells]
            writer.writerow([f"p{row}", *cells])
            buffer.write(end * (rng.random() < 0.1))
        text = buffer.getvalue().encode()
        (tmp_path / "parties.csv").write_bytes(text)
        assert _core.columns_from_csv(text, "parties", "parties.csv", ",") is not None
        quick, slow = houvast.load(tmp_path), by_the_reader_that_explains(tmp_path)
        assert quick.to_json() == slow.to_json()
        assert len(quick.parties) == row + 1


@pytest.mark.parametrize("kind", ["csv", "parquet", "arrow", "polars", "dictionary"])
def test_many_answers_come_in_the_same_by_every_way(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More rows than one part of a Parquet file or one chunk holds, in random order, with gaps."""
    monkeypatch.setattr(folder, "_PARQUET_ROWS", 7000)
    rng = random.Random(9)
    rated = [question.id for question in houvast.instrument("six-elements").questions if question.scale]
    asked = [(wave, who, question) for wave in "12" for who in range(1500) for question in rated]
    rng.shuffle(asked)
    asked = asked[:80_000]
    columns = {
        "wave": [wave for wave, _, _ in asked],
        "respondent": [f"r{who}" for _, who, _ in asked],
        "party": [f"p{who % 7}" for _, who, _ in asked],
        "question": [question for _, _, question in asked],
        "answer": rng.choices(["1", "2", "voor een deel", "weet ik niet", None], k=len(asked)),
    }
    header = {**HEADER, "waves": [{"id": "1"}, {"id": "2"}]}
    parties = {"id": [f"p{i}" for i in range(7)], "asked": ["1000"] * 7}
    table = pa.table(columns)
    if kind in ("csv", "parquet"):
        (tmp_path / "study.json").write_text(json.dumps(header), encoding="utf-8")
        pc.write_csv(pa.table(parties), tmp_path / "parties.csv")
        if kind == "csv":
            pc.write_csv(table, tmp_path / "answers.csv")
        else:
            pq.write_table(table, tmp_path / "answers.parquet", row_group_size=20_000)
        made = houvast.load(tmp_path)
    else:
        several = pa.concat_tables([table.slice(0, 1000), table.slice(1000)])
        coded = {name: table[name].dictionary_encode() for name in table.column_names}
        given = {"arrow": several, "polars": pl.from_arrow(table), "dictionary": pa.table(coded)}[kind]
        made = houvast.study_from_frames(header, parties=parties, answers=given)
    plain = houvast.study_from_frames(header, parties=parties, answers=columns)
    assert made.answers == len(asked)
    assert made.tables()["answers"] == plain.tables()["answers"]


def test_a_damaged_parquet_file_is_said_to_be_one(tmp_path: Path) -> None:
    write_base(tmp_path / "klein")
    (tmp_path / "klein" / "answers.csv").unlink()
    path = tmp_path / "klein" / "answers.parquet"
    pq.write_table(pa.table({"party": ["a"] * 2000, "question": ["E1.1"] * 2000, "answer": ["1"] * 2000}), path)
    sound = path.read_bytes()
    for damaged in (b"PAR1", sound[:-5], sound[:4] + b"\xff" * 60 + sound[64:]):
        path.write_bytes(damaged)
        with pytest.raises(houvast.ParseError, match=r"HV-101.*answers.parquet.*a Parquet file \(") as error:
            houvast.load(tmp_path / "klein")
        assert error.value.issues[0].where.file == "answers.parquet"


def test_codes_of_one_byte_enter_without_a_copy() -> None:
    codes = np.array([0, 1, 2, 250, 253], dtype=np.uint8)
    assert _core.byte_view(codes) == (codes.ctypes.data, 5)
    column = pa.array([9, 0, 1, 2, 250, 253], pa.uint8()).slice(1)
    assert _core.byte_view(column) == (column.buffers()[1].address + 1, 5)
    one = pa.chunked_array([column])
    assert _core.byte_view(one) == (column.buffers()[1].address + 1, 5)
    series = pl.Series([0, 1, 2, 250, 253], dtype=pl.UInt8)
    assert _core.byte_view(series)[0] == series.to_numpy(allow_copy=False).ctypes.data
    several = pa.chunked_array([column, column])  # no such luck: two places in memory
    assert _core.byte_view(several)[1] == 10
    for wrong in (pa.array([256]), pa.array([-1]), pa.array(["1"]), pa.array([1.0])):
        with pytest.raises(houvast.InvalidValueError):
            _core.byte_view(wrong)


def test_a_tally_takes_arrow_and_reads_nulls_as_skipped() -> None:
    asked = houvast.instrument("six-elements")
    rated = [question.id for question in asked.questions if question.scale]
    rng = np.random.default_rng(1)
    columns = {name: rng.integers(0, 5, 50).astype(np.uint8) for name in rated}
    columns[rated[0]][::7] = 253
    ours, theirs = Tally(asked), Tally(asked)
    ours.update(columns)
    first = pa.array(columns[rated[0]], mask=columns[rated[0]] == 253)
    theirs.update({**{name: pa.array(values) for name, values in columns.items()}, rated[0]: first})
    assert ours == theirs and ours.respondents == 50
