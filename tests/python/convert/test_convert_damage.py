"""No damaged export becomes a study: each is refused with its code, or asked about, and no message tells an answer."""

import csv
import io
from pathlib import Path

import pytest
import xlsxwriter

import houvast
from convert_damage import DAMAGES, EXPORTS, MAPPINGS, SECRET, Damage
from convert_damage_more import MORE, MORE_MAPPINGS
from houvast.convert import ConversionError, Mapping, convert

KEY = bytes(range(32))


def told_by(place: Path) -> set[str]:
    """Open answers, names and addresses that stand in an export; none may come back in a message."""
    if place.suffix != ".csv":
        return {SECRET}
    text = place.read_bytes().decode("utf-8-sig", "replace")
    try:
        cells = {cell for row in list(csv.reader(io.StringIO(text, newline="")))[1:] for cell in row}
    except csv.Error:
        return {SECRET}
    return {SECRET} | {
        cell for cell in cells if "@" in cell or (len(cell) > 25 and "?" not in cell and "{" not in cell)
    }


@pytest.mark.parametrize("damage", [*DAMAGES, *MORE], ids=lambda damage: damage.name)
def test_a_damaged_export_is_refused_or_asked_about(damage: Damage, tmp_path: Path) -> None:
    place = damage.make(tmp_path)
    before = place.read_bytes()
    with pytest.raises(houvast.Error) as caught:
        convert(place, key=KEY, **damage.options)
    codes = {issue.code for issue in caught.value.issues}
    assert damage.code in codes, str(caught.value)
    assert str(tmp_path) not in str(caught.value)
    texts = [str(caught.value)]
    if isinstance(caught.value, ConversionError):
        texts += [ask.say(lang) for ask in caught.value.asked for lang in ("nl", "en")]
        assert Mapping.parse(caught.value.mapping.to_json()) == caught.value.mapping
    for text in texts:
        assert not [secret for secret in told_by(place) if secret in text]
    assert place.read_bytes() == before


@pytest.mark.parametrize("name", [*MAPPINGS, *MORE_MAPPINGS])
def test_a_damaged_mapping_is_refused(name: str, tmp_path: Path) -> None:
    code, text = (MAPPINGS | MORE_MAPPINGS)[name]
    place = tmp_path / "map.json"
    place.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(houvast.Error) as caught:
        convert(EXPORTS / "plain" / "wide.csv", place, key=KEY)
    assert code in {issue.code for issue in caught.value.issues}, str(caught.value)


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("HV-112", lambda text: text.replace("id,name", "nr,titel").replace(",organisation,", ",afdeling,")),
        ("HV-114", lambda text: text.replace("id,name", "name,name").replace(",kind", ",id", 1)),
        ("HV-111", lambda text: text.replace(",level,", ",levl,")),
        ("HV-201", lambda text: text.replace("\nwijkteam,", "\ngemeente,")),
        ("HV-207", lambda text: text.replace(",onderwijs,", ",onderwjis,")),
        ("HV-209", lambda text: text.replace(",8,", ",1,")),
        ("HV-208", lambda text: text.replace("\nwijkteam,", "\n,")),
        ("HV-714", lambda text: text.replace(",Gemeente,group", ",g.voorbeeld@example.org,group")),
        ("HV-714", lambda text: text.replace(",Gemeente,group", ",bel (06) 1234 5678,group")),
        ("HV-712", lambda text: text.replace("V4L7;T6J5", "V4L7;T6J5;K7M2")),
        ("HV-712", lambda text: text.replace("K7M2;B3Q8", "K7M2")),
    ],
)
def test_a_damaged_roster_is_refused(code: str, change: object, tmp_path: Path) -> None:
    roster = tmp_path / "roster.csv"
    text = (EXPORTS / "network" / "roster.csv").read_text(encoding="utf-8")
    roster.write_text(change(text), encoding="utf-8")  # type: ignore[operator]
    assert roster.read_text(encoding="utf-8") != text
    with pytest.raises(houvast.Error) as caught:
        convert(EXPORTS / "network" / "limesurvey-full.csv", roster=roster, key=KEY)
    assert code in {issue.code for issue in caught.value.issues}, str(caught.value)


def test_a_workbook_with_two_filled_sheets_is_asked_about(tmp_path: Path) -> None:
    place = tmp_path / "two.xlsx"
    book = xlsxwriter.Workbook(place)
    for name in ("Form1", "Blad1"):
        book.add_worksheet(name).write_string(0, 0, "E1.1")
    book.close()
    with pytest.raises(houvast.ParseError, match=r"HV-701.*Form1, Blad1"):
        convert(place)


def test_two_files_need_their_waves() -> None:
    files = [EXPORTS / "google" / "two-2023.csv", EXPORTS / "google" / "two-2024.csv"]
    with pytest.raises(ConversionError) as caught:
        convert(files, key=KEY)
    assert [issue.where.file for issue in caught.value.issues] == ["two-2023.csv", "two-2024.csv"]
    assert {issue.code for issue in caught.value.issues} == {"HV-707"}
