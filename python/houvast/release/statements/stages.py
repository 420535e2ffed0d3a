"""How assessors are spread over the stages, and what suits the questions."""

from __future__ import annotations

from typing import Any

from ..claims import Statement
from ..facts import stage_key
from .making import Maker, band, share

__all__ = ["stage_statements"]


def stage_statements(make: Maker) -> list[Statement]:
    """The last two waves of every dimension; none when there are no assessments to show."""
    if not any(stage.shown for stage in make.facts.release.stages):
        return []
    found = []
    for waves in make.facts.stages.values():
        for wave in make.facts.waves_in(waves)[-2:][::-1]:
            found += _stage(make, waves[wave])
    return found + _fits(make)


def _stage(make: Maker, stage: Any) -> list[Statement]:
    key = stage_key(stage)
    if not stage.shown:
        return [make.say(key, "report.stages.hidden")]
    unknown = make.say(key, "report.stages.dont_know", share=share(stage.dont_know, f"{key}/dont_know"))
    return [_spread(make, stage, key), unknown]


def _spread(make: Maker, stage: Any, key: str) -> Statement:
    n = band(stage.n_band, f"{key}/n")
    largest = max(part.share.low for part in stage.distribution)
    most = [part for part in stage.distribution if part.share.low == largest]
    if len(most) > 1:
        return make.say(key, "report.stages.even", n=n)
    part = most[0]
    names = make.words.stages(stage.dimension, [part.value])
    said = "report.stages.most" if part.share.low >= 0.5 else "report.stages.largest"
    return make.say(key, said, n=n, stage=names, share=share(part.share, f"{key}/bin/{part.value}"))


def _fits(make: Maker) -> list[Statement]:
    rows = make.facts.release.strengthening
    if not rows:
        return []
    last = make.facts.waves_in({row.wave: row for row in rows})[-1]
    shown = [row for row in rows if row.wave == last and row.shown]
    intro = make.say("fits", "report.fits.intro", complexity=make.facts.release.complexity)
    return [intro, *(statement for row in shown for statement in _fit(make, row))]


def _fit(make: Maker, row: Any) -> list[Statement]:
    key = f"fits/{row.wave}/{row.dimension}"
    return [
        make.say(f"{key}/status", "report.fits.status", status=row.status),
        *make.repeat(key, *row.claims),
    ]
