"""A country at once: thousands of studies, each checked, profiled and given an agenda, in one process.

Every study is an example region (about 60 parties, two waves, 300 answered questionnaires, 1,600 tie reports) under an
id of its own; every id gets its own random numbers. Some regions are made, each with its own seed and defects, and used
in turn: making them is not houvast's work and is not counted. Counted, per study: reading it from tables in memory,
coverage (every check), the Gerdes profile, and the agenda (which scores, checks and compares waves by itself). Prints a
Markdown table with the time per study and in all, and the peak memory of the process.

    python bench/compare/national.py [--studies 2000] [--regions 50]
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections.abc import Callable
from typing import Any

from houvast import _core
from houvast.examples.region import RegionStudy, random_plants, region

STEPS: dict[str, Callable[[_core.Study], Any]] = {
    "coverage": lambda study: study.coverage(),
    "gerdes": lambda study: study.gerdes(),
    "agenda": lambda study: study.agenda(),
}


def in_memory(made: RegionStudy) -> list[dict[str, Any]]:
    """The tables as a reader would hand them over."""
    result = []
    for name, (columns, rows) in made.tables.items():
        numbers = list(range(2, len(rows) + 2))
        result.append({"name": name, "file": f"{name}.csv", "columns": columns, "rows": rows, "row_numbers": numbers})
    return result


def main() -> None:
    """Runs the scan and prints its table."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--studies", type=int, default=2000)
    options.add_argument("--regions", type=int, default=50)
    count, regions = options.parse_args().studies, options.parse_args().regions
    made = [region(seed, plants=random_plants(seed)) for seed in range(min(regions, count))]
    handed_over = [in_memory(each) for each in made]
    seconds = dict.fromkeys(["read", *STEPS], 0.0)
    cpu = dict.fromkeys(seconds, 0.0)
    parties = findings = 0

    def timed(name: str, work: Callable[[], Any]) -> Any:
        wall, processor = time.perf_counter(), time.process_time()
        result = work()
        seconds[name] += time.perf_counter() - wall
        cpu[name] += time.process_time() - processor
        return result

    for seed in range(count):
        header = json.dumps(made[seed % len(made)].header | {"id": f"studie-{seed}"}).encode()
        tables = handed_over[seed % len(made)]
        study = timed("read", lambda h=header, t=tables: _core.study_from_tables(h, t))
        for name, step in STEPS.items():
            result = timed(name, lambda work=step, of=study: work(of))
            if name == "coverage":
                findings += sum(finding.status in ("attention", "missing") for finding in result)
        parties += len(study.parties)

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count} studies, {parties} parties, {findings} findings that ask for attention; peak memory {peak:.0f} MiB")
    print("\n| step | ms per study | s in all | processor s |\n|---|---:|---:|---:|")
    seconds["all"], cpu["all"] = sum(seconds.values()), sum(cpu.values())
    for name, wall in seconds.items():
        print(f"| {name} | {1000 * wall / count:.2f} | {wall:.1f} | {cpu[name]:.1f} |")


if __name__ == "__main__":
    main()
