"""What may be drawn, in one form: the exact results of a study, or what a release lets out and nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, Final, TypeAlias

from .. import _core
from ..errors import DisclosureError, InvalidValueError, Said, UnknownKeyError, choose, problem
from ..release import Releasable, ReleaseDocument, opened
from ..report.texts import Texts
from ..report.words import ScaleWords, Words
from ..results.cells import TableRow
from ..results.hidden import HIDDEN
from ..texts import Claim, by_language
from .style import tidy

__all__ = ["Drawable", "Part", "Row", "Share", "Source", "exact_only", "known_name", "source_of"]

OTHERS: Final = _core.OTHER_GROUPS
Drawable: TypeAlias = _core.Study | Releasable


@dataclass(frozen=True, slots=True)
class Share:
    """A share with its bounds; only the bounds when nothing nearer may be told."""

    value: float | None
    low: float
    high: float

    @property
    def middle(self) -> float:
        """Where a mark stands."""
        return (self.low + self.high) / 2 if self.value is None else self.value


@dataclass(frozen=True, slots=True)
class Part:
    """A value of a scale, and the share that chose it."""

    value: int
    share: Share
    length: float
    """How long it is drawn; all parts together are 1."""


@dataclass(frozen=True, slots=True)
class Row:
    """One group's answers to one question or element in one wave."""

    wave: str
    instrument: str
    kind: str
    id: str
    group: str
    shown: bool
    n: str = ""
    top: Share | None = None
    parts: tuple[Part, ...] = ()
    dont_know: Share | None = None
    not_given: float | None = None
    not_applicable: int = 0
    median: tuple[float, float] | None = None


def known_name(code: str, subject: Said, value: str, known: Iterable[str], none: str) -> str:
    """A name that exists here; raises UnknownKeyError, with `none` as what is expected when there are no names."""
    names = list(known)
    if not names:
        raise problem(UnknownKeyError, code, subject, none, value=value)
    return choose(value, names, subject, code, UnknownKeyError)


def exact_only(thing: object, what: str) -> _core.Study:
    """The study itself; a release does not hold this. Raises DisclosureError HV-404."""
    if isinstance(thing, _core.Study):
        return thing
    if isinstance(thing, _core.Release | ReleaseDocument | dict):
        subject = Claim("problem.subject.not_from_release", {"picture": what})
        raise problem(DisclosureError, "HV-404", subject, "problem.expected.study_to_draw")
    raise _no_source(thing, "problem.expected.study")


def _no_source(thing: object, expected: str) -> InvalidValueError:
    return problem(InvalidValueError, "HV-303", "problem.subject.argument", expected, value=type(thing).__name__)


class Source:
    """Where a picture takes its numbers and words from."""

    def __init__(self, thing: Any, lang: str) -> None:
        self.thing = thing
        self.texts = Texts(lang)
        self.lang = lang
        self.exact = isinstance(thing, _core.Study)
        like: Any = thing
        if self.exact:
            like = SimpleNamespace(
                by="", blocks_by="", instruments=thing.instruments, group_titles={}, waves=thing.waves
            )
        self.words = Words(like, self.texts)
        self.instruments: dict[str, Any] = {instrument.id: instrument for instrument in thing.instruments}
        self.waves: list[str] = [wave.id for wave in thing.waves]

    # ------------------------------------------------------------------------------------------------ words

    @property
    def title(self) -> str:
        """What the study is called."""
        return self.texts.pick(self.thing.title) or (self.thing.id if self.exact else self.thing.study_id)

    def written(self, texts: Mapping[str, str]) -> str:
        """A text of the study's own header."""
        return self.texts.pick(by_language(texts))

    def wave_title(self, wave: str) -> str:
        """What a wave is called."""
        found = next(item for item in self.thing.waves if item.id == wave)
        return self.texts.pick(found.label) or wave

    def group_title(self, by: str, group: str) -> str:
        """What a group is called; everybody when nothing is split."""
        if by == "":
            return self.texts("plot.everyone")
        if self.exact and group != "":
            title = self.thing.term_title(by, group, self.lang)
            if title == group and by in ("party", "organisation"):
                return next((party.name for party in self.thing.parties if party.id == group), group)
            # A perspective that is called after one person, and that many have.
            one = by == "perspective" and self.thing.term_title(by, group, "nl").lower() == group
            return str(self.texts("report.group.many", group=group, title=title) if one else title)
        if group == "":
            return self.texts("report.no_group", attribute=self.texts.attribute(by))
        return self.words.group_title(group).text

    def item_title(self, row: Row) -> str:
        """A question with its id, and what a high answer to it is when it is reversed; or an element."""
        if row.kind == "element":
            return f"{row.id}  {self.words.element_title(row.instrument, row.id).text}"
        title = f"{row.id}  {self.words.question_text(row.instrument, row.id).text}"
        scale = self.words.scale(row.instrument, row.id)
        if scale is None or not scale.reversed:
            return title
        high = str(self.words.labels(scale, scale.top))
        return f"{title} ({self.texts('plot.reversed', labels=high)})"

    def scale_of(self, row: Row) -> ScaleWords | None:
        """The scale that a row was answered on."""
        look = self.words.element_scale if row.kind == "element" else self.words.scale
        return look(row.instrument, row.id)

    def footer(self) -> tuple[str, ...]:
        """For whom the picture is, and what it is about."""
        about = f"{self.title} · houvast {_core.__version__}"
        if self.thing.fictional:
            about += f" · {self.texts('plot.fictional')}"
        if self.exact:
            return (self.texts("plot.internal"), about)
        policy = self.texts("plot.released", policy=self.thing.policy, threshold=self.thing.threshold)
        return (policy, about)

    # ------------------------------------------------------------------------------------------------ choices

    def wave(self, wave: str | None, known: Collection[str] | None = None) -> str:
        """The wave asked for; the last one when none is. Raises UnknownKeyError HV-505."""
        waves = [id for id in self.waves if known is None or id in known]
        if wave is None:
            return (waves or self.waves)[-1]
        if isinstance(wave, str):
            return choose(wave, self.waves, "problem.subject.wave", "HV-505", UnknownKeyError)
        expected = Claim("problem.expected.wave_as_text", {"waves": [*map(repr, self.waves)]})
        raise problem(UnknownKeyError, "HV-505", "problem.subject.wave", expected, value=str(wave))

    def check_by(self, by: str) -> str:
        """The attribute to split by. Raises UnknownKeyError HV-506."""
        if not self.exact and by not in ("", self.thing.by):
            expected = Claim("problem.expected.split_of_release", {"by": self.thing.by})
            raise problem(UnknownKeyError, "HV-506", "problem.subject.attribute", expected, value=by)
        return by

    def group_order(self, by: str) -> list[str]:
        """The values of an attribute, in the order of the parties' own list; those without a value last."""
        if not by:
            return [""]
        return list(dict.fromkeys(row.group for row in self.rows(by)))

    # ------------------------------------------------------------------------------------------------ rows

    def rows(self, by: str = "", wave: str | None = None) -> list[Row]:
        """Every score, in the order of the questionnaire and of the groups; all waves when `wave` is None."""
        self.check_by(by)
        if wave is not None:
            self.wave(wave)
        if self.exact:
            scales: dict[tuple[str, str], list[int]] = {}
            return [self._exact(row, scales) for row in self.thing.scores(by=by, wave=wave).to_dicts()]
        scores = self.thing.groups if by else self.thing.totals
        return [self._released(score) for score in scores if wave is None or score.wave == wave]

    def _values(self, row: TableRow, scales: dict[tuple[str, str], list[int]]) -> list[int]:
        key = (row["instrument"], row["id"])
        if key not in scales:
            words = self.words.scale(*key)
            scales[key] = sorted(words.labels) if words else []
        return scales[key]

    def _exact(self, row: TableRow, scales: dict[tuple[str, str], list[int]]) -> Row:
        n = row["scored"] if row["kind"] == "element" else row["answered"]
        top = parts = median = dont_know = not_given = None
        if n and row["high_share"] is not None:
            bounds = (row["high_low"], row["high_high"])
            top = Share(row["high_share"], *(bounds if None not in bounds else (0.0, 1.0)))
        if n and row["median_low"] is not None:
            median = (row["median_low"], row["median_high"])
        if n and row["kind"] == "question":
            counts = [row.get(f"count_{i}") for i in range(1, len(self._values(row, scales)) + 1)]
            values = self._values(row, scales)
            parts = exact_parts({v: c / n for v, c in zip(values, counts, strict=True) if c})
        asked = row["answered"] + row["dont_know"] + row["refused"] + row["skipped"]
        if asked and row["kind"] == "question":
            dont_know = Share(row["dont_know_share"], row["dont_know_share"], row["dont_know_share"])
            not_given = (row["refused"] + row["skipped"]) / asked
        return Row(
            row["wave"], row["instrument"], row["kind"], row["id"], row["group"], True, str(n), top, parts or (),
            dont_know, not_given, row["not_applicable"], median,
        )  # fmt: skip

    def _released(self, score: Any) -> Row:
        base = (score.wave, score.instrument, score.kind, score.id, score.group)
        if not score.shown:
            return Row(*base, False)
        parts = released_parts(score.distribution)
        return Row(*base, True, score.n_band, _share(score.top), parts, _share(score.dont_know))


def _share(share: Any) -> Share | None:
    return None if share is None or share is HIDDEN else Share(None, share.low, share.high)


def exact_parts(shares: dict[int, float]) -> tuple[Part, ...]:
    """The parts of a study's distribution."""
    return tuple(Part(value, Share(share, share, share), share) for value, share in shares.items())


def released_parts(distribution: Any) -> tuple[Part, ...]:
    """The parts of a released distribution: each is drawn as long as the middle of its step."""
    shares = {part.value: Share(None, part.share.low, part.share.high) for part in distribution or ()}
    whole = sum(share.middle for share in shares.values())
    return tuple(Part(value, share, share.middle / whole) for value, share in shares.items())


def source_of(thing: Any, lang: str) -> Source:
    """Raises InvalidValueError HV-303 for anything but a Study, a Release or its document.

    UnknownKeyError HV-503 for a language that does not exist.
    """
    if isinstance(thing, _core.Release | dict):
        thing = opened(thing)
    if not isinstance(thing, _core.Study | ReleaseDocument):
        raise _no_source(thing, "problem.expected.study_or_release")
    return Source(thing, lang)


def percent(share: float) -> str:
    """A share as a whole percentage."""
    return f"{round(share * 100)}%"


def told(share: Share | None) -> str:
    """A share in few words: a percentage, or the bounds between which it lies."""
    if share is None:
        return "–"
    return percent(share.value) if share.value is not None else f"{round(share.low * 100)}–{percent(share.high)}"


def named(text: str, longest: int = 60) -> str:
    """A name that stands in a sentence of an alternative text."""
    return tidy(text)[:longest]
