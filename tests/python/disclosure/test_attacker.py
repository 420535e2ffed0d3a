"""The attacker finds what is known to be there to be found, by hand."""

from __future__ import annotations

import numpy as np

from attacker import Known, Told, Worlds, insider, outsider


def share(people: int, low: float, high: float) -> Worlds:
    """So many people, of whom a share from `low` up to `high` (1 included) is counted."""
    worlds = np.zeros((people + 1, people + 1), bool)
    counts = np.arange(people + 1)
    worlds[people] = (counts >= low * people) & ((counts < high * people) | (high == 1))
    return worlds


def alone(*groups: Worlds) -> list[Told]:
    return [Told((group,), group) for group in groups]


def few(found: list[Known], threshold: int = 5) -> list[tuple[int, str, list[int]]]:
    return [(known.member, known.count, sorted(known.values)) for known in found if known.is_few(threshold)]


def test_quarters_of_five_and_five_and_their_sum_give_one_exact_answer() -> None:
    """Five and five people with one and two yes give 0-25 %, 25-50 % and, together, 25-50 %."""
    groups = alone(share(5, 0, 0.25), share(5, 0.25, 0.5))
    found = few(list(outsider(groups, share(10, 0.25, 0.5))))
    assert (0, "counted", [1]) in found
    assert (1, "counted", [2]) in found


def test_a_total_can_open_a_group_that_is_safe_by_itself() -> None:
    """Six and six people: half or more, fewer than half, together fewer than half; so 3 to 5 yes and 1 to 3 no."""
    groups, anything = alone(share(6, 0.5, 1), share(6, 0, 0.5)), share(12, 0, 1)
    assert few(list(outsider(groups, anything))) == []
    assert few(list(outsider(groups, share(12, 0, 0.5)))) == [(0, "others", [1, 2, 3])]


def test_somebody_who_answered_knows_more() -> None:
    """Five people, half or more: 3 to 5 yes; somebody who said yes knows that 2 to 4 others did."""
    groups, whole = alone(share(5, 0.5, 1)), share(5, 0, 1)
    assert few(list(outsider(groups, whole))) == []
    assert (0, "counted", [2, 3, 4]) in few(list(insider(groups, whole)))


def test_halves_of_enough_people_tell_nothing_of_few() -> None:
    groups = alone(share(18, 0, 0.5), share(40, 0.5, 0.75))
    whole = share(58, 0.3, 0.4)
    assert few([*outsider(groups, whole), *insider(groups, whole)]) == []


def test_a_share_in_points_of_a_known_number_is_a_number() -> None:
    known = [known for known in outsider(alone(share(7, 0.285, 0.295)), share(7, 0, 1)) if known.count == "counted"]
    assert [known.is_exact(5) for known in known] == [True]


def test_a_group_taken_together_can_be_opened_from_inside() -> None:
    """Five and three people together, of whom seven or eight yes: two or three in the smaller."""
    groups = [Told((share(5, 0, 1), share(3, 0, 1)), share(8, 0.8, 1))]
    assert few(list(outsider(groups, share(8, 0, 1)))) == [(1, "counted", [2, 3])]
