"""Networks: houvast and its peers on the same graphs in one run, with time, peak memory and equality of the answers.

Usage: python bench/compare/graph.py [--quick] [--only TEXT] [--output FILE]

Every program runs in a process of its own, one after another, so that its memory is its own. Peers that are not
installed are named and left out: igraph, networkit, networkx, rustworkx and numpy come by pip, R sna by R, graph-tool
by the system's package manager (for the Python that GRAPH_TOOL_PYTHON names). networkx is timed in full up to 1,000
nodes and from a few sources on larger graphs (marked with a ~). All-pairs metrics stop at 10,000 nodes; above that the
sampled variants tell their error.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import os
import pickle
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

NETWORKS = Path(__file__).parent.parent.parent / "tests" / "data" / "networks"
LINEAR = ("components", "articulation points", "core numbers", "local clustering", "constraint")
ALL_PAIRS = ("betweenness", "closeness", "harmonic")
ENGINES = ("igraph", "networkit", "graph-tool", "networkx", "rustworkx", "R sna", "numpy")
FEW = 10  # sources from which networkx is extrapolated
Ties = Any  # an array of pairs
Work = Callable[[], Any]


# Graphs ---------------------------------------------------------------------------------------------------------------


def random_ties(nodes: int, ties: int, seed: int) -> Ties:
    """Different unordered pairs, drawn uniformly: G(n, m)."""
    draws = np.random.default_rng(seed)
    found = np.empty(0, dtype=np.int64)
    while len(found) < ties:
        a, b = draws.integers(0, nodes, (2, ties + ties // 2))
        pairs = np.minimum(a, b) * nodes + np.maximum(a, b)
        found = np.unique(np.concatenate([found, pairs[a != b]]))
    chosen = found[draws.permutation(len(found))[:ties]]
    return np.column_stack([chosen // nodes, chosen % nodes])


def power_law_ties(nodes: int, each: int, seed: int) -> Ties:
    """Preferential attachment: every new node is tied to ends of earlier ties."""
    draws = np.random.default_rng(seed)
    ends = list(range(each + 1)) * each
    pairs = [(a, b) for a in range(each + 1) for b in range(a)]
    for node in range(each + 1, nodes):
        chosen = {ends[i] for i in draws.integers(0, len(ends), each)}
        pairs += [(node, other) for other in chosen]
        ends += [*chosen, *[node] * len(chosen)]
    return np.array(pairs, dtype=np.int64)


def grid_ties(side: int) -> Ties:
    """A square grid: long paths, which is where batches of searches gain least."""
    place = np.arange(side * side).reshape(side, side)
    rows = np.column_stack([place[:, :-1].ravel(), place[:, 1:].ravel()])
    return np.vstack([rows, np.column_stack([place[:-1].ravel(), place[1:].ravel()])])


def measured_ties(name: str) -> tuple[int, Ties, list[int]]:
    """A network of the test data: nodes, ties, groups."""
    data = json.loads((NETWORKS / f"{name}.json").read_text(encoding="utf-8"))
    groups = [node["agency"] for node in data["nodes"]]
    return len(groups), np.array([(edge["source"], edge["target"]) for edge in data["edges"]]), groups


def graphs(quick: bool) -> Iterator[tuple[str, int, Ties, tuple[str, ...]]]:
    """Name, nodes, ties and metrics of every graph of the comparison."""
    nodes, ties, _ = measured_ties("dhhs_collaboration")
    yield "54 agencies, measured", nodes, ties, (*LINEAR, *ALL_PAIRS, "brokerage", "QAP")
    yield "G(n,m) 1k", 1000, random_ties(1000, 5000, 1), (*LINEAR, *ALL_PAIRS, "brokerage")
    yield "power law 1k", 1000, power_law_ties(1000, 5, 2), (*LINEAR, *ALL_PAIRS)
    if quick:
        yield "grid 30x30", 900, grid_ties(30), ALL_PAIRS
        return
    yield "dense 200", 200, random_ties(200, 4000, 8), ("QAP",)
    yield "G(n,m) 10k", 10_000, random_ties(10_000, 50_000, 3), (*LINEAR, *ALL_PAIRS)
    yield "power law 10k", 10_000, power_law_ties(10_000, 5, 4), (*LINEAR, *ALL_PAIRS)
    yield "grid 100x100", 10_000, grid_ties(100), (*LINEAR, *ALL_PAIRS)
    yield "G(n,m) 100k", 100_000, random_ties(100_000, 500_000, 5), LINEAR
    yield "power law 100k", 100_000, power_law_ties(100_000, 5, 6), LINEAR


def groups_of(nodes: int) -> list[int]:
    """Four groups, in turn."""
    return [node % 4 for node in range(nodes)]


def second_matrix(nodes: int, ties: Ties) -> Any:
    """A matrix like the network, with a tenth of the cells changed."""
    matrix = matrix_of(nodes, ties)
    flip = np.triu(np.random.default_rng(7).random((nodes, nodes)) < 0.1, 1)
    return np.where(flip | flip.T, 1 - matrix, matrix)


def matrix_of(nodes: int, ties: Ties) -> Any:
    """The network as a symmetric matrix of 0 and 1."""
    matrix = np.zeros((nodes, nodes))
    matrix[ties[:, 0], ties[:, 1]] = matrix[ties[:, 1], ties[:, 0]] = 1
    return matrix


# Programs: name of a metric to (work, how the answer becomes comparable) ----------------------------------------------


def as_is(answer: Any) -> Any:
    """An answer that is an array already."""
    return answer


def canonical(labels: Any) -> Any:
    """Parts numbered in order of first appearance."""
    _, first, inverse = np.unique(np.asarray(labels), return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first))[inverse]


def houvast(nodes: int, ties: Ties, threads: int) -> dict[str, tuple[Work, Any]]:
    """Ours."""
    import houvast as own
    from houvast import graph

    g = own.Graph(nodes, ties[:, 0], ties[:, 1])
    roles = ["coordinator", "consultant", "representative", "gatekeeper", "liaison"]

    def qap() -> Any:
        a, b = matrix_of(nodes, ties), second_matrix(nodes, ties)
        return graph.qap_correlation(a, b, permutations=1000, directed=False, threads=threads).value

    return {
        "components": (lambda: graph.components(g).labels, canonical),
        "articulation points": (lambda: graph.articulation_points(g), as_is),
        "core numbers": (lambda: graph.core_numbers(g), as_is),
        "local clustering": (lambda: graph.clustering(g), as_is),
        "constraint": (lambda: graph.constraint(g), as_is),
        "betweenness": (lambda: graph.betweenness(g, threads=threads), as_is),
        "closeness": (lambda: graph.closeness(g, threads=threads), as_is),
        "harmonic": (lambda: graph.harmonic(g, threads=threads), as_is),
        "brokerage": (
            lambda: graph.brokerage(g, groups_of(nodes), threads=threads),
            lambda table: table.to_pandas()[roles].to_numpy(float),
        ),
        "QAP": (qap, as_is),
    }


def igraph(nodes: int, ties: Ties, threads: int) -> dict[str, tuple[Work, Any]]:
    """One thread whatever is asked."""
    import igraph as ig

    g = ig.Graph(nodes, ties.tolist())

    def to_wasserman_faust(closeness: Any) -> Any:
        sizes = np.bincount(g.connected_components().membership)[g.connected_components().membership]
        return np.nan_to_num(closeness) * (sizes - 1) / (nodes - 1)

    return {
        "components": (lambda: g.connected_components().membership, canonical),
        "articulation points": (lambda: sorted(g.articulation_points()), as_is),
        "core numbers": (g.coreness, as_is),
        "local clustering": (lambda: g.transitivity_local_undirected(mode="zero"), as_is),
        "constraint": (g.constraint, as_is),
        "betweenness": (g.betweenness, as_is),
        "closeness": (g.closeness, to_wasserman_faust),
        "harmonic": (g.harmonic_centrality, lambda values: np.array(values) * (nodes - 1)),
    }


def networkit(nodes: int, ties: Ties, threads: int) -> dict[str, tuple[Work, Any]]:
    """With as many threads as we have."""
    import networkit as nk

    nk.setNumberOfThreads(threads)
    g = nk.Graph(nodes)
    for a, b in ties.tolist():
        g.addEdge(a, b)
    of = nk.centrality
    return {
        "components": (lambda: nk.components.ConnectedComponents(g).run().getPartition().getVector(), canonical),
        "core numbers": (lambda: of.CoreDecomposition(g).run().scores(), as_is),
        "local clustering": (lambda: of.LocalClusteringCoefficient(g).run().scores(), np.nan_to_num),
        "betweenness": (lambda: of.Betweenness(g).run().scores(), lambda values: np.array(values) / 2),
        "closeness": (lambda: of.Closeness(g, True, of.ClosenessVariant.GENERALIZED).run().scores(), np.nan_to_num),
    } | ({} if nodes > 1000 else {"harmonic": (lambda: of.HarmonicCloseness(g, False).run().scores(), as_is)})


def graph_tool(nodes: int, ties: Ties, threads: int) -> dict[str, tuple[Work, Any]]:
    """With as many threads as we have."""
    import graph_tool.all as gt

    gt.openmp_set_num_threads(threads)
    g = gt.Graph(directed=False)
    g.add_vertex(nodes)
    g.add_edge_list(ties)
    return {
        "components": (lambda: gt.label_components(g)[0].a, canonical),
        "articulation points": (lambda: np.flatnonzero(gt.label_biconnected_components(g)[1].a), as_is),
        "core numbers": (lambda: gt.kcore_decomposition(g).a, as_is),
        "local clustering": (lambda: gt.local_clustering(g).a, as_is),
        "betweenness": (lambda: gt.betweenness(g, norm=False)[0].a, as_is),
        "harmonic": (lambda: gt.closeness(g, norm=False, harmonic=True).a, np.nan_to_num),
    }


def networkx(nodes: int, ties: Ties, threads: int) -> dict[str, tuple[Work, Any]]:
    """One thread whatever is asked."""
    import networkx as nx

    g = nx.Graph()
    g.add_nodes_from(range(nodes))
    g.add_edges_from(ties.tolist())
    sources = range(FEW)
    few = {
        "betweenness": (lambda: nx.betweenness_centrality_subset(g, sources, list(g)), None),
        "closeness": (lambda: [nx.closeness_centrality(g, node) for node in sources], None),
        "harmonic": (lambda: nx.harmonic_centrality(g, sources), None),
    }
    values = dict.values

    def labels(parts: Any) -> Any:
        of = {node: number for number, part in enumerate(parts) for node in part}
        return canonical([of[node] for node in range(nodes)])

    whole: dict[str, tuple[Work, Any]] = {
        "components": (lambda: list(nx.connected_components(g)), labels),
        "articulation points": (lambda: sorted(nx.articulation_points(g)), as_is),
        "core numbers": (lambda: list(values(nx.core_number(g))), as_is),
        "local clustering": (lambda: list(values(nx.clustering(g))), as_is),
    }
    if nodes > 1000:
        return whole | few
    return whole | {
        "constraint": (lambda: list(values(nx.constraint(g))), as_is),
        "betweenness": (lambda: list(values(nx.betweenness_centrality(g, normalized=False))), as_is),
        "closeness": (lambda: list(values(nx.closeness_centrality(g))), as_is),
        "harmonic": (lambda: list(values(nx.harmonic_centrality(g))), as_is),
    }


def rustworkx(nodes: int, ties: Ties, threads: int) -> dict[str, tuple[Work, Any]]:
    """Side by side only above the number of nodes that is never reached here, so one thread."""
    import rustworkx as rx

    g = rx.PyGraph()
    g.add_nodes_from(range(nodes))
    g.add_edges_from_no_data([tuple(pair) for pair in ties.tolist()])
    never = nodes + 1

    def in_order(found: Any) -> Any:
        return [found[node] for node in range(nodes)]

    def labels(parts: Any) -> Any:
        of = {node: number for number, part in enumerate(parts) for node in part}
        return canonical([of[node] for node in range(nodes)])

    return {
        "components": (lambda: rx.connected_components(g), labels),
        "articulation points": (lambda: sorted(rx.articulation_points(g)), as_is),
        "core numbers": (lambda: rx.core_number(g), in_order),
        "betweenness": (
            lambda: rx.betweenness_centrality(g, normalized=False, parallel_threshold=never),
            in_order,
        ),
        "closeness": (lambda: rx.closeness_centrality(g, parallel_threshold=never), in_order),
    }


def numpy_qap(nodes: int, ties: Ties, threads: int) -> dict[str, tuple[Work, Any]]:
    """A permutation test as one writes it with numpy."""
    below = np.tril_indices(nodes, -1)

    def qap() -> Any:
        a, b = matrix_of(nodes, ties), second_matrix(nodes, ties)
        draws = np.random.default_rng(1)
        x, observed = a[below], np.corrcoef(a[below], b[below])[0, 1]
        for _ in range(1000):
            order = draws.permutation(nodes)
            np.corrcoef(x, b[np.ix_(order, order)][below])
        return observed

    return {"QAP": (qap, as_is)}


PROGRAMS: dict[str, Callable[[int, Ties, int], dict[str, tuple[Work, Any]]]] = {
    "houvast": houvast,
    "igraph": igraph,
    "networkit": networkit,
    "graph-tool": graph_tool,
    "networkx": networkx,
    "rustworkx": rustworkx,
    "numpy": numpy_qap,
}

SNA = """
suppressPackageStartupMessages(library(sna)); options(digits = 15)
a <- as.matrix(read.csv("a.csv", header = FALSE)); b <- as.matrix(read.csv("b.csv", header = FALSE))
groups <- (seq_len(nrow(a)) - 1) %% 4
for (metric in commandArgs(TRUE)) {
  took <- system.time(found <- if (metric == "brokerage") brokerage(a, groups)$raw.nli[, 1:5] else
    qaptest(list(a, b), gcor, g1 = 1, g2 = 2, mode = "graph", reps = 1000)$testval)[["elapsed"]]
  cat(metric, took * 1000, sum(gc()[, 6]), as.vector(t(found)), "\\n", sep = ",")
}
"""


def run_sna(nodes: int, ties: Ties, metrics: tuple[str, ...]) -> dict[str, Any]:
    """R's brokerage and QAP; memory is what R's own collector saw at most."""
    results = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, matrix in (("a", matrix_of(nodes, ties)), ("b", second_matrix(nodes, ties))):
            np.savetxt(Path(folder) / f"{name}.csv", matrix, fmt="%d", delimiter=",")
        done = subprocess.run(["Rscript", "-e", SNA, *metrics], cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode:
            return {"missing": "R sna"}
        for metric, ms, memory, *values in csv.reader(io.StringIO(done.stdout)):
            answer = np.array([float(value) for value in values if value.strip()])
            answer = answer.reshape(nodes, -1) if metric == "brokerage" else answer[0]
            results[metric] = {"ms": float(ms), "mib": float(memory), "answer": answer, "whole": True}
    return results


# Measuring ------------------------------------------------------------------------------------------------------------


def measure(work: Work) -> tuple[float, Any]:
    """Shortest wall time in milliseconds (up to five runs within about two seconds), and the answer."""
    times: list[float] = []
    while not times or (len(times) < 5 and sum(times) < 2000):
        begin = time.perf_counter()
        answer = work()
        times.append(1000 * (time.perf_counter() - begin))
    return min(times), answer


def peak_mib() -> float:
    """Most memory that this process ever held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def worker() -> None:
    """One program on one graph: reads the task from standard input, writes the results to standard output."""
    program, nodes, ties, threads, metrics = pickle.load(sys.stdin.buffer)
    ties = np.array(ties, dtype=np.int64)
    results: dict[str, Any] = {}
    with os.fdopen(os.dup(1), "wb") as out:
        os.dup2(2, 1)  # what a program prints is no result
        try:
            works = PROGRAMS[program](nodes, ties, threads)
        except ImportError:
            pickle.dump({"missing": program}, out)
            return
        for metric in metrics:
            if metric not in works:
                continue
            work, comparable = works[metric]
            ms, answer = measure(work)
            whole = comparable is not None
            results[metric] = {
                "ms": ms if whole else ms * nodes / FEW,
                "mib": peak_mib(),
                "answer": np.array(comparable(answer)) if whole else None,
                "whole": whole,
            }
        pickle.dump(results, out)


def run(program: str, nodes: int, ties: Ties, threads: int, metrics: tuple[str, ...]) -> dict[str, Any]:
    """The results of one program, in a process of its own."""
    if program == "R sna":
        wanted = tuple(metric for metric in metrics if metric in ("brokerage", "QAP"))
        return run_sna(nodes, ties, wanted) if wanted and shutil.which("Rscript") else {}
    if program == "numpy" and "QAP" not in metrics:
        return {}
    task = pickle.dumps((program, nodes, ties.tolist(), threads, metrics))  # lists: another numpy may read them
    python = os.environ.get("GRAPH_TOOL_PYTHON", sys.executable) if program == "graph-tool" else sys.executable
    done = subprocess.run([python, __file__, "--worker"], input=task, stdout=subprocess.PIPE, check=True)
    found: dict[str, Any] = pickle.loads(done.stdout)
    return found


def same(a: Any, b: Any) -> bool:
    """Whether two answers are equal within 1e-9."""
    left, right = (np.nan_to_num(np.asarray(x, dtype=float)) for x in (a, b))
    return left.shape == right.shape and bool(np.allclose(left, right, rtol=1e-9, atol=1e-9))


def compare(quick: bool, only: str, say: Callable[[str], None]) -> bool:
    """The table of ratios; False when an answer differs."""
    say("| graph | metric | peer | threads | peer, ms | houvast, ms | ratio | peer, MiB | houvast, MiB | equal |")
    say("|---|---|---|---|---|---|---|---|---|---|")
    missing: set[str] = set()
    all_equal = True
    for name, nodes, ties, metrics in graphs(quick):
        if only not in name:
            continue
        ours = {threads: run("houvast", nodes, ties, threads, metrics) for threads in (1, 2)}
        for metric in metrics:  # the number of threads never changes a bit
            all_equal &= np.array_equal(ours[1][metric]["answer"], ours[2][metric]["answer"], equal_nan=True)
        for peer in ENGINES:
            for threads in (1, 2) if peer in ("networkit", "graph-tool") else (1,):
                theirs = run(peer, nodes, ties, threads, metrics)
                if "missing" in theirs:
                    missing.add(theirs["missing"])
                    continue
                for metric, found in theirs.items():
                    for mine_threads in (1, 2) if peer in ("igraph", "numpy") else (threads,):
                        mine = ours[mine_threads][metric]
                        equal = same(found["answer"], mine["answer"]) if found["whole"] else None
                        all_equal &= equal is not False
                        times = f"{'' if found['whole'] else '~'}{found['ms']:.2f} | {mine['ms']:.2f}"
                        word = {None: "-", True: "yes", False: "NO"}[equal]
                        say(
                            f"| {name} | {metric} | {peer} | {mine_threads} | {times} | {found['ms'] / mine['ms']:.1f}"
                            f" | {found['mib']:.0f} | {mine['mib']:.0f} | {word} |"
                        )
    say(f"\nNot installed, so not compared: {', '.join(sorted(missing)) or 'none'}.")
    say("Threads: igraph, networkx, numpy and R use one; beside 2 threads stands their time with one.")
    say("MiB: peak of the whole process up to this metric; for R what its collector saw.")
    say(
        f"~: extrapolated from {FEW} sources, answers not compared. networkit's harmonic is left out above 1,000 nodes."
    )
    return all_equal


def million(quick: bool, say: Callable[[str], None]) -> None:
    """A very large network: bytes per tie, linear metrics, sampled centrality with its bound."""
    import houvast as own
    from houvast import graph

    nodes, ties = (50_000, 250_000) if quick else (1_000_000, 5_000_000)
    pairs = random_ties(nodes, ties, 9)
    sources, targets = np.ascontiguousarray(pairs[:, 0]), np.ascontiguousarray(pairs[:, 1])
    begin = time.perf_counter()
    g = own.Graph(nodes, sources, targets)
    built = 1000 * (time.perf_counter() - begin)
    stored = 4 * (nodes + 1) + 4 * 2 * ties  # 32-bit offsets and ids, every tie in both rows
    say(f"\n{nodes:,} nodes, {ties:,} ties: built in {built:.0f} ms, {stored / ties:.1f} bytes per tie\n")
    say("| metric | 1 thread, ms | 2 threads, ms | stated error |")
    say("|---|---|---|---|")
    linear: dict[str, Work] = {
        "degree": lambda: graph.degree(g),
        "components": lambda: graph.components(g),
        "articulation points": lambda: graph.articulation_points(g),
        "bridges": lambda: graph.bridges(g),
        "core numbers": lambda: graph.core_numbers(g),
        "local clustering": lambda: graph.clustering(g),
        "departure of every node": lambda: graph.knockout(g),
    }
    for name, work in linear.items():
        say(f"| {name} | {measure(work)[0]:.1f} | - | exact |")
    for name, samples in (("sampled_harmonic", 256), ("sampled_betweenness", 64)):
        sample: Callable[..., Any] = getattr(graph, name)
        took = {}
        for threads in (1, 2):
            begin = time.perf_counter()
            found = sample(g, samples=samples, normalized=True, threads=threads)
            took[threads] = 1000 * (time.perf_counter() - begin)
        say(f"| {name}, {samples} sources | {took[1]:.0f} | {took[2]:.0f} | ± {found.error:.3g} at 95 %, all nodes |")
    say(f"\nPeak memory of this process, with the list of ties: {peak_mib():.0f} MiB.")


def main() -> None:
    """All graphs of the comparison."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="small graphs only, one to three minutes")
    parser.add_argument("--only", default="", help="only the graphs whose name holds this text, such as 100k")
    parser.add_argument("--output", type=Path, help="also write the tables to this file")
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        worker()
        return
    lines: list[str] = []

    def say(line: str) -> None:
        print(line, flush=True)
        lines.append(line)

    begin = time.perf_counter()
    equal = compare(options.quick, options.only, say)
    million(options.quick, say)
    say(f"\nWhole run: {time.perf_counter() - begin:.0f} s.")
    if options.output:
        options.output.write_text("\n".join(lines) + "\n", encoding="utf-8")
    if not equal:
        sys.exit("an answer differs: see NO in the table")


if __name__ == "__main__":
    main()
