"""Which party of a list is meant by a name that the list does not have."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from .ties import LIKE
from .vocabulary import fold, nearest

__all__ = ["NearNames"]

_LEAST = 5  # letters of a name that may stand inside another


@dataclass
class _Group:
    """Names with the same digits, and the words to find those by that hold one another."""

    ids: dict[str, str] = field(default_factory=dict)  # name → id
    by_word: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    by_rare_word: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, name: str, id: str) -> None:
        if name not in self.ids:
            words = name.split(" ")
            for word in dict.fromkeys(words):
                self.by_word[word].append(name)
            self.by_rare_word[min(words, key=lambda word: len(self.by_word[word]))].append(name)
        self.ids[name] = id

    def around(self, text: str) -> Iterator[str]:
        """The names that a text holds, or that hold it, as whole words."""
        words = dict.fromkeys(text.split(" "))
        fewest = min((self.by_word.get(word, []) for word in words), key=len)
        yield from (name for name in fewest if _holds(name, text))
        yield from (name for word in words for name in self.by_rare_word.get(word, []) if _holds(text, name))


class NearNames:
    """The names of the parties of a list, and of organisations that are one party, folded."""

    def __init__(self, rows: Sequence[Mapping[str, str]]) -> None:
        often = Counter(fold(row.get("organisation", "")) for row in rows)
        self._groups: defaultdict[str, _Group] = defaultdict(_Group)
        for row in rows:
            organisation = fold(row.get("organisation", ""))
            if organisation and often[organisation] == 1:
                self.add(organisation, row["id"])
        for row in rows:
            self.add(fold(row.get("name") or row["id"]), row["id"])

    def add(self, name: str, id: str) -> None:
        """Adds a name, folded; of two parties with one name the last counts."""
        self._groups[_digits(name)].add(name, id)

    def find(self, name: str) -> str:
        """The id of the party whose name is almost this one, or holds it with words before or after it; or nothing."""
        text = fold(name)
        group = self._groups.get(_digits(text))
        if group is None:
            return ""
        near = nearest(text, list(group.ids), LIKE)
        if near is not None:
            return group.ids[near[0]]
        inside = {group.ids[name] for name in group.around(text)}
        return next(iter(inside)) if len(inside) == 1 else ""


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())


def _holds(whole: str, part: str) -> bool:
    """Whether a name of some length stands in another one as whole words."""
    return len(part) >= _LEAST and f" {part} " in f" {whole} "
