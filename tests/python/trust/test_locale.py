"""A program may set a Dutch, German or Turkish locale: what the library reads and writes stays the same bytes."""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

LOCALES = {"nl_NL": ",", "de_DE": ",", "tr_TR": ","}


@pytest.fixture(scope="session")
def locales(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the locales compiled, so that the tests need none that the machine happens to have."""
    folder = tmp_path_factory.mktemp("locales")
    if shutil.which("localedef") is None or not Path("/usr/share/i18n/locales/nl_NL").exists():
        pytest.skip("the sources of the C library's locales are not installed (Debian: locales)")
    for name in LOCALES:
        made = folder / f"{name}.UTF-8"
        subprocess.run(["localedef", "-i", name, "-f", "UTF-8", str(made)], check=True, capture_output=True)
    return folder


def outputs_under(name: str, locales: Path, study: Path, folder: Path) -> dict:
    folder.mkdir()
    run = subprocess.run(
        [sys.executable, Path(__file__).parent.parent / "support" / "locale_outputs.py", study, folder],
        env={**os.environ, "LOCPATH": str(locales), "HOUVAST_TEST_LOCALE": name, "SOURCE_DATE_EPOCH": "0"},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(run.stdout)


def test_the_same_bytes_under_every_locale(locales, region_folder, tmp_path):
    plain = outputs_under("C", locales, region_folder, tmp_path / "C")
    assert plain["point"] == "."
    assert len(plain["hashes"]) > 10
    for name, point in LOCALES.items():
        other = outputs_under(f"{name}.UTF-8", locales, region_folder, tmp_path / name)
        assert other["point"] == point, "the locale was not set"
        assert other["hashes"] == plain["hashes"], name


def lint(root: Path):
    spec = importlib.util.spec_from_file_location("numbers_lint", root / "tests" / "numbers.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    "line",
    [
        'std::snprintf(text, 8, "%.2f", value);',
        "const double value = std::stod(text);",
        "double value = strtod(text, nullptr);",
        "std::ostringstream text;",
        "const std::locale user;",
        "if (std::isdigit(c)) return;",
        "std::to_chars(begin, end, 0.5);",
    ],
)
def test_the_lint_finds_what_is_planted(root, tmp_path, line):
    for folder in ("src", "bindings", "include"):
        (tmp_path / folder).mkdir()
    (tmp_path / "src" / "sound.cpp").write_text(f"int f();  // not {line}\n")
    assert lint(root).problems(tmp_path) == []
    (tmp_path / "bindings" / "planted.cpp").write_text(f"void f() {{\n  {line}\n}}\n")
    [found] = lint(root).problems(tmp_path)
    assert found.startswith("bindings/planted.cpp:2: ")


@pytest.mark.skipif(shutil.which("nm") is None or shutil.which("c++") is None, reason="needs a compiler and nm")
def test_the_lint_sees_to_string_of_a_floating_number_in_objects(root, tmp_path):
    for name, number, expected in (("whole", "int", 0), ("floating", "double", 1)):
        source = tmp_path / f"{name}.cpp"
        source.write_text(f"#include <string>\nstd::string f({number} x) {{ return std::to_string(x); }}\n")
        made = tmp_path / f"{name}.o"
        subprocess.run(["c++", "-std=c++20", "-O1", "-c", source, "-o", made], check=True)
        assert len(lint(root).problems_of_library(made)) == expected
