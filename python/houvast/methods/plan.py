"""Methods of `houvast.Plan`."""

from __future__ import annotations

import typing

from .. import _core

if typing.TYPE_CHECKING:
    import pandas

__all__ = ["say", "to_frame"]


def say(self: _core.Plan, lang: str = "nl") -> str:
    """The plan in words, one sentence per line.

    Parameters
    ----------
    lang : str
        One of `houvast.languages()`.

    Returns
    -------
    str
    """
    return "\n".join(claim.say(lang) for claim in self.claims)


def to_frame(self: _core.Plan) -> pandas.DataFrame:
    """The table as a pandas DataFrame (extra `frames`).

    Returns
    -------
    pandas.DataFrame
        As `Table.to_pandas`.

    Raises
    ------
    MissingExtraError
        HV-601 when pandas is not installed.
    """
    return self.table.to_pandas()
