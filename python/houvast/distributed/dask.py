"""The tally and whole studies on Dask: partitions become small states in the workers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import _core
from ..counting.arrow import pyarrow
from ..errors import InvalidValueError, MissingExtraError, Where, problem
from ..io.frames import column_items
from ..scoring import Tally
from .studies import Function, Region, Sources, regions_of, table_of, worked_on
from .work import Work, work_of

__all__ = ["map_studies", "tally"]

_FAN_IN = 16  # states that are added up at a time


def _dask() -> Any:
    try:
        import dask
    except ImportError as error:
        raise MissingExtraError.of("dask", "dask") from error
    return dask


def tally(
    frame: Any,
    instrument: _core.Instrument | str,
    *,
    groups: str | None = None,
    waves: str | None = None,
    respondent: str = "respondent",
    question: str = "question",
    answer: str = "answer",
    columns: Mapping[str, str] | None = None,
) -> Tally:
    """Counts the answers of a Dask data frame; the same bytes as `houvast.tally_files` gives on one machine.

    Partitions are counted where they are, and their states added up in the workers. A long data frame is first
    partitioned by respondent.

    Parameters
    ----------
    frame : dask.dataframe.DataFrame, or iterable of Delayed
        Wide or long, as `houvast.tally_files` describes; or delayed frames of pandas, polars or Arrow, in each of which
        respondents are complete.
    instrument : Instrument or str
        What was asked, or its name in the catalogue.
    groups : str, optional
        Column with the group of a respondent; all are one group when left out.
    waves : str, optional
        Column with the wave, likewise.
    respondent : str
        Column with who answers, in a long table.
    question : str
        Column with the id of the question, in a long table.
    answer : str
        Column with the answer, in a long table.
    columns : mapping of str to str, optional
        Question id → what the table calls it, where that is something else.

    Returns
    -------
    Tally
        Groups and waves are those that were met, in alphabetical order; for inside use.

    Raises
    ------
    MissingExtraError
        HV-601 without the extra `dask`.
    ParseError
        HV-102 for no rows, HV-112 for a column that is not there.
    ValidationError
        HV-2xx for an answer that cannot be; `where.file` is the partition (`part-00003`), `where.row` the row in it.
    """
    delayed = _dask().delayed
    work = work_of(
        instrument, columns, groups=groups, waves=waves, respondent=respondent, question=question, answer=answer
    )
    states = [delayed(_counted)(work, part, i) for i, part in enumerate(_parts(frame, work))]
    while len(states) > _FAN_IN:
        starts = range(0, len(states), _FAN_IN)
        states = [delayed(work.merged)(states[start : start + _FAN_IN]) for start in starts]
    return work.result(_dask().compute(*states))


def _parts(frame: Any, work: Work) -> list[Any]:
    """Partitions with the columns that are counted, as delayed frames."""
    if not hasattr(frame, "to_delayed"):
        return list(frame)
    roles = work.roles(frame.columns)
    chosen = frame[[*dict.fromkeys(roles.values())]]
    if work.layout.is_long(frame.columns):
        chosen = chosen.shuffle(on=roles["respondent"])
    return list(chosen.to_delayed())


def _counted(work: Work, frame: Any, partition: int) -> bytes | None:
    table = _table(frame, f"part-{partition:05}")
    if work.layout.is_long(table.schema.names) and work.layout.respondent in table.schema.names:
        who = table.column(work.layout.respondent)
        plain = who.cast(who.type.value_type) if pyarrow().types.is_dictionary(who.type) else who
        table = table.take(pyarrow().compute.sort_indices(plain))
    return work.counted([table], partition)


def _table(frame: Any, file: str) -> Any:
    """A frame as an Arrow table. Raises InvalidValueError HV-302 for a column that Arrow has no type for."""
    pa, columns = pyarrow(), {}
    if not hasattr(frame, "iloc"):
        return pa.table(frame)
    for name, values in column_items(frame) or []:
        try:
            columns[name] = pa.Array.from_pandas(values)
        except (pa.ArrowInvalid, pa.ArrowTypeError):
            expected = "problem.expected.numbers_or_texts"
            where = Where(file, None, name)
            raise problem(InvalidValueError, "HV-302", "problem.subject.column", expected, where) from None
    return pa.table(columns)


def map_studies(sources: Sources, function: Function) -> Any:
    """What a function finds in the study of every region, as one table: regions side by side in the workers.

    Parameters
    ----------
    sources : mapping of str to path or bytes, or iterable of path
        Region → what `houvast.load` takes, or a study's JSON; paths alone are called by their name. Workers must be
        able to read the paths.
    function : callable
        Takes a Study and returns a row (a dict), rows, or a table such as `study.scores()`.

    Returns
    -------
    pyarrow.Table
        The table that `houvast.distributed.map_studies` gives.

    Raises
    ------
    MissingExtraError
        HV-601 without the extra `dask`.
    ValidationError
        With everything that is wrong in the study of any region; places begin with its name.
    InvalidValueError
        HV-304 for two regions of one name.
    """
    one = _dask().delayed(worked_on)
    found: tuple[Region, ...] = _dask().compute(*(one(name, source, function) for name, source in regions_of(sources)))
    return table_of(found)
