"""Long calls that Ctrl-C ends, in a process of their own: a late signal ends no test run, and a crash says where.

    python -X faulthandler tests/python/support/interrupted_calls.py NAME

Makes what the call needs, interrupts it three times and prints as JSON how many seconds it went on after each Ctrl-C.
"""

from __future__ import annotations

import json
import signal
import sys
import threading
import time
from collections.abc import Callable
from functools import cache, partial
from typing import Any

import numpy as np

import houvast
from houvast import graph, stats
from houvast.scoring import Tally

NODES = 20_000


def interrupted(call: Callable[[], object], after: float = 0.15) -> float:
    """How long a call goes on after Ctrl-C.

    Raises
    ------
    RuntimeError
        When it was over before.
    """
    pressed: list[float] = []

    def press() -> None:
        pressed.append(time.monotonic())
        signal.raise_signal(signal.SIGINT)

    # What was begun in the background of a shell ignores Ctrl-C.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    timer = threading.Timer(after, press)
    timer.start()
    try:
        call()
    except KeyboardInterrupt:
        return time.monotonic() - pressed[0]
    finally:
        timer.join()
        signal.signal(signal.SIGINT, before)
    raise RuntimeError("it was over before it could be interrupted")


@cache
def ties() -> houvast.Graph:
    random = np.random.default_rng(1)
    sources, targets = random.integers(0, NODES, (2, 10 * NODES))
    other = sources != targets
    return houvast.Graph(NODES, sources[other], targets[other], duplicates="keep_max")


def matrix(size: int) -> Any:
    return np.random.default_rng(2).integers(0, 2, (size, size)).astype(float)


def answers(rows: int, items: int) -> Any:
    return np.random.default_rng(3).integers(1, 6, (rows, items)).astype(float)


def study_json(parties: int) -> str:
    """A study with many parties, all of whom answered and told about a few ties."""
    random = np.random.default_rng(4)
    six = houvast.instrument("six-elements")
    questions = [question.id for question in six.questions if question.scale][:24]
    domains = ["onderwijs", "jeugdhulp", "gemeente", "ouders"]
    codes = random.integers(1, 6, (parties, len(questions))).tolist()
    return json.dumps(
        {
            "schema": "houvast-study/1",
            "id": "groot",
            "title": {"nl": "Groot", "en": "Large"},
            "instruments": ["six-elements"],
            "waves": [{"id": "w1"}],
            "relations": [{"id": "werkt_samen", "title": {"nl": "Werkt samen", "en": "Works with"}, "directed": False}],
            "parties": [
                {"id": f"p{i}", "kind": "organisation", "domain": domains[i % 4], "asked": 1} for i in range(parties)
            ],
            "answers": [
                {"wave": "w1", "respondent": f"r{i}", "party": f"p{i}", **dict(zip(questions, row, strict=True))}
                for i, row in enumerate(codes)
            ],
            "ties": [
                {"wave": "w1", "relation": "werkt_samen", "from": f"p{i}", "to": f"p{(i + step) % parties}"}
                for i in range(parties)
                for step in (1, 7, 31)
            ],
        }
    )


def study(parties: int) -> houvast.Study:
    return houvast._core.study_from_json(study_json(parties).encode(), "study.json")


def count_into(tally: Tally) -> None:
    """Many answers, of which each question's column is the same piece of memory."""
    column = np.ones(60_000_000, dtype=np.uint8)
    tally.update(dict.fromkeys(tally.questions, column))


def again(call: Callable[[], object]) -> Callable[[], object]:
    """A call that goes on by being made over and over."""

    def over_and_over() -> None:
        while True:
            call()

    return over_and_over


# For each name what makes its call ready, so that nothing but the call is interrupted.
LONG: dict[str, Callable[[], Callable[[], object]]] = {
    "betweenness": lambda: partial(graph.betweenness, ties()),
    "betweenness on two threads": lambda: partial(graph.betweenness, ties(), threads=2),
    "communities": lambda: partial(graph.communities, ties(), attempts=200),
    "bootstrap": lambda: partial(stats.bootstrap_mean, answers(200_000, 1)[:, 0], resamples=20_000_000),
    "QAP": lambda: partial(graph.qap_correlation, matrix(400), matrix(400).T, permutations=1_000_000, directed=True),
    "omega": lambda: partial(stats.omega_total, answers(2_000, 300)),
    "alpha of Krippendorff": lambda: partial(
        stats.krippendorff_alpha, answers(5_000, 4), level="ordinal", resamples=1_000_000
    ),
    "core and periphery": lambda: partial(graph.core_periphery, ties()),
    "tally": lambda: again(partial(count_into, Tally(houvast.instrument("six-elements")))),
    "release": lambda: again(partial(study(4_000).release, policy="team")),
    "coverage": lambda: again(study(4_000).coverage),
    "agenda": lambda: again(study(4_000).agenda),
    "loading JSON": lambda: partial(houvast._core.study_from_json, study_json(40_000).encode(), "study.json"),
    "writing JSON": lambda: again(study(20_000).to_json),
}


if __name__ == "__main__":
    long_call = LONG[sys.argv[1]]()
    print(json.dumps([interrupted(long_call) for _ in range(3)]))
