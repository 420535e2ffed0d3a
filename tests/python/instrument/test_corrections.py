"""What was told of the sources wrongly once, and what a reader of them looks for: each stays mended and there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import houvast
from houvast.cli.explain import explain

PROFILE = Path(__file__).resolve().parents[3] / "src/instrument/catalogue/profile.json"
DEFINED = {each.id: each for each in houvast.definitions()}
IDEAS = {each.id: each for each in houvast.advice()}
PRACTICES = {each.id: each for each in houvast.cases()}


def test_business_is_known_and_not_expected() -> None:
    """A supermarket and a sponsor take part in two anecdotes; no source asks for them."""
    domains = {each["id"]: each["expected"] for each in json.loads(PROFILE.read_text("utf-8"))["domains"]}
    assert domains.pop("bedrijfsleven") is False and set(domains.values()) == {True}


def test_inside_first_is_of_the_introduction_and_of_planning() -> None:
    (check,) = [each for each in houvast.checks() if each.id == "C16"]
    assert "S6" in check.questions and "S5" not in check.questions
    assert DEFINED["intern-extern"].source_section == IDEAS["A43"].source_section
    assert {"C16", "S6"} <= set(DEFINED["intern-extern"].about)


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("interprofessioneel", "grens van hun eigen vak"),
        ("multidisciplinair", "vooral vanuit het eigen vak"),
        ("breed-team", "middel"),
        ("samenwerken", "Eén vaste omschrijving is er volgens de bron niet"),
        ("kartrekker", "elk niveau"),
        ("mandaat", "besluit"),
        ("ecosysteem", "Alles en iedereen rond een jeugdige"),
        ("motief", "macht, stabiliteit of legitimiteit"),
        ("macht", "kwetsbaar"),
        ("duur", "vijf tot tien jaar"),
        ("preventie", "kort en licht"),
        ("niet-samenwerken", "bij eenvoudige kan het juist niet werken"),
        ("conclusie", "klankbord"),
        ("hoofddoel", "kansen voor jeugdigen zijn het doel"),
        ("platform", "breder netwerk"),
        ("agenda-vakmanschap", "leervragen"),
        ("lerende-praktijk", "doorgeven aan andere groepen"),
        ("intensiteit", "helemaal in elkaar opgaan"),
    ],
)
def test_what_a_reader_of_the_sources_looks_for(word: str, says: str) -> None:
    told, _ = explain(word, "nl")
    assert told is not None and says in told["text"]
    assert dict(told["facts"])["Bron"].startswith(("MAO", "SAMEN=BETER", "HOUVAST"))


def test_intensity_is_no_matter_of_how_often() -> None:
    assert not any(word in DEFINED["intensiteit"].text.nl for word in ("af en toe", "soms", "vaak iets"))


def test_practices_say_what_happened_and_no_more() -> None:
    """The mother in Utrecht was not helped yet, the sports educator is a woman, and no office was called small."""
    assert "kwam pas in zicht" not in PRACTICES["K2"].text.nl and "juiste diagnose" in PRACTICES["K2"].text.nl
    assert "dat zij jongeren" in PRACTICES["K4"].text.nl and "klein" not in PRACTICES["K5"].text.nl


def test_a_pointer_and_a_tool_say_with_which_question_they_help() -> None:
    found = [each for each in houvast.sources() if each.kind in ("pointer", "tool")]
    assert len(found) == 13
    assert all(each.questions and each.serves.nl and each.named_in for each in found)
    named = " ".join(each.citation for each in found)
    for name in (
        "Sociale Kaart",
        "Ontdek de Zorg",
        "Onderwijsloket",
        "Huisartsen Vereniging",
        "Proeftuin",
        "Kernrapport",
    ):
        assert name in named


def test_what_was_not_read_is_said() -> None:
    """Of the twelve elements of De sterkste schakels five titles were at hand; nothing stands in for the others."""
    text = DEFINED["twaalf-elementen"].text.nl
    assert "De andere zeven staan in het rapport en zijn hier niet gelezen" in text
    (report,) = [each for each in houvast.sources() if each.id == "sterkste-schakels"]
    assert report.url.startswith("https://www.zonmw.nl/") and "vijf titels" in report.serves.nl
