"""Arrays that another thread changes, resizes or frees during a call: an error or a result, never harm."""

import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest

import houvast
from houvast import _core
from houvast.scoring import Tally

TEXTS = pa.py_buffer(b"x" * 100)
SIX = houvast.instrument("six-elements")


def test_every_call_survives_arrays_that_change() -> None:
    script = Path(__file__).parent.parent / "support" / "changing_arrays.py"
    run = subprocess.run([sys.executable, script, "3", "2"], capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith("survived")
    assert int(run.stdout.split()[1]) > 50


def test_threads_count_into_one_tally_and_nothing_is_lost() -> None:
    tally = Tally(SIX)
    codes = np.zeros((5000, len(tally.questions)), dtype=np.uint8)
    threads = [threading.Thread(target=lambda: [tally.update(codes) for _ in range(10)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    once = Tally(SIX)
    once.update(np.concatenate([codes] * 40))
    assert tally == once


@pytest.mark.parametrize("offsets", [[0, 3, 1], [-1, 1, 2], [0, -5, 2]])
def test_texts_outside_their_buffer_are_refused(offsets: list[int]) -> None:
    memory = np.array([0, 1, 2], dtype=np.int32)
    table = pa.table({"id": pa.StringArray.from_buffers(2, pa.py_buffer(memory), pa.py_buffer(b"abc"))})
    memory[:] = offsets  # pyarrow has looked
    with pytest.raises(houvast.Error) as refused:
        _core.columns_from_arrow(table, "parties", "parties")
    assert refused.value.code == "HV-108"


def view(length: int, buffer: int, place: int) -> bytes:
    return np.array([length, 0, buffer, place], dtype=np.int32).tobytes()


@pytest.mark.parametrize(
    "bad", [view(20, 1, 0), view(20, -1, 0), view(20, 0, 90), view(20, 0, -4), view(-1, 0, 0), view(2**31 - 1, 0, 0)]
)
def test_views_outside_their_buffers_are_refused(bad: bytes) -> None:
    memory = bytearray(view(20, 0, 0) * 2)
    table = pa.table({"id": pa.Array.from_buffers(pa.string_view(), 2, [None, pa.py_buffer(memory), TEXTS])})
    memory[16:] = bad
    with pytest.raises(houvast.Error) as refused:
        _core.columns_from_arrow(table, "parties", "parties")
    assert refused.value.code == "HV-302"


def test_an_index_outside_its_dictionary_is_refused() -> None:
    memory = np.zeros(2, dtype=np.int32)
    indices = pa.Array.from_buffers(pa.int32(), 2, [None, pa.py_buffer(memory)])
    table = pa.table({"id": pa.DictionaryArray.from_arrays(indices, pa.array(["a"]))})
    memory[1] = 2**30
    with pytest.raises(houvast.Error) as refused:
        _core.columns_from_arrow(table, "parties", "parties")
    assert refused.value.code == "HV-108"
