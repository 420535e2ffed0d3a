"""docs/method/sources.md: every id exists, nothing of the catalogue is missing, and every quote is the source's."""

import re
from pathlib import Path

import houvast
from houvast.cli.explain import explain

ROOT = Path(__file__).resolve().parents[3]
PAGE = ROOT / "docs" / "method" / "sources.md"
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


def test_every_row_of_a_question_quotes_its_wording() -> None:
    questions = {q.id: q for name in houvast.instruments() for q in houvast.instrument(name).questions}
    for row, id in zip(ROWS, ids_of_rows(), strict=True):
        if id in questions:
            wording = questions[id].closed_part if id[0] == "P" else questions[id].text
            assert wording is not None and f"“{folded(wording.nl)}”" in row, id
