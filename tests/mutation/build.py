"""Compiles the copy of the project, and takes out the changes that do not compile."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from mutants import Mutant

MESSAGE = re.compile(r"(src/[\w/]+\.cpp):(\d+):\d+: (error|note):")


def headers(package: str) -> Path:
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        raise SystemExit(f"the package {package} is missing: scripts/test installs it")
    return Path(found.origin).parent / "include"


def configure(tree: Path, build: Path, *options: str) -> None:
    command = ["cmake", "-S", str(tree), "-B", str(build), "-G", "Ninja", "-DHOUVAST_INSTALL=OFF"]
    command += ["-DCMAKE_EXPORT_COMPILE_COMMANDS=ON", f"-DPython_EXECUTABLE={sys.executable}"]
    command += [f"-DHOUVAST_BOOST_INCLUDE_DIR={headers('boost_headers')}"]
    command += [f"-DHOUVAST_JSON_INCLUDE_DIR={headers('nlohmann_json')}", *options]
    if shutil.which("ccache"):
        command.append("-DCMAKE_CXX_COMPILER_LAUNCHER=ccache")
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode != 0:
        raise SystemExit(run.stdout + run.stderr)


def sanitized(tree: Path, build: Path) -> list[str]:
    """Configures the C++ tests as the preset asan does, but quicker to run and to link; gives their targets."""
    configure(
        tree,
        build,
        *("-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_CXX_FLAGS_DEBUG=-O1 -g0", "-DCMAKE_UNITY_BUILD=ON"),
        *("-DHOUVAST_BUILD_TESTING=ON", "-DHOUVAST_SANITIZE=address,undefined"),
    )
    return sorted({f"test_{path.parent.name}" for path in (tree / "tests" / "cpp").glob("*/*_test.cpp")})


def python_module(tree: Path, build: Path) -> Path:
    """Configures the Python module without sanitizers, to stand in the copy; gives where it will stand."""
    folder = tree / "python" / "houvast"
    configure(
        tree,
        build,
        *("-DCMAKE_BUILD_TYPE=Release", "-DCMAKE_CXX_FLAGS_RELEASE=-O1", "-DCMAKE_UNITY_BUILD=ON"),
        *("-DHOUVAST_BUILD_PYTHON=ON", f"-DCMAKE_LIBRARY_OUTPUT_DIRECTORY={folder}"),
    )
    return folder


def compile_targets(build: Path, targets: Iterable[str], log: Path, jobs: int) -> str:
    """Empty when it compiles, else what the compiler says of everything that does not."""
    command = ["cmake", "--build", str(build), "--parallel", str(jobs), "--target", *targets, "--", "-k", "0"]
    environment = {**os.environ, "CCACHE_SLOPPINESS": "pch_defines,time_macros"}
    with log.open("w", encoding="utf-8") as file:
        run = subprocess.run(command, stdout=file, stderr=subprocess.STDOUT, env=environment)
    return "" if run.returncode == 0 else log.read_text(encoding="utf-8", errors="replace")


def culprits(said: str, mutants: list[Mutant]) -> list[Mutant]:
    """The changes on the lines of errors; for one elsewhere, those on the lines of its notes, or the nearest before.

    A constant that is no longer one, say, is wrong where it is used, and only a note names its line.
    """
    errors: list[list[tuple[str, int]]] = []
    for line in said.splitlines():
        if match := MESSAGE.search(line):
            if match[3] == "error":
                errors.append([])
            if errors:
                errors[-1].append((match[1], int(match[2])))
    found: dict[int, Mutant] = {}
    for places in errors:
        hit = [m for m in mutants if covers(m, places[:1])] or [m for m in mutants if covers(m, places[1:])]
        if not hit:
            before = [m for m in mutants if m.point.file == places[0][0] and m.point.line <= places[0][1]]
            hit = before[-1:] if before else []
        found.update({m.id: m for m in hit})
    return list(found.values())


def covers(mutant: Mutant, places: list[tuple[str, int]]) -> bool:
    point = mutant.point
    return any(point.file == file and point.line <= line <= point.last_line for file, line in places)
