"""A new study folder: study.json and tables with headings only, ready to be filled in."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from . import _core
from .atomic import write_text

__all__ = ["write_starter"]


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
    # The columns are those that a study writes; one party is needed to have a study at all.
    example = _core.study_from_json(json.dumps({**header, "parties": [{"id": "x"}]}).encode())
    headings = {name: columns for name, (columns, _) in example.tables().items()}
    headings["answers"] = ["wave", "respondent", "party", *questions]
    folder.mkdir(parents=True, exist_ok=True)
    for name, columns in headings.items():
        write_text(folder / f"{name}.csv", ",".join(columns) + "\n")
    write_text(folder / "study.json", json.dumps(header, ensure_ascii=False, indent=2) + "\n")
    return folder
