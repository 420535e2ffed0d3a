"""The report: every figure is the released one, nothing foreign runs, nothing hidden is told."""

from __future__ import annotations

import json
import re
import stat
import sys
import time
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest

import houvast as hv
from houvast import report
from houvast._core import messages
from houvast.examples.region import region
from houvast.release import opened
from houvast.release.document import Bin, Share
from houvast.report import PARTS, render_report, write_report
from houvast.report.answers import spread
from houvast.report.charts import Charts, Segment
from houvast.report.desk import Desk
from houvast.report.hyphens import SOFT
from houvast.report.rich import Name, clean
from houvast.report.texts import Texts
from houvast.report.words import DOCUMENTS, ScaleWords
from houvast.results.hidden import HIDDEN_SYMBOL
from houvast.texts import say
from report_page import HOSTILE, Page, assert_inert, hostile_study, readings, released_figures, study_at
from small_studies import people_of, study_in_memory

NL, EN = dict(messages("nl")), dict(messages("en"))
DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    return hv.load(region(2024).write(tmp_path_factory.mktemp("region") / "study"))


@pytest.fixture(scope="module")
def team(study):
    return study.release("team")


@pytest.fixture(scope="module")
def external(study):
    return study.release("external", by="domain")


@pytest.fixture(scope="module")
def indiana():
    return hv.load(DATA / "indiana").release("team")


@pytest.fixture(scope="module")
def one_wave(tmp_path_factory):
    made = region(7)
    last = made.header["waves"][-1]["id"]
    header = {**made.header, "waves": made.header["waves"][-1:]}
    tables = {
        name: (columns, [row for row in rows if columns[0] != "wave" or row[0] == last])
        for name, (columns, rows) in made.tables.items()
        if name != "goals"
    }
    return study_at(tmp_path_factory.mktemp("one") / "study", header, tables).release("team")


@pytest.fixture(scope="module")
def wordy(study):
    return study.release("team", by="domain", goals="text", complexity="complex")


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("name", ["team", "external", "indiana", "one_wave", "wordy"])
def test_every_figure_is_the_released_one(name, lang, request):
    release = request.getfixturevalue(name)
    page = Page(render_report(release, lang=lang))
    figures = released_figures(release)
    assert len(page.figures) > 20
    for key, value, text in page.figures:
        assert key in figures, key
        assert (value, text) in readings(figures[key], lang), key


@pytest.mark.parametrize("name", ["team", "indiana"])
def test_no_number_stands_outside_a_figure(name, request):
    page = Page(render_report(request.getfixturevalue(name)))
    told = {text for _, _, text in page.figures}
    # A step in a cell has one sign for both its bounds; in words each bound has its own.
    told |= {f"{100 * float(value):g}%" for key, value, _ in page.figures if key.startswith("block/")}
    for part in ("", "overview", "response", "elements", "groups", "stages", "network", "change", "goals"):
        loose = re.findall(r"\d+\s?%|\d+–\d+|\d+[.,]\d{2,}", page.text.get(part, ""))
        assert not loose, (part, loose)
    for words in page.svg_words:
        assert set(re.findall(r"\d+%", words)) <= told, words


@pytest.mark.parametrize("name", ["team", "external", "one_wave"])
def test_pictures_are_drawn_from_released_values(name, request):
    release = request.getfixturevalue(name)
    page = Page(render_report(release))
    values = {value for value in released_figures(release).values() if isinstance(value, float)}
    drawn = [(tag, a) for tag, a in page.elements if {"data-value", "data-low"} & a.keys()]
    assert drawn
    for _, attributes in drawn:
        for end in ("data-value", "data-low", "data-high"):
            assert end not in attributes or float(attributes[end]) in values
    for tag, attributes in drawn:
        if tag == "rect" and attributes["class"] == "band":
            low, high = float(attributes["data-low"]), float(attributes["data-high"])
            assert float(attributes["x"].rstrip("%")) == pytest.approx(100 * low, abs=0.01)
            assert float(attributes["width"].rstrip("%")) == pytest.approx(100 * (high - low), abs=0.01)


def test_numbers_in_the_map_of_groups_are_the_released_ones(team):
    page = Page(render_report(team))
    blocks = [block.density for network in team.networks for block in network.blocks if block.shown]
    assert len(page.svg_steps) > 10
    for attributes, text in page.svg_steps:
        low, high = float(attributes["data-low"]), float(attributes["data-high"])
        assert any((block.low, block.high) == (low, high) for block in blocks)
        assert text == f"{round(low * 100)}–{round(high * 100)}%"


def test_lines_of_the_map_are_as_thick_as_their_share(team):
    page = Page(render_report(team))
    drawn = {(a["data-low"], a["data-high"], a["stroke-width"]) for a in page.all("line") if a.get("class") == "tie"}
    wide = sorted((float(low) + float(high), float(width)) for low, high, width in drawn)
    assert len(wide) > 2
    assert all(one[1] < other[1] for one, other in pairwise(wide) if one[0] < other[0])


@pytest.mark.parametrize("count", range(2, 10))
def test_groups_of_the_map_stay_inside_it(count):
    from houvast.report.blockmap import WIDTH, _ring

    for high in (244, 484):
        places = _ring(count, high)
        assert len(set(places)) == count
        assert all(60 < x < WIDTH - 60 and 60 < y < high - 60 for x, y in places)


def test_each_picture_has_words_or_is_silent(team):
    page = Page(render_report(team))
    pictures = [a for a in page.all("svg") if a.get("role") == "img"]
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert len(pictures) == 3  # the map of groups on the first page, and of every relation
    for picture in pictures:
        assert set(picture["aria-labelledby"].split()) <= set(ids)
    silent = [a for a in page.all("svg") if not a.get("role")]
    assert len(silent) > 50
    assert all(a.get("aria-hidden") == "true" for a in silent)


def test_hidden_scores_leave_one_symbol_and_nothing_else(external):
    page = Page(render_report(external))
    hidden = [score for score in external.groups if not score.shown]
    assert hidden
    keys = {key for key, _, _ in page.figures}
    for score in hidden:
        prefix = f"group/{score.wave}/{score.instrument}/{score.kind}/{score.id}/{score.group}/"
        assert not any(key.startswith(prefix) for key in keys)
    symbols = [a for a in page.all("span") if a.get("class") == "unshown"]
    assert symbols
    assert all(symbol == {"class": "unshown", "role": "img", "aria-label": "niet getoond"} for symbol in symbols)
    assert NL["report.legend_hidden"] in page.all_text
    assert HIDDEN_SYMBOL in page.all_text


def test_region_names_what_was_planted(team):
    page = Page(render_report(team))
    first, board = page.text["overview"], page.text["coverage"]
    for finding in team.findings:
        if finding.status != "not_applicable":
            assert finding.sentence.nl in board
        if finding.status in ("attention", "missing"):
            assert say("report.point", "nl", check=finding.check) in board
            point = next(c for c in team.claims() if c.part == "summary" and c.about == finding.check)
            assert point.say("nl") in first
    for item in team.agenda:
        text = hv.instrument("six-elements").question(item.question).text.nl
        assert text in page.text["agenda"]
        assert item.opening.nl in page.text["agenda"]
        assert all(advice.text.nl in page.text["agenda"] for advice in item.advice)
    assert all(hv.instrument("six-elements").question(item.question).text.nl in first for item in team.agenda[:3])


def test_what_helped_elsewhere_stands_with_a_question_and_its_words_in_the_glossary(team):
    page = Page(render_report(team))
    asked = {item.question for item in team.agenda} | {item.element for item in team.agenda}
    helped = [case for item in team.agenda for case in hv.cases() if item.question in case.questions]
    assert helped, "no question of this agenda has a practice"
    for item in team.agenda:
        for case in [case for case in hv.cases() if item.question in case.questions][:2]:
            assert f"{case.place}: {case.text.nl}" in page.text["agenda"]
    told = {each.id for each in hv.definitions() if each.text.nl in page.text["glossary"]}
    words = {NL[f"glossary.{word}"].casefold() for word in ("driver",)}
    assert (
        told == {e.id for e in hv.definitions() if asked & set(e.about) and e.term.nl.casefold() not in words} != set()
    )
    assert DOCUMENTS["SAMEN=BETER"] in page.text["method"]
    officer = Page(render_report(team, edition="officer")).text["glossary"]  # which has no agenda
    assert told and not any(each.text.nl in officer for each in hv.definitions())


def test_the_first_page_answers_what_people_ask_first(team):
    html = render_report(team)
    page = Page(html)
    first = html.split('<section id="overview"')[1].split("</section>")[0]
    headings = re.findall(r"<h2>(.*?)</h2>", first)
    asked = ("asked", "elements", "groups", "change", "network", "attention", "talk")
    assert headings == [NL[f"report.overview.{panel}"] for panel in asked]
    assert "<details" not in first and html.index("<details") > html.index('id="overview"')
    folded = [a["id"] for a in page.all("section") if a.get("id") in PARTS]
    assert folded == list(PARTS)
    missing = [finding.check for finding in team.findings if finding.status == "missing"]
    points = [c.about for c in team.claims() if c.part == "summary" and c.about.startswith("C")]
    assert missing and points[: len(missing)] == missing


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_first_page_says_which_elements_are_told_by_question(team, lang):
    page = Page(render_report(team, lang=lang))
    loose = [claim for claim in team.claims() if claim.id == "report.element.loose"]
    assert loose
    assert page.text["overview"].count(say("report.overview.by_question", lang)) == len(loose)


def test_the_number_of_people_is_told_once(team):
    html = render_report(team)
    page = Page(html)
    assert page.all_text.count("100–199") + page.all_text.count("100 tot 199") < 20
    words = " ".join(page.text.values()).split()
    assert len(words) < 6200  # with each question in words where its answers are, not its id


def checks_in_summary(release):
    return {claim.about for claim in release.claims() if claim.part == "summary" and claim.about.startswith("C")}


def test_the_summary_names_every_check_that_asks_for_attention(team, indiana):
    assert {"C1", "C2", "C3", "C10", "C13"} <= checks_in_summary(team)
    assert checks_in_summary(indiana) == {"C2", "C5", "C8"}


def test_the_first_page_names_who_sees_it_differently_and_what_changed(team):
    """None of 18 parents gives a high answer to E2.4 and E6.3; of the answers to E2.1 5 % were high, and now 73 %."""
    first = Page(render_report(team)).text["overview"]
    for id, said in (
        ("E2.4", "Ouders: minder dan .*? geeft een hoog antwoord. Professionals: "),
        ("E6.3", "Ouders: minder dan .*? geeft een hoog antwoord. Professionals: "),
        ("E2.1", "Mensen die beide keren antwoordden, geven nu vaker een hoog antwoord."),
    ):
        question = hv.instrument("six-elements").question(id).text.nl
        assert re.search(rf"{re.escape(question)}’\s*{said}", first), id


def test_a_finding_with_many_names_is_told_without_names_on_the_first_page():
    """Thirty silent parties that may be named; those of one may be named on the first page as well."""
    data = json.loads(study_in_memory(people_of({"professional": (14, 7)})).to_json())
    agreed = {"asked": 1, "consent_for": "silent", "consent_by": "bestuur", "consent_on": "2026-01-31"}
    data["parties"] += [{"id": f"stil{i}", "name": f"Partij {i}", **agreed} for i in range(30)]
    released = hv._core.study_from_json(json.dumps(data).encode(), "study.json").release("team")
    of_silence = ("coverage.C1.silent", "report.point.sentence")
    said = {c.part: c for c in released.claims() if c.about == "C1" and c.id in of_silence}
    assert "Partij 29" in said["coverage"].say("nl")
    assert said["summary"].id == "report.point.sentence" and "Partij" not in said["summary"].say("nl")


def test_organisations_without_a_driving_force_are_not_named(indiana):
    """To be named for it is nothing that they have agreed to."""
    said = [c for c in indiana.claims() if c.about == "C5" and c.id == "coverage.C5.without"]
    assert {c.part for c in said} == {"summary", "coverage"}
    assert {c.say("nl") for c in said} == {"Bij minstens één organisatie is er geen kartrekker."}


def test_goals_are_counted_and_told_only_when_asked_for(study, team, wordy):
    titles = [row["title"] for row in study.progress().to_dicts()]
    assert len(titles) == sum(goals.total for goals in team.goals) == 5
    counted, told = Page(render_report(team)), Page(render_report(wordy))
    assert not any(title in counted.all_text for title in titles)
    assert all(title in told.text["goals"] for title in titles)
    assert NL["report.goals_counts_only"] in counted.text["goals"]
    assert NL["report.goals_counts_only"] not in told.text["goals"]
    statuses = [row["status"] for row in study.progress().to_dicts()]
    for name in ("reached", "on_the_way", "not_yet", "away", "unknown"):
        assert sum(getattr(goals, name) for goals in team.goals) == statuses.count(name.replace("_", " "))
    with pytest.raises(hv.InvalidValueError, match="HV-303"):
        study.release("team", goals="everything")


def test_owners_are_named_only_with_consent(study, wordy):
    parties = {party.id: party for party in study.parties}
    told = {goal.title: goal.owner.nl for goals in wordy.goals for goal in goals.goals}
    owners = {row["title"]: parties[row["owner"]] for row in study.progress().to_dicts() if row["owner"]}
    assert owners
    for title, owner in owners.items():
        assert told[title] == owner.name if owner.consent else told[title].startswith("een partij")
    assert all(told[title] == "" for title in told.keys() - owners.keys())


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_blocks_stand_between_groups_and_small_groups_stay_hidden(study, wordy, lang):
    page = Page(render_report(wordy, lang=lang))
    keys = {key for key, _, _ in page.figures}
    for network in wordy.networks:
        if network.wave != wordy.waves[-1].id:
            continue
        exact = study.network(relation=network.relation, wave=network.wave, level="domain").groups.to_dicts()
        density = {(row["from"], row["to"]): row for row in exact}
        assert len(network.groups) > 1
        for block in network.blocks:
            prefix = f"block/{network.wave}/{network.relation}/{block.from_group}/{block.to_group}"
            assert any(key.startswith(prefix) for key in keys) == block.shown
            row = density.get((block.from_group, block.to_group))
            if block.shown and row is not None:
                assert block.density.low <= row["tied"] / row["observed"] <= block.density.high
    assert (NL if lang == "nl" else EN)["report.blocks"] in page.text["network"]


def test_reliability_is_rounded_and_needs_thirty_people(study, team, external):
    exact = {(row["wave"], row["id"]): row for row in study.reliability().to_dicts()}
    assert any(row.shown for row in team.reliability)
    for row in (*team.reliability, *external.reliability):
        of = exact[row.wave, row.element]
        assert row.shown <= (of["n"] >= 30)
        if row.shown:
            assert row.alpha == pytest.approx(of["alpha"], abs=0.05 + 1e-12)
            assert row.low <= of["alpha_low"] and of["alpha_high"] <= row.high
        else:
            assert row.alpha is row.low is row.high is row.n_band is hv.HIDDEN
    page = Page(render_report(team))
    assert NL["report.reliability"] in page.text["method"]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_strengthening_has_words_and_no_counts(team, wordy, lang):
    page = Page(render_report(wordy, lang=lang))
    words = NL if lang == "nl" else EN
    last = [row for row in wordy.strengthening if row.wave == wordy.waves[-1].id]
    assert any(row.shown for row in last)
    for row in last:
        if row.shown:
            assert getattr(row.sentence, lang) in page.text["stages"]
            assert set(re.findall(r"\d+", getattr(row.sentence, lang))) <= {"2", "3"}
        else:
            assert row.sentence is row.status is row.to_stage is hv.HIDDEN
    assert say("report.fits.intro", lang, complexity="complex") in page.text["stages"]
    assert words["report.fits"] not in Page(render_report(team, lang=lang)).text["stages"]


def test_indiana_has_a_network_and_no_answers(indiana):
    dutch, english = Page(render_report(indiana)), Page(render_report(indiana, lang="en"))
    for page in (dutch, english):
        assert ("network/2010/collaboration/density/low", "0.5", "50%") in page.figures
        assert ("network/2010/collaboration/density/high", "0.55", "55%") in page.figures
    for page, words in ((dutch, NL), (english, EN)):
        assert {"overview", "network", "coverage", "method", "glossary"} == page.text.keys() - {""}
        for left_out in ("response", "elements", "groups", "stages", "agenda", "change"):
            assert words[f"report.missing.{left_out}"] in page.text["overview"]


def test_one_wave_is_compared_with_nothing(one_wave):
    page = Page(render_report(one_wave))
    assert "change" not in page.text
    assert NL["report.missing.change"] in page.text["overview"]
    assert "agenda" in page.text


@pytest.mark.parametrize(("lang", "words"), [("nl", "ronde 1: "), ("en", "round 1: ")])
def test_a_wave_that_is_only_a_number_says_of_what(lang, words):
    header = {"schema": "houvast-study/1", "id": "s", "title": {"nl": "s", "en": "s"}, "instruments": ["six-elements"]}
    people = [f"r{i}" for i in range(8)]
    answers = {"respondent": people, "party": ["p"] * 8, "question": ["E1.1"] * 8, "answer": ["4"] * 8}
    parties = {"id": ["p"], "kind": ["group"], "asked": [8]}
    for id, said in (("1", words), ("2024", words.replace("ronde 1", "2024").replace("round 1", "2024"))):
        study = hv.study_from_frames({**header, "waves": [{"id": id}]}, parties=parties, answers=answers)
        page = Page(render_report(study.release(), lang=lang))
        assert said in page.text["response"] and f"{id}: " not in page.text["response"].replace(said, "")


def test_change_is_told_in_words_and_only_where_chance_does_not_explain_it(team):
    page = Page(render_report(team))
    changes = [each for each in opened(team).supported.changes if each.kind == "element"]
    assert changes
    for word, up in (("vaker", True), ("minder vaak", False)):
        told = page.text["elements"].count(f"geven nu {word} een hoog antwoord.")
        assert told == sum(each.up == up for each in changes)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_page_is_in_one_language_and_well_built(team, lang):
    html = render_report(team, lang=lang)
    page = Page(html)
    assert html.startswith("<!DOCTYPE html>")
    assert page.all("html") == [{"lang": lang}]
    assert [len(page.all(tag)) for tag in ("h1", "main", "header", "footer")] == [1, 1, 1, 1]
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = {attributes["id"] for _, attributes in page.elements if "id" in attributes}
    links = [attributes["href"] for attributes in page.all("a")]
    assert links
    assert all(link[1:] in ids for link in links if link.startswith("#"))
    assert len(page.all("caption")) == len(page.all("table"))
    assert all(cell.get("scope") in ("row", "col") for cell in page.all("th"))
    other = EN if lang == "nl" else NL
    assert other["report.lead"] not in page.all_text
    if lang == "en":
        assert any(attributes.get("lang") == "nl" for attributes in page.all("bdi"))


@pytest.fixture(scope="module", params=[0, 67, 134], ids=lambda shift: f"from {shift}")
def hostile(request, tmp_path_factory):
    return hostile_study(tmp_path_factory.mktemp("hostile") / "study", request.param)


def test_there_are_200_hostile_texts():
    assert len(HOSTILE) == len(set(HOSTILE)) == 200


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("by", ["perspective", "level", "domain"])
def test_hostile_words_are_shown_as_text_and_nothing_runs(hostile, lang, by):
    release = hostile.release("team", by=by, goals="text")
    page = assert_inert(render_report(release, lang=lang))

    def shown(text):
        return clean(getattr(text, lang)).replace(SOFT, "")

    assert shown(release.title) in page.all_text and clean(release.source).replace(SOFT, "") in page.all_text
    assert all(shown(wave.label) in page.all_text for wave in release.waves)
    assert all(shown(finding.sentence) in page.text["coverage"] for finding in release.findings)
    own = next(instrument for instrument in release.instruments if instrument.id == "own")
    assert all(shown(item.title) in page.text["elements"] for item in own.elements)
    assert all(shown(item.text) in page.text["elements"] for item in own.questions)


@pytest.mark.parametrize("name", ["team", "external", "indiana", "one_wave"])
def test_reports_are_inert(name, request):
    assert_inert(render_report(request.getfixturevalue(name)))


@pytest.mark.parametrize("thing", [None, {}, "release", 1.5])
def test_only_a_release_is_accepted(thing, tmp_path):
    with pytest.raises(hv.DisclosureError) as error:
        write_report(thing, tmp_path / "report.html")
    assert error.value.code == "HV-404"
    with pytest.raises(hv.DisclosureError):
        render_report(thing)
    assert list(tmp_path.iterdir()) == []


def test_a_study_is_not_accepted(study, tmp_path):
    with pytest.raises(hv.DisclosureError):
        write_report(study, tmp_path / "report.html")
    assert list(tmp_path.iterdir()) == []


def test_unknown_language(team, tmp_path):
    with pytest.raises(hv.UnknownKeyError) as error:
        write_report(team, tmp_path / "report.html", lang="fr")
    assert error.value.code == "HV-503"
    assert list(tmp_path.iterdir()) == []


def test_file_is_whole_and_for_its_owner_only(team, tmp_path):
    path = team.report(tmp_path / "report.html", lang="en")
    assert path == tmp_path / "report.html"
    assert path.read_text(encoding="utf-8") == render_report(team, lang="en")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]
    assert path.stat().st_size < 2_000_000


def test_same_release_gives_the_same_bytes(team):
    assert render_report(team) == render_report(team)


def test_report_is_quick(team):
    started = time.perf_counter()
    render_report(team, lang="en")
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize("source", ["{% for %}", "{{ nothing_of_this_name }}", '{% include "elsewhere.html" %}'])
def test_failing_template_leaves_what_was_there(team, tmp_path, source):
    template = tmp_path / "mine.html.j2"
    template.write_text(source, encoding="utf-8")
    out = tmp_path / "out"
    out.mkdir()
    (out / "report.html").write_text("earlier", encoding="utf-8")
    with pytest.raises(hv.ParseError) as error:
        write_report(team, out / "report.html", template=template, force=True)
    assert error.value.code == "HV-119"
    assert (out / "report.html").read_text(encoding="utf-8") == "earlier"
    assert list(out.iterdir()) == [out / "report.html"]


def test_template_cannot_reach_beyond_the_report(team, tmp_path):
    template = tmp_path / "mine.html.j2"
    template.write_text("{{ ''.__class__.__mro__[1].__subclasses__() }}", encoding="utf-8")
    with pytest.raises(hv.ParseError):
        render_report(team, template=template)


def test_template_chooses_parts_and_order(team, tmp_path):
    template = tmp_path / "board.html.j2"
    order = '{% extends "report.html.j2" %}{% set order = ["agenda", "coverage", "method"] %}'
    template.write_text(order, encoding="utf-8")
    page = Page(render_report(team, template=template))
    parts = [a["id"] for a in page.all("section") if a.get("id") in PARTS]
    assert parts == ["agenda", "coverage", "method"]


@pytest.mark.parametrize("wished", ["no-such-browser-here", "false"])
def test_pdf_without_a_browser_says_so_and_writes_nothing(team, tmp_path, monkeypatch, wished):
    monkeypatch.setenv("HOUVAST_BROWSER", wished)
    with pytest.raises(hv.MissingProgramError, match="HOUVAST_BROWSER") as error:
        team.report(tmp_path / "report.pdf")
    assert error.value.issues[0].code == "HV-602"
    assert list(tmp_path.iterdir()) == []


def test_missing_extra_is_named(team, monkeypatch):
    monkeypatch.setitem(sys.modules, "jinja2", None)
    report._environment.cache_clear()
    with pytest.raises(hv.MissingExtraError, match=r"houvast\[report\]"):
        render_report(team)
    report._environment.cache_clear()


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_own_policy_and_no_groups(study, lang):
    release = study.release(hv.Policy("<b>eigen</b>", 8), by="")
    page = assert_inert(render_report(release, lang=lang))
    words = NL if lang == "nl" else EN
    assert words["report.missing.groups"] in page.text["overview"]
    assert "groups" not in page.text
    assert "<b>eigen</b>" in page.text["method"]
    assert ("policy/threshold", "8", "8") in page.figures


def test_favourable_answers_are_on_the_right_on_any_scale(team):
    desk = Desk(opened(team), "nl")
    often = ScaleWords({1: "altijd", 2: "vaak", 3: "soms", 4: "nooit"}, 4, (1, 2))
    steps = {1: Share(0.2, 0.3), 2: Share(0.3, 0.4), 3: Share(0.3, 0.4), 4: Share(0, 0.1)}
    distribution = [Bin(value, share) for value, share in steps.items()]
    score = SimpleNamespace(id="B1", shown=True, distribution=distribution)
    picture, bins = spread(desk, score, often, "key")
    page = Page(picture.__html__())
    bars = [(a["class"], a["x"], a["width"]) for a in page.all("rect") if "data-low" in a]
    # Each is drawn as long as the middle of its step: 5, 35, 35 and 25 of a hundred, on half of the width.
    drawn = [
        ("low-2", "30%", "2.5%"),
        ("low-1", "32.5%", "17.5%"),
        ("high-1", "50%", "17.5%"),
        ("high-2", "67.5%", "12.5%"),
    ]
    assert bars == drawn
    words = ["minder dan 10%: ‘nooit’", "30% tot 40%: ‘soms’", "30% tot 40%: ‘vaak’", "20% tot 30%: ‘altijd’"]
    assert [str(bin.words) for bin in bins] == words


def test_parts_of_a_whole_stay_inside_the_bar():
    parts = [Segment(Share(low, low + 0.1), low + 0.05, f"stage-{low}") for low in (0.25, 0.35, 0.3)]
    bars = [a for a in Page(Charts().stacked(parts).__html__()).all("rect") if "data-low" in a]
    assert [a["data-low"] for a in bars] == ["0.25", "0.35", "0.3"]
    assert sum(float(a["width"].rstrip("%")) for a in bars) == pytest.approx(100, abs=0.01)


def test_numbers_and_days_are_written_as_readers_do():
    dutch, english = Texts("nl"), Texts("en")
    band = Share(0.75, 1.0)
    assert (str(dutch.share(band, "k")), str(english.share(band, "k"))) == ("75% of meer", "75% or more")
    assert (dutch.band("200+", "k").text, english.band("200+", "k").text) == ("200 of meer", "200 or more")
    assert (dutch.date("2024-11-05"), english.date("2024-11-05")) == ("5 november 2024", "5 November 2024")
    assert dutch.date("") == ""


def test_unusable_characters_are_replaced():
    assert Name("a\x00b\x1f\ud800<").__html__() == "<bdi>a\ufffdb\ufffd\ufffd&lt;</bdi>"
