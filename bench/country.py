"""A country's answers from Parquet: houvast on one machine, Dask and Spark, and Spark's own SQL doing the same counts.

    python bench/country.py [--answers 10000000] [--files 8] [--repeat 1]

Writes wide tables of answers drawn by chance (23 questions, 40 regions, 2 waves) to a temporary folder, and counts them
in a process of its own per engine; with --repeat every file is counted that many times, so that a billion answers need
no disk of their own. Prints per engine the seconds of counting (starting the engine apart), the largest memory of the
process and its children together, and the digest of the tally's bytes, which must be one and the same. SQL counts how
often each question got each answer per region and wave, which is less than a tally holds.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

import houvast
from houvast.scoring import Tally

QUESTIONS = Tally(houvast.instrument("six-elements")).questions
CHOSEN = {"groups": "regio", "waves": "jaar"}
WORKERS = 2


def write(folder: Path, answers: int, files: int) -> None:
    """Tables with a fifth of the answers missing, regions as texts and waves as numbers."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    people = answers // len(QUESTIONS) // files
    for number in range(files):
        random = np.random.default_rng(number)
        columns = {
            question: pa.array(random.integers(1, 6, people).astype(np.int8), mask=random.random(people) < 0.2)
            for question in QUESTIONS
        }
        columns["regio"] = pa.array(np.char.add("regio-", random.integers(0, 40, people).astype(str)))
        columns["jaar"] = pa.array(random.integers(2023, 2025, people))
        pq.write_table(pa.table(columns), folder / f"{number:03}.parquet")


def digest(tally: Tally) -> str:
    """Of the tally's bytes."""
    return hashlib.sha256(tally.to_bytes()).hexdigest()[:16]


def one_machine(paths: list[str], threads: int) -> tuple[float, str]:
    """Files as a stream."""
    begin = time.perf_counter()
    tally = houvast.tally_files(paths, "six-elements", **CHOSEN, threads=threads)
    return time.perf_counter() - begin, digest(tally)


def on_dask(paths: list[str]) -> tuple[float, str]:
    """Two worker processes."""
    import dask
    import dask.dataframe as dd

    from houvast.distributed import dask as engine

    with dask.config.set(scheduler="processes", num_workers=WORKERS):
        begin = time.perf_counter()
        tally = engine.tally(dd.read_parquet(paths), "six-elements", **CHOSEN)
        return time.perf_counter() - begin, digest(tally)


def started_spark() -> Any:
    """A session that has counted something already."""
    from pyspark.sql import SparkSession

    options = {"spark.ui.enabled": "false", "spark.pyspark.python": sys.executable, "spark.driver.memory": "3g"}
    options["spark.sql.execution.arrow.maxRecordsPerBatch"] = "100000"
    builder = SparkSession.builder.master(f"local[{WORKERS}]")
    for name, value in options.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.range(1000).mapInArrow(lambda batches: batches, "id long").count()  # the engine has started
    return session


def on_spark(paths: list[str]) -> tuple[float, str]:
    """Two tasks at a time."""
    from houvast.distributed import spark as engine

    session = started_spark()
    begin = time.perf_counter()
    tally = engine.tally(session.read.parquet(*paths), "six-elements", **CHOSEN)
    return time.perf_counter() - begin, digest(tally)


def spark_sql(paths: list[str]) -> tuple[float, str]:
    """Counts of every answer by region and wave, in Spark's own SQL."""
    session = started_spark()
    begin = time.perf_counter()
    session.read.parquet(*paths).createOrReplaceTempView("answers")
    sums = ", ".join(
        f"count_if(`{question}` = {value}) AS c{i}_{value}"
        for i, question in enumerate(QUESTIONS)
        for value in range(1, 6)
    )
    rows = session.sql(f"SELECT regio, jaar, {sums} FROM answers GROUP BY regio, jaar").collect()
    return time.perf_counter() - begin, f"{len(rows)} rows"


ENGINES: dict[str, Callable[[list[str]], tuple[float, str]]] = {
    "one machine, 1 thread": lambda paths: one_machine(paths, 1),
    "one machine, 2 threads": lambda paths: one_machine(paths, WORKERS),
    "Dask, 2 processes": on_dask,
    "Spark local[2]": on_spark,
    "Spark SQL, local[2]": spark_sql,
}


def _memory(process: int) -> int:
    """Bytes of a process and its children, as far as they are not shared."""
    total, waiting = 0, [process]
    while waiting:
        place = Path("/proc") / str(waiting.pop())
        try:
            rows = (place / "smaps_rollup").read_text().splitlines()
            total += next(int(row.split()[1]) * 1024 for row in rows if row.startswith("Pss:"))
            for task in (place / "task").iterdir():
                waiting += [int(child) for child in (task / "children").read_text().split()]
        except (OSError, StopIteration):
            continue  # it ended meanwhile
    return total


def measured(engine: str, paths: list[str]) -> tuple[float, str, int]:
    """Seconds, digest and largest memory of an engine in a process of its own."""
    command = [sys.executable, __file__, "--engine", engine]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        largest, ended = [0], threading.Event()

        def watch() -> None:
            while not ended.wait(0.2):
                largest[0] = max(largest[0], _memory(process.pid))

        watcher = threading.Thread(target=watch)
        watcher.start()
        told, _ = process.communicate(json.dumps(paths).encode())
        ended.set()
        watcher.join()
    seconds, result = json.loads(told.splitlines()[-1])
    return seconds, result, largest[0]


def main() -> None:
    """Runs every engine and prints a table."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--answers", type=int, default=10_000_000)
    options.add_argument("--files", type=int, default=8)
    options.add_argument("--repeat", type=int, default=1)
    options.add_argument("--only", choices=ENGINES, nargs="*", default=[*ENGINES])
    options.add_argument("--engine", choices=ENGINES, help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.engine:
        print(json.dumps(ENGINES[chosen.engine](json.load(sys.stdin))))
        return
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), chosen.answers, chosen.files)
        paths = sorted(map(str, Path(folder).iterdir())) * chosen.repeat
        print(f"{chosen.answers * chosen.repeat:,} answers\n")
        print("| engine | s | million answers a s | MiB | digest |\n|---|---:|---:|---:|---|")
        for engine in chosen.only:
            seconds, result, memory = measured(engine, paths)
            pace = chosen.answers * chosen.repeat / seconds / 1e6
            print(f"| {engine} | {seconds:.2f} | {pace:.1f} | {memory / 2**20:.0f} | `{result}` |", flush=True)


if __name__ == "__main__":
    main()
