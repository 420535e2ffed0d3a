"""The order of the Python rooms (docs/dev/architecture.md): no import points upwards, and none goes round.

Imports inside functions count too: a circle that is hidden in a function is still a circle.
"""

import ast
import shutil
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

# A room may import itself and every room of a lower number; `houvast` itself is what users import.
LEVEL = {
    "_core": 0,
    "texts": 1,
    "errors": 2,
    "graph": 3,
    "scoring": 3,
    "stats": 3,
    "results": 4,
    "io": 5,
    "counting": 6,
    "graphs": 6,
    "release": 6,
    "convert": 7,
    "distributed": 7,
    "examples": 7,
    "explorer": 7,
    "report": 7,
    "starter": 7,
    "testing": 7,
    "methods": 8,
    "plot": 8,
    "cli": 9,
    "houvast": 10,
    "__main__": 11,
}


def modules(package: Path) -> dict[str, Path]:
    """Dotted name → file of every module, and of the compiled one."""
    found = {"houvast._core": package / "_core" / "__init__.pyi"}
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package.parent).with_suffix("").parts
        found[".".join(part for part in parts if part != "__init__")] = path
    return found


def room_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else parts[0]


def nearest(name: str, known: dict[str, Path]) -> str:
    """The module that holds a dotted name."""
    while name not in known and "." in name:
        name = name.rpartition(".")[0]
    return name


def imports(module: str, known: dict[str, Path]) -> Iterator[tuple[str, int]]:
    """Own modules that a module imports, wherever in the file, with the row."""
    path = known[module]
    package = module if path.stem == "__init__" else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            names = [f"{base}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            if name.split(".")[0] == "houvast":
                yield nearest(name, known), node.lineno


def problems(package: Path) -> list[str]:
    known = modules(package)
    found = []
    graph: dict[str, set[str]] = {}
    for module, path in known.items():
        room = room_of(module)
        if room not in LEVEL:
            found.append(f"{path.relative_to(package)}: unknown room '{room}'")
            continue
        graph[module] = set()
        for other, row in imports(module, known) if path.suffix == ".py" else ():
            graph[module].add(other)
            if room_of(other) != room and LEVEL.get(room_of(other), -1) >= LEVEL[room]:
                found.append(f"{path.relative_to(package)}:{row}: {room} may not import {room_of(other)}")
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        found.append("a circle: " + " → ".join(reversed(error.args[1])))
    return found


def test_no_import_points_upwards_or_goes_round(root: Path) -> None:
    assert problems(root / "python" / "houvast") == []


@pytest.mark.parametrize(
    ("file", "line", "told"),
    [
        ("results/tables.py", "from ..io.folder import load", "results may not import io"),
        ("io/folder.py", "def late():\n    from ..release import require_release", "io may not import release"),
        ("starter/survey.py", "import houvast.explorer.words", "starter may not import explorer"),
        ("report/rich.py", "from houvast import load", "report may not import houvast"),
        ("io/atomic.py", "def late():\n    from . import folder", "a circle: houvast.io."),
        ("misc.py", "", "unknown room 'misc'"),
    ],
)
def test_a_planted_import_is_found(root: Path, tmp_path: Path, file: str, line: str, told: str) -> None:
    package = tmp_path / "houvast"
    shutil.copytree(root / "python" / "houvast", package, ignore=shutil.ignore_patterns("*.so", "__pycache__"))
    with (package / file).open("a", encoding="utf-8") as planted:
        planted.write(f"\n\n{line}\n")
    assert any(told in problem for problem in problems(package))
