"""Whether what the agenda says of a question holds, by the answers themselves."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.stats
from raw import Raw

ALPHA = 0.05
FEWEST = 3  # fewer answers are not compared
FEWEST_PAIRS = 5  # with fewer pairs everybody is compared, not the same people


@dataclass(frozen=True)
class About:
    """What a claim of the agenda is about: a question, after those that stand above it."""

    question: str
    wave: str
    above: tuple[str, ...] = ()
    own: bool = False  # put there by the user


Args = Mapping[str, Any]


def near(claimed: float, found: float) -> bool:
    """Equal but for the last bits."""
    return bool(np.isclose(claimed, found, rtol=0, atol=1e-9))


def _labels(args: Args, raw: Raw, question: str) -> bool:
    said = args["labels"]
    return all([label.get(lang) for label in said] == _quoted(raw, question, lang) for lang in ("nl", "en"))


def _quoted(raw: Raw, question: str, lang: str) -> list[str]:
    return [f"‘{label}’" for label in raw.top_labels(question, lang)]


def _share(raw: Raw, question: str, wave: str) -> float:
    values = raw.values(question, wave)
    return raw.top(question, values) / len(values)


def lowest(args: Args, about: About, raw: Raw) -> bool:
    """The counts are right, and no question that was still to be placed has a smaller share."""
    values = raw.values(about.question, about.wave)
    top = raw.top(about.question, values)
    rated = {q for q in raw.questions if len(raw.values(q, about.wave)) >= FEWEST} - set(about.above)
    least = min(_share(raw, question, about.wave) for question in rated)
    return (
        args["n"] == len(values)
        and args["top"] == top
        and near(args["share"], top / len(values))
        and near(args["share"], least)
        and _labels(args, raw, about.question)
    )


def surest_bound(x: np.ndarray, y: np.ndarray) -> tuple[float, float]:
    """Cliff's delta, and the bound of its interval that is nearest to 0, or 0 (Feng & Cliff 2004)."""
    dominance = np.sign(x[:, None] - y[None])
    delta = dominance.mean()
    n_x, n_y = len(x), len(y)
    t = scipy.stats.t.ppf(1 - ALPHA / 2, n_x + n_y - 2)
    if abs(delta) == 1:
        smaller = min(n_x, n_y)
        return delta, max((smaller - t**2) / (smaller + t**2), 0)
    spread = ((dominance - delta) ** 2).sum() / ((n_x - 1) * (n_y - 1))
    rows, columns = dominance.mean(axis=1).var(ddof=1), dominance.mean(axis=0).var(ddof=1)
    variance = ((n_y - 1) * rows + (n_x - 1) * columns + spread) / (n_x * n_y)
    half = t * np.sqrt(variance) * np.sqrt((1 - delta**2) ** 2 + t**2 * variance)
    low, high = (delta - delta**3 + np.array([-half, half])) / (1 - delta**2 + t**2 * variance)
    return delta, max(low, -high, 0)


def between(args: Args, about: About, raw: Raw) -> bool:
    """The one group answers more favourably than the other, by so much, and not by chance."""
    sides = {}
    for side in ("higher", "lower"):
        attribute, _, group = args[side].id.partition(":")
        if attribute != "perspective":
            return False
        sides[side] = raw.values(about.question, about.wave, group)
    if min(len(values) for values in sides.values()) < FEWEST:
        return False
    step = raw.questions[about.question].step
    delta, least = surest_bound(step * sides["higher"], step * sides["lower"])
    counts = all(
        args[f"n_{side}"] == len(values) and near(args[f"share_{side}"], raw.top(about.question, values) / len(values))
        for side, values in sides.items()
    )
    return (
        counts
        and least > 0
        and near(args["delta"], delta)
        and near(args["least"], least)
        and _labels(args, raw, about.question)
    )


def unknown(args: Args, about: About, raw: Raw) -> bool:
    """So many of those who were asked and for whom the question is meant say that they do not know."""
    answers = raw.to(about.question, about.wave)
    asked = answers[answers["answer"] != "not_applicable"]
    count = int((asked["answer"] == "dont_know").sum())
    return (
        count > 0 and args["unknown"] == count and args["n"] == len(asked) and near(args["share"], count / len(asked))
    )


def gains(about: About, raw: Raw, start: str) -> np.ndarray:
    """By how many steps those who answered in both waves moved to the favourable side."""
    now, then = (raw.to(about.question, wave).set_index("respondent")["value"] for wave in (about.wave, start))
    return raw.questions[about.question].step * (now - then).dropna().to_numpy()


def changed_in_pairs(args: Args, about: About, raw: Raw) -> bool:
    """So many of the same people moved either way, and that is no chance (Wilcoxon's test)."""
    gain = gains(about, raw, args["from"])
    if len(gain) < FEWEST_PAIRS or not np.any(gain):
        return False
    return (
        args["n"] == len(gain)
        and near(args["better"], np.mean(gain > 0))
        and near(args["worse"], np.mean(gain < 0))
        and scipy.stats.wilcoxon(gain, zero_method="wilcox", method="asymptotic").pvalue < ALPHA
    )


def changed(args: Args, about: About, raw: Raw) -> bool:
    """Everybody's answers moved that way, with too few who answered twice, and that is no chance."""
    if len(gains(about, raw, args["from"])) >= FEWEST_PAIRS:
        return False
    step = raw.questions[about.question].step
    now, then = (step * raw.values(about.question, wave) for wave in (about.wave, args["from"]))
    delta, least = surest_bound(now, then)
    return (
        least > 0
        and args["n"] == len(now)
        and near(args["delta"], abs(delta))
        and args["up"] == ("yes" if delta > 0 else "no")
    )


def divided(args: Args, about: About, raw: Raw) -> bool:
    """The answers agree only so much (Tastle & Wierman 2007)."""
    asked, values = raw.questions[about.question], raw.values(about.question, about.wave)
    distance = np.abs(values - values.mean()) / (asked.high - asked.low)
    return args["n"] == len(values) and near(args["consensus"], 1 + np.log2(1 - distance).mean())


def chosen(args: Args, about: About, raw: Raw) -> bool:
    """The user put the question there."""
    return not args and about.own


def _moved(direction: int) -> Callable[[Args, About, Raw], bool]:
    def holds(args: Args, about: About, raw: Raw) -> bool:
        start = raw.waves[raw.waves.index(about.wave) - 1]
        gain = gains(about, raw, start)
        if len(gain) < FEWEST_PAIRS:
            step = raw.questions[about.question].step
            gain = [surest_bound(*(step * raw.values(about.question, w) for w in (about.wave, start)))[0]]
        return not args and bool(np.sign(np.sign(gain).mean()) == direction)

    return holds


def asks(args: Args, about: About, raw: Raw) -> bool:
    """A question to open with asserts nothing."""
    return not args


PREDICATES: dict[str, Callable[[Args, About, Raw], bool]] = {
    "order.agenda.lowest": lowest,
    "difference.agenda.between": between,
    "agenda.unknown": unknown,
    "change.agenda.paired": changed_in_pairs,
    "change.agenda.unpaired": changed,
    "agenda.divided": divided,
    "agenda.own": chosen,
    "agenda.opening.better": _moved(1),
    "agenda.opening.worse": _moved(-1),
    "agenda.opening.lowest": asks,
    "agenda.opening.between": asks,
    "agenda.opening.unknown": asks,
    "agenda.opening.network": asks,
    "agenda.opening.divided": asks,
    "agenda.opening.own": asks,
}
