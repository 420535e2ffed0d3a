"""C++ reads a study folder as Python does: the same study, or the same problems at the same places."""

import random
import subprocess
from pathlib import Path

import pytest

import houvast
from broken_base import write_base
from broken_cases import UNREADABLE, UNSOUND

PROGRAM = """
#include <houvast/houvast.hpp>
#include <iostream>

void tell(const char* path) {
  try {
    std::cout << houvast::study_to_json(houvast::load(path));
  } catch (const houvast::Error& error) {
    for (const houvast::Issue& issue : error.issues()) {
      const houvast::Where& where = issue.where;
      std::cout << issue.code << '\\x1f' << where.file << '\\x1f' << (where.row ? std::to_string(*where.row) : "")
                << '\\x1f' << where.column << '\\x1f' << where.pointer << '\\x1d';
    }
  }
  std::cout << '\\x1e';
}

int main(int count, char** paths) {
  for (int i = 1; i < count; ++i) tell(paths[i]);
}
"""
PIECES = [
    b'"',
    b'""',
    b"\n",
    b"\r",
    b",",
    b";",
    b"\t",
    b" ",
    b"\xc2\xa0",
    b"\xe2\x80\x83",
    b"\xe9",
    b"\xef\xbb\xbf",
    b"1",
]


@pytest.fixture(scope="module")
def program(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("load")
    (folder / "main.cpp").write_text(PROGRAM, encoding="utf-8")
    library = next((root / "build" / "dev").rglob("libhouvast.a"))
    include = f"-I{root / 'include'}"
    words = ["g++", "-std=c++20", include, folder / "main.cpp", library, "-lpthread", "-o", folder / "load"]
    subprocess.run(words, check=True)
    return folder / "load"


def told_by_cpp(program: Path, paths: list[Path]) -> list[str]:
    told = subprocess.run([program, *paths], capture_output=True, check=True).stdout.decode("utf-8", "replace")
    return told.split("\x1e")[:-1]


def told_by_python(path: Path) -> str:
    try:
        return houvast.load(path).to_json()
    except houvast.Error as error:
        places = [(issue.code, issue.where) for issue in error.issues]
        fields = [(code, at.file, str(at.row or ""), at.column or "", at.pointer or "") for code, at in places]
        return "".join("\x1f".join(each) + "\x1d" for each in fields)


def damage(tables: list[Path], seed: int) -> None:
    """Takes a few bytes out of one of the tables and puts others in."""
    rng = random.Random(seed)
    table = rng.choice(tables)
    data = bytearray(table.read_bytes())
    for _ in range(rng.randint(1, 3)):
        at = rng.randrange(1, len(data) + 1)  # a first line that is blank has no separator to count
        data[at : at + rng.randint(0, 2)] = rng.choice(PIECES)
    table.write_bytes(data)


def test_broken_studies_are_refused_for_the_same_reasons(program: Path, tmp_path: Path) -> None:
    paths = []
    for name, (break_it, _, _) in (UNREADABLE | UNSOUND).items():
        path = break_it(write_base(tmp_path / name))
        if path.suffix not in (".xlsx", ".xlsm") and not list(path.glob("*.parquet")):
            paths.append(path)
    assert len(paths) > 40
    told = told_by_cpp(program, paths)
    assert {path.parent.name: each for path, each in zip(paths, told, strict=True)} == {
        path.parent.name: told_by_python(path) for path in paths
    }


def test_damaged_tables_are_read_alike(program: Path, tmp_path: Path) -> None:
    paths = []
    for seed in range(400):
        folder = write_base(tmp_path / str(seed))
        damage(sorted(folder.glob("*.csv")), seed)
        paths.append(folder)
    expected = [told_by_python(path) for path in paths]
    assert 20 < sum(each.startswith("{") for each in expected) < 380  # some are sound still
    assert told_by_cpp(program, paths) == expected
