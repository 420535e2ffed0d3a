"""Computes the statistics beside their peers and writes the tables of docs/method/validation.md.

    python scripts/validation_table.py

What R's packages give is recorded in tests/data (each folder's SOURCE.md says how); Python's packages are asked now.
The tests check more, and with random cases; here stands the largest difference that was found, as a power of ten.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import krippendorff
import networkx as nx
import numpy as np
import pandas as pd
import scipy.stats
from statsmodels.stats import inter_rater

import houvast
from houvast import graph, stats
from houvast.graphs import from_networkx

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "method" / "validation.md"
SCORING = ROOT / "tests" / "data" / "scoring"
NETWORKS = ROOT / "tests" / "data" / "networks"
FINEST = -12  # digits beyond this depend on the machine
HEAD = """\
# Validation

What houvast computes beside what others give for the same data: the largest difference, relative to numbers above 1.
Made by `scripts/validation_table.py`, and a test keeps it true. Further checks, with random cases, brute force and
printed tables, stand with [the statistics](scoring.md) and [the network](network.md).

"""
GAPS = "lq2002 with gaps"


@dataclass(frozen=True)
class Row:
    """One comparison."""

    function: str
    peer: str
    data: str
    found: Any
    wanted: Any

    def text(self) -> str:
        """The row of the table."""
        found, wanted = np.asarray(self.found, float), np.asarray(self.wanted, float)
        assert found.shape == wanted.shape and found.size, self.function
        largest = float(np.max(np.abs(found - wanted) / np.maximum(1, np.abs(wanted))))
        name, comma, which = self.function.partition(",")
        return f"| `{name}`{comma}{which} | {self.peer} | {self.data} | {found.size} | {worded(largest)} |"


def worded(difference: float) -> str:
    """A difference as the power of ten that it stays under."""
    power = max(FINEST, math.floor(math.log10(difference)) + 1) if difference else FINEST
    return f"under 10<sup>{power}</sup>".replace("-", "−")


def recorded(folder: Path, name: str) -> dict[str, Any]:
    """What R gave."""
    return dict(json.loads((folder / name).read_text(encoding="utf-8")))


def of_items() -> Iterator[Row]:
    """The statistics on questions, beside psych."""
    lq, r = recorded(SCORING, "reference_values.json")["lq2002_lead"], recorded(SCORING, "r_reference.json")
    lead = pd.read_csv(SCORING / "lq2002.csv").filter(like="LEAD").to_numpy(float)
    respondent, item = np.indices(lead.shape)
    holes = np.where((7 * respondent + 13 * item) % 17 == 0, np.nan, lead)  # as in reference.R
    psych = "R psych 2.2.9"
    items, gaps = stats.item_statistics(lead).to_pandas(), stats.item_statistics(holes).to_pandas()
    yield Row("cronbach_alpha", psych, "lq2002", [stats.cronbach_alpha(lead).value], [lq["cronbach_alpha"]])
    pairwise = stats.cronbach_alpha(holes)
    assert pairwise.interval is not None
    yield Row("cronbach_alpha", psych, GAPS, [pairwise.value], r["alpha_pairwise"][:1])
    yield Row("cronbach_alpha, interval", psych, GAPS, list(pairwise.interval), r["alpha_pairwise_feldt"])
    standardized = stats.standardized_alpha(lead).value
    yield Row("standardized_alpha", psych, "lq2002", [standardized], [lq["cronbach_alpha_std"]])
    for column in ("alpha_if_dropped", "item_rest_correlation"):
        yield Row(f"item_statistics, {column}", psych, "lq2002", items[column], lq[column])
    yield Row("item_statistics, alpha_if_dropped", psych, GAPS, gaps.alpha_if_dropped, r["alpha_pairwise_if_dropped"])
    omega, loadings = stats.omega_total(lead).value, stats.factor_loadings(lead).to_pandas().loading
    yield Row("omega_total", psych, "lq2002", [omega], [lq["omega_total_one_factor_minres"]])
    yield Row("factor_loadings", psych, "lq2002", loadings, lq["one_factor_minres_loadings"])
    medians = [stats.interpolated_median(one).value for one in lead.T]
    yield Row("interpolated_median", psych, "lq2002", medians, r["interpolated_median"])
    expected = np.reshape(r["polychoric_first_four"], (4, 4))
    pairs = [(i, j) for i in range(4) for j in range(i)]
    found = [stats.polychoric_correlation(lead[:, i], lead[:, j]).value for i, j in pairs]
    yield Row("polychoric_correlation", psych, "lq2002, four items", found, [expected[pair] for pair in pairs])


def of_groups() -> Iterator[Row]:
    """Agreement within groups, beside multilevel."""
    lq, r = recorded(SCORING, "reference_values.json")["lq2002_lead"], recorded(SCORING, "r_reference.json")
    answers = pd.read_csv(SCORING / "lq2002.csv")
    lead, company = answers.filter(like="LEAD").to_numpy(float), answers.COMPID
    peer, data = "R multilevel 2.7", "lq2002, 49 companies"
    yield Row("rwg", peer, data, stats.rwg(answers.LEAD01, company).to_pandas().rwg, lq["rwg_lead01"])
    together = stats.rwg_j(lead, company).to_pandas()
    yield Row("rwg_j", peer, data, together.rwg_j, lq["rwg_j_uniform"])
    yield Row("r_star_wg_j", peer, data, stats.r_star_wg_j(lead, company).to_pandas().r_star_wg_j, r["r_star_wg_j"])
    for about in ("mean", "median"):
        found = stats.average_deviation(lead, company, about=about).to_pandas().average_deviation
        yield Row(f"average_deviation, {about}", peer, data, found, lq[f"adm_{about}"])
    yield Row("awg", peer, data, stats.awg(lead, company, (1, 5)).to_pandas().awg, r["awg_all"])
    found = stats.icc(lead.mean(axis=1), company)
    yield Row("icc", peer, data, [found.icc1, found.icc2], [lq["icc1"], lq["icc2"]])


def of_raters() -> Iterator[Row]:
    """Agreement of raters, beside statsmodels and krippendorff."""
    rng = np.random.default_rng(3)
    first = rng.integers(1, 6, 80)
    second = np.where(rng.random(80) < 0.6, first, rng.integers(1, 6, 80))
    table, _ = inter_rater.to_table(np.column_stack([first, second]))
    for weights in ("none", "linear", "quadratic"):
        found, _ = stats.cohen_kappa(first, second, weights)
        wanted = inter_rater.cohens_kappa(table, wt=None if weights == "none" else weights).kappa
        yield Row(f"cohen_kappa, weights {weights}", "statsmodels", "two raters, 80 targets", [found], [wanted])
    third = np.where(rng.random(80) < 0.6, first, rng.integers(1, 6, 80))
    ratings = np.column_stack([first, second, third])
    counts, _ = inter_rater.aggregate_raters(ratings)
    found, wanted = stats.fleiss_kappa(ratings).value, inter_rater.fleiss_kappa(counts)
    yield Row("fleiss_kappa", "statsmodels", "three raters, 80 targets", [found], [wanted])
    values = stats.krippendorff_alpha(ratings.astype(float), level="ordinal").value
    wanted = krippendorff.alpha(ratings.T.astype(float), level_of_measurement="ordinal")
    yield Row("krippendorff_alpha, ordinal", "krippendorff", "three raters, 80 targets", [values], [wanted])


def of_tests() -> Iterator[Row]:
    """Tests of two samples, beside scipy."""
    rng = np.random.default_rng(1)
    x, y = rng.integers(1, 6, 40).astype(float), rng.integers(2, 6, 55).astype(float)
    after = np.clip(x + rng.integers(-1, 3, 40), 1, 5)
    peer = "scipy"
    found, wanted = stats.mann_whitney(x, y, method="asymptotic"), scipy.stats.mannwhitneyu(x, y, method="asymptotic")
    pair = [wanted.statistic, wanted.pvalue]
    yield Row("mann_whitney", peer, "40 and 55 answers", [found.value, found.p_value], pair)
    signed = stats.wilcoxon_signed_rank(after, x, method="asymptotic")
    theirs = scipy.stats.wilcoxon(after, x, method="asymptotic", correction=False)
    yield Row("wilcoxon_signed_rank, p", peer, "40 pairs", [signed.p_value], [theirs.pvalue])
    p = rng.uniform(0, 0.2, 30)
    yield Row(
        "benjamini_hochberg", peer, "30 p-values", stats.benjamini_hochberg(p), scipy.stats.false_discovery_control(p)
    )


def measured(name: str) -> houvast.Graph:
    """A network of tests/data/networks."""
    data = json.loads((NETWORKS / f"{name}.json").read_text(encoding="utf-8"))
    sources, targets = zip(*((edge["source"], edge["target"]) for edge in data["edges"]), strict=True)
    return houvast.Graph(len(data["nodes"]), sources, targets, directed=data["directed"])


def of_networks() -> Iterator[Row]:
    """Metrics of networks, beside igraph and sna."""
    wanted = recorded(NETWORKS, "reference_values.json")
    for name, key, data in (
        ("tc_indiana_TCcoll", "tc_indiana_TCcoll_by_agency_cat", "Indiana, 25 organisations"),
        ("dhhs_collaboration", "dhhs_by_agency", "DHHS, 54 people"),
    ):
        g, r = measured(name), wanted[key]
        igraph = "R igraph 1.3.5"
        yield Row("density", igraph, data, [graph.density(g).value], [r["density"]])
        yield Row("betweenness", igraph, data, graph.betweenness(g), r["betweenness"])
        yield Row("harmonic", igraph, data, graph.harmonic(g), r["harmonic"])
        yield Row("core_numbers", igraph, data, graph.core_numbers(g), r["coreness"])
        yield Row("constraint", igraph, data, graph.constraint(g), r["constraint"])
        yield Row("transitivity", igraph, data, [graph.transitivity(g).value], [r["transitivity_global"]])
        yield Row("average_path_length", igraph, data, [graph.average_path_length(g).value], [r["average_path_length"]])
        for which in ("degree", "betweenness"):
            found = graph.centralization(g, which).value
            yield Row(f"centralization, {which}", "R sna 2.7-1", data, [found], [r[f"{which}_centralization"]])
    g, r, data = measured("emon_texas"), wanted["emon_texas_by_sponsorship"], "Texas, 25 organisations, directed"
    yield Row("betweenness", "R sna 2.7-1", data, graph.betweenness(g), r["betweenness_directed"])
    yield Row("triad_census", "R sna 2.7-1", data, graph.triad_census(g).to_pandas()["count"], r["triad_census"])
    yield Row("reciprocity", "R sna 2.7-1", data, [graph.reciprocity(g).value], [r["reciprocity_edgewise"]])
    names = ("connectedness", "hierarchy", "efficiency")
    found = [float(getattr(graph.krackhardt(g), name)) for name in names]
    yield Row("krackhardt", "R sna 2.7-1", data, found, [r["krackhardt"][name] for name in names])


def of_networkx() -> Iterator[Row]:
    """Metrics of a network with weights, beside networkx."""
    club = nx.karate_club_graph()
    g, _ = from_networkx(club)
    peer, data = "networkx", "karate club, 34 people"
    both: dict[str, tuple[Any, dict[Any, float]]] = {
        "closeness": (graph.closeness(g), nx.closeness_centrality(club)),
        "pagerank": (graph.pagerank(g), nx.pagerank(club, tol=1e-13, max_iter=10000, weight=None)),
        "clustering": (graph.clustering(g), nx.clustering(club)),
        "strength": (graph.strength(g), dict(club.degree(weight="weight"))),
        "betweenness, weights as distances": (
            graph.betweenness(g, weights="distance"),
            nx.betweenness_centrality(club, weight="weight", normalized=False),
        ),
    }
    for name, (found, wanted) in both.items():
        yield Row(name, peer, data, found, [wanted[node] for node in club])


def page() -> str:
    """The whole page."""
    parts = {
        "Questions": of_items,
        "Groups of respondents": of_groups,
        "Raters": of_raters,
        "Tests": of_tests,
        "Networks": of_networks,
        "Networks, beside networkx": of_networkx,
    }
    text = HEAD
    for title, rows in parts.items():
        text += f"## {title}\n\n| function | peer | data | numbers | largest difference |\n|---|---|---|---|---|\n"
        text += "".join(f"{row.text()}\n" for row in rows()) + "\n"
    return text.rstrip("\n") + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
