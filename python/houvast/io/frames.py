"""Studies from data frames and back: pandas, polars, Arrow, or columns of numpy arrays and lists."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from .. import _core
from ..errors import Error, InvalidValueError, MissingExtraError, Where, choose, problem
from ..results.columns import field, meaning
from ..texts import Claim

__all__ = ["column_items", "column_table", "study_from_frames", "study_to_frames", "study_to_tables"]

_INDEX = re.compile(r"__index_level_\d+__")  # what pandas calls a row index without a name
# What the cells of a column hold → how one of them reads.
_READ: dict[str, Callable[[str], Any]] = {"whole": int, "number": float, "flag": lambda cell: cell == "yes"}


def column_items(frame: Any) -> list[tuple[str, Any]] | None:
    """The columns of what is no Arrow table, by name."""
    if isinstance(frame, Mapping):
        return [(str(name), values) for name, values in frame.items()]
    if getattr(getattr(frame, "dtype", None), "names", None):  # a structured numpy array
        return [(name, frame[name]) for name in frame.dtype.names]
    if hasattr(frame, "columns") and hasattr(frame, "iloc"):
        return [(str(name), frame.iloc[:, i]) for i, name in enumerate(frame.columns)]
    if (
        isinstance(frame, Sequence)
        and not isinstance(frame, str | bytes)
        and all(isinstance(r, Mapping) for r in frame)
    ):
        names = list(dict.fromkeys(str(name) for record in frame for name in record))
        return [(name, [record.get(name) for record in frame]) for name in names]
    return None


def column_table(
    name: str, frame: Any, file: str = "", first_row: int = 1, row_numbers: Sequence[int] = ()
) -> _core.ColumnTable:
    """The columns of a frame as texts; `file`, `first_row` and `row_numbers` are for messages."""
    file = file or name
    if hasattr(frame, "iloc") and any(level is not None for level in frame.index.names):
        frame = frame.reset_index()  # an index with a name is a column
    if hasattr(frame, "__arrow_c_stream__"):
        try:
            table = _core.columns_from_arrow(frame, name, file, first_row)
        except Error:
            raise
        except (ImportError, TypeError, ValueError):
            pass  # a pandas frame of mixed types, or without pyarrow: column by column then
        else:
            table.drop([column for column in table.columns if _INDEX.fullmatch(column)])
            return table
    items = column_items(frame)
    if items is None:
        kind = type(frame).__name__
        subject = "problem.subject.table"
        raise problem(InvalidValueError, "HV-302", subject, "problem.expected.frame", Where(name), value=kind)
    return _core.columns_from_items(items, name, file, first_row, list(row_numbers))


def study_from_frames(
    header: Mapping[str, Any] | str | bytes,
    *,
    parties: Any,
    answers: Any = None,
    ties: Any = None,
    assessments: Any = None,
    goals: Any = None,
    matrix: Any = None,
) -> _core.Study:
    """A study from its header and tables.

    A table is a pandas or polars frame, anything with `__arrow_c_stream__`, a dict of columns (numpy, lists) or a
    list of dicts, with the columns of the study format. Missing values are empty cells. Places in messages are the
    table's name, the row (1 is the first) and the column.

    Parameters
    ----------
    header : dict, str or bytes
        What `study.json` holds; a dict may leave `schema` out.
    parties : table
        One row per party.
    answers : table, optional
        Long (one row per answer) or wide (one column per question); a missing answer was skipped.
    ties : table, optional
        One row per reported tie.
    assessments : table, optional
        One row per assessment of a dimension of Gerdes.
    goals : table, optional
        One row per goal or agreement.
    matrix : table, optional
        One row per cell of the prevention matrix in which something is written.

    Returns
    -------
    Study

    Raises
    ------
    ParseError
        HV-1xx for a header or columns that do not have the form.
    ValidationError
        HV-2xx with everything that is wrong, as `houvast.load` does.
    """
    text = json.dumps({"schema": "houvast-study/1", **header}) if isinstance(header, Mapping) else header
    data = text.encode("utf-8") if isinstance(text, str) else text
    given = {
        "parties": parties,
        "answers": answers,
        "ties": ties,
        "assessments": assessments,
        "goals": goals,
        "matrix": matrix,
    }
    tables = [column_table(name, frame) for name, frame in given.items() if frame is not None]
    return _core.study_from_columns(data, tables, "header")


def _typed(table: str, column: str, cells: list[str]) -> list[Any]:
    read = _READ.get(field(table, column).kind, str)
    return [read(cell) if cell else None for cell in cells]


def study_to_tables(study: _core.Study) -> dict[str, _core.Table]:
    """The tables of the study format, typed, with the meaning of each column."""
    made = {}
    for name, (columns, rows) in study.tables().items():
        cells = list(zip(*rows, strict=True)) or [()] * len(columns)
        parts = [
            (column, meaning(name, column, study.asked_known), _typed(name, column, list(values)))
            for column, values in zip(columns, cells, strict=True)
        ]
        made[name] = _core.make_table(
            Claim("title.study_table", {"study": study.id, "table": name}),
            parts,
            Claim("method.study_table", {"table": name}),
        )
    return made


def study_to_frames(study: _core.Study, kind: str = "pandas") -> dict[str, Any]:
    """Table name → frame: kind "pandas", "polars" or "arrow". Reads back without loss, for inside use:

    `houvast.study_from_frames(study.header_json(), **study.to_frames())`
    """
    tables = study_to_tables(study)
    choose(kind, ("pandas", "polars", "arrow"), "problem.subject.kind_of_frame")
    if kind == "pandas":
        return {name: table.to_pandas() for name, table in tables.items()}
    if kind == "polars":
        return {name: table.to_polars() for name, table in tables.items()}
    try:
        import pyarrow
    except ImportError as error:
        raise MissingExtraError.of("frames", "pyarrow") from error
    return {name: pyarrow.table(table) for name, table in tables.items()}
