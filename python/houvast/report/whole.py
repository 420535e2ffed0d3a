"""The collaboration as a whole: its stages, its network, and whether everyone is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..release.facts import network_key, stage_key
from .answers import BinView, lengths
from .blocks import BlocksView, blocks_view
from .charts import Segment, Svg
from .desk import Desk
from .rich import Name, Piece, Rich

__all__ = [
    "CoveragePart",
    "DimensionView",
    "FindingView",
    "NetworkPart",
    "NetworkView",
    "StageView",
    "StagesPart",
    "StrengtheningView",
    "coverage_part",
    "network_part",
    "stages_part",
]


@dataclass(frozen=True, slots=True)
class StageView:
    """One dimension in one wave."""

    wave: Name
    sentence: Rich
    chart: Svg | None
    bins: list[BinView]


@dataclass(frozen=True, slots=True)
class DimensionView:
    """One dimension, the last wave first."""

    id: str
    title: Name
    inferred: bool
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

    dimensions: list[DimensionView]
    fits_intro: Rich
    fit_caption: Rich
    fits: list[StrengtheningView]

    @property
    def some_inferred(self) -> bool:
        """Whether the order of the stages of some dimension is not stated by its source."""
        return any(dimension.inferred for dimension in self.dimensions)


def stages_part(desk: Desk) -> StagesPart | None:
    """The last two waves of every dimension; nothing when there are no assessments to show."""
    if desk.missing("stages"):
        return None
    dimensions = []
    for id, found in desk.facts.stages.items():
        waves = desk.facts.waves_in(found)[-2:][::-1]
        title = desk.words.question_text(desk.words.instrument_of(id), id)
        views = [_stage(desk, found[wave], str(title)) for wave in waves]
        dimensions.append(DimensionView(id, title, found[waves[0]].inferred_order, views))
    return StagesPart(dimensions, desk.sentence("stages", "fits"), *_fits(desk))


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


def _stage(desk: Desk, stage: Any, dimension: str) -> StageView:
    texts, wave, key = desk.texts, desk.wave(stage.wave), stage_key(stage)
    sentence = desk.sentence("stages", key)
    if not stage.shown:
        return StageView(wave, sentence, None, [])
    titles = desk.words.stage_titles(stage.dimension)
    last = max([*titles, *(part.value for part in stage.distribution)])
    segments, views, drawn = [], [], lengths(stage.distribution)
    for part in stage.distribution:
        shade = f"stage-{1 + round(4 * (part.value - 1) / max(last - 1, 1))}"
        segments.append(Segment(part.share, drawn[part.value], shade))
        share = texts.share(part.share, f"{key}/bin/{part.value}")
        name = texts.say("report.quoted", text=Name(titles.get(part.value, str(part.value))))
        words = texts.say("report.bin", share=share, labels=name)
        views.append(BinView(desk.charts.swatch(shade), words))
    title = str(texts.say("report.stages_title", dimension=dimension, wave=str(wave)))
    chart = desk.charts.stacked(segments, title, "; ".join(str(view.words) for view in views))
    return StageView(wave, sentence, chart, views)


@dataclass(frozen=True, slots=True)
class NetworkView:
    """One relation in its last wave."""

    title: Name
    wave: Name
    shown: bool
    sentences: list[Rich]
    cut_names: list[Name]
    chart: Svg | None
    caption: Rich
    rows: list[tuple[str, Rich]]
    directed: bool
    blocks: BlocksView | None


@dataclass(frozen=True, slots=True)
class NetworkPart:
    """Every relation that was asked about."""

    relations: list[NetworkView]


def network_part(desk: Desk) -> NetworkPart | None:
    """Every relation in its last wave; nothing when no ties were asked about."""
    last = [found[desk.facts.waves_in(found)[-1]] for found in desk.facts.networks.values()]
    return NetworkPart([_network(desk, network) for network in last]) if last else None


def _network(desk: Desk, network: Any) -> NetworkView:
    texts, key, wave = desk.texts, network_key(network), desk.wave(network.wave)
    title = texts.name(network.title)
    title = title if title.text else Name(network.relation)
    caption = texts.say("report.network_facts", relation=title, wave=wave)
    if not network.shown:
        hidden = desk.sentences("network", key)
        return NetworkView(title, wave, False, hidden, [], None, caption, [], network.directed, None)

    def count(name: str) -> Piece:
        return texts.count(getattr(network, name), f"{key}/{name}")

    density, low, high = (texts.density(network, key, field) for field in ("density", "density_low", "density_high"))
    known = network.density_low == network.density_high
    names = [texts.name(name) for name in network.cut_names]
    rows: list[tuple[str, Rich]] = [
        (texts("report.fact_parties"), Rich([count("parties")])),
        (texts("report.fact_reported"), Rich([count("reported")])),
        (texts("report.fact_ties"), Rich([count("ties")])),
        (texts("report.fact_density"), Rich([density])),
        *([] if known else [(texts("report.fact_low"), Rich([low])), (texts("report.fact_high"), Rich([high]))]),
        (texts("report.fact_parts"), Rich([count("parts")])),
        (texts("report.fact_isolated"), Rich([count("isolated")])),
        (texts("report.fact_cut"), Rich([count("cut_parties")])),
    ]
    chart = desk.charts.bounds(
        network.density,
        network.density_low,
        network.density_high,
        str(texts.say("report.density_title", relation=str(title), wave=str(wave), density=density)),
        "" if known else str(texts.say("report.density_desc", low=low, high=high)),
    )
    blocks = blocks_view(desk, network, title)
    sentences = desk.sentences("network", key)
    return NetworkView(title, wave, True, sentences, names, chart, caption, rows, network.directed, blocks)


@dataclass(frozen=True, slots=True)
class FindingView:
    """One check of the board."""

    check: str
    title: Name
    status: str
    word: Rich
    sentence: Rich
    rule: Name
    needed: Name | None
    questions: list[Rich]


@dataclass(frozen=True, slots=True)
class CoveragePart:
    """The board of checks."""

    about: Rich
    findings: list[FindingView]


def coverage_part(desk: Desk) -> CoveragePart | None:
    """Every check; nothing when none was run."""
    findings = [_finding(desk, finding) for finding in desk.release.findings]
    return CoveragePart(desk.sentence("coverage"), findings) if findings else None


def _finding(desk: Desk, finding: Any) -> FindingView:
    texts = desk.texts
    return FindingView(
        finding.check,
        texts.name(finding.title),
        finding.status.replace("_", "-"),
        desk.sentence("coverage", f"{finding.check}/status"),
        desk.sentence("coverage", finding.check),
        texts.name(finding.rule),
        texts.name(finding.needed) if texts.pick(finding.needed) else None,
        [_reference(desk, id) for id in finding.questions],
    )


def _reference(desk: Desk, id: str) -> Rich:
    text = desk.words.reference(id)
    return Rich([f"{id} ", text]) if text else Rich([id])
