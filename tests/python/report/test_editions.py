"""Editions and formats: each tells what its release tells, in words for its readers, and nothing is written over."""

from __future__ import annotations

import io
import re
import time
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest

import houvast as hv
from houvast._core import messages
from houvast.examples.region import region
from houvast.release import opened
from houvast.report import EDITIONS, render_report, write_report
from houvast.report.flow import Table, flow_of
from houvast.texts import say
from readability import flesch_douma, own_words, syllables
from report_page import Page, assert_inert, hostile_study, readings, released_figures

NL = dict(messages("nl"))
STOPPED = (
    r"\b(cronbachs?|alfa|e-i-index|betweenness|dichtheid|centralisatie|permutatie|significant|respons|interval|marge)\b"
)


@pytest.fixture(scope="module")
def team(tmp_path_factory):
    return hv.load(region(2024).write(tmp_path_factory.mktemp("region") / "study")).release("team")


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("edition", EDITIONS)
def test_every_figure_of_an_edition_is_the_released_one(team, edition, lang):
    page = assert_inert(render_report(team, edition=edition, lang=lang))
    figures = released_figures(team)
    assert page.figures
    for key, value, text in page.figures:
        assert (value, text) in readings(figures[key], lang), key
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_only_the_full_edition_is_folded(team):
    folded = {edition: "<details" in render_report(team, edition=edition) for edition in EDITIONS}
    assert folded == {edition: edition == "full" for edition in EDITIONS}


def test_cards_have_room_to_write(team):
    page = Page(render_report(team, edition="cards"))
    cards = [a for a in page.all("article") if a.get("class") == "card"]
    assert len(cards) == len(team.agenda)
    assert len([a for a in page.all("p") if a.get("class") == "line"]) == 4 * len(cards)
    assert NL["report.cards.who"] in page.text["agenda"]
    # What is said of the paper stands on the screen, and not among what is told in Word.
    assert NL["report.cards.paper"] in page.text["agenda"]
    assert not any(NL["report.cards.paper"] in said for said in in_order(render_report(team, edition="cards")))


def test_an_edition_says_why_what_it_is_for_is_not_there(indiana):
    page = Page(render_report(indiana.release("team"), edition="cards"))
    assert NL["report.missing.agenda"] in page.all_text and not page.all("article")
    assert NL["report.missing.response"] in Page(render_report(indiana.release("team"), edition="officer")).all_text


def test_the_officer_reads_how_much_is_hidden(team):
    told = {key: value for key, value, _ in Page(render_report(team, edition="officer")).figures}
    shown = sum(score.shown for score in team.groups)
    assert told["scores/shown"] == str(shown) and told["scores/hidden"] == str(len(list(team.groups)) - shown)


# ------------------------------------------------------------------------------------------------ plain words


def test_the_measure_tells_easy_from_hard():
    easy = "De kat zit op de mat. Hij slaapt. Het is warm."
    hard = (
        "Beleidsverantwoordelijken faciliteren interprofessionele samenwerkingsverbanden overeenkomstig prioriteiten."
    )
    assert flesch_douma(easy) > 90 > 30 > flesch_douma(hard)
    assert [syllables(word) for word in ("kijken", "vrijwilligers", "ideeën", "mensen")] == [2, 4, 3, 2]


def test_every_part_of_the_plain_edition_is_easy_to_read(team):
    topics = own_words(render_report(team, edition="plain"))
    asked = [
        NL[f"report.plain.topic.{topic}"] for topic in ("asked", "elements", "groups", "change", "points", "rules")
    ]
    assert set(asked) <= topics.keys()
    for topic in asked:
        assert flesch_douma(topics[topic]) >= 60, (topic, flesch_douma(topics[topic]), topics[topic])


def test_every_plain_message_is_easy_to_read():
    plain = [
        text
        for key, text in messages("nl")
        if key.startswith(("report.plain.", "uncertain.plain.")) and "{" not in text
    ]
    assert len(plain) > 8
    assert [text for text in plain if len(text.split()) > 5 and flesch_douma(text) < 60] == []
    points = re.findall(r"C\d+ \{(.*?)\}", NL["report.plain.point"])
    assert len(points) == len(hv.checks())
    assert flesch_douma(". ".join(points)) >= 60


@pytest.mark.parametrize("word", [STOPPED])
def test_plain_words_avoid_those_of_the_trade(team, word):
    page = Page(render_report(team, edition="plain"))
    assert not re.search(word, page.all_text.lower())
    assert re.search(word, Page(render_report(team)).all_text.lower())


# ------------------------------------------------------------------------------------------------ formats


def written(document):
    """Every paragraph and cell of a Word document, and what its pictures hold and tell, in order."""
    from docx.table import Table as Made

    for part in document.iter_inner_content():
        if isinstance(part, Made):
            for row in part.rows:
                yield from (cell.text for cell in row.cells)
        else:
            yield part.text
            yield from part._p.xpath(".//wp:docPr/@descr")
            yield from (node.text for box in part._p.iter("{*}txbxContent") for node in box.iter("{*}t"))


def dates_in(archive):
    """When the parts of an archive, and those of the archives in it, were made by what they say."""
    with zipfile.ZipFile(io.BytesIO(archive)) as parts:
        for entry in parts.infolist():
            yield entry.date_time[0]
            if entry.filename.endswith(".xlsx"):
                yield from dates_in(parts.read(entry))
            elif entry.filename == "docProps/core.xml":
                yield from map(int, re.findall(rb"<dcterms:[^>]*>(\d{4})", parts.read(entry)))


@pytest.mark.parametrize("ending", ["docx", "pptx"])
def test_an_office_file_is_the_same_bytes_on_another_day(team, tmp_path, monkeypatch, ending):
    pytest.importorskip(ending)
    first = write_report(team, tmp_path / f"first.{ending}", edition="board").read_bytes()
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 100 * 86400)
    later = write_report(team, tmp_path / f"later.{ending}", edition="board").read_bytes()
    assert first == later
    assert set(dates_in(first)) == {1980}


@pytest.mark.parametrize("edition", EDITIONS)
def test_word_says_what_the_page_says(team, tmp_path, edition):
    docx = pytest.importorskip("docx")
    made = docx.Document(str(write_report(team, tmp_path / "report.docx", edition=edition)))
    html = render_report(team, edition=edition)
    text = " ".join(" ".join(written(made)).split())
    for _, _, number in Page(html).figures:
        assert number in text
    for block in flow_of(html):
        if isinstance(block, Table):
            assert all(" ".join(cell.split()) in text for row in block.rows for cell in row.cells)
        else:
            assert block.text in text
    part = {"full": "change", "board": "summary", "plain": "plain", "cards": "agenda", "officer": "officer"}[edition]
    said = [claim.say("nl") for claim in team.claims() if claim.part == part and not claim.id.endswith("direction")]
    assert said
    assert all(sentence in text for sentence in said)
    page = Page(html)
    numbers = r"\d+(?:[.,]\d+)*%?"
    known = set(re.findall(numbers, page.all_text + " ".join([*page.svg_words, *(step for _, step in page.svg_steps)])))
    known |= {found for _, _, said in page.figures for found in re.findall(numbers, said)}
    assert set(re.findall(numbers, text)) <= known
    levels = [p.style.name for p in made.paragraphs if p.style.name.startswith(("Heading", "Title"))]
    assert levels[0] == "Title" and made.core_properties.language == "nl"


def in_order(html):
    """What a document without a browser says, in order."""
    for block in flow_of(html):
        if isinstance(block, Table):
            yield block.caption
            yield from (cell for row in block.rows for cell in row.cells)
        else:
            yield block.text


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("edition", EDITIONS)
def test_word_says_nothing_else_and_in_the_same_order(team, tmp_path, edition, lang):
    docx = pytest.importorskip("docx")
    made = docx.Document(str(write_report(team, tmp_path / "report.docx", edition=edition, lang=lang)))
    drawn = {text for _, text in Page(render_report(team, edition=edition, lang=lang)).svg_steps}
    told = []
    for part in made.iter_inner_content():
        if hasattr(part, "rows"):
            told += [cell.text for row in part.rows for cell in row.cells]
        else:
            told += [part.text, *part._p.xpath(".//wp:docPr/@descr")]
            words = [node.text for box in part._p.iter("{*}txbxContent") for node in box.iter("{*}t")]
            assert {text for text in words if "%" in text} <= drawn
    wanted = in_order(render_report(team, edition=edition, lang=lang))
    assert [" ".join(text.split()) for text in told if text.strip()] == [
        " ".join(text.split()) for text in wanted if text
    ]


def what_was_asked(document, lang):
    """The questionnaires and the kinds of ties, as the first page has them."""
    relations = list(dict.fromkeys(getattr(network.title, lang) for network in document.networks))
    titles = {getattr(instrument.title, lang) for instrument in document.instruments}
    return titles | {say("report.overview.relations", lang, names=relations)}


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_slides_say_only_what_the_document_says(team, tmp_path, lang):
    """Every paragraph is made of sentences of the release or of the catalogue, and every number is on the page."""
    pptx = pytest.importorskip("pptx")
    deck = pptx.Presentation(str(write_report(team, tmp_path / "report.pptx", lang=lang)))
    document, page = opened(team), Page(render_report(team, lang=lang))
    known = {claim.say(lang) for claim in team.claims()} | set(dict(messages(lang)).values())
    known |= {getattr(item.opening, lang) for item in team.agenda} | {getattr(document.title, lang)}
    known |= {getattr(question.text, lang) for each in document.instruments for question in each.questions}
    known |= {getattr(element.title, lang) for each in document.instruments for element in each.elements}
    known |= what_was_asked(document, lang)
    numbers = set(
        re.findall(r"\d+%?", page.all_text + " ".join([*page.svg_words, *(step for _, step in page.svg_steps)]))
    )
    longest = sorted(filter(None, known), key=len, reverse=True)
    said = 0
    for slide in deck.slides:
        for shape in slide.shapes:
            words = shape._element._nvXxPr.cNvPr.get("descr", "")
            texts = [*(paragraph.text for paragraph in shape.text_frame.paragraphs)] if shape.has_text_frame else []
            texts += [each.text_frame.text for each in getattr(shape, "shapes", []) if each.has_text_frame]
            assert set(re.findall(r"\d+%?", " ".join([words, *texts]))) <= numbers
            for text in texts if not hasattr(shape, "shapes") else ():
                rest = text
                while rest:
                    found = next((each for each in longest if rest.startswith(each)), None)
                    assert found, (text, rest)
                    rest = rest[len(found) :].lstrip(" :")
                said += 1
    assert said > 20


def test_slides_have_charts_with_the_released_steps(team, tmp_path):
    pptx = pytest.importorskip("pptx")
    deck = pptx.Presentation(str(write_report(team, tmp_path / "report.pptx")))
    charts = [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    assert len(charts) == 1
    low, wide = (list(series.values) for series in charts[0].plots[0].series)
    last = team.waves[-1].id
    told = [score for score in team.totals if score.kind == "element" and score.wave == last and score.shown]
    released = [score.top for score in told]
    assert low[::-1] == [share.low for share in released]
    assert [a + b for a, b in zip(low, wide, strict=True)][::-1] == pytest.approx([share.high for share in released])
    said = {claim.say("nl") for claim in team.claims()} | set(NL.values())
    document = opened(team)
    said |= {document.title.nl, *(q.text.nl for i in document.instruments for q in i.questions)}
    said |= what_was_asked(document, "nl")
    for slide in deck.slides:
        for shape in slide.shapes:
            for paragraph in shape.text_frame.paragraphs if shape.has_text_frame else ():
                known = paragraph.text in said or any(paragraph.text.endswith(each) for each in said if each)
                assert known, paragraph.text


def test_hostile_words_are_text_in_word_and_slides(tmp_path):
    pytest.importorskip("docx"), pytest.importorskip("pptx")
    release = hostile_study(tmp_path / "study").release("team", goals="text")
    for name in ("a.docx", "a.pptx"):
        assert write_report(release, tmp_path / name).stat().st_size > 10_000


@pytest.mark.parametrize("name", ["report.txt", "report", "report.htm", "report.doc"])
def test_another_ending_is_refused(team, tmp_path, name):
    with pytest.raises(hv.InvalidValueError, match="HV-303") as error:
        team.report(tmp_path / name)
    assert ".docx" in error.value.say("nl")
    assert list(tmp_path.iterdir()) == []


def test_another_edition_is_refused(team, tmp_path):
    with pytest.raises(hv.InvalidValueError, match="'plain' perhaps"):
        team.report(tmp_path / "report.html", edition="plian")
    with pytest.raises(hv.InvalidValueError, match="full or board"):
        team.report(tmp_path / "report.pptx", edition="plain")


def test_a_report_that_is_there_is_not_written_over(team, tmp_path):
    place = tmp_path / "report.html"
    place.write_text("earlier", encoding="utf-8")
    with pytest.raises(hv.errors.FileAccessError, match="HV-118"):
        team.report(place)
    assert place.read_text(encoding="utf-8") == "earlier"
    assert Path(team.report(place, force=True)).read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
