"""A reversed question: the same answers, mirrored, give the same results; the words name the favourable labels."""

from __future__ import annotations

import html
import json
import re
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from matplotlib.text import Text

import houvast as hv
from houvast import _core, plot
from houvast.report import render_report
from houvast.scoring import Tally

LABELS = ["helemaal oneens", "oneens", "niet eens en niet oneens", "eens", "helemaal eens"]
PLAIN, TURNED = "B1", "B2"
LATE = "Onze overleggen liepen uit"


def instrument(ascending: bool) -> dict[str, Any]:
    """Three questions in one element, the second reversed; on a descending scale 1 is the most."""
    words = LABELS if ascending else LABELS[::-1]
    labels = [{"value": v, "text": {"nl": w, "en": f"{w} (en)"}, "aliases": []} for v, w in enumerate(words, 1)]

    def question(id: str, text: str, reverse: bool) -> dict[str, Any]:
        base = {"id": id, "element": "B", "form": "closed", "scale": "five", "text": {"nl": text, "en": text}}
        return base | {"reverse": reverse, "closed_part": None, "open_part": None, "ordering": None, "stages": None}

    return {
        "schema": "houvast-instrument/1",
        "id": "overleg",
        "version": "1.0.0",
        "kind": "survey",
        "title": {"nl": "Overleg", "en": "Meeting"},
        "description": {"nl": "", "en": ""},
        "source": {"title": "Eigen", "authors": [], "publisher": "", "year": 0, "section": ""},
        "licence": "",
        "validated": False,
        "private": False,
        "scales": [
            {"id": "five", "min": 1, "max": 5, "direction": "ascending" if ascending else "descending",
             "top_from": 4 if ascending else 2, "source": "eigen", "labels": labels}
        ],
        "elements": [{"id": "B", "title": {"nl": "Overleg", "en": "Meeting"}, "parent": None, "description": None}],
        "questions": [question(PLAIN, "Wij begonnen op tijd", False), question(TURNED, LATE, True),
                      question("B3", "Wij luisterden naar elkaar", False)],
    }  # fmt: skip


def study(values: Any, ascending: bool = True) -> Any:
    """Two parties of fifteen in two waves; `values(wave, person)` is the answer to B1, mirrored that to B2."""
    rows = []
    for wave in ("w1", "w2"):
        for person in range(30):
            value = values(wave, person)
            rows.append({"wave": wave, "respondent": f"r{person}", "party": "school" if person < 15 else "ouders",
                         PLAIN: value, TURNED: 6 - value, "B3": (3, 4)[person % 2]})  # fmt: skip
    document = {
        "schema": "houvast-study/1",
        "id": "overleg",
        "title": {"nl": "Overleg", "en": "Meeting"},
        "instruments": [instrument(ascending)],
        "waves": [{"id": "w1"}, {"id": "w2"}],
        "parties": [{"id": "school", "perspective": "professional", "asked": 20},
                    {"id": "ouders", "perspective": "ouder", "asked": 20}],
        "answers": rows,
    }  # fmt: skip
    return _core.study_from_json(json.dumps(document).encode(), "study.json")


def mixed(wave: str, person: int) -> int:
    return 1 + (person * 7 + (person % 3 if wave == "w2" else 0) + person // 11) % 5


@pytest.fixture(scope="module", params=[True, False], ids=["ascending", "descending"])
def both(request: pytest.FixtureRequest) -> tuple[Any, bool]:
    return study(mixed, request.param), request.param


def same(table: Any, *columns: str) -> None:
    """The rows of B1 and of B2 say the same in these columns."""
    frame = table.to_pandas()
    one, other = (frame[frame["id"] == id].reset_index(drop=True) for id in (PLAIN, TURNED))
    assert len(one) == len(other) > 0
    for column in columns:
        assert one[column].notna().any(), column
        np.testing.assert_allclose(one[column].astype(float), other[column].astype(float), 0, 1e-12, err_msg=column)


def test_scores_contrasts_change_and_units_are_those_of_the_mirror(both: tuple[Any, bool]) -> None:
    of, _ = both
    same(of.scores(by="perspective"), "top", "top_box", "top_box_low", "top_box_high", "scored",
         "high_share", "high_low", "high_high", "high_least", "high_most")  # fmt: skip
    same(of.contrasts("perspective"), "delta", "delta_low", "delta_high", "u", "p_value", "top_x", "top_y",
         "top_difference", "top_difference_low", "top_difference_high")  # fmt: skip
    same(of.change(), "share_better", "share_worse", "delta_within", "w_plus", "p_value", "delta", "top_from", "top_to")
    same(of.unit_scores(unit="party"), "top_box", "top_box_respondents")


def test_the_numbers_are_those_of_pandas(both: tuple[Any, bool]) -> None:
    of, ascending = both
    said = pd.Series([6 - mixed("w2", person) for person in range(30)])  # B2 as answered
    favourable = said <= 2 if ascending else said >= 4
    row = of.scores(wave="w2").to_pandas().set_index("id").loc[TURNED]
    assert (row["top"], row["scored"]) == (favourable.sum(), 30)
    assert [row[f"count_{v}"] for v in range(1, 6)] == [(said == v).sum() for v in range(1, 6)]
    assert row["median_low"] == said.sort_values().iloc[14]  # as answered
    x, y = said[:15].to_numpy(), said[15:].to_numpy()
    delta = np.sign(np.subtract.outer(x, y)).mean() * (-1 if ascending else 1)
    found = of.contrasts("perspective", wave="w2").to_pandas().set_index("id").loc[TURNED]
    assert found["group_x"] == "professional" and delta != 0
    assert found["delta"] == pytest.approx(delta, abs=1e-12)


def test_a_tally_has_the_same_top_box(both: tuple[Any, bool]) -> None:
    of, ascending = both
    tally = Tally(hv.Instrument.parse(json.dumps(instrument(ascending))))
    answers = [mixed("w2", person) for person in range(30)]
    values = {PLAIN: answers, TURNED: [6 - v for v in answers], "B3": [(3, 4)[p % 2] for p in range(30)]}
    tally.update({id: np.array(given, dtype=np.uint8) - 1 for id, given in values.items()})
    counted = tally.finalize().to_pandas().set_index("id")
    scored = of.scores(wave="w2").to_pandas().set_index("id")
    assert counted["top"].to_dict() == scored["top"].to_dict()
    assert counted["top_box_low"].to_dict() == scored["top_box_low"].to_dict()


def test_the_scale_of_a_question(both: tuple[Any, bool]) -> None:
    of, ascending = both
    (own,) = of.instruments
    plain, turned = own.scale_of(PLAIN), own.scale_of(TURNED)
    assert (plain.direction, turned.direction)[:: 1 if ascending else -1] == ("ascending", "descending")
    assert (plain.top_from, turned.top_from) == ((4, 2) if ascending else (2, 4))
    assert [x.text.nl for x in turned.labels] == [x.text.nl for x in own.scale("five").labels]
    with pytest.raises(hv.Error) as error:
        own.scale_of("B9")
    assert error.value.code == "HV-502"


def test_what_everybody_denies_is_not_the_lowest() -> None:
    """All 30 people deny that meetings ran late: the best there is."""
    of = study(lambda wave, person: 5)
    agenda = of.agenda()
    lowest = {row["question"]: row["lowest"] for row in agenda.candidates.to_dicts()}
    assert lowest[TURNED] == lowest[PLAIN] == 0 and lowest["B3"] == 0.5
    assert [item.question for item in agenda if item.reason == "lowest"] == ["B3"]
    assert of.scores(wave="w2").to_pandas().set_index("id")["top_box"][TURNED] == 1


def test_the_agenda_names_the_favourable_labels() -> None:
    agenda = study(lambda wave, person: 1).agenda(length=12)
    why = {item.question: item.why.nl for item in agenda if item.reason == "lowest"}
    assert "0 ‘eens’ of ‘helemaal eens’ (0%)" in why[PLAIN]
    assert "0 ‘helemaal oneens’ of ‘oneens’ (0%)" in why[TURNED]


def test_a_release_shows_the_favourable_side(both: tuple[Any, bool]) -> None:
    of, ascending = both
    made = of.release("team")
    scores = {score.id: score for score in made.totals if score.wave == "w2"}
    bounds = {id: (scores[id].top.low, scores[id].top.high) for id in (TURNED, PLAIN)}
    assert bounds[TURNED] == bounds[PLAIN]
    top = {1, 2} if ascending else {4, 5}
    high = [part for part in scores[TURNED].distribution if part.value in top]
    assert len(high) == 2 and len(scores[TURNED].distribution) == 5
    assert sum(part.share.low for part in high) < bounds[TURNED][1]
    assert sum(part.share.high for part in high) >= bounds[TURNED][0]


def test_a_report_names_the_favourable_labels() -> None:
    release = study(lambda wave, person: 4 + person % 2).release("team")
    nl = re.sub(r"<[^>]+>", "", html.unescape(render_report(release)))
    assert "Bij B2 is het andersom: daar is ‘helemaal oneens’ of ‘oneens’ een hoog antwoord" in nl
    told = " ".join(claim.say("nl") for claim in release.claims())
    assert re.search(r"antwoordde [^.]{0,40}‘helemaal oneens’ of ‘oneens’", told)
    assert re.search(r"antwoordde [^.]{0,40}‘eens’ of ‘helemaal eens’", told)
    en = html.unescape(render_report(study(mixed, ascending=False).release("team"), lang="en"))
    assert "B2: the other way round. There" in re.sub(r"<[^>]+>", "", en)


def test_a_report_without_reversed_questions_says_nothing_of_them(region_study: hv.Study) -> None:
    assert "is het andersom" not in render_report(region_study.release("team"))


def test_plots_name_the_favourable_labels() -> None:
    of = study(mixed)
    for source in (of, of.release("team")):
        ax = plot.likert(source)
        told = " ".join(" ".join(text.get_text() for text in ax.texts).split())
        assert f"B2 {LATE} (omgekeerd: hoog is ‘helemaal oneens’ of ‘oneens’)" in told
        assert "B1 Wij begonnen op tijd (" not in told
        assert "helemaal eens (omgekeerd: helemaal oneens)" in told + str(legend_of(ax))
        parts = {
            patch.get_gid(): patch for patch in ax.patches if (patch.get_gid() or "").startswith(f"part-{TURNED}-")
        }
        assert parts
        for gid, patch in parts.items():
            values = [int(v) for v in gid.rsplit("-", 1)[1].split(".")]
            assert (patch.get_x() >= -1e-9) == (values[0] <= 2)
        plt.close("all")


def legend_of(ax: Any) -> list[str]:
    return [text.get_text() for text in ax.figure.findobj(Text)]
