"""Nobody says that everybody answered when nobody wrote down who was asked."""

import json
import re
from pathlib import Path

import pandas as pd
import pytest

import houvast
from houvast.cli import main
from houvast.convert import convert
from houvast.examples.region import region
from houvast.explorer.view import Explored
from houvast.io.sav import answers_from_sav
from houvast.report import render_report
from report_page import Page, readings, released_figures

EXPORTS = Path(__file__).parents[2] / "data" / "exports"
KEY = bytes(range(32))
UNKNOWN = {"nl": "is niet bijgehouden; wie ontbreekt, is dus niet te zien.", "en": "so who is missing cannot be seen."}


def unasked(study: houvast.Study) -> houvast.Study:
    """The same study, of which nobody wrote down who was asked."""
    return houvast.study_from_frames(
        {**json.loads(study.header_json()), "asked_known": False}, **study.to_frames("arrow")
    )


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> houvast.Study:
    return houvast.load(region(2024).write(tmp_path_factory.mktemp("region") / "study"))


@pytest.fixture(scope="module")
def study(known: houvast.Study) -> houvast.Study:
    return unasked(known)


@pytest.fixture(scope="module")
def converted() -> houvast.Study:
    exports = [EXPORTS / "google" / f"two-{year}.csv" for year in ("2023", "2024")]
    return convert(exports, key=KEY, waves=["2023", "2024"]).study


# ------------------------------------------------------------------------------------------------ formats


def test_it_is_written_only_when_it_is_not_known(known: houvast.Study, study: houvast.Study) -> None:
    assert known.asked_known and not study.asked_known
    assert "asked_known" not in known.to_json()
    assert json.loads(study.header_json())["asked_known"] is False
    told = {**json.loads(known.header_json()), "asked_known": True}
    assert houvast.study_from_frames(told, **known.to_frames("arrow")).to_json() == known.to_json()


def test_it_goes_through_every_form(study: houvast.Study, tmp_path: Path) -> None:
    wanted = study.to_json()
    assert houvast.load(study.save(tmp_path / "folder")).to_json() == wanted
    assert houvast.load(study.save(tmp_path / "study.json")).to_json() == wanted
    assert houvast.load(study.save(tmp_path / "study.xlsx")).to_json() == wanted
    assert houvast.load(study.save(tmp_path / "parquet", tables="parquet")).to_json() == wanted
    for kind in ("pandas", "polars", "arrow"):
        assert houvast.study_from_frames(study.header_json(), **study.to_frames(kind)).to_json() == wanted
    frames = study.to_frames("arrow")
    frames["answers"] = answers_from_sav(study.to_sav(tmp_path / "antwoorden.sav"))
    assert not houvast.study_from_frames(study.header_json(), **frames).asked_known


def test_a_workbook_says_it_as_people_would(study: houvast.Study, tmp_path: Path) -> None:
    sheet = pd.read_excel(study.save(tmp_path / "study.xlsx"), sheet_name="studie", engine="calamine")
    assert sheet.set_index("wat")["waarde"]["asked_known"] == "nee"


@pytest.mark.parametrize("value", ["nee", 0])
def test_it_is_true_or_false(value: object) -> None:
    header = {"id": "x", "title": {"nl": "x", "en": "x"}, "instruments": [], "waves": [{"id": "1"}]}
    with pytest.raises(houvast.ValidationError, match="HV-108"):
        houvast.study_from_frames({**header, "asked_known": value}, parties={"id": ["a"]})


def test_codebooks_tell_that_it_is_at_least_so_many(known: houvast.Study, study: houvast.Study) -> None:
    def about(of: houvast.Study) -> dict[str, str]:
        rows = of.codebook().to_dicts()
        return next(row for row in rows if (row["table"], row["variable"]) == ("parties", "asked"))

    assert "niet bijgehouden" not in about(known)["label_nl"]
    assert "niet bijgehouden" in about(study)["label_nl"]
    assert "not recorded" in about(study)["label_en"]


# ------------------------------------------------------------------------------------------------ conversion


def test_an_export_alone_does_not_tell_who_was_asked(converted: houvast.Study) -> None:
    made = convert(EXPORTS / "plain" / "wide.csv", key=KEY)
    assert not made.report.asked_known and not made.study.asked_known and not converted.asked_known
    assert "asked_known: false" in made.report.text("nl") and "--roster" in made.report.text("nl")
    assert "asked_known: false" in made.report.text("en")


def test_a_list_of_parties_does(tmp_path: Path) -> None:
    export, roster = EXPORTS / "network" / "google.csv", EXPORTS / "network" / "roster.csv"
    made = convert(export, key=KEY, roster=roster)
    assert made.study.asked_known
    assert "asked_known" not in made.study.to_json() + made.report.text("nl")
    lines = pd.read_csv(roster, dtype=str, keep_default_na=False)
    lines.loc[lines["id"] == "jongeren", "asked"] = ""
    assert not convert(export, key=KEY, roster=lines).study.asked_known  # of a group it must be filled in
    lines.loc[lines["id"] == "jongeren", "asked"] = "10"
    lines.loc[lines["id"] == "jgz", "asked"] = ""
    assert convert(export, key=KEY, roster=lines).study.asked_known  # a person is one person


# ------------------------------------------------------------------------------------------------ numbers


def test_tables_have_no_response(known: houvast.Study, study: houvast.Study) -> None:
    before, after = known.scores("perspective").to_pandas(), study.scores("perspective").to_pandas()
    assert before[["asked", "response"]].notna().all(axis=None)
    assert after[["asked", "response"]].isna().all(axis=None)
    assert after[["high_least", "high_most"]].isna().all(axis=None)
    both = before["high_low"].notna()  # an interval about those who were asked is narrower than one about many
    assert (after["high_low"] <= before["high_low"])[both].all() and (after["high_high"] >= before["high_high"])[
        both
    ].all()
    rest = [column for column in before if column not in ("asked", "response") and column[:5] != "high_"]
    pd.testing.assert_frame_equal(before[rest], after[rest])
    assert study.scores().to_polars()["response"].is_null().all()
    voice = study.voice().to_pandas()
    assert voice[["asked", "share_of_asked", "parity_answers", "parity_answers_high"]].isna().all(axis=None)
    assert voice["share_of_answers"].notna().any() and voice["parity_ties"].notna().any()


def test_no_check_is_surer_than_with_a_list(known: houvast.Study, study: houvast.Study) -> None:
    before, after = ({f.check: f for f in of.coverage()} for of in (known, study))
    assert after["C17"].status == "unknown" and before["C17"].status != "unknown"
    assert after["C17"].sentence.nl.endswith(UNKNOWN["nl"])
    assert after["C17"].sentence.en.endswith(UNKNOWN["en"])
    assert "--roster" in after["C17"].needed.nl and "asked_known" in after["C17"].needed.en
    same = before.keys() - {"C11", "C17"}
    assert {check: before[check].status for check in same} == {check: after[check].status for check in same}


def test_a_network_is_read_with_care_at_best(known: houvast.Study, study: houvast.Study) -> None:
    before, after = known.network(), study.network()
    assert before.response.asked_known and before.response.share is not None
    assert after.response.share is None and not after.response.asked_known
    assert after.response.band == "with care" and "niet bijgehouden" in after.response.reason.nl
    assert after.response.reason.nl in repr(after.response)
    assert after.density.details == before.density.details
    assert after.silent == before.silent  # the list tells that they were asked
    row = next(row for row in after.metrics.to_dicts() if row["metric"] == "response")
    assert row["value"] is None and row["reason"] == "who was asked is not known"


def test_a_published_network_needs_no_list() -> None:
    indiana = houvast.load(EXPORTS.parent / "indiana")
    before, after = indiana.network(), unasked(indiana).network()
    assert after.response.band == "usable" and after.response.share == 1
    assert after.parties.to_dicts() == before.parties.to_dicts()
    assert UNKNOWN["nl"] not in render_report(unasked(indiana).release("team"))


# ------------------------------------------------------------------------------------------------ reports


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("name", ["study", "converted"])
def test_a_report_tells_no_share(name: str, lang: str, request: pytest.FixtureRequest) -> None:
    release = request.getfixturevalue(name).release("team", by="domain" if name == "study" else "")
    assert not release.asked_known
    for response in release.responses:
        if response.shown:
            assert (response.asked_band, response.share) == ("", None)
            assert response.respondents_band != ""
    page = Page(render_report(release, lang=lang))
    assert UNKNOWN[lang] in page.text["overview"]
    assert UNKNOWN[lang] in page.text["response"]
    assert "%" not in page.text["response"]
    figures = released_figures(release)
    for key, value, text in page.figures:
        assert (value, text) in readings(figures[key], lang), key
        assert not key.startswith("response/") or key.endswith("/answered"), key
        assert not key.endswith(("asked_band", "response_share")), key
    titles = {"nl": ("Wie gevraagd is", "dus niet te zeggen"), "en": ("Who was asked", "cannot be told")}[lang]
    assert titles[0] in page.text["method"]
    assert titles[1] in page.text["change"]
    if name == "study":
        assert {"nl": "partijen buiten de lijst", "en": "parties outside the list"}[lang] in page.text["network"]


def test_pictures_of_who_answered_are_left_out(study: houvast.Study, known: houvast.Study) -> None:
    def part(of: houvast.Study) -> str:
        page = render_report(of.release("team", by="domain"))
        return page.split('<section id="response"')[1].split("</section>")[0]

    assert "<svg" in part(known)
    assert "<svg" not in part(study)
    assert "Deel dat antwoordde" not in part(study)


@pytest.mark.usefixtures("no_language")
def test_the_release_shows_the_same_answers(known: houvast.Study, study: houvast.Study) -> None:
    one, other = known.release("team"), study.release("team")
    assert one.asked_known
    assert one.scores_table() == other.scores_table()
    assert "not recorded" in other._repr_html_() and "not recorded" not in one._repr_html_()
    assert "not recorded" in study._repr_html_()


# ------------------------------------------------------------------------------------------------ screens


def test_the_command_says_it(study: houvast.Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = str(study.save(tmp_path / "study"))

    def said(*words: str) -> str:
        capsys.readouterr()
        main([*words])
        return capsys.readouterr().out

    line = "Hoeveel mensen gevraagd zijn, is niet bijgehouden: wie ontbreekt, is niet te zien."
    assert line in said("check", place, "--lang", "nl")
    assert "who is missing cannot be seen" in said("check", place, "--lang", "en")
    assert json.loads(said("check", place, "--json"))["asked_known"] is False
    assert line in said("score", place, "--lang", "nl")
    assert json.loads(said("network", place, "--json"))["asked_known"] is False
    assert re.search(r"C17 +\? onbekend +Hoeveel mensen gevraagd zijn", said("coverage", place, "--lang", "nl"))


def test_an_empty_list_of_silent_parties_is_not_nobody(
    converted: houvast.Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    header = {**json.loads(converted.header_json())}
    header["relations"] = [{"id": "r", "title": {"nl": "r", "en": "r"}, "directed": False}]
    ids = [party.id for party in converted.parties]
    ties = {"wave": ["2024"] * len(ids), "from": ids, "to": [*ids[1:], ids[0]], "relation": ["r"] * len(ids)}
    with_ties = houvast.study_from_frames(header, **{**converted.to_frames("arrow"), "ties": ties})
    assert with_ties.network().silent == []
    assert main(["network", str(with_ties.save(tmp_path / "study")), "--lang", "nl"]) == 0
    assert "antwoordden niet: niet te zien" in capsys.readouterr().out
    metrics = {metric["id"]: metric for metric in Explored(with_ties, "nl").view("2024", "r")["metrics"]}
    assert metrics["silent"]["value"] is None
    assert metrics["silent"]["note"] == "wie gevraagd is, is niet bijgehouden"
    known_ties = houvast.study_from_frames(
        {**header, "asked_known": True}, **{**converted.to_frames("arrow"), "ties": ties}
    )
    assert {m["id"]: m["value"] for m in Explored(known_ties, "nl").view("2024", "r")["metrics"]}["silent"] == 0


def test_plots_name_no_people_asked(study: houvast.Study) -> None:
    plot = pytest.importorskip("houvast.plot")
    plt = pytest.importorskip("matplotlib.pyplot")
    for ax in (plot.network_map(study), plot.voice_parity(study)):
        words = " ".join(text.get_text() for text in ax.figure.findobj(lambda artist: hasattr(artist, "get_text")))
        assert "gevraagde" not in words
        assert "is niet bijgehouden" in " ".join(words.split())
        plt.close(ax.figure)
