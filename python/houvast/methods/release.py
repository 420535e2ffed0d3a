"""Methods of `houvast.Release`."""

from __future__ import annotations

import collections.abc
import os
import pathlib
import typing

from .. import _core

if typing.TYPE_CHECKING:
    import houvast.release.claims

__all__ = ["claims", "document", "report", "scores_table", "to_csv", "to_xlsx"]


def report(
    self: _core.Release,
    path: str | os.PathLike[str],
    *,
    lang: str = "nl",
    edition: str = "full",
    parts: collections.abc.Sequence[str] | None = None,
    theme: str | os.PathLike[str] | None = None,
    reference: str | os.PathLike[str] | None = None,
    template: str | os.PathLike[str] | None = None,
    force: bool = False,
) -> pathlib.Path:
    """Writes the report as one self-contained file that only its owner may read (extra `report`).

    Parameters
    ----------
    path : path
        Its ending chooses the format: .html, .pdf (printed by a browser on the machine), .docx, or .pptx for slides.
    lang : str
        Language of the report, one of `houvast.languages()`.
    edition : str
        "full"; "board", the first page only; "plain" words for parents and young people; "cards" for the table, four
        a sheet; or "officer" for the privacy officer.
    parts : sequence of str, optional
        Which parts of the full edition, in this order (`houvast.report.PARTS`); None: all.
    theme : path, optional
        A JSON file with a name, a logo and colours of your own.
    reference : path, optional
        A reference set that `houvast reference build` made: elements stand beside the spread of its regions, where the
        questionnaire and its version are the same.
    template : path, optional
        A Jinja file that extends "report.html.j2", for instance with another `order` of the parts
        (`houvast.report.PARTS`).
    force : bool
        Whether a file that is there already is replaced.

    Returns
    -------
    pathlib.Path
        Where it was written.

    Raises
    ------
    UnknownKeyError
        HV-503 for a language that does not exist.
    InvalidValueError
        HV-303 for another ending or edition, or a part that this report has not; HV-302 for colours that do not read.
    FileAccessError
        HV-118 when the file is there already.
    ParseError
        HV-119 for a template that is not valid, HV-101 to HV-110 for a theme.
    MissingExtraError
        HV-601 when the extra is not installed.
    MissingProgramError
        HV-602 when no browser can make the PDF.
    """
    from ..report import write_report

    chosen: dict[str, typing.Any] = {"lang": lang, "edition": edition, "parts": parts, "theme": theme}
    return write_report(self, path, reference=reference, template=template, force=force, **chosen)


def document(self: _core.Release) -> dict[str, typing.Any]:
    """The release as JSON (docs/reference/release.schema.json).

    Returns
    -------
    dict
        Every number and every claim that may leave.
    """
    from ..release import document_of

    return document_of(self)


def claims(self: _core.Release) -> list[houvast.release.claims.Statement]:
    """Everything that the report says about the data.

    Returns
    -------
    list of Statement
        Each with its id and arguments, to be said in any language: `.say(lang)`.
    """
    from ..release import claims_of

    return claims_of(self)


def scores_table(self: _core.Release) -> list[dict[str, typing.Any]]:
    """The released scores.

    Returns
    -------
    list of dict
        One per wave, item and group. `n` is a band; `top_box`, `top_box_low` and `top_box_high` are shares from 0 to 1.
        HIDDEN stands where nothing may be shown, and `top_box` is None when only the band around it may be.
    """
    from ..release import scores_rows

    return scores_rows(self)


def to_csv(self: _core.Release, path: str | os.PathLike[str], dialect: str = "plain") -> pathlib.Path:
    """Writes the released scores as CSV; cells that a spreadsheet would run are escaped as text.

    Parameters
    ----------
    path : path
        The file.
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
    from ..release import write_csv

    return write_csv(self, path, dialect)


def to_xlsx(self: _core.Release, path: str | os.PathLike[str], lang: str = "nl") -> pathlib.Path:
    """Writes the released scores as an Excel workbook for others (extra `excel`).

    Parameters
    ----------
    path : path
        The file.
    lang : str
        Language of the explanation in it, one of `houvast.languages()`.

    Returns
    -------
    pathlib.Path
        Where it was written.

    Raises
    ------
    UnknownKeyError
        HV-503 for a language that does not exist.
    MissingExtraError
        HV-601 when the extra is not installed.
    """
    from ..release.workbook import release_xlsx

    return release_xlsx(self, path, lang)
