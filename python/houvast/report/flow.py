"""A report as a flow of headings, paragraphs, lists and tables: what a document without a browser is made from."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final, Literal, TypeAlias

from .hyphens import SOFT

__all__ = ["Block", "Heading", "Item", "Paragraph", "Row", "Table", "flow_of"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and its level, 1 to 4."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text; `kind` tells what a picture shows from what is said."""

    text: str
    kind: Literal["text", "picture"] = "text"


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list."""

    text: str
    numbered: bool


@dataclass(slots=True)
class Row:
    """A row of a table: its cells, each thing that one says on a line of its own, and whether it is of headings."""

    cells: list[str] = field(default_factory=list)
    header: bool = False


@dataclass(slots=True)
class Table:
    """A table with its caption."""

    caption: str = ""
    rows: list[Row] = field(default_factory=list)


Block: TypeAlias = Heading | Paragraph | Item | Table

_HEADINGS: Final = {"h1": 1, "h2": 2, "h3": 3, "h4": 4}
_BLOCKS: Final = ("p", "li", "dt", "dd", "summary", "caption", "th", "td", *_HEADINGS)
_APART: Final = ("span", "p", "div", "li", "br", "h3", "h4")
_OWN_LINE: Final = ("p", "div", "li", "h3", "h4", "span.n", "span.word", "span.word n")  # of a cell
_SKIPPED: Final = ("style", "title", "head")
_UNTOLD: Final = ("skip", "paper", "drawn")  # what is about the page itself and what it draws
_VOID: Final = ("meta", "link", "br", "img")


def flow_of(html: str) -> list[Block]:
    """What a report says, in the order in which it is read."""
    reader = _Reader()
    reader.feed(html)
    return reader.blocks


class _Reader(HTMLParser):
    """Reads the markup of a report: only the elements that its templates use."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._open: list[tuple[str, dict[str, str | None]]] = []
        self._text: list[list[str]] = []
        self._table: Table | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        self._open.append((tag, dict(attrs)))
        if tag == "table":
            self._table = Table()
        elif tag == "tr" and self._table is not None:
            self._table.rows.append(Row(header=self._inside("thead")))
        if tag in _BLOCKS and not (self._table and tag not in ("caption", "th", "td")):
            self._text.append([])
        elif tag in _APART and self._text:
            self._text[-1].append(self._between(tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if any(tag in _SKIPPED or set(_UNTOLD) & set((attrs.get("class") or "").split()) for tag, attrs in self._open):
            return
        if self._inside("svg"):
            self._picture(data)
        elif self._text:
            self._text[-1].append(data.replace(SOFT, "").replace("\n", " "))

    def _picture(self, data: str) -> None:
        if self._open[-1][0] == "desc" and data.strip():
            self.blocks.append(Paragraph(data, "picture"))

    def handle_endtag(self, tag: str) -> None:
        _, attrs = self._open.pop()
        if tag == "table" and self._table is not None:
            self.blocks.append(self._table)
            self._table = None
        elif tag in _BLOCKS and not (self._table and tag not in ("caption", "th", "td")):
            lines = (" ".join(line.split()) for line in "".join(self._text.pop()).split("\n"))
            self._close(tag, "\n".join(filter(None, lines)))
        elif tag in _APART and self._text:
            self._text[-1].append(self._between(tag, attrs))

    def _between(self, tag: str, attrs: dict[str, str | None]) -> str:
        """What parts an element from what stands before or behind it."""
        kind = f"{tag}.{attrs['class']}" if tag == "span" and "class" in attrs else tag
        return "\n" if kind in _OWN_LINE and (self._inside("td") or self._inside("th")) else " "

    def _close(self, tag: str, text: str) -> None:
        if self._table is not None:
            if tag == "caption":
                self._table.caption = text
            else:
                self._table.rows[-1].cells.append(text)
        elif text and self._text and tag in _HEADINGS:  # inside a summary or a card
            before = " ".join("".join(self._text[-1]).split())
            self._text[-1].clear()
            self.blocks += [*([Paragraph(before)] if before else []), Heading(_HEADINGS[tag], text)]
        elif text and self._text:  # a paragraph inside an item
            self._text[-1].append(f" {text} ")
        elif text:
            self.blocks.append(self._block(tag, text))

    def _block(self, tag: str, text: str) -> Block:
        if tag in _HEADINGS:
            return Heading(_HEADINGS[tag], text)
        if tag in ("summary", "dt"):
            return Heading(4, text)
        if tag == "li":
            return Item(text, self._open[-1][0] == "ol")
        return Paragraph(text)

    def _inside(self, tag: str) -> bool:
        return any(name == tag for name, _ in self._open)
