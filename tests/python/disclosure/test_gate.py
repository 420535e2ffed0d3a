"""Nothing but a release gets through the gate, whatever it looks like."""

from __future__ import annotations

import copy
import dataclasses
import json
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import houvast
from houvast.release import ReleaseDocument, load_release, opened, scores_rows, write_csv, write_document
from houvast.report import write_report
from houvast.report.meeting import write_meeting


@pytest.fixture(scope="module")
def document(region_study: houvast.Study) -> ReleaseDocument:
    return load_release(json.dumps(region_study.release("team").document()))


@pytest.mark.parametrize(
    "forge",
    [
        lambda: houvast.Release(),  # type: ignore[call-arg]
        lambda: houvast.Release.__new__(houvast.Release),
        lambda: type("Own", (houvast.Release,), {})(),
        lambda: type("Own", (houvast.Release,), {"__init__": lambda self: None})(),
    ],
)
def test_a_release_is_made_by_its_gate_only(forge: Callable[[], object]) -> None:
    with pytest.raises(houvast.DisclosureError) as caught:
        forge()
    assert caught.value.code == "HV-404"


def test_no_other_constructor_makes_one() -> None:
    for kind in houvast.Release.__mro__[1:]:
        with pytest.raises(TypeError):
            kind.__new__(houvast.Release)  # type: ignore[call-overload]


def test_a_release_cannot_be_changed_or_pickled(region_study: houvast.Study) -> None:
    release = region_study.release("team")
    assert copy.copy(release) is release
    assert copy.deepcopy(release) is release
    with pytest.raises(TypeError):
        pickle.dumps(release)
    with pytest.raises(AttributeError):
        release.threshold = 1  # type: ignore[misc]


def writers(tmp_path: Path) -> list[Callable[[Any], object]]:
    return [
        opened,
        scores_rows,
        lambda thing: write_document(thing, tmp_path / "release.json"),
        lambda thing: write_csv(thing, tmp_path / "scores.csv"),
        *(
            lambda thing, ending=ending: write_report(thing, tmp_path / f"report{ending}")
            for ending in (".html", ".docx", ".pptx", ".pdf")
        ),
        lambda thing: write_meeting(thing, tmp_path / "meeting.html"),
    ]


def test_what_is_no_release_is_refused(region_study: houvast.Study, tmp_path: Path) -> None:
    class Looks:
        """Has everything that a release has."""

        def __getattr__(self, name: str) -> Any:
            return getattr(region_study, name)

    for thing in (region_study, Looks(), {}, {"totals": []}, None, "release", region_study.scores(), 5):
        for write in writers(tmp_path):
            with pytest.raises(houvast.DisclosureError) as caught:
                write(thing)
            assert caught.value.code == "HV-404"
    assert list(tmp_path.iterdir()) == []


def test_a_document_put_together_by_hand_is_read_again(document: ReleaseDocument, tmp_path: Path) -> None:
    """Changed fields do not count; changed JSON does not get through, nor an object without any."""
    changed = dataclasses.replace(document, threshold=5, study_id="other", findings=())
    assert opened(changed).study_id == document.study_id
    assert opened(changed).findings == document.findings
    empty = object.__new__(ReleaseDocument)
    hand_made = dataclasses.replace(document, json={**document.json, "threshold": 4})
    without = dataclasses.replace(document, json={"schema": document.schema})
    for thing in (empty, hand_made, without):
        for write in writers(tmp_path):
            with pytest.raises(houvast.Error):
                write(thing)
    assert list(tmp_path.iterdir()) == []
