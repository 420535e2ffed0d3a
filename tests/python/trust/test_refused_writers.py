"""A writer that gets no room, or stands before a link, tears nothing; full disks stand in docs/dev/trust.md."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(os.name == "nt", reason="limits of processes")
def test_a_writer_without_room_leaves_what_was_there() -> None:
    script = Path(__file__).parent.parent / "support" / "refused_writers.py"
    run = subprocess.run([sys.executable, script, "--quick"], capture_output=True, text=True, timeout=300)
    assert run.returncode == 0, run.stdout + run.stderr
    assert run.stdout.splitlines()[-1] == "0 findings"
