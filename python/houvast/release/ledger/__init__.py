"""A ledger of the releases of studies: which people stood behind each figure, so that no two of them tell of few."""

from __future__ import annotations

import datetime
import os
from collections.abc import Sequence
from dataclasses import dataclass

from ... import _core
from ...errors import DisclosureError, Issue, problems
from ...texts import Claim
from .file import Book, open_book, read_book
from .kept import entry_of, json_of
from .people import figures_of
from .rules import Entry, adds_nothing, refusal

__all__ = ["Planned", "enter", "planned"]


@dataclass(frozen=True, slots=True)
class Planned:
    """What a release would add to a ledger; nothing was written.

    `earlier` releases of the study stand in it. Of the `figures` of this one, `new` were told by none of them, or of
    other people, or in other steps. `refused` says why it may not leave; None when it may.
    """

    earlier: int  #: Releases of the study in the ledger.
    figures: int  #: Figures of this release.
    new: int  #: Figures that none of the earlier ones told in the same way.
    refused: Issue | None  #: Why it may not leave; None when it may.

    @property
    def claims(self) -> list[Claim]:
        """The same, to be said in any language."""
        told = {"earlier": self.earlier, "figures": self.figures, "new": self.new}
        return [Claim("release.planned", told), Claim("release.refused" if self.refused else "release.allowed", {})]


def enter(study: _core.Study, release: _core.Release, path: str | os.PathLike[str]) -> None:
    """Adds a release to a ledger, unless the same one stands in it. Raises DisclosureError HV-406, HV-407."""
    with open_book(path) as book:
        entry, earlier = _entries(study, release, book)
        if adds_nothing(entry, earlier):
            return
        if found := refusal(entry, earlier):
            raise problems(DisclosureError, [found])
        book.add(json_of(entry))


def planned(study: _core.Study, release: _core.Release, path: str | os.PathLike[str]) -> Planned:
    """What a release would add to a ledger. Raises DisclosureError HV-407."""
    entry, earlier = _entries(study, release, read_book(path))
    new = [
        name
        for name, figure in entry.figures.items()
        if not any(name in each.figures and figure.told <= each.figures[name].told for each in earlier)
    ]
    return Planned(len(earlier), len(entry.figures), len(new), refusal(entry, earlier))


def _entries(study: _core.Study, release: _core.Release, book: Book) -> tuple[Entry, Sequence[Entry]]:
    figures = figures_of(study, release, book.digest)
    day = datetime.date.today().isoformat()
    entry = Entry(0, release.study_id, release.policy, release.threshold, release.by, day, figures)
    return entry, [entry_of(each) for each in book.entries if each["study"] == release.study_id]
