"""Folders whose files are replaced all at once: whatever ends a writer, there are the old files or the new ones."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import hashlib
import os
import shutil
import uuid
from collections.abc import Iterator, Sequence
from pathlib import Path

from .atomic import flush_folder, telling, whole_file
from .in_use import LEFT, abandoned, marked

__all__ = ["drafts", "settle", "whole", "whole_folder"]

_COMMITTED = LEFT + "committed"  # holds all new files of a folder that stays the folder it is
_OLD = ".old"
_HERE = -100  # AT_FDCWD
_EXCHANGE = 2  # RENAME_EXCHANGE


@contextlib.contextmanager
def whole_folder(path: str | os.PathLike[str], names: Sequence[str]) -> Iterator[Path]:
    """A new folder to write to; when the block ends well, its files take the place of those at `path`, all at once.

    `names` are the files that belong together: those that are not written are gone afterwards, and whatever else stands
    at `path` stays.
    """
    with telling(Path(path)), contextlib.ExitStack() as in_use:
        place = Path(os.path.realpath(path))
        if place.exists() and not place.is_dir():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(place))
        place.parent.mkdir(parents=True, exist_ok=True)
        settle(place, names)
        stays = _stays(place)
        draft = _draft(place / LEFT if stays else place.parent / _mark(place), in_use)
        try:
            yield draft
            flush_folder(draft)
            if stays:
                draft.rename(place / _COMMITTED)
                _spread(place, names)
            else:
                _exchange(draft, place)
                flush_folder(place.parent)
        finally:
            _retire(draft, place, names)


def settle(place: Path, names: Sequence[str]) -> None:
    """Brings to its end what killed writers left at or beside a folder, and takes their drafts away."""
    for left in sorted(place.parent.glob(_mark(place) + "*")):
        with abandoned(left) as free:
            if free and left.name.endswith(_OLD) and not place.exists():
                left.rename(place)
            elif free:
                _retire(left, place, names)
    for left in sorted(place.glob(LEFT + "*")):
        with abandoned(left) as free:
            if free and left.name == _COMMITTED:
                _spread(place, names)
            elif free and left.is_dir():
                _retire(left, place, names)


def whole(place: Path) -> Path:
    """Where the files of a folder are to be read: in what was committed, until that is spread."""
    committed = place / _COMMITTED
    return committed if committed.is_dir() else place


def drafts(place: Path) -> list[Path]:
    """What stands beside and in a folder of writers that are busy with it or were killed."""
    return [left for left in (*place.parent.glob(_mark(place) + "*"), *place.glob(LEFT + "*")) if left.is_dir()]


def _mark(place: Path) -> str:
    """How the names of drafts for a folder begin, which stand beside it."""
    return LEFT + hashlib.sha256(os.fsencode(place.name)).hexdigest()[:12] + "-"


def _stays(place: Path) -> bool:
    """Whether a folder cannot be exchanged for another: processes work in it, or it belongs where it is."""
    if not place.exists():
        return False
    with contextlib.suppress(OSError):
        if Path.cwd().is_relative_to(place):
            return True
    return os.path.ismount(place) or not os.access(place.parent, os.W_OK)


def _draft(begin: Path, in_use: contextlib.ExitStack) -> Path:
    while True:
        draft = begin.with_name(begin.name + uuid.uuid4().hex[:12])
        draft.mkdir()
        if os.name == "nt":  # an open folder cannot be renamed there
            return draft
        handle = os.open(draft, os.O_RDONLY)
        in_use.callback(os.close, handle)
        if marked(handle):
            return draft


def _exchange(draft: Path, place: Path) -> None:
    """A draft takes the place of a folder, of which the old files are then in the draft."""
    if not place.exists():
        with contextlib.suppress(OSError):  # another has made it meanwhile
            draft.rename(place)
            return
    with contextlib.suppress(OSError):  # as far as its owner may
        shutil.copystat(place, draft)
        if hasattr(os, "chown"):  # Windows has no groups of files
            os.chown(draft, -1, place.stat().st_gid)
    if _exchanged(draft, place):
        return
    old = draft.with_name(draft.name + _OLD)
    place.rename(old)
    try:
        draft.rename(place)
    except BaseException:
        old.rename(place)
        raise
    old.rename(draft)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchanges two folders in one step; False when the system or the disk cannot."""
    try:
        exchange = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    if exchange(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code), str(other))


def _spread(place: Path, names: Sequence[str]) -> None:
    """Copies the files that were committed in a folder to where they belong."""
    committed = place / _COMMITTED
    for name in names:
        if (committed / name).exists():
            with whole_file(place / name) as temporary:
                shutil.copyfile(committed / name, temporary)
        else:
            (place / name).unlink(missing_ok=True)
    spent = place / (LEFT + uuid.uuid4().hex[:12])
    committed.rename(spent)
    _retire(spent, place, names)


def _retire(left: Path, place: Path, names: Sequence[str]) -> None:
    """Takes away a folder that is a draft, or was the folder itself before; what is not of ours goes to the new one."""
    if left.is_symlink():  # what was at the place led nowhere
        left.unlink()
        return
    with contextlib.suppress(FileNotFoundError):
        for item in list(left.iterdir()):
            if (item.name in names or item.name.startswith(LEFT)) and not item.is_dir():
                item.unlink()
            elif not (place / item.name).exists():
                item.rename(place / item.name)
        with contextlib.suppress(OSError):  # something that the new folder has too is never thrown away
            left.rmdir()
