"""Lists of parties as coordinators keep them, and partners as people write them: what is made, asked and left out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import houvast
from houvast.convert import Conversion, ConversionError, Mapping, convert

KEY = bytes(32)
HEADING = ["Naam", "Organisatie", "Domein", "Functie", "E-mail"]
PEOPLE = [
    ["Anna Bos", "De Linde", "onderwijs", "leerkracht", "anna@linde.nl"],
    ["Bo Dam", "De Linde", "onderwijs", "leerkracht", "bo@linde.nl"],
    ["Cas Eik", "De Linde", "onderwijs", "intern begeleider", "cas@linde.nl"],
    ["Dia Fop", "Wijkteam Noord", "jeugdhulp", "coach", "dia@team.nl"],
    ["Eva Gul", "Bibliotheek", "gemeente", "medewerker", "eva@bieb.nl"],
]
LIST = pd.DataFrame(PEOPLE, columns=HEADING)
PRIVATE = ["anna", "bo dam", "cas eik", "dia", "fop", "eva", "gul", "@"]


def export(*partners: str, heading: str = "Met wie werk je samen?", who: str = "E-mail") -> pd.DataFrame:
    people = ["anna@linde.nl", "dia@team.nl", "eva@bieb.nl"][: len(partners)]
    return pd.DataFrame({who: people, "E1.1": ["deels"] * len(partners), heading: list(partners)})


def asked(table: Any, roster: Any = LIST, **more: Any) -> ConversionError:
    with pytest.raises(ConversionError) as caught:
        convert(table, roster=roster, key=KEY, **more)
    return caught.value


def answered(table: Any, roster: Any = LIST, times: int = 3, **more: Any) -> tuple[Conversion, list[str]]:
    """The conversion after agreeing with everything, and the questions that were asked."""
    mapping, told = None, []
    for _ in range(times):
        try:
            return convert(table, mapping, roster, key=KEY, **more), told
        except ConversionError as error:
            for question in error.questions:
                assert question.sure, [ask.say("nl") for ask in question.asks]
                told.append(question.id)
                for line in question.lines:
                    line.apply(line.proposal)
            mapping = Mapping.parse(error.mapping.to_json())
    raise AssertionError(told)


def parties(study: houvast.Study, *columns: str) -> list[list[str]]:
    heading, rows = study.tables()["parties"]
    return [[row[heading.index(name)] for name in columns] for row in rows]


def ties(study: houvast.Study) -> list[str]:
    return [f"{row[2]} {row[3]}" for row in study.tables()["ties"][1]]


def test_a_list_of_people_becomes_parties_and_tells_nobody() -> None:
    made, told = answered(export("Wijkteam Noord, leerkracht", "De Linde, leerkracht"))
    assert told[0] == "list:party"
    made, told = answered(export("Bibliotheek", "Bibliotheek"))
    assert told == ["list:party"]
    assert parties(made.study, "id", "name", "kind", "asked") == [
        ["de-linde-leerkracht", "De Linde, leerkracht", "group", "2"],
        ["de-linde-intern-begeleider", "De Linde, intern begeleider", "person", "1"],
        ["wijkteam-noord-coach", "Wijkteam Noord, coach", "person", "1"],
        ["bibliotheek-medewerker", "Bibliotheek, medewerker", "person", "1"],
    ]
    whole = (made.study.to_json() + made.mapping.to_json() + made.report.text("nl")).casefold()
    assert [word for word in PRIVATE if word in whole] == []
    assert "de-linde-leerkracht (De Linde, leerkracht, 2 gevraagd)" in made.report.text("nl")
    assert "niet bekend" not in made.report.text("nl")  # the list tells how many were asked


def test_whole_organisations_are_the_parties_when_partners_are_named_so() -> None:
    made, told = answered(export("Wijkteam Noord", "De Linde; Bibliotheek", "de linde"))
    assert told == ["list:party"]
    assert [row[0] for row in parties(made.study, "id")] == ["de-linde", "wijkteam-noord", "bibliotheek"]
    assert ties(made.study) == [
        "bibliotheek de-linde",
        "de-linde wijkteam-noord",
        "wijkteam-noord bibliotheek",
        "wijkteam-noord de-linde",
    ]


def test_ids_are_kept_when_the_list_changes() -> None:
    made, _ = answered(export("Bibliotheek"))
    rules = {rule.label: rule.value for rule in made.mapping.parties["ids"]}
    assert rules["Bibliotheek, medewerker"] == "bibliotheek-medewerker"
    made.mapping.parties["ids"][0].value = "school"
    again = convert(export("Bibliotheek"), Mapping.parse(made.mapping.to_json()), LIST.iloc[::-1], key=KEY)
    assert {"school", "bibliotheek-medewerker"} <= {row[0] for row in parties(again.study, "id")}


NEAR = {
    "a slip": ("Wijktem Noord", "wijkteam-noord"),
    "a word short": ("Wijkteam", "wijkteam-noord"),
    "a word more": ("de Bibliotheek in het centrum", "bibliotheek"),
    "capitals": ("BIBLIOTHEEEK", "bibliotheek"),
    "hyphen": ("Wijk-team Noord", "wijkteam-noord"),
    "accent": ("Bibliothéék", "bibliotheek"),
}


@pytest.mark.parametrize("kind", NEAR)
def test_a_name_that_is_almost_right_is_confirmed_once(kind: str) -> None:
    written, meant = NEAR[kind]
    roster = LIST.drop(columns=["Functie"])
    made, told = answered(export(f"{written}; De Linde", f"{written}; De Linde", f"De Linde; {written}"), roster)
    assert told == ["list:names"]
    found = ties(made.study)
    assert any(tie.split()[1] == meant for tie in found) and made.report.strangers == []
    rules = made.mapping.parties["names"]
    assert [(rule.value, rule.confirm) for rule in rules] == [(meant, False)]


def test_a_name_that_is_not_meant_is_no_party_and_another_is_added() -> None:
    roster = LIST.drop(columns=["Functie"])
    error = asked(export("Wijkteam Oord; De Linde", "De Linde"), roster)
    (line,) = error.questions[0].lines
    assert list(line.allowed)[-2:] == ["+", "-"] and line.proposal == "wijkteam-noord"
    line.apply("+")
    made = convert(export("Wijkteam Oord; De Linde", "De Linde"), error.mapping, roster, key=KEY)
    assert ["wijkteam-oord", "Wijkteam oord", "0"] in parties(made.study, "id", "name", "asked")
    assert "de-linde wijkteam-oord" in ties(made.study)


def test_unknown_partners_are_told_with_their_rows_and_added_when_wanted() -> None:
    table, roster = (
        export("de moskee; Bibliotheek", "De Linde", "de moskee, Wijkteam Noord"),
        LIST.drop(columns="Functie"),
    )
    made = convert(table, roster=roster, key=KEY)
    assert [(name, where.row) for name, where in made.report.strangers] == [("de moskee", 2), ("de moskee", 4)]
    assert "--add-partners" in made.report.text("nl")
    made = convert(table, roster=roster, key=KEY, add_partners=True)
    assert made.report.strangers == [] and ["de-moskee", "De moskee"] in parties(made.study, "id", "name")
    assert "bibliotheek de-moskee" in ties(made.study)


def test_an_address_among_partners_is_not_repeated() -> None:
    made = convert(export("x@onbekend.nl; Bibliotheek", "De Linde"), roster=LIST.drop(columns="Functie"), key=KEY)
    assert "onbekend.nl" not in made.report.text("nl") + made.mapping.to_json()


@pytest.mark.parametrize(
    "heading",
    ["Met wie werk je samen?", "Kies je partners", "Choose your partners", "Welke samenwerkingspartners heb je?"],
)
def test_partners_are_chosen_under_many_headings(heading: str) -> None:
    made = convert(
        export("Wijkteam Noord;Bibliotheek;", "De Linde;", heading=heading),
        roster=LIST.drop(columns="Functie"),
        key=KEY,
    )
    assert ties(made.study) == ["de-linde bibliotheek", "de-linde wijkteam-noord", "wijkteam-noord de-linde"]


def test_a_respondent_by_partner_matrix_asks_for_a_heading_that_is_almost_right() -> None:
    table = pd.DataFrame({"E-mail": ["anna@linde.nl", "dia@team.nl"], "E1.1": ["deels", "deels"]})
    table["Met wie werk je samen? [Bibliotheek]"] = ["ja", "nee"]
    table["Met wie werk je samen? [Wijktem Noord]"] = ["ja", ""]
    table["Met wie werk je samen? [De Linde]"] = ["", "ja"]
    made, told = answered(table, LIST.drop(columns="Functie"))
    assert told == ["partners:frame 1"]
    assert ties(made.study) == ["de-linde bibliotheek", "de-linde wijkteam-noord", "wijkteam-noord de-linde"]


COUNCILS = {
    "a name of its own": [
        {"Naam": "De Linde", "Domein": "onderwijs"},
        {"Naam": "Ouderraad De Linde", "Domein": "onderwijs"},
    ],
    "under the school": [
        {"id": "linde", "name": "De Linde", "organisation": "De Linde"},
        {"id": "or", "name": "Ouderraad", "organisation": "De Linde"},
    ],
    "as a function": [
        {"Naam": "A B", "Organisatie": "De Linde", "Functie": "leerkracht", "Domein": "onderwijs", "E-mail": "a@b.nl"},
        {
            "Naam": "C D",
            "Organisatie": "De Linde",
            "Functie": "oudercommissie",
            "Domein": "onderwijs",
            "E-mail": "c@b.nl",
        },
    ],
    "by perspective": [
        {"id": "linde", "name": "De Linde", "perspective": "professional"},
        {"id": "or", "name": "Ouderraad De Linde", "perspective": "professional"},
    ],
    "of pupils": [
        {"Naam": "De Linde", "Domein": "onderwijs"},
        {"Naam": "Leerlingenraad De Linde", "Domein": "onderwijs"},
    ],
}


@pytest.mark.parametrize("kind", COUNCILS)
def test_a_council_that_is_filed_under_a_school_is_asked_about_once(kind: str) -> None:
    table = pd.DataFrame({"partij": ["De Linde"], "E1.1": ["deels"]})
    rows = COUNCILS[kind]
    if kind == "as a function":
        table = pd.DataFrame({"E-mail": ["a@b.nl"], "E1.1": ["deels"]})
    made, told = answered(table, pd.DataFrame(rows))
    assert told.count("list:councils") == 1
    named = parties(made.study, "name", "domain", "perspective")
    council = next(row for row in named if "raad" in row[0] or "commissie" in row[0])
    wanted = ["jeugdigen", "jeugdige"] if kind == "of pupils" else ["ouders", "ouder"]
    assert council[1:] == wanted
    again = convert(table, Mapping.parse(made.mapping.to_json()), pd.DataFrame(rows), key=KEY)
    assert again.study.to_json() == made.study.to_json()


def test_words_on_a_list_are_asked_with_the_nearest_and_named_by_their_heading() -> None:
    roster = [{"Naam": "De Linde", "Domein": "onderwjs"}, {"Naam": "De Bieb", "Domein": "cultuur"}]
    table = pd.DataFrame({"partij": ["De Linde"], "E1.1": ["deels"]})
    error = asked(table, pd.DataFrame(roster))
    assert {(ask.where.row, ask.where.column) for ask in error.asked} == {(2, "Domein"), (3, "Domein")}
    assert {line.about: line.proposal for line in error.questions[0].lines} == {"onderwjs": "onderwijs", "cultuur": "-"}
    made, _ = answered(table, pd.DataFrame(roster))
    assert parties(made.study, "domain") == [["onderwijs"], [""]]


def test_who_fits_no_party_is_one_question_per_thing_that_they_tell() -> None:
    table = pd.DataFrame({"organisatie": ["De Lnde", "De Lnde", "Bibliotheek"], "E1.1": ["deels"] * 3})
    made, told = answered(table, pd.DataFrame([{"Naam": "De Linde"}, {"Naam": "Bibliotheek"}]))
    assert "list:respondents" in told
    assert {row[1] for row in parties(made.study, "asked", "id") if row[0] != "0"} == {"de-linde", "bibliotheek"}


def test_a_list_may_have_a_title_other_columns_and_no_domain(tmp_path: Path) -> None:
    place = tmp_path / "lijst.csv"
    lines = ["Deelnemers overleg", "", "Nr;Organisatie;Telefoon;Opmerking;Aantal", "1;De Linde;06-12345678;bellen;8"]
    place.write_text("\n".join(lines) + "\n2;Wijkteam;;;3\n", encoding="utf-8")
    made = convert(pd.DataFrame({"partij": ["wijkteam"], "E1.1": ["deels"]}), roster=place, key=KEY)
    assert parties(made.study, "id", "asked") == [["de-linde", "8"], ["wijkteam", "3"]]
    assert "Telefoon" in made.report.text("nl") and "12345678" not in json.dumps(made.study.to_json())


@pytest.mark.parametrize(
    ("rows", "code", "row"),
    [
        ("Naam;Domein\n;onderwijs\n", "HV-208", 2),
        ("Kleur;Maat\nrood;3\n", "HV-112", 1),
        ("Naam;Domein\nx;bel 06-12345678\n", "HV-714", 2),
    ],
)
def test_a_list_that_cannot_be_one_says_where(rows: str, code: str, row: int, tmp_path: Path) -> None:
    place = tmp_path / "lijst.csv"
    place.write_text(rows, encoding="utf-8")
    with pytest.raises(houvast.Error) as caught:
        convert(export("x"), roster=place, key=KEY)
    assert (caught.value.code, caught.value.where.row) == (code, row)
    assert "12345678" not in str(caught.value)


MATRIX = "wie;De Linde;Wijkteam Noord;Bibliotheek\nDe Linde;;1;ja\nWijkteam Noord;0;;nee\nBibliotheek;;;\n"
LISTS = {
    "matrix": MATRIX,
    "from and to": "from,to\nDe Linde,Wijkteam Noord\nDe Linde,Bibliotheek\nWijkteam Noord,\n",
    "source and target": "Source,Target,Weight\nDe Linde,Wijkteam Noord,1\nDe Linde,Bibliotheek,1\nWijkteam Noord,,\n",
    "Dutch": "van;naar;sterkte\nDe Linde;Bibliotheek;1\nWijkteam Noord;;\nDe Linde;Wijkteam Noord;1\n",
}
TIES = ["de-linde bibliotheek", "de-linde wijkteam-noord", "wijkteam-noord "]


@pytest.mark.parametrize("kind", LISTS)
@pytest.mark.parametrize("roster", [None, LIST.drop(columns="Functie")], ids=["alone", "with a list"])
def test_a_table_of_ties_is_an_export(kind: str, roster: Any, tmp_path: Path) -> None:
    place = tmp_path / "ties.csv"
    place.write_text(LISTS[kind], encoding="utf-8")
    made = convert(place, roster=roster, key=KEY)
    assert sorted(ties(made.study)) == TIES
    assert made.study.respondents == 0 and "vragen" not in made.report.text("nl")


def test_a_matrix_beside_the_answers_counts_for_who_told_nothing_there(tmp_path: Path) -> None:
    place = tmp_path / "ties.csv"
    place.write_text(MATRIX, encoding="utf-8")
    table = pd.DataFrame({"E-mail": ["anna@linde.nl"], "E1.1": ["deels"], "Met wie werk je samen?": ["Bibliotheek"]})
    made = convert([table, place], roster=LIST.drop(columns="Functie"), key=KEY)
    assert sorted(ties(made.study)) == ["de-linde bibliotheek", "wijkteam-noord "]
    assert made.study.respondents == 1


def test_strengths_above_one_are_one_question(tmp_path: Path) -> None:
    place = tmp_path / "ties.csv"
    place.write_text(MATRIX.replace(";;1;ja", ";;3;2"), encoding="utf-8")
    made, told = answered(place, None)
    assert told == ["strength"]
    assert sorted(row[5] for row in made.study.tables()["ties"][1]) == ["0", "2", "3"]
    assert made.mapping.relations[0]["max_strength"] == 3.0


def test_a_name_in_a_matrix_that_is_almost_right_is_asked_and_a_strange_one_reported(tmp_path: Path) -> None:
    place = tmp_path / "ties.csv"
    place.write_text(
        MATRIX.replace("Bibliotheek\n", "Biblioteek\n", 1).replace("\nBib", "\nMoskee;1;;\nBib"), encoding="utf-8"
    )
    made, told = answered(place, LIST.drop(columns="Functie"))
    assert told == ["list:names"]
    assert sorted(ties(made.study)) == TIES
    assert [(name, where.row) for name, where in made.report.strangers] == [("Moskee", 4)]
