"""The tutorial notebooks: they run from top to bottom, their numbers hold, and nobody's machine is in them."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest

NAMES = ("1-coordinator", "2-researcher", "3-network-evaluator", "4-own-instrument")
# All at once, each in a kernel of this very Python; numbers in the text are asserted in each notebook's last cell.
RUN = """
import asyncio, sys
import nbformat
from nbclient import NotebookClient

async def run(name):
    notebook = nbformat.read(f"{name}.ipynb", as_version=4)
    await NotebookClient(notebook, timeout=120, kernel_name="python3").async_execute()
    nbformat.write(notebook, f"{name}.ran.ipynb")

async def main():
    await asyncio.gather(*map(run, sys.argv[1:]))

asyncio.run(main())
"""


def notebook(root: Path, name: str) -> Any:
    return nbformat.read(root / "docs" / "tutorial" / f"{name}.ipynb", as_version=4)


@pytest.fixture(scope="module")
def ran(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    top = tmp_path_factory.mktemp("tutorial")
    place = top / "tutorial"
    place.mkdir()
    for name in NAMES:
        shutil.copy(root / "docs" / "tutorial" / f"{name}.ipynb", place)
    own = {name: str(top / name.lower()) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "IPYTHONDIR")}
    done = subprocess.run(
        [sys.executable, "-c", RUN, *NAMES],
        cwd=place,
        env={**os.environ, **own, "JUPYTER_PREFER_ENV_PATH": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return {name: nbformat.read(place / f"{name}.ran.ipynb", as_version=4) for name in NAMES}


def shown(ran: Any) -> str:
    outputs = [output for cell in ran.cells if cell.cell_type == "code" for output in cell.outputs]
    return "\n".join(output.get("text") or output.get("data", {}).get("text/plain", "") for output in outputs)


def test_every_notebook_is_known(root: Path) -> None:
    assert {path.stem for path in (root / "docs" / "tutorial").glob("*.ipynb")} == set(NAMES)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "1-coordinator",
            ["HV-207", "'onderwijs' perhaps", "Bedrijfsleven doet niet mee", "C7 van in orde naar let op", "E3.4"],
        ),
        ("2-researcher", ["0.376", "E4.4", "top_box_respondents", "290 comparisons"]),
        ("3-network-evaluator", ["0.537", "'ITPC': ['DOE']", "0.473", "not_applicable"]),
        ("4-own-instrument", ["HV-201", "neighbourhood-meeting", "0.666667"]),
    ],
)
def test_it_runs_and_shows_what_it_tells(ran: dict[str, Any], name: str, words: list[str]) -> None:
    told = shown(ran[name])
    for word in words:
        assert word in told, f"{word} in:\n{told}"
    assert "Warning" not in told and "Traceback" not in told
    assert all(cell.execution_count for cell in ran[name].cells if cell.cell_type == "code")


@pytest.mark.parametrize("name", NAMES)
def test_it_is_committed_clean(root: Path, name: str) -> None:
    made = notebook(root, name)
    nbformat.validate(made)
    assert set(made.metadata) == {"kernelspec", "language_info"}
    assert made.metadata.kernelspec == {"display_name": "Python 3", "language": "python", "name": "python3"}
    assert made.metadata.language_info == {"name": "python"}
    for cell in made.cells:
        assert not cell.metadata
        if cell.cell_type == "code":
            assert not cell.outputs and cell.execution_count is None
            assert len(cell.source.splitlines()) <= 20
    text = json.dumps(made)
    assert not re.search(r"(/home/|/root|/tmp|/work|/Users/|[A-Z]:\\\\)", text)


@pytest.mark.parametrize("name", NAMES)
def test_its_last_cell_checks_the_numbers_of_the_text(root: Path, name: str) -> None:
    cells = notebook(root, name).cells
    assert cells[-1].source.count("assert ") >= 4
    assert re.search(r"Klopt deze tekst nog|Does this text still hold", cells[-2].source)
