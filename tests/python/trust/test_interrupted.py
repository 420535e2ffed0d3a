"""Ctrl-C ends a long call within 200 ms, with KeyboardInterrupt, and nothing is half done."""

import json
import signal
import threading
import time
from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
import pytest

import houvast
from houvast import graph, stats
from houvast.scoring import Tally

NODES = 20_000


def interrupted(call: Callable[[], object], after: float = 0.15) -> float:
    """How long a call goes on after Ctrl-C."""
    pressed: list[float] = []

    def press() -> None:
        pressed.append(time.monotonic())
        signal.raise_signal(signal.SIGINT)

    timer = threading.Timer(after, press)
    timer.start()
    try:
        call()
    except KeyboardInterrupt:
        return time.monotonic() - pressed[0]
    finally:
        timer.join()
    pytest.fail("it was over before it could be interrupted")


@cache
def ties() -> houvast.Graph:
    random = np.random.default_rng(1)
    sources, targets = random.integers(0, NODES, (2, 10 * NODES))
    other = sources != targets
    return houvast.Graph(NODES, sources[other], targets[other], duplicates="keep_max")


@cache
def matrix(size: int) -> Any:
    return np.random.default_rng(2).integers(0, 2, (size, size)).astype(float)


@cache
def answers(rows: int, items: int) -> Any:
    return np.random.default_rng(3).integers(1, 6, (rows, items)).astype(float)


@cache
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


@cache
def study(parties: int) -> houvast.Study:
    return houvast._core.study_from_json(study_json(parties).encode(), "study.json")


def count_into(tally: Tally) -> None:
    """Many answers, of which each question's column is the same piece of memory."""
    column = np.ones(60_000_000, dtype=np.uint8)
    tally.update(dict.fromkeys(tally.questions, column))


LONG: dict[str, Callable[[], object]] = {
    "betweenness": lambda: graph.betweenness(ties()),
    "betweenness on two threads": lambda: graph.betweenness(ties(), threads=2),
    "communities": lambda: graph.communities(ties(), attempts=200),
    "bootstrap": lambda: stats.bootstrap_mean(answers(200_000, 1)[:, 0], resamples=20_000_000),
    "QAP": lambda: graph.qap_correlation(matrix(400), matrix(400).T, permutations=1_000_000, directed=True),
    "omega": lambda: stats.omega_total(answers(2_000, 300)),
    "alpha of Krippendorff": lambda: stats.krippendorff_alpha(answers(5_000, 4), level="ordinal", resamples=1_000_000),
    "core and periphery": lambda: graph.core_periphery(ties()),
    "tally": lambda: count_into(Tally(houvast.instrument("six-elements"))),
    "release": lambda: [study(4_000).release(policy="team") for _ in range(1_000)],
    "coverage": lambda: [study(4_000).coverage() for _ in range(1_000)],
    "agenda": lambda: [study(4_000).agenda() for _ in range(1_000)],
    "loading JSON": lambda: houvast._core.study_from_json(study_json(40_000).encode(), "study.json"),
    "writing JSON": lambda: [study(20_000).to_json() for _ in range(1_000)],
}


@pytest.mark.parametrize("name", LONG)
def test_ctrl_c_ends_a_long_call(name: str) -> None:
    _ = ties(), study(4_000), study_json(40_000)
    took = [interrupted(LONG[name]) for _ in range(3)]
    assert sorted(took)[1] < 0.2, took


def test_what_a_handler_raises_is_what_the_caller_sees() -> None:
    def handler(*_: object) -> None:
        raise TimeoutError("too long")

    before = signal.signal(signal.SIGINT, handler)
    timer = threading.Timer(0.1, signal.raise_signal, (signal.SIGINT,))
    try:
        timer.start()
        with pytest.raises(TimeoutError, match="too long"):
            graph.communities(ties(), attempts=200)
    finally:
        timer.join()
        signal.signal(signal.SIGINT, before)


def test_a_handler_that_raises_nothing_stops_nothing() -> None:
    seen: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: seen.append(number))
    timer = threading.Timer(0.05, signal.raise_signal, (signal.SIGINT,))
    try:
        timer.start()
        values = graph.betweenness(ties(), threads=2)
    finally:
        timer.join()
        signal.signal(signal.SIGINT, before)
    assert seen == [signal.SIGINT]
    assert len(values) == NODES


def test_an_interrupted_tally_has_counted_nothing() -> None:
    tally = Tally(houvast.instrument("six-elements"))
    before = tally.to_bytes()
    interrupted(lambda: count_into(tally))
    assert tally.to_bytes() == before
