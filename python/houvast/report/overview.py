"""The first page: what was asked, the elements, the groups, what changed, the network, and what to talk about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ..release.facts import network_key
from .agenda import AgendaPart
from .answers import ElementsPart
from .blockmap import BlockMap, block_map
from .desk import Desk
from .rich import Name, Rich

__all__ = ["OverviewPart", "Point", "overview_part"]

_QUESTIONS: Final = 3
_TALL: Final = 360
# Which claims of the summary stand in which panel, by how their ids begin.
_PANELS: Final = {
    "asked": ("report.summary.response", "report.response."),
    "elements": ("order.", "uncertain.order."),
    "groups": ("difference.", "uncertain.difference."),
    "change": ("change.", "uncertain.change."),
    "network": ("report.network.",),
}


@dataclass(frozen=True, slots=True)
class Point:
    """A check that asks for attention: its status as a picture and in words, and what it found."""

    status: str
    word: Rich
    sentence: Rich


@dataclass(frozen=True, slots=True)
class OverviewPart:
    """What fits on one screen or one printed page; a panel without sentences is left out."""

    sentences: dict[str, list[Rich]]
    asked: list[Name | Rich]
    elements: ElementsPart | None
    map: BlockMap | None
    checks: Rich
    points: list[Point]
    questions: list[Name]
    left_out: list[Rich]

    @property
    def tall(self) -> bool:
        """Whether the map of groups is so high that what changed stands beside it, not above."""
        return self.map is not None and self.map.shapes.height > _TALL


def _asked(desk: Desk) -> list[Name | Rich]:
    """What people were asked: the questionnaires, and the kinds of ties."""
    relations = [desk.relation(network) for network in desk.facts.last_networks]
    instruments = [desk.words.instrument_title(id) for id in desk.facts.instruments]
    return [*instruments, *([desk.texts.say("report.overview.relations", names=relations)] if relations else [])]


def overview_part(desk: Desk, elements: ElementsPart | None, agenda: AgendaPart | None) -> OverviewPart:
    """The first page, from the parts that the release has and the claims of its summary."""
    told = [claim for claim in desk.release.claims() if claim.part == "summary"]
    sentences = {
        panel: [desk.texts.rich(claim) for claim in told if claim.id.startswith(ids)] for panel, ids in _PANELS.items()
    }
    networks = desk.facts.last_networks
    if not sentences["asked"]:  # nobody filled in a questionnaire: who told of ties
        of_ties = [desk.sentences("network", network_key(network)) for network in networks[:1]]
        sentences["asked"] = [sentence for each in of_ties for sentence in each[:2]]
    found = {finding.check: finding for finding in desk.release.findings}
    points = [
        Point(found[claim.about].status, desk.sentence("coverage", f"{claim.about}/status"), desk.texts.rich(claim))
        for claim in told
        if claim.about in found
    ]
    return OverviewPart(
        sentences,
        _asked(desk),
        elements,
        next(filter(None, (block_map(desk, network) for network in networks)), None),
        desk.sentence("summary", "checks"),
        points,
        [card.question for card in agenda.cards[:_QUESTIONS]] if agenda else [],
        [sentence for part in desk.parts for sentence in desk.sentences("missing", part)],
    )
