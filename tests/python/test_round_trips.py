"""A study leaves in every form and comes back the same: the seeded region, and studies drawn to be awkward."""

import os
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import houvast
from houvast.codebook import answers_from_sav
from houvast.examples.region import RegionStudy, region
from houvast.testing import graphs, instruments, studies

# Regions in the forms that take long: the first of them, or as many as HOUVAST_SEEDS says (100 takes some minutes).
SEEDS = range(1, 1 + int(os.environ.get("HOUVAST_SEEDS", "2")))


def same(a: houvast.Study, b: houvast.Study) -> bool:
    return a.to_json() == b.to_json()


def in_memory(drawn: RegionStudy) -> houvast.Study:
    """A region as columns in memory."""
    frames = {
        name: {column: [row[i] for row in rows] for i, column in enumerate(columns)}
        for name, (columns, rows) in drawn.tables.items()
    }
    return houvast.study_from_frames(drawn.header, **frames)


@pytest.mark.parametrize("decade", range(10))
def test_a_hundred_regions_keep_everything_in_the_cheap_forms(decade: int, tmp_path: Path) -> None:
    for seed in range(decade * 10, decade * 10 + 10):
        drawn = region(seed)
        study = in_memory(drawn)
        wanted = study.to_json()
        drawn.write(tmp_path / f"{seed}")
        assert houvast.load(tmp_path / f"{seed}").to_json() == wanted  # what the region writes itself
        assert houvast.load(study.save(tmp_path / f"{seed}.json")).to_json() == wanted
        assert houvast.load(study.save(tmp_path / f"{seed}-again")).to_json() == wanted
        frames = study.to_frames("arrow")
        assert houvast.study_from_frames(study.header_json(), **frames).to_json() == wanted


@pytest.mark.parametrize("seed", SEEDS)
def test_a_region_keeps_everything_in_the_other_forms(seed: int, tmp_path: Path) -> None:
    study = in_memory(region(seed))
    assert same(houvast.load(study.save(tmp_path / "region.xlsx")), study)
    assert same(houvast.load(study.save(tmp_path / "parquet", tables="parquet")), study)
    assert sorted(path.suffix for path in (tmp_path / "parquet").iterdir()) == [".json", *[".parquet"] * 5]
    for kind in ("pandas", "polars"):
        assert same(houvast.study_from_frames(study.header_json(), **study.to_frames(kind)), study)


def rows_of(study: houvast.Study) -> list[tuple[object, ...]]:
    return sorted(tuple(map(str, row.values())) for row in study.tidy_answers().to_dicts())


@pytest.mark.parametrize("seed", SEEDS)
def test_answers_come_back_from_sav(seed: int, tmp_path: Path) -> None:
    study = in_memory(region(seed))
    frames = study.to_frames("arrow")
    frames["answers"] = answers_from_sav(study.to_sav(tmp_path / "antwoorden.sav"))
    again = houvast.study_from_frames(study.header_json(), **frames)
    assert rows_of(again) == rows_of(study)  # wide: a question without a row is now said to be skipped or not asked
    assert again.scores().to_dicts() == study.scores().to_dicts()


@settings(max_examples=30)
@given(study=studies(), kind=st.sampled_from(["polars", "arrow", "pandas"]))
def test_drawn_studies_keep_everything_as_frames(study: houvast.Study, kind: str) -> None:
    assert same(houvast.Study.from_frames(study.header_json(), **study.to_frames(kind)), study)


@settings(max_examples=40)
@given(study=studies())
def test_drawn_studies_keep_everything_as_files(study: houvast.Study, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("drawn")
    assert same(houvast.load(study.save(folder / "study")), study)
    assert same(houvast.load(study.save(folder / "study.json")), study)


@settings(max_examples=15)
@given(study=studies())
def test_drawn_studies_keep_everything_as_workbook(
    study: houvast.Study, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert same(houvast.load(study.save(tmp_path_factory.mktemp("drawn") / "study.xlsx")), study)


@settings(max_examples=20)
@given(instruments())
def test_drawn_instruments_are_sound(instrument: houvast.Instrument) -> None:
    assert houvast.Instrument.parse(instrument.json).json == instrument.json
    assert any(question.scale for question in instrument.questions)


@settings(max_examples=30)
@given(graphs())
def test_drawn_graphs_agree_with_networkx(graph: houvast.Graph) -> None:
    nx = pytest.importorskip("networkx")
    from houvast.graphs import to_networkx

    theirs = to_networkx(graph)
    assume(len(theirs) > 1)  # of one node networkx says 0, houvast that it is undefined
    assert houvast.graph.density(graph).value == pytest.approx(nx.density(theirs))
