"""`houvast instruments NAME` shows all words of an instrument and whose they are, and writes it as a questionnaire."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import openpyxl
import pytest

import houvast
from houvast.cli import main
from houvast.starter import survey
from houvast.texts import licence_words

SIX = houvast.instrument("six-elements")


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["instruments", *arguments]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("name", houvast.instruments())
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_word_of_an_instrument_is_shown(name: str, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    instrument = houvast.instrument(name)
    text = shown(capsys, name, "--lang", lang)
    assert instrument.source.citation() in text and licence_words(instrument.licence, lang) in text
    assert instrument.licence not in text  # it is English whatever the language
    for element in instrument.elements:
        assert f"{element.id} {element.title.get(lang)}" in text
    for question in instrument.questions:
        assert question.text.get(lang) in text
        for part in (question.closed_part, question.open_part) if question.form == "mixed" else ():
            assert part is None or part.get(lang) in text
        assert question.caution is None or question.caution.get(lang) in text
    for scale in instrument.scales:
        assert all(f"{label.value} {label.text.get(lang)}" in text for label in scale.labels)


def test_a_licence_is_told_in_the_language_of_the_reader(capsys: pytest.CaptureFixture[str]) -> None:
    asks = "Licentie: niet vermeld; vraag toestemming voordat je de vragen buiten dit hulpmiddel overneemt"
    assert asks in shown(capsys, "six-elements").splitlines()
    assert "vrij te lezen (open access); noem de bron" in shown(capsys, "damour-2008")
    assert licence_words("CC BY 4.0", "nl") == "CC BY 4.0"
    assert licence_words("", "nl") == licence_words(SIX.licence, "nl")


def test_it_tells_whose_words_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(capsys, "six-elements")
    assert "24 vragen, letterlijk zoals in de bron." in text
    assert "plain (24 vragen), parent (16 vragen), young (16 vragen) en child (9 vragen)" in text
    assert "Eigen definitie: de bron heeft geen schaal." in text
    assert "let op: ‘Altijd’ laat geen ruimte" in text
    assert json.loads(shown(capsys, "six-elements", "--json"))["id"] == "six-elements"


def test_an_audience_is_shown_beside_the_source(capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(capsys, "six-elements", "--audience", "child")
    for question in SIX.questions:
        own = question.audiences["child"]
        if own.text is None:
            assert f"wordt niet gevraagd: {own.not_for.nl}" in text
        else:
            assert own.text.nl in text and f"bron: {question.text.nl}" in text and f"verschil: {own.note.nl}" in text


@pytest.mark.parametrize("audience", ["professional", "parent", "child"])
def test_it_becomes_a_questionnaire_in_every_form(audience: str, tmp_path: Path) -> None:
    asked = [q for q in SIX.questions if q.wording(audience) is not None]
    for form, ending in {"paper": "html", "docx": "docx", "xlsx": "xlsx", "limesurvey": "txt"}.items():
        out = tmp_path / f"q.{ending}"
        command = ["instruments", "six-elements", "--as", form, "--audience", audience, "-o", str(out)]
        assert main(command) == 0
        assert main(command) == 2, "a file that is there stays"
        assert main([*command, "--force"]) == 0
    page = (tmp_path / "q.html").read_text("utf-8")
    word = zipfile.ZipFile(io.BytesIO((tmp_path / "q.docx").read_bytes())).read("word/document.xml").decode()
    heads = [str(cell.value) for cell in openpyxl.load_workbook(tmp_path / "q.xlsx").worksheets[0][1]]
    lime = (tmp_path / "q.txt").read_text("utf-8")
    assert "<script" not in page and "http-equiv" not in page
    for question in asked:
        words = question.wording(audience).nl
        assert words in page and words in word and words in lime and any(words in head for head in heads)
    lowest = SIX.scale("extent-5").labels[0].text_for(audience).nl
    assert lowest == ("echt niet" if audience == "child" else "helemaal niet")
    assert page.count(f"☐ {lowest}") == sum(question.scale is not None for question in asked)
    for element in SIX.elements:
        there = any(question.element == element.id for question in asked)
        assert (f"<h2>{element.title_for(audience).nl}</h2>" in page) == there
        if audience == "professional":
            assert element.description.nl in page and element.description.nl in lime


def test_word_and_excel_may_be_called_by_their_names(tmp_path: Path) -> None:
    for name, ending in {"word": "docx", "Excel": "xlsx"}.items():
        out = tmp_path / f"q.{ending}"
        assert main(["instruments", "six-elements", "--as", name, "-o", str(out)]) == 0
        assert zipfile.is_zipfile(out)


def test_families_read_no_word_of_the_trade_above_their_questions(tmp_path: Path) -> None:
    for name in ("six-elements", "know-your-partner"):
        out = tmp_path / f"{name}.html"
        assert main(["instruments", name, "--audience", "child", "--as", "paper", "-o", str(out)]) == 0
        assert "<h1>Jij en de mensen die jou helpen</h1>" in out.read_text("utf-8")


def test_what_is_scored_of_a_mixed_question_is_on_the_form() -> None:
    for made in (survey.form("T", [SIX]), survey.limesurvey("T", [SIX])):
        for question in SIX.questions:
            if question.form == "mixed":
                assert question.open_part.nl in made
    assert "Kies een antwoord op: Spreken we dezelfde taal?" in survey.limesurvey("T", [SIX])


def test_mistakes_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["instruments", "zes"]) == 2
    assert "HV-501" in capsys.readouterr().err
    assert main(["instruments", "six-elements", "--audience", "opa"]) == 2
    assert "parent" in capsys.readouterr().err
    motives = ["instruments", "samen-beter", "--audience", "parent", "--as", "paper", "-o", str(tmp_path / "x.html")]
    assert main(motives) == 2
    assert not (tmp_path / "x.html").exists()
    capsys.readouterr()


def test_what_is_asked_about_a_partner_is_a_questionnaire_too(tmp_path: Path) -> None:
    place = tmp_path / "x.html"
    assert main(["instruments", "know-your-partner", "--audience", "parent", "--as", "paper", "-o", str(place)]) == 0
    page = place.read_text("utf-8")
    for text in (
        "Over wie gaat dit?",
        "Hoe ver gaat het samen?",
        "we zijn één team",
        "Vertrouw je erop dat zij jullie",
    ):
        assert text in page
