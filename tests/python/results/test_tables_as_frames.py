"""A table does what people who know data frames try with it."""

import copy
import pickle

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from test_reprs import Page

import houvast
from houvast import stats

pytestmark = pytest.mark.usefixtures("no_language")
ITEMS = np.array([[1, 2, 3], [2, np.nan, 1], [4, 5, 5], [3, 3, 2], [5, 4, 4]])


@pytest.fixture(scope="module")
def scores(region_study: houvast.Study) -> houvast.Table:
    return region_study.scores(by="perspective")


def test_size_and_names(scores: houvast.Table) -> None:
    assert len(scores) == scores.shape[0] == len(scores.to_pandas())
    assert scores.columns == list(scores.to_pandas().columns)
    assert scores.shape[1] == len(scores.columns)
    assert "id" in scores.columns and [field.name for field in scores.fields] == scores.columns


def test_rows_one_after_another(scores: houvast.Table) -> None:
    rows = list(scores)
    assert rows == scores.to_dicts()
    assert rows[0] == scores[0] and rows[-1] == scores[-1]
    assert [row["id"] for row in scores] == list(scores["id"])
    with pytest.raises(IndexError):
        scores[len(scores)]


def test_a_column_is_an_array(scores: houvast.Table) -> None:
    assert scores["top_box"].dtype == np.float64
    assert scores["n" if "n" in scores.columns else "scored"].dtype == np.int64
    assert np.nanmean(scores["top_box"]) == pytest.approx(scores.to_pandas()["top_box"].mean())
    assert set(scores["wave"]) == {"2023", "2024"}
    with pytest.raises(houvast.UnknownKeyError, match="HV-504"):
        scores["top_bax"]


def test_gaps_of_a_column() -> None:
    table = stats.rwg([1, 2, 3, 3, 5], ["a", "a", "b", None, "c"], categories=5)
    frame = table.to_pandas()
    for name in table.columns:
        assert list(pd.isna(pd.Series(list(table[name])))) == list(frame[name].isna()), name
    gaps = houvast._core.make_table(
        houvast.Claim("title.bands"), [("n", houvast.Claim("title.bands"), [1, None, 3])], houvast.Claim("title.bands")
    )
    assert isinstance(gaps["n"], np.ma.MaskedArray) and gaps["n"].sum() == 4


@pytest.mark.parametrize("wrap", [np.asarray, list, pd.Series, pl.Series], ids=["numpy", "list", "pandas", "polars"])
def test_filtered_by_a_mask(scores: houvast.Table, wrap) -> None:
    mask = (scores["group"] == "ouder") & (scores["top_box"] < 0.3)
    some = scores[wrap(mask)]
    assert isinstance(some, houvast.Table)
    assert some.to_dicts() == [row for row, kept in zip(scores, mask, strict=True) if kept]
    assert 0 < len(some) < len(scores)
    with pytest.raises(houvast.InvalidValueError, match="HV-301"):
        scores[wrap(mask[:-1])]


def test_parts(scores: houvast.Table) -> None:
    assert scores.head().to_dicts() == scores.to_dicts()[:5]
    assert scores.head(2).shape == (2, scores.shape[1])
    assert scores[10:12].to_dicts() == scores.to_dicts()[10:12]
    assert scores[["id", "top_box"]].columns == ["id", "top_box"]
    assert scores[[3, 1]].to_dicts() == [scores[3], scores[1]]
    with pytest.raises(houvast.InvalidValueError, match="HV-302"):
        scores[1.5]


def test_frames_take_it_as_it_is(scores: houvast.Table) -> None:
    assert pl.DataFrame(scores).equals(scores.to_polars())
    assert pa.table(scores).column_names == scores.columns
    frame = pd.DataFrame(scores)
    assert list(frame.columns) == scores.columns
    pd.testing.assert_frame_equal(frame, scores.to_pandas(), check_dtype=False)
    assert list(pd.DataFrame(scores, columns=["id", "top_box"]).columns) == ["id", "top_box"]


@pytest.mark.filterwarnings("ignore:.*interchange:Warning")
def test_the_interchange_protocol(scores: houvast.Table) -> None:
    exchanged = scores.__dataframe__()
    assert (exchanged.num_rows(), exchanged.num_columns()) == scores.shape
    frame = pd.api.interchange.from_dataframe(scores)
    assert list(frame["top_box"].fillna(-1)) == list(scores.to_pandas()["top_box"].fillna(-1))


def test_equality_and_pickles(scores: houvast.Table, region_study: houvast.Study) -> None:
    assert scores == region_study.scores(by="perspective")
    assert scores != region_study.scores(by="level")
    assert scores != "a table"
    for again in (pickle.loads(pickle.dumps(scores)), copy.deepcopy(scores), copy.copy(scores)):
        assert again == scores and again.fields[0].titles == scores.fields[0].titles
    statistics = stats.item_statistics(ITEMS[:1])  # with NaN or gaps
    assert pickle.loads(pickle.dumps(statistics)) == statistics
    assert scores.head() != scores.head(4)


def test_a_notebook_shows_what_matters_first_and_all_on_request(scores: houvast.Table) -> None:
    markup = scores._repr_html_()
    first, _, rest = markup.partition("<details>")
    heads = Page(first + "</div>").tags.count("th")
    assert heads <= 10 < len(scores.columns)
    for name in ("id", "group", "high_share", "high_low", "high_high"):
        assert f">{name}</th>" in first, name
    assert "refused</th>" not in first
    assert f"All {len(scores.columns)} columns" in rest
    assert Page(markup).tags.count("th") == heads + len(scores.columns)
    assert len(markup) <= 100_000


def test_a_narrow_table_is_shown_whole(region_study: houvast.Study) -> None:
    assert "<details>" not in region_study.network().ties._repr_html_()


def test_ids_are_shown_with_their_titles(region_study: houvast.Study) -> None:
    network = region_study.network()
    tie, titles = network.ties[0], network.ties.column("from").titles
    name = next(party.name for party in region_study.parties if party.id == tie["from"])
    assert titles[tie["from"]].nl == name
    assert name in Page(network.ties._repr_html_()).text
    group = region_study.scores(by="perspective").column("group").titles
    assert group["ouder"].en == region_study.term_title("perspective", "ouder", "en") != "ouder"
    assert network.ties.to_dicts()[0]["from"] == tie["from"]  # beside the ids, not in their place


def test_titles_are_escaped() -> None:
    header = {
        "id": "s",
        "title": {"nl": "t", "en": "t"},
        "language": "nl",
        "instruments": [],
        "fictional": True,
        "source": "test",
        "waves": [{"id": "1", "date": "2025-01-01", "label": {"nl": "1", "en": "1"}}],
        "relations": [{"id": "r", "title": {"nl": "r", "en": "r"}, "directed": False}],
    }
    study = houvast.study_from_frames(
        header,
        parties={"id": ["a", "b"], "name": ["<script>alert(1)</script>", "B"], "kind": ["organisation"] * 2},
        ties={"wave": ["1"], "relation": ["r"], "from": ["a"], "to": ["b"]},
    )
    markup = study.network().ties._repr_html_()
    assert "<script>" not in markup and "&lt;script&gt;" in markup
