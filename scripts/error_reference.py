"""Writes the table of docs/reference/errors.md from the messages and from where errors are made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from houvast import _core
from houvast.cli.explain import errors

ROOT = Path(__file__).parents[1]
PATH = ROOT / "docs" / "reference" / "errors.md"
HEADING = "| code | meaning | what is expected, among others |\n|---|---|---|\n"
ROOMS = ("src", "bindings", "python/houvast")
# A code, and what follows it in its statement.
MADE = re.compile(
    r'"(HV-\d{3})"((?:(?!"HV-\d{3}"|;\n|\n\n|\n *(?:raise|return|if|elif|else|for|yield|with)\b).)*)', re.DOTALL
)
EXPECTED = re.compile(r'"(problem\.expected\.\w+)"')


def made() -> Iterator[tuple[str, str]]:
    """Each code that is made in C++ or Python, with what follows it in its statement."""
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*")):
            if path.suffix in (".cpp", ".hpp", ".py"):
                yield from MADE.findall(path.read_text(encoding="utf-8"))


def variants() -> dict[str, list[str]]:
    """For each code, the keys of the messages that say what is expected."""
    found: dict[str, set[str]] = {}
    for code, statement in made():
        found.setdefault(code, set()).update(EXPECTED.findall(statement))
    return {code: sorted(keys) for code, keys in found.items()}


def page(current: str) -> str:
    """The page with its table as catalogue and code have it; what stands above the table stays."""
    introduction = current.partition("| code |")[0]
    words = {key: text.replace("''", "'") for key, text in _core.messages("en")}
    expected = variants()
    rows = []
    for code, meaning in sorted(errors("en").items()):
        told = "; ".join(f"`{words[key]}`" for key in expected.get(code, []))
        rows.append(f"| {code} | {meaning} | {told} |\n")
    return introduction + HEADING + "".join(rows)


if __name__ == "__main__":
    PATH.write_text(page(PATH.read_text(encoding="utf-8")), encoding="utf-8")
