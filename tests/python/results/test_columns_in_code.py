"""Columns that Python reads by name are columns that the core declares, so that a column renamed there is missed here.

A row of a table is called `row`, comes from a loop over `to_dicts()`, or is annotated `TableRow`. What is read of it by
a literal has to be a column of one of the tables that the module reads, or of a table of a study where it reads none.
"""

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from test_table_columns import TABLES

import houvast

PACKAGE = Path(houvast.__file__).parent
OF_A_STUDY = {table.name: {each.name for each in table.fields} for table in houvast.study_tables()}
# Rows of other things: what Spark hands over and gets back.
OTHER_ROWS = {"distributed/spark.py"}
# Names of columns in lists, and the tables that have them: of a study by name, or what comes out by its last word.
LISTS = {
    ("cli", "_SCORES"): ["scores"],
    ("convert.convert", "_ASSESSMENT"): ["assessments"],
    ("convert.convert", "_TIE"): ["ties"],
    ("convert.edges", "CONDITIONS"): ["ties"],
    ("convert.edges", "_FIELDS"): ["ties"],
    ("convert.study", "_REPORT"): ["ties"],
    ("io.workbook.sheets", "_WIDE"): [*OF_A_STUDY],
    ("release.explaining", "_COUNTS"): ["scores"],
    ("release.ledger.people", "_ANSWER"): ["tidy_answers"],
    ("report.meeting", "AGREEMENT"): ["goals"],
}
Tables = dict[str, set[str]]


@pytest.fixture(scope="module")
def declared(region_study: houvast.Study) -> Tables:
    """The columns of what comes out, by the last word of how it is asked for: `scores`, `ties` of a network."""
    found: Tables = {}
    for call, get in TABLES.items():
        found.setdefault(re.findall(r"\w+", re.sub(r"\(.*?\)", "", call))[-1], set()).update(get(region_study).columns)
    return found | {"finalize": found["scores"]}  # of a tally


def asked_for(node: ast.AST) -> set[str]:
    """The last word before `.to_dicts()`: the table that is read there."""
    words: set[str] = set()
    for each in ast.walk(node):
        if isinstance(each, ast.Attribute) and each.attr == "to_dicts":
            of = each.value.func if isinstance(each.value, ast.Call) else each.value
            words |= {of.attr} if isinstance(of, ast.Attribute) else set()
    return words


def of_a_study(tree: ast.AST) -> set[str]:
    """The tables of a study that are read by `rows_of(study, "ties")`."""
    calls = (each for each in ast.walk(tree) if isinstance(each, ast.Call) and ast.unparse(each.func) == "rows_of")
    given = (each.args[1] for each in calls if len(each.args) > 1)
    return {each.value for each in given if isinstance(each, ast.Constant) and each.value in OF_A_STUDY}


def row_names(tree: ast.AST) -> set[str]:
    """What rows, and lists of them, are called in a module."""
    names = {"row", "rows"}
    for node in ast.walk(tree):
        if isinstance(node, ast.arg) and node.annotation and "TableRow" in ast.unparse(node.annotation):
            names.add(node.arg)
        if isinstance(node, ast.Assign) and asked_for(node.value):
            names |= {each.id for target in node.targets for each in ast.walk(target) if isinstance(each, ast.Name)}
    for node in ast.walk(tree):
        if isinstance(node, ast.For | ast.comprehension) and isinstance(node.target, ast.Name):
            of_rows = isinstance(node.iter, ast.Name) and node.iter.id in names
            names |= {node.target.id} if of_rows or asked_for(node.iter) else set()
    return names


def reads(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and name of each column that is read of a row: row["id"], rows[0]["id"], row.get("id")."""
    names = row_names(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript):
            of, key = node.value, node.slice
        elif (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "get"
            and node.args
        ):
            of, key = node.func.value, node.args[0]
        else:
            continue
        while isinstance(of, ast.Subscript):
            of = of.value
        if isinstance(of, ast.Name) and of.id in names and isinstance(key, ast.Constant) and isinstance(key.value, str):
            yield node.lineno, key.value


def unknown(source: str, of_results: Tables) -> list[tuple[int, str]]:
    """Line and name of what a module reads of rows that no table there has."""
    tree = ast.parse(source)
    tables = [of_results[word] for word in asked_for(tree) if word in of_results]
    tables += [OF_A_STUDY[table] for table in of_a_study(tree)]
    known = set().union(*(tables or OF_A_STUDY.values()))
    return sorted({(line, name) for line, name in reads(tree) if name not in known})


def test_what_is_read_of_rows_are_columns(declared: Tables) -> None:
    files = [path for path in sorted(PACKAGE.rglob("*.py")) if path.relative_to(PACKAGE).as_posix() not in OTHER_ROWS]
    found = {path: unknown(path.read_text(encoding="utf-8"), declared) for path in files}
    assert [f"{path}:{line} {name}" for path, each in found.items() for line, name in each] == []
    reading = [path for path in files if [*reads(ast.parse(path.read_text(encoding="utf-8")))]]
    assert len(reading) > 15


@pytest.mark.parametrize(
    "read",
    [
        'for row in study.scores().to_dicts():\n    row["{}"]',
        'rows = study.scores(by="level").to_dicts()\nbest = [each["{}"] for each in rows]',
        'first = study.scores().to_dicts()\nfirst[0]["{}"]',
        'def told(exact: TableRow) -> int:\n    return exact["{}"]\n\ntold(study.scores().to_dicts()[0])',
        'for row in study.scores().to_dicts():\n    row.get("{}")',
    ],
)
def test_a_planted_column_is_found(read: str, declared: Tables) -> None:
    assert unknown(read.format("high_share"), declared) == []
    (found,) = unknown(read.format("high_part"), declared)
    assert found[1] == "high_part"


def test_a_planted_column_of_a_study_is_found(declared: Tables) -> None:
    read = 'for row in rows_of(study, "parties"):\n    row["{}"]'
    assert unknown(read.format("organisation"), declared) == []
    assert unknown(read.format("reporter"), declared) == [(2, "reporter")]  # ties have it
    assert unknown('row["organization"]', declared) == [(1, "organization")]


@pytest.mark.parametrize(
    ("table", "column", "file"),
    [
        ("scores", "high_share", "plot/sources.py"),
        ("scores", "respondents", "plot/boards.py"),
        ("parties", "in_degree", "explorer/view.py"),
        ("change", "high_came", "plot/change.py"),
        ("gerdes", "inferred_order", "plot/stages.py"),
        ("need_matrix", "providers", "results/prevention.py"),
        ("tidy_answers", "state", "io/sav.py"),
    ],
)
def test_a_renamed_column_is_missed_where_it_is_read(table: str, column: str, file: str, declared: Tables) -> None:
    renamed = declared | {table: declared[table] - {column}}
    assert column in {name for _, name in unknown((PACKAGE / file).read_text(encoding="utf-8"), renamed)}


def listed(module: str, name: str) -> Any:
    return getattr(importlib.import_module(f"houvast.{module}"), name)


@pytest.mark.parametrize(("module", "name"), LISTS)
def test_lists_of_columns_name_columns(module: str, name: str, declared: Tables) -> None:
    known: set[str] = set()
    for table in LISTS[module, name]:
        known |= OF_A_STUDY.get(table) or declared[table]
    assert [each for each in listed(module, name) if each not in known] == []


def test_columns_that_notebooks_show_first_exist(declared: Tables) -> None:
    known = set().union(*declared.values())
    assert [name for name in listed("results.tables", "_HEADLINES") if name not in known] == []
