"""From a study to what may leave; file writers accept a Release and nothing else."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from .. import _core
from ..errors import DisclosureError, Issue, Where
from ..io.atomic import write_text
from ..io.csv import csv_text
from ..results.hidden import HIDDEN

__all__ = ["COLUMNS", "release_study", "require_release", "scores_rows", "write_csv"]

COLUMNS = ("wave", "instrument", "kind", "id", "group", "n", "top_box", "top_box_low", "top_box_high")


def release_study(
    study: _core.Study,
    policy: str | _core.Policy = "team",
    *,
    by: str = "perspective",
    agenda_length: int = 5,
    goals: str = "counts",
    complexity: str | None = None,
) -> _core.Release:
    """What may leave under a policy: "team" (threshold 5), "external" (10) or a Policy with a threshold of 5 or more.

    `by` is the one attribute that released scores and networks are split by; "" for totals only, networks by domain.
    `goals="text"` gives goals and agreements in their own words, with their values; "counts" only how many there are.
    `complexity` ("simple", "composite" or "complex") adds which dimensions of Gerdes suit such questions.
    """
    chosen = _core.Policy.named(policy) if isinstance(policy, str) else policy
    return _core.release(study, chosen, by, agenda_length, goals, complexity)


def require_release(thing: object) -> _core.Release:
    """The thing itself when it is a Release; else DisclosureError HV-404."""
    if isinstance(thing, _core.Release):
        return thing
    expected = "a Release: study.release(policy)"
    message = f"[HV-404] {type(thing).__name__} may not be shown to others; expected {expected}"
    raise DisclosureError(message, [Issue("HV-404", type(thing).__name__, "", expected, Where(), message)])


def _share(share: Any) -> tuple[Any, Any, Any]:
    return (HIDDEN, HIDDEN, HIDDEN) if share is HIDDEN else (share.value, share.low, share.high)


def scores_rows(release: _core.Release) -> list[dict[str, Any]]:
    """Released scores, one dict per wave, item and group: HIDDEN where nothing may be shown.

    `top_box` is missing (None) when only the band from `top_box_low` to `top_box_high` may be shown.
    """
    rows = []
    for score in [*require_release(release).totals, *release.groups]:
        top, low, high = _share(score.top)
        told = (score.wave, score.instrument, score.kind, score.id, score.group, score.n_band, top, low, high)
        rows.append(dict(zip(COLUMNS, told, strict=True)))
    return rows


def write_csv(release: _core.Release, path: str | os.PathLike[str], dialect: str = "plain") -> Path:
    """Writes the released scores as CSV; cells that a spreadsheet would run are escaped as text.

    `dialect="excel-nl"` is for opening in a Dutch Excel: semicolons and decimal commas.
    """
    rows = scores_rows(release)
    return write_text(path, csv_text(COLUMNS, (row.values() for row in rows), dialect))
