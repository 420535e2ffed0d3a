"""docs/reference/table-columns.md lists exactly the columns that come out, with type and meaning.

Written anew by: python tests/python/results/test_table_columns.py
"""

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pyarrow
import pytest

import houvast
from houvast._core import messages
from houvast.examples.region import region
from houvast.io.frames import study_to_tables
from houvast.release import COLUMNS
from houvast.texts import say

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "table-columns.md"
Study = houvast.Study
RELATION = "samenwerking"
TABLES: dict[str, Callable[[Study], houvast.Table]] = {
    'study.scores(by="perspective", mean=True)': lambda s: s.scores(by="perspective", mean=True),
    'study.contrasts("perspective")': lambda s: s.contrasts("perspective"),
    "study.change()": lambda s: s.change(),
    "study.reliability()": lambda s: s.reliability(),
    "study.item_analysis()": lambda s: s.item_analysis(),
    'study.agreement("organisation")': lambda s: s.agreement("organisation"),
    'study.unit_scores("organisation")': lambda s: s.unit_scores("organisation"),
    "study.pooled_shares()": lambda s: s.pooled_shares(),
    "study.differential_item_functioning()": lambda s: s.differential_item_functioning(),
    "study.plan().table": lambda s: s.plan().table,
    "study.gerdes(per_object=True)": lambda s: s.gerdes(per_object=True),
    "study.gerdes_contrasts()": lambda s: s.gerdes_contrasts(),
    "study.gerdes_change()": lambda s: s.gerdes_change(),
    "study.gerdes_reached()": lambda s: s.gerdes_reached(),
    "study.gerdes_pairs()": lambda s: s.gerdes_pairs(),
    'study.gerdes_strengthening("complex")': lambda s: s.gerdes_strengthening("complex"),
    "study.gerdes_plot_data()": lambda s: s.gerdes_plot_data(),
    "study.network().parties": lambda s: s.network(RELATION).parties,
    "study.network().ties": lambda s: s.network(RELATION).ties,
    "study.network().metrics": lambda s: s.network(RELATION).metrics,
    "study.network().disagreements": lambda s: s.network(RELATION).disagreements,
    'study.network(level="organisation").parties': lambda s: s.network(RELATION, level="organisation").parties,
    'study.network(level="organisation").groups': lambda s: _there(s.network(RELATION, level="organisation").groups),
    "study.network_change().ties": lambda s: s.network_change().ties,
    'study.network_change().churn("domain")': lambda s: s.network_change().churn("domain"),
    "study.network_change().not_compared": lambda s: s.network_change().not_compared,
    "study.multiplex().pairs": lambda s: s.multiplex().pairs,
    "study.multiplex().overlap": lambda s: s.multiplex().overlap,
    "study.multiplex().parties": lambda s: s.multiplex().parties,
    'study.two_mode("expertise").incidence': lambda s: s.two_mode("expertise").incidence,
    'study.two_mode("expertise").degrees("parties")': lambda s: s.two_mode("expertise").degrees("parties"),
    'study.two_mode("expertise").degrees("items")': lambda s: s.two_mode("expertise").degrees("items"),
    'study.two_mode("expertise").shared("parties")': lambda s: s.two_mode("expertise").shared("parties"),
    "study.coverage_table()": lambda s: s.coverage_table(),
    "study.what_if(remove=[...]).table()": lambda s: s.what_if(remove=[s.parties[0].id]).table(),
    "study.partners()": lambda s: s.partners(),
    "study.partners_by_domain()": lambda s: s.partners_by_domain(),
    "study.knockouts()": lambda s: s.knockouts(),
    "study.best_new_ties().table": lambda s: s.best_new_ties().table,
    "study.voice()": lambda s: s.voice(),
    "study.need_matrix()": lambda s: s.need_matrix(),
    "study.agenda_table()": lambda s: s.agenda_table(),
    "study.agenda().candidates": lambda s: s.agenda().candidates,
    "study.progress()": lambda s: s.progress(),
    "study.crosswalk()": lambda s: s.crosswalk(),
    "study.tidy_answers()": lambda s: s.tidy_answers(),
    "study.codebook()": lambda s: s.codebook(),
}
# Columns of which there are as many as a study has categories, waves or relations.
MANY = {
    r"(count|share|stage)_\d+": r"\1_1 … \1_k",
    r"value:\d+": "value:WAVE",
    rf"partners_({RELATION}|verwijzing)": "partners_RELATION",
}
HEAD = """\
# Every column of every table

{doc}`tables` tells what the tables are for. Below is what stands in them: each column in its place, its type and its
meaning. The tests compare this page with the tables. `k` is the number of values of a scale, `WAVE` and `RELATION` are
those of the study. Any column but the first may be missing (null) where a value cannot be told.
"""


def _there(table: houvast.Table | None) -> houvast.Table:
    assert table is not None
    return table


def _lines(table: houvast.Table) -> list[str]:
    words = {"string": "text", "large_string": "text", "int64": "integer", "double": "number", "bool": "yes/no"}
    types = [words[str(field.type)] for field in pyarrow.table(table).schema]
    lines: list[str] = []
    for column, kind in zip(table.fields, types, strict=True):
        name, about = column.name, column.description
        for pattern, many in MANY.items():
            name = re.sub(rf"^{pattern}$", many, name)
        if name != column.name:
            about = re.sub(r"\b(stage|category|value|relation) (\d+|[a-z]+)$", r"\1", about)
            about = re.sub(r"\bwave \d+$", "wave WAVE", about)
        line = f"| `{name}` | {kind} | {about.replace('|', '/')} |"
        if name == column.name or not any(other.startswith(f"| `{name}` ") for other in lines):
            lines.append(line)
    return lines


def page(study: Study) -> str:
    """The page as it should be."""
    made = {call: get(study) for call, get in TABLES.items()}
    made |= {f'study.to_frames()["{name}"]': table for name, table in study_to_tables(study).items()}
    parts = [HEAD]
    for call, table in made.items():
        parts.append(f"## `{call}`\n\n| column | type | meaning |\n|---|---|---|\n" + "\n".join(_lines(table)) + "\n")
    parts.append(
        "## `release.to_csv()` and `release.to_xlsx()`\n\n| column | meaning |\n|---|---|\n"
        + "".join(f"| `{name}` | {say(key, 'en')} |\n" for name, key in COLUMNS.items())
    )
    return "\n".join(parts)


def test_the_page_lists_exactly_the_columns_that_come_out(region_study: Study) -> None:
    assert PAGE.read_text(encoding="utf-8") == page(region_study)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_column_says_what_it_means(region_study: Study, lang: str) -> None:
    own = dict(messages(lang))
    tables = {call: get(region_study) for call, get in TABLES.items()} | study_to_tables(region_study)
    for call, table in tables.items():
        for column in table.fields:
            assert column.meaning.id.startswith("column."), (call, column.name)
            assert own[column.meaning.id], (call, column.name)
            assert column.say(lang) == column.meaning.say(lang) != ""


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_one_meaning_has_one_message(lang: str) -> None:
    texts = [text.casefold() for key, text in messages(lang) if key.startswith("column.")]
    assert len(texts) > 300
    assert [text for text in texts if texts.count(text) > 1] == []


def test_every_table_of_a_study_is_on_the_page() -> None:
    text = PAGE.read_text(encoding="utf-8")
    stub = (Path(__file__).parents[3] / "python" / "houvast" / "_core" / "__init__.pyi").read_text(encoding="utf-8")
    methods = re.search(r"\nclass Study:.*?(?=\nclass )", stub, re.DOTALL)
    assert methods is not None
    found = re.findall(r"    def (\w+)\((?:[^()]|\([^()]*\))*\) -> Table:", methods[0])
    assert len(found) > 15
    assert [name for name in found if f"`study.{name}(" not in text] == []


if __name__ == "__main__":
    drawn = region(2024)
    columns = {
        name: {column: [row[i] for row in rows] for i, column in enumerate(heads)}
        for name, (heads, rows) in drawn.tables.items()
    }
    PAGE.write_text(page(houvast.study_from_frames(drawn.header, **columns)), encoding="utf-8")
    sys.stdout.write(f"{PAGE}\n")
