"""What a writer is busy with, and what a killed one left: the system ends a lock when it ends a process."""

from __future__ import annotations

import contextlib
import errno
import os
import time
from collections.abc import Iterator
from pathlib import Path

try:
    import fcntl
except ImportError:  # a system without such locks, where nothing is ever known to be left
    fcntl = None  # type: ignore[assignment]

__all__ = ["LEFT", "abandoned", "held", "marked"]

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


@contextlib.contextmanager
def held(path: Path, patience: float) -> Iterator[None]:
    """Holds a file that stands for another, which one process at a time may change; it stays when it is let go.

    Raises TimeoutError when it is not free within so many seconds.
    """
    until = time.monotonic() + patience
    while (handle := _taken(path)) is None:
        if time.monotonic() > until:
            raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT), str(path))
        time.sleep(0.02)
    try:
        yield
    finally:
        os.close(handle)
        if fcntl is None:
            path.unlink(missing_ok=True)


def _taken(path: Path) -> int | None:
    if fcntl is None:  # a file that is made by one only, and left behind by whoever is killed
        with contextlib.suppress(FileExistsError):
            return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        return None
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        return None
    except BaseException:
        os.close(handle)
        raise
    return handle
