"""The parties of the study: from a list that you give, or made from what respondents told about themselves."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from .. import _core
from ..errors import Where
from ..io.ids import free_id, slug
from .files import read_raw
from .frames import read_frame
from .near import NearNames
from .people import is_format, listed
from .personal import personal
from .sheet import Raw
from .unreadable import unreadable
from .vocabulary import Vocabulary, fold

__all__ = ["ATTRIBUTES", "Roster", "made_parties", "read_roster", "rows_of"]

ATTRIBUTES = ("organisation", "domain", "sector", "level", "perspective")
_LINK = ("respondents", "respondent", "respondenten")


@dataclass
class Roster:
    """The rows of parties.csv, with the respondents of each party where the list names them."""

    file: str
    columns: list[str]
    rows: list[dict[str, str]]
    numbers: list[int]
    by_name: dict[str, str] = field(default_factory=dict)  # folded id or name → id; names of two parties are left out
    by_respondent: dict[str, str] = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)  # column of parties.csv → heading of the list
    dropped: list[str] = field(default_factory=list)  # headings of what was not kept
    of_people: bool = False  # whether it was a list of people, of whom several may be one party
    functions: bool = False  # whether that list tells what people do
    people: int = 0  # how many people such a list names
    made: bool = False  # whether it was no table with the columns of parties.csv, so that ids were made

    @cached_property
    def near(self) -> NearNames:
        """Its names, to find one that is almost told; made when everything on the list is decided."""
        return NearNames(self.rows)

    @cached_property
    def ids(self) -> set[str]:
        """The ids of its parties."""
        return {row["id"] for row in self.rows}

    def add(self, row: dict[str, str]) -> None:
        """Adds a party, under the list."""
        self.rows.append(row)
        self.numbers.append(max(self.numbers, default=0) + 1)
        self.ids.add(row["id"])
        self.near.add(fold(row.get("name") or row["id"]), row["id"])
        self.columns += [name for name in row if name not in self.columns]

    def speak(self, row: dict[str, str], domain: str, perspective: str) -> None:
        """Lets a party speak for itself: in a domain and a perspective of its own, under no organisation but itself."""
        row |= {"domain": domain, "perspective": perspective, "organisation": row.get("name") or row["id"]}
        self.columns += [name for name in ("domain", "perspective", "organisation") if name not in self.columns]

    def matching(self, told: dict[str, str], words: Vocabulary) -> list[str]:
        """The parties that agree with everything a respondent told about themselves."""
        wanted = {key: value for key, value in told.items() if value}
        found = []
        for row in self.rows if wanted else []:
            own = {key: words.term(key, row.get(key, ""))[0] or "" for key in wanted if row.get(key)}
            if all(fold(own.get(key, "")) == fold(value) for key, value in wanted.items() if key in self.columns):
                found.append(row["id"])
        return found


def read_roster(raw: Raw, *, by_function: bool = True, ids: dict[str, str] | None = None) -> Roster:
    """The parties of a table with the columns of parties.csv, or of a list as people keep it.

    Beside those columns `respondents` tells who belongs to a party, several with `;`. In a list of people the party is
    their organisation, with their function there if so wanted. `ids` are those that names had before.
    """
    heading = _heading(raw)
    if not is_format(heading):
        found = listed(raw, by_function, ids or {})
        roster = Roster(raw.file, found.columns, found.rows, found.numbers, by_respondent=found.addresses)
        roster.by_name = {**found.people, **_alone(found.rows), **_by_name(found.rows)}
        roster.dropped, roster.of_people, roster.functions = found.dropped, found.of_people, found.functions
        roster.people, roster.made, roster.headings = found.count, True, found.headings
        return roster
    link = next((name for name in heading if name in _LINK), None)
    rows = [dict(zip(heading, row, strict=True)) for row in raw.rows[1:]]
    _check_rows(raw, rows, link)
    roster = Roster(raw.file, [name for name in heading if name != link], rows, raw.numbers[1:])
    if link is not None:
        roster.by_respondent = _respondents(roster, link)
    roster.by_name = _by_name(rows)
    return roster


def rows_of(source: Any, encoding: str | None = None) -> Raw:
    """The rows of a list of parties, from a file or a frame."""
    return read_raw(source, encoding) if isinstance(source, str | os.PathLike) else read_frame(source, "roster")


def _heading(raw: Raw) -> list[str]:
    heading = [name.strip() for name in raw.rows[0]]
    for i, name in enumerate(heading):
        if name in heading[:i]:
            raise unreadable("HV-114", "column_twice", Where(raw.file, raw.numbers[0], name))
    return heading


def _check_rows(raw: Raw, rows: list[dict[str, str]], link: str | None) -> None:
    """Refuses rows without an id or with one that is taken, and what is personal outside the column of respondents."""
    for number, row in zip(raw.numbers[1:], rows, strict=True):
        for name, cell in row.items():
            if name != link and personal(cell):
                raise unreadable("HV-714", "roster_personal", Where(raw.file, number, name))
        if not row["id"]:
            raise unreadable("HV-208", "no_id", Where(raw.file, number, "id"))
    ids: set[str] = set()
    for number, row in zip(raw.numbers[1:], rows, strict=True):
        if row["id"] in ids:
            raise unreadable("HV-201", "party_twice", Where(raw.file, number, "id"), id=row["id"])
        ids.add(row["id"])


def _respondents(roster: Roster, link: str) -> dict[str, str]:
    """The party of each respondent; takes the column that names them out of the rows."""
    found: dict[str, str] = {}
    for number, row in zip(roster.numbers, roster.rows, strict=True):
        for person in row.pop(link).split(";"):
            key = person.strip().casefold()
            if key and found.setdefault(key, row["id"]) != row["id"]:
                raise unreadable("HV-712", "two_parties", Where(roster.file, number, link))
    return found


def _alone(rows: list[dict[str, str]]) -> dict[str, str]:
    """The party of each organisation of which the list has only one."""
    often = Counter(fold(row["organisation"]) for row in rows)
    return {fold(row["organisation"]): row["id"] for row in rows if often[fold(row["organisation"])] == 1}


def _by_name(rows: list[dict[str, str]]) -> dict[str, str]:
    names: dict[str, set[str]] = {}
    for row in rows:
        squeezed = re.sub(r"[^a-z0-9]", "", row["id"].casefold())  # codes of platforms hold letters and digits only
        for word in {row["id"], row.get("name", "") or row["id"], squeezed or row["id"]}:
            names.setdefault(fold(word), set()).add(row["id"])
    return {word: next(iter(ids)) for word, ids in names.items() if len(ids) == 1}


def made_parties(
    told: Iterable[tuple[str, ...]], own: list[str], titles: _core.Study
) -> dict[tuple[str, ...], dict[str, str]]:
    """One party per combination of attributes, `told` in the order of ATTRIBUTES and then of your own columns."""
    parties: dict[tuple[str, ...], dict[str, str]] = {}
    used: set[str] = set()
    for combination in sorted(set(told)):
        row = dict(zip([*ATTRIBUTES, *own], combination, strict=True))
        first = [row["organisation"] or row["domain"], row["sector"], row["level"], row["perspective"]]
        id = free_id("-".join(filter(None, map(slug, [*first, *(row[name] for name in own)]))) or "deelnemers", used)
        said = [("domain", row["domain"])] if not row["organisation"] else []
        said += [("sector", row["sector"]), ("level", row["level"]), ("perspective", row["perspective"])]
        names = [titles.term_title(key, value, "nl").casefold() for key, value in said if value]
        whole = [row["organisation"], *names] if row["organisation"] else names
        name = ", ".join(filter(None, [*whole, *(row[key] for key in own)])) or "Deelnemers"
        parties[combination] = {"id": id, "name": name[:1].upper() + name[1:], "kind": "group", **row}
    return parties
