"""The report as slides: one message a slide, with charts that can be changed in the program that shows them."""

from __future__ import annotations

import io
from collections.abc import Iterable
from importlib import import_module
from typing import Any, Final

from ..errors import MissingExtraError
from .rich import clean
from .view import ReportView

__all__ = ["pptx_bytes"]

_WIDE: Final = 13.333
_HIGH: Final = 7.5
_PANELS: Final = ("asked", "elements", "groups", "change", "network")
_MARGIN: Final = 0.7


def pptx_bytes(view: ReportView) -> bytes:
    """The first page of a report as slides, and a slide for every question to talk about.

    Raises MissingExtraError HV-601.
    """
    try:
        from pptx import Presentation
        from pptx.util import Inches
    except ModuleNotFoundError as error:
        raise MissingExtraError.of("report", "python-pptx") from error
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(_WIDE), Inches(_HIGH)
    texts, first = view.texts, view.parts["overview"]
    deck.core_properties.title, deck.core_properties.language = str(view.cover.title), view.lang
    _slide(
        deck,
        str(view.cover.title),
        [texts("report.lead"), *([texts("report.fictional")] if view.cover.fictional else [])],
    )
    for panel in _PANELS:
        sentences = [str(sentence) for sentence in first.sentences[panel]]
        chart = first.elements.instruments[0] if panel == "elements" and first.elements else None
        if sentences or chart:
            slide = _slide(deck, texts(f"report.overview.{panel}"), sentences, 1.6 if chart else None)
            if chart:
                _bars(slide, [(str(e.title), e.step) for e in chart.elements if e.step], texts("report.share_high"))
    points = [f"{point.word}: {point.sentence}" for point in first.points]
    if points:
        _slide(deck, texts("report.overview.attention"), [*points, str(first.checks)])
    agenda = view.parts.get("agenda")
    for card in agenda.cards if agenda else []:
        _slide(deck, str(card.question), [str(card.why), str(card.opening)])
    made = io.BytesIO()
    deck.save(made)
    return made.getvalue()


def _slide(deck: Any, title: str, lines: Iterable[str], high: float | None = None) -> Any:
    """A slide with a title and lines below it; the lines keep to this height when there is a picture."""
    from pptx.util import Inches, Pt

    slide = deck.slides.add_slide(deck.slide_layouts[1])
    heading, body = slide.shapes.title, slide.placeholders[1]
    heading.left, heading.top, heading.width, heading.height = map(Inches, (_MARGIN, 0.4, _WIDE - 2 * _MARGIN, 1.3))
    heading.text_frame.text = clean(title)
    heading.text_frame.paragraphs[0].font.size = Pt(32)
    body.left, body.top, body.width = Inches(_MARGIN), Inches(1.8), Inches(_WIDE - 2 * _MARGIN)
    body.height = Inches(high or _HIGH - 2.2)
    lines = [clean(line) for line in lines]
    body.text_frame.text = lines[0] if lines else ""
    for line in lines[1:]:
        body.text_frame.add_paragraph().text = line
    for paragraph in body.text_frame.paragraphs:
        paragraph.font.size = Pt(20 if len(lines) < 6 else 16)
    return slide


def _bars(slide: Any, steps: list[tuple[str, Any]], name: str) -> None:
    """A native bar chart: an unfilled part up to the lower bound, and a filled one up to the upper bound."""
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.util import Inches, Pt

    charts: Any = import_module("pptx.chart.data")
    data = charts.CategoryChartData(number_format="0%")
    data.categories = [clean(title) for title, _ in reversed(steps)]
    data.add_series(" ", [step.low for _, step in reversed(steps)])
    data.add_series(name, [round(step.high - step.low, 9) for _, step in reversed(steps)])
    place = map(Inches, (_MARGIN, 3.3, _WIDE - 2 * _MARGIN, _HIGH - 3.6))
    chart = slide.shapes.add_chart(XL_CHART_TYPE.BAR_STACKED, *place, data).chart
    chart.has_legend = False
    chart.font.size = Pt(14)
    chart.value_axis.maximum_scale, chart.value_axis.minimum_scale = 1, 0
    chart.value_axis.tick_labels.number_format_is_linked = False
    chart.value_axis.tick_labels.number_format = "0%"
    below, above = chart.plots[0].series
    below.format.fill.background()
    for point, (_, step) in enumerate(reversed(steps)):
        label = above.points[point].data_label
        label.has_text_frame = True
        label.text_frame.text = f"{round(step.low * 100)}–{round(step.high * 100)}%"
