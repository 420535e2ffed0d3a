"""Who works with whom in the example region, and what each side says about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final

from ..results.columns import names
from ._region_draw import Draw
from ._region_plants import Plan
from ._region_roster import Party

TIE_COLUMNS: Final = names("ties")
COLLABORATION: Final = "samenwerking"
REFERRAL: Final = "verwijzing"
HIGHEST_STRENGTH: Final = 4
_TIES_PER_PARTY: Final = 7.0


@dataclass(frozen=True)
class Tie:
    """A tie as it is; `core` ties hold the whole together and are reported by both sides."""

    a: str
    b: str
    strength: int
    core: bool
    inside: bool = False  # within one organisation


class _Weaver:
    """Lays ties so that nobody but a planted party is the only way to somebody else."""

    def __init__(self, plan: Plan, draw: Draw) -> None:
        self._plan = plan
        self._draw = draw
        self._apart_domains = set(plan.apart)
        loose = {*plan.dependents, plan.isolated}
        self._free = [party for party in plan.parties if party.id not in loose]
        self._speaking = [party for party in self._free if party.id not in plan.silent]
        self._ties: dict[frozenset[str], Tie] = {}
        self._degree = {party.id: 0 for party in plan.parties}

    def weave(self) -> list[Tie]:
        self._inside_organisations()
        self._backbone()
        self._per_level()
        self._between_domains()
        self._fill()
        for id in self._plan.dependents:
            self._tie(self._plan.broker, id, 3, core=True)
        return list(self._ties.values())

    def _may_tie(self, a: Party, b: Party) -> bool:
        if a.id == b.id or frozenset((a.id, b.id)) in self._ties:
            return False
        if a.organisation_key == b.organisation_key and a.organisation_key == self._plan.hollow:
            return False
        return not (self._apart_domains and {a.domain, b.domain} == self._apart_domains)

    def _tie(self, a: str, b: str, strength: int, *, core: bool, inside: bool = False) -> None:
        self._ties[frozenset((a, b))] = Tie(a, b, strength, core, inside)
        self._degree[a] += 1
        self._degree[b] += 1

    def _core_tie(self, a: Party, b: Party) -> None:
        self._tie(a.id, b.id, 2 + self._draw.weighted((0.4, 0.4, 0.2)), core=True)

    def _inside_organisations(self) -> None:
        for i, a in enumerate(self._free):
            for b in self._free[:i]:
                if a.organisation_key == b.organisation_key and self._may_tie(a, b):
                    self._tie(a.id, b.id, 3 + self._draw.below(2), core=True, inside=True)

    def _backbone(self) -> None:
        # Ear by ear: a party tied to two others in a whole without single points of failure leaves it such a whole.
        last = self._plan.apart[:1]
        order = sorted(self._draw.shuffled(self._speaking), key=lambda party: party.domain in last)
        woven: list[Party] = []
        for party in order:
            if len(woven) < 3 and any(party.domain == other.domain for other in woven):
                continue
            self._attach(party, woven, 3)
            woven.append(party)
        for party in (p for p in self._free if p not in woven):
            self._attach(party, woven, 3)
            if party.id not in self._plan.silent:
                woven.append(party)

    def _attach(self, party: Party, woven: list[Party], count: int) -> None:
        organisations: set[str] = set()
        for other in self._draw.shuffled(woven):
            new = party.domain != other.domain and other.organisation_key not in organisations
            if new and self._may_tie(party, other):
                organisations.add(other.organisation_key)
                self._core_tie(party, other)
            if len(organisations) == count:
                return

    def _per_level(self) -> None:
        for level in ("beleid", "bestuur"):
            table = self._draw.shuffled([party for party in self._speaking if party.level == level])
            for a, b in zip(table, [*table[1:], *table[:1]], strict=True):
                if a.domain != b.domain and self._may_tie(a, b):
                    self._core_tie(a, b)

    def _between_domains(self) -> None:
        domains = self._plan.domains()
        domain_of = {party.id: party.domain for party in self._plan.parties}
        speaking = {party.id for party in self._speaking}
        for i, d in enumerate(domains):
            for e in domains[:i]:
                between = [t for t in self._ties.values() if {domain_of[t.a], domain_of[t.b]} == {d, e}]
                missing = 2 - sum({tie.a, tie.b} <= speaking for tie in between)
                pairs = [
                    (a, b)
                    for a in self._speaking
                    for b in self._speaking
                    if (a.domain, b.domain) == (d, e) and self._may_tie(a, b)
                ]
                for a, b in sorted(self._draw.shuffled(pairs), key=self._pair_degree)[: max(0, missing)]:
                    self._core_tie(a, b)

    def _pair_degree(self, pair: tuple[Party, Party]) -> int:
        return self._degree[pair[0].id] + self._degree[pair[1].id]

    def _fill(self) -> None:
        wanted = int(_TIES_PER_PARTY * len(self._free))
        while len(self._ties) < wanted:
            order = sorted(self._draw.shuffled(self._free), key=lambda party: self._degree[party.id])
            party = order[0]
            others = [other for other in order if self._may_tie(party, other) and self._fits(party, other)]
            other = self._draw.choice(others[:12])
            self._tie(party.id, other.id, 1 + self._draw.weighted((0.35, 0.3, 0.25, 0.1)), core=False)

    def _fits(self, party: Party, other: Party) -> bool:
        # Teams look outward here; that keeps ties inside a domain near what chance would give.
        return party.domain != other.domain and not {party.id, other.id} <= self._plan.silent


def weave(plan: Plan, draw: Draw) -> list[Tie]:
    """The ties of the last wave."""
    return _Weaver(plan, draw).weave()


def earlier(ties: list[Tie], draw: Draw) -> list[Tie]:
    """The ties as they were one wave before: some loose ones were not there yet, some were weaker."""
    result = []
    for tie in ties:
        least = 2 if tie.core else 1
        weaker = draw.chance(0.3)
        if tie.core or draw.chance(0.8):
            result.append(replace(tie, strength=max(least, tie.strength - 1)) if weaker else tie)
    return result


def known_motives(ties: list[Tie], plan: Plan, draw: Draw) -> dict[str, list[str]]:
    """Whose motives each party says that it knows: most often those of whom it works with."""
    told = {party.id for party in plan.parties if party.motives}
    knows: dict[str, list[str]] = {}
    for tie in ties:
        for one, other in ((tie.a, tie.b), (tie.b, tie.a)):
            if draw.chance(0.9) and other in told:
                knows.setdefault(one, []).append(other)
    return knows


def tie_rows(wave: str, ties: list[Tie], plan: Plan, silent: Iterable[str], draw: Draw) -> list[list[str]]:
    """What all parties that speak say about their ties in a wave."""
    speaks = {party.id for party in plan.parties} - set(silent)
    rows = [
        *_collaboration_rows(wave, ties, speaks.__contains__, draw),
        *_referral_rows(wave, ties, speaks.__contains__, draw),
    ]
    told = {(row[1], row[4]) for row in rows if row[1] == row[2]}
    for party in plan.parties:
        for relation in (COLLABORATION, REFERRAL):
            if party.id in speaks and (party.id, relation) not in told:
                rows.append([wave, party.id, party.id, "", relation, "", "", "", "", ""])
    return sorted(rows, key=lambda row: (row[4], row[1]))


def _collaboration_rows(wave: str, ties: list[Tie], speaks: Callable[[str], bool], draw: Draw) -> list[list[str]]:
    rows = []
    for tie in ties:
        least = 2 if tie.core else 1
        forgets = "" if tie.core or not draw.chance(0.16) else draw.choice((tie.a, tie.b))
        for reporter, other in ((tie.a, tie.b), (tie.b, tie.a)):
            shift = draw.weighted((0.1, 0.8, 0.1)) - 1
            strength = min(HIGHEST_STRENGTH, max(least, tie.strength + shift))
            conditions = [_condition(strength, draw) for _ in range(4)]
            if speaks(reporter) and not (forgets == reporter and speaks(other)):
                rows.append([wave, reporter, reporter, other, COLLABORATION, str(strength), *conditions])
    return rows


def _condition(strength: int, draw: Draw) -> str:
    chance = draw.unit()
    if chance < 0.05:
        return ""
    return "yes" if chance < 0.65 + 0.07 * strength else "no"


def _referral_rows(wave: str, ties: list[Tie], speaks: Callable[[str], bool], draw: Draw) -> list[list[str]]:
    rows = []
    for tie in ties:
        refers = tie.core or draw.chance(0.3)
        forward, back = draw.chance(0.7), draw.chance(0.5)
        heard = (draw.chance(0.75), draw.chance(0.75))
        if tie.inside or not refers:
            continue
        if not (forward and speaks(tie.a)) and not (back and speaks(tie.b)):
            forward, back = speaks(tie.a), not speaks(tie.a)
        for source, target, there, noticed in ((tie.a, tie.b, forward, heard[0]), (tie.b, tie.a, back, heard[1])):
            if there and speaks(source):
                rows.append([wave, source, source, target, REFERRAL, "1", "", "", "", ""])
            if there and noticed and speaks(target):
                rows.append([wave, target, source, target, REFERRAL, "1", "", "", "", ""])
    return rows
