"""Six sloppy inputs become a report in a terminal, with Enter for every question: the page docs/guides/walk.md.

Run as a script, it writes that page.
"""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pyreadstat
import pytest

import houvast
from houvast.cli import main

ROOT = Path(__file__).parents[3]
EXPORTS = ROOT / "tests" / "data" / "exports"
PAGE = ROOT / "docs" / "guides" / "walk.md"
PROMPTS = re.compile(r"\[Enter = [^\]]*\]:?[ ]?")
SECONDS = 120


@dataclass(frozen=True)
class Walk:
    """One input: what it is, how it comes to be, the commands to a report, and how many questions they ask."""

    title: str
    about: str
    make: Callable[[Path], None]
    commands: tuple[str, ...]
    questions: int


def copied(*names: str) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        for name in names:
            there, _, here = name.partition(" as ")
            shutil.copy(EXPORTS / there, folder / (here or Path(there).name))

    return make


def workbook(folder: Path) -> None:
    """The workbook of `houvast init`, filled in between two meetings."""
    main(["init", str(folder / "start")])
    book = openpyxl.load_workbook(next((folder / "start").rglob("*.xlsx")))
    shutil.rmtree(folder / "start")
    parties, answers, ties = book["partijen"], book["antwoorden"], book["banden"]

    def put(sheet: Any, row: int, cells: dict[str, Any]) -> None:
        head = [cell.value for cell in sheet[1]]
        for name, value in cells.items():
            sheet.cell(row, head.index(name) + 1, value)

    schools = [("OBS De Linde", "Onderwijs", 3), ("Wijkteam Noord", "jeugdhulp ", 2), ("Ouderraad", "Ouders", 3)]
    for row, (name, domain, asked) in enumerate(schools, 2):
        put(parties, row, {"name": name, "domain": domain, "asked": asked})
    put(parties, 6, {"name": "Totaal", "asked": 8})
    words = ["Helemaal", "een klein beetje", "voor een deel "]
    for row in range(2, 9):
        cells = {f"E1.{n}": words[(row + n) % 3] for n in (1, 2, 3)}
        put(answers, row + row // 4, {"respondent": f"p{row}", "party": schools[row % 3][0].lower(), **cells})
    put(ties, 2, {"from": "OBS De Linde", "to": "wijkteam noord", "relation": "samenwerking", "strength": "2,5"})
    book.create_sheet("Notities")["B2"] = "Ouderraad nog bellen"
    book.save(folder / "werkboek.xlsx")


def spss(folder: Path) -> None:
    """Variables with labels, answered on a scale of agreement from -2 to 2."""
    questions = [each for each in houvast.instrument("six-elements").questions if each.scale][:6]
    frame = pd.DataFrame({f"V{n}": [(row * n) % 5 - 2 for row in range(15)] for n in range(1, 7)})
    frame["school"] = ["De Linde", "De Kring", "Wijkteam"] * 5
    labels = {-2: "zeer oneens", -1: "oneens", 0: "neutraal", 1: "eens", 2: "zeer eens"}
    texts = {f"V{n}": question.text.nl for n, question in enumerate(questions, 1)} | {"school": "Organisatie"}
    values = {f"V{n}": labels for n in range(1, 7)}
    pyreadstat.write_sav(frame, folder / "onderzoek.sav", column_labels=texts, variable_value_labels=values)


REPORT = "houvast report studie --out verslag.html"
WALKS = (
    Walk(
        "An export with other answer words",
        "A Google Form with the exact questions, answered from *helemaal mee oneens* to *helemaal mee eens*.",
        copied("cases/00-google-form-on-an-agree-scale/e.csv as export.csv"),
        ("houvast convert export.csv --out studie", REPORT),
        2,
    ),
    Walk(
        "A list of people without ids",
        "The list of who takes part as it is kept in Excel, with a slip in a domain and a parents' council filed under"
        " education; people name their partners in their own words.",
        copied("walk/met-lijst.csv as export.csv", "walk/deelnemers.csv"),
        ("houvast convert export.csv --roster deelnemers.csv --out studie", REPORT),
        4,
    ),
    Walk(
        "A matrix of names",
        "Who works with whom, drawn up in a spreadsheet, with strengths from 0 to 3.",
        copied("walk/wie-met-wie.csv"),
        ("houvast convert wie-met-wie.csv --out studie", REPORT),
        1,
    ),
    Walk(
        "A workbook filled in a hurry",
        "The workbook of `houvast init` with names where ids are meant, a total, blank rows, a decimal comma and a"
        " sheet of notes.",
        workbook,
        ("houvast check werkboek.xlsx", "houvast report werkboek.xlsx --out verslag.html"),
        0,
    ),
    Walk(
        "A file of KoboToolbox",
        "Questions in groups, and answers such as `voor_een_deel`.",
        copied("walk/kobo.csv"),
        ("houvast convert kobo.csv --out studie", REPORT),
        1,
    ),
    Walk(
        "An SPSS file",
        "Variables V1 to V6 with the questions as labels, coded from -2 to 2.",
        spss,
        ("houvast convert onderzoek.sav --out studie", REPORT),
        1,
    ),
)


def in_terminal(command: str, folder: Path) -> tuple[str, int]:
    """What a command says in a terminal where somebody presses Enter at every question, and how many those were."""
    ours, theirs = pty.openpty()
    words = [sys.executable, "-m", *command.split()]
    surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "COLUMNS": "120", "TERM": "dumb"}
    surroundings.pop("HOUVAST_LANG", None)
    child = subprocess.Popen(words, cwd=folder, env=surroundings, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    said, asked, end = b"", 0, time.monotonic() + SECONDS
    while time.monotonic() < end:
        if select.select([ours], [], [], 0.2)[0]:
            try:
                said += os.read(ours, 65536)
            except OSError:  # the other side is closed
                break
        elif child.poll() is not None:
            break
        if len(PROMPTS.findall(said.decode("utf-8", "replace"))) > asked:
            asked += 1
            os.write(ours, b"\n")
    os.close(ours)
    told = said.decode("utf-8").replace("\r\n", "\n")
    assert child.wait(SECONDS) == 0, told
    return told, asked


def walked(walk: Walk, folder: Path) -> tuple[str, int]:
    """The transcript of a walk, and how many questions were asked."""
    walk.make(folder)
    parts, total = [], 0
    for command in walk.commands:
        told, asked = in_terminal(command, folder)
        parts.append(f"$ {command}\n{told.strip()}")
        total += asked
    report = (folder / "verslag.html").read_text(encoding="utf-8")
    assert len(report) > 10_000 and "</html>" in report
    return "\n".join(line.rstrip() for line in "\n".join(parts).splitlines()), total


def section(walk: Walk, transcript: str) -> str:
    asked = "no question" if not walk.questions else f"{walk.questions} question" + "s" * (walk.questions > 1)
    return f"## {walk.title}\n\n{walk.about} It takes {asked}.\n\n```text\n{transcript}\n```\n"


def page(folder: Path) -> str:
    """The whole page, from what the commands say."""
    sections, rows = [], ""
    for number, walk in enumerate(WALKS):
        place = folder / str(number)
        place.mkdir()
        transcript, asked = walked(walk, place)
        assert asked == walk.questions, (walk.title, asked)
        sections.append(section(walk, transcript))
        rows += f"| {walk.title} | {asked} |\n"
    return (
        "# Six sloppy inputs, from file to report\n\n"
        "What coordinators have, as they have it. Each becomes a report without a mapping being opened. At every\n"
        "question the answer here is Enter: yes. A test runs these sessions and compares them with this page.\n\n"
        f"| input | questions |\n|---|---|\n{rows}\n" + "\n".join(sections)
    )


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are of Unix")
@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.title)
def test_the_page_shows_the_session(walk: Walk, tmp_path: Path) -> None:
    transcript, asked = walked(walk, tmp_path)
    assert asked == walk.questions
    assert section(walk, transcript) in PAGE.read_text(encoding="utf-8")
    assert f"| {walk.title} | {asked} |" in PAGE.read_text(encoding="utf-8")


def test_nobody_of_the_list_stands_on_the_page() -> None:
    text = PAGE.read_text(encoding="utf-8")
    people = pd.read_csv(EXPORTS / "walk" / "deelnemers.csv", sep=";", skiprows=1)
    assert [name for name in [*people["Naam"], *people["E-mail"]] if name in text] == []


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        PAGE.write_text(page(Path(made)), encoding="utf-8")
