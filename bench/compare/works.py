"""What is compared: pieces of work, each with the programs that do it on the same data.

A work is prepared outside the clock and gives what is timed and how its answer becomes comparable. `compare/graph.py`
and `compare/scoring.py` have the networks and the counting; here stand statistics and loading, and the sizes.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import frames
import graph
import numpy as np
import scoring
from goals import BETWEENNESS, LOADING, TALLY

Prepared = tuple[Callable[[], Any], Callable[[Any], Any]]  # what is timed, and its answer as numbers
OURS = "houvast"
NETWORK_PEERS = ("igraph", "networkit", "rustworkx", "networkx")


@dataclass(frozen=True)
class Work:
    """One piece of work: what is done to how much, and who can do it with how many threads."""

    name: str
    size: int
    programs: tuple[tuple[str, int], ...]
    prepare: Callable[[str, int, int], Prepared | None]  # by program, threads and size; None when it cannot


# Networks -------------------------------------------------------------------------------------------------------------


def network(metric: str) -> Callable[[str, int, int], Prepared | None]:
    """A metric of a random network of so many nodes and five ties a node."""

    def prepare(program: str, threads: int, nodes: int) -> Prepared | None:
        found = graph.PROGRAMS[program](nodes, graph.random_ties(nodes, 5 * nodes, 3), threads).get(metric)
        return (found[0], found[1]) if found and found[1] is not None else None

    return prepare


def networks(nodes: int) -> list[Work]:
    """All-pairs and linear metrics; linear ones on ten times as many nodes."""
    few, many = [(program, 1) for program in NETWORK_PEERS], [(OURS, 1), (OURS, 2)]
    all_pairs = [
        Work(f"{metric}, G(n,m)", nodes, (*many, *few), network(metric)) for metric in ("betweenness", "closeness")
    ]
    linear = [
        Work(f"{metric}, G(n,m)", 10 * nodes, (*many[:1], *few), network(metric))
        for metric in ("components", "articulation points", "core numbers", "local clustering", "constraint")
    ]
    return [*all_pairs, *linear]


# Answers --------------------------------------------------------------------------------------------------------------

_COUNTING = {(OURS, 1): "houvast, 1 thread", (OURS, 2): "houvast, 2 threads", ("polars", 1): "polars, 1 thread"}
_COUNTING |= {("polars", 2): "polars, 2 threads", ("pandas", 1): "pandas", ("duckdb", 1): "duckdb, 1 thread"}


def counting(program: str, threads: int, respondents: int) -> Prepared | None:
    """Counts and scale scores by domain and wave, 24 questions and three waves a respondent."""
    asked = scoring.instrument()
    columns = scoring.survey(respondents, [question.id for question in asked.questions])
    run, counts = scoring.PEERS[_COUNTING[program, threads]][0](columns, asked)

    def numbers(result: Any) -> Any:
        found = counts(result)
        return np.concatenate([found[name].ravel() for name in sorted(found)])

    return run, numbers


def loading(program: str, threads: int, answers: int) -> Prepared | None:
    """A Parquet file of answers: polars reads it, houvast reads, checks and builds a study."""
    folder = Path(tempfile.mkdtemp(prefix="houvast-bench-"))
    frames.write(folder, answers)
    way = "Parquet: houvast.load" if program == OURS else "Parquet: polars reads"
    return (lambda: frames.WAYS[way](folder)), np.asarray


# Statistics -----------------------------------------------------------------------------------------------------------


def _items(rows: int, columns: int = 24) -> Any:
    draws = np.random.default_rng(5)
    trait = draws.normal(size=(rows, 1))
    return np.clip(np.round(3 + trait + draws.normal(size=(rows, columns))), 1, 5)


def alpha(program: str, threads: int, rows: int) -> Prepared | None:
    """Cronbach's alpha of 24 questions."""
    items = _items(rows)
    if program == OURS:
        from houvast import stats

        return (lambda: stats.cronbach_alpha(items).value), np.asarray
    import pandas as pd
    import pingouin

    frame = pd.DataFrame(items)
    return (lambda: pingouin.cronbach_alpha(frame)[0]), np.asarray


def agreement(program: str, threads: int, units: int) -> Prepared | None:
    """Krippendorff's alpha, ordinal, of ten raters."""
    ratings = _items(units, 10)
    if program == OURS:
        from houvast import stats

        return (lambda: stats.krippendorff_alpha(ratings, level="ordinal").value), np.asarray
    import krippendorff

    return (lambda: krippendorff.alpha(reliability_data=ratings.T, level_of_measurement="ordinal")), np.asarray


def ranks(program: str, threads: int, rows: int) -> Prepared | None:
    """Mann-Whitney's test of two groups with ties."""
    values = _items(2 * rows, 1).ravel()
    first, second = values[:rows], values[rows:]
    if program == OURS:
        from houvast import stats

        return (lambda: stats.mann_whitney(first, second).p_value), np.asarray
    from scipy.stats import mannwhitneyu

    return (lambda: mannwhitneyu(first, second, method="asymptotic").pvalue), np.asarray


def works(quick: bool) -> list[Work]:
    """Everything that is compared, at full size or at a tenth."""
    part = 10 if quick else 1
    one = (OURS, 1)
    counters = (one, (OURS, 2), ("polars", 1), ("polars", 2), ("duckdb", 1), ("pandas", 1))
    return [
        *networks(10_000 // part),
        Work(TALLY, 500_000 // part, counters, counting),
        Work(LOADING, 1_000_000 // part, (one, ("polars", 1)), loading),
        Work("Cronbach's alpha", 100_000 // part, (one, ("pingouin", 1)), alpha),
        Work("Krippendorff's alpha", 20_000 // part, (one, ("krippendorff", 1)), agreement),
        Work("Mann-Whitney", 100_000 // part, (one, ("scipy", 1)), ranks),
    ]


def curves(quick: bool) -> list[tuple[Work, list[int]]]:
    """Ours at growing sizes, to see how cost grows."""
    of = {work.name: work for work in works(quick)}
    steps = {
        BETWEENNESS: [500, 1000, 2000, 4000],
        "closeness, G(n,m)": [1000, 2000, 4000, 8000],
        "components, G(n,m)": [25_000, 50_000, 100_000, 200_000],
        "core numbers, G(n,m)": [25_000, 50_000, 100_000, 200_000],
        TALLY: [25_000, 50_000, 100_000, 200_000],
        LOADING: [100_000, 200_000, 400_000],
        "Cronbach's alpha": [10_000, 20_000, 40_000, 80_000],
        "Mann-Whitney": [25_000, 50_000, 100_000, 200_000],
    }
    return [(of[name], sizes) for name, sizes in steps.items()]
