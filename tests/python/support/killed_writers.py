"""Writers killed at any moment: what they wrote over is whole, the old or the new, and their drafts are swept.

    python tests/python/support/killed_writers.py KILLS [SEED]

Each writer writes two versions by turns to one place in a process that is killed after a random time. Then the place
must hold exactly one of the two, a file that is nobody's business must still be there, and after the next write nothing
may be left of the killed one. Prints a line per writer; ends with 1 when anything was torn, mixed or left.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import houvast
from houvast.examples.region import region
from houvast.io import whole_folder
from houvast.io.atomic import write_bytes
from houvast.io.in_use import LEFT
from houvast.release import write_document
from houvast.scoring import Tally

Write = Callable[[Path], object]


@dataclass
class Writer:
    name: str
    place: str  # what it is called
    versions: tuple[Write, Write]
    load: bool = False  # whether houvast must be able to read what is there as a study
    before: Callable[[Path], object] = lambda _place: None


def contents(place: Path) -> dict[str, bytes]:
    """The bytes of a file, or of the files of a folder by name; but not when it was made."""
    if place.suffix == ".xlsx":
        with zipfile.ZipFile(place) as book:
            return {part: book.read(part) for part in book.namelist() if part != "docProps/core.xml"}
    if place.suffix == ".sav":  # date and time stand in the header
        return {"": place.read_bytes()[:92], "data": place.read_bytes()[109:]}
    files = sorted(place.iterdir()) if place.is_dir() else [place]
    return {file.name: file.read_bytes() for file in files if file.is_file() and file.name != "notes.txt"}


def killed(writer: Writer, place: Path, after: float) -> None:
    """Writes both versions by turns in a process of its own, and ends it without warning."""
    child = os.fork()
    if child == 0:
        try:
            writer.before(place)
            while True:
                for write in writer.versions:
                    write(place)
        finally:
            os._exit(1)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), f"{writer.name}: ended by itself"


def left(room: Path) -> list[str]:
    return [str(path.relative_to(room)) for path in room.rglob(LEFT + "*")]


def campaign(writer: Writer, kills: int, draw: random.Random) -> tuple[int, list[str]]:
    """How many kills left a draft, and what was wrong."""
    room = Path(tempfile.mkdtemp(prefix="killed-"))
    place, wrong, drafts = room / writer.place, list[str](), 0
    try:
        whole: list[dict[str, bytes]] = []
        begin = time.monotonic()
        for write in writer.versions:
            write(place)
            whole.append(contents(place))
        took = time.monotonic() - begin
        notes = (place if place.is_dir() else room) / "notes.txt"
        notes.write_text("mine", encoding="utf-8")
        for _ in range(kills):
            killed(writer, place, draw.uniform(0, 2 * took))
            drafts += bool(left(room))
            if writer.load:
                houvast.load(place)  # brings to an end what was committed, too
            if contents(place) not in whole:
                wrong.append(f"{writer.name}: torn or mixed")
            writer.before(place)
            writer.versions[0](place)
            if contents(place) != whole[0] or left(room) or notes.read_text(encoding="utf-8") != "mine":
                wrong.append(f"{writer.name}: left {left(room)}")
    finally:
        os.chdir(tempfile.gettempdir())
        shutil.rmtree(room)
    return drafts, wrong


def one_step_at_a_time(_: Path) -> None:
    """As where the system cannot exchange two folders in one step."""
    whole_folder._exchanged = lambda _one, _other: False  # type: ignore[assignment]


def writers() -> list[Writer]:
    """Everything that houvast writes, in two versions each."""
    one, other = region(1), region(2)
    with tempfile.TemporaryDirectory() as room:
        studies = [houvast.load(made.write(Path(room) / str(i))) for i, made in enumerate((one, other))]
    releases = [study.release(policy="team") for study in studies]
    scores = [study.scores(by="perspective") for study in studies]
    networks = [study.network() for study in studies]

    def both(things: list[object], write: Callable[[object, Path], object]) -> tuple[Write, Write]:
        first, second = things
        return (lambda place: write(first, place)), (lambda place: write(second, place))

    saved = both(studies, lambda study, place: study.save(place))
    tallies = [Tally(houvast.instrument("six-elements")) for _ in studies]
    tallies[1].update([[1] * len(tallies[1].questions)])
    return [
        Writer("study folder", "study", saved, load=True),
        Writer("study folder that processes work in", "here", saved, load=True, before=lambda place: os.chdir(place)),
        Writer("study folder in two steps", "steps", saved, load=True, before=one_step_at_a_time),
        Writer(
            "study as Parquet", "parquet", both(studies, lambda s, place: s.save(place, tables="parquet")), load=True
        ),
        Writer("study as JSON", "study.json", saved, load=True),
        Writer("study as workbook", "study.xlsx", saved, load=True),
        Writer("folder for R", "r", both(studies, lambda study, place: study.to_r(place))),
        Writer("example study", "example", both([one, other], lambda made, place: made.write(place, overwrite=True))),
        Writer("report", "report.html", both(releases, lambda release, place: release.report(place, force=True))),
        Writer("release document", "release.json", both(releases, write_document)),
        Writer("release workbook", "release.xlsx", both(releases, lambda release, place: release.to_xlsx(place))),
        Writer("table as CSV", "t-intern.csv", both(scores, lambda table, place: table.to_csv(place))),
        Writer("table as workbook", "t-intern.xlsx", both(scores, lambda table, place: table.to_xlsx(place))),
        Writer("table as Parquet", "t-intern.parquet", both(scores, lambda table, place: table.to_parquet(place))),
        Writer("table as .sav", "t-intern.sav", both(scores, lambda table, place: table.to_sav(place))),
        Writer("network", "net.graphml", both(networks, lambda network, place: network.write(place))),
        Writer("tally", "counts.tally", both(tallies, lambda tally, place: write_bytes(place, tally.to_bytes()))),
    ]


def main(kills: int, seed: int) -> int:
    draw, all_wrong = random.Random(seed), list[str]()
    chosen = writers()
    for number, writer in enumerate(chosen):
        share = kills // len(chosen) + (number < kills % len(chosen))
        drafts, wrong = campaign(writer, share, draw)
        all_wrong += wrong
        print(f"{writer.name}: {share} kills, {drafts} of them left a draft, {len(wrong)} findings", flush=True)
    print(f"{kills} kills, {len(all_wrong)} findings")
    print("\n".join(all_wrong))
    return bool(all_wrong)


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1))
