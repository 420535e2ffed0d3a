"""A C++ file as libclang reads it: its tokens, what macros wrote, and the flags that tell its meaning."""

from __future__ import annotations

import bisect
import json
import shlex
import shutil
import subprocess
from pathlib import Path

from clang.cindex import Cursor, CursorKind, TokenKind, TranslationUnit, TypeKind  # type: ignore[import-untyped]


class Source:
    """A file as libclang read it: its tokens, and what macros wrote."""

    def __init__(self, unit: TranslationUnit, path: Path) -> None:
        self.bytes = path.read_bytes()
        whole = unit.get_extent(str(path), ((1, 1), unit.get_location(str(path), len(self.bytes))))
        self.tokens = [
            (token.extent.start.offset, token.extent.end.offset, token.spelling)
            for token in unit.get_tokens(extent=whole)
            if token.kind != TokenKind.COMMENT
        ]
        self.starts = [start for start, _, _ in self.tokens]
        self.macros = [
            (cursor.extent.start.offset, cursor.extent.end.offset)
            for cursor in unit.cursor.get_children()
            if cursor.kind == CursorKind.MACRO_INSTANTIATION and in_file(cursor, path)
        ]

    def at(self, offset: int) -> int:
        """The first token at or behind an offset."""
        return bisect.bisect_left(self.starts, offset)

    def spelling(self, index: int) -> str:
        return self.tokens[index][2] if 0 <= index < len(self.tokens) else ""

    def code(self, start: int, end: int) -> str:
        """On one line, without comments."""
        text, before = "", start
        for begin, stop, spelling in self.tokens[self.at(start) : self.at(end)]:
            text += (" " if begin > before and text else "") + spelling
            before = stop
        return text

    def line(self, offset: int) -> int:
        return self.bytes.count(b"\n", 0, offset) + 1

    def of_macro(self, start: int, end: int) -> bool:
        return any(begin < end and start < stop for begin, stop in self.macros)


def in_file(cursor: Cursor, path: Path) -> bool:
    file = cursor.location.file
    return file is not None and Path(file.name) == path


def span(cursor: Cursor) -> tuple[int, int]:
    return cursor.extent.start.offset, cursor.extent.end.offset


def kind_of_type(cursor: Cursor) -> TypeKind:
    return cursor.type.get_canonical().kind


def peeled(cursor: Cursor) -> Cursor:
    """Without parentheses and conversions that are not written."""
    while cursor.kind in (CursorKind.PAREN_EXPR, CursorKind.UNEXPOSED_EXPR):
        children = list(cursor.get_children())
        if len(children) != 1:
            break
        cursor = children[0]
    return cursor


def clipped(text: str, tail: bool) -> str:
    """The part of an operand that stands next to its operator."""
    if len(text) <= 40:
        return text
    return "…" + text[-39:] if tail else text[:39] + "…"


def flags_of(commands: Path) -> dict[str, list[str]]:
    """Of each file, what tells its meaning; warnings and optimisation do not."""
    wanted, flags = ("-I", "-D", "-std", "-m"), {}
    for entry in json.loads((commands / "compile_commands.json").read_text(encoding="utf-8")):
        words, kept = shlex.split(entry["command"]), []
        for i, word in enumerate(words):
            if word == "-isystem":
                kept += ["-isystem", words[i + 1]]
            elif word.startswith(wanted) and not word.startswith("-mprefer"):
                kept.append(word)
        flags[entry["file"]] = kept
    return flags


def builtin_headers() -> list[str]:
    """clang's own headers, which the package of libclang leaves out; where clang is not, those of g++ do for most."""

    def told(*command: str) -> str:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    if shutil.which("clang++"):
        return ["-resource-dir", told("clang++", "-print-resource-dir")]
    return ["-isystem", told("g++", "-print-file-name=include")]
