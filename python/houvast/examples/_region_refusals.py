"""Why a plant has no place in the region."""

from __future__ import annotations

from ..errors import InvalidValueError, problem
from ..texts import Claim


def cannot(key: str, **gaps: str) -> InvalidValueError:
    """The error for a plant that the region has no place for."""
    return problem(InvalidValueError, "HV-302", Claim(key, gaps))


def wrong_targets(expected: str) -> InvalidValueError:
    """The error for targets that a plant cannot have; `expected` says which it can."""
    words = Claim("problem.expected.plant_targets", {"targets": expected})
    return problem(InvalidValueError, "HV-302", "problem.subject.plant_targets", words)
