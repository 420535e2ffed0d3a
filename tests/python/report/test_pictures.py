"""Every picture, number by number: what is drawn, where and how large, is what the release's document holds."""

from __future__ import annotations

import pytest

import houvast as hv
from houvast.examples.region import region
from houvast.report import render_report, write_report
from pictures import Drawn, Map, map_of_slides, map_of_word, series, sized
from report_page import released_figures

GROUPS = {"professional": "Professionals", "ouder": "Ouders", "informeel": "Informeel netwerk"}


@pytest.fixture(scope="module")
def team(tmp_path_factory):
    return hv.load(region(2024).write(tmp_path_factory.mktemp("region") / "study")).release("team")


@pytest.fixture(scope="module")
def drawn(team):
    return Drawn(render_report(team))


def bounds(document_figures, key):
    return document_figures[f"{key}/low"], document_figures[f"{key}/high"]


def place(told, *names):
    return [float(told[name].rstrip("%")) / 100 for name in names]


def drawn_bounds(told):
    return float(told["data-low"]), float(told["data-high"])


def test_a_bar_is_the_share_that_stands_beside_it(team, drawn):
    released = released_figures(team)
    bars = [(shapes, keys) for kind, shapes, keys in drawn.bars if kind == "bar"]
    assert len(bars) > 40
    for (band, *_), keys in bars:
        low, high = bounds(released, next(series(keys)))
        assert drawn_bounds(band) == (low, high), keys
        assert place(band, "x", "width") == pytest.approx([low, high - low])


def test_the_thin_line_of_a_bar_is_the_wave_before(team, drawn):
    released = released_figures(team)
    before, last = (wave.id for wave in team.waves)
    lines = [(shapes[1], keys) for kind, shapes, keys in drawn.bars if kind == "bar" and len(shapes) > 1]
    assert len(lines) > 10
    for line, keys in lines:
        low, high = bounds(released, next(series(keys)).replace(f"/{last}/", f"/{before}/"))
        assert drawn_bounds(line) == (low, high), keys
        assert place(line, "x1", "x2") == pytest.approx([low, high])


@pytest.mark.parametrize(("kind", "whole"), [("diverging", 0.5), ("stacked", 1.0)])
def test_the_parts_of_a_bar_are_those_of_the_distribution(team, drawn, kind, whole):
    released = released_figures(team)
    found = [(shapes, keys) for each, shapes, keys in drawn.bars if each == kind]
    assert len(found) >= len(team.agenda)
    for shapes, keys in found:
        parts = [key for key in series(keys) if "/bin/" in key][: len(shapes)]
        assert len({key.split("/bin/")[0] for key in parts}) == 1
        assert [drawn_bounds(shape) for shape in shapes] == [bounds(released, key) for key in parts]
        middles = [sum(bounds(released, key)) / 2 for key in parts]
        lengths = [place(shape, "width")[0] for shape in shapes]
        assert lengths == pytest.approx([whole * middle / sum(middles) for middle in middles], abs=1e-4)
        ends = [sum(place(shape, "x", "width")) for shape in shapes]
        assert [place(shape, "x")[0] for shape in shapes[1:]] == pytest.approx(ends[:-1], abs=1e-4)


# ------------------------------------------------------------------------------------------------ maps of groups


def network_of(team, title):
    """The network of the document that a map is called after."""
    last = team.waves[-1]
    document = team.document()
    (found,) = [
        each
        for each in document["networks"]
        if each["wave"] == last.id and title.endswith(f"{each['title']['nl']}, {last.label.nl}")
    ]
    return found


def assert_map(network, made: Map, width=0.06):
    """The map tells the densities of the document, each between the groups that it is of."""
    names = {group: GROUPS.get(group, "Kleine groepen samen") for group in network["groups"]}
    assert set(made.names()) == set(names.values())
    told = {}
    for block in network["blocks"]:
        if block["shown"]:
            ends = names[block["from_group"]], names[block["to_group"]]
            told[ends if network["directed"] else tuple(sorted(ends))] = block["density"]
    found = {ends if network["directed"] else tuple(sorted(ends)): text for ends, text in made.shares().items()}
    assert found == {ends: f"{of['low'] * 100:.0f}–{of['high'] * 100:.0f}%" for ends, of in told.items()}
    wide = {ends if network["directed"] else tuple(sorted(ends)): each for ends, each in made.widths().items()}
    wanted = {ends: 1 + 11 * (of["low"] + of["high"]) for ends, of in told.items() if ends[0] != ends[1]}
    assert wide == pytest.approx(wanted, abs=width)


def test_the_maps_of_the_page_are_the_blocks_of_the_document(team, drawn):
    assert len(drawn.maps) == 3
    for made in drawn.maps:
        assert_map(network_of(team, made.title), made)


def test_the_map_on_a_slide_is_that_of_the_document(team, drawn, tmp_path):
    pptx = pytest.importorskip("pptx")
    made = map_of_slides(pptx.Presentation(str(write_report(team, tmp_path / "report.pptx"))))
    assert_map(network_of(team, made.title), sized(made, drawn.maps[0]))


def test_the_map_in_word_is_that_of_the_document(team, drawn, tmp_path):
    docx = pytest.importorskip("docx")
    made = map_of_word(docx.Document(str(write_report(team, tmp_path / "report.docx"))))
    assert_map(network_of(team, drawn.maps[0].title), sized(made, drawn.maps[0]))


def test_a_number_at_another_line_would_be_seen(team, drawn):
    made = drawn.maps[0]
    (first, other) = [at for at, text in made.words if "%" in text][2:4]
    turned = {first: other, other: first}
    swapped = Map(made.title, made.circles, made.lines, [(turned.get(at, at), text) for at, text in made.words])
    with pytest.raises(AssertionError):
        assert_map(network_of(team, made.title), swapped)


def test_the_chart_on_a_slide_calls_each_bar_by_its_element(team, tmp_path):
    pptx = pytest.importorskip("pptx")
    deck = pptx.Presentation(str(write_report(team, tmp_path / "report.pptx")))
    (chart,) = [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    low, wide = (list(each.values) for each in chart.plots[0].series)
    titles = {element.id: element.title.nl for element in hv.instrument("six-elements").elements}
    told = {
        titles[each["id"]]: (each["top"]["low"], each["top"]["high"])
        for each in team.document()["totals"]
        if each["kind"] == "element" and each["wave"] == team.waves[-1].id and each["shown"]
    }
    names = [str(each).replace("\u00ad", "") for each in chart.plots[0].categories]
    assert dict(zip(names, zip(low, (a + b for a, b in zip(low, wide, strict=True)), strict=True), strict=True)) == {
        name: pytest.approx(share) for name, share in told.items()
    }


# ------------------------------------------------------------------------------------------------ board of checks


def test_the_board_draws_the_status_of_each_check(team):
    board = render_report(team, parts=["coverage"])
    for status in ("missing", "attention", "unknown"):
        found = sum(finding["status"] == status for finding in team.document()["findings"])
        assert found
        assert board.count(f'class="icon status-{status}"') == found, status
