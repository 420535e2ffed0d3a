"""Where long words may be broken: between syllables, as Dutch does, and by its rules for consonants."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final

__all__ = ["SOFT", "breaks", "hyphenated"]

SOFT: Final = "\u00ad"  # a hyphen that shows only where a word is broken
_VOWELS: Final = frozenset("aeiouyáéíóúàèìòùâêîôûäëïöü")
# Consonants that begin a syllable together; "st" only after another consonant (ves-ting, onder-steunen).
_TOGETHER: Final = ("schr", "sch", "str", "spr", "spl", "st", "sp", "ch")
_PAIRS: Final = (*(first + second for first in "bcdfgkptvw" for second in "lr"), "kn", "ph", "sl", "th", "zw")
_PREFIXES: Final = tuple(f"{one}s{other}" for one in ("be", "ge") for other in "chlmnprt")  # be-stuur, ge-sprek
# Words that begin with a vowel and stand behind others in compounds: kinder-opvang, and not kinde-ropvang.
_STEMS: Final = re.compile(
    r"(?<=[^aeiou])(?:opvang|opvoed|onderwijs|onderst|overleg|instelling|(?<![hk])ouder|organisatie|advies)"
)
_LONG: Final = re.compile(r"[^\W\d_]{16,}")  # words of a page that get their places
_BEFORE: Final = 3
_AFTER: Final = 3


@lru_cache(maxsize=4096)
def breaks(word: str) -> tuple[int, ...]:
    """The places inside a word where a hyphen may stand, at least three letters from its ends."""
    letters = word.lower()
    sounds = [letter in _VOWELS or (letter == "j" and letters[at - 1 : at] == "i") for at, letter in enumerate(letters)]
    stems = {stem.start() for stem in _STEMS.finditer(letters)}
    found, begin = [], None  # where the consonants after a vowel begin
    for at in range(1, len(letters)):
        if not letters[at].isalpha():
            begin = None
        elif sounds[at - 1] and not sounds[at]:
            begin = at
        elif sounds[at] and not sounds[at - 1] and begin is not None:
            prefix = begin == 2 and letters.startswith(_PREFIXES)
            found.append(at if at in stems else begin if prefix else _cut(letters[begin:at], at))
    return tuple(at for at in found if _BEFORE <= at <= len(letters) - _AFTER)


def _cut(consonants: str, end: int) -> int:
    """Where the syllable begins that ends these consonants."""
    together = [each for each in _TOGETHER if consonants.endswith(each) and (each != "st" or len(consonants) > 2)]
    if not together:
        together = [each for each in _PAIRS if consonants.endswith(each)]
    return end - (len(together[0]) if together else 1)


def hyphenated(text: str) -> str:
    """The text with soft hyphens in its long words."""
    return _LONG.sub(lambda found: _softened(found[0]), text)


def _softened(word: str) -> str:
    places = (0, *breaks(word), len(word))
    return SOFT.join(word[one:other] for one, other in pairwise(places))
