"""The head of a UCINET DL file: how many nodes and matrices, in which form, and what they are called."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from ...errors import ParseError, Said, Where
from ...texts import Claim
from .common import unreadable, whole_number

__all__ = ["Header", "Token", "header_of", "tokens", "wrong"]

_TOKEN = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'(?=[\s,]|\Z)|([=:,])|([^\s,=:"]+))""")
_FORMS = {
    "fullmatrix": "fullmatrix", "fm": "fullmatrix",
    "lowerhalf": "lowerhalf", "lh": "lowerhalf",
    "upperhalf": "upperhalf", "uh": "upperhalf",
    "edgelist": "edgelist1", "edgelist1": "edgelist1", "el1": "edgelist1",
    "edgelist2": "edgelist2", "el2": "edgelist2",
    "nodelist": "nodelist1", "nodelist1": "nodelist1", "nl1": "nodelist1",
    "nodelist2": "nodelist2", "nl2": "nodelist2",
    "nodelist1b": "nodelist1b", "nl1b": "nodelist1b",
}  # fmt: skip
_COUNTS = (("rows", re.compile("nr|ni")), ("columns", re.compile("nc|nj")), ("levels", re.compile("nm|nl|nk|nrel")))
_SIDES = (("rows", re.compile("row")), ("columns", re.compile("col")), ("levels", re.compile("mat|lev|rel")))


class Token(NamedTuple):
    """A word, number, label or sign, and its row in the file."""

    text: str
    row: int
    quoted: bool = False

    def is_word(self, *words: str) -> bool:
        """Whether it is one of these words, not as a label in quotes."""
        return not self.quoted and self.text.casefold() in words


@dataclass
class Header:
    """What the head says."""

    counts: dict[str, int] = field(default_factory=dict)  # rows, columns, levels
    form: str = "fullmatrix"
    diagonal: bool = True
    labels: dict[str, list[str]] = field(default_factory=dict)  # of rows, columns, levels, and "all"
    embedded: set[str] = field(default_factory=set)  # rows, columns: labels that stand in the data

    @property
    def two_modes(self) -> bool:
        """Whether rows and columns are different nodes."""
        both = [self.labels[side] for side in ("rows", "columns") if side in self.labels]
        return (
            self.form in ("edgelist2", "nodelist2")
            or self.counts["rows"] != self.counts["columns"]
            or (len(both) == 2 and both[0] != both[1])
        )

    @property
    def levels(self) -> int:
        """The number of matrices."""
        return self.counts["levels"]


def wrong(where: Where, expected: Said, value: str = "", subject: Said | None = None) -> ParseError:
    """The error for a DL file that says something else than it may."""
    about = subject or Claim("problem.subject.graph_format", {"format": "UCINET DL"})
    return unreadable("HV-154", about, expected, where, value)


def tokens(line: str, row: int) -> list[Token]:
    """The words, labels and signs of a line."""
    found = []
    for match in _TOKEN.finditer(line):
        quoted = match[1] if match[1] is not None else match[2]
        found.append(Token(quoted if quoted is not None else match[3] or match[4], row, quoted is not None))
    return found


class _Head:
    def __init__(self, words: list[Token], file: str):
        self.words = words
        self.file = file
        self.place = 0
        self.header = Header()

    def read(self) -> Header:
        if not self.words or not self.words[0].is_word("dl"):
            raise wrong(Where(self.file, 1), "problem.expected.dl_start")
        self.place = 1
        while self.place < len(self.words):
            self.phrase()
        counts = self.header.counts
        if "rows" not in counts or "columns" not in counts:
            raise wrong(Where(self.file, self.words[0].row), "problem.expected.dl_counts")
        counts.setdefault("levels", 1)
        return self.header

    def next(self) -> Token:
        """The next word that is no sign."""
        while self.place < len(self.words):
            self.place += 1
            if self.words[self.place - 1].quoted or self.words[self.place - 1].text not in "=:,":
                return self.words[self.place - 1]
        raise wrong(Where(self.file, self.words[-1].row), "problem.expected.dl_more", self.words[-1].text)

    def phrase(self) -> None:
        """Reads a keyword and what belongs to it."""
        start = self.words[self.place]
        word = start.text.casefold()
        if not start.quoted and word in "=:,":
            self.place += 1
        elif (about := self.labels_begin(self.place)) is not None:
            self.labels(*about)
        elif word in ("format", "f"):
            self.place += 1
            self.form(self.next())
        elif word.startswith("diag"):
            self.place += 1
            self.header.diagonal = not self.next().is_word("absent", "no")
        elif word.startswith("n") and not start.quoted:
            self.place += 1
            self.count(start, self.next())
        else:
            raise wrong(Where(self.file, start.row), "problem.expected.dl_keyword", start.text)

    def count(self, about: Token, given: Token) -> None:
        number = whole_number(given.text)
        name = about.text.casefold()
        if number is None:
            raise wrong(Where(self.file, given.row), "problem.expected.whole_from_0", given.text)
        for side, pattern in _COUNTS:
            if pattern.match(name):
                self.header.counts[side] = number
                return
        if name != "n":
            raise wrong(Where(self.file, about.row), "problem.expected.dl_keyword", about.text)
        self.header.counts |= {"rows": number, "columns": number}

    def form(self, given: Token) -> None:
        form = _FORMS.get(given.text.casefold())
        if form is None:
            expected = Claim("problem.expected.choices", {"choices": list(dict.fromkeys(_FORMS.values()))})
            raise wrong(Where(self.file, given.row), expected, given.text)
        self.header.form = form

    def labels_begin(self, place: int) -> tuple[str, int] | None:
        """Of what labels are, and how many words say so, where they begin here."""
        here = self.words[place]
        if here.is_word("labels", "label"):
            return "all", 1
        if place + 1 < len(self.words) and not here.quoted and self.words[place + 1].is_word("labels", "label"):
            for side, pattern in _SIDES:
                if pattern.match(here.text.casefold()):
                    return side, 2
        return None

    def labels(self, side: str, words: int) -> None:
        self.place += words
        found = self.header.labels.setdefault(side, [])
        while self.place < len(self.words) and not self.ends_labels(found):
            token = self.words[self.place]
            self.place += 1
            if token.is_word("embedded"):
                self.header.embedded |= {"rows", "columns"} if side == "all" else {side}
                return
            if token.quoted or token.text not in "=:,":
                found.append(token.text)

    def ends_labels(self, found: list[str]) -> bool:
        """Whether what stands here is no label any more."""
        token = self.words[self.place]
        signed = self.place + 1 < len(self.words) and self.words[self.place + 1].text == "="
        keyword = signed and (token.is_word("format", "n") or (bool(found) and token.text[:4].casefold() == "diag"))
        return keyword or self.labels_begin(self.place) is not None


def header_of(words: list[Token], file: str) -> Header:
    """What the words before the data say."""
    return _Head(words, file).read()
