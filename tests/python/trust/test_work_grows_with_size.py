"""Twice the input is about twice the work: for everything that somebody else can make large."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest

import houvast
from houvast import graphs
from houvast.convert import convert
from work_counted import lines_of

SIZE = 150


def _read(name: str) -> Callable[[str, Path], object]:
    def read(text: str, room: Path) -> object:
        (room / name).write_text(text, encoding="utf-8")
        return graphs.read(room / name)

    return read


def _graphml(size: int) -> str:
    keys = "".join(f'<key id="d{i}" for="node" attr.name="a{i}" attr.type="int"/>' for i in range(size))
    data = "".join(f'<data key="d{i}">1</data>' for i in range(size))
    return f'<graphml>{keys}<graph edgedefault="undirected"><node id="n">{data}</node></graph></graphml>'


def _gexf(size: int) -> str:
    keys = "".join(f'<attribute id="d{i}" title="a{i}" type="integer"/>' for i in range(size))
    data = "".join(f'<attvalue for="d{i}" value="1"/>' for i in range(size))
    node = f'<nodes><node id="n"><attvalues>{data}</attvalues></node></nodes>'
    graph = f'<graph defaultedgetype="undirected"><attributes class="node">{keys}</attributes>{node}</graph>'
    return f'<gexf xmlns="http://gexf.net/1.3" version="1.3">{graph}</gexf>'


def _pajek(size: int) -> str:
    return '*Vertices 1\n1 "n"\n*Edges\n' + "*Vector v\n*Vertices 1\n1\n" * size


def _gml(size: int) -> str:
    return "graph [ node [ id 1 " + "".join(f"a{i} 1 " for i in range(size)) + "] ]"


def _vna(size: int) -> str:
    heading, row = (" ".join(f"{word}{i}" for i in range(size)) for word in ("c", ""))
    return f"*Node data\nid {heading}\nn {row}\n*Tie data\nfrom to\nn m\n"


FILES = {"a.graphml": _graphml, "a.gexf": _gexf, "a.paj": _pajek, "a.gml": _gml, "a.vna": _vna}


def _columns(size: int) -> None:
    cells = {f"Kolom {i} over iets anders": ["tekst"] for i in range(size)}
    with contextlib.suppress(houvast.Error):
        convert({"Naam": ["x"], **cells}, waves=["2024"], key=bytes(32))


def _misspelt(size: int) -> None:
    parties = {"id": [f"p{i}" for i in range(size)], "name": [f"Bureau {i} te Zwanenrode" for i in range(size)]}
    told = {"party": [f"Buro {i} te Zwanenroo" for i in range(size)], "E1.1": ["3"] * size}
    with contextlib.suppress(houvast.Error):
        convert(told, waves=["2024"], key=bytes(32), roster=parties)


@pytest.mark.parametrize("name", FILES)
def test_attributes_of_nodes(name: str, tmp_path: Path) -> None:
    texts = [FILES[name](size) for size in (SIZE, 2 * SIZE)]
    _twice(*[lambda text=text: _read(name)(text, tmp_path) for text in texts])  # type: ignore[misc]


@pytest.mark.parametrize("work", [_columns, _misspelt], ids=["columns", "misspelt names"])
def test_converting(work: Callable[[int], None]) -> None:
    work(SIZE)  # what is made once
    _twice(lambda: work(SIZE), lambda: work(2 * SIZE))


def _twice(once: Callable[[], object], double: Callable[[], object]) -> None:
    once()
    few, many = lines_of(once), lines_of(double)
    assert few > SIZE
    assert many < 2.3 * few, (few, many)


def test_vectors_of_one_name_are_told_apart(tmp_path: Path) -> None:
    assert list(_read("a.paj")(_pajek(3), tmp_path).attributes) == ["v", "v_", "v_2"]  # type: ignore[attr-defined]


def test_two_keys_of_one_name_are_told_apart(tmp_path: Path) -> None:
    key = '<key id="{}" for="{}" attr.name="a" attr.type="int"/>'
    keys = key.format("d0", "node") + key.format("d1", "edge") + key.format("d2", "all") + key.format("d3", "node")
    data = "".join(f'<data key="d{i}">{i}</data>' for i in (0, 2, 3))
    text = f'<graphml>{keys}<graph edgedefault="undirected"><node id="n">{data}</node></graph></graphml>'
    held = _read("a.graphml")(text, tmp_path).attributes  # type: ignore[attr-defined]
    assert held == {"a": [0], "d2": [2], "d3": [3]}
