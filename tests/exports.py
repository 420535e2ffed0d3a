"""Fails when a public header declares what a shared library would hide, or a name stands outside its version.

A function whose code stands in the library, and a class with such members, carry HOUVAST_API (include/houvast/api.hpp).
All names of the library stand in an inline namespace of its version, so that two versions in one program do not mix.
With a shared library as second argument its symbols are looked at too: it shows houvast's own names and no others.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

MARK = "HOUVAST_API"
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
DIRECTIVE = re.compile(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", re.MULTILINE)
ACCESS = re.compile(r"\s*(?:public|private|protected)\s*:")
CLASS = re.compile(r"\s*(?:template\s*<.*>\s*)?(?:class|struct)\s+(?:HOUVAST_API\s+)?\w+", re.DOTALL)
DERIVED = re.compile(r"[^:]:\s*(?:public|private|protected)\b")
HEADER_ONLY = {"interop"}
# Defined where they stand, or no function at all.
NO_CODE = re.compile(
    r"\s*(?:template|using|typedef|class|struct|enum|union|static_assert|inline|constexpr|__extension__)\b"
)
# Boost shows its exceptions on purpose, so that they can be caught across libraries.
FOREIGN = re.compile(r"(?:boost|nlohmann|testing)::(?!exception\b)")
WITH_VALUE = re.compile(r"=\s*(?:default|delete|0)\s*$")


class Declaration(NamedTuple):
    start: int  # offset of the first word
    text: str
    owner: int | None  # offset of the class that it is a member of


def blank(text: str) -> str:
    """The text with comments and preprocessor lines as spaces, so that offsets stay."""
    for pattern in (COMMENT, DIRECTIVE):
        text = pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    return text


def after(text: str, at: int, pair: str) -> int:
    """The place behind the bracket that closes the one at a place."""
    depth = 0
    while True:
        depth += (text[at] == pair[0]) - (text[at] == pair[1])
        at += 1
        if depth == 0:
            return at


class Reader:
    """Goes through the text of a header, without comments, and tells what it declares without defining it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.start = self.at = 0  # where the words that are being read begin, and the next letter
        self.scopes: list[int | None] = []  # the classes whose braces are open; None for a namespace

    def declarations(self) -> Iterator[Declaration]:
        while self.at < len(self.text):
            letter = self.text[self.at]
            self.at += 1
            if letter == "(":
                self.at = after(self.text, self.at - 1, "()")
            elif letter == "{":
                yield from self.opened()
            elif letter == "}":
                self.scopes.pop()
                self.start = self.at
            elif letter == ";":
                yield from self.ended()
            elif letter == ":" and ACCESS.fullmatch(self.text, self.start, self.at):
                self.start = self.at

    def first_word(self) -> int:
        return self.start + re.match(r"\s*", self.text[self.start :]).end()  # type: ignore[union-attr]

    def opened(self) -> Iterator[Declaration]:
        """A brace: of a namespace, a class, a function with its code, or a value."""
        head = self.text[self.start : self.at - 1]
        if "namespace" in head.split()[:2]:
            self.scopes.append(None)
        elif CLASS.match(head) and "(" not in head:
            self.scopes.append(self.first_word())
            if DERIVED.search(head):  # thrown or caught on the other side
                yield Declaration(self.first_word(), "type_info()", self.first_word())
        else:
            self.at = after(self.text, self.at - 1, "{}")
            if self.text[self.at :].lstrip()[:1] in (";", ","):
                return
        self.start = self.at

    def ended(self) -> Iterator[Declaration]:
        if words := self.text[self.start : self.at - 1].strip():
            yield Declaration(self.first_word(), words, self.scopes[-1] if self.scopes else None)
        self.start = self.at


def has_code(declaration: Declaration) -> bool:
    """Whether the library holds the code or the value of what is declared."""
    text = re.sub(r"^(?:\[\[\w+\]\]\s*)+", "", declaration.text)
    if NO_CODE.match(text) or WITH_VALUE.search(text) or re.match(r"friend\s+(?:class|struct)\b", text):
        return False
    if declaration.owner is None or text.startswith("friend"):
        return "(" in text
    return "(" in text.split("=")[0].split("{")[0] or text.startswith("static const ")


def unmarked(source: str) -> list[tuple[int, str]]:
    """Offset and first line of what lacks the mark: functions outside classes, and classes with code."""
    text = blank(source)
    found: dict[int, str] = {}
    for each in Reader(text).declarations():
        if not has_code(each):
            continue
        of_class = each.owner is not None and "friend" not in each.text.split()[:2]
        at = each.owner if of_class and each.owner is not None else each.start
        words = text[at:].split("{" if of_class else "(")[0]
        if MARK not in words.split() and not words.startswith("template"):
            found[at] = words.strip().splitlines()[0]
    return sorted(found.items())


def of_version(root: Path) -> str:
    """The inline namespace: 0.1 and 0.1.3 have one binary interface, 0.2 and 1.0 have others."""
    source = (root / "include" / "houvast" / "version.hpp").read_text(encoding="utf-8")
    major, minor = re.findall(r'HOUVAST_VERSION "(\d+)\.(\d+)', source)[0]
    return f"v{major}_{minor}"


def outside_version(source: str, version: str) -> list[tuple[int, str]]:
    """Offset and first line of what opens houvast without the inline namespace of its version."""
    opened = re.compile(rf"^[ \t]*namespace houvast(?!::inline {version}(?:::|\s)).*", re.MULTILINE)
    return [(match.start(), match[0].strip()) for match in opened.finditer(blank(source))]


def problems(root: Path) -> list[str]:
    version = of_version(root)
    found = []
    for path in sorted((*(root / "include").rglob("*.?pp"), *(root / "src").rglob("*.?pp"))):
        source = path.read_text(encoding="utf-8")
        for at, words in outside_version(source, version):
            line = source.count("\n", 0, at) + 1
            found.append(f"{path.relative_to(root)}:{line}: {words} … and not ::inline {version}")
    for path in sorted((root / "include" / "houvast").rglob("*.hpp")):
        if path.parent.name in HEADER_ONLY:
            continue
        source = path.read_text(encoding="utf-8")
        for at, words in unmarked(source):
            line = source.count("\n", 0, at) + 1
            found.append(f"{path.relative_to(root)}:{line}: {words} … has code in the library and no {MARK}")
    return found


def problems_of_library(library: Path, version: str) -> list[str]:
    """What a shared library shows that is not its own, or not of its version."""
    if not (nm := shutil.which("nm")) or library.suffix != ".so":
        return []
    listing = subprocess.run([nm, "-DC", "--defined-only", str(library)], capture_output=True, text=True, check=True)
    names = [line.split(" ", 2)[2] for line in listing.stdout.splitlines()]
    shown = [f"{library.name} shows {name}" for name in names if FOREIGN.match(name)]
    shown += [f"{library.name} shows {name}" for name in names if re.search(rf"\bhouvast::(?!{version}::)", name)]
    return shown if any(name.startswith("houvast::") for name in names) else [f"{library.name} shows nothing"]


if __name__ == "__main__":
    lines = problems(Path(sys.argv[1]))
    for library in sys.argv[2:]:
        lines += problems_of_library(Path(library), of_version(Path(sys.argv[1])))
    print("\n".join(lines) if lines else "a shared library shows what the public headers declare")
    sys.exit(1 if lines else 0)
