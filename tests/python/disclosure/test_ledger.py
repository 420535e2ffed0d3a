"""The ledger: what may stand beside earlier releases, and a file that refuses as soon as it is in doubt."""

from __future__ import annotations

import fcntl
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

import houvast
from houvast.cli import main
from houvast.release.ledger import file as ledger_file
from houvast.release.ledger.people import figures_of
from small_studies import HIGH, QUESTION, people_of, study_of

BASE = {"professional": (30, 14), "ouder": (20, 9), "jeugdige": (18, 9)}


@pytest.fixture(autouse=True)
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "keys"
    monkeypatch.setenv("HOUVAST_KEYS", str(folder))
    return folder


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return tmp_path / "ledger.json"


@pytest.fixture
def base(tmp_path: Path) -> houvast.Study:
    return study_of(people_of(BASE), tmp_path / "base.json")


def late(tmp_path: Path, **groups: int) -> houvast.Study:
    """The study with so many more people of each group, of whom half give a high answer."""
    more = [
        person
        for group, people in groups.items()
        for person in people_of({group: (people, people // 2)}, begin=BASE[group][0])
    ]
    return study_of([*people_of(BASE), *more], tmp_path / "late.json")


def refused(release: Callable[[], object], code: str = "HV-406") -> str:
    with pytest.raises(houvast.DisclosureError) as caught:
        release()
    assert caught.value.code == code
    return str(caught.value)


# ------------------------------------------------------------------------------------------------ what may leave


def test_the_same_release_again_adds_nothing(base: houvast.Study, ledger: Path) -> None:
    first = base.release("team", ledger=ledger)
    before = ledger.read_bytes()
    assert base.release("team", ledger=ledger).document() == first.document()
    assert ledger.read_bytes() == before
    assert first.document()["ledger"] == "kept"


@pytest.mark.parametrize("people", [1, 2, 4, 5])
def test_few_late_respondents_are_refused(people: int, base: houvast.Study, ledger: Path, tmp_path: Path) -> None:
    """Five, the threshold, as well: one of them knows of four others."""
    base.release("team", ledger=ledger)
    before = ledger.read_bytes()
    told = refused(lambda: late(tmp_path, professional=people).release("team", ledger=ledger))
    assert "release 1 of" in told and "(team)" in told
    assert not re.search(rf"\b{people} (people|respondents|others)", told)
    assert ledger.read_bytes() == before


def test_few_late_respondents_in_one_group_are_refused_though_many_came(
    base: houvast.Study, ledger: Path, tmp_path: Path
) -> None:
    base.release("team", ledger=ledger)
    assert QUESTION in refused(lambda: late(tmp_path, professional=12, ouder=2).release("team", ledger=ledger))


@pytest.mark.parametrize("people", [10, 12, 20])
def test_enough_late_respondents_are_told_of(people: int, base: houvast.Study, ledger: Path, tmp_path: Path) -> None:
    base.release("team", ledger=ledger)
    late(tmp_path, professional=people).release("team", ledger=ledger)
    assert len(json.loads(ledger.read_text())["entries"]) == 2


def test_few_who_are_left_out_are_refused(base: houvast.Study, ledger: Path, tmp_path: Path) -> None:
    late(tmp_path, professional=3).release("team", ledger=ledger)
    refused(lambda: base.release("team", ledger=ledger))


def test_another_split_is_refused_whatever_the_policy(base: houvast.Study, ledger: Path) -> None:
    base.release("team", ledger=ledger)
    for policy in ("team", "external"):
        assert "same split as then: perspective" in refused(lambda p=policy: base.release(p, by="", ledger=ledger))


def test_team_and_external_beside_each_other(base: houvast.Study, ledger: Path, tmp_path: Path) -> None:
    base.release("team", ledger=ledger)
    base.release("external", ledger=ledger)
    study = late(tmp_path, professional=4)
    for policy in ("team", "external"):
        refused(lambda p=policy: study.release(p, ledger=ledger))


def test_eight_late_respondents_are_few_for_external_readers(base: houvast.Study, ledger: Path, tmp_path: Path) -> None:
    base.release("external", ledger=ledger)
    refused(lambda: late(tmp_path, professional=8).release("external", ledger=ledger))


def test_answers_that_were_changed_are_refused(ledger: Path, tmp_path: Path) -> None:
    study_of(people_of({"professional": (30, 14)}), tmp_path / "a.json").release("team", ledger=ledger)
    changed = study_of(people_of({"professional": (30, 16)}), tmp_path / "b.json")
    assert "tell nothing of too few" in refused(lambda: changed.release("team", ledger=ledger))


def test_other_ids_for_everybody_are_refused(base: houvast.Study, ledger: Path, tmp_path: Path) -> None:
    base.release("team", ledger=ledger)
    other = study_of(people_of(BASE, begin=500), tmp_path / "other.json")
    assert "same ids as then" in refused(lambda: other.release("team", ledger=ledger))


def test_a_wave_that_came_is_told_of(ledger: Path, tmp_path: Path) -> None:
    people = people_of(BASE)
    study_of(people, tmp_path / "one.json").release("team", ledger=ledger)
    both = study_of([person.with_answer("w1", HIGH) for person in people], tmp_path / "two.json")
    both.release("team", ledger=ledger)


def test_another_study_in_the_same_ledger_is_looked_at_by_itself(
    base: houvast.Study, ledger: Path, tmp_path: Path
) -> None:
    base.release("team", ledger=ledger)
    other = study_of(people_of({"ouder": (31, 11)}), tmp_path / "other.json", id="other")
    other.release("team", by="domain", ledger=ledger)


def test_composed_and_decomposed_ids_are_the_same_person(ledger: Path, tmp_path: Path) -> None:
    people = people_of({"professional": (30, 14)})
    for name, path in (("Zo\u00eb", "a.json"), ("Zoe\u0308", "b.json")):
        renamed = [person if i else type(person)(name, person.group, person.answers) for i, person in enumerate(people)]
        study_of(renamed, tmp_path / path).release("team", ledger=ledger)
    assert len(json.loads(ledger.read_text())["entries"]) == 1


def test_the_people_behind_figures_are_those_that_scores_count(region_study: houvast.Study) -> None:
    figures = figures_of(region_study, region_study.release("team"), lambda _, person: person)
    seen = 0
    for row in region_study.scores().to_dicts():
        figure = figures.get(f"{row['wave']}/six-elements/{row['id']}/top")
        if figure is not None:
            seen += 1
            assert max(len(cell.people) for cell in figure.told) == row["scored"]
            said = row["scored"] + row["dont_know"] + row["refused"] + row["skipped"]
            unknown = figures[f"{row['wave']}/six-elements/{row['id']}/dont_know"]
            assert max(len(cell.people) for cell in unknown.told) == said
            asked = figures[f"{row['wave']}/six-elements/asked"]
            assert max(len(cell.people) for cell in asked.told) == row["asked"]
    assert seen == 46


# ------------------------------------------------------------------------------------------------ without, and checks


def test_without_a_ledger_document_and_report_say_so(base: houvast.Study, ledger: Path, tmp_path: Path) -> None:
    released, kept = base.release("team"), base.release("team", ledger=ledger)
    assert released.ledger == "none" == released.document()["ledger"]
    without = {"nl": ("zonder logboek", "geen twee verslagen"), "en": ("without a ledger", "do not lay two reports")}
    beside = {"nl": ("staan in een logboek",), "en": ("stand in a ledger",)}
    for release, told, untrue in ((released, without, beside), (kept, beside, without)):
        for lang in ("nl", "en"):
            page = release.report(tmp_path / "report.html", lang=lang, force=True).read_text(encoding="utf-8")
            text = page.replace("\u00ad", "")
            assert all(words in text for words in told[lang])
            assert not any(words in text for words in untrue[lang])


def test_a_check_tells_what_would_be_added_and_writes_nothing(
    base: houvast.Study, ledger: Path, keys: Path, tmp_path: Path
) -> None:
    found = base.check_release("team", ledger=ledger)
    assert (found.earlier, found.refused) == (0, None)
    assert found.new == found.figures > 0
    assert not ledger.exists() and not keys.exists()
    base.release("team", ledger=ledger)
    before = sorted(path.name for path in tmp_path.iterdir()), ledger.read_bytes()
    assert base.check_release("team", ledger=ledger).new == 0
    found = late(tmp_path, ouder=2).check_release("team", ledger=ledger)
    assert found.refused is not None and found.refused.code == "HV-406"
    (tmp_path / "late.json").unlink()
    assert (sorted(path.name for path in tmp_path.iterdir()), ledger.read_bytes()) == before


def test_the_command_line_keeps_a_ledger(
    base: houvast.Study, ledger: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, rules = str(tmp_path / "release.json"), ["--ledger", str(ledger), "--lang", "en"]
    path = str(tmp_path / "base.json")
    assert main(["release", path, "--check", *rules]) == 0
    assert "no earlier release" in capsys.readouterr().out
    assert not ledger.exists()
    assert main(["release", path, "-o", out, *rules]) == 0
    assert main(["report", path, "-o", str(tmp_path / "report.html"), *rules]) == 0
    assert main(["score", path, "--policy", "team", "--by", "perspective", "--ledger", str(ledger)]) == 0
    late(tmp_path, professional=1)
    path = str(tmp_path / "late.json")
    capsys.readouterr()
    assert main(["release", path, "--check", "--json", *rules]) == 1
    assert json.loads(capsys.readouterr().out)["allowed"] is False
    assert main(["report", path, "-o", str(tmp_path / "late.html"), *rules]) == 2
    assert "HV-406" in capsys.readouterr().err
    assert not (tmp_path / "late.html").exists()


# ------------------------------------------------------------------------------------------------ the file


def test_the_file_holds_no_ids_and_no_answers_and_its_key_is_elsewhere(
    ledger: Path, keys: Path, tmp_path: Path
) -> None:
    study_of(people_of(BASE), tmp_path / "base.json").release("team", ledger=ledger)
    text = ledger.read_text()
    assert "professional-1" not in text and "ouder-1" not in text
    (key,) = keys.iterdir()
    assert len(bytes.fromhex(json.loads(key.read_text())["key"])) == 32
    assert json.loads(key.read_text())["key"] not in text
    for path in (ledger, key):
        assert path.stat().st_mode & 0o777 == 0o600


def test_digests_of_a_person_differ_between_figures(base: houvast.Study, ledger: Path) -> None:
    base.release("team", ledger=ledger)
    people = [
        set(kept["people"]) for entry in json.loads(ledger.read_text())["entries"] for kept in entry["figures"].values()
    ]
    assert len(people) >= 2
    assert not set.intersection(*people)


def damaged(text: str) -> Iterator[str]:
    entries = json.loads(text)
    yield text[: len(text) // 2]
    yield ""
    yield "[]"
    yield "{}"
    yield json.dumps({**entries, "entries": entries["entries"][:-1]})
    yield json.dumps({**entries, "entries": entries["entries"][1:]})
    yield json.dumps({**entries, "entries": entries["entries"][::-1]})
    yield json.dumps({**entries, "entries": [*entries["entries"], entries["entries"][-1]]})
    yield json.dumps({**entries, "id": "0" * 16})
    changed = json.loads(text)
    changed["entries"][0]["threshold"] = 6
    yield json.dumps(changed)
    del changed["entries"][0]["seal"]
    yield json.dumps(changed)


def test_a_damaged_ledger_refuses(base: houvast.Study, ledger: Path, tmp_path: Path) -> None:
    base.release("team", ledger=ledger)
    late(tmp_path, professional=12).release("team", ledger=ledger)
    good = ledger.read_text()
    for text in damaged(good):
        ledger.write_text(text)
        for use in (base.release, base.check_release):
            refused(lambda use=use: use("team", ledger=ledger), "HV-407")
        assert ledger.read_text() == text
    ledger.write_text(good)
    base.release("team", ledger=ledger)


def test_a_ledger_without_its_key_and_a_key_without_its_ledger_refuse(
    base: houvast.Study, ledger: Path, keys: Path
) -> None:
    base.release("team", ledger=ledger)
    (key,) = keys.iterdir()
    kept = key.read_bytes()
    key.unlink()
    assert str(keys) in refused(lambda: base.release("team", ledger=ledger), "HV-407")
    key.write_bytes(kept)
    text = ledger.read_bytes()
    ledger.unlink()
    assert key.name in refused(lambda: base.release("team", ledger=ledger), "HV-407")
    ledger.write_bytes(text)
    other = json.loads(kept)
    other["key"] = "00" * 32
    key.write_text(json.dumps(other))
    refused(lambda: base.release("team", ledger=ledger), "HV-407")


def test_whoever_was_killed_before_the_key_counted_an_entry_can_go_on(
    base: houvast.Study, ledger: Path, keys: Path, tmp_path: Path
) -> None:
    base.release("team", ledger=ledger)
    (key,) = keys.iterdir()
    before = key.read_bytes()
    late(tmp_path, professional=12).release("team", ledger=ledger)
    key.write_bytes(before)
    base.release("external", ledger=ledger)
    assert json.loads(key.read_text())["releases"] == 3


def test_a_key_beside_its_ledger_is_refused(
    base: houvast.Study, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOUVAST_KEYS", str(tmp_path))
    assert "HOUVAST_KEYS" in refused(lambda: base.release("team", ledger=tmp_path / "ledger.json"), "HV-407")


def test_a_ledger_that_another_holds_refuses(
    base: houvast.Study, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base.release("team", ledger=ledger)
    monkeypatch.setattr(ledger_file, "_PATIENCE", 0.1)
    with ExitStack() as stack:
        lock = stack.enter_context((ledger.parent / ".ledger.json.lock").open())
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert "no other program" in refused(lambda: base.release("external", ledger=ledger), "HV-407")
    base.release("external", ledger=ledger)


@pytest.mark.parametrize("place", ["folder", "nowhere/ledger.json", "file/ledger.json", "NUL\0"])
def test_a_ledger_that_cannot_be_written_refuses(place: str, base: houvast.Study, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("")
    with pytest.raises(houvast.Error):
        base.release("team", ledger=tmp_path / place)


def test_processes_at_once_lose_no_entry(base: houvast.Study, ledger: Path, keys: Path, tmp_path: Path) -> None:
    """Eight processes, each with a policy of its own."""
    script = (
        "import houvast, sys; study = houvast.load(sys.argv[1]);"
        " study.release(houvast.Policy(sys.argv[3], 5), ledger=sys.argv[2])"
    )
    run = [sys.executable, "-c", script, str(tmp_path / "base.json"), str(ledger)]
    running = [subprocess.Popen([*run, f"own{i}"], env={**os.environ, "HOUVAST_KEYS": str(keys)}) for i in range(8)]
    assert [process.wait() for process in running] == [0] * 8
    entries = json.loads(ledger.read_text())["entries"]
    assert sorted(entry["policy"] for entry in entries) == [f"own{i}" for i in range(8)]
    base.release("team", ledger=ledger)
