"""Whether statements make somebody certain of few people: every way in which groups can answer, a release of each.

PEOPLE is for example `20,14` (two groups, 315 worlds) or `14,14,14` (three groups, 3,375 worlds). With a seed it is
drawn who gives which answer.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "python" / "support"))

from every_world import attacked


def _ranges(text: str) -> list[tuple[int, int]]:
    """Of each question, from and to."""
    return [(int(low), int(high)) for low, _, high in (part.partition("-") for part in text.split(","))]


def main() -> None:
    """Prints what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("people", type=lambda text: [int(n) for n in text.split(",")])
    parser.add_argument("questions", type=int, nargs="?", default=1)
    parser.add_argument("policy", nargs="?", default="team")
    parser.add_argument("seed", type=int, nargs="?")
    parser.add_argument("--within", type=_ranges, help="of each question, all high answers: 0-5,12-17")
    given = parser.parse_args()
    found = attacked(given.people, given.questions, given.policy, given.seed, given.within)
    people, policy = given.people, given.policy
    questions = len(given.within) if given.within else given.questions
    print(f"{people}, {questions} questions, {policy}: {found.worlds} worlds, {found.documents} documents,")
    print(f"differences told in {found.told} worlds, {len(found.opened)} facts about few people")
    for fact in found.opened[:10]:
        print("  ", fact)


if __name__ == "__main__":
    main()
