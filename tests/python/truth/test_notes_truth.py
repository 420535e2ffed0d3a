"""Notes of a report that say something of the study stand where that is so, with what is so, and nowhere else."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from coverage_studies import STUDIES as OPEN
from notes import NOTES, standing, text_of
from raw import printed
from statements import Told
from studies import of_seed
from test_report_truth import of_indiana

import houvast


def two_turned() -> houvast.Study:
    """Two questions are asked the other way round."""
    study = of_seed(7)
    survey = printed("six-elements")
    survey["questions"] = [each | {"reverse": each["id"] in ("E1.1", "E2.1")} for each in survey["questions"]]
    header = json.loads(study.header_json())
    header["instruments"] = [survey if each == "six-elements" else each for each in header["instruments"]]
    return houvast.study_from_frames(header, **study.to_frames())


STUDIES: dict[str, tuple[str, Callable[[], houvast.Study]]] = {
    "two questions turned": ("team", two_turned),
    "Indiana": ("external", of_indiana),
    "not recorded": ("team", OPEN["all_there"]),
    "few people": ("external", OPEN["few_people"]),
    "in a ledger": ("team", lambda: of_seed(8)),
}


@cache
def report(name: str) -> tuple[Told, str]:
    policy, study = STUDIES[name]
    with TemporaryDirectory() as place:
        told = Told(study(), policy, **({"ledger": Path(place) / "ledger.json"} if name == "in a ledger" else {}))
    return told, text_of(told)


@pytest.mark.parametrize("name", STUDIES)
def test_every_note_stands_where_it_holds(name: str) -> None:
    told, text = report(name)
    for key, holds in NOTES.items():
        assert standing(key, text) == holds(told), key


@pytest.mark.parametrize("key", NOTES)
def test_every_note_stands_in_one_of_these_and_not_in_another(key: str) -> None:
    assert len({tuple(sorted(standing(key, report(name)[1]).items())) for name in STUDIES}) > 1
