"""Graph files that are wrong in ways their readers do not expect: an error that names file and line."""

from pathlib import Path

import pytest

import houvast
from houvast import graphs

LONG = "9" * 5000
GEXF = """<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
<graph>
<nodes>{inside}</nodes>
{outside}
</graph>
</gexf>"""
FILES = {
    "a star alone": ("x.net", "*", "HV-154", 1),
    "a star with blanks": ("x.net", "*Vertices 1\n*  \n", "HV-154", 2),
    "a long number of vertices": ("x.net", f"*Vertices {LONG}", "HV-154", 1),
    "a long vertex": ("x.net", f"*Vertices 2\n{LONG} a\n", "HV-154", 2),
    "a long end": ("x.net", f"*Vertices 2\n*Edges\n1 {LONG}\n", "HV-154", 3),
    "a superscript": ("x.net", "*Vertices ²", "HV-154", 1),
    "a node outside": ("x.gexf", GEXF.format(inside="", outside='<node id="a" label="a"/>'), "HV-151", 4),
    "an edge outside": (
        "x.gexf",
        GEXF.format(inside='<node id="a"/>', outside='<edge source="a" target="a"/>'),
        "HV-151",
        4,
    ),
    "a long number in JSON": ("x.json", f'{{"nodes": [{{"id": {LONG}}}], "edges": []}}', "HV-107", None),
}


@pytest.mark.parametrize("case", FILES)
def test_the_error_names_file_and_line(case: str, tmp_path: Path) -> None:
    name, text, code, row = FILES[case]
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(houvast.Error) as refused:
        graphs.read(path)
    assert (refused.value.code, refused.value.where.file, refused.value.where.row) == (code, name, row)
    assert "999999" not in str(refused.value)


def test_labels_may_be_missing(tmp_path: Path) -> None:
    path = tmp_path / "x.gexf"
    path.write_text(GEXF.format(inside='<node id="a"/><node id="b" label="B"/>', outside=""), encoding="utf-8")
    _, names, attributes = graphs.read(path)
    assert (names, attributes) == (["a", "b"], {"label": [None, "B"]})
