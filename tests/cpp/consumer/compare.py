"""Fails unless two listings have the same words and the same numbers, bit for bit."""

import sys
from pathlib import Path


def words(path: str) -> list[list[str | float]]:
    def value(word: str) -> str | float:
        try:
            return float(word)
        except ValueError:
            return word

    return [[value(word) for word in line.split()] for line in Path(path).read_text(encoding="utf-8").splitlines()]


ours, theirs = words(sys.argv[1]), words(sys.argv[2])
if not ours or ours != theirs:
    sys.exit(f"C++ and Python differ: {[pair for pair in zip(ours, theirs, strict=False) if pair[0] != pair[1]][:5]}")
print(f"{len(ours)} lines, the same in C++ and Python")
