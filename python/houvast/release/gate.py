"""The gate: others are shown a Release that its maker made, or a document that was read whole, and nothing else."""

from __future__ import annotations

from typing import NoReturn

from ..errors import DisclosureError, problem
from ..texts import Claim

__all__ = ["refuse"]


def refuse(kind: str) -> NoReturn:
    """Raises DisclosureError HV-404 for a thing of some kind, which is no release."""
    subject = Claim("problem.subject.not_to_be_shown", {"kind": kind})
    raise problem(DisclosureError, "HV-404", subject, "problem.expected.release")
