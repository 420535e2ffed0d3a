"""Fails when an include points upwards: the order of the rooms is the order of the data (docs/dev/architecture.md)."""

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
FREE = {"version", "houvast"}


def room_of(path: Path, base: Path) -> str:
    return path.relative_to(base).parts[0].removesuffix(".hpp")


def problems(root: Path) -> list[str]:
    found = []
    for base in (root / "include" / "houvast", root / "src"):
        for path in sorted([*base.rglob("*.hpp"), *base.rglob("*.cpp")]):
            room = room_of(path, base)
            if room in FREE:
                continue
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                place = f"{path.relative_to(root)}:{number}"
                if (match := OWN.match(line)) and match[1] not in FREE:
                    other = match[1]
                    if other not in LEVEL:
                        found.append(f"{place}: unknown room '{other}'")
                    elif other != room and (LEVEL[other] >= LEVEL[room] or other == "io"):
                        found.append(f"{place}: {room} may not include {other}")
                if (match := OUTSIDE.match(line)) and base.name == "houvast":
                    third = match[1]
                    if not (third == "nlohmann" and path.name == "json.hpp" and room == "io") and not (
                        third == "boost" and room == "interop"
                    ):
                        found.append(f"{place}: a public header names {third}")
                if (match := OUTSIDE.match(line)) and match[1] == "pybind11":
                    found.append(f"{place}: the core knows nothing of Python")
    return found


if __name__ == "__main__":
    lines = problems(Path(sys.argv[1]))
    print("\n".join(lines) if lines else "no include points upwards")
    sys.exit(1 if lines else 0)
