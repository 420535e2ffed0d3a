"""The columns of the study format are declared once: everything that has them has exactly those."""

import re
from pathlib import Path

import openpyxl
import pytest

import houvast
from houvast.io.frames import study_to_tables
from houvast.io.workbook.study import write_workbook
from houvast.results.columns import field, names
from houvast.texts import languages, say

ROOT = Path(__file__).parents[3]
TABLES = houvast.study_tables()
FIELDS = [(table, each) for table in TABLES for each in table.fields]
Study = houvast.Study


def test_these_are_the_tables_of_the_format() -> None:
    assert [table.name for table in TABLES] == ["parties", "answers", "ties", "assessments", "goals", "matrix"]
    assert [len(table.fields) for table in TABLES] == [21, 6, 10, 8, 9, 3]
    assert [table.prefix for table in TABLES] == ["x_", "", "", "", "value:", ""]
    required = {table.name: [each.name for each in table.fields if each.required] for table in TABLES}
    assert required == {
        "parties": ["id"],
        "answers": ["question", "answer"],
        "ties": ["from", "to", "relation"],
        "assessments": ["assessor", "dimension", "stage"],
        "goals": ["id", "title"],
        "matrix": ["support_level", "age", "text"],
    }


@pytest.mark.parametrize("lang", languages())
def test_every_column_says_what_it_means(lang: str) -> None:
    assert [each.name for _, each in FIELDS if len(each.say(lang)) < 2] == []


def test_further_columns_have_a_meaning_too() -> None:
    assert field("parties", "x_wijk").say("nl") == "eigen kolom"
    assert field("goals", "value:2024").say("nl") == "het getal in ronde 2024"
    assert field("goals", "value:2024").kind == "number"
    assert field("ties", "since").say("en") == "own column"


def test_a_study_is_written_with_exactly_these_columns(region_study: Study) -> None:
    for name, (columns, _) in region_study.tables().items():
        prefix = next(table.prefix for table in TABLES if table.name == name)
        own = [column for column in columns if not (prefix and column.startswith(prefix))]
        assert own == columns[: len(own)] == names(name)


# Without a column `question` the answers are wide: each column is a question then.
REQUIRED = [(table.name, each.name) for table, each in FIELDS if each.required and each.name != "question"]


@pytest.mark.parametrize(("table", "column"), REQUIRED)
def test_a_study_without_a_required_column_is_refused(table: str, column: str, region_study: Study) -> None:
    left = {
        name: {head: [row[i] for row in rows] for i, head in enumerate(heads) if (name, head) != (table, column)}
        for name, (heads, rows) in region_study.tables().items()
    }
    with pytest.raises(houvast.ValidationError) as caught:
        houvast.study_from_frames(region_study.header_json(), **left)
    assert ("HV-112", column) in {(issue.code, issue.value) for issue in caught.value.issues}


def test_frames_hold_the_kinds_that_are_declared(region_study: Study) -> None:
    for table in TABLES:
        made = study_to_tables(region_study)[table.name]
        for each, column in zip(table.fields, made.fields, strict=False):
            present = [value for value, gone in zip(column.values, column.missing, strict=True) if not gone]
            if present and each.kind in ("flag", "whole", "number"):
                assert type(present[0]).__name__.startswith(
                    {"flag": "bool", "whole": "int", "number": "float"}[each.kind]
                )


def test_a_workbook_has_and_explains_every_column(region_study: Study, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(write_workbook(region_study, tmp_path / "region.xlsx"))
    for table in (table for table in TABLES if table.name != "matrix"):  # that one is a form
        sheet = book[say("workbook.sheet." + table.name, "nl")]
        heads = {cell.value: cell.comment for cell in sheet[1]}
        for each in table.fields:
            note = heads[each.name]
            assert note is not None, each.name
            assert each.name == "asked" or each.say("nl") in note.text


def test_the_format_is_documented_column_by_column() -> None:
    text = (ROOT / "docs" / "reference" / "study-format.md").read_text(encoding="utf-8")
    for table in TABLES:
        section = re.split(r"^## ", text, flags=re.MULTILINE)
        own = next(part for part in section if part.startswith(f"`{table.name}.csv`"))
        assert [
            each.name for each in table.fields if f"`{each.name}`" not in own and each.name not in ("P2", "P3")
        ] == []


def test_drawn_studies_fill_every_column() -> None:
    drawn = (ROOT / "python" / "houvast" / "testing" / "strategies.py").read_text(encoding="utf-8")
    missing = [each.name for _, each in FIELDS if f'"{each.name}"' not in drawn and f"{each.name}=" not in drawn]
    assert [name for name in missing if not re.fullmatch(r"P[1-4]", name)] == []


def test_columns_are_named_nowhere_else() -> None:
    # Names that nothing else has. The conversion and the strategies fill these columns one by one.
    telling = ("assessor_party", "knows_motives_of", "object_a", "reporter")
    filled = (
        "release/ledger/people.py",
        "convert/convert.py",
        "convert/edges.py",
        "convert/partners.py",
        "convert/study.py",
        "testing/strategies.py",
    )
    named = [
        (path.relative_to(ROOT).as_posix(), name)
        for room in ("python/houvast", "src/io")
        for path in sorted((ROOT / room).rglob("*"))
        if path.suffix in (".py", ".cpp", ".hpp") and not path.as_posix().endswith(filled)
        for name in telling
        if f'"{name}"' in path.read_text(encoding="utf-8")
    ]
    assert named == []
