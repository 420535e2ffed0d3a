"""How often the checks that rest on chance find something: where nothing is the matter, and where something is planted.

Usage: python scripts/calibrate_checks.py [regions] [first seed]
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd

import houvast

PARTIES = 60
DOMAINS = ("onderwijs", "zorg", "jeugdhulp")
PERSPECTIVES = ("professional", "professional", "professional", "ouder", "jeugdige")
"""By turns: 36 professionals, 12 parents and 12 young people."""
ASKED = 4
"""People of each party."""
QUESTIONS = ("E2.4", "E4.3", "E6.3")
CLAIMS = {
    "coverage.C3.mostly_unfavourable": "C3: mostly unfavourable",
    "coverage.C8.inward": "C8: ties stay inside",
    "coverage.C8.apart": "C8: domains apart",
    "coverage.C11.small_voice": "C11: a small voice",
}


@dataclass(frozen=True)
class Region:
    """What holds in a region: nothing is the matter unless it is planted."""

    favourable: float = 0.5
    """Of what parents and young people answer to the questions about them."""
    density: float = 0.15
    inside: float = 1.0
    """Ties inside a domain, times those between two."""
    apart: bool = False
    """No ties between education and care."""
    response: float = 0.7
    of_parents: float = 1.0
    """The response of parents, times that of others."""
    ties_of_parents: float = 1.0
    """Ties of parents, times those of others."""


CASES = {
    "nothing": Region(),
    "parents and young people: 25 % favourable": Region(favourable=0.25),
    "three times as many ties inside a domain": Region(density=0.09, inside=3.0),
    "no ties between education and care": Region(apart=True),
    "a third of the parents' answers": Region(of_parents=1 / 3),
    "a quarter of the parents' ties": Region(ties_of_parents=0.25),
}


def parties_of() -> pd.DataFrame:
    """Domains and perspectives in every combination."""
    places = range(PARTIES)
    return pd.DataFrame(
        {
            "id": [f"p{i}" for i in places],
            "kind": "person",
            "asked": ASKED,
            "domain": [DOMAINS[i % len(DOMAINS)] for i in places],
            "perspective": [PERSPECTIVES[i % len(PERSPECTIVES)] for i in places],
        }
    )


def answers_of(rng: np.random.Generator, region: Region, parties: pd.DataFrame) -> pd.DataFrame:
    """People answer by chance; families answer high as often as is planted."""
    rows = []
    for party, perspective in zip(parties["id"], parties["perspective"], strict=True):
        response = region.response * (region.of_parents if perspective == "ouder" else 1)
        high = region.favourable if perspective in ("ouder", "jeugdige") else 0.5
        for person in range(ASKED):
            if rng.random() < response:
                rows += [(f"{party}-{person}", party, q, "4" if rng.random() < high else "2") for q in QUESTIONS]
    return pd.DataFrame(rows, columns=["respondent", "party", "question", "answer"]).assign(wave="w1")


def ties_of(rng: np.random.Generator, region: Region, parties: pd.DataFrame) -> pd.DataFrame:
    """Every party tells of all of its ties."""
    domain, perspective = parties["domain"].to_list(), parties["perspective"].to_list()
    rows = [(f"p{i}", f"p{i}", None) for i in range(PARTIES)]
    for a, b in combinations(range(PARTIES), 2):
        chance = region.density * (region.inside if domain[a] == domain[b] else 1)
        chance *= region.ties_of_parents ** ((perspective[a] == "ouder") + (perspective[b] == "ouder"))
        if region.apart and {domain[a], domain[b]} == set(DOMAINS[:2]):
            continue
        if rng.random() < chance:
            rows.append((f"p{a}", f"p{a}", f"p{b}"))
    told = {reporter for reporter, _, to in rows if to}
    kept = [row for row in rows if row[2] or row[0] not in told]
    return pd.DataFrame(kept, columns=["reporter", "from", "to"]).assign(wave="w1", relation="contact")


def found_in(rng: np.random.Generator, region: Region) -> set[str]:
    """The claims that the checks make of a region, of those that rest on chance."""
    header: dict[str, Any] = {"id": "calibration", "title": {"nl": "x", "en": "x"}, "instruments": ["six-elements"]}
    header["waves"] = [{"id": "w1", "date": "2024-01-01"}]
    header["relations"] = [{"id": "contact", "title": {"nl": "contact", "en": "contact"}, "directed": False}]
    parties = parties_of()
    tables = {"answers": answers_of(rng, region, parties), "ties": ties_of(rng, region, parties)}
    study = houvast.study_from_frames(header, parties=parties, **tables)
    return {claim.id for finding in study.coverage() for claim in finding.claims} & set(CLAIMS)


def main(regions: int = 400, first: int = 0) -> None:
    """One line per kind of region."""
    print("| regions | " + " | ".join(CLAIMS.values()) + " |")
    print("|---" * (1 + len(CLAIMS)) + "|")
    for place, (name, region) in enumerate(CASES.items()):
        found = [found_in(np.random.default_rng([first + seed, place]), region) for seed in range(regions)]
        cells = [f"{np.mean([claim in each for each in found]):.1%}" for claim in CLAIMS]
        print(f"| {name} | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
