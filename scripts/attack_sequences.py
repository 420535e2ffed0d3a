"""How often a sequence of releases makes somebody certain of few people: with the rules of the ledger, and without.

Usage: python scripts/attack_sequences.py [sequences with] [sequences without] [first seed]
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "python" / "support"))

from sequences import of_all_readers, released, with_rules, without_ledger


def attacked(sequences: int, first: int, with_ledger: bool, path: Path) -> Counter[str]:
    """How many sequences, releases, refusals, and sequences with something certain of few people."""
    counted: Counter[str] = Counter()
    for seed in range(first, first + sequences):
        gate = with_rules() if with_ledger else without_ledger
        made, refused = released(random.Random(seed), path, gate)
        found = of_all_readers(made)
        counted.update(sequences=1, released=len(made), refused=refused, opened=bool(found), facts=len(found))
        if found and with_ledger:
            print(f"seed {seed}: {found[0]}", flush=True)
        if seed % 1000 == 999:
            print(f"{seed + 1}: {dict(counted)}", flush=True)
    return counted


def main() -> None:
    """Prints both counts."""
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    with tempfile.TemporaryDirectory() as folder:
        for with_ledger, given, usual in ((True, 1, 100_000), (False, 2, 2_000)):
            sequences = int(sys.argv[given]) if len(sys.argv) > given else usual
            told = attacked(sequences, first, with_ledger, Path(folder) / "study.json")
            print("with a ledger" if with_ledger else "without", dict(told), flush=True)


if __name__ == "__main__":
    main()
