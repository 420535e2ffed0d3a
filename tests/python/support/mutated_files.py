"""Damages the files of the tests in many ways and reads them: nothing but houvast.Error may come of it, and soon.

Run: python tests/python/support/mutated_files.py [--runs 2000] [--seed 1]. docs/dev/trust.md keeps the record.
"""

from __future__ import annotations

import argparse
import io
import random
import resource
import sys
import tempfile
import time
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import houvast
from houvast import graphs
from houvast.convert import Mapping, convert

DATA = Path(__file__).parents[2] / "data"
TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".ods", ".sav", ".zip")
NETWORKS = (".net", ".paj", ".dl", ".vna", ".gml", ".graphml", ".gexf")
SLOWEST = 10.0  # seconds
LARGEST = 2 << 30  # bytes of memory
PIECES = [
    b"\0",
    b'"',
    b",",
    b";",
    b"\n",
    b"\r",
    b"\xff\xfe",
    b"\xc3\xab",
    b"<",
    b"&#0;",
    b"1e999",
    b"-1",
    b"9" * 400,
    b"@",
]

Mutation = Callable[[bytes, random.Random], bytes]


def _span(data: bytes, rng: random.Random) -> tuple[int, int]:
    start = rng.randrange(len(data) + 1)
    return start, min(len(data), start + rng.choice([1, 1, 2, 8, 64, 512]))


def flipped(data: bytes, rng: random.Random) -> bytes:
    """Some bytes are others."""
    made = bytearray(data)
    for _ in range(rng.choice([1, 1, 3, 20])):
        made[rng.randrange(len(made))] = rng.randrange(256)
    return bytes(made)


def cut(data: bytes, rng: random.Random) -> bytes:
    """The end is missing, or a part of the middle."""
    start, end = _span(data, rng)
    return data[:start] if rng.random() < 0.5 else data[:start] + data[end:]


def doubled(data: bytes, rng: random.Random) -> bytes:
    """A part stands there twice."""
    start, end = _span(data, rng)
    return data[:end] + data[start:end] * rng.choice([1, 2, 50]) + data[end:]


def inserted(data: bytes, rng: random.Random) -> bytes:
    """A piece that means something stands where it does not belong."""
    start, _ = _span(data, rng)
    return data[:start] + rng.choice(PIECES) * rng.choice([1, 1, 5]) + data[start:]


def lines_moved(data: bytes, rng: random.Random) -> bytes:
    """Lines are gone, twice there, or in another order."""
    lines = data.split(b"\n")
    one, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    if rng.random() < 0.3:
        del lines[one]
    elif rng.random() < 0.5:
        lines[one], lines[other] = lines[other], lines[one]
    else:
        lines.insert(one, lines[other])
    return b"\n".join(lines)


def cells_moved(data: bytes, rng: random.Random) -> bytes:
    """A cell of one line stands in the place of a cell of another, or is empty."""
    lines = data.split(b"\n")
    separator = max((b",", b";", b"\t"), key=lines[0].count)
    one, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    cells, others = lines[one].split(separator), lines[other].split(separator)
    cells[rng.randrange(len(cells))] = rng.choice([b"", rng.choice(others), rng.choice(PIECES)])
    lines[one] = separator.join(cells)
    return b"\n".join(lines)


PLAIN: tuple[Mutation, ...] = (flipped, cut, doubled, inserted, lines_moved, cells_moved)


def inside(data: bytes, rng: random.Random) -> bytes:
    """A part of a zip file, such as the sheet of a workbook, is damaged and packed again."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        chosen = rng.choice(names)
        for name in names:
            text = old.read(name)
            new.writestr(name, rng.choice(PLAIN)(text, rng) if name == chosen and text else text)
    return made.getvalue()


def mutated(path: Path, rng: random.Random) -> bytes:
    """A file with one to three kinds of damage."""
    data = path.read_bytes()
    for _ in range(rng.choice([1, 1, 2, 3])):
        packed = _is_sound_zip(data) and rng.random() < 0.7
        data = inside(data, rng) if packed else rng.choice(PLAIN)(data or b" ", rng)
    return data


def _is_sound_zip(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.testzip() is None
    except Exception:  # whatever a damaged one does to the zip module
        return False


def read(path: Path, as_roster: bool) -> None:
    """Reads a file as what it claims to be."""
    if path.suffix in NETWORKS:
        graphs.read(path)
    elif path.suffix == ".json":
        Mapping.load(path) if "mapping" in path.name else houvast.load(path)
    elif as_roster:
        convert({"partij": ["x"], "E1.1": ["deels"]}, roster=path, key=bytes(32))
    else:
        convert(path, key=bytes(32))


@dataclass
class Record:
    """What became of the damaged files."""

    results: Counter[str] = field(default_factory=Counter)
    slowest: tuple[float, str] = (0.0, "")
    faults: list[str] = field(default_factory=list)

    def add(self, name: str, run: int, result: str, seconds: float) -> None:
        """Counts one run."""
        self.results[result] += 1
        self.slowest = max(self.slowest, (seconds, name))
        if seconds > SLOWEST:
            self.faults.append(f"run {run}, {name}: {seconds:.1f} s")


def fixtures() -> list[Path]:
    """The files of the tests that houvast reads."""
    found = [path for path in DATA.rglob("*") if path.suffix in (*TABLES, *NETWORKS)]
    return sorted([*found, *DATA.glob("exports/*.mapping.json")])


def tried(runs: int, seed: int) -> Record:
    """Reads so many damaged files, each file of the tests in turn."""
    record, files = Record(), fixtures()
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore", graphs.LeftOutWarning)
        for run in range(runs):
            rng = random.Random(f"{seed}/{run}")
            path = files[run % len(files)]
            place = Path(folder) / f"damaged{'.mapping' if path.suffix == '.json' else ''}{path.suffix}"
            place.write_bytes(mutated(path, rng))
            began = time.monotonic()
            try:
                read(place, as_roster="roster" in path.name or "deelnemers" in path.name)
                result = "read"
            except houvast.Error as error:
                result = error.code[:4] + "xx"
            except Exception as error:  # what this looks for
                result = type(error).__name__
                record.faults.append(f"run {run}, {path.name}: {result}: {error}")
            record.add(path.name, run, result, time.monotonic() - began)
    return record


def main() -> int:
    """Runs, prints the record, and returns 1 when there was a fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    record = tried(given.runs, given.seed)
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)  # workbooks and .sav are read in a process of their own
    memory = max(resource.getrusage(who).ru_maxrss for who in whose) * 1024
    print(f"{given.runs} runs on {len(fixtures())} files, seed {given.seed}: {dict(sorted(record.results.items()))}")
    print(f"slowest {record.slowest[0]:.1f} s ({record.slowest[1]}), memory {memory >> 20} MiB")
    for fault in record.faults:
        print(fault)
    return 1 if record.faults or memory > LARGEST else 0


if __name__ == "__main__":
    sys.exit(main())
