"""Every public name of Python stands on a page of docs/api, with what it takes, gives and refuses."""

import dataclasses
import importlib
import inspect
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import houvast
from houvast import _core

ROOT = Path(__file__).resolve().parents[3]
BLOCK = re.compile(r"^\.\. names:: (\S+)\n\n((?:   \w+\n)+)", re.MULTILINE)
ROOMS = ("errors", "texts", "stats", "graph", "graphs", "scoring", "release", "report", "plot", "explorer", "convert")
ROOMS += ("starter", "testing", "examples", "distributed", "distributed.dask", "distributed.spark")
INSIDE = {"Random", "ColumnTable"}  # of the compiled module; nothing public takes or gives one


def listed() -> list[tuple[str, str]]:
    """The names on the pages, each with its module."""
    pages = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs" / "api" / "python").glob("*.rst"))]
    return [(place, name) for page in pages for place, names in BLOCK.findall(page) for name in names.split()]


def documented() -> list[object]:
    return [getattr(importlib.import_module(place), name) for place, name in listed()]


def public() -> Iterator[tuple[str, object]]:
    """Every public name: of the package and its rooms, and the classes of what comes back."""
    for module in (houvast, *(importlib.import_module(f"houvast.{room}") for room in ROOMS)):
        yield from ((f"{module.__name__}.{name}", getattr(module, name)) for name in module.__all__)
    for name, thing in [*vars(_core).items(), *vars(_core.graph).items()]:
        if isinstance(thing, type) and name not in INSIDE:
            yield f"{thing.__module__}.{name}", thing


def test_every_public_name_stands_on_a_page() -> None:
    there = {id(thing) for thing in documented()}
    things = [(name, thing) for name, thing in public() if not isinstance(thing, ModuleType | str)]
    assert len(things) > 280
    assert [name for name, thing in things if id(thing) not in there] == []


def test_no_name_stands_on_two_pages() -> None:
    assert [name for name, times in Counter(listed()).items() if times > 1] == []


def test_every_room_of_the_package_is_looked_at() -> None:
    folder = Path(houvast.__file__).parent
    found = {path.stem if path.suffix else path.name for path in folder.iterdir() if path.suffix in ("", ".py")}
    own = {"_core", "__init__", "__main__", "__pycache__", "cli", "counting", "io", "methods", "results"}
    assert found - own == {room for room in ROOMS if "." not in room}


def callables() -> Iterator[tuple[str, object]]:
    """The functions on the pages, and the public methods of the classes on them."""
    for place, name in listed():
        thing = getattr(importlib.import_module(place), name)
        if not isinstance(thing, type):
            yield from [(f"{place}.{name}", thing)] * callable(thing)
            continue
        for each, part in vars(thing).items():
            part = getattr(part, "__func__", part)
            if not each.startswith("_") and callable(part) and not isinstance(part, type):
                yield f"{place}.{name}.{each}", part


def test_everything_that_can_be_called_tells_what_it_takes_and_gives() -> None:
    pages = {name: inspect.getdoc(thing) or "" for name, thing in callables()}
    assert len(pages) > 280
    signatures = {name: re.match(r"\w+\((?:self[^,)]*)?(.*?)\) -> (.*)", page) for name, page in pages.items()}
    silent = {name for name, found in signatures.items() if found and found[2].strip() == "None"}
    assert [name for name, page in pages.items() if "\nReturns\n---" not in page and name not in silent] == []
    taking = {name for name, found in signatures.items() if found and found[1].strip(", *")}
    assert [name for name in sorted(taking) if "\nParameters\n---" not in pages[name]] == []


def test_whoever_takes_a_word_or_numbers_tells_what_is_refused() -> None:
    pages = {name: inspect.getdoc(thing) or "" for name, thing in callables()}
    taking = {name for name, page in pages.items() if re.search(r"\w+: str = '|ArrayLike", page.split("\n")[0])}
    assert len(taking) > 100
    assert [name for name in sorted(taking) if "\nRaises\n---" not in pages[name]] == []


def test_every_statistic_and_metric_names_its_source() -> None:
    pages = {name: inspect.getdoc(thing) or "" for name, thing in callables()}
    computed = [name for name in pages if re.fullmatch(r"houvast\.(stats|graph)\.[a-z]\w*", name)]
    assert len(computed) > 100
    assert [name for name in computed if "\nReferences\n---" not in pages[name]] == []


def test_every_field_of_a_result_says_what_it_is() -> None:
    classes = [thing for thing in documented() if isinstance(thing, type) and dataclasses.is_dataclass(thing)]
    kinds = [kind for kind in classes if kind.__module__ != "houvast.release.document"]  # its schema tells those
    assert len(kinds) > 10
    silent = []
    for kind in kinds:
        source = inspect.getsource(kind)
        for field in dataclasses.fields(kind):
            line = re.search(rf"(    #: .*\n)?    {field.name}: .*", source)
            if line is None or "#: " not in line[0]:
                silent.append(f"{kind.__name__}.{field.name}")
    assert silent == []


@pytest.mark.parametrize("path", sorted((ROOT / "bindings" / "docs").glob("*.txt")), ids=lambda path: path.stem)
def test_errors_are_told_with_class_and_code(path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    for raised in re.findall(r"^Raises\n------\n((?:.+\n)+)", page, re.MULTILINE):
        kinds = re.findall(r"^(\w+)$", raised, re.MULTILINE)
        assert kinds and set(kinds) <= set(houvast.errors.__all__), raised
        assert re.search(r"HV-\d|\n +As \w+\.", raised), raised


def test_a_link_that_leads_nowhere_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        '<h1 id="top">a</h1><a href="b.html#there">b</a><a href="https://b">c</a>', "utf-8"
    )
    (tmp_path / "b.html").write_text('<h1 id="there">b</h1><a href="a.html">a</a>', "utf-8")
    command = [sys.executable, str(ROOT / "docs" / "extensions" / "links.py"), str(tmp_path)]
    assert subprocess.run(command, capture_output=True, text=True, check=False).stdout == ""
    (tmp_path / "b.html").write_text('<a href="a.html#nowhere">a</a><img src="c.png">', "utf-8")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout.splitlines() == ["a.html: b.html#there", "b.html: a.html#nowhere", "b.html: c.png"]
