"""A million answers into a study: from CSV, Parquet and an Arrow stream, beside polars reading the same file.

Each way runs in a process of its own; time is the best of several, memory is what the peak rises above the start.
polars only reads; houvast reads, checks every answer against its question, scale, respondent and wave, and builds the
study. Prints a Markdown table.

    python bench/compare/frames.py [--answers 1000000] [--repeat 3]
"""

from __future__ import annotations

import argparse
import contextlib
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

HEADER = {
    "schema": "houvast-study/1",
    "id": "landelijk",
    "title": {"nl": "Landelijk", "en": "National"},
    "instruments": ["six-elements"],
    "waves": [{"id": "2023"}, {"id": "2024"}],
}


def write(folder: Path, answers: int) -> int:
    """Parties and long answers as CSV, Parquet and an Arrow stream; returns the number of answers."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.csv as pc
    import pyarrow.parquet as pq

    import houvast

    rng = np.random.default_rng(2024)
    questions = [q.id for q in houvast.instrument("six-elements").questions if q.scale]
    labels = ["1", "2", "3", "4", "5", "voor een deel", "helemaal", "weet ik niet"]
    people = -(-answers // (len(questions) * 2))
    parties = max(people // 50, 1)
    rows = people * len(questions) * 2
    who = np.tile(np.repeat(np.arange(people), len(questions)), 2)
    table = pa.table(
        {
            "wave": np.repeat(["2023", "2024"], rows // 2),
            "respondent": np.char.add("r", who.astype(str)),
            "party": np.char.add("p", (who % parties).astype(str)),
            "question": np.tile(questions, people * 2),
            "answer": np.array(labels)[rng.integers(0, len(labels), rows)],
        }
    )
    (folder / "study.json").write_text(json.dumps(HEADER), encoding="utf-8")
    lines = "\n".join(f"p{i},{people}" for i in range(parties))
    (folder / "parties.csv").write_text(f"id,asked\n{lines}\n", encoding="utf-8")
    for kind in ("csv", "parquet"):
        (folder / kind).mkdir()
        for name in ("study.json", "parties.csv"):
            (folder / kind / name).write_bytes((folder / name).read_bytes())
    pc.write_csv(table, folder / "csv" / "answers.csv")
    pq.write_table(table, folder / "parquet" / "answers.parquet")
    with pa.ipc.new_file(folder / "answers.arrow", table.schema) as writer:
        writer.write_table(table)
    return rows


def _houvast_arrow(folder: Path) -> int:
    import pyarrow as pa

    import houvast

    with pa.memory_map(str(folder / "answers.arrow")) as source:
        answers = pa.ipc.open_file(source).read_all()
        parties = {"id": [], "asked": []}
        for line in (folder / "parties.csv").read_text(encoding="utf-8").splitlines()[1:]:
            identity, asked = line.split(",")
            parties["id"].append(identity)
            parties["asked"].append(asked)
        return int(houvast.study_from_frames(HEADER, parties=parties, answers=answers).answers)


def _houvast_folder(kind: str) -> Callable[[Path], int]:
    def run(folder: Path) -> int:
        import houvast

        return int(houvast.load(folder / kind).answers)

    return run


def _lists_of_cells(folder: Path) -> int:
    """As before the quick reader: Python's csv module, a list per row."""
    from houvast import _core
    from houvast.io.folder import _bytes, _table

    files = [("parties", folder / "csv" / "parties.csv"), ("answers", folder / "csv" / "answers.csv")]
    tables = [_table(name, file.name, _bytes(file)) for name, file in files]
    return int(_core.study_from_tables(json.dumps(HEADER).encode(), tables, "study.json").answers)


def _polars(kind: str) -> Callable[[Path], int]:
    def run(folder: Path) -> int:
        import polars as pl

        if kind == "csv":
            return pl.read_csv(folder / "csv" / "answers.csv", infer_schema=False).height
        if kind == "parquet":
            return pl.read_parquet(folder / "parquet" / "answers.parquet").height
        return pl.read_ipc(folder / "answers.arrow").height

    return run


WAYS: dict[str, Callable[[Path], int]] = {
    "CSV: polars reads": _polars("csv"),
    "CSV: houvast.load": _houvast_folder("csv"),
    "CSV: houvast with Python's csv module": _lists_of_cells,
    "Parquet: polars reads": _polars("parquet"),
    "Parquet: houvast.load": _houvast_folder("parquet"),
    "Arrow: polars reads": _polars("arrow"),
    "Arrow: houvast.study_from_frames": _houvast_arrow,
}


def _memory(field: str) -> int:
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) for line in status if line.startswith(field))
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def measure(way: str, folder: Path, repeat: int) -> dict[str, Any]:
    """Time, processor time and memory of one way, in this process."""
    import polars  # noqa: F401  loaded before the clock and the memory count start
    import pyarrow.parquet  # noqa: F401

    import houvast  # noqa: F401

    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    before, wall, cpu, rows = _memory("VmRSS"), [], [], 0
    for _ in range(repeat):
        start, start_cpu = time.perf_counter(), time.process_time()
        rows = WAYS[way](folder)
        wall.append(time.perf_counter() - start)
        cpu.append(time.process_time() - start_cpu)
    return {"wall": min(wall), "cpu": min(cpu), "peak": (_memory("VmHWM") - before) / 1024, "rows": rows}


def main() -> None:
    """Runs every way and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--answers", type=int, default=1_000_000)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--way", choices=WAYS)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    if given.way:
        print(json.dumps(measure(given.way, given.folder, given.repeat)))
        return
    with tempfile.TemporaryDirectory() as name:
        rows = write(Path(name), given.answers)
        print(f"{rows:,} answers\n\n| | time, ms | processor time, ms | peak memory, MiB |\n|---|---|---|---|")
        for way in WAYS:
            command = [sys.executable, __file__, "--way", way, "--folder", name, "--repeat", str(given.repeat)]
            result = json.loads(subprocess.check_output(command, text=True))
            if result["rows"] != rows:
                sys.exit(f"{way}: {result['rows']} answers instead of {rows}")
            print(f"| {way} | {result['wall'] * 1e3:,.0f} | {result['cpu'] * 1e3:,.0f} | {result['peak']:,.0f} |")


if __name__ == "__main__":
    main()
