"""Whatever ends a writer and when, what it wrote over is whole; long runs stand in docs/dev/trust.md."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_every_writer_can_be_killed_at_any_moment() -> None:
    script = Path(__file__).parent.parent / "support" / "killed_writers.py"
    run = subprocess.run([sys.executable, script, "30", "7", "--quick"], capture_output=True, text=True, timeout=300)
    assert run.returncode == 0, run.stdout + run.stderr
    assert run.stdout.splitlines()[-2:] == ["75 kills, 0 findings", ""]
