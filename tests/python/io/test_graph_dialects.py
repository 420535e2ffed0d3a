"""Network files as other programs write them: what each says is read as it is meant, or refused with its place."""

import json

import igraph as ig
import networkx as nx
import pytest

import houvast
from houvast import graphs

GRAPHML = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">{}</graphml>'
GEXF = '<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="undirected">{}</graph></gexf>'


def read(tmp_path, name, text, format=None, **options):
    path = tmp_path / name
    path.write_bytes(text.encode())
    graph, names, attributes = graphs.read(path, format, **options)
    ties = {(names[a], names[b], w) for a, b, w in zip(*(ends.tolist() for ends in graph.edges()), strict=True)}
    return graph, names, attributes, ties


def refused(tmp_path, name, text, format=None):
    with pytest.raises(houvast.Error) as caught:
        read(tmp_path, name, text, format)
    return caught.value


VERTICES = '*Vertices 3\n1 "a"\n2 "b"\n3 "c"\n'


class TestPajek:
    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_an_empty_list_of_arcs_is_no_direction(self, end, tmp_path):
        text = (VERTICES + "*Arcs\n*Edges\n1 2 1\n2 3 1\n").replace("\n", end)
        graph, names, _, ties = read(tmp_path, "g.net", text)
        assert not graph.directed and names == ["a", "b", "c"] and ties == {("a", "b", 1), ("b", "c", 1)}

    def test_arcs_and_edges_are_directed(self, tmp_path):
        graph, _, _, ties = read(tmp_path, "g.net", VERTICES + "*Arcs\n1 2\n*Edges\n2 3\n")
        assert graph.directed and ties == {("a", "b", 1), ("b", "c", 1), ("c", "b", 1)}

    @pytest.mark.parametrize(
        ("sections", "directed"), [("*Arcs\n", True), ("*Edges\n", False), ("*Arcs\n*Edges\n", False)]
    )
    def test_without_ties_the_headings_tell(self, sections, directed, tmp_path):
        assert read(tmp_path, "g.net", VERTICES + sections)[0].directed is directed

    def test_several_relations_are_several_networks(self, tmp_path):
        two = VERTICES + '*Arcs :1 "likes"\n1 2\n*Arcs :2 "hates"\n2 3\n'
        error = refused(tmp_path, "g.net", two)
        assert error.code == "HV-155" and "2 networks" in str(error) and "likes or hates" in str(error)
        assert read(tmp_path, "g.net", two, network="hates")[3] == {("b", "c", 1)}
        with pytest.raises(houvast.InvalidValueError, match="hates"):
            read(tmp_path, "g.net", two, network="hate")
        one = read(tmp_path, "g.net", VERTICES + '*Arcs :1 "likes"\n1 2\n*Edges :1\n2 3\n*Arcs :2 "hates"\n')
        assert one[3] == {("a", "b", 1), ("b", "c", 1), ("c", "b", 1)}

    @pytest.mark.parametrize(
        ("label", "name"),
        [
            ("'Jan Piet'", "Jan Piet"),
            (r'"a \"x\" b"', 'a "x" b'),
            ('"with spaces" 0.1 0.2 ellipse', "with spaces"),
            ("word 0.1 0.2", "word"),
            ("'s-Hertogenbosch", "'s-Hertogenbosch"),
            (r'"C:\temp"', r"C:\temp"),
            ('""', "1"),
            ("", "1"),
        ],
    )
    def test_labels_are_whole(self, label, name, tmp_path):
        assert read(tmp_path, "g.net", f"*Vertices 1\n1 {label}\n*Arcs\n")[1] == [name]

    @pytest.mark.parametrize("label", ['"open', '"a"b'])
    def test_labels_that_do_not_close_are_refused(self, label, tmp_path):
        assert refused(tmp_path, "g.net", f"*Vertices 1\n1 {label}\n*Arcs\n").code == "HV-154"

    def test_lists(self, tmp_path):
        graph, *_, ties = read(tmp_path, "g.net", VERTICES + "*Arcslist\n1 2 3\n")
        assert graph.directed and ties == {("a", "b", 1), ("a", "c", 1)}
        graph, *_, ties = read(tmp_path, "g.net", VERTICES + "*Edgeslist\n2 1 3\n")
        assert not graph.directed and ties == {("a", "b", 1), ("b", "c", 1)}

    def test_matrix_as_networkx_reads_it(self, tmp_path):
        text = VERTICES + "*Matrix\n0 2 0\n0 0 1\n4 0 0\n"
        graph, _, _, ties = read(tmp_path, "g.net", text)
        theirs = nx.parse_pajek(text)
        assert graph.directed and theirs.is_directed()
        assert {(a, b) for a, b, _ in ties} == set(theirs.edges())
        assert ties == {("a", "b", 2), ("b", "c", 1), ("c", "a", 4)}
        assert not read(tmp_path, "g.net", VERTICES + "*Matrix\n0 1 0\n0 0 1\n0 0 0\n")[0].weighted
        for rows in ("0 1 0\n", "0 1\n0 0\n0 0\n", "0 1 0\n" * 4):
            assert refused(tmp_path, "g.net", VERTICES + "*Matrix\n" + rows).code == "HV-154"

    def test_two_modes(self, tmp_path):
        start = '*Vertices 5 2\n1 "p"\n2 "q"\n3 "x"\n4 "y"\n5 "z"\n'
        for ties in ("*Edges\n1 3 1\n1 5 1\n2 4 1\n", "*Matrix\n1 0 1\n0 1 0\n"):
            graph, names, attributes, found = read(tmp_path, "g.net", start + ties)
            assert not graph.directed and names == ["p", "q", "x", "y", "z"]
            assert attributes == {"mode": [1, 1, 2, 2, 2]}
            assert found == {("p", "x", 1), ("p", "z", 1), ("q", "y", 1)}
        assert "two modes" in str(refused(tmp_path, "g.net", start + "*Edges\n1 2\n"))


class TestXml:
    KEYS = (
        '<key id="w" for="edge" attr.name="weight" attr.type="double"><default>2.5</default></key>'
        '<key id="c" for="node" attr.name="colour" attr.type="string"><default>red</default></key>'
    )

    def test_defaults_of_graphml(self, tmp_path):
        """GraphML primer, section on attributes: a default holds where an element says nothing."""
        inside = (
            '<graph edgedefault="undirected"><node id="a"/><node id="b"><data key="c">blue</data></node><node id="d"/>'
            '<edge source="a" target="b"/><edge source="b" target="d"><data key="w">4</data></edge></graph>'
        )
        _, names, attributes, ties = read(tmp_path, "g.graphml", GRAPHML.format(self.KEYS + inside))
        assert (names, attributes) == (["a", "b", "d"], {"colour": ["red", "blue", "red"]})
        assert ties == {("a", "b", 2.5), ("b", "d", 4)}

    def test_of_several_graphs_one_is_chosen(self, tmp_path):
        graph = '<graph edgedefault="directed"><node id="{}"/></graph>'
        error = refused(tmp_path, "g.graphml", GRAPHML.format(graph.format("a") + graph.format("b")))
        assert error.code == "HV-155" and "1 or 2" in str(error)
        text = GRAPHML.format(graph.format("a") + graph.format("b"))
        assert read(tmp_path, "g.graphml", text, network="2")[1] == ["b"]

    def test_an_entity_is_not_passed_over_where_a_document_type_is(self, tmp_path):
        kind = '<!DOCTYPE graphml SYSTEM "http://graphml.graphdrawing.org/dtds/graphml.dtd">'
        inside = '<graph edgedefault="directed"><node id="a"/>&other;</graph>'
        assert refused(tmp_path, "g.graphml", kind + GRAPHML.format(inside)).code == "HV-152"

    def test_rows_of_errors(self, tmp_path):
        inside = '<graph edgedefault="directed">\n<node id="a"/>\n<node id="a"/>\n</graph>'
        assert refused(tmp_path, "g.graphml", GRAPHML.format(inside)).where.row == 3
        inside = '<graph edgedefault="directed">\n<node id="a"/>\n<edge source="a" target="b"/>\n</graph>'
        assert refused(tmp_path, "g.graphml", GRAPHML.format(inside)).where.row == 3

    def test_gephi_leaves_out_a_weight_of_one(self, tmp_path):
        """Gephi 0.10, ExporterGEXF.java: the attribute `weight` is written when it is not 1."""
        nodes = "<nodes>" + "".join(f'<node id="{i}" label="{name}"/>' for i, name in enumerate("abc")) + "</nodes>"
        edges = '<edges><edge id="0" source="0" target="1" weight="2.0"/><edge id="1" source="1" target="2"/></edges>'
        graph, _, attributes, ties = read(tmp_path, "g.gexf", GEXF.format(nodes + edges))
        assert graph.weighted and ties == {("0", "1", 2), ("1", "2", 1)} and attributes == {"label": ["a", "b", "c"]}
        plain = edges.replace(' weight="2.0"', "")
        assert not read(tmp_path, "g.gexf", GEXF.format(nodes + plain))[0].weighted


class TestGml:
    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    @pytest.mark.parametrize(
        ("lines", "row"),
        [
            ("graph [|# note|node [ id 1 ]|node [ id 1 ]|]", 4),
            ('graph [|node [ id 1 label "a|b" ]|edge [ source 1 target 2 ]|]', 4),
            ("graph [|node [ id 1 ]||  node ( id 2 )|]", 4),
            ("graph [|node [ id 1 size much ]|]", 2),
        ],
    )
    def test_rows_of_errors(self, lines, row, end, tmp_path):
        error = refused(tmp_path, "g.gml", lines.replace("|", end))
        assert (error.code, error.where.row) == ("HV-154", row)


class TestTables:
    def test_spaces_around_cells(self, tmp_path):
        for text in (
            "source, target\na, b\nb, c\n",
            "source,target\n a ,b\nb , c\n",
            'source,target\n "a", b\n"b","c"\n',
        ):
            _, names, _, ties = read(tmp_path, "g.csv", text)
            assert names == ["a", "b", "c"] and ties == {("a", "b", 1), ("b", "c", 1)}
        assert read(tmp_path, "g.csv", 'source,target\n" a ",b\n')[1] == [" a ", "b"]  # in quotes it is meant

    def test_a_matrix_without_labels(self, tmp_path):
        graph, names, _, ties = read(tmp_path, "m.csv", "0,3,5\n3,0,4\n5,4,0\n", "matrix")
        assert not graph.directed and names == ["0", "1", "2"]
        assert ties == {("0", "1", 3), ("0", "2", 5), ("1", "2", 4)}
        labelled = read(tmp_path, "m.csv", ",7,8\n7,0,2\n8,2,0\n", "matrix")
        assert labelled[1] == ["7", "8"] and labelled[3] == {("7", "8", 2)}
        assert refused(tmp_path, "m.csv", "0,3\n3,0\n5,4\n", "matrix").code in ("HV-112", "HV-113", "HV-114")


@pytest.mark.parametrize(("said", "directed"), [(True, True), ("true", True), ("False", False), (False, False)])
def test_direction_as_text_in_json(said, directed, tmp_path):
    whole = {"directed": said, "nodes": [{"id": "a"}, {"id": "b"}], "links": [{"source": "b", "target": "a"}]}
    assert read(tmp_path, "g.json", json.dumps(whole))[0].directed is directed


@pytest.mark.parametrize("said", ["yes", 1, None, []])
def test_a_direction_that_is_no_answer_is_refused(said, tmp_path):
    text = json.dumps({"directed": said, "nodes": [{"id": "a"}], "links": []})
    assert refused(tmp_path, "g.json", text).code == "HV-109"


TWICE = "source,target,weight\na,b,2\nb,a,5\na,b,3\n"


class TestOptions:
    def test_duplicates(self, tmp_path):
        assert refused(tmp_path, "g.csv", TWICE).code == "HV-304"
        summed = read(tmp_path, "g.csv", TWICE, duplicates="sum")
        assert summed[3] == {("a", "b", 5), ("b", "a", 5)}
        assert read(tmp_path, "g.csv", TWICE, duplicates="keep_max", directed=False)[3] == {("a", "b", 5)}

    def test_direction_is_dropped_or_given_both_ways(self, tmp_path):
        assert read(tmp_path, "g.csv", "source,target\na,b\n", directed=False)[0].directed is False
        both = read(tmp_path, "g.csv", "node_a,node_b,weight\na,b,2\n", directed=True)
        assert both[0].directed and both[3] == {("a", "b", 2), ("b", "a", 2)}
        assert read(tmp_path, "g.csv", "node_a,node_b\na,a\n", directed=True)[0].loops == 1

    def test_a_direction_that_is_dropped_does_not_double_ties_without_one(self, tmp_path):
        text = VERTICES + "*Arcs\n1 2\n*Edges\n2 3\n"
        assert read(tmp_path, "g.net", text, directed=False)[3] == {("a", "b", 1), ("b", "c", 1)}

    def test_encoding(self, tmp_path):
        (tmp_path / "g.net").write_bytes('*Vertices 1\n1 "Zoë"\n'.encode("latin-1"))
        with pytest.raises(houvast.ParseError, match="encoding=") as unreadable:
            graphs.read(tmp_path / "g.net")
        assert (unreadable.value.code, unreadable.value.where.row) == ("HV-103", 2)
        assert graphs.read(tmp_path / "g.net", encoding="latin-1").names == ["Zoë"]
        for wrong in ("klingon", "base64", "a\0b"):
            with pytest.raises(houvast.InvalidValueError) as refused:
                graphs.read(tmp_path / "g.net", encoding=wrong)
            assert refused.value.code == "HV-303"

    def test_weight(self, tmp_path):
        text = "source,target,strength,since\na,b,3,2019\n"
        with pytest.warns(graphs.LeftOutWarning, match="since"):
            assert read(tmp_path, "g.csv", text, weight="strength")[3] == {("a", "b", 3)}
        with pytest.raises(houvast.InvalidValueError, match="strength or since"):
            read(tmp_path, "g.csv", text, weight="power")

    def test_what_is_left_out_is_said(self, tmp_path):
        path = tmp_path / "g.csv"
        path.write_text("source,target,since\na,b,2019\n", encoding="utf-8")
        with pytest.warns(graphs.LeftOutWarning, match=r"g\.csv: .*since"):
            found = graphs.read(path)
        (claim,) = found.left_out
        assert "since" in claim.say("nl") and "weggelaten" in claim.say("nl").lower()

    def test_a_table_of_nodes(self, tmp_path):
        (tmp_path / "nodes.csv").write_text("Id,Label\na,Anna\n", encoding="utf-8")
        with pytest.raises(houvast.ParseError) as refused:
            read(tmp_path, "g.csv", "source,target\na,b\n", nodes=tmp_path / "nodes.csv")
        assert (refused.value.code, refused.value.where.row, refused.value.value) == ("HV-109", 2, "b")
        with pytest.raises(houvast.InvalidValueError):
            read(tmp_path, "g.net", VERTICES, nodes=tmp_path / "nodes.csv")

    def test_networkx_and_igraph(self):
        theirs = nx.MultiDiGraph([("a", "b", {"weight": 2}), ("a", "b", {"weight": 3}), ("b", "a", {"weight": 1})])
        ours, names = graphs.from_networkx(theirs, weight="weight", duplicates="sum")
        assert names == ["a", "b"] and (ours.weight(0, 1), ours.weight(1, 0)) == (5, 1)
        assert graphs.from_networkx(theirs, weight="weight", duplicates="sum", directed=False)[0].weight(0, 1) == 6
        assert graphs.from_networkx(nx.path_graph(3), directed=True)[0].ties == 4
        twice = ig.Graph(n=2, edges=[(0, 1), (0, 1)])
        assert graphs.from_igraph(twice, duplicates="keep_max").ties == 1
        assert graphs.from_igraph(twice, duplicates="sum", directed=True).ties == 2
