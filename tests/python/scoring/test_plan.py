"""How many must answer before a difference can be told: against scipy, and in words."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pandas as pd
import pytest
import scipy.stats

import houvast
from houvast.cli import main

LEVEL, POWER = 0.97, 0.8
PEOPLE = {"professional": 80, "ouder": 60, "jeugdige": 12}
QUESTIONS = [q for q in houvast.instrument("six-elements").questions if q.scale]
ELEMENTS = sorted({q.element for q in QUESTIONS})
PAIRS = 3


def study(people: dict[str, int], **header: Any) -> houvast.Study:
    """A roster that nobody has answered yet."""
    parties = pd.DataFrame({"id": list(people), "kind": "group", "perspective": list(people), "asked": people.values()})
    answers = pd.DataFrame(columns=["wave", "respondent", "party", "question", "answer"], dtype=str)
    base = {"id": "plan", "title": {"nl": "x", "en": "x"}, "instruments": ["six-elements"]}
    waves = {"waves": [{"id": "w1", "date": "2024-01-01"}]}
    return houvast.study_from_frames({**base, **waves, **header}, parties=parties, answers=answers)


def rows(**options: Any) -> dict[tuple[str, str], dict[str, Any]]:
    return {(row["group"], row["other"]): row for row in study(PEOPLE).plan(**options).table.to_dicts()}


def largest_p(of: int) -> float:
    """What a p-value may be at most, of one among so many questions or elements, by Bonferroni's correction."""
    return (1 - LEVEL) / PAIRS / (3 * of)


def power_of_question(n: int, m: int, high: float, low: float, alpha: float) -> float:
    """Of Fisher's exact test with half of what is observed, by adding up everything that can happen."""
    x, y = np.arange(n + 1)[:, None], np.arange(m + 1)[None, :]
    of = scipy.stats.hypergeom(n + m, x + y, n)
    tails = [of.cdf(x) - of.pmf(x) / 2, of.sf(x) + of.pmf(x) / 2]
    said = (2 * np.minimum(*tails) <= alpha) & (x * m > y * n)
    return float((scipy.stats.binom.pmf(x, n, high) * scipy.stats.binom.pmf(y, m, low) * said).sum())


def test_as_many_of_both_as_find_it_with_the_wished_chance() -> None:
    row = rows(difference=0.5)["professional", "ouder"]
    n = row["needed"]
    assert n == row["needed_other"] and (row["asked"], row["asked_other"]) == (80, 60)
    alpha = largest_p(len(QUESTIONS))
    assert power_of_question(n, n, 0.75, 0.25, alpha) >= POWER > power_of_question(n - 1, n - 1, 0.75, 0.25, alpha)


def test_of_a_small_group_all_and_then_more_of_the_other() -> None:
    row = rows(difference=0.8)["professional", "jeugdige"]
    alpha = largest_p(len(QUESTIONS))
    n = row["needed"]
    assert row["needed_other"] == 12 < n
    assert power_of_question(n, 12, 0.9, 0.1, alpha) >= POWER
    assert min(power_of_question(n - 1, 12, *shares, alpha) for shares in ((0.9, 0.1), (0.1, 0.9))) < POWER


def test_what_is_too_small_for_the_roster_has_the_smallest_that_is_not() -> None:
    row = rows(difference=0.25)["ouder", "jeugdige"]
    alpha, smallest = largest_p(len(QUESTIONS)), row["smallest"]
    assert row["needed"] is None and row["needed_other"] is None
    found = [power_of_question(60, 12, 0.5 + d / 2, 0.5 - d / 2, alpha) for d in (smallest, smallest - 0.01)]
    assert found[0] >= POWER > found[1]


def test_an_element_is_found_by_the_normal_distribution() -> None:
    row = rows(difference=0.3, breadth="element", correlation=0.3)["professional", "ouder"]
    k = min(sum(q.element == element for q in QUESTIONS) for element in ELEMENTS)
    z = scipy.stats.norm.isf(largest_p(len(ELEMENTS)) / 2)

    def power(n: int) -> float:
        within = 0.65 * 0.35 * (1 + (k - 1) * 0.3) / k
        pooled = ((n - 1) * 2 * within + n / 2 * 0.3**2) / (2 * n - 1)
        return float(scipy.stats.norm.sf((z * np.sqrt(pooled * 2 / n) - 0.3) / np.sqrt(within * 2 / n)))

    assert power(row["needed"]) >= POWER > power(row["needed"] - 1)


def test_a_change_is_found_among_those_who_moved() -> None:
    row = rows(difference=0.3, correlation=0.1)["", ""]
    alpha = (1 - LEVEL) / (3 * len(QUESTIONS))
    together = 0.1 * 0.35 * 0.65
    up, down = 0.65 * 0.65 - together, 0.35 * 0.35 - together

    def power(n: int) -> float:
        found = 0.0
        for moved in range(1, n + 1):
            k = np.arange(moved + 1)
            of = scipy.stats.binom(moved, 0.5)
            p = 2 * (of.sf(k) + of.pmf(k) / 2)
            chance = scipy.stats.binom.pmf(k, moved, up / (up + down))[p <= alpha].sum()
            found += scipy.stats.binom.pmf(moved, n, up + down) * chance
        return float(found)

    assert row["kind"] == "change" and row["asked"] == sum(PEOPLE.values())
    assert power(row["needed"]) >= POWER > power(row["needed"] - 1)


def test_wishing_more_asks_more_people() -> None:
    needed = [rows(difference=d)["professional", "ouder"]["needed"] for d in (0.6, 0.5, 0.4)]
    assert needed == sorted(needed) and needed[0] < needed[-1]
    assert rows(difference=0.5, power=0.9)["professional", "ouder"]["needed"] > needed[1]
    assert rows(difference=0.5, share=0.3)["professional", "ouder"]["needed"] <= needed[1]
    assert rows(difference=0.5, breadth="instrument")["professional", "ouder"]["needed"] < needed[1]


def test_without_a_roster_numbers_have_no_limit() -> None:
    unknown = study(PEOPLE, asked_known=False).plan(difference=0.25)
    row = unknown.table.to_dicts()[1]
    assert (row["asked"], row["smallest"]) == (None, None) and row["needed"] > 60
    assert "van de" not in unknown.say("nl").splitlines()[2]


def test_groups_of_fewer_than_five_are_not_compared() -> None:
    table = study(PEOPLE | {"informeel": 4}).plan().table.to_dicts()
    assert "informeel" not in {row["group"] for row in table} | {row["other"] for row in table}
    assert table[-1]["asked"] == sum(PEOPLE.values()) + 4
    few = study({"professional": 9}).plan()
    assert len(few) == 1 and few.table.to_dicts()[0]["smallest"] is None


def test_the_plan_in_words() -> None:
    plan = study(PEOPLE).plan(difference=0.5)
    dutch, english = plan.say("nl").splitlines(), plan.say("en").splitlines()
    assert len(dutch) == len(english) == len(plan.claims) == 2 + len(plan)
    row = plan.table.to_dicts()[0]
    assert dutch[0].startswith("Zo veel mensen moeten antwoorden om een verschil van 50 procentpunten op een vraag")
    assert f"{row['needed']} van de 80 en {row['needed_other']} van de 60 mensen" in dutch[2]
    assert f"{row['needed']} of the 80 and {row['needed_other']} of the 60 people" in english[2]
    assert "‘Professionals’" in dutch[2] or "‘Professional’" in dutch[2]


def test_the_plan_as_a_frame() -> None:
    frame = study(PEOPLE).plan().to_frame()
    assert list(frame["kind"]) == ["difference"] * PAIRS + ["change"]
    assert str(frame["needed"].dtype) == "Int64" and frame.attrs["source"]


def test_mistakes_are_named() -> None:
    of = study(PEOPLE)
    wrong: list[tuple[dict[str, Any], str]] = [
        ({"difference": 0.0}, "HV-302"),
        ({"difference": 0.7, "share": 0.2}, "HV-302"),
        ({"share": 1.0}, "HV-302"),
        ({"power": 1.0}, "HV-302"),
        ({"correlation": -0.1}, "HV-302"),
        ({"level": 0.0}, "HV-302"),
        ({"breadth": "item"}, "HV-303"),
        ({"by": ""}, "HV-303"),
    ]
    for options, code in wrong:
        with pytest.raises(ValueError, match=code):
            of.plan(**options)
    with pytest.raises(KeyError, match="HV-505"):
        of.plan(wave="w9")


def test_the_command_says_the_plan(tmp_path: Any, capsys: pytest.CaptureFixture[str]) -> None:
    of = study(PEOPLE)
    of.save(tmp_path / "s")
    assert main(["plan", str(tmp_path / "s"), "--difference", "50", "--lang", "en"]) == 0
    assert capsys.readouterr().out.strip() == of.plan(difference=0.5).say("en")
    assert main(["plan", str(tmp_path / "s"), "--breadth", "element", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["plan"] == of.plan(breadth="element").table.to_dicts() and len(told["said"]) == 6
