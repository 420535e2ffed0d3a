"""Dask with two workers: the bytes of one machine, places of what is wrong, and regions side by side."""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

import houvast
from answer_tables import QUESTIONS, SIX, Answers
from houvast.distributed import dask as on_dask
from houvast.distributed import map_studies
from houvast.errors import Error
from houvast.examples.region import region

dd = pytest.importorskip("dask.dataframe")
dask = pytest.importorskip("dask")
ANSWERS = Answers(2000, 6)
COLUMNS = {"groups": "regio", "waves": "jaar"}


@pytest.fixture(autouse=True)
def two_workers() -> Iterator[None]:
    with dask.config.set(scheduler="threads", num_workers=2):
        yield


@pytest.mark.parametrize("parts", [1, 40])
def test_wide_and_long_answers_give_the_bytes_of_one_machine(parts: int) -> None:
    wide = dd.from_pandas(ANSWERS.wide().to_pandas(), npartitions=parts)
    assert on_dask.tally(wide, SIX, **COLUMNS).to_bytes() == ANSWERS.tally().to_bytes()
    long = ANSWERS.long().to_pandas().sample(frac=1, random_state=1)
    tally = on_dask.tally(dd.from_pandas(long, npartitions=parts, sort=False), "six-elements", **COLUMNS)
    assert tally.to_bytes() == ANSWERS.tally(everybody=False).to_bytes()


def test_delayed_tables_of_arrow_are_counted_too() -> None:
    table = ANSWERS.wide()
    parts = [dask.delayed(table.slice(at, 700)) for at in range(0, 2000, 700)]
    assert on_dask.tally(parts, SIX, **COLUMNS).to_bytes() == ANSWERS.tally().to_bytes()


def test_what_is_wrong_is_told_with_partition_and_row() -> None:
    sound = pd.DataFrame({question: [1, 2, 3, 4] for question in QUESTIONS})
    wrong = sound.assign(**{"E1.2": [1, 2, 3, 8]})
    with pytest.raises(Error) as caught:
        on_dask.tally(dd.from_pandas(wrong, npartitions=2), SIX)
    where = caught.value.where
    assert (caught.value.code, where.file, where.row, where.column) == ("HV-204", "part-00001", 2, "E1.2")
    mixed = sound.assign(**{"E1.2": pd.Series([1, "2", 3, 4], dtype=object)})
    with pytest.raises(Error) as caught:
        on_dask.tally([dask.delayed(mixed)], SIX)
    assert (caught.value.code, caught.value.where.column) == ("HV-302", "E1.2")
    with pytest.raises(Error) as caught:
        on_dask.tally([dask.delayed(sound.iloc[:0])], SIX)
    assert caught.value.code == "HV-102"


def elements(study: houvast.Study) -> houvast.Table:
    return study.scores(by="perspective")


def test_regions_side_by_side_give_the_table_of_the_loop(tmp_path: Path) -> None:
    folders = [region(seed).write(tmp_path / f"regio-{seed}") for seed in (1, 2)]
    expected = map_studies(folders, elements)
    assert expected.num_rows == sum(len(elements(houvast.load(folder)).to_dicts()) for folder in folders)
    assert on_dask.map_studies(folders, elements).equals(expected)
    sources = {folder.name: folder for folder in folders}
    assert on_dask.map_studies(sources, elements).equals(expected)


def test_two_regions_of_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Error) as caught:
        map_studies([tmp_path / "a" / "x", tmp_path / "b" / "x"], elements)
    assert caught.value.code == "HV-304"
