"""What a release hides, makes coarser or leaves out of what people answered, and under which rule; for inside use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final, TypeAlias

from .. import _core
from ..results.cells import TableRow
from ..results.columns import group_of, rows_of
from ..texts import Claim, LocalizedText, by_language, languages
from .claims import Argument, Phrase
from .explained import Explained, Outcome
from .left_inside import left_inside
from .wordings import Wordings

__all__ = ["explained"]

Item: TypeAlias = tuple[str, str, str, str]  # wave, instrument, kind, id
_ROOM: Final = 2  # people more than the threshold in a step of a group
_STEPS: Final = (20, 10, 4, 2)
_COUNTS: Final = ("asked", "respondents", "scored", "not_asked")
_AUDIT: Final = Claim("release.explained.audit", {})


def explained(study: _core.Study, release: _core.Release) -> list[Explained]:
    """Everything that a release of a study does not tell, in the order of the release."""
    of = _Explaining(study, release)
    return [*of.responses(), *of.items(), *of.reliability(), *of.stages(), *of.networks(), *left_inside(study, release)]


def _steps(share: Any) -> int:
    return int(0.5 + 1 / (share.high - share.low))


class _Explaining:
    """A release beside the exact numbers that it was made from."""

    def __init__(self, study: _core.Study, release: _core.Release) -> None:
        self.of_study, self.release = study, release
        self.threshold = release.threshold
        self.fewest = 2 * (release.threshold + _ROOM)
        self.words = Wordings(release)
        self.groups: dict[Item, list[Any]] = {}
        for row in release.groups:
            self.groups.setdefault(_item_of(row), []).append(row)
        self.loose = {(r.wave, r.instrument, r.element): r for r in release.reliability if r.shown and not r.together}
        self.exact = {(*_item(row), ""): row for row in study.scores().to_dicts()}
        if release.by:
            self.exact |= {(*_item(row), "=" + row["group"]): row for row in study.scores(release.by).to_dicts()}

    def _title(self, group: str, inside: bool = False) -> LocalizedText:
        """What a group is called, in every language; `inside` one as in a sentence."""
        return _titled(self.words, [group], inside)

    def _titles(self, groups: Sequence[str]) -> list[LocalizedText]:
        """Several in a sentence that begins with the first."""
        return [self._title(group, inside=place > 0) for place, group in enumerate(groups)]

    def _of_group(self, row: Any, outcome: Outcome, rule: str, reason: Claim) -> Explained:
        return replace(_of_total(row, outcome, rule, reason), group_title=self._title(row.group))

    # -------------------------------------------------------------------------------------------- answers

    def items(self) -> Iterator[Explained]:
        """Questions and elements, of everybody and of groups."""
        for total in self.release.totals:
            item = _item_of(total)
            groups = self.groups.get(item, [])
            if total.kind == "element":
                if not total.shown:
                    yield _of_total(total, "hidden", "elements", self._why_no_element(total))
                for row in groups:
                    if not row.shown:
                        yield self._of_group(row, "hidden", "elements", self._why_no_element(row))
                continue
            yield from self._total(total, self.exact[(*item, "")])
            yield from self._together(item, groups)
            hidden_by_size = any(not self._is_large(self._row(item, row.group, groups)) for row in groups)
            for row in groups:
                yield from self._group(row, self._row(item, row.group, groups), total.shown, hidden_by_size)

    def _why_no_element(self, row: Any) -> Claim:
        loose = self.loose.get((row.wave, row.instrument, row.id))
        if loose is not None:
            return Claim("release.explained.loose", {"alpha": loose.alpha})
        return Claim("release.explained.element", {})

    def _total(self, total: Any, exact: TableRow) -> Iterator[Explained]:
        if not total.shown:
            yield _of_total(total, "hidden", *self._why_not(exact))
            return
        if total.dont_know is None:
            yield _of_total(total, "left_out", "audit", Claim("release.explained.no_dont_know", {}))
        if not total.distribution:
            few = exact["scored"] < self.fewest
            told = {"n": exact["scored"], "needed": self.fewest}
            reason = Claim("release.explained.few_for_categories", told) if few else _AUDIT
            yield _of_total(total, "left_out", "distributions" if few else "audit", reason)

    def _why_not(self, exact: TableRow) -> tuple[str, Claim]:
        """Why nothing is told of everybody's answers."""
        n = min(exact["scored"], exact["respondents"] if exact["asked"] is None else exact["asked"])
        if n < self.threshold:
            return "threshold", Claim("release.explained.few", {"n": n, "needed": self.threshold})
        return "audit", _AUDIT

    def _row(self, item: Item, group: str, groups: Sequence[Any]) -> dict[str, Any]:
        """The exact numbers of a group; of those that go together, their sum."""
        if group != _core.OTHER_GROUPS:
            return self.exact[(*item, "=" + group)]
        rows = [self.exact[(*item, "=" + name)] for name in self._members(item, groups)]
        return {name: sum(row[name] or 0 for row in rows) for name in _COUNTS}

    def _members(self, item: Item, groups: Sequence[Any]) -> list[str]:
        alone = {"=" + row.group for row in groups}
        return [key[-1][1:] for key in self.exact if key[:4] == item and key[-1] and key[-1] not in alone]

    def _together(self, item: Item, groups: Sequence[Any]) -> Iterator[Explained]:
        """Which groups go together: the same ones for every question of an instrument in a wave, so told once."""
        wave, instrument, *_ = item
        if item == next((found for found in self.groups if found[:2] == (wave, instrument)), None):
            for row in groups:
                if row.group == _core.OTHER_GROUPS:
                    named = self._titles(self._members(item, groups))
                    reason = Claim("release.explained.together", {"groups": named, "needed": self.fewest})
                    title = self._title(row.group)
                    yield Explained(wave, "groups", instrument, row.group, "together", "groups", reason, title)

    def _is_large(self, exact: TableRow) -> bool:
        return bool(exact["scored"] >= self.fewest)

    def _group(self, row: Any, exact: TableRow, total_shown: bool, hidden_by_size: bool) -> Iterator[Explained]:
        if row.shown:
            yield from self._coarser(row, exact)
        elif not total_shown:
            yield self._of_group(row, "hidden", "audit", Claim("release.explained.no_total", {}))
        elif exact["respondents"] and exact["not_asked"] == exact["respondents"]:
            yield self._of_group(row, "hidden", "cells", Claim("release.explained.not_asked", {}))
        elif not self._is_large(exact):
            told = {"n": exact["scored"], "needed": self.fewest}
            yield self._of_group(row, "hidden", "cells", Claim("release.explained.few", told))
        elif hidden_by_size:
            yield self._of_group(row, "hidden", "cells", Claim("release.explained.sibling", {}))
        else:
            yield self._of_group(row, "hidden", "audit", _AUDIT)

    def _coarser(self, row: Any, exact: TableRow) -> Iterator[Explained]:
        room = self.threshold + _ROOM
        finest = next((steps for steps in _STEPS if exact["scored"] >= steps * room), 2)
        if (told := _steps(row.top)) < finest:
            reason = Claim("release.explained.coarser", {"told": told, "finest": finest})
            yield self._of_group(row, "coarser", "audit", reason)
        if row.dont_know is None:
            yield self._of_group(row, "left_out", "audit", Claim("release.explained.no_dont_know", {}))

    # -------------------------------------------------------------------------------------------- the rest

    def responses(self) -> Iterator[Explained]:
        """Who was asked and who answered."""
        for row in self.release.responses:
            if not row.shown:
                wave, instrument, kind, id, _ = next(k for k in self.exact if k[:2] == (row.wave, row.instrument))
                item = (wave, instrument, kind, id)
                exact = self.exact[(*item, "")] if row.is_total else self._row(item, row.group, self.groups[item])
                rule, reason = self._why_no_response(exact, self.threshold if row.is_total else self.fewest)
                title = None if row.is_total else self._title(row.group)
                yield Explained(row.wave, "response", row.instrument, row.group, "hidden", rule, reason, title)

    def _why_no_response(self, exact: TableRow, fewest_asked: int) -> tuple[str, Claim]:
        asked = exact["respondents"] if exact["asked"] is None else exact["asked"]
        if exact["respondents"] < self.threshold:
            told = {"n": exact["respondents"], "needed": self.threshold}
            return "threshold", Claim("release.explained.few", told)
        if asked < fewest_asked:
            return "groups", Claim("release.explained.few_asked", {"n": asked, "needed": fewest_asked})
        return "audit", _AUDIT

    def reliability(self) -> Iterator[Explained]:
        """Elements without their reliability."""
        for row in self.release.reliability:
            if not row.shown:
                reason = Claim("release.explained.reliability", {})
                yield Explained(row.wave, "reliability", row.element, "", "hidden", "reliability", reason)

    def stages(self) -> Iterator[Explained]:
        """Dimensions without their spread."""
        for row in self.release.stages:
            if not row.shown:
                reason = Claim("release.explained.stage", {"needed": self.fewest})
                yield Explained(row.wave, "stage", row.dimension, "", "hidden", "stages", reason)

    def networks(self) -> Iterator[Explained]:
        """Networks and blocks of them."""
        told = {(network.wave, network.relation) for network in self.release.networks}
        reported = dict.fromkeys((row["wave"], row["relation"]) for row in rows_of(self.of_study, "ties"))
        for wave, relation in reported:
            if (wave, relation) not in told:
                reason = Claim("release.explained.network", {"needed": self.threshold})
                yield Explained(wave, "network", relation, "", "hidden", "threshold", reason)
        for network in self.release.networks:
            for block in network.blocks:
                if not block.shown:
                    reason = Claim("release.explained.block", {"needed": self.threshold})
                    between = f"{block.from_group}–{block.to_group}"
                    title = _titled(self.words.of_blocks, [block.from_group, block.to_group])
                    yield Explained(
                        network.wave, "block", network.relation, between, "hidden", "networks", reason, title
                    )
            yield from self._parties_together(network)

    def _parties_together(self, network: Any) -> Iterator[Explained]:
        """Groups of parties that are too small to stand alone in a network."""
        waves = {row["id"]: row["waves"] or network.wave for row in rows_of(self.of_study, "parties")}
        parties = [party for party in self.of_study.parties if network.wave in waves[party.id].split(";")]
        names = dict.fromkeys(group_of(party, self.release.blocks_by) for party in parties)
        if loose := [name for name in names if name not in network.groups]:
            titles = [_titled(self.words.of_blocks, [name], place > 0) for place, name in enumerate(loose)]
            reason = Claim("release.explained.parties_together", {"groups": titles, "needed": self.threshold})
            at = (network.wave, "network", network.relation, _core.OTHER_GROUPS)
            outcome: Outcome = "together" if network.groups else "left_out"
            yield Explained(*at, outcome, "networks", reason, self._title(_core.OTHER_GROUPS))


def _item(row: TableRow) -> Item:
    return row["wave"], row["instrument"], row["kind"], row["id"]


def _item_of(row: Any) -> Item:
    return row.wave, row.instrument, row.kind, row.id


def _of_total(row: Any, outcome: Outcome, rule: str, reason: Claim) -> Explained:
    return Explained(row.wave, row.kind, row.id, row.group, outcome, rule, reason)


def _titled(words: Wordings, groups: Sequence[str], inside: bool = False) -> LocalizedText:
    """What groups are called, in every language; `inside` one as in a sentence; several are a block."""
    called = [words.group(group, inside or place > 0) for place, group in enumerate(groups)]
    return by_language({lang: "–".join(_said(each, lang) for each in called) for lang in languages()})


def _said(called: Argument, lang: str) -> str:
    return Phrase(called["claim"], called["args"]).get(lang) if "claim" in called else str(called["name"])
