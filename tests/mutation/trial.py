"""Runs the test programs: once without a change, to learn what each test comes by, then against each change."""

from __future__ import annotations

import json
import os
import re
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from mutants import Mutant

SANITIZERS = {
    "ASAN_OPTIONS": "detect_leaks=0:symbolize=0:hard_rss_limit_mb=3000:max_allocation_size_mb=2000",
    "UBSAN_OPTIONS": "symbolize=0:print_stacktrace=0",
}
REPORTS = ("ERROR: AddressSanitizer", "AddressSanitizer:DEADLYSIGNAL", "runtime error:")
ENDLESS = ("hard rss limit exhausted",)
LONGEST = 180  # seconds that a test may take when nothing is changed
LATE = 124
QUICK = 15  # seconds of tests that all changes are tried with, before any is tried with the rest


@dataclass(frozen=True)
class Test:
    program: str
    name: str
    seconds: float
    reached: frozenset[int]


@dataclass(frozen=True)
class Outcome:
    """How a change ended: "tests", "sanitizer" or "time" when one of these noticed it, else "survived"."""

    how: str
    by: str = ""
    said: str = ""


class Place:
    """Runs programs in a folder of each thread, so that two runs of one program never write the same file."""

    def __init__(self, place: Path, programs: Path, jobs: int) -> None:
        self.place, self.programs, self.jobs = place, programs, jobs
        self.local = threading.local()

    def folder(self) -> Path:
        if not hasattr(self.local, "folder"):
            (self.place / "run").mkdir(parents=True, exist_ok=True)
            self.local.folder = Path(tempfile.mkdtemp(dir=self.place / "run"))
        folder: Path = self.local.folder
        return folder

    def run(self, command: list[str], seconds: float, cwd: Path | None = None, **more: str) -> tuple[int, str]:
        """What a program answers and says; LATE when it took too long."""
        environment = {**os.environ, **SANITIZERS, "TMPDIR": str(self.folder()), **more}
        said = self.folder() / "said.txt"  # a change can say more than fits in memory
        with said.open("wb") as file:
            process = subprocess.Popen(
                command, cwd=cwd or self.folder(), env=environment, stdout=file, stderr=subprocess.STDOUT
            )
            try:
                code = process.wait(seconds)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                code = LATE
        with said.open("rb") as file:
            file.seek(max(said.stat().st_size - 200_000, 0))
            return code, file.read().decode("utf-8", errors="replace")

    def names(self, program: str) -> list[str]:
        code, said = self.run([str(self.programs / program), "--gtest_list_tests"], 60)
        if code != 0:
            raise SystemExit(f"{program} does not list its tests:\n{said}")
        found, suite = [], ""
        for line in said.splitlines():
            word = line.split("#")[0].strip()
            if line.startswith(" "):
                found.append(suite + word)
            elif word.endswith("."):
                suite = word
        return found

    def unchanged(self, program: str, name: str) -> Test | None:
        """In a process of its own: what is computed once in a process counts for every test that needs it.

        None when it takes too long like that, as where memory runs out at every step of what others have computed.
        """
        reached = self.folder() / "reached.txt"
        reached.unlink(missing_ok=True)
        begin = os.times().elapsed
        command = [str(self.programs / program), f"--gtest_filter={name}"]
        code, said = self.run(command, LONGEST, HOUVAST_MUTANTS_REACHED=str(reached))
        if code == LATE:
            print(f"   left out, since it takes more than {LONGEST} s by itself: {program} {name}", flush=True)
            return None
        if code != 0:
            raise SystemExit(f"{program} {name} fails without a change:\n{said[-4000:]}")
        ids = frozenset(map(int, reached.read_text().split())) if reached.is_file() else frozenset()
        return Test(program, name, os.times().elapsed - begin, ids)

    def tests(self, programs: list[str], cache: Path, key: str) -> list[Test]:
        """Every test of every program; kept in a file, since nothing changes while the programs do not."""
        if cache.is_file():
            kept = json.loads(cache.read_text(encoding="utf-8"))
            if kept["key"] == key:
                return [Test(p, n, s, frozenset(r)) for p, n, s, r in kept["tests"]]
        jobs = [(program, name) for program in programs for name in self.names(program)]
        with ThreadPoolExecutor(self.jobs) as pool:
            found = [test for test in pool.map(lambda job: self.unchanged(*job), jobs) if test is not None]
        rows = [[test.program, test.name, round(test.seconds, 3), sorted(test.reached)] for test in found]
        cache.write_text(json.dumps({"key": key, "tests": rows}), encoding="utf-8")
        return found

    def attempt(self, mutant: Mutant, tests: list[Test], slow: bool) -> Outcome | None:
        """Stops at the first test that notices; a program never runs longer than ten times what it should.

        Runs the quick tests, or those that are left; None when quick tests notice nothing and slow ones are left.
        """
        begun = 0.0
        for program, names, seconds in batches(mutant, tests):
            begun += seconds
            if slow == (begun <= QUICK):
                continue
            flags = self.folder() / "flags.txt"  # a command cannot have as many letters as some filters
            flags.write_text(f"--gtest_filter={':'.join(names)}\n--gtest_fail_fast\n", encoding="utf-8")
            command = [str(self.programs / program), f"--gtest_flagfile={flags}"]
            code, said = self.run(command, 10 * seconds + 10, HOUVAST_MUTANT=str(mutant.id))
            if code != 0:
                return judged(code, said)
        if begun > QUICK and not slow:
            return None
        return Outcome("survived" if begun > 0 else "unreached")


def batches(mutant: Mutant, tests: list[Test]) -> Iterator[tuple[str, list[str], float]]:
    """The tests that come by a change, those of its room first and the quick ones before the slow."""
    of_program: dict[str, list[Test]] = {}
    for test in sorted(tests, key=lambda each: each.seconds):
        if mutant.id in test.reached:
            of_program.setdefault(test.program, []).append(test)
    own = f"test_{mutant.room}"
    for program in sorted(of_program, key=lambda p: (p != own, sum(test.seconds for test in of_program[p]))):
        names, seconds, most = [], 0.0, 1.0
        for test in of_program[program]:
            names.append(test.name)
            seconds += test.seconds
            if seconds >= most:
                yield program, names, seconds
                names, seconds, most = [], 0.0, 4 * most
        if names:
            yield program, names, seconds


def judged(code: int, said: str) -> Outcome:
    begun = re.findall(r"\[ RUN      \] (\S+)", said)
    by = begun[-1] if begun else ""
    if code == LATE or any(word in said for word in ENDLESS):
        return Outcome("time", by)
    reported = any(word in said for word in REPORTS)
    return Outcome("sanitizer" if reported else "tests", by, said[-3000:])
