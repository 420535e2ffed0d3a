"""Every public C++ name says something, and every public header stands on a page: what the build of the site holds."""

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
SHOWN = re.compile(r"^\.\. header:: (\S+)$", re.MULTILINE)


@pytest.fixture(scope="module")
def site() -> Iterator[Any]:
    """The modules that read the headers for the site."""
    if shutil.which("doxygen") is None:
        pytest.skip("Doxygen is not here; scripts/docs installs it and checks the same")
    sys.path.insert(0, str(ROOT / "docs" / "extensions"))
    import doxygen
    import members

    yield doxygen, members
    sys.path.remove(str(ROOT / "docs" / "extensions"))


@pytest.fixture(scope="module")
def names(site: Any) -> list[Any]:
    doxygen, _ = site
    return list(doxygen.names(doxygen.run(ROOT)))


def test_every_public_name_says_something(site: Any, names: list[Any]) -> None:
    _, members = site
    assert len(names) > 500
    assert members.fill(names, members.shared(ROOT / "docs" / "api" / "cpp" / "members.txt")) == []


def test_every_public_header_stands_on_one_page(names: list[Any]) -> None:
    pages = [path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "api" / "cpp").glob("*.rst")]
    shown = [header for page in pages for header in SHOWN.findall(page)]
    assert sorted(shown) == sorted(set(shown))
    assert {name.header for name in names} - set(shown) == set()
    assert [header for header in shown if not (ROOT / "include" / header).exists()] == []


def test_a_name_of_which_nothing_is_said_is_found(site: Any, tmp_path: Path) -> None:
    doxygen, members = site
    (tmp_path / "docs").mkdir()
    shutil.copy(ROOT / "docs" / "Doxyfile", tmp_path / "docs")
    folder = tmp_path / "include" / "houvast"
    folder.mkdir(parents=True)
    (folder / "a.hpp").write_text(
        """\
namespace houvast {
/// Told.
struct A {
  int told = 0;  ///< here
  int wave = 0;
  int silent = 0;
  friend bool operator==(const A&, const A&) = default;
};
void quiet();
namespace detail {
void hidden();
}
}  // namespace houvast
""",
        encoding="utf-8",
    )
    found = members.fill(doxygen.names(doxygen.run(tmp_path)), {"wave": "The wave.", "B::none": "Nothing."})
    assert found == [
        "houvast/a.hpp:6: nothing is said of houvast::A::silent",
        "houvast/a.hpp:9: nothing is said of houvast::quiet",
        "members.txt: no name without a comment is called B::none",
    ]
