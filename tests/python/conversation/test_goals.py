"""Goals and agreements: followed from wave to wave, added from a conversation, saved with the study."""

import csv

import pytest

import houvast


def goals(study, **options):
    return {row["id"]: row for row in study.progress(**options).to_dicts()}


def test_progress_of_the_example_region(region_study):
    found = goals(region_study)
    assert found["D1"]["start"] == 3
    assert found["D1"]["latest"] == 5
    assert found["D1"]["share"] == pytest.approx((5 - 3) / (8 - 3))
    assert found["D1"]["status"] == "on the way"
    assert found["D1"]["due_passed"] is False
    assert found["A1"]["status"] == "reached"
    assert found["A1"]["share"] == pytest.approx((22 - 6) / (20 - 6))
    assert found["A1"]["due_passed"] is True, "1 July 2024 lies before the wave of November 2024"
    assert found["A1"]["secured"] is None, "no later wave has shown yet that it lasts"
    assert found["A1"]["declared_secured"] is True
    assert found["D3"]["value:2023"] == 0
    assert {row["direction"] for row in found.values()} == {"up"}
    earlier = goals(region_study, wave="2023")
    assert earlier["D1"]["status"] == "not yet"
    assert earlier["A1"]["due_passed"] is False


def test_an_agreement_travels_from_the_conversation_to_the_next_wave(region_study, tmp_path):
    agenda = region_study.agenda()
    item = next(item for item in agenda if item.reason == "unknown")
    made = agenda.agree(
        item, 'We vragen elk half jaar tien gezinnen; wat "leverde" het op?', "jgz-arts", "gezinnen", 20, "2025-06-30"
    )
    assert len(goals(region_study)) == 5
    second = made.agree("E3.4", "Eén lijst met wie wat beslist", owner="swv-coord")
    assert goals(second)["A3"]["element"] == item.element == "E4"
    assert goals(second)["A4"]["lacks"] == "indicator;target;due"
    assert goals(second)["A4"]["status"] == "unknown"
    for name in ("study", "study.json"):
        saved = houvast.load(second.save(tmp_path / name))
        assert saved.progress().to_dicts() == second.progress().to_dicts()
    table = tmp_path / "study" / "goals.csv"
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert (rows[-2]["id"], rows[-2]["kind"], rows[-2]["target"]) == ("A3", "agreement", "20")
    rows[-2] |= {"value:2023": "0", "value:2024": "15"}
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    assert goals(houvast.load(tmp_path / "study"))["A3"]["share"] == pytest.approx(0.75)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("E9.9", "iets", "jgz-arts"), "HV-502"),
        (("E4.4", "iets", "jgz-art"), "HV-508"),
        (("E4.4", "  ", "jgz-arts"), "HV-302"),
        (("E4.4", "iets", "jgz-arts", "x", float("inf")), "HV-302"),
        (("E4.4", "iets", "jgz-arts", "x", 3, "30-06-2025"), "HV-206"),
    ],
)
def test_mistakes_are_named(region_study, arguments, code):
    with pytest.raises(houvast.Error) as raised:
        region_study.agenda().agree(*arguments)
    assert raised.value.code == code


def test_the_nearest_owner_is_suggested(region_study):
    with pytest.raises(houvast.UnknownKeyError, match="jgz-arts"):
        region_study.agree("E4.4", "iets", "jgz-art")


def test_an_unknown_wave(region_study):
    with pytest.raises(houvast.UnknownKeyError, match="HV-505"):
        region_study.progress(wave="2031")
