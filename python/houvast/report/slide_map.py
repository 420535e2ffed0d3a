"""The map of groups on a slide: shapes that can be changed there, as the page draws them."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final

from .blockmap import NODE, BlockMap, Line, Place
from .rich import clean
from .theme import Theme

__all__ = ["add_map", "describe", "rgb"]

_INCH: Final = 55.0  # of the page in one inch: the map is some 7 inches wide
_HIGH: Final = 5.3  # inches that there are for it
_STEP: Final = 14
_NAME: Final = 16


def rgb(colour: str) -> Any:
    """A colour as slides have it."""
    colours: Any = import_module("pptx.dml.color")
    return colours.RGBColor(*bytes.fromhex(colour[1:]))


def describe(shape: Any, words: str) -> None:
    """Gives a picture its alternative text."""
    shape._element._nvXxPr.cNvPr.set("descr", clean(words))


def add_map(slide: Any, map: BlockMap, theme: Theme, corner: Place) -> None:
    """Adds the map as one group of shapes, its upper left corner at this place in inches."""
    group = slide.shapes.add_group_shape()
    pen = _Pen(group.shapes, theme, corner, max(_INCH, map.shapes.height / _HIGH))
    for line in map.shapes.lines:
        pen.line(line)
    for number in map.shapes.numbers:
        pen.words(number.way.brief, number.place, _STEP, behind="#ffffff")
    for node in map.shapes.nodes:
        if node.inside:
            pen.circle(node.place, NODE + node.ring, theme.fill)
        pen.circle(node.place, NODE, "#ffffff")
        if node.inside:
            pen.words(node.inside.brief, node.place, _STEP)
        for text, (x, y) in node.name:
            pen.words(text, (x, y - 5), _NAME, bold=True)
    group.name = clean(map.caption)
    describe(group, map.words)


class _Pen:
    """Draws shapes with the places of the page."""

    def __init__(self, shapes: Any, theme: Theme, corner: Place, inch: float) -> None:
        self._shapes = shapes
        self._theme = theme
        self._corner = corner
        self._inch = inch

    def line(self, line: Line) -> None:
        """A line as thick as its step; dots where nothing may be told."""
        from pptx.enum.dml import MSO_LINE_DASH_STYLE
        from pptx.enum.shapes import MSO_CONNECTOR
        from pptx.util import Pt

        made = self._shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *self._at(line.start), *self._at(line.end))
        made.line.width = Pt(line.thick * 72 / self._inch)
        made.line.color.rgb = rgb(self._theme.fill if line.way else self._theme.light["soft"])
        if line.way is None:
            made.line.dash_style = MSO_LINE_DASH_STYLE.ROUND_DOT

    def circle(self, place: Place, radius: float, fill: str) -> None:
        """A circle, with an edge when it is white."""
        from pptx.enum.shapes import MSO_SHAPE
        from pptx.util import Inches, Pt

        size = Inches(2 * radius / self._inch)
        made = self._shapes.add_shape(MSO_SHAPE.OVAL, *self._at((place[0] - radius, place[1] - radius)), size, size)
        made.shadow.inherit = False
        made.fill.solid()
        made.fill.fore_color.rgb = rgb(fill)
        made.line.width = Pt(2)
        made.line.color.rgb = rgb(self._theme.light["accent"] if fill == "#ffffff" else fill)

    def words(self, text: str, place: Place, size: int, *, bold: bool = False, behind: str = "") -> None:
        """One line of words around its middle."""
        from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
        from pptx.util import Inches, Pt

        wide, high = 0.62 * size * len(text) * _INCH / 72, 1.25 * size * _INCH / 72
        points = size * _INCH / self._inch
        corner = self._at((place[0] - wide / 2, place[1] - high / 2))
        made = self._shapes.add_textbox(*corner, Inches(wide / self._inch), Inches(high / self._inch))
        frame = made.text_frame
        frame.word_wrap, frame.vertical_anchor = False, MSO_ANCHOR.MIDDLE
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        if behind:
            made.fill.solid()
            made.fill.fore_color.rgb = rgb(behind)
        paragraph = frame.paragraphs[0]
        paragraph.text, paragraph.alignment = clean(text), PP_ALIGN.CENTER
        paragraph.font.size, paragraph.font.bold = Pt(points), bold
        paragraph.font.color.rgb = rgb(self._theme.light["ink"])

    def _at(self, place: Place) -> tuple[int, int]:
        from pptx.util import Inches

        return Inches(self._corner[0] + place[0] / self._inch), Inches(self._corner[1] + place[1] / self._inch)
