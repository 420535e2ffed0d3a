"""The example region: the same for everyone, in good order without plants, and with exactly what was planted."""

import csv
import hashlib
import itertools
import os
import subprocess
import sys
from collections import Counter, defaultdict
from statistics import mean, variance

import networkx as nx
import pytest

from houvast.examples._region_offer import cells
from houvast.examples.region import PLANT_KINDS, random_plants, region

DOMAINS = {
    *("onderwijs", "zorg", "jeugdhulp", "kinderopvang", "gemeente", "sociaal-domein"),
    *("ouders", "jeugdigen", "informeel-netwerk", "bedrijfsleven"),
}
WITH_LEVELS = {"onderwijs", "zorg", "jeugdhulp", "kinderopvang", "gemeente", "sociaal-domein"}
LEVELS = {"uitvoering", "beleid", "bestuur"}
PERSPECTIVES = {"professional", "ouder", "jeugdige", "informeel", "ervaringsdeskundige"}
WAVES = ("2023", "2024")
RELATIONS = ("samenwerking", "verwijzing")
SEEDS = range(12)
# Of the demo's files, as Python 3.11.7, 3.12.1 and 3.13.0 make them; changes only when the region itself is changed.
DIGEST = "047a7d0ab2c308627047d1fcd0f669cfde99632f9a084d1eb37b09f58bd1de8c"


def records(study, table):
    columns, rows = study.tables[table]
    assert all(len(row) == len(columns) for row in rows)
    return [dict(zip(columns, row, strict=True)) for row in rows]


def parties(study):
    return {party["id"]: party for party in records(study, "parties")}


def planted(study):
    return {plant.kind: plant.targets for plant in study.planted}


def network(study, relation="samenwerking", wave="2024"):
    """Who is tied to whom when the word of one side is enough, directions set aside."""
    graph = nx.Graph()
    graph.add_nodes_from(parties(study))
    for tie in records(study, "ties"):
        if tie["wave"] == wave and tie["relation"] == relation and tie["to"]:
            graph.add_edge(tie["from"], tie["to"])
    return graph


def answers(study, question, wave="2024", of=lambda party: True):
    who = parties(study)
    return [row[question] for row in records(study, "answers") if row["wave"] == wave and of(who[row["party"]])]


def rated(values):
    return [int(value) for value in values if value.isdigit()]


def pairs_without_ties(study, relation="samenwerking"):
    domain = {id: party["domain"] for id, party in parties(study).items()}
    tied = {frozenset((domain[a], domain[b])) for a, b in network(study, relation).edges}
    return {frozenset(pair) for pair in itertools.combinations(sorted(set(domain.values())), 2)} - tied


@pytest.fixture(scope="module")
def demo():
    return region()


@pytest.fixture(scope="module")
def sound():
    return region(plants=[])


# ------------------------------------------------------------------------------------------------ the same for everyone


def digest(files):
    return hashlib.sha256(b"".join(files[name] for name in sorted(files))).hexdigest()


def test_the_same_seed_gives_the_same_bytes_in_another_process(demo):
    code = (
        "import hashlib; from houvast.examples.region import region; files = region().files();"
        "print(hashlib.sha256(b''.join(files[name] for name in sorted(files))).hexdigest())"
    )
    for hash_seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
        run = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True, text=True)
        assert run.stdout.strip() == digest(demo.files())


def test_every_version_of_python_gives_the_same_bytes(demo):
    assert digest(demo.files()) == DIGEST


def test_another_seed_gives_another_region(demo):
    other = region(2025)
    assert all(other.files()[name] != content for name, content in demo.files().items() if name != "goals.csv")
    assert [p["domain"] for p in records(other, "parties")] == [p["domain"] for p in records(demo, "parties")]


def test_what_a_plant_does_not_touch_stays_as_it_was(sound):
    planted_one = region(plants=["low_question:E3.4"])
    assert {name for name, table in planted_one.tables.items() if table != sound.tables[name]} == {"answers"}
    for before, after in zip(records(sound, "answers"), records(planted_one, "answers"), strict=True):
        assert {column for column in before if before[column] != after[column]} <= {"E3.4"}


# ------------------------------------------------------------------------------------------------ what it holds


def test_it_says_that_it_is_fictional(demo):
    assert demo.header["fictional"] is True
    assert demo.header["title"]["nl"].startswith("Voorbeeldregio ")
    assert demo.header["title"]["nl"].endswith("(fictief)")


def test_size_of_the_demo(demo):
    roster = records(demo, "parties")
    assert 55 <= len(roster) <= 65
    assert {party["domain"] for party in roster} == DOMAINS - {"bedrijfsleven"}
    assert {party["level"] for party in roster} == LEVELS | {""}
    assert {party["perspective"] for party in roster} == PERSPECTIVES
    asked = sum(int(party["asked"]) for party in roster)
    assert 180 <= asked <= 220
    for wave in WAVES:
        answered = len(answers(demo, "E1.1", wave))
        assert 0.7 * asked <= answered <= 0.8 * asked
    assert 4 <= len(records(demo, "goals")) <= 6


@pytest.mark.parametrize("seed", SEEDS)
def test_every_perspective_has_ten_respondents_and_no_party_more_than_it_was_asked(seed):
    study = region(seed, plants=[])
    who = parties(study)
    for wave in WAVES:
        rows = [row for row in records(study, "answers") if row["wave"] == wave]
        per_perspective = Counter(who[row["party"]]["perspective"] for row in rows)
        assert set(per_perspective) == PERSPECTIVES
        assert min(per_perspective.values()) >= 10
        per_party = Counter(row["party"] for row in rows)
        assert all(1 <= per_party[id] <= int(party["asked"]) for id, party in who.items())


@pytest.mark.parametrize("seed", SEEDS)
def test_no_id_or_report_occurs_twice_and_every_reference_exists(seed):
    study = region(seed)
    who = parties(study)
    assert len(who) == len(records(study, "parties"))
    keys = {
        "answers": [(row["wave"], row["respondent"]) for row in records(study, "answers")],
        "assessments": [
            (row["wave"], row["assessor"], row["object_a"], row["object_b"], row["dimension"])
            for row in records(study, "assessments")
        ],
        "goals": [row["id"] for row in records(study, "goals")],
        "ties": [
            (row["wave"], row["relation"], row["reporter"], frozenset((row["from"], row["to"])))
            if row["relation"] == "samenwerking"
            else (row["wave"], row["relation"], row["reporter"], row["from"], row["to"])
            for row in records(study, "ties")
        ],
    }
    assert {name: [key for key, n in Counter(found).items() if n > 1] for name, found in keys.items()} == {
        name: [] for name in keys
    }
    for tie in records(study, "ties"):
        assert tie["reporter"] in (tie["from"], tie["to"])
        assert tie["from"] in who
        assert tie["to"] in {*who, ""}
        assert tie["from"] != tie["to"]
    assert {row["party"] for row in records(study, "answers")} <= set(who)
    assert {row["owner"] for row in records(study, "goals")} <= set(who)
    used = {
        row[column] for row in records(study, "assessments") for column in ("assessor_party", "object_a", "object_b")
    }
    assert used <= {*who, ""}


def test_both_sides_report_and_sometimes_disagree(sound):
    said = defaultdict(dict)
    for tie in records(sound, "ties"):
        if tie["relation"] == "samenwerking" and tie["wave"] == "2024":
            said[frozenset((tie["from"], tie["to"]))][tie["reporter"]] = tie["strength"]
    both = [reports for reports in said.values() if len(reports) == 2]
    assert 0.85 * len(said) < len(both) < len(said)
    differ = sum(len(set(reports.values())) == 2 for reports in both)
    assert 0.1 * len(both) < differ < 0.5 * len(both)


# ------------------------------------------------------------------------------------------------ without plants


@pytest.mark.parametrize("seed", SEEDS)
def test_a_region_without_plants_is_in_good_order(seed):
    study = region(seed, plants=[])
    who = parties(study)
    assert study.planted == []

    assert {party["domain"] for party in who.values()} == DOMAINS
    for domain in WITH_LEVELS:
        assert {party["level"] for party in who.values() if party["domain"] == domain} == LEVELS
    drivers = Counter(party["organisation"] for party in who.values() if "kartrekker" in party["roles"].split(";"))
    assert set(drivers) == {party["organisation"] for party in who.values()}
    assert set(Counter(m for p in who.values() for m in p["mandates"].split(";") if m).values()) == {1}
    assert all(party["motives"] and party["expertise"] and party["consent"] == "yes" for party in who.values())

    for wave, relation in itertools.product(WAVES, RELATIONS):
        graph = network(study, relation, wave)
        assert nx.is_biconnected(graph)
        reporters = {t["reporter"] for t in records(study, "ties") if (t["wave"], t["relation"]) == (wave, relation)}
        assert reporters == set(who)
        assert pairs_without_ties(study, relation) == set()


@pytest.mark.parametrize("seed", SEEDS)
def test_a_region_without_plants_is_close_inside_and_open_outside(seed):
    study = region(seed, plants=[])
    who = parties(study)
    graph = network(study)
    inside = [(a, b) for a, b in itertools.combinations(who, 2) if who[a]["organisation"] == who[b]["organisation"]]
    assert all(graph.has_edge(a, b) for a, b in inside)
    same = [(a, b) for a, b in itertools.combinations(who, 2) if who[a]["domain"] == who[b]["domain"]]
    by_chance = graph.number_of_edges() * len(same) / (len(who) * (len(who) - 1) / 2)
    observed = sum(graph.has_edge(a, b) for a, b in same)
    assert observed - by_chance < 1.96 * by_chance**0.5
    for level in ("beleid", "bestuur"):
        table = [id for id, party in who.items() if party["level"] == level]
        assert nx.is_connected(graph.subgraph(table))
    for start in who:
        near = nx.single_source_shortest_path_length(graph, start, cutoff=2)
        reached = {word for id in near for word in who[id]["expertise"].split(";")}
        assert reached == {word for party in who.values() for word in party["expertise"].split(";")}


@pytest.mark.parametrize("seed", SEEDS)
def test_a_region_without_plants_has_an_offer_for_every_need_and_a_form_in_every_sector(seed):
    study = region(seed, plants=[])
    who = parties(study)
    words = [[term["id"] for term in study.header["profile"][kind]] for kind in ("needs", "ages", "support_levels")]
    offered = defaultdict(set)
    for party in who.values():
        for cell in filter(None, party["offers"].split(";")):
            offered[cell].add((party["domain"], party["organisation"]))
    assert set(offered) == {"/".join(cell) for cell in itertools.product(*words)}
    assert all(len(organisations) < 4 for organisations in offered.values())
    for spare in ("bedrijfsleven", "kinderopvang", "sociaal-domein", "jeugdhulp"):
        assert all({domain for domain, _ in found} - {spare} for found in offered.values())
    assert {party["sector"] for party in who.values() if party["forms"]} >= {"po", "vo", "so", "mbo"}
    pairs = [(a, b) for a, b in network(study).edges]
    both = sum(
        b in who[a]["knows_motives_of"].split(";") and a in who[b]["knows_motives_of"].split(";") for a, b in pairs
    )
    assert 0.7 * len(pairs) < both < 0.95 * len(pairs)


def test_perspectives_agree_when_nothing_is_planted():
    """Over many seeds the difference between parents and others has mean 0 and variance near 1, in standard errors."""
    scores = []
    for seed in range(40):
        study = region(seed, plants=[])
        parents = rated(answers(study, "E6.3", of=lambda party: party["perspective"] == "ouder"))
        others = rated(answers(study, "E6.3", of=lambda party: party["perspective"] != "ouder"))
        error = (variance(parents) / len(parents) + variance(others) / len(others)) ** 0.5
        scores.append((mean(parents) - mean(others)) / error)
    assert abs(mean(scores)) < 0.6
    assert variance(scores) < 3


# ------------------------------------------------------------------------------------------------ what the demo plants


def test_the_absent_domain_is_absent(demo):
    assert planted(demo)["absent_domain"] == ("bedrijfsleven",)
    assert DOMAINS - {party["domain"] for party in records(demo, "parties")} == {"bedrijfsleven"}


def test_the_silent_parties_said_nothing_in_the_last_wave_only(demo):
    who = parties(demo)
    for wave, expected in (("2023", set()), ("2024", set(planted(demo)["silent_parties"]))):
        spoke = {row["party"] for row in records(demo, "answers") if row["wave"] == wave}
        assert set(who) - spoke == expected
        for relation in RELATIONS:
            reported = {t["reporter"] for t in records(demo, "ties") if (t["wave"], t["relation"]) == (wave, relation)}
            assert set(who) - reported == expected
    assert all(int(who[id]["asked"]) > 0 for id in planted(demo)["silent_parties"])
    graph = network(demo)
    assert all(graph.degree[id] >= 2 for id in planted(demo)["silent_parties"])


@pytest.mark.parametrize(("wave", "relation"), list(itertools.product(WAVES, RELATIONS)))
def test_the_one_person_dependency_is_the_only_one(demo, wave, relation):
    broker, *dependents = planted(demo)["one_person_dependency"]
    graph = network(demo, relation, wave)
    assert set(nx.articulation_points(graph)) == {broker}
    assert {id for id in graph if set(graph[id]) == {broker}} == set(dependents)
    assert nx.is_connected(graph)
    assert "kartrekker" in parties(demo)[broker]["roles"]
    graph.remove_node(broker)
    assert sorted(map(len, nx.connected_components(graph)))[:-1] == [1] * len(dependents)


def test_the_missing_level_is_missing(demo):
    missing = [
        (domain, level)
        for domain in sorted(WITH_LEVELS)
        for level in sorted(LEVELS)
        if not any((p["domain"], p["level"]) == (domain, level) for p in records(demo, "parties"))
    ]
    assert missing == [planted(demo)["missing_level"]]


def test_the_planted_answers_show(demo):
    questions = [
        column for column in demo.tables["answers"][0] if column[0] == "E" and column != "E3.1" and ":" not in column
    ]
    assert len(questions) == 23
    values = {question: answers(demo, question) for question in questions}
    means = {question: mean(rated(values[question])) for question in questions}
    assert min(means, key=means.get) == planted(demo)["low_question"][0] == "E3.4"
    unknown = {question: values[question].count("weet ik niet") / len(values[question]) for question in questions}
    assert max(unknown, key=unknown.get) == planted(demo)["unknown_effect"][0] == "E4.4"
    assert unknown["E4.4"] > 0.3 > 3 * sorted(unknown.values())[-2] / 2
    spread = {question: variance(rated(values[question])) for question in questions}
    assert max(spread, key=spread.get) == planted(demo)["divisive_question"][0] == "E5.3"

    perspective, *divided = planted(demo)["divided_perspectives"]
    gap = {
        question: mean(rated(answers(demo, question, of=lambda party: party["perspective"] != perspective)))
        - mean(rated(answers(demo, question, of=lambda party: party["perspective"] == perspective)))
        for question in questions
    }
    assert set(sorted(gap, key=gap.get)[-2:]) == set(divided) == {"E6.3", "E2.4"}
    assert min(gap[question] for question in divided) > 1

    moved = {question: means[question] - mean(rated(answers(demo, question, "2023"))) for question in questions}
    assert max(moved, key=moved.get) == planted(demo)["improvement"][0] == "E2.1"
    assert moved["E2.1"] > 1 > 0.5 > max(abs(moved[question]) for question in questions if question != "E2.1")


# ------------------------------------------------------------------------------------------------ each kind of plant


@pytest.mark.parametrize("kind", PLANT_KINDS)
def test_each_kind_can_be_planted_without_naming_a_target(kind):
    study = region(7, plants=[kind])
    assert [plant.kind for plant in study.planted] == [kind]
    assert study.planted == region(7, plants=[kind]).planted


@pytest.mark.parametrize("seed", range(25))
def test_random_plants_are_all_there_and_nothing_else_is_wrong(seed):
    specs = random_plants(seed)
    assert specs == random_plants(seed)
    study = region(seed, plants=specs)
    plants, who, last = planted(study), parties(study), network(study)
    assert [plant.kind for plant in study.planted] == [spec.partition(":")[0] for spec in specs]

    gone = {"domain": plants.get("absent_domain", ()), "level": plants.get("missing_level", ())}
    assert DOMAINS - {party["domain"] for party in who.values()} == set(gone["domain"])
    levels = {(party["domain"], party["level"]) for party in who.values()}
    expected = set(itertools.product(WITH_LEVELS - set(gone["domain"]), LEVELS))
    assert expected - levels == ({gone["level"]} if gone["level"] else set())

    driven = {party["organisation"] for party in who.values() if "kartrekker" in party["roles"].split(";")}
    assert {p["organisation"] for p in who.values()} - driven == set(plants.get("no_kartrekker", ()))
    mandates = Counter(m for p in who.values() for m in p["mandates"].split(";") if m)
    assert {m for m, n in mandates.items() if n != 1} == set(plants.get("rival_mandate", ())[:1])
    known = {party["organisation"] for party in who.values() if party["motives"]}
    assert {p["organisation"] for p in who.values()} - known == set(plants.get("unknown_motives", ()))

    offered = {cell for party in who.values() for cell in party["offers"].split(";")}
    assert {cell for cell in cells() if cell not in offered} == set(plants.get("need_gap", ()))
    using = {party["sector"] for party in who.values() if party["forms"]}
    assert {"po", "vo", "so", "mbo"} - using == set(plants.get("sector_without_form", ()))

    isolated = set(plants.get("isolated_party", ()))
    assert set(nx.isolates(last)) == isolated
    assert set(nx.articulation_points(last)) == set(plants.get("one_person_dependency", ())[:1])
    assert nx.number_connected_components(last) == 1 + len(isolated)
    apart = {frozenset(plants["domains_apart"])} if "domains_apart" in plants else set()
    assert pairs_without_ties(study) == apart
    inside = [pair for pair in itertools.combinations(who, 2) if len({who[id]["organisation"] for id in pair}) == 1]
    loose = {who[a]["organisation"] for a, b in inside if not last.has_edge(a, b)}
    assert loose == set(plants.get("hollow_organisation", ()))

    silent = set(plants.get("silent_parties", ()))
    reported = {tie["reporter"] for tie in records(study, "ties") if tie["wave"] == "2024"}
    assert set(who) - reported == silent
    voiceless = {*plants.get("voiceless_parents", ()), *plants.get("voiceless_youth", ())}
    spoke = {row["party"] for row in records(study, "answers") if row["wave"] == "2024"}
    assert set(who) - spoke == silent | {id for id, party in who.items() if party["perspective"] in voiceless}
    ownerless = {goal["id"] for goal in records(study, "goals") if not goal["owner"]}
    assert ownerless == set(plants.get("unowned_goal", ()))


@pytest.mark.parametrize(
    ("plants", "reason"),
    [
        (["no_such_thing"], "no_such_thing"),
        (["low_question:E3.4", "low_question:E3.3"], "each once"),
        (["low_question:E3.4", "divisive_question:E3.4"], "two plants want question E3.4"),
        (["silent_parties:vo-zoco", "no_kartrekker:vo"], "two plants want party vo-zoco"),
        (["absent_domain:kinderopvang", "silent_parties:ko1-team"], "no party 'ko1-team'"),
        (["domains_apart:onderwijs,zorg", "one_person_dependency:vo-zoco,logo-team"], "two plants want ties between"),
        (["missing_level:onderwijs,uitvoering"], "kartrekker or mandate"),
    ],
)
def test_plants_that_cannot_be_together_are_refused(plants, reason):
    with pytest.raises(ValueError, match=reason):
        region(plants=plants)


# ------------------------------------------------------------------------------------------------ on disk


def test_the_written_folder_holds_the_tables(demo, tmp_path):
    folder = demo.write(tmp_path / "deep" / "regio")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == demo.files()
    assert [path.name for path in folder.parent.iterdir()] == ["regio"]
    with (folder / "ties.csv").open(encoding="utf-8", newline="") as file:
        columns, *rows = csv.reader(file)
    assert (columns, rows) == demo.tables["ties"]


def test_a_folder_that_is_in_use_is_left_alone(demo, tmp_path):
    (tmp_path / "holiday.txt").write_text("photos")
    for overwrite in (False, True):
        with pytest.raises(FileExistsError):
            demo.write(tmp_path, overwrite=overwrite)
    assert [path.name for path in tmp_path.iterdir()] == ["holiday.txt"]


def test_a_study_is_replaced_only_when_asked(demo, tmp_path):
    target = tmp_path / "regio"
    target.mkdir()
    demo.write(target)
    other = region(3)
    with pytest.raises(FileExistsError):
        other.write(target)
    assert (target / "study.json").read_bytes() == demo.files()["study.json"]
    other.write(target, overwrite=True)
    assert {path.name: path.read_bytes() for path in target.iterdir()} == other.files()
    assert [path.name for path in tmp_path.iterdir()] == ["regio"]


def test_a_failed_write_leaves_nothing_behind(demo, tmp_path, monkeypatch):
    target = demo.write(tmp_path / "regio")
    before = {path.name: path.read_bytes() for path in target.iterdir()}

    def full_disk(handle):
        raise OSError("no space left")

    monkeypatch.setattr("os.fsync", full_disk)
    with pytest.raises(OSError, match="no space"):
        region(3).write(target, overwrite=True)
    monkeypatch.undo()
    assert {path.name: path.read_bytes() for path in target.iterdir()} == before
    assert [path.name for path in tmp_path.iterdir()] == ["regio"]
