"""A national survey on one machine: houvast beside polars and pandas doing the same counts.

500,000 respondents × 24 questions × 3 waves, from columns in memory: how often each question got each answer or state,
and how many scale scores (mean of the answered questions, when half of those put to the respondent are answered) there
are per element and in its top box, all by domain and wave. Every peer runs in a process of its own; time is the best of
several, ratios are to houvast with one thread (on a busy machine trust the processor's), memory is what the peak rises
above the columns themselves. Prints a Markdown table.

    python bench/compare/scoring.py [--respondents 500000] [--repeat 5]
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

WAVES = ["2022", "2023", "2024"]
DOMAINS = [f"domain-{i}" for i in range(10)]
CATEGORIES = 5
TOP_FROM = 4
STATES = {"dont_know": 250, "not_applicable": 251, "refused": 252, "skipped": 253, "not_asked": 254}
NOT_PUT = [STATES["not_applicable"], STATES["not_asked"]]
CODES = [*range(CATEGORIES), *STATES.values()]
Columns = dict[str, np.ndarray[Any, Any]]
Counts = dict[str, np.ndarray[Any, Any]]
Peer = tuple[Callable[[], Any], Callable[[Any], Counts]]  # what is timed, and its result as counts


def instrument() -> Any:
    """The six elements with every question rated."""
    import houvast

    source = json.loads(houvast.instrument("six-elements").json)
    scale = source["scales"][0]["id"]
    for question in source["questions"]:
        if not question.get("scale"):
            question |= {"form": "mixed", "scale": scale}
    return houvast.Instrument.parse(json.dumps(source))


def elements(asked: Any) -> dict[str, list[str]]:
    """Element id to question ids."""
    result: dict[str, list[str]] = {}
    for question in asked.questions:
        result.setdefault(question.element, []).append(question.id)
    return result


def survey(respondents: int, questions: list[str]) -> Columns:
    """One column per question, a domain and a wave per row; answers hang together and one in twenty is missing."""
    rng = np.random.default_rng(2024)
    rows = respondents * len(WAVES)
    trait = rng.integers(0, 3, rows, dtype=np.uint8)
    columns = {}
    for question in questions:
        codes = trait + rng.integers(0, 3, rows, dtype=np.uint8)
        silent = rng.integers(0, 20, rows, dtype=np.uint8) == 0
        codes[silent] = rng.integers(250, 255, int(silent.sum()), dtype=np.uint8)
        columns[question] = codes
    columns["domain"] = rng.integers(0, len(DOMAINS), rows, dtype=np.uint8)
    columns["wave"] = np.repeat(np.arange(len(WAVES), dtype=np.uint8), respondents)
    return columns


def with_houvast(threads: int, pairs: bool = False) -> Callable[..., Peer]:
    """One pass over the bytes, then the table."""

    def prepare(columns: Columns, asked: Any) -> Peer:
        from houvast.scoring import Tally

        answers = {q.id: columns[q.id] for q in asked.questions}

        def run() -> Any:
            tally = Tally(asked, groups=DOMAINS, waves=WAVES, pairs=pairs)
            tally.update(answers, columns["domain"], columns["wave"], threads=threads)
            return tally.finalize()

        def counts(table: Any) -> Counts:
            result: Counts = {}
            for row in table.to_dicts():
                place = (WAVES.index(row["wave"]), DOMAINS.index(row["group"]))
                if row["kind"] == "element":
                    cube = result.setdefault(row["id"], np.zeros((len(WAVES), len(DOMAINS), 2), dtype=np.int64))
                    cube[place] = row["scored"], row["top"]
                else:
                    cube = result.setdefault(
                        row["id"], np.zeros((len(WAVES), len(DOMAINS), len(CODES)), dtype=np.int64)
                    )
                    cube[place] = [row[f"count_{i + 1}"] for i in range(CATEGORIES)] + [row[state] for state in STATES]
            return result

        return run, counts

    return prepare


def fill(result: Counts, name: str, waves: Any, domains: Any, position: Any, counted: Any, width: int) -> None:
    """Puts counts by wave, domain and position into a cube."""
    cube = np.zeros((len(WAVES), len(DOMAINS), width), dtype=np.int64)
    cube[np.asarray(waves), np.asarray(domains), np.asarray(position)] = np.asarray(counted)
    result[name] = cube


def with_pandas(columns: Columns, asked: Any) -> Peer:
    """One groupby per question, and one per element on its scale scores."""
    import pandas as pd

    frame = pd.DataFrame(columns, copy=False)
    groups = elements(asked)

    def run() -> Any:
        by_question = {q: frame.groupby(["wave", "domain", q]).size() for members in groups.values() for q in members}
        by_element = {}
        for element, members in groups.items():
            codes = frame[members]
            answered = codes < CATEGORIES
            put = (~codes.isin(NOT_PUT)).sum(axis=1)
            number = answered.sum(axis=1)
            score = codes.where(answered, 0).sum(axis=1) / number + 1
            kept = pd.DataFrame({"wave": frame["wave"], "domain": frame["domain"], "top": score >= TOP_FROM})
            kept = kept[(number > 0) & (number * 2 >= put)]
            by_element[element] = kept.groupby(["wave", "domain"])["top"].agg(["size", "sum"])
        return by_question, by_element

    def counts(result: Any) -> Counts:
        by_question, by_element = result
        cubes: Counts = {}
        for name, sizes in by_question.items():
            wave, domain, code = (sizes.index.get_level_values(i).to_numpy() for i in range(3))
            fill(cubes, name, wave, domain, [CODES.index(c) for c in code], sizes.to_numpy(), len(CODES))
        for name, table in by_element.items():
            wave, domain = (table.index.get_level_values(i).to_numpy() for i in range(2))
            cubes[name] = np.zeros((len(WAVES), len(DOMAINS), 2), dtype=np.int64)
            cubes[name][wave, domain] = table.to_numpy()
        return cubes

    return run, counts


def with_polars(columns: Columns, asked: Any) -> Peer:
    """The same as lazy queries that polars may run together."""
    import polars as pl

    frame = pl.DataFrame(columns)
    groups = elements(asked)
    names = [q for members in groups.values() for q in members]

    def run() -> Any:
        lazy = frame.lazy()
        plans = [lazy.group_by("wave", "domain", q).len() for q in names]
        for members in groups.values():
            number = pl.sum_horizontal((pl.col(q) < CATEGORIES).cast(pl.UInt8) for q in members)
            put = pl.sum_horizontal((~pl.col(q).is_in(NOT_PUT)).cast(pl.UInt8) for q in members)
            total = pl.sum_horizontal(
                pl.when(pl.col(q) < CATEGORIES).then(pl.col(q)).otherwise(pl.lit(0, pl.UInt8)) for q in members
            )
            scores = lazy.select("wave", "domain", number.alias("number"), put.alias("put"), total.alias("total"))
            scores = scores.filter((pl.col("number") > 0) & (pl.col("number") * 2 >= pl.col("put")))
            top = (pl.col("total") / pl.col("number") + 1 >= TOP_FROM).sum()
            plans.append(scores.group_by("wave", "domain").agg(pl.len().alias("size"), top.alias("top")))
        return pl.collect_all(plans)

    def counts(result: Any) -> Counts:
        cubes: Counts = {}
        for name, table in zip(names, result[: len(names)], strict=True):
            position = [CODES.index(c) for c in table[name].to_list()]
            fill(cubes, name, table["wave"], table["domain"], position, table["len"], len(CODES))
        for name, table in zip(groups, result[len(names) :], strict=True):
            cubes[name] = np.zeros((len(WAVES), len(DOMAINS), 2), dtype=np.int64)
            cubes[name][table["wave"].to_numpy(), table["domain"].to_numpy()] = table.select("size", "top").to_numpy()
        return cubes

    return run, counts


def with_duckdb(columns: Columns, asked: Any) -> Peer:
    """A grouped count per question and one query per element, over the frame that pandas has of the columns."""
    import duckdb
    import pandas as pd

    base = duckdb.connect()
    base.execute(f"SET threads = {os.environ.get('POLARS_MAX_THREADS', '1')}")
    base.register("frame", pd.DataFrame(columns, copy=False))
    groups = elements(asked)
    names = [q for members in groups.values() for q in members]

    def of_element(members: list[str]) -> str:
        number = " + ".join(f'("{q}" < {CATEGORIES})::INT' for q in members)
        put = " + ".join(f'("{q}" NOT IN ({", ".join(map(str, NOT_PUT))}))::INT' for q in members)
        total = " + ".join(f'(CASE WHEN "{q}" < {CATEGORIES} THEN "{q}"::INT ELSE 0 END)' for q in members)
        scores = f"SELECT wave, domain, {number} AS number, {put} AS put, {total} AS total FROM frame"
        kept = "number > 0 AND number * 2 >= put"
        top = f"sum((total / number + 1 >= {TOP_FROM})::INT)"
        return f"SELECT wave, domain, count(*), {top} FROM ({scores}) WHERE {kept} GROUP BY wave, domain"

    def run() -> Any:
        counted = [
            base.execute(f'SELECT wave, domain, "{q}", count(*) FROM frame GROUP BY ALL').fetchall() for q in names
        ]
        return counted, [base.execute(of_element(members)).fetchall() for members in groups.values()]

    def counts(result: Any) -> Counts:
        cubes: Counts = {}
        for name, rows in zip(names, result[0], strict=True):
            waves, domains, codes, sizes = zip(*rows, strict=True)
            fill(cubes, name, waves, domains, [CODES.index(c) for c in codes], sizes, len(CODES))
        for name, rows in zip(groups, result[1], strict=True):
            cubes[name] = np.zeros((len(WAVES), len(DOMAINS), 2), dtype=np.int64)
            for wave, domain, size, top in rows:
                cubes[name][wave, domain] = size, top
        return cubes

    return run, counts


PEERS: dict[str, tuple[Callable[..., Peer], int]] = {
    "houvast, 1 thread": (with_houvast(1), 1),
    "houvast, 2 threads": (with_houvast(2), 2),
    "houvast with pairs for alpha, 2 threads": (with_houvast(2, pairs=True), 2),
    "polars, 1 thread": (with_polars, 1),
    "polars, 2 threads": (with_polars, 2),
    "pandas": (with_pandas, 1),
    "duckdb, 1 thread": (with_duckdb, 1),
}


def memory(field: str) -> int:
    """A field of this process's status in KiB, or the highest ever where there is no such file."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) for line in status if line.startswith(field))
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def measure(peer: str, respondents: int, repeat: int) -> dict[str, Any]:
    """Time, memory and counts of one peer, in this process."""
    asked = instrument()
    columns = survey(respondents, [q.id for q in asked.questions])
    run, counts = PEERS[peer][0](columns, asked)
    with contextlib.suppress(OSError):  # forget the peak of making the survey
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    before = memory("VmRSS")
    wall, cpu = [], []
    for _ in range(repeat):
        start, start_cpu = time.perf_counter(), time.process_time()
        result = run()
        wall.append(time.perf_counter() - start)
        cpu.append(time.process_time() - start_cpu)
    peak = memory("VmHWM") - before
    digest = {name: cube.tolist() for name, cube in counts(result).items()}
    return {"wall": min(wall), "cpu": min(cpu), "peak": peak / 1024, "counts": digest}


def main() -> None:
    """Runs every peer and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--respondents", type=int, default=500_000)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--peer", choices=PEERS)
    given = parser.parse_args()
    if given.peer:
        print(json.dumps(measure(given.peer, given.respondents, given.repeat)))
        return
    results = {}
    for peer, (_, threads) in PEERS.items():
        command = [sys.executable, __file__, "--peer", peer]
        command += ["--respondents", str(given.respondents), "--repeat", str(given.repeat)]
        environment = os.environ | {"POLARS_MAX_THREADS": str(threads)}
        results[peer] = json.loads(subprocess.check_output(command, env=environment, text=True))
    first = results["houvast, 1 thread"]
    print(f"{given.respondents:,} respondents × 24 questions × {len(WAVES)} waves, {len(DOMAINS)} domains\n")
    print("| | time, ms | processor time, ms | time ratio | processor ratio | peak memory, MiB | same counts |")
    print("|---|---|---|---|---|---|---|")
    for peer, result in results.items():
        same = "yes" if result["counts"] == first["counts"] else "NO"
        numbers = f"{result['wall'] * 1e3:,.0f} | {result['cpu'] * 1e3:,.0f}"
        ratios = f"{result['wall'] / first['wall']:.2f} | {result['cpu'] / first['cpu']:.2f}"
        print(f"| {peer} | {numbers} | {ratios} | {result['peak']:,.0f} | {same} |")
    if any(result["counts"] != first["counts"] for result in results.values()):
        sys.exit("the peers do not count the same")


if __name__ == "__main__":
    main()
