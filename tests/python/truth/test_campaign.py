"""A little of scripts/check_claims.py: what is said of drawn studies holds, and lies that are planted are seen.

The whole campaign, with its record, stands in docs/method/supported.md; other tests here judge what is said of regions.
"""

from __future__ import annotations

import importlib.util
import json
from types import ModuleType
from typing import Any

import pytest
from raw import ROOT
from studies import of_seed

import houvast
from houvast.testing import strategies

WAVE = {"id": "nu", "instruments": ["six-elements"]}
PARENTS = [
    {"id": id, "name": id, "kind": "group", "perspective": "ouder", "domain": domain, "asked": 2}
    for id, domain in (("een", "zorg"), ("twee", "buurt"), ("drie", "zorg"))
]
NOTHING_WRITTEN = {"wave": "nu", "respondent": "r", "party": "een", "question": "E3.1", "answer": ""}


DOES_NOT_KNOW = {"wave": "nu", "respondent": "a", "party": "een", "question": "E1.1", "answer": "dont_know"}
NOT_ASKED = {"wave": "nu", "respondent": "b", "party": "een", "question": "E1.2", "answer": "not_asked"}
WRITTEN_TWICE = ("Rouw\nen verlies", "rouw en  VERLIES", "")


def told(
    relation: dict[str, Any], answers: list[dict[str, Any]], ties: list[tuple[str, str]], has: tuple[str, ...] = ()
) -> houvast.Study:
    """Three groups of parents, what was told of them and of one relation, and what each knows of and may decide on."""
    title = {"nl": "Klein", "en": "Small"}
    header = {"schema": "houvast-study/1", "id": "klein", "title": title, "profile": strategies._PROFILE}
    having = zip(PARENTS, [*has, *[""] * len(PARENTS)], strict=False)
    parties = [{**party, "expertise": word, "mandates": word} for party, word in having]
    header |= {"instruments": ["six-elements"], "waves": [WAVE], "parties": parties, "answers": answers}
    header |= {"relations": [{"id": "band", "title": title, **relation}]}
    header |= {"ties": [{"wave": "nu", "reporter": a, "from": a, "to": b, "relation": "band"} for a, b in ties]}
    return houvast._core.study_from_json(json.dumps(header).encode())


SMALL = {
    "one wrote nothing and was asked nothing else": lambda: told({}, [NOTHING_WRITTEN], [("twee", "een")]),
    "a published network without a row": lambda: told({"complete": True}, [NOTHING_WRITTEN], []),
    "a published network, told by whom ties reach": lambda: told(
        {"complete": True}, [], [("een", "twee"), ("drie", "twee")]
    ),
    "one expertise and one mandate, written in two ways": lambda: told({}, [], [("drie", "")], WRITTEN_TWICE),
    "one was not asked something, and no more is told of them": lambda: told({}, [DOES_NOT_KNOW, NOT_ASKED], []),
    "two parts as large": lambda: told({"directed": False}, [], [("een", "twee"), ("drie", "twee")]),
}
"""What campaigns called false once, made as small as it can be."""


@pytest.fixture(scope="module")
def campaign() -> ModuleType:
    spec = importlib.util.spec_from_file_location("check_claims", ROOT / "scripts" / "check_claims.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", SMALL)
def test_what_was_called_false_once_holds(campaign: ModuleType, name: str) -> None:
    claims = campaign.judged(SMALL[name]())
    assert claims
    assert [id for id, holds in claims if not holds] == []


def test_what_is_said_of_drawn_studies_holds(campaign: ModuleType) -> None:
    claims = [claim for study in campaign.drawn(40) for claim in campaign.judged(study)]
    assert len(claims) > 1000
    assert [id for id, holds in claims if not holds] == []


def test_planted_lies_are_seen(campaign: ModuleType) -> None:
    """What a product with a fault would say of a region."""
    for kind, claims in campaign.planted(of_seed(7)).items():
        assert any(not holds for _, holds in claims), kind
