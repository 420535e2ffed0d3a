"""What the documentation promises: its code runs, its output is real, its lists are complete."""

import contextlib
import io
import re
import subprocess
import sys
from pathlib import Path

import pytest

FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@pytest.mark.usefixtures("no_language")
def test_readme_python_prints_what_it_says(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocks = FENCE.findall((root / "README.md").read_text(encoding="utf-8"))
    python = [body for language, body in blocks if language == "python"]
    text = [body for language, body in blocks if language == "text"]
    assert len(python) == 1
    monkeypatch.chdir(tmp_path)
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(compile(python[0], "README.md", "exec"), {})
    assert output.getvalue() == text[0]


def test_readme_cpp_is_a_program_that_prints_what_it_says(root: Path, tmp_path: Path, indiana: object) -> None:
    blocks = FENCE.findall((root / "README.md").read_text(encoding="utf-8"))
    source = next(body for language, body in blocks if language == "cpp")
    expected = [body for language, body in blocks if language == "text"][1]
    (tmp_path / "main.cpp").write_text(source, encoding="utf-8")
    indiana.save(tmp_path / "indiana.json")  # type: ignore[attr-defined]
    library = next((root / "build" / "dev").rglob("libhouvast.a"))
    program = tmp_path / "main"
    command = [
        "g++",
        "-std=c++20",
        f"-I{root / 'include'}",
        str(tmp_path / "main.cpp"),
        str(library),
        "-lpthread",
        "-o",
        str(program),
    ]
    subprocess.run(command, check=True)
    ran = subprocess.run([program], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert ran.stdout == expected


def test_every_error_code_is_documented(root: Path) -> None:
    used = set()
    for folder in ("src", "bindings", "python"):
        for path in [*(root / folder).rglob("*.?pp"), *(root / folder).rglob("*.py")]:
            used |= set(re.findall(r"HV-\d{3}", path.read_text(encoding="utf-8")))
    documented = set(
        re.findall(r"^\| (HV-\d{3}) ", (root / "docs/reference/errors.md").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert used == documented


def test_reference_of_errors_is_the_one_of_the_catalogue(root: Path) -> None:
    written = (root / "docs/reference/errors.md").read_text(encoding="utf-8")
    code = "import error_reference as it; print(it.page(it.PATH.read_text(encoding='utf-8')), end='')"
    command = [sys.executable, "-X", "utf8", "-c", code]
    made = subprocess.run(
        command, cwd=root / "scripts", capture_output=True, text=True, encoding="utf-8", check=True
    ).stdout
    assert made == written
    assert written.count("\n| HV-") > 60


def test_layers_and_file_lengths(root: Path) -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=root, capture_output=True, text=True, check=False).stdout.split()
    for name in tracked:
        path = root / name
        if path.suffix in (".cpp", ".hpp", ".py") and path.exists():
            assert len(path.read_text(encoding="utf-8").splitlines()) <= 600, f"{name} does not fit one reading"
