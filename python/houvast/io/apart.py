"""Readers of other programs' formats, each file in a process of its own, which a damaged one may end."""

from __future__ import annotations

import os
import pickle
import runpy
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .limits import READER_MEMORY, READER_SECONDS

__all__ = ["EndedError", "read_apart"]


class EndedError(Exception):
    """The reader ended without an answer: its file is damaged, or asks for more memory or time than there is."""


def read_apart(reader: Path, arguments: Sequence[str], data: bytes = b"") -> Any:
    """What `reply(data, arguments)` of the script at `reader` gives. Raises EndedError.

    Where Python runs inside another program there is no interpreter to start, and the script runs in that program.
    """
    if not sys.executable:
        return runpy.run_path(str(reader))["reply"](data, list(arguments))
    limits = [str(READER_MEMORY), str(READER_SECONDS)]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "OPENBLAS_NUM_THREADS": "1",  # every thread would ask for memory in advance
    }
    run = subprocess.run(
        [sys.executable, "-P", str(Path(__file__).with_name("limited.py")), *limits, str(reader), *arguments],
        input=data,
        env=environment,
        capture_output=True,
        check=False,
    )
    if run.returncode != 0:
        raise EndedError(run.returncode)
    return pickle.loads(run.stdout)
