"""Graph files that are wrong in ways their readers do not expect: an error that names file and line."""

import contextlib
import random
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


DIALECTS = Path(__file__).parents[2] / "data" / "networks" / "dialects"
PIECES = [
    b"",
    b"\0",
    b"\xff",
    b'"',
    b"\n",
    b" ",
    b"*",
    b"[",
    b"]",
    b"<",
    b">",
    b"&",
    b":",
    b"-1",
    b"9" * 25,
    b"1e999",
    b"!",
]


def damaged(data: bytes, chance: random.Random) -> bytes:
    """A file with a few bytes replaced, taken out, put in, doubled, or all after them lost."""
    for _ in range(chance.randint(1, 3)):
        a = chance.randrange(len(data) + 1)
        b = min(a + chance.choice((0, 1, 2, 5, 40)), len(data))
        put = chance.choice((chance.choice(PIECES), data[a:b] * 2, bytes([chance.randrange(256)])))
        data = data[:a] + put + data[b if chance.random() < 0.97 else len(data) :]
    return data


@pytest.mark.parametrize("file", sorted(path.name for path in DIALECTS.iterdir()))
def test_damaged_files_are_refused_or_read(file: str, tmp_path: Path) -> None:
    chance = random.Random(file)
    path = tmp_path / file
    for _ in range(60):
        path.write_bytes(damaged((DIALECTS / file).read_bytes(), chance))
        with contextlib.suppress(houvast.Error):
            graphs.read_all(path, duplicates="sum")
