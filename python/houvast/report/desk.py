"""What every part of the report is made with: the facts, the words, the pictures, and how a released score is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from ..release.claims import Statement
from ..release.facts import Facts
from ..release.reference import Reference
from .charts import Charts, Svg
from .rich import Name, Rich, Unshown, joined
from .texts import Texts
from .words import Words

__all__ = ["Desk", "Told", "usual"]


@dataclass(frozen=True, slots=True)
class Told:
    """A released score in words: the share with a high answer, and the number of people when that is not the usual."""

    shown: bool
    share: Rich | Unshown
    n: Rich


class Desk:
    """The tools of a part builder."""

    def __init__(
        self, release: Any, lang: str, parts: tuple[str, ...] = (), reference: Reference | None = None
    ) -> None:
        self.release = release
        self.reference = reference
        self.parts = parts
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

    def usual_people(self, scores: Iterable[Any], key: Callable[[Any], str]) -> tuple[str, Rich]:
        """The number of people behind most of these scores, and the sentence that says so once for all."""
        shown = [score for score in scores if score.shown]
        band = usual(score.n_band for score in shown)
        if not band:
            return "", Rich()
        first = next(score for score in shown if score.n_band == band)
        n = self.texts.band(band, f"{key(first)}/n")
        return band, self.texts.say("report.people_usual", n=n)

    def missing(self, part: str) -> bool:
        """Whether there is nothing to tell in a part."""
        return bool(self.statements("missing", part))

    def wave(self, id: str) -> Name:
        """What a wave is called; a bare number says what it is a number of."""
        return self.words.wave_title(id)

    def relation(self, network: Any) -> Name:
        """What a relation is called."""
        title = self.texts.name(network.title)
        return title if title.text else Name(network.relation)

    @property
    def by(self) -> str:
        """What the groups are groups of, in words."""
        return self.texts.attribute(self.release.by)

    def told(self, score: Any, key: str, usual: str = "") -> Told:
        """A score in words, with its number of people unless that is the usual one; the symbol when it is not shown."""
        if score is None or not score.shown:
            return Told(False, self.texts.unshown, Rich())
        n = Rich() if score.n_band == usual else self.people(score.n_band, f"{key}/n")
        return Told(True, self.texts.brief(score.top, f"{key}/top"), n)

    def people(self, band: str, key: str) -> Rich:
        """A number of people as a wide group."""
        return self.texts.say("report.people", n=self.texts.band(band, key))

    def share_chart(self, score: Any, previous: Any = None) -> Svg | None:
        """A bar of the share with a high answer, and the previous one's; nothing when it may not be shown."""
        if score is None or not score.shown:
            return None
        return self.charts.share(score.top, previous.top if previous is not None and previous.shown else None)


def usual(bands: Iterable[str]) -> str:
    """The number of people that stands behind most outcomes; of as many the first."""
    counted = Counter(bands)
    return max(counted, key=lambda band: counted[band], default="")
