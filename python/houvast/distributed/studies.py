"""One study per region, each worked on by itself, and all results in one table."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from .. import _core
from ..counting.arrow import pyarrow
from ..errors import Error, InvalidValueError, Issue, ValidationError, Where, problem, problems
from ..io.folder import load
from ..results.hidden import HIDDEN

__all__ = ["Function", "Region", "Sources", "map_studies", "regions_of", "table_of", "worked_on"]

Source = str | os.PathLike[str] | bytes
Sources = Mapping[str, Source] | Iterable[str | os.PathLike[str]]
Row = Mapping[str, Any]
Function = Callable[[_core.Study], "Row | Iterable[Row] | _core.Table"]


@dataclass(frozen=True)
class Region:
    """What became of a region: rows, or what is wrong with its study."""

    rows: tuple[dict[str, Any], ...] = ()
    issues: tuple[Issue, ...] = ()


def regions_of(sources: Sources) -> list[tuple[str, Source]]:
    """Name and source of every region, in the order given."""
    if isinstance(sources, Mapping):
        return [(str(name), source) for name, source in sources.items()]
    places = [Path(source) for source in sources]
    found = [(place.stem if place.suffix in (".json", ".xlsx") else place.name, place) for place in places]
    for name, times in Counter(name for name, _ in found).items():
        if times > 1:
            expected = "problem.expected.label_once"
            raise problem(InvalidValueError, "HV-304", "problem.subject.region", expected, value=name)
    return [(name, place) for name, place in found]


def _rows(result: Row | Iterable[Row] | _core.Table) -> list[Row]:
    if hasattr(result, "to_dicts"):
        return list(result.to_dicts())
    return [result] if isinstance(result, Mapping) else list(result)


def worked_on(name: str, source: Source, function: Function) -> Region:
    """The rows that a function makes of a region's study, with the region's name in front."""
    try:
        study = _core.study_from_json(source, name) if isinstance(source, bytes) else load(source)
        rows = _rows(function(study))
    except Error as error:
        places = [Where(f"{name}: {i.where.file}", i.where.row, i.where.column, i.where.pointer) for i in error.issues]
        return Region(issues=tuple(replace(i, where=at) for i, at in zip(error.issues, places, strict=True)))
    hidden = [{key: None if value is HIDDEN else value for key, value in row.items()} for row in rows]
    return Region(tuple({"region": name} | row for row in hidden))


def table_of(regions: Sequence[Region]) -> Any:
    """All rows as one Arrow table. Raises ValidationError with everything that is wrong, region by region."""
    issues = [issue for region in regions for issue in region.issues]
    if issues:
        raise problems(ValidationError, issues)
    rows = [row for region in regions for row in region.rows]
    names = dict.fromkeys(name for row in rows for name in row) or ["region"]
    pa = pyarrow()
    return pa.table({name: pa.array([row.get(name) for row in rows]) for name in names})


def map_studies(sources: Sources, function: Function) -> Any:
    """What a function finds in the study of every region, as one table; region after region on this machine.

    `houvast.distributed.spark.map_studies` and `houvast.distributed.dask.map_studies` give the same table.

    Parameters
    ----------
    sources : mapping of str to path or bytes, or iterable of path
        Region → what `houvast.load` takes, or a study's JSON; paths alone are called by their name.
    function : callable
        Takes a Study and returns a row (a dict), rows, or a table of houvast such as `study.scores()`.

    Returns
    -------
    pyarrow.Table
        Column `region`, and those of the rows, regions in the order given; what a release hides is null.

    Raises
    ------
    ValidationError
        With everything that is wrong in the study of any region; places begin with its name.
    InvalidValueError
        HV-304 for two regions of one name.
    """
    return table_of([worked_on(name, source, function) for name, source in regions_of(sources)])
