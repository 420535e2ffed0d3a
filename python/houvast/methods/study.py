"""Methods of `houvast.Study`."""

from __future__ import annotations

import collections.abc
import os
import pathlib
import typing

from .. import _core

if typing.TYPE_CHECKING:
    import houvast.release
    import houvast.results.open_answers
    import houvast.results.prevention

__all__ = [
    "check_release",
    "codebook",
    "explore",
    "from_frames",
    "open_answers",
    "prevention_matrix",
    "release",
    "save",
    "to_frames",
    "to_r",
    "to_sav",
]


def release(
    self: _core.Study,
    policy: str | _core.Policy = "team",
    *,
    by: str = "perspective",
    agenda_length: int = 5,
    goals: str = "counts",
    complexity: str | None = None,
    ledger: str | os.PathLike[str] | None = None,
) -> _core.Release:
    """What may be shown to others under a policy.

    Parameters
    ----------
    policy : str or Policy
        "team" (groups of 5 people or more), "external" (10 or more), or a Policy with a threshold of its own.
    by : str
        The one attribute that released scores and networks are split by: "perspective", "domain", "sector", "level",
        or a column that the study declares (`study.split_by`); "" for totals only, networks by domain.
    agenda_length : int
        Questions on the agenda at most; 1 or more.
    goals : str
        "counts" tells how many goals and agreements there are; "text" gives them in their own words, with their values.
    complexity : str, optional
        "simple", "composite" or "complex": adds which dimensions of Gerdes suit such questions.
    ledger : path, optional
        File that keeps which people stood behind each earlier release, as keyed digests; made when there is none. None:
        the release is not looked at beside earlier ones, and says so.

    Returns
    -------
    Release
        Numbers in bands, shares as steps, and claims: everything that may leave, and nothing else.

    Raises
    ------
    UnknownKeyError
        HV-402 for a policy, HV-506 for an attribute that does not exist.
    DisclosureError
        HV-405 for an attribute that nothing that leaves may be split by.
    InvalidValueError
        HV-302 for a length below 1, HV-303 for another choice of goals or complexity.
    DisclosureError
        HV-406 for a release that beside an earlier one would tell of few people, HV-407 for a ledger in doubt.
    """
    from ..release import release_study

    return release_study(
        self, policy, by=by, agenda_length=agenda_length, goals=goals, complexity=complexity, ledger=ledger
    )


def check_release(
    self: _core.Study,
    policy: str | _core.Policy = "team",
    *,
    by: str = "perspective",
    ledger: str | os.PathLike[str],
) -> houvast.release.Planned:
    """What a release would add to a ledger, without writing anything.

    Parameters
    ----------
    policy : str or Policy
        As for `release`.
    by : str
        As for `release`.
    ledger : path
        The ledger; there need not be one yet.

    Returns
    -------
    Planned
        How many earlier releases there are, how many figures are new, and why it would be refused, if it would.

    Raises
    ------
    UnknownKeyError
        HV-402 for a policy, HV-506 for an attribute that does not exist.
    DisclosureError
        HV-407 for a ledger in doubt.
    """
    from ..release import check_release

    return check_release(self, policy, by=by, ledger=ledger)


def open_answers(self: _core.Study, wave: str | None = None) -> houvast.results.open_answers.OpenAnswers:
    """What people wrote, by wave and element; for inside use, and in nothing that is released.

    Addresses, numbers of persons and the full names of people on the roster are masked. Who wrote what is not told:
    answers are sorted. Instruments that are private to their author are left out. `tidy_answers` has the texts as they
    were written.

    Parameters
    ----------
    wave : str, optional
        Id of one wave; None: all.

    Returns
    -------
    OpenAnswers
        A tuple of OpenQuestion, with `say(lang)` and `to_frame()`.

    Raises
    ------
    UnknownKeyError
        HV-505 for a wave that does not exist.
    """
    from ..convert.personal import masked, names_of
    from ..results.open_answers import open_answers

    names = names_of(party.name for party in self.parties if party.kind == "person")
    return open_answers(self, wave, lambda text: masked(text, names))


def prevention_matrix(self: _core.Study, wave: str | None = None) -> houvast.results.prevention.PreventionMatrix:
    """What is offered per support level and age, as in the prevention matrix; for inside use, and in nothing released.

    A cell holds what people wrote in it (table `matrix`; addresses, numbers of persons and the full names of people on
    the roster are masked), and what parties offer there (column `offers`). A cell that the profile expects and in which
    nothing is known is a gap. Where at least so many offers or organisations stand side by side as the profile's
    threshold `overlap` says, they may overlap: that is for people to judge.

    Parameters
    ----------
    wave : str, optional
        Id of a wave, whose parties count; None: the last.

    Returns
    -------
    PreventionMatrix
        A tuple of PreventionCell, with `say(lang)` and `to_frame()`; empty when the profile has no support levels or
        ages.

    Raises
    ------
    UnknownKeyError
        HV-505 for a wave that does not exist.

    References
    ----------
    Preventiematrix (NJi): rows, columns and what a cell is for; gaps and overlaps by own definition.
    """
    from ..convert.personal import masked, names_of
    from ..results.prevention import prevention_matrix

    names = names_of(party.name for party in self.parties if party.kind == "person")
    return prevention_matrix(self, wave, lambda text: masked(text, names))


def explore(
    self: _core.Study, *, lang: str | None = None, wave: str | None = None, relation: str | None = None
) -> typing.Any:
    """A map of the network and a board of the checks, in a notebook (extra `notebook`); exact, for inside use.

    Parameters
    ----------
    lang : str, optional
        Language of the words, one of `houvast.languages()`; None: the language of the study.
    wave : str, optional
        Id of the wave to begin with; None: the last one.
    relation : str, optional
        Relation to begin with; None: the first that was asked.

    Returns
    -------
    Explorer
        A widget of the package anywidget.

    Raises
    ------
    MissingExtraError
        HV-601 without anywidget.
    UnknownKeyError
        HV-503 for a language, HV-505 for a wave, HV-507 for a relation that does not exist.
    InvalidValueError
        HV-305 when nobody reported on the relation.
    """
    from ..explorer import explore

    return explore(self, lang=lang, wave=wave, relation=relation)


def save(self: _core.Study, path: str | os.PathLike[str], tables: str = "csv") -> pathlib.Path:
    """Writes the study; exact data, for inside use. `houvast.load` reads it back without loss.

    Parameters
    ----------
    path : path
        A folder, or one file when it ends in .json or .xlsx (extra `excel`).
    tables : str
        How a folder holds its tables: "csv", or "parquet" (extra `frames`).

    Returns
    -------
    pathlib.Path
        Where it was written.

    Raises
    ------
    InvalidValueError
        HV-303 for another kind of tables.
    MissingExtraError
        HV-601 when the extra is not installed.
    """
    from ..io.folder import save

    return save(self, path, tables)


def to_frames(self: _core.Study, kind: str = "pandas") -> dict[str, typing.Any]:
    """The tables of the study as data frames (extra `frames`); exact data, for inside use.

    `houvast.study_from_frames(study.header_json(), **study.to_frames())` reads them back without loss.

    Parameters
    ----------
    kind : str
        "pandas", "polars" or "arrow".

    Returns
    -------
    dict
        Table name to frame, with the columns of the study format.

    Raises
    ------
    InvalidValueError
        HV-303 for another kind.
    MissingExtraError
        HV-601 when the extra is not installed.
    """
    from ..io.frames import study_to_frames

    return study_to_frames(self, kind)


def from_frames(
    header: collections.abc.Mapping[str, typing.Any] | str | bytes,
    *,
    parties: typing.Any,
    answers: typing.Any = None,
    ties: typing.Any = None,
    assessments: typing.Any = None,
    goals: typing.Any = None,
    matrix: typing.Any = None,
) -> _core.Study:
    """A study from its header and tables; the same as `houvast.study_from_frames`.

    A table is a pandas or polars frame, anything with `__arrow_c_stream__`, a dict of columns (numpy, lists) or a list
    of dicts, with the columns of the study format. Missing values are empty cells.

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
        The study, checked as a whole.

    Raises
    ------
    ValidationError
        HV-1xx and HV-2xx with everything that is wrong: table, row (1 is the first) and column.
    """
    from ..io.frames import study_from_frames

    return study_from_frames(
        header, parties=parties, answers=answers, ties=ties, assessments=assessments, goals=goals, matrix=matrix
    )


def codebook(self: _core.Study) -> _core.Table:
    """What each variable and value of the study is, in Dutch and English, and which codes are missing values.

    Returns
    -------
    Table
        One row per table, variable and value.
    """
    from ..io.codebook import codebook

    return codebook(self)


def to_r(self: _core.Study, folder: str | os.PathLike[str]) -> pathlib.Path:
    """Writes the answers for R; exact data, for inside use.

    Parameters
    ----------
    folder : path
        Gets tidy answers and parties as CSV, a codebook, and a script that reads them with factors.

    Returns
    -------
    pathlib.Path
        The folder.
    """
    from ..io.r import write_r

    return write_r(self, folder)


def to_sav(self: _core.Study, path: str | os.PathLike[str], lang: str = "nl") -> pathlib.Path:
    """Writes the answers as SPSS .sav (extra `spss`); exact data, for inside use.

    One row per respondent and wave, one variable per question with its wording and value labels; don't know, not
    applicable, refused, skipped and not asked are declared missing values.

    Parameters
    ----------
    path : path
        The file; `intern` is added to its name where it is not there already.
    lang : str
        Language of the labels, one of `houvast.languages()`.

    Returns
    -------
    pathlib.Path
        Where it was written.

    Raises
    ------
    UnknownKeyError
        HV-503 for a language that does not exist.
    ValidationError
        HV-302 for a text that is longer than SPSS holds.
    MissingExtraError
        HV-601 when the extra is not installed.
    """
    from ..io.sav import write_sav

    return write_sav(self, path, lang)
