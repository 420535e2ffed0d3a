"""Who works with whom, from a matrix with a column per party or a question with several choices."""

from __future__ import annotations

import re
from typing import Any

from ..texts import say
from .checks import RELATION
from .mapping import ColumnRule, Mapping
from .match import NETWORK_WORDS
from .sheet import Column
from .signs import SIGNS
from .vocabulary import fold, nearest

__all__ = ["LIKE", "highest_of", "named_parties", "network_rule", "relation_named", "strength"]

LIKE = 80.0  # similarity from which a name may be that of a party
_YES = {"yes", "ja", "y", "true", "x", "checked", "selected", "aangevinkt", "geselecteerd", "j"}
_NO = {"no", "nee", "n", "false", "unchecked", "not selected", "niet geselecteerd", "niet aangevinkt", "0"}
_WHOM = re.compile(
    r"werk je samen|werkt u samen|you work with|(kies|welke|choose|select|which) .{0,30}partner|met wie|with whom"
)


def relation_named(name: str, highest: float) -> dict[str, Any]:
    """A relation as study.json has it: undirected, with its highest strength."""
    own = {lang: say("convert.relation", lang) for lang in ("nl", "en")}
    title = own if name == RELATION else {"nl": name, "en": name}
    return {"id": name, "title": title, "directed": False, "max_strength": highest}


def highest_of(mapping: Mapping, relation: str) -> float:
    """The highest strength of a relation, as the mapping declares it; 1 when it does not."""
    found = (known.get("max_strength", 1) for known in mapping.relations if known.get("id") == relation)
    return float(next(found, 1))


def network_rule(column: Column, parties: dict[str, str]) -> tuple[ColumnRule, str] | None:
    """The rule for a column of a network question, with what to ask when it is not sure; None for other columns.

    A rule that is not sure counts only for a column that is nothing else.
    """
    heading = fold(f"{column.key} {column.title}")
    if not NETWORK_WORDS.search(heading):
        return None
    bracket = re.search(r"\[([^\[\]]*)\]$", column.key)
    inside = [column.part, bracket.group(1) if bracket else ""]
    for name in inside:
        if fold(name) in parties:
            target = f"{RELATION}/{parties[fold(name)]}"
            return ColumnRule(column.key, "tie", target, "", "exact"), ""
    cells = [cell for cell in column.cells if cell]
    asks_whom = bool(_WHOM.search(heading))
    if not parties:
        return (ColumnRule(column.key, "drop", why="network"), "") if asks_whom else None
    if not cells:
        return None
    named = [named_parties(column, cell, parties) for cell in cells]
    known, strange = (sum(len(names[part]) for names in named) for part in (0, 1))
    almost = sum(nearest(name, list(parties), LIKE) is not None for names in named for name in names[1])
    known, strange = known + almost, strange - almost
    if not strange or (asks_whom and known >= strange):
        return ColumnRule(column.key, "ties", RELATION, "", "exact"), ""
    if any(inside) and (asks_whom or all(strength(cell) is not None for cell in cells)):
        return ColumnRule(column.key, "tie", "", "", "fuzzy", True, "party"), "party"
    if asks_whom or known:
        return ColumnRule(column.key, "ties", RELATION, "", "fuzzy", True, "parties"), "parties"
    return None


def named_parties(column: Column, cell: str, parties: dict[str, str]) -> tuple[list[str], list[str]]:
    """The parties in a cell with several choices, and the names in it that are no party of the list.

    A name may hold the separator itself, so that the longest name that fits is taken.
    """
    text = ";".join(fold(line) for line in column.labels.get(cell, cell).splitlines())
    if text in SIGNS["nobody"] and text not in parties:
        return [], []
    known = {fold(label): parties[fold(label)] for label in column.labels.values() if fold(label) in parties}
    known |= {fold(code): parties[fold(text)] for code, text in column.labels.items() if fold(text) in parties}
    names = sorted({**parties, **known}, key=len, reverse=True)
    meaning = {**parties, **known}
    found, strange = [], []
    while text:
        name = next((name for name in names if re.match(rf"{re.escape(name)}\s*(?:[;,|]\s*|$)", text)), None)
        if name is None:
            name = re.split(r"[;,|]", text, maxsplit=1)[0].strip()
            strange += [name] if name else []
            text = re.sub(r"^[^;,|]*[;,|]?\s*", "", text)
            continue
        found.append(meaning[name])
        text = re.sub(r"^\s*[;,|]?\s*", "", text[len(name) :])
    return list(dict.fromkeys(found)), list(dict.fromkeys(strange))


def strength(cell: str) -> float | None:
    """The strength that a cell of a matrix gives: 1 for yes, 0 for no, or its number; None when it gives none."""
    text = fold(cell)
    if text in _YES:
        return 1.0
    if text in _NO:
        return 0.0
    number = text.replace(",", ".")
    return float(number) if re.fullmatch(r"\d+(\.\d+)?", number) else None
