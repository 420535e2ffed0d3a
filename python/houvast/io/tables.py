"""Tables on their way to files: CSV, Parquet, Excel and SPSS, each written whole or not at all.

Exact tables are for inside use and say so: `intern` stands in the name of the file, and inside where the format has
room. What others see is written by a Release.
"""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from .. import _core
from ..errors import InvalidValueError, Issue, MissingExtraError, ValidationError, Where
from ..results.hidden import HIDDEN, HIDDEN_SYMBOL
from ..results.tables import cells_of
from .atomic import whole_file, write_text
from .folder import plain_csv
from .workbook.xlsx import Workbook

__all__ = [
    "INSIDE",
    "csv_text",
    "inside_path",
    "release_xlsx",
    "safe_cell",
    "sav_names",
    "table_csv",
    "table_parquet",
    "table_sav",
    "table_xlsx",
    "write_parquet",
]

INSIDE = "intern – exacte uitkomsten, niet om te delen / inside use – exact results"
_RUN = re.compile(r"'*[=+\-@\t\r]")  # a spreadsheet runs cells that start so; with ' before it, it shows them
_LONGEST = 32767  # bytes in a text of an SPSS file
_LABEL, _VALUE_LABEL = 255, 120  # and in its labels of variables and of values


def inside_path(path: str | os.PathLike[str]) -> Path:
    """The path with `intern` in the name of the file, where it is not there already."""
    place = Path(path)
    if re.search(r"(^|[^a-z])intern([^a-z]|$)", place.stem.lower()):
        return place
    return place.with_name(f"{place.stem}-intern{place.suffix}")


def safe_cell(value: Any) -> Any:
    """A cell for CSV: texts that a spreadsheet would run get an apostrophe in front, nothing is an empty text."""
    if value is HIDDEN:
        return HIDDEN_SYMBOL
    if isinstance(value, str) and _RUN.match(value):
        return "'" + value
    return "" if value is None else value


def _dutch(value: Any) -> Any:
    """A cell as a Dutch Excel reads it."""
    if isinstance(value, bool):
        return "WAAR" if value else "ONWAAR"
    return str(value).replace(".", ",") if isinstance(value, float) else safe_cell(value)


def csv_text(columns: Sequence[str], rows: Iterable[Iterable[Any]], dialect: str = "plain") -> str:
    """CSV that is safe to open in a spreadsheet: "plain" as every program reads it, or "excel-nl" for a double click
    in a Dutch Excel: semicolons, decimal commas, WAAR and ONWAAR, and a byte order mark.
    """
    heading = [safe_cell(column) for column in columns]
    if dialect == "plain":
        return plain_csv(heading, [[safe_cell(value) for value in row] for row in rows])
    if dialect != "excel-nl":
        message = f"[HV-303] dialect '{dialect}'; expected plain or excel-nl"
        raise InvalidValueError(message, [Issue("HV-303", "dialect", dialect, "plain or excel-nl", Where(), message)])
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerows([heading, *([_dutch(value) for value in row] for row in rows)])
    return "\ufeff" + buffer.getvalue()


def table_csv(table: _core.Table, path: str | os.PathLike[str], dialect: str = "plain") -> Path:
    """Writes an exact table as CSV; returns where: `scores.csv` becomes `scores-intern.csv`.

    `dialect="excel-nl"` is for opening in a Dutch Excel: semicolons and decimal commas.
    """
    cells = cells_of(table)
    return write_text(inside_path(path), csv_text(list(cells), zip(*cells.values(), strict=True), dialect))


def write_parquet(table: Any, path: Path) -> Path:
    """Writes a pyarrow table, whole or not at all."""
    try:
        import pyarrow.parquet as pq
    except ImportError as error:
        raise MissingExtraError.of("frames", "pyarrow") from error
    with whole_file(path) as temporary:
        pq.write_table(table, temporary)
    return path


def table_parquet(table: _core.Table, path: str | os.PathLike[str]) -> Path:
    """Writes an exact table as Parquet, with the meaning of its columns in the metadata; returns where."""
    try:
        import pyarrow
    except ImportError as error:
        raise MissingExtraError.of("frames", "pyarrow") from error
    about = {"title": table.title, "use": INSIDE, "definition": table.provenance.definition}
    return write_parquet(pyarrow.table(table).replace_schema_metadata(about), inside_path(path))


def _data_sheet(book: Workbook, name: str, table: Mapping[str, Sequence[Any]]) -> None:
    sheet = book.book.add_worksheet(name)
    head = book.book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    percent, number = book.book.add_format({"num_format": "0%"}), book.book.add_format({"num_format": "0.00"})
    for at, (column, cells) in enumerate(table.items()):
        texts = [cell for cell in cells[:200] if isinstance(cell, str)]
        widest = max([len(column), *(len(line) for text in texts for line in text.split("\n"))])
        numbers = any(isinstance(cell, float) for cell in cells)
        style = percent if _SHARES.search(column) else number if numbers else None
        sheet.set_column(at, at, min(max(widest + 1, 8), 50), style)
        sheet.write_string(0, at, column, head)
    book.fill(sheet, [[HIDDEN_SYMBOL if cell is HIDDEN else cell for cell in cells] for cells in table.values()])
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    book.print_wide(sheet)
    count = max(map(len, table.values()), default=0)
    if count:
        sheet.autofilter(0, 0, count, len(table) - 1)


_SHARES = re.compile(r"(^|_)(share|response|top_box|density)(_low|_high)?$")


def table_xlsx(table: _core.Table, path: str | os.PathLike[str]) -> Path:
    """Writes an exact table as a workbook; its first sheet says that it is for inside use and what the columns mean."""
    place = inside_path(path)
    about = [("gebruik / use", INSIDE), ("tabel / table", table.title)]
    provenance = table.provenance
    about += [("definitie / definition", provenance.definition), ("bron / source", provenance.source)]
    about += [("houvast", _core.__version__), ("", ""), ("kolom / column", "betekenis / meaning")]
    about += [(column.name, column.description) for column in table.columns]
    with whole_file(place) as temporary:
        book = Workbook(temporary)
        book.explain("intern", about)
        _data_sheet(book, "tabel", cells_of(table))
        book.close()
    return place


def sav_names(names: Iterable[str]) -> list[str]:
    """Names that SPSS allows, each once: letters, digits and . _ $ # @, starting with a letter, not ending in a dot."""
    made: list[str] = []
    for name in names:
        safe = re.sub(r"[^A-Za-z0-9_.$#@]", "_", name).rstrip(".")[:60] or "V"
        safe = safe if safe[0].isalpha() else "V" + safe
        number, unique = 1, safe
        while unique.lower() in (other.lower() for other in made):
            number += 1
            unique = f"{safe}_{number}"
        made.append(unique)
    return made


def _cut(text: str, most: int) -> str:
    """As much of a text as fits in so many bytes."""
    return text.encode("utf-8")[:most].decode("utf-8", "ignore")


def write_sav_file(
    frame: Any,
    path: Path,
    column_labels: Mapping[str, str],
    variable_value_labels: Mapping[str, Mapping[int, str]] | None = None,
    **more: Any,
) -> Path:
    """Writes a pandas frame as .sav, whole or not at all; labels are cut to what SPSS allows, texts never are."""
    try:
        import pyreadstat
    except ImportError as error:
        raise MissingExtraError.of("spss", "pyreadstat") from error
    for name in frame.columns:
        for row, cell in enumerate(frame[name] if frame[name].dtype.kind in "OT" else (), 1):
            if isinstance(cell, str) and 4 * len(cell) > _LONGEST and len(cell.encode("utf-8")) > _LONGEST:
                expected = "at most 32,767 bytes in a text of an SPSS file; use CSV, Parquet or JSON"
                message = f"[HV-302] row {row}, column {name}: a text that is too long; expected {expected}"
                issue = Issue("HV-302", "text", "", expected, Where("", row, str(name)), message)
                raise ValidationError(message, [issue])
    values = variable_value_labels or {}
    more["column_labels"] = {name: _cut(label, _LABEL) for name, label in column_labels.items()}
    more["variable_value_labels"] = {
        name: {value: _cut(label, _VALUE_LABEL) for value, label in labels.items()} for name, labels in values.items()
    }
    with whole_file(path) as temporary:
        pyreadstat.write_sav(frame, str(temporary), file_label=_cut(INSIDE, 64), **more)
    return path


def table_sav(table: _core.Table, path: str | os.PathLike[str]) -> Path:
    """Writes an exact table as SPSS .sav with the meaning of each column as its label; returns where."""
    try:
        import pandas as pd
    except ImportError as error:
        raise MissingExtraError.of("spss", "pandas") from error
    safe = sav_names(column.name for column in table.columns)
    data = {}
    for name, column, cells in zip(safe, table.columns, cells_of(table).values(), strict=True):
        texts = isinstance(column.values, list)
        data[name] = pd.Series(
            ["" if cell is None else cell for cell in cells]
            if texts
            else pd.array(cells, dtype="Float64").astype(float)
        )
    labels = {name: f"{column.name}: {column.description}" for name, column in zip(safe, table.columns, strict=True)}
    return write_sav_file(pd.DataFrame(data), inside_path(path), labels)


_ABOUT = {
    "nl": {
        "sheet": "uitkomsten",
        "about": "uitleg",
        "rules": "Groepen onder de {threshold} mensen zijn niet te zien; {symbol} staat voor wat niet getoond wordt. "
        "Deze regels zijn toegepast en nagekeken; zij maken de gegevens niet onherleidbaar.",
        "read": "top_box is het deel dat positief antwoordde, n een klasse. Vergelijk geen mensen of organisaties; "
        "gebruik de uitkomsten om het gesprek te openen.",
    },
    "en": {
        "sheet": "results",
        "about": "about",
        "rules": "Groups under {threshold} people are not shown; {symbol} stands for what is hidden. These rules were "
        "applied and checked; they do not make it impossible to recognise people.",
        "read": "top_box is the share that answered favourably, n a band. Do not rank people or organisations; use the "
        "results to open a conversation.",
    },
}


def release_xlsx(release: _core.Release, path: str | os.PathLike[str], lang: str = "nl") -> Path:
    """Writes the released scores as a workbook for others: what is hidden is a symbol, texts are never formulas."""
    from ..release import COLUMNS, require_release, scores_rows

    rows = scores_rows(require_release(release))
    words = _ABOUT["en" if lang == "en" else "nl"]
    about = [
        ("", str(release.title.get(lang))),
        ("", words["rules"].format(threshold=release.threshold, symbol=HIDDEN_SYMBOL)),
        ("", words["read"]),
        ("houvast", f"{_core.__version__}, policy {release.policy}"),
    ]
    place = Path(path)
    with whole_file(place) as temporary:
        book = Workbook(temporary)
        book.explain(words["about"], about)
        _data_sheet(book, words["sheet"], {name: [row[name] for row in rows] for name in COLUMNS})
        book.close()
    return place
