"""Files of answers counted as they stream in: the same bytes in every form and cut, places of what is wrong, and runs
that were broken off."""

import hashlib
import io
import itertools
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq
import pytest

import houvast
from answer_tables import QUESTIONS, SIX, Answers
from houvast.cli import main
from houvast.counting import run, sources
from houvast.errors import Error

COLUMNS = {"groups": "regio", "waves": "jaar"}
ANSWERS = Answers(3000, 1)


def write(table: pa.Table, place: Path) -> Path:
    """A table in the form that the ending says."""
    if place.suffix == ".parquet":
        pq.write_table(table, place, row_group_size=700)
    elif place.suffix == ".csv":
        plain = [
            column.cast(pa.string()) if pa.types.is_dictionary(column.type) else column for column in table.columns
        ]
        pyarrow.csv.write_csv(pa.table(plain, table.schema.names), place)
    elif place.suffix == ".arrow":
        with pa.ipc.new_file(place, table.schema) as file:
            file.write_table(table.unify_dictionaries())
    else:
        with pa.ipc.new_stream(place, table.schema) as file:
            file.write_table(table.unify_dictionaries())
    return place


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Batches end in the middle of everything."""
    monkeypatch.setattr(sources, "_ROWS", 331)
    monkeypatch.setattr(sources, "_BLOCK", 9001)


@pytest.fixture
def kept_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A run is kept after every hundred rows."""
    monkeypatch.setattr(sources, "_ROWS", 100)
    monkeypatch.setattr(run, "_SECONDS", 0)


@pytest.mark.usefixtures("small_parts")
@pytest.mark.parametrize("ending", [".parquet", ".csv", ".arrow", ".ipc"])
@pytest.mark.parametrize("form", ["wide", "long"])
def test_every_form_gives_the_bytes_of_the_counts(tmp_path: Path, ending: str, form: str) -> None:
    table = ANSWERS.wide() if form == "wide" else ANSWERS.long()
    path = write(table, tmp_path / f"a{ending}")
    tally = houvast.tally_files([path], SIX, **COLUMNS)
    assert tally.to_bytes() == ANSWERS.tally(everybody=form == "wide").to_bytes()


def test_files_in_any_order_and_states_in_any_order_give_the_same_bytes(tmp_path: Path) -> None:
    table = ANSWERS.wide().take(np.argsort(ANSWERS.region))  # the last file meets a region that the first does not
    parts = [write(table.slice(at, 1000), tmp_path / f"{at}.parquet") for at in (0, 1000, 2000)]
    whole = ANSWERS.tally().to_bytes()
    states = [houvast.write_tally(houvast.tally_files([p], SIX, **COLUMNS), f"{p}.tally") for p in parts]
    for order in ((0, 1, 2), (2, 0, 1)):
        assert houvast.tally_files([parts[i] for i in order], SIX, **COLUMNS).to_bytes() == whole
        assert houvast.merge_tallies(houvast.read_tally(states[i]) for i in order).to_bytes() == whole


def test_columns_may_have_other_names_and_states_and_labels_are_read(tmp_path: Path) -> None:
    cells = ["1", "weet niet", "dont_know", SIX.scale_of(QUESTIONS[0]).labels[4].text.get("nl"), " 5 ", ""]
    table = pa.table({"a.b c": cells} | {question: [1] * 6 for question in QUESTIONS[1:]})
    tally = houvast.tally_files([write(table, tmp_path / "a.parquet")], SIX, columns={QUESTIONS[0]: "a.b c"})
    row = next(row for row in tally.finalize().to_dicts() if row["id"] == QUESTIONS[0])
    assert (row["count_1"], row["count_5"], row["dont_know"], row["skipped"]) == (1, 2, 2, 1)


def wide(**changed: list[object]) -> pa.Table:
    return pa.table({question: changed.get(question, [1, 2, 3]) for question in QUESTIONS} | {"x": [1, 2, 3]})


def long(**changed: list[object]) -> pa.Table:
    sound = {"respondent": ["a", "b", "c"], "question": ["E1.1"] * 3, "answer": [1, 2, 3], "x": ["p", "p", "q"]}
    return pa.table(sound | changed)


@pytest.mark.parametrize(
    ("table", "options", "code", "row", "column"),
    [
        (wide(**{"E1.2": [1, 9, 3]}), {}, "HV-204", 2, "E1.2"),
        (wide(**{"E1.2": [1.0, 2.0, 2.5]}), {}, "HV-204", 3, "E1.2"),
        (wide(**{"E1.2": ["1", "2", "nooit gehoord"]}), {}, "HV-205", 3, "E1.2"),
        (wide(**{"E1.2": [[1], [2], [3]]}), {}, "HV-302", 1, "E1.2"),
        (wide().drop_columns("E1.2"), {}, "HV-112", None, ""),
        (wide(), {"groups": "y"}, "HV-112", None, ""),
        (wide(), {"columns": {"E9.9": "x"}}, "HV-502", None, ""),
        (long(answer=[1, 9, 3]), {}, "HV-204", 2, "answer"),
        (long(respondent=["a", None, "c"]), {}, "HV-208", 2, "respondent"),
        (long(respondent=["a", "c", "b"]), {}, "HV-208", 3, "respondent"),
        (long(question=["E1.1", "E1.1", "E9.9"]), {}, "HV-202", 3, "question"),
        (long(respondent=["a", "a", "b"]), {}, "HV-203", 2, "question"),
        (long(respondent=["a", "b", "b"], question=["E1.1", "E1.1", "E1.2"]), {"groups": "x"}, "HV-209", 3, "x"),
        (wide().slice(0, 0), {}, "HV-102", None, ""),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    tmp_path: Path, table: pa.Table, options: dict[str, object], code: str, row: int | None, column: str
) -> None:
    path = write(table, tmp_path / "a.parquet")
    with pytest.raises(Error) as caught:
        houvast.tally_files([path], SIX, out=tmp_path / "out.tally", **options)
    where = caught.value.where
    assert (caught.value.code, where.row, where.column) == (code, row, column)
    assert where.file == ("a.parquet" if code != "HV-502" else "")
    assert "gehoord" not in caught.value.message and (code != "HV-204" or "9" not in caught.value.message)
    assert not (tmp_path / "out.tally").exists()


@pytest.mark.parametrize(
    ("name", "content", "code", "row"),
    [
        ("a.parquet", b"PAR1 no", "HV-103", None),
        ("a.arrow", b"no", "HV-103", None),
        ("a.csv", b"", "HV-102", None),
        ("a.csv", b"respondent,question,answer\na,E1.1,1\nb,E1.1,2,3\n", "HV-113", 3),
        ("a.csv", b"respondent;question;answer\na;E1.1;1\nb;E1.1;7\n", "HV-204", 3),
        ("a.csv", b"respondent,question,answer\n\xff,E1.1,1\n", "HV-103", None),
        ("a.txt", b"", "HV-303", None),
    ],
)
def test_files_that_cannot_be_read_are_told(tmp_path: Path, name: str, content: bytes, code: str, row: int) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Error) as caught:
        houvast.tally_files([tmp_path / name], SIX)
    assert (caught.value.code, caught.value.where.row) == (code, row)
    assert caught.value.where.file == name


def test_a_file_that_is_not_there_and_no_files_are_told(tmp_path: Path) -> None:
    for paths, code in (([tmp_path / "no.csv"], "HV-101"), ([], "HV-301")):
        with pytest.raises(Error) as caught:
            houvast.tally_files(paths, SIX)
        assert caught.value.code == code


SLOW = """
import sys, time
import houvast
from houvast.counting import run, sources
run._SECONDS, sources._ROWS = 0, 100

def tell(share):
    print(share, flush=True)
    time.sleep(0.02)

houvast.tally_files(sys.argv[2:], "six-elements", groups="regio", waves="jaar", out=sys.argv[1], progress=tell)
"""


@pytest.mark.skipif(os.name == "nt", reason="signals")
@pytest.mark.parametrize("form", ["wide", "long"])
def test_a_killed_run_goes_on_and_ends_with_the_same_bytes(tmp_path: Path, form: str) -> None:
    table = ANSWERS.wide() if form == "wide" else ANSWERS.long()
    half = table.num_rows // 2 - table.num_rows // 2 % 23 if form == "wide" else _between_people(table)
    paths = [write(table.slice(0, half), tmp_path / "a.csv"), write(table.slice(half), tmp_path / "b.parquet")]
    out, part = tmp_path / "out.tally", tmp_path / "out.tally.part"
    for killed_after in (3, 8, 12):
        with subprocess.Popen([sys.executable, "-c", SLOW, out, *paths], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            for _ in range(killed_after):
                process.stdout.readline()
            process.send_signal(signal.SIGKILL)
        assert part.exists() and not out.exists()
    shares: list[float] = []
    tally = houvast.tally_files(paths, SIX, **COLUMNS, out=out, progress=shares.append)
    assert shares[0] > 0.2  # it did not begin anew
    assert tally.to_bytes() == ANSWERS.tally(everybody=form == "wide").to_bytes()
    whole = houvast.write_tally(houvast.tally_files(paths, SIX, **COLUMNS), tmp_path / "whole.tally")
    assert out.read_bytes() == whole.read_bytes() and not part.exists()


def _between_people(table: pa.Table) -> int:
    people = np.array(table["respondent"].to_pylist())
    return int(np.flatnonzero(people[1:] != people[:-1])[len(set(people)) // 2]) + 1


@pytest.mark.usefixtures("kept_at_once")
def test_ctrl_c_keeps_what_was_counted(tmp_path: Path) -> None:
    path, out = write(ANSWERS.wide(), tmp_path / "a.parquet"), tmp_path / "out.tally"

    def stop(share: float) -> None:
        if share > 0.5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        houvast.tally_files([path], SIX, **COLUMNS, out=out, progress=stop)
    shares: list[float] = []
    houvast.tally_files([path], SIX, **COLUMNS, out=out, progress=shares.append)
    assert shares[0] > 0.4
    assert houvast.read_tally(out) == ANSWERS.tally()


@pytest.mark.usefixtures("kept_at_once")
def test_a_run_of_something_else_is_not_gone_on_with(tmp_path: Path) -> None:
    path, out = write(ANSWERS.wide(), tmp_path / "a.parquet"), tmp_path / "out.tally"
    with pytest.raises(ZeroDivisionError):
        houvast.tally_files([path], SIX, **COLUMNS, out=out, progress=lambda share: 1 / (share < 0.5))
    for changed in ({"groups": "jaar"}, {"waves": None}):
        with pytest.raises(Error) as caught:
            houvast.tally_files([path], SIX, **COLUMNS | changed, out=out)
        assert caught.value.code == "HV-307" and caught.value.where.file == "out.tally.part"
    with pytest.raises(Error) as caught:
        houvast.read_tally(f"{out}.part")
    assert caught.value.code == "HV-120"


def test_damaged_states_are_refused(tmp_path: Path) -> None:
    state = houvast.write_tally(ANSWERS.tally(), tmp_path / "a.tally")
    data = state.read_bytes()
    for broken in (b"", data[:-1], data[:100], b"x" + data, data[:60] + bytes([data[60] ^ 1]) + data[61:]):
        state.write_bytes(broken)
        with pytest.raises(Error) as caught:
            houvast.read_tally(state)
        assert caught.value.code == "HV-120"
    for header in (b"", b"{", b"[]", b"{}", b'{"instrument": 3}'):  # forged: the digest is right
        forged = data[:8] + len(header).to_bytes(8, "little") + header
        state.write_bytes(forged + hashlib.sha256(forged).digest())
        with pytest.raises(Error) as caught:
            houvast.read_tally(state)
        assert caught.value.code == "HV-120"
    with pytest.raises(Error) as caught:
        houvast.merge_tallies([])
    assert caught.value.code == "HV-301"


def test_the_commands_count_merge_and_score(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(ANSWERS.wide(), tmp_path / "a.parquet")
    one, two = str(tmp_path / "one.tally"), str(tmp_path / "two.tally")
    chosen = ["--instrument", "six-elements", "--groups", "regio", "--waves", "jaar"]
    assert main(["tally", str(path), *chosen, "-o", one, "--lang", "en"]) == 0
    assert f"{ANSWERS.tally().respondents} people counted" in capsys.readouterr().out
    assert main(["merge", one, one, "-o", two]) == 0
    assert houvast.read_tally(two).respondents == 2 * houvast.read_tally(one).respondents
    capsys.readouterr()
    assert main(["score", one, "--columns", "wave", "id", "group", "respondents"]) == 0
    mark, *shown = capsys.readouterr().out.splitlines()
    assert "alleen voor intern gebruik" in mark
    assert shown[0].split() == ["wave", "id", "group", "respondents"]
    assert len(shown) == 1 + len(ANSWERS.tally().finalize().to_dicts())
    assert main(["tally", str(path), *chosen, "--columns", "E1.1", "-o", one]) == 2
    with pytest.raises(SystemExit):
        main(["score", one, "--policy", "team"])


class Terminal(io.StringIO):
    """A stream that says that somebody is looking."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_is_told_how_far_it_is_and_how_long_it_takes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "_ROWS", 100)
    ticks = itertools.count()
    monkeypatch.setattr(time, "monotonic", lambda: float(next(ticks)))
    monkeypatch.setenv("TERM", "xterm")
    seen = Terminal()
    monkeypatch.setattr(sys, "stderr", seen)
    path = write(ANSWERS.wide(), tmp_path / "a.parquet")
    command = ["tally", str(path), "--instrument", "six-elements", "-o", str(tmp_path / "a.tally"), "--lang", "en"]
    assert main(command) == 0
    told = re.findall(r"Counting answers … (\d+)%(?:, (\d+) min (\d+) s left)?", seen.getvalue())
    assert len(told) > 20 and told[-1] == ("100", "0", "0")
    left = [60 * int(minutes) + int(seconds) for _, minutes, seconds in told if minutes]
    assert max(left) > min(left) == 0
    assert seen.getvalue().endswith("\r\x1b[K")
