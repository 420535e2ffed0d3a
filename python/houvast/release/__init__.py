"""From a study to what may leave; file writers accept a Release or its document and nothing else."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, TypeAlias

from .. import _core
from ..io.atomic import write_text
from ..io.csv import csv_text
from ..results.hidden import HIDDEN
from .claims import Statement
from .document import ReleaseDocument
from .explained import Explained
from .explaining import explained
from .gate import refuse
from .ledger import Planned, enter, planned
from .reading import is_release, read_document, read_json, written_document

__all__ = [
    "COLUMNS",
    "Explained",
    "Planned",
    "ReleaseDocument",
    "Statement",
    "check_release",
    "claims_of",
    "document_of",
    "explain_release",
    "is_release",
    "load_release",
    "opened",
    "release_study",
    "scores_rows",
    "write_csv",
    "write_document",
]

# Column of the released scores → the message that says what it means.
COLUMNS = {
    "wave": "column.wave_id",
    "instrument": "column.instrument_id",
    "kind": "column.question_or_element",
    "id": "column.question_or_element_id",
    "group": "column.group_value",
    "n": "column.released_n",
    "top_box_low": "column.released_low",
    "top_box_high": "column.released_high",
}

Releasable: TypeAlias = _core.Release | ReleaseDocument | dict[str, Any]


def release_study(
    study: _core.Study,
    policy: str | _core.Policy = "team",
    *,
    by: str = "perspective",
    agenda_length: int = 5,
    goals: str = "counts",
    complexity: str | None = None,
    ledger: str | os.PathLike[str] | None = None,
) -> _core.Release:
    """What may be shown to others under a policy; the same as `study.release(...)`.

    Parameters
    ----------
    study : Study
        The exact study.
    policy : str or Policy
        "team" (groups of 5 people or more), "external" (10 or more), or a Policy with a threshold of its own.
    by : str
        The one attribute that released scores and networks are split by: "perspective", "domain", "sector", "level",
        or a column that the study declares (`study.split_by`); "" for totals only, networks by domain.
    agenda_length : int
        Questions on the agenda at most; 1 or more.
    goals : str
        "counts" tells how many goals and agreements there are; "text" gives them in their own words, with their
        values.
    complexity : str, optional
        "simple", "composite" or "complex": adds which dimensions of Gerdes suit such questions.
    ledger : path, optional
        File that keeps which people stood behind each earlier release, as keyed digests; made when there is none. None:
        the release is not looked at beside earlier ones, and says so.

    Returns
    -------
    Release

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
    chosen = _core.Policy.named(policy) if isinstance(policy, str) else policy
    release = _core.release(study, chosen, by, agenda_length, goals, complexity, ledger is not None)
    if ledger is not None:
        enter(study, release, ledger)
    return release


def check_release(
    study: _core.Study,
    policy: str | _core.Policy = "team",
    *,
    by: str = "perspective",
    ledger: str | os.PathLike[str],
) -> Planned:
    """What a release would add to a ledger, without writing anything; the same as `study.check_release(...)`.

    Parameters
    ----------
    study : Study
        The exact study.
    policy : str or Policy
        As for `release_study`.
    by : str
        As for `release_study`.
    ledger : path
        The ledger; there need not be one yet.

    Returns
    -------
    Planned

    Raises
    ------
    UnknownKeyError
        HV-402 for a policy, HV-506 for an attribute that does not exist.
    DisclosureError
        HV-407 for a ledger in doubt.
    """
    return planned(study, release_study(study, policy, by=by), ledger)


def explain_release(
    study: _core.Study,
    policy: str | _core.Policy = "team",
    *,
    by: str = "perspective",
    goals: str = "counts",
) -> list[Explained]:
    """What a release of a study hides, makes coarser or leaves out, and under which rule; exact, for inside use.

    For whoever answers for the privacy of the study: the reasons tell numbers that the release hides.

    Parameters
    ----------
    study : Study
        The exact study.
    policy : str or Policy
        As for `release_study`.
    by : str
        As for `release_study`.
    goals : str
        As for `release_study`.

    Returns
    -------
    list of Explained
        In the order of the release; `.say(lang)` tells one, `.json()` gives it as data.

    Raises
    ------
    UnknownKeyError
        HV-402 for a policy, HV-506 for an attribute that does not exist.
    InvalidValueError
        HV-303 for another choice of goals.
    """
    return explained(study, release_study(study, policy, by=by, goals=goals))


def document_of(release: _core.Release) -> dict[str, Any]:
    """The release as JSON: every number and every claim that may leave.

    Parameters
    ----------
    release : Release
        What may be shown.

    Returns
    -------
    dict
        The JSON object; docs/reference/release.schema.json tells its form.
    """
    return dict(opened(release).json)


def claims_of(release: _core.Release) -> list[Statement]:
    """Everything that the report says about the data.

    Parameters
    ----------
    release : Release
        What may be shown.

    Returns
    -------
    list of Statement
        Each with its id and arguments, to be said in any language.
    """
    return opened(release).claims()


def load_release(source: str | os.PathLike[str]) -> ReleaseDocument:
    """A release document, from its path or its JSON text.

    Parameters
    ----------
    source : path or str
        Path of the file, or its JSON text.

    Returns
    -------
    ReleaseDocument

    Raises
    ------
    ParseError
        HV-1xx for a text that is no release document, with the JSON pointer of what is wrong.
    ValidationError
        HV-2xx for a document that contradicts itself.
    """
    return read_document(read_json(source if isinstance(source, str) else Path(source)))


def opened(thing: object) -> ReleaseDocument:
    """The document of a Release, or a document itself, read once more.

    A document object may have been put together by hand; its JSON form is what was released, and is checked whole.

    Parameters
    ----------
    thing : Release or release document
        A Release, a document that was read, or its JSON object.

    Returns
    -------
    ReleaseDocument

    Raises
    ------
    DisclosureError
        HV-404 for anything else.
    """
    if isinstance(thing, ReleaseDocument):
        return read_document(getattr(thing, "json", None))
    if isinstance(thing, dict) and str(thing.get("schema", "")).startswith("houvast-release/"):
        return read_document(thing)
    if isinstance(thing, _core.Release):
        return written_document(thing)
    return refuse(type(thing).__name__)


def write_document(release: Releasable, path: str | os.PathLike[str]) -> Path:
    """Writes the document as JSON that only its owner may read, whole or not at all.

    Parameters
    ----------
    release : Release or release document
        What may be shown.
    path : path
        Where to write.

    Returns
    -------
    pathlib.Path
        Where it was written.

    Raises
    ------
    DisclosureError
        HV-404 for anything but a release.
    FileAccessError
        HV-118 when it cannot be written.
    """
    return write_text(path, json.dumps(opened(release).json, ensure_ascii=False, indent=1) + "\n")


def _share(share: Any) -> tuple[Any, Any]:
    return (HIDDEN, HIDDEN) if share is HIDDEN else (share.low, share.high)


def scores_rows(release: Releasable) -> list[dict[str, Any]]:
    """The released scores.

    Parameters
    ----------
    release : Release or release document
        What may be shown.

    Returns
    -------
    list of dict
        One per wave, item and group. HIDDEN stands where nothing may be shown; a share is told as the step from
        `top_box_low` to `top_box_high`.

    Raises
    ------
    DisclosureError
        HV-404 for anything but a release.
    """
    document = opened(release)
    rows = []
    for score in [*document.totals, *document.groups]:
        told = (score.wave, score.instrument, score.kind, score.id, score.group, score.n_band, *_share(score.top))
        rows.append(dict(zip(COLUMNS, told, strict=True)))
    return rows


def write_csv(release: Releasable, path: str | os.PathLike[str], dialect: str = "plain") -> Path:
    """Writes the released scores as CSV; cells that a spreadsheet would run are escaped as text.

    Parameters
    ----------
    release : Release or release document
        What may be shown.
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
    DisclosureError
        HV-404 for anything but a release.
    """
    rows = scores_rows(release)
    return write_text(path, csv_text(list(COLUMNS), (row.values() for row in rows), dialect))
