"""Exports as people and spreadsheets leave them behind: what is read, what is said about it, and what is kept."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import xlsxwriter

import houvast
from houvast.cli import main
from houvast.convert import ConversionError, Mapping, convert
from houvast.convert.personal import identifying, masked, personal
from houvast.convert.unreadable import UnreadableError

EXPORTS = Path(__file__).parents[2] / "data" / "exports"
KEY = bytes(range(32))


def same(study: houvast.Study | str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(study if isinstance(study, str) else study.to_json())
    return {key: value for key, value in content.items() if key != "source"}


WANTED = same((EXPORTS / "expected-one.json").read_text(encoding="utf-8"))


def wide(name: str = "wide") -> pd.DataFrame:
    return pd.read_csv(EXPORTS / "plain" / f"{name}.csv", dtype=str, keep_default_na=False)


def confirmed(error: ConversionError) -> Mapping:
    """The mapping of an error as somebody who agrees with everything would leave it, by way of its file."""
    content = json.loads(error.mapping.to_json())
    for rule in [*content["columns"], *(v for c in content["columns"] for v in c.get("values", []))]:
        rule.pop("confirm", None)
    for rules in content["answers"].values():
        for rule in rules:
            rule.pop("confirm", None)
    return Mapping.parse(json.dumps(content))


def asked(frame: pd.DataFrame, **options: Any) -> ConversionError:
    with pytest.raises(ConversionError) as caught:
        convert(frame, key=KEY, **options)
    return caught.value


def workbook(place: Path, change: Callable[[Any], None]) -> Path:
    book = openpyxl.load_workbook(EXPORTS / "plain" / "wide.xlsx")
    change(book.active)
    book.save(place)
    return place


def test_an_error_in_a_workbook_is_no_empty_answer(tmp_path: Path) -> None:
    def fail(sheet: Any) -> None:
        cell = sheet.cell(4, 7)
        cell.value, cell.data_type = "#N/A", "e"

    with pytest.raises(ConversionError, match=r"HV-704.*row 4, column 'E1.1'"):
        convert(workbook(tmp_path / "a.xlsx", fail), key=KEY)


def test_a_formula_that_was_never_computed_is_refused(tmp_path: Path) -> None:
    def formula(sheet: Any) -> None:
        sheet.cell(4, 7).value = "=1+1"

    with pytest.raises(UnreadableError, match=r"HV-116.*row 4, column 'G'") as caught:
        convert(workbook(tmp_path / "a.xlsx", formula), key=KEY)
    assert "rij 4, kolom 'G': hier staat een formule zonder uitkomst" in caught.value.say("nl")


def test_hidden_rows_and_titles_are_said(tmp_path: Path) -> None:
    def hide(sheet: Any) -> None:
        sheet.row_dimensions[3].hidden = sheet.row_dimensions[5].hidden = True

    made = convert(workbook(tmp_path / "a.xlsx", hide), key=KEY)
    assert same(made.study) == WANTED
    assert "2 rijen die in het rekenblad verborgen waren, zijn meegelezen." in made.report.text("nl")
    titled = convert(EXPORTS / "plain" / "titled.csv", key=KEY).report
    assert "1 regel boven de kop overgeslagen." in titled.text("nl")
    assert "1 line above the heading passed over." in titled.text("en")


def test_a_workbook_of_rich_text_and_stored_formulas_is_read(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    sheet, bold = book.add_worksheet("Blad & 1"), book.add_format({"bold": True})
    for i, row in enumerate([["respondent", "E1.1", "E3.1"], ["a", "4", "x"], ["b", "5", "y"]]):
        for j, cell in enumerate(row):
            sheet.write(i, j, cell)
    sheet.write_formula(1, 1, "=2+2", None, 4)
    sheet.write_rich_string(2, 2, "met ", bold, "nadruk")
    book.close()
    rows = json.loads(convert(tmp_path / "a.xlsx", key=KEY).study.to_json())["answers"]
    told = {(row["question"], row.get("answer"), row.get("text")) for row in rows}
    assert {("E1.1", "4", None), ("E1.1", "5", None)} <= told and any("met nadruk" in str(row) for row in rows)


@pytest.mark.parametrize(
    "frame",
    [
        lambda t: t.set_index("respondent"),
        lambda t: t.set_index(["wave", "respondent"]),
        lambda t: t.convert_dtypes(dtype_backend="pyarrow"),
        lambda t: pl.from_pandas(t).lazy(),
        lambda t: pl.from_pandas(t).with_columns(pl.all().cast(pl.Categorical)),
        lambda t: pa.Table.from_pandas(t).to_batches()[0],
        lambda t: pa.Table.from_pandas(t).append_column("leeg", pa.nulls(len(t))),
        lambda t: pa.table({name: pa.array([cell.encode() for cell in t[name]], pa.binary()) for name in t}),
        lambda t: t.to_dict("list"),
        lambda t: t.set_axis(pd.MultiIndex.from_product([["deel"], t.columns]).set_names([None, None]), axis=1),
    ],
    ids=[
        "index",
        "two indexes",
        "arrow types",
        "lazy",
        "categorical",
        "batch",
        "null",
        "bytes",
        "dict",
        "two headings",
    ],
)
def test_frames_of_every_make(frame: Callable[[pd.DataFrame], Any], request: pytest.FixtureRequest) -> None:
    if "two headings" in request.node.name:
        assert "HV-703" in str(asked(frame(wide())))  # both levels are in the names, so nothing is lost
        return
    assert same(convert(frame(wide()), key=KEY).study) == WANTED


@pytest.mark.parametrize("source", [[], None, 3, wide()["E1.1"], wide().to_numpy()], ids=repr)
def test_what_is_no_export_is_refused(source: Any) -> None:
    with pytest.raises(houvast.Error, match="HV-301"):
        convert(source, key=KEY)


def test_two_arrow_columns_of_one_name_are_not_one() -> None:
    table = pa.Table.from_pandas(wide())
    with pytest.raises(ConversionError, match="HV-706"):
        convert(table.append_column("E1.1", pa.array(["helemaal"] * table.num_rows)), key=KEY)


PERSONAL = [
    *("k.jansen@example.org", "jan (at) example.org", "jan@school", "mail:jan@example.org;", "192.0.2.12"),
    *("06 12345678", "06-12 34 56 78", "06.12.34.56.78", "bel 0612345678.", "(06) 1234 5678", "+31 6 12345678"),
    *("+31(0)6-12345678", "0031612345678", "020-1234567", "0182 - 123456", "(010) 123 45 67", "+32 470 12 34 56"),
    *("2001:db8::1", "NL91ABNA0417164300", "NL02 RABO 0123 4567 89", "BSN 111222333", "111.222.333"),
]
NOT_PERSONAL = [
    *("10-11-2024", "08:30-17:00 uur", "2023-2024", "groep 1/2/3/4/5/6/7/8", "budget 1.000.000.000", "€ 12.345.678,90"),
    *("01-02-2024 30 mensen", "01-02-2024 3000 euro", "08.30 10.00 12.30", "@school", "1 2 3 4 5 6 7 8 9", "123456789"),
    *("12 345 678 leerlingen", "ja: nee", "om 9:00, 10:30 en 11:15", "art. 2.3.1", "https://example.org/pagina"),
    *("2019 2020 2021 2022", "E1.1: 4", "ons:en:zij", "nr. 1234567", "een 06-nummer", "3-4 uur, 5 x per 2 weken"),
]


@pytest.mark.parametrize("text", PERSONAL)
def test_what_points_to_a_person_is_taken_out_of_an_open_answer(text: str) -> None:
    said = f"vraag het {text} maar"
    assert personal(said)
    assert not any(part in masked(said, None) for part in ("jan", "123", "192", "2001", "0417", "111"))
    assert masked(said, None).startswith("vraag het ") and masked(said, None).endswith(" maar")


@pytest.mark.parametrize("text", NOT_PERSONAL)
def test_other_numbers_stay_as_they_are(text: str) -> None:
    assert masked(text, None) == text
    assert not personal(text)


def test_identifying_is_what_narrows_to_one_person() -> None:
    assert all(map(identifying, ("12-03-1984", "2010-3-12", "1234 AB", "52.370216")))
    assert not any(map(identifying, ("1984", "wijk 12", "3,5", "1234", "noord")))


def test_open_answers_lose_addresses_and_names_and_nothing_else() -> None:
    table = wide()
    table.insert(2, "Naam", ["Karel Kwartelkamp", *["Bo de Boer"] * 11])
    table.loc[2, "E3.1"] = "Vraag karel  kwartelkamp of de boer; mail k@example.org"
    made = convert(table, key=KEY)
    text = made.study.to_json()
    assert "Vraag [naam] of de boer; mail [e-mailadres]" in text
    said = made.report.text("nl")
    assert "frame 1, rij 4, kolom 'E3.1'" in said and "--personal keep" in said and "wartelkamp" not in said
    kept = convert(table, key=KEY, personal="keep")
    assert "Vraag karel  kwartelkamp of de boer" in kept.study.to_json()
    assert "en die zijn bewaard: frame 1, rij 4" in kept.report.text("nl")
    assert Mapping.parse(kept.mapping.to_json()).personal == "keep"


def test_who_gave_no_consent_is_left_out_and_counted() -> None:
    table = wide()
    table.insert(2, "Geef je toestemming?", ["Ja, hoor", *["ja"] * 10, "Nee"])
    refused = asked(table)
    assert [(ask.code, ask.key, ask.where.row) for ask in refused.asked] == [("HV-713", "consent_refused", 13)]
    made = convert(table, confirmed(refused), key=KEY)
    assert made.study.respondents == 11
    assert "1 inzending weggelaten om wat er staat in kolom 'Geef je toestemming?'." in made.report.text("nl")
    table["Geef je toestemming?"] = ["Ik ga akkoord", "", *["Ik ga akkoord"] * 10]
    error = asked(table)
    assert [(ask.code, ask.where.row) for ask in error.asked] == [("HV-713", 3)]
    mapping = error.mapping
    empty = next(value for value in mapping.rule("Geef je toestemming?").values if not value.label)
    for value, respondents in (("keep", 12), ("leave_out", 11)):
        empty.value, empty.confirm = value, False
        assert convert(table, Mapping.parse(mapping.to_json()), key=KEY).study.respondents == respondents


@pytest.mark.parametrize(
    "heading", ["Geef je toestemming om je te mailen over de uitkomsten?", "Zijn we het in het team vaak akkoord?"]
)
def test_consent_to_something_else_leaves_nobody_out(heading: str) -> None:
    assert same(convert(wide().assign(**{heading: ["Ja", "Nee"] * 6}), key=KEY).study) == WANTED


def test_who_said_no_and_left_it_there_is_just_left_out() -> None:
    table = wide()
    stopped = table.iloc[[0]].assign(respondent="Q1Q1")
    stopped.loc[:, "E1.1":] = ""
    table = pd.concat([table, stopped], ignore_index=True)
    table["Ik geef toestemming"] = ["Ja"] * 12 + ["Nee"]
    made = convert(table, key=KEY)
    assert same(made.study) == WANTED
    assert made.report.left_out == {"Ik geef toestemming": 1}


def test_a_heading_like_an_attribute_beside_it_asks_nothing() -> None:
    made = convert(wide().assign(**{"Wat is je rol?": ["leerkracht", "coach"] * 6}), key=KEY)
    assert same(made.study) == WANTED
    assert "1 kolom is niet herkend en zit niet in de studie: Wat is je rol?" in made.report.text("nl")


@pytest.mark.parametrize("repeats", ["first", "last", "fullest"])
def test_who_answered_twice_counts_once_as_you_say(repeats: str) -> None:
    table = wide()
    other = table.iloc[[1]].assign(respondent=table.loc[0, "respondent"])
    if repeats == "fullest":
        other = table.iloc[[0]].copy()
        other.loc[:, "E1.3":] = ""
    rows = [table, other] if repeats == "first" else [other, table]
    twice = pd.concat(rows, ignore_index=True)
    assert "--repeats: first" in str(asked(twice))
    made = convert(twice, key=KEY, repeats=repeats)
    assert same(made.study) == WANTED
    assert "1 dubbele inzending van dezelfde respondent weggelaten." in made.report.text("nl")
    assert same(convert(twice, Mapping.parse(made.mapping.to_json()), key=KEY).study) == WANTED


@pytest.mark.parametrize(
    ("old", "new", "waves"),
    [
        ("2023", "2024", ["2023", "2024"]),
        ("meting 2", "meting 10", ["meting 2", "meting 10"]),
        ("najaar 2023", "voorjaar 2024", ["najaar 2023", "voorjaar 2024"]),
        ("20-11-2023", "10-11-2024", ["2023-11-20", "2024-11-10"]),
        ("T0", "T1", ["T0", "T1"]),
    ],
)
def test_waves_come_in_the_order_of_time(old: str, new: str, waves: list[str]) -> None:
    table = wide("two-wide")
    table["wave"] = table["wave"].map({"2023": old, "2024": new})
    made = convert(table.iloc[::-1], key=KEY)
    assert made.report.waves == waves
    assert f"Volgorde van de rondes, de oudste eerst: {', '.join(waves)}." in made.report.text("nl")


def test_days_of_answering_become_waves_or_one_wave_as_you_say() -> None:
    table = wide()
    table["wave"] = [f"2024-11-{10 + i % 3}" for i in range(12)]
    error = asked(table)
    assert "HV-707" in str(error) and "3 days" in str(error)
    assert len(convert(table, confirmed(error), key=KEY).report.waves) == 3
    mapping = confirmed(error)
    for value in mapping.rule("wave").values:
        value.value = "2024"
    assert same(convert(table, mapping, key=KEY).study) == WANTED


def test_no_code_is_nobodys_code() -> None:
    """`nvt` in two waves is not one person."""
    waves = [pd.DataFrame({"respondent": ["nvt", "-"], "E1.1": ["helemaal", "deels"]}) for _ in range(2)]
    made = convert(waves, waves=["2023", "2024"], key=KEY)
    assert made.study.respondents == 4
    assert made.report.unlinked == 4


def test_a_test_is_left_out_when_you_say_so() -> None:
    table = pd.concat([wide(), wide().iloc[[0]].assign(respondent="Q1Q1", organisation="Test")], ignore_index=True)
    mapping = confirmed(asked(table))
    assert convert(table, mapping, key=KEY).study.respondents == 13
    next(value for value in mapping.rule("organisation").values if value.label == "Test").value = "leave_out"
    assert same(convert(table, mapping, key=KEY).study) == WANTED


def test_an_organisation_under_its_own_heading_is_asked_about_once() -> None:
    table = wide().rename(columns={"organisation": "Voor welke organisatie ben je werkzaam?"})
    made = convert(table, confirmed(asked(table)), key=KEY)
    assert same(made.study) == WANTED
    table = wide()
    table["organisation"] = table["organisation"].replace("", "n.v.t.")
    assert same(convert(table, key=KEY).study) == WANTED


def test_a_column_that_is_not_recognised_is_said_apart() -> None:
    made = convert(wide().assign(Toelichting="zie hierboven"), key=KEY)
    assert same(made.study) == WANTED
    assert "1 kolom is niet herkend en zit niet in de studie: Toelichting." in made.report.text("nl")


def test_a_mapping_of_last_year_asks_only_about_what_is_new() -> None:
    mapping = convert(wide(), key=KEY).mapping
    new = wide().assign(**{"Nog iets?": "ja"})
    new.loc[1, "E1.1"] = "zeker weten"
    assert [ask.key for ask in asked(new, mapping=mapping).asked] == ["odd_label"]
    renamed = wide().rename(columns={"E1.1": "Iets heel anders"})
    assert {ask.code for ask in asked(renamed, mapping=mapping).asked} == {"HV-703", "HV-705"}


def test_the_same_question_in_many_rows_is_asked_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    export = str(EXPORTS / "google" / "nl.csv")
    assert main(["convert", export, export, "-o", str(tmp_path / "s"), "--wave", "1", "--wave", "1"]) == 2
    said = capsys.readouterr().err
    assert said.count("[HV-707]") == 1
    assert "Dit is eerst nodig (1):" in said and "Ook in rij 3, 4, 5, 6, 7, 8, 9, 10 en 3 andere." in said


def test_places_to_write_are_looked_at_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    export, out = str(EXPORTS / "google" / "nl.csv"), tmp_path / "s"
    for more in (
        ["-o", str(tmp_path / "weg" / "s")],
        ["-o", str(out), "--write-mapping", str(tmp_path / "weg" / "m.json")],
        ["-o", str(out), "--key", str(tmp_path / "weg" / "s.key")],
        ["-o", str(out), "--write-mapping", str(tmp_path)],
    ):
        assert main(["convert", export, *more]) == 2
    said = capsys.readouterr().err
    assert said.count("bestaat niet; maak die eerst, of kies een andere.") == 3
    assert said.count("dat is een map; geef --write-mapping een bestandsnaam") == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("export", "said"),
    [
        ("geen.csv", "[HV-101] geen.csv: dit bestand is niet te openen: het bestaat niet."),
        ("-", "[HV-701] -: geef een bestand dat eindigt op .csv"),
        ("nl.pdf", "[HV-701] nl.pdf: geef een bestand dat eindigt op .csv"),
        (".", "[HV-701] .: geef een bestand dat eindigt op .csv"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_dutch(
    export: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["convert", export, "-o", "studie"]) == 2
    assert said in capsys.readouterr().err


def test_a_file_given_twice_is_no_second_wave() -> None:
    files = [EXPORTS / "google" / "two-2023.csv"] * 2
    with pytest.raises(ConversionError, match=r"HV-707.*12 people give exactly the same answers as in wave 2023"):
        convert(files, waves=["2023", "2024"], key=KEY)
    both = pd.concat([pd.read_csv(EXPORTS / "google" / f"two-{year}.csv", dtype=str) for year in (2023, 2024)])
    with pytest.raises(ConversionError, match="exactly the same answers"):
        convert([files[0], both], waves=["2023", "2024"], key=KEY)


def test_not_applicable_about_oneself_says_nothing() -> None:
    table = wide()
    for name in ("organisation", "level"):
        table[name] = table[name].replace("", "N/A")
    assert same(convert(table, key=KEY).study) == WANTED


def test_what_an_unknown_word_may_be_is_told_in_peoples_words() -> None:
    table = wide()
    table.loc[3, "perspective"] = "klokkenluider"
    said = [ask.say("nl") for ask in asked(table).asked]
    assert said == [
        "[HV-709] frame 1, rij 5, kolom 'perspective': dit woord staat niet in het profiel bij perspectief; kies uit "
        "professional, ouder, jeugdige, informeel, ervaringsdeskundige. Zet het in de mapping bij value (of leave_out: "
        "deze inzendingen weglaten)"
    ]
    table.loc[3, "perspective"] = "directeur"
    assert [ask.say("nl") for ask in asked(table).asked] == [
        "[HV-709] frame 1, rij 5, kolom 'perspective': dit woord staat niet in het profiel bij perspectief; bedoel je "
        "professional?"
    ]
