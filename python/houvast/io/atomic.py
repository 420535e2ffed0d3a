"""Files written whole or not at all: temporary file, flush to disk, rename; readable by their owner only."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ..errors import Error, FileAccessError, ParseError, Where, printable, problem, reason_of
from ..texts import Claim

__all__ = ["asked_about", "make_folder", "whole_file", "write_bytes", "write_text"]

_PREFIX = ".houvast-"


@contextlib.contextmanager
def whole_file(path: str | os.PathLike[str]) -> Iterator[Path]:
    """A temporary path to write to; it takes the place of `path` when the block ends well, and is gone when not."""
    place = Path(path)
    with _telling(place):
        handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=".tmp" + place.suffix, dir=place.parent)  # mode 0600
        os.close(handle)
        try:
            yield Path(name)
            with Path(name).open("rb+") as file:
                os.fsync(file.fileno())
            Path(name).chmod(0o600)
            os.replace(name, place)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(name)
            raise


@contextlib.contextmanager
def _telling(place: Path) -> Iterator[None]:
    """What the system refuses is told as an error of houvast."""
    try:
        encodable(place)
        yield
    except OSError as error:
        raise error if isinstance(error, Error) else FileAccessError.of(place, error) from error


def encodable(place: Path) -> None:
    """Refuses, as the system would, a path that cannot be one: with a NUL, or with broken characters."""
    try:
        if b"\0" in os.fsencode(place):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    except UnicodeEncodeError:
        raise OSError(errno.EILSEQ, os.strerror(errno.EILSEQ)) from None


def make_folder(path: str | os.PathLike[str]) -> Path:
    """The folder at a path, made when it is not there."""
    place = Path(path)
    with _telling(place):
        place.mkdir(parents=True, exist_ok=True)
    return place


def asked_about(path: str | os.PathLike[str]) -> Path:
    """A path that the system can be asked about, whether there is something or not. Raises ParseError HV-101."""
    place = Path(path)
    try:
        encodable(place)
        place.stat()
    except FileNotFoundError:
        pass
    except OSError as error:
        expected = Claim("problem.expected.readable_path", {"reason": reason_of(error)})
        where = Where(printable(str(place)))
        raise problem(ParseError, "HV-101", "problem.subject.path", expected, where) from None
    return place


def write_text(path: str | os.PathLike[str], text: str) -> Path:
    """Writes UTF-8 text to a path, replacing what was there only when everything has reached the disk."""
    return write_bytes(path, text.encode("utf-8"))


def write_bytes(path: str | os.PathLike[str], data: bytes) -> Path:
    """Writes bytes to a path, replacing what was there only when everything has reached the disk."""
    with whole_file(path) as temporary:
        temporary.write_bytes(data)
    return Path(path)
