"""Open answers: by element, masked, without who wrote them, and in nothing that is released."""

from __future__ import annotations

import json

import pandas as pd
import pytest

import houvast
from houvast.cli import main

PARTIES = pd.DataFrame(
    {
        "id": ["a", "b"],
        "kind": ["person", "organisation"],
        "name": ["Piet de Vries", "School De Brug"],
        "perspective": ["professional", "professional"],
        "asked": [1, 20],
    }
)
TEXTS = {
    ("w1", "r2", "b", "E3.1"): "zorgcoördinator van School De Brug, mail z@brug.nl of 06-12345678",
    ("w1", "r1", "a", "E3.1"): "Piet de Vries <b>trekt</b>",
    ("w2", "r1", "a", "E3.1"): "de wijkagent",
    ("w1", "r2", "b", "E2.3"): "Op- en afschalen",
    ("w1", "r2", "b", "V.motivation.2"): "mijn eigen aantekening",
}
SECRET = ("z@brug", "12345678", "Piet de Vries", "aantekening")


def study() -> houvast.Study:
    rows = [(wave, who, party, question, text) for (wave, who, party, question), text in TEXTS.items()]
    answers = pd.DataFrame(rows, columns=["wave", "respondent", "party", "question", "text"]).assign(answer="")
    header = {"id": "open", "title": {"nl": "x", "en": "x"}, "instruments": ["six-elements", "working-factors"]}
    header["waves"] = [{"id": "w1", "date": "2023-01-01"}, {"id": "w2", "date": "2024-01-01"}]
    return houvast.study_from_frames(header, parties=PARTIES, answers=answers)


def test_answers_stand_under_their_wave_and_element() -> None:
    found = study().open_answers()
    assert [(each.wave, each.element, each.question) for each in found] == [
        ("w1", "E2", "E2.3"),
        ("w1", "E3", "E3.1"),
        ("w2", "E3", "E3.1"),
    ]
    assert found[0].answers == ("Op- en afschalen",)
    assert [each.question for each in study().open_answers("w2")] == ["E3.1"]


def test_what_points_to_a_person_is_masked_and_the_order_tells_nothing() -> None:
    asked = study().open_answers()[1]
    assert asked.answers == (
        "[naam] <b>trekt</b>",
        "zorgcoördinator van School De Brug, mail [e-mailadres] of [telefoonnummer]",
    )


def test_neither_who_wrote_it_nor_what_is_private_is_told() -> None:
    found = study().open_answers()
    told = found.say("nl") + found.to_frame().to_csv() + found._repr_html_()
    assert not any(secret in told for secret in SECRET)
    assert not {"r1", "r2", "respondent", "party"} & set(found.to_frame().columns)
    assert "<b>trekt" not in found._repr_html_() and "&lt;b&gt;trekt" in found._repr_html_()


def test_the_view_in_words() -> None:
    lines = study().open_answers("w1").say("nl").splitlines()
    assert lines[0] == "w1 · E2 Cultuur van samenwerken"
    assert lines[-1].startswith("  – zorgcoördinator")
    assert sum(line.startswith("E3.1 ") for line in lines) == 1


def test_no_release_holds_them(region_study: houvast.Study) -> None:
    written = {answer for each in region_study.open_answers() for answer in each.answers}
    assert len(written) > 5
    document = json.dumps(region_study.release("team", goals="text").document(), ensure_ascii=False)
    assert not any(answer in document for answer in written)


def test_a_wave_that_is_not_there_is_named() -> None:
    with pytest.raises(KeyError, match="HV-505"):
        study().open_answers("w9")


def test_they_show_themselves_marked_as_inside() -> None:
    found = study().open_answers()
    assert repr(found).endswith("; exact, voor intern gebruik)") and "intern" in found._repr_html_()
    assert repr(found[0]).endswith("; exact, voor intern gebruik)") and "\u2068" not in repr(found[0])


def test_the_command_tells_them_marked_as_inside(tmp_path, capsys) -> None:
    study().save(tmp_path / "s")
    assert main(["open-answers", str(tmp_path / "s"), "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "inside use" in said and "[naam] <b>trekt</b>" in said and "Op- en afschalen" in said
    assert main(["open-answers", str(tmp_path / "s"), "--wave", "w2", "--json", "--lang", "nl"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["question"], row["answers"]) for row in rows] == [("E3.1", ["de wijkagent"])]
    assert all("intern" in row["inside"].lower() for row in rows)
    told = said + json.dumps(rows)
    for name in ("geschreven.txt", "geschreven.json"):
        assert main(["open-answers", str(tmp_path / "s"), "-o", str(tmp_path / name), "--lang", "nl"]) == 0
        written = (tmp_path / name.replace(".", "-intern.")).read_text("utf-8")
        assert "intern" in written.splitlines()[0 if name.endswith("txt") else 1].lower()
        told += written
    assert not any(secret in told for secret in SECRET)


def test_the_command_says_when_nobody_wrote(tmp_path, capsys) -> None:
    written = study().to_frames()["answers"]
    silent = houvast.study_from_frames(
        json.loads(study().header_json()), parties=PARTIES, answers=written[written["question"] == "V.motivation.2"]
    )
    silent.save(tmp_path / "s")
    assert main(["open-answers", str(tmp_path / "s"), "--lang", "nl"]) == 0
    assert "Niemand schreef iets op." in capsys.readouterr().out
