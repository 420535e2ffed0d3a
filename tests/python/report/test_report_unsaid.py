"""Networks of one perspective are pictured all the same, and what is not known for one reason is said once."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import houvast as hv
from houvast.examples.region import region
from houvast.report import render_report
from report_page import Page
from small_studies import people_of, study_in_memory

INDIANA = Path(__file__).parents[2] / "data" / "indiana"


def test_a_network_of_one_perspective_is_pictured_by_what_its_parties_differ_in():
    indiana = hv.load(INDIANA).release("team")
    assert (indiana.by, indiana.blocks_by) == ("perspective", "level")
    assert [network.groups for network in indiana.networks] == [["local", "state", "national"]] * 3
    first = Page(render_report(indiana, parts=["overview"]))
    assert [svg for svg in first.all("svg") if "blockmap" in svg.get("class", "")]


def test_what_is_not_known_of_several_checks_is_said_once(tmp_path):
    place = region(2024).write(tmp_path / "study")
    told = json.loads((place / "study.json").read_text(encoding="utf-8"))
    (place / "study.json").write_text(json.dumps(told | {"relations": []}), encoding="utf-8")
    (place / "ties.csv").unlink()
    release = hv.load(place).release("team")
    text = Page(render_report(release, parts=["coverage"])).text["coverage"]
    unknown = [finding for finding in release.findings if finding.status == "unknown"]
    assert len({finding.sentence.nl for finding in unknown}) < len(unknown)
    for finding in unknown:
        assert finding.title.nl in text
        assert text.count(finding.sentence.nl) == 1
        assert finding.needed.nl in text


def test_parties_without_a_value_are_called_after_the_attribute_of_the_blocks(tmp_path):
    place = Path(shutil.copytree(INDIANA, tmp_path / "study"))
    parties = (place / "parties.csv").read_text(encoding="utf-8")
    (place / "parties.csv").write_text(parties.replace(",national,", ",,"), encoding="utf-8")
    study = hv.load(place)
    release = study.release("team")
    assert (release.by, release.blocks_by) == ("perspective", "level")
    assert all("" in network.groups for network in release.networks)
    page = Page(render_report(release, parts=["network"]))
    assert "Zonder niveau" in page.text["network"]
    assert "Zonder niveau" in " ".join(page.svg_words)
    assert "perspectief" not in page.text["network"] + " ".join(page.svg_words)


def test_answers_that_may_not_be_shown_are_not_said_to_be_missing():
    few = study_in_memory(people_of({"professional": (3, 3), "ouder": (1, 1)})).release("team")
    assert few.totals and few.responses and not any(score.shown for score in few.totals)
    first = Page(render_report(few)).text["overview"]
    assert "geen antwoorden op een vragenlijst" not in first and "geen vragenlijsten ingevuld" not in first
    assert "Er zijn geen antwoorden die we mogen tonen" in first
    assert "Hoeveel mensen antwoordden, mogen we niet tonen." in first


def test_the_first_page_of_a_network_alone_says_who_was_asked_and_counts_only_checks_with_an_answer():
    indiana = hv.load(INDIANA).release("team")
    first = Page(render_report(indiana, parts=["overview"])).text["overview"]
    assert "De bron heeft elk paar vastgesteld: niemand zweeg." in first
    assert "Contacten: Samenwerking, Contact en Verspreiding van de richtlijn" in first
    answered = [each.status for each in indiana.findings if each.status in ("ok", "attention", "missing")]
    assert len(answered) < len(indiana.findings)
    told = next(claim for claim in indiana.claims() if claim.about == "checks").args
    assert (told["ok"]["value"], told["total"]["value"]) == (answered.count("ok"), len(answered))


def test_a_map_is_no_higher_than_what_it_shows_and_what_changed_stands_beside_a_high_one(tmp_path):
    study = hv.load(region(2024).write(tmp_path / "study"))
    heights = {}
    for policy, by in (("external", "perspective"), ("team", "domain"), ("team", "perspective")):
        html = render_report(study.release(policy, by=by), parts=["overview"])
        view = next(svg["viewbox"] for svg in Page(html).all("svg") if "blockmap" in svg.get("class", ""))
        heights[policy, by] = float(view.split()[-1])
        change, network = html.index("Wat veranderde?"), html.index("Het netwerk in één beeld")
        assert (change < network) == ("panels tall" not in html) == (heights[policy, by] < 360)
    assert heights["external", "perspective"] < 140 < heights["team", "perspective"] < 260 < heights["team", "domain"]
