"""A release, arranged for looking things up. Nothing is computed here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

__all__ = [
    "Facts",
    "direction",
    "element_key",
    "goals_key",
    "group_key",
    "network_key",
    "reliability_key",
    "response_key",
    "stage_key",
    "total_key",
]


def total_key(score: Any) -> str:
    """Which figures belong to everybody's answers to an item."""
    return f"total/{score.wave}/{score.instrument}/{score.kind}/{score.id}"


def element_key(question: Any, element: str) -> str:
    """What figures of an element would be called that has none of its own, by one of its questions."""
    return f"total/{question.wave}/{question.instrument}/element/{element}"


def group_key(score: Any) -> str:
    """Which figures belong to one group's answers to an item."""
    return f"group/{score.wave}/{score.instrument}/{score.kind}/{score.id}/{score.group}"


def network_key(network: Any) -> str:
    """Which figures belong to one relation in one wave."""
    return f"network/{network.wave}/{network.relation}"


def stage_key(stage: Any) -> str:
    """Which figures belong to one dimension in one wave."""
    return f"stage/{stage.wave}/{stage.dimension}"


def response_key(response: Any) -> str:
    """Which figures belong to everybody's response to an instrument."""
    return f"response/{response.wave}/{response.instrument}"


def reliability_key(row: Any) -> str:
    """Which figures belong to the reliability of one element in one wave."""
    return f"reliability/{row.wave}/{row.instrument}/{row.element}"


def goals_key(goals: Any) -> str:
    """Which figures belong to the goals of one element."""
    return f"goals/{goals.wave}/{goals.element}"


class Facts:
    """What a release holds, by wave, instrument and id."""

    def __init__(self, release: Any) -> None:
        self.release = release
        self.waves: list[Any] = list(release.waves)
        self.totals = {(s.wave, s.instrument, s.kind, s.id): s for s in release.totals}
        self.groups: dict[tuple[str, str, str, str], list[Any]] = {}
        for score in release.groups:
            self.groups.setdefault((score.wave, score.instrument, score.kind, score.id), []).append(score)
        self.changes = {(c.wave, c.instrument, c.kind, c.id): c for c in release.supported.changes}
        self.orders = {(o.wave, o.instrument, o.kind, o.id): o for o in release.supported.orders}
        self.loose = {(r.wave, r.instrument, r.element): r for r in release.reliability if r.shown and not r.together}
        self.profiles = {(i.id, e.id) for i in release.instruments for e in i.elements if not e.graded}
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

    @property
    def last_networks(self) -> list[Any]:
        """Every relation in its last wave."""
        return [found[self.waves_in(found)[-1]] for found in self.networks.values()]

    def items(self, instrument: str, wave: str, kind: str) -> Iterator[Any]:
        """The totals of one instrument and wave, elements or questions, in the order of the release."""
        return (s for s in self.release.totals if (s.instrument, s.wave, s.kind) == (instrument, wave, kind))

    def groups_of(self, score: Any) -> list[Any]:
        """The same item, group by group."""
        return self.groups.get((score.wave, score.instrument, score.kind, score.id), [])

    def differences(self, instrument: str, wave: str, kind: str) -> list[Any]:
        """The differences between groups that may be said of one instrument and wave, of one kind of item."""
        of = (instrument, wave, kind)
        return [d for d in self.release.supported.differences if (d.instrument, d.wave, d.kind) == of]

    def change_of(self, score: Any) -> Any:
        """The change since the wave before that may be said of a score; None when there is none."""
        return self.changes.get((score.wave, score.instrument, score.kind, score.id))

    def order_of(self, score: Any) -> Any:
        """How a score may be said to stand against the others; None when that cannot be told."""
        return self.orders.get((score.wave, score.instrument, score.kind, score.id))

    def rated(self, instrument: str, wave: str) -> list[Any]:
        """The elements and then the questions of one instrument and wave."""
        return [*self.items(instrument, wave, "element"), *self.items(instrument, wave, "question")]

    def comparable(self, instrument: str, wave: str) -> bool:
        """Whether two groups may be put side by side."""
        return any(sum(group.shown for group in self.groups_of(item)) >= 2 for item in self.rated(instrument, wave))

    def pairs(self, instrument: str, kind: str) -> list[tuple[Any, Any]]:
        """The scores of the last two waves of an instrument, where both are shown."""
        waves = self.waves_of(instrument)
        if len(waves) < 2:
            return []
        both = []
        for after in self.items(instrument, waves[-1], kind):
            before = self.totals.get((waves[-2], instrument, kind, after.id))
            if before is not None and before.shown and after.shown:
                both.append((before, after))
        return both

    @property
    def has_answers(self) -> bool:
        """Whether anything about answers to a questionnaire may be shown."""
        return any(score.shown for score in self.release.totals)


def direction(change: Any) -> str:
    """Which way a change went: "higher" or "lower"."""
    return "higher" if change.up else "lower"
