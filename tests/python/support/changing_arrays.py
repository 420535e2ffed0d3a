"""Calls everything that takes arrays while other threads write to, grow and shrink them; prints "survived".

    python tests/python/support/changing_arrays.py [seconds] [threads]

What comes back is of no interest here, only that it is a result or a houvast.Error and that the process lives. A long
run belongs under a sanitizer: LD_PRELOAD=$(gcc -print-file-name=libasan.so) with a module built by the asan preset.
"""

import contextlib
import itertools
import sys
import threading
import time
from collections.abc import Callable

import numpy as np
import pyarrow as pa

import houvast
from houvast import _core, stats
from houvast.scoring import Tally

NODES, ROWS = 200, 3000
SIX = houvast.instrument("six-elements")
QUESTIONS = Tally(SIX).questions
GROUPS = ["a", "b", "c"]


class Arrays:
    """Arrays that `disturb` keeps changing, within and far outside of what is allowed."""

    def __init__(self, seed: int) -> None:
        self.random = random = np.random.default_rng(seed)
        self.sources, self.targets = (random.integers(0, NODES, ROWS) for _ in range(2))
        self.nodes = np.arange(NODES)
        self.labels = random.integers(0, 5, NODES)
        self.answers = random.integers(1, 6, ROWS).astype(float)
        self.of_group = random.integers(0, 5, ROWS)
        self.items = random.integers(1, 6, (300, 6)).astype(float)
        self.counts = random.integers(0, 9, 5)
        self.drawn = random.integers(0, 50, (40, 50))
        self.matrix = random.random((20, 20))
        self.codes = random.integers(0, 4, (ROWS, len(QUESTIONS)), dtype=np.uint8)
        self.columns = {question: random.integers(0, 4, ROWS, dtype=np.uint8) for question in QUESTIONS}
        self.group = random.integers(0, 3, ROWS, dtype=np.int32)
        self.group_bytes = random.integers(0, 3, ROWS, dtype=np.uint8)
        self.respondent = np.arange(ROWS, dtype=np.int32)
        self.question = random.integers(0, len(QUESTIONS), ROWS, dtype=np.int32)
        self.code = random.integers(0, 4, ROWS, dtype=np.uint8)
        self.offsets = np.arange(0, 4 * (ROWS + 1), 4, dtype=np.int32)
        self.letters = np.frombuffer(b"abcd" * ROWS, dtype=np.uint8).copy()
        self.indices = random.integers(0, 3, ROWS, dtype=np.int32)

    def all(self) -> list[np.ndarray]:
        flat = [value for value in vars(self).values() if isinstance(value, np.ndarray)]
        return [*flat, *self.columns.values()]

    def resized(self) -> list[np.ndarray]:
        """Those that nothing but houvast looks at while their memory may move."""
        return [self.sources, self.targets, self.answers, self.counts, self.group, self.group_bytes, self.respondent]

    def disturb(self, stopped: threading.Event) -> None:
        sound = [array.copy() for array in self.all()]
        sizes = [array.size for array in self.resized()]
        while not stopped.is_set():
            for array, right in zip(self.all(), sound, strict=True):
                extreme = np.finfo(array.dtype) if array.dtype.kind == "f" else np.iinfo(array.dtype)
                array.reshape(-1)[: array.size // 40] = extreme.max
                array.reshape(-1)[-array.size // 40 :] = extreme.min
                array[:] = right[: len(array)]
            for array, whole in zip(self.resized(), sizes, strict=True):
                for size in (5, whole):
                    with contextlib.suppress(ValueError):  # somebody counts on its memory; the next round tries again
                        array.resize(size, refcheck=False)
            for array, right in zip(self.all(), sound, strict=True):
                array[:] = right[: len(array)]


def arrow_table(arrays: Arrays) -> pa.Table:
    """Texts and a dictionary on memory that changes."""
    texts = pa.StringArray.from_buffers(ROWS, pa.py_buffer(arrays.offsets), pa.py_buffer(arrays.letters))
    words = pa.array(["yes", "no", "perhaps"])
    coded = pa.DictionaryArray.from_arrays(
        pa.Array.from_buffers(pa.int32(), ROWS, [None, pa.py_buffer(arrays.indices)]), words, safe=False
    )
    return pa.table({"texts": texts, "coded": coded})


def calls(arrays: Arrays, tally: Tally) -> list[Callable[[], object]]:
    fixed = houvast.Graph(NODES, np.arange(NODES - 1), np.arange(1, NODES))
    bounds = (1.0, 5.0)
    table = arrow_table(arrays)
    a = arrays
    return [
        lambda: houvast.Graph(NODES, a.sources, a.targets, duplicates="keep_max"),
        lambda: houvast.Graph(NODES, a.sources, a.targets, weights=a.answers, duplicates="sum", directed=True),
        lambda: fixed.without(a.nodes[:10]),
        lambda: houvast.graph.distances(fixed, a.nodes[:10]),
        lambda: houvast.graph.knockout_curve(fixed, a.nodes),
        lambda: houvast.graph.ei_index(fixed, a.labels, permutations=20),
        lambda: houvast.graph.modularity(fixed, a.labels),
        lambda: houvast.graph.qap_correlation(a.matrix, a.matrix, permutations=20),
        lambda: stats.distribution(a.answers, bounds=bounds),
        lambda: stats.consensus(a.answers, bounds=bounds),
        lambda: stats.consensus_from_counts(a.counts),
        lambda: stats.ordinal_median(a.answers),
        lambda: stats.cliffs_delta(a.answers, a.answers[::2]),
        lambda: stats.icc(a.answers, a.of_group),
        lambda: stats.cronbach_alpha(a.items),
        lambda: stats.omega_total(a.items),
        lambda: stats.krippendorff_alpha(a.items[:40], resamples=20),
        lambda: stats.rwg_j(a.items, a.of_group[:300]),
        lambda: stats.bootstrap_mean_from_indices(a.answers[:50], a.drawn),
        lambda: stats.benjamini_hochberg(a.matrix[0]),
        lambda: tally.update(a.codes, groups=a.group),
        lambda: tally.update(a.columns, groups=a.group_bytes, threads=2),
        lambda: tally.update_long(a.respondent, a.question, a.code, ROWS, groups=a.group),
        lambda: tally.finalize(),
        lambda: _core.columns_from_arrow(table, "answers", "answers"),
    ]


def run(seconds: float, threads: int) -> int:
    """Every thread has arrays of its own and a disturber; all count into one tally. Returns the number of calls."""
    stopped, done, tally = threading.Event(), itertools.count(), Tally(SIX, groups=GROUPS)
    wrong: list[BaseException] = []

    def work(wanted: list[Callable[[], object]]) -> None:
        for call in itertools.cycle(wanted):
            if stopped.is_set():
                return
            with contextlib.suppress(houvast.Error):
                call()
            next(done)

    def remembered(function: Callable[..., None], argument: object) -> None:
        try:
            function(argument)
        except BaseException as error:
            wrong.append(error)

    started = []
    for seed in range(threads):
        arrays = Arrays(seed)
        started += [
            threading.Thread(target=remembered, args=[work, calls(arrays, tally)]),
            threading.Thread(target=remembered, args=[arrays.disturb, stopped]),
        ]
    for thread in started:
        thread.start()
    time.sleep(seconds)
    stopped.set()
    for thread in started:
        thread.join()
    if wrong:
        raise wrong[0]
    return next(done)


if __name__ == "__main__":
    count = run(float(sys.argv[1]) if len(sys.argv) > 1 else 2.0, int(sys.argv[2]) if len(sys.argv) > 2 else 2)
    print("survived", count, "calls")
