"""The report says nothing about the data but the claims of its release, in any language."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

import houvast as hv
from houvast._core import gaps, messages
from houvast.examples.region import region
from houvast.release import opened
from houvast.report import EDITIONS, PARTS, render_report
from houvast.report.hyphens import SOFT
from houvast.report.words import DOCUMENTS
from houvast.texts import say

DATA = Path(__file__).parents[2] / "data"
# What people wrote (wordings, openings, advice, names), what stands in tables, and parts that tell nothing of the data.
QUOTED = {
    "original",
    "opening",
    "small",
    "about-element",
    "names",
    "bins",
    "card-head",
    "advice",
    "needed",
    "asked-what",
    "talk",
}
UNTOLD = {"", "method", "glossary"}
KNOWN = {*PARTS, *(part for parts in EDITIONS.values() for part in parts)}
BETWEEN = " ():."  # what the layout puts between a name and what is said of it
# Notes of the layout with gaps; whether they hold is judged beside the claims (tests/python/truth/notes.py).
EXPLAINED = (
    "report.protection_text",
    "report.high_means",
    "report.high_reversed",
    "report.people_usual",
    "report.stages_people",
)


class Sentences(HTMLParser):
    """The text of every paragraph and list item, with its part of the report."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.found = []
        self._open = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag not in ("meta", "link", "br"):
            self._open.append((tag, dict(attrs)))
        if tag in ("p", "li") and not self._quoted():
            self.found.append([self._part(), ""])

    def handle_endtag(self, tag):
        self._open.pop()

    def _part(self):
        return next((a["id"] for tag, a in self._open if tag == "section" and a.get("id") in KNOWN), "")

    def _quoted(self):
        return any(QUOTED & set((a.get("class") or "").split()) for _, a in self._open)

    def handle_data(self, data):
        data = data.replace(SOFT, "")
        tags = [tag for tag, _ in self._open]
        inner = next((tag for tag in reversed(tags) if tag in ("p", "li", "h3", "h4", "svg", "ul", "b")), "")
        if inner in ("p", "li") and not self._quoted():
            self.found[-1][1] += data


@pytest.fixture(scope="module")
def releases(tmp_path_factory):
    study = hv.load(region(2024).write(tmp_path_factory.mktemp("region") / "study"))
    return {
        "wordy": study.release("team", goals="text", complexity="complex"),
        "external": study.release("external", by="domain"),
        "indiana": hv.load(DATA / "indiana").release("team"),
    }


def patterns(release, lang):
    """What a sentence may begin with: a claim of the release, or words of the layout."""
    said = {claim.say(lang) for claim in release.claims()}
    plain = {text for key, text in messages(lang) if key.startswith("report.") and not gaps(key, lang)}
    plain |= {say("report.for", lang, policy=policy) for policy in ("team", "external")}
    plain |= {say("report.goal.kind", lang, kind=kind) for kind in ("goal", "agreement")}
    explained = [re.sub(r"\\\{.*?\\\}", ".*?", re.escape(text)) for key, text in messages(lang) if key in EXPLAINED]
    return re.compile("|".join(sorted(map(re.escape, said | plain), key=len, reverse=True) + explained))


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("name", ["wordy", "external", "indiana"])
def test_every_sentence_is_a_claim_or_layout(releases, name, edition, lang):
    known = patterns(releases[name], lang)
    page = Sentences(render_report(releases[name], lang=lang, edition=edition))
    told = [pair for pair in page.found if pair[0] not in UNTOLD]
    assert len(told) > {"full": 15, "cards": -1}.get(edition, 0)
    for part, text in told:
        rest = " ".join(text.split()).lstrip(BETWEEN)
        while rest:
            match = known.match(rest)
            if not match:
                break
            rest = rest[match.end() :].lstrip(BETWEEN)
        assert not rest, (part, rest)


def strings(found):
    if isinstance(found, dict):
        for key, value in found.items():
            yield key
            yield from strings(value)
    elif isinstance(found, list):
        for value in found:
            yield from strings(value)
    elif isinstance(found, str):
        yield found


class AllText(HTMLParser):
    """Every text that somebody can read or hear."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.told = []
        self.page = {}
        self._tags = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag not in ("meta", "link"):
            self._tags.append(tag)
        if tag == "html":
            self.page = dict(attrs)
        self.told.append(f" {dict(attrs).get('aria-label', '')} " if tag not in ("data", "bdi") else "")

    def handle_endtag(self, tag):
        while self._tags.pop() != tag:
            pass
        if tag not in ("data", "bdi"):
            self.told.append(" ")

    def handle_data(self, data):
        if "style" not in self._tags:
            self.told.append(data.replace(SOFT, ""))


def outside(text):
    """What stands outside the brackets of the pseudo-language."""
    depth, found = 0, []
    for letter in text:
        depth += (letter == "⟦") - (letter == "⟧")
        found.append(letter if depth == 0 and letter != "⟧" else " ")
    assert depth == 0
    return "".join(found)


@pytest.mark.parametrize("name", ["wordy", "external", "indiana"])
def test_pseudo_language_leaves_no_words_outside_the_catalogue(releases, name):
    document = opened(releases[name])
    read = AllText(render_report(document, lang="qps-plocm"))
    assert (read.page["lang"], read.page["dir"]) == ("qps-plocm", "rtl")
    data = {" ".join(text.split()) for text in strings({**document.document(), "claims": []})} | set(DOCUMENTS.values())
    data |= {document.houvast, "houvast", *(text.get("en") for text in catalogue_texts())}
    rest = " ".join(outside("".join(read.told)).split())
    for text in sorted(filter(None, data), key=len, reverse=True):
        rest = re.sub(rf"(?<!\w){re.escape(text)}(?!\w)", " ", rest)
    assert re.findall(r"[^\W\d_]{2,}", rest) == []


def catalogue_texts():
    for instrument in map(hv.instrument, hv.instruments()):
        yield from (question.text for question in instrument.questions)
        yield from (element.title for element in instrument.elements)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_left_to_right_page_says_nothing_of_direction(releases, lang):
    assert "dir" not in AllText(render_report(releases["indiana"], lang=lang)).page


def test_a_sentence_that_is_no_claim_would_be_seen(releases):
    known = patterns(releases["indiana"], "nl")
    assert not known.match("De meeste partijen zijn tevreden.")
    assert known.match(say("report.lead", "nl"))
