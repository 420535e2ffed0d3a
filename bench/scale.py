"""One large study: how long its network, coverage, agenda and release take, how much memory, and with which exponent.

    python bench/scale.py [--apart POINTS] [--repeat TIMES] [PARTIES ...]

Every party has four ties a wave, in two waves, and answers 23 questions in the last. Prints one row per size and step:
seconds of the clock and of the processor in the fastest of some runs (what else the machine does only ever adds to
them), the largest memory of the process so far, and by which power of the number of parties the seconds of the
processor grew since the first size.
"""

import argparse
import csv
import io
import math
import resource
import time
from collections.abc import Callable

import numpy as np

import houvast

SIZES = (12_500, 25_000, 50_000, 100_000)
TIES = 4
WAVES = ("w1", "w2")
LEVELS = ("uitvoering", "beleid", "bestuur")
PERSPECTIVES = ("professional", "ouder", "jeugdige", "informeel")
STEPS: dict[str, Callable[[houvast.Study], object]] = {
    "network": lambda study: study.network().metrics,
    "coverage": lambda study: study.coverage(),
    "agenda": lambda study: study.agenda(),
    "release": lambda study: study.release(policy="team"),
}
HEADER = """{"schema": "houvast-study/1", "id": "groot", "title": {"nl": "Groot", "en": "Large"},
 "instruments": ["six-elements"],
 "waves": [{"id": "w1", "date": "2024-01-01"}, {"id": "w2", "date": "2025-01-01"}],
 "relations": [{"id": "werkt", "title": {"nl": "Werkt samen", "en": "Works with"}, "directed": false}]}"""


def table(name: str, columns: list[str], rows: list[list[str]]) -> object:
    """A table as the core reads it from CSV."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows([columns, *rows])
    return houvast._core.columns_from_csv(text.getvalue().encode(), name, f"{name}.csv", ",")


def study(parties: int, seed: int = 1, apart: float = 0) -> houvast.Study:
    """A study in which who is tied to whom, what is answered and who is silent are drawn by chance."""
    random = np.random.default_rng(seed)
    domains = ("onderwijs", "zorg", "jeugdhulp", "kinderopvang", "gemeente", "ouders", "jeugdigen")
    questions = [question.id for question in houvast.instrument("six-elements").questions if question.scale][:23]
    kinds = random.integers(0, [len(domains), len(LEVELS), len(PERSPECTIVES), parties // 10], (parties, 4))
    roster = [
        [f"p{i}", "person", domains[a], LEVELS[b], PERSPECTIVES[c], f"o{d}", "1"]
        for i, (a, b, c, d) in enumerate(kinds.tolist())
    ]
    centres = 3 + apart * (
        random.standard_normal(len(questions)) + random.standard_normal(len(PERSPECTIVES))[kinds[:, 2:3]]
    )
    drawn = np.rint(centres + random.uniform(-2.5, 2.5, (parties, len(questions))))
    codes = drawn.clip(1, 5).astype(int).astype(str).tolist()
    answers = [["w2", f"r{i}", f"p{i}", *row] for i, row in enumerate(codes) if i % 10]
    ties: set[tuple[str, int, int]] = set()
    for wave in WAVES:
        ends = random.integers(0, parties, (TIES * parties, 2)).tolist()
        ties.update((wave, min(a, b), max(a, b)) for a, b in ends if a != b and a % 10)
    return houvast._core.study_from_columns(
        HEADER.encode(),
        [
            table("parties", ["id", "kind", "domain", "level", "perspective", "organisation", "asked"], roster),
            table("answers", ["wave", "respondent", "party", *questions], answers),
            table(
                "ties", ["wave", "relation", "from", "to"], [[w, "werkt", f"p{a}", f"p{b}"] for w, a, b in sorted(ties)]
            ),
        ],
        "study.json",
    )


def fastest(step: Callable[[houvast.Study], object], of: houvast.Study, repeat: int) -> tuple[float, float]:
    """Seconds of the clock and of the processor, each of its fastest run."""
    times = []
    for _ in range(repeat):
        begin, begin_of_processor = time.perf_counter(), time.process_time()
        step(of)
        times.append((time.perf_counter() - begin, time.process_time() - begin_of_processor))
    clock, processor = zip(*times, strict=True)
    return min(clock), min(processor)


def main(sizes: list[int], apart: float, repeat: int) -> None:
    """Prints the rows of all sizes."""
    first: dict[str, tuple[int, float]] = {}
    for parties in sizes:
        made = study(parties, apart=apart)
        for name, step in STEPS.items():
            took, worked = fastest(step, made, repeat)
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
            fewest, least = first.setdefault(name, (parties, worked))
            exponent = f"{math.log(worked / least) / math.log(parties / fewest):.2f}" if parties > fewest else ""
            print(f"{parties:>8} {name:<9} {took:8.3f} s {worked:8.3f} s {memory:6.2f} GiB {exponent}", flush=True)


if __name__ == "__main__":
    asked = argparse.ArgumentParser()
    asked.add_argument("parties", nargs="*", type=int, default=list(SIZES))
    asked.add_argument("--apart", type=float, default=0, help="how far questions and perspectives lie apart, in points")
    asked.add_argument("--repeat", type=int, default=3, help="how often each step is done; the fastest counts")
    options = asked.parse_args()
    main(options.parties, options.apart, options.repeat)
