"""The collaboration as a whole: its stages, its network, and whether everyone is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .answers import BinView
from .blocks import BlocksView, blocks_view, response_sentence
from .charts import Segment, Svg
from .desk import Desk
from .rich import Name, Piece, Rich, listed

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
    "network_key",
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
    status: str
    sentence: Name | None
    to_title: Name | None
    to_description: Name | None


@dataclass(frozen=True, slots=True)
class StagesPart:
    """The profile over the stages: no average, no composite."""

    dimensions: list[DimensionView]
    complexity: str
    fit_caption: Rich
    fits: list[StrengtheningView]

    @property
    def some_inferred(self) -> bool:
        """Whether the order of the stages of some dimension is not stated by its source."""
        return any(dimension.inferred for dimension in self.dimensions)


def stages_part(desk: Desk) -> StagesPart | None:
    """The last two waves of every dimension; nothing when there are no assessments to show."""
    if not any(stage.shown for stage in desk.release.stages):
        return None
    dimensions = []
    for id, found in desk.facts.stages.items():
        waves = desk.facts.waves_in(found)[-2:][::-1]
        title = desk.words.question_text(desk.words.instrument_of(id), id)
        views = [_stage(desk, found[wave], str(title)) for wave in waves]
        dimensions.append(DimensionView(id, title, found[waves[0]].inferred_order, views))
    return StagesPart(dimensions, desk.release.complexity, *_fits(desk))


def _fits(desk: Desk) -> tuple[Rich, list[StrengtheningView]]:
    release = desk.release
    if not release.strengthening:
        return Rich(), []
    last = desk.facts.waves_in({row.wave: row for row in release.strengthening})[-1]
    caption = desk.texts.say("fits_caption", wave=desk.wave(last))
    return caption, [_fit(desk, row) for row in release.strengthening if row.wave == last]


def _fit(desk: Desk, row: Any) -> StrengtheningView:
    texts = desk.texts
    title = desk.words.question_text(desk.words.instrument_of(row.dimension), row.dimension)
    wished = texts.name(row.wished_title)
    if not row.shown:
        return StrengtheningView(row.dimension, title, wished, False, "", None, None, None)
    to_title, to_description = texts.name(row.to_title), texts.name(row.to_description)
    return StrengtheningView(
        row.dimension,
        title,
        wished,
        True,
        texts(f"fits_{row.status}"),
        texts.name(row.sentence),
        to_title if to_title.text else None,
        to_description if to_description.text else None,
    )


def _stage(desk: Desk, stage: Any, dimension: str) -> StageView:
    texts, wave = desk.texts, desk.wave(stage.wave)
    if not stage.shown:
        return StageView(wave, texts.say("stages_hidden"), None, [])
    titles = desk.words.stage_titles(stage.dimension)
    last = max([*titles, *(part.to_value for part in stage.distribution)])
    key = f"stage/{stage.wave}/{stage.dimension}"
    n = texts.band(stage.n_band, f"{key}/n")
    unknown = texts.say("stages_dont_know", share=texts.share(stage.dont_know, f"{key}/dont_know"))
    if len(stage.distribution) == 1:
        return StageView(wave, texts.say("stages_sentence_joined", n=n) + unknown, None, [])
    segments, views = [], []
    for part in stage.distribution:
        shade = f"stage-{1 + round(4 * (part.from_value + part.to_value - 2) / max(2 * last - 2, 1))}"
        segments.append(Segment(part.share, shade))
        share = texts.percent(part.share, f"{key}/bin/{part.from_value}-{part.to_value}")
        words = texts.say("bin", share=share, labels=_stage_names(desk, titles, part))
        views.append(BinView(desk.charts.swatch(shade), words))
    most = [part for part in stage.distribution if part.share == max(other.share for other in stage.distribution)]
    if len(most) == 1:
        share = texts.percent(most[0].share, f"{key}/bin/{most[0].from_value}-{most[0].to_value}")
        sentence = texts.say("stages_sentence", n=n, stage=_stage_names(desk, titles, most[0]), share=share)
    else:
        sentence = texts.say("stages_sentence_even", n=n)
    title = str(texts.say("stages_title", dimension=dimension, wave=str(wave)))
    chart = desk.charts.stacked(segments, title, "; ".join(str(view.words) for view in views))
    return StageView(wave, sentence + unknown, chart, views)


def _stage_names(desk: Desk, titles: dict[int, str], part: Any) -> Rich:
    stages = range(part.from_value, part.to_value + 1)
    names = [desk.texts.say("quoted", text=Name(titles.get(stage, str(stage)))) for stage in stages]
    return listed(names, desk.texts("or"))


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


def network_key(network: Any) -> str:
    """Which figures belong to one relation in one wave."""
    return f"network/{network.wave}/{network.relation}"


def network_part(desk: Desk) -> NetworkPart | None:
    """Every relation in its last wave; nothing when no ties were asked about."""
    last = [found[desk.facts.waves_in(found)[-1]] for found in desk.facts.networks.values()]
    return NetworkPart([_network(desk, network) for network in last]) if last else None


def _network(desk: Desk, network: Any) -> NetworkView:
    texts, key, wave = desk.texts, network_key(network), desk.wave(network.wave)
    title = texts.name(network.title)
    title = title if title.text else Name(network.relation)
    caption = texts.say("network_facts", relation=title, wave=wave)
    if not network.shown:
        hidden = texts.say("network_hidden", relation=title, wave=wave)
        return NetworkView(title, wave, False, [hidden], [], None, caption, [], network.directed, None)

    def count(name: str) -> Piece:
        return texts.count(getattr(network, name), f"{key}/{name}")

    density = texts.decimal(network.density, f"{key}/density")
    low, high = (texts.decimal(getattr(network, f"density_{end}"), f"{key}/density_{end}") for end in ("low", "high"))
    known = network.density_low == network.density_high
    told = texts.say("network_reported", reported=count("reported"), parties=count("parties"), ties=count("ties"))
    dense = texts.say("network_density", density=density, percent=texts.percent(network.density, f"{key}/density"))
    unasked = "_unasked" if network.response_share is None else ""
    dense += Rich([texts("network_no_bounds" + unasked)]) if known else texts.say("network_bounds", low=low, high=high)
    parts = ("network_no_parts", "network_whole", "network_parts")[min(network.parts, 2)]
    alone = ("network_not_isolated", "network_isolated_one", "network_isolated")[min(network.isolated, 2)]
    cut = ("network_no_cut", "network_cut", "network_cut_many")[min(network.cut_parties, 2)]
    sentences = [
        told,
        response_sentence(desk, network, key),
        dense,
        texts.say(parts, parts=count("parts")),
        texts.say(alone, isolated=count("isolated")),
        texts.say(cut, cut=count("cut_parties")),
    ]
    names = [texts.name(name) if hasattr(name, "nl") else Name(name) for name in network.cut_names]
    rows: list[tuple[str, Rich]] = [
        (texts("fact_parties"), Rich([count("parties")])),
        (texts("fact_reported"), Rich([count("reported")])),
        (texts("fact_ties"), Rich([count("ties")])),
        (texts("fact_density"), Rich([density])),
        *([] if known else [(texts("fact_low"), Rich([low])), (texts("fact_high"), Rich([high]))]),
        (texts("fact_parts"), Rich([count("parts")])),
        (texts("fact_isolated"), Rich([count("isolated")])),
        (texts("fact_cut"), Rich([count("cut_parties")])),
    ]
    chart = desk.charts.bounds(
        network.density,
        network.density_low,
        network.density_high,
        str(texts.say("density_title", relation=str(title), wave=str(wave), density=density)),
        "" if known else str(texts.say("density_desc", low=low, high=high)),
    )
    blocks = blocks_view(desk, network, title)
    return NetworkView(title, wave, True, sentences, names, chart, caption, rows, network.directed, blocks)


@dataclass(frozen=True, slots=True)
class FindingView:
    """One check of the board."""

    check: str
    title: Name
    status: str
    word: str
    sentence: Name
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
    return CoveragePart(_looked_at(desk), findings) if findings else None


def _looked_at(desk: Desk) -> Rich:
    """Which measurement and which relation the checks looked at."""
    finding = desk.release.findings[0]
    wave = finding.wave
    network = desk.facts.networks.get(finding.relation, {}).get(wave)
    if network is None:
        return desk.texts.say("coverage_wave", wave=desk.wave(wave))
    relation = desk.texts.say("quoted", text=desk.texts.name(network.title))
    return desk.texts.say("coverage_about", wave=desk.wave(wave), relation=relation)


def _finding(desk: Desk, finding: Any) -> FindingView:
    texts = desk.texts
    return FindingView(
        finding.check,
        texts.name(finding.title),
        finding.status.replace("_", "-"),
        texts(f"status_{finding.status}"),
        texts.name(finding.sentence),
        texts.name(finding.rule),
        texts.name(finding.needed) if texts.pick(finding.needed) else None,
        [_reference(desk, id) for id in finding.questions],
    )


def _reference(desk: Desk, id: str) -> Rich:
    text = desk.words.reference(id)
    return Rich([f"{id} ", text]) if text else Rich([id])
