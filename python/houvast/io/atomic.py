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
from .in_use import LEFT, abandoned, marked

__all__ = [
    "asked_about",
    "encodable",
    "flush_folder",
    "make_folder",
    "sweep",
    "telling",
    "vacant",
    "whole_file",
    "write_bytes",
    "write_text",
]


@contextlib.contextmanager
def whole_file(path: str | os.PathLike[str], *, is_new: bool = False) -> Iterator[Path]:
    """A temporary path to write to; it takes the place of `path` when the block ends well, and is gone when not.

    What has to be new never takes the place of something that is there, even if that came meanwhile.
    """
    place = Path(path)
    with telling(place), contextlib.ExitStack() as in_use:
        sweep(place.parent)
        name = _draft(place, in_use)
        try:
            yield Path(name)
            with Path(name).open("rb+") as file:
                os.fsync(file.fileno())
            Path(name).chmod(0o600)
            (_take_free if is_new else os.replace)(name, place)
            flush_folder(place.parent)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(name)
            raise


def _draft(place: Path, in_use: contextlib.ExitStack) -> str:
    while True:
        handle, name = tempfile.mkstemp(prefix=LEFT, suffix=".tmp" + place.suffix, dir=place.parent)  # mode 0600
        if os.name == "nt":  # an open file cannot be replaced there
            os.close(handle)
            return name
        in_use.callback(os.close, handle)
        if marked(handle):
            return name


def _take_free(draft: str, place: Path) -> None:
    """A draft gets its name, unless something has it."""
    if os.name == "nt":
        Path(draft).rename(place)
    else:
        os.link(draft, place)
        os.unlink(draft)


def sweep(folder: Path) -> None:
    """Takes away the drafts that killed writers left in a folder."""
    for left in folder.glob(LEFT + "*.tmp*"):
        with abandoned(left) as free, contextlib.suppress(OSError):
            if free:
                left.unlink()


def flush_folder(folder: Path) -> None:
    """Sees to it that the names in a folder are on the disk, where the system can do that."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextlib.contextmanager
def telling(place: Path) -> Iterator[None]:
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
    with telling(place):
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


def vacant(path: str | os.PathLike[str], force: bool) -> None:
    """Refuses a path where something is already, unless it may be replaced. Raises FileAccessError HV-118."""
    if os.path.lexists(path) and not force:  # False for a name that cannot be: writing tells
        where = Where(printable(str(path)))
        raise problem(FileAccessError, "HV-118", "problem.subject.file_exists", "problem.expected.force", where)


def write_text(path: str | os.PathLike[str], text: str) -> Path:
    """Writes UTF-8 text to a path, replacing what was there only when everything has reached the disk."""
    return write_bytes(path, text.encode("utf-8"))


def write_bytes(path: str | os.PathLike[str], data: bytes) -> Path:
    """Writes bytes to a path, replacing what was there only when everything has reached the disk."""
    with whole_file(path) as temporary:
        temporary.write_bytes(data)
    return Path(path)
