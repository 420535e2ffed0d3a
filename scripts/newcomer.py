"""Does the three tasks of docs/tutorial/first-hour.md as a newcomer would, and compares what comes out with the page.

    python scripts/newcomer.py [--library build/dev/src/libhouvast.a]

Works in an empty folder with nothing but what the page gives. The C++ program is compiled against the library that was
built here; how to install it is tried by scripts/consumers. Without --library that task is left out, and said to be.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "tutorial" / "first-hour.md"
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def blocks() -> list[tuple[str, str]]:
    """The page's blocks, each with its language."""
    return FENCE.findall(PAGE.read_text(encoding="utf-8"))


def shell(folder: Path) -> Path:
    """A folder with the command `houvast` of this Python, for machines on which it is not installed."""
    programs = folder / "bin"
    programs.mkdir()
    command = programs / "houvast"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m houvast "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    return programs


def commands(language: str, body: str, folder: Path, library: Path | None) -> list[list[str]]:
    """What to run for a block; nothing for one that is only to be read."""
    if language == "sh":
        return [["sh", "-eu", "-c", body]]
    if language == "python":
        return [[sys.executable, "-c", body]]
    if language == "cpp" and library is not None:
        (folder / "main.cpp").write_text(body, encoding="utf-8")
        compiler = os.environ.get("CXX", "c++")
        built = [compiler, "-std=c++20", f"-I{ROOT / 'include'}", "main.cpp", str(library), "-lpthread", "-o", "first"]
        return [built, ["./first"]]
    return []


def done(folder: Path, library: Path | None) -> list[str]:
    """Runs every block in order; what differs from the page, one text each."""
    place = folder / "empty"
    place.mkdir()
    path = os.pathsep.join([str(shell(folder)), os.environ["PATH"]])
    differing, printed = [], None
    for language, body in blocks():
        if language == "text":
            if printed is not None and printed != body:
                differing.append(f"the page has\n{body}and this came out\n{printed}")
            printed = None
            continue
        ran = [
            subprocess.run(
                command,
                cwd=place,
                env={**os.environ, "PATH": path, "HOUVAST_LANG": "en"},
                text=True,
                encoding="utf-8",
                capture_output=True,
                check=False,
            )
            for command in commands(language, body, place, library)
        ]
        printed = ran[-1].stdout if ran else printed
        differing += [f"this went wrong\n{body}{each.stderr}" for each in ran if each.returncode]
    return differing


def main() -> int:
    """Says which tasks went as the page has them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--library", dest="archive", type=lambda text: Path(text).resolve())
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        differing = done(Path(folder), given.archive)
    print("\n".join(differing) or f"{PAGE.name}: every task came out as the page has it")
    if given.archive is None:
        print("without --library: the program in C++ was left out")
    return bool(differing)


if __name__ == "__main__":
    sys.exit(main())
