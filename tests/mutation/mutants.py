"""Draws points of change and writes a copy of the project in which each can be switched on when its programs run.

So the project is compiled once for all changes. One change is on at a time, hence the changed text of an expression
needs no changes within itself.
"""

from __future__ import annotations

import random
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from points import Point

PER_ROOM = 1000  # so that the number of a mutant tells its room
# Of changes of the same bytes: the order from the outside to the inside.
ORDER = {"drop": 0, "flip": 1, "choose": 2}


@dataclass(frozen=True)
class Mutant:
    id: int
    room: str
    point: Point

    @property
    def where(self) -> str:
        return f"{self.point.file}:{self.point.line}"

    @property
    def change(self) -> str:
        return f"{clipped(self.point.what)} → {clipped(self.point.to)}"


def clipped(text: str) -> str:
    """A long statement by how it begins and ends."""
    return text if len(text) <= 100 else f"{text[:60]} … {text[-37:]}"


def quotas(sizes: dict[str, int], count: int) -> dict[str, int]:
    """How many of each file: in proportion to its points, the largest remainders rounded up."""
    total = sum(sizes.values())
    count = min(count, total)
    exact = {name: count * size / total for name, size in sizes.items()}
    given = {name: int(share) for name, share in exact.items()}
    for name in sorted(sizes, key=lambda each: (given[each] - exact[each], each))[: count - sum(given.values())]:
        given[name] += 1
    return given


def draw(points: dict[str, list[Point]], count: int, seed: int, room: str, dropped: Iterable[str] = ()) -> list[Point]:
    """`count` points of a room's files; for one that was dropped its file gives another, while it has any."""
    given, gone, drawn = quotas({name: len(each) for name, each in points.items()}, count), set(dropped), []
    for name in sorted(points):
        order = list(points[name])
        random.Random(f"{seed} {room} {name}").shuffle(order)
        others = iter(order[given[name] :])
        for point in order[: given[name]]:
            chosen: Point | None = point
            while chosen is not None and chosen.key in gone:
                chosen = next(others, None)
            if chosen is not None:
                drawn.append(chosen)
    return drawn


def numbered(drawn: dict[str, list[Point]], rooms: list[str]) -> list[Mutant]:
    """With numbers that stay the same whatever other rooms are drawn; `rooms` are all that there are."""
    return [
        Mutant((rooms.index(room) + 1) * PER_ROOM + i, room, point)
        for room, points in drawn.items()
        for i, point in enumerate(points)
    ]


def switched(mutant: Mutant, inside: str) -> str:
    """The text that has the change when it is on, and else what it had, with the changes inside it."""
    point, on = mutant.point, f"::houvast_mutant::on({mutant.id})"
    if point.form == "drop":
        return f"({on} ? static_cast<void>(0) : static_cast<void>({inside}))"
    if point.form == "flip":
        return f"({on} != static_cast<bool>({inside}))"
    if point.type:
        return f"static_cast<{point.type}>({on} ? {point.instead} : {inside})"
    return f"({on} ? ({point.instead}) : ({inside}))"


def rewritten(source: bytes, mutants: Iterable[Mutant]) -> bytes:
    """The source with all changes; lines stay where they are."""
    order = sorted(mutants, key=lambda m: (m.point.start, -m.point.end, ORDER[m.point.form], m.id))

    def between(start: int, end: int, inner: list[Mutant]) -> str:
        text, at, rest = "", start, inner
        while rest:
            first, rest = rest[0], rest[1:]
            last = first.point.end
            within = [each for each in rest if each.point.start < last]
            rest = rest[len(within) :]
            text += source[at : first.point.start].decode() + switched(first, between(first.point.start, last, within))
            at = last
        return text + source[at:end].decode()

    return between(0, len(source), order).encode()


def written(path: Path, content: bytes) -> None:
    """Leaves a file alone that has this content, so that nothing is compiled again for it."""
    if not path.is_file() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def listed(root: Path) -> list[str]:
    run = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, check=True)
    return [name for name in run.stdout.decode().split("\0") if name and (root / name).exists()]


def write_tree(root: Path, tree: Path, mutants: Iterable[Mutant]) -> None:
    """A copy of everything that git lists, since tests read much of it."""
    of_file: dict[str, list[Mutant]] = {}
    for mutant in mutants:
        of_file.setdefault(mutant.point.file, []).append(mutant)
    names = listed(root)
    for name in names:
        if (root / name).is_symlink():
            if not (tree / name).is_symlink():
                (tree / name).parent.mkdir(parents=True, exist_ok=True)
                (tree / name).symlink_to((root / name).readlink())
            continue
        content = (root / name).read_bytes()
        if name in of_file:
            content = b'#include "mutant.hpp"\n#line 1\n' + rewritten(content, of_file[name])
        written(tree / name, content)
        shutil.copymode(root / name, tree / name)
    written(tree / "src" / "mutant.hpp", Path(__file__).with_name("mutant.hpp").read_bytes())
    kept = {tree / name for name in names} | {tree / "src" / "mutant.hpp"}
    for path in tree.rglob("*"):
        if path.is_file() and path not in kept and path.suffix in (".cpp", ".hpp", ".py", ".json"):
            path.unlink()
