"""Writers killed at any moment and at every step: what they wrote over is whole, the old or the new, and nothing stays.

    python tests/python/support/killed_writers.py KILLS [SEED] [--quick] [--only WRITER ...]

Each writer writes two versions by turns to one place in a process that is killed after a random time. Then it writes
the second over the first in a process that is killed just before its first step on the disk (a file opened, renamed,
removed, a folder made …), its second, and so on to its last. Every time the place must hold exactly one of the two, a
file that is nobody's business must still be there, and after the next write nothing may be left of the killed one.
Prints a line per writer; ends with 1 when anything was torn, mixed or left.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, NoReturn
from unittest.mock import patch

from all_writers import Writer, writers
from houvast.io import whole_folder
from houvast.io.in_use import LEFT
from houvast.release.ledger.file import KEYS

_STEPS = ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.chown", "os.truncate", "os.utime")
_FEWEST = 4  # steps that every writer has


def killed(writer: Writer, place: Path, after: float) -> None:
    """Writes both versions by turns in a process of its own, and ends it without warning."""
    child = os.fork()
    if child == 0:
        _by_turns(writer, place)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), f"{writer.name}: ended by itself"


def _by_turns(writer: Writer, place: Path) -> NoReturn:
    try:
        writer.before(place)
        while True:
            for write in writer.versions:
                write(place)
    finally:
        os._exit(1)


def killed_at(writer: Writer, place: Path, room: Path, step: int) -> bool:
    """Writes the second version in a process of its own that is ended before a step; whether it came so far."""
    child = os.fork()
    if child == 0:
        try:
            writer.before(place)
            _end_before(room, step)
            writer.versions[1](place)
            os._exit(0)
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, f"{writer.name}: failed"
    return os.WIFSIGNALED(status)


def _end_before(room: Path, step: int) -> None:
    """From now on, this process ends before it takes so many steps in a folder."""
    taken = count(1)

    def look(event: str, arguments: tuple[Any, ...]) -> None:
        if event in _STEPS and str(arguments[0]).startswith(str(room)) and next(taken) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(look)


def left(room: Path) -> list[str]:
    """What is there of writers that did not end well."""
    return [str(path.relative_to(room)) for path in room.rglob("*") if path.name.startswith((LEFT, "houvast-page-"))]


@dataclass
class Campaign:
    """One writer in a room of its own, and what became of its kills."""

    writer: Writer
    room: Path
    kills: int = 0
    drafts: int = 0
    wrong: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.place = self.room / self.writer.place
        self.whole: list[object] = []
        begin = time.monotonic()
        for write in self.writer.versions:
            write(self.place)
            self.whole.append(self.writer.there(self.place))
        self.took = time.monotonic() - begin
        self.notes = (self.place if self.place.is_dir() else self.room) / "notes.txt"
        self.notes.write_text("mine", encoding="utf-8")

    def at_random(self, kills: int, draw: random.Random) -> None:
        """Kills it after a random time, of at most twice what writing takes."""
        for _ in range(kills):
            killed(self.writer, self.place, draw.uniform(0, 2 * self.took))
            self._look("at random")

    def at_steps(self, steps: Iterable[int]) -> None:
        """Kills it at some of its steps, until there is no such step."""
        for step in steps:
            self.writer.versions[0](self.place)
            if not killed_at(self.writer, self.place, self.room, step):
                return
            self._look(f"at step {step}")

    def _look(self, when: str) -> None:
        self.kills += 1
        self.drafts += bool(left(self.room))
        name = f"{self.writer.name}, {when}"
        try:
            if self.writer.there(self.place) not in self.whole:
                self.wrong.append(f"{name}: torn or mixed")
        except Exception as error:  # whatever a damaged file leads to
            self.wrong.append(f"{name}: {type(error).__name__} {error}")
        self.writer.before(self.place)
        self.writer.versions[0](self.place)
        if self.writer.there(self.place) != self.whole[0]:
            self.wrong.append(f"{name}: not what was written next")
        if left(self.room) or self.notes.read_text(encoding="utf-8") != "mine":
            self.wrong.append(f"{name}: left {left(self.room)}")


def campaign(writer: Writer, kills: int, steps: Iterable[int], draw: random.Random) -> Campaign:
    """Kills a writer so often at random, and at some of its steps."""
    room = Path(tempfile.mkdtemp(prefix="killed-"))
    tempfile.tempdir, os.environ[KEYS] = str(room), str(room / "keys")
    try:
        with patch.object(whole_folder, "_exchanged", whole_folder._exchanged):  # a writer may change it
            made = Campaign(writer, room)
            made.at_random(kills, draw)
            made.at_steps(steps)
        return made
    finally:
        tempfile.tempdir = None
        os.chdir(tempfile.gettempdir())
        shutil.rmtree(room)


def main(kills: int, seed: int, quick: bool, only: list[str]) -> int:
    """So many kills at random, and one at every step; when it has to be quick, one at a step of each writer."""
    draw, wrong, done = random.Random(seed), list[str](), 0
    chosen = [writer for writer in writers() if not (quick and writer.is_slow)]
    chosen = [writer for writer in chosen if writer.name in only] if only else chosen
    for number, writer in enumerate(chosen):
        share = kills // len(chosen) + (number < kills % len(chosen))
        made = campaign(writer, share, [draw.randint(1, _FEWEST)] if quick else count(1), draw)
        wrong += made.wrong
        done += made.kills
        told = f"{made.kills} kills, {made.kills - share} of them at steps, {made.drafts} left a draft"
        print(f"{writer.name}: {told}, {len(made.wrong)} findings", flush=True)
    print(f"{done} kills, {len(wrong)} findings")
    print("\n".join(wrong))
    return bool(wrong)


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("kills", type=int, help="kills at random")
    options.add_argument("seed", type=int, nargs="?", default=1)
    options.add_argument("--quick", action="store_true", help="one step of each writer that is not slow")
    options.add_argument("--only", nargs="+", default=[], help="names of writers")
    given = options.parse_args()
    raise SystemExit(main(given.kills, given.seed, given.quick, given.only))
