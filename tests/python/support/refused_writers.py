"""Writers on a disk that is full, on one that may only be read, and at links: an error of houvast, and nothing torn.

    python tests/python/support/refused_writers.py [--quick] [--only WRITER ...]

A full disk and one that may only be read are small ones in memory, so this is for a root of Linux. When it has to be
quick, no file can be longer than some bytes instead, which is for everybody. Prints a line per writer; ends with 1 when
anything was torn or left, or another error came than one of houvast.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import resource
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from unittest.mock import patch

import houvast
from all_writers import Writer, writers
from houvast.io import whole_folder
from houvast.release.ledger.file import KEYS
from killed_writers import left

ROOMS = (0, 1, 8, 64, 256, 1024, 4096)  # kibibytes that are left on a disk
LENGTHS = (0, 5000)  # bytes of the longest file
QUICK = ("study folder", "study as workbook", "table as .sav", "table as Parquet", "bytes", "pictures", "ledger")
_DISK = 24  # mebibytes
_WENT_WELL, _REFUSED, _OTHER = range(3)


def outcome(work: Callable[[], object]) -> int:
    """How some work ends in a process of its own: well, refused by houvast, or in another error, which is printed."""
    child = os.fork()
    if child == 0:
        try:
            work()
            os._exit(_WENT_WELL)
        except houvast.Error:
            os._exit(_REFUSED)
        except BaseException as error:
            print(f"{type(error).__name__}: {error}", flush=True)
            os._exit(_OTHER)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@contextlib.contextmanager
def living_in(room: Path) -> Iterator[None]:
    """Temporary files and keys go to a room, too."""
    before = os.environ.get(KEYS)
    tempfile.tempdir, os.environ[KEYS] = str(room), str(room / "keys")
    try:
        yield
    finally:
        tempfile.tempdir = None
        os.environ.pop(KEYS)
        if before is not None:
            os.environ[KEYS] = before


def refused(writer: Writer, room: Path, work: Callable[[], object], about: str) -> Iterator[str]:
    """Lets a writer write its second version over the first in some way, and tells what is wrong with what is there."""
    place = room / writer.place
    writer.versions[1](place)
    second = writer.there(place)
    writer.versions[0](place)
    first = writer.there(place)
    ended = outcome(work)
    name = f"{writer.name}, {about}"
    if ended not in (_WENT_WELL, _REFUSED):
        yield f"{name}: ended with {ended}"
    if writer.there(place) != (second if ended == _WENT_WELL else first):
        yield f"{name}: torn or mixed"
    if stays := left(room):
        yield f"{name}: left {stays}"


def short_of_room(writer: Writer, room: Path, size: int) -> Iterator[str]:
    """No file can be longer than so many bytes."""

    def work() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        writer.versions[1](room / writer.place)

    with living_in(room):
        yield from refused(writer, room, work, f"files of {size} bytes at most")


def at_a_link(writer: Writer, room: Path) -> Iterator[str]:
    """A link is replaced, or what it leads to; never a part of what it leads to."""
    place, real = room / writer.place, room / f"real-{writer.place}"
    if not writer.may_move:
        return
    with living_in(room):
        writer.versions[1](place)
        second = writer.there(place)
        place.rename(real)
        writer.versions[0](place)
        first = writer.there(place)
        place.rename(room / f"first-{writer.place}")
        place.symlink_to(real, target_is_directory=real.is_dir())
        writer.versions[0](place)
        if writer.there(place) != first:
            yield f"{writer.name}, at a link: not what was written"
        if writer.there(real) != (first if real.is_dir() else second):
            yield f"{writer.name}, at a link: what it led to was changed"
        if place.is_symlink() != real.is_dir():
            yield f"{writer.name}, at a link: the link {'is gone' if real.is_dir() else 'stayed'}"
        if stays := left(room):
            yield f"{writer.name}, at a link: left {stays}"


def at_a_loop(writer: Writer, room: Path) -> Iterator[str]:
    """A link to itself is replaced or refused."""
    place = room / writer.place
    place.symlink_to(place)
    with living_in(room):
        ended = outcome(lambda: writer.versions[0](place))
    if ended == _WENT_WELL and place.is_symlink():
        yield f"{writer.name}, at a loop: nothing was written"
    if ended == _OTHER or left(room):
        yield f"{writer.name}, at a loop: ended with {ended}, left {left(room)}"


@contextlib.contextmanager
def small_disk() -> Iterator[Path]:
    """A disk in memory."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={_DISK}m", "tmpfs", folder], check=True)
        try:
            yield Path(folder)
        finally:
            os.chdir("/")
            subprocess.run(["umount", folder], check=True)


def on_a_full_disk(writer: Writer) -> Iterator[str]:
    """With less and less room on the disk."""
    for room in ROOMS:
        with small_disk() as disk, living_in(disk):

            def work(disk: Path = disk, room: int = room) -> None:
                free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
                with (disk / "filler").open("wb") as filler:
                    os.posix_fallocate(filler.fileno(), 0, max(free - room * 1024, 1))
                try:
                    writer.versions[1](disk / writer.place)
                finally:
                    (disk / "filler").unlink()

            yield from refused(writer, disk, work, f"{room} KiB free")


def on_a_disk_to_read(writer: Writer) -> Iterator[str]:
    """Nothing can be written at all."""
    with small_disk() as disk, living_in(disk):

        def work() -> None:
            subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
            try:
                writer.versions[1](disk / writer.place)
            finally:
                subprocess.run(["mount", "-o", "remount,rw", disk], check=True)

        yield from refused(writer, disk, work, "read-only")


def without_disks(writer: Writer) -> Iterator[str]:
    """With room for so many bytes in a file, each time in a room of its own."""
    for size in LENGTHS:
        with tempfile.TemporaryDirectory() as folder:
            yield from short_of_room(writer, Path(folder), size)


def main(quick: bool, only: Collection[str] = ()) -> int:
    """Every writer in every way; when it has to be quick, one of each kind, and without disks."""
    wrong, chosen = list[str](), only or (QUICK if quick else ())
    for writer in writers():
        if chosen and writer.name not in chosen:
            continue
        with patch.object(whole_folder, "_exchanged", whole_folder._exchanged):  # a writer may change it
            found = [*(without_disks if quick else on_disks)(writer)]
        for way in (at_a_link, at_a_loop):
            with tempfile.TemporaryDirectory() as folder:
                found += way(writer, Path(folder))
        print(f"{writer.name}: {len(found)} findings", flush=True)
        wrong += found
    print("\n".join([f"{len(wrong)} findings", *wrong]))
    return bool(wrong)


def on_disks(writer: Writer) -> Iterator[str]:
    """On full disks, and on one that may only be read."""
    yield from on_a_full_disk(writer)
    yield from on_a_disk_to_read(writer)


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--quick", action="store_true", help="one of each kind, and without disks")
    options.add_argument("--only", nargs="+", default=[], help="names of writers")
    given = options.parse_args()
    sys.exit(main(given.quick, given.only))
