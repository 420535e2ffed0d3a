"""What the parties of the example region offer for whom, and in which forms they work together."""

from __future__ import annotations

import json
from typing import Any, Final

from .. import _core

# id: Dutch, English
_NEEDS: Final = {
    "leren": ("Leren en ontwikkelen", "Learning and development"),
    "gedrag": ("Gedrag", "Behaviour"),
    "mentaal": ("Mentale gezondheid", "Mental health"),
    "opvoeden": ("Opvoeden en gezin", "Parenting and family"),
}
_AGES: Final = {
    "0-4": ("0 tot 4 jaar", "0 to 4 years"),
    "4-12": ("4 tot 12 jaar", "4 to 12 years"),
    "12-23": ("12 tot 23 jaar", "12 to 23 years"),
}
_SUPPORT: Final = {
    "preventie": ("Preventie", "Prevention"),
    "ondersteuning": ("Ondersteuning", "Support"),
    "specialistisch": ("Specialistische hulp", "Specialist help"),
}

# Every cell has a provider in a domain that is always there, and fewer than four organisations.
_OFFERS: Final = {
    "jgz-team": "*/0-4/preventie */4-12/preventie",
    "jgz-arts": "gedrag/0-4/ondersteuning",
    "ko1-team": "opvoeden/0-4/preventie",
    "bieb-team": "leren/0-4/preventie",
    "po1-team": "leren/4-12/preventie",
    "welz-team": "*/12-23/preventie",
    "mbo-smw": "*/12-23/preventie",
    "vo-team": "leren/12-23/preventie gedrag/12-23/preventie",
    "po1-ib": "leren/4-12/ondersteuning gedrag/4-12/ondersteuning",
    "vo-zoco": "leren/12-23/ondersteuning gedrag/12-23/ondersteuning",
    "logo-team": "leren/0-4/ondersteuning leren/0-4/specialistisch",
    "hap-poh": "mentaal/*/ondersteuning",
    "wijk-team": "mentaal/*/ondersteuning opvoeden/*/ondersteuning",
    "loket-team": "opvoeden/*/ondersteuning",
    "ggz-team": "mentaal/*/specialistisch gedrag/*/specialistisch opvoeden/*/specialistisch",
    "jh1-team": "gedrag/*/specialistisch opvoeden/*/specialistisch",
    "ortho-team": "leren/4-12/specialistisch",
    "so-cvb": "leren/4-12/specialistisch leren/12-23/specialistisch",
}
_FORMS: Final = {
    "po1-ib": "F1.1 F2.1",
    "po2-ib": "F2.2",
    "vo-zoco": "F2.5",
    "mbo-smw": "F2.9",
    "so-cvb": "F2.4 F3.2",
    "jgz-team": "F1.1",
    "ggz-team": "F3.3",
    "wijk-gezin": "F2.11",
}


def cells() -> list[str]:
    """All cells of the need matrix, as need/age/support level."""
    return [f"{need}/{age}/{support}" for need in _NEEDS for age in _AGES for support in _SUPPORT]


def offers_of(id: str) -> tuple[str, ...]:
    """The cells that a party offers, one by one."""
    found = []
    for pattern in _OFFERS.get(id, "").split():
        wanted = pattern.split("/")
        found += [
            cell
            for cell in cells()
            if all(want in ("*", word) for want, word in zip(wanted, cell.split("/"), strict=True))
        ]
    return tuple(dict.fromkeys(found))


def forms_of(id: str) -> tuple[str, ...]:
    """The forms of collaboration that a party takes part in."""
    return tuple(_FORMS.get(id, "").split())


def sectors_of_form(form: str) -> list[str]:
    """The sectors that a form counts for; none when it is bound to no sector."""
    for each in _core.forms_of_collaboration():
        for variant in each["variants"]:
            if variant["id"] == form:
                return list(variant["sectors"])
    raise KeyError(form)


def _terms(words: dict[str, tuple[str, str]]) -> list[dict[str, Any]]:
    return [{"id": id, "title": {"nl": nl, "en": en}, "expected": True} for id, (nl, en) in words.items()]


def profile() -> dict[str, Any]:
    """The Dutch youth ecosystem with the need matrix of the region."""
    made: dict[str, Any] = json.loads(_core.default_profile())
    made["id"] = "voorbeeldregio"
    for domain in made["domains"]:  # business too: the default profile leaves it to a region
        domain["expected"] = True
    own = {"needs": _terms(_NEEDS), "ages": _terms(_AGES), "support_levels": _terms(_SUPPORT)}
    return {**{key: words for key, words in made.items() if key not in own}, **own}
