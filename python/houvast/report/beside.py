"""An element beside the same element in the regions of a reference set: the spread of all, and no rank."""

from __future__ import annotations

from ..release.document import Share
from .desk import Desk
from .rich import Rich

__all__ = ["beside"]


def beside(desk: Desk, instrument: str, element: str) -> list[Rich]:
    """What is told of the regions; nothing without a reference set, or where the comparison would not be fair."""
    asked = next((each for each in desk.words.instruments() if each.id == instrument), None)
    if desk.reference is None or asked is None:
        return []
    told = desk.reference.beside(instrument, asked.version, element)
    if told is None:
        return []
    texts, key = desk.texts, f"reference/{element}"
    regions, half = texts.band(told.regions, f"{key}/regions"), texts.share(Share(*told.half), f"{key}/half")
    version = texts.count(desk.reference.version, "reference/version")
    sentences = [texts.say("report.beside", regions=regions, half=half, version=version)]
    if told.quarters:
        shares = {f"q{q}": texts.brief(Share(*share), f"{key}/quarter/{q}") for q, share in told.quarters.items()}
        sentences.append(texts.say("report.beside.spread", **shares))
    return sentences
