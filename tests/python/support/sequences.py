"""Sequences of releases, and an attacker who has every document of one and knows who was in the study when.

A part of a group is its people who were in the same releases. A world says of each part how many are counted. The
attacker lists the worlds of the first group and of all others, and keeps the pairs that every document allows. The
rules are stated here a second time, from docs/method/release.md; neither the ledger nor the audit is asked.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

import houvast
from houvast import _core
from houvast.release.ledger.people import figures_of
from houvast.release.ledger.rules import Entry, refusal
from small_studies import GROUPS, HIGH, LOW, QUESTION, Person, study_in_memory

Numbers: TypeAlias = NDArray[np.int16]
Place: TypeAlias = tuple[bool, ...]
"""Of each release, whether people were in it."""
THRESHOLDS = {"team": 5, "external": 10}
TOO_MANY = 4_000_000  # pairs of worlds


@dataclass(frozen=True)
class Released:
    """A release: its policy, everybody who was in the study then, and its document."""

    policy: str
    people: tuple[Person, ...]
    document: dict[str, Any]


# ------------------------------------------------------------------------------------------------ drawing


class Growing:
    """A study to which people come late, from which some leave, whose answers are corrected, and which goes on."""

    def __init__(self, rnd: random.Random, groups: int) -> None:
        self.rnd = rnd
        self.groups = groups
        self.lean = [rnd.random() for _ in GROUPS]
        self.unknown = rnd.choice((0.0, 0.0, 0.2))
        self.wave, self.made = "w0", 0
        self.people: list[Person] = []
        for group in range(groups):
            self._come(group, rnd.randint(5, 26))

    def go_on(self) -> None:
        """Something happens before the next release, or nothing."""
        happens = (self._late, self._leave, self._correct, self._next_wave, self._nothing)
        self.rnd.choices(happens, (65, 10, 5, 10, 10))[0]()

    def _answer(self, lean: float) -> str:
        return "dont_know" if self.rnd.random() < self.unknown else HIGH if self.rnd.random() < lean else LOW

    def _come(self, group: int, count: int) -> None:
        for _ in range(count):
            self.made += 1
            self.people.append(Person(f"p{self.made}", GROUPS[group], {self.wave: self._answer(self.lean[group])}))

    def _late(self) -> None:
        for group in self.rnd.sample(range(self.groups), self.rnd.randint(1, self.groups)):
            self._come(group, self.rnd.choice((1, 2, 3, 5, 6, 7, 8, 10, 12)))

    def _leave(self) -> None:
        for _ in range(min(self.rnd.choice((1, 2, 6)), len(self.people) - 5)):
            self.people.pop(self.rnd.randrange(len(self.people)))

    def _correct(self) -> None:
        at = self.rnd.randrange(len(self.people))
        self.people[at] = self.people[at].with_answer(self.wave, self._answer(0.5))

    def _next_wave(self) -> None:
        self.wave = "w1"
        for at, person in enumerate(self.people):
            if self.rnd.random() < 0.9:
                self.people[at] = person.with_answer(self.wave, self._answer(0.5))

    def _nothing(self) -> None:
        pass


Gate: TypeAlias = Callable[[houvast.Study, str, str], dict[str, Any] | None]
"""The document of a release of a study under a policy and split; None when it was refused."""


def released(rnd: random.Random, gate: Gate) -> tuple[list[Released], int]:
    """A random sequence of releases that were made, and how many were refused."""
    growing = Growing(rnd, rnd.choice((1, 2, 2)))
    made, refused = [], 0
    for _ in range(rnd.randint(2, 4)):
        policy = rnd.choice(("team", "team", "external"))
        by = rnd.choice(("perspective",) * 5 + ("domain", ""))
        document = gate(study_in_memory(growing.people), policy, by)
        if document is None:
            refused += 1
        else:
            made.append(Released(policy, tuple(growing.people), document))
        growing.go_on()
    return made, refused


def without_ledger(study: houvast.Study, policy: str, by: str) -> dict[str, Any]:
    """Every release is made."""
    found: dict[str, Any] = json.loads(_core.release_document(_core.release(study, _core.Policy.named(policy), by)))
    return found


def with_ledger(path: Path) -> Gate:
    """Releases as the product makes them with a ledger."""

    def gate(study: houvast.Study, policy: str, by: str) -> dict[str, Any] | None:
        try:
            return study.release(policy, by=by, ledger=path).document()
        except houvast.DisclosureError as error:
            if error.code != "HV-406":
                raise
            return None

    return gate


def with_rules() -> Gate:
    """The same rules without the file: what the ledger says of releases that it would hold."""
    kept: list[Entry] = []

    def gate(study: houvast.Study, policy: str, by: str) -> dict[str, Any] | None:
        release = _core.release(study, _core.Policy.named(policy), by)
        figures = figures_of(study, release, lambda at, person: f"{at} {person}")
        entry = Entry(len(kept) + 1, study.id, policy, release.threshold, by, "", figures)
        if refusal(entry, kept) is not None:
            return None
        kept.append(entry)
        found: dict[str, Any] = json.loads(_core.release_document(release))
        return found

    return gate


# ------------------------------------------------------------------------------------------------ what was told


@dataclass(frozen=True)
class Told:
    """Of the people of some groups, as they were in a release, so many are counted."""

    release: int
    groups: tuple[str, ...]
    low: int
    high: int


def _is_about(person: Person, figure: str, wave: str) -> bool:
    """Whether a figure is about somebody: don't-knows about all, high answers about those who answered."""
    return wave in person.answers and (figure == "dont_know" or person.answers[wave] != "dont_know")


def _bounds(share: dict[str, float], people: int) -> tuple[int, int]:
    low, high = (round(20 * share[end]) * people for end in ("low", "high"))
    fits = [n for n in range(people + 1) if 20 * n >= low and (20 * n < high or share["high"] == 1)]
    return min(fits), max(fits)


def _groups_in(row: dict[str, Any], by: str, names: set[str]) -> tuple[str, ...]:
    if row["group"] == "" or by == "domain":
        return GROUPS  # every party is of one domain
    if row["group"] == "*":
        return tuple(name for name in GROUPS if name not in names)
    return (row["group"],)


def _told(at: int, release: Released, figure: str, wave: str) -> Iterator[Told]:
    """What a document tells of one figure, of everybody and of groups."""
    document = release.document
    rows = [row for row in [*document["totals"], *document["groups"]] if row["kind"] == "question"]
    rows = [row for row in rows if (row["wave"], row["id"]) == (wave, QUESTION)]
    names = {row["group"] for row in rows}
    for row in rows:
        if row["shown"] and row[figure] is not None:
            groups = _groups_in(row, document["by"], names)
            people = sum(_is_about(person, figure, wave) and person.group in groups for person in release.people)
            yield Told(at, groups, *_bounds(row[figure], people))


# ------------------------------------------------------------------------------------------------ worlds


class Side:
    """All worlds of some groups: of each part, how many are counted."""

    def __init__(self, parts: dict[tuple[str, Place], int], told: Sequence[Told]) -> None:
        self.parts = list(parts)
        self.sizes = np.array(list(parts.values()), np.int16)
        self.worlds: Numbers = np.zeros((1, 0), np.int16)
        for name in dict.fromkeys(group for group, _ in self.parts):
            mine = [(place, people) for (group, place), people in parts.items() if group == name]
            grid = np.indices([people + 1 for _, people in mine], np.int16).reshape(len(mine), -1).T
            for each in told:
                if each.groups == (name,):
                    counted = grid @ np.array([place[each.release] for place, _ in mine], np.int16)
                    grid = grid[(counted >= each.low) & (counted <= each.high)]
            self.worlds = np.hstack([np.repeat(self.worlds, len(grid), axis=0), np.tile(grid, (len(self.worlds), 1))])

    def sums(self, chosen: NDArray[np.bool_]) -> Numbers:
        """Of each world, how many are counted in the chosen parts."""
        return np.asarray(self.worlds @ chosen.astype(np.int16))

    def of(self, groups: Sequence[str], release: int) -> NDArray[np.bool_]:
        """The parts that are of these groups and in a release."""
        return np.array([name in groups and place[release] for name, place in self.parts], bool)


@dataclass(frozen=True)
class Eye:
    """A reader, or (with a part) somebody of it who is counted or not."""

    side: int = 0
    part: int | None = None
    counted: bool = True


class Worlds:
    """The pairs of worlds of both sides that everything told allows."""

    def __init__(self, one: Side, two: Side, told: Sequence[Told]) -> None:
        self.sides = (one, two)
        self.fits = np.ones((len(one.worlds), len(two.worlds)), bool)
        for each in told:
            first, second = (side.sums(side.of(each.groups, each.release)) for side in self.sides)
            both = first[:, None] + second[None, :]
            self.fits &= (both >= each.low) & (both <= each.high)

    def seen_by(self, eye: Eye) -> NDArray[np.bool_]:
        """The pairs that can be for somebody."""
        if eye.part is None:
            return self.fits
        side = self.sides[eye.side]
        counted = side.worlds[:, eye.part]
        mine = counted >= 1 if eye.counted else side.sizes[eye.part] - counted >= 1
        return np.asarray(self.fits & (mine[:, None] if eye.side == 0 else mine[None, :]))

    def range(self, fits: NDArray[np.bool_], chosen: Sequence[NDArray[np.bool_]]) -> tuple[int, int]:
        """Fewest and most counted in chosen parts of both sides."""
        first, second = (side.sums(parts) for side, parts in zip(self.sides, chosen, strict=True))
        if not chosen[1].any():
            values = first[fits.any(axis=1)]
        elif not chosen[0].any():
            values = second[fits.any(axis=0)]
        else:
            values = (first[:, None] + second[None, :])[fits]
        return int(values.min()), int(values.max())


def _targets(sides: Sequence[Side], releases: int) -> Iterator[tuple[str, list[NDArray[np.bool_]]]]:
    """Every group and everybody in every release, what each has more than another release, and every part."""
    seen = set()
    for groups in (*((name,) for name in GROUPS), GROUPS):
        for now in range(releases):
            for before in (None, *range(releases)):
                chosen = [side.of(groups, now) for side in sides]
                if before is not None:
                    chosen = [parts & ~side.of(groups, before) for parts, side in zip(chosen, sides, strict=True)]
                key = tuple(parts.tobytes() for parts in chosen)
                if key not in seen and any(parts.any() for parts in chosen):
                    seen.add(key)
                    yield f"{'+'.join(groups)} in {now}, not in {before}", chosen
    for s, side in enumerate(sides):
        for part, (name, place) in enumerate(side.parts):
            chosen = [np.zeros(len(each.parts), bool) for each in sides]
            chosen[s][part] = True
            if tuple(parts.tobytes() for parts in chosen) not in seen:
                yield f"part of {name}, {place}", chosen


def _facts(worlds: Worlds, releases: int, threshold: int) -> Iterator[str]:
    eyes = [Eye()]
    for s, side in enumerate(worlds.sides):
        eyes += [Eye(s, part, counted) for part in range(len(side.parts)) for counted in (True, False)]
    targets = list(_targets(worlds.sides, releases))
    for eye in eyes:
        fits = worlds.seen_by(eye)
        if not fits.any():
            continue
        for name, chosen in targets:
            people = sum(int(side.sizes[parts].sum()) for side, parts in zip(worlds.sides, chosen, strict=True))
            low, high = worlds.range(fits, chosen)
            is_one = eye.part is not None and bool(chosen[eye.side][eye.part])
            for counted, (least, most) in ((True, (low, high)), (False, (people - high, people - low))):
                own = int(is_one and counted == eye.counted)
                if least - own >= 1 and most - own < threshold:
                    yield f"{name}, {'counted' if counted else 'others'}: {least - own} to {most - own}, by {eye}"


def _parts(releases: Sequence[Released], figure: str, wave: str) -> dict[tuple[str, Place], int]:
    is_split = any(release.document["by"] == "perspective" for release in releases)  # else all are one group
    group: dict[str, str] = {}
    places: dict[str, list[bool]] = {}
    for at, release in enumerate(releases):
        for person in release.people:
            if _is_about(person, figure, wave):
                group[person.id] = person.group if is_split else GROUPS[0]
                places.setdefault(person.id, [False] * len(releases))[at] = True
    parts: dict[tuple[str, Place], int] = {}
    for id, place in places.items():
        key = (group[id], tuple(place))
        parts[key] = parts.get(key, 0) + 1
    return parts


def _is_corrected(releases: Sequence[Released], wave: str) -> bool:
    """Whether somebody's answer differs between releases, so that no world gives all of them."""
    seen: dict[str, str] = {}
    everybody = [person for release in releases for person in release.people if wave in person.answers]
    return any(seen.setdefault(person.id, person.answers[wave]) != person.answers[wave] for person in everybody)


def certainties(releases: Sequence[Released], threshold: int, seen: Counter[str]) -> list[str]:
    """What the documents of a sequence together make certain about 1 to t - 1 people, for a reader or one of them.

    Adds to `seen` how many figures were attacked, how many of them in several releases, and how many were too large.
    """
    found = []
    for wave in sorted({wave for release in releases for person in release.people for wave in person.answers}):
        if _is_corrected(releases, wave):
            continue
        for figure in ("top", "dont_know"):
            telling = [release for release in releases if any(_told(0, release, figure, wave))]
            told = [each for at, release in enumerate(telling) for each in _told(at, release, figure, wave)]
            parts = _parts(telling, figure, wave)
            sides = [
                Side({k: v for k, v in parts.items() if (k[0] == GROUPS[0]) == first}, told) for first in (True, False)
            ]
            if not told:
                continue
            if len(sides[0].worlds) * len(sides[1].worlds) > TOO_MANY:
                seen["too_large"] += 1
                continue
            seen.update(figures=1, in_several=len(telling) > 1)
            facts = _facts(Worlds(sides[0], sides[1], told), len(telling), threshold)
            found += [f"{wave} {figure}: {fact}" for fact in facts]
    return found


def of_all_readers(releases: Sequence[Released], seen: Counter[str] | None = None) -> list[str]:
    """The same for the readers of each threshold, who may read the releases of higher ones too."""
    found, seen = [], Counter() if seen is None else seen
    for threshold in sorted({THRESHOLDS[release.policy] for release in releases}):
        theirs = [release for release in releases if THRESHOLDS[release.policy] >= threshold]
        found += certainties(theirs, threshold, seen)
    return found
