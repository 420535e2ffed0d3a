"""The metrics and words of results that `explain` knows; what they mean stands in the catalogue (term.json)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ..texts import say

__all__ = ["TERMS", "Term"]


@dataclass(frozen=True, slots=True)
class Term:
    """A metric or word of the results: its names, and the function that gives it."""

    id: str
    also: tuple[str, ...]
    python: str = ""

    def title(self, lang: str) -> str:
        """What it is called."""
        return say(f"term.{self.id}.title", lang)

    def text(self, lang: str) -> str:
        """What it means."""
        return say(f"term.{self.id}.text", lang)


TERMS: Final[tuple[Term, ...]] = (
    Term("density", ("dichtheid",), python="study.network().density"),
    Term("observed_dyad", ("waargenomen_paar",), python="study.network().density.n"),
    Term("silent", ("stil", "stille_partij"), python="study.network().silent"),
    Term("isolated", ("geïsoleerd", "geisoleerd"), python="study.network().isolated"),
    Term("component", ("components", "deel", "delen"), python="study.network().components"),
    Term(
        "articulation_point",
        ("enige_schakel", "cut", "broker", "articulation_points"),
        python="study.network().articulation_points",
    ),
    Term("disagreement", ("verschil_van_mening", "disagreements"), python="study.network().disagreements"),
    Term("degree", ("graad",), python="houvast.graph.degree"),
    Term("reciprocity", ("wederkerigheid",), python="houvast.graph.reciprocity"),
    Term("betweenness", ("tussenpositie",), python="houvast.graph.betweenness"),
    Term("closeness", ("nabijheid",), python="houvast.graph.closeness"),
    Term("centralization", ("centralisatie",), python="houvast.graph.centralization"),
    Term("ei_index", ("ei", "e_i"), python="houvast.graph.ei_index"),
    Term("constraint", ("beperking",), python="houvast.graph.constraint"),
    Term("clustering", ("clustering_coefficient",), python="houvast.graph.clustering"),
    Term("k_core", ("core", "kern", "core_numbers"), python="houvast.graph.core_numbers"),
    Term("top_box", ("hoog_antwoord", "hoog"), python="study.scores()"),
    Term("median", ("mediaan", "middelste_antwoord"), python="study.scores()"),
    Term("mean", ("gemiddelde",), python="study.scores(mean=True)"),
    Term("dont_know", ("weet_niet", "weet_ik_niet"), python="study.scores()"),
    Term("response", ("respons", "bias"), python="study.scores()"),
    Term("n", ("aantal",)),
    Term(
        "interval", ("marge", "betrouwbaarheidsinterval", "confidence_interval"), python="houvast.stats.wilson_interval"
    ),
    Term("consensus", ("eensgezindheid",), python="houvast.stats.consensus"),
    Term("cronbach_alpha", ("alpha", "reliability", "betrouwbaarheid"), python="houvast.stats.cronbach_alpha"),
    Term("icc", ("intraclass",), python="houvast.stats.icc"),
    Term("rwg", ("rwg_j", "rwgj"), python="houvast.stats.rwg_j"),
    Term("krippendorff_alpha", ("krippendorff",), python="houvast.stats.krippendorff_alpha"),
    Term("parity", ("gelijke_stem",), python="study.coverage()"),
    Term("wave", ("ronde", "meting"), python="study.waves"),
    Term("release", ("vrijgave", "policy", "privacy", "avg"), python="study.release"),
    Term("ok", ("in_orde",)),
    Term("attention", ("let_op", "aandacht")),
    Term("missing", ("ontbreekt",)),
    Term("unknown", ("onbekend",)),
    Term("not_applicable", ("niet_van_toepassing", "nvt")),
    Term("skipped", ("overgeslagen",)),
    Term("not_asked", ("niet_gevraagd",)),
    Term("refused", ("geweigerd",)),
)
