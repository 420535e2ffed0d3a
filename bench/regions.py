"""A study per region: a loop on one machine, Dask and Spark, with one and the same table.

    python bench/regions.py [--regions 2000] [--answers 20000]

Some studies are drawn by chance, saved as Parquet and used in turn under the names of all regions. For each region the
study is read and its coverage, agenda and scores of elements become rows. Prints the seconds of each engine (starting
it apart), and whether its table equals the loop's.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from country import WORKERS, started_spark
from scale import study

import houvast
from houvast.distributed import dask as on_dask
from houvast.distributed import map_studies
from houvast.distributed import spark as on_spark

DISTINCT = 10
QUESTIONS = 23
HEARD = 0.9  # of the parties of a drawn study answer


def rows(study: houvast.Study) -> Iterator[dict[str, Any]]:
    """A row per element, with what asks for attention in the region and whether the element is on its agenda."""
    missing = sum(finding.status in ("attention", "missing") for finding in study.coverage())
    agenda = [item.element for item in study.agenda()]
    for row in study.scores(by="perspective").to_dicts():
        if row["kind"] == "element":
            yield {**row, "missing": missing, "on_agenda": row["id"] in agenda}


def main() -> None:
    """Runs every engine and prints a table."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--regions", type=int, default=2000)
    options.add_argument("--answers", type=int, default=20_000)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        parties = round(chosen.answers / QUESTIONS / HEARD)
        drawn = [study(parties, seed).save(Path(folder) / f"s{seed}", tables="parquet") for seed in range(DISTINCT)]
        sources = {f"regio-{i}": drawn[i % DISTINCT] for i in range(chosen.regions)}
        spark = started_spark()
        import dask

        engines: dict[str, Callable[[], Any]] = {
            "loop": lambda: map_studies(sources, rows),
            "Dask, 2 processes": lambda: on_dask.map_studies(sources, rows),
            "Spark local[2]": lambda: on_spark.map_studies(spark, sources, rows),
        }
        expected = None
        print(f"{chosen.regions} regions\n")
        print("| engine | s | ms a region | rows | as the loop |\n|---|---:|---:|---:|---|")
        for name, work in engines.items():
            begin = time.perf_counter()
            with dask.config.set(scheduler="processes", num_workers=WORKERS):
                table = work()
            seconds = time.perf_counter() - begin
            expected = table if expected is None else expected
            same = "yes" if table.equals(expected) else "no"
            pace = 1000 * seconds / chosen.regions
            print(f"| {name} | {seconds:.1f} | {pace:.1f} | {table.num_rows} | {same} |", flush=True)


if __name__ == "__main__":
    main()
