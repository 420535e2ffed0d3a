"""Tries whether the tests notice small faults in the sources; scripts/mutate says how it is called."""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, as_completed
from dataclasses import asdict
from pathlib import Path

from build import compile_targets, configure, culprits, python_module, sanitized
from mutants import Mutant, draw, listed, numbered, write_tree, written
from points import Point, points_of
from python_tests import PythonTests
from record import KILLED, Equal, Record, report
from source import flags_of
from trial import Place, Test

ROOT = Path(__file__).resolve().parent.parent.parent
ROOMS = ["disclosure", "coverage", "gerdes", "graph", "scoring"]


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/mutate", description=__doc__)
    parser.add_argument("--rooms", nargs="+", default=ROOMS)
    parser.add_argument("--count", type=int, default=160, help="changes of each room")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--place", type=Path, default=ROOT / "build" / "mutation")
    parser.add_argument("--only", type=int, nargs="+", help="try these again and show what the tests say")
    parser.add_argument("--python", action="store_true", help="what survives goes to the room's Python tests as well")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    return parser.parse_args()


def digest(names: list[str]) -> str:
    whole = hashlib.sha256()
    for name in filter(lambda each: (ROOT / each).is_file(), names):  # a link may be one to a folder
        whole.update(name.encode() + b"\0" + (ROOT / name).read_bytes())
    return whole.hexdigest()[:16]


def room_points(options: argparse.Namespace, sources: str) -> dict[str, dict[str, list[Point]]]:
    """By room and file; reading takes a second a file, so it is kept."""
    commands = options.place / "commands"
    configure(ROOT, commands)
    flags, found = flags_of(commands), {}
    finder = hashlib.sha256((Path(__file__).with_name("points.py")).read_bytes()).hexdigest()[:16]
    for room in options.rooms:
        cache = options.place / f"points-{room}.json"
        kept = json.loads(cache.read_text(encoding="utf-8")) if cache.is_file() else {}
        if kept.get("key") != [sources, finder]:
            paths = sorted((ROOT / "src" / room).rglob("*.cpp"))
            names = [path.relative_to(ROOT).as_posix() for path in paths]
            with ProcessPoolExecutor(options.jobs) as pool:
                each = list(pool.map(points_of, paths, names, [flags[str(path)] for path in paths]))
            rows = {name: [asdict(point) for point in points] for name, points in zip(names, each, strict=True)}
            kept = {"key": [sources, finder], "files": rows}
            cache.write_text(json.dumps(kept), encoding="utf-8")
        found[room] = {name: [Point(**row) for row in rows] for name, rows in kept["files"].items()}
        print(f"   {room}: {sum(map(len, found[room].values()))} points in {len(found[room])} files", flush=True)
    return found


def compiled(
    options: argparse.Namespace, points: dict[str, dict[str, list[Point]]], record: Record
) -> tuple[list[Mutant], list[str]]:
    """The changes that compile, and the test programs that have them."""
    every = sorted(path.name for path in (ROOT / "src").iterdir() if path.is_dir())
    tree, build = options.place / "tree", options.place / "tests"
    while True:
        drawn = {room: draw(points[room], options.count, options.seed, room, record.dropped) for room in options.rooms}
        mutants = numbered(drawn, every)
        write_tree(ROOT, tree, mutants)
        targets = sanitized(tree, build)
        said = compile_targets(build, targets, options.place / "built.txt", options.jobs)
        if not said:
            return mutants, targets
        wrong = culprits(said, mutants)
        if not wrong:
            raise SystemExit(f"does not compile, and not by a change; see {options.place / 'built.txt'}")
        print(f"   {len(wrong)} changes do not compile; others are drawn", flush=True)
        record.drop(wrong)


def try_all(place: Place, tests: list[Test], mutants: list[Mutant], record: Record) -> None:
    """Against the C++ tests."""
    with ThreadPoolExecutor(place.jobs) as pool:
        for slow in (False, True):
            wanted = [mutant for mutant in mutants if not record.how(mutant)]
            runs = {pool.submit(place.attempt, mutant, tests, slow): mutant for mutant in wanted}
            for i, run in enumerate(as_completed(runs)):
                mutant, outcome = runs[run], run.result()
                if outcome is not None:
                    record.add(mutant, outcome)
                how = outcome.how if outcome is not None else "so far not"
                print(f"   {i + 1}/{len(wanted)}  {how:10}  {mutant.where}  {mutant.change}", flush=True)


def try_python(options: argparse.Namespace, place: Place, survivors: list[Mutant], record: Record) -> None:
    """Against the Python tests, with the module of the same copy."""
    tree, build, log = options.place / "tree", options.place / "python", options.place / "built-python.txt"
    folder = python_module(tree, build)
    if compile_targets(build, ["_core"], log, options.jobs):
        raise SystemExit(f"the Python module does not compile; see {log}")
    python = PythonTests(place, tree, stamp(folder.glob("_core*.so")))
    for room in sorted({mutant.room for mutant in survivors}):
        tests = python.tests(room)
        print(f"== {room}: {len(tests)} files of Python tests", flush=True)
        wanted = [mutant for mutant in survivors if mutant.room == room]
        with ThreadPoolExecutor(place.jobs) as pool:
            runs = {pool.submit(python.attempt, mutant, tests, record.how(mutant)): mutant for mutant in wanted}
            for i, run in enumerate(as_completed(runs)):
                record.add(runs[run], run.result())
                print(
                    f"   {i + 1}/{len(wanted)}  {run.result().how:10}  {runs[run].where}  {runs[run].change}",
                    flush=True,
                )


def stamp(programs: Iterable[Path]) -> str:
    """Differs when a program was linked again."""
    built = sorted((path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in programs)
    return hashlib.sha256(repr(built).encode()).hexdigest()


def main() -> int:
    options = arguments()
    options.place = options.place.resolve()
    options.place.mkdir(parents=True, exist_ok=True)
    names = listed(ROOT)
    sources = digest([name for name in names if name.startswith(("src/", "include/"))])
    told = digest([name for name in names if name.startswith(("tests/cpp/", "tests/data/", "tests/python/"))])
    record = Record(options.place / "record.json", sources, told)
    equal = Equal(Path(__file__).with_name("equal.txt"), ROOT)
    print("== finding points of change", flush=True)
    points = room_points(options, sources)
    print("== compiling the sources with all changes", flush=True)
    mutants, programs = compiled(options, points, record)
    place = Place(options.place, options.place / "tests" / "tests" / "cpp", options.jobs)
    tests = place.tests(programs, options.place / "reached.json", stamp(place.programs.glob("test_*")))
    print(f"== {len(tests)} tests, {sum(test.seconds for test in tests):.0f} s without a change", flush=True)
    if options.only:
        mutants = [mutant for mutant in mutants if mutant.id in options.only]
        for mutant in mutants:
            record.results.pop(mutant.point.key, None)
    for room in options.rooms:
        print(f"== {room}", flush=True)
        try_all(place, tests, [mutant for mutant in mutants if mutant.room == room], record)
        text, fine = report(record, equal, mutants, options.rooms)
        written(options.place / "table.txt", text.encode() + b"\n")
    survivors = [mutant for mutant in mutants if record.how(mutant) not in KILLED and not equal.reason(mutant)]
    if options.python:
        left = [mutant for mutant in survivors if record.results[mutant.point.key]["by"] != "python"]
        print(f"== the Python tests against {len(left)} that survived", flush=True)
        try_python(options, place, left, record)
    if options.only:
        for mutant in mutants:
            result = record.results[mutant.point.key]
            print(f"\n{mutant.id}  {mutant.where}  {mutant.change}\n{result['how']} {result['by']}\n{result['said']}")
        return 0
    text, fine = report(record, equal, mutants, options.rooms)
    written(options.place / "table.txt", text.encode() + b"\n")
    print(f"\n{text}\n\n{len(record.dropped)} changes did not compile and were replaced")
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
