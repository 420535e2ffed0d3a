"""Strategies that draw instruments, answers tables, whole studies and small graphs."""

from __future__ import annotations

import json
from typing import Any

from .. import _core
from ..errors import Issue, MissingExtraError, Where

try:
    from hypothesis import strategies as st
except ImportError as error:
    _TEXT = "[HV-601] houvast.testing needs the package hypothesis; pip install hypothesis"
    _ISSUE = Issue("HV-601", "package", "hypothesis", "pip install hypothesis", Where(), _TEXT)
    raise MissingExtraError(_TEXT, [_ISSUE]) from error

__all__ = ["answers_tables", "graphs", "instruments", "studies"]

_STATES = ("dont_know", "not_applicable", "refused", "skipped", "not_asked")
_IDS = st.text("abcdefghijklmnopqrstuvwxyzABCXYZ0123456789é-_.", min_size=1, max_size=8).filter(
    lambda x: x[0].isalnum()
)
# Awkward for files: separators, quotes, line breaks, formulas, leading zeros, what looks like a number or nothing.
_AWKWARD = (
    "=1+1",
    "+31",
    "-",
    "@x",
    "007",
    "1.0",
    "NA",
    "null",
    "nan",
    "x;y",
    'a "b"',
    "a,b",
    "twee\nregels",
    "a\r\nb",
    "a\rb",
    "ja",
    "é€😀",
)
_WORDS = st.one_of(
    st.sampled_from(_AWKWARD),
    st.text(
        st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp", "Cn", "Co")),
        min_size=1,
        max_size=12,
    ),
)


def _title(words: str) -> dict[str, str]:
    return {"nl": words, "en": words}


@st.composite
def instruments(draw: st.DrawFn, max_questions: int = 6) -> _core.Instrument:
    """An instrument of one scale and one or two elements, with closed, open and mixed questions."""
    low = draw(st.integers(-3, 3))
    size = draw(st.integers(2, 7))
    values = range(low, low + size)
    elements = [f"T{i + 1}" for i in range(draw(st.integers(1, 2)))]
    forms = draw(st.lists(st.sampled_from(("closed", "open", "mixed")), min_size=1, max_size=max_questions))
    forms[0] = "closed"
    scale = {
        "id": "t-scale",
        "min": low,
        "max": low + size - 1,
        "direction": draw(st.sampled_from(("ascending", "descending"))),
        "top_from": draw(st.sampled_from(values)),
        "source": "own definition",
        "labels": [{"value": v, "text": _title(f"punt {v - low + 1}"), "aliases": []} for v in values],
    }
    questions = [
        {
            "id": f"{elements[i % len(elements)]}.{i + 1}",
            "element": elements[i % len(elements)],
            "form": form,
            "scale": None if form == "open" else "t-scale",
            "reverse": form == "closed" and draw(st.booleans()),
            "text": _title(f"Vraag {i + 1}?"),
        }
        for i, form in enumerate(forms)
    ]
    content = {
        "schema": "houvast-instrument/1",
        "id": "drawn",
        "version": "1.0.0",
        "kind": "survey",
        "title": _title("Getrokken"),
        "description": _title("Getrokken door een toets"),
        "source": {"title": "own definition", "authors": [], "publisher": "", "year": 2024, "section": ""},
        "licence": "MIT",
        "validated": False,
        "private": False,
        "scales": [scale],
        "elements": [{"id": name, "title": _title(name)} for name in elements],
        "questions": questions,
    }
    return _core.Instrument.parse(json.dumps(content))


@st.composite
def answers_tables(
    draw: st.DrawFn, instrument: _core.Instrument, parties: dict[str, int], waves: list[str]
) -> list[dict[str, str]]:
    """Rows of a long answers table: for each wave at most as many respondents per party as were asked."""
    rows = []
    for wave in waves:
        for party, asked in parties.items():
            for number in range(draw(st.integers(0, min(asked, 3)))):
                for question in instrument.questions:
                    scale = question.scale and instrument.scale(question.scale)
                    if not draw(st.booleans()):
                        continue
                    row = {"wave": wave, "respondent": f"{party}~{number}", "party": party, "question": question.id}
                    row["answer"] = ""
                    if scale:
                        value = st.integers(scale.min, scale.max).map(str)
                        row["answer"] = draw(st.one_of(value, st.sampled_from(_STATES)))
                    if question.form != "closed" and draw(st.booleans()):
                        row["text"] = draw(_WORDS.filter(lambda text: _core.fold_label(text) != ""))
                    rows.append(row)
    return rows


@st.composite
def studies(draw: st.DrawFn, instrument: st.SearchStrategy[_core.Instrument] | None = None) -> _core.Study:
    """A small sound study: parties, answers, ties and goals in one or two waves."""
    asked_of = draw(instrument if instrument is not None else instruments())
    waves = [f"r{i}" for i in range(draw(st.integers(1, 2)))]
    ids = draw(st.lists(_IDS, min_size=1, max_size=5, unique=True))
    parties = {name: draw(st.integers(0, 4)) for name in ids}
    records: list[dict[str, Any]] = []
    for name, asked in parties.items():
        record: dict[str, Any] = {"id": name, "name": draw(_WORDS), "asked": asked}
        record |= {"domain": draw(st.sampled_from(("onderwijs", "zorg", "")))}
        record |= draw(st.fixed_dictionaries({}, optional={"consent": st.booleans(), "x_wijk": _WORDS}))
        records.append(record)
    ends = st.tuples(st.sampled_from(waves), st.sampled_from(ids), st.sampled_from([*ids, ""]))
    drawn = draw(st.lists(ends, max_size=8, unique=True))
    ties = [
        {
            "wave": wave,
            "from": a,
            "to": b,
            "relation": "band",
            "strength": draw(st.sampled_from((0, 0.5, 1, 3))) if b else 0,
            **draw(st.fixed_dictionaries({}, optional={"P1": st.booleans(), "P4": st.booleans()})),
        }
        for wave, a, b in drawn
        if a != b
    ]
    goals = [
        {
            "id": f"d{i}",
            "title": draw(_WORDS),
            "owner": draw(st.sampled_from([*ids, ""])),
            "secured": draw(st.booleans()),
        }
        for i in range(draw(st.integers(0, 2)))
    ]
    header = {
        "schema": "houvast-study/1",
        "id": draw(_IDS),
        "title": _title("Getrokken studie"),
        "fictional": True,
        **draw(st.fixed_dictionaries({}, optional={"asked_known": st.booleans()})),
        "instruments": [json.loads(asked_of.json)],
        "waves": [{"id": wave} for wave in waves],
        "relations": [{"id": "band", "title": _title("Band"), "directed": True, "max_strength": 3}],
        "parties": records,
        "answers": draw(answers_tables(asked_of, parties, waves)),
        "ties": ties,
        "goals": goals,
    }
    return _core.study_from_json(json.dumps(header).encode("utf-8"))


@st.composite
def graphs(draw: st.DrawFn, max_nodes: int = 8, directed: bool | None = None) -> _core.Graph:
    """A small graph without loops or double ties, weighted or not."""
    nodes = draw(st.integers(1, max_nodes))
    arrows: bool = draw(st.booleans()) if directed is None else directed
    pairs = [(a, b) for a in range(nodes) for b in range(nodes) if (a != b if arrows else a < b)]
    weighted: bool = draw(st.booleans())
    flags = draw(st.lists(st.booleans(), min_size=len(pairs), max_size=len(pairs)))
    kept = [pair for pair, flag in zip(pairs, flags, strict=True) if flag]
    weights = [draw(st.integers(1, 5)) * 1.0 for _ in kept] if weighted and kept else None
    return _core.Graph(nodes, [a for a, _ in kept], [b for _, b in kept], directed=arrows, weights=weights)
