"""Runs the Python tests of a room against what its C++ tests let through."""

from __future__ import annotations

import json
import os
import sys
import sysconfig
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from mutants import Mutant
from trial import LATE, Outcome, Place, Test

# The folders of tests/python that look at a room; of a room that is not named, the folder of its name.
FOLDERS = {
    "disclosure": ("disclosure", "release"),
    "graph": ("graph", "network"),
    "scoring": ("scoring", "counting", "stats"),
}
LONGEST = 1800


class PythonTests:
    """The test files of a copy of the project that has the module of the same copy beside it."""

    def __init__(self, place: Place, tree: Path, key: str) -> None:
        self.place, self.tree, self.key = place, tree, key

    def pytest(self, files: list[str], seconds: float, **more: str) -> tuple[int, str]:
        """Without `site`, so that no other houvast that is installed comes first."""
        path = os.pathsep.join([str(self.tree / "python"), sysconfig.get_path("purelib")])
        command = [sys.executable, "-S", "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *files]
        return self.place.run(command, seconds, self.tree, PYTHONPATH=path, **more)

    def unchanged(self, file: str) -> Test:
        reached = self.place.folder() / "reached.txt"
        reached.unlink(missing_ok=True)
        begin = os.times().elapsed
        code, said = self.pytest([file], LONGEST, HOUVAST_MUTANTS_REACHED=str(reached))
        ids = frozenset(map(int, reached.read_text().split())) if reached.is_file() else frozenset()
        if code != 0:  # some need what a copy lacks, as the history of the project
            print(f"   left out, since it fails without a change: {file}: {said.strip().splitlines()[-1]}", flush=True)
            ids = frozenset()
        return Test("pytest", file, os.times().elapsed - begin, ids)

    def tests(self, room: str) -> list[Test]:
        """Every test file of a room with what it comes by; kept in a file, as for the C++ tests."""
        cache = self.place.place / f"reached-python-{room}.json"
        if cache.is_file():
            kept = json.loads(cache.read_text(encoding="utf-8"))
            if kept["key"] == self.key:
                return [Test("pytest", n, s, frozenset(r)) for n, s, r in kept["tests"]]
        folders = [self.tree / "tests" / "python" / name for name in FOLDERS.get(room, (room,))]
        files = [path.relative_to(self.tree).as_posix() for each in folders for path in sorted(each.rglob("test_*.py"))]
        with ThreadPoolExecutor(self.place.jobs) as pool:
            found = list(pool.map(self.unchanged, files))
        rows = [[test.name, round(test.seconds, 3), sorted(test.reached)] for test in found]
        cache.write_text(json.dumps({"key": self.key, "tests": rows}), encoding="utf-8")
        return found

    def attempt(self, mutant: Mutant, tests: list[Test], before: str) -> Outcome:
        """Of files that come by the change, the quickest first; `before` is what became of it in the C++ tests."""
        wanted = sorted((test for test in tests if mutant.id in test.reached), key=lambda test: test.seconds)
        if not wanted:
            return Outcome(before, "python")
        files, seconds = [test.name for test in wanted], sum(test.seconds for test in wanted)
        code, said = self.pytest(files, 10 * seconds + 10, HOUVAST_MUTANT=str(mutant.id))
        if code == 0:
            return Outcome("survived", "python")
        return Outcome("time" if code == LATE else "python", "python", said[-3000:])
