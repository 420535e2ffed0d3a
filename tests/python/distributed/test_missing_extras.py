"""Without an extra, what needs it says which one to install."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import houvast
from houvast.distributed import dask as on_dask
from houvast.distributed import map_studies
from houvast.distributed import spark as on_spark
from houvast.errors import MissingExtraError


@pytest.mark.parametrize(
    ("package", "extra", "work"),
    [
        ("pyarrow", "frames", lambda path: houvast.tally_files([path], "six-elements")),
        ("pyarrow", "frames", lambda _: map_studies([], len)),
        ("pyspark", "spark", lambda _: on_spark.map_studies(None, [], len)),
        ("dask", "dask", lambda _: on_dask.map_studies([], len)),
        ("dask", "dask", lambda _: on_dask.tally([], "six-elements")),
    ],
)
def test_what_is_missing_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str, extra: str, work: Callable[[Path], object]
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("E1.1\n1\n", encoding="utf-8")
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtraError) as caught:
        work(path)
    assert caught.value.code == "HV-601" and f"houvast[{extra}]" in caught.value.expected
