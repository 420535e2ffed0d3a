"""Everything that the report says about the data: made from the numbers of a release document and nothing else."""

from __future__ import annotations

from typing import Any

from ..claims import Statement
from ..facts import Facts
from ..wordings import Wordings
from .agenda import agenda_statements
from .answers import element_statements, response_statements
from .change import change_statements
from .editions import officer_statements, plain_statements
from .goals import goal_statements
from .groups import group_statements
from .making import Maker
from .network import coverage_statements, network_statements
from .stages import stage_statements
from .summary import summary_statements

__all__ = ["statements"]

# The parts of the report that need data, in their order.
_PARTS = {
    "response": response_statements,
    "elements": element_statements,
    "groups": group_statements,
    "stages": stage_statements,
    "network": network_statements,
    "coverage": coverage_statements,
    "agenda": agenda_statements,
    "change": change_statements,
    "goals": goal_statements,
}


def statements(release: Any) -> list[Statement]:
    """The claims of a release, part by part. A part that has none is told to be missing in the part "missing"."""
    facts, words = Facts(release), Wordings(release)
    parts = {part: made(Maker(part, facts, words)) for part, made in _PARTS.items()}
    missing = [Statement("missing", part, _missing(part, release), {}) for part, told in parts.items() if not told]
    told = [statement for part in parts.values() for statement in part]
    plain, officer = Maker("plain", facts, words), Maker("officer", facts, words)
    others = [*plain_statements(plain), *officer_statements(officer)]
    return [*summary_statements(Maker("summary", facts, words)), *missing, *told, *others]


def _missing(part: str, release: Any) -> str:
    """Why a part says nothing: there is nothing, or what there is may not be shown."""
    there = {"response": release.responses, "elements": release.totals, "change": release.waves[1:]}
    return f"report.missing.{part}" + (".hidden" if there.get(part) else "")
