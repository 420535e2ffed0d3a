"""Ctrl-C ends a long call within 200 ms, with KeyboardInterrupt, and nothing is half done."""

import json
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import houvast
from houvast import graph
from houvast.scoring import Tally
from interrupted_calls import LONG, NODES, count_into, interrupted, ties

SCRIPT = Path(__file__).parent.parent / "support" / "interrupted_calls.py"


@pytest.mark.parametrize("name", LONG)
def test_ctrl_c_ends_a_long_call(name: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-X", "faulthandler", SCRIPT, name], capture_output=True, text=True, check=False, timeout=120
    )
    assert ran.returncode == 0, ran.stderr
    took = json.loads(ran.stdout)
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
    whole = [tally.to_bytes()]

    def over_and_over() -> None:
        while True:
            count_into(tally)
            whole.append(tally.to_bytes())

    interrupted(over_and_over)
    counted = tally.to_bytes()
    next_whole = Tally.from_bytes(whole[-1], tally.instrument)
    count_into(next_whole)
    assert counted in (whole[-1], next_whole.to_bytes())  # the last one may have ended as Ctrl-C came
