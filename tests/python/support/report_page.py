"""Reading a report as a browser would, and what it may show: helpers of the tests of reports."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import houvast as hv
from houvast.examples.region import region
from houvast.report import PARTS
from houvast.report.hyphens import SOFT

NETWORK = ("parties_band", "ties_band", "parts", "asked_band", "reported_band")
INTERVAL = ("alpha", "low", "high")
GOALS = ("total", "reached", "secured", "on_the_way", "not_yet", "away", "unknown")
GOALS += ("without_owner", "without_indicator", "without_target")
CATALOGUE = Path(__file__).parents[3] / "src" / "instrument" / "catalogue"
VOID = {"meta", "link", "br", "hr", "img", "input", "wbr"}


class Page(HTMLParser):
    """Reads a report and fails when its elements are not properly nested."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.figures: list[tuple[str, str, str]] = []  # key, value, text
        self.text: dict[str, str] = {}  # per part, without figures
        self.all_text = ""
        self.svg_words: list[str] = []
        self.svg_steps: list[tuple[dict[str, str], str]] = []  # numbers that stand in a picture
        self.style = ""
        self._open: list[tuple[str, dict[str, str]]] = []
        self.feed(html)
        self.close()
        assert not self._open, self._open

    def handle_starttag(self, tag, attrs):
        attributes = {name: value or "" for name, value in attrs}
        assert len(attributes) == len(attrs), f"an attribute twice in {tag}"
        self.elements.append((tag, attributes))
        if tag == "data":
            self.figures.append((attributes["data-figure"], attributes["value"], ""))
        if tag not in VOID:
            self._open.append((tag, attributes))

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag):
        assert self._open, f"</{tag}> that nothing opened"
        opened, _ = self._open.pop()
        assert opened == tag, f"</{tag}> closes <{opened}>"

    def handle_data(self, data):
        data = data.replace(SOFT, "")
        tags = [tag for tag, _ in self._open]
        part = next((a["id"] for tag, a in self._open if tag == "section" and a.get("id") in PARTS), "")
        if tags and tags[-1] == "style":
            self.style += data
            return
        self.all_text += data
        if "data" in tags:
            key, value, text = self.figures[-1]
            self.figures[-1] = (key, value, text + data)
        elif "svg" in tags:
            if tags[-1] in ("title", "desc"):
                self.svg_words.append(data)
            elif "data-low" in self._open[-1][1]:
                self.svg_steps.append((self._open[-1][1], data))
        else:
            self.text[part] = self.text.get(part, "") + data

    def handle_comment(self, data):
        raise AssertionError(f"a comment: {data}")

    def all(self, tag):
        return [attributes for name, attributes in self.elements if name == tag]


def study_at(folder, header, tables):
    """Writes a study folder from a header and tables as (columns, rows), and loads it."""
    folder.mkdir()
    (folder / "study.json").write_text(json.dumps(header), encoding="utf-8")
    for name, (columns, rows) in tables.items():
        text = io.StringIO(newline="")
        csv.writer(text).writerows([columns, *rows])
        (folder / f"{name}.csv").write_bytes(text.getvalue().encode())
    return hv.load(folder)


def share_figures(key, of):
    return {} if of is None else {f"{key}/low": of.low, f"{key}/high": of.high}


def bin_figures(key, of):
    return {end: value for part in of for end, value in share_figures(f"{key}/bin/{part.value}", part.share).items()}


def score_figures(score, of):
    key = f"{of}/{score.wave}/{score.instrument}/{score.kind}/{score.id}"
    key += f"/{score.group}" if of == "group" else ""
    shares = share_figures(f"{key}/top", score.top) | share_figures(f"{key}/dont_know", score.dont_know)
    return {f"{key}/n": score.n_band, **shares, **bin_figures(key, score.distribution)}


def response_figures(responses):
    figures = {}
    for response in responses:
        key = f"response/{response.wave}/{response.instrument}"
        if response.shown:
            key += "" if response.is_total else f"/{response.group}"
            figures[f"{key}/asked"], figures[f"{key}/answered"] = response.asked_band, response.respondents_band
            figures |= share_figures(f"{key}/share", response.share)
    return figures


def stage_figures(stage):
    key = f"stage/{stage.wave}/{stage.dimension}"
    shares = bin_figures(key, stage.distribution) | share_figures(f"{key}/dont_know", stage.dont_know)
    return {f"{key}/n": stage.n_band, **shares}


def network_figures(network):
    place = f"{network.wave}/{network.relation}"
    figures = {f"network/{place}/{name}": getattr(network, name) for name in NETWORK}
    if network.shown:
        for name in ("response_share", "density", "bounds"):
            figures |= share_figures(f"network/{place}/{name}", getattr(network, name))
    for block in (block for block in network.blocks if block.shown):
        figures |= share_figures(f"block/{place}/{block.from_group}/{block.to_group}", block.density)
    return figures


def reliability_figures(row):
    key = f"reliability/{row.wave}/{row.instrument}/{row.element}"
    measured = {f"{key}/n": row.n_band} | {f"{key}/{name}": getattr(row, name) for name in INTERVAL}
    return {f"{key}/items": row.items, **(measured if row.shown else {})}


def goal_figures(elements):
    figures = {}
    for goals in elements:
        key = f"goals/{goals.wave}/{goals.element}"
        for name in GOALS:
            sums = f"goals-sum/{goals.wave}/{name}"
            figures[f"{key}/{name}"] = getattr(goals, name)
            figures[sums] = figures.get(sums, 0) + getattr(goals, name)
        for number, goal in enumerate(goals.goals, start=1):
            figures |= {f"{key}/{number}/{name}": getattr(goal, name) for name in ("start", "latest", "target")}
    return figures


def hidden_figures(scores):
    figures = {"scores/shown": 0, "scores/hidden": 0}
    for score in scores:
        name = "shown" if score.shown else "hidden"
        figures[f"scores/{name}"] += 1
        for each in ("shown", "hidden"):
            figures.setdefault(f"scores/{score.group}/{each}", 0)
        figures[f"scores/{score.group}/{name}"] += 1
    return figures


def released_figures(release):
    """Every number that a report of this release may show: key → value."""
    parts = [score_figures(score, "total") for score in release.totals if score.shown]
    parts += [score_figures(score, "group") for score in release.groups if score.shown]
    parts += [stage_figures(stage) for stage in release.stages if stage.shown]
    parts += [network_figures(network) for network in release.networks if network.shown]
    parts += [reliability_figures(row) for row in release.reliability]
    parts += [response_figures(release.responses), goal_figures(release.goals)]
    return {
        "policy/threshold": release.threshold,
        **hidden_figures(release.groups),
        "findings/answered": sum(finding.status in ("ok", "attention", "missing") for finding in release.findings),
        "findings/ok": sum(finding.status == "ok" for finding in release.findings),
        "constant/level": 0.95,
        "constant/fives": 30,
        "constant/gap": 20,
        "constant/reliability": 30,
        "constant/example": "20–49",
        "constant/example/low": 0.5,
        "constant/example/high": 0.75,
        **{key: value for part in parts for key, value in part.items()},
    }


def readings(value, lang):
    """How a released value may be written: its machine form and its text."""
    if isinstance(value, str):
        between = value.replace("–", " tot " if lang == "nl" else " to ")
        return {(value, value.replace("+", " of meer" if lang == "nl" else " or more")), (value, between)}
    if isinstance(value, int):
        return {(str(value), str(value))}
    decimal = f"{value:.4f}"
    comma = decimal.replace(".", ",") if lang == "nl" else decimal
    short = {f"{value:.2f}", f"{value:.2f}".rstrip("0").rstrip(".")}
    written = {(repr(value), text.replace(".", ",") if lang == "nl" else text) for text in short}
    percent = {(repr(value), f"{round(value * 100)}%"), (repr(value), f"{round(value * 100)}")}
    return percent | {(decimal, comma)} | written


def assert_inert(html):
    """Nothing in the page runs, and nothing is fetched."""
    page = Page(html)
    allowed = {"script", "iframe", "object", "embed", "form", "base", "img", "foreignobject", "animate", "set", "use"}
    assert not allowed & {tag for tag, _ in page.elements}
    for tag, attributes in page.elements:
        assert not any(name.startswith("on") or name == "style" for name in attributes), (tag, attributes)
        for name in ("href", "src", "xlink:href", "action", "srcset"):
            assert attributes.get(name, "#").startswith(("#", "data:image/svg+xml,")), attributes
        if tag not in ("meta", "link"):
            assert not any(
                "url(" in value and name not in ("data-figure", "aria-label", "value")
                for name, value in attributes.items()
            )
    assert set(re.findall(r"url\((.)", page.style)) <= {"#"}
    assert "@import" not in page.style
    policy = next(a["content"] for a in page.all("meta") if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    return page


_CORES = [
    "<script>alert(1)</script>",
    "</style><script>alert(2)</script>",
    "</title><img src=x onerror=alert(3)>",
    '"><svg onload=alert(4)>',
    "' onmouseover='alert(5)",
    "<!-- a comment -->",
    "{{ 7 * 7 }} {% raw %} {# #} {0} {title}",
    "=cmd|' /C calc'!A0",
    "javascript:alert(6)",
    "&lt;b&gt; &amp; &#x3c;script&#x3e;",
    "\u202egnirts desrever\u2066 \u2069",
    "👩‍👩‍👧 حسناً שלום a",
    "Ww" * 250,
    "https://example.org/pixel.gif",
    "]]><![CDATA[ <script>alert(7)</script>",
    "<iframe src='data:text/html,<script>alert(8)</script>'></iframe>",
    "<svg><animate onbegin=alert(9) attributeName=x></svg>",
    "</textarea></select></table><body onload=alert(10)>",
    "<meta http-equiv=refresh content='0;url=https://example.org'>",
    "<a href=javascript:alert(11)>x</a>",
    "<base href=https://example.org/><link rel=stylesheet href=x.css>",
    "<math><mtext><style><img src=x onerror=alert(12)></style>",
    "url(https://example.org/x) expression(alert(13)) @import 'x'",
    "\\u003cscript\\u003ealert(14)\\u003c/script\\u003e",
    "z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307algo\u200b\u00ad\ufeff",
]
# 200 of them: each core as it is, quoted, as markup, as a formula, in capitals, turned round, twice, at length.
HOSTILE = [
    frame(core)
    for core in _CORES
    for frame in (
        lambda text: text,
        lambda text: f"\"'{text}'\"",
        lambda text: f"<b title={text}>{text}</b>",
        lambda text: f"@{text}+1",
        lambda text: text.upper(),
        lambda text: f"\u202e{text}\u202c",
        lambda text: f"{text} {text}",
        lambda text: ("- " + f"{text} " * 500)[:500].strip(),
    )
]


def hostile_instrument(text):
    """The six elements in hostile words: title, elements, questions, labels; `text` makes a wording of a number."""
    own = json.loads((CATALOGUE / "six-elements.json").read_text(encoding="utf-8"))
    own["id"] = "own"
    labels = [label for scale in own["scales"] for label in scale["labels"]]
    for number, item in enumerate([own, *own["elements"], *own["questions"], *labels]):
        for field in ("title", "text", "description", "closed_part", "open_part"):
            if isinstance(item.get(field), dict):
                item[field] = {lang: text(1000 + 3 * number + shift) for shift, lang in enumerate(("nl", "en"))}
    return own


def hostile_study(folder, shift=0):
    """A study of which every name, title, wording and label is hostile; `shift` chooses which text is where."""
    made = region(3)

    def nasty(number):
        return HOSTILE[(number + shift) % len(HOSTILE)] + f" {number}"

    def both(number):
        return {"nl": nasty(number), "en": nasty(number + 1)}

    header = json.loads(json.dumps(made.header))
    header["title"], header["source"] = both(0), nasty(3)
    header["instruments"] = [hostile_instrument(nasty) if id == "six-elements" else id for id in header["instruments"]]
    words = [term for kind in ("domains", "levels", "perspectives") for term in header["profile"][kind]]
    for number, item in enumerate([*words, *header["relations"]]):
        item["title"] = both(number)
    for number, wave in enumerate(header["waves"]):
        wave["label"] = both(2 + number)
    columns, rows = made.tables["goals"]
    for number, row in enumerate(rows):
        for name in {"title", "indicator", "what"} & set(columns):
            row[columns.index(name)] = nasty(40 + number)
    columns, rows = made.tables["parties"]
    at = {name: columns.index(name) for name in ("name", "consent", "organisation")}
    for number, row in enumerate(rows):
        row[at["name"]], row[at["consent"]], row[at["organisation"]] = nasty(number), "yes", nasty(number % 4)
    return study_at(folder, header, made.tables)
