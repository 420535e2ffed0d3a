"""A new study folder: study.json and tables with headings only, ready to be filled in."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from . import _core
from .atomic import write_text

__all__ = ["write_starter"]

_HEADINGS = {
    "parties": "id,name,kind,domain,sector,level,organisation,perspective,roles,mandates,motives,expertise,consent,asked,waves",
    "ties": "wave,reporter,from,to,relation,strength,P1,P2,P3,P4",
    "assessments": "wave,assessor,assessor_party,object_a,object_b,dimension,stage,evidence",
    "goals": "id,kind,element,title,owner,indicator,target,due,secured,value:1",
}


def write_starter(folder: Path, instruments: Sequence[str] = ()) -> Path:
    """Writes the folder; answers are in wide form, one column per question of the instruments."""
    chosen = [_core.instrument(name) for name in (list(instruments) or ["six-elements"])]
    header = {
        "schema": "houvast-study/1",
        "id": folder.resolve().name.replace(";", "-"),
        "title": {"nl": "Onze samenwerking", "en": "Our collaboration"},
        "language": "nl",
        "instruments": [instrument.id for instrument in chosen],
        "waves": [{"id": "1", "label": {"nl": "Eerste ronde", "en": "First wave"}}],
        "relations": [
            {
                "id": "samenwerking",
                "title": {"nl": "Samenwerking", "en": "Collaboration"},
                "directed": False,
                "max_strength": 4,
            }
        ],
    }
    questions = []
    for instrument in chosen:
        if instrument.kind in ("stages", "dyadic"):
            continue  # asked in the tables assessments and ties
        for question in instrument.questions:
            questions.append(question.id)
            if question.form == "mixed":
                questions.append(f"{question.id}:text")
    folder.mkdir(parents=True, exist_ok=True)
    for name, heading in {**_HEADINGS, "answers": ",".join(["wave", "respondent", "party", *questions])}.items():
        write_text(folder / f"{name}.csv", heading + "\n")
    write_text(folder / "study.json", json.dumps(header, ensure_ascii=False, indent=2) + "\n")
    return folder
