"""Results go through pickle and copy: between processes, and into caches."""

import copy
import json
import pickle

import numpy as np
import pytest

import houvast
from houvast import _core, graph, stats

GRAPH = houvast.Graph(7, [0, 1, 2, 3, 4, 2], [1, 2, 3, 4, 5, 0], directed=True)
UNDIRECTED = GRAPH.symmetrized()
ITEMS = np.array([[1, 2, 3], [2, np.nan, 1], [4, 5, 5], [3, 3, 2], [5, 4, 4]])

RESULTS = {
    "Estimate with an interval": lambda: stats.cronbach_alpha(ITEMS),
    "undefined Estimate": lambda: stats.cronbach_alpha(ITEMS[:1]),
    "Estimate with details": lambda: stats.mann_whitney([1, 2, 3], [3, 4, 5]),
    "Interval": lambda: stats.wilson_interval(3, 9).interval,
    "Provenance": lambda: stats.bootstrap_mean([1, 2, 3.0], seed=4).provenance,
    "Table with gaps": lambda: stats.item_statistics(ITEMS),
    "Table of an empty array": lambda: stats.rwg(np.array([]), []),
    "Table beyond 64 bits": lambda: graph.triad_census(houvast.Graph(4_000_000, [0], [1], directed=True)),
    "Column": lambda: stats.item_statistics(ITEMS).fields[4],
    "Graph": lambda: GRAPH,
    "Components": lambda: graph.components(GRAPH),
    "LambdaSets": lambda: graph.lambda_sets(UNDIRECTED),
    "SampledCentrality": lambda: graph.sampled_betweenness(GRAPH, samples=3, seed=1),
    "Krackhardt": lambda: graph.krackhardt(GRAPH),
    "Communities": lambda: graph.communities(UNDIRECTED),
    "CorePeriphery": lambda: graph.core_periphery(UNDIRECTED),
    "Coreness": lambda: graph.continuous_coreness(UNDIRECTED),
    "NewTies": lambda: graph.best_new_ties(UNDIRECTED, 1),
    "brokerage": lambda: graph.brokerage(GRAPH, ["a", "a", "b", "b", "c", "c", "c"]),
}


def parts(result):
    """Everything public that a result holds, without its methods."""
    if isinstance(result, np.ndarray):
        return (result.dtype.str, result.tolist().__repr__())
    if isinstance(result, list | tuple):
        return [parts(item) for item in result]
    if isinstance(result, dict):
        return {key: parts(item) for key, item in result.items()}
    if type(result).__module__.startswith("houvast"):
        names = [name for name in dir(result) if not name.startswith("_")]
        held = {name: getattr(result, name) for name in names if not callable(getattr(result, name))}
        return {name: json.loads(it) if name.endswith("_json") else parts(it) for name, it in held.items()}
    return repr(result)


@pytest.mark.parametrize("kind", RESULTS)
def test_results_come_back_whole(kind):
    result = RESULTS[kind]()
    expected = parts(result)
    assert expected
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        assert parts(pickle.loads(pickle.dumps(result, protocol))) == expected
    assert parts(copy.deepcopy(result)) == expected
    assert parts(copy.copy(result)) == expected


def test_every_class_of_results_is_tried():
    """Whatever class the rooms stats and graph return is among the cases above."""
    tried = {type(make()).__name__ for make in RESULTS.values()}
    classes = {name for name in vars(graph) if isinstance(vars(graph)[name], type)}
    assert classes <= tried


# What is no result: a stream of random numbers, and columns on their way into a study.
NO_RESULTS = {"Random", "ColumnTable"}


def with_an_audience():
    """An instrument whose first question has its own wording for parents."""
    parts = json.loads(houvast.instrument("six-elements").json) | {"schema": "houvast-instrument/2", "id": "own"}
    parts["questions"][0]["audiences"] = {"parent": {"text": {"nl": "Krijg je tijd?"}}}
    return houvast.Instrument.parse(json.dumps(parts))


@pytest.fixture(scope="module")
def of_studies(region_study):
    """Everything that a study and what comes from it holds, by the name of its class."""
    release = region_study.release("team")
    agenda = region_study.agenda().without("E4.4").with_question("E1.1")
    roots = [
        *(region_study, region_study.network(), region_study.network(level="domain"), region_study.network_change()),
        *(region_study.network().view("ouder"), region_study.multiplex(), region_study.two_mode("expertise")),
        *(region_study.coverage(), agenda, region_study.what_if(remove=["vo-zoco"]), region_study.instruments),
        *(
            region_study.scores(),
            region_study.plan(),
            release,
            region_study.release("team", goals="text", complexity="complex"),
        ),
        *(houvast.Policy.named("team"), houvast.study_tables(), houvast.advice(), houvast.checks()),
        *(houvast.definitions(), houvast.cases(), houvast.sources()),
        [houvast.instrument(name) for name in houvast.instruments()],
        list(with_an_audience().questions[0].audiences.values()),
        _core.Named("party", "jgz"),
        houvast.scoring.Tally(houvast.instrument("six-elements")),
        *(graph.density(GRAPH), graph.components(GRAPH), stats.item_statistics(ITEMS)),
        *(make() for make in RESULTS.values()),
    ]
    found = {}
    for root in roots:
        collect(root, found)
    return found


def collect(thing, found):
    """Puts the thing and all that it holds under the name of its class; of each class some."""
    if isinstance(thing, list | tuple):
        for each in thing:
            collect(each, found)
    elif isinstance(thing, dict):
        collect(list(thing.values()), found)
    elif type(thing).__module__.startswith("houvast"):
        known = found.setdefault(type(thing).__name__, [])
        if len(known) >= 40:
            return
        known.append(thing)
        names = [name for name in dir(thing) if not name.startswith("_")]
        for name in names:
            value = getattr(thing, name)
            if not callable(value) or type(value).__module__.startswith("houvast"):
                collect(value, found)
        if isinstance(thing, _core.Agenda):
            collect(list(thing), found)


def test_every_public_class_goes_through_pickle_and_copy(of_studies):
    classes = {name: kind for room in (_core, graph) for name, kind in vars(room).items() if isinstance(kind, type)}
    missing = {name for name in classes if name not in of_studies} - NO_RESULTS
    assert missing == set()
    for name, things in of_studies.items():
        for thing in [] if name.startswith("Release") else things[:4] + things[-2:]:
            again = pickle.loads(pickle.dumps(thing))
            assert parts(again) == parts(thing), name
            assert parts(copy.deepcopy(thing)) == parts(thing), name
            assert parts(copy.copy(thing)) == parts(thing), name


def test_joblib_takes_results(region_study):
    joblib = pytest.importorskip("joblib")
    networks = [region_study.network(wave=wave) for wave in ("2023", "2024")]
    ties = joblib.Parallel(n_jobs=2)(joblib.delayed(_ties)(network) for network in networks)
    assert ties == [network.graph.ties for network in networks]


def _ties(network):
    return network.graph.ties


def test_an_agenda_that_was_edited_comes_back_as_it_was(region_study):
    agenda = region_study.agenda(length=6)
    edited = agenda.without(agenda[0]).with_question("E1.1", 2).moved(agenda[2], 1)
    again = pickle.loads(pickle.dumps(edited))
    assert [(item.question, item.reason) for item in again] == [(item.question, item.reason) for item in edited]
    assert again.moved("E1.1", 1)[0].question == "E1.1"


def test_what_was_released_is_not_pickled_and_names_its_document(region_study, of_studies):
    released = {name: things[0] for name, things in of_studies.items() if name.startswith("Release")}
    assert {"Release", "ReleasedScore", "ReleasedNetwork"} <= set(released)
    for name, thing in released.items():
        with pytest.raises(TypeError, match=r"release\.document\(\)") as refused:
            pickle.dumps(thing)
        assert isinstance(refused.value, houvast.Error), name
        assert (refused.value.code, refused.value.value) == ("HV-308", name)
        assert copy.copy(thing) is copy.deepcopy(thing) is thing
        assert not hasattr(type(thing), "__setstate__")  # nor does a pickle written by hand make one
    document = region_study.release("team").document()
    assert pickle.loads(pickle.dumps(document)) == document


def test_frames_of_copies_are_the_same():
    table = stats.item_statistics(ITEMS)
    assert pickle.loads(pickle.dumps(table)).to_pandas().equals(table.to_pandas())


def test_a_pickle_of_another_version_is_refused():
    estimate = stats.mean([1.0, 2.0])
    with pytest.raises((TypeError, ValueError)):
        type(estimate).__new__(type(estimate)).__setstate__((1.0, 2.0))
