"""Turns the three Indiana 2010 networks (JSON, one file per relation) into a study folder.

Usage: python scripts/indiana.py SOURCE_FOLDER TARGET_FOLDER

SOURCE_FOLDER holds tc_indiana_TCcoll.json, tc_indiana_TCcnt.json and tc_indiana_TCdiss.json; see SOURCE.md.
"""

import csv
import json
import re
import sys
from pathlib import Path
from typing import Any, Final

DOMAINS: Final = {
    1: ("lead-agency", "Leidende organisatie", "Lead agency", False),
    2: ("contractor", "Opdrachtnemer", "Contractor", True),
    3: ("coalition", "Coalitie", "Coalition", True),
    4: ("advocacy", "Belangenbehartiger", "Advocacy", True),
    5: ("government", "Overheid", "Government", True),
    6: ("national-partner", "Landelijke partner", "National partner", False),
}
LEVELS: Final = {
    1: ("local", "Lokaal", "Local"),
    2: ("state", "Staat", "State"),
    3: ("national", "Landelijk", "National"),
}
# file → (relation, nl, en, name of the strength on an edge or nothing, highest strength)
RELATIONS: Final = {
    "TCcoll": ("collaboration", "Samenwerking", "Collaboration", "collaborate", 4),
    "TCcnt": ("contact", "Contact", "Contact", "contact", 5),
    "TCdiss": ("dissemination", "Verspreiding van de richtlijn", "Dissemination of the guideline", None, 1),
}
WAVE: Final = "2010"


def slug(name: str) -> str:
    """An id that is readable in a file: small letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower().replace("'", "")).strip("-")


def term(id: str, nl: str, en: str, **more: bool) -> dict[str, Any]:
    """One word of the profile."""
    return {"id": id, "title": {"nl": nl, "en": en}, **more}


def profile() -> dict[str, Any]:
    """What this collaboration is made of; which parts are expected is our choice (SOURCE.md)."""
    domains = [term(id, nl, en, expected=True, has_levels=levels) for id, nl, en, levels in DOMAINS.values()]
    domains.append(term("informal", "Informeel netwerk", "Informal network", expected=False, has_levels=False))
    return {
        "schema": "houvast-profile/1",
        "id": "us-tobacco-control",
        "title": {"nl": "Tabaksontmoediging in een staat van de VS", "en": "Tobacco control in a state of the US"},
        "domains": domains,
        "sectors": [],
        "levels": [term(id, nl, en, expected=True) for id, nl, en in LEVELS.values()],
        "perspectives": [term("professional", "Professional", "Professional", expected=True)],
        "roles": [term("lead", "Leidende organisatie", "Lead agency")],
        "informal_domain": "informal",
        "family_perspectives": [],
        "driving_role": "lead",
    }


def header() -> dict[str, Any]:
    """What study.json holds."""
    return {
        "schema": "houvast-study/1",
        "id": "indiana-2010",
        "title": {
            "nl": "Tabaksontmoediging in Indiana, 2010",
            "en": "Tobacco control in Indiana, 2010",
        },
        "language": "en",
        "fictional": False,
        "source": "Luke, D. A., Wald, L. M., Carothers, B. J., Bach, L. E., & Harris, J. K. (2013). Network influences "
        "on dissemination of evidence-based guidelines in state tobacco control programs. Health Education & "
        "Behavior, 40, 33S-42S. Data: R package UserNetR (Luke), TCnetworks.",
        "licence": "The R package UserNetR is under GPL-2; cite the paper.",
        "profile": profile(),
        "instruments": [],
        "waves": [{"id": WAVE, "label": {"nl": "2010", "en": "2010"}}],
        "relations": [
            {
                "id": id,
                "title": {"nl": nl, "en": en},
                "directed": False,
                "complete": True,
                "max_strength": highest,
            }
            for id, nl, en, _, highest in RELATIONS.values()
        ],
    }


def write_table(path: Path, columns: list[str], rows: list[list[str]]) -> None:
    """Writes one table as CSV."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


def convert(source: Path, target: Path) -> None:
    """Writes the study folder."""
    networks = {key: json.loads((source / f"tc_indiana_{key}.json").read_text("utf-8")) for key in RELATIONS}
    nodes = networks["TCcoll"]["nodes"]
    if any(network["nodes"] != nodes or network["directed"] for network in networks.values()):
        raise ValueError("expected three undirected networks over the same organisations")
    ids = {node["id"]: slug(node["vertex.names"]) for node in nodes}
    if len(set(ids.values())) != len(nodes):
        raise ValueError("two organisations would get the same id")

    parties = [
        [
            ids[node["id"]],
            node["vertex.names"],
            "organisation",
            DOMAINS[node["agency_cat"]][0],
            LEVELS[node["agency_lvl"]][0],
            node["vertex.names"],
            "professional",
            "lead" if node["lead_agency"] else "",
            "yes",
            "silent;only_link;mandate;contacts;owner",  # the source names all of them
            f"{node['tob_yrs']:g}",
        ]
        for node in nodes
    ]
    ties = [
        [WAVE, ids[edge["source"]], ids[edge["target"]], relation, str(edge[strength]) if strength else "1"]
        for key, (relation, _, _, strength, _) in RELATIONS.items()
        for edge in networks[key]["edges"]
    ]

    target.mkdir(parents=True, exist_ok=True)
    (target / "study.json").write_text(json.dumps(header(), ensure_ascii=False, indent=2) + "\n", "utf-8")
    columns = ["id", "name", "kind", "domain", "level", "organisation", "perspective", "roles", "consent"]
    columns += ["consent_for", "x_tob_yrs"]
    write_table(target / "parties.csv", columns, parties)
    write_table(target / "ties.csv", ["wave", "from", "to", "relation", "strength"], ties)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    convert(Path(sys.argv[1]), Path(sys.argv[2]))
