"""What eyes found in reports: names over each other, statements run together, letters too small, ids of a study."""

from __future__ import annotations

import re
from itertools import combinations
from math import hypot
from pathlib import Path

import pytest

import houvast as hv
from houvast.report import EDITIONS, render_report, write_report
from houvast.report.blockmap import NODE, WIDTH, _clear, _nodes, _shapes
from houvast.report.flow import Table, flow_of
from houvast.report.rich import Name

INDIANA = Path(__file__).parents[2] / "data" / "indiana"
NAMES = (
    *("Onderwijs", "Zorg", "Jeugdhulp", "Gemeente", "Sociaal domein en welzijn", "Ouders", "Informeel netwerk"),
    *("Kleine groepen samen", "Kinderopvang", "Jeugdigen"),
)


@pytest.fixture(scope="module")
def team(region_study):
    return region_study.release("team")


# ------------------------------------------------------------------------------------------------ the map of groups


def distance(label, place):
    (left, top, right, bottom), (x, y) = label, place
    return hypot(max(left - x, 0, x - right), max(top - y, 0, y - bottom))


@pytest.mark.parametrize("count", range(2, len(NAMES) + 1))
def test_no_name_of_the_map_lies_over_a_group_or_another_name(count):
    shapes = _shapes(False, {name: Name(name) for name in NAMES[:count]}, {})
    for one, other in combinations(shapes.nodes, 2):
        assert distance(one.label, other.place) >= NODE
        assert distance(other.label, one.place) >= NODE
        apart = [one.label[at] >= other.label[at + 2] or other.label[at] >= one.label[at + 2] for at in (0, 1)]
        assert any(apart), (one.name, other.name)
    assert all(node.label[0] >= 0 and node.label[2] <= WIDTH for node in shapes.nodes)
    assert all(node.label[1] >= 0 and node.label[3] <= shapes.height for node in shapes.nodes)


def test_a_low_map_of_eight_groups_would_be_seen():
    assert not _clear(_nodes({name: Name(name) for name in NAMES[:8]}, {}, 244))


def test_the_map_of_many_groups_fits_on_a_slide(region_study, tmp_path):
    pptx = pytest.importorskip("pptx")
    split = region_study.release("team", by="domain")
    deck = pptx.Presentation(str(write_report(split, tmp_path / "report.pptx")))
    (map,) = [shape for slide in deck.slides for shape in slide.shapes if hasattr(shape, "shapes")]
    assert map.top + map.height <= deck.slide_height
    assert map.left + map.width <= deck.slide_width


# ------------------------------------------------------------------------------------------------ Word and slides


@pytest.fixture(scope="module")
def word(team, tmp_path_factory):
    docx = pytest.importorskip("docx")
    return docx.Document(str(write_report(team, tmp_path_factory.mktemp("word") / "report.docx")))


def test_what_a_cell_says_stands_on_lines_of_its_own_in_word(team, word):
    tables = [block for block in flow_of(render_report(team)) if isinstance(block, Table)]
    for made, told in zip(word.tables, tables, strict=True):
        for row, wanted in zip(made.rows, told.rows, strict=True):
            assert [cell.text for cell in row.cells][: len(wanted.cells)] == wanted.cells
    found = {cell.text for table in word.tables for row in table.rows for cell in row.cells}
    assert {
        "40–50%\nNajaar 2023: 45–50%",
        "Cultuur van samenwerken\nhoger",
        "0,60\n4 vragen, 100–199 mensen, marge 0,50 tot 0,80",
    } <= found


def test_word_says_nothing_of_bars_that_only_the_page_draws(team, word):
    page = render_report(team)
    assert "De balk loopt" in page and "Dun streepje" in page
    said = " ".join(paragraph.text for paragraph in word.paragraphs)
    assert not re.search(r"\bbalk|streepje", said, re.IGNORECASE)


def test_tables_in_word_stay_on_the_page_and_their_rows_whole(word):
    page = word.sections[0]
    room = page.page_width - page.left_margin - page.right_margin
    for table in word.tables:
        assert sum(column.width for column in table.columns) <= room + 914.4 * len(
            table.columns
        )  # a thousandth of an inch
        for row in table.rows:
            assert row._tr.xpath("./w:trPr/w:cantSplit")
            for cell in row.cells:
                longest = max(map(len, re.split(r"[\s/-]", cell.text)))
                assert cell.width.inches >= 0.075 * longest, cell.text  # no word is broken


def test_no_words_of_a_slide_are_too_small_to_read(team, tmp_path):
    pptx = pytest.importorskip("pptx")
    deck = pptx.Presentation(str(write_report(team, tmp_path / "report.pptx")))
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert titles.count("Wat vraagt aandacht?") == 2  # more points than one slide holds
    for slide in deck.slides:
        body = [shape for shape in slide.placeholders if shape != slide.shapes.title]
        for paragraph in (paragraph for shape in body for paragraph in shape.text_frame.paragraphs):
            assert paragraph.font.size.pt >= 20, paragraph.text


# ------------------------------------------------------------------------------------------------ words


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("edition", EDITIONS)
def test_no_id_of_the_files_or_of_the_program_stands_in_a_report(team, edition, lang):
    for release in (team, hv.load(INDIANA).release("team")):
        words = " ".join(str(block) for block in flow_of(render_report(release, edition=edition, lang=lang)))
        found = re.findall(r"\b[a-z]+_[a-z_]+\b|\bP[1-4]\b|\((?:decisions|needs)\b|houvast\.\w+", words)
        assert found == []


def test_questions_with_all_answers_stand_in_words(team):
    (table,) = [block for block in flow_of(render_report(team)) if isinstance(block, Table) and len(block.rows) > 20
                and "per antwoord van de schaal" in block.caption]  # fmt: skip
    texts = {question.id: question.text.nl for question in hv.instrument("six-elements").questions}
    for row in table.rows[1:]:
        id = row.cells[0].split()[0]
        assert row.cells[0] == f"{id} {texts[id]}"


def test_cards_of_a_study_without_questions_say_so_on_paper_too():
    page = render_report(hv.load(INDIANA).release("team"), edition="cards")
    assert '<p class="lacking">Er zijn te weinig antwoorden' in page
