"""What houvast asks of itself beside its peers, and what a run of `bench/compare/run.py` found of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

TALLY = "tally, 24 questions × 3 waves"
LOADING = "load answers from Parquet"
BETWEENNESS = "betweenness, G(n,m)"
BYTES_A_RESPONDENT = 3 * (24 + 2)  # three waves of 24 answers, a group and a wave of one byte each
READ_ON_TWO = 0.45  # of what two threads read from memory when they do nothing else


@dataclass(frozen=True)
class Goal:
    """A peer takes at least so many times as long as houvast with one thread; below 1: houvast may take longer."""

    work: str
    peer: str
    ratio: float


GOALS = (
    Goal(TALLY, "polars, 1 thread", 10),
    Goal(TALLY, "duckdb, 1 thread", 10),
    Goal(BETWEENNESS, "igraph, 1 thread", 7),
    Goal(BETWEENNESS, "rustworkx, 1 thread", 30),
    Goal(BETWEENNESS, "networkit, 1 thread", 30),
    Goal(LOADING, "polars, 1 thread", 1 / 4),
)


def verdicts(rows: list[dict[str, Any]], limits: dict[str, float]) -> list[dict[str, Any]]:
    """Every goal with what was measured and whether it was met; not those whose peer did not do the work."""
    of = {(row["work"], row["program"]): row for row in rows}
    found = []
    for goal in GOALS:
        if row := of.get((goal.work, goal.peer)):
            found.append(_verdict(f"{goal.work}: time beside {goal.peer}", goal.ratio, row["ratio"]))
    if row := of.get((TALLY, "houvast, 2 threads")):
        read = BYTES_A_RESPONDENT * row["size"] / row["seconds"] / 1e9
        found.append(_verdict(f"{TALLY}: share of the reading of two threads", READ_ON_TWO, read / limits["2 threads"]))
    return found


def _verdict(goal: str, asked: float, measured: float) -> dict[str, Any]:
    return {"goal": goal, "asked": asked, "measured": measured, "met": measured >= asked}
