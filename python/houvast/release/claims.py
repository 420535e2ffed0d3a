"""Claims of a release: what it asserts about the data, each with its typed arguments and where it belongs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple, TypeAlias

from .._core import LocalizedText
from ..texts import by_language, say_in_pieces

__all__ = ["Argument", "Phrase", "Said", "Statement", "claim", "figure", "name", "pieces", "text"]

Argument: TypeAlias = Any
"""A number, a text, a list, or one of the four forms below, as JSON."""

_GAP: Final = "\ufffc"  # stands in a sentence where something else will be put


def text(words: LocalizedText) -> Argument:
    """Words of a study or an instrument, in the languages that they have."""
    return {"text": {"nl": words.nl, "en": words.en, **words.others}}


def name(id: str) -> Argument:
    """A name that is the same in every language."""
    return {"name": id}


def figure(key: str, value: float | str, said: Argument = None) -> Argument:
    """A released figure: which one it is and its value; `said` is the claim that words it when its message does not."""
    return {"figure": key, "value": value, **({} if said is None else said)}


def claim(id: str, **args: Argument) -> Argument:
    """A phrase of its own that fills a gap."""
    return {"claim": id, "args": args}


class Said(NamedTuple):
    """A stretch of a sentence."""

    text: str
    argument: Argument = None
    """The figure, text or name that it says; None: words of the message."""


def pieces(id: str, args: Mapping[str, Argument], lang: str, audience: str = "") -> Iterator[Said]:
    """A claim in a language, in stretches of words, figures and names."""
    seen: dict[str, int] = {}
    filled = {gap: _plain(argument) for gap, argument in args.items()}
    for words, gap in say_in_pieces(id, lang, audience, **filled):
        argument = args.get(gap)
        if isinstance(argument, list):
            seen[gap] = seen.get(gap, -1) + 1
            argument = argument[seen[gap] % len(argument)]
        if not isinstance(argument, dict):
            yield Said(words)
        elif "figure" in argument:
            yield Said(_worded(argument, words, lang, audience), argument)
        elif "claim" in argument:
            yield from pieces(argument["claim"], argument["args"], lang, audience)
        else:
            yield Said(words, argument)


def _worded(argument: Mapping[str, Argument], words: str, lang: str, audience: str) -> str:
    if "claim" not in argument:
        return words
    return "".join(said.text for said in pieces(argument["claim"], argument["args"], lang, audience))


def _plain(argument: Argument) -> Any:
    """What the message is filled with: the value, or a mark for what is put in afterwards."""
    if isinstance(argument, list):
        return [_plain(item) for item in argument]
    if not isinstance(argument, dict):
        return argument
    if "value" in argument:
        return argument["value"] if argument["value"] != "" else _GAP
    if "text" in argument:
        return by_language(argument["text"])
    return argument.get("name") or _GAP


@dataclass(frozen=True, slots=True)
class Phrase:
    """A claim as it stands among the numbers that it is made from."""

    claim: str  #: Id of its message.
    args: Mapping[str, Argument]  #: What fills its gaps.

    def get(self, lang: str) -> str:
        """The claim as a sentence in a language.

        Parameters
        ----------
        lang : str
            One of `houvast.languages()`.

        Returns
        -------
        str
        """
        return "".join(said.text for said in pieces(self.claim, self.args, lang))


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim of a release. `part` is the part of the report it belongs to, `about` the figures that it is about."""

    part: str  #: Part of the report that it belongs to.
    about: str  #: The figures that it is about.
    id: str  #: Id of its message.
    args: Mapping[str, Argument]  #: What fills its gaps.

    def say(self, lang: str = "nl", audience: str | None = None) -> str:
        """The claim as a sentence in a language.

        Parameters
        ----------
        lang : str
            One of `houvast.languages()`.
        audience : str
            For whom; "": for everybody.

        Returns
        -------
        str
        """
        return "".join(said.text for said in pieces(self.id, self.args, lang, audience or ""))

    def json(self) -> dict[str, Any]:
        """As it stands in a document.

        Returns
        -------
        dict
        """
        return {"part": self.part, "about": self.about, "id": self.id, "args": dict(self.args)}
