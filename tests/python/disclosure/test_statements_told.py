"""What is said of groups beside their figures tells of no few people: every world, with the product itself in hand.

`scripts/attack_statements.py` tries larger groups, three groups and two questions.
"""

from __future__ import annotations

import pytest

from every_world import attacked


@pytest.mark.parametrize("people", [(14, 14), (20, 14)])
def test_every_world_of_two_groups(people: tuple[int, int]) -> None:
    found = attacked(people)
    assert found.worlds == (people[0] + 1) * (people[1] + 1)
    assert found.opened == ()
    assert found.told > found.worlds / 10


def test_two_questions_of_which_few_answer_high() -> None:
    """How they go together, and a difference on their element, told who: 132 facts in these 441 worlds."""
    found = attacked((28, 30), within=[(0, 5), (0, 5)])
    assert found.worlds == 441
    assert found.opened == ()
