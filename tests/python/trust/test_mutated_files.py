"""A few hundred of the damaged files of support/mutated_files.py: an error of houvast or a study, and soon."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import houvast
import mutated_files

RUNS = 300


def test_a_damaged_file_is_an_error_of_houvast_or_is_read() -> None:
    record = mutated_files.tried(RUNS, seed=2)
    assert record.faults == []
    assert sum(record.results.values()) == RUNS
    assert record.results["read"] > 0 and record.results["HV-7xx"] > 0 and record.results["HV-1xx"] > 0


def test_a_workbook_packed_by_a_later_zip_is_an_error_of_houvast(tmp_path: Path) -> None:
    book = next(path for path in mutated_files.fixtures() if path.name == "two-2024.xlsx")
    data = bytearray(book.read_bytes())
    place = data.index(b"PK\x01\x02")
    data[place + 6 : place + 8] = (221).to_bytes(2, "little")  # "version needed to extract"
    damaged = tmp_path / "later.xlsx"
    damaged.write_bytes(data)
    with suppress(houvast.Error):
        mutated_files.read(damaged, as_roster=False)


def test_a_fault_would_be_told() -> None:
    record = mutated_files.Record()
    record.add("slow.csv", 7, "read", mutated_files.SLOWEST + 1)
    assert record.faults == ["run 7, slow.csv: 11.0 s"]


def test_every_kind_of_file_is_damaged() -> None:
    kinds = {path.suffix for path in mutated_files.fixtures()}
    assert kinds >= {*mutated_files.TABLES, *mutated_files.NETWORKS, ".json"}
