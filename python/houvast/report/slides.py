"""The report as slides: one message a slide, with charts that can be changed in the program that shows them."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from importlib import import_module
from math import ceil
from typing import Any, Final

from ..errors import MissingExtraError
from ..io.archive import without_time
from .rich import clean
from .slide_map import add_map, describe, rgb
from .theme import Theme
from .view import ReportView
from .word import printable_logo

__all__ = ["pptx_bytes", "slide_parts"]

_WIDE: Final = 13.333
_HIGH: Final = 7.5
_MARGIN: Final = 0.7
_BESIDE: Final = 4.6  # width of lines that stand beside a picture
_ROOM: Final = 0.2  # of a chart's width, for a label
_SIZES: Final = (28, 24, 20)  # of lines, in points: the largest that fits
_LETTER: Final = 0.55  # width of a letter, beside its size
_LINE: Final = 1.2  # height of a line, beside its size
_BETWEEN: Final = 0.5  # room after a paragraph, beside its size
# Which part of the report a panel of the first page is about, in the order of the slides.
_PANELS: Final = {
    "response": "asked",
    "elements": "elements",
    "groups": "groups",
    "change": "change",
    "network": "network",
    "coverage": "attention",
}


def slide_parts(view: ReportView) -> list[str]:
    """The parts of a report that have slides."""
    return [part for part in ("overview", *_PANELS, "agenda") if part in view.parts]


def pptx_bytes(view: ReportView, theme: Theme, parts: Sequence[str]) -> bytes:
    """The first page of a report as slides, and a slide for every question to talk about; or those of some parts.

    Raises MissingExtraError HV-601.
    """
    try:
        from pptx import Presentation
        from pptx.util import Inches
    except ModuleNotFoundError as error:
        raise MissingExtraError.of("report", "python-pptx") from error
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(_WIDE), Inches(_HIGH)
    deck.core_properties.title, deck.core_properties.language = str(view.cover.title), view.lang
    writer = _Writer(deck, view, theme)
    writer.title()
    for part in parts:
        if part == "overview":
            for panel in _PANELS.values():
                writer.panel(panel)
        elif part in _PANELS and "overview" not in parts:
            writer.panel(_PANELS[part])
        elif part == "agenda" and part in view.parts:
            writer.questions()
    made = io.BytesIO()
    deck.save(made)
    return without_time(made.getvalue())


class _Writer:
    """Writes the slides of one report."""

    def __init__(self, deck: Any, view: ReportView, theme: Theme) -> None:
        self._deck = deck
        self._view = view
        self._theme = theme

    def title(self) -> None:
        """The first slide: what the report is about, and the logo."""
        from pptx.util import Inches

        texts, cover = self._view.texts, self._view.cover
        lines = [texts("report.lead"), *([texts("report.fictional")] if cover.fictional else [])]
        slide = self._slide(str(cover.title), lines)
        if self._theme.logo is not None:
            logo = io.BytesIO(printable_logo(self._theme))
            picture = slide.shapes.add_picture(logo, Inches(_MARGIN), Inches(_HIGH - 1.5), height=Inches(0.9))
            describe(picture, self._theme.name)

    def panel(self, panel: str) -> None:
        """A panel of the first page, with its picture beside or below its sentences."""
        first, texts = self._view.parts["overview"], self._view.texts
        title = texts(f"report.overview.{panel}")
        if panel == "attention":
            points = [f"{point.word}: {point.sentence}" for point in first.points]
            for lines in _shared([*points, str(first.checks)]) if points else []:
                self._slide(title, lines)
            return
        lines = [str(sentence) for sentence in first.sentences[panel]]
        lines += [str(each) for each in first.asked] if panel == "asked" else []
        elements = first.elements.instruments[0].elements if panel == "elements" and first.elements else []
        steps = [(str(element.title), element.step) for element in elements if element.step]
        if steps:
            _bars(self._slide(title, lines, high=2.0), steps, texts("report.share_high"), self._theme)
        elif panel == "network" and first.map is not None:
            add_map(self._slide(title, lines, wide=_BESIDE), first.map, self._theme, (_MARGIN + _BESIDE + 0.3, 1.9))
        elif lines:
            self._slide(title, lines)

    def questions(self) -> None:
        """A slide for every question to talk about."""
        for card in self._view.parts["agenda"].cards:
            self._slide(str(card.question), [str(card.why), str(card.opening)])

    def _slide(self, title: str, lines: Iterable[str], high: float | None = None, wide: float | None = None) -> Any:
        """A slide with a title and lines below it; the lines keep to this size when there is a picture."""
        from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
        from pptx.util import Inches, Pt

        slide = self._deck.slides.add_slide(self._deck.slide_layouts[1])
        heading, body = slide.shapes.title, slide.placeholders[1]
        heading.left, heading.top, heading.width, heading.height = map(Inches, (_MARGIN, 0.4, _WIDE - 2 * _MARGIN, 1.3))
        heading.text_frame.text = clean(title)
        heading.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
        first = heading.text_frame.paragraphs[0]
        first.alignment, font = PP_ALIGN.LEFT, first.font
        font.size, font.color.rgb = Pt(32), rgb(self._theme.light["accent"])
        wide, high = wide or _WIDE - 2 * _MARGIN, high or _HIGH - 2.2
        body.left, body.top, body.width, body.height = map(Inches, (_MARGIN, 1.8, wide, high))
        lines = [clean(line) for line in lines]
        size = _size(lines, wide, high)
        body.text_frame.text = lines[0] if lines else ""
        for line in lines[1:]:
            body.text_frame.add_paragraph().text = line
        for paragraph in body.text_frame.paragraphs:
            paragraph.font.size, paragraph.space_after = Pt(size), Pt(_BETWEEN * size)
        return slide


def _size(lines: Sequence[str], wide: float, high: float) -> int:
    """The largest size in points in which the lines fit into so many inches."""
    return next((size for size in _SIZES if _fits(lines, size, wide, high)), _SIZES[-1])


def _fits(lines: Sequence[str], size: int, wide: float, high: float) -> bool:
    letters = (wide - 0.6) * 72 / (size * _LETTER)  # without the margins and the bullet
    needed = sum(_LINE * ceil(len(line) / letters) + _BETWEEN for line in lines)
    return needed * size <= high * 72


def _shared(lines: Sequence[str]) -> list[list[str]]:
    """Lines over as few slides as hold them in letters that can be read from the back, as evenly as that goes."""
    for count in range(1, len(lines) + 1):
        most = ceil(len(lines) / count)
        shared = [list(lines[at : at + most]) for at in range(0, len(lines), most)]
        if all(_fits(each, _SIZES[1], _WIDE - 2 * _MARGIN, _HIGH - 2.2) for each in shared):
            return shared
    return [[line] for line in lines]


def _bars(slide: Any, steps: list[tuple[str, Any]], name: str, theme: Theme) -> None:
    """A native bar chart: an unfilled part up to the lower bound, and a filled one up to the upper bound."""
    from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
    from pptx.util import Inches, Pt

    charts: Any = import_module("pptx.chart.data")
    data = charts.CategoryChartData(number_format="0%")
    data.categories = [clean(title) for title, _ in reversed(steps)]
    data.add_series(" ", [step.low for _, step in reversed(steps)])
    data.add_series(name, [round(step.high - step.low, 9) for _, step in reversed(steps)])
    place = map(Inches, (_MARGIN, 3.9, _WIDE - 2 * _MARGIN, _HIGH - 4.1))
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_STACKED, *place, data)
    told = [_brief(step) for _, step in steps]
    describe(
        frame, f"{name}. " + " ".join(f"{clean(title)}: {said}." for (title, _), said in zip(steps, told, strict=True))
    )
    chart = frame.chart
    chart.has_legend = False
    chart.font.size = Pt(16)
    chart.value_axis.has_major_gridlines = False  # its labels stand beside the bars
    chart.value_axis.maximum_scale, chart.value_axis.minimum_scale = 1, 0
    chart.value_axis.tick_labels.number_format_is_linked = False
    chart.value_axis.tick_labels.number_format = "0%"
    below, above = chart.plots[0].series
    below.format.fill.background()
    above.format.fill.solid()
    above.format.fill.fore_color.rgb = rgb(theme.fill)
    for point, ((_, step), said) in enumerate(zip(reversed(steps), reversed(told), strict=True)):
        beside = step.low >= _ROOM  # left of the bar, on white
        label = (below if beside else above).points[point].data_label
        label.has_text_frame = True
        label.text_frame.text = said
        label.position = XL_LABEL_POSITION.INSIDE_END if beside else XL_LABEL_POSITION.INSIDE_BASE


def _brief(step: Any) -> str:
    return f"{round(step.low * 100)}–{round(step.high * 100)}%"
