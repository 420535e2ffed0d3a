"""The collaboration as a whole: its network, and whether everyone is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..release.facts import network_key
from .blockmap import BlockMap, block_map
from .blocks import BlocksView, blocks_view
from .desk import Desk
from .rich import Name, Rich

__all__ = ["CoveragePart", "FindingView", "NetworkPart", "NetworkView", "coverage_part", "network_part"]


@dataclass(frozen=True, slots=True)
class NetworkView:
    """One relation in its last wave."""

    title: Name
    wave: Name
    sentences: list[Rich]
    shown: bool
    map: BlockMap | None
    directed: bool
    blocks: BlocksView | None


@dataclass(frozen=True, slots=True)
class NetworkPart:
    """Every relation that was asked about."""

    relations: list[NetworkView]


def network_part(desk: Desk) -> NetworkPart | None:
    """Every relation in its last wave; nothing when no ties were asked about."""
    last = desk.facts.last_networks
    return NetworkPart([_network(desk, network) for network in last]) if last else None


def _network(desk: Desk, network: Any) -> NetworkView:
    wave, title = desk.wave(network.wave), desk.relation(network)
    sentences = desk.sentences("network", network_key(network))
    if not network.shown:
        return NetworkView(title, wave, sentences, False, None, network.directed, None)
    picture, blocks = block_map(desk, network), blocks_view(desk, network)
    return NetworkView(title, wave, sentences, True, picture, network.directed, blocks)


@dataclass(frozen=True, slots=True)
class FindingView:
    """One check."""

    check: str
    title: Name
    status: str
    word: Rich
    point: Rich
    sentence: Rich
    rule: Name
    needed: Name | None


@dataclass(frozen=True, slots=True)
class Alike:
    """Checks of which the same is said, and what is needed to know more."""

    findings: list[FindingView]

    @property
    def needed(self) -> list[Name]:
        """What is needed, each once."""
        return list({str(each.needed): each.needed for each in self.findings if each.needed}.values())


@dataclass(frozen=True, slots=True)
class CoveragePart:
    """The checks, by how they stand."""

    about: Rich
    findings: list[FindingView]

    def of(self, *statuses: str) -> list[FindingView]:
        """The findings with one of these statuses, in the order of the statuses."""
        return [finding for status in statuses for finding in self.findings if finding.status == status]

    def alike(self, *statuses: str) -> list[Alike]:
        """The same, with those of which the same is said under one another: it is said once."""
        found: dict[str, list[FindingView]] = {}
        for finding in self.of(*statuses):
            found.setdefault(str(finding.sentence), []).append(finding)
        return [Alike(findings) for findings in found.values()]


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
        desk.sentence("coverage", f"{finding.check}/point"),
        desk.sentence("coverage", finding.check),
        texts.name(finding.rule),
        texts.name(finding.needed) if texts.pick(finding.needed) else None,
    )
