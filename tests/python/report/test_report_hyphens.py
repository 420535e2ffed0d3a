"""Long words are broken between syllables, and nothing but the hyphen is added."""

from itertools import pairwise

import pytest

from houvast.plot.style import width_of, wrap
from houvast.report.hyphens import SOFT, breaks, hyphenated


@pytest.mark.parametrize(
    "parts",  # woordenlijst.org: where these words may be broken, at least three letters from their ends
    [
        "beschik-baar-heid",
        "onder-steu-ning",
        "ver-ant-woor-de-lijk-heid",
        "samen-wer-kings-ver-band",
        "ves-ting",
        "jeugd-ge-zond-heids-zorg",
        "Jeugd-ver-pleeg-kun-di-gen",
        "gemeen-schap-pe-lijk",
        "ver-trou-wens-re-la-tie",
        "basis-school",
        "kin-der-op-vang-or-ga-ni-sa-tie",
        "jeugd-hulp-in-stel-ling",
        "pleeg-ou-der-schap",
        "toe-zicht-hou-ders",
        "domein-over-stij-gend",
        "tabaks-ont-moe-di-ging",
        "ken-nis-uit-wis-se-ling",
        "besluit-vor-mings-pro-ces-sen",
    ],
)
def test_words_are_broken_between_syllables(parts: str) -> None:
    word = parts.replace("-", "")
    places = (0, *breaks(word, "nl"), len(word))
    assert "-".join(word[a:b] for a, b in pairwise(places)) == parts


@pytest.mark.parametrize("word", ["", "a", "op", "kat", "strengst", "123456789012345678"])
def test_what_has_no_syllables_is_left_whole(word: str) -> None:
    assert breaks(word, "nl") == () and hyphenated(word, "nl") == word


def test_words_are_broken_as_their_own_language_does() -> None:
    page = '<p>responsibilities <bdi lang="nl">verantwoordelijkheden</bdi></p>'
    told = hyphenated(page, "en").replace(SOFT, "-")
    assert told == '<p>respons-ib-il-it-ies <bdi lang="nl">ver-ant-woor-de-lijk-he-den</bdi></p>'
    assert hyphenated(page, "qps-plocm").count(SOFT) == 6  # of a language without patterns: only the name


def test_only_long_words_of_the_text_get_places_and_no_letter_changes() -> None:
    text = "De ervaringsdeskundigen van het samenwerkingsverband (2024) <b>praten</b>."
    shown = hyphenated(text, "nl")
    assert shown.count(SOFT) > 5 and shown.replace(SOFT, "") == text
    assert hyphenated("Een gesprek met ouders en kinderen", "nl") == "Een gesprek met ouders en kinderen"
    for apart in (
        '<p class="samenwerkingsverband" data-figure="verantwoordelijkheid/low">',
        "<style>samenwerkingsverband {}</style>",
        "<title>Samenwerkingsverband</title>",
        '<svg><text x="1">Samenwerkingsverband</text></svg>',
    ):
        assert hyphenated(apart, "nl") == apart


def test_pictures_break_words_where_they_may_be() -> None:
    assert wrap("Beschikbaarheid", 70, 9) == ["Beschikbaar-", "heid"]
    for word in ("Ervaringsdeskundige", "Samenwerkingsverbandoverstijgende", "W" * 90):
        for width in (30, 60, 120):
            lines = wrap(word, width, 9)
            assert "".join(line.rstrip("-") for line in lines) == word
            assert all(width_of(line, 9) <= width or len(line) <= 2 for line in lines)
