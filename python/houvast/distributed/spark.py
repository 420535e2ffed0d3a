"""The tally and whole studies on Apache Spark: partitions become small states in the executors."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from .. import _core
from ..counting.arrow import pyarrow
from ..errors import Error, MissingExtraError
from ..scoring import Tally
from .studies import Function, Region, Sources, regions_of, table_of, worked_on
from .work import Work, gathered, work_of

__all__ = ["map_studies", "tally"]

_STATES = "struct<state:binary,problem:binary>"  # of a partition: its tally, or the error in it
_MERGERS = 8  # tasks that add states up, before the driver adds up theirs
_MOST_PARTS = 512  # tasks that regions are shared among
_RESULTS = "struct<place:bigint,result:binary>"


def _pyspark() -> Any:
    try:
        import pyspark
        import pyspark.sql
    except ImportError as error:
        raise MissingExtraError.of("spark", "pyspark") from error
    return pyspark


def tally(
    df: Any,
    instrument: _core.Instrument | str,
    *,
    groups: str | None = None,
    waves: str | None = None,
    respondent: str = "respondent",
    question: str = "question",
    answer: str = "answer",
    columns: Mapping[str, str] | None = None,
) -> Tally:
    """Counts the answers of a Spark data frame; the same bytes as `houvast.tally_files` gives on one machine.

    Partitions are counted where they are, and their states added up in the executors. A long data frame is first
    partitioned by respondent. Executors need houvast and pyarrow.

    Parameters
    ----------
    df : pyspark.sql.DataFrame
        Wide or long, as `houvast.tally_files` describes; column names may hold anything, dots too.
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
    ParseError
        HV-102 for no rows, HV-112 for a column that is not there.
    ValidationError
        HV-2xx for an answer that cannot be; `where.file` is the partition (`part-00003`), `where.row` the row in it.
    """
    work = work_of(
        instrument, columns, groups=groups, waves=waves, respondent=respondent, question=question, answer=answer
    )
    chosen, names = _chosen(df, work)
    states = chosen.mapInArrow(_counting(work, names), _STATES)
    return work.result(_sound(states.repartition(_MERGERS).mapInArrow(_merging(work), _STATES)))


def _chosen(df: Any, work: Work) -> tuple[Any, list[str]]:
    """The columns that are counted, under plain names since Spark does not take every name, and their own names."""
    roles = work.roles(df.columns)
    names = [*dict.fromkeys(roles.values())]
    places = [f"c{i}" for i in range(len(df.columns))]
    chosen = df.toDF(*places).select(*(places[df.columns.index(name)] for name in names))
    if work.layout.is_long(df.columns):
        who = places[df.columns.index(roles["respondent"])]
        chosen = chosen.repartition(who).sortWithinPartitions(who)
    return chosen, names


def _row(state: bytes | None, problem: Error | None = None) -> Any:
    pa = pyarrow()
    told = None if problem is None else pickle.dumps(problem)
    return pa.record_batch({"state": pa.array([state], pa.binary()), "problem": pa.array([told], pa.binary())})


def _counting(work: Work, names: list[str]) -> Callable[[Iterable[Any]], Iterator[Any]]:
    def count(batches: Iterable[Any]) -> Iterator[Any]:
        from pyspark import TaskContext

        context = TaskContext.get()
        try:
            tables = (table.rename_columns(names) for table in gathered(batches))
            yield _row(work.counted(tables, context.partitionId() if context else 0))
        except Error as error:
            yield _row(None, error)

    return count


def _merging(work: Work) -> Callable[[Iterable[Any]], Iterator[Any]]:
    def merge(batches: Iterable[Any]) -> Iterator[Any]:
        states: list[bytes | None] = []
        for batch in batches:
            for row in batch.to_pylist():
                if row["problem"] is not None:
                    yield _row(None, pickle.loads(row["problem"]))
                states.append(row["state"])
        yield _row(work.merged(states))

    return merge


def _sound(states: Any) -> list[bytes | None]:
    """The states of a data frame. Raises the error of the first partition that has one."""
    rows = states.collect()
    wrong: list[Error] = [pickle.loads(row["problem"]) for row in rows if row["problem"] is not None]
    if wrong:
        raise min(wrong, key=lambda error: (error.where.file, error.where.row or 0))
    return [None if row["state"] is None else bytes(row["state"]) for row in rows]


def map_studies(spark: Any, sources: Sources, function: Function) -> Any:
    """What a function finds in the study of every region, as one table: regions side by side in the executors.

    Parameters
    ----------
    spark : pyspark.sql.SparkSession
        The session to work in.
    sources : mapping of str to path or bytes, or iterable of path
        Region → what `houvast.load` takes, or a study's JSON; paths alone are called by their name. Executors must be
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
        HV-601 without the extra `spark`.
    ValidationError
        With everything that is wrong in the study of any region; places begin with its name.
    InvalidValueError
        HV-304 for two regions of one name.
    """
    _pyspark()
    items = [(i, name, pickle.dumps(source)) for i, (name, source) in enumerate(regions_of(sources))]
    given = spark.createDataFrame(items, "struct<place:bigint,name:string,source:binary>")
    parts = max(1, min(len(items), _MOST_PARTS))
    rows = given.repartitionByRange(parts, "place").mapInArrow(_mapping(function), _RESULTS).collect()
    found: list[Region] = [pickle.loads(row["result"]) for row in sorted(rows, key=lambda row: row["place"])]
    return table_of(found)


def _mapping(function: Function) -> Callable[[Iterable[Any]], Iterator[Any]]:
    def map_regions(batches: Iterable[Any]) -> Iterator[Any]:
        pa = pyarrow()
        for batch in batches:
            for row in batch.to_pylist():
                done = worked_on(row["name"], pickle.loads(row["source"]), function)
                yield pa.record_batch({"place": [row["place"]], "result": [pickle.dumps(done)]})

    return map_regions
