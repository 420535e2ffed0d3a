"""Small multiples, cell by cell: elements below each other, groups beside each other, each bar that of the document."""

from __future__ import annotations

import html
import re

import pytest

import houvast as hv
from houvast.examples.region import region
from houvast.report import render_report
from houvast.report.hyphens import SOFT

TABLE = r'<table class="grid multiples (?:many|of-[1-5])">(.*?)</table>'
BAND = r'<rect class="band" data-low="([^"]+)" data-high="([^"]+)" x="([^"]+)%" y="4" width="([^"]+)%"'
FIGURE = r'<data value="([^"]+)" data-figure="([^"]+)">([^<]+)</data>'


@pytest.fixture(scope="module", params=["perspective", "domain"])
def split(request, tmp_path_factory):
    study = hv.load(region(2024).write(tmp_path_factory.mktemp("region") / "study"))
    return study.release("team", by=request.param)


def words(markup):
    """What somebody reads of a cell."""
    return html.unescape(re.sub(r"<[^>]*>", "", markup)).replace(SOFT, "").strip()


def cells(table):
    """The rows of a table: its head, and the cells of each row as markup."""
    head, *rows = re.findall(r"<tr>(.*?)</tr>", table, re.DOTALL)
    names = [words(re.sub(r'<span class="n">.*?</span>', "", cell)) for cell in re.findall(r"<th.*?</th>", head)]
    return names[1:], {
        words(re.search(r"<th.*?</th>", row, re.DOTALL)[0]): re.findall(r"(<td.*?</td>)", row, re.DOTALL)
        for row in rows
    }


def bounds(score):
    return (score["top"]["low"], score["top"]["high"]) if score["shown"] else None


def released(document, kind, wave):
    """Of each question or element: what every group and everybody answered high, in the order of the document."""
    whole = {each["id"]: bounds(each) for each in document["totals"] if (each["kind"], each["wave"]) == (kind, wave)}
    found = {id: {} for id in whole}
    for each in document["groups"]:
        if (each["kind"], each["wave"]) == (kind, wave):
            found[each["id"]][each["group"]] = bounds(each)
    return {id: [*found[id].values(), total] for id, total in whole.items()}


def told(cell):
    """The bounds that a cell draws and says; nothing when it shows that something may not be told."""
    figures = [(float(value), text.rstrip("%")) for value, key, text in re.findall(FIGURE, cell) if "/top/" in key]
    drawn = re.findall(BAND, cell)
    if not figures:
        assert not drawn
        assert 'class="unshown"' in cell
        return None
    (low, said_low), (high, said_high) = figures
    assert (float(said_low), float(said_high)) == (pytest.approx(100 * low), pytest.approx(100 * high))
    for band in drawn:
        data_low, data_high, place, wide = map(float, band)
        assert (data_low, data_high) == (low, high)
        assert (place, wide) == (pytest.approx(100 * low), pytest.approx(100 * (high - low)))
    return low, high


def test_each_cell_is_the_share_of_its_element_and_its_group(split):
    document, wave = split.document(), split.waves[-1].id
    elements, questions = re.findall(TABLE, render_report(split), re.DOTALL)
    titles = {each.id: each.title.nl for each in hv.instrument("six-elements").elements}
    texts = {each.id: f"{each.id} {each.text.nl}" for each in hv.instrument("six-elements").questions}
    for table, kind, called in ((elements, "element", titles), (questions, "question", texts)):
        groups, rows = cells(table)
        wanted = {called[id]: shares for id, shares in released(document, kind, wave).items()}
        assert len(groups) == len(next(iter(wanted.values())))
        assert {row: [told(cell) for cell in found] for row, found in rows.items()} == wanted
    shown = [cell for row in cells(elements)[1].values() for cell in row if told(cell)]
    assert len(shown) > 8
    assert all(re.search(BAND, cell) for cell in shown)


def test_a_cell_says_on_a_phone_whose_it_is_and_a_table_how_many_there_are(split):
    page = render_report(split)
    room = re.findall(r'<table class="grid multiples ([\w-]+)">', page)
    for table, how in zip(re.findall(TABLE, page, re.DOTALL), room, strict=True):
        groups, rows = cells(table)
        assert how == ("many" if len(groups) > 5 else f"of-{len(groups)}")
        for found in rows.values():
            labels = [html.unescape(label) for cell in found for label in re.findall('data-label="([^"]+)"', cell)]
            assert labels == groups


def test_the_columns_are_called_after_the_groups_of_the_document(split):
    last = ("element", split.waves[-1].id)
    rows = (each for each in split.document()["groups"] if (each["kind"], each["wave"]) == last)
    order = list(dict.fromkeys(each["group"] for each in rows))
    groups, _ = cells(re.findall(TABLE, render_report(split), re.DOTALL)[0])
    called = {"professional": "Professionals", "ouder": "Ouders", "onderwijs": "Onderwijs", "zorg": "Zorg"}
    assert groups[-1] == "Iedereen"
    known = [(group, name) for group, name in zip(order, groups[:-1], strict=True) if group in called]
    assert known == [(group, called[group]) for group in order if group in called]
    assert known
    assert [name for group, name in zip(order, groups[:-1], strict=True) if group == "*"] == ["Kleine groepen samen"]
