"""A network tells of nobody who was silent, nor of few who were not: in blocks of what parties are not all alike in."""

from __future__ import annotations

import itertools
import json
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import houvast
from houvast import _core
from houvast.release.ledger import planned
from reporter_worlds import DOMAINS, alike, facts, worlds_of

THRESHOLDS = {"team": 5, "external": 10}


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize(
    ("policy", "sizes"),
    [
        *(("team", sizes) for sizes in ((11,), (23,), (5, 6), (6, 7), (3, 4, 7), (10, 10), (8, 8, 6), (5, 30))),
        *(("external", sizes) for sizes in ((24,), (11, 12), (25, 28))),
    ],
)
def test_nobody_is_certain_who_was_silent(policy: str, sizes: tuple[int, ...], directed: bool) -> None:
    """With every word of the document about networks, since nobody has ties in any of these worlds."""
    told = alike(sizes, policy, directed=directed)
    assert sum(map(len, told)) == len(worlds_of(sizes))
    for worlds in told:
        assert not list(facts(worlds, sizes, THRESHOLDS[policy])), worlds


def test_networks_are_told_all_the_same() -> None:
    """With more than one word about how many reported."""
    documents = alike((10, 20), "team", directed=False)
    assert len(documents) == 5, "nothing, and four steps"


# ------------------------------------------------------------------------------------------------ ties


def network_of(sizes: tuple[int, ...], ties: list[tuple[str, str]], by: str) -> dict[str, Any]:
    names = [f"{DOMAINS[g]}{i}" for g, size in enumerate(sizes) for i in range(size)]
    reports = [{"wave": "w", "relation": "x", "reporter": one, "from": one, "to": to} for one, to in ties]
    reports += [{"wave": "w", "relation": "x", "reporter": one, "from": one, "to": ""} for one in names]
    named = {one for one, _ in ties}
    reports = [each for each in reports if each["to"] or each["reporter"] not in named]
    data = {
        "schema": "houvast-study/1",
        "id": "ties",
        "title": {"nl": "x", "en": "x"},
        "instruments": ["six-elements"],
        "waves": [{"id": "w", "date": "2026-01-01"}],
        "relations": [{"id": "x", "title": {"nl": "x", "en": "x"}, "directed": False}],
        "parties": [
            {"id": name, "perspective": "professional", "domain": name.rstrip("0123456789"), "asked": 1}
            for name in names
        ],
        "ties": reports,
    }
    study = _core.study_from_json(json.dumps(data).encode(), "study.json")
    found: dict[str, Any] = study.release("team", by=by).document()["networks"][0]
    return found


def in_step(share: dict[str, float], pairs: int) -> tuple[int, int]:
    """The numbers of pairs that lie in a step."""
    fits = [
        k
        for k in range(pairs + 1)
        if share["low"] <= k / pairs + 1e-9 and (k / pairs < share["high"] - 1e-9 or share["high"] == 1)
    ]
    return fits[0], fits[-1]


def ranges(network: dict[str, Any], sizes: tuple[int, ...]) -> Iterator[tuple[int, int, int]]:
    """Of every block: its pairs, and between which numbers those with a tie lie by all that is told."""
    pairs, own = [], []
    for one, other in itertools.combinations_with_replacement(range(len(sizes)), 2):
        n = sizes[one] * sizes[other] if one != other else sizes[one] * (sizes[one] - 1) // 2
        block = next(
            (
                each
                for each in network["blocks"]
                if {each["from_group"], each["to_group"]} == {DOMAINS[one], DOMAINS[other]}
            ),
            None,
        )
        pairs.append(n)
        own.append(in_step(block["density"], n) if block and block["shown"] else (0, n))
    low, high = in_step(network["density"], sum(pairs))
    band = network["ties_band"].rstrip("+").split("–")
    low, high = max(low, int(band[0])), min(high, int(band[1])) if len(band) > 1 else high
    for at, n in enumerate(pairs):
        others = [each for i, each in enumerate(own) if i != at]
        least = max(own[at][0], low - sum(each[1] for each in others))
        most = min(own[at][1], high - sum(each[0] for each in others))
        yield n, least, most


@pytest.mark.parametrize("sizes", [(6, 6), (6, 9), (14, 14), (12, 15, 16)])
def test_blocks_beside_the_whole_tell_of_no_few_ties(sizes: tuple[int, ...]) -> None:
    """The attacker knows of every pair whether it is known; worlds are drawn, most of them with few ties somewhere."""
    draw = random.Random(str(sizes))
    names = [(g, f"{DOMAINS[g]}{i}") for g, size in enumerate(sizes) for i in range(size)]
    told = 0
    for _ in range(30):
        shares = {
            pair: draw.choice((0, 0.05, 0.1, 0.25, 0.5, 0.75, 0.95, 1))
            for pair in itertools.combinations_with_replacement(range(len(sizes)), 2)
        }
        ties = [
            (one, other)
            for (g, one), (h, other) in itertools.combinations(names, 2)
            if draw.random() < shares[min(g, h), max(g, h)]
        ]
        network = network_of(sizes, ties, "perspective")
        told += sum(block["shown"] for block in network["blocks"])
        for pairs, least, most in ranges(network, sizes):
            assert least <= most
            assert least == 0 or most >= 5, (network, pairs)
            assert most == pairs or pairs - least >= 5, (network, pairs)
    assert told >= 30


# ------------------------------------------------------------------------------------------ another grouping later


def study_in_two(told: tuple[int, int, int], *, parents: bool) -> houvast.Study:
    """Six parties of each of two domains; and, when a parents' panel has joined, as many of its members."""
    groups = [("onderwijs", "professional", told[0]), ("zorg", "professional", told[1])]
    groups += [("zorg", "ouder", told[2])] if parents else []
    rows = [
        {"id": f"{domain}-{who}{i}", "perspective": who, "domain": domain, "asked": 1, "told": i < number}
        for domain, who, number in groups
        for i in range(SIX)
    ]
    data = {
        "schema": "houvast-study/1",
        "id": "joined",
        "title": {"nl": "x", "en": "x"},
        "instruments": ["six-elements"],
        "waves": [{"id": "w", "date": "2026-01-01"}],
        "relations": [{"id": "x", "title": {"nl": "x", "en": "x"}, "directed": False}],
        "ties": [
            {"wave": "w", "relation": "x", "reporter": row["id"], "from": row["id"], "to": ""}
            for row in rows
            if row["told"]
        ],
        "parties": [{name: value for name, value in row.items() if name != "told"} for row in rows],
    }
    return _core.study_from_json(json.dumps(data).encode(), "study.json")


SIX = 6


def test_another_grouping_in_a_later_release_tells_of_no_few(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A draft, whose parties are all of one perspective; then parents join, so that the same network is told in blocks.

    Without a ledger the draft would have blocks of domain, beside which those of perspective tell of few. Whoever told
    is known beside it from what was told of all parties only: that a draft told nothing is not in a ledger.
    """
    monkeypatch.setenv("HOUVAST_KEYS", str(tmp_path / "keys"))
    whole, beside = defaultdict[str, list[tuple[int, ...]]](list), defaultdict[str, list[tuple[int, ...]]](list)
    for number, world in enumerate(itertools.product(range(SIX + 1), repeat=3)):
        ledger = tmp_path / f"{number // (SIX + 1)}.json"
        if world[2] == 0:
            draft = study_in_two(world, parents=False).release("team", by="perspective", ledger=ledger)
            assert draft.blocks_by == "perspective"
            assert study_in_two(world, parents=False).release("team", by="perspective").blocks_by == "domain"
        study = study_in_two(world, parents=True)
        final, rows = study.release("team", by="perspective"), draft.document()["networks"]
        assert final.blocks_by == "perspective"
        if planned(study, final, ledger).refused is None:  # else it does not leave
            rows = rows + final.document()["networks"]
        whole[json.dumps([{**row, "groups": [], "blocks": []} for row in rows])].append(world)
        beside[json.dumps(rows)].append(world)
    assert len(beside) == len(whole), "groupings tell nothing of who told"
    certain = {world: set(facts(worlds, (SIX, SIX, SIX), 5)) for worlds in whole.values() for world in worlds}
    for worlds in beside.values():
        assert set(facts(worlds, (SIX, SIX, SIX), 5)) <= certain[worlds[0]], worlds
