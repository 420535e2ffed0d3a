"""`houvast.study`: a study from frames without a header, in every shape that people have them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import houvast

PEOPLE = ["De Linde", "De Linde", "Wijkteam Noord"]
WIDE: dict[str, list[Any]] = {
    "Partij": PEOPLE,
    "Deelnemercode": ["K7", "B3", "H9"],
    "E1.1": [4, None, "helemaal"],
    "E1.4 (toelichting)": ["", "Elkaar bellen", None],
}
LONG = {
    "party": [name for name in PEOPLE for _ in range(2)],
    "respondent": [code for code in ("K7", "B3", "H9") for _ in range(2)],
    "vraag": ["E1.1", "E1.4"] * 3,
    "antwoord": [4, None, None, None, "helemaal", None],
    "toelichting": [None, None, None, "Elkaar bellen", None, None],
}


def rows(study: houvast.Study, table: str, *columns: str) -> list[list[str]]:
    heading, found = study.tables()[table]
    return [[row[heading.index(name)] for name in columns] for row in found]


def answers(study: houvast.Study) -> list[list[str]]:
    found = rows(study, "answers", "party", "respondent", "question", "answer", "text")
    return sorted([*row[:3], row[3].replace("skipped", ""), row[4]] for row in found)


def test_wide_and_long_answers_of_every_frame_are_one_study() -> None:
    expected = [
        ["de-linde", "B3", "E1.4", "", "Elkaar bellen"],
        ["de-linde", "K7", "E1.1", "4", ""],
        ["wijkteam-noord", "H9", "E1.1", "5", ""],
    ]
    frame = pd.DataFrame(WIDE)
    given: list[Any] = [WIDE, frame, frame.astype("category"), pl.from_pandas(frame.astype("string")), LONG]
    given += [pa.table({name: pa.array([None if x is None else str(x) for x in WIDE[name]]) for name in WIDE})]
    given += [frame.to_dict("records"), pd.DataFrame(LONG), frame.set_index("Partij")]
    for frame in given:
        made = houvast.study(frame)
        assert [row for row in answers(made) if row[3] or row[4]] == expected
        assert rows(made, "parties", "id", "name", "asked") == [
            ["de-linde", "De Linde", "2"],
            ["wijkteam-noord", "Wijkteam Noord", "1"],
        ]
        assert '"asked_known": false' in made.header_json()


def test_questions_are_known_by_their_text_and_what_platforms_add_is_left_out() -> None:
    text = houvast.instrument("six-elements").questions[0].text.nl
    frame = {"Tijdstempel": ["9:00"], "Naam": ["Anna Bos"], "E-mailadres": ["anna@linde.nl"], text: ["deels"]}
    made = houvast.study(frame)
    assert answers(made) == [["deelnemers", "r1", "E1.1", "3", ""]]
    assert "anna" not in made.to_json().casefold()


def test_people_stay_the_same_over_waves_without_their_addresses() -> None:
    frame = {"E-mail": ["a@x.nl", "b@x.nl", "B@x.nl"], "ronde": ["2023", "2023", "2024"], "E1.1": [1, 2, 3]}
    made = houvast.study(frame, title="Noord")
    assert rows(made, "answers", "wave", "respondent") == [["2023", "r1"], ["2023", "r2"], ["2024", "r2"]]
    assert [wave.id for wave in made.waves] == ["2023", "2024"]
    assert made.title == "Noord" or made.title.nl == "Noord"


def test_what_people_tell_about_themselves_makes_the_parties() -> None:
    frame = {
        "organisatie": ["De Linde", "De Linde", ""],
        "domein": ["onderwijs", "onderwijs", "zorg"],
        "E1.1": [1, 2, 3],
    }
    made = houvast.study(frame)
    assert sorted(rows(made, "parties", "id", "organisation", "domain", "asked")) == [
        ["de-linde", "De Linde", "onderwijs", "2"],
        ["zorg", "", "zorg", "1"],
    ]


LIST = [
    {
        "Naam": "Anna Bos",
        "Organisatie": "De Linde",
        "Domein": "onderwijs",
        "Functie": "leerkracht",
        "E-mail": "anna@linde.nl",
    },
    {
        "Naam": "Bo Dam",
        "Organisatie": "De Linde",
        "Domein": "onderwijs",
        "Functie": "leerkracht",
        "E-mail": "bo@linde.nl",
    },
    {"Naam": "Cas Eik", "Organisatie": "Wijkteam", "Domein": "jeugdhulp", "Functie": "coach", "E-mail": "cas@team.nl"},
]


def test_a_list_of_people_gives_parties_that_their_addresses_link_to_the_answers() -> None:
    made = houvast.study({"E-mailadres": ["BO@linde.nl", "cas@team.nl"], "E1.1": [4, 2]}, LIST)
    assert rows(made, "parties", "id", "name", "kind", "domain", "asked") == [
        ["de-linde-leerkracht", "De Linde, leerkracht", "group", "onderwijs", "2"],
        ["wijkteam-coach", "Wijkteam, coach", "person", "jeugdhulp", "1"],
    ]
    assert [row[:2] for row in answers(made)] == [["de-linde-leerkracht", "r1"], ["wijkteam-coach", "r2"]]
    told = made.to_json().casefold()
    assert "anna" not in told and "@" not in told and '"asked_known": false' not in told


MATRIX = [[0, 1, None], [0, 0, 0], [None, None, None]]
NAMES = ["De Linde", "Wijkteam", "Ouders"]


@pytest.mark.parametrize("shape", ["index", "column", "array", "named index"])
def test_a_matrix_of_ties_is_what_the_party_of_the_row_says(shape: str) -> None:
    frame = pd.DataFrame(MATRIX, columns=NAMES)
    parties = [{"Naam": name} for name in NAMES]
    given: Any = {
        "index": frame.set_axis(NAMES),
        "named index": frame.set_axis(pd.Index(NAMES, name="wie")),
        "column": pl.from_pandas(frame).insert_column(0, pl.Series("naam", NAMES)),
        "array": np.array(MATRIX, dtype=float),
    }[shape]
    made = houvast.study(ties=given, parties=parties)
    assert rows(made, "ties", "reporter", "from", "to", "strength") == [
        ["de-linde", "de-linde", "wijkteam", "1"],
        ["wijkteam", "wijkteam", "", "0"],  # works with nobody; Ouders say nothing
    ]


def test_a_list_of_ties_under_the_names_that_people_use() -> None:
    for heading in (("from", "to", "strength"), ("Source", "Target", "Weight"), ("van", "naar", "sterkte")):
        table = pd.DataFrame([["A", "B", 2], ["B", "C", 1], ["A", "B", 3]], columns=heading)
        made = houvast.study(ties=table, max_strength=3, directed=True)
        assert rows(made, "ties", "from", "to", "strength") == [["a", "b", "3"], ["b", "c", "1"]]  # the highest counts
    several = pd.DataFrame(
        {"from": ["A", "A"], "to": ["B", "B"], "relatie": ["overleg", "verwijzing"], "wave": ["1", "2"]}
    )
    made = houvast.study(ties=several)
    assert rows(made, "ties", "wave", "relation") == [["1", "overleg"], ["2", "verwijzing"]]


def test_answers_and_ties_name_the_same_parties() -> None:
    made = houvast.study(WIDE, ties=[{"van": "de linde", "naar": "Ouders"}], instrument=["six-elements", "gerdes-2020"])
    assert rows(made, "parties", "id", "asked") == [["de-linde", "2"], ["wijkteam-noord", "1"], ["ouders", "0"]]
    assert rows(made, "ties", "from", "to") == [["de-linde", "ouders"]]


@pytest.mark.parametrize(
    ("kind", "code", "places", "given"),
    [
        (houvast.InvalidValueError, "HV-301", [("", None, "")], {}),
        (houvast.InvalidValueError, "HV-301", [("answers", None, "")], {"answers": 3}),
        (
            houvast.InvalidValueError,
            "HV-301",
            [("answers", None, "E1.1")],
            {"answers": {"party": ["a"], "E1.1": [1, 2]}},
        ),
        (
            houvast.ParseError,
            "HV-111",
            [("answers", None, "E1.l"), ("answers", None, "kleur")],
            {"answers": {"E1.l": [1], "kleur": ["rood"]}},
        ),
        (houvast.ParseError, "HV-114", [("answers", None, "E1_1")], {"answers": {"E1.1": [1], "E1_1": [2]}}),
        (houvast.ValidationError, "HV-204", [("answers", 2, "E1.1")], {"answers": {"E1.1": [1, 9]}}),
        (
            houvast.ValidationError,
            "HV-202",
            [("answers", 2, "party")],
            {"answers": {"party": ["Linde", "Lnde"], "E1.1": [1, 2]}, "parties": [{"Naam": "Linde"}]},
        ),
        (
            houvast.ValidationError,
            "HV-112",
            [("answers", None, "")],
            {"answers": {"E1.1": [1]}, "parties": [{"Naam": "x"}]},
        ),
        (
            houvast.ValidationError,
            "HV-207",
            [("parties", 2, "domain")],
            {"answers": {"party": ["a"], "E1.1": [1]}, "parties": [{"Naam": "a"}, {"Naam": "b", "Domein": "oderwijs"}]},
        ),
        (
            houvast.ValidationError,
            "HV-204",
            [("ties", 1, "weight")],
            {"ties": [{"source": "a", "target": "b", "weight": 2}]},
        ),
        (
            houvast.ValidationError,
            "HV-204",
            [("ties", 1, "B")],
            {"ties": {"": ["A", "B"], "A": [0, 1], "B": ["vaak", 0]}},
        ),
        (
            houvast.InvalidValueError,
            "HV-301",
            [("ties", None, "")],
            {"ties": np.ones((2, 2)), "parties": [{"Naam": "a"}]},
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_column_and_row(
    kind: type[houvast.Error], code: str, places: list[tuple[str, int | None, str]], given: dict[str, Any]
) -> None:
    with pytest.raises(kind) as caught:
        houvast.study(**given)
    assert caught.value.code == code
    assert [(issue.where.file, issue.where.row, issue.where.column) for issue in caught.value.issues] == places


def test_an_error_tells_no_address_and_what_was_meant() -> None:
    with pytest.raises(houvast.ParseError, match=r"'E1.1' perhaps"):
        houvast.study({"E1.l": [1]})
    with pytest.raises(houvast.ParseError) as caught:
        houvast.study({"anna@linde.nl": [1], "E1.1": [1]})
    assert "anna" not in str(caught.value)
    with pytest.raises(houvast.ValidationError, match=r"'Linde' perhaps"):
        houvast.study({"party": ["Lnde"], "E1.1": [1]}, [{"Naam": "Linde"}])
