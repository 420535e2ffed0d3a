"""Small files that show what each dialect of each format says; run as a script, it writes their table in the docs.

`expected.json` says of each file what the format's own definition makes of it, written by hand. Beside it stands what
networkx and igraph read: the same, or something else.
"""

import json
import locale
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import igraph as ig
import networkx as nx
import pytest

import houvast
from houvast import graphs

ROOT = Path(__file__).parents[3]
FILES = ROOT / "tests" / "data" / "networks" / "dialects"
PAGE = ROOT / "docs" / "reference" / "graph-files.md"
EXPECTED: dict[str, dict[str, Any]] = json.loads((FILES / "expected.json").read_text(encoding="utf-8"))
HEADING = "| file | what it shows | houvast | networkx | igraph |\n|---|---|---|---|---|\n"

Network = tuple[bool, list[str], list[tuple[object, ...]]]  # direction, names, ties


def network(directed: bool, names: list[str], ties: Iterator[tuple[str, str, float]]) -> Network:
    """A network in a form that can be compared: names and ties sorted, ends too where there is no direction."""
    ends = [(a, b, float(w)) if directed else (*sorted((a, b)), float(w)) for a, b, w in ties]
    return directed, sorted(names), sorted(ends)


def wanted(expected: dict[str, Any]) -> Network:
    return network(expected["directed"], expected["names"], iter(expected["ties"]))


def ours(found: graphs.ReadNetwork) -> Network:
    graph, names, _ = found
    columns = (column.tolist() for column in graph.edges())
    return network(graph.directed, names, ((names[a], names[b], w) for a, b, w in zip(*columns, strict=True)))


def options(name: str) -> dict[str, Any]:
    given = dict(EXPECTED[name].get("options", {}))
    return given | {"nodes": FILES / given["nodes"]} if "nodes" in given else given


def read(name: str) -> graphs.ReadNetwork:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", graphs.LeftOutWarning)
        return graphs.read(FILES / name, **options(name))


ONE = [name for name, expected in EXPECTED.items() if "ties" in expected]
SEVERAL = [name for name, expected in EXPECTED.items() if "networks" in expected]
REFUSED = [name for name, expected in EXPECTED.items() if "refused" in expected]


@pytest.mark.parametrize("name", ONE)
def test_a_file_is_what_its_format_says(name):
    found, expected = read(name), EXPECTED[name]
    assert ours(found) == wanted(expected)
    assert found.names == expected["names"]
    assert found.attributes == expected["attributes"]
    assert sorted(claim.id for claim in found.left_out) == sorted(expected["left_out"])


@pytest.mark.parametrize("name", SEVERAL)
def test_each_of_several_networks_is_what_its_format_says(name):
    found, expected = graphs.read_all(FILES / name), EXPECTED[name]["networks"]
    assert list(found) == list(expected)
    for each, held in expected.items():
        assert ours(found[each]) == wanted(held)
        assert (found[each].names, found[each].attributes) == (held["names"], held["attributes"])
        assert sorted(claim.id for claim in found[each].left_out) == sorted(held["left_out"])
    with pytest.raises(houvast.ParseError) as refused:
        graphs.read(FILES / name)
    assert refused.value.code == "HV-155" and all(each in str(refused.value) for each in expected)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", graphs.LeftOutWarning)
        last = list(expected)[-1]
        assert ours(graphs.read(FILES / name, network=last)) == wanted(expected[last])


@pytest.mark.parametrize("name", REFUSED)
def test_what_a_network_cannot_hold_is_refused_with_its_place(name):
    with pytest.raises(houvast.ParseError) as refused:
        graphs.read(FILES / name)
    assert {"code": refused.value.code, "row": refused.value.where.row} == EXPECTED[name]["refused"]


def test_there_are_enough_of_them():
    assert len(EXPECTED) >= 60
    assert {path.name for path in FILES.iterdir()} == {*EXPECTED, "expected.json", "gephi_nodes.csv"}


# ------------------------------------------------------------------------------------ what others make of them


def by_networkx(path: Path, weight: str) -> Network:
    readers: dict[str, Callable[[Path], Any]] = {
        ".graphml": nx.read_graphml,
        ".gexf": nx.read_gexf,
        ".gml": lambda path: nx.read_gml(path, label="id"),
        ".net": lambda path: nx.read_pajek(path, encoding=options(path.name).get("encoding", "UTF-8")),
        ".json": lambda path: nx.node_link_graph(json.loads(path.read_text(encoding="utf-8")), edges="links"),
    }
    found = readers[path.suffix](path)
    ties = ((str(a), str(b), held.get(weight, 1)) for a, b, held in found.edges(data=True))
    return network(found.is_directed(), [str(node) for node in found], ties)


@contextmanager
def numbers_with_a_point() -> Iterator[None]:
    """Some readers of igraph read numbers as the locale writes them."""
    before = locale.setlocale(locale.LC_NUMERIC)
    locale.setlocale(locale.LC_NUMERIC, "C")
    try:
        yield
    finally:
        locale.setlocale(locale.LC_NUMERIC, before)


def by_igraph(path: Path, weight: str) -> Network:
    readers: dict[str, Callable[[str], Any]] = {
        ".graphml": ig.Graph.Read_GraphML,
        ".gml": ig.Graph.Read_GML,
        ".net": ig.Graph.Read_Pajek,
        ".dl": ig.Graph.Read_DL,
    }
    with numbers_with_a_point():
        found = readers[path.suffix](str(path))
    called = {".graphml": "id", ".gml": "id", ".net": "name", ".dl": "name"}[path.suffix]
    given = found.vs[called] if called in found.vs.attributes() else range(1, found.vcount() + 1)
    names = [f"{each:g}" if isinstance(each, float) else str(each) for each in given]
    weights = found.es[weight] if weight in found.es.attributes() else [1] * found.ecount()
    ties = ((names[e.source], names[e.target], w) for e, w in zip(found.es, weights, strict=True))
    return network(found.is_directed(), names, ties)


def verdict(name: str, reader: Callable[[Path, str], Network]) -> str:
    """Whether another library reads a file as its format says."""
    expected = EXPECTED[name]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = reader(FILES / name, expected.get("options", {}).get("weight", "weight"))
    except KeyError as error:
        return "–" if error.args == (Path(name).suffix,) else "refuses"
    except Exception:
        return "refuses"
    if "networks" in expected:
        return "one of them" if found in [wanted(each) for each in expected["networks"].values()] else "another"
    return "the same" if "ties" in expected and found == wanted(expected) else "another"


def row(name: str) -> str:
    expected = EXPECTED[name]
    how = "".join(f", `{key}={value!r}`" for key, value in expected.get("options", {}).items())
    here = "refuses" if "refused" in expected else "each" if "networks" in expected else "reads"
    others = f"{verdict(name, by_networkx)} | {verdict(name, by_igraph)}"
    return f"| {name} | {expected['shows']}{how} | {here} | {others} |\n"


def page() -> str:
    """The page with its table as the files have it; what stands around the table stays."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(HEADING)
    after = rest.partition("\n\n")[2]
    return before + HEADING + "".join(map(row, sorted(EXPECTED, key=lambda n: (Path(n).suffix, n)))) + "\n" + after


def test_the_table_in_the_docs_is_of_today():
    assert page() == PAGE.read_text(encoding="utf-8"), f"run {sys.executable} {Path(__file__).relative_to(ROOT)}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
