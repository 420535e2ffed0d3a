"""What helped elsewhere with a question and where to look: practices and places that the sources tell of."""

from __future__ import annotations

from .. import _core

__all__ = ["places", "practices"]


def practices(question: str) -> list[_core.PracticeCase]:
    """What was done elsewhere about a question, as *Samen = Beter* tells."""
    return [case for case in _core.cases() if question in case.questions]


def places(question: str) -> list[_core.Reference]:
    """The tools and places to look something up that serve a question."""
    found = (each for each in _core.sources() if each.kind in ("pointer", "tool"))
    return [each for each in found if question in each.questions]
