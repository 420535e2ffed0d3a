"""Publishes a reference set: a release of the study in which regions are the respondents, and elements the questions.

So every rule that protects people protects regions: thresholds, steps, the audit of all numbers together, and the
ledger, which refuses a version that beside an earlier one would tell of few regions. A region counts once, however
large.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ... import _core
from ...io.frames import study_from_frames
from ...texts import say
from ..document import Share
from ..ledger import Planned, enter, planned
from ..reading import written_document
from .document import Beside, Reference
from .members import POLICY, QUARTERS, Members

__all__ = ["Published", "build_reference", "check_reference"]

_LEDGER, _FILE = "ledger-intern.json", "reference.json"
_QUESTION = ".regions"  # what the id of an element's question ends with
_WAVE = {"id": "all", "date": "2000-01-01"}


@dataclass(frozen=True)
class Published:
    """A version of a reference set, where it was written, and what the ledger says of it."""

    reference: Reference
    path: Path | None
    planned: Planned


def _scale() -> dict[str, Any]:
    def label(quarter: int) -> dict[str, str]:
        return {lang: say("report.beside.quarter", lang, quarter=str(quarter)) for lang in ("nl", "en")}

    labels = [{"value": q, "text": label(q), "aliases": []} for q in range(1, QUARTERS + 1)]
    top = QUARTERS // 2 + 1
    about = {"id": "quarters", "direction": "ascending", "source": "own definition", "top_from": top}
    return {**about, "min": 1, "max": QUARTERS, "labels": labels}


def _instrument(asked: _core.Instrument) -> dict[str, Any]:
    """The questionnaire that regions answer: an element is a question, a quarter an answer."""
    source: dict[str, Any] = json.loads(asked.json)
    elements = [{"id": each["id"], "title": each["title"]} for each in source["elements"]]
    question = {"form": "closed", "scale": "quarters", "reverse": False}
    kept = ("schema", "version", "title", "description", "source", "licence", "validated", "private")
    return {
        **{key: source[key] for key in kept},
        "id": f"{asked.id}{_QUESTION}",
        "kind": "survey",
        "scales": [_scale()],
        "elements": elements,
        "questions": [
            {**question, "id": each["id"] + _QUESTION, "element": each["id"], "text": each["title"]}
            for each in elements
        ],
    }


def _study(members: Members) -> _core.Study:
    asked = _instrument(members.instrument)
    title = {lang: members.instrument.title.get(lang) for lang in ("nl", "en")}
    header = {"id": asked["id"], "title": title, "instruments": [asked], "waves": [_WAVE]}
    party = {
        "kind": "organisation",
        "domain": "gemeente",
        "level": "bestuur",
        "perspective": "professional",
        "asked": 1,
    }
    parties = [{"id": f"r{i}", **party} for i in range(len(members.members))]
    answers = [
        {"wave": _WAVE["id"], "respondent": member.region, "party": f"r{i}"}
        | {question["id"]: str(member.quarters.get(question["element"], "")) for question in asked["questions"]}
        for i, member in enumerate(members.members)
    ]
    return study_from_frames(header, parties=parties, answers=answers)


def _reference(members: Members, release: _core.Release) -> Reference:
    elements = {}
    for score in written_document(release).totals:
        if score.kind == "question" and isinstance(score.top, Share):
            shares = {str(each.value): (each.share.low, each.share.high) for each in score.distribution}
            told = Beside(str(score.n_band), (score.top.low, score.top.high), shares)
            elements[score.id.removesuffix(_QUESTION)] = told
    asked = members.instrument
    return Reference(members.version + 1, asked.id, asked.version, elements)


def check_reference(members: Members, folder: str | os.PathLike[str]) -> Published:
    """The next version of a set, without writing anything. Raises DisclosureError HV-407 for a ledger in doubt."""
    study = _study(members)
    release = _core.release(study, POLICY, "", 1, "counts", None, True)
    return Published(_reference(members, release), None, planned(study, release, Path(folder) / _LEDGER))


def build_reference(members: Members, folder: str | os.PathLike[str]) -> Published:
    """Publishes the next version of a set into its folder.

    Raises DisclosureError HV-406 when the version would tell of few regions beside an earlier one.
    """
    study, place = _study(members), Path(folder)
    release = _core.release(study, POLICY, "", 1, "counts", None, True)
    told = planned(study, release, place / _LEDGER)
    enter(study, release, place / _LEDGER)
    reference = _reference(members, release)
    path = reference.write(place / _FILE)
    replace(members, version=reference.version).save(place)
    return Published(reference, path, told)
