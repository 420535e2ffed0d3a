"""Where long words may be broken: between syllables, by the patterns of Dutch, English and other languages (Pyphen)."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final

from ..errors import MissingExtraError

__all__ = ["SOFT", "breaks", "hyphenated"]

SOFT: Final = "\u00ad"  # a hyphen that shows only where a word is broken
_FEWEST: Final = 3  # letters at both ends of a word
_LONG: Final = re.compile(r"[^\W\d_]{12,}")  # words of a page that get their places
_PIECES: Final = re.compile(  # what is no text, words in a language of their own, tags, and text in that of the page
    r'<(style|title|svg)\b.*?</\1>|(<bdi lang="([^"]+)">)([^<]*)|<[^>]*>|[^<]+', re.DOTALL
)


@lru_cache(maxsize=4)
def _patterns(lang: str) -> Any:
    """The patterns of a language; None when there are none."""
    try:
        from pyphen import Pyphen, language_fallback
    except ModuleNotFoundError as error:
        raise MissingExtraError.of("report", "pyphen") from error
    known = language_fallback(lang.replace("-", "_"))
    return Pyphen(lang=known, left=_FEWEST, right=_FEWEST) if known else None


@lru_cache(maxsize=4096)
def breaks(word: str, lang: str) -> tuple[int, ...]:
    """The places in a word where a hyphen may stand, with nothing else changed and at least three letters around."""
    patterns = _patterns(lang)
    return tuple(int(at) for at in patterns.positions(word) if at.data is None) if patterns else ()


def hyphenated(html: str, lang: str) -> str:
    """A page with soft hyphens in the long words of its text."""
    return _PIECES.sub(lambda piece: _softened(piece, lang), html)


def _softened(piece: re.Match[str], lang: str) -> str:
    if piece[2]:
        return piece[2] + _with_hyphens(piece[4], piece[3])
    return piece[0] if piece[0].startswith("<") else _with_hyphens(piece[0], lang)


def _with_hyphens(text: str, lang: str) -> str:
    return _LONG.sub(lambda found: _with_hyphen(found[0], lang), text)


def _with_hyphen(word: str, lang: str) -> str:
    places = (0, *breaks(word, lang), len(word))
    return SOFT.join(word[one:other] for one, other in pairwise(places))
