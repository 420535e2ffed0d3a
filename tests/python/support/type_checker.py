"""What mypy has against programs that use houvast, read against the package of this tree."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

_COMMAND = (sys.executable, "-m", "mypy", "--strict", "--follow-imports=silent", "--hide-error-context")


def complaints(programs: Mapping[str, str], folder: Path, root: Path, *options: str) -> list[str]:
    """The errors of mypy --strict, a line each that begins with the name of the program and its row."""
    for name, text in programs.items():
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
    command = [*_COMMAND, "--config-file", os.devnull, "--cache-dir", str(folder / "cache"), "--no-error-summary"]
    command += [*options, *(f"{name}.py" for name in programs)]
    environment = os.environ | {"MYPYPATH": str(root / "python")}
    run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode < 2, run.stdout + run.stderr
    return [line for line in run.stdout.splitlines() if ": error: " in line]
