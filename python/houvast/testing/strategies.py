"""Strategies that draw instruments, answers tables, whole studies and small graphs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from .. import _core
from ..errors import MissingExtraError

try:
    from hypothesis import strategies as st
except ImportError as error:
    raise MissingExtraError.of("", "hypothesis") from error

__all__ = ["answers_tables", "graphs", "instruments", "studies"]

_STATES = ("dont_know", "not_applicable", "refused", "skipped", "not_asked")
_IDS = st.text("abcdefghijklmnopqrstuvwxyzABCXYZ0123456789é-_.", min_size=1, max_size=8).filter(
    lambda x: x[0].isalnum()
)
# Awkward: separators, quotes, line breaks, formulas, leading zeros, what looks like a number or nothing, and words that
# differ by capitals or white space only.
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
    "JA",
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
    """An instrument of one scale and one or two elements, with closed, open and mixed questions.

    Parameters
    ----------
    max_questions : int
        Questions at most, 1 or more.

    Returns
    -------
    hypothesis.strategies.SearchStrategy of Instrument
    """
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
    """Rows of a long answers table: for each wave at most as many respondents per party as were asked.

    Parameters
    ----------
    instrument : Instrument
        What is asked.
    parties : dict
        Party id to the number of people asked.
    waves : list of str
        Ids of waves.

    Returns
    -------
    hypothesis.strategies.SearchStrategy of list of dict
    """
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


_PARTS = _WORDS.map(lambda words: words.replace(";", ",")).filter(lambda words: _core.fold_label(words) != "")


def _some(words: Sequence[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(words), max_size=2, unique=True)


def _terms(*ids: str) -> list[dict[str, Any]]:
    return [{"id": id, "title": _title(id)} for id in ids]


# The words of the parties that `studies` draws, with needs, ages and support levels to offer something for.
_PROFILE = {
    "schema": "houvast-profile/1",
    "id": "getrokken",
    "title": _title("Getrokken"),
    "domains": [*_terms("onderwijs", "zorg"), {"id": "buurt", "title": _title("buurt"), "expected": True}],
    "sectors": [{"id": "po", "title": _title("po"), "parent": "onderwijs"}],
    "levels": _terms("uitvoering", "bestuur"),
    "perspectives": _terms("professional", "ouder"),
    "roles": _terms("kartrekker", "mandaathouder"),
    "informal_domain": "buurt",
    "family_perspectives": ["ouder"],
    "driving_role": "kartrekker",
    "needs": _terms("leren", "gedrag"),
    "ages": _terms("4-12"),
    "support_levels": _terms("basis"),
}


@st.composite
def _parties(draw: st.DrawFn, waves: list[str]) -> list[dict[str, Any]]:
    """Parties with some of everything that the study format knows about a party."""
    ids = draw(st.lists(_IDS, min_size=1, max_size=5, unique=True))
    told: dict[str, st.SearchStrategy[Any]] = {
        "kind": st.sampled_from(("person", "discipline", "government", "organisation", "group")),
        "domain": st.sampled_from(("onderwijs", "zorg")),
        "sector": st.just("po"),
        "level": st.sampled_from(("uitvoering", "bestuur")),
        "organisation": _WORDS,
        "perspective": st.sampled_from(("professional", "ouder")),
        "roles": _some(("kartrekker", "mandaathouder")),
        "mandates": st.lists(_PARTS, max_size=2, unique_by=_core.fold_label),
        "motives": _some(("M1", "M3", "M5")),
        "expertise": st.lists(_PARTS, max_size=2, unique_by=_core.fold_label),
        "knows_motives_of": _some(ids),
        "forms": _some(("F1.1", "F2.1", "F3.3")),
        "offers": _some(("leren/4-12/basis", "gedrag/*/basis")),
        "consent": st.booleans(),
        "consent_for": _some(("silent", "only_link", "contacts", "owner")),
        "consent_by": _WORDS,
        "consent_on": st.just("2026-01-31"),
        "waves": st.just(waves[-1:]),
        "x_wijk": _WORDS,
    }
    return [
        {
            "id": id,
            "name": draw(_WORDS),
            "asked": draw(st.integers(0, 4)),
            **draw(st.fixed_dictionaries({}, optional=told).map(_with_sound_consent)),
        }
        for id in ids
    ]


def _with_sound_consent(party: dict[str, Any]) -> dict[str, Any]:
    """A party that does not agree to be named, agrees to no purpose either."""
    return party if party.get("consent", True) else {**party, "consent_for": []}


def _tie(end: tuple[str, str, str, str]) -> tuple[str, ...]:
    """What two reports may not share: a tie and back are one in an undirected relation."""
    return (end[0], end[3], *sorted(end[1:3]))


@st.composite
def _ties(draw: st.DrawFn, ids: list[str], waves: list[str]) -> list[dict[str, Any]]:
    """Reports about ties of two relations, from the one or the other end, and of parties that have none."""
    ends = st.tuples(
        st.sampled_from(waves), st.sampled_from(ids), st.sampled_from([*ids, ""]), st.sampled_from(("band", "samen"))
    )
    made = []
    for wave, a, b, relation in draw(st.lists(ends, max_size=8, unique_by=_tie)):
        if a == b:
            continue
        told = {f"P{i}": st.booleans() for i in range(1, 5)} if b else {}
        row = {"wave": wave, "from": a, "to": b, "relation": relation, **draw(st.fixed_dictionaries({}, optional=told))}
        row["strength"] = draw(st.sampled_from((0, 0.5, 1, 3))) if b else 0
        row["reporter"] = b if b and draw(st.booleans()) else a
        made.append(row)
    return made


@st.composite
def _assessments(draw: st.DrawFn, ids: list[str], waves: list[str]) -> list[dict[str, Any]]:
    """Judgements of stages: of the whole, of a party's ties or of a pair, with evidence."""
    keys = st.tuples(
        st.sampled_from(waves),
        st.sampled_from(("b1", "b2")),
        st.sampled_from(("G1", "G8")),
        st.lists(st.sampled_from(ids), max_size=2, unique=True).map(sorted),
    )
    made = []
    for wave, assessor, dimension, objects in draw(st.lists(keys, max_size=5, unique_by=repr)):
        stage = draw(st.one_of(st.integers(1, 3).map(str), st.sampled_from(_STATES)))
        row = {"wave": wave, "assessor": assessor, "dimension": dimension, "stage": stage}
        row |= dict(zip(("object_a", "object_b"), objects, strict=False))
        row |= {"assessor_party": ids[0]} if assessor == "b1" else {}  # the other comes from outside
        made.append(row | draw(st.fixed_dictionaries({}, optional={"evidence": _WORDS})))
    return made


@st.composite
def _goals(draw: st.DrawFn, ids: list[str], waves: list[str], elements: list[str]) -> list[dict[str, Any]]:
    """Goals and agreements, with what was counted in each wave."""
    number = st.sampled_from((0, -3, 0.1, 2.5, 1200))
    told: dict[str, st.SearchStrategy[Any]] = {
        "kind": st.sampled_from(("goal", "agreement")),
        "element": st.sampled_from(elements),
        "owner": st.sampled_from(ids),
        "indicator": _WORDS,
        "target": number,
        "due": st.dates().map(str),
        "secured": st.booleans(),
        **{f"value:{wave}": number for wave in waves},
    }
    count = draw(st.integers(0, 2))
    return [
        {"id": f"d{i}", "title": draw(_WORDS), **draw(st.fixed_dictionaries({}, optional=told))} for i in range(count)
    ]


@st.composite
def _matrix(draw: st.DrawFn) -> list[dict[str, Any]]:
    """What is written in some cells of the prevention matrix, an offer per line."""
    profile = json.loads(_core.default_profile()) | _PROFILE
    at = st.tuples(*(st.sampled_from([term["id"] for term in profile[name]]) for name in ("support_levels", "ages")))
    lines = st.lists(_WORDS, min_size=1, max_size=3).map("\n".join)
    cells = draw(st.dictionaries(at, lines, max_size=3))
    return [{"support_level": level, "age": age, "text": text} for (level, age), text in cells.items()]


@st.composite
def _waves(draw: st.DrawFn, instruments: list[str]) -> list[dict[str, Any]]:
    days = sorted(draw(st.lists(st.dates(), min_size=1, max_size=2, unique=True)))
    dated = draw(st.booleans())
    made = []
    for i, day in enumerate(days):
        wave: dict[str, Any] = {"id": f"r{i}", **({"date": str(day)} if dated else {})}
        wave |= draw(st.fixed_dictionaries({}, optional={"label": _WORDS.map(_title)}))
        made.append(wave | {"instruments": instruments})
    return made


@st.composite
def studies(draw: st.DrawFn, instrument: st.SearchStrategy[_core.Instrument] | None = None) -> _core.Study:
    """A small sound study in one or two waves, with some of everything: parties with needs and motives, answers with
    open texts, ties of two relations, assessments of stages, goals, a prevention matrix; `asked_known` is either way.

    Parameters
    ----------
    instrument : hypothesis.strategies.SearchStrategy of Instrument, optional
        What is asked; None: any of `instruments`.

    Returns
    -------
    hypothesis.strategies.SearchStrategy of Study
    """
    asked_of = draw(instrument if instrument is not None else instruments())
    stages = draw(st.booleans())
    waves = draw(_waves([asked_of.id, *(["gerdes-2020"] if stages else [])]))
    names = [wave["id"] for wave in waves]
    parties = draw(_parties(names))
    ids = [party["id"] for party in parties]
    asked = {party["id"]: party["asked"] for party in parties if "waves" not in party}
    about = dict.fromkeys(("source", "licence", "retention"), _WORDS)
    header = {
        "schema": "houvast-study/1",
        "id": draw(_IDS),
        "title": {"nl": draw(_WORDS), "en": draw(_WORDS)},
        "language": draw(st.sampled_from(("nl", "en"))),
        "fictional": draw(st.booleans()),
        **draw(st.fixed_dictionaries({}, optional={"asked_known": st.booleans(), **about})),
        "profile": _PROFILE,
        "instruments": [json.loads(asked_of.json), *(["gerdes-2020"] if stages else [])],
        "waves": waves,
        "relations": [
            {"id": "band", "title": _title("Band"), "directed": True, "max_strength": 3},
            {"id": "samen", "title": _title("Samen"), "directed": False, "max_strength": 3.5},
        ],
        "parties": parties,
        "answers": draw(answers_tables(asked_of, asked, names)),
        "ties": draw(_ties(ids, names)),
        "assessments": draw(_assessments(ids, names)) if stages else [],
        "goals": draw(_goals(ids, names, [element.id for element in asked_of.elements])),
        "matrix": draw(_matrix()),
    }
    return _core.study_from_json(json.dumps(header).encode("utf-8"))


@st.composite
def graphs(draw: st.DrawFn, max_nodes: int = 8, directed: bool | None = None) -> _core.Graph:
    """A small graph without loops or double ties, weighted or not.

    Parameters
    ----------
    max_nodes : int
        Nodes at most, 1 or more.
    directed : bool, optional
        None: either.

    Returns
    -------
    hypothesis.strategies.SearchStrategy of Graph
    """
    nodes = draw(st.integers(1, max_nodes))
    arrows: bool = draw(st.booleans()) if directed is None else directed
    pairs = [(a, b) for a in range(nodes) for b in range(nodes) if (a != b if arrows else a < b)]
    weighted: bool = draw(st.booleans())
    flags = draw(st.lists(st.booleans(), min_size=len(pairs), max_size=len(pairs)))
    kept = [pair for pair, flag in zip(pairs, flags, strict=True) if flag]
    weights = [draw(st.integers(1, 5)) * 1.0 for _ in kept] if weighted and kept else None
    return _core.Graph(nodes, [a for a, _ in kept], [b for _, b in kept], directed=arrows, weights=weights)
