"""The tables of a study and what their columns mean: for codebooks, workbooks and data frames."""

from __future__ import annotations

from collections.abc import Iterator

from .._core import Party, Study, TableField, study_tables
from ..texts import Claim

__all__ = ["TABLES", "field", "group_of", "meaning", "names", "rows_of"]

TABLES = {table.name: table for table in study_tables()}
_ATTRIBUTES = ("domain", "sector", "level", "organisation", "perspective", "kind")


def names(table: str) -> list[str]:
    """The columns of a table, in order; those of one's own and those per wave not among them."""
    return [each.name for each in TABLES[table].fields]


def rows_of(study: Study, table: str) -> Iterator[dict[str, str]]:
    """The rows of a table of a study, each as a dict of column to text."""
    columns, rows = study.tables()[table]
    return (dict(zip(columns, row, strict=True)) for row in rows)


def group_of(party: Party, by: str) -> str:
    """The group of a party when results are split by an attribute; one's own column may be called anything else."""
    if by == "party":
        return party.id
    return str(getattr(party, by)) if by in _ATTRIBUTES else party.attributes.get(by, "")


def field(table: str, column: str) -> TableField:
    """A column of a table; own columns and columns per wave too."""
    return TABLES[table].field(column)


def meaning(table: str, column: str, asked_known: bool = True) -> Claim:
    """What a column means; own columns and columns per wave are explained too.

    `asked_known` is that of the study: whether the parties tell how many people were asked.
    """
    if (table, column) == ("parties", "asked") and not asked_known:
        return Claim("column.party_people_asked_at_least")
    return field(table, column).meaning
