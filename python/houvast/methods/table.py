"""Methods of `houvast.Table`."""

from __future__ import annotations

import os
import pathlib
import typing

from .. import _core

if typing.TYPE_CHECKING:
    import pandas
    import polars

__all__ = ["head", "to_csv", "to_dicts", "to_pandas", "to_parquet", "to_polars", "to_sav", "to_xlsx"]


def head(self: _core.Table, n: int = 5) -> _core.Table:
    """The first rows of the table.

    Parameters
    ----------
    n : int
        How many at most; below 0: all but so many of the last.

    Returns
    -------
    Table
        The same columns.
    """
    return self.at_rows(range(len(self))[:n])


def to_pandas(self: _core.Table) -> pandas.DataFrame:
    """The table as a pandas DataFrame (extra `frames`).

    Returns
    -------
    pandas.DataFrame
        Whole numbers with gaps are Int64; title, use (inside), definition, source and the meaning of columns stand in
        `.attrs`.

    Raises
    ------
    MissingExtraError
        HV-601 when pandas is not installed.
    """
    from ..results.tables import to_pandas

    return to_pandas(self)


def to_polars(self: _core.Table) -> polars.DataFrame:
    """The table as a polars DataFrame (extra `frames`).

    Returns
    -------
    polars.DataFrame
        The same columns, through the Arrow C stream.

    Raises
    ------
    MissingExtraError
        HV-601 when polars is not installed.
    """
    from ..results.tables import to_polars

    return to_polars(self)


def to_dicts(self: _core.Table) -> list[dict[str, typing.Any]]:
    """The rows of the table.

    Returns
    -------
    list of dict
        Column name to cell, one dict per row; None where there is no value.
    """
    from ..results.cells import to_dicts

    return to_dicts(self)


def to_csv(self: _core.Table, path: str | os.PathLike[str], dialect: str = "plain") -> pathlib.Path:
    """Writes the exact table as CSV, for inside use.

    Parameters
    ----------
    path : path
        The file; `scores.csv` becomes `scores-intern.csv`.
    dialect : str
        "plain", or "excel-nl" for opening in a Dutch Excel: semicolons and decimal commas.

    Returns
    -------
    pathlib.Path
        Where it was written.

    Raises
    ------
    InvalidValueError
        HV-303 for another dialect.
    """
    from ..io.csv import table_csv

    return table_csv(self, path, dialect)


def to_parquet(self: _core.Table, path: str | os.PathLike[str]) -> pathlib.Path:
    """Writes the exact table as Parquet (extra `frames`), for inside use.

    Parameters
    ----------
    path : path
        The file; `intern` is added to its name where it is not there already.

    Returns
    -------
    pathlib.Path
        Where it was written.

    Raises
    ------
    MissingExtraError
        HV-601 when pyarrow is not installed.
    """
    from ..io.parquet import table_parquet

    return table_parquet(self, path)


def to_xlsx(self: _core.Table, path: str | os.PathLike[str]) -> pathlib.Path:
    """Writes the exact table as an Excel workbook (extra `excel`), for inside use.

    Parameters
    ----------
    path : path
        The file; `intern` is added to its name where it is not there already.

    Returns
    -------
    pathlib.Path
        Where it was written.

    Raises
    ------
    MissingExtraError
        HV-601 when the extra is not installed.
    """
    from ..io.workbook.table import table_xlsx

    return table_xlsx(self, path)


def to_sav(self: _core.Table, path: str | os.PathLike[str]) -> pathlib.Path:
    """Writes the exact table as SPSS .sav (extra `spss`), for inside use.

    Parameters
    ----------
    path : path
        The file; `intern` is added to its name where it is not there already.

    Returns
    -------
    pathlib.Path
        Where it was written; the meaning of each column is its label.

    Raises
    ------
    ValidationError
        HV-302 for a text that is longer than SPSS holds.
    MissingExtraError
        HV-601 when the extra is not installed.
    """
    from ..io.sav import table_sav

    return table_sav(self, path)
