"""Beside each export that once went wrong, five more of its kind: what is asked, and what comes of it.

Every text is made here, in the form that the platforms document (see tests/data/exports/SOURCE.md); the number before
it is that of the case in tests/data/exports/cases.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import houvast
from houvast.convert import Conversion, ConversionError, Mapping, convert

KEY = bytes(32)
Q1, Q2 = (str(question.text.nl) for question in houvast.instrument("six-elements").questions[:2])
ROSTER = "Naam\nSchool\nZorgpunt\nJeugdteam\n"
WITH = "partij,E1.1,Met wie werk je samen?\n"
EXTENT = ("helemaal niet", "een klein beetje", "voor een deel", "voor een groot deel", "helemaal")


@dataclass(frozen=True)
class Brother:
    """One export: what it shows, its text, the keys of what is asked, and what the study then holds."""

    case: str
    shows: str
    text: str
    asked: tuple[str, ...]
    respondents: int
    values: str = ""  # the values of E1.1, in order
    ties: int = 0
    name: str = "e.csv"
    later: str = ""  # the text of a second wave


def rated(words: str, sep: str = "|") -> str:
    """A table with a row for each word, answered to E1.1, and to E1.2 in turned order."""
    told = words.split(sep)
    return "respondent;E1.1;E1.2\n" + "".join(f"K{i};{w};{told[-1 - i]}\n" for i, w in enumerate(told))


def form(words: str, stamp: str = "Tijdstempel") -> str:
    """A form with the texts of two questions, an organisation and a role."""
    told = words.split("|")
    rows = "".join(f'2024-11-20,De Linde,ouder,"{w}","{told[-1 - i]}"\n' for i, w in enumerate(told))
    return f'{stamp},Bij welke organisatie werk je?,Perspectief,"{Q1}","{Q2}"\n' + rows


def redcap(*rows: str) -> str:
    head = (
        "record_id,redcap_repeat_instrument,redcap_repeat_instance,e1_1,e1_2,deel1_complete,e4_2,e4_3,deel2_complete\n"
    )
    return head + "".join(f"{row}\n" for row in rows)


def people(name: str, told: str, heading: str = "naam") -> str:
    return f'{heading},E1.1,E3.1\n"{name}",deels,niets\n"Anna Bos",deels,{told}\n'


def network(*headings: str) -> str:
    names = ",".join(f'"{heading}"' for heading in headings)
    cells = ",".join("x" for _ in headings)
    return f"Domein,{names},E1.1\nzorg,{cells},deels\nonderwijs,{cells},helemaal\n"


FIVE = "1|2|3|4|5"
BROTHERS = (
    Brother(
        "00",
        "in English",
        form("Strongly disagree|Disagree|Neutral|Agree|Strongly agree"),
        ("other_words",),
        5,
        "12345",
    ),
    Brother("00", "how often", form("Nooit|Zelden|Soms|Vaak|Altijd"), ("other_words",), 5, "12345"),
    Brother("00", "stars", form("1 ster|2 sterren|3 sterren|4 sterren|5 sterren"), ("other_words",), 5, "12345"),
    Brother("00", "smileys", form("😡|🙁|😐|🙂|😀"), ("other_words",), 5, "12345"),
    Brother("00", "marks", form("2|4|6|8|10"), ("other_numbers",), 5, "12345"),
    Brother("00", "percentages", form("0%|25%|50%|75%|100%", "Timestamp"), ("other_numbers",), 5, "12345"),
    Brother("01", "semicolons", WITH + "School,deels,Zorgpunt;bieb\nZorgpunt,deels,School\n", (), 2, "33", 2),
    Brother("01", "lines in a cell", WITH + 'School,deels,"Zorgpunt\nbieb\nJeugdteam"\n', (), 1, "3", 2),
    Brother("01", "only strangers", WITH + "School,deels,bieb\nZorgpunt,deels,School\n", (), 2, "33", 1),
    Brother("01", "in English", 'party,E1.1,With whom do you work?\nSchool,deels,"Zorgpunt, library"\n', (), 1, "3", 1),
    Brother("01", "nobody", WITH + "School,deels,niemand\nZorgpunt,deels,School\n", (), 2, "33", 2),
    Brother(
        "02", "Dutch", f"Respondent-id,Domein,Visie\n,Reactie,{Q1}\n101,zorg,deels\n102,zorg,helemaal\n", (), 2, "35"
    ),
    Brother(
        "02",
        "codes above texts",
        f'Q1,Q2,Q3\nDomein,"{Q1}","{Q2}"\nzorg,deels,deels\nzorg,helemaal,deels\n',
        (),
        2,
        "35",
    ),
    Brother(
        "02", "elements above questions", f'Over jou,Visie,,\nDomein,"{Q1}","{Q2}",x\nzorg,deels,deels,\n', (), 1, "3"
    ),
    Brother(
        "02",
        "texts above codes",
        f'Domein,"{Q1}","{Q2}"\n,E1.1,E1.2\nzorg,deels,deels\nzorg,helemaal,deels\n',
        (),
        2,
        "35",
    ),
    Brother(
        "02", "elements above codes", "Over jou,Visie,,\nDomein,E1.1,E1.2,E1.3\nzorg,deels,deels,deels\n", (), 1, "3"
    ),
    Brother(
        "03",
        "satisfied",
        rated("zeer ontevreden|ontevreden|neutraal|tevreden|zeer tevreden"),
        ("other_words",),
        5,
        "12345",
    ),
    Brother("03", "quality", rated("zeer slecht|slecht|redelijk|goed|zeer goed"), ("other_words",), 5, "12345"),
    Brother(
        "03",
        "true",
        rated("helemaal niet waar|niet waar|een beetje waar|waar|helemaal waar"),
        ("other_words",),
        5,
        "12345",
    ),
    Brother(
        "03",
        "important",
        rated("zeer onbelangrijk|onbelangrijk|neutraal|belangrijk|zeer belangrijk"),
        ("other_words",),
        5,
        "12345",
    ),
    Brother(
        "03",
        "seven steps",
        rated("zeer oneens|oneens|enigszins oneens|neutraal|enigszins eens|eens|zeer eens"),
        ("other_words",),
        7,
        "1223445",
    ),
    Brother("04", "from 0 to 10", rated("0|5|10"), ("other_numbers",), 3, "135"),
    Brother("04", "from 1 to 7", rated("1|4|7"), ("other_numbers",), 3, "135"),
    Brother("04", "from 0 to 3", rated("0|3|0"), ("other_numbers",), 3, "115"),
    Brother("04", "hundreds", rated("0|50|100"), ("other_numbers",), 3, "135"),
    Brother("04", "from 0, as decimals", rated("0.0|2.0|4.0"), ("other_numbers",), 3, "135"),
    Brother(
        "05",
        "total as an organisation",
        "respondent,E1.1,Opmerking\nK1,deels,totaal\nK2,helemaal,totaal\n",
        (),
        2,
        "35",
    ),
    Brother(
        "05", "average in an open answer", "respondent,E1.1,E3.1\nK1,deels,gemiddeld\nK2,helemaal,Totaal\n", (), 2, "35"
    ),
    Brother(
        "05",
        "number in a column of one's own",
        "respondent,E1.1,Hoe vaak?\nK1,deels,aantal\nK2,helemaal,n =\n",
        (),
        2,
        "35",
    ),
    Brother("05", "in English", "respondent,E1.1,How big?\nK1,deels,average\nK2,helemaal,mean\n", (), 2, "35"),
    Brother(
        "05",
        "a total that is one",
        "respondent,E1.1,Caseload\nK1,deels,12\nK2,helemaal,8\nGemiddelde,helemaal,10\n",
        ("total",),
        2,
        "35",
    ),
    Brother("06", "a quotation mark", "respondent,E1.1,opmerking\nK1,deels,â€œjaâ€\nK2,helemaal,\n", (), 2, "35"),
    Brother("06", "an e with an accent", "respondent,E1.1,E3.1\nK1,deels,cafÃ©\nK2,helemaal,één\n", (), 2, "35"),
    Brother(
        "06",
        "a letter that was lost",
        "respondent,E1.1,E3.1\nK1,deels,co\ufffdrdinatie\nK2,helemaal,één\n",
        (),
        2,
        "35",
    ),
    Brother("06", "an apostrophe", "respondent,E1.1,E3.1\nK1,deels,foto’s en fotoâ€™s\nK2,helemaal,\n", (), 2, "35"),
    Brother("06", "two cells", "respondent,E1.1,E3.1\nK1,deels,beÃ«indigd\nK2,helemaal,reÃ«el\n", (), 2, "35"),
    Brother("07", "three instruments", redcap("1,,,2,,2,,,", "1,deel2,1,,3,,4,,2", "1,deel3,1,,,,,5,2"), (), 1, "2"),
    Brother("07", "the repeat first", redcap("1,deel2,1,,,,4,5,2", "1,,,2,3,2,,,"), (), 1, "2"),
    Brother("07", "the same answer twice", redcap("1,,,2,3,2,4,,", "1,deel2,1,,,,4,5,2"), (), 1, "2"),
    Brother(
        "07",
        "one who did the first part alone",
        redcap("1,,,2,3,2,,,", "2,,,1,1,2,,,", "2,deel2,1,,,,4,5,2"),
        (),
        2,
        "12",
    ),
    Brother(
        "07",
        "labels",
        redcap("1,,,voor een deel,helemaal,Complete,,,", "1,Deel 2,1,,,,helemaal,helemaal,Complete"),
        (),
        1,
        "3",
    ),
    Brother("09", "blank lines", "respondent,E1.1,E3.1\n\nK1,deels,een\n\nK2,best,\n", ("odd_label",), 0),
    Brother(
        "09", "a line of a spreadsheet", "sep=;\nrespondent;E1.1;E3.1\nK1;deels;een\n;;\nK2;best;\n", ("odd_label",), 0
    ),
    Brother("09", "line ends of old Macs", "respondent,E1.1,E3.1\r\rK1,deels,een\r\rK2,best,\r", ("odd_label",), 0),
    Brother("09", "a title", "Onze enquête,\n,\nrespondent,E1.1,E3.1,E3.2\nK1,deels,,\nK2,best,,\n", ("odd_label",), 0),
    Brother(
        "09",
        "a heading of two lines",
        'respondent,"E1.1\nvisie",E3.1\nK1,deels,"a\nb"\nK1b,deels,\nK2,best,\n',
        ("odd_label",),
        0,
    ),
    Brother(
        "12",
        "full texts",
        f'Antwoord ID,Datum ingezonden,Laatste pagina,"{Q1}","{Q1} [Opmerking]"\n1,x,5,deels,omdat\n2,x,5,helemaal,\n',
        (),
        2,
        "35",
    ),
    Brother(
        "12",
        "in English",
        "id,submitdate,lastpage,startlanguage,E1.1,E1.1_comment\n1,x,5,nl,deels,omdat\n2,x,5,nl,helemaal,\n",
        (),
        2,
        "35",
    ),
    Brother("12", "of Qualtrics", "respondent,E1.1,E1.1_5_TEXT\nK1,deels,omdat\nK2,helemaal,\n", (), 2, "35"),
    Brother("12", "in words", "respondent,E1.1,E1.1 (toelichting)\nK1,deels,omdat\nK2,helemaal,\n", (), 2, "35"),
    Brother("12", "behind a colon", "respondent,E1.1,E1.1: toelichting\nK1,deels,omdat\nK2,helemaal,\n", (), 2, "35"),
    Brother(
        "16",
        "a comma",
        "respondent;E1.1\n1;deels\n2;helemaal\n",
        (),
        2,
        "3355",
        later="respondent;E1.1\n1,0;deels\n2,0;helemaal\n",
    ),
    Brother("16", "more decimals", "respondent;E1.1\n1;deels\n", (), 1, "33", later="respondent;E1.1\n1.000;deels\n"),
    Brother(
        "16", "long numbers", "respondent;E1.1\n1002;deels\n", (), 1, "33", later="respondent;E1.1\n1002.0;deels\n"
    ),
    Brother(
        "16",
        "the decimals first",
        "respondent;E1.1\n7.0;deels\n8.0;deels\n",
        (),
        2,
        "3333",
        later="respondent;E1.1\n7;deels\n8;deels\n",
    ),
    Brother(
        "16",
        "a code of letters is no number",
        "respondent;E1.1\nA1;deels\n",
        (),
        1,
        "33",
        later="respondent;E1.1\nA1;deels\n",
    ),
    Brother("17", "with a prefix behind", people("Vries, Piet de", "vraag Piet de Vries"), (), 2, "33"),
    Brother("17", "three parts", people("Vries, Piet, de", "vraag Piet de Vries"), (), 2, "33"),
    Brother("17", "two last names", people("Jansen-de Vries, Piet", "vraag Piet Jansen-de Vries"), (), 2, "33"),
    Brother("17", "capitals", people("VRIES, PIET DE", "vraag Piet de Vries"), (), 2, "33"),
    Brother("17", "in English", people("de Vries, Piet", "ask Piet de Vries", "name"), (), 2, "33"),
    Brother(
        "19", "the number behind", "respondent,E1.1\nK1,voor een deel (2)\nK2,helemaal (5)\n", ("two_meanings_once",), 0
    ),
    Brother("19", "a dash", "respondent,E1.1\nK1,1 - helemaal niet\nK2,5 - helemaal\n", (), 2, "15"),
    Brother("19", "a bracket", "respondent,E1.1\nK1,1) helemaal niet\nK2,5) helemaal\n", (), 2, "15"),
    Brother("19", "an equals sign", "respondent,E1.1\nK1,1 = helemaal niet\nK2,5 = helemaal\n", (), 2, "15"),
    Brother("19", "a colon", "respondent,E1.1\nK1,3: voor een deel\nK2,5: helemaal\n", (), 2, "35"),
    Brother(
        "21",
        "in brackets",
        network("Met welke domeinen werk je samen? [zorg]", "Met welke domeinen werk je samen? [onderwijs]"),
        (),
        2,
        "35",
    ),
    Brother(
        "21",
        "with arrows",
        network("Met wie werk je samen? >> zorg", "Met wie werk je samen? >> onderwijs"),
        (),
        2,
        "35",
    ),
    Brother(
        "21", "in English", network("With whom do you work? [care]", "With whom do you work? [education]"), (), 2, "35"
    ),
    Brother("21", "choose partners", network("Kies je partners [zorg]", "Kies je partners [gemeente]"), (), 2, "35"),
    Brother(
        "21",
        "in one cell",
        "Domein,Met wie werk je samen?,E1.1\nzorg,onderwijs;zorg,deels\nzorg,zorg,helemaal\n",
        (),
        2,
        "35",
    ),
    Brother(
        "14",
        "two odd words",
        "respondent,V1,V2,V3\nK1,deels,deels,helemaal\nK2,deels,mwah,deels\nK3,helemaal,helemaal,deels\n",
        ("answers",),
        0,
    ),
    Brother(
        "14",
        "a number among words",
        "respondent,V1,V2,V3\nK1,deels,3,helemaal\nK2,helemaal,deels,deels\n",
        ("answers",),
        0,
    ),
    Brother(
        "14",
        "a note",
        "respondent,V1,V2\nK1,deels,deels\nK2,helemaal,zie mail\nK3,helemaal,helemaal\n",
        ("answers",),
        0,
    ),
    Brother(
        "14",
        "other words",
        "respondent,V1,V2\nK1,deels,deels\nK2,helemaal,nvt\nK3,helemaal,helemaal\n",
        ("answers",),
        0,
    ),
    Brother(
        "14",
        "beside a known question",
        "respondent,E1.1,V2\nK1,deels,deels\nK2,helemaal,wisselend\nK3,deels,helemaal\n",
        ("answers",),
        0,
    ),
)


def steps(exports: list[Path], options: dict[str, Any]) -> tuple[list[str], Conversion | None]:
    """What is asked at first, and the study once every proposal is accepted; None when a person must say more."""
    try:
        return [], convert(exports, key=KEY, **options)
    except ConversionError as error:
        asked = [question.asks[0].key for question in error.questions]
        if not all(question.sure for question in error.questions):
            return asked, None
        for question in error.questions:
            for line in question.lines:
                line.apply(line.proposal)
        return asked, convert(exports, Mapping.parse(error.mapping.to_json()), key=KEY, **options)


@pytest.mark.parametrize("brother", BROTHERS, ids=lambda brother: f"{brother.case} {brother.shows}")
def test_a_brother_is_right_too(brother: Brother, tmp_path: Path) -> None:
    options: dict[str, Any] = {"waves": ["1", "2"]} if brother.later else {}
    exports = []
    for name, text in ((brother.name, brother.text), ("later.csv", brother.later)):
        if text:
            exports.append(tmp_path / name)
            exports[-1].write_text(text, encoding="utf-8", newline="")
    if brother.case == "01":
        (tmp_path / "lijst.csv").write_text(ROSTER, encoding="utf-8")
        options["roster"] = tmp_path / "lijst.csv"
    asked, made = steps(exports, options)
    assert tuple(asked) == brother.asked
    assert (made.report.respondents if made else 0) == brother.respondents
    if made is not None:
        told = [row[4] for row in made.study.tables()["answers"][1] if row[3] == "E1.1"]
        assert sorted(told) == list(brother.values)
        assert made.report.ties == brother.ties


def test_every_case_has_five_brothers() -> None:
    cases = sorted(
        place.name.partition("-")[0] for place in (Path(__file__).parents[2] / "data/exports/cases").iterdir()
    )
    assert {case: sum(brother.case == case for brother in BROTHERS) >= 5 for case in cases} == dict.fromkeys(
        cases, True
    )


def test_rows_of_brothers_are_those_of_a_spreadsheet(tmp_path: Path) -> None:
    rows = []
    for brother in (brother for brother in BROTHERS if brother.case == "09"):
        export = tmp_path / "e.csv"
        export.write_text(brother.text, encoding="utf-8", newline="")
        with pytest.raises(ConversionError) as caught:
            convert(export, key=KEY)
        rows += [ask.where.row for ask in caught.value.asked]
    assert rows == [5, 4, 5, 5, 4]


@pytest.mark.parametrize("brother", [b for b in BROTHERS if b.case == "17"], ids=lambda brother: brother.shows)
def test_the_names_of_brothers_are_masked(brother: Brother, tmp_path: Path) -> None:
    export = tmp_path / "e.csv"
    export.write_text(brother.text, encoding="utf-8")
    text = convert(export, key=KEY).study.to_json()
    assert "[naam]" in text and "Piet" not in text and "Vries" not in text
