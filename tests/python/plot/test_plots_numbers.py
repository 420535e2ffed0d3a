"""The numbers that are drawn are those of the study: read back from the artists, held against tables and networkx."""

import json
import math

import matplotlib
import networkx as nx
import pytest

matplotlib.use("Agg")

import matplotlib.pyplot as plt

from houvast import _core, plot
from houvast.plot.style import theme_of


@pytest.fixture(autouse=True)
def _closed():
    yield
    plt.close("all")


def scores(study, by="", wave="2024", kind="question"):
    return [row for row in study.scores(by=by, wave=wave).to_dicts() if row["kind"] == kind]


def by_gid(artists, prefix):
    return {a.get_gid(): a for a in artists if (a.get_gid() or "").startswith(prefix)}


@pytest.mark.parametrize("by", ["", "perspective"])
def test_likert_bars_are_the_shares_of_the_counts(region_study, by):
    ax = plot.likert(region_study, by, element="E5")
    bars = by_gid(ax.patches, "part-")
    unknown, rest = by_gid(ax.patches, "dont_know-"), by_gid(ax.patches, "not_given-")
    texts = {text.get_text() for text in ax.texts}
    checked = 0
    inch = None
    for row in scores(region_study, by):
        if not row["id"].startswith("E5."):
            continue
        found = {v: bars.get(f"part-{row['id']}-{row['group']}-{v}") for v in range(1, 6)}
        for value, bar in found.items():
            share = row[f"count_{value}"] / row["answered"]
            assert (bar.get_width() if bar else 0) == pytest.approx(share, abs=1e-12)
            checked += 1
        right = max((b.get_x() + b.get_width() for v, b in found.items() if b and v >= 4), default=0)
        left = min((b.get_x() for v, b in found.items() if b and v < 4), default=0)
        assert right == pytest.approx(row["top_box"], abs=1e-12)
        assert left == pytest.approx(row["top_box"] - 1, abs=1e-12)
        key = f"{row['id']}-{row['group']}"
        width = unknown[f"dont_know-{key}"].get_width()
        if row["dont_know_share"]:
            inch = inch or width / row["dont_know_share"]
            assert width == pytest.approx(inch * row["dont_know_share"])
        asked = row["answered"] + row["dont_know"] + row["refused"] + row["skipped"]
        if inch:
            assert rest[f"not_given-{key}"].get_width() == pytest.approx(
                inch * (row["refused"] + row["skipped"]) / asked
            )
        assert str(row["answered"]) in texts
    assert checked == (15 if not by else 75)
    assert len(bars) == sum(
        row[f"count_{v}"] > 0 for row in scores(region_study, by) if row["id"].startswith("E5.") for v in range(1, 6)
    )


def test_heatmap_cells_tell_share_margin_and_n_in_the_shade_of_the_share(region_study):
    ax = plot.heatmap(region_study)
    cells, theme = by_gid(ax.patches, "cell-"), theme_of("light")
    rows = [*scores(region_study, "", kind="element"), *scores(region_study, "perspective", kind="element")]
    assert len(cells) == len(rows) == 36
    texts = [(text.get_position(), text.get_text()) for text in ax.texts]
    for row in rows:
        cell = cells[f"cell-{row['id']}-{row['group']}"]
        assert matplotlib.colors.to_hex(cell.get_facecolor()) == theme.shade(row["high_share"])
        inside = [t for (x, y), t in texts if 0 < x - cell.get_x() < cell.get_width() and 0 < y - cell.get_y() < 0.9]
        assert f"{round(row['high_share'] * 100)}%" in inside
        margin = f"{round(row['high_low'] * 100)}–{round(row['high_high'] * 100)}%"
        assert f"{margin}\nn = {row['scored']}" in inside


def test_heatmap_medians(region_study):
    ax = plot.heatmap(region_study, "", value="median", lang="en", kind="question")
    texts = {text.get_text() for text in ax.texts}
    for row in scores(region_study):
        low, high = (f"{row[name]:g}" for name in ("median_low", "median_high"))
        assert (low if low == high else f"{low}–{high}") in texts


def test_dumbbells_stand_at_the_share_of_each_group(region_study):
    ax = plot.perspective_gap(region_study)
    marks = by_gid(ax.lines, "top-")
    rows = scores(region_study, "perspective")
    assert len(marks) == sum(row["high_share"] is not None for row in rows)
    ends = {(round(x[0], 9), round(x[1], 9)) for x in (line.get_xdata() for line in ax.lines) if len(x) == 2}
    for row in rows:
        assert marks[f"top-{row['id']}-{row['group']}"].get_xdata()[0] == pytest.approx(row["high_share"])
        assert (round(row["high_low"], 9), round(row["high_high"], 9)) in ends


def test_dots_have_the_area_of_the_share_and_the_bar_is_the_median(region_study):
    ax = plot.gerdes_dots(region_study, "perspective")
    dots, medians = by_gid(ax.lines, "dot-"), by_gid(ax.patches, "median-")
    for row in region_study.gerdes(by="perspective", wave="2024").to_dicts():
        key = f"{row['dimension']}-{row['group']}"
        for stage in (1, 2, 3):
            dot = dots.get(f"dot-{key}-{stage}")
            share = row[f"stage_{stage}"] / max(row["n"], 1)
            area = dot.get_markersize() ** 2 if dot else 0
            assert area == pytest.approx(29.0**2 * share)
            assert dot is None or dot.get_xdata()[0] == stage
        if row["n"] == 0 or row["dimension"] == "G4":  # types have no middle
            assert f"median-{key}" not in medians
            continue
        band = medians[f"median-{key}"]
        assert band.get_x() + 0.3 == pytest.approx(row["median_low"])
        assert band.get_x() + band.get_width() - 0.3 == pytest.approx(row["median_high"])


def test_the_radar_has_strokes_from_median_to_median_and_names_of_stages(region_study):
    ax = plot.gerdes_kiviat(region_study, wave="2023")
    strokes = by_gid(ax.lines, "median-")
    rings = sorted(patch.get_radius() for patch in ax.patches if type(patch).__name__ == "Circle")
    texts = [text.get_text() for text in ax.texts]
    rows = [row for row in region_study.gerdes(wave="2023").to_dicts() if row["dimension"] != "G4"]
    assert len(strokes) == len(rows) == 7
    assert not any(text.startswith("G4") for text in texts)
    assert any("soorten zonder volgorde" in text and "G4" in text for text in texts)
    gerdes = next(i for i in region_study.instruments if i.id == "gerdes-2020")
    for row in rows:
        x, y = strokes[f"median-{row['dimension']}"].get_data()
        assert math.hypot(x[0], y[0]) == pytest.approx(rings[row["median_low"] - 1])
        assert math.hypot(x[1], y[1]) == pytest.approx(rings[row["median_high"] - 1])
        assert all(stage.title.nl in texts for stage in gerdes.question(row["dimension"]).stages)
        assert any(t.startswith(row["dimension"]) and t.endswith("*") == row["inferred_order"] for t in texts)


def test_slopes_are_those_of_the_same_people(region_study):
    ax = plot.waves(region_study)
    lines = by_gid(ax.lines, "panel-")
    left, came = by_gid(ax.lines, "left-"), by_gid(ax.lines, "came-")
    rows = [row for row in region_study.change().to_dicts() if row["kind"] == "element"]
    assert len(lines) == len(rows) == 6
    zeros = [text.get_position()[1] for text in ax.texts if text.get_text() == "0%" and text.get_fontsize() < 7]
    for row in rows:
        before, after = lines[f"panel-{row['id']}-2023"].get_ydata()
        tall = 1.55  # inches for 100 %
        ground = before + row["high_from"] * tall
        assert min(abs(ground - y) for y in zeros) < 1e-9
        assert (ground - after) / tall == pytest.approx(row["high_to"])
        assert (ground - left[f"left-{row['id']}-2023"].get_ydata()[0]) / tall == pytest.approx(row["high_left"])
        assert (ground - came[f"came-{row['id']}-2023"].get_ydata()[0]) / tall == pytest.approx(row["high_came"])
        assert any(f"n = {row['n_pairs']}  " in text.get_text() for text in ax.texts)


@pytest.mark.parametrize("relation", ["samenwerking", "verwijzing"])
def test_the_map_draws_every_party_and_tie_and_marks_the_silent_and_the_only_links(region_study, relation):
    network = region_study.network(relation)
    ax = plot.network_map(region_study, relation)
    marks, rings = by_gid(ax.lines, "party-"), by_gid(ax.lines, "cut-")
    assert {gid[6:] for gid in marks} == set(network.party_ids)
    paper = theme_of("light").paper
    assert {gid[6:] for gid, line in marks.items() if line.get_color() == paper} == set(network.silent)
    assert {gid[4:] for gid in rings} == set(network.articulation_points)
    (ties,) = (c for c in ax.collections if c.get_gid() == "ties")
    assert len(ties.get_paths()) == network.graph.ties
    place = {gid[6:]: (line.get_xdata()[0], line.get_ydata()[0]) for gid, line in marks.items()}
    radius = math.hypot(*place[network.party_ids[0]])
    ends = {
        tuple(round(c / 0.975, 6) for p in (path.vertices[0], path.vertices[-1]) for c in p)
        for path in ties.get_paths()
    }
    sources, targets, _ = network.graph.edges()
    for a, b in zip(sources, targets, strict=True):
        one, other = place[network.party_ids[a]], place[network.party_ids[b]]
        assert tuple(round(c, 6) for p in (one, other) for c in p) in ends
    assert all(math.hypot(*p) == pytest.approx(radius) for p in place.values())
    assert "Plaats en volgorde zeggen niets" in " ".join(text.get_text() for text in ax.texts).replace("\n", " ")


def test_who_was_not_asked_is_not_drawn_as_silent(region_study):
    data = json.loads(region_study.to_json())
    silent = region_study.network().silent
    for party in data["parties"]:
        if party["id"] == silent[0]:
            party["asked"] = 0
    data["answers"] = [row for row in data["answers"] if row["party"] != silent[0]]
    study = _core.study_from_json(json.dumps(data).encode())
    assert study.network().silent == silent[1:]
    ax = plot.network_map(study)
    marks, look = by_gid(ax.lines, "party-"), theme_of("light")
    assert marks[f"party-{silent[0]}"].get_color() == look.line
    assert {gid[6:] for gid, line in marks.items() if line.get_color() == look.paper} == set(silent[1:])
    assert any(text.get_text() == "niet gevraagd" for text in ax.texts)


def cells_of(ax):
    found = {}
    for gid, patch in by_gid(ax.patches, "density-").items():
        x, y = patch.get_x() + patch.get_width() / 2, patch.get_y() + patch.get_height() / 2
        counts = [t.get_text() for t in ax.texts if "/" in t.get_text() and abs(t.get_position()[0] - x) < 0.3
                  and abs(t.get_position()[1] - y) < 0.2]  # fmt: skip
        found[gid] = tuple(map(int, counts[0].split("/"))) if counts else (0, 0)
    return found


@pytest.mark.parametrize("relation", ["samenwerking", "verwijzing"])
def test_density_cells_add_up_to_the_density_of_the_network(region_study, relation):
    network = region_study.network(relation)
    cells = cells_of(plot.density_matrix(region_study, relation))
    names = list(dict.fromkeys(party.domain for party in region_study.parties))
    total = [0, 0]
    for i, one in enumerate(names):
        for j, other in enumerate(names):
            if network.graph.directed or j >= i:
                total = [a + b for a, b in zip(total, cells[f"density-{one}-{other}"], strict=True)]
    assert total[0] == network.density.details["ties"]
    assert total[1] == network.density.details["observed_dyads"]
    assert total[0] / total[1] == pytest.approx(network.density.value)


def test_density_cells_against_networkx(region_study):
    network = region_study.network("samenwerking")
    sources, targets, _ = network.graph.edges()
    graph = nx.Graph(zip(sources.tolist(), targets.tolist(), strict=True))
    domain = {party.id: party.domain for party in region_study.parties}
    silent = set(network.silent)
    members = {}
    for place, id in enumerate(network.party_ids):
        members.setdefault(domain[id], []).append(place)
    cells = cells_of(plot.density_matrix(region_study))
    for one, inside in members.items():
        for other, others in members.items():
            pairs = {frozenset((a, b)) for a in inside for b in others if a != b}
            known = [p for p in pairs if not all(network.party_ids[node] in silent for node in p)]
            ties = sum(graph.has_edge(*pair) for pair in pairs)
            assert cells[f"density-{one}-{other}"] == (ties, len(known))


def test_tiles_have_the_status_of_each_check(region_study):
    ax = plot.coverage_board(region_study)
    tiles = {patch.get_gid() for patch in ax.patches if (patch.get_gid() or "").startswith("tile-")}
    assert tiles == {f"tile-{finding.check}-{finding.status}" for finding in region_study.coverage()}
    words = [text.get_text() for text in ax.texts]
    assert sum(word == "In orde" for word in words) == sum(f.status == "ok" for f in region_study.coverage())


def test_voices_are_the_shares_of_the_evidence(region_study):
    ax = plot.voice_parity(region_study)
    finding = next(f for f in region_study.coverage() if f.check == "C11")
    drawn = 0
    for evidence in finding.evidence:
        if evidence.role in ("share_of_members", "share_of_asked", "share_of_answers", "share_of_ties"):
            (bar,) = by_gid(ax.patches, f"{evidence.role}-{evidence.id}").values()
            assert bar.get_width() == pytest.approx(evidence.value)
            drawn += 1
    assert drawn == 20


def test_need_cells_are_the_evidence():
    from plot_checks import study

    one = study(needs=True)
    ax = plot.need_matrix(one)
    finding = next(f for f in one.coverage() if f.check == "C13")
    cells = [e for e in finding.evidence if e.kind == "cell"]
    assert {gid[5:] for gid in by_gid(ax.patches, "need-")} == {e.id for e in cells}
    gaps = sum(e.role == "gap" for e in cells)
    assert sum(text.get_text() == "✕  0" for text in ax.texts) == gaps == 7
    assert f"{gaps} vakken zonder aanbod" in plot.alt_text(ax)


def test_cards_are_the_agenda_in_its_order(region_study):
    ax = plot.agenda_cards(region_study, length=3)
    agenda = region_study.agenda(length=3)
    heads = [text.get_text() for text in ax.texts if text.get_text().startswith("Kaart ")]
    assert [head.split(" ")[-1] for head in heads] == [item.question for item in agenda]
    assert all(item.why.nl in plot.alt_text(ax) for item in agenda)
    row = next(row for row in scores(region_study) if row["id"] == agenda[0].question)
    assert f"Van de {row['answered']} antwoorden" in plot.alt_text(ax)


def test_a_release_is_drawn_with_its_own_shares_only(region_study):
    release = region_study.release("external")
    ax = plot.perspective_gap(release)
    steps = by_gid(ax.patches, "top-")
    shown = {(s.id, s.group): s for s in release.groups if s.wave == "2024" and s.kind == "question" and s.shown}
    assert {tuple(gid.split("-", 2)[1:]) for gid in steps} == set(shown)
    for (id, group), score in shown.items():
        bar = steps[f"top-{id}-{group}"]
        assert (bar.get_x(), bar.get_x() + bar.get_width()) == pytest.approx((score.top.low, score.top.high))
    bars = by_gid(plot.likert(release).patches, "part-")
    totals = {s.id: s for s in release.totals if s.wave == "2024" and s.kind == "question"}
    for gid, bar in bars.items():
        _, id, _, value = gid.split("-")
        middles = {b.value: (b.share.low + b.share.high) / 2 for b in totals[id].distribution}
        assert bar.get_width() == pytest.approx(middles[int(value)] / sum(middles.values()))
