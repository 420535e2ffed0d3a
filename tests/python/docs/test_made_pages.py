"""Pages that a script makes are as it makes them, and the three tasks of a newcomer come out as their page has it."""

import subprocess
import sys
from pathlib import Path

import pytest


def ran(root: Path, *arguments: str) -> str:
    command = [sys.executable, "-X", "utf8", *arguments]
    done = subprocess.run(command, cwd=root / "scripts", capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_validation_is_what_is_computed_now(root: Path) -> None:
    made = ran(root, "-c", "import validation_table; print(validation_table.page(), end='')")
    assert made == (root / "docs" / "method" / "validation.md").read_text(encoding="utf-8")
    rows = [line for line in made.splitlines() if line.startswith("| `")]
    assert len(rows) > 45
    assert sum("10<sup>−12</sup>" in row for row in rows) > 40


def test_a_difference_is_told_as_the_power_of_ten_above_it(root: Path) -> None:
    told = "import validation_table as it; print(*map(it.worded, (0, 3e-16, 2e-9, 1.0)), sep=';')"
    powers = [f"under 10<sup>{power}</sup>" for power in ("−12", "−12", "−8", "1")]
    assert ran(root, "-c", told).strip() == ";".join(powers)


def test_reports_in_figures_are_those_of_today(root: Path) -> None:
    made = ran(root, "-c", "import report_figures as it; print(it.of_the_words(), end='')")
    page = (root / "docs" / "reference" / "report-figures.md").read_text(encoding="utf-8")
    assert page.startswith(made)
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in page[len(made) :].splitlines() if "`" in line]
    html = {row[0]: (float(row[2]), int(row[3].replace(",", ""))) for row in rows if row[1] == ".html"}
    assert len(rows) == 19 and len(html) == 5
    assert all(seconds < 2 and kilobytes < 2000 for seconds, kilobytes in html.values())


def libraries(root: Path) -> list[Path]:
    return [folder / "src" / "libhouvast.a" for folder in (root / "build" / "dev", root / "build" / "wt")]


@pytest.mark.parametrize("program", [False, True], ids=["report and numbers", "and a program"])
def test_the_three_tasks_of_a_newcomer(root: Path, program: bool) -> None:
    library = next(path for path in libraries(root) if path.exists())
    told = ran(root, "newcomer.py", *(["--library", str(library)] if program else []))
    assert told.splitlines()[0] == "first-hour.md: every task came out as the page has it"
    assert ("left out" in told) != program
