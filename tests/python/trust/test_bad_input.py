"""Whatever comes in, what goes wrong is an error of houvast, and its message holds none of the arguments."""

import contextlib
import random
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pyreadstat
import pytest

import houvast
from houvast import _core, graphs, stats
from houvast.convert import Mapping
from houvast.convert.frames import read_sav
from houvast.convert.sheet import clean
from houvast.errors import FileAccessError, InvalidValueError, WrongTypeError
from houvast.plot import write_pictures
from houvast.release import load_release, write_document
from houvast.release.reference import load_reference
from houvast.report.theme import load_theme
from houvast.scoring import Tally
from houvast.texts import Claim

SECRET = "an answer that nobody may see"
BIG = 10**5000  # more digits than Python turns into text
SIX = houvast.instrument("six-elements")
GRAPH = houvast.Graph(3, [0, 1], [1, 2])
CODES = np.zeros((2, len(Tally(SIX).questions)), dtype=np.uint8)


class Sulking:
    """An object that fails when it is asked for its text."""

    def __str__(self) -> str:
        raise RuntimeError(SECRET)

    isoformat = __str__


CALLS: dict[str, Callable[[], object]] = {
    "numbers of texts": lambda: stats.mean([SECRET]),
    "a text": lambda: stats.consensus(SECRET, bounds=(1, 5)),
    "bounds of text": lambda: stats.consensus([1, 2], bounds=SECRET),
    "a keyword": lambda: stats.mean(values=[SECRET]),
    "an unknown keyword": lambda: stats.mean([1.0], answers=SECRET),
    "a long number": lambda: stats.mean([BIG]),
    "a long count": lambda: stats.wilson_interval(BIG, 5),
    "long nodes": lambda: houvast.Graph(BIG, [], []),
    "long ids": lambda: houvast.Graph(3, [BIG], [0]),
    "a long node": lambda: GRAPH.has_tie(0, BIG),
    "a long source": lambda: houvast.graph.distances(GRAPH, BIG),
    "a negative seed": lambda: stats.bootstrap_mean([1.0, 2.0], seed=-1),
    "many resamples": lambda: stats.bootstrap_mean([1.0, 2.0], resamples=2**62),
    "counts beyond a double": lambda: stats.bootstrap_mean_from_histogram([1.0, 2.0], [2**62, 2**62]),
    "a matrix of texts": lambda: houvast.graph.qap_correlation([[SECRET]], [[SECRET]]),
    "groups of one number": lambda: houvast.graph.ei_index(GRAPH, 5),
    "a long group": lambda: houvast.graph.ei_index(GRAPH, [BIG, 1, 2]),
    "a group that is no text": lambda: houvast.graph.ei_index(GRAPH, ["\ud800", 1, 2]),
    "a group that fails": lambda: houvast.graph.ei_index(GRAPH, [Sulking(), 1, 2]),
    "codes of texts": lambda: Tally(SIX).update({question: [SECRET] for question in Tally(SIX).questions}),
    "a long code": lambda: Tally(SIX).update({question: [BIG] for question in Tally(SIX).questions}),
    "a long group code": lambda: Tally(SIX).update(CODES, groups=2**40),
    "many respondents": lambda: Tally(SIX).update_long([0], [0], [1], 2**62),
    "bytes of text": lambda: Tally.from_bytes(SECRET, SIX),
    "an instrument by number": lambda: houvast.instrument(3),
    "an instrument that is no text": lambda: houvast.instrument("\ud800"),
    "a long cell": lambda: _core.columns_from_items([("id", [BIG])], "parties", "parties"),
    "a cell that fails": lambda: _core.columns_from_items([("id", [Sulking()])], "parties", "parties"),
    "a cell that is no text": lambda: _core.columns_from_items([("id", ["\ud800"])], "parties", "parties"),
    "a long number in an export": lambda: clean(BIG),
    "a long number in a table": lambda: _core.make_table(
        Claim("title.bands"), [("a", Claim("column.name"), [BIG])], Claim("method.coverage")
    ),
}


@pytest.mark.parametrize("name", CALLS)
def test_it_is_an_error_of_houvast_without_the_arguments(name: str) -> None:
    with pytest.raises(houvast.Error) as refused:
        CALLS[name]()
    assert refused.value.code.startswith("HV-3") or refused.value.code in ("HV-107", "HV-108")
    assert SECRET not in str(refused.value)
    assert "9999" not in str(refused.value)
    assert len(str(refused.value)) < 2000


def test_a_wrong_type_is_a_type_error_that_names_types() -> None:
    with pytest.raises(TypeError) as refused:
        stats.consensus([1.0], bounds=SECRET)
    assert isinstance(refused.value, WrongTypeError)
    assert isinstance(refused.value, InvalidValueError)
    assert (refused.value.code, refused.value.subject) == ("HV-308", "arguments of consensus")
    assert refused.value.value == "list, str"
    assert "bounds: tuple" in refused.value.expected
    with pytest.raises(WrongTypeError) as made:
        houvast.Graph("three", [], [])
    assert made.value.subject.endswith("Graph")
    assert made.value.value == "str, list, list"


def test_type_errors_of_others_stay_what_they_are() -> None:
    with pytest.raises(TypeError, match="not iterable") as refused:
        houvast.graph.knockout(GRAPH, 5)
    assert not isinstance(refused.value, houvast.Error)


def functions(scope: object, seen: set[int]) -> list[object]:
    found: list[object] = []
    for name, item in vars(scope).items():
        if id(item) in seen or (name.startswith("__") and name != "__init__"):
            continue
        seen.add(id(item))
        if type(item).__name__ == "module" or (isinstance(item, type) and item.__module__.startswith("houvast._core")):
            found += functions(item, seen)
        elif callable(item) and "(self" not in str(item.__doc__) and str(item.__doc__).startswith(f"{name}("):
            found.append(item)
    return found


def test_no_function_prints_what_it_was_given() -> None:
    every = functions(_core, set())
    assert len(every) > 80
    for function in every:
        with pytest.raises(TypeError) as refused:
            function(*[SECRET] * 12)
        assert SECRET not in str(refused.value), function


@pytest.mark.parametrize("values", [[1e308, -1e308, 1e308], [1e308, 1e308, 1.0], [1e160, -1e160, 3.0]])
@pytest.mark.parametrize("method", ["percentile", "bca"])
def test_numbers_too_large_to_add_up_have_no_bootstrap(values: list[float], method: str) -> None:
    found = stats.bootstrap_mean(values, method=method, resamples=50)
    assert not found.defined or found.interval is None or np.isfinite(found.value)
    assert stats.icc([1e308, -1e308, 1.0, 2.0], ["a", "a", "b", "b"]).defined is False
    assert stats.standardized_response_mean([1e308, -1e308, 1.0], [-1e308, 1e308, 2.0]).defined is False


PATHS = {"NUL": "a\0b", "broken": "a\ud800b", "long": "x" * 5000, "long folders": "x/" * 3000}


@pytest.mark.parametrize("kind", PATHS)
@pytest.mark.parametrize("suffix", ["", ".json", ".xlsx"])
def test_paths_that_cannot_be(kind: str, suffix: str, region_study: houvast.Study) -> None:
    path = PATHS[kind] + suffix
    release = region_study.release("team")
    for read in (houvast.load, graphs.read, Mapping.load, load_release, load_reference, load_theme):
        with pytest.raises(houvast.Error) as refused:
            read(path)
        assert len(str(refused.value)) < 500
    for write in (
        region_study.save,
        region_study.scores().to_csv,
        lambda path: graphs.write(GRAPH, path, format="pajek"),
        lambda path: release.report(str(path) + ".html"),
        release.to_csv,
        lambda path: write_pictures(release, path),
        lambda path: write_document(release, path),
        lambda path: region_study.network().write(path, "json"),
        region_study.to_r,
    ):
        with pytest.raises(FileAccessError) as told:
            write(path)
        assert told.value.code == "HV-118"
        assert isinstance(told.value, OSError)
        assert len(str(told.value)) < 500


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, region_study: houvast.Study) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(FileAccessError, match="No space left") as told:
        region_study.save(tmp_path / "study.json")
    assert told.value.errno == 28
    assert list(tmp_path.iterdir()) == []


BYTES = pa.StringArray.from_buffers(2, pa.py_buffer(np.array([0, 2, 4], dtype=np.int32)), pa.py_buffer(b"a\xffb\xfe"))
COLUMNS = {
    "no text": (BYTES, "HV-103"),
    "no text, as a dictionary": (pa.DictionaryArray.from_arrays(pa.array([0, 1], pa.int32()), BYTES), "HV-103"),
    "bytes": (pa.array([b"\xff", b"x"]), "HV-108"),
    "lists": (pa.array([[1], [2]]), "HV-108"),
}


@pytest.mark.parametrize("name", COLUMNS)
def test_parquet_columns_that_are_no_texts(name: str, region_folder: Path, tmp_path: Path) -> None:
    column, code = COLUMNS[name]
    (tmp_path / "study.json").write_bytes((region_folder / "study.json").read_bytes())
    pq.write_table(pa.table({"id": column}), tmp_path / "parties.parquet")
    with pytest.raises(houvast.Error) as refused:
        houvast.load(tmp_path)
    assert code in {issue.code for issue in refused.value.issues}


def test_spss_files_without_labels_and_damaged_ones(tmp_path: Path) -> None:
    path = tmp_path / "x.sav"
    pyreadstat.write_sav(pd.DataFrame({"a": [1.0, 2.0], "b": ["x", None]}), str(path), column_labels=[None, "text"])
    sheet = read_sav(path)
    assert [(column.title, column.cells) for column in sheet.columns] == [("", ["1", "2"]), ("text", ["x", ""])]
    sound = path.read_bytes()
    random.seed(1)
    for _ in range(6):
        damaged = bytearray(sound)
        for _ in range(20):
            damaged[random.randrange(len(damaged))] = random.randrange(256)
        path.write_bytes(bytes(damaged))
        with contextlib.suppress(houvast.Error):  # or it can still be read
            read_sav(path)


@pytest.mark.parametrize("kind", ["DATE11", "DATETIME20", "TIME8"])
def test_a_day_after_the_year_9999_costs_no_others(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "x.sav"
    seconds = [1e12, 13e9, np.nan, 1e300]
    frame = pd.DataFrame({"d": seconds, "a": [1.0, 2.0, 3.0, 4.0]})
    pyreadstat.write_sav(frame, str(path), variable_format={"d": kind})
    days, answers = (column.cells for column in read_sav(path).columns)
    assert answers == ["1", "2", "3", "4"]
    assert days[2] == ""
    if kind != "TIME8":  # 79 times the 146,097 days of 400 years, and 32,411 days; and what pyreadstat gives alone
        assert days[0].startswith("33271-07-10")
        assert days[1].startswith("1994-09-26")
    assert days[3] == clean(1e300)
