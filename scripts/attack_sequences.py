"""How often a sequence of releases makes somebody certain of few people: with the rules of the ledger, and without.

With --record a line of counts is added to a file after every thousand sequences, and a run that was ended goes on
where it was; a record of other rules is refused.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "python" / "support"))

from sequences import of_all_readers, released, with_rules, without_ledger

TOP = Path(__file__).parents[1]
RULES = ("src/disclosure", "include/houvast/disclosure", "python/houvast/release/ledger", "tests/python/support")


def rules() -> str:
    """A digest of what decides about releases and of what attacks them."""
    digest = hashlib.sha256()
    for folder in RULES:
        for file in sorted((TOP / folder).glob("*.[cph]*")):
            if file.is_file():
                digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def attacked(seeds: range, with_ledger: bool) -> Counter[str]:
    """How many sequences, releases, refusals, and sequences with something certain of few people."""
    counted: Counter[str] = Counter()
    for seed in seeds:
        gate = with_rules() if with_ledger else without_ledger
        made, refused = released(random.Random(seed), gate)
        found = of_all_readers(made, counted)
        counted.update(sequences=1, released=len(made), refused=refused, opened=bool(found), facts=len(found))
        if found and with_ledger:
            print(f"seed {seed}: {found[0]}", flush=True)
    return counted


def in_parts(seeds: range, step: int = 1000) -> Iterator[range]:
    """The same seeds, a thousand at a time."""
    for first in range(seeds.start, seeds.stop, step):
        yield range(first, min(first + step, seeds.stop))


class Record:
    """What earlier runs counted, a line for each part; without a file nothing is kept."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.lines: list[dict[str, object]] = []
        if path is not None and path.exists():
            self.lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        if any(line["rules"] != rules() for line in self.lines):
            raise SystemExit(f"{path}: a record of other rules")

    def of(self, part: range, with_ledger: bool) -> Counter[str] | None:
        """What was counted of a part, if it was."""
        key = [part.start, part.stop, with_ledger]
        found = (line["counted"] for line in self.lines if line["part"] == key)
        return next((Counter(counted) for counted in found), None)  # type: ignore[call-overload]

    def add(self, part: range, with_ledger: bool, counted: Counter[str]) -> None:
        """Keeps what was counted of a part."""
        if self.path is not None:
            line = {"part": [part.start, part.stop, with_ledger], "rules": rules(), "counted": dict(counted)}
            with self.path.open("a", encoding="utf-8") as file:
                file.write(json.dumps(line) + "\n")


def main() -> None:
    """Prints both counts, and after every thousand what they are so far."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--with", type=int, default=100_000, dest="beside", help="sequences with the ledger's rules")
    options.add_argument("--without", type=int, default=2_000, help="sequences without a ledger")
    options.add_argument("--first", type=int, default=0, help="first seed")
    options.add_argument("--record", type=Path, help="file to keep the counts in")
    given = options.parse_args()
    record = Record(given.record)
    for with_ledger, sequences in ((True, given.beside), (False, given.without)):
        told: Counter[str] = Counter()
        for part in in_parts(range(given.first, given.first + sequences)):
            counted = record.of(part, with_ledger)
            if counted is None:
                counted = attacked(part, with_ledger)
                record.add(part, with_ledger, counted)
            told.update(counted)
            print("with" if with_ledger else "without", part.stop, dict(told), flush=True)


if __name__ == "__main__":
    main()
