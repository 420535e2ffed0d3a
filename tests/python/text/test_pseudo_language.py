"""Whatever houvast shows in the pseudo-language is whole in it: no word is left that is not in the catalogue.

Here: commands, the pages of a meeting and of the mirror, the workbooks to fill in, and what results say of themselves.
The report, pictures, explorer, notebook, workbook of a release, help, errors, conversions and questionnaires are walked
beside their other tests (test_report_claims, test_plots, test_explorer, test_reprs, test_tables_written,
test_cli_polish, test_errors, test_convert_words, test_starter_surveys).
"""

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import houvast
from houvast import _core
from houvast.cli import main
from houvast.results.columns import TABLES
from houvast.texts import PSEUDO, say
from pseudo import words_outside

Study = houvast.Study
# Words that files and results are written with, in every language: ids, columns, kinds of things and options.
FORMAT = {"houvast", "csv", "json", "html", "xlsx", "nl", "en", "x_", "true", "false", *TABLES}
# How results write what programs name: attributes, truth, statuses, reasons.
CODE = {"nodes", "ties", "loops", "directed", "weighted", "True", "False", "missing", "ok", "team"}
REASONS = {"lowest", "between", "changed", "unknown", "network", "silent"}
VOCABULARIES = ("domains", "sectors", "levels", "perspectives", "roles", "decisions", "expertise", "needs", "ages")


def strings(value: Any) -> Iterator[str]:
    """Every text of a JSON value, keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        yield from (text for each in value.values() for text in strings(each))
    elif isinstance(value, list):
        yield from (text for each in value for text in strings(each))


@pytest.fixture(scope="module")
def data(region_study: Study) -> set[str]:
    """What stands in the study itself: names, ids and what people wrote."""
    held = set(strings(json.loads(region_study.to_json())))
    profile = json.loads(region_study.profile_json)
    held |= {term["id"] for many in VOCABULARIES for term in profile.get(many, [])}
    held |= {part.id for i in region_study.instruments for part in (*i.questions, *i.elements, *i.scales)}
    held |= {i.source.citation() for i in region_study.instruments} | set(houvast.instruments())
    return held | FORMAT


@pytest.fixture(scope="module")
def told_exactly(region_study: Study) -> set[str]:
    """What tables hold: columns, words for kinds of things, and wordings as they were asked, in Dutch."""
    tables = [region_study.scores(), region_study.network().parties, region_study.coverage_table()]
    tables += [region_study.network("samenwerking", level="organisation").parties]
    held = {name for table in tables for name in table.columns}
    held |= {cell for table in tables for row in table.to_dicts() for cell in row.values() if isinstance(cell, str)}
    return held | {"True", "False"}


def commands(folder: Path, place: Path) -> list[list[str]]:
    study = str(folder)
    return [
        ["instruments"],
        ["instruments", "working-factors", "--as", "mirror", "-o", str(place / "mirror.html")],
        ["plan", study],
        ["open-answers", study],
        ["explain-release", study],
        ["meeting", study, "-o", str(place / "meeting.html")],
        ["map", study, "-o", str(place / "map.html")],
        ["check", study],
        ["score", study, "--by", "perspective"],
        ["score", study, "--policy", "team"],
        ["coverage", study],
        ["network", study],
        ["network", study, "--level", "organisation"],
        ["report", study, "-o", str(place / "report.html")],
        ["release", study, "-o", str(place / "release.json")],
        ["explain", "C7"],
        ["explain", "G1"],
        ["explain", "HV-207"],
        ["init", str(place / "new")],
        ["demo", str(place / "demo")],
    ]


def test_no_command_says_a_word_outside_the_catalogue(
    region_folder: Path, data: set[str], told_exactly: set[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in commands(region_folder, tmp_path):
        assert main([*command, "--lang", PSEUDO]) in (0, 1), command
        told = capsys.readouterr()
        out = told.out.replace(str(tmp_path), "").replace(str(region_folder), "")
        assert words_outside([out, told.err], [*data, *told_exactly, *command]) == [], command
    cited = [source.citation for source in houvast.sources()]
    cited += [text for case in houvast.cases() for text in (case.place, case.source_document, case.source_section)]
    cited.append(houvast.instrument("working-factors").source.citation())
    for page in ("mirror.html", "meeting.html"):  # that of the map is the explorer
        texts = on_page((tmp_path / page).read_text(encoding="utf-8"))
        assert len(texts) > 20, page
        assert words_outside(texts, [*data, *told_exactly, *cited]) == [], page


def on_page(page: str) -> list[str]:
    """What somebody reads on a page, without its script and style."""
    page = re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.DOTALL).replace("\u00ad", "")
    return [unescape(text) for text in re.split(r"<[^>]*>", page) if text.strip()]


def cells(book: Any) -> list[str]:
    rows = [row for sheet in book for row in sheet.iter_rows(values_only=True)]
    return [str(cell) for row in rows for cell in row if cell is not None]


def notes(book: Any) -> list[str]:
    return [cell.comment.text for sheet in book for row in sheet.iter_rows(max_row=1) for cell in row if cell.comment]


def asked(book: Any) -> list[str]:
    rules = [rule for sheet in book for rule in sheet.data_validations.dataValidation]
    return [text for rule in rules for text in (rule.errorTitle, rule.error) if text]


def whole_book(path: Path) -> list[str]:
    book = openpyxl.load_workbook(path)
    assert all(sheet.sheet_view.rightToLeft for sheet in book)
    assert max(map(len, book.sheetnames)) <= 31
    return [*book.sheetnames, *cells(book), *notes(book), *asked(book)]


def in_pseudo(study: Study) -> Study:
    """The study, with the pseudo-language as its own."""
    return _core.study_from_json(json.dumps({**json.loads(study.to_json()), "language": PSEUDO}).encode())


def test_the_workbook_of_a_study_is_whole_and_read_back(region_study: Study, data: set[str], tmp_path: Path) -> None:
    study = in_pseudo(region_study)
    path = study.save(tmp_path / "study.xlsx")
    headings = [column for columns, _ in study.tables().values() for column in columns]
    assert words_outside(whole_book(path), [*data, *headings, PSEUDO, *KEYS]) == []
    assert houvast.load(path).to_json() == study.to_json()


# What the sheets of the study itself name their rows and columns with.
KEYS = {
    *("id", "date", "title_nl", "title_en", "label_nl", "label_en", "language", "source", "licence", "retention"),
    *("fictional", "asked_known", "instruments", "max_strength", "directed", "complete"),
    *("person", "discipline", "government", "organisation", "group", "goal", "agreement"),
}


def test_a_new_workbook_filled_in_by_its_own_lists_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", str(tmp_path / "new"), "--lang", PSEUDO, "--instrument", "six-elements"]) == 0
    path = next((tmp_path / "new").rglob("*.xlsx"))
    columns = [column for table in TABLES.values() for column in (each.name for each in table.fields)]
    titles = ("study", "wave", "relation", "relation_contact")
    own = [say(f"starter.{key}", lang) for key in titles for lang in houvast.languages()]
    own += [*strings(json.loads(houvast.instrument("six-elements").json)), "new", "six-elements"]
    own += ["samenwerking", "contact"]
    assert words_outside(whole_book(path), [*columns, *KEYS, *own, *FORMAT, PSEUDO]) == []
    book = openpyxl.load_workbook(path)
    parties, answers = (book[say(f"workbook.sheet.{table}", PSEUDO)] for table in ("parties", "answers"))
    fill(parties, {"id": "school", "name": "De School", "domain": None, "asked": 1, "consent": None})
    fill(answers, {"respondent": "r1", "party": "school", "E1.1": None})
    book.save(path)
    study = houvast.load(path)
    assert (study.language, study.parties[0].consent) == (PSEUDO, True)
    assert study.parties[0].domain == json.loads(study.profile_json)["domains"][0]["id"]
    first = next(row for row in study.tidy_answers().to_dicts() if row["question"] == "E1.1")
    assert (first["state"], first["value"]) == ("answered", 1)


def fill(sheet: Any, row: dict[str, Any]) -> None:
    """Fills in a row; None is the first choice of the column's list."""
    heads = [cell.value for cell in sheet[1]]
    for name, value in row.items():
        at = heads.index(name) + 1
        sheet.cell(2, at).value = first_choice(sheet, at) if value is None else value


def first_choice(sheet: Any, at: int) -> str:
    place = sheet.cell(2, at).coordinate
    rule = next(each for each in sheet.data_validations.dataValidation if place in each.sqref)
    lists, _, cell = rule.formula1.rpartition("!")
    found = sheet.parent[lists.strip("'")][cell.partition(":")[0].replace("$", "")].value
    assert isinstance(found, str)
    return found


def results(study: Study) -> list[Any]:
    network, scenario = study.network(), study.what_if(remove=["vo-zoco"])
    release, instrument = study.release("team"), study.instruments[0]
    return [
        *(study, study.parties[0], study.scores(), study.coverage()[0], study.agenda(), study.agenda()[0]),
        *(network, network.graph, network.density, network.parties, network.response, network.view("ouder")),
        *(study.network("samenwerking", level="organisation"), study.network_change(), study.multiplex()),
        *(study.two_mode("expertise"), scenario, scenario.changes[0], network.density.provenance),
        *(release, release.totals[0], release.networks[0], release.findings[0], release.agenda[0], release.stages[0]),
        *(instrument, instrument.questions[0], instrument.elements[0], instrument.scales[0], instrument.source),
        *(houvast.Policy.named("team"), houvast.checks()[0], houvast.advice()[0]),
        *(houvast.stats.wilson_interval(3, 10), houvast.stats.cronbach_alpha([[1.0, 1.0], [1.0, 1.0]])),
        *(houvast.graph.components(network.graph), houvast.graph.best_new_ties(network.graph, 1)),
    ]


def test_no_result_says_a_word_outside_the_catalogue(
    region_study: Study, data: set[str], told_exactly: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = results(region_study)
    monkeypatch.setenv("HOUVAST_LANG", PSEUDO)
    for thing in shown:
        line = re.sub(r"<houvast\.\S+ object at 0x\w+>", "", repr(thing))
        known = data | told_exactly | CODE | REASONS | {type(thing).__name__}
        assert words_outside([line], known) == [], type(thing)
