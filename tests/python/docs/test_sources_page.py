"""docs/method/sources.md: every id exists, nothing of the catalogue is missing, and every quote is the source's."""

import re
from pathlib import Path

import houvast
from houvast.cli.explain import explain

ROOT = Path(__file__).resolve().parents[3]
PAGE = ROOT / "docs" / "method" / "sources.md"
OTHERS = ("damour-2008",)  # of another publication, with a test of its wording of its own
HEADINGS = {
    "HOUVAST": "Houvast bij het versterken van samenwerken",
    "MAO": "Opbrengsten en ambitie interprofessionele samenwerking 2020–2022",
    "SAMEN=BETER": "Samen = Beter",
    "KEN JE PARTNER": "Ken je samenwerkingspartner",
}
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
    assert len(ROWS) > 300


def section_of(id: str) -> set[str]:
    """The headings under which a row has this id."""
    parts = re.split(r"^## ", PAGE.read_text("utf-8"), flags=re.MULTILINE)[1:]
    return {part.split("\n", 1)[0] for part in parts if f"| `{id}` |" in part}


def test_what_is_retold_stands_with_its_own_source_and_place() -> None:
    """A pointer, a practice, an idea or a definition of one publication must not be told as one of another."""
    told = [each for lists in (houvast.advice(), houvast.cases(), houvast.definitions()) for each in lists]
    of_four = [each for each in told if each.source_document in HEADINGS]
    assert len(of_four) > 85 and [each.id for each in told if each not in of_four] == ["twaalf-elementen"]
    assert [each.id for each in of_four if HEADINGS[each.source_document] not in section_of(each.id)] == []
    assert section_of("twaalf-elementen") == {"Beside the sources"}
    places: dict[str, list[str]] = {}
    for row, id in zip(ROWS, ids_of_rows(), strict=True):
        places.setdefault(id, []).append(row.split(" | ")[1])
    for idea in houvast.advice():
        section = re.sub(r"^(\d[A-E])$", r"chapter \1", re.sub(r"^S(\d+)$", r"Factor \1", idea.source_section))
        assert any(section.split(" (")[0] in place or place in section for place in places[idea.id]), idea.id


def test_what_the_source_says_is_not_what_houvast_advises() -> None:
    """The first column tells the source; a bell on the table or a list of names is an idea of the project."""
    own = {idea.id: idea.text.en for idea in houvast.advice()}
    for row, id in zip(ROWS, ids_of_rows(), strict=True):
        if id in own:
            assert row.split(" | ")[0].removeprefix("| ").rstrip(".")[:25] not in own[id], id


def test_every_check_says_which_statement_it_is_for() -> None:
    assert {check.id for check in houvast.checks()} - set(ids_of_rows()) == set()


def test_links_can_be_followed() -> None:
    """The domain of the network was printed with a letter lacking; pointers are no use without an address."""
    urls = {each.id: each.url for each in houvast.sources() if each.url}
    assert all(re.fullmatch(r"https?://[a-z0-9.-]+\.[a-z]+(/[^\s<>\"]*)?", url) for url in urls.values())
    assert not any("netwerketandereogen" in url for url in urls.values())
    assert {"mao", "ken-je-partner", "gerdes-goei-2020", "sterkste-schakels", "sociale-kaart"} <= set(urls)
