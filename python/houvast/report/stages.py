"""The stages of the collaboration: a profile, without an average and without a total."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..release.facts import stage_key
from .answers import BinView, lengths
from .charts import Segment, Svg
from .desk import Desk, usual
from .rich import Name, Rich

__all__ = ["DimensionView", "StageView", "StagesPart", "StrengtheningView", "stages_part"]


@dataclass(frozen=True, slots=True)
class StageView:
    """One dimension in one wave; its words: an unusual number of assessors, or that nothing is shown."""

    wave: Name
    shown: bool
    words: Rich
    chart: Svg | None
    bins: list[BinView]


@dataclass(frozen=True, slots=True)
class DimensionView:
    """One dimension, the last wave first."""

    id: str
    title: Name
    inferred: bool
    types: bool
    waves: list[StageView]


@dataclass(frozen=True, slots=True)
class StrengtheningView:
    """What suits the questions that the collaboration is for, in one dimension."""

    id: str
    title: Name
    wished: Name
    shown: bool
    status: Rich
    sentence: Rich
    to_title: Name | None
    to_description: Name | None


@dataclass(frozen=True, slots=True)
class StagesPart:
    """The profile over the stages: no average, no composite."""

    people: Rich
    dimensions: list[DimensionView]
    fits_intro: Rich
    fit_caption: Rich
    fits: list[StrengtheningView]

    @property
    def some_inferred(self) -> bool:
        """Whether the order of the stages of some dimension is not stated by its source."""
        return any(dimension.inferred for dimension in self.dimensions)

    @property
    def some_types(self) -> bool:
        """Whether some dimension has types without an order."""
        return any(dimension.types for dimension in self.dimensions)


def stages_part(desk: Desk) -> StagesPart | None:
    """The last two waves of every dimension; nothing when there are no assessments to show."""
    if desk.missing("stages"):
        return None
    rounds = [found[wave] for found in desk.facts.stages.values() for wave in desk.facts.waves_in(found)[-2:]]
    band = usual(stage.n_band for stage in rounds if stage.shown)
    first = next(stage for stage in rounds if stage.shown and stage.n_band == band)
    people = desk.texts.say("report.stages_people", n=desk.texts.band(band, f"{stage_key(first)}/n"))
    dimensions = []
    for id, found in desk.facts.stages.items():
        waves = desk.facts.waves_in(found)[-2:][::-1]
        title = desk.words.question_text(desk.words.instrument_of(id), id)
        views = [_stage(desk, found[wave], band) for wave in waves]
        types = desk.words.ordering(id) == "types"
        inferred = found[waves[0]].inferred_order and not types
        dimensions.append(DimensionView(id, title, inferred, types, views))
    return StagesPart(people, dimensions, desk.sentence("stages", "fits"), *_fits(desk))


def _fits(desk: Desk) -> tuple[Rich, list[StrengtheningView]]:
    release = desk.release
    if not release.strengthening:
        return Rich(), []
    last = desk.facts.waves_in({row.wave: row for row in release.strengthening})[-1]
    caption = desk.texts.say("report.fits_caption", wave=desk.wave(last))
    return caption, [_fit(desk, row) for row in release.strengthening if row.wave == last]


def _fit(desk: Desk, row: Any) -> StrengtheningView:
    texts = desk.texts
    title = desk.words.question_text(desk.words.instrument_of(row.dimension), row.dimension)
    wished = texts.name(row.wished_title)
    if not row.shown:
        return StrengtheningView(row.dimension, title, wished, False, Rich(), Rich(), None, None)
    key = f"fits/{row.wave}/{row.dimension}"
    to_title, to_description = texts.name(row.to_title), texts.name(row.to_description)
    return StrengtheningView(
        row.dimension,
        title,
        wished,
        True,
        desk.sentence("stages", f"{key}/status"),
        desk.sentence("stages", key),
        to_title if to_title.text else None,
        to_description if to_description.text else None,
    )


def _stage(desk: Desk, stage: Any, usual_band: str) -> StageView:
    texts, wave, key = desk.texts, desk.wave(stage.wave), stage_key(stage)
    if not stage.shown:
        return StageView(wave, False, desk.sentence("stages", key), None, [])
    titles = desk.words.stage_titles(stage.dimension)
    last = max([*titles, *(part.value for part in stage.distribution)])
    segments, views, drawn = [], [], lengths(stage.distribution)
    for part in stage.distribution:
        shade = f"stage-{1 + round(4 * (part.value - 1) / max(last - 1, 1))}"
        segments.append(Segment(part.share, drawn[part.value], shade))
        share = texts.brief(part.share, f"{key}/bin/{part.value}")
        name = Rich([Name(titles.get(part.value, str(part.value)))])
        views.append(BinView(desk.charts.swatch(shade), texts.say("report.stage", share=share, stage=name)))
    people = Rich() if stage.n_band == usual_band else desk.people(stage.n_band, f"{key}/n")
    return StageView(wave, True, people, desk.charts.stacked(segments), views)
