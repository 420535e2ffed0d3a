"""A real Spark session of two workers: the bytes of one machine, places of what is wrong, and tasks tried again."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import houvast
from answer_tables import QUESTIONS, SIX, Answers
from houvast.distributed import map_studies
from houvast.distributed import spark as on_spark
from houvast.errors import Error
from houvast.examples.region import region

pytestmark = pytest.mark.filterwarnings("ignore")  # of pyspark and py4j themselves
ANSWERS = Answers(2000, 5)
Frame = Callable[[pa.Table], Any]
COLUMNS = {"groups": "regio", "waves": "jaar"}


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    sql = pytest.importorskip("pyspark.sql")
    paths = os.pathsep.join([path for path in sys.path if path])
    session = (
        sql.SparkSession.builder.master("local[2,3]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "4")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "150")
        .config("spark.executorEnv.PYTHONPATH", paths)
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.pyspark.python", sys.executable)
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


@pytest.fixture
def frame(spark: Any, tmp_path: Path) -> Frame:
    """A data frame of five partitions, from a Parquet file as others write them."""

    def read(table: pa.Table) -> Any:
        pq.write_table(table, tmp_path / "answers.parquet")
        return spark.read.parquet(str(tmp_path / "answers.parquet")).repartition(5)

    return read


def test_wide_answers_give_the_bytes_of_one_machine(frame: Frame) -> None:
    table = ANSWERS.wide()
    tally = on_spark.tally(frame(table), SIX, **COLUMNS)
    assert tally.to_bytes() == ANSWERS.tally().to_bytes()
    alpha = [row["alpha"] for row in tally.reliability().to_dicts()]
    assert alpha == [row["alpha"] for row in ANSWERS.tally().reliability().to_dicts()]


def test_long_answers_whose_rows_lie_scattered_give_the_same_bytes(frame: Frame) -> None:
    df = frame(ANSWERS.long().take(list(range(ANSWERS.long().num_rows))[::-1]))
    assert on_spark.tally(df, SIX, **COLUMNS).to_bytes() == ANSWERS.tally(everybody=False).to_bytes()


def test_any_name_of_a_column_will_do(frame: Frame) -> None:
    table = ANSWERS.wide().select([*QUESTIONS[1:], QUESTIONS[0], "regio", "jaar"])
    names = ["v.`1`", *QUESTIONS[2:], "Vraag één?", "de.regio", "JAAR"]
    called = {QUESTIONS[1]: "v.`1`", QUESTIONS[0]: "Vraag één?"}
    df = frame(table).toDF(*names)
    tally = on_spark.tally(df, "six-elements", groups="de.regio", waves="JAAR", columns=called)
    assert tally.to_bytes() == ANSWERS.tally().to_bytes()


def test_what_is_wrong_is_told_with_partition_and_row(spark: Any) -> None:
    wrong = {question: [1, 2, 3] for question in QUESTIONS} | {"E1.2": [1, 2, 8]}
    df = spark.createDataFrame(list(zip(*wrong.values(), strict=True)), list(wrong)).coalesce(1)
    with pytest.raises(Error) as caught:
        on_spark.tally(df, SIX)
    where = caught.value.where
    assert (caught.value.code, where.file, where.row, where.column) == ("HV-204", "part-00000", 3, "E1.2")
    for options, code in (({"groups": "x"}, "HV-112"), ({"columns": {"E9.9": "x"}}, "HV-502")):
        with pytest.raises(Error) as caught:
            on_spark.tally(df, SIX, **options)
        assert caught.value.code == code
    with pytest.raises(Error) as caught:
        on_spark.tally(df.limit(0), SIX)
    assert caught.value.code == "HV-102"


def test_a_killed_worker_and_a_task_tried_again_change_nothing(frame: Frame, tmp_path: Path) -> None:
    mark = str(tmp_path / "killed")

    def killed_once(batches: Iterator[object]) -> Iterator[object]:
        for batch in batches:
            yield batch
            if not Path(mark).exists():
                Path(mark).touch()
                os.kill(os.getpid(), signal.SIGKILL)

    df = frame(ANSWERS.wide())
    names, plain = df.columns, df.toDF(*(f"c{i}" for i in range(len(df.columns))))
    df = plain.mapInArrow(killed_once, plain.schema).toDF(*names)
    assert on_spark.tally(df, SIX, **COLUMNS).to_bytes() == ANSWERS.tally().to_bytes()
    assert Path(mark).exists()


def elements(study: houvast.Study) -> list[dict[str, object]]:
    return [row for row in study.scores(by="perspective").to_dicts() if row["kind"] == "element"]


def test_regions_side_by_side_give_the_table_of_the_loop(spark: Any, tmp_path: Path) -> None:
    folders = [region(seed).write(tmp_path / f"regio-{seed}") for seed in range(1, 5)]
    expected = map_studies(folders, elements)
    assert set(expected["region"].to_pylist()) == {"regio-1", "regio-2", "regio-3", "regio-4"}
    assert on_spark.map_studies(spark, folders, elements).equals(expected)
    (folders[1] / "parties.csv").write_text("id,kind\np1,persoon\n", encoding="utf-8")
    with pytest.raises(Error) as caught:
        on_spark.map_studies(spark, folders, elements)
    assert caught.value.where.file.startswith("regio-2: ")
