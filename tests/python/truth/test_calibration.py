"""A few studies of scripts/calibrate_statements.py: seldom a statement on nothing, mostly one on what is planted.

At a true rate of 4 % more than 4 of 24 would speak once in 430 such tests, at one of 95 % fewer than 9 of 12 once in
450; the studies are the same every time.
"""

from __future__ import annotations

import importlib.util
import sys
from types import ModuleType

import numpy as np
import pytest
from raw import ROOT


@pytest.fixture(scope="module")
def calibration() -> ModuleType:
    spec = importlib.util.spec_from_file_location("calibrate", ROOT / "scripts" / "calibrate_statements.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def told(calibration: ModuleType, count: int, people: dict[str, int], waves: int, share: object) -> list[set[str]]:
    """Per study, the kinds that its report or its agenda says something of."""
    studies = (calibration.study(np.random.default_rng([5000 + i, waves]), people, waves, share) for i in range(count))
    return [set().union(*calibration.said(study)) for study in studies]


def test_reports_and_agendas_on_nothing_seldom_speak(calibration: ModuleType) -> None:
    found = told(calibration, 24, calibration.PEOPLE, 2, lambda *_: 0.4)
    assert all(sum(kind in each for each in found) <= 4 for kind in calibration.KINDS)


def test_planted_differences_and_changes_are_mostly_told(calibration: ModuleType) -> None:
    apart = told(calibration, 12, calibration.TWO, 1, lambda _, group, __: 0.7 if group == "ouder" else 0.45)
    assert sum("difference" in each for each in apart) >= 9
    changed = told(calibration, 12, calibration.TWO, 2, lambda wave, *_: 0.6 if wave else 0.4)
    assert sum("change" in each for each in changed) >= 9
