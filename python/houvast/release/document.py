"""A release as a document: every number and every claim that may leave, as plain objects that nobody can change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, TypeAlias

from .._core import Instrument, LocalizedText
from ..results.hidden import HIDDEN, Hidden
from .claims import Phrase, Statement

__all__ = [
    "Advice",
    "AgendaItem",
    "Bin",
    "Block",
    "Bounds",
    "Change",
    "Difference",
    "Finding",
    "Goal",
    "Goals",
    "Network",
    "Order",
    "ReleaseDocument",
    "Reliability",
    "Response",
    "Score",
    "Share",
    "Stage",
    "Strengthening",
    "Supported",
    "Wave",
]


@dataclass(frozen=True, slots=True)
class Bounds:
    """Between which numbers a value lies."""

    low: float
    high: float | None = None


Count: TypeAlias = Annotated[int, Bounds(0)]
Fraction: TypeAlias = Annotated[float, Bounds(0, 1)]


@dataclass(frozen=True, slots=True)
class Share:
    """A share: the step that it lies in, from `low` up to but not including `high` (1 included)."""

    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class Bin:
    """A category of a distribution."""

    value: int
    share: Share


@dataclass(frozen=True, slots=True)
class Wave:
    """One round of asking."""

    id: str
    date: str
    label: LocalizedText


@dataclass(frozen=True, slots=True)
class Response:
    """Who was asked and who answered: everybody, or one group."""

    wave: str
    instrument: str
    is_total: bool
    group: str
    shown: bool
    asked_band: str | Hidden = HIDDEN
    respondents_band: str | Hidden = HIDDEN
    share: Share | Hidden | None = HIDDEN


@dataclass(frozen=True, slots=True)
class Score:
    """What may be told of one group's answers to one question or element."""

    wave: str
    instrument: str
    kind: Literal["element", "question"]
    id: str
    group: str
    shown: bool
    n_band: str | Hidden = HIDDEN
    top: Share | Hidden = HIDDEN
    dont_know: Share | Hidden | None = HIDDEN
    distribution: tuple[Bin, ...] | Hidden = HIDDEN


Kind: TypeAlias = Literal["instrument", "element", "question"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One group gives high answers more often than another."""

    wave: str
    instrument: str
    kind: Kind
    id: str
    higher: str
    lower: str


@dataclass(frozen=True, slots=True)
class Change:
    """High answers became more or less frequent: of the same people, or of everybody then and now."""

    from_wave: str
    wave: str
    instrument: str
    kind: Kind
    id: str
    up: bool
    paired: bool


@dataclass(frozen=True, slots=True)
class Order:
    """High answers are more or less frequent than to the others; `extreme`: than to every one of them."""

    wave: str
    instrument: str
    kind: Kind
    id: str
    high: bool
    extreme: bool


@dataclass(frozen=True, slots=True)
class Supported:
    """What may be said of differences, changes and order: which way, and no number."""

    differences: tuple[Difference, ...]
    changes: tuple[Change, ...]
    orders: tuple[Order, ...]


@dataclass(frozen=True, slots=True)
class Reliability:
    """How well the questions of an element go together."""

    wave: str
    instrument: str
    element: str
    items: Count
    shown: bool
    n_band: str | Hidden = HIDDEN
    alpha: float | Hidden = HIDDEN
    low: float | Hidden = HIDDEN
    high: float | Hidden = HIDDEN
    together: bool | Hidden = HIDDEN


@dataclass(frozen=True, slots=True)
class Stage:
    """How assessors are spread over the stages of one dimension."""

    wave: str
    dimension: str
    shown: bool
    inferred_order: bool
    n_band: str | Hidden = HIDDEN
    distribution: tuple[Bin, ...] | Hidden = HIDDEN
    dont_know: Share | Hidden | None = HIDDEN


@dataclass(frozen=True, slots=True)
class Strengthening:
    """Whether one dimension qualifies for strengthening."""

    wave: str
    dimension: str
    shown: bool
    inferred_order: bool
    wished: int
    wished_title: LocalizedText
    status: Literal["strengthen", "fits", "lower_fits", "unknown"] | Hidden = HIDDEN
    claims: tuple[Phrase, ...] | Hidden = HIDDEN
    to_stage: int | Hidden | None = HIDDEN
    to_title: LocalizedText | Hidden = HIDDEN
    to_description: LocalizedText | Hidden = HIDDEN


@dataclass(frozen=True, slots=True)
class Block:
    """Ties between two groups of parties, or inside one."""

    from_group: str
    to_group: str
    shown: bool
    density: Share | Hidden = HIDDEN


@dataclass(frozen=True, slots=True)
class Network:
    """The numbers of one relation in one wave."""

    wave: str
    relation: str
    title: LocalizedText
    directed: bool
    shown: bool
    groups: tuple[str, ...]
    blocks: tuple[Block, ...]
    parties_band: str | Hidden = HIDDEN
    ties_band: str | Hidden = HIDDEN
    density: Share | Hidden = HIDDEN
    bounds: Share | Hidden = HIDDEN
    parts: Count | Hidden = HIDDEN
    complete: bool | Hidden = HIDDEN
    response: Literal["usable", "with care", "only bounds"] | Hidden = HIDDEN
    asked_band: str | Hidden = HIDDEN
    reported_band: str | Hidden = HIDDEN
    response_share: Share | Hidden | None = HIDDEN


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal or agreement in its own words."""

    kind: Literal["goal", "agreement"]
    title: str
    indicator: str
    owner: LocalizedText
    status: Literal["reached", "on the way", "not yet", "away", "unknown"]
    secured: bool | None
    start: float | None
    latest: float | None
    target: float | None


@dataclass(frozen=True, slots=True)
class Goals:
    """What became of the goals and agreements that serve one element."""

    wave: str
    element: str
    total: Count
    reached: Count
    on_the_way: Count
    not_yet: Count
    away: Count
    unknown: Count
    secured: Count
    without_owner: Count
    without_indicator: Count
    without_target: Count
    goals: tuple[Goal, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of one coverage check."""

    check: str
    wave: str
    relation: str
    questions: tuple[str, ...]
    title: LocalizedText
    status: Literal["ok", "attention", "missing", "unknown", "not_applicable"]
    claims: tuple[Phrase, ...]
    rule: LocalizedText
    needed: LocalizedText


@dataclass(frozen=True, slots=True)
class Advice:
    """Something that a team could do."""

    id: str
    text: LocalizedText
    source_document: str
    source_section: str


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One question to talk about."""

    question: str
    element: str
    reason: Literal["lowest", "between", "unknown", "network", "changed", "divided", "own"]
    total: Score
    lowest_group: Score | None
    highest_group: Score | None
    advice: tuple[Advice, ...]
    opening: Phrase


@dataclass(frozen=True, slots=True, eq=False)
class ReleaseDocument:
    """Everything about a study that may be shown to others under a policy, read from its JSON form.

    It has the attributes of a `Release`, and can be written and drawn in the same ways, on a machine that never had the
    study.
    """

    schema: Literal["houvast-release/1"]
    houvast: str
    study_id: str
    title: LocalizedText
    fictional: bool
    source: str
    asked_known: bool
    policy: str
    threshold: Annotated[int, Bounds(5)]
    ledger: Literal["kept", "none"]
    by: str
    blocks_by: str
    group_titles: dict[str, LocalizedText]
    instruments: tuple[Instrument, ...]
    waves: tuple[Wave, ...]
    responses: tuple[Response, ...]
    totals: tuple[Score, ...]
    groups: tuple[Score, ...]
    supported: Supported
    reliability: tuple[Reliability, ...]
    stages: tuple[Stage, ...]
    complexity: Literal["", "simple", "composite", "complex"]
    strengthening: tuple[Strengthening, ...]
    networks: tuple[Network, ...]
    goals: tuple[Goals, ...]
    findings: tuple[Finding, ...]
    agenda: tuple[AgendaItem, ...]
    statements: tuple[Statement, ...] = field(metadata={"key": "claims"})
    json: Mapping[str, Any] = field(default_factory=dict, repr=False, metadata={"key": ""})

    def __eq__(self, other: object) -> bool:
        """Whether both say the same."""
        return isinstance(other, ReleaseDocument) and self.json == other.json

    def __hash__(self) -> int:
        return hash((self.study_id, self.policy, self.threshold, self.by))

    def document(self) -> dict[str, Any]:
        """The JSON form.

        Returns
        -------
        dict
        """
        return dict(self.json)

    def claims(self) -> list[Statement]:
        """Everything that the report says about the data.

        Returns
        -------
        list of Statement
        """
        return list(self.statements)
