"""What every part of the report is made with: the facts, the words, the pictures, and how a released score is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..release.claims import Statement
from ..release.facts import Facts
from .charts import Charts, Svg
from .rich import Name, Rich, Unshown, joined
from .texts import Texts
from .words import Words

__all__ = ["Desk", "Told"]


@dataclass(frozen=True, slots=True)
class Told:
    """A released score in words: the share with a high answer and the number of people."""

    shown: bool
    share: Rich | Unshown
    brief: Rich | Unshown
    n: Rich | Unshown


class Desk:
    """The tools of a part builder."""

    def __init__(self, release: Any, lang: str) -> None:
        self.release = release
        self.texts = Texts(lang)
        self.facts = Facts(release)
        self.words = Words(release, self.texts)
        self.charts = Charts()
        self._statements: dict[tuple[str, str], list[Statement]] = {}
        for statement in release.claims():
            self._statements.setdefault((statement.part, statement.about), []).append(statement)

    def statements(self, part: str, about: str = "") -> list[Statement]:
        """The claims of a part of the report, about one thing."""
        return self._statements.get((part, about), [])

    def sentences(self, part: str, about: str = "") -> list[Rich]:
        """The same as sentences."""
        return [self.texts.rich(statement) for statement in self.statements(part, about)]

    def sentence(self, part: str, about: str = "") -> Rich:
        """The same as one run of text."""
        return joined(self.sentences(part, about))

    def missing(self, part: str) -> bool:
        """Whether there is nothing to tell in a part."""
        return bool(self.statements("missing", part))

    def wave(self, id: str) -> Name:
        """What a wave is called; a bare number says what it is a number of."""
        return self.words.wave_title(id)

    @property
    def by(self) -> str:
        """What the groups are groups of, in words."""
        return self.texts.attribute(self.release.by)

    def told(self, score: Any, key: str) -> Told:
        """A score in words; only the symbol when it may not be shown."""
        if score is None or not score.shown:
            unshown = self.texts.unshown
            return Told(False, unshown, unshown, unshown)
        n = Rich([self.texts.band(score.n_band, f"{key}/n")])
        share, brief = self.texts.share(score.top, f"{key}/top"), self.texts.brief(score.top, f"{key}/top")
        return Told(True, share, brief, n)

    def share_chart(
        self, score: Any, told: Told, item: str, previous: Any = None, before: Told | None = None
    ) -> Svg | None:
        """A bar of the share with a high answer; nothing when it may not be shown."""
        if not told.shown:
            return None
        title = self.texts.say("report.bar_title", item=item, wave=str(self.wave(score.wave)), share=str(told.share))
        lines = [self.texts.say("report.bar_n", n=str(told.n))]
        if previous is not None and before is not None and before.shown:
            lines.append(self.texts.say("report.bar_previous", wave=self.wave(previous.wave), share=str(before.share)))
            earlier = previous.top
        else:
            earlier = None
        return self.charts.share(score.top, str(title), " ".join(str(line) for line in lines), earlier)
