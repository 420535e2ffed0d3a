"""What statements are made with: the facts, the words, and how released figures become arguments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..claims import Argument, Phrase, Statement, claim, figure
from ..facts import Facts, group_key, total_key
from ..wordings import Wordings

__all__ = ["Maker", "band", "count", "share"]


def count(number: int, key: str) -> Argument:
    """A whole number."""
    return figure(key, number)


def band(text: str, key: str) -> Argument:
    """A number of people as a wide group."""
    if text.endswith("+"):
        return figure(key, text, claim("report.band.from", n=text[:-1]))
    low, _, high = text.partition("–")
    return figure(key, text, claim("report.band.between", low=low, high=high) if high else None)


def share(share: Any, key: str) -> Argument:
    """A released share: the bounds between which it lies."""
    low, high = figure(f"{key}/low", share.low), figure(f"{key}/high", share.high)
    if share.low <= 0:
        return claim("report.share.below", high=high)
    return claim("report.share.from", low=low) if share.high >= 1 else claim("report.share.between", low=low, high=high)


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes the statements of one part of the report."""

    part: str
    facts: Facts
    words: Wordings

    def say(self, about: str, id: str, **args: Argument) -> Statement:
        """A statement of this part."""
        return Statement(self.part, about, id, args)

    def repeat(self, about: str, *phrases: Phrase) -> list[Statement]:
        """Claims that the release already holds."""
        return [Statement(self.part, about, phrase.claim, phrase.args) for phrase in phrases]

    def top(self, score: Any, key: str) -> Argument:
        """The share with a high answer."""
        return share(score.top, f"{key}/top")

    def n(self, score: Any, key: str) -> Argument:
        """The number of people behind a score."""
        return band(score.n_band, f"{key}/n")

    def sides(self, low: Any, high: Any) -> dict[str, Argument]:
        """Two groups with their shares."""
        one, other = group_key(low), group_key(high)
        return {
            "low_group": self.words.group(low.group),
            "high_group": self.words.group(high.group),
            "low": self.top(low, one),
            "high": self.top(high, other),
            "low_n": self.n(low, one),
            "high_n": self.n(high, other),
        }

    def then_and_now(self, before: Any, after: Any) -> dict[str, Argument]:
        """Everybody's answers in two waves."""
        one, other = total_key(before), total_key(after)
        return {
            "before": self.top(before, one),
            "before_n": self.n(before, one),
            "after": self.top(after, other),
            "after_n": self.n(after, other),
        }
