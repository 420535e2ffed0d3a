"""A release, arranged for looking things up. Nothing is computed here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

__all__ = ["Facts", "apart"]


class Facts:
    """What a release holds, by wave, instrument and id."""

    def __init__(self, release: Any) -> None:
        self.release = release
        self.waves: list[Any] = list(release.waves)
        self.totals = {(s.wave, s.instrument, s.kind, s.id): s for s in release.totals}
        self.groups: dict[tuple[str, str, str, str], list[Any]] = {}
        for score in release.groups:
            self.groups.setdefault((score.wave, score.instrument, score.kind, score.id), []).append(score)
        self.response_totals: dict[tuple[str, str], Any] = {}
        self.response_groups: dict[tuple[str, str], list[Any]] = {}
        for response in release.responses:
            at = (response.wave, response.instrument)
            if response.is_total:
                self.response_totals[at] = response
            else:
                self.response_groups.setdefault(at, []).append(response)
        self.networks: dict[str, dict[str, Any]] = {}
        for network in release.networks:
            self.networks.setdefault(network.relation, {})[network.wave] = network
        self.stages: dict[str, dict[str, Any]] = {}
        for stage in release.stages:
            self.stages.setdefault(stage.dimension, {})[stage.wave] = stage

    @property
    def instruments(self) -> list[str]:
        """The instruments that have scores, in the order of the release."""
        return list(dict.fromkeys(score.instrument for score in self.release.totals))

    def waves_of(self, instrument: str) -> list[str]:
        """The waves in which an instrument was scored, first to last."""
        asked = {score.wave for score in self.release.totals if score.instrument == instrument}
        return [wave.id for wave in self.waves if wave.id in asked]

    def waves_in(self, found: dict[str, Any]) -> list[str]:
        """The waves that a dict by wave has, first to last."""
        return [wave.id for wave in self.waves if wave.id in found]

    def items(self, instrument: str, wave: str, kind: str) -> Iterator[Any]:
        """The totals of one instrument and wave, elements or questions, in the order of the release."""
        return (s for s in self.release.totals if (s.instrument, s.wave, s.kind) == (instrument, wave, kind))

    @property
    def has_answers(self) -> bool:
        """Whether anything about answers to a questionnaire may be shown."""
        return any(score.shown for score in self.release.totals)


def apart(one: Any, other: Any) -> bool:
    """Whether the intervals of two released scores are known and do not touch."""
    if not (one.shown and other.shown and one.top.value is not None and other.top.value is not None):
        return False
    return bool(one.top.high < other.top.low or other.top.high < one.top.low)
