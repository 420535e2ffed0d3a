"""What became of each change: kept in a file, so that a run goes on where another one ended, and shown as a table."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from pathlib import Path

from mutants import Mutant
from trial import Outcome

KILLED = ("tests", "sanitizer", "time", "python")
BARS = {"disclosure": 100.0}  # what is let out stays out; the others:
BAR = 85.0


class Record:
    """Results by what was changed. Those of other sources are put aside; after a change of the tests only what
    survived is tried again, since tests that noticed a fault are seldom taken away.
    """

    def __init__(self, path: Path, sources: str, tests: str) -> None:
        self.path = path
        self.head = {"sources": sources, "tests": tests}
        self.dropped: list[str] = []
        self.results: dict[str, dict[str, str]] = {}
        if not path.is_file():
            return
        kept = json.loads(path.read_text(encoding="utf-8"))
        if kept["head"]["sources"] != sources:
            path.replace(path.with_suffix(".before.json"))
            return
        self.dropped, self.results = kept["dropped"], kept["results"]
        if kept["head"]["tests"] != tests:
            self.results = {key: each for key, each in self.results.items() if each["how"] in KILLED}

    def save(self) -> None:
        text = json.dumps({"head": self.head, "dropped": self.dropped, "results": self.results}, indent=1)
        new = self.path.with_suffix(".new")
        new.write_text(text, encoding="utf-8")
        new.replace(self.path)

    def drop(self, mutants: list[Mutant]) -> None:
        self.dropped += [mutant.point.key for mutant in mutants]
        self.save()

    def add(self, mutant: Mutant, outcome: Outcome) -> None:
        about = {"id": str(mutant.id), "room": mutant.room, "where": mutant.where, "change": mutant.change}
        self.results[mutant.point.key] = {**about, **asdict(outcome)}
        self.save()

    def how(self, mutant: Mutant) -> str:
        return self.results.get(mutant.point.key, {}).get("how", "")


class Equal:
    """The changes that a person found to change nothing, in equal.txt."""

    def __init__(self, path: Path, root: Path) -> None:
        lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
        rows = [[part.strip() for part in line.split(" | ")] for line in lines if line and not line.startswith("#")]
        if wrong := [row for row in rows if len(row) != 4]:
            raise SystemExit(f"{path.name}: not file | text of the line | what → what | reason: {wrong[0]}")
        self.reasons = {(row[0], row[1], row[2]): row[3] for row in rows}
        self.root = root

    def reason(self, mutant: Mutant) -> str:
        point = mutant.point
        line = (self.root / point.file).read_text(encoding="utf-8").splitlines()[point.line - 1].strip()
        key = (point.file, line, mutant.change)
        return self.reasons.get(key, "")


def report(record: Record, equal: Equal, mutants: list[Mutant], rooms: list[str]) -> tuple[str, bool]:
    """The table, every survivor, and whether all rooms reach their bars."""
    columns = ["room", "drawn", "tests", "sanitizer", "time", "python", "survived", "equal", "untried", "killed"]
    lines, survivors, alike, fine = ["| " + " | ".join(columns) + " |", "|---|" + "---:|" * 9], [], [], True
    for room in rooms:
        counts: Counter[str] = Counter()
        own = [mutant for mutant in mutants if mutant.room == room]
        for mutant in own:
            how = record.how(mutant) or "untried"
            reason = equal.reason(mutant) if how not in KILLED else ""
            counts["equal" if reason else "survived" if how == "unreached" else how] += 1
            if reason:
                alike.append(f"  {mutant.where}  {mutant.change}  ({reason})")
            elif how not in (*KILLED, "untried"):
                note = "  (no C++ test comes by)" if how == "unreached" else ""
                survivors.append(f"  {mutant.id}  {mutant.where}  {mutant.change}{note}")
        killed = sum(counts[how] for how in KILLED)
        tried = killed + counts["survived"]
        share = 100 * killed / tried if tried else 100.0
        fine = fine and share >= BARS.get(room, BAR)
        cells = [room, str(len(own)), *(str(counts[name]) for name in columns[2:9]), f"{share:.1f} %"]
        lines.append("| " + " | ".join(cells) + " |")
    for title, each in (("Survived:", survivors), ("Equal in what they do:", alike)):
        lines += ["", title, *each] if each else []
    return "\n".join(lines), fine
