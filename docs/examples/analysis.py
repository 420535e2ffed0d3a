"""A leadership survey and a network of organisations, with the packages that researchers use beside houvast.

Usage: python analysis.py lq2002.csv OUT_FOLDER
"""

import sys
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import networkx as nx
import pandas as pd
import polars as pl
import seaborn as sns
from joblib import Parallel, delayed

import houvast
from houvast import graph, graphs, stats

# One company's answers: reliability and agreement.
soldiers = pd.read_csv(sys.argv[1])
lead = soldiers.filter(like="LEAD")
alpha = stats.cronbach_alpha(lead)
value, (low, high) = alpha
print(f"alpha {alpha:.3f} [{low:.3f}, {high:.3f}], n = {alpha.n}")
print(f"ICC(1) {stats.icc(lead.mean(axis=1), soldiers['COMPID']):.3f}")

agreement = stats.rwg_j(lead, soldiers["COMPID"], categories=5)
weak = agreement[agreement["rwg_j"] < 0.7]
print(f"{len(weak)} of {len(agreement)} companies agree less than 0.7")
print(pl.DataFrame(agreement).select(pl.col("rwg_j").mean().round(3)).item())

# Companies were drawn, not soldiers: the interval of a mean knows it.
drawn = stats.survey_mean(lead.mean(axis=1), clusters=soldiers["COMPID"])
print(f"mean {drawn:.3f}, se {drawn.se:.4f}, df {drawn.df:.0f}")

# The same statistic for every company, on two processors: results go through pickle.
groups = [group.filter(like="LEAD") for _, group in soldiers.groupby("COMPID")]
alphas = Parallel(n_jobs=2)(delayed(stats.cronbach_alpha)(group) for group in groups)
print(f"lowest alpha {min(alphas):.3f}, highest {max(alphas):.3f}")

# A network: houvast's numbers beside networkx's.
indiana = houvast.examples.indiana()
network = indiana.network("collaboration")
g = graphs.to_networkx(network.graph, network.party_ids)
ours = pd.Series(graph.betweenness(network.graph), network.party_ids)
theirs = pd.Series(nx.betweenness_centrality(g, normalized=False))
print(f"largest difference from networkx {(ours - theirs).abs().max():.0e}")
print(f"E-I of domains {graph.ei_index(network.graph, network.parties['domain']):.2f}")
print("most between:", ", ".join(ours.nlargest(3).index))

# Tidy frames go into pictures as they are.
region = houvast.examples.region(2024)
scores = region.scores(by=["perspective", "level"], wave=2024)
elements = scores[scores["kind"] == "element"]
picture = sns.barplot(pd.DataFrame(elements), x="top_box", y="id", hue="perspective", errorbar=None)
picture.figure.savefig(Path(sys.argv[2]) / "elements.png")
