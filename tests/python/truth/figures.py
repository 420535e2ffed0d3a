"""What a figure of a report may be, by its key: worked out from the study's own tables."""

from collections.abc import Iterator
from functools import cache, cached_property
from itertools import combinations
from math import ceil, comb
from typing import Any

import networkx as nx
import pandas as pd
import scipy.stats
from ecosystem import Ecosystem
from raw import frames_of, raw_of

import houvast

EDGE = 1e-9
DECIMAL = 0.1  # in which alpha is told
HUNDREDTH = 0.01  # in which bounds of a density are told
FEWEST_TOGETHER = 30
STEPS = ((200, 0.05), (100, 0.1), (40, 0.25), (0, 0.5))  # from so many pairs, at the highest threshold of the policies


def figures(found: Any) -> Iterator[tuple[str, Any]]:
    """Every figure in the arguments of a claim, with its key."""
    if isinstance(found, dict):
        if "figure" in found:
            yield found["figure"], found["value"]
        else:
            yield from (each for part in found.values() for each in figures(part))
    elif isinstance(found, list | tuple):
        yield from (each for part in found for each in figures(part))


def in_band(band: str, n: int) -> bool:
    """Whether a number of people lies in "20–49" or "200+"."""
    low, _, high = band.rstrip("+").partition("–")
    return int(low) <= n and (not high or n <= int(high))


class Truth:
    """The figures of a study's releases, from its tables."""

    def __init__(self, study: houvast.Study, document: dict[str, Any]) -> None:
        self.study, self.document = study, document
        groups: dict[tuple[str, ...], list[str]] = {}
        for score in document["groups"]:
            at = tuple(score[part] for part in ("wave", "instrument", "kind", "id"))
            groups.setdefault(at, []).append(score["group"])
        self.raw = raw_of(study)
        self.groups = groups  # by (wave, instrument, kind, id): those that are told of
        self.statuses = [finding["status"] for finding in document["findings"]]  # that each holds is another test
        self.elements = self.raw.survey.elements

    @cached_property
    def frames(self) -> dict[str, pd.DataFrame]:
        return frames_of(self.study)

    def holds(self, key: str, value: Any) -> bool:
        """Whether a figure is right. @raises KeyError for a figure that nothing is known of."""
        kind, *at = key.split("/")
        return getattr(self, f"_{kind.replace('-', '_')}", self._unknown)(value, *at)

    def _unknown(self, _value: Any, *at: str) -> bool:
        raise KeyError(at)

    # -------------------------------------------------------------------------------------------- answers

    def _answers(self, wave: str, question: str, group: str | None, at: tuple[str, ...]) -> pd.DataFrame:
        answers = self.raw.to(question, wave)
        if group is None:
            return answers
        if group == "*":
            return answers[~answers["perspective"].isin(self.groups[at])]
        return answers[answers["perspective"] == group]

    def _share(self, answers: pd.DataFrame, question: str, what: str) -> float:
        values = answers["value"].dropna().to_numpy()
        if what == "top":
            return self.raw.top(question, values) / len(values)
        unknown, left_out = answers["answer"] == "dont_know", answers["answer"].isin(["refused", "skipped"])
        return int(unknown.sum()) / (len(values) + int(unknown.sum()) + int(left_out.sum()))

    def _score(self, value: Any, at: tuple[str, ...], group: str | None, what: str, end: str = "") -> bool:
        wave, _, kind, id = at
        questions = self.elements[id] if kind == "element" else [id]
        answers = {question: self._answers(wave, question, group, at) for question in questions}
        if what == "n":
            return in_band(value, min(len(each["value"].dropna()) for each in answers.values()))
        share = sum(self._share(each, question, what) for question, each in answers.items()) / len(questions)
        return is_edge(value, share, end, closed=kind == "element")

    def items(self, kind: str) -> list[str]:
        """Elements or questions."""
        return [*self.elements] if kind == "element" else [*self.raw.survey.rated]

    def share(self, wave: str, kind: str, id: str) -> float:
        """Of high answers by everybody, every question counting the same."""
        questions = self.elements[id] if kind == "element" else [id]
        return sum(self._share(self.raw.to(q, wave), q, "top") for q in questions) / len(questions)

    def _total(self, value: Any, *at: str) -> bool:
        return self._score(value, at[:4], None, *at[4:])

    def _group(self, value: Any, *at: str) -> bool:
        return self._score(value, at[:4], at[4], *at[5:])

    @cache  # noqa: B019 - the figures of a test live as long as the test
    def alpha(self, element: str, wave: str) -> tuple[int, float, float]:
        """People who answered any of its questions; Cronbach's alpha over pairs of questions; the low end of Feldt's
        interval.
        """
        rows = self.raw.answers[
            (self.raw.answers["wave"] == wave) & self.raw.answers["question"].isin(self.elements[element])
        ]
        wide = rows.pivot(index="respondent", columns="question", values="value").dropna(how="all")
        n, k, shared = len(wide), wide.shape[1], wide.cov().to_numpy()
        if n < 2:
            return n, float("nan"), float("nan")
        alpha = k / (k - 1) * (1 - shared.trace() / shared.sum())
        return n, alpha, 1 - (1 - alpha) * scipy.stats.f.ppf(0.975, n - 1, (n - 1) * (k - 1))

    def is_loose(self, element: str, *waves: str) -> bool:
        """Whether in one of the waves enough people answered to see that its questions do not hang together."""
        found = [self.alpha(element, wave) for wave in waves]
        return any(n >= FEWEST_TOGETHER and (alpha < 0.5 - DECIMAL / 2 or low < DECIMAL) for n, alpha, low in found)

    def _reliability(self, value: float, wave: str, _: str, element: str, what: str) -> bool:
        assert what == "alpha"
        return abs(value - self.alpha(element, wave)[1]) <= DECIMAL / 2 + EDGE

    def _response(self, value: Any, wave: str, instrument: str, what: str, end: str = "") -> bool:
        assert instrument == self.raw.survey.id
        parties = self.frames["parties"]
        asked = int(parties.loc[parties["waves"].isna() | parties["waves"].str.contains(wave, na=False), "asked"].sum())
        answers = self.raw.answers[
            (self.raw.answers["wave"] == wave) & self.raw.answers["question"].isin(self.raw.survey.all)
        ]
        answered = answers["respondent"].nunique()
        if what == "share":
            return is_edge(value, answered / asked, end)
        return in_band(value, {"asked": asked, "answered": answered}[what])

    def _stage(self, value: Any, wave: str, dimension: str, what: str, *end: str) -> bool:
        stages, unknown = self.raw.stages(dimension, wave)
        if what == "n":
            return in_band(value, len(stages))
        if what == "dont_know":
            return is_edge(value, unknown / (len(stages) + unknown), end[0])
        stage = int(end[0]) if what == "bin" else int(what)
        return is_edge(value, (stages == stage).mean(), end[-1])

    # -------------------------------------------------------------------------------------------- ties and goals

    @cache  # noqa: B019
    def _ecosystem(self, wave: str, relation: str) -> Ecosystem:
        return Ecosystem(self.study, wave, relation)

    def _network(self, value: Any, wave: str, relation: str, what: str, *end: str) -> bool:
        of = self._ecosystem(wave, relation)
        graph = nx.Graph(of.graph)
        parts = [part for part in nx.connected_components(graph) if len(part) > 1]
        told = len(of.reporters)
        if what == "parts":
            return value == len(parts)
        asked = sum(1 for party in of.parties.values() if (party["asked"] or 0) > 0)
        counted = {
            "parties_band": len(of.parties),
            "reported_band": told,
            "ties_band": of.graph.number_of_edges(),
            "asked_band": asked,
        }
        if what in counted:
            return in_band(value, counted[what])
        if what == "response_share":
            return is_edge(value, told / asked, end[0])
        networks = self.document["networks"]
        row = next(each for each in networks if (each["wave"], each["relation"]) == (wave, relation))
        return self._density(of, value, what, end[0], row)

    def _density(self, of: Ecosystem, value: float, what: str, end: str, row: dict[str, Any]) -> bool:
        """A density in its step; and bounds as wide as the response leaves them that is told, in hundredths."""
        pairs = list(combinations(of.parties, 2))
        ties, seen, all_dyads = of.ties(pairs), of.seen(pairs), len(of.dyads(pairs))
        hides = bool(row["asked_band"]) and not row["complete"]
        known = min(seen, self._least_known(of, row)) if hides else seen
        if what == "density":
            widest = next(width for least, width in STEPS if known >= least)
            return is_edge(value, ties / seen, end) and abs(value - ties / seen) <= widest + EDGE
        exact = ties / all_dyads if end == "low" else (ties + all_dyads - seen) / all_dyads
        part, step = known / all_dyads, row["density"]
        told = step["low"] * part if end == "low" else 1 - (1 - step["high"]) * part
        if not hides:
            told = exact
        room = next(width for least, width in STEPS if known >= least) if not hides else HUNDREDTH
        outward = (exact, told) if end == "low" else (-exact, -told)
        return min(outward) - room - EDGE <= (value if end == "low" else -value) <= min(outward) + EDGE

    def _least_known(self, of: Ecosystem, row: dict[str, Any]) -> int:
        """Of how many dyads it is known at least whether they have a tie, by the response that is told."""
        parties, asked = len(of.parties), sum(1 for party in of.parties.values() if (party["asked"] or 0) > 0)
        share = row["response_share"]
        least = max(self.document["threshold"] + 1, ceil(asked * share["low"] - EDGE) if share else 0)
        return least * (parties - 1) if of.directed else comb(parties, 2) - comb(parties - least, 2)

    def _goals_sum(self, value: int, wave: str, what: str) -> bool:
        rows = self.study.progress(wave=wave).to_dicts()
        return value <= len(rows) and (what != "total" or value == len(rows))

    def _findings(self, value: int, what: str) -> bool:
        counted = ("ok",) if what == "ok" else ("ok", "attention", "missing")
        return value == sum(status in counted for status in self.statuses)

    def _scores(self, value: int, what: str) -> bool:
        """Every item of every group is either shown or not."""
        groups = self.document["groups"]
        return value == sum(score["shown"] == (what == "shown") for score in groups)

    def _constant(self, value: Any, what: str) -> bool:
        return {"gap": 20}[what] == value


def is_edge(value: float, share: float, end: str, closed: bool = False) -> bool:
    """Whether a share lies on the right side of the edge of its step, and not further away than the widest step."""
    if end == "low":
        return share - 0.5 - EDGE <= value <= share + EDGE
    return share - EDGE <= value <= share + 0.5 + EDGE and (closed or value >= 1 or share < value)
