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
    "node_triad_census",
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
    def __getstate__(self) -> tuple: ...
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
    def __getstate__(self) -> tuple: ...
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

        Parameters
        ----------
        u : int
            Id of one node.
        v : int
            Id of the other node.

        Returns
        -------
        int
            0 for u = v, where it has no meaning.

        Raises
        ------
        InvalidValueError
            HV-302 for an id that does not exist.
        """
    def sets(self, level: typing.SupportsInt | typing.SupportsIndex) -> numpy.typing.NDArray[numpy.int64]:
        """
        The lambda set of each node at a level, as labels in order of first appearance.

        Parameters
        ----------
        level : int
            1 or more; 1 gives the components.

        Returns
        -------
        numpy.ndarray, shape (nodes,)

        Raises
        ------
        InvalidValueError
            HV-302 for a level below 1.
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
    def __getstate__(self) -> tuple: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    def say(self, lang: str) -> str:
        """
        How it was computed, in a language.

        Parameters
        ----------
        lang : str
            Language, one of `houvast.languages()`.

        Returns
        -------
        str

        Raises
        ------
        UnknownKeyError
            HV-503 for a language that does not exist.
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
        How it was computed, in one line of English.
        """
    @property
    def provenance(self) -> houvast._core.Provenance:
        """
        How it was computed: definition, source, options, version and seed.
        """
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
    def __getstate__(self) -> tuple: ...
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
    def __getstate__(self) -> tuple: ...
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
    def __getstate__(self) -> tuple: ...
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
    def __getstate__(self) -> tuple: ...
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
    def __getstate__(self) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    def say(self, lang: str) -> str:
        """
        How they were found, in a language.

        Parameters
        ----------
        lang : str
            Language, one of `houvast.languages()`.

        Returns
        -------
        str

        Raises
        ------
        UnknownKeyError
            HV-503 for a language that does not exist.
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
    def method(self) -> str:
        """
        How they were found, in English.
        """
    @property
    def table(self) -> houvast._core.Table:
        """
        A row per tie: its ends, and the value of the goal before and after it.
        """

def articulation_points(graph: houvast._core.Graph) -> numpy.typing.NDArray[numpy.int64]:
    """
    The nodes whose departure would split their component, in increasing order; direction is ignored.

    Parameters
    ----------
    graph : Graph
        The network.

    Returns
    -------
    numpy.ndarray, shape (points,)
        Ids of nodes.

    References
    ----------
    Hopcroft & Tarjan (1973), Communications of the ACM 16(6), algorithm 447.
    """

def assortativity(
    graph: houvast._core.Graph,
    groups: numpy.typing.ArrayLike
    | collections.abc.Sequence[collections.abc.Hashable]
    | collections.abc.Mapping[int, collections.abc.Hashable]
    | None = None,
    *,
    source: str = "out",
    target: str = "in",
) -> houvast._core.Estimate:
    """
    Tells whether well-connected nodes are tied to well-connected nodes (+1) or to little-connected ones (-1).

    Parameters
    ----------
    graph : Graph
        The network.
    groups : sequence, shape (nodes,), or mapping, optional
        With labels of nodes the same as `assortativity_nominal`; None: by degree.
    source : str
        Which degree counts at the beginning of an arc: "out" or "in".
    target : str
        Which degree counts at its end: "out" or "in".

    Returns
    -------
    Estimate
        Correlation of the degrees at both ends of the ties; n = ties; undefined without ties or when all degrees at one
        end are equal.

    Raises
    ------
    InvalidValueError
        HV-303 unknown degree.

    References
    ----------
    Newman (2003), Physical Review E 67, 026126, section III.
    """

def assortativity_nominal(
    graph: houvast._core.Graph,
    groups: numpy.typing.ArrayLike
    | collections.abc.Sequence[collections.abc.Hashable]
    | collections.abc.Mapping[int, collections.abc.Hashable],
) -> houvast._core.Estimate:
    """
    Tells how much more ties stay within groups than the groups' shares of ties would give (1 = always, 0 = by chance).

    Parameters
    ----------
    graph : Graph
        The network.
    groups : sequence, shape (nodes,), or mapping
        A label per node: texts or numbers in a list, numpy, pandas, polars or Arrow, or a dict from node to label. None, NaN
        and NA are no group.

    Returns
    -------
    Estimate
        n = ties counted; undefined without ties or when all ties lie in one group.

    Raises
    ------
    InvalidValueError
        HV-301 wrong length, HV-302 a code below -1.

    References
    ----------
    Newman (2003), Physical Review E 67, 026126, eq. 2.
    """

def average_clustering(graph: houvast._core.Graph, too_few: str = "zero") -> houvast._core.Estimate:
    """
    The mean of local clustering. Undefined when no node counts.

    Parameters
    ----------
    graph : Graph
        The network.
    too_few : str
        Nodes with fewer than two neighbours count as 0 ("zero", as networkx) or not at all ("nan").

    Returns
    -------
    Estimate
        `n` = number of nodes that count.

    Raises
    ------
    InvalidValueError
        HV-303 for another word.

    References
    ----------
    Watts & Strogatz (1998), Nature 393.
    """

def average_path_length(
    graph: houvast._core.Graph,
    mode: str = "out",
    weights: str = "ignored",
    threads: typing.SupportsInt | typing.SupportsIndex = 1,
) -> houvast._core.Estimate:
    """
    The mean length of shortest paths, over the pairs that can reach each other.

    Undefined when no node reaches another.

    Parameters
    ----------
    graph : Graph
        The network.
    mode : str
        Which arcs of a directed graph count: "out" from the node, "in" towards it, or "all". No difference when undirected.
    weights : str
        "ignored": every tie is one step; "distance": weights are lengths.
    threads : int
        How many threads compute; 0: as many as the machine has. Never changes the result.

    Returns
    -------
    Estimate
        `n` = reachable pairs (ordered when directed); details "unreachable_pairs".

    Raises
    ------
    InvalidValueError
        HV-303 for another word, HV-302 for a length that is not above 0.

    References
    ----------
    Watts & Strogatz (1998), Nature 393; unreachable pairs left out and counted, as igraph does.
    """

def best_new_ties(
    graph: houvast._core.Graph,
    k: typing.SupportsInt | typing.SupportsIndex,
    *,
    goal: str = "pairs_separated",
    groups: numpy.typing.ArrayLike
    | collections.abc.Sequence[collections.abc.Hashable]
    | collections.abc.Mapping[int, collections.abc.Hashable]
    | None = None,
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
    Which few new ties do most for a goal. Keeping a tie costs time: fewer ties are given when more do not help.

    Exact, by trying every set of at most `k` candidates, when there are no more than `combinations` sets: of the best
    sets the smallest, and of these the first in the order of nodes. Else greedy: in every step all candidates are tried
    and the one that does most is added, the first in the order of nodes when several do the same; it ends when no single
    tie does anything (two together might). The values of the goal are exact in both.

    Parameters
    ----------
    graph : Graph
        The network.
    k : int
        New ties at most, 1 or more.
    goal : str
        "groups" (pairs of groups at most `steps` ties apart, 1), "reach_any" or "reach_every" (nodes at most `steps`
        ties, 2, from one or from every one of `targets`), "articulation_points" or "pairs_separated" (fewer is better).
    groups : sequence, shape (nodes,), or mapping, optional
        A label per node, for the goal "groups".
    targets : sequence of int, optional
        Ids of nodes, for the goals "reach_any" and "reach_every".
    steps : int, optional
        Ties from one to the other at most, 1 or more; None: what suits the goal.
    candidates : sequence of pairs of int, optional
        Pairs of nodes that may become a tie; None: all without one.
    combinations : int
        Up to so many sets of ties all of them are tried; beyond that the search is greedy, with exact values.
    threads : int
        How many threads compute; 0: as many as the machine has. Never changes the result.

    Returns
    -------
    NewTies
        The ties with the value of the goal before and after each.

    Raises
    ------
    InvalidValueError
        HV-301 not one label per node, HV-302 `k` or `steps` below 1, an id out of range, a candidate that is a tie
        or a loop, HV-305 no groups or no targets where the goal needs them.

    References
    ----------
    Own definition.
    """

def betweenness(
    graph: houvast._core.Graph,
    normalized: bool = False,
    threads: typing.SupportsInt | typing.SupportsIndex = 1,
    *,
    weights: str = "ignored",
) -> numpy.typing.NDArray[numpy.float64]:
    """
    For each node how many shortest paths between others run through it, a pair with several paths counting in parts.

    Every tie is one step whatever its weight; directed paths follow the arcs. An undirected pair counts once.

    Parameters
    ----------
    graph : Graph
        The network.
    normalized : bool
        Divide by the number of pairs of other nodes.
    threads : int
        How many threads compute; 0: as many as the machine has. Never changes the result.
    weights : str
        "ignored": every tie is one step; "distance": a tie is as long as its weight, which is above 0. Strength is not
        distance: convert first, for example 1 / strength.

    Returns
    -------
    numpy.ndarray, shape (nodes,)
        One number per node, 0 or more.

    Raises
    ------
    InvalidValueError
        HV-302 when two nodes have more shortest paths than a double can hold (about 10^308).

    References
    ----------
    Freeman (1977), Sociometry 40(1); Brandes (2001), Journal of Mathematical Sociology 25(2).
    """

def bridges(graph: houvast._core.Graph) -> numpy.typing.NDArray[numpy.int64]:
    """
    The ties whose loss would split their component, as pairs (lower id, higher id) in increasing order.

    Direction is ignored: two arcs in opposite directions are one tie.

    Parameters
    ----------
    graph : Graph
        The network.

    Returns
    -------
    numpy.ndarray, shape (bridges, 2)
        The two ends of each.

    References
    ----------
    Tarjan (1974), Information Processing Letters 2(6).
    """

def brokerage(
    graph: houvast._core.Graph,
    groups: numpy.typing.ArrayLike
    | collections.abc.Sequence[collections.abc.Hashable]
    | collections.abc.Mapping[int, collections.abc.Hashable],
    *,
    threads: typing.SupportsInt | typing.SupportsIndex = 1,
) -> houvast._core.Table:
    """
    Counts how often each node stands between two others that have no direct tie, by the groups of the three.

    Over all ordered pairs (i, k) with ties i -> v -> k and no tie i -> k: coordinator (all three in one group),
    consultant (i and k in one group, v in another), representative (i and v in one, k in another), gatekeeper (v and k in
    one, i in another), liaison (three groups). An undirected tie is a tie both ways, so that each unordered pair counts
    twice and representative equals gatekeeper (as R sna counts).

    Expectation and z: given the density and the group sizes, every tie independent. z is missing where chance leaves no
    room: the variance is zero because the groups are too small for the position (a group of one has no coordinator, two
    groups have no liaison) or because no open pair can exist (no ties, or all).

    Parameters
    ----------
    graph : Graph
        The network.
    groups : sequence, shape (nodes,), or mapping
        A label per node; every node needs one.
    threads : int
        How many threads compute; 0: as many as the machine has. Never changes the result.

    Returns
    -------
    Table
        A row per node: node, group, the five positions and total (counts), expected_* and z_* for each.

    Raises
    ------
    InvalidValueError
        HV-301 wrong length, HV-302 a code below 0 or without a label.

    References
    ----------
    Gould & Fernandez (1989), Sociological Methodology 19, 89–126.
    """

def brokerage_totals(
    graph: houvast._core.Graph,
    groups: numpy.typing.ArrayLike
    | collections.abc.Sequence[collections.abc.Hashable]
    | collections.abc.Mapping[int, collections.abc.Hashable],
    *,
    threads: typing.SupportsInt | typing.SupportsIndex = 1,
) -> houvast._core.Table:
    """
    Counts each brokerage position over the whole network, beside its value by chance.

    Parameters
    ----------
    graph : Graph
        The network.
    groups : sequence, shape (nodes,), or mapping
        A label per node; every node needs one.
    threads : int
        How many threads compute; 0: as many as the machine has. Never changes the result.

    Returns
    -------
    Table
        Six rows: position, count, expected, sd, z (missing where the variance by chance is not above zero).

    Raises
    ------
    InvalidValueError
        HV-301 wrong length, HV-302 a code below 0.

    References
    ----------
    Gould & Fernandez (1989), Sociological Methodology 19, 89–126.
    """

def centralization(
    graph: houvast._core.Graph, which: str, threads: typing.SupportsInt | typing.SupportsIndex = 1
) -> houvast._core.Estimate:
    """
    How far the network turns around one node: 1 for a star, 0 when all are equally central. Loops never count.

    Sum of the differences from the most central node, divided by that sum in a star of the same size (an in-star or
    out-star for in- and out-degree, a star of arcs both ways for the others when directed). Degree, betweenness and
    closeness are at most 1; eigenvector can pass 1, so its detail "relative_to_maximum" gives the sum divided by the
    largest possible one, n - 2 (one tie and isolates). Undefined with fewer than three nodes; closeness when the graph is
    directed or not connected; eigenvector when it is directed or has no tie.

    Parameters
    ----------
    graph : Graph
        The network.
    which : str
        "degree", "in_degree", "out_degree", "betweenness", "closeness" or "eigenvector".
    threads : int
        How many threads compute; 0: as many as the machine has. Never changes the result.

    Returns
    -------
    Estimate
        `n` = number of nodes; details "sum" (of the differences) and "sum_in_star".

    Raises
    ------
    InvalidValueError
        HV-303 for another word.

    References
    ----------
    Freeman (1978), Social Networks 1(3), eq. 3 to 5; own definition for eigenvector.
    """

def closeness(
    graph: houvast._core.Graph,
    variant: str = "wasserman_faust",
    mode: str = "out",
    threads: typing.SupportsInt | typing.SupportsIndex = 1,
    *,
    weights: str = "ignored",
) -> numpy.typing.NDArray[numpy.float64]:
    """
    How near each node is to the nodes that it can reach; every tie is one step.

    With r = number of other nodes reached, D = sum of the distances to them, n = number of nodes.

    Parameters
    ----------
    graph : Graph
        The network.
    variant : str
        "wasserman_faust" (r / (n - 1)) * (r / D), 0 when r = 0; "component" r / D; "reciprocal_sum" 1 / D.
    mode : str
        Which arcs of a directed graph count: "out" from the node, "in" towards it, or "all". No difference when undirected.
    threads : int
        How many threads compute; 0: as many as the machine has. Never changes the result.
    weights : str
        "ignored": every tie is one step; "distance": a tie is as long as its weight, which is above 0. Strength is not
        distance: convert first, for example 1 / strength.

    Returns
    -------
    numpy.ndarray, shape (nodes,)
        One number per node; NaN when r = 0, but for "wasserman_faust".

    Raises
    ------
    InvalidValueError
        HV-303 for another word, HV-302 for a length that is not above 0.

    References
    ----------
    Freeman (1978), Social Networks 1(3); Wasserman & Faust (1994), eq. 5.22.
    """

def clustering(graph: houvast._core.Graph, too_few: str = "zero") -> numpy.typing.NDArray[numpy.float64]:
    """
    For each node the share of pairs of its neighbours that have a tie themselves; direction is ignored.

    Parameters
    ----------
    graph : Graph
        The network.
    too_few : str
        What nodes with fewer than two neighbours get: "zero" (as networkx) or "nan" (as sna and igraph).

    Returns
    -------
    numpy.ndarray, shape (nodes,)
        Shares from 0 to 1.

    Raises
    ------
    InvalidValueError
        HV-303 for another word.

    References
    ----------
    Watts & Strogatz (1998), Nature 393.
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
    Finds groups of nodes that have more ties with each other than chance would give; each is connected.

    Local moving, refinement and aggregation until nothing improves (Leiden), with the best instead of a random
    improvement in the refinement. Every search takes up to ten rounds, and the three that have come furthest go on until
    nothing changes. A node without ties is a community of its own. Direction and weights count.

    Whatever the nodes are called, the division is the same: the search takes them in an order that follows from their
    ties. Only of nodes that their ties do not tell apart, the order in which they are given decides.

    Parameters
    ----------
    graph : Graph
        The network.
    resolution : float
        0 or more; above 1 asks for smaller groups.
    seed : int
        Of the random numbers; the same seed gives the same result everywhere.
    attempts : int, optional
        Independent searches, of which the best is kept; None: 100 up to 500 nodes, 10 beyond.
    rounds : int
        Most rounds of a search that has come furthest, 1 or more.

    Returns
    -------
    Communities
        The community of each node, their number and the modularity.

    Raises
    ------
    InvalidValueError
        HV-302 a negative resolution or weight, or no attempt or round.

    References
    ----------
    Traag, Waltman & van Eck (2019), Scientific Reports 9, 5233.
    """

def components(graph: houvast._core.Graph, strong: bool = False) -> Components:
    """
    The parts of the network that have no tie between them.

    Parameters
    ----------
    graph : Graph
        The network.
    strong : bool
        Nodes of a directed graph belong together only when each can reach the other along arcs; False: direction is
        ignored.

    Returns
    -------
    Components
        Number of parts, the part of each node and the sizes.

    References
    ----------
    Tarjan (1972), SIAM Journal on Computing 1(2), for strong components; Sutton, Ben-Nun & Barak (2018), IPDPS, for weak
    ones.
    """

def constraint(graph: houvast._core.Graph, *, weighted: bool = True) -> numpy.typing.NDArray[numpy.float64]:
    """
    Tells how little freedom each node has because its contacts are tied to each other.

    Sum over contacts j of (p_ij + sum over q of p_iq p_qj)², where p_ij = (a_ij + a_ji) / sum over k of (a_ik + a_ki). It
    can exceed 1. NaN for a node without contacts.

    Parameters
    ----------
    graph : Graph
        The network.
    weighted : bool
        Whether weights of ties count; False: every tie counts 1.

    Returns
    -------
    numpy.ndarray, shape (nodes,)
        One value per node.

    Raises
    ------
    InvalidValueError
        HV-302 a negative weight.

    References
    ----------
    Burt (1992), Structural Holes, chapter 2.
    """

def continuous_coreness(graph: houvast._core.Graph) -> Coreness:
    """
    Gives each node a degree of coreness, so that ties are as near as possible to the product of both ends' coreness.

    Least squares off the diagonal (MINRES) over coreness from 0 to 1, ties divided by the largest weight; without the
    upper bound a star has no best answer. Improves one node at a time until no coreness changes by more than 1e-13,
    starting from what each node's ties sum to and from each node with those it is tied to (above 64 nodes: from the 16
    whose ties sum to most); the lowest sum of squares counts. The search takes nodes in an order that follows from their
    ties, so that it finds the same whatever they are called; of equally good answers the first in that order is kept,
    which for nodes that their ties do not tell apart is the order in which they are given. Direction: (a_ij + a_ji) / 2.
    Weights count.

    Parameters
    ----------
    graph : Graph
        The network.

    Returns
    -------
    Coreness
        Fit is undefined when all pairs are tied alike.

    Raises
    ------
    InvalidValueError
        HV-302 a negative weight.

    References
    ----------
    Borgatti & Everett (2000), Social Networks 21(4), 375–395, section 4; MINRES: Comrey (1962), Psychological Reports 11,
    15–18; upper bound: own definition.
    """

def core_numbers(graph: houvast._core.Graph, mode: str = "symmetrized") -> numpy.typing.NDArray[numpy.int64]:
    """
    For each node the largest k for which it is in a k-core: a part in which all have at least k ties within the part.

    Parameters
    ----------
    graph : Graph
        The network.
    mode : str
        Of a directed graph: "symmetrized" (two opposite arcs count once), "all" (they count twice), "in" or "out".

    Returns
    -------
    numpy.ndarray, shape (nodes,)
        One number per node.

    Raises
    ------
    InvalidValueError
        HV-303 for another word.

    References
    ----------
    Seidman (1983), Social Networks 5(3); Batagelj & Zaversnik (2003), arXiv:cs/0310049.
    """

def core_periphery(
    graph: houvast._core.Graph,
    *,
    between: str = "absent",
    seed: typing.SupportsInt | typing.SupportsIndex = 1,
    attempts: typing.SupportsInt | typing.SupportsIndex = 32,
) -> CorePeriphery:
    """
    Divides the network into a core whose members are tied and a periphery whose members are not, as well as it goes.

    Maximises the correlation between the ties (off the diagonal, every tie 1) and the ideal network. Exact up to 16 nodes
    (every division is tried); beyond that the best of many searches that move or swap single nodes. Of equally good
    divisions the one with the smaller core is kept, then the one with the lower nodes in the core (up to 16 nodes) or the
    one that comes first in the order of the search, which follows from the ties alone: whatever the nodes are called, the
    division is the same, but for nodes that their ties do not tell apart.

    Parameters
    ----------
    graph : Graph
        The network.
    between : str
        What an ideal network has between core and periphery: "absent", "present" or "missing" (not looked at).
    seed : int
        Of the random numbers; the same seed gives the same result everywhere.
    attempts : int
        Searches beyond 16 nodes, 0 or more.

    Returns
    -------
    CorePeriphery
        Who is in the core, and how well that fits.

    Raises
    ------
    InvalidValueError
        HV-303 unknown `between`, HV-302 a negative number of attempts.

    References
    ----------
    Borgatti & Everett (2000), Social Networks 21(4), 375–395, section 3.
    """

def cut_off(graph: houvast._core.Graph, leaving: numpy.typing.ArrayLike | collections.abc.Set[int]) -> list[int]:
    """
    Who becomes unreachable when some nodes leave together: the remaining nodes that lose the largest remaining part of
    their component, in increasing order; of parts of the same size the one with the lowest node counts as the largest.

    Direction is ignored. The number of them is the column `cut_off` of `knockout`.

    Parameters
    ----------
    graph : Graph
        The network.
    leaving : sequence of int
        Ids of the nodes that leave.

    Returns
    -------
    numpy.ndarray, shape (cut off,)
        Ids of nodes.

    Raises
    ------
    InvalidValueError
        HV-302 when an id is out of range.

    References
    ----------
    Own definition.
    """

def degree(graph: houvast._core.Graph, mode: str = "all") -> numpy.typing.NDArray[numpy.int64]:
    """
    The number of ties of each node, loops not counted.

    Parameters
    ----------
    graph : Graph
        The network.
    mode : str
        Which arcs of a directed graph count: "out" from the node, "in" towards it, or "all". No difference when undirected.

    Returns
    -------
    numpy.ndarray, shape (nodes,)
        Numbers of ties.

    Raises
    ------
    InvalidValueError
        HV-303 for another word.

    References
    ----------
    Freeman (1978), Social Networks 1(3).
    """

def density(graph: houvast._core.Graph) -> houvast._core.Estimate:
    """
    The share of possible ties that are there: ties / (n (n - 1)) when directed, twice that when undirected.

    Loops count neither as ties nor as possible ties. Undefined with fewer than two nodes.

    Parameters
    ----------
    graph : Graph
        The network.

    Returns
    -------
    Estimate
        `n` = number of possible ties; details "ties".

    References
    ----------
    Wasserman & Faust (1994), eq. 4.3 and 4.19.
    """

def diameter(
    graph: houvast._core.Graph,
    mode: str = "out",
    weights: str = "ignored",
    threads: typing.SupportsInt | typing.SupportsIndex = 1,
) -> houvast._core.Estimate:
    """
    The longest shortest path, over the pairs that can reach each other.

    Undefined when no node reaches another.

    Parameters
    ----------
    graph : Graph
        The network.
    mode : str
        Which arcs of a directed graph count: "out" from the node, "in" towards it, or "all". No difference when undirected.
    weights : str
        "ignored": every tie is one step; "distance": weights are lengths.
    threads : int
        How many threads compute; 0: as many as the machine has. Never changes the result.

    Returns
    -------
    Estimate
        `n` = reachable pairs (ordered when directed); details "unreachable_pairs".

    Raises
    ------
    InvalidValueError
        HV-303 for another word, HV-302 for a length that is not above 0.

    References
    ----------
    Wasserman & Faust (1994), chapter 4.3.
    """

def distances(
    graph: houvast._core.Graph,
    sources: int | numpy.typing.ArrayLike | collections.abc.Set[int] | None = None,
    mode: str = "out",
    weights: str = "ignored",
    threads: typing.SupportsInt | typing.SupportsIndex = 1,
) -> numpy.typing.NDArray[numpy.float64]:
    """
    How far every node is from every other, or from some.

    Parameters
    ----------
    graph : Graph
        The network.
    sources : int or sequence of int, optional
        The nodes to measure from; None: every node.
    mode : str
        Which arcs of a directed graph count: "out" from the node, "in" towards it, or "all". No difference when undirected.
    weights : str
        "ignored": every tie is one step; "distance": weights are lengths. Strengths must be converted first.
    threads : int
        How many threads compute; 0: as many as the machine has. Never changes the result.

    Returns
    -------
    numpy.ndarray, shape (sources, nodes) or (nodes,) for one id
        Lengths; infinity where there is no path.

    Raises
    ------
    InvalidValueError
        HV-302 when an id is out of range or a length negative.

    References
    ----------
    Breadth-first search; with lengths Dijkstra (1959), Numerische Mathematik 1.
    """

def dyad_census(graph: houvast._core.Graph) -> houvast._core.Table:
    """
    Counts pairs of nodes by the ties between them.

    Parameters
    ----------
    graph : Graph
        The network.

    Returns
    -------
    Table
        Columns type ("mutual", "asymmetric", "null") and count.

    References
    ----------
    Holland & Leinhardt (1970), American Journal of Sociology 76(3), 492–513.
    """

def edge_connectivity(graph: houvast._core.Graph) -> houvast._core.Estimate:
    """
    How many ties must fail, at least, before some node can no longer reach some other.

    Directed: before some node can no longer reach some other along arcs. Undefined with fewer than two nodes.

    Parameters
    ----------
    graph : Graph
        The network.

    Returns
    -------
    Estimate
        `n` = number of nodes.

    References
    ----------
    Menger (1927); Schnorr (1979), SIAM Journal on Computing 8(2); flows by Dinic (1970).
    """

def effective_size(graph: houvast._core.Graph, *, weighted: bool = True) -> numpy.typing.NDArray[numpy.float64]:
    """
    Tells how many contacts each node has that are not doubled by others.

    Sum over contacts j of (1 - sum over q of p_iq m_jq), where m_jq = (a_jq + a_qj) / max over k of (a_jk + a_kj).
    Without weights and direction: contacts - 2 × ties among them / contacts. NaN for a node without contacts.

    Parameters
    ----------
    graph : Graph
        The network.
    weighted : bool
        Whether weights of ties count; False: every tie counts 1.

    Returns
    -------
    numpy.ndarray, shape (nodes,)
        One value per node, from 1 to its number of contacts (below 1 is possible when directed or weighted).

    Raises
    ------
    InvalidValueError
        HV-302 a negative weight.

    References
    ----------
    Burt (1992), Structural Holes, chapter 2.
    """

def ego_measures(graph: houvast._core.Graph, *, weighted: bool = True) -> houvast._core.Table:
    """
    All measures of each node's surroundings in one table.

    Parameters
    ----------
    graph : Graph
        The network.
    weighted : bool
        Whether weights of ties count; False: every tie counts 1.

    Returns
    -------
    Table
        A row per node: node, contacts, contact_ties (pairs of contacts that are tied), contact_density (0 to 1, missing
        below two contacts), effective_size, efficiency (effective size / contacts), constraint, hierarchy.

    Raises
    ------
    InvalidValueError
        HV-302 a negative weight.

    References
    ----------
    Burt (1992), Structural Holes, chapter 2.
    """

def ei_index(
    graph: houvast._core.Graph,
    groups: numpy.typing.ArrayLike
    | collections.abc.Sequence[collections.abc.Hashable]
    | collections.abc.Mapping[int, collections.abc.Hashable],
    *,
    permutations: typing.SupportsInt | typing.SupportsIndex = 1000,
    seed: typing.SupportsInt | typing.SupportsIndex = 1,
    threads: typing.SupportsInt | typing.SupportsIndex = 1,
) -> houvast._core.Estimate:
    """
    Tells whether ties look outward (+1: all between groups) or inward (-1: all within groups), beside its value by
    chance.

    value = (external - internal) / (external + internal). `expected` = (possible external - possible internal) / possible
    pairs: the value when every pair of nodes is tied with the same probability, given the group sizes; this is also the
    exact mean over all permutations of the labels. `p_value` is two-sided: the share of permutations at least as far from
    `expected` as the observed value, on either side, the observed one included: (1 + hits) / (1 + permutations).

    Parameters
    ----------
    graph : Graph
        The network.
    groups : sequence, shape (nodes,), or mapping
        A label per node: texts or numbers in a list, numpy, pandas, polars or Arrow, or a dict from node to label. None, NaN
        and NA are no group.
    permutations : int
        Number of random permutations for the p-value, 0 or more.
    seed : int
        Of the random numbers; the same seed gives the same result everywhere.
    threads : int
        How many threads compute; 0: as many as the machine has. Never changes the result.

    Returns
    -------
    Estimate
        n = ties counted; details: external, internal, possible_external, possible_internal (arcs when directed),
        p_greater_equal, p_less_equal, nodes_without_group, permuted_mean, permuted_sd; undefined without ties.

    Raises
    ------
    InvalidValueError
        HV-301 wrong length, HV-302 a code below -1 or fewer than 0 permutations.

    References
    ----------
    Krackhardt & Stern (1988), Social Psychology Quarterly 51(2), 123–140; value by chance: own definition.
    """

def eigenvector(
    graph: houvast._core.Graph,
    scale: str = "maximum",
    weighted: bool = False,
    tolerance: typing.SupportsFloat | typing.SupportsIndex = 1e-12,
    max_iterations: typing.SupportsInt | typing.SupportsIndex = 100000,
) -> numpy.typing.NDArray[numpy.float64]:
    """
    Each node's centrality in proportion to the summed centrality of those with a tie to it (arcs towards it).

    Limit of power iteration from equal values. Undirected: computed per component, of which the one with the largest
    eigenvalue has values and the others 0; components whose largest eigenvalues are equal (relative difference up to
    1e-12) all have values, in the proportions of that limit: a vector v of a component counts for sum(v) / sum(v²). All
    NaN when no tie or no cycle of arcs makes such values exist.

    Parameters
    ----------
    graph : Graph
        The network.
    scale : str
        "maximum": the largest value is 1 (as igraph); "length": the sum of squares is 1 (as networkx).
    weighted : bool
        Whether weights of ties count; False: every tie counts 1.
    tolerance : float
        Settled when no value changes by more than this; above 0.
    max_iterations : int
        Steps until it is given up, 1 or more.

    Returns
    -------
    numpy.ndarray, shape (nodes,)
        One number per node.

    Raises
    ------
    InvalidValueError
        HV-302 when a used weight is negative or an option out of range, HV-306 when it does not settle.

    References
    ----------
    Bonacich (1972), Journal of Mathematical Sociology 2(1).
    """

def group_density(
    graph: houvast._core.Graph,
    groups: numpy.typing.ArrayLike
    | collections.abc.Sequence[collections.abc.Hashable]
    | collections.abc.Mapping[int, collections.abc.Hashable],
) -> houvast._core.Table:
    """
    Shows how dense the ties are within and between groups (block matrix).

    Parameters
    ----------
    graph : Graph
        The network.
    groups : sequence, shape (nodes,), or mapping
        A label per node: texts or numbers in a list, numpy, pandas, polars or Arrow, or a dict from node to label. None, NaN
        and NA are no group.

    Returns
    -------
    Table
        One row per pair of groups. Columns from_group, to_group, ties, possible, density (0 to 1, missing where no pair
        is possible); every ordered pair of groups when directed, every unordered pair once (from before to) when
        undirected.

    Raises
    ------
    InvalidValueError
        HV-301 wrong length, HV-302 a code below -1 or without a label.

    References
    ----------
    Wasserman & Faust (1994), Social Network Analysis, chapter 10.
    """

def harmonic(
    graph: houvast._core.Graph,
    normalized: bool = False,
    mode: str = "out",
    threads: typing.SupportsInt | typing.SupportsIndex = 1,
) -> numpy.typing.NDArray[numpy.float64]:
    """
    The sum of 1 / distance from each node to all others, those that cannot be reached counting 0.

    Parameters
    ----------
    graph : Graph
        The network.
    normalized : bool
        Divide by n - 1; NaN when there are no others.
    mode : str
        Which arcs of a directed graph count: "out" from the node, "in" towards it, or "all". No difference when undirected.
    threads : int
        How many threads compute; 0: as many as the machine has. Never changes the result.

    Returns
    -------
    numpy.ndarray, shape (nodes,)
        One number per node, 0 or more. With `normalized` NaN when there are no others.

    Raises
    ------
    InvalidValueError
        HV-303 for another word.

    References
    ----------
    Rochat (2009), Applications of Social Network Analysis; Boldi & Vigna (2014), Internet Mathematics 10.
    """

def hierarchy(graph: houvast._core.Graph, *, weighted: bool = True) -> numpy.typing.NDArray[numpy.float64]:
    """
    Tells how far each node's constraint comes from a single contact (0 = evenly from all, 1 = all from one).

    Sum over the N contacts j of r_j ln r_j / (N ln N), where r_j = c_ij / (C / N). With one contact: 1, all constraint
    comes from it (own rule). NaN for a node without contacts. Krackhardt's hierarchy of the whole network is another
    thing: `krackhardt`.

    Parameters
    ----------
    graph : Graph
        The network.
    weighted : bool
        Whether weights of ties count; False: every tie counts 1.

    Returns
    -------
    numpy.ndarray, shape (nodes,)
        One value per node, 0 to 1.

    Raises
    ------
    InvalidValueError
        HV-302 a negative weight.

    References
    ----------
    Burt (1992), Structural Holes, chapter 2.
    """

def isolates(graph: houvast._core.Graph) -> numpy.typing.NDArray[numpy.int64]:
    """
    The nodes without any tie to another node, in increasing order; a loop is no tie.

    Parameters
    ----------
    graph : Graph
        The network.

    Returns
    -------
    numpy.ndarray, shape (isolates,)
        Ids of nodes.

    References
    ----------
    Own definition.
    """

def knockout(
    graph: houvast._core.Graph,
    sets: collections.abc.Iterable[numpy.typing.ArrayLike | collections.abc.Set[int]] | None = None,
    *,
    groups: numpy.typing.ArrayLike
    | collections.abc.Sequence[collections.abc.Hashable]
    | collections.abc.Mapping[int, collections.abc.Hashable]
    | None = None,
) -> houvast._core.Table:
    """
    What happens when each node leaves, or each of some sets or groups of nodes together.

    Direction is ignored. Columns: node, set (its position) or group (its label); `components` and `largest`: number of
    components and size of the largest one after they left; `cut_off`: remaining nodes that lose the largest remaining
    part of their component; `pairs_lost`: pairs of remaining nodes that were connected and no longer are; for sets and
    groups `removed`: how many leave.

    Parameters
    ----------
    graph : Graph
        The network.
    sets : sequence of sequence of int, optional
        Sets of nodes that leave together; None: every node by itself.
    groups : sequence, shape (nodes,), or mapping, optional
        A label per node: who shares one leaves together, and who has none (None, NaN) stays. Not together with `sets`.

    Returns
    -------
    Table
        One row per node, set or group.

    Raises
    ------
    InvalidValueError
        HV-301 not one label per node, HV-302 an id that does not exist, HV-304 both sets and groups.

    References
    ----------
    Own definition; parts by low-link numbers, Hopcroft & Tarjan (1973), Communications of the ACM 16(6).
    """

def knockout_curve(
    graph: houvast._core.Graph, order: numpy.typing.ArrayLike | collections.abc.Set[int]
) -> houvast._core.Table:
    """
    What is left while nodes leave one after another in a given order; direction is ignored.

    Rows 0 (nobody has left) to order.size(). Columns: `removed`; `node`: who left last, missing in row 0; `components`;
    `largest`; `pairs_connected`: pairs of remaining nodes that are connected.

    Parameters
    ----------
    graph : Graph
        The network.
    order : sequence of int
        Ids of different nodes, in the order in which they leave.

    Returns
    -------
    Table
        One row per step, from nobody has left.

    Raises
    ------
    InvalidValueError
        HV-302 when an id is out of range, HV-304 when a node leaves twice.

    References
    ----------
    Own definition; Newman & Ziff (2001), Physical Review E 64, for the way back.
    """

def krackhardt(graph: houvast._core.Graph) -> Krackhardt:
    """
    Compares a network of directed ties with a chain of command: one connected whole, no way back, no tie too many, every
    two with one closest common superior.

    "Closest" is Krackhardt's rule: a common superior that all other common superiors reach. R sna 2.7 describes this rule
    but counts common superiors that reach all others; that number is `lubness.details["highest_common_superior"]`.

    A measure is undefined when no pair could show it (hierarchy: nobody reaches anybody; efficiency: no component of two;
    lubness: no component of three).

    Parameters
    ----------
    graph : Graph
        The network.

    Returns
    -------
    Krackhardt
        Four estimates, each with the number of pairs (efficiency: of ties) as n.

    References
    ----------
    Krackhardt (1994), in Carley & Prietula (eds.), Computational Organization Theory, 89–111.
    """

def lambda_sets(graph: houvast._core.Graph) -> LambdaSets:
    """
    Lambda sets of an undirected graph; ties count 1 whatever their weight.

    Parameters
    ----------
    graph : Graph
        The network.

    Returns
    -------
    LambdaSets
        Which nodes hold together under how many losses of ties.

    Raises
    ------
    InvalidValueError
        HV-303 for a directed graph: symmetrize it first, in the way that suits the question.

    References
    ----------
    Borgatti, Everett & Shirey (1990), Social Networks 12(4); tree by Gusfield (1990), SIAM Journal on Computing 19(1).
    """

def maximal_cliques(
    graph: houvast._core.Graph,
    min_size: typing.SupportsInt | typing.SupportsIndex = 1,
    limit: typing.SupportsInt | typing.SupportsIndex = 1000000,
) -> list[list[int]]:
    """
    All maximal cliques: groups in which everybody has a tie with everybody and to which nobody can be added.

    Parameters
    ----------
    graph : Graph
        The network.
    min_size : int
        Smaller groups are left out; 1 or more.
    limit : int
        An error when there are more than this.

    Returns
    -------
    list of list of int
        Cliques with members in increasing order, the list in lexicographic order.

    Raises
    ------
    InvalidValueError
        HV-302 when there are more than `limit` (never a silent part of them) or an option is below 1, HV-303 for a
        directed graph: symmetrize it first.

    References
    ----------
    Bron & Kerbosch (1973); Tomita, Tanaka & Takahashi (2006); Eppstein, Loeffler & Strash (2010).
    """

def modularity(
    graph: houvast._core.Graph,
    labels: numpy.typing.ArrayLike
    | collections.abc.Sequence[collections.abc.Hashable]
    | collections.abc.Mapping[int, collections.abc.Hashable],
    *,
    resolution: typing.SupportsFloat | typing.SupportsIndex = 1.0,
) -> houvast._core.Estimate:
    """
    Tells how much denser a division into groups is inside than chance would make it.

    Undirected: sum over groups of L_c / m - resolution × (K_c / 2m)²; directed: L_c / m - resolution × K_out K_in / m².
    Weights count where there are any.

    Parameters
    ----------
    graph : Graph
        The network.
    labels : sequence, shape (nodes,), or mapping
        The group of each node; every node needs one.
    resolution : float
        0 or more; above 1 asks for smaller groups.

    Returns
    -------
    Estimate
        n = ties; undefined without ties (or without weight).

    Raises
    ------
    InvalidValueError
        HV-301 wrong length, HV-302 a label below 0, a negative resolution or a negative weight.

    References
    ----------
    Newman (2006), PNAS 103(23), 8577–8582; directed: Leicht & Newman (2008), PRL 100, 118703; resolution: Reichardt &
    Bornholdt (2006), Physical Review E 74, 016110.
    """

def mrqap(
    y: numpy.typing.ArrayLike,
    predictors: collections.abc.Sequence[numpy.typing.ArrayLike] | collections.abc.Mapping[str, numpy.typing.ArrayLike],
    *,
    names: collections.abc.Sequence[str] = [],
    permutations: typing.SupportsInt | typing.SupportsIndex = 1000,
    seed: typing.SupportsInt | typing.SupportsIndex = 1,
    directed: bool = True,
    threads: typing.SupportsInt | typing.SupportsIndex = 1,
) -> houvast._core.Table:
    """
    Explains one network by several others (linear regression over cells), each tested with the others kept fixed.

    Double semi-partialling: each predictor is freed of the others, the rest is permuted, and the t-value of the permuted
    rest beside the other predictors is compared with the observed t-value. The intercept is not tested. Cells missing in
    one of the matrices are left out of all; permuted rests take their missing cells along.

    Parameters
    ----------
    y : array, shape (nodes, nodes)
        The matrix to explain; NaN or masked cells are missing, the diagonal is not looked at.
    predictors : list of array or dict
        The matrices that may explain it, of the same shape; a dict from name to matrix names them.
    names : list of str
        Names of a list of predictors, one each.
    permutations : int
        Number of random permutations for the p-value, 0 or more.
    seed : int
        Of the random numbers; the same seed gives the same result everywhere.
    directed : bool
        False asks for symmetric matrices and counts each pair once.
    threads : int
        How many threads compute; 0: as many as the machine has. Never changes the result.

    Returns
    -------
    Table
        Columns term ("(intercept)", then the predictors), coefficient, t, p_value (two-sided, on `|t|`), p_greater_equal,
        p_less_equal: each (1 + hits) / (1 + permutations).

    Raises
    ------
    InvalidValueError
        HV-301 sizes differ or wrong number of names, HV-302 an infinite cell, a matrix that is not symmetric when
        undirected, or a predictor that is constant or a combination of the others, HV-304 a name used twice, HV-305 fewer
        cells than coefficients + 1.

    References
    ----------
    Dekker, Krackhardt & Snijders (2007), Psychometrika 72(4), 563–581.
    """

def node_triad_census(graph: houvast._core.Graph) -> houvast._core.Table:
    """
    Tells of every node how many threes of each class it is in, in the 16 classes of Holland and Leinhardt.

    Summed over nodes a class gives three times its number in `triad_census`. An undirected tie counts as a mutual one.

    Parameters
    ----------
    graph : Graph
        The network.

    Returns
    -------
    Table
        One row per node: node, and a column of counts per class, "003" to "300".

    References
    ----------
    Holland & Leinhardt (1976), Sociological Methodology 7, 1–45.
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

    Who is at a node without a way out jumps. Values add up to 1.

    Parameters
    ----------
    graph : Graph
        The network.
    damping : float
        Chance to follow a tie instead of jumping, from 0 to below 1.
    weighted : bool
        Whether weights of ties count; False: every tie counts 1.
    tolerance : float
        Settled when the values together change by less than this; above 0.
    max_iterations : int
        Steps until it is given up, 1 or more.

    Returns
    -------
    numpy.ndarray, shape (nodes,)
        Shares that add up to 1.

    Raises
    ------
    InvalidValueError
        HV-302 when a used weight is negative or an option out of range, HV-306 when it does not settle.

    References
    ----------
    Brin & Page (1998), Computer Networks and ISDN Systems 30.
    """

def qap_correlation(
    a: numpy.typing.ArrayLike,
    b: numpy.typing.ArrayLike,
    *,
    permutations: typing.SupportsInt | typing.SupportsIndex = 1000,
    seed: typing.SupportsInt | typing.SupportsIndex = 1,
    directed: bool = True,
    threads: typing.SupportsInt | typing.SupportsIndex = 1,
) -> houvast._core.Estimate:
    """
    Tells how far two networks on the same nodes agree, and whether chance would give as much.

    Pearson correlation over the cells that both matrices have. p_value = (1 + permutations with `|r|` at least as large) /
    (1 + permutations), where the rows and columns of `b` are permuted together, missing cells with them.

    Parameters
    ----------
    a : array or frame, shape (nodes, nodes)
        A matrix of numbers; NaN or masked cells are missing, the diagonal is not looked at.
    b : array or frame, shape (nodes, nodes)
        The matrix whose nodes are permuted. Two frames are put in one order by the names of their columns, and the rows of
        a pandas frame by its index.
    permutations : int
        Number of random permutations for the p-value, 0 or more.
    seed : int
        Of the random numbers; the same seed gives the same result everywhere.
    directed : bool
        False asks for symmetric matrices and counts each pair once.
    threads : int
        How many threads compute; 0: as many as the machine has. Never changes the result.

    Returns
    -------
    Estimate
        n = cells compared; expected = 0 when no cell is missing; details: p_greater_equal, p_less_equal, permuted_mean,
        permuted_sd, permutations_undefined (permutations in which a missing cell left no correlation; these count for
        neither side); undefined when one of the two is constant.

    Raises
    ------
    InvalidValueError
        HV-301 not nodes × nodes or another size than the other, HV-302 an infinite cell, a matrix that is not symmetric
        when undirected, or fewer than 0 permutations.

    References
    ----------
    Krackhardt (1988), Social Networks 10(4), 359–381; p: Phipson & Smyth (2010), SAGMB 9(1), 39.
    """

def reach(
    graph: houvast._core.Graph,
    steps: typing.SupportsInt | typing.SupportsIndex,
    mode: str = "out",
    threads: typing.SupportsInt | typing.SupportsIndex = 1,
) -> numpy.typing.NDArray[numpy.float64]:
    """
    For each node the share of the other nodes that it reaches within some steps; NaN when there are no others.

    Parameters
    ----------
    graph : Graph
        The network.
    steps : int
        Ties on the way at most, 0 or more.
    mode : str
        Which arcs of a directed graph count: "out" from the node, "in" towards it, or "all". No difference when undirected.
    threads : int
        How many threads compute; 0: as many as the machine has. Never changes the result.

    Returns
    -------
    numpy.ndarray, shape (nodes,)
        Shares from 0 to 1.

    Raises
    ------
    InvalidValueError
        HV-302 when `steps` is negative.

    References
    ----------
    Borgatti (2006), Computational & Mathematical Organization Theory 12, "m-reach".
    """

def reciprocity(graph: houvast._core.Graph, definition: str = "edgewise") -> houvast._core.Estimate:
    """
    Tells how often ties are returned; there are three ways to count, so the result names its own.

    With M mutual, A one-way and N empty pairs: "edgewise" 2M / (2M + A), the share of ties that are returned; "dyadic" (M
    + N) / (M + A + N), the share of pairs where both say the same; "dyadic_nonnull" M / (M + A), the share of tied pairs
    that are mutual.

    Parameters
    ----------
    graph : Graph
        The network.
    definition : str
        "edgewise", "dyadic" or "dyadic_nonnull".

    Returns
    -------
    Estimate
        Value in [0, 1]; n = what the share is of (ties, pairs or tied pairs); details: mutual, asymmetric, null;
        undefined when that is nothing, and for undirected graphs, where every tie is mutual by construction.

    Raises
    ------
    InvalidValueError
        HV-303 unknown definition.

    References
    ----------
    Wasserman & Faust (1994), Social Network Analysis, chapter 13; names as in R sna.
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
    Betweenness of a very large graph, from the paths that start in a sample of nodes, scaled up.

    Parameters
    ----------
    graph : Graph
        The network.
    samples : int
        Number of nodes to search from, drawn without replacement; at most all of them.
    seed : int
        Of the random numbers; the same seed gives the same result everywhere.
    confidence : float
        That the intervals of all nodes hold together, above 0 and below 1.
    normalized : bool
        Divide by the number of pairs of other nodes.
    mode : str
        Which arcs of a directed graph count: "out" from the node, "in" towards it, or "all". No difference when undirected.
    threads : int
        How many threads compute; 0: as many as the machine has. Never changes the result.

    Returns
    -------
    SampledCentrality
        Values with intervals. `error`: largest difference from betweenness, in its unit.

    Raises
    ------
    InvalidValueError
        HV-302 when an option is out of range.

    References
    ----------
    Brandes & Pich (2007), International Journal of Bifurcation and Chaos 17(7); bound: Serfling (1974), Annals of
    Statistics 2(1), corollary 1.1, over all nodes (Bonferroni), a node's share of one source's paths being at most n - 2.
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
    Closeness (n - 1) / D of a very large connected graph, from the distances to a sample of nodes.

    Parameters
    ----------
    graph : Graph
        The network.
    samples : int
        Number of nodes to search from, drawn without replacement; at most all of them.
    seed : int
        Of the random numbers; the same seed gives the same result everywhere.
    confidence : float
        That the intervals of all nodes hold together, above 0 and below 1.
    normalized : bool
        Makes no difference: closeness is always r / D.
    mode : str
        Which arcs of a directed graph count: "out" from the node, "in" towards it, or "all". No difference when undirected.
    threads : int
        How many threads compute; 0: as many as the machine has. Never changes the result.

    Returns
    -------
    SampledCentrality
        Values with intervals. `error`: largest difference of the mean distance D / n, in steps.

    Raises
    ------
    InvalidValueError
        HV-302 when an option is out of range, HV-305 when some node cannot reach another.

    References
    ----------
    Eppstein & Wang (2004), Journal of Graph Algorithms and Applications 8(1); bound: Serfling (1974), over all nodes, a
    distance being at most the least sum of farthest distances to and from one node of the sample.
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
    Harmonic centrality of a very large graph, from the distances to a sample of nodes, scaled up.

    Parameters
    ----------
    graph : Graph
        The network.
    samples : int
        Number of nodes to search from, drawn without replacement; at most all of them.
    seed : int
        Of the random numbers; the same seed gives the same result everywhere.
    confidence : float
        That the intervals of all nodes hold together, above 0 and below 1.
    normalized : bool
        Divide by n - 1.
    mode : str
        Which arcs of a directed graph count: "out" from the node, "in" towards it, or "all". No difference when undirected.
    threads : int
        How many threads compute; 0: as many as the machine has. Never changes the result.

    Returns
    -------
    SampledCentrality
        Values with intervals. `error`: largest difference from harmonic, in its unit.

    Raises
    ------
    InvalidValueError
        HV-302 when an option is out of range.

    References
    ----------
    Eppstein & Wang (2004) with 1 / distance; bound: Serfling (1974), over all nodes, a term being at most 1.
    """

def strength(graph: houvast._core.Graph, mode: str = "all") -> numpy.typing.NDArray[numpy.float64]:
    """
    The summed weight of the ties of each node, loops not counted; every tie weighs 1 when unweighted.

    Parameters
    ----------
    graph : Graph
        The network.
    mode : str
        Which arcs of a directed graph count: "out" from the node, "in" towards it, or "all". No difference when undirected.

    Returns
    -------
    numpy.ndarray, shape (nodes,)
        Sums of weights.

    Raises
    ------
    InvalidValueError
        HV-303 for another word.

    References
    ----------
    Barrat, Barthelemy, Pastor-Satorras & Vespignani (2004), PNAS 101, eq. 2.
    """

def transitivity(graph: houvast._core.Graph) -> houvast._core.Estimate:
    """
    The share of connected triples that are closed: 3 * triangles / paths of length two; direction is ignored.

    Undefined when there is no path of length two.

    Parameters
    ----------
    graph : Graph
        The network.

    Returns
    -------
    Estimate
        `n` = number of paths of length two; details "triangles".

    References
    ----------
    Newman, Watts & Strogatz (2002), PNAS 99, eq. 3.
    """

def triad_census(graph: houvast._core.Graph) -> houvast._core.Table:
    """
    Counts threes of nodes by the ties among them, in the 16 classes of Holland and Leinhardt.

    Threes with ties in only one pair or none are never visited: closed threes are enumerated, open ones counted from
    degrees, the rest follow by subtraction. An undirected tie counts as a mutual one.

    Parameters
    ----------
    graph : Graph
        The network.

    Returns
    -------
    Table
        Columns type ("003", "012", "102", "021D", "021U", "021C", "111D", "111U", "030T", "030C", "201", "120D", "120U",
        "120C", "210", "300") and count, exact: where one of them passes 64 bits, the column holds int.

    References
    ----------
    Holland & Leinhardt (1976), Sociological Methodology 7, 1–45; sub-quadratic counting after Batagelj & Mrvar (2001),
    Social Networks 23(3), 237–243.
    """
