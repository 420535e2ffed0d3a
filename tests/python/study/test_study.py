"""From a study on disk to first results, as a researcher meets them."""

import pickle
import subprocess
import sys
from pathlib import Path

import networkx as nx
import numpy as np
import pytest

import houvast
from houvast.errors import Error


def test_import_needs_numpy_only() -> None:
    code = (
        "import sys, houvast; "
        "print(sorted({n.split('.')[0] for n in sys.modules} & "
        "{'pandas', 'polars', 'pyarrow', 'networkx', 'jinja2', 'matplotlib', 'scipy'}))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_six_instruments() -> None:
    assert len(houvast.instruments()) == 7
    six = houvast.instrument("six-elements")
    assert (len(six.elements), len(six.questions)) == (6, 24)
    with pytest.raises(houvast.UnknownKeyError, match="six-elements") as caught:
        houvast.instrument("six-element")
    assert isinstance(caught.value, KeyError)
    assert caught.value.code == "HV-501"


def indiana_graph(study: houvast.Study, relation: str) -> "nx.Graph[str]":
    columns, rows = study.tables()["ties"]
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(party.id for party in study.parties)
    for row in rows:
        tie = dict(zip(columns, row, strict=True))
        if tie["relation"] == relation and float(tie["strength"]) > 0:
            graph.add_edge(tie["from"], tie["to"])
    return graph


@pytest.mark.parametrize("relation", ["collaboration", "contact", "dissemination"])
def test_indiana_network_equals_networkx(indiana: houvast.Study, relation: str) -> None:
    network = indiana.network(relation)
    theirs = indiana_graph(indiana, relation)
    assert network.density.value == pytest.approx(nx.density(theirs), abs=1e-15)
    assert set(network.articulation_points) == set(nx.articulation_points(theirs))
    assert sorted(network.components) == sorted(len(part) for part in nx.connected_components(theirs))
    degree = {row["party"]: row["in_degree"] for row in network.parties.to_dicts()}
    assert degree == dict(theirs.degree())


def test_indiana_collaboration_density_is_the_published_one(indiana: houvast.Study) -> None:
    network = indiana.network("collaboration")
    assert round(network.density.value, 4) == 0.5367
    assert network.articulation_points == {}


def test_region_findings_name_what_was_planted(region_study: houvast.Study) -> None:
    findings = {finding.check: finding for finding in region_study.coverage()}
    evidence = {(fact.role, fact.id) for finding in findings.values() for fact in finding.evidence}
    assert findings["C1"].status == "missing"
    assert ("absent", "bedrijfsleven") in evidence
    silent = {identity for role, identity in evidence if role == "silent" and identity != "silent"}
    assert silent == set(region_study.network().silent)
    assert len(silent) == 3
    cut = region_study.network().articulation_points
    assert len(cut) == 1
    assert {identity for role, identity in evidence if role == "cut"} == set(cut)


def test_scores_recounted_in_pandas(region_study: houvast.Study) -> None:
    import pandas as pd

    columns, rows = region_study.tables()["answers"]
    answers = pd.DataFrame(rows, columns=columns)
    values = pd.to_numeric(answers["answer"], errors="coerce")
    for row in region_study.scores(wave="2024").to_dicts():
        if row["kind"] != "question":
            continue
        chosen = (answers["wave"] == "2024") & (answers["question"] == row["id"])
        valid = values[chosen].dropna()
        assert row["scored"] == len(valid)
        assert row["top"] == (valid >= 4).sum()
        assert row["dont_know"] == (answers["answer"][chosen] == "dont_know").sum()
        assert [row[f"count_{i}"] for i in range(1, 6)] == [(valid == i).sum() for i in range(1, 6)]
        assert row["median_low"] <= valid.median() <= row["median_high"]


def test_means_come_only_when_asked_for(region_study: houvast.Study) -> None:
    plain = region_study.scores(wave="2024")
    assert not [name for name in plain.columns if "mean" in name]
    table = region_study.scores(wave="2024", mean=True, seed=7)
    assert table.to_dicts() == region_study.scores(wave="2024", mean=True, seed=7).to_dicts()
    columns, rows = region_study.tables()["answers"]
    for row in table.to_dicts():
        assert row["mean_low"] <= row["mean"] <= row["mean_high"]
        if row["kind"] == "question":
            answers = [dict(zip(columns, cells, strict=True)) for cells in rows]
            values = [
                int(answer["answer"])
                for answer in answers
                if answer["wave"] == "2024" and answer["question"] == row["id"] and answer["answer"].isdigit()
            ]
            assert row["mean"] == pytest.approx(np.mean(values), abs=1e-12)


def test_what_if_the_single_link_leaves(region_study: houvast.Study) -> None:
    (link, dependents), *_ = region_study.network().articulation_points.items()
    scenario = region_study.what_if(remove=[link])
    assert len(scenario.study.parties) == len(region_study.parties) - 1
    changes = {change.check: change for change in scenario.changes}
    assert {fact.id for fact in changes["C7"].came if fact.role != "parts"} >= set(dependents)
    joined = region_study.what_if(
        add=[{"id": "winkel", "domain": "bedrijfsleven", "perspective": "informeel"}],
        ties=[("winkel", party.id) for party in region_study.parties[:3]],
    )
    domains = {
        fact.id for change in joined.changes if change.check == "C1" for fact in change.gone if fact.role == "absent"
    }
    assert domains == {"bedrijfsleven"}
    with pytest.raises(houvast.UnknownKeyError) as caught:
        region_study.what_if(remove=["nobody"])
    assert caught.value.code == "HV-508"


def test_scores_by_group_add_up(region_study: houvast.Study) -> None:
    total = region_study.scores(wave="2024").to_pandas().set_index("id")
    for attribute in ("perspective", "domain", "level", "organisation"):
        split = region_study.scores(by=attribute, wave="2024").to_pandas()
        sums = split.groupby("id", sort=False)[["asked", "respondents", "scored", "top", "dont_know"]].sum()
        assert (sums == total.loc[sums.index, sums.columns]).all(axis=None)


@pytest.mark.parametrize("name", ["folder", "study.json"])
def test_round_trip(region_study: houvast.Study, indiana: houvast.Study, tmp_path: Path, name: str) -> None:
    for study in (region_study, indiana):
        place = tmp_path / study.id / name
        place.parent.mkdir(exist_ok=True)
        study.save(place)
        assert houvast.load(place).to_json() == study.to_json()


def test_tables_leave_as_frames(region_study: houvast.Study) -> None:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    table = region_study.scores(by="domain")
    rows = table.to_dicts()
    frame = table.to_pandas()
    assert isinstance(frame, pd.DataFrame)
    assert len(frame) == len(table) == len(rows)
    assert frame["scored"].tolist() == [row["scored"] for row in rows]
    assert frame["count_5"].isna().tolist() == [row["count_5"] is None for row in rows]
    assert frame.attrs["columns"]["top_box"]
    assert table.to_polars().equals(pl.DataFrame(rows, infer_schema_length=None))
    arrow = pa.table(table)
    assert arrow.to_pylist() == rows
    assert arrow.schema.field("top_box").metadata[b"description"].startswith(b"share of answers")


@pytest.mark.usefixtures("no_language")
def test_reprs_are_escaped_and_say_inside(region_study: houvast.Study) -> None:
    table = region_study.scores(wave="2024")
    page = table._repr_html_()
    assert "exact, for inside use" in page
    assert "exact, for inside use" in repr(table)
    closed, _, all_columns = page.partition("<details>")
    assert closed.count("<tr>") == all_columns.count("<tr>") == 1 + min(50, len(table))
    assert "<script" not in page


def test_agenda_is_the_same_every_time(region_study: houvast.Study) -> None:
    first = region_study.agenda_table().to_dicts()
    assert len(first) == 5
    assert first == region_study.agenda_table().to_dicts()
    longer = region_study.agenda_table(length=6).to_dicts()
    assert longer[:5] == first


def test_gerdes_has_no_mean_and_no_composite(region_study: houvast.Study) -> None:
    table = region_study.gerdes(wave="2024")
    names = table.columns
    assert not [name for name in names if "mean" in name or "average" in name or "total" in name]
    assert {row["dimension"] for row in table.to_dicts()} == {f"G{i}" for i in range(1, 9)}


def test_hidden_has_no_payload_and_no_arithmetic() -> None:
    hidden = houvast.HIDDEN
    assert pickle.loads(pickle.dumps(hidden)) is hidden
    for attempt in (
        lambda: hidden + 1,
        lambda: float(hidden),
        lambda: hidden < 3,
        lambda: sum([hidden]),
        lambda: np.float64(hidden),
    ):
        with pytest.raises(houvast.DisclosureError):
            attempt()


def test_release_shows_less_to_outsiders(region_study: houvast.Study) -> None:
    team = region_study.release("team").scores_table()
    external = region_study.release("external").scores_table()
    shown = [sum(row["n"] is not houvast.HIDDEN for row in rows) for rows in (team, external)]
    assert shown[0] >= shown[1] > 0
    for row in team:
        if row["n"] is not houvast.HIDDEN:
            assert row["n"] != "0–4"


def test_release_refuses_a_low_threshold(region_study: houvast.Study) -> None:
    with pytest.raises(houvast.DisclosureError) as caught:
        houvast.Policy("mine", 4)
    assert caught.value.code == "HV-401"
    with pytest.raises(houvast.UnknownKeyError):
        region_study.release("public")


def test_csv_of_a_release_has_no_formulas(region_study: houvast.Study, tmp_path: Path) -> None:
    place = region_study.release().to_csv(tmp_path / "scores.csv")
    text = place.read_text(encoding="utf-8")
    assert text.startswith("wave,instrument,kind,id,group,n,")
    assert not [cell for line in text.splitlines() for cell in line.split(",") if cell[:1] in ("=", "+", "@")]
    assert place.stat().st_mode & 0o777 == 0o600


def test_writers_accept_a_release_only(region_study: houvast.Study, tmp_path: Path) -> None:
    from houvast.release import write_csv
    from houvast.report import write_report

    for write, name in ((write_csv, "out.csv"), (write_report, "out.html")):
        with pytest.raises(houvast.DisclosureError) as caught:
            write(region_study, tmp_path / name)
        assert caught.value.code == "HV-404"
    assert list(tmp_path.iterdir()) == []


def test_errors_pickle_with_their_fields(tmp_path: Path) -> None:
    with pytest.raises(Error) as caught:
        houvast.load(tmp_path / "nothing")
    again = pickle.loads(pickle.dumps(caught.value))
    assert (again.code, again.where, str(again)) == ("HV-101", caught.value.where, str(caught.value))


def test_unknown_names_say_what_there_is(region_study: houvast.Study) -> None:
    with pytest.raises(houvast.UnknownKeyError, match="2023, 2024"):
        region_study.scores(wave="2022")
    with pytest.raises(houvast.UnknownKeyError, match="domain"):
        region_study.scores(by="domian")
    with pytest.raises(houvast.UnknownKeyError, match="samenwerking"):
        region_study.network("vriendschap")
    with pytest.raises(houvast.InvalidValueError, match="source, either or both"):
        region_study.network(rule="perhaps")


def test_an_empty_wave_is_the_only_one_and_nothing_where_there_are_more(tmp_path: Path) -> None:
    header = {"schema": "houvast-study/1", "id": "s", "title": {"nl": "s", "en": "s"}, "instruments": ["six-elements"]}
    rows = {"respondent": list("aab"), "party": ["p"] * 3, "question": ["E1.1", "E1.2", "E1.1"], "answer": [1, 2, 3]}
    for empty in ("", " "):
        answers = {"wave": ["1", empty, empty], **rows}
        study = houvast.study_from_frames(
            {**header, "waves": [{"id": "1"}]}, parties={"id": ["p"], "asked": [2]}, answers=answers
        )
        assert [row[:2] for row in study.tables()["answers"][1]] == [["1", "a"], ["1", "a"], ["1", "b"]]
        assert study.respondents == 2
        with pytest.raises(houvast.ValidationError) as caught:
            houvast.study_from_frames(
                {**header, "waves": [{"id": "1"}, {"id": "2"}]},
                parties={"id": ["p"], "asked": [2]},
                answers=answers,
            )
        assert {issue.code for issue in caught.value.issues} == {"HV-202"}
