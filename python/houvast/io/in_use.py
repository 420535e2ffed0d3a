"""What a writer is busy with, and what a killed one left: the system ends a lock when it ends a process."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

try:
    import fcntl
except ImportError:  # a system without such locks, where nothing is ever known to be left
    fcntl = None  # type: ignore[assignment]

__all__ = ["LEFT", "abandoned", "marked"]

LEFT = ".houvast-"  # how names of drafts begin


def marked(handle: int) -> bool:
    """Marks an open file or folder as in use until it is closed; False when another has just swept it away."""
    if fcntl is None:
        return True
    with contextlib.suppress(OSError):  # a file system without locks: nothing is swept there either
        fcntl.flock(handle, fcntl.LOCK_SH)
    return os.fstat(handle).st_nlink > 0


@contextlib.contextmanager
def abandoned(path: Path) -> Iterator[bool]:
    """Whether nobody writes to a draft any more; meanwhile nobody else takes it for abandoned."""
    if fcntl is None:
        yield False
        return
    with contextlib.ExitStack() as stack:
        try:
            handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
            stack.callback(os.close, handle)
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
            return
        yield True
