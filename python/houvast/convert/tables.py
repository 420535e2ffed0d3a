"""Rows under a heading as columns, and tables with a row per answer turned into one row per respondent."""

from __future__ import annotations

from ..errors import Where
from .personal import personal
from .sheet import Column, Raw, Sheet
from .unreadable import unreadable
from .vocabulary import fold

__all__ = ["ANSWER", "QUESTION", "cells_of", "found_names", "plain_sheet", "unfold_long"]

QUESTION = {"question", "vraag", "vraagcode", "vraag_id", "question_id", "item", "variable", "variabele"}
ANSWER = {"answer", "antwoord", "value", "waarde", "response", "score"}


def found_names(names: list[str], words: set[str]) -> list[str]:
    """The names that are one of these words, however they are written."""
    return [name for name in names if fold(name) in words]


def cells_of(raw: Raw, heads: int, index: int) -> list[str]:
    """The cells of one column, under a heading of so many rows."""
    return [row[index] for row in raw.rows[heads:]]


def _unique(columns: list[Column]) -> list[Column]:
    seen: dict[str, int] = {}
    for column in columns:
        seen[column.key] = seen.get(column.key, 0) + 1
        if seen[column.key] > 1:
            column.key = f"{column.key}#{seen[column.key]}"
    return columns


def plain_sheet(raw: Raw, heads: int, columns: list[Column]) -> Sheet:
    """The columns under a heading of so many rows, each with a name of its own; those without anything are left out."""
    named = [column for column in columns if column.key or any(column.cells)]
    for i, column in enumerate(named):
        if not column.key:
            column.key = f"column {i + 1}"
    return Sheet(raw.file, "", "", _unique(named), raw.numbers[heads:])


def unfold_long(raw: Raw) -> Sheet:
    """One row per answer becomes one row per respondent and wave: rows that agree on all other columns."""
    names = raw.rows[0]
    if not found_names(names, QUESTION) or not found_names(names, ANSWER):
        raise unreadable("HV-701", "long", Where(raw.file, raw.numbers[0]))
    question = names.index(found_names(names, QUESTION)[0])
    answer = names.index(found_names(names, ANSWER)[0])
    text = next((i for i, name in enumerate(names) if fold(name) in ("text", "tekst", "toelichting")), None)
    told = {question, answer} | ({text} if text is not None else set())
    same = [i for i in range(len(names)) if i not in told]
    rows: dict[tuple[str, ...], int] = {}
    columns: dict[str, Column] = {}
    first: list[int] = []
    for number, row in zip(raw.numbers[1:], raw.rows[1:], strict=True):
        key = tuple(row[i] for i in same)
        if key not in rows:
            rows[key] = len(rows)
            first.append(number)
        _check_question(row[question], Where(raw.file, number, names[question]))
        cells = {row[question]: row[answer]}
        if text is not None and row[text]:
            cells[f"{row[question]}:text"] = row[text]
        for name, cell in cells.items():
            _put(columns.setdefault(name, Column(name, name)), rows[key], cell, number, raw.file)
    bare = [name for name, column in columns.items() if f"{name}:text" in columns and not any(column.cells)]
    for name in bare:
        del columns[name]
    for column in columns.values():
        _lengthen(column, len(rows))
        column.rows = [row or first[i] for i, row in enumerate(column.rows)]
    fixed = [Column(names[i], names[i], "", [key[n] for key in rows]) for n, i in enumerate(same)]
    sheet = plain_sheet(raw, 1, fixed + list(columns.values()))
    sheet.rows = first
    return sheet


def _check_question(question: str, where: Where) -> None:
    if not question:
        raise unreadable("HV-707", "no_question", where)
    if personal(question):
        raise unreadable("HV-714", "heading_personal", where)


def _lengthen(column: Column, count: int) -> None:
    """Empty cells below those that are there, up to so many."""
    missing = max(count - len(column.cells), 0)
    column.cells += [""] * missing
    column.rows += [0] * missing


def _put(column: Column, at: int, cell: str, number: int, file: str) -> None:
    """The cell at its place in a column, once, with the row of the file that it comes from."""
    _lengthen(column, at + 1)
    if column.rows[at]:
        raise unreadable("HV-203", "answer_twice", Where(file, number, column.key))
    column.cells[at], column.rows[at] = cell, number
