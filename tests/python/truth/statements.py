"""Whether what a release says holds: every figure is right, and what is said about figures follows from the answers."""

import json
from collections.abc import Callable, Iterator
from functools import cache, cached_property
from itertools import combinations
from typing import Any

import pandas as pd
import scipy.stats
from agenda import ALPHA, FEWEST, FEWEST_PAIRS, MANY, high_answers
from ecosystem import Ecosystem
from figures import EDGE, Truth, figures
from raw import ROOT

import houvast

GAP = 0.2
OVERWHELMING = 0.1  # of the level: a chance so small, however corrected, cannot have been passed over


@cache
def wordings() -> dict[str, str]:
    """What the printed six elements are called, and what their questions ask → their id."""
    file = json.loads((ROOT / "src" / "instrument" / "catalogue" / "six-elements.json").read_text())
    titles = {each["title"]["nl"]: each["id"] for each in file["elements"]}
    return titles | {each["text"]["nl"]: each["id"] for each in file["questions"]}


class Told:
    """A release with its claims, beside the study that it is made from."""

    def __init__(self, study: houvast.Study, policy: str, **options: Any) -> None:
        self.study, self.options = study, options
        self.release = study.release(policy, **options)
        self.claims = list(self.release.claims())
        document = self.release.document()
        self.threshold = document["threshold"]
        self.truth = Truth(study, document)
        self.raw = self.truth.raw
        self.eco = Ecosystem(study)
        self.found = {finding.check: finding for finding in study.coverage()}

    @cached_property
    def keys(self) -> list[str]:
        """Of every figure in any claim."""
        return [key for claim in self.claims for key, _ in figures(claim.args)]

    # ------------------------------------------------------------------------------------------------ answers

    @cache  # noqa: B019 - a release of a test lives as long as the test
    def high(self, wave: str) -> pd.DataFrame:
        return high_answers(self.raw, wave)

    def of(self, item: str, rows: pd.DataFrame) -> pd.DataFrame:
        """The answers to an element, a question, or (for "") everything."""
        return rows[[q for q in rows if item in ("", q) or q.startswith(f"{item}.")]].dropna(how="all")

    @cached_property
    def perspective(self) -> pd.Series:
        return self.raw.answers.drop_duplicates("respondent").set_index("respondent")["perspective"]

    @cache  # noqa: B019
    def chance_of_difference(self, item: str, wave: str, lower: str, higher: str) -> float:
        """That the one group gives so much more often a high answer: Fisher's exact test, or Welch's over people."""
        rows = self.of(item, self.high(wave))
        group = self.perspective.reindex(rows.index)
        ids = {term["title"]["nl"]: term["id"] for term in self.eco.terms("perspectives")}
        lower, higher = (ids.get(each, each) for each in (lower, higher))
        sides = [(rows - rows.mean())[group == each].mean(axis=1) for each in (lower, higher)]
        if min(map(len, sides)) < FEWEST:
            return 1.0
        if rows.shape[1] > 1:
            return float(scipy.stats.ttest_ind(*sides, alternative="less", equal_var=False).pvalue)
        tops = [rows[group == each].sum().item() for each in (lower, higher)]
        table = [[top, len(side) - top] for top, side in zip(tops, sides, strict=True)]
        return float(scipy.stats.fisher_exact(table, alternative="less").pvalue)

    @cache  # noqa: B019
    def chance_of_change(self, item: str, before: str, after: str, sign: int) -> float:
        """That high answers became so much more (1) or less (-1) frequent: of the same people, or of everybody."""
        then, now = (self.of(item, self.high(wave)) for wave in (before, after))
        both = self.high(before).index.intersection(self.high(after).index)
        way = "greater" if sign > 0 else "less"
        if len(both) >= FEWEST_PAIRS:
            same = then.index.intersection(now.index)
            gain = (now.loc[same] - then.loc[same]).mean(axis=1).dropna()
            return float(scipy.stats.ttest_1samp(gain, 0, alternative=way).pvalue) if gain.any() else 1.0
        whole = (then.mean() + now.mean()) / 2
        people = [(each - whole).mean(axis=1) for each in (now, then)]
        return float(scipy.stats.ttest_ind(*people, alternative=way, equal_var=False).pvalue)

    @cache  # noqa: B019
    def chance_of_order(self, item: str, wave: str, high: bool) -> float:
        """That the same people give so much more (or less) often a high answer here than on average to the others."""
        rows = self.high(wave)
        kind = "question" if "." in item else "element"
        shares = {id: self.of(id, rows).mean(axis=1) for id in {item, *self.items(kind, wave)}}
        gap = (shares.pop(item) - pd.DataFrame(shares).mean(axis=1)).dropna()
        way = "greater" if high else "less"
        return float(scipy.stats.ttest_1samp(gap, 0, alternative=way).pvalue) if len(gap) >= FEWEST_PAIRS else 1.0

    def share(self, item: str, wave: str, group: str | None = None) -> float:
        rows = self.of(item, self.high(wave))
        if group is not None:
            ids = {term["title"]["nl"]: term["id"] for term in self.eco.terms("perspectives")}
            rows = rows[self.perspective.reindex(rows.index) == ids.get(group, group)]
        return float(rows.mean().mean())

    def items(self, kind: str, *waves: str) -> list[str]:
        """Questions, or the elements that may be told as one thing in these waves (by default the last one)."""
        found = self.truth.items(kind)
        return [id for id in found if kind != "element" or not self.truth.is_loose(id, *(waves or [self.last]))]

    def shown_groups(self, item: str) -> list[str]:
        """Of which groups the answers to an element or question are told in the last wave."""
        scores = self.truth.document["groups"]
        here = [each for each in scores if each["shown"] and each["wave"] == self.last and item in ("", each["id"])]
        return sorted({each["group"] for each in here} - {"*"})

    @property
    def last(self) -> str:
        return self.raw.waves[-1]


Predicate = Callable[[Any, Told], bool]


# ---------------------------------------------------------------------------------------------------- figures


def own_figures(claim: Any, told: Told) -> bool:
    """Every figure is right, and is one of what the claim is about."""
    found = list(figures(claim.args))
    about = claim.about if "/" in claim.about else ""
    return bool(found) and all(key.startswith(about) and told.truth.holds(key, value) for key, value in found)


def all_figures(claim: Any, told: Told) -> bool:
    return all(told.truth.holds(key, value) for key, value in figures(claim.args))


def labelled(claim: Any, told: Told) -> bool:
    """And the answers that count as high are called by their names."""
    question = claim.about.split("/")[4]
    words = [each["args"]["text"]["text"]["nl"] for each in claim.args["labels"]["args"]["items"]]
    return own_figures(claim, told) and words == told.raw.top_labels(question, "nl")


def divided(claim: Any, told: Told) -> bool:
    """Of everybody at least one in five stands on either side."""
    _, wave, _, _, question = claim.about.split("/")
    return labelled(claim, told) and MANY <= told.share(question, wave) <= 1 - MANY


def hidden(claim: Any, told: Told) -> bool:
    """Of what is said not to be shown no figure is told."""
    return not any(key.startswith(f"{claim.about}/") for key in told.keys)


def of_one_thing(claim: Any, told: Told) -> bool:
    """Of an element whose questions hang together, as far as can be seen."""
    _, wave, _, _, element = claim.about.split("/")
    return own_figures(claim, told) and not told.truth.is_loose(element, wave)


def loose(claim: Any, told: Told) -> bool:
    """Its questions do not hang together, and of the element nothing is told in that wave."""
    _, wave, _, _, element = claim.about.split("/")
    return all_figures(claim, told) and told.truth.is_loose(element, wave) and hidden(claim, told)


# ---------------------------------------------------------------------------------------------------- tests


def named(argument: Any) -> str:
    """The element or question of which the words stand in a claim, or the perspective."""
    inner = argument["args"]
    return (
        (inner["group"] or inner["title"]["text"]["nl"])
        if "group" in inner
        else wordings()[inner["text"]["text"]["nl"]]
    )


def item_of(claim: Any) -> str:
    """What a claim is about: by its place, its figures or its words."""
    for key in (claim.about, *(key for key, _ in figures(claim.args))):
        if key.split("/")[0] in ("total", "group", "uncertain"):
            return key.removeprefix("uncertain/").split("/")[4]
    said = next((claim.args[gap] for gap in ("element", "question", "item") if gap in claim.args), None)
    return named(said) if said else ""


def is_sure_change(claim: Any, told: Told) -> bool:
    before, after = told.raw.waves[-2:]
    sign = 1 if claim.args["direction"] == "higher" else -1
    paired = len(told.high(before).index.intersection(told.high(after).index)) >= FEWEST_PAIRS
    is_right = claim.args.get("paired", "yes" if paired else "no") == ("yes" if paired else "no")
    return is_right and all_figures(claim, told) and told.chance_of_change(item_of(claim), before, after, sign) < ALPHA


def changed_here(claim: Any, told: Told) -> bool:
    return is_sure_change(claim, told) and labelled(claim, told)


def sides_of(claim: Any) -> tuple[str, str]:
    """The lower and the higher group of a claim."""
    gaps = ("low_group", "high_group") if "low_group" in claim.args else ("lower", "higher")
    low, high = (claim.args[gap] for gap in gaps)
    return (
        "*" if low["claim"] == "report.other_groups" else named(low),
        "*" if high["claim"] == "report.other_groups" else named(high),
    )


def is_sure_difference(claim: Any, told: Told) -> bool:
    groups = sides_of(claim)
    pairs = len(list(combinations(told.shown_groups(""), 2)))
    chance = told.chance_of_difference(item_of(claim), told.last, *groups)
    return all_figures(claim, told) and chance < ALPHA / max(1, pairs)


def differs(claim: Any, told: Told) -> bool:
    """On the question (or its element) two of the groups that may be told of differ by more than chance."""
    question = item_of(claim)
    item = question.split(".")[0] if claim.id.endswith(".element") else question
    groups = told.shown_groups(item)
    pairs = [(a, b) for a in groups for b in groups if a != b]
    return labelled(claim, told) and any(
        told.chance_of_difference(item, told.last, *pair) < 2 * ALPHA / len(pairs) for pair in pairs
    )


def some_differ(claim: Any, told: Told) -> bool:
    ids = ("difference.groups", "difference.elements", "difference.instrument")
    return any(is_sure_difference(each, told) for each in told.claims if each.part == claim.part and each.id in ids)


def lies_lower(claim: Any, told: Told) -> bool:
    low, high = ([told.truth.holds(*each) for each in figures(claim.args[side])] for side in ("low", "high"))
    question, wave = item_of(claim), told.last
    shares = [told.share(question, wave, group) for group in sides_of(claim) if group != "*"]
    return all(low + high) and shares == sorted(shares)


def stands_out(claim: Any, told: Told) -> bool:
    """On average over the same people, and when so said beside each of the others."""
    high, item, wave = claim.args.get("high", "no") == "yes", item_of(claim), told.last
    others = [other for other in told.items("question" if "." in item else "element") if other != item]
    shares = [told.share(other, wave) for other in others]
    own = told.share(item, wave)
    every = own > max(shares) if high else own < min(shares)
    is_so = claim.args["every"] == "no" or every
    return is_so and all_figures(claim, told) and told.chance_of_order(item, wave, high) < ALPHA


def lowest(claim: Any, told: Told) -> bool:
    return stands_out(claim, told) and labelled(claim, told)


def wide_apart(claim: Any, told: Told) -> bool:
    """By figures the groups lie at least so far apart, and nothing is said to be sure."""
    ends = dict(figures(claim.args))
    low = next(value for key, value in ends.items() if "/top/high" in key)
    high = max(value for key, value in ends.items() if "/top/low" in key)
    sure = [each for each in told.claims if each.id == "difference.groups" and item_of(each) == item_of(claim)]
    return all_figures(claim, told) and high - low >= GAP - EDGE and not sure


def some_wide_apart(claim: Any, told: Told) -> bool:
    return all_figures(claim, told) and any(each.id == "uncertain.difference.groups" for each in told.claims)


# ---------------------------------------------------------------------------------------------------- nothing to tell


@cache
def may_be_told(told: Told, item: str, group: str) -> bool:
    """Whether so many people of a group answered high, and so many did not, that nothing about few can follow."""
    if "." not in item:
        return True
    rows = told.of(item, told.high(told.last))
    of_group = rows[told.perspective.reindex(rows.index) == group].iloc[:, 0]
    return bool(told.threshold <= of_group.sum() <= len(of_group) - told.threshold)


def chances_of_differences(told: Told, kinds: tuple[str, ...]) -> Iterator[float]:
    """Of every two groups of which nothing needs to be left out to protect somebody."""
    for item in (each for kind in kinds for each in told.items(kind)):
        groups = [group for group in told.shown_groups(item) if may_be_told(told, item, group)]
        yield from (told.chance_of_difference(item, told.last, a, b) for a in groups for b in groups if a != b)


def no_difference(*kinds: str) -> Predicate:
    """None that may be told is so clear that no correction could have taken it away."""

    def holds(claim: Any, told: Told) -> bool:
        chances = list(chances_of_differences(told, kinds))
        return min(chances, default=1) > OVERWHELMING * ALPHA / (3 * max(1, len(chances)))

    return holds


def tells_of_no_few(told: Told, item: str, wave: str) -> bool:
    """Whether at each question of an element everybody and each group are so far from few that nothing is left out."""
    if "." in item:
        return True
    rows = told.of(item, told.high(wave))
    of_group = rows.groupby(told.perspective.reindex(rows.index))
    return all(
        told.threshold < high < people - told.threshold
        for counts in (of_group.agg(["sum", "count"]), rows.agg(["sum", "count"]).T)
        for high, people in counts.to_numpy().reshape(-1, 2)
    )


def no_change(*kinds: str) -> Predicate:
    def holds(claim: Any, told: Told) -> bool:
        before, after = told.raw.waves[-2:]
        compared = [item for kind in kinds for item in told.items(kind, before, after)]
        items = [item_of(claim)] if claim.about.startswith("total/") else compared
        items = [item for item in items if all(tells_of_no_few(told, item, wave) for wave in (before, after))]
        number = 3 * max(1, len(compared))
        chances = [told.chance_of_change(item, before, after, sign) for item in items for sign in (1, -1)]
        return min(chances, default=1) > OVERWHELMING * ALPHA / number

    return holds


def no_order(_: Any, told: Told) -> bool:
    totals = told.truth.document["totals"]
    shown = [each["id"] for each in totals if each["shown"] and each["kind"] == "element" and each["wave"] == told.last]
    looked_at = [item for item in shown if tells_of_no_few(told, item, told.last)]
    chances = [told.chance_of_order(item, told.last, high) for item in looked_at for high in (True, False)]
    return min(chances, default=1) > OVERWHELMING * ALPHA / (4 * max(1, len(shown)))
