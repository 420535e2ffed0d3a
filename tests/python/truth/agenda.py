"""Whether what the agenda says of a question holds, by the answers themselves."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import scipy.stats
from raw import Raw

ALPHA = 0.05
MANY = 0.2  # from which share the agenda speaks of many
FEWEST = 5  # a smaller group is not compared
FEWEST_PAIRS = 10  # with fewer pairs everybody is compared, not the same people


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


def high_answers(raw: Raw, wave: str) -> pd.DataFrame:
    """Respondent by question: 1 for a high answer, 0 for another, missing without one."""
    answers = raw.answers[(raw.answers["wave"] == wave) & raw.answers["question"].isin(raw.survey.rated)]
    answers = answers[answers["value"].notna()]
    tops = [
        value in raw.questions[question].top
        for question, value in zip(answers["question"], answers["value"], strict=True)
    ]
    return answers.assign(high=np.array(tops, float)).pivot(index="respondent", columns="question", values="high")


def lowest(args: Args, about: About, raw: Raw) -> bool:
    """The counts are right, and the same people give fewer high answers here than to the others, on average or each."""
    values = raw.values(about.question, about.wave)
    top = raw.top(about.question, values)
    high = high_answers(raw, about.wave)
    here, others = high[about.question], high.drop(columns=about.question)
    gap = (here - others.mean(axis=1)).dropna()
    below = scipy.stats.ttest_1samp(gap, 0, alternative="less").pvalue < ALPHA / high.shape[1]
    each = [scipy.stats.ttest_1samp((here - others[q]).dropna(), 0, alternative="less").pvalue for q in others]
    return (
        args["n"] == len(values)
        and args["top"] == top
        and near(args["share"], top / len(values))
        and bool(below)
        and near(args["others"], here[gap.index].mean() - gap.mean())
        and args["every"] == ("yes" if max(each) < ALPHA / 8 else "no")
        and _labels(args, raw, about.question)
    )


def _sides(args: Args) -> dict[str, str] | None:
    """The groups that the claim names, when they are perspectives."""
    sides = {side: args[side].id.partition(":") for side in ("higher", "lower")}
    if any(attribute != "perspective" for attribute, _, _ in sides.values()):
        return None
    return {side: group for side, (_, _, group) in sides.items()}


def pairs_of_groups(raw: Raw, wave: str) -> int:
    """How many pairs of perspectives are large enough to be compared."""
    people = raw.answers[(raw.answers["wave"] == wave) & raw.answers["value"].notna()].groupby("perspective")
    groups = int((people["respondent"].nunique() >= FEWEST).sum())
    return groups * (groups - 1) // 2


def between(args: Args, about: About, raw: Raw) -> bool:
    """The one group gives high answers more often than the other, by so much, and that is no chance (Fisher's test)."""
    groups = _sides(args)
    if groups is None:
        return False
    sides = {side: raw.values(about.question, about.wave, group) for side, group in groups.items()}
    if min(len(values) for values in sides.values()) < FEWEST:
        return False
    tops = {side: raw.top(about.question, values) for side, values in sides.items()}
    table = [[tops[side], len(sides[side]) - tops[side]] for side in ("higher", "lower")]
    counts = all(
        args[f"n_{side}"] == len(values) and near(args[f"share_{side}"], tops[side] / len(values))
        for side, values in sides.items()
    )
    sure = scipy.stats.fisher_exact(table, alternative="greater").pvalue < ALPHA / pairs_of_groups(raw, about.wave)
    return counts and bool(sure) and _labels(args, raw, about.question)


def element(args: Args, about: About, raw: Raw) -> bool:
    """Over the questions of its element the one group gives high answers more often, by so much, and not by chance."""
    groups, high = _sides(args), high_answers(raw, about.wave)
    if groups is None or args["element"].id != about.question.split(".")[0]:
        return False
    high = high[[question for question in high if question.startswith(args["element"].id + ".")]].dropna(how="all")
    perspective = raw.answers.drop_duplicates("respondent").set_index("respondent")["perspective"].reindex(high.index)
    sides = {side: high[perspective == group] for side, group in groups.items()}
    shares = all(
        args[f"n_{side}"] == len(rows) and near(args[f"share_{side}"], rows.mean().mean())
        for side, rows in sides.items()
    )
    if min(len(rows) for rows in sides.values()) < FEWEST:
        return False
    people = [(rows - high.mean()).mean(axis=1) for rows in sides.values()]
    sure = scipy.stats.ttest_ind(*people, alternative="greater").pvalue < ALPHA / pairs_of_groups(raw, about.wave)
    return shares and bool(sure)


def unknown(args: Args, about: About, raw: Raw) -> bool:
    """So many of those for whom the question is meant say that they do not know: one in five or more."""
    answers = raw.to(about.question, about.wave)
    asked = answers[~answers["answer"].isin(["not_applicable", "not_asked"])]
    count = int((asked["answer"] == "dont_know").sum())
    return (
        count >= MANY * len(asked)
        and args["unknown"] == count
        and args["n"] == len(asked)
        and near(args["share"], count / len(asked))
    )


def moved(about: About, raw: Raw, start: str) -> tuple[pd.Series, pd.Series]:
    """Whether those who answered in both waves gave a high answer, then and now."""
    both = [high_answers(raw, wave)[about.question].dropna() for wave in (start, about.wave)]
    then, now = pd.concat(both, axis=1, join="inner").T.to_numpy()
    return pd.Series(then), pd.Series(now)


def panel(about: About, raw: Raw, start: str) -> int:
    """How many people answered anything in both waves."""
    return len(high_answers(raw, start).index.intersection(high_answers(raw, about.wave).index))


def changed_in_pairs(args: Args, about: About, raw: Raw) -> bool:
    """So many of the same people gave a high answer then and now, and that is no chance (McNemar's test)."""
    if panel(about, raw, args["from"]) < FEWEST_PAIRS:
        return False
    then, now = moved(about, raw, args["from"])
    up, down = int((now > then).sum()), int((now < then).sum())
    return (
        args["n"] == len(then)
        and near(args["before"], then.mean())
        and near(args["after"], now.mean())
        and up + down > 0
        and scipy.stats.binomtest(up, up + down).pvalue < ALPHA
    )


def changed(args: Args, about: About, raw: Raw) -> bool:
    """So many gave a high answer then and now, with too few who answered twice, and that is no chance."""
    if panel(about, raw, args["from"]) >= FEWEST_PAIRS:
        return False
    sides = [raw.values(about.question, wave) for wave in (args["from"], about.wave)]
    tops = [raw.top(about.question, values) for values in sides]
    table = [[top, len(values) - top] for top, values in zip(tops, sides, strict=True)]
    return (
        args["n"] == len(sides[1])
        and near(args["before"], tops[0] / len(sides[0]))
        and near(args["after"], tops[1] / len(sides[1]))
        and scipy.stats.fisher_exact(table).pvalue < ALPHA
    )


def divided(args: Args, about: About, raw: Raw) -> bool:
    """The answers agree only so much (Tastle & Wierman 2007), and at least one in five stands on either side."""
    asked, values = raw.questions[about.question], raw.values(about.question, about.wave)
    if not MANY <= raw.top(about.question, values) / len(values) <= 1 - MANY:
        return False
    distance = np.abs(values - values.mean()) / (asked.high - asked.low)
    return args["n"] == len(values) and near(args["consensus"], 1 + np.log2(1 - distance).mean())


def chosen(args: Args, about: About, raw: Raw) -> bool:
    """The user put the question there."""
    return not args and about.own


def _moved(direction: int) -> Callable[[Args, About, Raw], bool]:
    def holds(args: Args, about: About, raw: Raw) -> bool:
        start = raw.waves[raw.waves.index(about.wave) - 1]
        if panel(about, raw, start) >= FEWEST_PAIRS:
            then, now = moved(about, raw, start)
            return not args and bool(np.sign(now.mean() - then.mean()) == direction)
        then, now = (_share(raw, about.question, wave) for wave in (start, about.wave))
        return not args and bool(np.sign(now - then) == direction)

    return holds


def asks(args: Args, about: About, raw: Raw) -> bool:
    """A question to open with asserts nothing."""
    return not args


PREDICATES: dict[str, Callable[[Args, About, Raw], bool]] = {
    "order.agenda.lowest": lowest,
    "difference.agenda.between": between,
    "difference.agenda.element": element,
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
