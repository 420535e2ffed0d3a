"""
Metrics of networks
"""

from __future__ import annotations
import collections.abc
import houvast._core
import numpy
import numpy.typing
import typing

__all__: list[str] = [
    "Communities",
    "Components",
    "CorePeriphery",
    "Coreness",
    "Krackhardt",
    "LambdaSets",
    "NewTies",
    "SampledCentrality",
    "articulation_points",
    "assortativity",
    "assortativity_nominal",
    "average_clustering",
    "average_path_length",
    "best_new_ties",
    "betweenness",
    "bridges",
    "brokerage",
    "brokerage_totals",
    "centralization",
    "closeness",
    "clustering",
    "communities",
    "components",
    "constraint",
    "continuous_coreness",
    "core_numbers",
    "core_periphery",
    "cut_off",
    "degree",
    "density",
    "diameter",
    "distances",
    "dyad_census",
    "edge_connectivity",
    "effective_size",
    "ego_measures",
    "ei_index",
    "eigenvector",
    "group_density",
    "harmonic",
    "hierarchy",
    "isolates",
    "knockout",
    "knockout_curve",
    "krackhardt",
    "lambda_sets",
    "maximal_cliques",
    "modularity",
    "mrqap",
    "pagerank",
    "qap_correlation",
    "reach",
    "reciprocity",
    "sampled_betweenness",
    "sampled_closeness",
    "sampled_harmonic",
    "strength",
    "transitivity",
    "triad_census",
]

class Components:
    """
    Which nodes hang together.
    """
    def __getstate__(self) -> tuple[list[int], list[int]]: ...
    def __len__(self) -> int: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def count(self) -> int:
        """
        Number of components.
        """
    @property
    def labels(self) -> numpy.typing.NDArray[numpy.int64]:
        """
        The component of each node: 0, 1, 2 ... in order of first appearance.
        """
    @property
    def sizes(self) -> numpy.typing.NDArray[numpy.int64]:
        """
        Nodes per component.
        """

class LambdaSets:
    """
    Nested groups that stay connected however few ties to the outside fail.
    """
    def __getstate__(self) -> tuple[list[int], list[int], list[int]]: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    def between(
        self, u: typing.SupportsInt | typing.SupportsIndex, v: typing.SupportsInt | typing.SupportsIndex
    ) -> int:
        """
        How many ties must fail before two nodes are separated.
        """
    def sets(self, level: typing.SupportsInt | typing.SupportsIndex) -> numpy.typing.NDArray[numpy.int64]:
        """
        The set of each node at a level, as labels in order of first appearance.
        """
    @property
    def levels(self) -> numpy.typing.NDArray[numpy.int64]:
        """
        The values of lambda above 0 that occur, in decreasing order.
        """
    @property
    def matrix(self) -> numpy.typing.NDArray[numpy.int64]:
        """
        Ties that must fail before two nodes are separated, for every pair; 0 on the diagonal.
        """

class SampledCentrality:
    """
    A centrality from a sample of nodes; all intervals hold together with the stated confidence.
    """
    def __getstate__(self) -> tuple[list[float], list[float], list[float], float, int, houvast._core.Provenance]: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def error(self) -> float:
        """
        The bound that made the intervals.
        """
    @property
    def high(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        Upper ends.
        """
    @property
    def low(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        Lower ends.
        """
    @property
    def method(self) -> str:
        """
        How it was computed, in one line.
        """
    @property
    def provenance(self) -> houvast._core.Provenance: ...
    @property
    def samples(self) -> int:
        """
        Number of nodes searched from.
        """
    @property
    def values(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        One per node.
        """

class Krackhardt:
    """
    Krackhardt's four dimensions; each is 1 in an out-tree.
    """
    def __getstate__(
        self,
    ) -> tuple[houvast._core.Estimate, houvast._core.Estimate, houvast._core.Estimate, houvast._core.Estimate]: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def connectedness(self) -> houvast._core.Estimate:
        """
        share of pairs in one weak component
        """
    @property
    def efficiency(self) -> houvast._core.Estimate:
        """
        1 - ties too many / most there could be
        """
    @property
    def hierarchy(self) -> houvast._core.Estimate:
        """
        share of joined pairs without a way back
        """
    @property
    def lubness(self) -> houvast._core.Estimate:
        """
        share of pairs with a closest common superior
        """

class Communities:
    """
    A division into communities.
    """
    def __getstate__(self) -> tuple[list[int], int, houvast._core.Estimate]: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def count(self) -> int:
        """
        number of communities
        """
    @property
    def labels(self) -> numpy.typing.NDArray[numpy.int32]:
        """
        community of each node
        """
    @property
    def modularity(self) -> houvast._core.Estimate:
        """
        modularity of the division
        """

class CorePeriphery:
    """
    A core and a periphery.
    """
    def __getstate__(self) -> tuple[list[bool], houvast._core.Estimate]: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def core(self) -> numpy.typing.NDArray[numpy.bool]:
        """
        whether each node is in the core
        """
    @property
    def correlation(self) -> houvast._core.Estimate:
        """
        with the ideal core and periphery
        """

class Coreness:
    """
    How near each node is to the core.
    """
    def __getstate__(self) -> tuple[list[float], houvast._core.Estimate]: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def fit(self) -> houvast._core.Estimate:
        """
        correlation of ties with products of coreness
        """
    @property
    def values(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        coreness of each node, 0 to 1
        """

class NewTies:
    """
    New ties, with what each of them does for the goal.
    """
    def __getstate__(self) -> tuple[houvast._core.Table, int, int, int, bool, str]: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def after(self) -> int:
        """
        Value of the goal with all these ties.
        """
    @property
    def before(self) -> int:
        """
        Value of the goal as it is.
        """
    @property
    def candidates(self) -> int:
        """
        Number of pairs that could become a tie.
        """
    @property
    def exact(self) -> bool:
        """
        Whether every set of so many ties was tried.
        """
    @property
    def method(self) -> str: ...
    @property
    def table(self) -> houvast._core.Table:
        """
        A row per tie: its ends, and the value of the goal before and after it.
        """

def articulation_points(graph: houvast._core.Graph) -> numpy.typing.NDArray[numpy.int64]:
    """
    The nodes whose departure would split their component; direction is ignored.
    """

def assortativity(
    graph: houvast._core.Graph, groups: typing.Any = None, *, source: str = "out", target: str = "in"
) -> houvast._core.Estimate:
    """
    Correlation of the degrees at both ends of ties; with `groups` the same as `assortativity_nominal`.

    `source` and `target` say which degree of a directed graph counts: "out" or "in".
    Source: Newman (2003).
    """

def assortativity_nominal(graph: houvast._core.Graph, groups: typing.Any) -> houvast._core.Estimate:
    """
    How much more ties stay within groups than by chance (1 = always, 0 = by chance).
    Source: Newman (2003).
    """

def average_clustering(graph: houvast._core.Graph, too_few: str = "zero") -> houvast._core.Estimate:
    """
    The mean of local clustering, over all nodes ('zero') or those that have it.
    """

def average_path_length(
    graph: houvast._core.Graph,
    mode: str = "out",
    weights: str = "ignored",
    threads: typing.SupportsInt | typing.SupportsIndex = 1,
) -> houvast._core.Estimate:
    """
    The mean shortest path over the pairs that reach each other; .n pairs, .details['unreachable_pairs'].
    """

def best_new_ties(
    graph: houvast._core.Graph,
    k: typing.SupportsInt | typing.SupportsIndex,
    *,
    goal: str = "pairs_separated",
    groups: typing.Any = None,
    targets: numpy.typing.ArrayLike | collections.abc.Set[int] | None = None,
    steps: typing.SupportsInt | typing.SupportsIndex | None = None,
    candidates: collections.abc.Sequence[
        tuple[typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex]
    ]
    | None = None,
    combinations: typing.SupportsInt | typing.SupportsIndex = 100000,
    threads: typing.SupportsInt | typing.SupportsIndex = 1,
) -> NewTies:
    """
    Which at most k new ties do most for a goal; direction is ignored, and keeping a tie costs time.

    `goal`: "groups" (pairs of `groups` at most `steps` ties apart, 1), "reach_any" or "reach_every" (nodes at
    most `steps` ties, 2, from one or from every one of `targets`), "articulation_points" or "pairs_separated"
    (fewer is better). `candidates`: pairs that may become a tie (None: all without one).
    Exact when at most `combinations` sets of ties can be tried, else greedy with exact values.
    """

def betweenness(
    graph: houvast._core.Graph, normalized: bool = False, threads: typing.SupportsInt | typing.SupportsIndex = 1
) -> numpy.typing.NDArray[numpy.float64]:
    """
    For each node how many shortest paths between others run through it (Freeman 1977). Weights are ignored. threads: 0 = all; never changes the result.
    """

def bridges(graph: houvast._core.Graph) -> numpy.typing.NDArray[numpy.int64]:
    """
    The ties whose loss would split their component, one row each; direction is ignored.
    """

def brokerage(
    graph: houvast._core.Graph, groups: typing.Any, *, threads: typing.SupportsInt | typing.SupportsIndex = 1
) -> houvast._core.Table:
    """
    How often each node stands between two others without a direct tie, by their groups.

    Columns coordinator, consultant, representative, gatekeeper, liaison, total, each with expected_* and z_*
    (z is missing where the group is too small for the position). Every node needs a group.
    Source: Gould & Fernandez (1989).
    """

def brokerage_totals(
    graph: houvast._core.Graph, groups: typing.Any, *, threads: typing.SupportsInt | typing.SupportsIndex = 1
) -> houvast._core.Table:
    """
    Each brokerage position over the whole network: count, expected, sd, z.
    Source: Gould & Fernandez (1989).
    """

def centralization(
    graph: houvast._core.Graph, which: str, threads: typing.SupportsInt | typing.SupportsIndex = 1
) -> houvast._core.Estimate:
    """
    How far the network turns around one node: 1 for a star, 0 when all are equally central (Freeman 1978).
    """

def closeness(
    graph: houvast._core.Graph,
    variant: str = "wasserman_faust",
    mode: str = "out",
    threads: typing.SupportsInt | typing.SupportsIndex = 1,
) -> numpy.typing.NDArray[numpy.float64]:
    """
    How near each node is to those it reaches. With r reached and D the sum of distances: 'wasserman_faust' (r / (n - 1)) * r / D, 'component' r / D, 'reciprocal_sum' 1 / D. mode: 'out' distances from the node, 'in' towards it (networkx), 'all' both ways.
    """

def clustering(graph: houvast._core.Graph, too_few: str = "zero") -> numpy.typing.NDArray[numpy.float64]:
    """
    For each node the share of pairs of its neighbours that have a tie; too_few: what nodes with fewer than two neighbours get, 'zero' (networkx) or 'nan' (sna, igraph).
    """

def communities(
    graph: houvast._core.Graph,
    *,
    resolution: typing.SupportsFloat | typing.SupportsIndex = 1.0,
    seed: typing.SupportsInt | typing.SupportsIndex = 1,
    attempts: typing.SupportsInt | typing.SupportsIndex | None = None,
    rounds: typing.SupportsInt | typing.SupportsIndex = 1000,
) -> Communities:
    """
    Groups of nodes with more ties inside than by chance, each connected (Leiden).

    `attempts`: independent searches (None: 100 up to 500 nodes, 10 beyond), of which the best is kept.
    Source: Traag, Waltman & van Eck (2019).
    """

def components(graph: houvast._core.Graph, strong: bool = False) -> Components:
    """
    The parts that have no tie between them; strong: nodes that reach each other along arcs.
    """

def constraint(graph: houvast._core.Graph, *, weighted: bool = True) -> numpy.typing.NDArray[numpy.float64]:
    """
    Burt's constraint of each node; contacts are all nodes with a tie to or from it. NaN without contacts;
    it can exceed 1.
    Source: Burt (1992), chapter 2.
    """

def continuous_coreness(graph: houvast._core.Graph) -> Coreness:
    """
    Coreness of each node, 0 to 1, so that ties are near to the product of both ends' coreness.
    Source: Borgatti & Everett (2000), section 4.
    """

def core_numbers(graph: houvast._core.Graph, mode: str = "symmetrized") -> numpy.typing.NDArray[numpy.int64]:
    """
    The largest k for which each node is in a k-core. Two opposite arcs count once ('symmetrized') or twice ('all').
    """

def core_periphery(
    graph: houvast._core.Graph,
    *,
    between: str = "absent",
    seed: typing.SupportsInt | typing.SupportsIndex = 1,
    attempts: typing.SupportsInt | typing.SupportsIndex = 32,
) -> CorePeriphery:
    """
    The core and periphery that fit the ties best.

    `between` says what an ideal network has between them: "absent", "present" or "missing" (not looked at).
    Source: Borgatti & Everett (2000).
    """

def cut_off(graph: houvast._core.Graph, leaving: numpy.typing.ArrayLike | collections.abc.Set[int]) -> list[int]:
    """
    The nodes that become unreachable when some leave together: they lose the largest remaining part of their
    component. Direction is ignored.
    """

def degree(graph: houvast._core.Graph, mode: str = "all") -> numpy.typing.NDArray[numpy.int64]:
    """
    The number of ties of each node; 'all' = in plus out. Loops do not count.
    """

def density(graph: houvast._core.Graph) -> houvast._core.Estimate:
    """
    The share of possible ties that are there; loops count neither as ties nor as possible ties.
    """

def diameter(
    graph: houvast._core.Graph,
    mode: str = "out",
    weights: str = "ignored",
    threads: typing.SupportsInt | typing.SupportsIndex = 1,
) -> houvast._core.Estimate:
    """
    The longest shortest path over the pairs that reach each other; .n pairs, .details['unreachable_pairs'].
    """

def distances(
    graph: houvast._core.Graph,
    sources: typing.Any = None,
    mode: str = "out",
    weights: str = "ignored",
    threads: typing.SupportsInt | typing.SupportsIndex = 1,
) -> typing.Any:
    """
    Lengths of shortest paths from each source (None: every node, one row each; one id: one row), infinity where there is no path. weights='distance' takes weights as lengths; strengths must be converted first.
    """

def dyad_census(graph: houvast._core.Graph) -> houvast._core.Table:
    """
    Number of mutual, asymmetric and null pairs.
    Source: Holland & Leinhardt (1970).
    """

def edge_connectivity(graph: houvast._core.Graph) -> houvast._core.Estimate:
    """
    How many ties must fail, at least, before some node can no longer reach some other.
    """

def effective_size(graph: houvast._core.Graph, *, weighted: bool = True) -> numpy.typing.NDArray[numpy.float64]:
    """
    Contacts of each node that are not doubled by others. NaN without contacts.
    Source: Burt (1992), chapter 2.
    """

def ego_measures(graph: houvast._core.Graph, *, weighted: bool = True) -> houvast._core.Table:
    """
    Contacts, ties among them, effective size, efficiency, constraint and hierarchy, a row per node.
    Source: Burt (1992), chapter 2.
    """

def ei_index(
    graph: houvast._core.Graph,
    groups: typing.Any,
    *,
    permutations: typing.SupportsInt | typing.SupportsIndex = 1000,
    seed: typing.SupportsInt | typing.SupportsIndex = 1,
    threads: typing.SupportsInt | typing.SupportsIndex = 1,
) -> houvast._core.Estimate:
    """
    Whether ties look outward (+1) or inward (-1): (external - internal) / all ties.

    `expected` is the value by chance given the group sizes, `p_value` two-sided by permuting the labels.
    Nodes without a group (None or NaN) are left out with their ties.
    Source: Krackhardt & Stern (1988).
    """

def eigenvector(
    graph: houvast._core.Graph,
    scale: str = "maximum",
    weighted: bool = False,
    tolerance: typing.SupportsFloat | typing.SupportsIndex = 1e-12,
    max_iterations: typing.SupportsInt | typing.SupportsIndex = 100000,
) -> numpy.typing.NDArray[numpy.float64]:
    """
    Centrality in proportion to the centrality of those with a tie to the node; largest value 1 ('maximum', igraph) or sum of squares 1 ('length', networkx).
    """

def group_density(graph: houvast._core.Graph, groups: typing.Any) -> houvast._core.Table:
    """
    Ties, possible ties and density within and between groups (block matrix), a row per pair of groups.
    Source: Wasserman & Faust (1994), chapter 10.
    """

def harmonic(
    graph: houvast._core.Graph,
    normalized: bool = False,
    mode: str = "out",
    threads: typing.SupportsInt | typing.SupportsIndex = 1,
) -> numpy.typing.NDArray[numpy.float64]:
    """
    The sum of 1 / distance from each node to all others, those out of reach counting 0.
    """

def hierarchy(graph: houvast._core.Graph, *, weighted: bool = True) -> numpy.typing.NDArray[numpy.float64]:
    """
    How far each node's constraint comes from one contact (0 to 1). NaN without contacts.
    Source: Burt (1992), chapter 2. For Krackhardt's hierarchy see `krackhardt`.
    """

def isolates(graph: houvast._core.Graph) -> numpy.typing.NDArray[numpy.int64]:
    """
    The nodes without any tie to another node.
    """

@typing.overload
def knockout(graph: houvast._core.Graph, sets: typing.Any = None) -> houvast._core.Table:
    """
    What happens when each node leaves (None), or each of some sets of nodes: components, largest, cut_off, pairs_lost. Direction is ignored.
    """

@typing.overload
def knockout(graph: houvast._core.Graph, *, groups: typing.Any) -> houvast._core.Table:
    """
    What happens when each group of nodes leaves together; nodes without a group (None or NaN) stay.
    """

def knockout_curve(
    graph: houvast._core.Graph, order: numpy.typing.ArrayLike | collections.abc.Set[int]
) -> houvast._core.Table:
    """
    What is left while nodes leave one after another: components, largest, pairs_connected.
    """

def krackhardt(graph: houvast._core.Graph) -> Krackhardt:
    """
    Connectedness, hierarchy, efficiency and least upper boundedness.
    Source: Krackhardt (1994).
    """

def lambda_sets(graph: houvast._core.Graph) -> LambdaSets:
    """
    Lambda sets of an undirected graph (Borgatti, Everett & Shirey 1990).
    """

def maximal_cliques(
    graph: houvast._core.Graph,
    min_size: typing.SupportsInt | typing.SupportsIndex = 1,
    limit: typing.SupportsInt | typing.SupportsIndex = 1000000,
) -> list[list[int]]:
    """
    All groups in which everybody has a tie with everybody and to which nobody can be added; an error when there are more than limit.
    """

def modularity(
    graph: houvast._core.Graph, labels: typing.Any, *, resolution: typing.SupportsFloat | typing.SupportsIndex = 1.0
) -> houvast._core.Estimate:
    """
    How much denser a division is inside than by chance.
    Source: Newman (2006); directed: Leicht & Newman (2008).
    """

def mrqap(
    y: typing.Any,
    predictors: typing.Any,
    *,
    names: collections.abc.Sequence[str] = [],
    permutations: typing.SupportsInt | typing.SupportsIndex = 1000,
    seed: typing.SupportsInt | typing.SupportsIndex = 1,
    directed: bool = True,
    threads: typing.SupportsInt | typing.SupportsIndex = 1,
) -> houvast._core.Table:
    """
    Regression of one square matrix on others, tested by double semi-partialling.

    `predictors` is a list of matrices (with `names`) or a dict of name to matrix.
    Source: Dekker, Krackhardt & Snijders (2007).
    """

def pagerank(
    graph: houvast._core.Graph,
    damping: typing.SupportsFloat | typing.SupportsIndex = 0.85,
    weighted: bool = False,
    tolerance: typing.SupportsFloat | typing.SupportsIndex = 1e-14,
    max_iterations: typing.SupportsInt | typing.SupportsIndex = 100000,
) -> numpy.typing.NDArray[numpy.float64]:
    """
    The share of time that a wanderer along ties, who sometimes jumps to any node, spends at each node.
    """

def qap_correlation(
    a: typing.Any,
    b: typing.Any,
    *,
    permutations: typing.SupportsInt | typing.SupportsIndex = 1000,
    seed: typing.SupportsInt | typing.SupportsIndex = 1,
    directed: bool = True,
    threads: typing.SupportsInt | typing.SupportsIndex = 1,
) -> houvast._core.Estimate:
    """
    Correlation of two square matrices off the diagonal, tested by permuting the nodes of `b`.

    NaN or masked cells are missing. `directed=False` asks for symmetric matrices and counts each pair once.
    Source: Krackhardt (1988).
    """

def reach(
    graph: houvast._core.Graph,
    steps: typing.SupportsInt | typing.SupportsIndex,
    mode: str = "out",
    threads: typing.SupportsInt | typing.SupportsIndex = 1,
) -> numpy.typing.NDArray[numpy.float64]:
    """
    For each node the share of the other nodes that it reaches within some steps.
    """

def reciprocity(graph: houvast._core.Graph, definition: str = "edgewise") -> houvast._core.Estimate:
    """
    How often ties are returned: "edgewise" 2M / (2M + A), "dyadic" (M + N) / (M + A + N) or
    "dyadic_nonnull" M / (M + A), with M mutual, A one-way and N empty pairs.
    Source: Wasserman & Faust (1994); names as in R sna.
    """

def sampled_betweenness(
    graph: houvast._core.Graph,
    *,
    samples: typing.SupportsInt | typing.SupportsIndex = 512,
    seed: typing.SupportsInt | typing.SupportsIndex = 1,
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    normalized: bool = False,
    mode: str = "out",
    threads: typing.SupportsInt | typing.SupportsIndex = 1,
) -> SampledCentrality:
    """
    Betweenness of a very large graph from a sample of nodes, with intervals that hold together.
    """

def sampled_closeness(
    graph: houvast._core.Graph,
    *,
    samples: typing.SupportsInt | typing.SupportsIndex = 512,
    seed: typing.SupportsInt | typing.SupportsIndex = 1,
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    normalized: bool = False,
    mode: str = "out",
    threads: typing.SupportsInt | typing.SupportsIndex = 1,
) -> SampledCentrality:
    """
    Closeness of a very large connected graph from a sample of nodes, with intervals that hold together.
    """

def sampled_harmonic(
    graph: houvast._core.Graph,
    *,
    samples: typing.SupportsInt | typing.SupportsIndex = 512,
    seed: typing.SupportsInt | typing.SupportsIndex = 1,
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    normalized: bool = False,
    mode: str = "out",
    threads: typing.SupportsInt | typing.SupportsIndex = 1,
) -> SampledCentrality:
    """
    Harmonic centrality of a very large graph from a sample of nodes, with intervals that hold together.
    """

def strength(graph: houvast._core.Graph, mode: str = "all") -> numpy.typing.NDArray[numpy.float64]:
    """
    The summed weight of the ties of each node; 'all' = in plus out.
    """

def transitivity(graph: houvast._core.Graph) -> houvast._core.Estimate:
    """
    3 * triangles / paths of length two; direction is ignored.
    """

def triad_census(graph: houvast._core.Graph) -> houvast._core.Table:
    """
    Number of threes in each of the 16 classes.
    Source: Holland & Leinhardt (1976).
    """
