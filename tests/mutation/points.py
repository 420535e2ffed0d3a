"""The places in the core where one small change makes a mutant, and the text that holds the change beside the original.

Found in the syntax tree of clang (package `libclang`), in bodies of functions only: comparisons at their limit or turned
round, "and" for "or", sums for differences, numbers one higher, conditions and answers turned round, calls and
assignments left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clang.cindex import Cursor, CursorKind, Index, TypeKind

COMPARED = {"<": "below", "<=": "at_most", ">": "above", ">=": "at_least", "==": "equal", "!=": "unequal"}
COMPUTED = {"+": "plus", "-": "minus", "*": "times", "/": "over"}
JOINED = ("&&", "||")
BODIES = (CursorKind.FUNCTION_DECL, CursorKind.CXX_METHOD, CursorKind.CONSTRUCTOR, CursorKind.FUNCTION_TEMPLATE)
ARITHMETIC = {
    TypeKind.INT, TypeKind.UINT, TypeKind.LONG, TypeKind.ULONG, TypeKind.LONGLONG, TypeKind.ULONGLONG,
    TypeKind.DOUBLE, TypeKind.FLOAT,
}  # fmt: skip


@dataclass(frozen=True)
class Point:
    """One mutant: where it stands, what is changed, and the pieces of text to put in at offsets of its file."""

    file: str
    line: int
    column: int
    kind: str
    was: str
    span: tuple[int, int]
    before: str
    after: str
    inside: tuple[int, int, str] | None = None
    """A piece that takes the place of what stood there: the sign between two sides."""


def points(file: Path, top: Path, arguments: list[str]) -> Iterator[Point]:
    """Every point of a file, in the order of its text; "{n}" stands for the number of the mutant."""
    unit = Index.create().parse(str(file), args=arguments)
    errors = [d.spelling for d in unit.diagnostics if d.severity >= 4]
    if errors:
        raise SystemExit(f"{file}: {errors[0]}")
    text = file.read_bytes()
    finder = _Finder(str(file), str(file.relative_to(top)), text)
    for cursor in unit.cursor.get_children():
        if _stands_in(cursor, str(file)):
            yield from finder.declared(cursor)


def _stands_in(cursor: Cursor, file: str) -> bool:
    return cursor.location.file is not None and cursor.location.file.name == file


class _Finder:
    def __init__(self, path: str, name: str, text: bytes) -> None:
        self.path, self.name, self.text = path, name, text

    def declared(self, cursor: Cursor) -> Iterator[Point]:
        """Points of a declaration: of the bodies in it."""
        for child in cursor.get_children():
            if cursor.kind in BODIES and child.kind == CursorKind.COMPOUND_STMT:
                yield from self.body(child, cursor)
            elif cursor.kind not in BODIES:
                yield from self.declared(child)

    def body(self, cursor: Cursor, function: Cursor) -> Iterator[Point]:
        for child in cursor.get_children():
            if _fixed(child):
                continue
            if child.kind == CursorKind.LAMBDA_EXPR:
                function_of = child
            else:
                function_of = function
            yield from filter(None, self.at(child, cursor, function))
            yield from self.body(child, function_of)

    def at(self, cursor: Cursor, parent: Cursor, function: Cursor) -> Iterator[Point | None]:
        """The points of one node."""
        if cursor.kind == CursorKind.BINARY_OPERATOR:
            yield self.two_sided(cursor)
        elif cursor.kind == CursorKind.INTEGER_LITERAL or cursor.kind == CursorKind.FLOATING_LITERAL:
            yield self.number(cursor, parent)
        if parent.kind == CursorKind.IF_STMT and _is_condition(cursor, parent):
            yield self.whole(cursor, "condition turned round", "::houvast_mutant::other({n}, ", ")")
        if parent.kind == CursorKind.RETURN_STMT and function.kind != CursorKind.LAMBDA_EXPR:
            if function.result_type.get_canonical().kind == TypeKind.BOOL and cursor.kind != CursorKind.BINARY_OPERATOR:
                yield self.whole(cursor, "answer turned round", "::houvast_mutant::other({n}, ", ")")
        if parent.kind == CursorKind.COMPOUND_STMT and _may_be_left_out(cursor):
            yield self.whole(cursor, "left out", "if (!::houvast_mutant::on({n})) ", "")

    def two_sided(self, cursor: Cursor) -> Point | None:
        sides = list(cursor.get_children())
        if len(sides) != 2:
            return None
        start, end = sides[0].extent.end.offset, sides[1].extent.start.offset
        sign = self.text[start:end].decode().strip() if start < end else ""
        if sign in COMPARED:
            return self.whole(cursor, sign, f"::houvast_mutant::{COMPARED[sign]}({{n}}, ", ")", (start, end, ", "))
        if sign in COMPUTED and all(s.type.get_canonical().kind in ARITHMETIC for s in sides):
            return self.whole(cursor, sign, f"::houvast_mutant::{COMPUTED[sign]}({{n}}, ", ")", (start, end, ", "))
        if sign in JOINED:
            left = "(::houvast_mutant::on({n}) != ((::houvast_mutant::on({n}) != static_cast<bool>("
            middle = f")) {sign} (::houvast_mutant::on({{n}}) != static_cast<bool>("
            return self.whole(cursor, sign, left, "))))", (start, end, middle))
        return None

    def number(self, cursor: Cursor, parent: Cursor) -> Point | None:
        if parent.kind in (CursorKind.INIT_LIST_EXPR, CursorKind.CASE_STMT, CursorKind.VAR_DECL):
            return None
        if not re.fullmatch(rb"[0-9][0-9'.]*(e-?[0-9]+)?[uUzZ]*", self._piece(cursor)):
            return None
        return self.whole(cursor, "one more", "::houvast_mutant::more({n}, ", ")")

    def whole(
        self, cursor: Cursor, kind: str, before: str, after: str, inside: tuple[int, int, str] | None = None
    ) -> Point | None:
        start, end = cursor.extent.start, cursor.extent.end
        if start.file is None or start.file.name != self.path or not _balanced(self._piece(cursor)):
            return None
        was = " ".join(self._piece(cursor).decode().split())
        return Point(self.name, start.line, start.column, kind, was, (start.offset, end.offset), before, after, inside)

    def _piece(self, cursor: Cursor) -> bytes:
        return self.text[cursor.extent.start.offset : cursor.extent.end.offset]


def _fixed(cursor: Cursor) -> bool:
    """Whether the compiler works out what stands here: no run could change it."""
    if cursor.kind in (CursorKind.STATIC_ASSERT, CursorKind.TYPE_REF, CursorKind.TEMPLATE_REF):
        return True
    if cursor.kind == CursorKind.IF_STMT:
        words = [token.spelling for _, token in zip(range(3), cursor.get_tokens(), strict=False)]
        return "constexpr" in words
    if cursor.kind == CursorKind.VAR_DECL:
        words = [token.spelling for _, token in zip(range(4), cursor.get_tokens(), strict=False)]
        return "constexpr" in words or "static" in words
    return False


def _is_condition(cursor: Cursor, parent: Cursor) -> bool:
    """Whether the node is what an `if` asks: an expression, in front of both branches."""
    asked = [child for child in parent.get_children() if child.kind.is_expression()]
    if not asked or any(child.kind == CursorKind.VAR_DECL for child in parent.get_children()):
        return False
    if any(child.kind == CursorKind.DECL_STMT for child in parent.get_children()):
        return False
    return cursor == asked[0] and cursor.kind != CursorKind.BINARY_OPERATOR


def _may_be_left_out(cursor: Cursor) -> bool:
    if cursor.kind == CursorKind.COMPOUND_ASSIGNMENT_OPERATOR:
        return True
    return cursor.kind == CursorKind.CALL_EXPR and cursor.type.get_canonical().kind == TypeKind.VOID


def _balanced(piece: bytes) -> bool:
    return piece.count(b"(") == piece.count(b")") and piece.count(b"{") == piece.count(b"}") and bool(piece)


def changed(text: bytes, chosen: dict[int, Any]) -> bytes:
    """The text of a file with mutants by number in it. What stands inside another goes inside it."""
    pieces: list[tuple[int, int, int, int, str]] = []
    for number, point in chosen.items():
        start, end = point.span
        # At one offset: what ends before what begins; of what ends the inner first; of what begins the outer first.
        pieces.append((start, 1, -end, 0, point.before.format(n=number)))
        pieces.append((end, 0, -start, 0, point.after))
        if point.inside is not None:
            first, last, piece = point.inside
            pieces.append((first, 0, 1, last - first, piece.replace("{n}", str(number))))
    result, place = b"", 0
    for offset, _, _, taken, piece in sorted(pieces):
        result += text[place:offset] + piece.encode()
        place = offset + taken
    return result + text[place:]
