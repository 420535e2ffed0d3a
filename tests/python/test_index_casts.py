"""A signed number becomes an index or a size in one place, src/base/index.hpp, and not by casts all over the code."""

import re
from pathlib import Path

import pytest

CAST = re.compile(r"static_cast<\s*(?:std::)?size_t\s*>")
HOME = "src/base/index.hpp"
BELOW = "src/text/"  # stands below base and may not include it


def problems(root: Path) -> list[str]:
    """Places of casts that `as_size`, `whole_part` or `at` say in a word."""
    return [
        f"{name}:{row}: `as_size`, `whole_part` or `at` of base/index.hpp says this"
        for folder in ("src", "bindings")
        for path in sorted([*(root / folder).rglob("*.hpp"), *(root / folder).rglob("*.cpp")])
        if (name := path.relative_to(root).as_posix()) != HOME and not name.startswith(BELOW)
        for row, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if CAST.search(line)
    ]


def test_signed_numbers_become_indexes_in_one_place(root: Path) -> None:
    assert CAST.search((root / HOME).read_text(encoding="utf-8"))
    assert problems(root) == []


@pytest.mark.parametrize(
    "line",
    ["return values[static_cast<std::size_t>(i)];", "std::vector<int> v(static_cast<size_t>(graph.nodes()) + 1);"],
)
def test_a_planted_cast_is_found(tmp_path: Path, line: str) -> None:
    for folder in ("src/graph", "src/text", "bindings"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "plant.cpp").write_text(f"// a plant\n{line}\n", encoding="utf-8")
    assert [found.split(": ")[0] for found in problems(tmp_path)] == ["src/graph/plant.cpp:2", "bindings/plant.cpp:2"]
