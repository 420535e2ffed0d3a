"""Colours as #rrggbb: mixed, and held against each other."""

from __future__ import annotations

from typing import Final

__all__ = ["NEARLY_BLACK", "contrast", "ink_on", "luminance", "mix"]

NEARLY_BLACK: Final = "#12212a"
_READS: Final = 4.5  # for text, by WCAG 2.2 (1.4.3)


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(one: str, other: str, part: float) -> str:
    """The colour that is `part` of the way from one to the other."""
    channels = (round(a + (b - a) * part) for a, b in zip(_rgb(one), _rgb(other), strict=True))
    return "#" + "".join(f"{channel:02x}" for channel in channels)


def luminance(colour: str) -> float:
    """Relative luminance, 0 (black) to 1 (white), after WCAG 2."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in _rgb(colour))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart, 1 (the same) to 21 (black and white), after WCAG 2."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def ink_on(colour: str) -> str:
    """The text colour, nearly black or white, that reads best on a colour."""
    if contrast(NEARLY_BLACK, colour) >= _READS:
        return NEARLY_BLACK
    return "#ffffff" if contrast("#ffffff", colour) >= _READS else "#000000"
