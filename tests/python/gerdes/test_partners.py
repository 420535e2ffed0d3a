"""Know your partner: the four conditions per pair and per pair of domains, counted again from the reports."""

import itertools
import json
from collections import Counter, defaultdict
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import houvast
from houvast._core import study_from_json
from houvast.errors import Error

CONDITIONS = ("P1", "P2", "P3", "P4")
DOMAINS = {"a": "onderwijs", "b": "onderwijs", "c": "zorg", "d": "zorg", "e": ""}

Said = dict[tuple[str, str], dict[str, Any]]  # reporter, other: strength and conditions


def study_of(said: Said, directed: bool = False) -> houvast.Study:
    ties = [
        {"wave": "w", "reporter": reporter, "from": reporter, "to": other, "relation": "contact", **report}
        for (reporter, other), report in said.items()
    ]
    header = {
        "schema": "houvast-study/1",
        "id": "klein",
        "title": {"nl": "Klein", "en": "Small"},
        "instruments": ["gerdes-2020"],
        "waves": [{"id": "w", "date": "2024-01-01"}],
        "relations": [{"id": "contact", "title": {"nl": "C", "en": "C"}, "directed": directed, "max_strength": 3}],
        "parties": [{"id": id, "domain": domain} for id, domain in DOMAINS.items()],
        "ties": ties,
    }
    return study_from_json(json.dumps(header).encode(), "klein.json")


REPORT = st.fixed_dictionaries(
    {"strength": st.integers(1, 3)}, optional={condition: st.booleans() for condition in CONDITIONS}
)
SAID = st.dictionaries(st.sampled_from(list(itertools.permutations(DOMAINS, 2))), REPORT, max_size=12)


def state(said: Said, a: str, b: str, condition: str) -> str:
    one, other = said.get((a, b), {}).get(condition), said.get((b, a), {}).get(condition)
    if one is None or other is None:
        return "unknown"
    return "one_sided" if one != other else "met" if one else "unmet"


@given(SAID)
def test_every_pair_keeps_the_word_of_both_sides(said: Said) -> None:
    found = {(got["a"], got["b"]): got for got in study_of(said).partners().to_dicts()}
    assert set(found) == {tuple(sorted(pair)) for pair in said}
    reporters = {reporter for reporter, _ in said}
    for (a, b), got in found.items():
        for side, (one, other) in (("a", (a, b)), ("b", (b, a))):
            strength = said.get((one, other), {}).get("strength", 0 if one in reporters else None)
            assert got[f"strength_by_{side}"] == strength
        for condition in CONDITIONS:
            assert got[condition] == state(said, a, b, condition)
            assert got[f"{condition}_by_a"] == said.get((a, b), {}).get(condition)
            assert got[f"{condition}_by_b"] == said.get((b, a), {}).get(condition)


@given(SAID)
def test_pairs_of_domains_add_the_pairs_up(said: Said) -> None:
    study = study_of(said)
    counted: dict[tuple[Any, ...], Counter[str]] = defaultdict(Counter)
    for a, b in {tuple(sorted(pair)) for pair in said}:
        for condition in CONDITIONS:
            told = [condition in said.get(pair, {}) for pair in ((a, b), (b, a))]
            key = (frozenset((DOMAINS[a], DOMAINS[b])), condition)
            counted[key] += Counter({"ties": 1, state(said, a, b, condition): 1, "told": all(told)})
            counted[key]["one_told"] += told[0] != told[1]
    table = study.partners_by_domain().to_dicts()
    assert len(table) == (4 * 6 if said else 0)  # three domains, of which one has no name
    columns = ("ties", "told", "met", "one_sided", "unmet", "unknown", "one_told")
    for got in table:
        expected = counted[frozenset((got["domain_a"], got["domain_b"])), got["condition"]]
        assert [got[column] for column in columns] == [expected[column] for column in columns]


def test_region_adds_up_to_its_pairs(region_study: houvast.Study) -> None:
    pairs, domains = region_study.partners().to_dicts(), region_study.partners_by_domain().to_dicts()
    titles = {question.id: question.text.nl for question in houvast.instrument("know-your-partner").questions}
    for condition in CONDITIONS:
        rows = [row for row in domains if row["condition"] == condition]
        assert {row["title"] for row in rows} == {titles[condition]}
        assert sum(row["ties"] for row in rows) == len(pairs)
        states = Counter(row[condition] for row in pairs)
        for name in ("met", "one_sided", "unmet", "unknown"):
            assert sum(row[name] for row in rows) == states[name]
        assert all(row["told"] + row["unknown"] == row["ties"] for row in rows)


def test_the_stages_of_a_pair_stand_beside_its_conditions(region_study: houvast.Study) -> None:
    stages: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for view in region_study.gerdes_pairs(wave="2024").to_dicts():
        stages[view["a"], view["b"]][view["agreement"]] += 1
    assert len(stages) == 5
    joined = {(row["a"], row["b"]): row for row in region_study.partners(wave="2024").to_dicts()}
    assert set(stages) <= set(joined)
    for pair, row in joined.items():
        expected = [stages[pair][name] for name in ("same", "apart", "one_sided")]
        assert [row[f"gerdes_{name}"] for name in ("same", "apart", "one_sided")] == expected
    assert all(row["strength"] == max(row["strength_by_a"] or 0, row["strength_by_b"] or 0) for row in joined.values())


def test_directions_are_one_pair() -> None:
    said: Said = {("a", "b"): {"strength": 1, "P1": True}, ("b", "a"): {"strength": 3, "P1": True}}
    (got,) = study_of(said, directed=True).partners().to_dicts()
    assert (got["strength"], got["strength_by_a"], got["strength_by_b"], got["P1"]) == (3, 1, 3, "met")


def test_mistakes_are_told(region_study: houvast.Study) -> None:
    for options, code in (({"wave": "1999"}, "HV-505"), ({"relation": "koffie"}, "HV-507")):
        with pytest.raises(Error) as caught:
            region_study.partners_by_domain(**options)
        assert caught.value.code == code
    assert len(study_of({}).partners_by_domain()) == 0
