"""Fails when an include points upwards: the order of the rooms is the order of the data (docs/dev/architecture.md).

Also when houvast.hpp, which is said to be everything, lacks a public header.
"""

import re
import sys
from pathlib import Path

# A room may include itself and every room of a lower number.
LEVEL = {
    "text": -1,
    "base": 0,
    "instrument": 1,
    "ecosystem": 2,
    "responses": 2,
    "study": 3,
    "scoring": 4,
    "graph": 4,
    "gerdes": 5,
    "coverage": 6,
    "conversation": 7,
    "disclosure": 8,
    "io": 9,
    "interop": 9,
}
OUTSIDE = re.compile(r'#include\s*[<"](pybind11|nlohmann|boost)/')
OWN = re.compile(r'#include\s*"(?:houvast/)?([a-z_]+)(?:/[a-z_0-9]+)?\.hpp"')
FREE = {"api", "version", "houvast"}


def room_of(path: Path, base: Path) -> str:
    return path.relative_to(base).parts[0].removesuffix(".hpp")


def upward(line: str, room: str) -> str | None:
    """What is wrong with an include of houvast itself in a file of this room."""
    match = OWN.match(line)
    if match is None or match[1] in FREE or match[1] == room:
        return None
    other = match[1]
    if other not in LEVEL:
        return f"unknown room '{other}'"
    return f"{room} may not include {other}" if LEVEL[other] >= LEVEL[room] or other == "io" else None


def foreign(line: str, room: str, path: Path, public: bool) -> list[str]:
    """What is wrong with an include of another library."""
    match = OUTSIDE.match(line)
    if match is None:
        return []
    third = match[1]
    allowed = (third == "nlohmann" and path.name == "json.hpp" and room == "io") or (
        third == "boost" and room == "interop"
    )
    found = [f"a public header names {third}"] if public and not allowed else []
    return [*found, "the core knows nothing of Python"] if third == "pybind11" else found


def problems(root: Path) -> list[str]:
    found = []
    for base in (root / "include" / "houvast", root / "src"):
        for path in sorted([*base.rglob("*.hpp"), *base.rglob("*.cpp")]):
            room = room_of(path, base)
            if room in FREE:
                continue
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                own = upward(line, room)
                wrong = [*([own] if own else []), *foreign(line, room, path, base.name == "houvast")]
                found += [f"{path.relative_to(root)}:{number}: {each}" for each in wrong]
    return found


def absent(root: Path) -> list[str]:
    """Public headers that houvast.hpp leaves out; those of interop/ need what their users bring."""
    public = root / "include"
    whole = public / "houvast" / "houvast.hpp"
    named = set(re.findall(r'#include "(.+)"', whole.read_text(encoding="utf-8")))
    headers = {path for path in public.rglob("*.hpp") if path.parent.name != "interop"} - {whole}
    missing = {path.relative_to(public).as_posix() for path in headers} - named
    return [f"houvast.hpp does not include {name}" for name in sorted(missing)]


if __name__ == "__main__":
    lines = problems(Path(sys.argv[1])) + absent(Path(sys.argv[1]))
    print("\n".join(lines) if lines else "no include points upwards, and houvast.hpp has every header")
    sys.exit(1 if lines else 0)
