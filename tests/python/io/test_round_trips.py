"""A study leaves in every form and comes back the same: the seeded region, and studies drawn to be awkward."""

import gc
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import houvast
from houvast.examples.region import region
from houvast.io.sav import answers_from_sav
from houvast.testing import graphs, instruments, studies


def same(a: houvast.Study, b: houvast.Study) -> bool:
    return a.to_json() == b.to_json()


def told(study: houvast.Study) -> tuple[str, dict[str, Any]]:
    """All that a study holds; cheaper than its JSON."""
    return study.header_json(), study.tables()


@pytest.fixture
def no_gc() -> Iterator[None]:
    """Rows by the hundred thousand hold no cycles; looking for them takes a quarter of the time."""
    gc.disable()
    yield
    gc.enable()


def answers_of(study: houvast.Study) -> pl.DataFrame:
    return study.tidy_answers().to_polars().sort("wave", "respondent", "question")


@pytest.mark.usefixtures("no_gc")
@pytest.mark.parametrize("decade", range(10))
def test_a_hundred_regions_keep_everything_in_every_form(decade: int, tmp_path: Path) -> None:
    for seed in range(decade * 10, decade * 10 + 10):
        drawn = region(seed)
        study = drawn.study()
        header, wanted = study.header_json(), told(study)
        place = tmp_path / f"{seed}"
        drawn.write(place)
        assert told(houvast.load(place)) == wanted  # what the region writes itself
        assert told(houvast.load(study.save(tmp_path / "csv"))) == wanted
        assert told(houvast.load(study.save(tmp_path / "study.json"))) == wanted
        assert told(houvast.load(study.save(tmp_path / "parquet", tables="parquet"))) == wanted
        assert sorted(path.suffix for path in (tmp_path / "parquet").iterdir()) == [".json", *[".parquet"] * 5]
        assert told(houvast.load(study.save(tmp_path / "study.xlsx"))) == wanted
        for kind in ("arrow", "pandas", "polars"):
            frames = study.to_frames(kind)
            assert told(houvast.study_from_frames(header, **frames)) == wanted
        frames["answers"] = answers_from_sav(study.to_sav(tmp_path / "answers.sav"))
        again = houvast.study_from_frames(header, **frames)
        # Wide: a question without a row is now said to be skipped or not asked.
        assert answers_of(again).equals(answers_of(study))
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


def test_who_wrote_nothing_stays_somebody_who_answered(tmp_path: Path) -> None:
    """A person of whom there is only an empty cell of an open question, in a long and in a wide table."""
    header = region(1).study().header_json()
    party = {"id": "een", "asked": 1, "perspective": "ouder"}
    for row in ({"question": "E3.1", "answer": "", "text": ""}, {"E3.1": ""}, {"E1.4:text": ""}):
        wave = json.loads(header)["waves"][-1]["id"]
        answers = pl.DataFrame([{"wave": wave, "respondent": "r", "party": "een", **row}])
        study = houvast.study_from_frames(header, parties=pl.DataFrame([party]), answers=answers)
        again = houvast.load(study.save(tmp_path / "study.json"))
        for each in (study, again):
            kept = each.to_frames("polars")["answers"]
            assert kept.select("respondent", "answer").rows() == [("r", "skipped")]
            assert [finding.status for finding in each.coverage() if finding.check == "C17"] == ["ok"]
        assert same(again, study)


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


def test_answers_of_a_sav_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(houvast.ParseError) as caught:
        answers_from_sav(tmp_path / "answers.sav")
    assert caught.value.code == "HV-101"
    assert str(caught.value) == "[HV-101] answers.sav: file; expected a file that can be read (it does not exist)"
