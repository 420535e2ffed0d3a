"""Finds sentences and words for people that stand in code instead of in src/text/messages.

What counts as words for people: a text of three or more words, or one with a letter that only Dutch and its neighbours
have. Not counted: documentation of code (docstrings, comments, the texts that the bindings give to `help`), references
to literature, faults of the program itself (std::logic_error, a message that is wrong), values of enumerations, and
names of options for compilers and style sheets.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

WORDS = re.compile(r"[^\W\d_]{2,}(?:['’-][^\W\d_]+)*")
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
REFERENCE = re.compile(r"\(\d{4}[a-z]?\)|https?://")
MARKUP = re.compile(r"<[^>]*>|\{[^{}]*\}|&\w+;")
# A line with one of these hands its text to developers, not to people who use a study.
FOR_DEVELOPERS = ("std::logic_error", "static_assert", "#include", "kUnreachable")
FAULTS_OF_MESSAGES = ("fault(claim_", "wrong(")  # in the room that says messages, and cannot say these
VALUE = re.compile(r"case \w+::k\w+:\n\s*return \S")  # a value of an enumeration, as data has it


def is_for_people(text: str) -> bool:
    """Whether a text reads as words that somebody is meant to see."""
    if REFERENCE.search(text):
        return False
    plain = MARKUP.sub(" ", text)
    words = WORDS.findall(plain)
    if len(words) < 3 or re.search(r"[{}=<>\\|^$]|;(?!\s[a-z])|::|\w\(\)|\w_\w|--\w", plain):
        return False
    return " " in plain.strip() and sum(map(len, words)) >= 0.6 * len(plain.replace(" ", ""))


def in_cpp(path: Path) -> Iterator[tuple[int, str]]:
    """Line and text of each literal of a C++ file, adjacent ones joined."""
    source = re.sub(r"//[^\n]*", lambda m: " " * len(m[0]), path.read_text(encoding="utf-8"))
    source = re.sub(r'R"(\w*)\((.*?)\)\1"', lambda m: re.sub(r"[^\n]", " ", m[0]), source, flags=re.DOTALL)
    joined: list[tuple[int, str]] = []
    end = -1
    for match in LITERAL.finditer(source):
        line = source.count("\n", 0, match.start()) + 1
        if end >= 0 and not source[end : match.start()].strip():
            joined[-1] = (joined[-1][0], joined[-1][1] + match[1])
        else:
            joined.append((line, match[1]))
        end = match.end()
    lines = source.splitlines()
    for line, text in joined:
        around = "\n".join(lines[max(line - 3, 0) : line])
        value = VALUE.search("\n".join(lines[max(line - 2, 0) : line]))
        faults = FAULTS_OF_MESSAGES if path.parent.name == "text" else ()
        if not value and not any(word in around for word in (*FOR_DEVELOPERS, *faults)):
            yield line, text


def documentation(tree: ast.AST) -> set[int]:
    """Lines on which a docstring, or a text that stands alone as one, begins."""
    return {
        node.value.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    }


def _is_literal(node: ast.AST) -> bool:
    """Whether this is a type such as Literal["not yet"]: words of a format, not for people."""
    return isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "Literal"


def in_python(path: Path) -> Iterator[tuple[int, str]]:
    """Line and text of each literal of a Python file that is no documentation."""
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    documented = documentation(tree)
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    inside |= {id(part) for node in ast.walk(tree) if _is_literal(node) for part in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield node.lineno, "".join(part.value if isinstance(part, ast.Constant) else " " for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            if id(node) in inside or node.lineno in documented:
                continue
            yield node.lineno, node.value


def in_script(path: Path) -> Iterator[tuple[int, str]]:
    """Line and text of each literal of a JavaScript file."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        code = re.sub(r"(^|\s)//.*", "", line)
        for match in re.finditer(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'|`((?:[^`\\]|\\.)*)`", code):
            yield number, next(group for group in match.groups() if group is not None)


def in_template(path: Path) -> Iterator[tuple[int, str]]:
    """Line and text of what a template shows outside its own syntax."""
    source = re.sub(
        r"\{[{%#].*?[}%#]\}", lambda m: "\n" * m[0].count("\n"), path.read_text(encoding="utf-8"), flags=re.DOTALL
    )
    for number, line in enumerate(source.splitlines(), 1):
        for text in re.sub(r"<[^>]*>?", "\n", line).splitlines():
            if text.strip():
                yield number, text.strip()


READERS = {".cpp": in_cpp, ".hpp": in_cpp, ".py": in_python, ".js": in_script, ".j2": in_template}
# Not the bindings: the texts that they hand to Python's `help` are documentation. Not the examples: theirs are the
# words of a study, as somebody would have typed them.
ROOMS = ("src", "include", "python/houvast")
DATA = ("python/houvast/examples", "python/houvast/testing")


def found(root: Path) -> list[str]:
    """Every text for people that stands in code."""
    lines = []
    for room in ROOMS:
        for path in sorted((root / room).rglob("*")):
            reader = READERS.get(path.suffix)
            if reader is None or "_core" in path.parts or path.relative_to(root).as_posix().startswith(DATA):
                continue
            for line, text in reader(path):
                if is_for_people(text):
                    lines.append(f"{path.relative_to(root)}:{line}: {text[:100]}")
    return lines


if __name__ == "__main__":
    problems = found(Path(sys.argv[1] if len(sys.argv) > 1 else "."))
    print("\n".join(problems) if problems else "no words for people stand in code")
    sys.exit(1 if problems else 0)
