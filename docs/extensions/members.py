"""What public C++ names say that have no comment in their header, since they mean the same wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from doxygen import Name


def shared(path: Path) -> dict[str, str]:
    """The lines of the file: a name, or Class::name, to its text."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return dict(line.split(": ", 1) for line in lines)


def fill(names: list[Name], texts: dict[str, str]) -> list[str]:
    """Gives names without a comment their text, and tells which have none and which lines are not used."""
    used = set()
    silent = []
    for name in _all(names):
        if name.comment:
            continue
        key = next((key for key in _keys(name) if key in texts), None)
        if key is None:
            silent.append(f"{name.header}:{name.line}: nothing is said of {name.scope}::{name.name}")
        else:
            used.add(key)
            name.comment.paragraphs.append(texts[key])
    return silent + [f"members.txt: no name without a comment is called {key}" for key in texts if key not in used]


def _all(names: list[Name]) -> Iterator[Name]:
    for name in names:
        yield name
        yield from _all(name.members)


def _keys(name: Name) -> list[str]:
    """A name with all of its scope first, and by itself last."""
    parts = [*name.scope.split("::"), name.name]
    return ["::".join(parts[begin:]) for begin in range(len(parts))]
