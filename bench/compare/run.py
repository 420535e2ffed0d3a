"""houvast beside its peers, in one run: `python bench/compare/run.py [--quick]`.

Makes an environment of its own with the peers (build/compare), and houvast from this repository, or from the folder
that HOUVAST_FROM names (HOUVAST_BUILD says which build that is). Every program does every work in a process of its own
that stays alive, and the programs take turns, round after round; a ratio is the median over rounds of what both took in
the same round, so that a busy moment weighs on both. Answers must be equal. What the machine can do at most is measured
in the same run. Writes bench/RESULTS.md and bench/results.json.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import os
import pickle
import platform
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PLACE = ROOT / "build" / "compare"
PEERS = (
    *("duckdb", "igraph", "krippendorff", "networkit", "networkx", "numpy", "pandas", "pingouin", "polars", "pyarrow"),
    *("rustworkx", "scipy"),
)
ROUNDS = 5
LONG = 20.0  # seconds, after which a program has no further rounds
EQUAL = 1e-9
BYTES = 256 * 2**20  # what the machine reads, to see how fast it can


def environment() -> Path:
    """The Python of the environment, made when it is not there."""
    python = PLACE / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(PLACE)], check=True)
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", *PEERS], check=True)
    if "HOUVAST_FROM" not in os.environ:
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", str(ROOT)], check=True)
    return python


# One program on one work ----------------------------------------------------------------------------------------------


def serve(name: str, size: int, program: str, threads: int, quick: bool) -> None:
    """Prepares a work and does it once for every line of standard input; the last line asks for the answer."""
    from works import works

    with os.fdopen(os.dup(1), "wb") as out:
        os.dup2(2, 1)  # what a program prints is no result
        found = next(work for work in works(quick) if work.name == name)
        try:
            prepared = found.prepare(program, threads, size)
        except ImportError:
            prepared = None
        tell(out, prepared is not None)
        answer = None
        for line in sys.stdin if prepared else ():
            if line.strip() == "answer":
                peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
                tell(out, {"peak": peak, "answer": prepared[1](answer)})
                return
            begin = time.perf_counter()
            answer = prepared[0]()
            tell(out, time.perf_counter() - begin)


def tell(out: Any, found: Any) -> None:
    """Hands a result over."""
    pickle.dump(found, out)
    out.flush()


class Program:
    """A program that does one work, alive between rounds."""

    def __init__(self, work: Any, size: int, program: str, threads: int, quick: bool) -> None:
        self.name = f"{program}, {threads} thread{'s' * (threads > 1)}"
        self.seconds: list[float] = []
        command = [sys.executable, __file__, "--serve", work.name, str(size), program, str(threads)]
        limits = dict.fromkeys(("POLARS_MAX_THREADS", "OMP_NUM_THREADS", "RAYON_NUM_THREADS"), str(threads))
        self._process = subprocess.Popen(
            [*command, *(["--quick"] if quick else [])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | limits,
        )
        self.able = bool(self._told())

    def round(self) -> None:
        """Does the work once more, unless that takes long."""
        if sum(self.seconds) < LONG:
            self._ask("go")
            self.seconds.append(self._told())

    def close(self) -> dict[str, Any]:
        """Its answer and peak memory."""
        self._ask("answer")
        found: dict[str, Any] = self._told()
        self._process.wait()
        return found

    def _ask(self, words: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{words}\n".encode())
        self._process.stdin.flush()

    def _told(self) -> Any:
        assert self._process.stdout is not None
        return pickle.load(self._process.stdout)


def same(one: Any, other: Any) -> bool:
    """Whether two answers are equal."""
    import numpy as np

    left, right = (np.nan_to_num(np.asarray(each, dtype=float)) for each in (one, other))
    return left.shape == right.shape and bool(np.allclose(left, right, rtol=EQUAL, atol=EQUAL))


def compared(work: Any, quick: bool) -> list[dict[str, Any]]:
    """One work by all who can do it, in turns."""
    started = [Program(work, work.size, *each, quick) for each in work.programs]
    able = [program for program in started if program.able]
    for _ in range(ROUNDS):
        for program in able:
            program.round()
    told = [program.close() for program in able]
    first = able[0].seconds
    rows = []
    for program, found in zip(able, told, strict=True):
        both = list(zip(program.seconds, first, strict=False))  # of the rounds that both did
        rows.append(
            {
                "work": work.name,
                "size": work.size,
                "program": program.name,
                "seconds": statistics.median(program.seconds),
                "spread": [min(program.seconds), max(program.seconds)],
                "rounds": len(program.seconds),
                "ratio": statistics.median(theirs / ours for theirs, ours in both),
                "peak_mib": found["peak"],
                "equal": same(found["answer"], told[0]["answer"]),
            }
        )
    return rows


# The machine, and how cost grows --------------------------------------------------------------------------------------


def limits() -> dict[str, float]:
    """What the machine reads from memory in one thread and in two, in GB/s: the best of several."""
    import threading

    import numpy as np

    block = np.ones(BYTES // 8, dtype=np.uint64)

    def read(threads: int) -> float:
        parts = np.array_split(block, threads)
        running = [threading.Thread(target=np.add.reduce, args=(part,)) for part in parts]
        begin = time.perf_counter()
        for thread in running:
            thread.start()
        for thread in running:
            thread.join()
        return BYTES / 1e9 / (time.perf_counter() - begin)

    return {f"{threads} thread{'s' * (threads > 1)}": max(read(threads) for _ in range(7)) for threads in (1, 2)}


def grown(work: Any, sizes: list[int], quick: bool) -> dict[str, Any]:
    """Ours at growing sizes: seconds, and the exponent of cost by size (least squares of logarithms)."""
    import numpy as np

    seconds = []
    for size in sizes:
        program = Program(work, size, "houvast", 1, quick)
        for _ in range(ROUNDS):
            program.round()
        program.close()
        seconds.append(statistics.median(program.seconds))
    exponent = float(np.polyfit(np.log(sizes), np.log(seconds), 1)[0])
    return {"work": work.name, "sizes": sizes, "seconds": seconds, "exponent": exponent}


# The record -----------------------------------------------------------------------------------------------------------


def page(record: dict[str, Any]) -> str:
    """What bench/RESULTS.md holds."""
    machine, packages = record["machine"], record["packages"]
    lines = [
        "# houvast beside its peers",
        "",
        "Made by `python bench/compare/run.py" + (" --quick`." if record["quick"] else "`."),
        f"{machine['processor']}, {machine['cores']} cores, Python {machine['python']}; load of the machine"
        f" {machine['load'][0]:.1f} at the start and {machine['load'][1]:.1f} at the end: above the number of cores,",
        "others used them as well, so times are long and ratios, taken within a round, are what counts.",
        "",
        "houvast: " + record["houvast"] + ".",
        "Peers: " + ", ".join(f"{name} {version}" for name, version in packages.items()) + ".",
        "",
        "Reading from memory (numpy, 256 MiB, best of seven): "
        + ", ".join(f"{speed:.1f} GB/s with {threads}" for threads, speed in record["limits"].items())
        + ".",
        "",
        f"Median of up to {ROUNDS} rounds in turns, smallest and largest; ratio to houvast with one thread,",
        "median over rounds; memory is the peak of the whole process with its data; equal within 1e-9. Loading:",
        "polars only reads.",
        "",
        "| work | size | program | ms | smallest–largest | ratio | MiB | equal |",
        "|---|---:|---|---:|---:|---:|---:|---|",
    ]
    for row in record["rows"]:
        low, high = (f"{1000 * end:,.1f}" for end in row["spread"])
        lines.append(
            f"| {row['work']} | {row['size']:,} | {row['program']} | {1000 * row['seconds']:,.1f} | {low}–{high}"
            f" | {row['ratio']:.2f} | {row['peak_mib']:,.0f} | {'yes' if row['equal'] else 'NO'} |"
        )
    lines += [
        "",
        "## Goals",
        "",
        "How many times as long as houvast with one thread a peer has to take at least (below 1: houvast may take"
        " longer), at the full sizes" + (", of which these are a tenth." if record["quick"] else "."),
        "",
        "| goal | at least | measured | met |",
        "|---|---:|---:|---|",
    ]
    for told in record["goals"]:
        lines.append(
            f"| {told['goal']} | {told['asked']:g} | {told['measured']:.2f} | {'yes' if told['met'] else 'NO'} |"
        )
    lines += [
        "",
        "## How cost grows",
        "",
        "houvast with one thread: seconds at each size, and the exponent e of size^e.",
        "",
    ]
    lines += ["| work | sizes | ms | exponent |", "|---|---|---|---:|"]
    for curve in record["curves"]:
        sizes = ", ".join(f"{size:,}" for size in curve["sizes"])
        took = ", ".join(f"{1000 * seconds:,.2f}" for seconds in curve["seconds"])
        lines.append(f"| {curve['work']} | {sizes} | {took} | {curve['exponent']:.2f} |")
    return "\n".join(lines) + "\n"


def inside(quick: bool) -> bool:
    """The whole run, in the environment; False when an answer differs."""
    from goals import verdicts
    from works import curves, works

    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    rows = []
    for work in works(quick):
        print(work.name, flush=True)
        rows += compared(work, quick)
    limit = limits()
    record = {
        "quick": quick,
        "houvast": os.environ.get("HOUVAST_BUILD", "installed from this repository by pip"),
        "rows": rows,
        "curves": [grown(work, sizes, quick) for work, sizes in curves(quick)],
        "limits": limit,
        "goals": verdicts(rows, limit),
        "packages": {name: importlib.metadata.version(name) for name in PEERS},
        "machine": {
            "processor": platform.machine(),
            "cores": os.cpu_count(),
            "python": platform.python_version(),
            "load": [load, os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")],
        },
    }
    (ROOT / "bench" / "results.json").write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    (ROOT / "bench" / "RESULTS.md").write_text(page(record), encoding="utf-8")
    return all(row["equal"] for row in rows if "load answers" not in row["work"])


def main() -> None:
    """Makes the environment and runs in it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a tenth of the sizes: some minutes")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--serve", nargs=4, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        name, size, program, threads = options.serve
        serve(name, int(size), program, int(threads), options.quick)
    elif options.inside:
        sys.exit(0 if inside(options.quick) else "an answer differs: see NO in bench/RESULTS.md")
    else:
        found = os.environ.get("HOUVAST_FROM")
        more = {"PYTHONPATH": found} if found else {}
        command = [str(environment()), __file__, "--inside", *(["--quick"] if options.quick else [])]
        sys.exit(subprocess.run(command, env=os.environ | more, check=False).returncode)


if __name__ == "__main__":
    main()
