"""The explorer without a browser: its numbers are the core's, its map is the same every time, its script is its own.

What people see and do is tested in a real notebook: tests/browser/explorer.sh.
"""

import base64
import builtins
import hashlib
import itertools
import json
import math
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

import houvast
from houvast.cli import main
from houvast.explorer import _widget_class, explore, write_map
from houvast.explorer.layout import NODE, place
from houvast.explorer.view import Explored
from houvast.texts import say, templates
from report_page import hostile_study

HERE = Path(houvast.__file__).parent / "explorer"
SCRIPTS = sorted(HERE.glob("*.js"))


def numbers(metrics: list[dict[str, Any]]) -> dict[str, Any]:
    return {metric["id"]: metric["value"] for metric in metrics}


def drawn(view: dict[str, Any]) -> nx.Graph:
    graph = nx.DiGraph() if view["directed"] else nx.Graph()
    graph.add_nodes_from(party["id"] for party in view["parties"])
    graph.add_edges_from((a, b) for a, b, _ in view["ties"])
    return graph


@pytest.mark.parametrize("relation", ["samenwerking", "verwijzing"])
@pytest.mark.parametrize("wave", ["2023", "2024"])
def test_the_view_is_the_cores_network(region_study: houvast.Study, wave: str, relation: str) -> None:
    view = explore(region_study, wave=wave, relation=relation).view
    network = region_study.network(relation, wave)
    assert numbers(view["metrics"]) == {
        "parties": len(network.party_ids),
        "ties": network.graph.ties,
        "density": network.density.value,
        "parts": len(network.components),
        "silent": len(network.silent),
        "isolated": len(network.isolated),
        "brokers": len(network.articulation_points),
    }
    # and networkx finds the same in the picture
    picture = nx.Graph(drawn(view))
    assert len(picture) == len(network.party_ids) and len(view["ties"]) == network.graph.ties
    assert nx.number_connected_components(picture) == len(network.components)
    assert set(nx.articulation_points(picture)) == {party["id"] for party in view["parties"] if party["cuts"]}
    assert {party["id"] for party in view["parties"] if party["silent"]} == set(network.silent)
    statuses = {finding["check"]: finding["status"] for finding in view["findings"]}
    assert statuses == {finding.check: finding.status for finding in region_study.coverage(wave, relation)}


def test_numbers_are_written_as_people_of_the_language_do(indiana: houvast.Study) -> None:
    def density(lang: str | None) -> str:
        view = explore(indiana, lang=lang).view
        return next(metric["text"] for metric in view["metrics"] if metric["id"] == "density")

    assert (density("nl"), density("en")) == ("0,54", "0.54")
    assert density(None) == "0.54"  # the study's own language


def test_every_party_can_be_taken_out_and_networkx_agrees(region_study: houvast.Study) -> None:
    widget = explore(region_study)
    graph = nx.Graph(drawn(widget.view))
    largest = max(nx.connected_components(graph), key=len)
    for party in list(graph)[::3] + [party["id"] for party in widget.view["parties"] if party["cuts"]]:
        widget.answer({"ask": "remove", "parties": [party]})
        left = nx.Graph(graph)
        left.remove_node(party)
        after = numbers(widget.scenario["after"])
        assert after["parties"] == len(left) and after["ties"] == left.number_of_edges()
        assert after["parts"] == nx.number_connected_components(left)
        assert after["brokers"] == len(set(nx.articulation_points(left)))
        lost = largest - {party} - max(nx.connected_components(left), key=len)
        assert set(widget.scenario["unreachable"]) == lost
        scenario = region_study.what_if(remove=[party])
        moved = {c.check: (c.before, c.after) for c in scenario.changes if c.before != c.after}
        assert {c["check"]: (c["before"], c["after"]) for c in widget.scenario["changes"]} == moved
        assert numbers(widget.scenario["before"]) == numbers(widget.view["metrics"])


def test_several_parties_then_everybody_back(region_study: houvast.Study) -> None:
    widget = explore(region_study, lang="en")
    view = widget.view
    two = [view["parties"][0]["id"], view["parties"][5]["id"]]
    widget.answer({"ask": "remove", "parties": [*two, two[0]]})
    assert widget.scenario["removed"] == two
    assert numbers(widget.scenario["after"])["parties"] == len(view["parties"]) - 2
    widget.answer({"ask": "reset"})
    assert widget.scenario == {} and widget.view == view


def test_what_cannot_be_is_said_and_changes_nothing(region_study: houvast.Study) -> None:
    widget = explore(region_study)
    view = widget.view
    widget.answer({"ask": "remove", "parties": ["nobody"]})
    assert "HV-508" in widget.scenario["problem"]
    widget.answer({"ask": "remove", "parties": [party["id"] for party in view["parties"]]})
    assert "HV-302" in widget.scenario["problem"]
    widget.answer({"ask": "view", "wave": "1999", "relation": "samenwerking"})
    assert "HV-505" in widget.scenario["problem"]
    assert widget.view == view
    widget.answer({"ask": "dance"})
    widget.answer("dance")
    assert widget.view == view
    for options, code in (({"lang": "fr"}, "HV-503"), ({"wave": "1999"}, "HV-505"), ({"relation": "x"}, "HV-507")):
        with pytest.raises(houvast.UnknownKeyError, match=code):
            explore(region_study, **options)


def test_every_question_is_answered_even_when_nothing_changes(
    region_study: houvast.Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    widget = explore(region_study)
    sent: list[Any] = []
    monkeypatch.setattr(type(widget), "send", lambda self, content, buffers=None: sent.append(content))
    for message in (
        {"ask": "reset"},
        {"ask": "remove", "parties": ["nobody"]},
        {"ask": "remove", "parties": ["nobody"]},
    ):
        widget.answer(message)
    assert sent == [{"answered": True}] * 3


def test_nobody_told_about_the_relation(indiana: houvast.Study) -> None:
    header = {
        "schema": "houvast-study/1",
        "id": "still",
        "title": {"nl": "Stil", "en": "Silent"},
        "instruments": [],
        "waves": [{"id": "1"}],
        "relations": [{"id": "r", "title": {"nl": "r", "en": "r"}}],
        "parties": [{"id": "a"}, {"id": "b"}],
    }
    with pytest.raises(houvast.InvalidValueError, match="HV-305"):
        explore(houvast._core.study_from_json(json.dumps(header).encode()))


@pytest.mark.parametrize("sizes", [[1], [25], [3, 1], [14, 10, 6, 4, 4, 5, 8, 5, 6], [1] * 12, [40, 1, 2, 60]])
def test_parties_do_not_overlap_and_stay_with_their_group(sizes: list[int]) -> None:
    placed = place(sizes)
    assert placed == place(sizes)
    assert len(placed.parties) == sum(sizes)
    for one, other in itertools.combinations(placed.parties, 2):
        assert math.dist(one, other) > 2 * NODE
    groups = [circle for circle, size in zip(placed.groups, sizes, strict=True) for _ in range(size)]
    for at, circle in zip(placed.parties, groups, strict=True):
        assert math.dist(at, (circle.x, circle.y)) + NODE <= circle.radius
        assert NODE <= at[0] <= placed.width - NODE and NODE <= at[1] <= placed.height - NODE
    for one, other in itertools.combinations(placed.groups, 2):
        assert math.dist((one.x, one.y), (other.x, other.y)) > one.radius + other.radius


def test_the_script_uses_only_words_of_the_catalogue() -> None:
    script = "".join(path.read_text(encoding="utf-8") for path in SCRIPTS)
    used = set(re.findall(r'words\.(\w+)|say\("(\w+)"|head\("(\w+)"|button\("(\w+)"', script))
    assert {word for found in used for word in found if word} <= templates("explorer.", "nl").keys()


def test_no_word_is_left_outside_the_catalogue(region_study: houvast.Study) -> None:
    explored = Explored(region_study, "qps-plocm")
    frame, view = explored.frame(), explored.view(None, None)
    data = {party.name for party in region_study.parties} | {party.organisation for party in region_study.parties}
    shown = [*frame["words"].values(), frame["title"], *(wave["title"] for wave in frame["waves"])]
    shown += [text for party in view["parties"] for fact in party["facts"] for text in fact]
    shown += [told["role"] for party in view["parties"] for told in party["evidence"]]
    shown += [metric["note"] for metric in view["metrics"]]
    shown += [place["title"] for place in (*view["domains"], *view["levels"], *view["colours"], *view["sizes"])]
    shown += [value["title"] for colour in view["colours"] for value in colour["values"]] + [view["change"]["note"]]
    assert [text for text in shown if text and text not in data and not re.fullmatch("⟦.*⟧", text)] == []


def test_every_role_of_a_party_in_the_evidence_has_words(region_study: houvast.Study, root: Path) -> None:
    roles = {e.role for f in region_study.coverage() for e in f.evidence if e.kind == "party"}
    for source in (root / "src" / "coverage" / "checks").glob("*.cpp"):
        for noted in re.findall(r'note\("party", ([^;]*);', source.read_text(encoding="utf-8")):
            roles |= set(re.findall(r'"([a-z_]+)"', noted))
    assert len(roles) >= 10
    assert [role for role in roles if not say("explorer.role", "nl", role=role, of="x")] == []


def test_the_script_is_self_contained_and_writes_text_not_markup() -> None:
    script = "".join(path.read_text(encoding="utf-8") for path in SCRIPTS)
    for forbidden in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "import ", "fetch("):
        assert forbidden not in script
    assert re.findall(r"https?://[^\"'\s]+", script) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"url\(|@import|https?:", (HERE / "explorer.css").read_text(encoding="utf-8"))
    assert len(script) < 40_000


# ------------------------------------------------------------------------------------------------ how it is drawn


@pytest.mark.parametrize("relation", ["samenwerking", "verwijzing"])
def test_sizes_are_the_cores_numbers(region_study: houvast.Study, relation: str) -> None:
    view = explore(region_study, relation=relation).view
    network = region_study.network(relation)
    graph = nx.from_edgelist(
        zip(*(side.tolist() for side in network.graph.edges()[:2]), strict=True),
        nx.DiGraph if network.graph.directed else nx.Graph,
    )
    graph.add_nodes_from(range(len(network.party_ids)))
    at = {id: i for i, id in enumerate(network.party_ids)}
    wanted = {"from": graph.in_degree, "to": graph.out_degree} if network.graph.directed else {"ties": graph.degree}
    assert [size["id"] for size in view["sizes"]] == [*sorted(wanted, reverse=True), "cuts"]
    for party in view["parties"]:
        for size, degree in wanted.items():
            assert party["sizes"][size] in (None, degree[at[party["id"]]])
            assert party["sizes"][size] is not None or size == "to"  # the silent told nothing themselves
        assert party["sizes"]["cuts"] == len(party["cuts"])


def test_colours_are_columns_of_few_values_in_words(region_study: houvast.Study) -> None:
    view = explore(region_study, lang="nl").view
    assert [colour["id"] for colour in view["colours"]] == ["sector", "level", "perspective"]
    parties = {party.id: party for party in region_study.parties}
    for colour in view["colours"]:
        values = [value["id"] for value in colour["values"]]
        assert 2 <= len(values) <= 8
        assert all(value["title"] not in ("", value["id"]) for value in colour["values"])
        for party in view["parties"]:
            assert party["of"][colour["id"]] == getattr(parties[party["id"]], colour["id"])
            assert party["of"][colour["id"]] in (*values, "")


@pytest.mark.parametrize("relation", ["samenwerking", "verwijzing"])
def test_the_difference_is_over_pairs_that_both_waves_could_see(region_study: houvast.Study, relation: str) -> None:
    view = explore(region_study, relation=relation).view
    change = region_study.network_change(relation=relation)
    rows = change.ties.to_dicts()
    assert len(view["change"]["new"]) == change.new and len(view["change"]["lost"]) == change.lost
    assert view["change"]["new"] == [[row["from"], row["to"]] for row in rows if row["change"] == "new"]
    drawn_now = {(a, b) for a, b, _ in view["ties"]}
    both_ways = drawn_now if view["directed"] else drawn_now | {(b, a) for a, b in drawn_now}
    assert {tuple(tie) for tie in view["change"]["new"]} <= both_ways
    assert not {(a, b) for a, b, _ in view["change"]["lost"]} & both_ways
    assert explore(region_study, wave="2023", relation=relation).view["change"] is None


# ------------------------------------------------------------------------------------------------ a page of its own


class Page(HTMLParser):
    """The elements of a page, and the data in it."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.data = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.elements and self.elements[-1] == ("script", {"type": "application/json", "id": "houvast-map"}):
            self.data += data


def test_the_page_holds_every_network_as_the_notebook_shows_it(region_study: houvast.Study, tmp_path: Path) -> None:
    found = json.loads(Page(write_map(region_study, tmp_path / "kaart.html").read_text(encoding="utf-8")).data)
    assert found["first"] == "2024/samenwerking" and found["frame"]["alone"] is True
    assert set(found["views"]) == {f"{w}/{r}" for w in ("2023", "2024") for r in ("samenwerking", "verwijzing")}
    for key, view in found["views"].items():
        wave, relation = key.split("/")
        assert view == json.loads(json.dumps(explore(region_study, wave=wave, relation=relation).view))


def test_the_page_is_for_inside_use_and_asks_for_nothing(tmp_path: Path) -> None:
    study = hostile_study(tmp_path / "study")
    place = write_map(study, tmp_path / "kaart.html", lang="nl")
    html = place.read_text(encoding="utf-8")
    page = Page(html)
    assert place.stat().st_mode & 0o777 == 0o600
    assert [tag for tag, _ in page.elements if tag in ("script", "img", "iframe", "a", "base", "svg")] == ["script"] * 2
    found = json.loads(page.data)
    assert {party.name for party in study.parties} == {p["name"] for v in found["views"].values() for p in v["parties"]}
    assert found["frame"]["words"]["inside_page"] == say("explorer.inside_page", "nl")
    policy = next(a["content"] for _, a in page.elements if a.get("http-equiv") == "Content-Security-Policy")
    code = html.partition('<script type="module">')[2].rpartition("</script>")[0]
    digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
    assert policy is not None and policy.startswith(f"default-src 'none'; script-src 'sha256-{digest}'; ")
    assert "unsafe" not in policy and "connect-src" not in policy
    assert set(re.findall(r"https?://[^\s\"'<\\]+", code)) == {"http://www.w3.org/2000/svg"}


def test_a_page_is_not_written_over_and_only_as_html(region_study: houvast.Study, tmp_path: Path) -> None:
    place = tmp_path / "kaart-intern.html"
    place.write_text("mine", encoding="utf-8")
    for path, options, code in (
        (place, {}, "HV-118"),
        (tmp_path / "kaart.html", {}, "HV-118"),
        (tmp_path / "kaart.svg", {}, "HV-303"),
        (tmp_path / "b.html", {"wave": "1999"}, "HV-505"),
        (tmp_path / "b.html", {"relation": "x"}, "HV-507"),
    ):
        with pytest.raises(houvast.Error, match=code):
            write_map(region_study, path, **options)
    assert place.read_text(encoding="utf-8") == "mine" and len(list(tmp_path.iterdir())) == 1
    assert "Who works" in write_map(region_study, place, lang="en", force=True).read_text(encoding="utf-8")


def test_the_command_writes_the_map_and_says_for_whom(
    region_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "kaart-intern.html"
    assert (
        main(
            ["map", str(region_folder), "-o", str(tmp_path / "kaart.html"), "--relation", "verwijzing", "--lang", "nl"]
        )
        == 0
    )
    assert "alleen voor intern gebruik" in capsys.readouterr().out
    assert json.loads(Page(place.read_text(encoding="utf-8")).data)["first"] == "2024/verwijzing"
    assert main(["map", str(region_folder), "-o", str(place), "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["issues"][0]["code"] == "HV-118"


def test_its_text_form_shows_no_names(region_study: houvast.Study) -> None:
    widget = explore(region_study)
    shown = json.dumps(widget._repr_mimebundle_(), default=str)
    assert "inside use" in repr(widget) and len(repr(widget)) < 120
    assert region_study.parties[0].name not in shown


def test_without_anywidget_it_says_which_extra(region_study: houvast.Study, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *args: Any, **options: Any) -> Any:
        if name == "anywidget":
            raise ModuleNotFoundError(name=name)
        return real(name, *args, **options)

    _widget_class.cache_clear()
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(houvast.MissingExtraError, match=r"houvast\[notebook\]"):
        explore(region_study)
    monkeypatch.undo()
    _widget_class.cache_clear()
