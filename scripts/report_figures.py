"""Measures the reports of the example region and writes docs/reference/report-figures.md.

    python scripts/report_figures.py

Length, headings and how easy the plain words are follow from the region; a test keeps them true. Times and sizes are of
the machine that it runs on, each in a process of its own.
"""

from __future__ import annotations

import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from houvast.examples import region
from houvast.report import EDITIONS, render_report
from houvast.report.flow import Block, Heading, Table, flow_of

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "reference" / "report-figures.md"
sys.path.insert(0, str(ROOT / "tests" / "python" / "support"))

from readability import flesch_douma, own_words  # noqa: E402

SEED = 2024
REPEATS = 3
STEPS = 5_000_000
USUAL = 0.3  # seconds that these steps take when nothing else runs
PICTURES = "pictures"
HEAD = """\
# Reports in figures

Of the example region (62 parties, 150 respondents, two rounds), rules `team`, Dutch.
Made by `scripts/report_figures.py`.

## Length

| edition | words |
|---|---:|
"""
PLAIN = """
Before there was a first page, the report was 8,500 words on 31 pages, and its first screen held no result.

## Plain words

Reading ease by the formula of Douma (1960), part by part of the edition `plain`, quotations and names left out:
60 and more is standard or easier, which is what B1 asks. A test holds each part at 60, and words of the trade out.

| part | reading ease |
|---|---:|
"""
HEADINGS = """
## Headings

Of the full edition, as a screen reader lists them, to the third level:

"""
TIMES = f"""
## Time and size

Seconds from a release to a file, after import: the first report of a process, median of {REPEATS} processes; two
virtual cores that others used as well. A PDF is printed by Chromium, which starts for it. A loop in Python of
{STEPS:,} squares took SECONDS s before the first and LATER s after the last of these; on a machine that does nothing
else it takes about {USUAL} s, and a report as much less.

| edition | format | seconds | kB | |
|---|---|---:|---:|---|
"""


def words(html: str) -> int:
    """The words that somebody reads, or hears of a picture."""
    return sum(len(text.split()) for block in flow_of(html) for text in texts(block))


def texts(block: Block) -> Iterator[str]:
    """The texts of a block."""
    if isinstance(block, Table):
        yield block.caption
        for row in block.rows:
            yield from row.cells
    else:
        yield block.text


def outline(html: str) -> list[str]:
    """The headings of a page, two spaces deeper for each level."""
    headings = [block for block in flow_of(html) if isinstance(block, Heading)]
    return [f"{'  ' * (block.level - 1)}- {block.text}" for block in headings if block.level <= 3]


def of_the_words() -> str:
    """What follows from the region alone."""
    release = region(SEED).release("team")
    pages = {edition: render_report(release, edition=edition) for edition in EDITIONS}
    told = [HEAD, *(f"| `{edition}` | {words(html):,} |\n" for edition, html in pages.items()), PLAIN]
    easy = own_words(pages["plain"])
    told += [f"| {part} | {flesch_douma(text):.0f} |\n" for part, text in easy.items() if part]
    told.append(HEADINGS)
    told += [f"{line}\n" for line in outline(pages["full"])]
    return "".join(told)


def measured(edition: str, ending: str) -> dict[str, Any]:
    """One format of one edition, in a process of its own: seconds after import, and bytes."""
    runs = [json.loads(subprocess.check_output([sys.executable, __file__, edition, ending])) for _ in range(REPEATS)]
    return {**runs[0], "seconds": statistics.median(run["seconds"] for run in runs)}


def measure(edition: str, ending: str) -> dict[str, Any]:
    """What one process measures."""
    release = region(SEED).release("team")
    from houvast import plot

    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / f"made{ending}"
        begin = time.perf_counter()
        if edition == PICTURES:
            plot.write_pictures(release, path, formats=(ending.removeprefix("."),))
        else:
            release.report(path, edition=edition)
        seconds = time.perf_counter() - begin
        files = [path] if path.is_file() else [file for file in path.iterdir() if file.suffix == ending]
        found = {"seconds": seconds, "bytes": sum(file.stat().st_size for file in files), "files": len(files)}
        return found | ({"pages": pages_of(path)} if ending == ".pdf" else {})


def pages_of(path: Path) -> int:
    """How many pages a PDF has."""
    return len(re.findall(rb"/Type /Page\b", path.read_bytes()))


def sheets(pages: int, edition: str) -> str:
    """A number of pages in words: of cards four lie on a sheet of A3, everything else is A4."""
    return f"{pages} page{'s' * (pages > 1)} of {'A3' if edition == 'cards' else 'A4'}"


def loop() -> float:
    """Seconds of a loop that is the same everywhere: how fast the machine is at this moment."""
    begin, total = time.perf_counter(), 0
    for i in range(STEPS):
        total += i * i
    return time.perf_counter() - begin


def of_the_machine() -> str:
    """The table of times, sizes and pages, and how fast the machine was before and after."""
    before = loop()
    told: list[str] = []
    formats = [(edition, ending) for edition in EDITIONS for ending in (".html", ".pdf", ".docx", ".pptx")]
    made = [pair for pair in formats if pair[1] != ".pptx" or pair[0] in ("full", "board")]
    for edition, ending in [*made, (PICTURES, ".svg"), (PICTURES, ".png")]:
        found = measured(edition, ending)
        more = sheets(found["pages"], edition) if "pages" in found else f"{found['files']} files" * (found["files"] > 1)
        told.append(f"| `{edition}` | {ending} | {found['seconds']:.2f} | {found['bytes'] / 1000:,.0f} | {more} |\n")
    return TIMES.replace("SECONDS", f"{before:.2f}").replace("LATER", f"{loop():.2f}") + "".join(told)


def main() -> None:
    """Writes the page; or measures one format, for the process that asks."""
    if len(sys.argv) == 3:
        print(json.dumps(measure(*sys.argv[1:])))
        return
    PAGE.write_text(of_the_words() + of_the_machine(), encoding="utf-8")


if __name__ == "__main__":
    main()
