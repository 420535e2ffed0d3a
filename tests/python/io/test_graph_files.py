"""Graphs in files come back as they were, open in networkx, and a wrong or hostile file is refused with its place."""

import json
import subprocess
import sys
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import houvast
from houvast import graphs
from houvast.cli import main
from houvast.io.inside import INSIDE

ENDING = {"graphml": "graphml", "gexf": "gexf", "pajek": "net", "json": "json", "edges": "csv", "matrix": "csv"}
HOLD_ATTRIBUTES = ("graphml", "gexf", "json")
HOSTILE = [
    "=1+2", "+31", "-5", "@x", "'=a", "''=a", "'a", "<b>&amp;\"", "a,b;c", 'say "hi"', "line\nbreak", " around ",
    "é ü 漢 🙂", "x" * 500, "]]>", "--", "*Arcs", "%", "#", "a\tb", "1", "01", "none", "\u202eabc", "&#10;", "\\",
    "a\u2028b",
]  # fmt: skip


def write(tmp_path: Path, graph: houvast.Graph, format: str, names=None, attributes=None) -> Path:
    return graphs.write(graph, tmp_path / f"graph.{ENDING[format]}", names, attributes, format=format)


def ties(graph: houvast.Graph, names: list[str]) -> set[tuple[object, ...]]:
    found = set()
    for a, b, weight in zip(*(column.tolist() for column in graph.edges()), strict=True):
        ends = (names[a], names[b]) if graph.directed else tuple(sorted((names[a], names[b])))
        found.add((*ends, weight))
    return found


def same(path: Path, format: str, graph: houvast.Graph, names: list[str]) -> dict[str, list[object]]:
    again, found, attributes = graphs.read(path, format)
    assert ties(again, found) == ties(graph, names)
    assert sorted(found) == sorted(names)
    if format != "edges":  # a list of ties has names in order of first appearance
        assert found == names
    assert (again.directed, again.weighted) == (graph.directed, graph.weighted and graph.ties > 0)
    return attributes


TEXTS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=12) | st.sampled_from(HOSTILE)
XML_TEXTS = TEXTS.filter(lambda text: all(c in "\t\n" or " " <= c < "\ufffe" or c > "\uffff" for c in text))
LABELS = TEXTS.filter(lambda text: not set(text) & set('"\n\r'))


@st.composite
def drawn(draw, texts):
    names = draw(st.lists(texts, max_size=7, unique=True))
    directed, weighted = draw(st.booleans()), draw(st.booleans())
    pairs = [(a, b) for a in range(len(names)) for b in range(len(names)) if a < b or (directed and a > b)]
    chosen = [pair for pair in pairs if draw(st.booleans())]
    numbers = st.floats(allow_nan=False, allow_infinity=False).filter(lambda x: x not in (0, 1))
    weights = [draw(numbers) for _ in chosen] if weighted else None
    graph = houvast.Graph(
        len(names), [a for a, _ in chosen], [b for _, b in chosen], directed=directed, weights=weights
    )
    return graph, names


SETTINGS = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize("format", ["json", "edges", "matrix"])
@given(of=drawn(TEXTS))
@SETTINGS
def test_text_formats_give_back_what_they_got(format, of, tmp_path):
    same(write(tmp_path, *of[:1], format, of[1]), format, *of)


@given(of=drawn(LABELS))
@SETTINGS
def test_pajek_gives_back_what_it_got(of, tmp_path):
    same(write(tmp_path, of[0], "pajek", of[1]), "pajek", *of)


@pytest.mark.parametrize("format", HOLD_ATTRIBUTES)
@given(
    of=drawn(XML_TEXTS),
    texts=st.lists(st.none() | XML_TEXTS.filter(lambda t: "\r" not in t), min_size=7, max_size=7),
    numbers=st.lists(st.none() | st.integers(-(2**63), 2**63 - 1), min_size=7, max_size=7),
    reals=st.lists(st.none() | st.floats(allow_nan=False, allow_infinity=False), min_size=7, max_size=7),
    flags=st.lists(st.none() | st.booleans(), min_size=7, max_size=7),
)
@SETTINGS
def test_attributes_come_back(format, of, texts, numbers, reals, flags, tmp_path):
    graph, names = of
    columns = {"a text": texts, "<n>": numbers, "real": reals, "flag": flags}
    given_values = {key: column[: len(names)] for key, column in columns.items()}
    found = same(write(tmp_path, graph, format, names, given_values), format, graph, names)
    present = {key: column for key, column in given_values.items() if any(value is not None for value in column)}
    assert found == present
    types = {key: [type(value) for value in column] for key, column in found.items()}
    assert types == {key: [type(value) for value in column] for key, column in present.items()}


@pytest.mark.parametrize("format", graphs.FORMATS)
@pytest.mark.parametrize("directed", [False, True])
def test_every_format_with_hostile_names_and_isolates(format, directed, tmp_path):
    names = [n for n in HOSTILE if format != "pajek" or not set(n) & set('"\n')]
    sources, targets = [0, 1, 2, 5], [1, 2, 3, 4]
    for weights in (None, [2.5, 1e-300, -3.0, 0.1]):
        graph = houvast.Graph(len(names), sources, targets, directed=directed, weights=weights)
        same(write(tmp_path, graph, format, names), format, graph, names)


@pytest.mark.parametrize("format", graphs.FORMATS)
def test_the_same_graph_gives_the_same_bytes_and_numbers_for_names(format, tmp_path):
    graph = houvast.Graph(3, [0], [2])
    first = write(tmp_path, graph, format).read_bytes()
    assert write(tmp_path, graph, format).read_bytes() == first
    assert sorted(graphs.read(tmp_path / f"graph.{ENDING[format]}", format)[1]) == ["0", "1", "2"]


@pytest.mark.parametrize("directed", [False, True])
def test_networkx_reads_what_we_write(directed, tmp_path):
    names, weights = ["a", "b", "c", "alone"], [2.5, 3.0]
    graph = houvast.Graph(4, [0, 1], [1, 2], directed=directed, weights=weights)
    theirs = graphs.to_networkx(graph, names)
    read = {
        "graphml": nx.read_graphml,
        "gexf": nx.read_gexf,
        "pajek": lambda path: (nx.DiGraph if directed else nx.Graph)(nx.read_pajek(path)),
        "json": lambda path: nx.node_link_graph(json.loads(path.read_text()), edges="edges"),
    }
    for format, reader in read.items():
        found = reader(write(tmp_path, graph, format, names))
        assert found.is_directed() == directed
        assert set(found.nodes) == set(theirs.nodes)
        assert {(a, b, d["weight"]) for a, b, d in found.edges(data=True)} == set(theirs.edges.data("weight"))


@pytest.mark.parametrize("directed", [False, True])
def test_we_read_what_networkx_writes(directed, tmp_path):
    theirs = nx.DiGraph() if directed else nx.Graph()
    theirs.add_node("alone", age=4)
    theirs.add_weighted_edges_from([("a", "b", 2.5), ("b", "c", 1.0)])
    nx.write_graphml(theirs, tmp_path / "g.graphml")
    nx.write_gexf(theirs, tmp_path / "g.gexf")
    plain = theirs.copy()
    del plain.nodes["alone"]["age"]  # Pajek has no place for it
    nx.write_pajek(plain, tmp_path / "g.net")
    for edges in ("edges", "links"):
        data = nx.node_link_data(theirs, edges=edges)
        (tmp_path / f"{edges}.json").write_text(json.dumps(data), encoding="utf-8")
    for file in ("g.graphml", "g.gexf", "g.net", "edges.json", "links.json"):
        graph, names, attributes = graphs.read(tmp_path / file)
        assert (names, graph.directed) == (["alone", "a", "b", "c"], directed)
        assert ties(graph, names) == {("a", "b", 2.5), ("b", "c", 1.0)}
        if file != "g.net":
            assert attributes["age"] == [4, None, None, None]


def bomb(levels: int = 9) -> str:
    entities = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10 if i else "bomb"}">' for i in range(levels))
    return f'<?xml version="1.0"?><!DOCTYPE graphml [{entities}]><graphml>&e{levels - 1};</graphml>'


WRONG = {
    "entity expansion": ("x.graphml", bomb(), "HV-152"),
    "document type": ("x.gexf", "<!DOCTYPE gexf><gexf/>", "HV-152"),
    "external entity": (
        "x.graphml",
        '<!DOCTYPE g [<!ENTITY f SYSTEM "file:///etc/hostname">]><graphml>&f;</graphml>',
        "HV-152",
    ),
    "too deep": ("x.graphml", "<a>" * 100_000 + "</a>" * 100_000, "HV-105"),
    "not closed": ("x.graphml", "<graphml><graph>", "HV-151"),
    "no graph": ("x.graphml", "<graphml/>", "HV-151"),
    "no gexf": ("x.gexf", "<gexf/>", "HV-151"),
    "edge to nobody": (
        "x.gexf",
        '<gexf xmlns="http://www.gexf.net/1.2draft"><graph><nodes/><edges><edge/></edges></graph></gexf>',
        "HV-151",
    ),
    "bytes that are not UTF-8": ("x.graphml", b"<graphml>\xff</graphml>", "HV-151"),
    "unknown encoding": ("x.graphml", b'<?xml version="1.0" encoding="klingon"?><graphml/>', "HV-151"),
    "encoding that it is not": ("x.graphml", "<?xml version='1.0' encoding='utf-16'?><graphml/>", "HV-151"),
    "empty": ("x.gexf", " \n", "HV-102"),
    "weight that is none": (
        "x.graphml",
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="w" for="edge" attr.name="weight" '
        'attr.type="string"/><graph edgedefault="directed"><node id="a"/><node id="b"/><edge source="a" target="b">'
        '<data key="w">much</data></edge></graph></graphml>',
        "HV-108",
    ),
    "not JSON": ("x.json", "{", "HV-104"),
    "JSON too deep": ("x.json", "[" * 200_000, "HV-105"),
    "JSON key twice": ("x.json", '{"nodes": [], "nodes": []}', "HV-106"),
    "JSON not a number": ("x.json", '{"nodes": [], "edges": [NaN]}', "HV-104"),
    "JSON without edges": ("x.json", '{"nodes": []}', "HV-109"),
    "JSON of another shape": ("x.json", "[1]", "HV-109"),
    "node without id": ("x.json", '{"nodes": [{}], "edges": []}', "HV-109"),
    "node twice": ("x.json", '{"nodes": [{"id": 1}, {"id": "1"}], "edges": []}', "HV-106"),
    "edge of nobody": ("x.json", '{"nodes": [{"id": 1}], "edges": [{"source": 1, "target": 2}]}', "HV-109"),
    "edge that is none": ("x.json", '{"nodes": [{"id": 1}], "edges": [7]}', "HV-109"),
    "weight of text": (
        "x.json",
        '{"nodes": [{"id": 1}, {"id": 2}], "edges": [{"source": 1, "target": 2, "weight": "3"}]}',
        "HV-108",
    ),
    "weight too large": (
        "x.json",
        '{"nodes": [{"id": 1}, {"id": 2}], "edges": [{"source": 1, "target": 2, "weight": 1e999}]}',
        "HV-108",
    ),
    "some weights": (
        "x.json",
        '{"nodes": [{"id": 1}, {"id": 2}, {"id": 3}], "edges": [{"source": 1, "target": 2, "weight": 2},'
        ' {"source": 1, "target": 3}]}',
        "HV-109",
    ),
    "tie twice": ("x.csv", "node_a,node_b\na,b\nb,a\n", "HV-304"),
    "other heading": ("x.csv", "who,whom\na,b\n", "HV-112"),
    "cell too many": ("x.csv", "source,target\na,b,c\n", "HV-113"),
    "nobody sends": ("x.csv", "source,target\n,b\n", "HV-109"),
    "decimal comma": ("x.csv", 'source,target,weight\na,b,"2,5"\n', "HV-108"),
    "CSV not UTF-8": ("x.csv", b"source,target\n\xe9,b\n", "HV-103"),
    "matrix of two minds": ("m.csv", "undirected,a,b\na,0,1\nb,0,0\n", "HV-209"),
    "matrix row of another": ("m.csv", ",a,b\na,0,1\nc,0,0\n", "HV-112"),
    "matrix column twice": ("m.csv", ",a,a\na,0,1\na,0,0\n", "HV-114"),
    "matrix cell": ("m.csv", ",a\na,-\n", "HV-108"),
    "CSV not closed": ("x.csv", 'source,target\n"a,b\n', "HV-116"),
    "Pajek vertex too high": ("x.net", "*Vertices 2\n*Arcs\n1 3\n", "HV-154"),
    "Pajek claims much": ("x.net", "*Vertices 99999999999\n", "HV-154"),
    "Pajek section": ("x.net", "*Vertices 2\n*Matrix\n0 1\n", "HV-154"),
    "Pajek line": ("x.net", "*Vertices 2\n*Edges\n1 b\n", "HV-154"),
    "GML": ("x.gml", "graph [ node [ id 1 ] edge [ source 1 target 2 ] ]", "HV-154"),
    "GML not closed": ("x.gml", "graph [ node [ id 1 ]", "HV-154"),
    "GML too deep": ("x.gml", "graph [ " * 100_000, "HV-105"),
    "GML word": ("x.gml", "graph [ directed yes ]", "HV-154"),
    "GML text not closed": ("x.gml", 'graph [ label "a ]', "HV-154"),
    "DL without data": ("x.dl", "DL N=2", "HV-154"),
    "DL claims much": ("x.dl", "DL N=99999999999 FORMAT=EL1\nDATA:\n1 2\n", "HV-154"),
    "DL too short": ("x.dl", "DL N=2\nDATA:\n0 1 1\n", "HV-154"),
    "DL too long": ("x.dl", "DL N=2\nDATA:\n0 1 1 0 1\n", "HV-154"),
    "DL form": ("x.dl", "DL N=2 FORMAT=TRIANGLE\nDATA:\n0\n", "HV-154"),
    "DL labels": ("x.dl", "DL N=2\nLABELS: a, b, c\nDATA:\n0 1 1 0\n", "HV-154"),
    "DL cell": ("x.dl", "DL N=2\nDATA:\n0 1 much 0\n", "HV-108"),
    "DL node": ("x.dl", "DL N=2 FORMAT=EL1\nDATA:\n1 3\n", "HV-154"),
    "VNA section": ("x.vna", "*Ego data\nID\n1\n", "HV-154"),
    "VNA width": ("x.vna", "*Tie data\nfrom to w\na b\n", "HV-113"),
    "VNA node twice": ("x.vna", "*Node data\nID\na\na\n", "HV-154"),
    "GraphML key": (
        "x.graphml",
        '<graphml><graph edgedefault="directed"><node id="a"><data key="k">1</data></node></graph></graphml>',
        "HV-151",
    ),
    "GraphML edge to nobody": (
        "x.graphml",
        '<graphml><graph edgedefault="directed"><node id="a"/><edge source="a" target="b"/></graph></graphml>',
        "HV-151",
    ),
    "Gephi type": ("x.csv", "Source,Target,Type\na,b,Sideways\n", "HV-108"),
    "Pajek without heading": ("x.net", "1 2\n", "HV-154"),
}


@pytest.mark.parametrize("case", WRONG)
def test_wrong_files_are_refused_with_their_place(case, tmp_path):
    name, text, code = WRONG[case]
    (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(houvast.Error) as caught:
        graphs.read(tmp_path / name, "matrix" if name == "m.csv" else None)
    assert caught.value.code == code
    assert isinstance(caught.value, ValueError)
    assert code == "HV-304" or name in str(caught.value)


def test_rows_are_named(tmp_path):
    (tmp_path / "x.csv").write_text("source,target,weight\na,b,1\n\nb,c,x\n", encoding="utf-8")
    with pytest.raises(houvast.ParseError, match="row 4") as caught:
        graphs.read(tmp_path / "x.csv")
    assert caught.value.where.row == 4
    (tmp_path / "m.csv").write_text(",a,b\na,0,1\nb,1\n", encoding="utf-8")
    with pytest.raises(houvast.ParseError, match="row 3"):
        graphs.read(tmp_path / "m.csv", "matrix")


def test_tables_of_dutch_spreadsheets(tmp_path):
    (tmp_path / "x.csv").write_text("\ufeffnode_a;node_b;weight\r\nJan;Zoë;2\r\nPiet;;\r\n", encoding="utf-8")
    graph, names, _ = graphs.read(tmp_path / "x.csv")
    assert names == ["Jan", "Zoë", "Piet"]
    assert ties(graph, names) == {("Jan", "Zoë", 2.0)}
    (tmp_path / "m.csv").write_text(";a;b\r\na;0;3\r\nb;0;0\r\n", encoding="utf-8")
    graph, names, _ = graphs.read(tmp_path / "m.csv", "matrix")
    assert graph.directed and ties(graph, names) == {("a", "b", 3.0)}


G = houvast.Graph(2, [0], [1])
CANNOT = {
    "control character": (lambda p: graphs.write(G, p / "x.graphml", ["a", "b\x01"]), "HV-153"),
    "carriage return": (lambda p: graphs.write(G, p / "x.gexf", ["a", "b\rc"]), "HV-153"),
    "gexf word": (lambda p: graphs.write(G, p / "x.gexf", ["a", "b"], {"label": [1, 2]}), "HV-153"),
    "quotes in Pajek": (lambda p: graphs.write(G, p / "x.net", ["a", 'b"']), "HV-153"),
    "attributes in Pajek": (lambda p: graphs.write(G, p / "x.net", ["a", "b"], {"x": [1, 2]}), "HV-303"),
    "attributes in CSV": (lambda p: graphs.write(G, p / "x.csv", ["a", "b"], {"x": [1, 2]}), "HV-303"),
    "id in JSON": (lambda p: graphs.write(G, p / "x.json", ["a", "b"], {"id": [1, 2]}), "HV-153"),
    "half a character": (lambda p: graphs.write(G, p / "x.json", ["a", "\ud800"]), "HV-208"),
    "no name": (lambda p: graphs.write(G, p / "x.json", ["a", ""]), "HV-208"),
    "same names": (lambda p: graphs.write(G, p / "x.json", ["1", 1]), "HV-301"),
    "too few names": (lambda p: graphs.write(G, p / "x.json", ["1"]), "HV-301"),
    "too few values": (lambda p: graphs.write(G, p / "x.json", None, {"x": [1]}), "HV-301"),
    "value that is none": (lambda p: graphs.write(G, p / "x.json", None, {"x": [1, [2]]}), "HV-302"),
    "not finite": (lambda p: graphs.write(G, p / "x.json", None, {"x": [1, np.nan]}), "HV-302"),
    "tie of weight 0": (
        lambda p: graphs.write(houvast.Graph(2, [0], [1], weights=[0]), p / "x.csv", format="matrix"),
        "HV-153",
    ),
    "ending": (lambda p: graphs.write(G, p / "x.txt"), "HV-303"),
    "format": (lambda p: graphs.read(p / "x.txt", "dot"), "HV-303"),
    "no file": (lambda p: graphs.read(p / "x.net"), "HV-101"),
}


@pytest.mark.parametrize("case", CANNOT)
def test_what_a_format_cannot_hold_is_refused(case, tmp_path):
    work, code = CANNOT[case]
    with pytest.raises(houvast.Error) as caught:
        work(tmp_path)
    assert caught.value.code == code
    assert not list(tmp_path.iterdir())


def test_numpy_values_are_values(tmp_path):
    columns = {"n": np.array([1, 2]), "x": np.array([0.5, 1.5]), "b": np.array([True, False])}
    graphs.write(G, tmp_path / "x.graphml", ["a", "b"], columns)
    assert graphs.read(tmp_path / "x.graphml")[2] == {"n": [1, 2], "x": [0.5, 1.5], "b": [True, False]}


def test_text_formats_need_no_extra(tmp_path):
    """Without networkx and igraph everything is read, and text is written; graphml says which extra to install."""
    code = """
import sys
for name in ("networkx", "igraph"):
    sys.modules[name] = None
import houvast
from houvast import graphs
from houvast.cli import main
g = houvast.Graph(2, [0], [1])
for ending in ("json", "csv", "net"):
    graphs.write(g, f"x.{ending}")
    graphs.read(f"x.{ending}")
open("x.graphml", "w").write('<graphml><graph edgedefault="directed"><node id="a"/></graph></graphml>')
assert graphs.read("x.graphml").names == ["a"]
try:
    graphs.write(g, "x.graphml")
except houvast.MissingExtraError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "pip install 'houvast[network]'" in done.stdout


@pytest.mark.parametrize("format", graphs.FORMATS)
def test_a_study_network_comes_back_with_its_parties(format, region_study, tmp_path):
    network = region_study.network("verwijzing")
    path = network.write(tmp_path / f"net.{ENDING[format]}", format)
    attributes = same(path, format, network.graph, network.party_ids)
    if format in HOLD_ATTRIBUTES:
        rows = network.parties.to_dicts()
        assert attributes["name"] == [row["name"] for row in rows]
        assert attributes["out_degree"] == [row["out_degree"] for row in rows]  # None for the silent
        assert None in attributes["out_degree"]
    assert path.stat().st_mode & 0o077 == 0  # names and answers: for their owner only
    assert path.name == f"net-intern.{ENDING[format]}" and network.write(path, format) == path
    head = path.read_text(encoding="utf-8") if format == "json" else path.read_text(encoding="utf-8")[:700]
    assert (INSIDE in head) == (format not in ("edges", "matrix"))
    assert graphs.read(path, format).left_out == []


def test_the_command_line_writes_a_network(region_folder, tmp_path, capsys):
    path = tmp_path / "net-intern.graphml"
    assert main(["network", str(region_folder), "--out", str(tmp_path / "net.graphml")]) == 0
    mark, written = capsys.readouterr().out.splitlines()  # what is redirected keeps the mark
    assert "alleen voor intern gebruik" in mark
    assert written == f"Geschreven: {path}"
    assert nx.read_graphml(path).number_of_nodes() == 62
    assert main(["network", str(region_folder), "--out", str(tmp_path / "net.docx")]) == 2
    assert "HV-303" in capsys.readouterr().err
