"""Writes the notebook that the explorer's browser check opens, and what the core says: `python explorer.py FOLDER`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import nbformat

import houvast as hv
from houvast.examples.region import region

sys.path.insert(0, str(Path(__file__).parents[1] / "python" / "support"))

from report_page import hostile_study


def numbers(study: hv.Study, relation: str, wave: str) -> dict[str, Any]:
    """The numbers of one network, straight from the core."""
    network = study.network(relation, wave)
    return {
        "parties": len(network.party_ids),
        "ties": network.graph.ties,
        "density": network.density.value,
        "parts": len(network.components),
        "silent": len(network.silent),
        "isolated": len(network.isolated),
        "brokers": len(network.articulation_points),
    }


def main(folder: Path) -> None:
    """A notebook with the example region in Dutch, and a study full of hostile names in English."""
    folder.mkdir(parents=True)
    study = hv.load(region(2024).write(folder / "region"))
    hostile = hostile_study(folder / "hostile")
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = nbformat.v4.new_notebook(metadata={"kernelspec": kernel})
    cells = ['import houvast as hv\nhv.explore(hv.load("region"))', 'hv.explore(hv.load("hostile"), lang="en")']
    notebook.cells = [nbformat.v4.new_code_cell(cell) for cell in cells]
    nbformat.write(notebook, folder / "explorer.ipynb")

    network = study.network("samenwerking", "2024")
    broker = next(iter(network.articulation_points))
    scenario = study.what_if(remove=[broker], wave="2024", relation="samenwerking")
    at = network.party_ids.index(broker)
    names = {party.id: party.name for party in study.parties}
    expected = {
        "now": numbers(study, "samenwerking", "2024"),
        "other": numbers(study, "verwijzing", "2023"),
        "statuses": {finding.check: finding.status for finding in study.coverage("2024", "samenwerking")},
        "broker": {"id": broker, "name": names[broker], "ties": len(network.graph.neighbours(at))},
        "silent": network.silent,
        "levels": {
            level: sum(p.level == level for p in study.parties) for level in ("uitvoering", "beleid", "bestuur")
        },
        "without": numbers(scenario.study, "samenwerking", "2024"),
        "lost": sorted(network.articulation_points[broker]),
        "changes": {c.check: [c.before, c.after] for c in scenario.changes if c.before != c.after},
        "hostile": [party.name for party in hostile.parties],
    }
    (folder / "expected.json").write_text(json.dumps(expected), encoding="utf-8")


main(Path(sys.argv[1]))
