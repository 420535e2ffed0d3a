"""Adds check C19, an instrument and a metric by their pages in docs/dev in a copy of the tree, and looks for them.

    python tests/follow_the_pages.py [folder for the copy]

Each block of a page with a caption is a step: a new file, or lines of one that is there, `before` or `after` the only
line that begins as the caption says; in messages and the registry after the last of their kind. Builds the library, the
tests of two rooms and the Python module, which takes minutes without a compiler cache.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"```\{code-block\} \w+\n:caption: (\S+?)(?:, (before|after) ([^\n]+))?\n\n(.*?)```", re.DOTALL)
TOUCHED = {
    "add-a-check": 5,  # the check, the registry, one entry per language, the test
    "add-an-instrument": 4,  # the file, its place in the order, its test, the changelog
    "add-a-metric": 13,  # header, source, three messages in two languages, binding, docstring, Python room, two tests
}
"""How many files each page touches."""
SEEN = """
import houvast
from houvast import _core
check = houvast.checks()[-1]
assert check.id == "C19" and check.title.en == "Every party was asked to be shown by name", check
study = _core.study_from_json(open("study.json", "rb").read())
finding = study.coverage()[-1]
assert (finding.check, finding.status) == ("C19", "attention"), finding
assert finding.sentence.nl == "Anna is nog niet gevraagd.", finding.sentence
assert [claim.id for claim in finding.claims] == ["coverage.C19.not_asked"], finding.claims
"""
NOT_INSTALLED = """
import sys
sys.meta_path[:] = [finder for finder in sys.meta_path if "Scikit" not in type(finder).__name__]
"""
"""An installation that may be changed in place goes before the path; the copy is what is looked at."""
STUDY = {
    "schema": "houvast-study/1",
    "id": "x",
    "title": {"nl": "x", "en": "x"},
    "instruments": [],
    "waves": [{"id": "1"}],
    "relations": [],
    "parties": [{"id": "a", "name": "Anna"}],
}


def copy_of_the_tree(to: Path) -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True)
    for name in filter(None, listed.stdout.split("\0")):
        (to / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, to / name, follow_symlinks=False)


def place_of(lines: list[str], where: str, anchor: str) -> int:
    """Before or after the only line (or heading) that begins so; without an anchor after the last of its kind."""
    if not where:
        checks = [number for number, line in enumerate(lines, 1) if line.startswith("  CHECK(")]
        return max(checks, default=len(lines) - 1)
    found = [number for number, line in enumerate(lines) if line.strip().lstrip("# ").startswith(anchor)]
    assert len(found) == 1, f"{len(found)} lines begin with {anchor!r}"
    return found[0] + (where == "after")


def add(tree: Path, name: str, where: str, anchor: str, text: str) -> None:
    """A new file, or lines in one that is there."""
    path = tree / name
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return
    lines = path.read_text(encoding="utf-8").splitlines()
    at = place_of(lines, where, anchor)
    if path.suffix == ".json":
        lines[at - 1] += ","
    lines[at:at] = text.rstrip("\n").splitlines()
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def follow(tree: Path, page: str) -> list[str]:
    """Does what a page says; returns the files that it touches."""
    steps = BLOCK.findall((ROOT / "docs" / "dev" / f"{page}.md").read_text(encoding="utf-8"))
    for name, where, anchor, text in steps:
        add(tree, name, where, anchor, text)
    touched = sorted({name for name, *_ in steps})
    assert len(touched) == TOUCHED[page], touched
    return touched


def build(tree: Path) -> None:
    def run(*command: str | Path) -> None:
        subprocess.run(command, check=True, cwd=tree)

    run("cmake", "-S", ".", "-B", "build", "-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_UNITY_BUILD=ON",
        "-DHOUVAST_BUILD_TESTING=ON", "-DHOUVAST_BUILD_PYTHON=ON", f"-DPython_EXECUTABLE={sys.executable}")  # fmt: skip
    run("cmake", "--build", "build", "-j2", "--target", "test_coverage", "test_graph", "_core")
    for room, chosen in {"coverage": "Consent.*:Checks.*:AllChecks.*", "graph": "RichClub.*"}.items():
        run(next((tree / "build").rglob(f"test_{room}")), "--gtest_brief=1", f"--gtest_filter={chosen}")
    shutil.copy2(next((tree / "build" / "bindings").glob("_core*.so")), tree / "python" / "houvast")


def look_for_them(tree: Path) -> None:
    """As somebody who uses the copy, and by the tests that know all instruments and all stubs."""

    def told(*command: str | Path, at: Path = tree / "python") -> str:
        # The copy's package, not one that is installed.
        environment = {**os.environ, "PYTHONPATH": str(tree / "python")}
        return subprocess.run(
            [sys.executable, *command], cwd=at, check=True, capture_output=True, text=True, env=environment
        ).stdout

    (tree / "python" / "sitecustomize.py").write_text(NOT_INSTALLED, encoding="utf-8")
    (tree / "python" / "study.json").write_text(json.dumps(STUDY), encoding="utf-8")
    told("-c", SEEN)
    said = told("-m", "houvast", "explain", "C19", "--lang", "en")
    assert "may be shown by name" in said, said
    said = told("-m", "houvast", "instruments", "after-a-meeting", "--lang", "en")
    assert "Everybody had a turn" in said, said
    told("scripts/stubs.py", at=tree)
    rooms = ["tests/python/instrument", "tests/python/graph/test_rich_club.py"]
    print(told("-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", *rooms, at=tree).splitlines()[-1])


def main(folder: Path) -> None:
    copy_of_the_tree(folder)
    touched = {page: follow(folder, page) for page in TOUCHED}
    build(folder)
    look_for_them(folder)
    for page, names in touched.items():
        print(f"{page}: " + ", ".join(names))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as made:
            main(Path(made))
