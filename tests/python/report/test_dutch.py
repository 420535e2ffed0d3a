"""Dutch that a person would write: wordings that were mended do not come back, and what replaced them is said."""

from __future__ import annotations

import re

import pytest

import houvast as hv
from houvast._core import messages
from houvast.examples import region
from houvast.report import EDITIONS, render_report
from houvast.texts import say
from report_page import Page

# Wordings that nobody would write, in messages and in what they come to.
MENDED = (
    "raken de marges",
    "gemiddeld een hoog antwoord",
    "de meesten kozen",
    "[Nn]iemand biedt dit aan",
    "niet bereikbaar:",
    "staat er helemaal los van",
    "ruim deel",
    "plek van het begin",
    "dan bij het begin",
    "[Vv]astgehouden, dus",
    "wat is ervan geworden",
    "Gescoord is",
    "niet dat dit verslag anoniem",
    r"buiten zijn grenzen \(lege",
    "kind en gezin",
)
# And those that only show when names and numbers are filled in.
MENDED_WITH_NAMES = (
    r"\bIn [A-Z][\w ]* zijn \d",
    r"\bIn [A-Z]\w+ doet",
    r"\b1 (rondes|partijen|respondenten|antwoorden)\b",
    r"\(\d+ namen\)|\(0\)",
    r"\bOuder: ",
    r"perspectief (Ouder|Jeugdige|Professional)\b",
    r"niveau (Bestuur|Beleid|Uitvoering)\b",
    r"(dan|[Oo]nder|en) (Professionals|Ouders|Jeugdigen)[ :.]",
    r"\(Ondersteuning\)",
    r"[a-z_]+_[a-z_]+",
)
# What stands there instead.
SAID = (
    "Niemand biedt ondersteuning bij mentale gezondheid voor 12 tot 23 jaar.",
    "Kinderopvang doet mee, maar niemand uit het bestuur.",
    "antwoordt duidelijk minder dan de helft van de ouders gunstig",
    "ruim 1 op de 5",
    "Zorgcoördinator van het Zwanenrode College",
    "Najaar 2024: we vroegen 200 of meer mensen.",
)


@pytest.fixture(scope="module")
def told():
    team = region(2024).release("team", goals="text")
    pages = [Page(render_report(team, edition=edition)) for edition in EDITIONS]
    return "\n".join([page.all_text + "\n".join(page.svg_words) for page in pages])


@pytest.mark.parametrize("words", MENDED)
def test_no_message_says_it_the_old_way(words):
    assert [key for key, text in messages("nl") if re.search(words, text)] == []


@pytest.mark.parametrize("words", [*MENDED, *MENDED_WITH_NAMES])
def test_no_edition_says_it_the_old_way(told, words):
    assert re.findall(rf".*{words}.*", told) == []


@pytest.mark.parametrize("words", SAID)
def test_the_report_says_it_as_a_person_would(told, words):
    assert words in told


def test_one_is_one():
    said = say("cli.sound", "nl", path="s", parties=1, waves=1, respondents=1, answers=1)
    assert said == "s: in orde. 1 partij, 1 ronde, 1 respondent, 1 antwoord."


def test_the_check_on_expertise_speaks_of_no_subject():
    (check,) = [each for each in hv.checks() if each.id == "C12"]
    assert not re.search("kind|gezin|ouder|jeugd", check.title.nl + check.rule.nl)
