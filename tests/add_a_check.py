"""Adds check C19 by docs/dev/add-a-check.md in a copy of the tree, builds it, and looks for it where checks are listed.

    python tests/add_a_check.py [folder for the copy]

Builds the whole library, the tests of coverage and the Python module, which takes minutes without a compiler cache.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"```\{code-block\} \w+\n:caption: (\S+)\n\n(.*?)```", re.DOTALL)
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
        shutil.copy2(ROOT / name, to / name)


def add(tree: Path, name: str, text: str) -> None:
    """A new file, or lines after the last of their kind in one that is there."""
    path = tree / name
    if not path.exists():
        path.write_text(text, encoding="utf-8")
        return
    lines = path.read_text(encoding="utf-8").splitlines()
    if path.suffix == ".json":
        at = len(lines) - 1
        lines[at - 1] += ","
    else:
        at = max(number for number, line in enumerate(lines, 1) if line.startswith("  CHECK("))
    lines[at:at] = text.rstrip("\n").splitlines()
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def follow_the_page(tree: Path) -> list[str]:
    """Does what the page says; returns the files that it touches."""
    page = (ROOT / "docs/dev/add-a-check.md").read_text(encoding="utf-8")
    steps = BLOCK.findall(page)
    for name, text in steps:
        add(tree, name, text)
    return [name for name, _ in steps]


def build(tree: Path) -> None:
    def run(*command: str | Path) -> None:
        subprocess.run(command, check=True, cwd=tree)

    run("cmake", "-S", ".", "-B", "build", "-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_UNITY_BUILD=ON",
        "-DHOUVAST_BUILD_TESTING=ON", "-DHOUVAST_BUILD_PYTHON=ON", f"-DPython_EXECUTABLE={sys.executable}")  # fmt: skip
    run("cmake", "--build", "build", "-j2", "--target", "test_coverage", "_core")
    tests = next((tree / "build").rglob("test_coverage"))
    run(tests, "--gtest_brief=1", "--gtest_filter=Consent.*:Checks.*:AllChecks.*")
    shutil.copy2(next((tree / "build" / "bindings").glob("_core*.so")), tree / "python" / "houvast")


def look_for_it(tree: Path) -> None:
    (tree / "python" / "study.json").write_text(json.dumps(STUDY), encoding="utf-8")
    for command in (["-c", SEEN], ["-m", "houvast", "explain", "C19", "--lang", "en"]):
        told = subprocess.run(
            [sys.executable, *command], cwd=tree / "python", check=True, capture_output=True, text=True
        )
    assert "may be shown by name" in told.stdout, told.stdout


def main(folder: Path) -> None:
    copy_of_the_tree(folder)
    touched = follow_the_page(folder)
    assert len(touched) == 5, touched  # the check, the registry, one entry per language, the test
    build(folder)
    look_for_it(folder)
    print("C19 is a check: " + ", ".join(touched))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as made:
            main(Path(made))
