"""Reads UCINET DL: full and half matrices, lists of ties or nodes, labels in head or data, several matrices."""

from __future__ import annotations

import re

from ...errors import Where
from ...texts import Claim
from ..limits import MOST_NODES
from .common import text_of, whole_number
from .dl_header import Header, Token, header_of, tokens, wrong
from .graph_in import Asked, In, cells_weigh, number

__all__ = ["from_dl"]

_DATA = re.compile(r"(?i)\bdata\s*:")
_LINE = re.compile(r"\r\n|\r|\n")
_WORD = re.compile(r'"([^"]*)"|([^\s,"]+)')
_MISSING = {".", "na"}
Cells = dict[tuple[int, int], str]  # what stands in the filled cells of a matrix
Ties = list[tuple[int, int, str | None]]


class _Side:
    """What the nodes of the rows or of the columns are called, and which node a word of the data means."""

    def __init__(self, header: Header, sides: tuple[str, ...], file: str):
        self.file = file
        self.count = header.counts[sides[0]]
        self.embedded = bool(header.embedded & set(sides))
        given = [header.labels[side] for side in (*sides, "all") if header.labels.get(side)]
        self.labels = given[0] if given else []
        if self.labels and len(self.labels) != self.count:
            expected = Claim("problem.expected.dl_labels", {"n": self.count})
            subject = Claim("problem.subject.dl_labels", {"n": len(self.labels)})
            raise wrong(Where(file), expected, subject=subject)
        self.known = {label: place for place, label in enumerate(self.labels)}

    def place(self, token: Token) -> int:
        """The node that a word means: its number, or its label; in embedded labels a new one is a new node."""
        number_of = None if self.embedded or token.quoted else whole_number(token.text)
        if number_of is not None and 1 <= number_of <= self.count:
            return number_of - 1
        if token.text not in self.known:
            if not self.embedded or len(self.known) >= self.count or not token.text:
                expected = Claim("problem.expected.dl_node", {"n": self.count})
                raise wrong(Where(self.file, token.row), expected, token.text)
            self.known[token.text] = len(self.known)
        return self.known[token.text]

    def names(self, first: int, others: list[str]) -> list[str]:
        """What each node is called: those without a label by their number."""
        found = list(self.known)
        taken = {*found, *others}
        for place in range(len(found), self.count):
            name = str(first + place)
            while name in taken:
                name += "_"
            found.append(name)
        return found


class _Dl:
    def __init__(self, header: Header, file: str):
        self.header = header
        self.file = file
        sides = ("rows", "columns")
        self.rows = _Side(header, sides[:1] if header.two_modes else sides, file)
        self.columns = _Side(header, sides[1:], file) if header.two_modes else self.rows
        self.missing = 0

    def networks(self, ties: list[Ties], directed: list[bool]) -> list[In]:
        """The networks of the matrices, each with its ties."""
        names = self.rows.names(1, [])
        if self.header.two_modes:
            names += self.columns.names(1 + self.rows.count, names)
        labels = self.header.labels.get("levels", [])
        found = []
        for level, held in enumerate(ties):
            name = labels[level] if level < len(labels) else str(level + 1)
            made = In(self.file, directed[level] and not self.header.two_modes, name)
            made.usual_weight = 1.0
            for place, each in enumerate(names):
                if made.node(each) != place:
                    raise wrong(Where(self.file), "problem.expected.different_labels", each)
            if self.header.two_modes:
                made.own_column("mode", [1] * self.rows.count + [2] * self.columns.count)
            self.fill(made, held)
            found.append(made)
        return found

    def fill(self, made: In, ties: Ties) -> None:
        weighted = cells_weigh(cell for _, _, cell in ties if cell is not None)
        shift = self.rows.count if self.header.two_modes else 0
        for a, b, cell in ties:
            if cell is None or float(cell) != 0:
                made.tie(a, b + shift, float(cell) if weighted and cell is not None else None)
        if self.missing:
            made.left_out.append(Claim("graph_file.left_out.missing_cells", {"n": self.missing}))

    def checked(self, token: Token) -> str:
        """The number in a cell, as it is written."""
        number(token.text, Where(self.file, token.row), "problem.subject.cell")
        return token.text


class _Matrices(_Dl):
    """Data that are matrices: a stream of labels and cells, whatever the lines."""

    def __init__(self, header: Header, file: str, words: list[Token]):
        super().__init__(header, file)
        self.words = words
        self.used = 0

    def take(self, n: int) -> list[Token]:
        if self.used + n > len(self.words):
            raise self.of_another_size()
        self.used += n
        return self.words[self.used - n : self.used]

    def of_another_size(self) -> Exception:
        about = {"rows": self.rows.count, "columns": self.columns.count, "n": self.header.levels}
        row = self.words[-1].row if self.words else None
        subject = Claim("problem.subject.dl_cells", {"n": len(self.words)})
        return wrong(Where(self.file, row), Claim("problem.expected.dl_matrices", about), subject=subject)

    def read(self) -> list[In]:
        levels = [self.matrix() for _ in range(self.header.levels)]
        if self.used < len(self.words):
            raise self.of_another_size()
        half = self.header.form != "fullmatrix"
        one_way = [not half and not _is_symmetric(cells) for cells in levels]
        ties: list[Ties] = []
        for cells, directed in zip(levels, one_way, strict=True):
            both = directed or half or self.header.two_modes
            ties.append([(a, b, cell) for (a, b), cell in cells.items() if both or a <= b])
        return self.networks(ties, one_way)

    def matrix(self) -> Cells:
        cells: Cells = {}
        columns = list(range(self.columns.count))
        if "columns" in self.header.embedded:
            columns = [self.label(self.columns, token) for token in self.take(self.columns.count)]
            self.all_different(columns)
        for place in range(self.rows.count):
            row = self.label(self.rows, self.take(1)[0]) if "rows" in self.header.embedded else place
            here = [columns[at] for at in self.columns_of(place)]
            for column, token in zip(here, self.take(len(here)), strict=True):
                self.keep(cells, (row, column), token)
        return cells

    def columns_of(self, row: int) -> list[int]:
        """The places of the columns that have a cell in a row."""
        first, last = 0, self.columns.count
        if self.header.form == "lowerhalf":
            last = row + 1
        elif self.header.form == "upperhalf":
            first = row
        return [at for at in range(first, last) if self.header.diagonal or self.header.two_modes or at != row]

    def label(self, side: _Side, token: Token) -> int:
        """The node of a label in the data; capitals may differ between rows and columns."""
        if token.text not in side.known:
            alike = [place for name, place in side.known.items() if name.casefold() == token.text.casefold()]
            if len(alike) == 1:
                return alike[0]
        return side.place(token)

    def all_different(self, columns: list[int]) -> None:
        if len(set(columns)) < len(columns):
            raise wrong(Where(self.file, self.words[self.used - 1].row), "problem.expected.different_labels")

    def keep(self, cells: Cells, at: tuple[int, int], token: Token) -> None:
        if token.text.casefold() in _MISSING:
            self.missing += 1
        elif float(self.checked(token)) != 0:
            cells[at] = token.text


def _is_symmetric(cells: Cells) -> bool:
    return all(float(cells.get((b, a), "0")) == float(cell) for (a, b), cell in cells.items())


class _Lists(_Dl):
    """Data that are lines: a tie each, or a node and those it has ties with."""

    def __init__(self, header: Header, file: str, lines: list[list[Token]]):
        super().__init__(header, file)
        self.lines = lines
        self.line = 0  # of a list without its nodes

    def read(self) -> list[In]:
        ties: list[Ties] = [[]]
        for words in self.lines:
            if words[0].is_word("!"):
                ties.append([])
                self.line = 0
                if len(ties) > self.header.levels:
                    expected = Claim("problem.expected.dl_levels", {"n": self.header.levels})
                    raise wrong(Where(self.file, words[0].row), expected, "!")
                continue
            ties[-1] += self.tie(words) if self.header.form.startswith("edgelist") else self.neighbours(words)
        ties += [[] for _ in range(self.header.levels - len(ties))]
        return self.networks(ties, [True] * len(ties))

    def tie(self, words: list[Token]) -> Ties:
        if len(words) not in (2, 3):
            raise wrong(Where(self.file, words[0].row), "problem.expected.dl_tie")
        weight = self.checked(words[2]) if len(words) == 3 else None
        return [(self.rows.place(words[0]), self.columns.place(words[1]), weight)]

    def neighbours(self, words: list[Token]) -> Ties:
        if self.header.form == "nodelist1b":
            return self.counted(words)
        start = self.rows.place(words[0])
        return [(start, self.columns.place(word), None) for word in words[1:]]

    def counted(self, words: list[Token]) -> Ties:
        """A line of the next node: how many ties it has, and with whom."""
        start, self.line = self.line, self.line + 1
        if whole_number(words[0].text) != len(words) - 1 or start >= self.rows.count:
            raise wrong(Where(self.file, words[0].row), "problem.expected.dl_counted", words[0].text)
        return [(start, self.columns.place(word), None) for word in words[1:]]


def from_dl(data: bytes, file: str, asked: Asked) -> list[In]:
    """The networks of a DL file, one for each matrix.

    A symmetric matrix and half of one are ties without direction, everything else has direction; 0 is no tie.
    """
    text = text_of(data, file, asked.encoding)
    start = _DATA.search(text)
    if start is None:
        raise wrong(Where(file), "problem.expected.dl_data")
    rows = enumerate(_LINE.split(text[: start.start()]), 1)
    header = header_of([token for row, line in rows for token in tokens(line, row)], file)
    claimed = (header.counts["rows"] + header.counts["columns"]) * max(header.levels, 1)
    most = 2 * max(MOST_NODES, len(data))
    if claimed > most or not header.levels:
        raise wrong(Where(file, 1), Claim("problem.expected.dl_size", {"most": most // 2}))
    after = enumerate(_LINE.split(text[start.end() :]), len(_LINE.findall(text[: start.end()])) + 1)
    lines = [_data_words(line, row) for row, line in after if line.strip()]
    if header.form in ("fullmatrix", "lowerhalf", "upperhalf"):
        return _Matrices(header, file, [word for words in lines for word in words]).read()
    return _Lists(header, file, [words for words in lines if words]).read()


def _data_words(line: str, row: int) -> list[Token]:
    return [Token(quoted or word, row, not word) for quoted, word in _WORD.findall(line)]
