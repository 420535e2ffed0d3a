"""Reads printed reports back: every sentence and cell of the page is in the PDF, and no number that the page has not;
what stands outside the tags are signs.

`python tests/browser/printed.py FOLDER`; needs pypdfium2 and pikepdf.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pikepdf
import pypdfium2

import houvast as hv
from houvast.examples.region import region
from houvast.report import render_report
from houvast.report.flow import Block, Paragraph, Table, flow_of

sys.path.insert(0, str(Path(__file__).parents[1] / "python" / "support"))

from report_page import Page

EDITIONS = ("full", "board", "plain", "cards", "officer")
NUMBERS = r"\d+(?:[.,]\d+)*%?"
SIGNS = {"✂", ":"}  # drawn beside words that say the same
UNSEEN = {"Element"}  # heads of a column that only those who listen are told


def printed(path: Path) -> str:
    """All text of a PDF, without the numbers of its pages."""
    document = pypdfium2.PdfDocument(str(path))
    pages = [document[i].get_textpage().get_text_range() for i in range(len(document))]
    return "\n".join(re.sub(rf"\b{i} / {len(pages)}\b", "", text) for i, text in enumerate(pages, 1))


def only_drawn(path: Path, place: Path) -> set[str]:
    """The words of a PDF that are marked as artifacts: nobody who listens hears them."""
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            kept, artifact = [], False
            for each in pikepdf.parse_content_stream(page):
                artifact = (artifact or str(each.operands[:1]) == str([pikepdf.Name.Artifact])) and str(
                    each.operator
                ) != "EMC"
                kept += [each] if artifact or str(each.operator) not in ("Tj", "TJ") else []
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))
        pdf.save(place)
    return set(printed(place).split())


def run_together(text: str) -> str:
    """The letters and signs of a text, whatever stands between lines; a line may break at a hyphen."""
    return re.sub(r"[\s\u00ad\u2010\ufffe\x02-]+", "", text)


def once(number: str) -> str:
    """A number on the map of groups, whose figures are printed twice: as a halo, and on top of it."""
    return re.sub(r"(\d)\1", r"\1", number)


def parts(block: Block) -> list[str]:
    """The sentences and cells of a block; what a picture tells to who cannot see it is not printed."""
    if isinstance(block, Table):
        return [block.caption, *(cell for row in block.rows for cell in row.cells)]
    return [] if isinstance(block, Paragraph) and block.kind == "picture" else [block.text]


def paper(html: str, edition: str) -> str:
    """What of a page is printed: of cards the cards, and not what says how to use them."""
    return "".join(re.findall(r"<article.*?</article>", html, re.DOTALL)) if edition == "cards" else html


def main(folder: Path) -> None:
    """The example region, in every edition that is read as pages."""
    folder.mkdir(parents=True, exist_ok=True)
    team = hv.load(region(2024).write(folder / "region")).release("team")
    for edition in EDITIONS:
        html, told = (
            render_report(team, edition=edition),
            printed(team.report(folder / "a.pdf", edition=edition, force=True)),
        )
        page, flat = Page(html), run_together(told)
        wanted = [part for block in flow_of(paper(html, edition)) for part in parts(block) if part]
        assert wanted, f"{edition}: nothing to print"
        missing = [part for part in wanted if run_together(part) not in flat and part not in UNSEEN]
        assert not missing, f"{edition}: not in the PDF: {missing}"
        known = re.findall(NUMBERS, page.all_text + " ".join(step for _, step in page.svg_steps))
        known += [number for _, _, said in page.figures for number in re.findall(NUMBERS, said)]
        found = set(re.findall(NUMBERS, told)) - set(known) - {"1", "2", "3"}  # of the list of questions
        foreign = {number for number in found if once(number) not in known}
        assert not foreign, f"{edition}: numbers that the page has not: {foreign}"
        unheard = only_drawn(folder / "a.pdf", folder / "drawn.pdf")
        assert unheard <= SIGNS, f"{edition}: words that who listens does not hear: {unheard - SIGNS}"
        print(f"printed {edition}: {len(wanted)} sentences and cells, {len(known)} numbers")


main(Path(sys.argv[1]))
