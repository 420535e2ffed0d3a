"""How all pictures look: colours, type, and texts that are measured before they are drawn."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any, Final

from ..errors import choose
from ..report.colours import ink_on, luminance, mix
from ..report.hyphens import breaks
from ..report.theme import Theme as Looks

__all__ = [
    "MARKERS",
    "Theme",
    "brief",
    "ink_on",
    "luminance",
    "mix",
    "own_theme",
    "theme_of",
    "tidy",
    "typeface",
    "width_of",
    "wrap",
]

# Marks of groups: nobody needs to tell colours apart.
MARKERS: Final = ("o", "s", "^", "D", "v", "p", "<", "h", ">")

_FAMILIES: Final = (
    *(f"Source Sans {kind}" for kind in ("3", "Pro")),
    *("Open Sans", "Noto Sans", "Segoe UI", "Helvetica Neue", "Liberation Sans", "Arial", "DejaVu Sans"),
)
_OLD: Final = "LOAD_NO_HINTING"  # its name before matplotlib 3.10
_EM: Final = 100.0  # the size that letters are measured at
_LONGEST: Final = 600  # characters of a text; a picture is no place for more
_LANGUAGE: Final = "nl"  # of names and questions: a word of another one is broken as if it were Dutch
_SHADES: Final = (0.75, 0.45, 0.1)  # how far the shades of a side of a scale lie from its colour, to the paper
_CONTROLS: Final = {"Cc", "Cf", "Cs", "Co", "Cn"}


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a background; ochre and teal stand for the two sides of a scale, and no colour is a verdict."""

    name: str
    paper: str
    ink: str
    soft: str
    line: str
    track: str
    accent: str
    warm: str
    low: tuple[str, str, str]
    high: tuple[str, str, str]
    empty: str
    full: str
    other: tuple[str, str]
    groups: tuple[str, ...]

    def shade(self, share: float) -> str:
        """A colour between nothing (0) and everything (1)."""
        return mix(self.empty, self.full, min(max(share, 0.0), 1.0))


_LIGHT: Final = Theme(
    name="light",
    paper="#fffdf9",
    ink="#1c2b33",
    soft="#55646d",
    line="#d8d2c6",
    track="#f1ece2",
    accent="#0b5563",
    warm="#8f500b",
    low=("#f6dfba", "#e5b263", "#bf7d23"),
    high=("#bcdde1", "#6db0b9", "#1f7482"),
    empty="#f0f4f3",
    full="#0f5f6e",
    other=("#8d8797", "#cfcad3"),
    groups=("#0b6e7d", "#c77c11", "#4f5aa8", "#a8527c", "#3a4248", "#6a9fc4", "#8a6a3a", "#7a6cc0"),
)
_DARK: Final = Theme(
    name="dark",
    paper="#161f24",
    ink="#e9ecea",
    soft="#aebbc0",
    line="#3b4a51",
    track="#222e34",
    accent="#86d0da",
    warm="#f0bd74",
    low=("#54401f", "#8b6424", "#cf9440"),
    high=("#1f4a52", "#2f7783", "#74c2cd"),
    empty="#222e34",
    full="#7fcdd8",
    other=("#9a93a8", "#4c4a57"),
    groups=("#6cc3cf", "#eeb055", "#98a2ec", "#e08fb6", "#d5dadb", "#8fc2e6", "#cdb083", "#b4a8f0"),
)
_THEMES: Final = {theme.name: theme for theme in (_LIGHT, _DARK)}


def theme_of(name: str | Theme) -> Theme:
    """The theme "light" or "dark", or "matplotlib" for its style, or the one that is given.

    Raises InvalidValueError HV-303 for another name.
    """
    if isinstance(name, Theme):
        return name
    chosen = choose(name, [*_THEMES, "matplotlib"], "problem.subject.theme")
    return _THEMES.get(chosen) or _of_matplotlib()


def own_theme(looks: Looks, name: str) -> Theme:
    """The colours of a report's own looks on the background "light" or "dark". Raises InvalidValueError HV-303."""
    near = _THEMES[choose(name, _THEMES, "problem.subject.theme")]
    own = looks.dark if near.name == "dark" else looks.light
    paper, accent, warm = own["paper"], own["accent"], own["warm"]

    def shades(colour: str) -> tuple[str, str, str]:
        weak, middle, strong = (mix(colour, paper, part) for part in _SHADES)
        return weak, middle, strong

    return replace(
        near,
        paper=paper,
        ink=own["ink"],
        soft=own["soft"],
        line=mix(own["ink"], paper, 0.82),
        track=mix(own["ink"], paper, 0.93),
        accent=accent,
        warm=warm,
        low=shades(warm),
        high=shades(accent),
        empty=mix(accent, paper, 0.92),
        full=accent,
        groups=(accent, warm, *near.groups[2:]),
    )


def _of_matplotlib() -> Theme:
    """The colours of `matplotlib.rcParams`, on the nearest of our own themes for what a style says nothing of."""
    from matplotlib import rcParams
    from matplotlib.colors import to_hex

    paper, ink = to_hex(rcParams["figure.facecolor"]), to_hex(rcParams["text.color"])
    near = _LIGHT if luminance(paper) > luminance(ink) else _DARK
    line = to_hex(rcParams["grid.color"])
    cycle = [to_hex(each) for each in rcParams["axes.prop_cycle"].by_key().get("color", near.groups)]
    groups = tuple((cycle * len(near.groups))[: len(near.groups)])
    return replace(
        near,
        name="matplotlib",
        paper=paper,
        ink=ink,
        soft=mix(ink, paper, 0.3),
        line=line,
        track=mix(paper, line, 0.4),
        accent=groups[0],
        groups=groups,
    )


@cache
def typeface() -> tuple[str, ...]:
    """The families to write in that this machine has; DejaVu Sans, which comes with matplotlib, is the last."""
    from matplotlib import font_manager

    known = {font.name for font in font_manager.fontManager.ttflist}
    first = next((family for family in _FAMILIES if family in known), "DejaVu Sans")
    return tuple(dict.fromkeys((first, "DejaVu Sans")))


@cache
def _glyphs() -> frozenset[int]:
    from matplotlib import font_manager

    paths = (font_manager.findfont(family, fallback_to_default=True) for family in typeface())
    return frozenset(code for path in paths for code in font_manager.get_font(path).get_charmap())


@lru_cache(maxsize=4096)
def tidy(text: str) -> str:
    """A text on one line that every letter can be drawn of: no control or direction marks, a box for unknown signs."""
    kept = []
    for char in unicodedata.normalize("NFC", str(text)[: 2 * _LONGEST]):
        if char.isspace():
            kept.append("\u00a0" if char == "\u00a0" else " ")
        elif unicodedata.category(char) not in _CONTROLS and not 0xFE00 <= ord(char) <= 0xFE0F:
            kept.append(char if ord(char) in _glyphs() else "□")
    return brief(re.sub(r" +", " ", "".join(kept)).strip(), _LONGEST)


def brief(text: str, longest: int) -> str:
    """The text, cut off with an ellipsis when it has more characters."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


@cache
def _faces(weight: str) -> tuple[Any, ...]:
    from matplotlib import font_manager
    from matplotlib.ft2font import FT2Font

    faces = []
    for family in typeface():
        font = font_manager.FontProperties(family=[family], weight=weight)
        faces.append(FT2Font(font_manager.findfont(font)))
        faces[-1].set_size(_EM, 72)
    return tuple(faces)


@lru_cache(maxsize=8192)
def _advance(char: str, weight: str) -> float:
    """Width of a letter for type of size 1, as designed."""
    from matplotlib import ft2font

    plain = ft2font.LoadFlags.NO_HINTING if hasattr(ft2font, "LoadFlags") else getattr(ft2font, _OLD)
    face = next((face for face in _faces(weight) if face.get_char_index(ord(char))), _faces(weight)[-1])
    return float(face.load_char(ord(char), flags=plain).linearHoriAdvance) / 65536 / _EM


def width_of(text: str, size: float, weight: str = "normal") -> float:
    """Width in points of one line of text; a little more than designed, since small type is drawn wider on screens."""
    return 1.07 * size * sum(_advance(char, weight) for char in text) + 0.5


def _broken(word: str, width: float, size: float, weight: str) -> list[str]:
    """A word in pieces that fit: between syllables where that can be, else between letters."""

    def fits(piece: str, hyphen: str) -> bool:
        return width_of(piece + hyphen, size, weight) <= width

    pieces = []
    while word and not fits(word, ""):
        between = [at for at in breaks(word, _LANGUAGE) if fits(word[:at], "-")]
        most = max((at for at in range(1, len(word)) if fits(word[:at], "-")), default=1)
        at = between[-1] if between else most
        pieces.append(word[:at] + "-")
        word = word[at:]
    return [*pieces, word]


def wrap(text: str, width: float, size: float, weight: str = "normal", lines: int = 99) -> list[str]:
    """The text in lines no wider than `width` points; a word that is too long is broken, the last line cut off."""
    made: list[str] = []
    line = ""
    for word in tidy(text).split(" "):
        joined = f"{line} {word}" if line else word
        if width_of(joined, size, weight) <= width:
            line = joined
            continue
        if line:
            made.append(line)
        *whole, line = _broken(word, width, size, weight) if width_of(word, size, weight) > width else [word]
        made += whole
    made.append(line)
    if len(made) <= lines:
        return made
    last = made[lines - 1].rstrip(" -")
    while last and width_of(last + "…", size, weight) > width:
        last = last[:-1]
    return [*made[: lines - 1], last.rstrip() + "…"]
