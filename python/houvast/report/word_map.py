"""The map of groups as a drawing of Word: shapes that can be changed there, as the page draws them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from .blockmap import NODE, WIDTH, BlockMap, Line, Place
from .rich import escape
from .theme import Theme

__all__ = ["add_map"]

_EMU: Final = 12_000  # of Word's units for one of the page: the drawing is some 13 cm wide
_PT: Final = 12_700
_STEP: Final = 17  # half points
_NAME: Final = 20
_NAMESPACES: Final = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}


def add_map(document: Any, map: BlockMap, theme: Theme) -> None:
    """Adds the drawing in a paragraph of its own, with its words as alternative text."""
    from docx.oxml.parser import parse_xml

    number = 1 + len(document.element.body.xpath(".//wp:docPr"))
    shapes = "".join(f"<wps:wsp>{shape}</wps:wsp>" for shape in _drawn(map, theme))
    size = f'cx="{WIDTH * _EMU}" cy="{map.shapes.height * _EMU}"'
    words = escape(map.words)
    names = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
    run = (
        f'<w:r {names}><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing>'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{number}" name="{escape(map.caption)}" descr="{words}"/>'
        f'<a:graphic><a:graphicData uri="{_NAMESPACES["wpg"]}"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext {size}/><a:chOff x="0" y="0"/><a:chExt {size}/></a:xfrm></wpg:grpSpPr>'
        f"{shapes}</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:t>{words}</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )
    document.add_paragraph()._p.append(parse_xml(run))


def _drawn(map: BlockMap, theme: Theme) -> Iterator[str]:
    """The shapes from back to front."""
    ink, edge = theme.light["ink"], theme.light["accent"]
    for line in map.shapes.lines:
        yield _line(line, theme)
    for number in map.shapes.numbers:
        yield _words(number.way.brief, number.place, _STEP, ink, behind="FFFFFF")
    for node in map.shapes.nodes:
        if node.inside:
            yield _circle(node.place, NODE + node.ring, theme.fill, theme.fill, 0)
        yield _circle(node.place, NODE, "#ffffff", edge, 2)
        if node.inside:
            yield _words(node.inside.brief, node.place, _STEP, ink)
        for text, (x, y) in node.name:
            yield _words(text, (x, y - 5), _NAME, ink, bold=True)


def _emu(length: float) -> int:
    return round(length * _EMU)


def _box(place: Place, size: tuple[float, float], turned: str = "") -> str:
    """Where a shape lies: its upper left corner and its size."""
    (x, y), (wide, high) = place, size
    return f'<a:xfrm{turned}><a:off x="{_emu(x)}" y="{_emu(y)}"/><a:ext cx="{_emu(wide)}" cy="{_emu(high)}"/></a:xfrm>'


def _stroke(colour: str, points: float, dots: bool = False) -> str:
    if points <= 0:
        return "<a:ln><a:noFill/></a:ln>"
    dash = '<a:prstDash val="sysDot"/>' if dots else ""
    return f'<a:ln w="{round(points * _PT)}"><a:solidFill>{_colour(colour)}</a:solidFill>{dash}</a:ln>'


def _colour(colour: str) -> str:
    return f'<a:srgbClr val="{colour[1:].upper()}"/>'


def _line(line: Line, theme: Theme) -> str:
    (x1, y1), (x2, y2) = line.start, line.end
    turned = "".join(f' {flip}="1"' for flip, yes in (("flipH", x2 < x1), ("flipV", y2 < y1)) if yes)
    box = _box((min(x1, x2), min(y1, y2)), (abs(x2 - x1), abs(y2 - y1)), turned)
    colour = theme.fill if line.way else theme.light["soft"]
    stroke = _stroke(colour, line.thick * _EMU / _PT, dots=line.way is None)
    return (
        f'<wps:cNvCnPr/><wps:spPr>{box}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{stroke}</wps:spPr><wps:bodyPr/>'
    )


def _circle(place: Place, radius: float, fill: str, edge: str, points: float) -> str:
    box = _box((place[0] - radius, place[1] - radius), (2 * radius, 2 * radius))
    return (
        f'<wps:cNvSpPr/><wps:spPr>{box}<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>'
        f"<a:solidFill>{_colour(fill)}</a:solidFill>{_stroke(edge, points)}</wps:spPr><wps:bodyPr/>"
    )


def _words(text: str, place: Place, size: int, ink: str, *, bold: bool = False, behind: str = "") -> str:
    """One line of words around its middle."""
    wide, high = 0.42 * size * len(text) + 6, 0.9 * size
    box = _box((place[0] - wide / 2, place[1] - high / 2), (wide, high))
    ground = f'<a:solidFill><a:srgbClr val="{behind}"/></a:solidFill>' if behind else "<a:noFill/>"
    weight = "<w:b/>" if bold else ""
    look = f'{weight}<w:color w:val="{ink[1:].upper()}"/><w:sz w:val="{size}"/>'
    return (
        f'<wps:cNvSpPr txBox="1"/><wps:spPr>{box}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{ground}</wps:spPr>'
        f'<wps:txbx><w:txbxContent><w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        f'<w:jc w:val="center"/></w:pPr><w:r><w:rPr>{look}</w:rPr><w:t>{escape(text)}</w:t></w:r></w:p>'
        f'</w:txbxContent></wps:txbx><wps:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/>'
    )
