"""What converting costs grows with what is converted, and not with its square: work is counted, not timed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from houvast.convert import ConversionError, Mapping, convert, near, roster
from houvast.convert.mapping import ColumnRule
from houvast.convert.near import NearNames

KEY = bytes(32)


def counted(monkeypatch: pytest.MonkeyPatch, holder: Any, name: str) -> Callable[[], int]:
    """Counts the calls of a function; returns how many there were since the last time."""
    calls, plain = [0], getattr(holder, name)

    def call(*given: Any) -> Any:
        calls[0] += 1
        return plain(*given)

    def since() -> int:
        calls[0], before = 0, calls[0]
        return before

    monkeypatch.setattr(holder, name, call)
    return since


def asked(export: dict[str, list[str]], **more: Any) -> int:
    with pytest.raises(ConversionError) as caught:
        convert(export, waves=["2024"], key=KEY, **more)
    return len(caught.value.questions)


def test_every_name_is_looked_up_among_names_like_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Misspelt names of as many parties: each is folded a few times, and held against few others."""
    folds, holds = counted(monkeypatch, near, "fold"), counted(monkeypatch, near, "_holds")
    work = []
    for size in (100, 200):
        parties = {"id": [f"p{i}" for i in range(size)], "name": [f"Bureau {i} te Zwanenrode" for i in range(size)]}
        told = [f"Buro {i} te Zwanenroo" for i in range(size)]
        asked({"party": told, "E1.1": ["3"] * size}, roster=parties)
        work.append((folds(), holds()))
    assert work[0][0] > 100
    assert work[1][0] <= 2.2 * work[0][0] and work[1][1] <= 2.2 * max(work[0][1], 1)


def test_names_that_hold_one_another_are_found_by_their_words(monkeypatch: pytest.MonkeyPatch) -> None:
    holds = counted(monkeypatch, near, "_holds")
    names = NearNames(
        [{"id": f"p{i}", "name": f"stichting {chr(97 + i % 26) * 5}{chr(97 + i // 26) * 6}"} for i in range(600)]
    )
    assert names.find("Het bestuur van stichting eeeeebbbbbb in het oosten") == "p30"
    assert names.find("eeeeebbbbbb") == "p30"
    assert names.find("stichting") == ""  # which all hold
    assert holds() < 610


def test_names_of_parties_are_found_as_before() -> None:
    rows = [
        {"id": "a", "name": "De Linde", "organisation": "Zorgplein"},
        {"id": "b", "name": "Bureau 1"},
        {"id": "c", "name": "Bureau 12"},
        {"id": "d", "name": "Team Oost", "organisation": "Gemeente"},
        {"id": "e", "name": "Team West", "organisation": "Gemeente"},
    ]
    names = NearNames(rows)
    assert names.find("de linden") == "a"
    assert names.find("zorgpleim") == "a"  # an organisation that is one party
    assert names.find("gemeent") == ""  # one that is two
    assert names.find("buro 12") in ("", "c")  # never one with other digits
    assert names.find("het team oost van de gemeente") == "d"
    assert names.find("iets anders") == ""
    names.add("nieuwkomer", "f")
    assert names.find("nieuwkommer") == "f"


def test_rules_are_found_by_their_column() -> None:
    mapping = Mapping(columns=[ColumnRule("a", "question"), ColumnRule("b", "question")])
    assert mapping.rule("b") is mapping.columns[1]
    mapping.columns.insert(0, ColumnRule("c", "question"))
    assert [mapping.rule(name) for name in "abc"] == [mapping.columns[at] for at in (1, 2, 0)]
    mapping.columns[1].column = "d"
    assert mapping.rule("a") is None and mapping.rule("d") is mapping.columns[1]
    del mapping.columns[:]
    assert mapping.rule("b") is None


class Counted(list[ColumnRule]):
    """Rules that count how often they are gone through."""

    times = 0

    def __iter__(self) -> Any:
        self.times += 1
        return super().__iter__()


def test_rules_are_gone_through_a_few_times_whatever_their_number() -> None:
    rules = Counted(ColumnRule(f"c{i}", "question") for i in range(500))
    mapping = Mapping(columns=rules)
    assert [mapping.rule(rule.column) for rule in list(rules)] == list(rules)
    assert rules.times <= 4


def test_the_answers_to_choose_from_are_one_list_for_all_parties() -> None:
    parties = {"id": [f"p{i}" for i in range(30)], "name": [f"Bureau {i} te Zwanenrode" for i in range(30)]}
    told = [f"Buro {i} te Zwanenroo" for i in range(30)]
    with pytest.raises(ConversionError) as caught:
        convert({"party": told, "E1.1": ["3"] * 30}, waves=["2024"], key=KEY, roster=parties)
    lines = [line for question in caught.value.questions for line in question.lines if len(line.allowed) > 30]
    assert len(lines) > 20 and len({id(line.allowed) for line in lines}) == 1


def test_a_party_that_is_added_is_known_by_id_and_name() -> None:
    listed = roster.Roster("r", ["id", "name"], [{"id": "a", "name": "Linde"}], [2])
    assert listed.ids == {"a"} and listed.near.find("lindee") == "a"
    listed.add({"id": "b", "name": "Kastanje", "kind": "organisation"})
    assert listed.ids == {"a", "b"} and listed.near.find("kastanjes") == "b" and listed.numbers == [2, 3]
