"""Networks: igraph, networkx and houvast on the same graphs in one run, with equal answers; prints Markdown.

Usage: python bench/compare/graph.py [--nodes 10000] [--ties 50000] [--networkx]
"""

from __future__ import annotations

import argparse
import time
import tracemalloc
from collections.abc import Callable
from typing import Any

import igraph as ig
import networkx as nx
import numpy as np

import houvast
from houvast import graph


def random_ties(nodes: int, ties: int, seed: int) -> np.ndarray[Any, np.dtype[np.int64]]:
    """Different unordered pairs, drawn uniformly: G(n, m)."""
    draws = np.random.default_rng(seed)
    found = np.empty((0, 2), dtype=np.int64)
    while len(found) < ties:
        pairs = np.sort(draws.integers(0, nodes, (2 * ties, 2)), axis=1)
        found = np.unique(np.vstack([found, pairs[pairs[:, 0] != pairs[:, 1]]]), axis=0)
    return found[draws.permutation(len(found))[:ties]]


def best(work: Callable[[], Any], repeats: int) -> tuple[float, Any]:
    """Shortest wall time in milliseconds, and the last answer."""
    times = []
    answer = None
    for _ in range(repeats):
        begin = time.perf_counter()
        answer = work()
        times.append(1000 * (time.perf_counter() - begin))
    return min(times), answer


def same(a: Any, b: Any) -> bool:
    """Whether two answers are equal within 1e-9."""
    left, right = (np.nan_to_num(np.asarray(x, dtype=float)) for x in (a, b))
    return left.shape == right.shape and bool(np.allclose(left, right, rtol=1e-9, atol=1e-9))


def peak_memory(work: Callable[[], Any]) -> float:
    """Peak of what Python and numpy allocate, in MiB; memory inside a compiled core is not seen."""
    tracemalloc.start()
    work()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 2**20


def compare(name: str, nodes: int, ties: np.ndarray[Any, Any], slow: bool, with_networkx: bool) -> None:
    """One table for one graph; `slow` adds the all-pairs metrics."""
    theirs = ig.Graph(nodes, ties.tolist())
    ours = houvast.Graph(nodes, ties[:, 0], ties[:, 1])
    other = nx.Graph()
    if with_networkx:
        other.add_nodes_from(range(nodes))
        other.add_edges_from(ties.tolist())
    rows: dict[str, tuple[Callable[[], Any], Callable[[int], Any], Callable[[], Any] | None]] = {
        "components": (
            lambda: theirs.connected_components().membership,
            lambda _: graph.components(ours).labels,
            lambda: list(nx.connected_components(other)),
        ),
        "articulation points": (
            lambda: sorted(theirs.articulation_points()),
            lambda _: graph.articulation_points(ours),
            lambda: sorted(nx.articulation_points(other)),
        ),
        "core numbers": (theirs.coreness, lambda _: graph.core_numbers(ours), lambda: nx.core_number(other)),
        "local clustering": (
            lambda: theirs.transitivity_local_undirected(mode="zero"),
            lambda _: graph.clustering(ours),
            lambda: nx.clustering(other),
        ),
        "constraint": (theirs.constraint, lambda _: graph.constraint(ours), None),
    }
    if slow:
        rows["betweenness"] = (
            theirs.betweenness,
            lambda threads: graph.betweenness(ours, threads=threads),
            lambda: nx.betweenness_centrality(other, normalized=False),
        )
        rows["closeness"] = (
            theirs.closeness,
            lambda threads: graph.closeness(ours, variant="component", threads=threads),
            lambda: nx.closeness_centrality(other),
        )
        rows["harmonic"] = (
            theirs.harmonic_centrality,
            lambda threads: graph.harmonic(ours, normalized=True, threads=threads),
            lambda: nx.harmonic_centrality(other),
        )
    print(f"\n### {name}: {nodes} nodes, {len(ties)} ties\n")
    print("| metric | igraph, ms | houvast 1 thread, ms | ratio | 2 threads, ms | ratio | networkx, ms | equal | MiB |")
    print("|---|---|---|---|---|---|---|---|---|")
    for metric, (peer, mine, third) in rows.items():
        repeats = 1 if metric in ("betweenness", "closeness", "harmonic") and nodes > 2000 else 5
        peer_time, peer_answer = best(peer, repeats)
        one, answer = best(lambda mine=mine: mine(1), max(repeats, 2))  # type: ignore[misc]
        two, _ = best(lambda mine=mine: mine(2), max(repeats, 2))  # type: ignore[misc]
        third_time = f"{best(third, 1)[0]:.1f}" if with_networkx and third else "-"
        memory = peak_memory(lambda mine=mine: mine(1))  # type: ignore[misc]
        equal = "yes" if same(peer_answer, answer) else "NO"
        print(
            f"| {metric} | {peer_time:.2f} | {one:.2f} | {peer_time / one:.1f} | {two:.2f} | {peer_time / two:.1f} | "
            f"{third_time} | {equal} | {memory:.1f} |",
            flush=True,
        )


def main() -> None:
    """All graphs of the comparison."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", type=int, default=10_000)
    parser.add_argument("--ties", type=int, default=50_000)
    parser.add_argument("--networkx", action="store_true", help="also time networkx (slow on large graphs)")
    options = parser.parse_args()
    small = random_ties(1000, 5000, 1)
    compare("G(n, m)", 1000, small, slow=True, with_networkx=options.networkx)
    compare("G(n, m)", options.nodes, random_ties(options.nodes, options.ties, 2), slow=True, with_networkx=False)
    power = np.array(ig.Graph.Barabasi(options.nodes, 5).simplify().get_edgelist())
    compare("power law", options.nodes, power, slow=True, with_networkx=False)
    grid = np.array(ig.Graph.Lattice([100, 100], circular=False).get_edgelist())
    compare("grid", 10_000, grid, slow=True, with_networkx=False)
    large = 10 * options.nodes
    compare("G(n, m)", large, random_ties(large, 10 * options.ties, 3), slow=False, with_networkx=False)


if __name__ == "__main__":
    main()
