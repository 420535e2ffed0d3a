"""The crosswalk view: every instrument beside the six elements, with the numbers of its own table."""

import pytest

import houvast


@pytest.fixture(scope="module")
def view(region_study):
    return region_study.crosswalk().to_dicts()


def test_every_element_and_everything_the_crosswalk_names(view):
    rows = [(row["element"], row["id"]) for row in view]
    assert rows == [(element, id) for element, ids in houvast.crosswalk().items() for id in (element, *ids)]
    instruments = {row["instrument"] for row in view}
    assert instruments == {"six-elements", "gerdes-2020", "working-factors", "samen-beter", "know-your-partner"}


def test_elements_are_those_of_scores(region_study, view):
    scores = {r["id"]: r for r in region_study.scores(wave="2024").to_dicts() if r["kind"] == "element"}
    for row in view:
        if row["instrument"] == "six-elements":
            score = scores[row["id"]]
            assert (row["n"], row["share"], row["share_low"]) == (
                score["scored"],
                score["high_share"],
                score["high_low"],
            )
            assert (row["median_low"], row["median_high"]) == (score["median_low"], score["median_high"])


def test_dimensions_are_those_of_gerdes(region_study, view):
    stages = {row["dimension"]: row for row in region_study.gerdes(wave="2024").to_dicts()}
    rows = [row for row in view if row["instrument"] == "gerdes-2020"]
    assert {row["id"] for row in rows} == set(stages)
    for row in rows:
        stage = stages[row["id"]]
        assert (row["measure"], row["n"]) == ("highest_stage", stage["n"])
        if row["id"] == "G4":  # types: there is no highest
            assert (row["share"], row["share_low"], row["median_low"]) == (None, None, None)
            assert "types without an order" in row["reason"]
            continue
        assert row["share"] == pytest.approx(stage["stage_3"] / stage["n"])
        expected = houvast.stats.wilson_interval(stage["stage_3"], stage["n"]).interval
        assert (row["share_low"], row["share_high"]) == pytest.approx(tuple(expected))
        assert (row["median_low"], row["median_high"]) == (stage["median_low"], stage["median_high"])
        assert row["inferred_order"] == (row["id"] not in ("G1", "G2"))


def test_conditions_are_those_of_partners(region_study, view):
    ties = region_study.partners().to_dicts()
    for row in view:
        if row["instrument"] == "know-your-partner":
            told = [tie[row["id"]] for tie in ties if tie[row["id"]] != "unknown"]
            assert (row["n"], row["share"]) == (len(told), pytest.approx(told.count("met") / len(told)))


def test_what_was_not_asked_has_a_reason_and_no_number(view):
    rows = [row for row in view if row["instrument"] in ("samen-beter", "working-factors")]
    assert rows
    assert all(row["share"] is None and row["n"] == 0 and "not asked" in row["reason"] for row in rows)


def test_by_perspective_and_wave(region_study):
    rows = region_study.crosswalk("perspective", "2023").to_dicts()
    groups = {row["group"] for row in rows if row["id"] == "E6"}
    assert groups == {"professional", "ouder", "jeugdige", "informeel", "ervaringsdeskundige"}
    scores = region_study.scores("perspective", "2023").to_dicts()
    expected = {row["group"]: row["high_share"] for row in scores if row["id"] == "E6"}
    assert {row["group"]: row["share"] for row in rows if row["id"] == "E6"} == expected


def test_no_composite(region_study):
    assert not [name for name in region_study.crosswalk().columns if "mean" in name or "composite" in name]


def test_mistakes_are_named(region_study):
    for options in ({"by": "x"}, {"wave": "x"}, {"relation": "x"}):
        with pytest.raises(houvast.UnknownKeyError):
            region_study.crosswalk(**options)
