"""Long words are broken between syllables, and nothing but the hyphen is added."""

from itertools import pairwise

import pytest

from houvast.plot.style import width_of, wrap
from houvast.report.hyphens import SOFT, breaks, hyphenated
from houvast.report.rich import Name, Rich


@pytest.mark.parametrize(
    "parts",  # woordenlijst.org: where these words may be broken (of a word, the places that the rules find)
    [
        "beschik-baar-heid",
        "onder-steu-ning",
        "verant-woor-de-lijk-heid",
        "samen-wer-kings-ver-band",
        "ves-ting",
        "jeugd-ge-zond-heids-zorg",
        "inter-pro-fes-sio-neel",
        "Jeugd-ver-pleeg-kun-di-gen",
        "gemeen-schap-pe-lijk",
        "ver-trou-wens-re-la-tie",
        "basis-school",
        "kin-der-op-vang-or-ga-ni-sa-tie",
        "jeugd-hulp-in-stel-ling",
        "pleeg-ou-der-schap",
    ],
)
def test_words_are_broken_between_syllables(parts: str) -> None:
    word = parts.replace("-", "")
    places = (0, *breaks(word), len(word))
    assert "-".join(word[a:b] for a, b in pairwise(places)) == parts


@pytest.mark.parametrize(
    "word", ["", "a", "op", "kat", "strengst", "xyzzy", "123456789012345678", "zzzzzzzzzzzzzzzzzzzz"]
)
def test_what_has_no_syllables_is_left_whole(word: str) -> None:
    assert breaks(word) == () and hyphenated(word) == word


def test_only_long_words_of_a_page_get_places_and_no_letter_changes() -> None:
    text = "De ervaringsdeskundigen van het samenwerkingsverband (2024) <b>praten</b>."
    shown = hyphenated(text)
    assert shown.count(SOFT) > 5 and shown.replace(SOFT, "") == text
    assert hyphenated("Een gesprek met ouders en kinderen") == "Een gesprek met ouders en kinderen"
    assert SOFT in Name("Ervaringsdeskundigen").__html__() and SOFT in Rich(["Samenwerkingsverband"]).__html__()
    assert SOFT not in str(Name("Ervaringsdeskundigen")) + str(Rich(["Samenwerkingsverband"]))


def test_pictures_break_words_where_they_may_be() -> None:
    assert wrap("Beschikbaarheid", 70, 9) == ["Beschikbaar-", "heid"]
    for word in ("Ervaringsdeskundige", "Samenwerkingsverbandoverstijgende", "W" * 90):
        for width in (30, 60, 120):
            lines = wrap(word, width, 9)
            assert "".join(line.rstrip("-") for line in lines) == word
            assert all(width_of(line, 9) <= width or len(line) <= 2 for line in lines)
