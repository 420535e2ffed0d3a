"""What a document tells lies where the rules put it: people in bands, shares in steps that hold enough of them.

A document comes from a file, which anybody can have changed; so whoever reads one finds nothing finer in it than a
release tells (docs/method/release.md).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any, Final, TypeAlias

from .. import _core
from ..errors import Said
from ..results.hidden import HIDDEN
from ..texts import Claim
from .document import ReleaseDocument, Share

__all__ = ["Misplaced", "misplaced"]

Misplaced: TypeAlias = tuple[str, object, Said]
"""Where something stands, what it is, and what would be right."""

_STEPS: Final = (2, 4, 10, 20)
_FINEST: Final = 20
_PAIRS: Final = (*_STEPS, 100)
_EDGES: Final = (0, 1, 2, 4, 10, 20, 40)  # of bands, times the threshold
_POLICIES: Final = ("team", "external")
_SPLITS: Final = ("perspective", "domain", "sector", "level")
_NEVER: Final = ("id", "name", "party", "organisation")
_TINY: Final = 1e-9


def misplaced(document: ReleaseDocument) -> Iterator[Misplaced]:
    """Whatever a release under the policy of the document could not have told so."""
    if document.policy in _POLICIES:
        least = _core.Policy.named(document.policy).threshold
        if document.threshold < least:
            yield "/threshold", document.threshold, Claim("problem.expected.no_less", {"low": least})
    for name in ("by", "blocks_by"):
        if getattr(document, name) in _NEVER:
            yield (
                f"/{name}",
                getattr(document, name),
                Claim("problem.expected.may_split", {"choices": ", ".join(_SPLITS)}),
            )
    rows = _Rows(document.threshold)
    yield from rows.scores(document)
    for i, response in enumerate(document.responses):
        yield from rows.response(response, f"/responses/{i}")
    for i, stage in enumerate(document.stages):
        yield from rows.people(stage, f"/stages/{i}")
    for i, reliability in enumerate(document.reliability):
        yield from rows.reliability(reliability, f"/reliability/{i}")
    for i, network in enumerate(document.networks):
        yield from rows.network(network, f"/networks/{i}")


class _Rows:
    """What may stand in a row, with this threshold."""

    def __init__(self, threshold: int) -> None:
        edges = [edge * threshold for edge in _EDGES]
        ends = [f"–{after - 1}" for after in edges[1:]] + ["+"]
        self.bands = [f"{edge}{end}" for edge, end in zip(edges, ends, strict=True)]
        self.steps = dict(zip(self.bands, (0, 2, 2, 4, 10, _FINEST, _FINEST), strict=True))

    def scores(self, document: ReleaseDocument) -> Iterator[Misplaced]:
        """Everywhere that answers to a question or element are told."""
        for name in ("totals", "groups"):
            for i, row in enumerate(getattr(document, name)):
                yield from self.score(row, f"/{name}/{i}")
        for i, item in enumerate(document.agenda):
            for name in ("total", "lowest_group", "highest_group"):
                if (row := getattr(item, name)) is not None:
                    yield from self.score(row, f"/agenda/{i}/{name}")

    def score(self, row: Any, at: str) -> Iterator[Misplaced]:
        """Answers to a question; to an element, what follows from its questions."""
        if row.kind == "question":
            yield from self.people(row, at)
        elif row.shown:
            yield from self.band(row.n_band, f"{at}/n_band", self.bands[1:])
            yield from _between(row.top, f"{at}/top", _FINEST, least=1)

    def people(self, row: Any, at: str) -> Iterator[Misplaced]:
        """Shares of people of a question or dimension, in the steps that so many people allow."""
        if not row.shown:
            return
        yield from self.band(row.n_band, f"{at}/n_band", self.bands[1:])
        finest = self.steps.get(row.n_band, 0)
        for name in ("top", "dont_know"):
            yield from _step(getattr(row, name, None), f"{at}/{name}", finest)
        for j, part in enumerate(row.distribution):
            yield from _step(part.share, f"{at}/distribution/{j}/share", finest)

    def response(self, row: Any, at: str) -> Iterator[Misplaced]:
        """Who was asked and who answered."""
        if row.shown:
            for name in ("asked_band", "respondents_band"):
                yield from self.band(getattr(row, name), f"{at}/{name}", ["", *self.bands[1:]])
            yield from _step(row.share, f"{at}/share", self.steps.get(row.asked_band, 0))

    def reliability(self, row: Any, at: str) -> Iterator[Misplaced]:
        """Alpha and its interval, with one decimal."""
        if row.shown:
            yield from self.band(row.n_band, f"{at}/n_band", self.bands[1:])
            for name in ("alpha", "low", "high"):
                if not _is_whole(getattr(row, name) * 10):
                    yield f"{at}/{name}", getattr(row, name), "problem.expected.one_decimal"

    def network(self, row: Any, at: str) -> Iterator[Misplaced]:
        """A network and its blocks."""
        for j, block in enumerate(row.blocks):
            yield from _step(block.density, f"{at}/blocks/{j}/density", _FINEST)
        if row.shown:
            for name in ("parties_band", "ties_band", "asked_band", "reported_band"):
                allowed = ["", *self.bands] if name in ("asked_band", "reported_band") else self.bands
                yield from self.band(getattr(row, name), f"{at}/{name}", allowed)
            yield from _step(row.density, f"{at}/density", _PAIRS[-1])
            yield from _between(row.bounds, f"{at}/bounds", _PAIRS[-1], least=0)
            yield from _step(row.response_share, f"{at}/response_share", self.steps.get(row.asked_band, 0))

    def band(self, found: str, at: str, allowed: list[str]) -> Iterator[Misplaced]:
        """A number of people, parties or ties."""
        if found not in allowed:
            yield at, found, Claim("problem.expected.one_of", {"choices": ", ".join(filter(None, allowed))})


def _is_whole(number: float) -> bool:
    return math.isfinite(number) and abs(number - round(number)) < _TINY


def _step(share: Any, at: str, finest: int) -> Iterator[Misplaced]:
    """A share in one of the steps; `finest` is how many of them there may be."""
    if not isinstance(share, Share):
        return
    allowed = [steps for steps in _PAIRS if steps <= finest]
    if not any(_is_whole(share.low * s) and abs((share.high - share.low) * s - 1) < _TINY for s in allowed):
        yield at, f"{share.low:g}–{share.high:g}", Claim("problem.expected.step_of_release", {"steps": finest})


def _between(share: Any, at: str, steps: int, least: int) -> Iterator[Misplaced]:
    """A share between two edges of steps, at least so many of them apart."""
    if share is HIDDEN:
        return
    low, high = share.low * steps, share.high * steps
    if not (_is_whole(low) and _is_whole(high) and high - low > least - _TINY):
        yield at, f"{share.low:g}–{share.high:g}", Claim("problem.expected.step_of_release", {"steps": steps})
