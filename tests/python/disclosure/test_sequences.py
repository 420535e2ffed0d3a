"""Sequences of releases under attack: with the ledger nothing is certain of few people; without it something is."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from sequences import Released, of_all_readers, released, with_ledger, with_rules, without_ledger
from small_studies import HIGH, Person, people_of, study_in_memory


@pytest.fixture(autouse=True)
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOUVAST_KEYS", str(tmp_path / "keys"))


def test_with_a_ledger_no_sequence_makes_few_people_certain() -> None:
    """Every document there is, for readers and those who answered, by threshold; and enough is released to attack."""
    several = 0
    for seed in range(200):
        made, _ = released(random.Random(seed), with_rules())
        assert of_all_readers(made) == [], seed
        several += len(made) > 1
    assert several > 50


def test_the_file_refuses_what_the_rules_refuse(tmp_path: Path) -> None:
    for seed in range(15):
        made, refused = released(random.Random(seed), with_rules())
        beside = released(random.Random(seed), with_ledger(tmp_path / f"ledger-{seed}.json"))
        assert ([each.policy for each in made], refused) == ([each.policy for each in beside[0]], beside[1])


def test_without_a_ledger_some_sequences_do() -> None:
    opened = 0
    for seed in range(100):
        made, _ = released(random.Random(seed), without_ledger)
        opened += bool(of_all_readers(made))
    assert opened >= 5


def test_the_attacker_finds_a_late_respondent() -> None:
    """Fourteen of 29 high answers, fewer than half; with one person more 15 of 30, half: that person's is high."""
    base = people_of({"professional": (29, 14)})
    late = Person("late", "professional", {"w0": HIGH})
    made = []
    for people in (base, [*base, late]):
        document = without_ledger(study_in_memory(people), "team", "perspective")
        made.append(Released("team", tuple(people), document))
    assert any("in 1, not in 0, counted: 1 to 1" in fact for fact in of_all_readers(made))
