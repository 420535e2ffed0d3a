"""What every part of the report is made with: the facts, the words, the pictures, and how a released score is told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from .charts import Charts, Svg
from .facts import Facts
from .rich import Name, Rich, Unshown
from .texts import Texts
from .words import ScaleWords, Words

__all__ = ["Desk", "Told", "group_key", "total_key"]


def total_key(score: Any) -> str:
    """Which figures belong to everybody's answers to an item."""
    return f"total/{score.wave}/{score.instrument}/{score.kind}/{score.id}"


def group_key(score: Any) -> str:
    """Which figures belong to one group's answers to an item."""
    return f"group/{score.wave}/{score.instrument}/{score.kind}/{score.id}/{score.group}"


@dataclass(frozen=True, slots=True)
class Told:
    """A released score in words: the share with a high answer, its margin, the number of people."""

    shown: bool
    share: Rich | Unshown
    brief: Rich | Unshown
    n: Rich | Unshown
    low: Rich
    high: Rich

    @property
    def margin(self) -> bool:
        """Whether a margin goes with the share."""
        return bool(self.low)


class Desk:
    """The tools of a part builder."""

    def __init__(self, release: Any, lang: str) -> None:
        self.release = release
        self.texts = Texts(lang)
        self.facts = Facts(release)
        self.words = Words(release, self.texts)
        self.charts = Charts()
        self._waves = {wave.id: wave for wave in release.waves}

    def wave(self, id: str) -> Name:
        """What a wave is called; a bare number says what it is a number of."""
        name = self.texts.name(self._waves[id].label)
        name = name if name.text else Name(id)
        return Name(f"{self.texts('round')} {name.text}") if re.fullmatch(r"\d{1,2}", name.text) else name

    @property
    def by(self) -> str:
        """What the groups are groups of, in words."""
        return self.texts.attribute(self.release.by)

    def told(self, score: Any, key: str) -> Told:
        """A score in words; only the symbol when it may not be shown."""
        if score is None or not score.shown:
            unshown = self.texts.unshown
            return Told(False, unshown, unshown, unshown, Rich(), Rich())
        top, low, high = score.top, Rich(), Rich()
        if top.value is not None and (top.low > 0 or top.high < 1):
            low = Rich([self.texts.percent(top.low, f"{key}/top/low")])
            high = Rich([self.texts.percent(top.high, f"{key}/top/high")])
        n = Rich([self.texts.band(score.n_band, f"{key}/n")])
        share, brief = self.texts.share(top, f"{key}/top"), self.texts.brief(top, f"{key}/top")
        return Told(True, share, brief, n, low, high)

    def share_chart(
        self, score: Any, told: Told, item: str, previous: Any = None, before: Told | None = None
    ) -> Svg | None:
        """A bar of the share with a high answer; nothing when it may not be shown."""
        if not told.shown:
            return None
        title = self.texts.say("bar_title", item=item, wave=str(self.wave(score.wave)), share=str(told.share))
        lines = [self.texts.say("bar_margin", low=told.low, high=told.high)] if told.margin else []
        lines.append(self.texts.say("bar_n", n=str(told.n)))
        if previous is not None and before is not None and before.shown:
            lines.append(self.texts.say("bar_previous", wave=self.wave(previous.wave), share=str(before.share)))
            earlier = previous.top
        else:
            earlier = None
        return self.charts.share(score.top, str(title), " ".join(str(line) for line in lines), earlier)

    def direction(self, before: Any, after: Any) -> str:
        """How a released score compares with an earlier one: a key of the words."""
        if not (before.shown and after.shown) or before.top.value is None or after.top.value is None:
            return "cannot_tell"
        if after.top.low > before.top.high:
            return "higher"
        return "lower" if after.top.high < before.top.low else "about_equal"

    def top_labels(self, scale: ScaleWords | None) -> Rich:
        """The labels that count as a high answer."""
        return self.words.labels(scale, scale.top) if scale else Rich()
