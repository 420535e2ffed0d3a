"""A study folder is replaced as a whole, wherever it stands; drafts are ignored, brought to an end, and swept."""

import os
import stat
from pathlib import Path

import pytest

import houvast
from houvast import Study
from houvast.examples.region import region
from houvast.io import whole_folder
from houvast.io.folder import STUDY_FILES


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> list[Study]:
    return [houvast.load(region(seed).write(tmp_path_factory.mktemp("studies") / str(seed))) for seed in (1, 2)]


@pytest.fixture
def folder(others: list[Study], tmp_path: Path) -> Path:
    return others[0].save(tmp_path / "studie")


def names(place: Path) -> list[str]:
    return sorted(path.name for path in place.iterdir())


def is_study(place: Path, study: Study) -> bool:
    return houvast.load(place).to_json() == study.to_json()


def draft_beside(folder: Path, study: Study, ending: str = "") -> Path:
    """What a writer that was killed leaves beside a folder."""
    fresh = study.save(folder.parent / "elsewhere")
    return fresh.rename(folder.parent / (whole_folder._mark(folder) + "0123456789ab" + ending))


@pytest.mark.parametrize("system", ["Linux", "macOS", "Windows"])
def test_all_files_change_at_once_and_what_is_of_others_stays(
    system: str, others: list[Study], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if system != "Linux":
        monkeypatch.setattr(whole_folder, "_exchanged", lambda *_: False)
    if system == "Windows":
        monkeypatch.delattr(os, "chown")
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    (folder / "photos").mkdir()
    (folder / "photos" / "a.jpg").write_bytes(b"a")
    folder.chmod(0o750)
    others[1].save(folder, tables="parquet")
    assert is_study(folder, others[1])
    assert not (folder / "parties.csv").exists()
    assert (folder / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert (folder / "photos" / "a.jpg").read_bytes() == b"a"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o750
    assert names(folder.parent) == ["studie"]


def test_a_folder_that_processes_work_in_stays_the_folder_it_is(
    others: list[Study], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = folder.stat().st_ino
    monkeypatch.chdir(folder)
    others[1].save(".")
    assert folder.stat().st_ino == before
    assert is_study(folder, others[1])
    assert all(name in STUDY_FILES for name in names(folder))


def test_a_study_behind_a_link_is_replaced_where_it_is(others: list[Study], folder: Path) -> None:
    link = folder.with_name("link")
    link.symlink_to(folder, target_is_directory=True)
    others[1].save(link)
    assert link.is_symlink()
    assert is_study(folder, others[1])


def test_nothing_changes_when_writing_fails(others: list[Study], folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("houvast.io.atomic.os.fsync", full)
    with pytest.raises(houvast.Error):
        others[1].save(folder)
    monkeypatch.undo()
    assert is_study(folder, others[0])
    assert names(folder.parent) == ["studie"]


def test_drafts_are_swept_when_the_study_is_next_read(others: list[Study], folder: Path) -> None:
    draft_beside(folder, others[1])
    (folder / ".houvast-0a.tmp.csv").write_text("half", encoding="utf-8")
    assert is_study(folder, others[0])
    assert names(folder.parent) == ["studie"]
    others[0].save(folder)
    assert ".houvast-0a.tmp.csv" not in names(folder)


def test_a_draft_that_somebody_writes_to_is_left_alone(others: list[Study], folder: Path) -> None:
    with whole_folder.whole_folder(folder, STUDY_FILES) as fresh:
        (fresh / "study.json").write_text("{}", encoding="utf-8")
        assert is_study(folder, others[0])
        assert names(fresh) == ["study.json"]
        others[1].save(fresh)
    assert is_study(folder, others[1])


def test_files_of_others_in_an_old_folder_come_back(others: list[Study], folder: Path) -> None:
    left = draft_beside(folder, others[1])
    (left / "notes.txt").write_text("mine", encoding="utf-8")
    assert is_study(folder, others[0])
    assert (folder / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert names(folder.parent) == ["studie"]


def test_nothing_of_others_is_thrown_away_for_a_newer_one(others: list[Study], folder: Path) -> None:
    left = draft_beside(folder, others[1])
    for place in (folder, left):
        (place / "notes.txt").write_text(place.name, encoding="utf-8")
    houvast.load(folder)
    assert (folder / "notes.txt").read_text(encoding="utf-8") == "studie"
    assert names(left) == ["notes.txt"]


def test_a_writer_killed_between_two_steps_loses_nothing(others: list[Study], folder: Path) -> None:
    draft_beside(folder, others[1])
    folder.rename(folder.parent / (whole_folder._mark(folder) + "0123456789ab.old"))
    assert is_study(folder, others[0])
    assert names(folder.parent) == ["studie"]


def test_what_was_committed_is_read_and_brought_to_its_end(others: list[Study], folder: Path) -> None:
    others[1].save(folder / ".houvast-committed")
    (folder / "answers.csv").unlink()
    folder.chmod(0o500)
    try:
        if os.getuid():  # for root no folder is read-only
            assert is_study(folder, others[1])
            assert ".houvast-committed" in names(folder)
    finally:
        folder.chmod(0o700)
    assert is_study(folder, others[1])
    assert all(name in STUDY_FILES for name in names(folder))


def test_a_file_in_the_way_is_told(others: list[Study], tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x", encoding="utf-8")
    with pytest.raises(houvast.Error) as refused:
        others[0].save(tmp_path / "taken")
    assert refused.value.where.file.endswith("taken")


def test_a_study_replaced_while_it_is_read_is_read_again(
    others: list[Study], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from houvast.io import folder as room

    read = room._columns
    saved = []

    def saving(name: str, path: Path) -> object:
        columns = read(name, path)
        if not saved:
            saved.append(others[1].save(folder))
        return columns

    monkeypatch.setattr(room, "_columns", saving)
    assert is_study(folder, others[1])
