"""The words of the report in a language, from the catalogue, with figures and names marked up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from .._core import LocalizedText
from ..release.claims import Argument, Statement, pieces
from ..texts import right_to_left, say, say_in_pieces
from .rich import Figure, Name, Piece, Rich, Unshown

__all__ = ["Texts"]

_GAP: Final = "\ufffc"  # stands in a sentence where something else will be put


class Texts:
    """Words, sentences and numbers as people who read this language write them."""

    def __init__(self, lang: str) -> None:
        self.right_to_left = right_to_left(lang)  # UnknownKeyError HV-503 for a language that does not exist
        self.lang = lang

    def __call__(self, key: str, **values: Any) -> str:
        """The words of a key."""
        return say(key, self.lang, **values)

    def say(self, key: str, **values: Piece | int | Sequence[Piece]) -> Rich:
        """A sentence with its gaps filled in."""
        seen: dict[str, int] = {}
        told: list[Piece] = []
        for words, gap in say_in_pieces(key, self.lang, **{name: _plain(value) for name, value in values.items()}):
            value: Any = values.get(gap, words)
            if isinstance(value, list):
                seen[gap] = seen.get(gap, -1) + 1
                value = value[seen[gap] % len(value)]
            told.append(words if isinstance(value, str | int) else value)
        return Rich(told)

    def rich(self, statement: Statement) -> Rich:
        """A claim of the release as a sentence."""
        said = pieces(statement.id, statement.args, self.lang)
        return Rich(self._marked(words, argument) for words, argument in said)

    def _marked(self, words: str, argument: Argument) -> Piece:
        if argument is None:
            return words
        if "figure" in argument:
            return Figure(words, _value(argument), argument["figure"])
        return Name(words, self._foreign(argument.get("text", {}), words))

    def _foreign(self, texts: Mapping[str, str], words: str) -> str:
        """The language of words, when it is not the report's own."""
        if texts.get(self.lang) == words:
            return ""
        return next((tag for tag, text in texts.items() if text == words and text), "")

    def pick(self, text: LocalizedText) -> str:
        """A text in this language; in the nearest other one when it is not there."""
        return text.get(self.lang)

    def name(self, text: LocalizedText) -> Name:
        """The same, with its language marked when it is another one."""
        words = self.pick(text)
        return Name(words, self._foreign({"nl": text.nl, "en": text.en, **text.others}, words))

    @property
    def unshown(self) -> Unshown:
        """The symbol for what may not be shown."""
        return Unshown(self("report.unshown"))

    def attribute(self, name: str) -> str:
        """What the groups are groups of."""
        return self("report.attribute", name=name)

    def percent(self, share: float, key: str) -> Figure:
        """A share as a whole percentage."""
        return Figure(self("report.share", share=share), repr(share), key)

    def number(self, value: float, key: str) -> Figure:
        """A number with two decimals."""
        return Figure(self("report.decimal", number=value), repr(value), key)

    def count(self, number: int, key: str) -> Figure:
        """A whole number."""
        return Figure(str(number), str(number), key)

    def band(self, text: str, key: str) -> Figure:
        """A number of people as a wide group, as it was released."""
        return Figure(self("report.band.from", n=text[:-1]) if text.endswith("+") else text, text, key)

    def share(self, share: Any, key: str) -> Rich:
        """A released share: the bounds between which it lies."""
        low, high = self.percent(share.low, f"{key}/low"), self.percent(share.high, f"{key}/high")
        if share.low <= 0:
            return self.say("report.share.below", high=high)
        if share.high >= 1:
            return self.say("report.share.from", low=low)
        return self.say("report.share.between", low=low, high=high)

    def brief(self, share: Any, key: str) -> Rich:
        """The same as short as can be, for a narrow column."""
        low = Figure(str(round(share.low * 100)), repr(share.low), f"{key}/low")
        return self.say("report.share.brief", low=low, high=self.percent(share.high, f"{key}/high"))

    def date(self, day: str) -> str:
        """An ISO day in words; the text itself when it is none."""
        return self("report.date", day=day)


def _plain(value: Any) -> Any:
    """What a gap is filled with before its piece takes that place."""
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, Figure) and value.key and not value.value.endswith("+"):
        return _number(value.value)
    return value if isinstance(value, str | int) else str(value) or _GAP


def _number(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text


def _value(argument: Mapping[str, Any]) -> str:
    """A figure as it was released."""
    value = argument["value"]
    return value if isinstance(value, str) else repr(value)
