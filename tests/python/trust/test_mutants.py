"""Small faults are found, written so that each can be switched on, and told from what a test noticed."""

from __future__ import annotations

import importlib
import os
import shutil
import subprocess
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

SOURCE = """\
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

constexpr int kMost = 3 + 4;
static_assert(kMost > 6);
#define TWICE(x) ((x) + (x))

struct Counter {
  void add(int more) { sum += more; }
  int sum = 0;
};

bool between(int low, int value, int high) {
  return low <= value && value < high;
}

std::string name(const std::string& first, const std::string& last) { return first + last; }

template <class T>
bool same(T a, T b) { return a == b; }

int main(int count, char** words) {
  const int value = std::atoi(words[count - 1]);
  Counter counter;
  if (!between(2, value, 5))  // a note that no change may carry along
    counter.add(10);
  else
    counter.add(1);
  const std::vector<std::int64_t> parts{std::int64_t{0}, value};
  for (const std::int64_t part : parts) counter.sum += static_cast<int>(part) * 2;
  switch (value) {
    case 7: counter.sum = TWICE(50); break;
    default: break;
  }
  std::printf("%d%s", counter.sum, name("a", same(1, 2) ? "b" : "c").c_str());
}
"""


@pytest.fixture(scope="module")
def tool() -> Any:
    """The modules of tests/mutation."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(Path(__file__).parent.parent.parent / "mutation"))
        modules = {each: importlib.import_module(each) for each in ("points", "mutants", "trial", "build", "record")}
    whole = ModuleType("tool")
    whole.__dict__.update(modules)
    return whole


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("mutants") / "small.cpp"
    path.write_text(SOURCE, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def points(tool: Any, source: Path) -> list[Any]:
    found: list[Any] = tool.points.points_of(source, "src/small/small.cpp", ["-std=c++20"])
    return found


def changes(points: list[Any], line: str) -> set[str]:
    number = next(i for i, each in enumerate(SOURCE.splitlines(), 1) if line in each)
    return {f"{point.what} → {point.to}" for point in points if point.line == number}


def test_what_runs_is_changed(points: list[Any]) -> None:
    assert changes(points, "return low") == {
        "low <= value && value < high → low <= value || value < high",
        "return low <= value && value < high → return !(low <= value && value < high)",
        *(f"low <= value → low {sign} value" for sign in "<>"),
        *(f"value < high → value {sign} high" for sign in ("<=", ">=")),
    }
    assert {"!between(2, value, 5) → between(2, value, 5)"} < changes(points, "if (!between")
    assert {"counter.add(10); → (nothing)", "… . add ( 10 ) ; … → … . add ( (10 + 1) ) ; …"} == changes(
        points, "add(10)"
    )
    assert {"sum += more → sum -= more", "sum += more; → (nothing)"} == changes(points, "void add")
    assert "static_cast<int>(part) * 2 → static_cast<int>(part) / 2" in changes(points, "for (const")


@pytest.mark.parametrize("line", ["kMost =", "static_assert", "#define", "int sum", "return first", "return a =="])
def test_what_the_compiler_computes_and_what_classes_do_is_left_alone(points: list[Any], line: str) -> None:
    assert changes(points, line) == set()


def test_labels_and_macros_are_left_alone(points: list[Any]) -> None:
    assert changes(points, "case 7") == set()


def test_the_same_seed_draws_the_same_and_another_takes_the_place_of_a_dropped(tool: Any, points: list[Any]) -> None:
    files = {"a.cpp": points, "b.cpp": points[:5]}
    drawn = tool.mutants.draw(files, 10, 1, "small")
    assert len(drawn) == 10 and drawn == tool.mutants.draw(files, 10, 1, "small")
    assert drawn != tool.mutants.draw(files, 10, 2, "small")
    again = tool.mutants.draw(files, 10, 1, "small", [drawn[0].key])
    assert len(again) == 10 and drawn[0] not in again and drawn[1:] == again[1:]
    assert tool.mutants.quotas({"a": 70, "b": 29, "c": 1}, 10) == {"a": 7, "b": 3, "c": 0}


def test_all_changes_are_compiled_at_once_and_switched_on_one_at_a_time(
    tool: Any, points: list[Any], source: Path
) -> None:
    mutants = tool.mutants.numbered({"small": points}, ["small"])
    text = tool.mutants.rewritten(source.read_bytes(), mutants)
    assert text.count(b"\n") == SOURCE.count("\n")
    whole, program = source.with_name("whole.cpp"), source.with_name("whole")
    header = Path(tool.mutants.__file__).with_name("mutant.hpp")
    whole.write_bytes(b'#include "%b"\n' % os.fsencode(header) + text)
    compiler = shutil.which("g++") or "clang++"
    subprocess.run([compiler, "-std=c++20", "-Wall", "-Wconversion", "-o", program, whole], check=True, timeout=60)

    reached = source.with_name("reached.txt")

    def said(value: int, mutant: int = 0) -> str:
        environment = {**os.environ, "HOUVAST_MUTANT": str(mutant), "HOUVAST_MUTANTS_REACHED": str(reached)}
        run = subprocess.run([program, str(value)], env=environment, capture_output=True, text=True, timeout=10)
        return run.stdout

    def of(change: str) -> int:
        return next(mutant.id for mutant in mutants if mutant.change == change)

    assert [said(value) for value in (1, 2, 4, 5, 7)] == ["12ac", "5ac", "9ac", "20ac", "100ac"]
    assert [said(value, of("low <= value → low < value")) for value in (1, 2, 4, 5)] == ["12ac", "14ac", "9ac", "20ac"]
    assert [said(value, of("value < high → value <= high")) for value in (4, 5)] == ["9ac", "11ac"]
    both = of("low <= value && value < high → low <= value || value < high")
    assert [said(value, both) for value in (1, 5)] == ["3ac", "11ac"]
    assert said(5, of("counter.add(10); → (nothing)")) == "10ac"
    assert said(5, of("!between(2, value, 5) → between(2, value, 5)")) == "11ac"
    said(3)
    ids = set(map(int, reached.read_text().split()))
    assert of("counter.add(1); → (nothing)") in ids and of("counter.add(10); → (nothing)") not in ids


def test_changes_that_do_not_compile_are_found_by_what_the_compiler_says(tool: Any, points: list[Any]) -> None:
    mutants = tool.mutants.numbered({"small": points}, ["small"])
    line = points[-1].line
    said = f"/x/src/small/small.cpp:{line}:3: error: no\n/x/src/other/other.cpp:1:2: error: elsewhere\n"
    assert {each.point.line for each in tool.build.culprits(said, mutants)} == {line}
    noted = f"src/small/small.cpp:1:2: error: no\nsrc/small/small.cpp:{line}:3: note: is not constant\n"
    assert {each.point.line for each in tool.build.culprits(noted, mutants)} == {line}


def test_quick_tests_of_the_own_room_come_first(tool: Any, points: list[Any]) -> None:
    mutant = tool.mutants.numbered({"small": points}, ["small"])[0]
    reached, other = frozenset({mutant.id}), frozenset({mutant.id + 1})
    tests = [
        tool.trial.Test("test_other", "O.quick", 0.1, reached),
        tool.trial.Test("test_small", "S.slow", 3.0, reached),
        tool.trial.Test("test_small", "S.quick", 1.5, reached),
        tool.trial.Test("test_small", "S.elsewhere", 0.1, other),
    ]
    order = [(program, names) for program, names, _ in tool.trial.batches(mutant, tests)]
    assert order == [("test_small", ["S.quick"]), ("test_small", ["S.slow"]), ("test_other", ["O.quick"])]


@pytest.mark.parametrize(
    ("code", "said", "how"),
    [
        (1, "[ RUN      ] A.b\n[  FAILED  ] A.b", "tests"),
        (-6, "[ RUN      ] A.b\nx.cpp:3: runtime error: index 4 out of bounds", "sanitizer"),
        (124, "[ RUN      ] A.b\n", "time"),
        (1, "[ RUN      ] A.b\nAddressSanitizer: hard rss limit exhausted", "time"),
    ],
)
def test_what_a_test_noticed_is_told_from_what_a_sanitizer_saw(tool: Any, code: int, said: str, how: str) -> None:
    outcome = tool.trial.judged(code, said)
    assert (outcome.how, outcome.by) == (how, "A.b")


def test_a_run_goes_on_where_it_was_and_equal_changes_are_not_counted(
    tool: Any, points: list[Any], tmp_path: Path
) -> None:
    mutants = tool.mutants.numbered({"small": points[:4]}, ["small"])
    record = tool.record.Record(tmp_path / "record.json", "sources", "tests")
    for mutant, how in zip(mutants, ("tests", "time", "survived", "survived"), strict=True):
        record.add(mutant, tool.trial.Outcome(how))
    again = tool.record.Record(tmp_path / "record.json", "sources", "tests")
    assert [again.how(mutant) for mutant in mutants] == ["tests", "time", "survived", "survived"]
    later = tool.record.Record(tmp_path / "record.json", "sources", "more tests")
    assert [later.how(mutant) for mutant in mutants] == ["tests", "time", "", ""]
    (tmp_path / "src/small").mkdir(parents=True)
    (tmp_path / "src/small/small.cpp").write_text(SOURCE, encoding="utf-8")
    line = SOURCE.splitlines()[points[2].line - 1].strip()
    (tmp_path / "equal.txt").write_text(
        f"{points[2].file} | {line} | {mutants[2].change} | it is so\n", encoding="utf-8"
    )
    equal = tool.record.Equal(tmp_path / "equal.txt", tmp_path)
    text, fine = tool.record.report(again, equal, mutants, ["small"])
    assert "66.7 %" in text and "it is so" in text and not fine
    assert tool.record.Record(tmp_path / "record.json", "other sources", "tests").results == {}
