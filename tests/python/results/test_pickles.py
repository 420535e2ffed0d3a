"""Results go through pickle and copy: between processes, and into caches."""

import copy
import pickle

import numpy as np
import pytest

import houvast
from houvast import graph, stats

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
    "Column": lambda: stats.item_statistics(ITEMS).columns[4],
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
    if type(result).__module__.startswith("houvast"):
        names = [name for name in dir(result) if not name.startswith("_")]
        return {name: parts(getattr(result, name)) for name in names if not callable(getattr(result, name))}
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


def test_frames_of_copies_are_the_same():
    table = stats.item_statistics(ITEMS)
    assert pickle.loads(pickle.dumps(table)).to_pandas().equals(table.to_pandas())


def test_a_pickle_of_another_version_is_refused():
    estimate = stats.mean([1.0, 2.0])
    with pytest.raises((TypeError, ValueError)):
        type(estimate).__new__(type(estimate)).__setstate__((1.0, 2.0))
