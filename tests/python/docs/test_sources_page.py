"""docs/method/sources.md: every id exists, nothing of the catalogue is missing, and every quote is the source's."""

import re
from pathlib import Path

import houvast
from houvast.cli.explain import explain

ROOT = Path(__file__).resolve().parents[3]
PAGE = ROOT / "docs" / "method" / "sources.md"
OTHERS = ("damour-2008",)  # of another publication, with a test of its wording of its own
ROWS = [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| ") and "`" in line]


def folded(text: str) -> str:
    return " ".join(text.split())


def quoted_sources() -> str:
    """The lines that the sources' wordings stand in; tests/data/wording/SOURCE.md says of which publication."""
    files = sorted((ROOT / "tests" / "data" / "wording").glob("*.txt"))
    return folded(" ".join(file.read_text("utf-8") for file in files))


def ids_of_rows() -> list[str]:
    found = [re.findall(r"`([^`]+)`", row) for row in ROWS]
    assert all(len(ids) == 1 for ids in found)
    return [ids[0] for ids in found]


def test_every_id_exists() -> None:
    ids = ids_of_rows()
    assert len(ids) > 190
    assert [id for id in ids if (explain(id, "nl")[0] or {}).get("word") != id] == []


def test_nothing_of_the_catalogue_is_missing() -> None:
    text = set(re.findall(r"`([^`]+)`", PAGE.read_text("utf-8")))
    expected = {form["id"] for form in houvast.forms_of_collaboration()}
    for lists in (houvast.advice(), houvast.definitions(), houvast.cases(), houvast.sources()):
        expected |= {each.id for each in lists}
    for name in houvast.instruments():
        expected |= {question.id for question in houvast.instrument(name).questions}
    assert expected - text == set()


def test_every_quoted_wording_is_letter_for_letter() -> None:
    source = quoted_sources()
    quotes = [folded(quote) for row in ROWS for quote in re.findall("“([^”]+)”", row)]
    assert len(quotes) > 95
    assert [quote for quote in quotes if quote not in source] == []


def test_every_question_stands_with_its_wording() -> None:
    """One row quotes it; others may tell what more the source says there."""
    rows: dict[str, list[str]] = {}
    for row, id in zip(ROWS, ids_of_rows(), strict=True):
        rows.setdefault(id, []).append(row)
    for name in houvast.instruments():
        for question in houvast.instrument(name).questions if name not in OTHERS else ():
            wording = question.closed_part if question.id[0] == "P" else question.text
            quoting = [row for row in rows[question.id] if wording is not None and f"“{folded(wording.nl)}”" in row]
            assert len(quoting) == 1, question.id


def test_what_the_source_tells_under_its_factors_stands_here_too() -> None:
    text = PAGE.read_text("utf-8")
    assert all(text.count(f"| Factor {number} |") + text.count(f"| factor {number} |") >= 2 for number in range(1, 14))
    assert len(ROWS) > 260
