"""Writes the map that its browser check opens, and what the core says of it: `python map.py FOLDER`."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import houvast as hv
from houvast.examples.region import region
from houvast.explorer import write_map
from houvast.texts import say


def main(folder: Path) -> None:
    """The map of the example region in Dutch."""
    folder.mkdir(parents=True)
    study = hv.load(region(2024).write(folder / "region"))
    write_map(study, folder / "map.html", lang="nl")
    network, change = study.network(), study.network_change()
    degrees = {row["party"]: row["in_degree"] for row in network.parties.to_dicts()}
    strengths = sorted({tie for *_, tie in zip(*network.graph.edges(), strict=True)})
    sought = [party for party in study.parties if "jongeren" in party.name.lower()]
    titles = {level: study.term_title("level", level, "nl") for level in dict.fromkeys(p.level for p in study.parties)}
    order = [party for domain in dict.fromkeys(p.domain for p in study.parties) for party in study.parties
             if party.domain == domain]  # fmt: skip
    levels = Counter(party.level for party in study.parties)
    unseen = sum(row["pairs"] for row in change.not_compared.to_dicts())
    note = {"kept": change.kept, "fresh": change.new, "lost": change.lost, "unseen": unseen}
    first = study.network(wave=study.waves[0].id)
    expected = {
        "title": study.title.nl,
        "inside": say("explorer.inside_short", "nl"),
        "parties": len(network.party_ids),
        "ties": network.graph.ties,
        "search": {"words": "JONGEREN", "found": len(sought), "first": min(sought, key=order.index).id},
        "size": {
            "column": "ties",
            "most": max(degrees.values()),
            "largest": max(degrees, key=lambda party: degrees[party]),
            "smallest": min(degrees, key=lambda party: degrees[party]),
        },
        "levels": [
            {"title": titles[level], "parties": levels[level]}
            for level in dict.fromkeys(p.level for p in order)
            if level
        ],
        "stronger": sum(tie >= strengths[1] for tie in network.graph.edges()[2]).item(),
        "change": {"new": change.new, "lost": change.lost, "note": say("explorer.change_note", "nl", **note)},
        "other": {"wave": first.wave, "ties": first.graph.ties},
    }
    (folder / "expected.json").write_text(json.dumps(expected), encoding="utf-8")


main(Path(sys.argv[1]))
