"""`houvast convert` as a coordinator meets it: told what was read, asked what is not sure, pseudonyms with a key."""

import csv
import json
from pathlib import Path

import pytest

import houvast
from houvast.cli import main
from houvast.convert import Mapping

EXPORTS = Path(__file__).parents[2] / "data" / "exports"


def respondents(study: Path) -> set[str]:
    with (study / "answers.csv").open(encoding="utf-8", newline="") as file:
        return {row["respondent"] for row in csv.DictReader(file)}


def test_convert_tells_what_it_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "studie"
    assert main(["convert", str(EXPORTS / "msforms" / "nl.xlsx"), "-o", str(out)]) == 0
    said = capsys.readouterr().out
    assert "nl.xlsx: herkend als Microsoft Forms (aan: Begintijd, Tijd van voltooien)." in said
    assert "12 respondenten, 24 vragen herkend (24 op tekst), 7 partijen, 1 ronde." in said
    assert (
        "6 kolommen weggelaten: ID (nummer van de inzending); Begintijd, Tijd van voltooien, Tijd van laatste" in said
    )
    assert "Hoeveel mensen gevraagd zijn is niet bekend" in said
    assert main(["check", str(out)]) == 0
    key = tmp_path / "studie.key"
    assert key.stat().st_mode & 0o777 == 0o600
    assert len(bytes.fromhex(key.read_text(encoding="ascii"))) == 32
    assert not list(out.glob("*.key"))
    assert all(file.stat().st_mode & 0o777 == 0o600 for file in out.iterdir())
    assert main(["convert", str(EXPORTS / "msforms" / "nl.xlsx"), "-o", str(out)]) == 2  # never over a study


def test_convert_in_english(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "study.json"
    assert main(["convert", str(EXPORTS / "google" / "en.csv"), "-o", str(out), "--lang", "en"]) == 0
    assert "12 respondents, 24 questions recognised (24 by text), 7 parties, 1 wave." in capsys.readouterr().out
    assert houvast.load(out).respondents == 12


def test_the_key_links_waves_that_are_converted_apart(tmp_path: Path) -> None:
    found = []
    for year in ("2023", "2024"):
        out = tmp_path / year
        export = EXPORTS / "google" / f"two-{year}.csv"
        assert main(["convert", str(export), "-o", str(out), "--wave", year, "--key", str(tmp_path / "own.key")]) == 0
        found.append(respondents(out))
    assert len(found[0]) == 12 and found[1] < found[0]
    assert main(["convert", str(export), "-o", str(tmp_path / "other")]) == 0
    assert not respondents(tmp_path / "other") & found[0]


def test_a_key_that_others_can_read_or_that_is_in_the_study_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    export, out = str(EXPORTS / "google" / "nl.csv"), tmp_path / "studie"
    assert main(["convert", export, "-o", str(out), "--key", str(out / "sleutel")]) == 2
    key = tmp_path / "open.key"
    key.write_text("00" * 32, encoding="ascii")
    key.chmod(0o644)
    assert main(["convert", export, "-o", str(out), "--key", str(key)]) == 2
    key.chmod(0o600)
    key.write_text("geen sleutel", encoding="ascii")
    assert main(["convert", export, "-o", str(out), "--key", str(key)]) == 2
    assert capsys.readouterr().err.count("[HV-710]") == 3
    assert not out.exists()


def test_what_is_not_sure_is_asked_confirmed_and_kept_for_the_next_wave(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (EXPORTS / "google" / "nl.csv").read_text(encoding="utf-8")
    text = text.replace("E1.1. Weten we wat beter samenwerken", "Weten wij wat beter samenwerken")
    text = text.replace("een klein beetje", "een heel klein beetje", 1)
    export = tmp_path / "export.csv"
    export.write_text(text, encoding="utf-8")
    out, mapping = tmp_path / "studie", tmp_path / "studie.mapping.json"
    assert main(["convert", str(export), "-o", str(out)]) == 2
    said = capsys.readouterr().err
    assert "Nog niet omgezet. Dit is eerst nodig (2):" in said
    assert "de tekst lijkt op E1.1" in said and "lijkt op 'een klein beetje' (2); is het dat?" in said
    assert not out.exists() and not (tmp_path / "studie.key").exists()
    assert mapping.stat().st_mode & 0o777 == 0o600
    content = json.loads(mapping.read_text(encoding="utf-8"))
    waiting = [
        rule for rule in [*content["columns"], *content["answers"]["six-elements/extent-5"]] if "confirm" in rule
    ]
    assert len(waiting) == 2
    assert main(["convert", str(export), "-o", str(out), "--mapping", str(mapping)]) == 2  # still waiting
    capsys.readouterr()
    for rule in waiting:
        del rule["confirm"]
    mapping.write_text(json.dumps(content), encoding="utf-8")
    assert main(["convert", str(export), "-o", str(out), "--mapping", str(mapping), "--wave", "2024"]) == 0
    said = capsys.readouterr().out
    assert "(23 op code, 1 op gelijkende tekst, door jou bevestigd)" in said
    again = tmp_path / "weer"
    key = str(tmp_path / "studie.key")
    assert (
        main(["convert", str(export), "-o", str(again), "--mapping", str(mapping), "--wave", "2024", "--key", key]) == 0
    )
    assert (again / "answers.csv").read_bytes() == (out / "answers.csv").read_bytes()


def test_a_mapping_can_be_written_reviewed_and_used(tmp_path: Path) -> None:
    export, mapping = str(EXPORTS / "qualtrics" / "text.csv"), tmp_path / "map.json"
    assert main(["convert", export, "-o", str(tmp_path / "a"), "--write-mapping", str(mapping)]) == 0
    content = json.loads(mapping.read_text(encoding="utf-8"))
    rule = next(rule for rule in content["columns"] if rule["column"] == "E6.3")
    assert rule == {"column": "E6.3", "role": "question", "target": "E6.3", "part": "answer", "match": "code"}
    rule["role"] = "drop"
    mapping.write_text(json.dumps(content), encoding="utf-8")
    out = tmp_path / "b.json"
    assert main(["convert", export, "-o", str(out), "--mapping", str(mapping), "--key", str(tmp_path / "a.key")]) == 0
    rows = json.loads(out.read_text(encoding="utf-8"))["answers"]
    assert {row["answer"] for row in rows if row["question"] == "E6.3"} == {"not_asked"}


def test_a_network_and_its_roster(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, roster = tmp_path / "studie", EXPORTS / "network" / "roster.csv"
    export = EXPORTS / "network" / "google.csv"
    assert main(["convert", str(export), "-o", str(out), "--roster", str(roster)]) == 0
    said = capsys.readouterr().out
    assert "13 meldingen van wie met wie samenwerkt." in said
    assert "niet bekend" not in said
    assert "K7M2" not in "".join(file.read_text(encoding="utf-8") for file in out.iterdir())
    assert main(["convert", str(export), "-o", str(tmp_path / "zonder")]) == 0
    assert "Met wie werk je samen? (wie met wie werkt; geef --roster)" in capsys.readouterr().out


def test_an_address_in_a_free_text_is_pointed_out_without_telling_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    export = tmp_path / "export.csv"
    export.write_text("respondent,E1.1,E3.1\na,helemaal,bel Bo op 06-12345678\nb,deels,niemand\n", encoding="utf-8")
    assert main(["convert", str(export), "-o", str(tmp_path / "studie")]) == 0
    said = capsys.readouterr().out
    assert "export.csv, rij 2, kolom 'E3.1'" in said
    assert "12345678" not in said


def test_the_guide_shows_what_is_said_and_the_reference_a_mapping_that_is_one(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("export.xlsx").write_bytes((EXPORTS / "msforms" / "nl.xlsx").read_bytes())
    guide = (root / "docs" / "guides" / "convert.md").read_text(encoding="utf-8")
    command = guide.split("```sh\n")[1].split("\n")[0].split()
    assert main(command[1:]) == 0
    assert capsys.readouterr().out.startswith(guide.split("```text\n")[1].split("```")[0])
    reference = (root / "docs" / "reference" / "mapping.md").read_text(encoding="utf-8")
    assert Mapping.parse(reference.split("```json\n")[1].split("```")[0]).to_confirm == 2
