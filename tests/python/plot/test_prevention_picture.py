"""The picture of the prevention matrix shows every cell: its words, its gaps and its overlaps."""

import json

import matplotlib.pyplot as plt
import pytest

import houvast
from houvast import plot

HEADER = {
    "schema": "houvast-study/1",
    "id": "s",
    "title": {"nl": "Buurt", "en": "Neighbourhood"},
    "instruments": [],
    "waves": [{"id": "1"}],
}
CELLS = [
    {"support_level": "iedereen", "age": "0-4", "text": "Consultatiebureau $x^2$ <b>"},
    {"support_level": "licht", "age": "16-27", "text": "a\nb\nc\nd"},
    {"support_level": "zwaar", "age": "4-12", "text": "mail jan@voorbeeld.nl"},
]


@pytest.fixture(autouse=True)
def _closed():
    yield
    plt.close("all")


@pytest.fixture(scope="module")
def study() -> houvast.Study:
    return houvast.study_from_frames(HEADER, parties=[{"id": "p"}], matrix=CELLS)


def test_every_cell_is_drawn_with_its_words(study: houvast.Study) -> None:
    ax = plot.prevention_matrix(study)
    drawn = {patch.get_gid() for patch in ax.patches} - {None}
    cells = study.prevention_matrix()
    assert drawn == {f"prevention-{cell.support_level}/{cell.age}" for cell in cells}
    texts = [" ".join(text.get_text().split()) for text in ax.texts]
    assert "• Consultatiebureau $x^2$ <b>" in texts
    assert texts.count("✕") == sum(cell.state == "gap" for cell in cells) == 13
    assert texts.count("≡") == 1
    assert "jan@voorbeeld.nl" not in " ".join(texts)


def test_its_alt_text_names_each_gap(study: houvast.Study) -> None:
    told = plot.alt_text(plot.prevention_matrix(study, lang="nl"))
    assert "13 vakken met een witte vlek, 1 vak met veel aanbod" in told
    assert told.count("een witte vlek.") == 13


def test_without_offers_it_says_so_and_a_release_does_not_hold_it(study: houvast.Study) -> None:
    bare = houvast.study_from_frames(HEADER, parties=[{"id": "p"}])
    assert "nog niets ingevuld" in plot.alt_text(plot.prevention_matrix(bare))
    with pytest.raises(houvast.DisclosureError):
        plot.prevention_matrix(json.loads(json.dumps(study.release("team").document())))
