"""The file of a key: whole, for its owner only, and never in the place of another."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from houvast.convert.privacy import key_from, read_key, write_key
from houvast.errors import FileAccessError
from houvast.io import atomic


def test_a_key_is_for_its_owner_only(tmp_path: Path) -> None:
    write_key(tmp_path / "key", b"a" * 32)
    assert read_key(tmp_path / "key") == b"a" * 32
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["key"]


def test_a_key_that_came_meanwhile_stays(tmp_path: Path) -> None:
    write_key(tmp_path / "key", b"a" * 32)
    with pytest.raises(FileAccessError) as caught:
        write_key(tmp_path / "key", b"b" * 32)
    assert caught.value.code == "HV-118"
    assert read_key(tmp_path / "key") == b"a" * 32
    assert [path.name for path in tmp_path.iterdir()] == ["key"]


@pytest.mark.skipif(os.name == "nt", reason="a file has one name there")
def test_the_second_name_that_a_killed_writer_left_goes_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as killed:
        killed.setattr(atomic.os, "unlink", lambda _name: None)
        write_key(tmp_path / "key", b"a" * 32)
    assert len([*tmp_path.iterdir()]) == 2
    assert key_from(tmp_path / "key") == (b"a" * 32, False)
    assert [path.name for path in tmp_path.iterdir()] == ["key"]
