"""Every call of Python in the documentation is one that a type checker accepts."""

import json
import re
from pathlib import Path

from type_checker import complaints

BLOCK = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)
# What a page takes for granted, such as a study that was opened on the page before.
GIVEN = {
    "conversation": 'import houvast\n\nstudy = houvast.load("study")\n',
    "tables": """\
import houvast
import numpy as np
import pandas as pd
import polars as pl
import pyarrow
import pyarrow as pa
from houvast import stats

study = houvast.load("study")
header = study.header_json()
parties_frame, answers_frame, ties_frame = (study.to_frames()[name] for name in ("parties", "answers", "ties"))
frame = answers_frame
""",
}
# Other packages may come without types, and functions that a page makes for itself have none.
LENIENT = [f"--disable-error-code={code}" for code in ("import-untyped", "no-untyped-def", "no-untyped-call")]


def pages(root: Path) -> dict[str, str]:
    """The blocks of each page, one after another, as one program."""
    found = {}
    for path in [root / "README.md", *sorted((root / "docs").rglob("*.md"))]:
        blocks = BLOCK.findall(path.read_text(encoding="utf-8"))
        if blocks:
            name = path.stem.lower()
            found[f"{name}_{len(found)}"] = GIVEN.get(name, "") + "".join(blocks)
    return found


def notebooks(root: Path) -> dict[str, str]:
    """The cells of each notebook, one after another, as one program."""
    found = {}
    for path in sorted((root / "docs").rglob("*.ipynb")):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
        found[f"notebook_{len(found)}"] = "\n\n".join(code) + "\n"
    return found


def test_a_type_checker_accepts_every_call_in_the_documentation(root: Path, tmp_path: Path) -> None:
    programs = pages(root) | notebooks(root)
    assert len(programs) > 10
    assert complaints(programs, tmp_path, root, *LENIENT) == []
    name = next(iter(programs))
    mistaken = {name: programs[name] + 'study.release("team", bye=1)\n'}
    assert [line.split(" ")[-1] for line in complaints(mistaken, tmp_path, root, *LENIENT)] == ["[call-arg]"]
