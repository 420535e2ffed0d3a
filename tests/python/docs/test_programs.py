"""The programs in docs/examples run, and say what is true."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import houvast


def test_the_analysis_with_pandas_polars_networkx_seaborn_and_joblib(root: Path, tmp_path: Path) -> None:
    for package in ("joblib", "networkx", "pandas", "polars", "seaborn"):
        pytest.importorskip(package)
    script = root / "docs" / "examples" / "analysis.py"
    data = root / "tests" / "data" / "scoring" / "lq2002.csv"
    environment = os.environ | {"PYTHONPATH": str(Path(houvast.__file__).parents[1])}
    run = subprocess.run(
        [sys.executable, script, data, tmp_path], capture_output=True, text=True, env=environment, check=False
    )
    assert run.returncode == 0, run.stderr
    lines = run.stdout.splitlines()
    assert lines[0] == "alpha 0.902 [0.896, 0.908], n = 2042"  # psych: tests/data/scoring/reference_values.json
    assert lines[1].startswith("ICC(1) 0.")
    assert "largest difference from networkx 0e+00" in lines or any("e-1" in line for line in lines)
    assert (tmp_path / "elements.png").stat().st_size > 10_000
    assert len(script.read_text(encoding="utf-8").splitlines()) <= 70
