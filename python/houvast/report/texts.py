"""The report's own words and numbers in a language: Dutch (B1) or English."""

from __future__ import annotations

from typing import Any, Final

from .._core import LocalizedText
from ..errors import Issue, UnknownKeyError, Where
from .rich import Figure, Name, Piece, Rich, Unshown, fill
from .text_en import EN, GLOSSARY_EN
from .text_nl import GLOSSARY_NL, NL

__all__ = ["LANGUAGES", "Texts"]

LANGUAGES: Final = {"nl": (NL, GLOSSARY_NL), "en": (EN, GLOSSARY_EN)}


class Texts:
    """Words, sentences and numbers as people who read this language write them."""

    def __init__(self, lang: str) -> None:
        if lang not in LANGUAGES:
            expected = "nl or en"
            message = f"[HV-503] language '{lang}'; expected {expected}"
            raise UnknownKeyError(message, [Issue("HV-503", "language", str(lang), expected, Where(), message)])
        self.lang = lang
        self._words, self.glossary = LANGUAGES[lang]

    def __call__(self, key: str) -> str:
        """The words of a key."""
        return self._words[key]

    def say(self, key: str, **values: Piece) -> Rich:
        """A sentence with its gaps filled in."""
        return fill(self._words[key], **values)

    def pick(self, text: LocalizedText | Any) -> str:
        """A text in this language; in the other one when it is not there."""
        first, second = (text.nl, text.en) if self.lang == "nl" else (text.en, text.nl)
        return str(first or second)

    def name(self, text: LocalizedText | Any) -> Name:
        """The same, with its language marked when it is the other one."""
        chosen = self.pick(text)
        own = text.nl if self.lang == "nl" else text.en
        return Name(chosen, "" if own or not chosen else "en" if self.lang == "nl" else "nl")

    @property
    def unshown(self) -> Unshown:
        """The symbol for what may not be shown."""
        return Unshown(self("unshown"))

    def attribute(self, name: str) -> str:
        """What the groups are groups of."""
        return self._words.get(f"attribute_{name}", name)

    def percent(self, share: float, key: str) -> Figure:
        """A share as a whole percentage."""
        return Figure(f"{round(share * 100)}%", repr(share), key)

    def decimal(self, value: float, key: str, places: int = 4) -> Figure:
        """A number with decimals: a comma in Dutch, a point in English."""
        plain = f"{value:.{places}f}"
        return Figure(plain.replace(".", ",") if self.lang == "nl" else plain, plain, key)

    def number(self, value: float, key: str, places: int | None = None) -> Figure:
        """A number with so many decimals, or with as many as it has, two at most."""
        plain = f"{value:.{2 if places is None else places}f}"
        if places is None:
            plain = plain.rstrip("0").rstrip(".")
        return Figure(plain.replace(".", ",") if self.lang == "nl" else plain, repr(value), key)

    def count(self, number: int, key: str) -> Figure:
        """A whole number."""
        return Figure(str(number), str(number), key)

    def band(self, text: str, key: str) -> Figure:
        """A number of people as a wide group, as it was released."""
        return Figure(text.replace("+", f" {self('or_more')}"), text, key)

    def share(self, share: Any, key: str) -> Rich:
        """A released share: a percentage, or the bounds between which it lies."""
        if share.value is not None:
            return Rich([self.percent(share.value, key)])
        low, high = self.percent(share.low, f"{key}/low"), self.percent(share.high, f"{key}/high")
        if share.low <= 0:
            return self.say("below", high=high)
        return self.say("from", low=low) if share.high >= 1 else self.say("between", low=low, high=high)

    def brief(self, share: Any, key: str) -> Rich:
        """The same as short as can be, for a narrow column."""
        if share.value is not None:
            return Rich([self.percent(share.value, key)])
        low, high = self.percent(share.low, f"{key}/low"), self.percent(share.high, f"{key}/high")
        return self.say("brief", low=low, high=high)

    def date(self, day: str) -> str:
        """An ISO day in words; the text itself when it is none."""
        parts = day.split("-")
        if len(parts) != 3 or not all(part.isdigit() for part in parts) or not 1 <= int(parts[1]) <= 12:
            return day
        return f"{int(parts[2])} {_MONTHS[self.lang][int(parts[1]) - 1]} {parts[0]}"


_MONTHS: Final = {
    "nl": (
        *("januari", "februari", "maart", "april", "mei", "juni"),
        *("juli", "augustus", "september", "oktober", "november", "december"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
