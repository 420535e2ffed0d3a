"""The command line as a coordinator meets it."""

import csv
import io
import json
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

import houvast
from houvast.cli import main
from houvast.report.hyphens import SOFT


def test_instruments_lists_seven(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["instruments"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 7
    assert main(["instruments", "--json"]) == 0
    assert [row["questions"] for row in json.loads(capsys.readouterr().out)] == [24, 8, 8, 19, 4, 5, 10]


def add_row(table: Path, cells: dict[str, str]) -> None:
    heading = table.read_text(encoding="utf-8").splitlines()[0].split(",")
    with table.open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, heading, lineterminator="\n").writerow(cells)


def test_init_gives_a_folder_that_asks_to_be_filled_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "regio"
    assert main(["init", str(place), "--instrument", "six-elements", "--instrument", "gerdes-2020"]) == 0
    assert (
        (place / "answers.csv")
        .read_text(encoding="utf-8")
        .startswith("wave,respondent,party,E1.1,E1.2,E1.3,E1.4,E1.4:text,")
    )
    assert main(["check", str(place)]) == 2
    assert "HV-210" in capsys.readouterr().err
    add_row(place / "parties.csv", {"id": "school", "domain": "Onderwijs", "level": "uitvoering", "asked": "12"})
    add_row(
        place / "answers.csv", {"wave": "1", "respondent": "r1", "party": "school", "E1.1": "helemaal", "E1.2": "4"}
    )
    code = main(["check", str(place)])
    assert code == 0, capsys.readouterr().err
    assert main(["init", str(place)]) == 2  # never over something that is there


def test_check_tells_everything_and_writes_nothing(
    region_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(region_folder)]) == 0
    assert "2 rondes" in capsys.readouterr().out
    broken = tmp_path / "broken"
    broken.mkdir()
    for file in region_folder.iterdir():
        (broken / file.name).write_bytes(file.read_bytes())
    text = (broken / "parties.csv").read_text(encoding="utf-8")
    (broken / "parties.csv").write_text(text.replace(",onderwijs,", ",onderwjis,", 2), encoding="utf-8")
    before = {file.name: file.read_bytes() for file in broken.iterdir()}
    assert main(["report", str(broken), "--out", str(tmp_path / "out.html")]) == 2
    message = capsys.readouterr().err
    assert message.count("[HV-207]") == 2
    assert "parties.csv, rij 2, kolom domain" in message
    assert "Bedoelde je 'onderwijs'?" in message
    assert {file.name: file.read_bytes() for file in broken.iterdir()} == before
    assert not (tmp_path / "out.html").exists()


def test_coverage_says_by_exit_code_that_something_needs_attention(
    region_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["coverage", str(region_folder)]) == 1
    assert "Bedrijfsleven doet niet mee" in capsys.readouterr().out
    assert main(["coverage", str(region_folder), "--lang", "en"]) == 1
    assert "Business does not take part" in capsys.readouterr().out


def test_network_of_indiana(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["network", str(root / "tests/data/indiana"), "--relation", "collaboration", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["density"] == pytest.approx(161 / 300)
    assert found["articulation_points"] == {}


def test_score_by_perspective_as_json(region_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", str(region_folder), "--by", "perspective", "--wave", "2024", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {row["wave"] for row in rows} == {"2024"}
    assert main(["score", str(region_folder), "--policy", "external"]) == 0
    released = json.loads(capsys.readouterr().out)
    assert {"n", "top_box_low"} <= set(released[0])


def test_report_of_indiana_shows_density_and_no_single_link(root: Path, tmp_path: Path) -> None:
    for lang, density in (("nl", "50%</data> tot <data"), ("en", "50%</data> to <data")):
        out = tmp_path / f"{lang}.html"
        assert main(["report", str(root / "tests/data/indiana"), "-o", str(out), "--lang", lang]) == 0
        assert density in out.read_text(encoding="utf-8")


def test_a_report_has_editions_and_is_not_written_over(
    region_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "cards.html"
    command = ["report", str(region_folder), "-o", str(out), "--edition", "cards"]
    assert main(command) == 0
    assert 'class="edition-cards"' in out.read_text(encoding="utf-8")
    assert main(command) == 2
    assert "--force" in capsys.readouterr().err
    assert main([*command, "--force"]) == 0
    assert main(["report", str(region_folder), "-o", str(tmp_path / "report.odt")]) == 2
    assert ".docx" in capsys.readouterr().err


def test_report_of_the_region_names_what_was_planted(
    region_folder: Path, region_study: houvast.Study, tmp_path: Path
) -> None:
    out = tmp_path / "report.html"
    assert main(["report", str(region_folder), "-o", str(out)]) == 0
    page = out.read_text(encoding="utf-8").replace(SOFT, "")
    assert "<bdi>Bedrijfsleven</bdi> doet niet mee" in page
    assert "niets laten horen" in page
    network = region_study.network()
    names = {party.id: party.name for party in region_study.parties}
    for party in [*network.silent, *network.articulation_points]:
        assert names[party] in page
    assert out.stat().st_mode & 0o777 == 0o600


def test_unknown_options_and_missing_paths(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "nothing")]) == 2
    assert "HV-101" in capsys.readouterr().err
    with pytest.raises(SystemExit) as stop:
        main(["score"])
    assert stop.value.code == 2


def test_report_into_a_folder_that_is_not_there(
    region_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", str(region_folder), "-o", str(tmp_path / "no" / "x.html")]) == 2
    assert "HV-118" in capsys.readouterr().err


def test_cmake_dir_names_the_folder_or_the_way_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("houvast._core.__file__", str(tmp_path / "_core.so"))

    def asked() -> tuple[int, str, str]:
        out, err = io.StringIO(), io.StringIO()
        with pytest.raises(SystemExit) as end, redirect_stdout(out), redirect_stderr(err):
            main(["--lang", "en", "--cmake-dir"])
        return int(end.value.code or 0), out.getvalue(), err.getvalue()

    code, out, err = asked()
    assert (code, out) == (2, "")
    assert "--config-settings=cmake.define.HOUVAST_INSTALL=ON" in err
    folder = tmp_path / "lib" / "cmake" / "houvast"
    folder.mkdir(parents=True)
    (folder / "houvastConfig.cmake").touch()
    assert asked() == (0, f"{folder}\n", "")
