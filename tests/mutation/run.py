"""Changes the core in one small place at a time and sees whether its tests notice.

Usage: scripts/mutate [--rooms disclosure scoring] [--count 150] [--seed 1] [--seconds S] [--record FILE]

All mutants of a run are built together, under the sanitizers for addresses and undefined behaviour; which one is meant
is said to the tests as they start. Tests that never come by a change are not run for it. With a record (a line per
mutant) a run goes on where an earlier one of the same code and seed stopped.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from points import Point, changed, points

TOP = Path(__file__).parents[2]
PLACE = TOP / "build" / "mutation"
ROOMS = ("scoring", "graph", "coverage", "disclosure", "gerdes")
COPIED = ("CMakeLists.txt", "CMakePresets.json", "cmake", "include", "src", "tests", "docs/examples/cpp", "bindings", "python")
BOUND = 8.0
"""A run that takes so many times as long as without a mutant has been noticed: it no longer ends."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rooms", nargs="+", default=list(ROOMS), choices=ROOMS)
    parser.add_argument("--count", type=int, default=150, help="mutants of each room (150)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=float("inf"), help="begin no mutant after so many")
    parser.add_argument("--record", type=Path, default=PLACE / "record.jsonl")
    said = parser.parse_args()
    end = time.monotonic() + said.seconds
    chosen = drawn(said.rooms, said.count, said.seed)
    tree = mutated_tree(chosen)
    build(tree, said.rooms)
    record = Record(said.record, chosen, said.seed)
    for room in said.rooms:
        tests = Tests(tree, room)
        for number, point in chosen.items():
            if room_of(point) != room or number in record.done:
                continue
            if time.monotonic() > end:
                break
            record.add(number, point, tests.noticed(number))
    return record.told(said.rooms)


def arguments() -> list[str]:
    """How clang reads a file of the core."""
    resources = subprocess.run(["clang", "-print-resource-dir"], capture_output=True, text=True, check=True).stdout
    packages = [Path(path) for path in sys.path if path.endswith("site-packages")]
    headers = [path / name / "include" for path in packages for name in ("boost_headers", "nlohmann_json")]
    found = [*(TOP / name for name in ("include", "src")), *(path for path in headers if path.is_dir())]
    return ["-std=c++20", "-resource-dir", resources.strip(), *(f"-I{path}" for path in found)]


def drawn(rooms: Iterable[str], count: int, seed: int) -> dict[int, Point]:
    """So many points of each room, by number, the same for the same code and seed."""
    how, chosen = arguments(), {}
    for room in rooms:
        files = sorted((TOP / "src" / room).rglob("*.cpp"))
        of_room = [point for file in files if "_avx" not in file.name for point in points(file, TOP, how)]
        mine = random.Random(f"{seed} {room}").sample(of_room, min(count, len(of_room)))
        first = 10_000 * ROOMS.index(room)
        chosen |= dict(enumerate(sorted(mine, key=lambda point: (point.file, point.span)), first))
        print(f"{room}: {len(mine)} of {len(of_room)} points", flush=True)
    return chosen


def room_of(point: Point) -> str:
    return Path(point.file).parts[1]


def mutated_tree(chosen: dict[int, Point]) -> Path:
    """A copy of the tree with all mutants in it; files that stay as they are keep their time, so that they are not built again."""
    tree = PLACE / "tree"
    of_file: dict[str, dict[int, Point]] = defaultdict(dict)
    for number, point in chosen.items():
        of_file[point.file][number] = point
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "--", *COPIED], cwd=TOP, capture_output=True, text=True, check=True)
    for name in listed.stdout.splitlines():
        to = tree / name
        to.parent.mkdir(parents=True, exist_ok=True)
        if (TOP / name).is_symlink():
            to.unlink(missing_ok=True)
            to.symlink_to(os.readlink(TOP / name))
            continue
        text = (TOP / name).read_bytes()
        if name in of_file:
            text = changed(text, of_file[name])
        if not to.exists() or to.read_bytes() != text:
            to.write_bytes(text)
            shutil.copymode(TOP / name, to)
    return tree


def build(tree: Path, rooms: Iterable[str]) -> None:
    programs = [f"test_{room}" for room in rooms]
    flags = f"-DCMAKE_CXX_FLAGS=-std=c++20 -include {tree}/tests/mutation/mutant.hpp"
    ways = ["-DHOUVAST_WARNINGS_AS_ERRORS=OFF", "-DCMAKE_CXX_FLAGS_DEBUG=-O1 -g1 -w", f"-DPython_EXECUTABLE={sys.executable}"]
    for command in (
        ["cmake", "--preset", "asan", flags, *ways],
        ["cmake", "--build", "build/asan", "--target", *programs],
    ):
        done = subprocess.run(command, cwd=tree, capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(f"{' '.join(command)}\n{(done.stdout + done.stderr)[-4000:]}")


class Tests:
    """The tests of a room, and which of them come by which mutant."""

    def __init__(self, tree: Path, room: str) -> None:
        self.tree = tree
        self.program = next((tree / "build" / "asan").rglob(f"test_{room}"))
        self.comes_by: dict[int, list[str]] = defaultdict(list)
        self.takes: dict[str, float] = {}
        for name in self._names():
            began = time.monotonic()
            reached = PLACE / "reached.txt"
            if self._run(-1, [name], 600, reached):
                raise SystemExit(f"{room}: {name} fails without a mutant")
            self.takes[name] = time.monotonic() - began
            for number in reached.read_text().split():
                self.comes_by[int(number)].append(name)

    def noticed(self, number: int) -> str:
        """How a mutant was noticed: "failed" or "endless"; "" when no test did; "never reached" when none comes by."""
        names = sorted(self.comes_by[number], key=self.takes.__getitem__)
        if not names:
            return "never reached"
        return self._run(number, names, 10 + BOUND * sum(self.takes[name] for name in names))

    def _names(self) -> list[str]:
        listed = subprocess.run([self.program, "--gtest_list_tests"], capture_output=True, text=True, check=True).stdout
        names, suite = [], ""
        for line in listed.splitlines():
            if line.startswith("  "):
                names.append(suite + line.split("#")[0].strip())
            elif "." in line:
                suite = line.split("#")[0].strip()
        return names

    def _run(self, number: int, names: list[str], seconds: float, reached: Path | None = None) -> str:
        env = dict(os.environ, HOUVAST_MUTANT=str(number), ASAN_OPTIONS="detect_leaks=0", UBSAN_OPTIONS="print_stacktrace=0")
        if reached is not None:
            env["HOUVAST_MUTANTS_REACHED"] = str(reached)
        command = [self.program, f"--gtest_filter={':'.join(names)}", "--gtest_brief=1", "--gtest_fail_fast"]
        try:
            ended = subprocess.run(command, cwd=self.tree, env=env, timeout=seconds, capture_output=True)
        except subprocess.TimeoutExpired:
            return "endless"
        return "failed" if ended.returncode else ""


class Record:
    """What became of each mutant: a line of JSON for each."""

    def __init__(self, path: Path, chosen: dict[int, Point], seed: int) -> None:
        self.path, self.chosen = path, chosen
        self.code = hashlib.sha256(repr((seed, sorted(chosen.items()))).encode()).hexdigest()[:16]
        self.done: dict[int, str] = {}
        path.parent.mkdir(parents=True, exist_ok=True)
        for line in path.read_text().splitlines() if path.exists() else ():
            row = json.loads(line)
            if row["code"] == self.code:
                self.done[row["mutant"]] = row["noticed"]

    def add(self, number: int, point: Point, noticed: str) -> None:
        self.done[number] = noticed
        row = {"code": self.code, "mutant": number, "noticed": noticed, "place": _place(point), "was": point.was[:80]}
        with self.path.open("a") as file:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")

    def told(self, rooms: Iterable[str]) -> int:
        """Prints those that nothing noticed and a table; 1 when there are any."""
        left = {number: self.chosen[number] for number, how in self.done.items() if how in ("", "never reached")}
        for number, point in sorted(left.items()):
            print(f"{_place(point)}: {point.was[:80]}{' (never reached)' if self.done[number] else ''}")
        print("\n| room | mutants | noticed | no test comes by | not noticed | share noticed |\n|---|---:|---:|---:|---:|---:|")
        for room in rooms:
            ways = Counter(how for number, how in self.done.items() if room_of(self.chosen[number]) == room)
            seen, total = ways["failed"] + ways["endless"], sum(ways.values())
            share = f"{100 * seen / total:.1f} %" if total else "–"
            print(f"| {room} | {total} | {seen} | {ways['never reached']} | {ways['']} | {share} |")
        return int(bool(left))


def _place(point: Point) -> str:
    return f"{point.file}:{point.line}:{point.column} {point.kind}"


if __name__ == "__main__":
    raise SystemExit(main())
