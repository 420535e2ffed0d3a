"""What results show of themselves in a notebook: complete, escaped, small, and marked as inside or released."""

import subprocess
import sys
from html.parser import HTMLParser

import pytest

import houvast
from houvast import _core
from houvast.results.reprs import LARGEST, escaped, isolate
from plot_checks import study
from pseudo import words_outside

pytestmark = pytest.mark.usefixtures("no_language")
VOID = {"br", "meta"}


class Page(HTMLParser):
    """Collects tags, attributes and text; fails on markup that does not close."""

    def __init__(self, markup):
        super().__init__()
        self.tags, self.names, self.open, self.text, self.isolated = [], [], [], "", ""
        self.names_told = set()  # each text of somebody else
        self.feed(markup)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.names += [name for name, _ in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.text += data
            self.isolated += data if "bdi" in self.open else ""
            self.names_told |= {data} if "bdi" in self.open else set()


@pytest.fixture(scope="module")
def results(region_study):
    network, scenario = region_study.network(), region_study.what_if(remove=["vo-zoco"])
    release, finding = region_study.release("team"), region_study.coverage()[0]
    instrument = region_study.instruments[0]
    return {
        "inside": [
            *(region_study, network, network.graph, network.density, network.parties, region_study.scores()),
            *(finding, finding.evidence[0], region_study.agenda()[0], scenario, scenario.changes[0]),
            *(region_study.parties[0], network.response, network.view("ouder"), region_study.network_change()),
            *(region_study.multiplex(), region_study.two_mode("expertise")),
        ],
        "released": [
            *(release.reliability[0], release.goals[0], release.networks[0].blocks[0]),
            *(release, release.totals[0], release.responses[0], release.stages[0], release.networks[0]),
            *(release.findings[0], release.agenda[0], release.totals[0].top, release.totals[0].distribution[0]),
        ],
        "public": [
            *(instrument, instrument.questions[0], instrument.elements[0], instrument.scales[0], instrument.source),
            *(houvast.Policy.named("team"), region_study.waves[0], houvast.advice()[0], network.density.provenance),
            *(houvast.graph.components(network.graph), houvast.graph.core_periphery(network.graph)),
            *(region_study.title, houvast.stats.wilson_interval(3, 10).interval),
        ],
    }


@pytest.mark.parametrize("kind", ["inside", "released", "public"])
def test_every_result_is_a_closed_small_table_without_anything_from_elsewhere(results, kind):
    for thing in results[kind]:
        markup = thing._repr_html_()
        page = Page(markup)
        assert "table" in page.tags
        assert "caption" in page.tags
        assert not {"script", "img", "link", "iframe", "object"} & set(page.tags)
        assert not {"src", "href", "onload", "onclick"} & set(page.names)
        assert "url(" not in markup and "@import" not in markup
        assert len(markup) <= LARGEST
        assert "prefers-color-scheme:dark" in markup
        assert 'class="hv-badge' in markup or kind == "public" or "exact, for inside use" in page.text
        assert ("inside" in page.text) == (kind == "inside"), type(thing)
        assert ("released: may be shown" in page.text) == (kind == "released"), type(thing)
        assert ("; exact, for inside use" in repr(thing)) == (kind == "inside"), repr(thing)


@pytest.mark.parametrize(("lang", "kind", "title"), [("nl", "Studie", "Voorbeeldregio"), ("en", "Study", "Example")])
def test_a_result_speaks_the_language_that_was_chosen(region_study, lang, kind, title, monkeypatch):
    monkeypatch.setenv("HOUVAST_LANG", lang)
    assert Page(region_study._repr_html_()).text.startswith(f"{kind}: {title}")


@pytest.mark.parametrize("which", ["study", "finding", "scenario", "party", "instrument", "policy", "release", "graph"])
def test_no_word_of_a_card_stands_outside_the_catalogue(region_study, which, monkeypatch):
    things = {
        "study": region_study,
        "finding": region_study.coverage()[0],
        "scenario": region_study.what_if(remove=["vo-zoco"]),
        "party": region_study.parties[0],
        "instrument": region_study.instruments[0],
        "policy": houvast.Policy.named("team"),
        "release": region_study.release("team"),
        "graph": houvast.Graph(3, [0], [1]),
    }
    thing = things[which]
    monkeypatch.setenv("HOUVAST_LANG", "qps-plocm")
    page = Page(thing._repr_html_())
    own = page.text
    for name in sorted(page.names_told, key=len, reverse=True):
        own = own.replace(name, " ")
    assert words_outside([own], []) == []


def test_a_study_tells_what_for_whom_and_n(region_study):
    text = Page(region_study._repr_html_()).text
    for words in ("Voorbeeldregio", "62", "307 over all waves", "Najaar 2023", "samenwerking", "fictional"):
        assert words in text


def test_a_network_tells_density_bounds_n_and_origin(region_study):
    network = region_study.network()
    text = Page(network._repr_html_()).text
    assert f"{network.density.value:.4g}, n = {network.density.n}" in text
    assert "0.22 to 0.2216" in text
    assert "Wasserman & Faust (1994)" in text
    assert "vo-zoco" in text
    assert "37 more rows" in text


def test_an_estimate_tells_interval_n_method_and_origin():
    estimate = houvast.stats.wilson_interval(3, 10)
    text = Page(estimate._repr_html_()).text
    low, high = estimate.interval
    assert f"0.3, 95% interval {low:.4g} to {high:.4g}, n = 10" in text
    assert "Wilson" in text
    undefined = houvast.stats.cronbach_alpha([[1.0, 1.0], [1.0, 1.0]])
    assert "undefined" in Page(undefined._repr_html_()).text


def test_a_finding_and_a_scenario_tell_status_and_evidence(region_study):
    finding = region_study.coverage()[0]
    text = Page(finding._repr_html_()).text
    assert "✕ missing" in text
    assert finding.sentence.nl.startswith("Bedrijfsleven doet niet mee. ")
    assert finding.sentence.nl in text
    scenario = region_study.what_if(remove=["vo-zoco"])
    text = Page(scenario._repr_html_()).text
    assert all(change.check in text for change in scenario.changes)


def test_a_release_shows_bands_and_the_hidden_sign_only(region_study):
    release = region_study.release("external", by="domain")
    hidden = next(score for score in release.groups if not score.shown)
    markup = hidden._repr_html_()
    assert "▪" in markup
    assert "not shown, to protect people" in markup
    text = Page(release._repr_html_()).text
    assert "100–199" in text
    assert "threshold 10" in text


def test_hostile_words_stay_words():
    one = study(hostile=True)
    release = one.release("team", by="perspective")
    things = [one, *one.parties[:3], one.network(by) if (by := None) else one.network(), one.scores(by="wijk"), release]
    things += [*one.coverage(), *one.agenda(), one.what_if(remove=[one.parties[0].id])]
    for thing in things:
        markup = thing._repr_html_()
        page = Page(markup)
        assert not {"script", "iframe"} & set(page.tags)
        assert len(markup) <= LARGEST
        assert "\x00" not in markup
    page = Page(one.parties[0]._repr_html_())
    assert "<script>alert('x')</script>" in page.isolated
    assert "=1+1" in page.isolated
    assert "x" * 300 not in page.text
    assert "\u202e" not in repr(one.parties[0])
    assert repr(one.parties[0]).count("\u2068") == repr(one.parties[0]).count("\u2069") == 1
    table = repr(one.network().parties)
    assert "\u202e" not in table and "\x00" not in table
    assert max(map(len, table.split("\n"))) < 400


def test_every_name_in_the_markup_of_a_table_is_isolated():
    table = study(hostile=True).network().parties
    page = Page(table._repr_html_())
    assert page.isolated.count("<script>") == 12
    assert page.text.count("<script>") == 12


def test_large_tables_are_capped_and_say_so(region_study):
    table = region_study.scores(by="party")
    page = Page(table._repr_html_())
    assert f"{len(table)} rows" in page.text
    assert page.tags.count("tr") <= 2 * 51  # the columns that matter first, and all of them on request
    assert "more rows" in page.text
    long = _core.study_from_json(region_study.to_json().replace("Team van", "&lt;\\u0000" + "&" * 2000).encode())
    assert len(long.network().parties._repr_html_()) <= LARGEST
    assert len(long.network()._repr_html_()) <= LARGEST


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("gewoon", "gewoon"),
        ("twee\nregels\ten", "twee regels en"),
        ("\u05d0\u05d1", "\u2068\u05d0\u05d1\u2069"),
        ("a\u202eb\u2069c", "\u2068abc\u2069"),
        ("x" * 100, "x" * 79 + "…"),
        ("nul\x00", "nul\ufffd"),
    ],
)
def test_words_in_a_line_of_text_cannot_turn_it_round(text, line):
    assert isolate(text) == line


def test_words_in_markup_are_escaped_cut_and_isolated():
    assert escaped("<b>&\"'") == "<bdi>&lt;b&gt;&amp;&quot;&#x27;</bdi>"
    assert escaped("a\x07b") == "<bdi>a\ufffdb</bdi>"
    assert len(escaped("x" * 5000)) < 200


def test_importing_houvast_imports_no_more_than_numpy():
    code = (
        "import sys; before = set(sys.modules); import numpy; import houvast;"
        "print(sorted({m.split('.')[0] for m in set(sys.modules) - before} & "
        "{'html', 'jinja2', 'matplotlib', 'pandas', 'polars', 'networkx', 'IPython'}))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
