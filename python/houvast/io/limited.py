"""Runs a reader under limits: memory and seconds, the path of a reader, and its arguments; bytes in, a pickle out.

Started as a script by houvast.io.apart, and imports nothing of houvast, so that it starts at once.
"""

from __future__ import annotations

import contextlib
import pickle
import runpy
import sys


def _limit(memory: int, seconds: int) -> None:
    with contextlib.suppress(ImportError):  # Windows has no such limits; the checks of files hold there too
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    _limit(int(sys.argv[1]), int(sys.argv[2]))
    reader = runpy.run_path(sys.argv[3])
    pickle.dump(reader["reply"](sys.stdin.buffer.read(), sys.argv[4:]), sys.stdout.buffer, protocol=5)
