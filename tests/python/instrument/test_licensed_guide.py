"""The guide to licensed instruments, followed to the letter: a structure without wording, filled in and scored."""

import csv
import json
import re
from pathlib import Path

import pytest

import houvast
from houvast.cli import main

GUIDE = Path(__file__).resolve().parents[3] / "docs/guides/licensed.md"


STRUCTURES = re.findall(r"```json\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
COMMANDS = re.findall(r"`houvast ([^`]*eigen\.json[^`]*)`", GUIDE.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "id"), [*zip(STRUCTURES, ("licensed-copy", "typology-2008"), strict=True)])
def test_the_structure_is_an_instrument_without_wording(text: str, id: str, tmp_path: Path) -> None:
    own = tmp_path / "own.json"
    own.write_text(text, encoding="utf-8")
    instrument = houvast.Instrument.parse(text)
    texts = [question.text.nl for question in instrument.questions]
    texts += [label.text.nl for scale in instrument.scales for label in scale.labels]
    assert all(re.fullmatch("<[^<>]+>", word) for word in texts)
    assert main(["instruments", str(own)]) == 0
    assert main(["init", str(tmp_path / "s"), "--instrument", str(own)]) == 0
    assert json.loads((tmp_path / "s" / "study.json").read_text("utf-8"))["instruments"][0]["id"] == id


def filled_in(structure: str) -> str:
    """The structure with a text of its own at every place between < and >."""
    places = iter(range(1, 1000))
    return re.sub(r"<([^<>\n]+)>", lambda found: f"{found.group(1)} {next(places)}", structure)


def of_kind(kind: str) -> str:
    (found,) = [text for text in STRUCTURES if json.loads(text)["kind"] == kind]
    return filled_in(found)


@pytest.mark.parametrize("structure", STRUCTURES)
def test_a_structure_is_an_instrument_once_it_is_filled_in(structure: str) -> None:
    instrument = houvast.Instrument.parse(filled_in(structure), "eigen.json")
    assert len(instrument.questions) == 1 and "<" not in filled_in(structure)


def test_the_commands_of_the_guide_are_those_that_are_followed() -> None:
    assert COMMANDS == [
        "init studie --instrument eigen.json",
        "instruments eigen.json --as limesurvey",
        "convert export.xlsx --instrument eigen.json --out studie",
    ]


def test_a_survey_goes_from_file_to_scores(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("eigen.json").write_text(of_kind("survey"), encoding="utf-8")
    assert main(["init", "nieuw", "--instrument", "eigen.json"]) == 0
    assert main(["instruments", "eigen.json", "--as", "limesurvey", "-o", "vragen.txt"]) == 0
    question = houvast.Instrument.parse(of_kind("survey"), "eigen.json").questions[0]
    labels = [label.text.nl for label in houvast.Instrument.parse(of_kind("survey"), "e").scale("scale-5").labels]
    form = (Path("nieuw") / "hulpmiddelen" / "vragenlijst-formulier.txt").read_text("utf-8")
    assert f"{question.id} {question.text.nl}\n" in form and all(f"( ) {label}" in form for label in labels)
    assert question.text.nl in Path("vragen.txt").read_text("utf-8")
    answers = [labels[4]] * 6 + [labels[3]] * 2 + [labels[0]] * 2
    with Path("export.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["Wat is je deelnemercode?", question.text.nl], *enumerate(answers)])
    capsys.readouterr()
    assert main(["convert", "export.csv", "--instrument", "eigen.json", "--out", "studie", "--no-questions"]) == 0
    assert main(["score", "studie"]) == 0
    study = houvast.load("studie")
    assert [instrument.id for instrument in study.instruments] == ["licensed-copy"]
    (row,) = [row for row in study.scores(mean=True).to_dicts() if row["id"] == question.id]
    assert (row["answered"], row["top_box"]) == (10, 0.8)  # 4 and higher are high answers
    assert row["mean"] == pytest.approx((6 * 5 + 2 * 4 + 2) / 10)


def test_stages_go_from_file_to_a_profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("eigen.json").write_text(of_kind("stages"), encoding="utf-8")
    instrument = houvast.Instrument.parse(of_kind("stages"), "eigen.json")
    question, labels = instrument.questions[0], instrument.scale("I1-levels").labels
    with Path("export.csv").open("w", encoding="utf-8", newline="") as file:
        told = [labels[2].text.nl] * 4 + [labels[0].text.nl]
        csv.writer(file).writerows([["Wat is je deelnemercode?", question.text.nl], *enumerate(told)])
    assert main(["convert", "export.csv", "--instrument", "eigen.json", "--out", "studie", "--no-questions"]) == 0
    heads, rows = houvast.load("studie").tables()["assessments"]
    assert sorted(row[heads.index("stage")] for row in rows) == ["1", "3", "3", "3", "3"]
