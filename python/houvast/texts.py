"""What houvast says: one catalogue of messages in every language, the same for C++ and Python.

The messages stand in `src/text/messages/<language>/<subject>.json`, in the syntax of ICU MessageFormat. No sentence
stands in code: code names a message and fills its gaps.
"""

from __future__ import annotations

from collections.abc import Mapping

from ._core import (
    Claim,
    LocalizedText,
    Named,
    find_language,
    gaps,
    has_message,
    language_of,
    languages,
    messages,
    right_to_left,
    say,
    say_in_pieces,
)

__all__ = [
    "Claim",
    "LocalizedText",
    "Named",
    "by_language",
    "find_language",
    "has_message",
    "language_of",
    "languages",
    "readings",
    "right_to_left",
    "say",
    "say_in_pieces",
    "templates",
]

PSEUDO = "qps-plocm"  # the pseudo-language, which is in no list of languages
# How the licences of the catalogue begin, and what says them.
_LICENCES = {"unknown": "report.licence_unknown", "“Open Access”": "report.licence_open"}


def licence_words(licence: str, lang: str) -> str:
    """What an instrument's licence says to a reader; that of an instrument of your own as it is written.

    Parameters
    ----------
    licence : str
        The licence as an instrument carries it; an empty one is not known.
    lang : str
        Language of the reader.

    Returns
    -------
    str
    """
    found = (message for begins, message in _LICENCES.items() if (licence or "unknown").startswith(begins))
    message = next(found, None)
    return licence if message is None else say(message, lang)


def by_language(texts: Mapping[str, str]) -> LocalizedText:
    """A text of a file, which has one for each language by its tag.

    Parameters
    ----------
    texts : mapping of str to str
        Language tag to text.

    Returns
    -------
    LocalizedText
    """
    others = dict(texts)
    return LocalizedText(others.pop("nl", ""), others.pop("en", ""), others)


def readings(key: str, **gaps: str) -> list[str]:
    """A message in every language, the pseudo-language too: for reading what was written in any of them.

    Parameters
    ----------
    key : str
        Key of the message.
    **gaps : str
        What fills its gaps.

    Returns
    -------
    list of str
        One per language.
    """
    return [say(key, lang, **gaps) for lang in (*languages(), PSEUDO)]


def templates(prefix: str, lang: str) -> dict[str, str]:
    """The messages whose keys begin with `prefix`, by the rest of the key, with their gaps left open as {name}.

    For code that fills the gaps elsewhere, such as in a browser; messages with a plural or a choice are not for that.

    Parameters
    ----------
    prefix : str
        What the keys begin with.
    lang : str
        Language, one of `houvast.languages()`.

    Returns
    -------
    dict of str to str
        Rest of the key to message.
    """
    return {
        key.removeprefix(prefix): say(key, lang, **{gap: "{" + gap + "}" for gap in gaps(key, "en")})
        for key, text in messages("en")
        if key.startswith(prefix) and ", plural," not in text and ", number" not in text
    }
