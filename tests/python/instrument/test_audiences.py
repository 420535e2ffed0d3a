"""Three instruments in the words of each audience: readable, noted against the source, asked only where it is fair."""

import json
import re
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

import houvast
from readability import flesch_douma

ROOT = Path(__file__).resolve().parents[3]
SIX = houvast.instrument("six-elements")
AUDIENCES = ("plain", "parent", "young", "child")
# How many questions each audience is asked, in the order of AUDIENCES.
ASKED = {"six-elements": (24, 16, 16, 9), "know-your-partner": (4, 4, 4, 2), "gerdes-2020": (8, 6, 6, 0)}
OWN = [houvast.instrument(name) for name in ASKED]
EVERY = [(instrument, question) for instrument in OWN for question in instrument.questions]
# DOMAIN: what is hard about the source's own words, and the word that says so.
TWO = "Twee vragen"
HARD = {"E2.4": "‘Altijd’", "E2.5": TWO, "E3.2": "Vier partijen", "E3.4": TWO, "E4.2": TWO, "P3": TWO}
HARD |= {"E2.2": TWO, "E4.3": "Vier groepen", "E6.2": "‘Alle’", "E6.3": "‘Alle’"}


def wording(question: houvast._core.Question, audience: str) -> str:
    text = question.wording(audience)
    return text.nl if text is not None else ""


def answers(instrument: houvast.Instrument, audience: str) -> list[str]:
    """The answers in the words of an audience."""
    labels = [label for scale in instrument.scales for label in scale.labels]
    return [label.audiences[audience].nl for label in labels if audience in label.audiences]


def words(instrument: houvast.Instrument, audience: str) -> list[str]:
    """Everything that an audience reads to answer, in words of its own."""
    return [text for q in instrument.questions if (text := wording(q, audience))] + answers(instrument, audience)


@pytest.mark.parametrize("instrument", OWN, ids=ASKED)
def test_every_question_has_a_wording_or_a_reason_for_each_audience(instrument: houvast.Instrument) -> None:
    for question, audience in product(instrument.questions, AUDIENCES):
        own = question.audiences[audience]
        assert (own.text is None) == (own.not_for is not None), (question.id, audience)
        if own.text is not None:
            assert own.note is not None, "what was given up against the source"
            assert own.text.nl != question.text.nl and own.text.nl.endswith("?")
    counts = (sum(bool(wording(q, audience)) for q in instrument.questions) for audience in AUDIENCES)
    assert tuple(counts) == ASKED[instrument.id]


def test_a_stage_is_chosen_in_the_words_of_those_who_are_asked() -> None:
    gerdes = houvast.instrument("gerdes-2020")
    for question, audience in product(gerdes.questions, AUDIENCES):
        scale = gerdes.scale(question.scale or "")
        own = [label.audiences.get(audience) for label in scale.labels]
        assert all(text is not None for text in own) == (wording(question, audience) != ""), (question.id, audience)
        for label, text in zip(scale.labels, own, strict=True):
            assert label.text_for(audience) == (text or label.text)
            if text is not None:
                assert [scale.value_of(each) for each in (text.nl, text.en, text.nl.upper())] == [label.value] * 3


def test_no_wording_is_that_of_two_questions() -> None:
    """Else nothing would tell which question a heading of an export is."""
    asked: dict[str, set[str]] = {}
    for (_, question), audience in product(EVERY, ("professional", *AUDIENCES)):
        asked.setdefault(wording(question, audience), set()).add(question.id)
    asked.pop("", None)
    assert {text: ids for text, ids in asked.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("instrument", OWN, ids=ASKED)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_wordings_are_easier_than_the_source(audience: str, instrument: houvast.Instrument) -> None:
    """Douma (1960): 60 and more is standard or easier. Of children the whole is easy (80) and no question below 70."""
    least = {"plain": 60, "parent": 60, "young": 65, "child": 70}[audience]
    asked = words(instrument, audience)
    assert {text: flesch_douma(text) for text in asked if flesch_douma(text) < least} == {}
    whole = {"plain": 70, "parent": 80, "young": 80, "child": 90}[audience]
    assert not asked or flesch_douma(" ".join(asked)) > whole
    assert flesch_douma(" ".join(question.text.nl for question in instrument.questions)) < 50


@pytest.mark.parametrize("audience", ["parent", "young", "child"])
def test_families_are_asked_with_easy_headings_and_no_word_of_the_trade(audience: str) -> None:
    texts = [text for instrument in OWN for text in words(instrument, audience)]
    elements = [element for instrument in OWN for element in instrument.elements]
    texts += [title.nl for element in elements for name, title in element.audiences.items() if name == audience]
    trade = r"(?i)samenwerkingspartner|professional|beleid|bestuur|borg|facilit|perspectief|mandaat|vakjargon|jeugdig"
    assert [text for text in texts if re.search(trade, text)] == []
    assert max(len(text.split()) for text in texts) <= 16


def test_nobody_but_a_professional_is_asked_about_boards() -> None:
    for id in ("E5.1", "E5.2", "E5.3", "E3.1", "E3.5", "E4.1", "E4.4", "E6.1"):
        assert [SIX.question(id).wording(audience) for audience in ("parent", "young", "child")] == [None] * 3


def test_absolute_and_double_questions_are_marked() -> None:
    marked = {question.id: question.caution.nl for _, question in EVERY if question.caution is not None}
    assert {id: word in marked[id] for id, word in HARD.items()} == dict.fromkeys(HARD, True)
    assert marked.keys() == HARD.keys()


def test_own_words_that_ask_two_things_are_marked_too() -> None:
    """Under the factors of SAMEN=BETER, whose titles hold several things, what is rated is in own words."""
    questions = houvast.instrument("samen-beter").questions
    marked = {question.id: question.caution for question in questions if question.caution is not None}
    assert all("in onze eigen woorden" in caution.nl for caution in marked.values())
    assert {q.id for q in questions if q.id[0] == "S"} - marked.keys() == {"S5", "S13"}
    assert all(id.startswith("S") for id in marked)


def test_a_child_answers_in_words_of_a_child() -> None:
    labels = SIX.scale("extent-5").labels
    own = [label.text_for("child").nl for label in labels]
    assert own == ["echt niet", "een klein beetje", "half wel en half niet", "best wel", "echt wel"]
    for audience in ("professional", "plain", "parent", "young"):
        assert [label.text_for(audience) for label in labels] == [label.text for label in labels]
    read = SIX.scale("extent-5").value_of
    assert [read(text) for text in own] == [read(label.text_for("child").en) for label in labels] == [1, 2, 3, 4, 5]


def test_an_element_has_a_name_for_each_audience_that_is_asked_about_it() -> None:
    for (instrument, element), audience in product(((i, e) for i in OWN for e in i.elements), AUDIENCES):
        asked = any(wording(question, audience) for question in instrument.questions if question.element == element.id)
        assert (audience in element.audiences) == asked, (element.id, audience)
        assert (element.title_for(audience).nl == element.title.nl) == (not asked)
    assert SIX.element("E1").title_for("professional").nl == "Gedeelde visie en urgentie onderwijs-zorg-jeugd"


def test_the_sheet_for_comment_is_the_one_of_the_instrument() -> None:
    written = (ROOT / "docs/method/audiences.md").read_text(encoding="utf-8")
    command = [sys.executable, "-X", "utf8", "-c", "import audience_page as it; print(it.page(), end='')"]
    made = subprocess.run(
        command, cwd=ROOT / "scripts", capture_output=True, text=True, encoding="utf-8", check=True
    ).stdout
    assert made == written
    for instrument, question in EVERY:
        source = question.closed_part if instrument.kind == "dyadic" else question.text
        assert source is not None and f"> {source.nl}\n" in written
        for own in question.audiences.values():
            told = own.text or own.not_for
            assert told is not None and told.nl in written
    assert all(
        text in written for instrument in OWN for audience in AUDIENCES for text in answers(instrument, audience)
    )


@pytest.mark.parametrize(
    ("member", "value"),
    [("caution", {"nl": "x", "en": "x"}), ("audiences", {"parent": {"text": {"nl": "x", "en": "x"}}})],
)
def test_what_came_with_version_2_is_not_of_version_1(member: str, value: object) -> None:
    text = json.loads(houvast.instrument("canvas").json)
    assert text["schema"] == "houvast-instrument/1"
    text["questions"][0][member] = value
    with pytest.raises(houvast.ParseError) as error:
        houvast.Instrument.parse(json.dumps(text))
    assert error.value.code == "HV-110"
