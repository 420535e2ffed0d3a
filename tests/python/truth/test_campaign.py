"""A region of scripts/check_claims.py: lies that are planted are seen.

The whole campaign, with its record, stands in docs/method/supported.md; other tests here judge what is said of regions.
"""

from __future__ import annotations

import importlib.util
from types import ModuleType

import pytest
from raw import ROOT
from studies import of_seed


@pytest.fixture(scope="module")
def campaign() -> ModuleType:
    spec = importlib.util.spec_from_file_location("check_claims", ROOT / "scripts" / "check_claims.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_planted_lies_are_seen(campaign: ModuleType) -> None:
    """What a product with a fault would say of a region."""
    for kind, claims in campaign.planted(of_seed(7)).items():
        assert any(not holds for _, holds in claims), kind
