"""What points to a person in a text: addresses, telephone numbers, numbers of a person; found, and taken out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .sheet import Sheet

__all__ = ["Names", "identifying", "masked", "names_in", "names_of", "personal"]

_IP4 = r"(?<![\d.])(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?![\d.])"
_IP6 = r"(?<![\w:])(?=[0-9a-f:]*(?:::|[a-f]))(?:[0-9a-f]{1,4}|:)(?::[0-9a-f]{0,4}){2,7}(?![\w:])"
_DATE = r"(?!\d{1,2}-\d{1,2}-\d{4})"  # 01-02-2024 10 uur is no telephone number
_AT_HOME = r"\(?0[1-9](?:[ ()-]*\d){8}|0[1-9](?:\.?\d){8}"
_FROM_AFAR = r"\(?(?:\+31|0031)\)?[ -]?(?:\(0\))?[ -]?[1-9](?:[ .()-]*\d){8}"
_DUTCH = rf"(?<![\d.,])(?<!\d-){_DATE}(?:{_AT_HOME}|{_FROM_AFAR})(?!\d)"
_ABROAD = r"(?<!\w)(?:\+|00)(?!31)[1-9](?:[\s()./-]*\d){7,13}(?!\d)"
_PATTERNS = [
    ("e-mailadres", r"[^\s@<>,;:()\[\]]+\s?(?:@|\(at\)|\[at\]|\(apenstaartje\))\s?[^\s@<>,;:()\[\]]+\.[a-z]{2,}"),
    ("e-mailadres", r"(?<!\w)[\w.+-]+@[\w-]+(?!\w)"),
    ("rekeningnummer", r"(?<!\w)[a-z]{2}\d{2}(?:\s?[a-z]{4})(?:\s?\d){10,18}(?!\w)"),
    ("IP-adres", _IP4),
    ("IP-adres", _IP6),
    ("telefoonnummer", _DUTCH),
    ("telefoonnummer", _ABROAD),
]
_KINDS = [(kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _PATTERNS]
Names = dict[str, set[tuple[str, ...]]]  # first word → the words of a name
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_NINE = re.compile(r"(?<![\d.,])(?:\d{9}|\d{3}([ .])\d{3}\1\d{3}|\d{4}([ .])\d{2}\2\d{3})(?![\d.,]?\d)")
# Enough to find somebody when it stands with the rest: a date of birth, a postal code with its letters, a place.
_DAY = r"\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d{2}|(?:19|20)\d{2}[-/]\d{1,2}[-/]\d{1,2}"
_NEAR = re.compile(
    rf"(?<!\d)(?:{_DAY})(?!\d)|(?<!\w)[1-9]\d{{3}}\s?[A-Z]{{2}}(?!\w)|(?<!\d)-?\d{{1,3}}[.,]\d{{3,}}(?!\d)"
)


def _is_bsn(text: str) -> bool:
    """Whether nine digits pass the check of the Dutch citizen service number."""
    digits = [int(letter) for letter in text if letter.isdigit()]
    total = sum(weight * digit for weight, digit in zip([9, 8, 7, 6, 5, 4, 3, 2, -1], digits, strict=True))
    return any(digits) and total % 11 == 0


def personal(text: str) -> bool:
    """Whether a text holds an e-mail or IP address, a telephone or account number, or a citizen service number."""
    return any(pattern.search(text) for _, pattern in _KINDS) or any(
        _is_bsn(found.group()) for found in _NINE.finditer(text)
    )


def identifying(text: str) -> bool:
    """Whether a text holds a whole date, a postal code with letters, or a place on the map."""
    return bool(_NEAR.search(text))


def masked(text: str, names: Names | None) -> str:
    """The text with the kind of what was personal in its place, such as [telefoonnummer]."""
    for kind, pattern in _KINDS:
        text = pattern.sub(f"[{kind}]", text)
    text = _NINE.sub(lambda found: "[persoonsnummer]" if _is_bsn(found.group()) else found.group(), text)
    return _without(text, names) if names else text


def _without(text: str, names: Names) -> str:
    words = list(_WORD.finditer(text))
    folded = [word.group().casefold() for word in words]
    made, done, i = [], 0, 0
    while i < len(words):
        fits = [name for name in names.get(folded[i], ()) if tuple(folded[i : i + len(name)]) == name]
        if not fits:
            i += 1
            continue
        last = i + max(map(len, fits)) - 1
        made += [text[done : words[i].start()], "[naam]"]
        done, i = words[last].end(), last + 1
    return "".join([*made, text[done:]])


def names_in(sheet: Sheet, columns: Iterable[str]) -> Names:
    """The full names in the columns of names, by their first word: whole ones, or those of two columns side by side."""
    of_names = [column for column in sheet.columns if column.key in set(columns)]
    names: list[str] = []
    for i in range(len(sheet.rows)):
        cells = [column.cells[i] for column in of_names if column.cells[i] and not personal(column.cells[i])]
        whole = [f"{one} {other}" for one in cells for other in cells if one != other]
        names += cells if len(of_names) == 1 else whole  # not `de Boer` beside `Anna`
    return names_of(names)


def names_of(people: Iterable[str]) -> Names:
    """Full names by their first word; one word is no full name."""
    found: Names = {}
    for name in people:
        for words in _orders(name):
            if len(words) > 1:
                found.setdefault(words[0], set()).add(words)
    return found


def _orders(name: str) -> list[tuple[str, ...]]:
    """The words of a name as it is written and, when it has commas, as it is said.

    `Vries, Piet de`, `Vries, Piet, de` and `de Vries, Piet` are all `Piet de Vries`.
    """
    parts = [[word.casefold() for word in _WORD.findall(part)] for part in name.split(",")]
    parts = [part for part in parts if part]
    written = [word for part in parts for word in part]
    orders = [written]
    if len(parts) > 1:
        last, *first = parts
        orders += [[word for part in first for word in part] + last, first[0] + last]
    return list(dict.fromkeys(map(tuple, orders)))
