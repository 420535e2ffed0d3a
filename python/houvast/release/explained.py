"""One thing that a release does not tell, and why; exact, for the privacy officer only."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from ..io.atomic import write_text
from ..io.inside import INSIDE, inside_path
from ..texts import Claim, LocalizedText, say

__all__ = ["Explained", "Outcome", "write_explained"]

Outcome: TypeAlias = Literal["hidden", "coarser", "together", "left_out", "to_check"]


@dataclass(frozen=True, slots=True)
class Explained:
    """One thing that a release does not tell, or not as finely as it could, and the rule (docs/method/release.md)."""

    wave: str  #: Id of the wave; empty: of all.
    kind: str  #: What it is: "question", "element" or another part of a release.
    id: str  #: Id of that question, element or other part.
    group: str  #: Value of the attribute; empty: everybody.
    outcome: Outcome  #: "hidden", "coarser", "together", "left_out"; "to_check": told, but somebody has to look at it.
    rule: str  #: The rule, by its name in docs/method/release.md.
    reason: Claim  #: Why, with exact numbers.
    group_title: LocalizedText | None = None  #: What the group is called; of a block both; None: everybody.

    def say(self, lang: str) -> str:
        """One line in a language.

        Parameters
        ----------
        lang : str
            One of `houvast.languages()`.

        Returns
        -------
        str
        """
        group = self.group_title.get(lang) if self.group_title and self.kind != "groups" else ""
        place = ", ".join(part for part in (self.wave, self.id, group) if part)
        place = place and f" {place}"
        told = {"outcome": self.outcome, "kind": self.kind, "place": place, "rule": self.rule}
        return say("release.explained", lang, **told, reason=self.reason.say(lang))

    def json(self) -> dict[str, str]:
        """The same as data.

        Returns
        -------
        dict
            Wave, kind, id, group, outcome, rule, and the reason in Dutch (`nl`) and English (`en`).
        """
        words = {name: getattr(self, name) for name in ("wave", "kind", "id", "group", "outcome", "rule")}
        return {**words, "nl": self.reason.say("nl"), "en": self.reason.say("en")}


def write_explained(found: Sequence[Explained], path: str | os.PathLike[str], lang: str) -> Path:
    """Writes an explanation as text, or as JSON when the path ends so, marked as inside and for its owner only."""
    place = inside_path(path)
    if place.suffix.lower() == ".json":
        told = {"inside": INSIDE, "explained": [each.json() for each in found]}
        return write_text(place, json.dumps(told, ensure_ascii=False, indent=1) + "\n")
    return write_text(place, "\n".join([INSIDE, "", *(each.say(lang) for each in found)]) + "\n")
