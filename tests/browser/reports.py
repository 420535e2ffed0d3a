"""Writes the reports that the browser check opens: `python tests/browser/reports.py FOLDER`."""

from __future__ import annotations

import re
import sys
import tempfile
from collections import Counter
from pathlib import Path

import houvast as hv
from houvast.examples.region import region
from houvast.report import render_report

TESTS = Path(__file__).parents[1]
sys.path.insert(0, str(TESTS / "python" / "support"))

from report_page import Page, hostile_study  # noqa: E402


def main(folder: Path) -> None:
    """The example region for two readers, the Indiana study, and a study with hostile names."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        study = hv.load(region(2024).write(Path(place) / "region"))
        hostile = hostile_study(Path(place) / "hostile")
    team, indiana = study.release("team"), hv.load(TESTS / "data" / "indiana").release("team")
    for lang in ("nl", "en"):
        team.report(folder / f"region-{lang}.html", lang=lang)
        indiana.report(folder / f"indiana-{lang}.html", lang=lang)
    for edition in ("board", "plain", "cards", "officer"):
        team.report(folder / f"region-{edition}-nl.html", edition=edition)
    theme = folder / "theme.json"
    theme.write_text('{"name": "Regio", "light": {"accent": "#7a1f4f"}}', encoding="utf-8")
    team.report(folder / "region-theme-nl.html", theme=theme)
    team.report(folder / "region-parts-nl.html", parts=["agenda", "network", "elements"])
    study.release("external", by="domain").report(folder / "region-external-nl.html")
    study.release("team", by="domain").report(folder / "region-domain-nl.html")
    hostile.release("team", by="domain").report(folder / "hostile-nl.html")
    made = team.report(folder / "region-nl.pdf").read_bytes()
    marks = (b"/StructTreeRoot", b"/Marked true", b"/Lang (nl", b"/Outlines", b"/DisplayDocTitle true")
    tagged = all(mark in made for mark in marks)
    assert made.startswith(b"%PDF") and tagged, "the PDF has no tags, language, bookmarks or title"
    kinds = Counter(re.findall(rb"/S /(\w+)", made))
    page = Page(render_report(team))
    wanted = {b"H1": 1, b"H2": len(page.all("h2")), b"Table": len(page.all("table")), b"Figure": made.count(b"/Alt ")}
    assert {kind: kinds[kind] for kind in wanted} == wanted, f"the structure of the PDF is another: {kinds}"
    assert kinds[b"TH"] and kinds[b"L"] and kinds[b"Figure"]
    print(f"region-nl.pdf: tagged, {len(made) / 2**20:.1f} MiB, {pages(made)} pages")
    for edition, most in {"board": 1, "plain": 1, "cards": 2, "officer": 4}.items():
        found = pages(team.report(folder / f"region-{edition}-nl.pdf", edition=edition).read_bytes())
        assert found <= most, f"the edition {edition} fills {found} pages"
    sheets = re.findall(rb"/MediaBox \[ ?0 0 (\d+)[.\d]* (\d+)", (folder / "region-cards-nl.pdf").read_bytes())
    assert set(sheets) == {(b"841", b"1191")}, f"four cards of A5 are no sheet of A3: {sheets}"


def pages(made: bytes) -> int:
    """How many pages a PDF of the browser has."""
    return len(re.findall(rb"/Type /Page\b", made))


main(Path(sys.argv[1]))
