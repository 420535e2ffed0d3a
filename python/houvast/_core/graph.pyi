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
    "CorePeriphery",
    "Coreness",
    "Krackhardt",
    "assortativity",
    "assortativity_nominal",
    "brokerage",
    "brokerage_totals",
    "communities",
    "constraint",
    "continuous_coreness",
    "core_periphery",
    "dyad_census",
    "effective_size",
    "ego_measures",
    "ei_index",
    "group_density",
    "hierarchy",
    "krackhardt",
    "modularity",
    "mrqap",
    "qap_correlation",
    "reciprocity",
    "triad_census",
]

class Krackhardt:
    """
    Krackhardt's four dimensions; each is 1 in an out-tree.
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

def communities(
    graph: houvast._core.Graph,
    *,
    resolution: typing.SupportsFloat | typing.SupportsIndex = 1.0,
    seed: typing.SupportsInt | typing.SupportsIndex = 1,
    attempts: typing.SupportsInt | typing.SupportsIndex = 10,
    rounds: typing.SupportsInt | typing.SupportsIndex = 10,
) -> Communities:
    """
    Groups of nodes with more ties inside than by chance, each connected (Leiden).
    Source: Traag, Waltman & van Eck (2019).
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

def dyad_census(graph: houvast._core.Graph) -> houvast._core.Table:
    """
    Number of mutual, asymmetric and null pairs.
    Source: Holland & Leinhardt (1970).
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

def group_density(graph: houvast._core.Graph, groups: typing.Any) -> houvast._core.Table:
    """
    Ties, possible ties and density within and between groups (block matrix), a row per pair of groups.
    Source: Wasserman & Faust (1994), chapter 10.
    """

def hierarchy(graph: houvast._core.Graph, *, weighted: bool = True) -> numpy.typing.NDArray[numpy.float64]:
    """
    How far each node's constraint comes from one contact (0 to 1). NaN without contacts.
    Source: Burt (1992), chapter 2. For Krackhardt's hierarchy see `krackhardt`.
    """

def krackhardt(graph: houvast._core.Graph) -> Krackhardt:
    """
    Connectedness, hierarchy, efficiency and least upper boundedness.
    Source: Krackhardt (1994).
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

def reciprocity(graph: houvast._core.Graph, definition: str = "edgewise") -> houvast._core.Estimate:
    """
    How often ties are returned: "edgewise" 2M / (2M + A), "dyadic" (M + N) / (M + A + N) or
    "dyadic_nonnull" M / (M + A), with M mutual, A one-way and N empty pairs.
    Source: Wasserman & Faust (1994); names as in R sna.
    """

def triad_census(graph: houvast._core.Graph) -> houvast._core.Table:
    """
    Number of threes in each of the 16 classes.
    Source: Holland & Leinhardt (1976).
    """
