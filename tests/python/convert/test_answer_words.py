"""The exact questions in other answer words, from five platforms: a study after three questions at most."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import houvast
from houvast.convert import Conversion, ConversionError, Mapping, convert

KEY = bytes(32)
RATED = [question for question in houvast.instrument("six-elements").questions if question.scale]
TEXTS = [str((q.closed_part if q.form == "mixed" else q.text).nl) for q in RATED]
ABOUT = ["Bij welke organisatie werk je?", "Wat is je rol?"]
PEOPLE = [("OBS De Linde", "leerkracht"), ("Wijkteam Noord", "ouder"), ("Jeugdgezondheidszorg", "jeugdverpleegkundige")]
WORDS = {
    "agree": ["Helemaal oneens", "Oneens", "Neutraal", "Eens", "Helemaal eens"],
    "often": ["nooit", "zelden", "soms", "vaak", "altijd"],
    "stars": ["★☆☆☆☆", "★★☆☆☆", "★★★☆☆", "★★★★☆", "★★★★★"],
    "smileys": ["😡", "🙁", "😐", "🙂", "😀"],
    "0 to 10": [str(number) for number in range(11)],
}
MATRIX = [f"In hoeverre geldt dit? [{text}]" for text in TEXTS]
OWN = ["helemaal niet", "een klein beetje", "voor een deel", "voor een groot deel", "helemaal"]
PLATFORMS = {
    "google": (["Tijdstempel"], TEXTS),
    "msforms": (["Id", "Begintijd", "Tijd van voltooien", "E-mail", "Naam"], TEXTS),
    "limesurvey": (["Antwoord ID", "Datum ingezonden", "Laatste pagina", "Starttaal"], MATRIX),
    "qualtrics": (["StartDate", "RecordedDate", "ResponseId", "DistributionChannel"], TEXTS),
    "wide": ([], TEXTS),
}


def written(platform: str, words: list[str], place: Path) -> Path:
    own, texts = PLATFORMS[platform]
    rows = [[*own, *ABOUT, *texts]]
    if platform == "qualtrics":
        rows = [[*own, *(f"Q{n}" for n in range(len(rows[0]) - len(own)))], *rows]
        rows.append([f'{{"ImportId":"QID{n}"}}' for n in range(len(rows[0]))])
    for i in range(30):
        cells = [words[(3 * i + 7 * j) % len(words)] if (i + j) % 19 else "Weet ik niet" for j in range(len(texts))]
        rows.append([*(f"{name}{i}" for name in own), *PEOPLE[i % len(PEOPLE)], *cells])
    with place.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return place


def agreed(export: Path) -> tuple[Conversion, int]:
    """The study once every proposal is accepted, and how many questions that took."""
    mapping, asked = None, 0
    while True:
        try:
            return convert(export, mapping, key=KEY), asked
        except ConversionError as error:
            asked += len(error.questions)
            if asked > 3:
                raise
            for line in (line for question in error.questions for line in question.lines):
                line.apply(line.proposal)
            mapping = Mapping.parse(error.mapping.to_json())


@pytest.mark.parametrize("kind", WORDS)
@pytest.mark.parametrize("platform", PLATFORMS)
def test_other_answer_words_take_three_questions_at_most(platform: str, kind: str, tmp_path: Path) -> None:
    words = WORDS[kind]
    made, asked = agreed(written(platform, words, tmp_path / "export.csv"))
    assert asked <= 3
    assert made.report.files[0][1] == platform
    assert made.study.respondents == 30 and len(made.report.questions) == 1
    rated = {question.id for question in RATED}
    told = {row[4] for row in made.study.tables()["answers"][1] if row[3] in rated}
    assert told == {"1", "2", "3", "4", "5", "dont_know"}


def test_as_many_columns_as_questions_are_proposed_in_their_order(tmp_path: Path) -> None:
    rows = [["respondent", *(f"V{n}" for n in range(1, len(RATED) + 1))]]
    rows += [[f"K{i}", *(OWN[(i + j) % 5] for j in range(len(RATED)))] for i in range(5)]
    place = tmp_path / "export.csv"
    with place.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    with pytest.raises(ConversionError) as caught:
        convert(place, key=KEY)
    assert [ask.key for question in caught.value.questions for ask in question.asks] == ["in_order"] * len(RATED)
    made, asked = agreed(place)
    assert asked == 1
    values = {row[3]: row[4] for row in made.study.tables()["answers"][1] if row[4].isdigit()}
    assert list(values) == [question.id for question in RATED]
    fewer = [row[:-1] for row in rows]  # a question less: which one is missing, nobody can say
    with place.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(fewer)
    with pytest.raises(ConversionError) as caught:
        convert(place, key=KEY)
    assert {ask.key for ask in caught.value.asked} == {"answers"}


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        (["echt wel", "best wel", "echt niet"], set()),
        (["echt wel", "best wel", "weet ik niet"], set()),
        (["helemaal", "deels", "best wel"], {"best wel"}),
        (["echt wel", "best wel", "geen idee wat dit is"], {"echt wel", "best wel", "geen idee wat dit is"}),
    ],
)
def test_words_of_children_count_where_all_words_are_theirs(
    answers: list[str], asked: set[str], tmp_path: Path
) -> None:
    export = tmp_path / "e.csv"
    export.write_text("respondent,E1.1\n" + "".join(f"K{i},{a}\n" for i, a in enumerate(answers)), encoding="utf-8")
    try:
        convert(export, key=KEY)
        told = set()
    except ConversionError as error:
        told = {line.about for question in error.questions for line in question.lines}
    assert told == asked
