"""Writes the table of docs/reference/errors.md from the messages of the codes; run it when these change."""

from __future__ import annotations

from pathlib import Path

from houvast.cli.explain import errors

PATH = Path(__file__).parents[1] / "docs" / "reference" / "errors.md"
HEADING = "| code | meaning |\n|---|---|\n"


def page(current: str) -> str:
    """The page with its table as the catalogue has it; what stands above the table stays."""
    introduction, heading, _ = current.partition(HEADING)
    rows = (f"| {code} | {meaning} |\n" for code, meaning in sorted(errors("en").items()))
    return introduction + heading + "".join(rows)


if __name__ == "__main__":
    PATH.write_text(page(PATH.read_text(encoding="utf-8")), encoding="utf-8")
