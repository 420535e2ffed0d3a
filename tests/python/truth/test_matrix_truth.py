"""Everything that is said of the cells of a prevention matrix holds, and a lie would be seen."""

import json
from functools import cache

import pandas as pd
import pytest
from ecosystem import Ecosystem
from matrix_truth import PREDICATES
from studies import of_seed, replaced

import houvast
from houvast.results.prevention import PreventionMatrix

CELLS = [
    ("preventie", "0-4", "Consultatiebureau"),
    ("preventie", "4-12", "a\nb\n\nc\nd\ne"),
    ("specialistisch", "12-23", "Eén plek voor alles"),
]


def with_texts() -> houvast.Study:
    return replaced(of_seed(2024), matrix=pd.DataFrame(CELLS, columns=["support_level", "age", "text"]))


def with_gaps() -> houvast.Study:
    """Nobody offers anything specialist, six organisations the same, and one age is not expected to be served."""
    study = of_seed(2024)
    parties = study.to_frames()["parties"]
    parties["offers"] = None
    many = parties.drop_duplicates("organisation").index[:6]
    parties.loc[many, "offers"] = "leren/4-12/preventie;gedrag/4-12/ondersteuning"
    header = json.loads(study.header_json())
    header["profile"]["ages"][0]["expected"] = False
    return houvast.study_from_frames(header, **{**study.to_frames(), "parties": parties})


def without_offers() -> houvast.Study:
    study = of_seed(2024)
    return replaced(study, parties=study.to_frames()["parties"].assign(offers=None))


STUDIES = {
    "texts": with_texts,
    "gaps": with_gaps,
    "nothing": without_offers,
    **{f"region {seed}": lambda seed=seed: of_seed(seed) for seed in (2024, 1)},
}


@cache
def told(name: str) -> tuple[PreventionMatrix, Ecosystem]:
    study = STUDIES[name]()
    return study.prevention_matrix(), Ecosystem(study)


@pytest.mark.parametrize("name", STUDIES)
def test_everything_said_of_a_cell_holds_and_nothing_true_is_left_out(name: str) -> None:
    cells, eco = told(name)
    for cell in cells:
        at = (cell.support_level, cell.age)
        said = {claim.id: claim.args for claim in cell.claims}
        assert said
        for id, args in said.items():
            assert PREDICATES[id](args, eco, at), (id, at)
        for id in {"coverage.matrix.unknown", "coverage.matrix.gap", "coverage.matrix.none", "coverage.matrix.offered"}:
            assert PREDICATES[id]({}, eco, at) == (id in said), (id, at)


def test_a_lie_is_caught() -> None:
    for name in STUDIES:
        cells, eco = told(name)
        for cell in cells:
            at = (cell.support_level, cell.age)
            for claim in cell.claims:
                args = dict(claim.args)
                if "n" in args:
                    assert not PREDICATES[claim.id]({"n": args["n"] + 1}, eco, at)
                if "needs" in args:
                    assert not PREDICATES[claim.id]({"needs": args["needs"][:-1]}, eco, at)


def test_every_predicate_is_needed() -> None:
    assert {claim.id for name in STUDIES for cell in told(name)[0] for claim in cell.claims} == set(PREDICATES)
