"""Ids made of names: what other tables call a party that people know by its name."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["free_id", "slug"]


def slug(text: str) -> str:
    """The letters and digits of a name, without accents, in small letters, with hyphens between the words."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def free_id(name: str, used: set[str]) -> str:
    """An id for a name that is not used yet (`de-linde`, `de-linde-2`, …), which it is from now on."""
    base = slug(name) or "partij"
    id, copies = base, 1
    while id in used:
        copies += 1
        id = f"{base}-{copies}"
    used.add(id)
    return id
