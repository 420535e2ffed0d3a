"""Sentences made of words, figures and names, escaped for HTML when they are shown."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias, Union

from ..results.hidden import HIDDEN_SYMBOL

__all__ = ["Figure", "Name", "Piece", "Rich", "Unshown", "clean", "escape", "joined"]

# What HTML cannot hold: control characters other than tab and line feed, and halves of surrogate pairs.
_UNUSABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """The text with characters that no HTML document can hold replaced by a mark."""
    return _UNUSABLE.sub("\ufffd", text)


def escape(text: str) -> str:
    """The text as HTML shows it, in an element or in a quoted attribute."""
    return html.escape(clean(text), quote=True)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number: as it is read, as it was released, and which one it is."""

    text: str
    value: str
    key: str

    def __str__(self) -> str:
        return self.text

    def __html__(self) -> str:
        """Markup that keeps the released value beside the words."""
        return f'<data value="{escape(self.value)}" data-figure="{escape(self.key)}">{escape(self.text)}</data>'


@dataclass(frozen=True, slots=True)
class Name:
    """Words that somebody else wrote: kept apart, so that their direction of writing cannot disturb ours."""

    text: str
    lang: str = ""

    def __str__(self) -> str:
        return self.text

    def __html__(self) -> str:
        """Markup that isolates the words."""
        lang = f' lang="{escape(self.lang)}"' if self.lang else ""
        return f"<bdi{lang}>{escape(self.text)}</bdi>"


@dataclass(frozen=True, slots=True)
class Unshown:
    """The one symbol for whatever may not be shown, with words for those who cannot see it."""

    words: str

    def __str__(self) -> str:
        return self.words

    def __html__(self) -> str:
        """Markup of the symbol."""
        return f'<span class="unshown" role="img" aria-label="{escape(self.words)}">{HIDDEN_SYMBOL}</span>'


Piece: TypeAlias = Union[str, Figure, Name, Unshown, "Rich"]


class Rich:
    """A run of words, figures and names. False when there is nothing in it."""

    __slots__ = ("pieces",)

    def __init__(self, pieces: Iterable[Piece] = ()) -> None:
        self.pieces: tuple[Piece, ...] = tuple(piece for piece in pieces if not isinstance(piece, str) or piece)

    def __bool__(self) -> bool:
        return bool(self.pieces)

    def __add__(self, other: Rich | str) -> Rich:
        return Rich((*self.pieces, *(other.pieces if isinstance(other, Rich) else (other,))))

    def __str__(self) -> str:
        return "".join(str(piece) for piece in self.pieces)

    def __html__(self) -> str:
        """The whole as markup."""
        return "".join(escape(piece) if isinstance(piece, str) else piece.__html__() for piece in self.pieces)


def joined(sentences: Iterable[Rich]) -> Rich:
    """Sentences after each other."""
    told = Rich()
    for sentence in sentences:
        told = told + " " + sentence if told else sentence
    return told
