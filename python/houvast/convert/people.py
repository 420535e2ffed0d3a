"""A list of people or parties as coordinators keep it (Naam, Organisatie, Domein, Functie, E-mail) as parties."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from ..errors import Where
from ..io.ids import free_id
from ..results.columns import names
from .personal import personal
from .sheet import Raw
from .signs import SIGNS
from .unreadable import unreadable
from .vocabulary import fold, same_words

__all__ = ["Listed", "field_of", "is_format", "listed", "voice_of"]

_TOLD = ("domain", "sector", "level", "perspective")
_COUNCILS = {"council_of_parents": ("ouders", "ouder"), "council_of_youth": ("jeugdigen", "jeugdige")}
_WHO = ("e-mail", "respondents")


@cache
def _words() -> dict[str, list[str]]:
    found: dict[str, list[str]] = json.loads(Path(__file__).with_name("list_names.json").read_text(encoding="utf-8"))
    return found


def field_of(heading: str) -> str:
    """What a column of a list of parties tells: a column of parties.csv, or who belongs to a party; or nothing."""
    word = same_words(heading)
    known = next((name for name, words in _words().items() if word in words), "")
    return known or (heading if heading in names("parties") or heading.startswith("x_") else "")


def voice_of(name: str) -> tuple[str, str] | None:
    """The domain and the perspective for which a council of parents or of young people speaks; None for others."""
    text = fold(name)
    return next((voice for sign, voice in _COUNCILS.items() if any(word in text for word in SIGNS[sign])), None)


def is_format(heading: list[str]) -> bool:
    """Whether a list has the form of parties.csv: its columns, or at least its id, under their own names."""
    own = {*names("parties"), *_words()["respondents"]}
    return "id" in heading and all(name in own or name.startswith("x_") or not field_of(name) for name in heading)


@dataclass
class Listed:
    """The parties of such a list, as rows of parties.csv, and what else it told."""

    columns: list[str]
    ids: dict[str, str] = field(default_factory=dict)  # folded name → id that it had before
    rows: list[dict[str, str]] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    people: dict[str, str] = field(default_factory=dict)  # folded name of a person → id of the party
    addresses: dict[str, str] = field(default_factory=dict)  # address or code of a respondent → id of the party
    headings: dict[str, str] = field(default_factory=dict)  # column of parties.csv → heading of the list
    dropped: list[str] = field(default_factory=list)  # headings of what was not kept
    of_people: bool = False  # whether a row is a person, of whom several may be one party
    functions: bool = False  # whether it tells what people do
    count: int = 0  # rows


def listed(raw: Raw, by_function: bool, ids: dict[str, str]) -> Listed:
    """The parties of a list: every row, or the organisations (with the functions there) of the people on it.

    `ids` are those that names had before, folded.
    """
    fields = [field_of(name) for name in raw.rows[0]]
    for i, name in enumerate(fields):
        if name in fields[:i] and name != "person":
            fields[i] = ""  # a second column for the same is not kept
    there = set(fields)
    if not there & {"party", "name", "organisation"}:
        raise unreadable("HV-112", "list_without_names", Where(raw.file, raw.numbers[0]))
    people = bool(there & {"e-mail", "person", "function"}) and bool(there & {"party", "organisation"})
    made = Listed(_columns(fields, people), ids, of_people=people, functions="function" in there)
    made.headings = dict(zip(fields, raw.rows[0], strict=True))
    made.dropped = [name for name, kept in zip(raw.rows[0], fields, strict=True) if not kept]
    parties: dict[tuple[str, ...], dict[str, str]] = {}
    for number, row in zip(raw.numbers[1:], raw.rows[1:], strict=True):
        told = _told(raw, number, fields, row)
        if told:
            made.count += 1
            _add(made, parties, told, Where(raw.file, number), by_function)
    return made


def _columns(fields: list[str], people: bool) -> list[str]:
    """The columns of parties.csv that a list gives."""
    own = [name for name in fields if name in names("parties") and name not in ("id", "name", "kind", "asked")]
    own += ["organisation"] if "organisation" not in own else []
    own += [name for name in fields if name.startswith("x_")]
    counted = ["asked"] if people or "asked" in fields else []
    return ["id", "name", "kind", *own, *counted]


def _told(raw: Raw, number: int, fields: list[str], row: list[str]) -> dict[str, str]:
    """The cells of a row by what they tell; refuses what is personal where it would stay."""
    told: dict[str, str] = {}
    for heading, name, cell in zip(raw.rows[0], fields, row, strict=True):
        if name and cell:
            if name not in (*_WHO, "person", "name") and personal(cell):
                raise unreadable("HV-714", "roster_personal", Where(raw.file, number, heading))
            told[name] = f"{told[name]} {cell}" if name in told else cell
    return told


def _add(
    made: Listed, parties: dict[tuple[str, ...], dict[str, str]], told: dict[str, str], where: Where, by_function: bool
) -> None:
    """Adds a row to its party, or as a party of its own."""
    organisation = told.get("party") or told.get("organisation", "")
    name = organisation if made.of_people else told.get("party") or told.get("name") or organisation
    if not name or (name == told.get("name") and personal(name)):
        raise unreadable("HV-208", "no_name", where)
    function = told.get("function", "") if made.of_people else ""
    function = function if by_function or voice_of(function) else ""  # a council is no part of a school
    key = (fold(name), fold(function), *(told.get(each, "") for each in made.columns[3:] if each in _TOLD))
    row = parties.get(key) if made.of_people else None
    if row is None:
        row = _party(made, told, name, function)
        parties[key] = row
        made.rows.append(row)
        made.numbers.append(where.row or 0)
    if made.of_people:
        counted = int(told["asked"]) if told.get("asked", "").isdecimal() else 1
        row["asked"] = str(int(row.get("asked") or 0) + counted)
        row["kind"] = "organisation" if not by_function else "person" if row["asked"] == "1" else "group"
        for person in filter(None, (told.get("name"), told.get("person"))):
            made.people.setdefault(fold(person), row["id"])
    for address in filter(None, (told.get("e-mail", ""), *told.get("respondents", "").split(";"))):
        made.addresses[address.strip().casefold()] = row["id"]


def _party(made: Listed, told: dict[str, str], name: str, function: str) -> dict[str, str]:
    """The row of a new party, with an id made of its name where the list has none."""
    whole = ", ".join(filter(None, [name, function]))
    if any(fold(row["name"]) == fold(whole) for row in made.rows):
        whole = ", ".join([whole, *(told[each] for each in _TOLD if told.get(each))])
    row = {each: told.get(each, "") for each in made.columns}
    used = {known["id"] for known in made.rows}
    known = told.get("id") or made.ids.get(fold(whole), "")
    row["id"] = known if known and known not in used else free_id(whole, used | set(made.ids.values()))
    row["name"] = whole
    row["kind"] = told.get("kind", "") or ("person" if "e-mail" in told and not made.of_people else "organisation")
    row["organisation"] = told.get("organisation") or (name if row["kind"] != "person" else "")
    if made.of_people:
        row["asked"] = ""
    return row
