"""Finds the places of a C++ source where one small change is a fault that a test should notice.

Only what runs is changed: nothing that is computed by the compiler, nothing that macros write, and no operator of a
class, since what takes its place need not exist. An expression is changed as libclang reads it, so that precedence
and types are the compiler's own.
"""

from __future__ import annotations

import locale
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from clang.cindex import Cursor, CursorKind, Diagnostic, Index, TranslationUnit, TypeKind  # type: ignore[import-untyped]
from source import Source, builtin_headers, clipped, in_file, kind_of_type, peeled, span

RELATIONAL = {"<": ("<=", ">="), "<=": ("<", ">"), ">": (">=", "<="), ">=": (">", "<"), "==": ("!=",), "!=": ("==",)}
LOGICAL = {"&&": ("||",), "||": ("&&",)}
ARITHMETIC = {"+": ("-",), "-": ("+",), "*": ("/",), "/": ("*",)}
ASSIGNED = {"+=": ("-=",), "-=": ("+=",), "*=": ("/=",), "/=": ("*=",)}

FUNCTIONS = {
    CursorKind.FUNCTION_DECL,
    CursorKind.CXX_METHOD,
    CursorKind.CONSTRUCTOR,
    CursorKind.DESTRUCTOR,
    CursorKind.CONVERSION_FUNCTION,
    CursorKind.FUNCTION_TEMPLATE,
}
# What the compiler computes, or what is no expression of the function that it stands in.
NOT_RUN = {
    CursorKind.PARM_DECL,
    CursorKind.FIELD_DECL,
    CursorKind.STATIC_ASSERT,
    CursorKind.CXX_UNARY_EXPR,  # sizeof and its like
    CursorKind.DECL_REF_EXPR,  # its children are arguments of templates
    CursorKind.TEMPLATE_NON_TYPE_PARAMETER,
    CursorKind.TEMPLATE_TYPE_PARAMETER,
    CursorKind.ENUM_DECL,
    CursorKind.TYPEDEF_DECL,
    CursorKind.TYPE_ALIAS_DECL,
}
# Of these the last child is a statement; of `if` all after the condition, of `do` the first.
ENDS_IN_STATEMENT = {
    CursorKind.FOR_STMT,
    CursorKind.CXX_FOR_RANGE_STMT,
    CursorKind.WHILE_STMT,
    CursorKind.CASE_STMT,
    CursorKind.DEFAULT_STMT,
}
FLOATING = {TypeKind.FLOAT, TypeKind.DOUBLE, TypeKind.LONGDOUBLE}
INTEGRAL = {
    *(TypeKind.CHAR_U, TypeKind.UCHAR, TypeKind.USHORT, TypeKind.UINT, TypeKind.ULONG, TypeKind.ULONGLONG),
    *(TypeKind.CHAR_S, TypeKind.SCHAR, TypeKind.SHORT, TypeKind.INT, TypeKind.LONG, TypeKind.LONGLONG),
}
COMPARED = FLOATING | INTEGRAL | {TypeKind.BOOL, TypeKind.ENUM, TypeKind.POINTER}


@dataclass(frozen=True)
class Point:
    """One change: bytes `start` to `end` of a file, and how they are written when the change can be switched on.

    `choose` takes the text `instead`, `flip` denies what the bytes say, `drop` leaves them out.
    """

    file: str
    start: int
    end: int
    line: int
    last_line: int
    form: str
    what: str
    to: str
    instead: str = ""
    type: str = ""  # what both texts are cast to, when the place wants a value known to the compiler

    @property
    def key(self) -> str:
        return f"{self.file}:{self.start}-{self.end}:{self.form}:{self.instead}"


class Finder:
    """Walks over the functions of one file."""

    def __init__(self, source: Source, path: Path, name: str) -> None:
        self.source, self.path, self.name = source, path, name
        self.found: list[Point] = []

    def declarations(self, cursor: Cursor) -> None:
        for child in cursor.get_children():
            if not in_file(child, self.path):
                continue
            if child.kind == CursorKind.LAMBDA_EXPR or child.kind in FUNCTIONS:
                self.function(child)
            elif child.kind != CursorKind.VAR_DECL or not self.is_constant(child):
                self.declarations(child)

    def function(self, cursor: Cursor) -> None:
        if not self.is_constant(cursor):
            for child in cursor.get_children():
                self.visit(child, cursor)

    def is_constant(self, cursor: Cursor) -> bool:
        begin, end = self.source.at(cursor.extent.start.offset), self.source.at(cursor.location.offset)
        return any(self.source.spelling(i) in ("constexpr", "consteval") for i in range(begin, end))

    def add(self, cursor: Cursor, form: str, what: str, to: str, instead: str = "", type_: str = "") -> None:
        start, end = span(cursor)
        if end > start and not self.source.of_macro(start, end):
            lines = self.source.line(start), self.source.line(end)
            self.found.append(Point(self.name, start, end, *lines, form, what, to, instead, type_))

    def visit(self, cursor: Cursor, parent: Cursor) -> None:
        kind = cursor.kind
        if kind in NOT_RUN or (kind == CursorKind.VAR_DECL and self.is_constant(cursor)):
            return
        if kind in (CursorKind.BINARY_OPERATOR, CursorKind.COMPOUND_ASSIGNMENT_OPERATOR):
            self.operator(cursor)
        elif kind == CursorKind.UNARY_OPERATOR and self.is_not(cursor):
            code = self.source.code(*span(cursor))
            self.add(cursor, "flip", code, code[1:].strip())
        elif kind in (CursorKind.INTEGER_LITERAL, CursorKind.FLOATING_LITERAL):
            self.literal(cursor, parent)
        elif kind == CursorKind.RETURN_STMT:
            self.returned(cursor)
        children = list(cursor.get_children())
        for statement in self.statements(cursor, children):
            if statement.kind.is_expression():
                self.add(statement, "drop", self.source.code(*span(statement)) + ";", "(nothing)")
        for child in self.run_by(cursor, children):
            self.visit(child, cursor)

    def is_not(self, cursor: Cursor) -> bool:
        return cursor.kind == CursorKind.UNARY_OPERATOR and self.source.spelling(self.source.at(span(cursor)[0])) == "!"

    def statements(self, cursor: Cursor, children: list[Cursor]) -> list[Cursor]:
        """The children that stand alone; the condition, when there is one, is looked at on the way."""
        kind = cursor.kind
        if kind == CursorKind.COMPOUND_STMT:
            return children
        if kind == CursorKind.DO_STMT and children:
            self.condition(children[-1], children[:-1])
            return children[:1]
        if kind in (CursorKind.IF_STMT, CursorKind.CONDITIONAL_OPERATOR):
            at = next((i for i, child in enumerate(children) if child.kind.is_expression()), len(children))
            constant = self.source.spelling(self.source.at(span(cursor)[0]) + 1) == "constexpr"
            if at < len(children) and not constant:
                self.condition(children[at], children[:at])
            return children[at + 1 :] if kind == CursorKind.IF_STMT else []
        if kind == CursorKind.WHILE_STMT and len(children) > 1:
            self.condition(children[-2], children[:-2])
        return children[-1:] if kind in ENDS_IN_STATEMENT else []

    def run_by(self, cursor: Cursor, children: list[Cursor]) -> Iterator[Cursor]:
        """The children that are computed when the program runs."""
        kind, name = cursor.kind, cursor.location.offset
        for i, child in enumerate(children):
            begin = child.extent.start.offset
            label = kind == CursorKind.CASE_STMT and i == 0
            of_type = kind == CursorKind.VAR_DECL and (
                begin <= name or self.source.spelling(self.source.at(begin) - 1) == "["
            )
            argument = kind == CursorKind.MEMBER_REF_EXPR and begin > name
            if not (label or of_type or argument):
                yield child

    def condition(self, cursor: Cursor, before: list[Cursor]) -> None:
        start, end = span(cursor)
        declares = any(span(other)[0] <= start and end <= span(other)[1] for other in before)
        if not cursor.kind.is_expression() or declares:
            return
        inside = peeled(cursor)
        compares = inside.kind == CursorKind.BINARY_OPERATOR and self.operation(inside)[1] in RELATIONAL
        if not compares and not self.is_not(inside) and inside.kind != CursorKind.CXX_BOOL_LITERAL_EXPR:
            code = self.source.code(start, end)
            self.add(cursor, "flip", code, f"!({code})")

    def returned(self, cursor: Cursor) -> None:
        children = list(cursor.get_children())
        if children and kind_of_type(children[0]) == TypeKind.BOOL:
            before = len(self.found)
            self.condition(children[0], [])
            for point in self.found[before:]:
                self.found[before] = Point(
                    **{**point.__dict__, "what": f"return {point.what}", "to": f"return {point.to}"}
                )
            if peeled(children[0]).kind == CursorKind.CXX_BOOL_LITERAL_EXPR:
                code = self.source.code(*span(children[0]))
                self.add(children[0], "flip", f"return {code}", f"return {'false' if code == 'true' else 'true'}")

    def operation(self, cursor: Cursor) -> tuple[int, str]:
        """The token between the operands."""
        first = next(iter(cursor.get_children()), None)
        index = self.source.at(span(first)[1]) if first else -1
        return index, self.source.spelling(index)

    def operator(self, cursor: Cursor) -> None:
        operands = list(cursor.get_children())
        index, sign = self.operation(cursor)
        types = {kind_of_type(operand) for operand in operands}
        computed = types <= FLOATING | INTEGRAL and kind_of_type(cursor) in FLOATING | INTEGRAL
        others: tuple[str, ...] = ()
        if sign in LOGICAL:
            others = LOGICAL[sign]
        elif sign in RELATIONAL and types <= COMPARED:
            others = RELATIONAL[sign]
        elif computed:
            others = {**ARITHMETIC, **ASSIGNED}.get(sign, ())
        start, end = span(cursor)
        begin, stop = self.source.tokens[index][:2] if others else (0, 0)
        left, right = self.source.code(start, begin), self.source.code(stop, end)
        for other in others:
            what, to = (f"{clipped(left, True)} {each} {clipped(right, False)}" for each in (sign, other))
            self.add(cursor, "choose", what, to, f"{left} {other} {right}")

    def literal(self, cursor: Cursor, parent: Cursor) -> None:
        start, end = span(cursor)
        index = self.source.at(start)
        code, around = self.source.spelling(index), (self.source.spelling(index - 1), self.source.spelling(index + 1))
        if (around[0] in ("<", ",") and around[1] in (">", ">>")) or around == ("<", ","):
            return  # an argument of a template
        converted = parent.kind == CursorKind.UNEXPOSED_EXPR and span(parent) == (start, end)
        type_ = (parent if converted else cursor).type.get_canonical()
        if type_.kind not in FLOATING | INTEGRAL:
            return
        if cursor.kind == CursorKind.INTEGER_LITERAL:
            to = f"{code} + 1"
        else:
            value = float(code.rstrip("fFlL").replace("'", "")) if not code.startswith("0x") else 0.0
            if code[-1] in "fFlL" or (value != 0 and not 1e-6 < value < 1e6):
                return  # a tolerance, or as good as endless
            to = f"{code} * 1.01" if value else "1.0"
        self.add(
            cursor,
            "choose",
            self.shown(start, end),
            self.shown(start, end, to),
            f"({to})",
            type_.spelling.removeprefix("const "),
        )

    def shown(self, start: int, end: int, to: str | None = None) -> str:
        """A literal with what stands around it, which tells it from the others of its line."""
        begin = self.source.at(start)
        before = [self.source.spelling(i) for i in range(max(begin - 3, 0), begin)]
        after = [self.source.spelling(i) for i in range(begin + 1, min(begin + 3, len(self.source.tokens)))]
        middle = f"({to})" if to else self.source.code(start, end)
        return "… " + " ".join([*before, middle, *after]) + " …"


@contextmanager
def small_letters_of_c() -> Iterator[None]:
    """libclang compares its options by the letters of the locale, and finds none of them where I is no capital of i."""
    kept = locale.setlocale(locale.LC_CTYPE)
    locale.setlocale(locale.LC_CTYPE, "C")
    try:
        yield
    finally:
        locale.setlocale(locale.LC_CTYPE, kept)


def points_of(path: Path, name: str, flags: list[str]) -> list[Point]:
    """All points of a file, in its order; ValueError when it does not compile."""
    arguments = ["-x", "c++", "-w", *flags, *builtin_headers()]
    with small_letters_of_c():
        unit = Index.create().parse(str(path), arguments, options=TranslationUnit.PARSE_DETAILED_PROCESSING_RECORD)
    wrong = [str(each) for each in unit.diagnostics if each.severity >= Diagnostic.Error]
    if wrong:
        raise ValueError(f"{name} does not compile: {wrong[0]}")
    source = Source(unit, path)
    finder = Finder(source, path, name)
    finder.declarations(unit.cursor)
    unique = {point.key: point for point in finder.found}
    return sorted(unique.values(), key=lambda point: (point.start, -point.end, point.form, point.instead))
