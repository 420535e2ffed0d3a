"""Where the nodes and edges of a GEXF file stand: one outside its list is passed over by other readers."""

from __future__ import annotations

from xml.parsers import expat

from ...errors import Where
from ...texts import Claim
from .common import unreadable

__all__ = ["check_places"]


def check_places(data: bytes, file: str) -> None:
    """Refuses, with its line, a node outside <nodes> or an edge outside <edges>; the XML was found sound before."""
    parser = expat.ParserCreate()
    inside = [""]

    def begin(tag: str, _: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name in ("node", "edge") and inside[-1] != f"{name}s":
            where = Where(file, parser.CurrentLineNumber)
            expected = Claim("problem.expected.inside_tag", {"kind": name, "tag": f"<{name}s>"})
            raise unreadable("HV-151", "problem.subject.gexf", expected, where, f"<{name}>")
        inside.append(name)

    parser.StartElementHandler = begin
    parser.EndElementHandler = lambda _: inside.pop() and None
    parser.Parse(data, True)
