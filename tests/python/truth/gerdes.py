"""Whether what is said of strengthening a dimension holds, by the assessments themselves."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
from raw import Raw

Args = Mapping[str, Any]


@dataclass(frozen=True)
class About:
    """What a claim is about: one dimension in one wave, for questions of some complexity."""

    dimension: str
    wave: str
    complexity: str
    wish: int | None = None  # a stage or type of the user's own
    minimum: int = 5
    share: Fraction = Fraction(2, 3)


class Spread:
    """How the assessors of the whole are spread over the stages."""

    def __init__(self, about: About, raw: Raw) -> None:
        self.asked = raw.questions[about.dimension]
        self.share, self.minimum = about.share, about.minimum
        self.stages, self.dont_know = raw.stages(about.dimension, about.wave)
        low, high = self.asked.low, self.asked.high
        by_questions = {"simple": low, "composite": (low + high) // 2, "complex": high}[about.complexity]
        self.wished = by_questions if about.wish is None else about.wish
        self.types = self.asked.ordering == "types"

    @property
    def n(self) -> int:
        return len(self.stages)

    def at_least(self, stage: int) -> int:
        return int((self.stages == stage if self.types else self.stages >= stage).sum())

    def reaches(self, stage: int) -> bool:
        return self.n > 0 and Fraction(self.at_least(stage), self.n) >= self.share

    def is_sure(self, stage: int) -> bool:
        """Whether those who do not know could not turn it round, wherever they were put."""
        everybody = self.n + self.dont_know
        least, most = (Fraction(self.at_least(stage) + more, everybody) for more in (0, self.dont_know))
        return (least >= self.share) == (most >= self.share)

    @property
    def reached(self) -> int:
        return max(stage for stage in range(self.asked.low, self.asked.high + 1) if self.reaches(stage))

    @property
    def known(self) -> bool:
        if self.n < self.minimum or not self.is_sure(self.wished):
            return False
        return not self.reaches(self.wished) or self.is_last or self.is_sure(self.wished + 1)

    @property
    def is_last(self) -> bool:
        """No stage comes after the wished one; after a type none ever does."""
        return self.types or self.wished == self.asked.high

    def is_called(self, title: Any, stage: int) -> bool:
        return all(title.get(lang) == self.asked.labels[stage][lang] for lang in ("nl", "en"))


def _spread(args: Args, about: About, of: Spread) -> bool:
    return (
        of.known
        and Fraction(args["numerator"], args["denominator"]) == about.share
        and args["people"] == "yes"
        and args["highest"] == ("yes" if of.is_last else "no")
        and of.is_called(args["stage"], of.wished)
    )


def _goes_on(of: Spread) -> bool:
    return not of.is_last and of.reaches(of.wished + 1)


def wished(args: Args, about: About, raw: Raw) -> bool:
    """The stage that questions of this complexity ask: the lowest, the middle or the highest."""
    of = Spread(about, raw)
    asked_for = about.complexity if about.wish is None else "own"
    return args["complexity"] == asked_for and of.is_called(args["stage"], of.wished)


def below(args: Args, about: About, raw: Raw) -> bool:
    """Fewer than the stated share are at the wished stage."""
    of = Spread(about, raw)
    return _spread(args, about, of) and not of.reaches(of.wished)


def at(args: Args, about: About, raw: Raw) -> bool:
    """The stated share is at the wished stage, and not at a later one."""
    of = Spread(about, raw)
    return _spread(args, about, of) and of.reaches(of.wished) and not _goes_on(of)


def beyond(args: Args, about: About, raw: Raw) -> bool:
    """The stated share is at a later stage than the wished one."""
    of = Spread(about, raw)
    return _spread(args, about, of) and _goes_on(of)


def step(args: Args, about: About, raw: Raw) -> bool:
    """From the highest stage that the stated share reached to the next, when the wished one is not reached."""
    of = Spread(about, raw)
    return (
        of.known
        and not of.types
        and not of.reaches(of.wished)
        and of.is_called(args["from"], of.reached)
        and of.is_called(args["to"], of.reached + 1)
    )


def kind(args: Args, about: About, raw: Raw) -> bool:
    """Fewer than the stated share name the type that is wished."""
    of = Spread(about, raw)
    return of.known and of.types and not of.reaches(of.wished) and of.is_called(args["to"], of.wished)


def fits(args: Args, about: About, raw: Raw) -> bool:
    """The wished stage is reached, and no later one."""
    of = Spread(about, raw)
    return not args and of.known and of.reaches(of.wished) and not _goes_on(of)


def earlier(args: Args, about: About, raw: Raw) -> bool:
    """An earlier stage than the one reached is what these questions ask."""
    of = Spread(about, raw)
    return of.known and _goes_on(of) and args["complexity"] == about.complexity


def few(args: Args, about: About, raw: Raw) -> bool:
    """Fewer than the minimum named a stage."""
    return Spread(about, raw).n < about.minimum


def depends(args: Args, about: About, raw: Raw) -> bool:
    """Enough named a stage, and those who do not know could turn the outcome round."""
    of = Spread(about, raw)
    return of.n >= of.minimum and not of.known


def inferred(args: Args, about: About, raw: Raw) -> bool:
    """The source does not state the order of the stages."""
    return not args and raw.questions[about.dimension].ordering == "inferred"


def types(args: Args, about: About, raw: Raw) -> bool:
    """The source tells types beside each other."""
    return not args and raw.questions[about.dimension].ordering == "types"


def _counted(predicate: Callable[[Args, About, Raw], bool], **numbers: Callable[[Spread], int]) -> Any:
    def holds(args: Args, about: About, raw: Raw) -> bool:
        of = Spread(about, raw)
        return predicate(args, about, raw) and all(args[name] == number(of) for name, number in numbers.items())

    return holds


def _n(of: Spread) -> int:
    return of.n


def _at_wished(of: Spread) -> int:
    return of.at_least(of.wished)


def _later(of: Spread) -> int:
    return int(np.count_nonzero(of.stages > of.wished))


PREDICATES: dict[str, Callable[[Args, About, Raw], bool]] = {
    "strengthening.wished": wished,
    "strengthening.shared.below": below,
    "strengthening.shared.at": at,
    "strengthening.shared.beyond": beyond,
    "strengthening.shared.few": few,
    "strengthening.shared.depends": depends,
    "strengthening.counted.below": _counted(below, count=_at_wished, n=_n),
    "strengthening.counted.at": _counted(at, count=_at_wished, n=_n),
    "strengthening.counted.beyond": _counted(beyond, count=_later, n=_n),
    "strengthening.counted.few": _counted(few, n=_n, minimum=lambda of: of.minimum),
    "strengthening.counted.depends": _counted(depends, dont_know=lambda of: of.dont_know),
    "strengthening.step": step,
    "strengthening.kind": kind,
    "strengthening.fits": fits,
    "strengthening.earlier": earlier,
    "strengthening.inferred": inferred,
    "strengthening.types": types,
}
